"""A screen much like the chamber: the busiest there is."""

import bisect
import itertools
import math

from game.ui.widgets import (
    Badge,
    Bar,
    Button,
    Canvas,
    Card,
    Column,
    Divider,
    Dot,
    Entry,
    Flag,
    Grid,
    Line,
    Mark,
    Meter,
    Panel,
    Place,
    Poly,
    Ring,
    Row,
    Run,
    Scroll,
    Segment,
    Shortcut,
    Spacer,
    Table,
    Text,
    Track,
)

SEATS = (
    ("VEN", "Venezuela", 48, "abstain"), ("AGO", "Angola", 71, "yes"), ("CHN", "China", 38, "no"),
    ("EGY", "Egypt", 78, "yes"), ("FRA", "France", 97, "yes"), ("JPN", "Japan", 99, "yes"),
    ("MYS", "Malaysia", 83, "yes"), ("NZL", "New Zealand", 94, "yes"),
    ("RUS", "Russia", 49, "abstain"), ("SEN", "Senegal", 90, "yes"),
    ("ESP", "Spain", 96, "yes"), ("UKR", "Ukraine", 97, "yes"),
    ("GBR", "UK", 98, "yes"), ("USA", "USA", 100, "yes"),
    ("URY", "Uruguay", 88, "yes"),
)  # fmt: skip
P5 = {"CHN", "FRA", "RUS", "GBR", "USA"}
BEATS = ("Alarm", "Soundings", "Text", "Squeeze", "Blue", "Vote", "Echo")


def header():
    return Column(
        (
            Row(
                (
                    Text(
                        (Run("In "), Run("Blue", tone="accent")),
                        size="heading",
                        font="serif",
                        bold=True,
                    ),
                    Spacer(14, flex=0),
                    Column(
                        (
                            Text("Tuesday 16 February 2016", bold=True),
                            Text(
                                "Day 41 since the fourth nuclear test", size="small", tone="muted"
                            ),
                        ),
                        gap=0,
                    ),
                    Spacer(),
                    *(
                        Button(
                            f"✓ {beat}" if number < 3 else beat,
                            ("beat", beat),
                            look="tab",
                            selected=number == 3,
                            name=f"beat:{beat}",
                        )
                        for number, beat in enumerate(BEATS)
                    ),
                    Spacer(8, flex=0),
                    Flag("USA", "United States", height=22),
                    Column(
                        (
                            Text("United States", bold=True),
                            Text("penholder · round 6 of 12", size="small", tone="muted"),
                        ),
                        gap=0,
                    ),
                ),
                gap=8,
            ),
            Divider(),
        ),
        gap=10,
    )


def seat(code, name, chance, tone, *, selected=False):
    rest = 100 - chance
    parts = (Segment("yes", chance), Segment("abstain", rest * 2 // 3), Segment("no", rest // 3))
    return Card(
        (
            Row((Flag(code, name, height=18), Text(name, bold=True, size="small"))),
            Row(
                (
                    Badge(f"{chance}%", tone),
                    Bar(parts, text=f"{chance} of 100", flex=1),
                    Text("P5", size="small", bold=True, tone="no") if code in P5 else None,
                )
            ),
        ),
        ("seat", code),
        accent=tone,
        surface="paper",
        width=CARD[0],
        pad=8,
        gap=6,
        selected=selected,
        name=f"seat:{code}",
        label=name,
        hint=f"{name}: {chance} of 100 for yes",
    )


CARD = (152, 66)


def around(count, width, height, centre=(0.5, 0.5), radii=(0.42, 0.44), opening=76):
    """Return places on a horseshoe open below, so far apart that cards do not touch.

    Neighbours are equally far apart where the distance is counted in cards: along the top a
    card's width, along the sides its height.
    """
    steps = 720
    first, last = 90 + opening / 2, 450 - opening / 2
    curve = []
    for i in range(steps + 1):
        angle = math.radians(first + (last - first) * i / steps)
        curve.append(
            (centre[0] + radii[0] * math.cos(angle), centre[1] + radii[1] * math.sin(angle))
        )
    walked = [0.0]
    for (x, y), (to_x, to_y) in itertools.pairwise(curve):
        across, down = abs(to_x - x) * width / CARD[0], abs(to_y - y) * height / CARD[1]
        walked.append(walked[-1] + max(across, down))
    return [
        curve[bisect.bisect_left(walked, walked[-1] * number / (count - 1))]
        for number in range(count)
    ]


def table_top():
    """The wooden horseshoe, open below."""
    angles = [math.radians(125 + 290 * i / 96) for i in range(97)]
    outer = [(0.5 + 0.36 * math.cos(a), 0.5 + 0.375 * math.sin(a)) for a in angles]
    inner = [(0.5 + 0.29 * math.cos(a), 0.5 + 0.285 * math.sin(a)) for a in reversed(angles)]
    return Poly(tuple(outer + inner), "wood", outline="grain")


def horseshoe(picked=""):
    spots = around(len(SEATS), 830, 640)
    half = len(SEATS) // 2
    seats = [*SEATS[half + 1 :], *SEATS[: half + 1]]
    places = [
        Place(*spot, seat(*one, selected=one[0] == picked))
        for spot, one in zip(spots, seats, strict=True)
    ]
    middle = Column(
        (
            Text("On the table", size="small", tone="muted", align="center"),
            Text(
                "United States draft, revision 3",
                size="heading",
                font="serif",
                bold=True,
                align="center",
            ),
            Text(
                (Run("31 operative paragraphs · "), Run("4 in brackets", tone="abstain")),
                align="center",
            ),
            Row((Meter(10, 15, "yes", look="dots", text="10 of 15"),), justify="center"),
            Text(
                (Run("9 votes and no veto carry it: "), Run("passes 51%", bold=True, tone="no")),
                size="small",
                tone="muted",
                align="center",
            ),
        ),
        name="middle",
        width=400,
    )
    figure = Column((Panel("Strength × unity", (chart(150),), pad=12),), width=286)
    return Ring(
        (*places, Place(0.5, 0.42, middle), Place(0.5, 0.88, figure)),
        (table_top(),),
        height=560,
        flex=1,
        text="The Council",
    )


def scores():
    def score(title, big, note, tone, share):
        return Panel(
            title,
            (
                Row(
                    (
                        Text(big, size="heading", font="serif", bold=True, tone=tone),
                        Text(note, size="small", tone="muted"),
                    ),
                    align="baseline",
                ),
                Bar((Segment(tone, share),), 100, text=note),
            ),
            pad=14,
            gap=6,
            flex=1,
        )

    return Grid(
        (
            score("Consensus", "11.4 of 15", "yes expected · 9 needed", "yes", 76),
            score("Veto threat", "47%", "China 38% · Russia 22%", "no", 47),
            score("Pyongyang", "Satellite launch", "62% this month", "abstain", 62),
        ),
        columns=3,
    )


def chart(height=160):
    frontier = tuple((0.12 + 0.8 * t / 20, 0.1 + 0.7 * (t / 20) ** 2.2) for t in range(21))
    return Canvas(
        (
            Poly(((0.12, 0.06), (0.38, 0.06), (0.38, 0.86), (0.12, 0.86)), "no", 18),
            Line(frontier, "accent", 2),
            Line(((0.25, 0.25), (0.32, 0.33), (0.39, 0.4), (0.46, 0.45)), "muted", 1, dashed=True),
            Dot(0.25, 0.25, "muted", 4),
            Dot(0.32, 0.33, "muted", 4),
            Dot(0.39, 0.4, "muted", 5),
            Dot(0.46, 0.45, "accent", 7, ring=True),
            Dot(0.72, 0.63, "yes", 6, hollow=True),
            Mark(0.46, 0.45, "revision 3", "text", bold=True),
            Mark(0.72, 0.63, "yes if … ¶29", "yes", "below"),
            Mark(0.13, 0.8, "veto / under 9", "no"),
            Mark(0.12, 1.0, "9", "muted"),
            Mark(0.95, 1.0, "15 votes", "muted", "left"),
        ),
        "Strength against unity: revision 3 stands below the frontier",
        height=height,
    )


def instructions():
    wants = (("Mandatory cargo inspection", "Essential", 90),
             ("Coal and iron export ban", "Essential", 55), ("Aviation fuel ban", "Important", 80),
             ("Unanimous vote", "Important", 50),
             ("Door to talks stays open", "Useful", 70))  # fmt: skip
    return Panel(
        "Your instructions",
        (
            Text(
                "Make the test cost something Pyongyang can feel, and keep Beijing on board.",
                size="heading",
                font="serif",
                bold=True,
            ),
            *(
                Column(
                    (
                        Row(
                            (Text(what, flex=1), Text(rank, size="small", tone="muted")),
                            align="baseline",
                        ),
                        Bar((Segment("accent", share),), 100),
                    ),
                    gap=3,
                )
                for what, rank, share in wants
            ),
            Spacer(2, flex=0),
            Text("Red line", size="label", tone="muted"),
            Text("No text that leaves the missile programme out."),
            Spacer(2, flex=0),
            Text("Tokens this round", size="label", tone="muted"),
            Meter(2, 3, text="2 of 3 tokens left"),
        ),
        name="instructions",
        width=300,
    )


def cables():
    said = (
        (
            "CHN",
            "China",
            "09:40",
            (
                "“A coal ban that starves ordinary people cannot have our vote. ",
                "Livelihood",
                " trade must stay outside.”",
            ),
        ),
        (
            "RUS",
            "Russian Federation",
            "09:12",
            ("Asks for another week: capital has not finished reading.", "", ""),
        ),
        (
            "JPN",
            "Japan",
            "08:55",
            ("Would lend its name as co-sponsor if aviation fuel stays in.", "", ""),
        ),
        ("VEN", "Venezuela", "08:30", ("Presidency: can schedule the vote from Thursday.", "", "")),
    )
    parts = []
    for code, name, when, (one, two, three) in said:
        parts += [
            Row(
                (
                    Flag(code, height=18),
                    Text(name, bold=True, flex=1),
                    Text(when, size="small", tone="muted"),
                )
            ),
            Text((Run(one), Run(two, bold=True), Run(three))),
            Divider(),
        ]
    reasons = (
        ("−41", "coal ban without exemption"),
        ("−18", "bank measures reach its firms"),
        ("+22", "condemns the test"),
    )
    return Panel(
        "Cables",
        (
            *parts[:-1],
            Spacer(6, flex=0),
            Text("Why China says no", size="label", tone="muted"),
            Table(
                (Track(align="end", least=34), Track(flex=1)),
                [
                    Entry(
                        (
                            Text(points, bold=True, tone="no" if points[0] == "−" else "yes"),
                            Text(why),
                        )
                    )
                    for points, why in reasons
                ],
                lead=2,
            ),
        ),
        name="cables",
        width=310,
    )


def actions():
    return Row(
        (
            Button("Draft", "draft", key="2", look="primary", name="draft"),
            Button("Corridor", "corridor", key="3", name="corridor"),
            Button("State a position", "state", key="S", name="state"),
            Button(
                "Put in blue",
                "blue",
                key="B",
                name="blue",
                disabled="four paragraphs are still in brackets",
            ),
            Button("Call the vote", "vote", key="V", name="vote"),
            Spacer(),
            Button("End the round", "end", key="E", name="end"),
            Shortcut("F1", "help", "help"),
        ),
        wrap=False,
        gap=12,
    )


def chamber(size=(1600, 900), scale=1.0, picked="CHN"):
    # Fifteen cards around a table need about 830 by 600; else the Council is a list.
    wide = size[0] / scale >= 1480 and size[1] / scale >= 860
    centre = [scores()]
    if wide:
        centre.append(horseshoe(picked))
    else:
        seats = [
            Entry(
                (Flag(c, height=18), Text(n), Badge(f"{p}%", t)),
                ("seat", c),
                name=f"seat:{c}",
                selected=c == picked,
            )
            for c, n, p, t in SEATS
        ]
        centre.append(
            Panel("The Council", (Table((Track(), Track(flex=1), Track(align="end")), seats),))
        )
        centre.append(Panel("Strength × unity", (chart(),), pad=12))
    if wide:
        body = Row(
            (instructions(), Column(centre, gap=12, flex=1), cables()),
            gap=16, align="stretch", flex=1,
        )  # fmt: skip
    else:
        body = Scroll("body", Column((*centre, instructions(), cables()), gap=12))
    return Column((header(), body, actions()), gap=14, pad=18)
