"""One delegation looked at closely: phrase, chances, reasons, and what would win it."""

from collections.abc import Iterator, Mapping

from game import words
from game.engine import opinion
from game.engine.actions import Ask, SetClause
from game.engine.observation import Observation
from game.engine.record import Term
from game.engine.terms import Seat
from game.engine.text import GONE, STANDS, fate
from game.ui.messages import Picks, Show, Steps
from game.ui.parts.estimate import estimate, text_in_hand
from game.ui.parts.footer import why_not, with_warning
from game.ui.parts.reasons import reason_lines, reasons
from game.ui.parts.seats import chance_bar, phrase_badge
from game.ui.parts.signs import percent, signed
from game.ui.parts.speech import level_name
from game.ui.parts.yes_if import YesIf, yes_if
from game.ui.widgets import Button, Column, Flag, Panel, Row, Text, Widget
from game.words import _, asked, names, on_clause, stances, with_words
from game.words.language import later


def focused(observation: Observation, picks: Picks) -> Seat:
    """Return the seat that is looked at: the one picked, else the one that matters most."""
    o, s = observation, observation.scenario
    seat = picks.get("seat", "")
    if seat in s.seats:
        return seat
    found = estimate(o)
    others = [x for x in s.seats if x != o.seat]
    if found is None:
        return next((x for x in s.inner if x != o.seat), others[0])
    risk = max(s.permanent, key=lambda x: (x != o.seat, found.no[x]))
    if found.no[risk] >= 0.05:
        return risk
    return min(others, key=lambda x: found.yes[x])


def focus_panel(observation: Observation, picks: Picks, *, limit: int = 5) -> Panel:
    """Return everything this seat knows of the one it looks at."""
    o = observation
    seat = focused(o, picks)
    d = o.scenario.delegation(seat)
    head = Row(
        (
            Flag(seat, d.short, height=24),
            Text(d.short, size="heading", font="serif", flex=1, nowrap=True),
        ),
        gap=10,
    )
    return Panel(
        "",
        (head, *_stand(o, seat), *_wins(o, seat), *_why(o, seat, limit), *_heard(o, seat)),
        gap=9,
        name="focus",
    )


def _stand(o: Observation, seat: Seat) -> Iterator[Widget]:
    found = estimate(o)
    if found is None:
        stance = o.record.stances.get(seat)
        if stance:
            yield Text(
                f"“{stances.stance(o.scenario, stance)}.”", font="serif", italic=True, size="lead"
            )
        return
    yield Row((phrase_badge(o, seat),), gap=8)
    if seat in o.people and seat != o.seat:
        yield Text(_("A person sits here; nobody can forecast that."), tone="muted")
        return
    if seat == o.seat:
        return
    yield chance_bar(found, seat)
    yes, no = found.yes[seat], found.no[seat]
    words = _("yes {yes} · abstains {abstain} · no {no}").format(
        yes=percent(yes), abstain=percent(max(0.0, 1 - yes - no)), no=percent(no)
    )
    yield Text(words, size="small", tone="muted")


def _wins(o: Observation, seat: Seat) -> Iterator[Widget]:
    """Yield what would win this seat, if it is not won."""
    found = yes_if(o, seat)
    if found is not None and found.state != "won":
        yield Text(_("Yes if …"), size="label", tone="muted")
        yield from _changes(o, found)


def _why(o: Observation, seat: Seat, limit: int) -> Iterator[Widget]:
    why = reasons(o, seat)
    if why is None or (seat in o.people and seat != o.seat):
        return
    brief = o.scenario.briefs[seat]
    if seat == o.seat:
        title = _("Your sum: {sum}, yes from {yes}").format(
            sum=signed(why.total), yes=signed(brief.yes_at)
        )
    else:
        title = _("Why, as far as you know")
    yield Text(title, size="label", tone="muted")
    yield reason_lines(o, why, limit=limit)


def _changes(o: Observation, found: YesIf) -> Iterator[Widget]:
    s = o.scenario
    if found.state == "searching":
        yield Text(_("looking for words …"), tone="muted")
        return
    if found.state == "none":
        yield Text(_("There is no wording: no two changes would win it."), size="small")
        return
    text = text_in_hand(o) or {}
    for clause in found.changes:
        was = opinion.level_of(s, text, clause.measure)
        then = level_name(s, clause.measure, clause.level)
        says = f"{level_name(s, clause.measure, was)} → {then}"
        if was == clause.level:
            says = with_words(s, then, clause)
        yield Column(
            (
                Text(s.measure(clause.measure).name, bold=True),
                Text(says, size="small", tone="muted"),
            ),
            gap=1,
        )
    if found.favour:
        given = words.term(s, Term("favour", item=found.favour))
        yield Text(_("and from you: {favour}").format(favour=given), size="small")
    then = _("then yes {yes}; the text passes {passes}").format(
        yes=percent(found.chance), passes=percent(found.passes)
    )
    yield Text(then, size="small", tone="yes")
    if button := _do(o, found):
        yield Row((button,))


def _do(o: Observation, found: YesIf) -> Button | None:
    """Return the button that writes the change, or asks the pen for it."""
    if o.actor != o.seat:
        return None
    if o.is_pen:
        writes = tuple(SetClause.of(o.seat, clause) for clause in found.changes)
        if writes and not any(why_not(o, write) for write in writes[:1]):
            return Button(_("Write it"), Steps(writes), name="write it")
        return None
    if not found.changes:
        return Button(_("To the corridor"), Show("corridor"), name="ask for")
    clause = found.changes[0]
    ask = Ask.of(o.seat, clause)
    if not why_not(o, ask):
        return Button(
            _("Ask for it"), ask, note=with_warning(o, ask, _("1 act")), name="ask for it"
        )
    picks = {"measure": clause.measure, "level": clause.level}
    return Button(_("To the corridor"), Show("corridor", picks), name="ask for")


def _heard(o: Observation, seat: Seat) -> Iterator[Widget]:
    lines = tuple(_public(o, seat))
    if lines:
        yield Text(_("Heard in public"), size="label", tone="muted")
    for line in lines[-6:]:
        yield Text(line, size="small")


FATES: Mapping[str, str] = {
    "open": later("asks for"),
    "granted": later("was granted"),
    STANDS: later("asked for, and stands in the text"),
    GONE: later("was granted, and is gone from the text"),
    "refused": later("was refused"),
}
"""How an ask stands -> what is said of it."""


def _public(o: Observation, seat: Seat) -> Iterator[str]:
    s, r = o.scenario, o.record
    if seat in r.priorities:
        yield _("first of all: {measure}").format(measure=names.measure(s, r.priorities[seat]))
    for mark in r.marks:
        if mark.seat == seat:
            yield words.mark(s, mark)
    for warned in r.warnings:
        if warned.seat == seat:
            yield on_clause(s, warned)
    text = text_in_hand(o)
    for ask in r.asks:
        found = fate(s, text, ask)
        if ask.seat == seat and found in FATES:
            yield f"{_(FATES[found])}: {asked(s, ask)}"
    if seat in r.sponsors:
        yield _("sponsors the text")
