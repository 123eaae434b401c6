"""What the table of the Council adds to the terminal: its papers, and who has seen which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from game import words
from game.commands.terminal import pages
from game.commands.terminal.reading import Misread, measure, member, number
from game.commands.terminal.reading import seat as read_seat
from game.engine import Observation, council, opinion, text
from game.engine.record import RIVALS, Clause, Draft
from game.engine.rooms import ROOMS
from game.engine.terms import Phase, Seat
from game.words import _, procedure, rooms, rules
from game.words.language import later

HELP: Mapping[str, str] = {
    "compare [A B]": later("what differs between two versions; 0 is what was in force before"),
    "standing [CLAUSE]": later("which clauses are closed, which in brackets, and who wants what"),
    "floor": later("what was raised before the vote, in the order in which it is voted on"),
    "agreed": later("what becomes of the words that were agreed before"),
    "rooms": later("who hears what is said in which room, how word gets out, and what it costs"),
    "seen [SEAT]": later("who has been shown which version, and when"),
}


def texts(o: Observation) -> Mapping[int, Draft]:
    """Return every text this seat can read by its number: 0 is the regime, -1 its own."""
    found: dict[int, Draft] = {0: {}, **{v.number: v.clauses for v in (*o.versions, *o.rivals)}}
    if o.is_pen and o.working and o.phase in (Phase.TEXT, Phase.SQUEEZE):
        found[-1] = o.working
    return found


def compare(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield what differs between two texts, the last two unless they are named.

    Raises:
        Misread: a number is no version that was seen.
    """
    known = texts(o)
    order = sorted((n for n in known if n < RIVALS), key=lambda n: (n < 0, n))
    chosen = [number(word, _("version")) for word in typed[:2]]
    if len(chosen) < 2:
        chosen = (order[-2:] if len(order) > 1 else [0, 0])[: 2 - len(chosen)] + chosen
    if missing := next((n for n in chosen if n not in known), 0):
        numbers = ", ".join(str(n) for n in sorted(known) if n > 0) or _("none")
        raise Misread(
            _("'{n}' is no version you have seen; those are: {numbers}").format(
                n=missing, numbers=numbers
            )
        )
    old, new = chosen
    found = words.diff(o.scenario, known[old], known[new])
    if not found:
        yield _("Nothing differs between these two.")
    for change in found:
        yield f"{change.sign} {change.text}"
        yield from (f"    {line}" for line in words.marked(change))


def seen(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield who was shown which version on which day; all fifteen, unless seats are named.

    Raises:
        Misread: what was typed is no seat.
    """
    s = o.scenario
    named: set[Seat] = set()
    while typed:
        found, many = read_seat(o, typed)
        named, typed = named | {found}, typed[many:]
    if not o.record.showings:
        yield _("Nobody has been shown a text yet.")
    for seat in (x for x in s.seats if not named or x in named):
        shown = [
            f"{x.number} {words.short_day(s, x.day)}"
            for x in o.record.showings
            if seat in s.circle(x.circle)
        ]
        line = f"   {seat}  {words.seat(s, seat):<24} {', '.join(shown) or _('nothing')}"
        if late := opinion.sight_points(s, o.record, seat):
            line += _("   late: {points}").format(points=words.signed(late))
        yield line


def behind_doors(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield who hears what is said in each room, and how readily word of it gets out."""
    del typed
    for room, name in rooms.NAMES.items():
        if o.scenario.plays(ROOMS[room].part):
            yield f"   {words.capital(_(name))}: {rooms.hears(o.scenario, room)}"


def standing(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield how each clause stands, and who wants which other level of it."""
    s, draft = o.scenario, pages.text_of(o)
    only = measure(o, typed[0]) if typed else ""
    if not s.plays("standing") or not o.record.showings:
        yield _("No clause was agreed or put in brackets yet.")
        return
    if draft is None:
        yield pages.no_text(o)
        return
    wanted = text.open_brackets(s, o.record, draft)
    for m in s.measures:
        level = text.level_of(s, draft, m.id)
        if (only and m.id != only) or not level:
            continue
        stands = text.standing(o.record, m.id)
        if stands is text.Standing.BRACKETED and m.id not in wanted:
            stands = text.Standing.OPEN
        yield f"   {_(STANDS[stands.value]):<22} {m.name}: {words.level(s, m.id, level)}"
        for seat, other in wanted.get(m.id, ()):
            says = words.with_words(s, words.level(s, m.id, other.level), _reworded(other))
            yield "      " + _("[{seat}: {level}]").format(seat=words.seat(s, seat), level=says)
        if (price := text.price_of(o.record, o.seat, m.id)) > 1:
            yield "      " + _("you agreed to it; to ask again takes {n} acts").format(n=price)


def _reworded(clause: Clause) -> Clause | None:
    return clause if clause.reworded else None


STANDS: Mapping[str, str] = {
    "open": later("open"),
    "bracketed": later("in brackets"),
    "ad_ref": later("agreed ad referendum"),
    "closed": later("closed"),
}


def agreed(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield what becomes of the words that were agreed before, those not kept first."""
    s, draft = o.scenario, pages.text_of(o)
    only = measure(o, typed[0]) if typed else ""
    if draft is None:
        yield pages.no_text(o)
        return
    fates = {"kept": _("kept"), "changed": _("changed"), "lost": _("lost")}
    found = [w for w in text.agreed_words(s, draft) if not only or w.measure == only]
    for it in sorted(found, key=lambda w: w.fate == "kept"):
        was, now = words.level(s, it.measure, it.was), words.level(s, it.measure, it.now)
        says = was if it.was == it.now else f"{was} -> {now}"
        yield f"   {fates[it.fate]:<8} {words.title(s, it.measure)}: {says}"


def floor(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield what waits for a vote, in its order, with the rule that puts it there.

    Raises:
        Misread: something else was typed after the word.
    """
    if typed:
        raise Misread(_("expected: {shape}").format(shape="floor"))
    draft = next((v.clauses for v in o.versions if v.number == o.blue), {})
    found = council.in_order(o.scenario, draft, o.blue, o.questions)
    if not found:
        yield _("Nothing waits for a vote.")
    for place, question in enumerate(found, 1):
        yield f"{place:3}  {words.capital(procedure.question(o.scenario, question))}"
        yield f"       {rules.rule(o.scenario, question)}; {rules.needs(question)}"


def yes_if(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Return what would bring a delegation to a yes.

    Raises:
        Misread: none is named.
    """
    return pages.yes_if(o, member(o, typed))


PAGES: Mapping[str, Callable[[Observation, Sequence[str]], Iterator[str]]] = {
    "compare": compare,
    "seen": seen,
    "rooms": behind_doors,
    "standing": standing,
    "agreed": agreed,
    "floor": floor,
    "if": yes_if,
}
"""Word -> the page that it shows, from what was typed after it."""
