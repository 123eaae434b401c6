"""Before the vote: what was raised and in which order it comes, and what one can still raise."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import council, opinion
from game.engine.actions import (
    MOST_RAISED,
    Action,
    Amend,
    Divide,
    Explain,
    Move,
    PointOfOrder,
    Second,
    StandBy,
    Withdraw,
    acts_left,
)
from game.engine.observation import Observation
from game.engine.record import Question
from game.ui.drafting.rival import OPEN, can_start
from game.ui.messages import Confirm, Pick, Picks, Show, Steps
from game.ui.parts.bluing import fails
from game.ui.parts.estimate import estimate
from game.ui.parts.footer import why_not
from game.ui.parts.frame import frame
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.voting.ballot import what_is_new
from game.ui.voting.presiding import order_button
from game.ui.voting.raising import raising
from game.ui.widgets import (
    Button,
    Card,
    Column,
    Flag,
    Grid,
    Layers,
    Panel,
    Row,
    Run,
    Text,
    Widget,
)
from game.words import _, capital, read
from game.words.language import later
from game.words.procedure import question as about
from game.words.procedure import still_to_raise
from game.words.rules import needs, rule

RAISES: tuple[tuple[str, type[Action], str, str], ...] = (
    (
        "explain",
        Explain,
        later("Explain your vote before it is taken"),
        later("your reading goes on record; the vote itself stays sealed"),
    ),
    (
        "amend",
        Amend,
        later("Move an amendment …"),
        later("one clause at another level or in other words; it needs what the draft needs"),
    ),
    (
        "divide",
        Divide,
        later("Ask for a separate vote …"),
        later("one paragraph alone, unless the mover objects"),
    ),
    (
        "motion",
        Move,
        later("Move to put it off …"),
        later("suspend, adjourn, refer, postpone: nine yes, no veto"),
    ),
    (
        "point",
        PointOfOrder,
        later("Raise a point of order …"),
        later("the President rules at once"),
    ),
)
"""What can be raised: the pick that opens it, the act, its button, and what it is."""


def floor_page(o: Observation, picks: Picks) -> Widget:
    """Return the calm page between blue and the hands."""
    mine = o.actor == o.seat
    order = Column((_order(o), what_is_new(o)), flex=7, min_width=380, gap=14)
    acts = Column((_acts(o, picks) if mine else _others(),), flex=6, min_width=340)
    columns = (acts, order) if picks.house.is_narrow else (order, acts)
    title = Column(
        (
            Text(
                _("Draft S/{year}/9001 in blue").format(year=o.scenario.date(o.record.day).year),
                size="label",
                tone="muted",
                align="center",
            ),
            Text(_("Before the vote"), size="display", font="serif", align="center"),
            Text(_asked(o), tone="muted", align="center"),
        ),
        gap=6,
    )
    body = (title, Row(columns, gap=22, align="start"))
    screen = frame(o, picks, Column(body, gap=22, flex=1))
    above = raising(o, picks) if mine else None
    return Layers((screen, above)) if above is not None else screen


def _asked(o: Observation) -> str:
    chair = o.scenario.president(o.record.day)
    if o.actor != o.seat:
        return _("The President asks each member in turn whether there is anything to raise.")
    if chair == o.seat:
        return _("You preside. Is there anything that you want to raise yourself?")
    words = _("{chair} presides and asks you: is there anything to raise?")
    return words.format(chair=seat_name(o, chair))


# -- what was raised


def _order(o: Observation) -> Widget:
    text = next((v.clauses for v in o.versions if v.number == o.blue), {})
    found = council.in_order(o.scenario, text, o.blue, o.questions)
    lines = tuple(_line(o, place, q) for place, q in enumerate(found, 1))
    said = tuple(_explained(o))
    return Panel(
        _("In this order it will be put to the vote"),
        (*lines, *said),
        name="order of votes",
        gap=10,
    )


def _line(o: Observation, place: int, q: Question) -> Widget:
    is_draft = q.kind == "draft" and q.version == o.blue
    head = Text(
        capital(about(o.scenario, q)), font="serif", size="lead" if is_draft else "body", bold=True
    )
    odds = None
    if is_draft and (found := estimate(o)):
        says = _("as you see it, it passes {chance}").format(chance=percent(found.passes))
        odds = Text(says, size="small", tone="accent")
    return Card(
        (
            Row(
                (
                    Text(str(place), size="title", font="serif", tone="accent", width=30),
                    Flag(q.by, height=18),
                    Column(
                        (
                            head,
                            Text(
                                (
                                    Run(rule(o.scenario, q)),
                                    Run(f"  ·  {needs(q)}", tone="muted"),
                                ),
                                size="small",
                            ),
                            odds,
                            _seconder(o, q),
                        ),
                        gap=2,
                        flex=1,
                    ),
                ),
                gap=12,
                align="start",
            ),
        ),
        accent="accent" if is_draft else "",
        edge="left",
        surface="raised",
        pad=14,
        name=f"question {place}",
    )


def _seconder(o: Observation, q: Question) -> Widget | None:
    """Return who seconded a draft, and could bring it to the vote in its mover's place."""
    seat = next((s for number, s in o.seconded if q.kind == "draft" and number == q.version), "")
    if not seat:
        return None
    says = _("seconded by {seat}, who can bring it to the vote if it is withdrawn")
    return Text(says.format(seat=seat_name(o, seat)), size="small", tone="muted")


def _explained(o: Observation) -> Iterator[Widget]:
    """Yield what was explained before the vote."""
    if o.explained:
        yield Text(_("Explained before the vote"), size="label", tone="muted")
    for seat, chosen in o.explained.items():
        said = read(o.scenario, chosen, o.narrowed.get(seat, ""))
        says = (Run(f"{seat_name(o, seat)}: ", bold=True), Run(said))
        yield Row((Flag(seat, height=13), Text(says, size="small", flex=1)), gap=8)


# -- what one can raise


def _others() -> Widget:
    line = Text(_("Others have the floor; your turn comes."), font="serif", size="lead")
    return Panel(_("The floor"), (line,), name="floor", pad=18)


def _acts(o: Observation, picks: Picks) -> Widget:
    stand = StandBy(o.seat)
    nothing = Button(
        _("Nothing to raise")
        if acts_left(o, o.seat) == MOST_RAISED
        else _("Nothing more to raise"),
        stand,
        key=picks.key("main"),
        look="primary",
        disabled=why_not(o, stand),
        name="stand by",
    )
    cards = [
        Button(
            _(label),
            Pick("raise", key),
            look="card",
            note=_(note),
            disabled=why_not(o, kind.__name__),
            name=f"raise {key}",
        )
        for key, kind, label, note in RAISES
        if not (kind in (Amend, Divide) and o.is_pen)
    ]
    left = acts_left(o, o.seat)
    found = (order_button(o), *cards, _rival(o, picks), *_about_drafts(o, picks))
    raised = Grid(tuple(card for card in found if card is not None), cell=236, gap=9)
    return Panel(
        _("The floor is yours"),
        (nothing, Text(still_to_raise(left), size="small", tone="muted", name="left"), raised),
        name="floor",
        gap=9,
        pad=18,
    )


def _rival(o: Observation, picks: Picks) -> Widget | None:
    """Return the way to the desk where a draft of one's own is written."""
    if not can_start(o):
        return None
    return Button(
        _("Submit a draft of your own …"),
        Show("desk", {OPEN: True}),
        key=picks.key("rival"),
        look="card",
        note=_("rule 32: drafts are voted on in the order in which they were submitted"),
        name="raise rival",
    )


def _about_drafts(o: Observation, picks: Picks) -> Iterator[Widget]:
    """Yield what can be done about the drafts on the table: second one, or withdraw one's own."""
    for act in o.legal:
        if isinstance(act, Withdraw):
            words = _("Withdraw it? There will be no product, and no defeat on record.")
            drafts = {v.number: v.clauses for v in (*o.versions, *o.rivals)}
            fallen = fails(o, drafts.get(act.version), opinion.heard_of(o, act.version))
            yield Button(
                _("Withdraw your draft"),
                Confirm(words, _("Withdraw"), Steps((act,)), not fallen),
                key=picks.key("withdraw"),
                look="card",
                note=_("rule 35: while no vote has been taken on it"),
                name=f"withdraw {act.version}",
            )
        elif isinstance(act, Second):
            by = next((q.by for q in o.questions if q.version == act.version), "")
            yield Button(
                _("Second the draft of {seat}").format(seat=seat_name(o, by)),
                act,
                look="card",
                note=_("if it is withdrawn, you can bring it to the vote"),
                name=f"second {act.version}",
            )
