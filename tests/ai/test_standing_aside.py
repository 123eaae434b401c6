"""When a computer lets a presidential statement pass and stands aside from a word of it."""

import pytest
from attrs import evolve

from game import ai, engine
from game.ai import procedure
from game.engine.actions import Block, Consent, Dissociate, Propose
from tests.build import dealt, idle, play, scenario


def asked(seat, temper="hard_bargainer", statement="warning", of="resolution_2270"):
    """Return what a seat sees when it is asked to let a statement pass."""
    state = idle(
        dealt(scenario(of)), lambda now: len(now.record.stances) == len(now.scenario.seats)
    )
    pen = state.scenario.penholder
    state = play(idle(state, lambda now: engine.actor(now) == pen), Propose(pen, statement))
    own = state.dealt[seat]
    state = evolve(
        state,
        queue=(seat, *(s for s in state.queue if s != seat)),
        dealt={**state.dealt, seat: evolve(own, temper=temper)},
    )
    return engine.observe(state, seat)


def test_a_firm_member_that_is_wary_of_interference_stands_aside_rather_than_stop_a_statement():
    """Source: Venezuela, with a presidential statement on Syria, August 2015."""
    o = asked("VEN")

    assert procedure.speak_of(o) == Dissociate("VEN")
    assert ai.why(o, Dissociate("VEN")).key == "wants_more_said"
    assert ai.why(o, Dissociate("VEN")).cause == procedure.missed(o)


@pytest.mark.parametrize(
    ("seat", "temper", "statement"),
    [
        ("VEN", "bridge_builder", "warning"),
        ("URY", "hard_bargainer", "warning"),
        ("VEN", "hard_bargainer", "condemn"),
    ],
    ids=["who_gives_way", "who_is_not_wary", "a_press_statement"],
)
def test_others_let_it_pass_without_a_word(seat, temper, statement):
    assert procedure.speak_of(asked(seat, temper, statement)) == Consent(seat)


def test_a_permanent_member_stops_what_it_cannot_bear_and_never_stands_aside():
    for seat in scenario("resolution_2270").permanent:
        assert not procedure.missed(asked(seat))
        assert type(procedure.speak_of(asked(seat))) in (Consent, Block)
