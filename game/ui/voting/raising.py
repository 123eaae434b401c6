"""The sheets on which something is raised before the vote, each choice with its effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game import words
from game.engine.actions import Amend, Divide, Move, PointOfOrder
from game.engine.council import MOTIONS, PARTY
from game.engine.observation import Observation
from game.engine.record import Clause, Draft, Question
from game.engine.wording import clause_at
from game.ui.drafting import wording
from game.ui.drafting.moves import moves_of
from game.ui.drafting.texts import Desk
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.footer import why_not
from game.ui.parts.signs import percent, signed
from game.ui.parts.speech import level_name
from game.ui.voting.explaining import explanation
from game.ui.voting.presiding import order_sheet
from game.ui.voting.questions import EFFECTS
from game.ui.widgets import (
    Button,
    Column,
    Entry,
    Grid,
    Modal,
    Row,
    Scroll,
    Spacer,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _, capital
from game.words.rules import rule

CLOSED = Pick("raise", "")


def raising(o: Observation, picks: Picks) -> Widget | None:
    """Return the sheet that is open above the floor, if any."""
    sheet = _SHEETS.get(picks.get("raise", ""))
    return sheet(o, picks) if sheet is not None else None


def _modal(title: str, *children: Widget | None, width: int = 760) -> Modal:
    shut = Row((Spacer(), Button(_("Rather not"), CLOSED, look="ghost", name="rather not")))
    return Modal(title, (*children, shut), CLOSED, name="raising", width=width)


def _explain(o: Observation, picks: Picks) -> Widget:
    return _modal(
        _("How do you explain your vote, before it is taken?"),
        Text(
            _(
                "What a reading does where you sit stands on it. A line of your own goes on record "
                "with it."
            ),
            tone="muted",
        ),
        explanation(o, picks, before=True),
    )


def _blue(o: Observation) -> Draft:
    return next((v.clauses for v in o.versions if v.number == o.blue), {})


def _amend(o: Observation, picks: Picks) -> Widget:
    """Return the clauses that can be amended, and the levels of the one in focus."""
    text = _blue(o)
    legal = [a for a in o.legal if isinstance(a, Amend)]
    ids = list(dict.fromkeys(a.measure for a in legal))
    wanted = [a.measure for a in o.record.asks if a.seat == o.seat and a.measure in ids]
    first = (wanted or ids or [""])[0]
    chosen = picks.get("amend", first)
    chosen = chosen if chosen in ids else first
    order = sorted(ids, key=lambda id: (id not in wanted, id not in text))
    lines = [_measure(o, id, selected=id == chosen, asked=id in wanted) for id in order]
    clauses = Table((Track(flex=1), Track()), lines, lead=3)
    if chosen and picks.get("words", Clause("", 0)).measure == chosen:
        return _words(o, picks, text, chosen)
    levels = tuple(_level(o, text, a) for a in legal if a.measure == chosen)
    return _modal(
        _("Which clause, and what shall it be?"),
        Text(_("Rule 36: the amendment furthest from the draft is voted on first."), tone="muted"),
        Row(
            (
                Column((Scroll("clauses", clauses, least=260),), flex=5, min_width=260),
                Column(
                    (*((_stands(o, text, chosen),) if chosen else ()), *levels),
                    flex=6,
                    min_width=320,
                    gap=8,
                ),
            ),
            gap=18,
            align="start",
        ),
        width=900,
    )


def _measure(o: Observation, id: str, *, selected: bool, asked: bool) -> Entry:
    note = Text(_("you asked"), size="small", tone="accent") if asked else Spacer(0, flex=0)
    return Entry(
        (Text(o.scenario.measure(id).name, bold=selected), note),
        Pick("amend", id),
        selected=selected,
        name=f"amend {id}",
    )


def _level(o: Observation, text: Draft, act: Amend) -> Widget:
    move = moves_of(o, text, act.measure).get(act.level)
    note = ""
    if move is not None:
        mine = move.worths.get(o.seat)
        points = signed(mine.points) if mine else "0"
        note = _("for you {points} · the draft then passes {chance}").format(
            points=points, chance=percent(move.passes)
        )
    label = level_name(o.scenario, act.measure, act.level)
    button = Button(
        capital(label) if act.level else _("Take it out"),
        Steps((CLOSED, act)),
        look="card",
        note=note,
        name=f"move {act.measure} {act.level}",
    )
    return Row((Column((button,), flex=1), _way_to_words(o, act.clause)), gap=8)


def _stands(o: Observation, text: Draft, measure: str) -> Widget:
    """Return the clause as it stands, and the way to other words at its level."""
    now = clause_at(o.scenario, text, measure)
    stands = level_name(o.scenario, measure, now.level)
    says = Text(_("As it stands: {level}").format(level=stands), font="serif", flex=1)
    return Row((says, _way_to_words(o, now)), gap=8)


def _way_to_words(o: Observation, clause: Clause) -> Widget | None:
    if clause.level <= o.scenario.floor(clause.measure) or not o.scenario.verbs:
        return None
    return Button(
        _("Words …"),
        Pick("words", clause),
        look="ghost",
        name=f"words {clause.measure} {clause.level}",
        hint=_("verb, softer or harder words, another number: not only a level"),
    )


def _words(o: Observation, picks: Picks, text: Draft, measure: str) -> Widget:
    """Return the sheet of words, with the amendment as its end."""

    def ends(now: Clause, new: Clause) -> Iterator[Widget]:
        yield Button(_("Back"), wording.CLOSED, look="ghost", name="close wording")
        act = Amend.of(o.seat, new)
        yield Button(
            _("Move it in these words"),
            Steps((act, wording.CLOSED, CLOSED)),
            main=True,
            look="primary",
            disabled=wording.unfit(o, now, new) or why_not(o, act),
            name="move words",
        )

    first = picks.get("words", clause_at(o.scenario, text, measure))
    desk = Desk(text, text, o.blue, o.blue, writes=False, levels=text)
    return wording.sheet_of(o, picks, desk, first, ends)


def _divide(o: Observation, _picks: Picks) -> Widget:
    text = _blue(o)
    buttons = tuple(
        Button(
            o.scenario.measure(a.measure).name,
            Steps((CLOSED, a)),
            look="card",
            note=capital(words.paragraph(o.scenario, text, a.measure)),
            name=f"divide {a.measure}",
        )
        for a in o.legal
        if isinstance(a, Divide)
    )
    return _modal(
        _("Which paragraph shall be voted on alone?"),
        Text(
            _("Rule 32: it stays in with nine in favour. The mover of the draft can object."),
            tone="muted",
        ),
        Scroll("parts", Grid(buttons, cell=240, gap=8), least=260),
        width=840,
    )


def _motion(o: Observation, _picks: Picks) -> Widget:
    legal = {a.motion: a for a in o.legal if isinstance(a, Move)}
    buttons = tuple(
        Button(
            capital(_(words.procedure.MOTIONS[motion])),
            Steps((CLOSED, legal[motion])) if motion in legal else None,
            look="card",
            note=f"{_(EFFECTS[motion])} {rule(o.scenario, Question(motion, o.seat))}",
            disabled="" if motion in legal else _("moved before"),
            name=f"motion {motion}",
        )
        for motion in MOTIONS
    )
    return _modal(
        _("What do you move?"),
        Text(_("Nine in favour carry it, and nobody has a veto."), tone="muted"),
        *buttons,
    )


def _point(o: Observation, _picks: Picks) -> Widget:
    legal = [a for a in o.legal if isinstance(a, PointOfOrder)]
    buttons = tuple(
        Button(
            capital(words.the(o.scenario, a.about))
            if a.point == PARTY
            else capital(_(words.procedure.MOTIONS[a.about])),
            Steps((CLOSED, a)),
            look="card",
            note=_("is a party to the dispute and has to abstain")
            if a.point == PARTY
            else _("is no matter of procedure: a veto counts"),
            name=f"point {a.about}",
        )
        for a in legal
    )
    return _modal(
        _("What is your point of order?"),
        Text(_("Rule 30: the President rules at once; nine can overrule it."), tone="muted"),
        Scroll("points", Grid(buttons, cell=300, gap=8), least=220),
    )


_SHEETS: Mapping[str, Callable[[Observation, Picks], Widget]] = {
    "order": order_sheet,
    "explain": _explain,
    "amend": _amend,
    "divide": _divide,
    "motion": _motion,
    "point": _point,
}
