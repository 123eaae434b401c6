"""A sitting played by honest hands to any point, for tests of what screens show."""

import random
from functools import cache

from attrs import evolve

from game import engine
from game.content import load_scenario
from game.engine import consensus, opinion
from game.engine.actions import (
    Ask,
    Back,
    CastVote,
    Circulate,
    Consent,
    CoSponsor,
    DemandSight,
    EndRound,
    Explain,
    Grant,
    Oppose,
    Propose,
    PutInBlue,
    Refuse,
    Say,
    SetClause,
    Speak,
    StandBy,
    Warn,
    readings,
)
from game.engine.terms import Ballot, Circle, Phase, Stance

OPENING = "opening"
RECORD = "record"


@cache
def scenario(rounds=3):
    """The shipped crisis, shortened."""
    return evolve(load_scenario("resolution_2270"), rounds=rounds)


def sum_of(state, seat, draft):
    dealt = state.dealt[seat]
    return opinion.total(
        opinion.reasons(state.scenario, state.record, seat, dealt.variant, dealt.margin, draft)
    )


def best_ask(state, seat, dice):
    """The change of one measure that its own sum likes best, among the few it looks at."""
    s = state.scenario
    seen = state.seen(seat)
    draft = seen.clauses if seen else {}
    found = None
    here = sum_of(state, seat, draft)
    for m in s.measures:
        for level in range(s.floor(m.id), m.top + 1):
            ask = Ask(seat, m.id, level)
            if engine.refusal(state, ask):
                continue
            other = {k: c for k, c in draft.items() if k != m.id}
            if level:
                other |= opinion.text_of({m.id: level})
            gain = sum_of(state, seat, other) - here
            if gain > 0 and (found is None or gain > found[0]):
                found = gain, ask
    return found[1] if found and dice.random() < 0.8 else None


def move(state, dice, opening):
    """What an honest delegation does next."""
    s, seat = state.scenario, engine.actor(state)
    legal = engine.legal_actions(state)
    kinds = {type(a) for a in legal}
    match state.phase:
        case Phase.SOUNDINGS:
            if Speak in kinds:
                ids = [m.id for m in s.measures]
                return Speak(seat, dice.choice(list(Stance)), dice.choice(ids))
            return Propose(seat, "condemn") if Propose in kinds else Consent(seat)
        case Phase.TEXT:
            wanted = getattr(s, opening)
            for m in s.measures:
                level = max(wanted.get(m.id, 0), s.floor(m.id))
                now = opinion.level_of(s, state.working, m.id)
                if level != now:
                    return SetClause(seat, m.id, level)
            if not state.versions:
                return Circulate(seat, Circle.P2)
            return EndRound(seat)
        case Phase.SQUEEZE if seat == s.penholder:
            return pen_move(state, kinds)
        case Phase.SQUEEZE:
            return member_move(state, dice, legal, kinds)
        case Phase.BLUE:
            points = sum_of(state, seat, state.version(state.blue).clauses)
            return (
                Say(seat, opinion.phrase_for(s.briefs[seat], points))
                if Say in kinds
                else StandBy(seat)
            )
        case Phase.ALARM | Phase.SOUNDINGS | Phase.VOTE if StandBy in kinds:
            return StandBy(seat)
        case Phase.VOTE if state.calling:
            draft = state.version(state.blue).clauses
            minds = {x: (d.variant, d.margin) for x, d in state.dealt.items()}
            return CastVote(seat, consensus.ballots(s, state.record, minds, draft)[seat])
        case Phase.VOTE:
            return Explain(seat, dice.choice([*readings(state, seat), ""]))
    return dice.choice(legal)


def member_move(state, dice, legal, kinds):
    s, seat = state.scenario, engine.actor(state)
    seen = state.seen(seat)
    if seen is None:
        return DemandSight(seat) if DemandSight in kinds else EndRound(seat)
    brief = s.briefs[seat]
    points = sum_of(state, seat, seen.clauses)
    if seat not in state.spoke:
        return Say(seat, opinion.phrase_for(brief, points))
    if not state.tokens.get(seat):
        return EndRound(seat)
    if points > brief.yes_at + 20 and CoSponsor in kinds and dice.random() < 0.3:
        return CoSponsor(seat)
    chosen = best_ask(state, seat, dice)
    if chosen:
        return chosen
    for kind in (Oppose, Back, Warn):
        found = [a for a in legal if type(a) is kind]
        if found and dice.random() < 0.4:
            return dice.choice(found)
    return EndRound(seat)


def pen_move(state, kinds):
    s, seat = state.scenario, state.scenario.penholder
    for ask in state.record.asks:
        if ask.status != "open":
            continue
        gives = (ask.id + len(ask.measure)) % 3 != 0
        now = opinion.level_of(s, state.working, ask.measure)
        middle = (now + ask.level) // 2
        counter = middle if middle not in (now, ask.level) else None
        return Grant(seat, ask.id) if gives else Refuse(seat, ask.id, counter)
    if state.round == s.rounds and PutInBlue in kinds:
        return PutInBlue(seat)
    circle = {1: Circle.P2, 2: Circle.P5}.get(state.round, Circle.ALL)
    shown = state.versions[-1]
    if state.tokens[seat] and (shown.clauses != state.working or shown.circle is not circle):
        if engine.refusal(state, Circulate(seat, circle)) is None:
            return Circulate(seat, circle)
    return EndRound(seat)


@cache
def play(seat="USA", until=None, seed=7, rounds=3, opening=OPENING, people=None):
    """Play until a condition on the state holds or the game is over; return the state."""
    state = engine.new_game(scenario(rounds), people=(seat,) if people is None else people)
    dice = random.Random(seed)
    while (actor := engine.actor(state)) is not None:
        if until is not None and actor == seat and until(state):
            break
        options = engine.chance(state)
        if options:
            actions, weights = zip(*options, strict=True)
            action = dice.choices(actions, weights)[0]
        else:
            action = move(state, dice, opening)
        state = engine.apply(state, action)
    return state


def observed(seat="USA", until=None, **how):
    """The observation of a seat at a point of a sitting."""
    return engine.observe(play(seat, until, **how), seat)


@cache
def in_phase(phase, number=0):
    """A condition: the state is in this phase, and in this round; at the vote, hands are called."""
    return lambda state: (
        state.phase is phase
        and (not number or state.round == number)
        and (phase is not Phase.VOTE or state.calling)
    )


def counted(state):
    """A condition: hands were counted."""
    return state.tally is not None


__all__ = ["Ballot", "counted", "in_phase", "move", "observed", "play", "scenario"]
