"""What follows from a veto: the standing it costs, and a debate of the General Assembly."""

from __future__ import annotations

from game.engine import council, opinion
from game.engine.events import AssemblyDebate, Tally, VetoPaid
from game.engine.record import Question
from game.engine.state import State, note, tell
from game.engine.terms import Cause


def charge(state: State, question: Question, tally: Tally) -> State:
    """Take from who has vetoed a draft what that costs; a no that decides nothing costs nothing.

    What was said is said of the text in blue; of a rival only hands tell who was against it.
    """
    if tally.cause is not Cause.VETO:
        return state
    s, heard = state.scenario, opinion.heard_of(state, question.version)
    for seat in tally.vetoes:
        price = opinion.veto_price(s, heard, seat, tally.vetoes)
        others = tuple(x for x in s.permanent if x != seat)
        beside = tuple(x for x in others if x in tally.vetoes or heard.phrase_points(x) <= -1)
        wanted = price > s.briefs[seat].veto_price
        paid = state.record.vetoes.get(seat, 0) + price
        state = note(state, vetoes={**state.record.vetoes, seat: paid})
        state = tell(state, VetoPaid(seat, price, beside, wanted))
    return state


def call_the_assembly(state: State, tally: Tally) -> State:
    """Set the day by which the General Assembly debates a veto, from the day that has such a rule.

    It does so on every draft that falls to a veto, a rival too.
    Source: General Assembly resolution 76/262 of 26 April 2022.
    """
    if tally.cause is not Cause.VETO:
        return state
    today = state.scenario.date(state.record.day)
    by = council.assembly_meets_by(today)
    if by is None:
        return state
    return tell(state, AssemblyDebate(tally.vetoes, state.record.day + (by - today).days))
