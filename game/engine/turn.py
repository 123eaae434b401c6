"""How a sitting flows: phases, who acts in them, and what happens when nobody is left to act."""

from __future__ import annotations

from attrs import evolve

from game.engine import aftermath, council
from game.engine.actions import capital, world
from game.engine.events import BeatOpened, RoundsOver, Tally, WordBroken
from game.engine.record import Clause
from game.engine.scenario import Scenario
from game.engine.settlement import accepts, discredited, settle, void_open
from game.engine.state import State, note, tell
from game.engine.terms import TARGET, WORLD, Ballot, Cause, Phase, Phrase, Seat


def begin(state: State) -> State:
    """Open a new game: chance deals a brief to every capital and a plan to the target."""
    queue = (WORLD,) * (len(state.scenario.seats) + 1)
    return evolve(state, phase=Phase.DEAL, queue=queue)


def advance(state: State) -> State:
    """Open the next beats until somebody is to act or the game is over."""
    while not state.queue and state.phase is not Phase.OVER:
        state = _next(state)
    return state


def _next(state: State) -> State:
    match state.phase:
        case Phase.DEAL:
            return _alarm(state)
        case Phase.ALARM:
            return _soundings(state)
        case Phase.SOUNDINGS:
            return _text(state)
        case Phase.TEXT:
            return _round(state, 1)
        case Phase.SQUEEZE if state.blue:
            return _blue(state)
        case Phase.SQUEEZE if state.round < state.scenario.rounds:
            return _round(state, state.round + 1)
        case Phase.SQUEEZE:
            return _echo(tell(state, RoundsOver()))
        case Phase.BLUE | Phase.VOTE if state.record.settling.withdrawn:
            return _echo(state)
        case Phase.BLUE:
            return _vote(state)
        case Phase.VOTE if state.tally is None:
            return _count(state)
        case Phase.VOTE:
            return _echo(state)
        case _:
            end = aftermath.report_home(aftermath.conclude(state))
            return evolve(end, phase=Phase.OVER)


def _open(state: State, beat: Phase, day: int, queue: tuple[Seat, ...]) -> State:
    state = evolve(note(state, day=day), phase=beat, queue=queue)
    return tell(state, BeatOpened(beat, day, state.round if beat is Phase.SQUEEZE else 0))


def _happenings(state: State) -> tuple[Seat, ...]:
    common = (WORLD,) * (len(world.due(state)) + world.signs_due(state))
    return (*common, *capital.turns(state))


def _alarm(state: State) -> State:
    s = state.scenario
    state = evolve(note(state, stock=s.stock), indicators=dict(s.target.indicators))
    return _open(state, Phase.ALARM, 0, _happenings(state))


def _soundings(state: State) -> State:
    seats = state.scenario.seating(0)
    pen = (state.scenario.penholder,) if state.scenario.statements else ()
    return _open(state, Phase.SOUNDINGS, 0, (*seats, *pen))


def _text(state: State) -> State:
    s = state.scenario
    working = {}
    for m in s.measures:
        level = max(s.base(m.id), s.required.get(m.id, 0))
        if level:
            working[m.id] = Clause(m.id, level)
    state = evolve(state, working=working)
    return _open(state, Phase.TEXT, max(1, s.stride_days // 2), (s.penholder,))


def _round(state: State, number: int) -> State:
    s = state.scenario
    day = max(number * s.stride_days, state.record.day)
    state = evolve(state, round=number, tokens=_tokens(state), spoke=(), inquired=())
    others = tuple(seat for seat in s.seating(day) if seat != s.penholder)
    queue = (*_happenings(state), *others, s.penholder)
    return _open(state, Phase.SQUEEZE, day, queue)


def _tokens(state: State) -> dict[Seat, int]:
    return {seat: tokens_of(state.scenario, seat, state.people) for seat in state.scenario.seats}


def tokens_of(scenario: Scenario, seat: Seat, people: tuple[Seat, ...]) -> int:
    """Return how many acts a round a seat has."""
    if seat in people:
        return scenario.people_tokens
    if seat == scenario.penholder:
        return scenario.pen_tokens
    return scenario.permanent_tokens if seat in scenario.permanent else scenario.elected_tokens


def _blue(state: State) -> State:
    s, day = state.scenario, state.record.day
    # Who can withdraw the text has the last word before the vote.
    pen = 4 if s.plays("blue") else 0
    rank = dict.fromkeys(s.permanent, 2) | dict.fromkeys(s.inner, 1) | {s.penholder: pen}
    queue = tuple(sorted(s.seating(day), key=lambda seat: rank.get(seat, 3)))
    return _open(evolve(state, spoke=()), Phase.BLUE, day, queue)


def _vote(state: State) -> State:
    blue = state.record.settling.blue
    day = state.record.day + (0 if blue.soon and not blue.insisted else 1)
    return _open(state, Phase.VOTE, day, state.scenario.seating(day))


def _count(state: State) -> State:
    cause, vetoes = council.outcome(state.scenario, state.ballots)
    adopted = cause is Cause.ADOPTED
    tally = Tally(dict(state.ballots), adopted, cause, vetoes)
    state = tell(evolve(state, tally=tally), tally)
    for seat in state.scenario.seats:
        if _broke_word(state, seat):
            state = discredited(tell(state, WordBroken(seat)), seat, "ballot")
        if state.ballots[seat] is Ballot.YES:
            state = accepts(state, seat, state.version(state.blue).clauses)
    state = settle(state, "vote")
    if not adopted:
        state = tell(state, aftermath.missed(state))
    return evolve(state, queue=state.scenario.seating(state.record.day))


def _broke_word(state: State, seat: Seat) -> bool:
    said, ballot = state.record.phrases.get(seat), state.ballots[seat]
    if seat in state.record.sponsors:
        return ballot is not Ballot.YES
    if said in (Phrase.SUPPORTS, Phrase.GOES_ALONG):
        return ballot is not Ballot.YES
    return said is Phrase.OPPOSES and ballot is Ballot.YES


def _echo(state: State) -> State:
    state = settle(state, "echo") if state.tally else void_open(state)
    state = aftermath.take_effect(state)
    return _open(state, Phase.ECHO, state.record.day + 7, (TARGET,))
