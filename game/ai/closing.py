"""How computers settle a text: close clauses, answer that, keep or break silence, last edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from game.ai import doorstep, mind, word
from game.engine import bargain, consensus, opinion
from game.engine.actions import (
    Action,
    Ask,
    AskDelay,
    AskExtension,
    BreakSilence,
    Circulate,
    Close,
    Insist,
    KeepSilence,
    Silence,
    Withdraw,
)
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.standing import SILENCE_HOURS
from game.engine.terms import Circle, Seat
from game.engine.text import Standing, brackets, customary_hours, disputed, standing

CLOSE_AFTER = 50
"""Per cent of the consultations before which a pen closes no clause. Tuned."""
CLOSINGS = 3
"""Clauses that a pen closes in one round. Tuned: few enough to be answered one by one."""
FIRM = 60
"""Firmness from which a pen closes what others dispute, so that they have to answer. Tuned."""
PATIENT = 50
"""Patience from which a delegation takes its time, per cent. Tuned."""
DARING = 60
"""Risk from which a pen hurries what is certain, or has a doomed text vetoed, per cent. Tuned."""
CANDID = 30
"""Candour from which a delegation says what it breaks silence for, per cent. Tuned."""
MOST_CONTENT = 12
"""Votes expected from which a pen tries to have the wording agreed under silence. Tuned."""
CERTAIN = 995
"""Per mille of a chance that counts as certain. Tuned."""
EVEN = 500
"""Per mille of a vote without dissent under which a broken silence leads to talks. Tuned."""
HOPELESS = 30
"""Per mille of adoption from which down a pen withdraws. Tuned."""
WORTH_HOLDING = 2
"""Points that a change must bring for a seat to hold out for it. Tuned."""


def close(observation: Observation, goal: Ints) -> Close | None:
    """Return the clause to be closed next: new words that the pen means to keep, the dearest first.

    What others dispute is closed only by a firm pen, and only once it has refused them.

    Args:
        goal: the text the pen means to put in blue, option numbers, int64 (measures,).
    """
    o = observation
    today = sum(c.day == o.record.day for c in o.record.settling.closings)
    if Close.__name__ in o.blocked or mind.progress(o) < CLOSE_AFTER or today >= CLOSINGS:
        return None
    if not o.versions or o.versions[-1].circle is Circle.P2:
        return None
    found = sorted(_closable(o, goal), key=lambda it: -it[1])
    return Close(o.seat, found[0][0]) if found else None


def _closable(observation: Observation, goal: Ints) -> Iterator[tuple[str, int]]:
    """Yield the clauses that can be closed now, and what the pen would lose without each."""
    o, s = observation, observation.scenario
    table, contested = mind.own_table(o) + mind.aim_table(o), disputed(o.record)
    texts = (consensus.row(s, o.versions[-1].clauses), consensus.row(s, o.working or {}), goal)
    levels = (consensus.levels_of(text).tolist() for text in texts)
    for i, (m, level, *others) in enumerate(zip(s.measures, *levels, strict=True)):
        if level <= s.base(m.id) or others != [level, level]:
            continue
        if standing(o.record, m.id) not in (Standing.OPEN, Standing.BRACKETED):
            continue
        if m.id not in contested or (mind.temper(o).firmness >= FIRM and not _waits(o, m.id)):
            yield m.id, int(table[i, level] - table[i, s.base(m.id)])


def _waits(o: Observation, measure: str) -> bool:
    """Tell whether the pen has asks on a clause that it has not answered, or closed it before."""
    asked = any(a.measure == measure and a.status == "open" for a in o.record.asks)
    return asked or o.record.settling.closing(measure) is not None


def hold_out(observation: Observation) -> Iterator[Ask]:
    """Yield what a firm delegation asks again, because the pen would close it over its wish."""
    o = observation
    if mind.temper(o).firmness <= mind.progress(o) or not o.tokens.get(o.seat):
        return
    waiting = [c for c in o.record.settling.closings if o.seat in c.waits]
    if not waiting:
        return
    table, now = mind.own_table(o) + mind.aim_table(o), mind.levels(o)
    wanted = brackets(o.record)
    for closing in waiting:
        at = [m.id for m in o.scenario.measures].index(closing.measure)
        clause = dict(wanted.get(closing.measure, ())).get(o.seat)
        level = clause.level if clause else None
        if level is None or level == now[at] or _is_open(o, closing.measure, level):
            continue
        if table[at, level] - table[at, now[at]] >= WORTH_HOLDING:
            yield Ask(o.seat, closing.measure, level)


def _is_open(o: Observation, measure: str, level: int) -> bool:
    mine = (o.seat, measure, level)
    return any((a.seat, a.measure, a.level) == mine and a.status == "open" for a in o.record.asks)


# -- the pen, before blue


def before_blue(observation: Observation) -> Action | None:
    """Return what the pen does first with a text that it means to put in blue, or None.

    A silence pays where most are content and some are not yet, or have not had time to read; a
    patient pen gives all of them a day by custom.
    """
    o = observation
    if not o.scenario.plays("silence") or not _calls_for_silence(o):
        return None
    if o.versions[-1].clauses != o.working or o.versions[-1].circle is not Circle.ALL:
        return Circulate(o.seat, Circle.ALL) if o.tokens.get(o.seat) else None
    return None if Silence.__name__ in o.blocked else Silence(o.seat, _hours(o))


def _calls_for_silence(o: Observation) -> bool:
    if any(s.opened >= o.round * o.scenario.stride_days for s in o.record.settling.silences):
        return False
    found = bargain.today(o, _working(o))
    if round(1000 * float(found.expected[0])) < 1000 * MOST_CONTENT:
        return False
    certain = round(1000 * float(found.unanimous[0])) >= CERTAIN
    return not certain or bool(_late(o)) or mind.temper(o).patience >= PATIENT


def _working(o: Observation) -> Ints:
    return consensus.row(o.scenario, o.working or {})


def _late(o: Observation) -> tuple[Seat, ...]:
    """Return who has not had a day to read."""
    s = o.scenario
    return tuple(seat for seat in s.seats if opinion.sight_points(s, o.record, seat) < 0)


def _hours(o: Observation) -> int:
    """Return the deadline: time to read for who saw the text late, as custom has it or tighter."""
    custom = customary_hours(o.scenario, o.record.day)
    if mind.temper(o).patience < PATIENT:
        return SILENCE_HOURS[1] if _late(o) else SILENCE_HOURS[0]
    return max(custom, SILENCE_HOURS[2]) if _late(o) else custom


def is_ripe(observation: Observation) -> bool:
    """Tell whether the pen would vote for its working text, and does not go to bilaterals first.

    What its own capital does not bear it brings to no vote, whoever else would have it.
    """
    o = observation
    return _is_borne(o, o.working or {}) and not gives_up_closing(o)


def _is_borne(o: Observation, text: Draft) -> bool:
    return mind.points_for(o, text) >= mind.brief(o).yes_at


def gives_up_closing(observation: Observation) -> bool:
    """Tell whether a pen whose silence was broken goes to bilaterals rather than to the vote."""
    o = observation
    broken = [s for s in o.record.settling.silences if s.status == "broken"]
    if not broken or broken[-1].opened < o.round * o.scenario.stride_days:
        return False
    if o.round >= o.last_round:
        return False
    found = bargain.today(o, _working(o))
    return round(1000 * float(found.unanimous[0])) < EVEN


def is_soon(observation: Observation) -> bool:
    """Tell whether the pen asks for the vote on the day of blue: sure of it, and in haste.

    A daring pen does so with words that nobody has seen before; others would insist on time.
    """
    o, temper = observation, mind.temper(observation)
    if not o.scenario.plays("blue") or _late(o):
        return False
    known = bool(o.versions) and o.versions[-1].clauses == o.working
    if temper.risk < DARING and not (known and temper.patience < PATIENT):
        return False
    found = bargain.today(o, _working(o))
    return round(1000 * float(found.adopted[0])) >= CERTAIN


def withdraws(observation: Observation) -> bool:
    """Tell whether the pen takes back a text that will almost surely fail, or is no more its own.

    A hard and daring pen has it vetoed before the world instead.
    """
    o, temper = observation, mind.temper(observation)
    if Withdraw.__name__ in o.blocked or o.draft is None:
        return False
    if not _is_borne(o, o.draft):
        return True
    found = bargain.today(o, consensus.row(o.scenario, o.draft))
    if round(1000 * float(found.adopted[0])) > HOPELESS:
        return False
    hard = temper.firmness >= FIRM and temper.risk >= DARING
    return not (hard and float(found.vetoed[0]) >= 0.5)


# -- the others, under silence and in blue


def under_silence(observation: Observation, wishes: Sequence[tuple[str, int]]) -> Action:
    """Keep silence if content; else ask for time to read or to hear from home, or break it.

    It is broken for what would help most.

    Args:
        wishes: (measure, level) of the changes this seat would like, best first.
    """
    o = observation
    if o.draft is None:
        return KeepSilence(o.seat)
    if o.seat in o.record.sponsors:
        return KeepSilence(o.seat)
    short = mind.brief(o).yes_at - mind.points_for(o, o.draft)
    if AskExtension.__name__ not in o.blocked and (awaits_home(o) or _time_helps(o, short)):
        return AskExtension(o.seat)
    if short <= 0:
        return KeepSilence(o.seat)
    if not word.breaks(o, "silence", max((_hoped(o, *w) for w in wishes), default=0)):
        return KeepSilence(o.seat)
    helpful = [w for w in wishes if _gain(o, *w) + opinion.ASK_STANDS >= short]
    if helpful:
        return BreakSilence(o.seat, *helpful[0])
    if wishes and _gain(o, *wishes[0]) > 0 and mind.temper(o).firmness >= FIRM:
        candid = mind.temper(o).candour >= CANDID
        return BreakSilence(o.seat, *wishes[0]) if candid else BreakSilence(o.seat)
    return KeepSilence(o.seat)


def _hoped(o: Observation, measure: str, level: int) -> int:
    """Return what it is worth to stop a text for a change, which the pen may not grant."""
    upward = level > int(mind.levels(o)[consensus.model(o.scenario).places[measure]])
    return word.by_chance(o, _gain(o, measure, level), measure, upward=upward)


def _gain(o: Observation, measure: str, level: int) -> int:
    """Return what a change would add to this seat's sum, its aims left out."""
    table, now = mind.own_table(o), mind.levels(o)
    at = [m.id for m in o.scenario.measures].index(measure)
    return int(table[at, level] - table[at, now[at]])


def awaits_home(o: Observation) -> bool:
    """Tell whether the capital has yet to say how much room there is."""
    return bool(mind.dealt(o).asked)


def _time_helps(o: Observation, short: int) -> bool:
    """Tell whether a day more turns a late look at the text into a timely one, and that decides."""
    silence = o.record.settling.silence
    if silence is None or short <= 0 or mind.temper(o).patience < PATIENT:
        return False
    at_deadline, later = (
        opinion.sight_points(o.scenario, evolve(o.record, day=silence.day + more), o.seat)
        for more in (0, 1)
    )
    return at_deadline < later and short <= -opinion.sight_points(o.scenario, o.record, o.seat)


def before_vote(observation: Observation) -> Action | None:
    """Return what a seat does in blue before its last word: insist on time, ask for an hour."""
    o = observation
    if Insist.__name__ not in o.blocked and _wants_to_read(o):
        return Insist(o.seat)
    if AskDelay.__name__ not in o.blocked and _waits_for_word(o):
        return AskDelay(o.seat)
    return None


def _wants_to_read(o: Observation) -> bool:
    """Tell whether a patient seat needs the day: for an edit, or for words that are new to it."""
    if o.seat in o.record.sponsors or mind.temper(o).patience < PATIENT:
        return False
    if doorstep.wished(o) is not None:
        return True
    before = [v for v in o.versions[:-1] if v.day < o.record.day]
    if not before or opinion.sight_points(o.scenario, o.record, o.seat) < 0:
        return True
    own = [mind.points_for(o, text.clauses) for text in (before[-1], o.versions[-1])]
    return own[1] < own[0]


def _waits_for_word(o: Observation) -> bool:
    """Tell whether a seat is just short of a yes, and an ally that can move it is yet to speak."""
    if o.draft is None or o.seat in o.record.sponsors:
        return False
    short = mind.brief(o).yes_at - mind.points_for(o, o.draft)
    weights = mind.brief(o).weights
    pull: int = sum(
        getattr(weights, weight)
        for ally, weight in opinion.PULLS.items()
        if ally in o.queue[1:] and ally != o.scenario.penholder
    )
    return 0 < short <= 2 * pull
