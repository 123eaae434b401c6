"""What the penholder does: open high, learn, trade, widen the circle, put it in blue."""

from __future__ import annotations

import numpy as np

from game.ai import closing as settle
from game.ai import deadline, deals, mind, rivals, rough, search, steadying
from game.ai.answering import WORDS_AFTER, answers, is_held
from game.ai.ceiling import is_read
from game.ai.deadline import BLUE_AFTER
from game.ai.personality import Personality
from game.engine import bargain, consensus
from game.engine.actions import (
    Action,
    Circulate,
    EndRound,
    PutInBlue,
    Say,
    SetClause,
)
from game.engine.changing import changed
from game.engine.consensus import Ints
from game.engine.lately import same
from game.engine.observation import Observation, belief
from game.engine.record import Draft
from game.engine.standing import Settling
from game.engine.terms import Circle

SHOW_FIVE_AFTER = 33
"""Per cent of the consultations after which the five see the text. Tuned: 2006 to 2017."""
SHOW_ALL_AFTER = 50
"""Per cent after which all fifteen see it. Tuned: the core holds, and it can be read."""
YIELDS = 40
"""Candour from which a demand to see the text has the pen show it sooner, per cent. Tuned."""
SOONER = 20
"""How much sooner, in per cent of the consultations. Tuned."""
LIKELY = 500
"""Per mille of adoption under which a promise may be broken to save the text. Tuned."""
HOLDS_BACK = 200
"""The lower, the more a pen keeps for the last round, when words can be trusted most. Tuned: who
objects until then wins half of what it did; at half of this the pen would lose of its share."""
SURE = 900
"""Per mille of adoption at which a cautious pen closes early. Tuned."""


def write(observation: Observation) -> Action:
    """Write the opening text, and show it to the inner circle."""
    o = observation
    if o.versions:
        return EndRound(o.seat)
    if (change := towards(o, opening(o))) is not None:
        return change
    first = Circle.P2 if len(o.scenario.inner) > 1 else Circle.P5
    return Circulate(o.seat, first if o.scenario.rounds > 3 else Circle.P5)


def opening(observation: Observation) -> Ints:
    """Return the text the pen opens with: its capital's, never below what it wants itself.

    Returns:
        option numbers, int64 (measures,).
    """
    s = observation.scenario
    plain = search.plain_text(s)
    high = [max(int(plain[i]), s.opening.get(m.id, 0)) for i, m in enumerate(s.measures)]
    return np.array(high, dtype=np.int64)


def revise(observation: Observation, personality: Personality) -> Action:
    """Answer asks, move the text towards the best that can pass, show it, or put it in blue."""
    o = observation
    if o.seat not in o.spoke and o.draft is not None and not o.record.phrases.get(o.seat):
        if (true := mind.true_phrase(o, o.draft)).points > 0:
            return Say(o.seat, true)
    before = _before_closing(o)
    goal, r = _goal(before, personality), before.record
    kept = _kept.get(lambda: _keeping(o, goal), goal, r.pledges)
    if (answer := next(answers(o, kept, personality), None)) is not None:
        return answer
    heard = (r.said, r.pledges, r.phrases, *_bearing(r.settling))
    promised = _promised.get(lambda: _saving(before, kept, goal), kept, *heard)
    promised = _outbid.get(
        lambda: rivals.outbid(before, promised), promised, *heard, o.rivals, also=o.tabled
    )
    closing = is_closing(before, promised)
    if o.versions[-1].day == o.record.day and not closing:
        return settle.close(o, promised) or deadline.announced(o, promised) or EndRound(o.seat)
    if closing:
        text = _steady.get(lambda: steadying.steadied(before, promised), promised, *heard)
    else:
        text = _drafted.get(lambda: _keeping(o, _between(o, goal)), o.record, goal, o.dealt)
    if (change := towards(o, text)) is not None:
        return change
    if (dealing := deals.with_text(o, personality)) is not None:
        return dealing
    if closing and PutInBlue.__name__ not in o.blocked and settle.is_ripe(o):
        return settle.before_blue(o) or PutInBlue(o.seat, soon=settle.is_soon(o))
    if o.tokens.get(o.seat) and (shown := show(o)) is not None:
        return shown
    return deadline.announced(o, promised) or EndRound(o.seat)


_goals, _kept, _promised, _outbid, _steady, _drafted = (consensus.Lately[Ints]() for _ in range(6))


def _before_closing(observation: Observation) -> Observation:
    """Return what the pen saw before it closed anything in this very turn.

    It closes what it means to keep, so its goal and what it makes of it stay as they were: they
    are thought out once a turn. What was kept under silence stays.
    """
    o, settling = observation, observation.record.settling
    closings = [c for c in settling.closings if c.day < o.record.day]
    if settling.kept or len(closings) == len(settling.closings):
        return o
    return changed(o, record=changed(o.record, settling=changed(settling, closings=same(closings))))


def _bearing(settling: Settling) -> tuple[object, ...]:
    """Return all that what a text is worth to anybody depends on of how it settles."""
    return settling.closings, settling.breaches, settling.kept


def _goal(observation: Observation, personality: Personality) -> Ints:
    """Return the best text the pen can find from what it has heard, its promises left aside.

    What it shows in this very turn moves nothing: it does so by this goal. So the goal stays the
    same while the pen answers, writes and shows, and is looked for once a turn; to what it put
    under silence it is held at once.
    """
    o, r, today = observation, observation.record, observation.record.day
    heard = (r.said, r.warnings, r.marks, r.phrases, r.sponsors, r.demanded, o.dealt)
    silenced = max((s.version for s in r.settling.silences), default=1)
    versions = tuple(v for v in o.versions if v.day < today or v.number <= silenced)
    showings = (*r.showings[:1], *(s for s in r.showings[1:] if s.day < today))

    def found() -> Ints:
        record = changed(r, pledges=(), asks=(), showings=showings)
        return _best(changed(o, record=record, versions=versions), personality)

    bears = (*heard, *_bearing(r.settling), *versions, *showings)
    return _goals.get(found, *bears, also=(r.stock, today, personality.id))


def _best(observation: Observation, personality: Personality) -> Ints:
    found = search.best_text(observation, personality)
    if mind.progress(observation) < WORDS_AFTER:
        return found
    if personality.thorough:
        return search.reworded(observation, found)
    return search.reworded(observation, found, rough.reworded(observation, found))


def is_closing(observation: Observation, goal: Ints) -> bool:
    """Tell whether the pen puts its text in blue in this round."""
    o = observation
    if o.round >= o.last_round:
        return True
    if o.record.settling.date:
        return False  # It holds to what it said.
    waits = BLUE_AFTER + (100 - BLUE_AFTER) * mind.temper(o).patience // 100
    if mind.progress(o) < waits or o.versions[-1].circle is not Circle.ALL:
        return False
    found = bargain.today(o, goal)
    sure = round(1000 * float(found.adopted[0])) >= SURE - mind.temper(o).risk
    return sure and is_read(o, goal)


def _between(observation: Observation, goal: Ints) -> Ints:
    """Return the text of this round: dearest objections given way to first, as temper allows.

    What it would have harder is so at once: it is shown to those who mind it in time.
    """
    o = observation
    now = consensus.row(o.scenario, o.versions[-1].clauses)
    differ = np.flatnonzero(now != goal)
    if not len(differ):
        return now
    done = mind.progress(o) * (HOLDS_BACK + mind.progress(o)) // (HOLDS_BACK + 100)
    share = max(10, done - (mind.temper(o).firmness - 50) // 2)
    many = max(1, len(differ) * share // 100)
    relief = _objections(o, now) - _objections(o, goal)
    order = sorted(differ, key=lambda i: (-int(relief[i]), int(i)))
    text = np.where(consensus.levels_of(goal) > consensus.levels_of(now), goal, now)
    text[order[:many]] = goal[order[:many]]
    return text


def _objections(observation: Observation, text: Ints) -> Ints:
    """Return the points that each clause is expected to cost the others, int64 (measures,)."""
    o, t = observation, consensus.model(observation.scenario)
    weights = belief(o).weights.sum(axis=1)
    share = weights / np.add.reduceat(weights, t.start)[t.seat]
    rank = np.array([3 if s in o.scenario.permanent else 1 for s, _ in t.minds])
    points = np.minimum(0, t.points[:, np.arange(t.columns), consensus.levels_of(text)])
    found = -(points * (share * rank)[:, None]).sum(axis=0)
    return np.asarray(np.rint(found), dtype=np.int64)


def _keeping(observation: Observation, text: Ints) -> Ints:
    """Bring a text in line with every promise made, the latest last."""
    t = consensus.model(observation.scenario)
    kept = text.copy()
    for pledge in observation.record.promised:
        at = t.measures.index(pledge.measure)
        if not is_held(observation, pledge, kept):
            kept[at] = consensus.option_of(observation.scenario, pledge.clause)
    return np.asarray(kept, dtype=np.int64)


def _saving(observation: Observation, kept: Ints, goal: Ints) -> Ints:
    """Break promises where the text would probably fail with them, the costliest first."""
    while len(differ := np.flatnonzero(kept != goal)) and not _will_do(observation, kept):
        without = np.repeat(kept[None, :], len(differ), axis=0)
        without[np.arange(len(differ)), differ] = goal[differ]
        kept = without[int(search.worth(observation, without).argmax())]
    return np.asarray(kept, dtype=np.int64)


def _will_do(observation: Observation, text: Ints) -> bool:
    if not consensus.allowed(observation.scenario, text[None, :])[0]:
        return False
    return round(1000 * float(bargain.today(observation, text).adopted[0])) >= LIKELY


def towards(observation: Observation, text: Ints) -> SetClause | None:
    """Return the first edit that brings the working text nearer to a text, or None."""
    o = observation
    now = consensus.row(o.scenario, o.working or {})
    for i in np.flatnonzero(now != text):
        clause = consensus.clause_of(o.scenario, int(i), int(text[i]))
        return SetClause.of(o.seat, clause)
    return None


def show(observation: Observation) -> Circulate | None:
    """Show the working text, to more of the Council as time goes by; None if nothing is new."""
    o = observation
    done = mind.progress(o)
    circle = o.versions[-1].circle
    unseen = set(o.scenario.circle(Circle.ALL)) - set(o.scenario.circle(circle))
    if unseen & set(o.record.demanded) and mind.temper(o).candour >= YIELDS:
        done += SOONER
    if done >= SHOW_ALL_AFTER:
        circle = Circle.ALL
    elif done >= SHOW_FIVE_AFTER and circle is Circle.P2:
        circle = Circle.P5
    last: Draft = o.versions[-1].clauses if o.versions else {}
    if circle is o.versions[-1].circle and last == o.working:
        return None
    return Circulate(o.seat, circle)
