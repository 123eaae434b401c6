"""Under Chapter VI a party to the dispute abstains. Source: UN Charter, Article 27(3)."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine, words
from game.engine import council
from game.engine.actions import CastVote, PointOfOrder, Rule, Say, StandBy
from game.engine.terms import Ballot, Phrase
from tests.build import QUICK, dice, idle, in_blue, in_consultations, play, scenario, turn_of

MILD = {"condemnation": 3, "six_party_talks": 1}


@cache
def floor(*parties, levels=(), phrase=Phrase.OPPOSES):
    """Return the floor on a text of words alone, which China has said something of."""
    of = evolve(scenario(), required={}, in_force={}, last_text={}, parties=parties)
    state = in_consultations(of, {**MILD, **dict(levels)})
    state = play(turn_of(state, "CHN"), Say("CHN", phrase))
    return idle(in_blue(state), lambda now: now.stage == "floor")


def decided(state, seat):
    seen = engine.observe(state, seat)
    return ai.decide(seen, ai.personalities()[QUICK], dice(0, 0, seat))


POINT = PointOfOrder("FRA", council.PARTY, "CHN")


def test_a_party_whose_no_is_feared_is_told_to_abstain_by_who_wants_the_text():
    state = turn_of(floor("CHN"), "FRA")

    assert decided(state, "FRA") == POINT
    found = ai.why(engine.observe(state, "FRA"), POINT)
    assert words.motive(state.scenario, found).startswith("a party to the dispute abstains")


@pytest.mark.parametrize(
    ("parties", "levels", "phrase"),
    [
        ((), (), Phrase.OPPOSES),
        (("CHN",), (("article39_determination", 3), ("chapter_basis", 2)), Phrase.OPPOSES),
        (("CHN",), (), Phrase.GOES_ALONG),
        (("FRA",), (), Phrase.OPPOSES),
    ],
    ids=["no party", "chapter seven", "it goes along", "itself"],
)
def test_nobody_is_told_to_abstain_without_need(parties, levels, phrase):
    state = turn_of(floor(*parties, levels=levels, phrase=phrase), "FRA")

    assert not isinstance(decided(state, "FRA"), PointOfOrder)


def test_a_computer_that_presides_rules_by_who_is_party():
    state = play(turn_of(floor("CHN"), "FRA"), POINT)
    chair = engine.actor(state)

    assert decided(state, chair) == Rule(chair, upheld=True)
    other = evolve(state, scenario=evolve(state.scenario, parties=("RUS",)))
    assert decided(other, chair) == Rule(chair, upheld=False)


def test_the_point_is_raised_once():
    state = play(turn_of(floor("CHN"), "FRA"), POINT)
    chair = engine.actor(state)
    state = idle(play(state, Rule(chair, upheld=False)), lambda now: now.matter is None)
    later = turn_of(state, "GBR")

    assert not isinstance(decided(later, "GBR"), PointOfOrder)


def test_a_party_that_is_barred_casts_no_veto():
    """Its sum says no; its ballot is an abstention, and nobody has a veto on the text."""
    state = play(turn_of(floor("CHN"), "FRA"), POINT)
    state = play(state, Rule(engine.actor(state), upheld=True), StandBy("CHN"))
    state = idle(state, lambda now: now.calling)
    state = turn_of(state, "CHN") if engine.actor(state) != "CHN" else state

    assert decided(state, "CHN") == CastVote("CHN", Ballot.ABSTAIN)
    assert engine.refusal(state, CastVote("CHN", Ballot.NO)) is not None
