"""The table: fifteen seats in their order from the President, and the text in the middle."""

from math import cos, pi, sin

from game.engine.observation import Observation
from game.engine.terms import Phase, Seat
from game.ui.drafting.standing import count, told
from game.ui.messages import Picks
from game.ui.parts.chart import chart
from game.ui.parts.estimate import Estimate, estimate, is_unwritten, text_in_hand
from game.ui.parts.question import question
from game.ui.parts.seats import leaning, seat_card, seat_name
from game.ui.parts.signs import percent
from game.ui.parts.yes_if import yes_if
from game.ui.widgets import (
    Canvas,
    Column,
    Dot,
    Place,
    Point,
    Poly,
    Ring,
    Row,
    Run,
    Shape,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later

# Half of the table, from the President at the top to the end of the right wing.
HALF = (
    (0.0, 0.075),
    (0.171, 0.083),
    (0.34, 0.176),
    (0.418, 0.316),
    (0.428, 0.45),
    (0.418, 0.595),
    (0.375, 0.74),
    (0.265, 0.885),
)

AGREEMENT = later(
    "Agreement is 1 when all would vote alike, and 0 when yes, no and abstention are even. Least "
    "content is whose yes is least likely."
)


def horseshoe(observation: Observation, picks: Picks, focus: Seat, *, width: int) -> Ring:
    """Return the table; `width` is the room it has, design pixels."""
    o = observation
    seating = o.scenario.seating(o.record.day)
    card = max(152, min(163, int(width * 0.1685)))
    places = [
        Place(*_place(i, len(seating)), seat_card(o, picks, s, selected=s == focus, width=card))
        for i, s in enumerate(seating)
    ]
    middle = Column(_middle(o, picks), gap=6, width=int(width * 0.45), align="center")
    places.append(Place(0.5, 0.45, middle))
    if text_in_hand(o) is not None and not picks.house.newcomer:
        better = yes_if(o, focus)
        candidate = better.draft if better is not None and better.state == "found" else None
        figure = chart(o, height=128, candidate=candidate)
        places.append(Place(0.5, 0.86, Column((figure,), width=int(width * 0.33))))
    return Ring(tuple(places), (_wood(),), flex=1, height=430, text=_("The table"), name="table")


def _place(i: int, many: int) -> Point:
    """Return where the seat with this number sits; the President is 0, the next to the right."""
    half = many // 2
    right = i <= half
    step = i if right else many - i
    at = step * (len(HALF) - 1) / max(1, half)
    low = min(int(at), len(HALF) - 2)
    share = at - low
    x = HALF[low][0] + share * (HALF[low + 1][0] - HALF[low][0])
    y = HALF[low][1] + share * (HALF[low + 1][1] - HALF[low][1])
    return (0.5 + x if right else 0.5 - x), y


def _wood() -> Shape:
    opening = 0.80 * pi
    steps = [opening * (2 * i / 96 - 1) for i in range(97)]
    outer = [(0.5 + 0.360 * sin(t), 0.500 - 0.400 * cos(t)) for t in steps]
    inner = [(0.5 + 0.295 * sin(t), 0.500 - 0.320 * cos(t)) for t in reversed(steps)]
    return Poly((*outer, *inner), "wood", strength=70, outline="grain")


def _middle(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    asked = question(o, picks)
    return (
        *status(o, picks),
        Spacer(4, flex=0),
        Text(asked.words, align="center", font="serif", size="lead") if asked else None,
        Row((asked.answer,), justify="center") if asked else None,
    )


def status(observation: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    """Return what lies on the table and what would carry it."""
    o = observation
    found = estimate(o)
    if found is None:
        if o.record.showings:
            words = _("A text is going round without you.")
            return (Text(words, size="heading", font="serif", align="center"),)
        words = _("Nothing written yet") if is_unwritten(o) else _("No text yet")
        return (
            Text(_("On the table"), size="small", tone="muted", align="center"),
            Text(words, size="heading", font="serif", align="center"),
        )
    tight = picks.house.is_short
    return (
        None
        if tight or picks.house.is_low
        else Text(_("On the table"), size="small", tone="muted", align="center"),
        Text(title(o), size="heading", font="serif", align="center"),
        *_settled(o),
        hands(o, found),
        None if picks.house.newcomer or tight else _carried(o, found),
    )


def _settled(o: Observation) -> list[Widget]:
    """Return how far the text is settled: what is closed, what is in brackets, the last silence."""
    lines: list[tuple[str, Tone]] = [(count(o, text_in_hand(o) or {}), "muted")]
    if not o.blue:
        lines += list(told(o))[-1:]
    return [Text(words, size="small", tone=tone, align="center") for words, tone in lines if words]


def title(observation: Observation) -> str:
    """Return what the text in hand is called."""
    o = observation
    pen = seat_name(o, o.scenario.penholder)
    if o.blue:
        return _("{seat} draft, in blue").format(seat=pen)
    if o.is_pen and (not o.versions or o.versions[-1].clauses != text_in_hand(o)):
        return _("Your working text") if o.phase is not Phase.OVER else _("The last text")
    return _("{seat} draft, version {number}").format(seat=pen, number=o.versions[-1].number)


def hands(observation: Observation, found: Estimate) -> Widget:
    """Return the hands as dots, from the surest yes to the surest no; the ring marks the ninth."""
    o, s = observation, observation.scenario
    order = sorted(s.seats, key=lambda x: (-found.yes[x], found.no[x]))
    many = len(order)
    shapes: list[Shape] = [
        Dot((i + 0.5) / many, 0.5, leaning(o, x), radius=7, ring=i == s.majority - 1)
        for i, x in enumerate(order)
    ]
    yes = sum(found.yes[x] >= 0.5 for x in order)
    words = _("{yes} of {many} lean to yes; {majority} are needed")
    text = words.format(yes=yes, many=many, majority=s.majority)
    dots = Canvas(tuple(shapes), text, height=30, width=340, name="hands", hint=text)
    return Row((dots,), justify="center")


def _carried(o: Observation, found: Estimate) -> Widget:
    words = _("{majority} yes and no veto carry it: ").format(majority=o.scenario.majority)
    tone = "yes" if found.passes >= 0.5 else "no"
    odds = _("passes {chance} today").format(chance=percent(found.passes))
    runs = (Run(words), Run(odds, bold=True, tone="yes" if tone == "yes" else "no"))
    return Column(
        (
            Text(runs, tone="muted", align="center", size="small"),
            Text(agreed(o, found), tone="muted", align="center", size="small", hint=_(AGREEMENT)),
        ),
        gap=2,
    )


def agreed(o: Observation, found: Estimate) -> str:
    """Return how far the Council agrees, and who is least content."""
    index = _("agreement {index}").format(index=f"{found.agreement / 1000:.2f}")
    if found.least is None:
        return index
    least = _("you") if found.least == o.seat else seat_name(o, found.least)
    return _("{index} · least content: {seat}").format(index=index, seat=least)
