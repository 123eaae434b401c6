"""Every scenario that is found survives games of anything that is legal.

A failure names scenario and seed; `play(id, seed)` in this module plays that game again.
"""

from functools import cache

import pytest

from game import engine
from game.content import check, scenario_ids
from game.content.checks import Doubt
from game.engine.actions import KINDS
from game.engine.terms import TARGET, Cause, Phase
from tests.build import any_luck, dice, pick, played, scenario

PLAYED_OFTEN = ("first_sitting", "hwasong_14", "resolution_2270")
"""Crises in which random play is to reach every kind of act; the others differ in data alone."""
AFTER_ADOPTION = {"Report", "Resume", "Uncover"}
"""What only a season after an adopted text has; `engine/test_season.py` meets it."""
TOO_LONG = 3000
"""Acts after which a game that has not ended would be a fault; a random one takes about 400."""


GAMES = [(id, seed) for id in scenario_ids() for seed in range(50 if id in PLAYED_OFTEN else 8)]


@cache
def play(id, seed):
    """Play one game and return how it ended, the kinds of act it saw, and every fault.

    With every fifth seed any legal action is as likely as another; with the others any kind of
    action is, so that rare kinds are reached and games are short. Every seventh has a person in the
    target's seat, if it can be played.
    """
    people = (TARGET,) if seed % 7 == 3 and TARGET in scenario(id).playable else ()
    state, kinds, faults = engine.new_game(scenario(id), people), set(), []
    for ply in range(TOO_LONG):
        seat = engine.actor(state)
        if seat is None:
            return state, kinds, faults
        action = anything(state, dice(seed, ply, seat), by_kind=seed % 5)
        kinds.add(type(action))
        state = engine.apply(state, action)
        faults += [f"after {action}: {fault}" for fault in engine.faults(state)]
    return state, kinds, [*faults, f"the game is not over after {TOO_LONG} acts"]


def anything(state, luck, by_kind):
    """Choose any legal action, or any of any legal kind."""
    if options := engine.chance(state):
        return pick(luck, options)
    legal = engine.legal_actions(state)
    if by_kind:
        kind = luck.choice(sorted({type(a) for a in legal}, key=lambda k: k.__name__))
        legal = [a for a in legal if type(a) is kind]
    return luck.choice(legal)


@pytest.mark.parametrize("id", scenario_ids())
def test_a_scenario_has_no_fault(id):
    assert [f for f in check(id) if not isinstance(f, Doubt)] == []


@pytest.mark.parametrize(("id", "seed"), GAMES)
def test_a_random_game_ends_without_a_broken_invariant(id, seed):
    end, _, faults = play(id, seed)

    assert faults == []
    assert end.phase is Phase.OVER
    assert engine.legal_actions(end) == ()
    assert set(engine.score(end)) == set(end.scenario.seats)


@pytest.mark.parametrize("id", PLAYED_OFTEN)
def test_random_play_reaches_every_kind_of_action(id):
    reached = set().union(*(kinds for _end, kinds, _faults in games_of(id)))

    played_here = {name for name, k in KINDS.items() if not k.PART or scenario(id).plays(k.PART)}
    if not any(s.product == "prst" for s in scenario(id).statements):
        played_here -= {"Dissociate"}  # One dissociates oneself from a presidential statement only.
    met = {kind.__name__ for kind in reached}
    assert met <= played_here
    assert played_here - met <= AFTER_ADOPTION


@pytest.mark.parametrize("id", PLAYED_OFTEN)
def test_random_play_ends_in_more_than_one_way(id):
    """Without a text, and by a vote that fails; nobody adopts by chance alone."""
    causes = {end.tally.cause if end.tally else Cause.NO_TEXT for end, _, _ in games_of(id)}

    assert len(causes) >= 2
    assert Cause.NO_TEXT in causes


def games_of(id):
    return [play(id, seed) for of, seed in GAMES if of == id]


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("id", scenario_ids())
def test_a_game_of_computers_ends_without_a_broken_invariant(id, seed):
    game = played(id, seed)

    assert [fault for state in game.states for fault in engine.faults(state)] == []
    assert game.end.phase is Phase.OVER


@pytest.mark.parametrize("id", scenario_ids())
def test_a_menu_is_bounded_and_lists_nothing_twice(id):
    """At most 4,096 acts, so that outside tools can number them."""
    luck = any_luck("menu", id)
    state = engine.new_game(scenario(id))
    for _ in range(300):
        if engine.actor(state) is None:
            return
        legal = engine.legal_actions(state)
        assert 0 < len(legal) <= 4096
        assert len({repr(a) for a in legal}) == len(legal)
        assert all(engine.refusal(state, a) is None for a in legal)
        state = engine.apply(state, anything(state, luck, by_kind=True))
