"""How the pen answers what it is asked: it grants what pays, and says whose trouble the rest is."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from game.ai import mind, rough, search
from game.ai.personality import Personality
from game.ai.wishing import WORTH_ASKING
from game.engine import bargain, consensus, opinion
from game.engine.actions import Action, Grant, Refuse
from game.engine.changing import changed
from game.engine.consensus import Ints
from game.engine.observation import Observation, belief
from game.engine.opinion import Reason
from game.engine.record import Asked, Clause, Pledge
from game.engine.scenario import Scenario
from game.engine.terms import Seat
from game.engine.text import directed
from game.engine.wording import clause_at, is_harder

LEARNS = 80
"""Per cent of the consultations before which a pen promises nothing that is dear to it, but less
than its goal has. Tuned."""
WORDS_AFTER = 80
"""Per cent of the consultations from which a pen weighs words, and not levels alone. Tuned."""

_valued = consensus.Lately[Ints]()


def answers(observation: Observation, goal: Ints, personality: Personality) -> Iterator[Action]:
    """Answer each open ask: grant what the goal holds anyway or what pays, else refuse."""
    o = observation
    waiting = (a for a in o.record.asks if a.status == "open")
    asks = [directed(o.scenario, o.working, a) for a in waiting]
    for ask in asks:
        twins = (a for a in asks if a is ask or (_is_same(a, ask) and not _broken_by(o, ask)))
        if any(_pays(o, twin, goal, thorough=personality.thorough) for twin in twins):
            yield Grant(o.seat, ask.id)
        else:
            other = _counter(o, ask, goal, thorough=personality.thorough)
            because = _whose(o, ask, goal) if other is None else ""
            yield evolve(Refuse.offering(o.seat, ask.id, other), because=because)


def _whose(observation: Observation, ask: Asked, goal: Ints) -> Seat:
    """Return who cannot do with what is asked: whom the pen would lose by it, or the pen itself.

    Whoever was promised otherwise comes first, then the pen where it is too dear to it, then who is
    expected to mind it most; empty where nobody does, and it would win nothing.
    """
    o = observation
    if promised := promised_otherwise(o, ask):
        return promised
    if _is_too_dear(o, ask, goal):
        return o.seat
    at = consensus.model(o.scenario).places[ask.measure]
    now = consensus.clause_of(o.scenario, at, int(goal[at]))
    moved = rough.clause_means(o, ask.clause) - rough.clause_means(o, now)
    points = dict(zip(o.scenario.seats, moved.tolist(), strict=True)) | {ask.seat: 0}
    points[o.seat] = 1000 * (mind.clause_points(o, ask.clause) - mind.clause_points(o, now))
    worst = min(points, key=lambda seat: (points[seat], seat != o.seat))
    return worst if points[worst] < 0 else ""


def _is_same(one: Asked | Pledge, other: Asked) -> bool:
    """Tell whether the same clause is asked for, or promised, the same way."""
    return (one.clause, one.upward) == (other.clause, other.upward)


def _pays(observation: Observation, ask: Asked, goal: Ints, *, thorough: bool) -> bool:
    """Tell whether to grant an ask: the goal has it, or it costs less than goodwill is worth.

    What a text needs to pass is in the goal already, so all beyond that is goodwill. What is dear
    to the pen is promised only when it has learnt who needs it, unless it stands there already or
    was promised to another, or its goal goes further.
    """
    o = observation
    at = [m.id for m in o.scenario.measures].index(ask.measure)
    pledge = Pledge(ask.seat, ask.measure, ask.level, ask.upward, by=o.seat, words=ask.words)
    held = is_held(o, pledge, goal)
    if held and (_stands(o, pledge) or is_promised(o, ask)):
        return True
    if _broken_by(o, ask) or _is_too_dear(o, ask, goal):
        return False
    if held:
        return True
    if not thorough:
        return _seems_to_pay(o, ask, consensus.clause_of(o.scenario, at, int(goal[at])))
    text = goal.copy()
    text[at] = consensus.option_of(o.scenario, ask.clause)
    without = _valued.get(lambda: _value(o, goal), goal, o.record.pledges, o.record.settling)
    promised = changed(o.record, pledges=(*o.record.pledges, pledge))
    return bool(_value(changed(o, record=promised), text) >= without)


def is_promised(observation: Observation, ask: Asked) -> bool:
    """Tell whether the pen has promised just what is asked for already."""
    return any(_is_same(p, ask) for p in observation.record.promised)


def _stands(observation: Observation, pledge: Pledge) -> bool:
    """Tell whether the text as the pen has it now has a clause already."""
    return opinion.keeps(observation.scenario, observation.working or {}, pledge)


def _seems_to_pay(observation: Observation, ask: Asked, held: Clause) -> bool:
    """Tell the same by a rough reckoning; who was granted something thanks no more for more."""
    o = observation
    thanked = any(p.to == ask.seat for p in o.record.promised)
    thanks = 0 if thanked else search.GOODWILL_WORTH
    return rough.pays(o, ask.seat, held, ask.clause, thanks)


def _is_too_dear(observation: Observation, ask: Asked, goal: Ints) -> bool:
    """Tell whether the pen itself cannot do with an ask, whoever else may want it or mind it."""
    o = observation
    at = consensus.model(o.scenario).places[ask.measure]
    further = _beyond(o.scenario, consensus.clause_of(o.scenario, at, int(goal[at])), ask)
    return (not further and _is_early(o, ask)) or is_dear(o, ask, goal)


def _is_early(observation: Observation, ask: Asked) -> bool:
    """Tell whether an ask is dear to the pen, which has yet to learn who needs it."""
    o = observation
    return mind.progress(o) < LEARNS and is_dear(o, ask, _shown(o))


def is_dear(observation: Observation, ask: Asked, text: Ints) -> bool:
    """Tell whether an ask costs the pen more than goodwill is worth, against a text."""
    o = observation
    at = consensus.model(o.scenario).places[ask.measure]
    now = consensus.clause_of(o.scenario, at, int(text[at]))
    return mind.clause_points(o, now) - mind.clause_points(o, ask.clause) > search.GOODWILL_WORTH


def _shown(observation: Observation) -> Ints:
    """Return the last text that was shown, option numbers, int64 (measures,)."""
    return consensus.row(observation.scenario, observation.versions[-1].clauses)


def _value(observation: Observation, text: Ints) -> Ints:
    return search.worth(observation, text[None, :])


def _broken_by(observation: Observation, ask: Asked) -> bool:
    """Tell whether the text that grants an ask would break a promise made before."""
    return bool(promised_otherwise(observation, ask))


def promised_otherwise(observation: Observation, ask: Asked) -> Seat:
    """Return to whom the pen has promised what the text that grants an ask would not keep."""
    s, text = observation.scenario, {ask.measure: ask.clause}
    others = (p for p in observation.record.promised if p.to != ask.seat)
    broken = (p.to for p in others if p.measure == ask.measure and not opinion.keeps(s, text, p))
    return next(broken, "")


def _counter(observation: Observation, ask: Asked, goal: Ints, *, thorough: bool) -> Clause | None:
    """Return the nearest clause the pen would give: what its goal holds, if that is a move.

    Where its goal holds no move, other words can be one that serves both. Nothing is offered that
    goes further than what was asked for.
    """
    o, s = observation, observation.scenario
    at = consensus.model(s).places[ask.measure]
    held = consensus.clause_of(s, at, int(goal[at]))
    shown = clause_at(s, o.versions[-1].clauses, ask.measure)
    if not _nearer(s, held, shown, ask):
        return _in_words(o, ask, held, goal, thorough=thorough)
    return held if held != ask.clause and not _beyond(s, held, ask) else None


def _in_words(
    o: Observation, ask: Asked, held: Clause, goal: Ints, *, thorough: bool
) -> Clause | None:
    """Return words on the way from the goal's clause to what was asked for that serve both best.

    What they win it, as far as its instructions are known, is weighed against what they cost the
    pen; they pay as any ask does that is granted.
    """
    s = o.scenario
    if mind.progress(o) < WORDS_AFTER or not s.plays("wording"):
        return None
    t, found, weights = consensus.model(s), bargain.reworded(s, goal), belief(o).weights.sum(axis=1)
    part = t.parts[ask.seat]
    gains = found.points[:, part] @ weights[part] // weights[part].sum()
    own = found.points[:, t.minds.index((o.seat, mind.dealt(o).variant))]
    sums = {
        clause: int(gain + min(0, price))
        for clause, gain, price in zip(found.clauses, gains, own, strict=True)
        if clause.measure == ask.measure
        and gain >= WORTH_ASKING
        and _nearer(s, clause, held, ask)
        and not _beyond(s, clause, ask)
    }
    words = max(sums, key=lambda clause: sums[clause], default=None)
    if words is None or sums[words] <= 0:
        return None
    other = evolve(ask, level=words.level, words=words)
    return words if _pays(o, other, goal, thorough=thorough) else None


def _nearer(scenario: Scenario, clause: Clause, held: Clause, ask: Asked) -> bool:
    """Tell whether a clause goes the way that an ask goes, from the one that is held."""
    harder, softer = (clause, held) if ask.upward else (held, clause)
    return is_harder(scenario, harder, softer)


def _beyond(scenario: Scenario, clause: Clause, ask: Asked) -> bool:
    """Tell whether a clause goes further the way of an ask than what was asked for."""
    return _nearer(scenario, clause, ask.clause, ask)


def is_held(observation: Observation, pledge: Pledge, text: Ints) -> bool:
    """Tell whether a text keeps a promise: its level, or where that was promised its words."""
    s = observation.scenario
    at = consensus.model(s).places[pledge.measure]
    clause = consensus.clause_of(s, at, int(text[at]))
    if pledge.words is None:
        return pledge.holds(clause.level)
    return opinion.keeps(s, {pledge.measure: clause}, pledge)


# -- why


def reason(observation: Observation, answer: Grant | Refuse) -> Reason:
    """Return why the pen answers so; whose trouble it is, it says itself."""
    o = observation
    ask = directed(o.scenario, o.working, o.record.asks[answer.ask - 1])
    return _for_granting(o, ask) if isinstance(answer, Grant) else _for_refusing(o, ask, answer)


def _for_granting(o: Observation, ask: Asked) -> Reason:
    points = _gain(o, ask, clause_at(o.scenario, o.versions[-1].clauses, ask.measure))
    pledge = Pledge(ask.seat, ask.measure, ask.level, ask.upward, by=o.seat, words=ask.words)
    if points >= 0:
        return Reason("shared_wish", points, ask.measure)
    if _stands(o, pledge):
        return Reason("stands_there", points, ask.measure)
    return Reason("promised_so" if is_promised(o, ask) else "concession", points, ask.measure)


def _for_refusing(o: Observation, ask: Asked, answer: Refuse) -> Reason:
    points = _gain(o, ask, clause_at(o.scenario, o.versions[-1].clauses, ask.measure))
    if promised := promised_otherwise(o, ask):
        return Reason("promised_otherwise", 0, promised)
    if answer.because not in ("", o.seat):
        return Reason("loses_seat", 0, answer.because)
    if answer.counter is not None:
        rest = _gain(o, ask, answer.words or Clause(ask.measure, answer.counter))
        return Reason("part_way" if rest < 0 else "part_way_for_others", rest, ask.measure)
    if points < 0:
        return Reason("dear_early" if _is_early(o, ask) else "too_dear", points, ask.measure)
    return Reason("not_needed" if not answer.because else "holds_text", points, ask.measure)


def _gain(o: Observation, ask: Asked, now: Clause) -> int:
    """Return what the pen itself would have by what is asked for, against another clause."""
    return mind.clause_points(o, ask.clause) - mind.clause_points(o, now)
