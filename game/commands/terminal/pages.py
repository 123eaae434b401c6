"""What the terminal shows: pages of plain lines made from an observation."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from game import words
from game.engine import Observation, Seat, bargain, consensus, opinion, pressure
from game.engine.actions import EndRound, Rest, Sight, StandBy
from game.engine.events import BeatOpened, Event, MonthPassed, Tally
from game.engine.lint import remarks
from game.engine.observation import forecast
from game.engine.record import Draft, Term
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Circle, Phase
from game.ui.abroad.reading import signs
from game.ui.ending.answer import final_text, last_text
from game.ui.parts.bluing import once_spoken_to
from game.ui.parts.estimate import answers, estimate, outlook
from game.ui.parts.frontier import whole_frontier
from game.ui.parts.horseshoe import agreed
from game.words import _, adopted, beside
from game.words.language import later
from game.words.season import argued

SIGNS = {
    "cable": "#",
    "to_me": "*",
    "phrase": "~",
    "text": "=",
    "rumour": ".",
    "shock": "!",
    "public": "?",
}
"""What stands before a line of the digest."""

HELP: Mapping[str, str] = {
    "NUMBER": later("choose from the menu"),
    "text": later("the text as it prints; 'text 2' for version 2"),
    "clauses": later(
        "every clause with its levels; 'clauses coal' for one, with what each level does"
    ),
    "changes": later("what changed since the version before"),
    "brief": later("your instructions, your aims, your red lines"),
    "reasons": later("why your capital thinks what it thinks of the text"),
    "hands": later("what everybody says of the text, and the forecast"),
    "if SEAT": later("what would bring a delegation to a yes"),
    "requests": later("what was asked of the pen"),
    "remarks": later("what the Secretariat remarks on the text"),
    "target": later("what the other side may do, from the signs seen"),
    "news": later("what happened since your last turn"),
    "log": later("everything you may know of what happened"),
    "suggest": later("a text that a computer would put forward in your place"),
    "menu": later("what you can do now"),
    "closed": later("what you cannot do now, and why"),
    "undo, redo": later("take back, or do again"),
    "save [FILE]": later("write the game to a file"),
    "quit": later("save and leave"),
}


def text_of(o: Observation) -> Draft | None:
    """Return the text that matters to this seat: in blue, the pen's own, or the last one seen."""
    if o.is_pen and o.working and o.phase in (Phase.TEXT, Phase.SQUEEZE):
        return o.working
    return o.draft


def no_text(o: Observation) -> str:
    """Return why there is no text to show this seat."""
    if o.is_pen:
        return _("You have not written a text yet; that comes with the beat of the text.")
    if o.phase in (Phase.ALARM, Phase.SOUNDINGS):
        return _("No text has been written yet.")
    return _("You have not been shown a text.")


def brief(o: Observation) -> Iterator[str]:
    """Yield the secret instructions of this seat."""
    s, dealt = o.scenario, o.dealt
    if dealt is None:
        yield _("Instructions have not arrived.")
        return
    found = s.briefs[o.seat]
    variant = opinion.variant_of(s, o.seat, dealt.variant)
    yield found.story
    yield ""
    yield _("This time: {why}").format(why=variant.why)
    yield words.margin(dealt.margin)
    yield ""
    yield _("What your capital wants (weight)")
    for it in opinion.wanted_by(s, o.seat, dealt):
        yield f"  {aim(s, it)} ({it.aim.weight})"
    yield _("Red lines")
    yield from (f"  {line}" for line in found.red_lines)
    yield from (f"  {words.limit(s, it)}" for it in opinion.limits(s, o.seat, dealt.variant))


def aim(s: Scenario, it: opinion.Wanted) -> str:
    """Return an aim with what a cable made of it."""
    cabled = words.cabled(s, it)
    return f"{words.aim(s, it.aim)} [{cabled}]" if cabled else words.aim(s, it.aim)


def clauses(o: Observation, only: str = "") -> Iterator[str]:
    """Yield every measure with its number, id, level in the text, and its levels."""
    s, draft = o.scenario, text_of(o)
    if draft is None:
        yield _("{why} This is what is in force.").format(why=no_text(o))
    for number, m in enumerate(s.measures, 1):
        if only and m.id != only:
            continue
        now = opinion.level_of(s, draft, m.id) if draft is not None else s.base(m.id)
        label = words.level(s, m.id, now)
        yield f"{number:3}  {m.name} ({m.id}): {now} {label}"
        yield from (f"       * {line}" for line in argued(s, o.record, m.id))
        if only:
            shown = {} if draft is None else {now: _("in the text")}
            marks = {s.in_force.get(m.id, 0): _("in force"), **shown}
            for n in range(m.top + 1):
                mark = f"  <- {marks[n]}" if n in marks and n else ""
                yield f"       {n} {words.level(s, m.id, n)}{mark}"


def hands(o: Observation) -> Iterator[str]:
    """Yield what everybody says, and the forecast of a vote today."""
    s, draft = o.scenario, text_of(o)
    guess = forecast(o, consensus.row(s, draft)[None, :]) if draft is not None else None
    if guess is not None:
        yield " " * 59 + _("{yes:>9} {no:>9}").format(yes=_("yes"), no=_("no"))
    for at, seat in enumerate(s.seats):
        said = o.record.phrases.get(seat)
        phrase = words.phrase(said) if said else _("not yet on a text")
        star = "*" if seat in s.permanent else " "
        pen = _(" (pen)") if seat == s.penholder else ""
        line = f" {star} {seat} {words.seat(s, seat) + pen:<20} {phrase:<31} "
        if guess is not None:
            if seat in o.people and seat != o.seat:
                line += _("a person decides")
            else:
                line += f"{words.chance(float(guess.yes[0, at])):>9}"
                if seat in s.permanent:
                    line += f" {words.chance(float(guess.no[0, at])):>9}"
        yield line.rstrip()
    yield _(" * permanent member; nine votes in favour and no permanent member against adopt")
    if guess is not None and draft is not None:
        yield ""
        yield _("A vote today: passes {adopted}; {votes} votes expected; veto {veto}").format(
            adopted=words.chance(float(guess.adopted[0])),
            votes=f"{float(guess.expected[0]):.1f}",
            veto=words.chance(max(0.0, float(guess.vetoed[0]))),
        )
        yield _("All fifteen: {unanimous}. Pressure on paper: {paper} of 100").format(
            unanimous=words.chance(float(guess.unanimous[0])),
            paper=words.points(pressure.paper_of(s, draft, o.before)),
        )
        if spoken := once_spoken_to(o):
            yield spoken
        if strain := words.season.straining(s, o.abroad, draft, o.before):
            yield strain
        if (now := estimate(o)) is not None:
            yield words.capital(agreed(o, now))
        yield from _reach(o)


def _reach(o: Observation) -> Iterator[str]:
    """Yield strength against unity: the most pressure in reach with so many votes or more."""
    edge, seats = whole_frontier(o), len(o.scenario.seats)
    parts = []
    for votes in range(o.scenario.majority, seats + 1, 2):
        found = [reach.paper for reach in edge if reach.votes >= votes - 0.5]
        most = words.points(max(found)) if found else _("none found")
        parts.append(_("{votes} votes: {most}").format(votes=votes, most=most))
    yield _("The most pressure in reach: {parts}").format(parts=", ".join(parts))


def yes_if(o: Observation, seat: Seat) -> Iterator[str]:
    """Yield the changes of one clause that would make a yes of a seat likely, nearest first."""
    s, draft = o.scenario, text_of(o)
    if draft is None:
        yield no_text(o)
        return
    if seat in o.people and seat != o.seat:
        yield _("A person decides for {seat}.").format(seat=words.the(s, seat))
        return
    at, start = s.seats.index(seat), consensus.row(s, draft)
    now = float(forecast(o, start[None, :]).yes[0, at])
    yield _("{seat} today: yes {chance}").format(
        seat=words.begin(s, seat), chance=words.chance(now)
    )
    near = consensus.neighbours(s, start, words=True)
    near = near[consensus.allowed(s, near)]
    guess = forecast(o, near)
    better = [i for i in range(len(near)) if guess.yes[i, at] > max(now, 0.5) + 1e-9]
    far = abs(consensus.levels_of(near) - consensus.levels_of(start)).sum(axis=1)
    better.sort(key=lambda i: (far[i], -guess.adopted[i]))
    for i in better[:5]:
        changed = words.diff(s, draft, consensus.draft_of(s, near[i]))
        text_ = "; ".join(f"{c.sign} {c.text}" for c in changed)
        yield _("  {change}: yes {yes}, passes {passes}").format(
            change=text_,
            yes=words.chance(float(guess.yes[i, at])),
            passes=words.chance(float(guess.adopted[i])),
        )
    if not better and now < 0.5:
        yield _("  No change of a single clause makes a yes likely.")
    if now < 0.5:
        yield from _with_favour(o, seat)


def _with_favour(o: Observation, seat: str) -> Iterator[str]:
    """Yield what a favour and the nearest words would do together, if a favour does it."""
    found = bargain.yes_if(o, seat) if o.scenario.plays("offers") else None
    if found is None or not found.favour:
        return
    favour = words.term(o.scenario, Term("favour", item=found.favour))
    clauses = [words.whole_clause(o.scenario, clause) for clause in found.changes]
    yield _("  {what}: yes {yes}").format(
        what="; ".join((favour, *clauses)), yes=words.chance(found.chance / 1000)
    )


def secretariat(o: Observation) -> Iterator[str]:
    """Yield what the Secretariat remarks on the text."""
    draft = text_of(o)
    if draft is None:
        yield no_text(o)
        return
    found = tuple(remarks(o.scenario, draft))
    for it in found:
        sign = "!" if it.error else " "
        yield f" {sign} {words.remark(it, o.scenario, draft)}"
    if not found:
        yield _("The Secretariat has no remarks.")


def target(o: Observation) -> Iterator[str]:
    """Yield the signs seen, and how likely each answer of the target is from them."""
    s = o.scenario
    yield _("Signs seen")
    for sign in signs(o):
        speaks = _("makes likelier: {acts}").format(acts=", ".join(sign.speaks_of))
        yield f"  {sign.when}: {sign.text}" + (f" ({speaks})" if sign.speaks_of else "")
    yield _("How it stands: {indicators}; {rung}").format(
        indicators=", ".join(
            f"{words.indicator(k)} {o.indicators.get(k, 0)}"
            for k in ("hardship", "trust", "threat", "programme")
        ),
        rung=words.rung(o.indicators.get("escalation", 0)),
    )
    yield _("What {capital} may do if the text is adopted today").format(capital=s.target.capital)
    odds = answers(o, outlook(o, text_of(o)))
    titles = {r.id: r.title for r in s.target.responses}
    for id, permille in sorted(odds.items(), key=lambda item: -item[1])[:6]:
        yield f"  {permille / 10:4.0f} %  {titles[id]}"


def log(o: Observation, events: Sequence[Event]) -> Iterator[str]:
    """Yield events as sentences under their beat, then their month; idle turns are left out."""
    for event in events:
        if isinstance(event, EndRound | Rest) or _stands_by(o, event) or _saw_nothing(event):
            continue
        if not words.is_told(event, o.log):
            continue
        said = words.say(event, o.scenario, record=o.record, draft=o.draft)
        if isinstance(event, BeatOpened):
            yield ""
            yield f"-- {said}"
            continue
        if isinstance(event, MonthPassed):
            yield ""
            yield f"-- {words.capital(words.season.month(o.scenario, event))}"
        yield f"   {said}"


def _stands_by(o: Observation, event: Event) -> bool:
    """Tell whether a delegation did nothing in a half of the season, which is no news."""
    return isinstance(event, StandBy) and o.phase in (Phase.ECHO, Phase.OVER)


def _saw_nothing(event: Event) -> bool:
    return isinstance(event, Sight) and not event.clue


def everything(o: Observation) -> Iterator[str]:
    """Yield the whole log of this seat."""
    yield from log(o, o.log)


def ending(
    o: Observation,
    came: Sequence[Event],
    aims: Sequence[tuple[str, bool]],
    told: Callable[[Observation, Sequence[Event]], Iterator[str]] = log,
) -> Iterator[str]:
    """Yield how the sitting ended: the hands, what has come since one was told, and the aims.

    came: empty for one who was told nothing so far; the count of hands and all that followed.
    told: how that is told: event by event, unless it is folded.
    """
    log_ = o.log
    tallies = [i for i, e in enumerate(log_) if isinstance(e, Tally)]
    echo = next((i for i, e in enumerate(log_) if isinstance(e, BeatOpened) and _echo(e)), 0)
    both = adopted.votes(log_)
    for tally in both or ((o.tally,) if o.tally else ()):
        if both:
            yield words.counted(tally, o.scenario)
        yield from _hands(o, tally)
    yield from adopted.standing(o.scenario, log_, o.text)
    yield from told(o, came or log_[tallies[-1] if tallies else max(0, echo - 1) :])
    if aims:
        yield ""
        yield _("What your capital wanted")
        for aim, met in aims:
            yield f"   [{'x' if met else ' '}] {aim}"
    yield ""
    yield from beside.page(o.scenario, final_text(o) or last_text(o))


def _hands(o: Observation, tally: Tally) -> Iterator[str]:
    """Yield who raised its hand for what."""
    for ballot in (Ballot.YES, Ballot.NO, Ballot.ABSTAIN):
        raised = [s for s, b in tally.ballots.items() if b is ballot]
        if raised:
            who = words.seats(o.scenario, raised)
            if len(raised) == len(o.scenario.seats):
                who = words.circle(o.scenario, Circle.ALL)
            yield f"   {words.ballot(ballot)}: {who}"
    if broad := words.adopted.breadth(o.record.sponsors, tally):
        yield f"   {broad}"


def _echo(event: BeatOpened) -> bool:
    return event.beat is Phase.ECHO


def wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield lines no longer than this, continued under their first word."""
    for line in lines:
        words_ = line.lstrip(" *~=!?>-−+0123456789.")
        indent = 0 if line.startswith("==") else len(line) - len(words_)
        yield from textwrap.wrap(
            line,
            width,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
