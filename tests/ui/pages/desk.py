"""A screen much like the drafting desk: paper, tables, a stepper."""

from game.ui.widgets import (
    Bar,
    Button,
    Column,
    Divider,
    Entry,
    Flag,
    Grid,
    Meter,
    Panel,
    Paper,
    Paragraph,
    Row,
    Run,
    Scroll,
    Segment,
    Spacer,
    Stepper,
    Table,
    Text,
    Track,
)
from tests.ui.pages.chamber import SEATS, actions, header


def desk(size=(1600, 900), scale=1.0):
    clauses = [
        Paragraph((Run("The Security Council", italic=True), Run(",")), indent=36),
        Paragraph(
            (
                Run("Gravely concerned", italic=True),
                Run(" that the test of 6 January broke its earlier decisions,"),
            ),
            indent=36,
        ),
    ]
    for number in range(17, 34):
        what = (
            Run("Decides", italic=True),
            Run(
                " that all States shall inspect cargo within or passing through their "
                "territory that comes from or goes to the DPRK;"
            ),
        )
        extra = {}
        if number == 29:
            what = (
                Run("Decides", italic=True),
                Run(
                    " that the DPRK shall not supply coal, iron or iron ore, and that all "
                    "States shall "
                ),
                Run("prohibit", strike=True, tone="no"),
                Run(" forbid its purchase, "),
                Run(
                    "except transactions determined to be exclusively for livelihood purposes",
                    tone="accent",
                    underline=True,
                ),
                Run(";"),
            )
            extra = {
                "tint": "accent",
                "children": (
                    Row(
                        (
                            Flag("CHN", height=14),
                            Text(
                                "Proposed by China · supported by Egypt",
                                size="small",
                                tone="accent",
                            ),
                            Button("Accept", ("grant", 29), key="G", look="ghost", name="grant:29"),
                            Button(
                                "Refuse", ("refuse", 29), key="R", look="ghost", name="refuse:29"
                            ),
                        ),
                        gap=6,
                    ),
                ),
            }
        clauses.append(
            Paragraph(
                what,
                number=f"{number}.",
                indent=36,
                message=("clause", number),
                name=f"clause:{number}",
                **extra,
            )
        )
    paper = Paper(
        (
            Row(
                (
                    Text("United Nations", size="heading", font="serif", bold=True),
                    Spacer(),
                    Text("S/2016/9001 · revision 3", font="serif"),
                )
            ),
            Divider(tone="text"),
            Row(
                (
                    Text("Security Council", size="title", font="serif", bold=True),
                    Spacer(),
                    Text("Provisional\n16 February 2016", font="serif", align="end"),
                )
            ),
            *clauses,
        ),
        name="paper",
        flex=2,
    )
    measures = Panel(
        "Measures",
        (
            Text("Trade", bold=True, tone="accent"),
            Table(
                (Track(flex=1), Track(align="end")),
                [
                    Entry(
                        (Text(what), Meter(level, 4)),
                        ("measure", what),
                        name=f"measure:{what}",
                        selected=level == 2,
                    )
                    for what, level in (
                        ("Coal, iron, iron ore", 2),
                        ("Gold, titanium, rare earths", 3),
                        ("Aviation fuel", 1),
                        ("Crude and refined oil", 0),
                    )
                ],
            ),
            Stepper(
                "Coal",
                2,
                0,
                4,
                "coal",
                names=("silent", "condemn", "limit", "ban with exemption", "ban"),
                name="coal",
            ),
        ),
        name="measures",
        width=330 if size[0] / scale >= 1280 else 0,
    )
    seats = [
        Entry(
            (
                Flag(c, height=18),
                Text(n),
                Bar((Segment("yes", p), Segment("abstain", 100 - p))),
                Text(str(p)),
                Text(f"+{100 - p}", bold=True, tone="yes"),
            ),
            ("seat", c),
            name=f"seat:{c}",
        )
        for c, n, p, _ in SEATS
    ]
    effect = Panel(
        "If you accept paragraph 29 as China wants it",
        (
            Grid(
                tuple(
                    Column(
                        (
                            Text(a, size="small", tone="muted"),
                            Text(b, size="heading", font="serif", bold=True, tone=t),
                        ),
                        gap=0,
                    )
                    for a, b, t in (
                        ("Passes", "51→93%", "yes"),
                        ("Veto threat", "47→6%", "abstain"),
                        ("Bite at the border", "−58%", "no"),
                    )
                ),
                columns=3,
            ),
            Table(
                (Track(), Track(flex=2), Track(flex=1), Track(align="end"), Track(align="end")),
                seats,
                lead=3,
            ),
        ),
        name="effect",
        width=430 if size[0] / scale >= 1280 else 0,
    )
    if size[0] / scale < 1280:
        body = Scroll("body", Column((measures, paper, effect), gap=14))
    else:
        body = Row((measures, paper, effect), gap=18, align="stretch", flex=1)
    return Column((header(), body, actions()), gap=14, pad=18)
