"""The chamber, home of the game: who stands where, what would carry the text, what to do next."""

from game.engine.actions import Circulate, DemandSight
from game.engine.observation import Observation
from game.engine.terms import Circle, Phase
from game.ui import parts
from game.ui.bargain.cables import slips
from game.ui.bargain.phrases import position
from game.ui.bargain.requests import requests_sheet
from game.ui.messages import Close, Pick, Picks, Show, Steps
from game.ui.parts.digest import latest
from game.ui.parts.focus import focus_panel, focused
from game.ui.parts.horseshoe import horseshoe, status
from game.ui.parts.instructions import instructions
from game.ui.parts.question import (
    answering,
    blue,
    end_round,
    question,
    requests,
    sponsor,
)
from game.ui.widgets import (
    Button,
    Card,
    Column,
    Layers,
    Modal,
    Row,
    Scroll,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _, circle, rooms
from game.words.language import later

TITLE = later("Chamber")

SIDE = 286
THREE_COLUMNS = 1440
"""Room from which instructions stand at the left, design pixels."""


def available(observation: Observation | None) -> bool:
    """The chamber is open as long as somebody sits in it."""
    return observation is not None


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the chamber."""
    assert observation is not None  # `available` was asked.
    o = observation
    body = _list(o, picks) if picks.house.is_narrow else _table(o, picks)
    screen = parts.frame(o, picks, body, acts=_acts(o, picks), end=_end(o, picks))
    return Layers((screen, _overlay(o, picks)))


def _table(o: Observation, picks: Picks) -> Widget:
    """Return the chamber with room for the horseshoe."""
    room = picks.house.room - 36
    seat = focused(o, picks)
    panel = focus_panel(o, picks, limit=4 if picks.house.newcomer else 6)
    if picks.house.room >= THREE_COLUMNS:
        middle = room - 2 * (SIDE + 14)
        left: Widget | None = Column((instructions(o, picks),), width=SIDE)
        beside: Widget = Column((slips(o, picks), panel, latest(picks)), width=SIDE, gap=12)
    else:
        middle = room - SIDE - 14
        left, beside = None, _beside(o, picks, panel)
    centre = Column(
        (parts.scores(o, picks), horseshoe(o, picks, seat, width=middle)), gap=10, flex=1
    )
    return Row((left, centre, beside), gap=14, align="stretch", flex=1)


def _beside(o: Observation, picks: Picks, panel: Widget) -> Widget:
    """Return one column for two panels: the instructions, until a seat was picked to look at."""
    seat = focused(o, picks)
    looks = picks.get("seat", "") == seat
    tabs = Row(
        (
            Button(
                _("Instructions"),
                Pick("seat", ""),
                look="tab",
                selected=not looks,
                name="beside instructions",
            ),
            Button(
                parts.seat_name(o, seat),
                Pick("seat", seat),
                look="tab",
                selected=looks,
                name="beside seat",
            ),
        ),
        gap=4,
    )
    own = (slips(o, picks), instructions(o, picks), latest(picks))
    shown = (panel, latest(picks)) if looks else own
    stacked = Scroll("beside", Column(shown, gap=12), flex=1)
    return Column((tabs, stacked), width=SIDE, gap=8)


def _list(o: Observation, picks: Picks) -> Widget:
    """Return the chamber for a narrow window or large text: a question, then a list."""
    asked = question(o, picks)
    seat = focused(o, picks)
    seats = Table(
        (Track(), Track(flex=1), Track(), Track(), Track(align="end")),
        tuple(
            parts.seat_line(o, picks, s, selected=s == seat)
            for s in o.scenario.seating(o.record.day)
        ),
        gap=10,
        lead=3,
    )
    tight = picks.house.is_short
    lies = status(o, picks)
    question_ = (
        Text(asked.words, font="serif", size="lead", align="center") if asked else None,
        Row((asked.answer,), justify="center") if asked else None,
    )
    # Where little can be seen at once, what is asked comes before what lies on the table.
    content = (*question_, *lies) if tight else (*lies, *question_)
    if tight and asked and picks.house.room >= 760:
        # Side by side, so that more than a line of the list is seen below.
        both = (Column(question_, gap=6, flex=1), Column(lies, gap=4, flex=1))
        content = (Row(both, gap=18),)
    card = Card(
        content,
        surface="panel",
        pad=8 if tight else 14,
        gap=4 if tight else 6,
    )
    chart = None
    if parts.text_in_hand(o) is not None and not picks.house.newcomer:
        chart = parts.chart(o, height=170)
    if picks.house.room >= 760:
        pair: Widget = Row(
            (
                Column((seats, chart), flex=1, gap=14),
                Column(
                    (slips(o, picks), focus_panel(o, picks), latest(picks), instructions(o, picks)),
                    flex=1,
                    gap=12,
                ),
            ),
            gap=18,
            align="start",
        )
    else:
        pair = Column(
            (
                slips(o, picks),
                seats,
                focus_panel(o, picks),
                latest(picks),
                instructions(o, picks),
                chart,
            )
        )
    return Column((parts.scores(o, picks), card, pair), gap=10 if tight else 14)


def _acts(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    if o.phase not in (Phase.TEXT, Phase.SQUEEZE):
        return (_waiting(o, picks),)
    if o.is_pen:
        return (
            Button(_("Draft"), Show("desk"), name="draft"),
            parts.act(
                o,
                picks,
                _("Circulate"),
                "Circulate",
                key="circulate",
                message=Pick("circulate", True),
                note=_("1 act") if o.phase is Phase.SQUEEZE else "",
            ),
            Button(
                _("Answer requests"),
                answering(o),
                disabled="" if requests(o) else _("nobody waits for an answer"),
                name="answer asks",
            ),
            blue(o, picks) if o.phase is Phase.SQUEEZE else None,
        )
    return (
        parts.act(
            o, picks, _("State"), "Say", key="state", message=Pick("state", True), note=_("free")
        ),
        parts.act(o, picks, _("Ask"), "Ask", message=Show("corridor", {"act": "ask"})),
        parts.act(
            o, picks, _("Back"), "Back", message=Show("corridor", {"act": "back", "tab": "clauses"})
        ),
        parts.act(
            o,
            picks,
            _("Oppose"),
            "Oppose",
            message=Show("corridor", {"act": "oppose", "tab": "clauses"}),
        ),
        parts.act(
            o,
            picks,
            _("Warn"),
            "Warn",
            key="warn",
            message=Show("corridor", {"act": "warn", "tab": "clauses"}),
        ),
        None
        if o.draft is not None
        else parts.act(o, picks, _("Demand sight"), DemandSight(o.seat), key="demand"),
        None if o.draft is None or o.seat in o.record.sponsors else sponsor(o, picks),
    )


def _waiting(o: Observation, picks: Picks) -> Widget | None:
    """Return the way to where this beat is played."""
    places = {
        Phase.ALARM: ("soundings", _("To the alarm")),
        Phase.SOUNDINGS: ("soundings", _("To the soundings")),
        Phase.BLUE: ("blue", _("Say your last word")),
        Phase.VOTE: ("vote", _("To the vote")),
        Phase.ECHO: ("world", _("See what comes of it")),
        Phase.OVER: ("debrief", _("Look back")),
    }
    if o.phase not in places:
        return None
    screen, label = places[o.phase]
    return Button(label, Show(screen), key=picks.key("main"), look="primary", name="to the beat")


def _end(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    if o.phase in (Phase.TEXT, Phase.SQUEEZE):
        return (end_round(o, picks),)
    return ()


def _overlay(o: Observation, picks: Picks) -> Widget | None:
    if o.actor != o.seat:
        return None
    if picks.get("state", False):
        return position(o, picks)
    if picks.get("circulate", False):
        return _circulate(o, picks)
    return requests_sheet(o, picks)


def _circulate(o: Observation, picks: Picks) -> Modal:
    rows: list[Button] = []
    for ring in Circle:
        action = Circulate(o.seat, ring)
        legal = action in o.legal
        first = legal and not any(row.main for row in rows)
        rows.append(
            Button(
                circle(o.scenario, ring),
                Steps((Pick("circulate", False), action)),
                look="card",
                note=_seen_by(o, ring),
                main=first,
                disabled="" if legal else parts.why_not(o, action),
                name=f"circulate {ring.value}",
            )
        )
    return Modal(
        _("Who shall see your text?"),
        (
            Text(_("A circle only widens. Whoever is shown it late, resents it."), tone="muted"),
            *rows,
        ),
        Steps((Pick("circulate", False), Close())),
        name="circulate",
    )


def _seen_by(o: Observation, ring: Circle) -> str:
    """Return who sees a text in a circle, and how readily word of it gets out."""
    odds = "" if ring is Circle.ALL else rooms.odds(o.scenario, ring.value)
    return " · ".join(part for part in (_(_CIRCLES[ring]), odds) if part)


_CIRCLES = {
    Circle.P2: later("the two who settle the core"),
    Circle.P5: later("those who can stop it"),
    Circle.ALL: later("everybody who votes"),
}
