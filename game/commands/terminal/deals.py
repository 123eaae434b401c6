"""What the terminal shows of the corridor: offers with their worth, promises, words, cables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from game import words
from game.commands.terminal.bargain import shape, sides
from game.commands.terminal.reading import Misread, measure, member, one
from game.commands.terminal.reading import seat as read_seat
from game.engine import Observation, Seat, lint
from game.engine.actions.capital import odds
from game.engine.opinion import in_force
from game.engine.record import FULL, Offered, Pledge
from game.engine.rooms import CORRIDOR
from game.session import Session
from game.session.instructions import NEEDS, OFFERS, PHRASE, ROUNDS, SILENCE
from game.ui.bargain.between import DUE, STANDS
from game.ui.bargain.field import WORST
from game.ui.bargain.laid import Laid, is_open, mirrored
from game.ui.bargain.suggest import field, packages
from game.ui.bargain.trust import breaches
from game.ui.bargain.worth import passing, sinks, worths
from game.ui.drafting.moves import Worth
from game.ui.drafting.texts import desk_of
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.signs import percent
from game.words import _, rooms
from game.words.language import later

HELP: Mapping[str, str] = {
    "deals [SEAT]": later(
        "offers, promises, and whose word has suffered; with a seat, what deals are in reach"
    ),
    "weigh SEAT ...": later("what a deal would be worth; typed as an offer is"),
    "leave [WHAT HOW]": later(
        "what is done for you: offers, needs, silence, phrase, rounds, or clause CLAUSE"
    ),
    "cables": later("what your capital has cabled, and what it thinks of you"),
}
"""Word -> what it shows."""
EDGE = 6
"""Deals of the edge that are told."""


def waiting(o: Observation) -> Iterator[str]:
    """Yield the offer or the question that waits for an answer."""
    s = o.scenario
    if o.inquirer:
        who = words.begin(s, o.inquirer)
        yield _(
            "{seat} asks what you need. 'tell CLAUSE' names it, 'tell' alone names nothing."
        ).format(seat=who)
    if o.offered is not None:
        yield _("{seat} offers you a deal.").format(seat=words.begin(s, o.offered.seat))
        yield from weighed(o, mirrored(o.offered))
        yield _("'accept', 'decline', or 'decline TERM for TERM' with what would do instead.")


def weighed(o: Observation, table: Laid) -> Iterator[str]:
    """Yield a deal with its worth: exact for the one who looks, an estimate for the other."""
    s = o.scenario
    mine, theirs = worths(o, table)
    other = words.the(s, table.other)
    yield _("  you give: {terms}").format(terms=words.terms(s, table.give))
    yield _("  you get:  {terms}").format(terms=words.terms(s, table.take))
    yield _("  worth to you {mine}; to {seat}, as you read it, {theirs}").format(
        mine=_points(mine), seat=other, theirs=_points(theirs)
    )
    if told := rooms.odds(s, CORRIDOR):
        yield f"  {told}"
    if (found := passing(o, desk_of(o), table)) is not None:
        yield _("  with it the text passes {was} -> {now}").format(
            was=percent(found.was.passes), now=percent(found.now.passes)
        )


def _points(worth: Worth) -> str:
    points = words.signed(worth.points)
    return f"{points} ±{worth.spread}" if worth.spread else points


def weigh(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield what a deal that was typed would be worth, without offering it.

    Raises:
        Misread: it names nobody, or no terms.
    """
    if len(typed) < 2:
        raise Misread(_("expected: weigh SEAT TERM+TERM for TERM+TERM"))
    many = read_seat(o, typed)[1]
    other = member(o, typed[:many], but=o.seat)
    return weighed(o, Laid(other, *sides(o, typed[many:])))


def deals(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield promises, offers, and whose word has suffered; with a seat, what is in reach with it.

    Raises:
        Misread: no such seat, or no deals in this sitting.
    """
    return _with(o, typed) if typed else _struck(o)


def _struck(o: Observation) -> Iterator[str]:
    yield from waiting(o)
    mine = [p for p in o.record.pledges if o.seat in (p.by, p.to)]
    yield _("Promises") if mine else _("Nobody has promised you anything, nor you anybody.")
    yield from (_promise(o, p) for p in mine)
    if o.record.offers:
        yield _("Offers")
    yield from (_offer(o, x) for x in o.record.offers)
    if o.scenario.plays("credibility"):
        yield from _doubted(o)


def _with(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Return the deals that both would gain by, then the edge on which none is better for both."""
    other = member(o, typed, but=o.seat)
    if not is_open(o) or o.dealt is None:
        raise Misread(_("In this sitting no deals are struck outside the meeting."))
    return _in_reach(o, other)


def _in_reach(o: Observation, other: Seat) -> Iterator[str]:
    name = words.the(o.scenario, other)
    both = tuple(packages(o, other))
    yield _("What you and {seat} would both gain by: you, and they as you read it").format(
        seat=name
    )
    for it in sorted(both, key=lambda it: sinks(o, desk_of(o), it.table)):
        yield from _deal(o, it.table, it.mine.points, it.theirs.points)
    if not both:
        yield _("  No deal was found that both would gain by.")
    edge = [d for d in field(o, other).deals if d.best and min(d.own, d.theirs.mean) >= WORST]
    if edge:
        yield _("The edge of what can be had: nothing is better for both than one of these")
    tables = [(Laid(other, deal.give, deal.take), deal) for deal in edge[:EDGE]]
    for table, deal in sorted(tables, key=lambda it: sinks(o, desk_of(o), it[0])):
        yield from _deal(o, table, deal.own, deal.theirs.mean)


def _deal(o: Observation, it: Laid, mine: int, theirs: int) -> Iterator[str]:
    """Yield a deal with both values, and how it would be offered."""
    give, take = (words.terms(o.scenario, side) for side in (it.give, it.take))
    line = _("{give} for {take}").format(give=give, take=take)
    yield f"  {words.signed(mine):>5} {words.signed(theirs):>5}  {line}"
    if (found := passing(o, desk_of(o), it)) is not None and sinks(o, desk_of(o), it):
        says = _("the text may fail by it: it passes {was} -> {now}")
        says = says.format(was=percent(found.was.passes), now=percent(found.now.passes))
        yield f"               {says}"
    typed = ["+".join(shape(o, term) for term in side) for side in (it.give, it.take)]
    if all(shape(o, term) for term in (*it.give, *it.take)):
        yield f"               offer {it.other.lower()} {typed[0]} for {typed[1]}"


def _promise(o: Observation, pledge: Pledge) -> str:
    s = o.scenario
    line = _("  {by} to {to}: {what} ({when})")
    return line.format(
        by=words.begin(s, pledge.by),
        to=words.the(s, pledge.to),
        what=words.term(s, pledge),
        when=_(STANDS.get(pledge.status) or DUE[pledge.due]),
    )


def _offer(o: Observation, offered: Offered) -> str:
    s = o.scenario
    stands = {"struck": _("agreed"), "declined": _("declined"), "open": _("waits")}
    line = _("  round {round}: {seat} to {to}, {give} for {take} ({stands})")
    return line.format(
        round=offered.round,
        seat=words.begin(s, offered.seat),
        to=words.the(s, offered.to),
        give=words.terms(s, offered.give),
        take=words.terms(s, offered.take),
        stands=stands.get(offered.status, offered.status),
    )


def _doubted(o: Observation) -> Iterator[str]:
    doubted = [seat for seat in o.scenario.seats if o.record.trust(seat) < FULL]
    if doubted:
        yield _("Whose word has suffered")
    for seat in doubted:
        points = o.record.trust(seat)
        name = words.begin(o.scenario, seat)
        yield f"  {name}: {words.credibility(points)} ({points})"
        yield from (f"    {line}" for line in breaches(o, seat))


def leave(session: Session, typed: Sequence[str]) -> Iterator[str]:
    """Yield the standing instructions, after a change if one was typed.

    Raises:
        Misread: nothing can be left to them in that way.
    """
    ways = {
        "offers": OFFERS,
        "needs": NEEDS,
        "silence": SILENCE,
        "phrase": PHRASE,
        "rounds": ROUNDS,
    }
    if typed and typed[0] == "clause":
        clause = measure(session.wall, typed[1]) if typed[1:] else ""
        session.instruct(evolve(session.instructions, clause=clause))
    elif typed:
        kind = one({k: k for k in ways}, typed[0])
        named = {way or "ask": way for way in ways[kind]}
        session.instruct(
            evolve(session.instructions, **{kind: one(named, typed[1] if typed[1:] else "")})
        )
    for kind, allowed in ways.items():
        now = getattr(session.instructions, kind) or "ask"
        yield f"  {kind}: {now} ({'|'.join(way or 'ask' for way in allowed)})"
    clause = session.instructions.clause
    touched = words.measure(session.scenario, clause) if clause else _("none")
    yield _("  clause: offers that touch it are declined; {clause}").format(clause=touched)


def cables(o: Observation) -> Iterator[str]:
    """Yield the cables in force, and what the capital thinks of its delegation."""
    if o.dealt is None or not o.scenario.plays("cables"):
        yield _("No cables are sent in this sitting.")
        return
    s, text = o.scenario, text_in_hand(o)
    found = in_force(s, o.dealt)
    if not found:
        yield _("No cable has come.")
    for cable in found:
        met = bool(text) and bool(cable.measure) and lint.meets(s, text or {}, cable.aim)
        sign = "+" if met else "-"
        yield f" {sign} {cable.text}"
        yield f"     {words.aim(s, cable.aim)} ({cable.weight})"
    yield _("{words}: credit {points} of 100; more room is granted {odds} times in 100").format(
        words=words.capital(words.credit(o.dealt.credit)),
        points=o.dealt.credit,
        odds=odds(o.dealt),
    )
    if o.dealt.asked:
        yield _(
            "You asked for more room on {measure}; the answer comes with the next round."
        ).format(measure=words.measure(s, o.dealt.asked))
