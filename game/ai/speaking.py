"""What a delegation says in public: a phrase, a warning, a clause it backs or opposes; a bluff.

Phrases are true. A warning is, too, but for a bluff: who is short of a yes for other reasons can
blame it on the clause that it would most like changed. The log marks it as said for effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from game.ai import mind, word
from game.ai.wishing import was_refused, wishes
from game.engine import consensus, opinion
from game.engine.actions import Action, Back, Oppose, Say, Warn
from game.engine.observation import Observation
from game.engine.record import Draft, Heard
from game.engine.terms import Phrase

CANDID = 30
"""Candour from which a delegation says why, per cent. Tuned."""
FOLLOWERS = 2
"""Delegations that speak on a clause in public after the first has, in one way. Tuned."""
FIRM = 70
"""Firmness from which a delegation binds itself before the cameras, per cent. Tuned."""
BINDS_UNTIL = 80
"""Per cent of the consultations after which it binds itself to nothing any more. Tuned."""
DARING = 60
"""Risk from which a delegation bluffs, per cent. Tuned: two tempers of seven."""
TRUSTED = 85
"""Credibility, of 100, that a bluff needs. Tuned: one unmasked, and it is spent."""
WORTH_A_BLUFF = 4
"""Points that the change must bring, above what being unmasked would cost. Tuned."""


def phrase(observation: Observation, *, thorough: bool = True) -> Say | None:
    """Say what is true of the text that this seat knows, where it has not been said yet.

    Args:
        thorough: think again of a text of which it has said something.
    """
    o = observation
    if o.draft is None or not _has_the_floor(o):
        return None
    before = _said(o)
    if before is not None and not thorough:
        return None
    true = mind.true_phrase(o, o.draft)
    if before is not None and before.phrase is true:
        return None
    room = "stakeout" if _binds(o, true) else "informals"
    return Say(o.seat, true, because(o, true), room)


def speaks(observation: Observation, *, thorough: bool) -> bool:
    """Tell whether this seat has a phrase to say; unless thorough, it need not know which."""
    o = observation
    if thorough:
        return phrase(o) is not None
    return o.draft is not None and _has_the_floor(o) and _said(o) is None


def _has_the_floor(o: Observation) -> bool:
    """Tell whether this seat has not spoken in this round, nor lent the text its name."""
    return o.seat not in o.spoke and o.seat not in o.record.sponsors


def found(observation: Observation, draft: Draft, *, thorough: bool) -> Phrase:
    """Return what this seat thinks of the text it knows; unless thorough, what it said of it."""
    o = observation
    if thorough or _said(o) is None or o.seat not in o.record.phrases:
        return mind.true_phrase(o, draft)
    return o.record.phrases[o.seat]


def _said(o: Observation) -> Heard | None:
    """Return what this seat said last if it was about the text that it knows, or None."""
    last = next((h for h in reversed(o.record.said) if h.seat == o.seat), None)
    return last if last and last.version == o.versions[-1].number else None


def _binds(o: Observation, true: Phrase) -> bool:
    """Tell whether to say it before the cameras, with a token to spare.

    A firm delegation ties its hands to an objection while the pen can still give way; who has
    come round since unties them.
    """
    if not o.scenario.plays("credibility") or o.tokens.get(o.seat, 0) < 2:
        return False
    bound = o.record.faces.get(o.seat)
    if bound is not None:
        return bound.points < 0 < true.points
    firm = mind.temper(o).firmness >= FIRM and mind.progress(o) < BINDS_UNTIL
    return firm and true.points < 0


def because(observation: Observation, phrase: Phrase) -> str:
    """Return the measure that weighs most for or against the text, if this seat would say so."""
    o, s = observation, observation.scenario
    if o.draft is None or mind.temper(o).candour < CANDID:
        return ""
    sign = 1 if phrase.points > 0 else -1
    table, text = mind.own_table(o), consensus.row(s, o.draft)
    weights = sign * table[np.arange(len(text)), consensus.levels_of(text)]
    heaviest = int(weights.argmax())
    return s.measures[heaviest].id if weights[heaviest] > 0 else ""


# -- warnings


def is_free(observation: Observation, measure: str) -> bool:
    """Tell whether a warning of a clause is one voice of few, and was not given before."""
    warned = [w.seat for w in observation.record.warnings if w.measure == measure]
    return observation.seat not in warned and len(warned) <= FOLLOWERS


def has_warned(observation: Observation) -> bool:
    """Tell whether this seat has warned of something in this turn: one approach a round."""
    o = observation
    return any((w.seat, w.since) == (o.seat, len(o.record.said)) for w in o.record.warnings)


def bluff(observation: Observation) -> Warn | None:
    """Warn beyond the truth of what this seat would most like lowered, if that can be believed.

    It takes a daring and close temper, a good name to lose, and a text that it is short of a yes
    for; it is done once, after a refusal, and where the change brings more than being unmasked
    would cost.
    """
    o, temper = observation, mind.temper(observation)
    if Warn.__name__ in o.blocked or o.draft is None or not o.scenario.plays("credibility"):
        return None
    if temper.risk < DARING or temper.candour > 100 - DARING or o.record.trust(o.seat) < TRUSTED:
        return None
    if any(w.seat == o.seat for w in o.record.warnings) or mind.true_phrase(o, o.draft).points > 0:
        return None
    least = WORTH_A_BLUFF + word.discredit(o, "warning")
    for wish in wishes(o, firm=True):
        now = int(mind.levels(o)[_at(o, wish.measure)])
        open_to_it = was_refused(o, wish.measure) and is_free(o, wish.measure)
        if wish.points >= least and open_to_it:
            for level in range(wish.level + 1, now + 1):
                if not is_too_much(o, wish.measure, level) and _can_pass(o, wish.measure, level):
                    return Warn(o.seat, wish.measure, level)
    return None


def _at(o: Observation, measure: str) -> int:
    return consensus.model(o.scenario).places[measure]


def _can_pass(o: Observation, measure: str, level: int) -> bool:
    """Tell whether a warning would be true of some instructions that this seat could have."""
    if level <= o.scenario.floor(measure):
        return False
    warned = opinion.warned_of(o.scenario, o.record, o.seat, measure, level)
    return consensus.is_credible(o.scenario, warned)


def warning(observation: Observation) -> Warn | None:
    """Warn of a clause that alone keeps this seat from a yes, whatever else the text says.

    It says the worst that is true of the clause as it stands, from the level on where that begins.
    """
    o, s = observation, observation.scenario
    if Warn.__name__ in o.blocked or o.draft is None or has_warned(o):
        return None
    table, now = mind.own_table(o), mind.levels(o)
    for i in np.argsort(table[np.arange(len(now)), now], kind="stable").tolist():
        m, level = s.measures[i], int(now[i])
        if level <= s.floor(m.id) or not is_too_much(o, m.id, level):
            return None
        if is_free(o, m.id):
            worst = _alone(o, m.id, level)
            while level > s.floor(m.id) + 1 and _alone(o, m.id, level - 1).points <= worst.points:
                level -= 1
            return Warn(o.seat, m.id, level, worst)
    return None


def _alone(o: Observation, measure: str, level: int) -> Phrase:
    """Return what is true of a clause alone, whatever else the text says."""
    return mind.true_phrase(o, opinion.alone(o.scenario, measure, level))


def is_too_much(observation: Observation, measure: str, level: int) -> bool:
    """Tell whether a clause alone keeps this seat from a yes."""
    text = opinion.alone(observation.scenario, measure, level)
    return mind.points_for(observation, text) < mind.brief(observation).yes_at


def marks(observation: Observation) -> Iterator[Action]:
    """Yield the clauses that the capital wants as they are, and those it wants gone, in public."""
    o, s = observation, observation.scenario
    if Back.__name__ in o.blocked and Oppose.__name__ in o.blocked:
        return
    now = mind.levels(o)
    marked = {m.measure for m in o.record.marks if m.seat == o.seat}
    heard = Counter(m.measure for m in o.record.marks)
    for aim in sorted(mind.brief(o).aims, key=lambda a: -a.weight):
        if not aim.measure or aim.measure in marked or heard[aim.measure] > FOLLOWERS:
            continue
        level = int(now[_at(o, aim.measure)])
        if aim.at_least is not None and level >= max(1, aim.at_least, s.base(aim.measure) + 1):
            yield Back(o.seat, aim.measure)
        elif o.seat in o.record.sponsors:
            continue  # Nobody speaks against a text that bears its name.
        elif aim.at_most is not None and level > max(aim.at_most, s.floor(aim.measure)):
            yield Oppose(o.seat, aim.measure)
    for measure in opinion.arguments(s, o.record):
        if measure not in marked and heard[measure] <= FOLLOWERS and quotes(o, measure):
            yield Back(o.seat, measure)


def quotes(observation: Observation, measure: str) -> bool:
    """Tell whether this seat stands up in public for a clause that closes what experts found."""
    o, s = observation, observation.scenario
    level, base = int(mind.levels(o)[_at(o, measure)]), s.base(measure)
    if level <= base:
        return False
    own = mind.own_table(o)[_at(o, measure)]
    return int(own[level] + mind.found_table(o)[_at(o, measure), level] - own[base]) > 0
