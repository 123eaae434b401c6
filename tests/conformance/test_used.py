"""What people can do computers do as well, sometimes: what nobody meets is dead or untested."""

from itertools import product

from game.content import scenario_ids
from game.engine.actions import KINDS
from tests.build import QUICK, played

NEVER = {
    "LookOn": "it is a person's who plays the target: a computer there is not asked to look on",
    "Schedule": "a President that nobody asked for time takes sides by it, and in 240 sittings of "
    "three crises a day to read was never worth the twentieth part of a vote: the text was shown "
    "to all days before; the record has no vote on the target that a President put off",
}
"""Kinds of acts that no computer was seen to use in these games -> why that is so."""
GAMES = product(range(1, 13), scenario_ids(), ("search", QUICK))


def used():
    """Return the kinds of acts met, game by game until only the exceptions are missing."""
    found = set()
    for seed, id, who in GAMES:
        found |= {type(action).__name__ for action in played(id, seed, who).actions}
        if set(KINDS) - found <= set(NEVER):
            break
    return found


def test_every_kind_of_act_is_used_by_some_computer_or_is_a_known_exception():
    found = used()

    assert set(KINDS) - found == set(NEVER)
    assert all(NEVER.values())
