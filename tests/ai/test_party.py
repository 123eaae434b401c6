"""Under Chapter VI a party to the dispute abstains. Source: UN Charter, Article 27(3)."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine, words
from game.ai import delaying
from game.content import scenario_ids
from game.engine import council, procedural
from game.engine.actions import CastVote, Object, PointOfOrder, Rule, Say, StandBy
from game.engine.record import Question
from game.engine.terms import Ballot, Phrase
from tests.build import QUICK, dice, idle, in_blue, in_consultations, play, scenario, turn_of

MILD = {"condemnation": 3, "six_party_talks": 1}
FIRM, MILD_TEMPER = "stickler", "bridge_builder"


@cache
def floor(*parties, levels=(), phrase=Phrase.OPPOSES):
    """Return the floor on a text of words alone, which China has said something of."""
    of = evolve(scenario(), required={}, in_force={}, last_text={}, parties=parties)
    state = in_consultations(of, {**MILD, **dict(levels)})
    state = play(turn_of(state, "CHN"), Say("CHN", phrase))
    return idle(in_blue(state), lambda now: now.stage == "floor")


def tempered(state, temper, *seats):
    """Return a state in which these delegations bargain by a temper."""
    dealt = {**state.dealt, **{s: evolve(state.dealt[s], temper=temper) for s in seats}}
    return evolve(state, dealt=dealt)


def decided(state, seat, temper=FIRM):
    seen = engine.observe(tempered(state, temper, seat), seat)
    return ai.decide(seen, ai.personalities()[QUICK], dice(0, 0, seat))


POINT = PointOfOrder("JPN", council.PARTY, "CHN")


def test_a_party_whose_no_is_feared_is_told_to_abstain_by_a_firm_member_that_wants_the_text():
    state = turn_of(floor("CHN"), "JPN")

    assert decided(state, "JPN") == POINT
    assert not isinstance(decided(state, "JPN", MILD_TEMPER), PointOfOrder)
    found = ai.why(engine.observe(state, "JPN"), POINT)
    assert words.motive(state.scenario, found).startswith("a party to the dispute abstains")


def test_a_permanent_member_and_the_president_leave_it_to_others():
    state = floor("CHN")
    chair = engine.actor(state)

    for seat in (chair, "FRA"):
        now = turn_of(state, seat)
        assert engine.refusal(now, PointOfOrder(seat, council.PARTY, "CHN")) is None
        assert not isinstance(decided(now, seat), PointOfOrder)


@pytest.mark.parametrize(
    ("parties", "levels", "phrase"),
    [
        ((), (), Phrase.OPPOSES),
        (("CHN",), (("article39_determination", 3), ("chapter_basis", 2)), Phrase.OPPOSES),
        (("CHN",), (), Phrase.GOES_ALONG),
        (("JPN",), (), Phrase.OPPOSES),
    ],
    ids=["no party", "chapter seven", "it goes along", "itself"],
)
def test_nobody_is_told_to_abstain_without_need(parties, levels, phrase):
    state = turn_of(floor(*parties, levels=levels, phrase=phrase), "JPN")

    assert not isinstance(decided(state, "JPN"), PointOfOrder)


def test_a_president_rules_by_who_is_party_if_it_is_firm_and_by_practice_if_not():
    """No President ruled so for decades. Source: Security Council Report, April 2014."""
    state = play(turn_of(floor("CHN"), "JPN"), POINT)
    chair = engine.actor(state)

    assert decided(state, chair) == Rule(chair, upheld=True)
    assert decided(state, chair, MILD_TEMPER) == Rule(chair, upheld=False)
    other = evolve(state, scenario=evolve(state.scenario, parties=("RUS",)))
    assert decided(other, chair) == Rule(chair, upheld=False)


@pytest.mark.parametrize("upheld", [True, False])
def test_every_ruling_has_its_reason(upheld):
    state = play(turn_of(floor("CHN"), "JPN"), POINT)
    chair = engine.actor(state)
    found = ai.why(engine.observe(state, chair), Rule(chair, upheld))

    assert found.key == ("by_article" if upheld else "by_practice")
    assert words.motive(state.scenario, found)


def test_a_ruling_is_challenged_where_nine_can_be_expected_to_overrule_it():
    state = play(turn_of(floor("CHN"), "JPN"), POINT)
    state = play(state, Rule(engine.actor(state), upheld=False))
    seen = engine.observe(state, "JPN")
    worth = delaying.overrules(seen, state.matter) >= procedural.CARRIES

    assert engine.actor(state) == "JPN"
    assert decided(state, "JPN") == (Object("JPN") if worth else StandBy("JPN"))


def test_members_vote_on_such_a_ruling_by_what_they_think_of_text_and_party():
    """Who wants the text would rather have the party abstain; who is close to it would not."""
    s = scenario("broken_talks_2001")
    ruling = Question("ruling", "BGD", "USA", 0, cause=council.PARTY)

    def points(seat, text):
        return sum(r.points for r in procedural.reasons(procedural.Vote(s, seat, ruling, text)))

    assert points("IRL", 8) - points("IRL", 0) == 8
    pull = s.briefs["GBR"].weights.us_pull - s.briefs["CHN"].weights.us_pull
    assert pull > 0
    assert points("CHN", 8) - points("GBR", 8) == pull


def test_only_the_broken_talks_and_the_arc_that_begins_with_them_have_a_party_in_the_council():
    """The Agreed Framework of 21 October 1994 was signed by the United States and the target."""
    found = {id: parties for id in scenario_ids() if (parties := scenario(id).parties)}

    assert set(found) == {"broken_talks_2001", "broken_talks_2001_2006"}
    assert set(found.values()) == {("USA",)}


def test_the_point_is_raised_once():
    state = play(turn_of(floor("CHN"), "JPN"), POINT)
    chair = engine.actor(state)
    state = idle(play(state, Rule(chair, upheld=False)), lambda now: now.matter is None)
    later = turn_of(state, "NZL")

    assert not isinstance(decided(later, "NZL"), PointOfOrder)


def test_a_party_that_is_barred_casts_no_veto():
    """Its sum says no; its ballot is an abstention, and nobody has a veto on the text."""
    state = play(turn_of(floor("CHN"), "JPN"), POINT)
    state = play(state, Rule(engine.actor(state), upheld=True), StandBy("CHN"))
    state = idle(state, lambda now: now.calling)
    state = turn_of(state, "CHN") if engine.actor(state) != "CHN" else state

    assert decided(state, "CHN") == CastVote("CHN", Ballot.ABSTAIN)
    assert engine.refusal(state, CastVote("CHN", Ballot.NO)) is not None
