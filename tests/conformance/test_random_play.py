"""Every scenario that is found survives games of anything that is legal.

A failure names scenario, beat and luck; `play` in this module plays that game again.
"""

from functools import cache

import pytest

from game import engine
from game.content import check, scenario_ids
from game.content.checks import Doubt
from game.engine.actions import KINDS
from game.engine.terms import Cause, Phase
from tests.build import BEATS, any_act, any_luck, begun, dice, played, scenario

PLAYED_OFTEN = ("first_sitting", "hwasong_14", "resolution_2270")
"""Crises in which random play is to reach every kind of act; the others differ in data alone."""
SELDOM = {"AskExtension", "Deliver", "Dissociate", "Resume"}
"""What games of one crisis need not come to; `tests.build` leads others there."""
TOO_LONG = 3000
"""Acts after which a game that has not ended would be a fault; a random one takes about 400."""
ANY_ACT = 9
"""Luck of the game, one in each crisis, in which any act is as likely as another, not any kind."""

GAMES = [
    (id, beat, luck)
    for id in scenario_ids()
    for beat in (BEATS if id in PLAYED_OFTEN else BEATS[::2])
    for luck in range(3 if id in PLAYED_OFTEN else 1)
] + [(id, BEATS[0], ANY_ACT) for id in PLAYED_OFTEN]


@cache
def play(id, beat, luck):
    """Play one game on from a beat; return how it ended, the kinds of act in it, every fault."""
    state, kinds, faults = begun(id, beat, luck), set(), []
    for ply in range(TOO_LONG):
        seat = engine.actor(state)
        if seat is None:
            return state, kinds, faults
        action = any_act(state, dice(luck, ply, seat), by_kind=luck != ANY_ACT)
        kinds.add(type(action).__name__)
        state = engine.apply(state, action)
        faults += [f"after {action}: {fault}" for fault in engine.faults(state)]
    return state, kinds, [*faults, f"the game is not over after {TOO_LONG} acts"]


@pytest.mark.parametrize("id", scenario_ids())
def test_a_scenario_has_no_fault(id):
    assert [f for f in check(id) if not isinstance(f, Doubt)] == []


@pytest.mark.parametrize(("id", "beat", "luck"), GAMES)
def test_a_random_game_ends_without_a_broken_invariant(id, beat, luck):
    end, _, faults = play(id, beat, luck)

    assert faults == []
    assert end.phase is Phase.OVER
    assert engine.legal_actions(end) == ()
    assert set(engine.score(end)) == set(end.scenario.seats)


def in_play(id):
    """Return the kinds of act that a crisis can have."""
    return {name for name, k in KINDS.items() if not k.PART or scenario(id).plays(k.PART)}


@pytest.mark.parametrize("id", PLAYED_OFTEN)
def test_random_play_reaches_every_kind_of_action(id):
    reached = set().union(*(kinds for _end, kinds, _faults in games_of(id)))

    assert reached <= in_play(id)
    assert in_play(id) - reached <= SELDOM


@pytest.mark.parametrize("id", PLAYED_OFTEN)
def test_random_play_ends_in_more_than_one_way(id):
    """Without a text, and by a vote that fails or carries."""
    causes = {end.tally.cause if end.tally else Cause.NO_TEXT for end, _, _ in games_of(id)}

    assert len(causes) >= 2
    assert Cause.NO_TEXT in causes


def games_of(id):
    return [play(*game) for game in GAMES if game[0] == id]


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("id", scenario_ids())
def test_a_game_of_computers_ends_without_a_broken_invariant(id, seed):
    game = played(id, seed)

    assert [fault for state in game.states for fault in engine.faults(state)] == []
    assert game.end.phase is Phase.OVER


@pytest.mark.parametrize("beat", [Phase.DEAL, Phase.SQUEEZE, Phase.VOTE])
@pytest.mark.parametrize("id", scenario_ids())
def test_a_menu_is_bounded_and_lists_nothing_twice(id, beat):
    """At most 4,096 acts, so that outside tools can number them."""
    luck, state = any_luck("menu", id), begun(id, beat)
    for _ in range(40):
        if engine.actor(state) is None:
            return
        legal = engine.legal_actions(state)
        assert 0 < len(legal) <= 4096
        assert len({repr(a) for a in legal}) == len(legal)
        assert all(engine.refusal(state, a) is None for a in legal)
        state = engine.apply(state, any_act(state, luck))
