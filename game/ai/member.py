"""What a delegation that does not hold the pen does, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from game.ai import (
    closing,
    deals,
    doorstep,
    mind,
    presiding,
    procedure,
    products,
    rivals,
    speaking,
    word,
)
from game.ai.personality import Personality
from game.ai.wishing import Wish, offered, was_refused, wishes, wordings
from game.engine import bargain, consensus, opinion
from game.engine.actions import (
    Action,
    Ask,
    BreakSilence,
    CoSponsor,
    DemandSight,
    EndRound,
    Say,
    Speak,
    StandBy,
    Withdraw,
)
from game.engine.breach import broken_by
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.rooms import talked_about
from game.engine.terms import Phrase, Stance
from game.engine.text import price_of

DEMAND_AFTER = 45
"""Per cent of the consultations after which a delegation demands to see the text. Tuned."""
FIVE_DEMAND_AFTER = 30
"""The same for a permanent member. Tuned."""
SPONSOR_AFTER = 60
"""Per cent of the consultations after which a content delegation lends its name. Tuned."""
COMPANY = 3
"""Points by which a narrow reading comes easier after that of a permanent member. Tuned."""
TONE = 3
"""Delegations that must have spoken before others follow their position. Tuned."""


def sound(observation: Observation, personality: Personality) -> Action:
    """Take a public position, and let a press statement pass or not."""
    o = observation
    if o.calling or o.matter is not None:
        return procedure.act(o, personality)
    if o.stage == "opening":
        return procedure.open_meeting(o)
    if o.seat not in o.record.stances:
        return Speak(o.seat, _stance(o), priority(o))
    if o.record.statement:
        return procedure.speak_of(o)
    return products.propose(o)


def _stance(observation: Observation) -> Stance:
    brief, mood = mind.brief(observation), _mood(observation)
    if brief.reluctant or brief.weights.sovereignty >= 4:
        return Stance.CONDEMN if mood > 0 else Stance.TALKS
    if brief.weights.nonproliferation >= 4:
        return Stance.MEASURES
    return _tone(observation)


def _tone(observation: Observation) -> Stance:
    """Return the position of a delegation in the middle: the one that most took before it."""
    o = observation
    heard = Counter(o.record.stances.values())
    if o.seat in o.scenario.permanent or heard.total() < TONE:
        return Stance.CONDEMN
    position, times = heard.most_common(1)[0]
    return position if 2 * times > heard.total() else Stance.CONDEMN


def _mood(observation: Observation) -> int:
    variant = mind.dealt(observation).variant
    return opinion.variant_of(observation.scenario, observation.seat, variant).mood


def priority(observation: Observation) -> str:
    """Return the measure that this seat calls its own: what it has most to win or lose by."""
    s = observation.scenario
    t, table = consensus.model(s), mind.own_table(observation) + mind.aim_table(observation)
    there = np.arange(table.shape[1]) <= t.top[:, None]
    before = table[np.arange(t.columns), mind.regime(s)]
    spread = np.where(there, table, before[:, None]).max(axis=1) - before
    return s.measures[int(spread.argmax())].id


def consult(
    observation: Observation, *, thorough: bool = True, leaves: bool = False, bluffs: bool = True
) -> Action:
    """Say what is true of the text, then spend tokens on what matters most.

    Args:
        thorough: see `Personality`.
        leaves: leave to others what they have asked for.
        bluffs: warn beyond the truth where that can be believed.
    """
    o = observation
    if o.record.settling.silence is not None:
        return closing.under_silence(o, _under_silence(o))
    if (said := speaking.phrase(o, thorough=thorough)) is not None:
        return said
    if not o.tokens.get(o.seat):
        return EndRound(o.seat)
    acts = _acts(o, thorough=thorough, leaves=leaves, bluffs=bluffs)
    return next((act for act in acts if not word.forbids(o, act)), EndRound(o.seat))


def _under_silence(o: Observation) -> list[tuple[str, int]]:
    """Return the changes that a text under silence could be stopped for, promises kept."""
    wanted = ((w.measure, w.level) for w in wishes(o))
    return [
        (measure, level)
        for measure, level in wanted
        if not any(p.kind == "lift" for p in broken_by(o, BreakSilence(o.seat, measure, level)))
    ]


def _acts(
    observation: Observation, *, thorough: bool, leaves: bool, bluffs: bool
) -> Iterator[Action]:
    o = observation
    done = mind.progress(o)
    phrase = speaking.found(o, o.draft, thorough=thorough) if o.draft is not None else None
    waits = FIVE_DEMAND_AFTER if o.seat in o.scenario.permanent else DEMAND_AFTER
    if DemandSight.__name__ not in o.blocked and (done >= waits or talked_about(o.record)):
        yield DemandSight(o.seat)
    warning = speaking.warning(o) if phrase in (Phrase.DIFFICULTY, Phrase.OPPOSES) else None
    if warning and was_refused(o, warning.measure):
        yield warning
    if bluffs and (said := speaking.bluff(o)) is not None:
        yield said
    content = phrase is Phrase.SUPPORTS and done >= SPONSOR_AFTER
    aims = {a.measure for a in mind.brief(o).aims}
    # A name under the text is lent when there is nothing left to be had for it.
    unmet = content and any(w.measure in aims and _can_ask(o, w) for w in wishes(o))
    if content and not unmet and _lends_name(o):
        yield CoSponsor(o.seat)
    if (rival := rivals.withdraw(o) or rivals.table(o)) is not None:
        yield rival
    holding = ((ask, Wish(ask.measure, ask.level, 0)) for ask in closing.hold_out(o))
    yield from (ask for ask, wish in holding if _serves(o, wish))
    wanted = (*wishes(o), *wordings(o), *offered(o))
    for wish in sorted(wanted, key=lambda w: -w.points):
        # Who supports a text late in the day asks only for what its capital wants.
        if (content and wish.measure not in aims) or (leaves and _is_left(o, wish)):
            continue
        if _can_ask(o, wish) and _serves(o, wish):
            yield Ask.of(o.seat, wish.clause)
    if warning:
        yield warning
    yield from speaking.marks(o)


def _is_left(observation: Observation, wish: Wish) -> bool:
    """Tell whether another has asked for just the same: it waits for its answer, or was refused."""
    asked = (a for a in observation.record.asks if a.measure == wish.measure)
    return any(a.status in ("open", "refused") and a.clause == wish.clause for a in asked)


def _lends_name(observation: Observation) -> bool:
    """Tell whether a name can be lent, and the text is still one that this seat supports."""
    o = observation
    return _sponsors(o) and mind.true_phrase(o, o.draft or {}) is Phrase.SUPPORTS


def _sponsors(observation: Observation) -> bool:
    o = observation
    return not mind.brief(o).reluctant and CoSponsor.__name__ not in o.blocked


def _serves(o: Observation, wish: Wish) -> bool:
    """Tell whether a change is in the instructions, or raises the whole sum and not its part."""
    text = o.draft if o.draft is not None else opinion.blank(o.scenario)
    aimed = wish.measure in {a.measure for a in bargain.aims_of(o, o.seat)}
    # What stands there in other words may serve it better than the level that it would like.
    if aimed and not (wish.measure in text and text[wish.measure].reworded):
        return True
    then = {**text, wish.measure: wish.clause}
    if not wish.level:
        del then[wish.measure]
    return mind.points_for(o, then) > mind.points_for(o, text)


def _can_ask(observation: Observation, wish: Wish) -> bool:
    """Tell whether an ask is worth a token: not settled before, nor promised away to another."""
    o, measure = observation, wish.measure
    for a in o.record.asks:
        if a.seat == o.seat and a.measure == measure:
            if a.status in ("open", "granted"):
                return False
            if a.status == "refused" and a.clause == wish.clause:
                return False
    if o.tokens[o.seat] < price_of(o.record, o.seat, measure):
        return False
    if word.forbids(o, Ask.of(o.seat, wish.clause)):
        return False
    return not any(
        p.measure == measure
        and p.to != o.seat
        and not opinion.keeps(o.scenario, {measure: wish.clause}, p)
        for p in o.record.promised
    )


def last_word(observation: Observation, personality: Personality) -> Action:
    """Say in blue what is true now, or leave it as it was; before that, take time if need be."""
    o = observation
    draft = _blue(o)
    if (late := presiding.schedule(o)) is not None:
        return late
    phrase = mind.true_phrase(o, draft)
    content = phrase is Phrase.SUPPORTS and not personality.thorough
    if (first := _before_it(o, content=content)) is not None:
        return first
    if o.seat == (o.versions[-1].author or o.scenario.penholder) and closing.withdraws(o):
        return Withdraw(o.seat)
    if phrase.points > 0 and CoSponsor.__name__ not in o.blocked and deals.owed(o, "sponsor"):
        return CoSponsor(o.seat)
    if phrase is Phrase.SUPPORTS and _sponsors(o) and o.seat != o.scenario.penholder:
        return CoSponsor(o.seat)
    if Say.__name__ in o.blocked or o.seat in o.record.sponsors:
        return StandBy(o.seat)
    return Say(o.seat, phrase, speaking.because(o, phrase))


def _before_it(o: Observation, *, content: bool) -> Action | None:
    """Return what a seat does before its last word, or None; who is content has no wish left."""
    if content:
        return doorstep.take(o) or rivals.withdraw(o)
    return doorstep.take(o) or closing.before_vote(o) or rivals.withdraw(o) or doorstep.propose(o)


def _blue(observation: Observation) -> Draft:
    draft = observation.draft
    if draft is None:
        raise ValueError("a text in blue has been shown to all")
    return draft
