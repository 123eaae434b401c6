"""How a sitting flows: phases, who acts in them, and what happens when nobody is left to act."""

from __future__ import annotations

from game.engine import aftermath, floor, pressure, season, standstill
from game.engine.actions import hearsay, watch, world
from game.engine.actions.soundings import FURTHER, guests_speak, who_may_try
from game.engine.changing import changed
from game.engine.course import WEEK
from game.engine.events import BeatOpened, RoundsOver
from game.engine.followup import DONE
from game.engine.record import CALL, Clause, Question
from game.engine.scenario import Scenario
from game.engine.settlement import after_the_vote, miss_date, void_open
from game.engine.state import State, note, tell
from game.engine.terms import TARGET, WORLD, Phase, Seat

PRIORITY = 1
"""Turns in which the priority of the year is dealt."""


def begin(state: State) -> State:
    """Open a sitting: chance deals briefs to new capitals, and the target's plan and priority."""
    s = state.scenario
    if not state.abroad.gauges:
        state = standstill.opened(changed(state, abroad=pressure.settled(s)))
    due = sum(seat not in state.dealt for seat in s.seats) + (not state.doctrine) + PRIORITY
    queue = (WORLD,) * due
    return changed(state, phase=Phase.DEAL, queue=queue)


def advance(state: State) -> State:
    """Open the next beats until somebody is to act or the game is over."""
    while True:
        if floor.is_counted(state):
            state = floor.count(state)
        elif state.queue or state.phase is Phase.OVER:
            return state
        else:
            state = _next(state)


def _next(state: State) -> State:
    match state.phase:
        case Phase.DEAL:
            return _alarm(state)
        case Phase.ALARM if state.scenario.plays("meetings") and not state.record.room:
            return _asked_for(state)
        case Phase.ALARM:
            return _soundings(state)
        case Phase.SOUNDINGS if state.stage == "opening":
            return _hear(state)
        case Phase.SOUNDINGS if state.stage != FURTHER and who_may_try(state):
            return changed(state, stage=FURTHER, queue=who_may_try(state))
        case Phase.SOUNDINGS:
            return _text(changed(state, stage=""))
        case Phase.TEXT:
            return _round(state, 1)
        case Phase.SQUEEZE if state.blue:
            return _blue(state)
        case Phase.SQUEEZE if state.round < state.last_round:
            return _round(state, state.round + 1)
        case Phase.SQUEEZE:
            return _echo(tell(miss_date(state), RoundsOver()))
        case Phase.BLUE | Phase.VOTE if _can_fall_back(state):
            return _fall_back(state)
        case Phase.BLUE if state.record.settling.withdrawn and not state.tabled:
            return _echo(state)
        case Phase.BLUE:
            return _vote(state)
        case Phase.VOTE:
            return _meeting(state)
        case Phase.ECHO if state.stage == DONE:
            return _over(season.finish(state))
        case Phase.ECHO:
            return season.go_on(state)
        case _:
            return _over(state)


def _over(state: State) -> State:
    end = aftermath.report_home(aftermath.conclude(state))
    return changed(end, phase=Phase.OVER, stage="")


def _open(state: State, beat: Phase, day: int, queue: tuple[Seat, ...]) -> State:
    state = changed(note(state, day=day), phase=beat, queue=_watched(state, beat, queue))
    return tell(state, BeatOpened(beat, day, state.round if beat is Phase.SQUEEZE else 0))


WATCHED = (Phase.ALARM, Phase.TEXT, Phase.SQUEEZE, Phase.BLUE)
"""Beats at whose beginning a person who plays the target is told what has happened so far."""


def _watched(state: State, beat: Phase, queue: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """Let a person in the target's seat look on, after chance has had its turns."""
    if TARGET not in state.people or beat not in WATCHED or TARGET in queue:
        return queue
    chance = sum(seat == WORLD for seat in queue)
    return (*queue[:chance], TARGET, *queue[chance:])


def _happenings(state: State) -> tuple[Seat, ...]:
    common = (WORLD,) * (len(world.due(state)) + watch.signs_due(state))
    return (*common, *hearsay.turns(state))


def _alarm(state: State) -> State:
    s = state.scenario
    return _open(note(state, stock=s.stock), Phase.ALARM, 0, _happenings(state))


def _asked_for(state: State) -> State:
    """Let the members ask for a meeting; then the President calls it."""
    chair = state.scenario.president(0)
    if state.stage != "asking":
        others = tuple(seat for seat in state.scenario.seating(0) if seat != chair)
        return changed(state, stage="asking", queue=others)
    return changed(state, stage="", matter=Question(CALL, chair), queue=(chair,))


def _soundings(state: State) -> State:
    """Open the first meeting; in public its agenda and its guests are approved first."""
    s, day = state.scenario, state.record.day
    state = _open(state, Phase.SOUNDINGS, day, ())
    if state.record.room == "open" and s.plays("motions"):
        return changed(state, stage="opening", queue=s.seating(day))
    return _hear(state)


def _hear(state: State) -> State:
    s = state.scenario
    pen = (s.penholder,) if s.statements else ()
    queue = (*floor.speakers(state), *pen)
    return changed(guests_speak(state, first=True), stage="", queue=queue)


def _text(state: State) -> State:
    s = state.scenario
    working = {}
    for m in s.measures:
        level = max(s.base(m.id), s.required.get(m.id, 0))
        if level:
            working[m.id] = Clause(m.id, level)
    state = changed(state, working=working)
    return _open(state, Phase.TEXT, max(1, s.stride_days // 2), (s.penholder,))


def _round(state: State, number: int) -> State:
    s = state.scenario
    day = max(number * s.stride_days, state.record.day)
    state = changed(state, round=number, tokens=_tokens(state), spoke=(), inquired=())
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
    last = 4 if s.plays("blue") else 0
    holder = state.versions[-1].author or s.penholder
    rank = dict.fromkeys(s.permanent, 2) | dict.fromkeys(s.inner, 1) | {holder: last}
    queue = tuple(sorted(s.seating(day), key=lambda seat: rank.get(seat, 3)))
    if state.record.settling.withdrawn:
        queue = ()  # A meeting goes on with rivals alone, of which there is no last word.
    return _open(changed(state, spoke=()), Phase.BLUE, day, queue)


def _vote(state: State) -> State:
    wait = 0 if state.stage == "resumed" else state.record.settling.blue.wait
    state = _open(note(state, speakers=()), Phase.VOTE, state.record.day + wait, ())
    return floor.open_meeting(state)


def _can_fall_back(state: State) -> bool:
    """Tell whether the pen, its draft withdrawn, may still look for a lesser product."""
    s = state.scenario
    if not (s.plays("products") and state.record.settling.withdrawn and s.statements):
        return False
    if (state.phase is Phase.BLUE and state.tabled) or floor.rival_adopted(state):
        return False
    return not state.questions and state.tally is None and state.stage != "fallback"


def _fall_back(state: State) -> State:
    state = note(state, statement="", softened=(), blocked_by="", blocked_on="")
    return changed(state, phase=Phase.VOTE, stage="fallback", queue=(state.scenario.penholder,))


def _meeting(state: State) -> State:
    """Go on in the meeting of the vote: the next question, the explanations, or its end."""
    if state.stage == "floor":
        state = floor.close_floor(state)
    if state.questions:
        return floor.go_on(state)
    if state.stage != "explaining":
        state = floor.take_its_place(state)
    if state.tally is None or state.stage == "explaining":
        return _echo(state)
    first = dict.fromkeys(state.tally.vetoes, 0)
    # Who cast a veto explains first.
    queue = tuple(sorted(floor.speakers(state), key=lambda seat: first.get(seat, 1)))
    return changed(state, stage="explaining", queue=queue)


def _echo(state: State) -> State:
    state = void_open(after_the_vote(state))
    return _open(season.begin(state), Phase.ECHO, state.record.day + WEEK, ())
