"""What computers do as President: they set the order of speakers where it moves somebody."""

from functools import cache

import pytest
from attrs import evolve

from game import engine
from game.ai import presiding
from game.engine import council
from game.engine.actions import Arrange
from game.engine.terms import Phase, Phrase
from tests.build import idle, in_blue, in_consultations, played, scenario, turn_of


@cache
def floor(chair):
    """Return the floor before the vote, with a member presiding and to act."""
    s = scenario()
    of = evolve(s, presidency=dict.fromkeys(s.presidency, chair))
    state = idle(in_blue(in_consultations(of)), lambda now: now.stage == "floor")
    return turn_of(state, chair)


def seen(chair, **said):
    """Return what the President sees where members have said phrases of the text."""
    state = floor(chair)
    phrases = {seat: Phrase[phrase] for seat, phrase in said.items()}
    return engine.observe(evolve(state, record=evolve(state.record, phrases=phrases)), chair)


ALONG = {"EGY": "GOES_ALONG", "AGO": "GOES_ALONG", "MYS": "GOES_ALONG"}


def test_a_wary_president_has_others_hear_a_narrow_reading_first():
    act = presiding.set_reading(seen("VEN", RUS="GOES_ALONG", **ALONG))

    assert act.order[0] == "RUS"


def test_a_keen_president_has_a_narrow_reading_heard_last():
    act = presiding.set_reading(seen("JPN", RUS="GOES_ALONG", **ALONG))

    assert act.order[-1] == "RUS"
    assert engine.refusal(floor("JPN"), act) is None


@pytest.mark.parametrize(
    "said",
    [ALONG, {"RUS": "SUPPORTS", **ALONG}, {"RUS": "GOES_ALONG"}, {"RUS": "OPPOSES", **ALONG}],
    ids=["no_leader", "support", "no_followers", "against"],
)
def test_custom_rules_where_no_reading_would_be_followed(said):
    assert presiding.set_reading(seen("JPN", **said)) is None


def test_a_president_without_a_side_leaves_the_order_to_custom():
    assert presiding.set_reading(seen("ESP", RUS="GOES_ALONG", **ALONG)) is None


def test_who_does_not_preside_sets_no_order():
    o = evolve(seen("VEN", RUS="GOES_ALONG", **ALONG), seat="CHN")

    assert presiding.set_reading(o) is None


@pytest.mark.parametrize("id", ["hwasong_14", "resolution_2321"])
def test_the_first_positions_are_those_of_like_minded_members_and_nobody_is_set_back_far(id):
    acts = [
        (before, act)
        for seed in range(2)
        for before, act, _after in played(id, seed).moves()
        if isinstance(act, Arrange) and before.phase is Phase.SOUNDINGS
    ]

    assert acts
    for before, act in acts:
        custom = before.scenario.seating(before.record.day)
        assert act.order[0] == act.seat
        assert council.set_back(custom, act.order, but=act.seat) == ""
