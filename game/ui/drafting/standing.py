"""How a clause stands on the desk: open, bracketed, agreed ad ref, closed; what reopening costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game import words
from game.engine.actions import Action, Close, Refusal
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.record import Clause, Draft
from game.engine.standing import Silenced
from game.engine.terms import Seat
from game.engine.text import REOPENED, Standing, open_brackets, price_of, standing
from game.ui.drafting.texts import Desk, open_asks
from game.ui.messages import Picks, Steps
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import signed
from game.ui.parts.speech import level_name, refusal_line
from game.ui.widgets import (
    SIGNS,
    Badge,
    Button,
    Column,
    Flag,
    Row,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital, plural
from game.words.language import later

MARKS: Mapping[Standing, tuple[str, str, Tone]] = {
    Standing.OPEN: ("", later("open"), "muted"),
    Standing.BRACKETED: ("[ ]", later("in brackets"), "abstain"),
    Standing.AD_REF: (later("ad ref"), later("agreed ad referendum"), "accent"),
    Standing.CLOSED: (SIGNS["yes"], later("closed"), "yes"),
}
"""Standing of a clause -> its sign in lists, its word, its tone."""


def is_kept(o: Observation) -> bool:
    """Tell whether this sitting keeps book of how clauses stand, and a text was shown."""
    return o.scenario.plays("standing") and bool(o.record.showings)


def wanting(o: Observation, text: Draft, measure: str) -> tuple[tuple[Seat, Clause], ...]:
    """Return who wants which other clause on a measure: what stands in brackets."""
    if not is_kept(o):
        return ()
    return open_brackets(o.scenario, o.record, text).get(measure, ())


def stands(o: Observation, text: Draft, measure: str) -> Standing:
    """Return how a clause of this text stands; brackets that the text satisfies are gone."""
    found = standing(o.record, measure)
    if found is Standing.BRACKETED and not wanting(o, text, measure):
        return Standing.CLOSED if o.record.settling.closing(measure) else Standing.OPEN
    return found


def mark(o: Observation, text: Draft, measure: str) -> Widget | None:
    """Return the sign of a clause in a list; nothing for one that is open."""
    if not is_kept(o) or not level_of(o.scenario, text, measure):
        return None
    sign, word, tone = MARKS[stands(o, text, measure)]
    return Text(_(sign), size="small", tone=tone, bold=True, hint=_(word)) if sign else None


def count(o: Observation, text: Draft) -> str:
    """Return how many clauses of a text are closed and in brackets, in a few words."""
    if not is_kept(o):
        return ""
    found = [stands(o, text, id) for id in text]
    brackets, closed = found.count(Standing.BRACKETED), found.count(Standing.CLOSED)
    parts = [plural("{count} clause", "{count} clauses", len(text))]
    if closed:
        parts.append(_("{n} closed").format(n=closed))
    if brackets:
        parts.append(_("{n} in brackets").format(n=brackets))
    return " · ".join(parts)


def standing_line(o: Observation, desk: Desk, measure: str) -> Widget | None:
    """Return how the clause in focus stands, who wants it otherwise, and what reopening costs."""
    if not is_kept(o) or desk.text is None or not level_of(o.scenario, desk.levels, measure):
        return None
    found = stands(o, desk.levels, measure)
    _sign, word, tone = MARKS[found]
    badge = Badge(capital(_(word)), tone, sign="none")
    lines = tuple(Text(line, size="small") for line in _said(o, desk, measure))
    if found is Standing.OPEN and not lines:
        return None
    return Row((Column((badge,)), Column(lines, gap=2, flex=1)), gap=10, align="start")


def _said(o: Observation, desk: Desk, measure: str) -> Iterator[str]:
    waiting = {a.seat for a in open_asks(o, measure)} if desk.writes else set()
    for seat, clause in wanting(o, desk.levels, measure):
        if seat in waiting:
            continue  # It stands below with its answers.
        yield _("{seat} wants: {level}").format(seat=seat_name(o, seat), level=_wanted(o, clause))
    closing = o.record.settling.closing(measure)
    if closing is None:
        reopened = next((c for c in o.record.settling.closings if c.measure == measure), None)
        if reopened is not None and reopened.reopened:
            yield _("was closed; {seat} opened it again").format(
                seat=seat_name(o, reopened.reopened)
            )
        return
    if closing.waits:
        names = ", ".join(seat_name(o, seat) for seat in closing.waits)
        yield _("{names} still to agree; who ends the round without a word, agrees").format(
            names=names
        )
    yield _price(o, desk, measure, len(closing.agreed))


def _price(o: Observation, desk: Desk, measure: str, agreed: int) -> str:
    """Return what it costs this seat to change a clause that is closed, before it is paid."""
    if desk.writes:
        says = _("{agreed}; other words cost {points} points with each of them")
        found = plural("agreed with {count}", "agreed with {count}", agreed)
        return says.format(agreed=found, points=signed(REOPENED))
    price = price_of(o.record, o.seat, measure) if o.seat else 1
    if price > 1:
        return plural(
            "you agreed to it; to ask again takes {count} act",
            "you agreed to it; to ask again takes {count} acts",
            price,
        )
    return plural("agreed with {count}", "agreed with {count}", agreed)


def close_act(o: Observation, picks: Picks, measure: str) -> Widget | None:
    """Return the pen's button that proposes the clause in focus as agreed."""
    if not o.is_pen or not is_kept(o) or why_not(o, "SetClause"):
        return None
    action = Close(o.seat, measure)
    button = Button(
        _("Propose as agreed"),
        action,
        key=picks.key("bracket"),
        look="ghost",
        disabled=_why_not_close(o, measure) if action not in o.legal else "",
        name=f"close {measure}",
        hint=_("free; who disputed it is asked, all others agree by saying nothing"),
    )
    return Row((button,))


def _why_not_close(o: Observation, measure: str) -> str:
    s, fields = o.scenario, {"measure": measure}
    if "Close" in o.blocked:
        return refusal_line(s, o.blocked["Close"])
    shown = level_of(s, o.versions[-1].clauses, measure) if o.versions else 0
    if not shown:
        return refusal_line(s, Refusal("not_in_text", fields))
    if shown != level_of(s, o.working or {}, measure):
        return refusal_line(s, Refusal("shown_otherwise", fields))
    return refusal_line(s, Refusal("closed_already", fields))


def close_all(o: Observation) -> Button | None:
    """Return the button that proposes everything as agreed that nobody wants otherwise."""
    if not o.is_pen or not is_kept(o) or o.working is None or why_not(o, "SetClause"):
        return None
    quiet: list[Action] = [
        a for a in o.legal if isinstance(a, Close) and not wanting(o, o.working, a.measure)
    ]
    if len(quiet) < 2:
        return None
    label = _("Close {n} undisputed").format(n=len(quiet))
    return Button(
        label,
        Steps(tuple(quiet)),
        look="ghost",
        name="close all",
        hint=_("proposes each of them as agreed; free"),
    )


def bracketed(o: Observation, text: Draft, measure: str) -> bool:
    """Tell whether a clause of this text prints in square brackets."""
    return is_kept(o) and stands(o, text, measure) is Standing.BRACKETED


def initials(o: Observation, text: Draft, measure: str) -> Widget | None:
    """Return the flags and letters of who wants a clause otherwise, as they stand in a draft."""
    found = wanting(o, text, measure)
    if not found:
        return None
    flags = tuple(Flag(seat, seat_name(o, seat), height=12) for seat, _clause in found[:5])
    says = "; ".join(
        _("{seat}: {level}").format(seat=seat, level=_wanted(o, clause)) for seat, clause in found
    )
    return Row((*flags, Text(f"[{says}]", size="small", tone="no", flex=1)), gap=5)


def _wanted(o: Observation, clause: Clause) -> str:
    label = level_name(o.scenario, clause.measure, clause.level)
    return words.with_words(o.scenario, label, clause if clause.reworded else None)


def told(o: Observation) -> Iterator[tuple[str, Tone]]:
    """Yield how silences went, each in a line with its tone: for the table in the chamber."""
    for silence in o.record.settling.silences:
        day = words.short_day(o.scenario, silence.day)
        if silence.status == "running":
            yield _("under silence until {day}").format(day=day), "abstain"
        elif silence.status == "kept":
            yield _("silence kept: the wording is agreed"), "yes"
        elif silence.status == "reopened":
            yield _("silence kept, and the text changed after it"), "no"
        else:
            yield capital(_broken(o, silence)), "no"


def _broken(o: Observation, silence: Silenced) -> str:
    found = (b for b in o.record.settling.breaches if b.version == silence.version)
    breach = next(found, None)
    if breach is None:
        return _("silence broken")
    seat = words.the(o.scenario, breach.seat)
    if not breach.measure:
        return _("{seat} broke silence and named nothing").format(seat=seat)
    clause = words.measure(o.scenario, breach.measure)
    return _("{seat} broke silence over {clause}").format(seat=seat, clause=clause)
