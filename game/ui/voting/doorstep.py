"""At the door before the vote: one small edit of words or numbers, and the pen's answer to it."""

from __future__ import annotations

from game import words
from game.engine import wording
from game.engine.actions import ProposeEdit, TakeEdit
from game.engine.observation import Observation
from game.engine.record import Clause, Draft
from game.engine.standing import EDITS, Edit
from game.engine.text import edited
from game.ui.drafting.paper import runs_of
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.estimate import estimate
from game.ui.parts.footer import why_not
from game.ui.parts.reasons import reasons
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent, signed
from game.ui.widgets import (
    SIGNS,
    Button,
    Column,
    Entry,
    Flag,
    Modal,
    Panel,
    Paragraph,
    Row,
    Run,
    Scroll,
    Spacer,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _

CLOSED = Pick("door", "")


def door_button(o: Observation, picks: Picks) -> Widget | None:
    """Return the button that opens the sheet for one small edit, for all but the pen."""
    if not o.scenario.plays("blue") or o.is_pen:
        return None
    return Button(
        _("A small edit …"),
        Pick("door", "open"),
        key=picks.key("edit"),
        disabled=why_not(o, "ProposeEdit"),
        name="small edit",
        hint=_("a number, an exception, a word: free, and once; the pen takes it or leaves it"),
    )


def door_sheet(o: Observation, picks: Picks) -> Widget | None:
    """Return the sheet for one small edit, if it is open."""
    legal = [a for a in o.legal if isinstance(a, ProposeEdit)]
    if picks.get("door", "") != "open" or not legal:
        return None
    text = _blue(o)
    ids = list(dict.fromkeys(a.measure for a in legal))
    chosen = picks.get("door clause", ids[0])
    chosen = chosen if chosen in ids else ids[0]
    lines = [
        Entry(
            (Text(o.scenario.measure(id).name, bold=id == chosen),),
            Pick("door clause", id),
            selected=id == chosen,
            name=f"door {id}",
        )
        for id in ids
    ]
    mine = [a for a in legal if a.measure == chosen]
    # What changes something comes first, and of that what serves this seat best.
    ranked = sorted(mine, key=lambda a: (_is_idle(o, text, a), -_gain(o, text, a)))
    serves = _gain(o, text, ranked[0]) >= 0
    options = tuple(_option(o, text, a, main=serves and a is ranked[0]) for a in ranked)
    now = words.styled(words.printed(o.scenario, text[chosen]))
    stands = Panel("", (Paragraph(runs_of(now)),), surface="paper", pad=16, name="as it stands")
    pair = Row(
        (
            Column(
                (Scroll("clauses", Table((Track(flex=1),), lines, lead=3), least=260),),
                flex=4,
                min_width=220,
            ),
            Column((stands, *options), flex=8, min_width=360, gap=8),
        ),
        gap=18,
        align="start",
    )
    rather = Button(_("Rather not"), CLOSED, look="ghost", main=not serves, name="rather not")
    shut = Row((Spacer(), rather))
    return Modal(
        _("One small edit at the door"),
        (
            Text(
                _("Level and verb stay; a number, an exception or a word can change."),
                tone="muted",
            ),
            pair,
            shut,
        ),
        CLOSED,
        name="door",
        width=1040,
    )


def _blue(o: Observation) -> Draft:
    return next((v.clauses for v in o.versions if v.number == o.blue), {})


def _gain(o: Observation, text: Draft, act: ProposeEdit) -> int:
    """Return what an edit is worth to the one who looks, in points of its own sum."""
    mine, then = reasons(o, o.seat, text), reasons(o, o.seat, _with(text, act))
    return then.total - mine.total if mine and then else 0


def _is_idle(o: Observation, text: Draft, act: ProposeEdit) -> bool:
    """Tell whether an edit changes neither the vote nor the sum of the one who looks."""
    was, now = estimate(o, text), estimate(o, _with(text, act))
    moves = was is not None and now is not None and percent(was.passes) != percent(now.passes)
    return not moves and not _gain(o, text, act)


def _with(text: Draft, act: ProposeEdit) -> Draft:
    return {**text, act.measure: edited(text[act.measure], act.edit)}


def _option(o: Observation, text: Draft, act: ProposeEdit, *, main: bool) -> Widget:
    """Return one edit that can be proposed, with what it would do."""
    before = text[act.measure]
    after = edited(before, act.edit)
    return Button(
        said(o, before, after),
        Steps((CLOSED, act)),
        main=main,
        look="card",
        note=effect(o, text, after),
        name=f"edit {act.measure} {act.softener}{act.hardener}{dict(act.params)}",
    )


def said(o: Observation, before: Clause, after: Clause) -> str:
    """Return what a small edit changes, in a few words."""
    s = o.scenario
    for was, now in ((before.softener, after.softener), (before.hardener, after.hardener)):
        if now != was and now:
            return _("add “{words}”").format(words=words.modifier(s, after, now))
        if now != was:
            return _("strike “{words}”").format(words=words.modifier(s, before, was))
    old, new = dict(before.params), dict(after.params)
    for it in wording.parameters(s, before.measure, before.level):
        was_, now_ = old.get(it.id, it.default), new.get(it.id, it.default)
        if was_ != now_:
            return _("{label}: {was} → {now} {unit}").format(
                label=it.label,
                was=it.choices[was_].value,
                now=it.choices[now_].value,
                unit=it.unit,
            )
    return _("as it stands")


def effect(o: Observation, text: Draft, after: Clause) -> str:
    """Return what an edit does to the vote, and to one's own sum."""
    changed = {**text, after.measure: after}
    was, now = estimate(o, text), estimate(o, changed)
    mine, then = reasons(o, o.seat, text), reasons(o, o.seat, changed)
    parts = []
    if mine and then:
        parts.append(_("{points} for you").format(points=signed(then.total - mine.total)))
    if was and now:
        parts.append(
            _("passes {was} → {now}").format(was=percent(was.passes), now=percent(now.passes))
        )
    return " · ".join(parts)


# -- what was proposed


def proposals(o: Observation) -> Widget | None:
    """Return the edits proposed at the door; for the pen with the button that takes each."""
    edits = o.record.settling.edits
    if not edits:
        return None
    lines = tuple(_proposal(o, edit) for edit in edits)
    taken = sum(e.taken for e in edits)
    left, waiting = EDITS - taken, len(edits) - taken
    title = _("At the door")
    if o.is_pen:
        says = _("At the door: you can take {left}")
        if taken or waiting < left:
            says = _("At the door: you can take {left} more ({waiting} proposed)")
        title = says.format(left=left, waiting=waiting)
    return Panel(title, lines, name="at the door", gap=8, pad=14)


def _proposal(o: Observation, edit: Edit) -> Widget:
    # The clause as it was when it was proposed: taken edits stand in the text now.
    first = _before(o, edit)
    now = edited(first, edit)
    head = (
        Run(f"{seat_name(o, edit.seat)}: ", bold=True),
        Run(o.scenario.measure(edit.measure).name + ", "),
        Run(said(o, first, now)),
    )
    lines: list[Widget] = [Text(head, size="small")]
    if o.is_pen and not edit.taken:
        lines.append(Text(effect(o, _blue(o), now), size="small", tone="muted"))
    parts: list[Widget | None] = [
        Flag(edit.seat, height=14),
        Column(tuple(lines), gap=1, flex=1),
    ]
    if edit.taken:
        parts.append(Text(f"{SIGNS['yes']} {_('taken')}", size="small", tone="yes", bold=True))
    elif o.is_pen and o.actor == o.seat:
        take = TakeEdit(o.seat, edit.seat)
        parts.append(
            Button(
                _("Take it"),
                take,
                look="ghost",
                disabled=why_not(o, take),
                name=f"take {edit.seat}",
            )
        )
    return Row(tuple(parts), gap=8)


def _before(o: Observation, edit: Edit) -> Clause:
    """Return the clause that an edit was proposed to."""
    for version in reversed(o.versions):
        clause = version.clauses.get(edit.measure)
        if clause is not None and edited(clause, edit) != clause:
            return clause
    return _blue(o)[edit.measure]
