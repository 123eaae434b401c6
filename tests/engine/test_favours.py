"""Favours: promised for a word on the text, done or left undone in the months after the vote."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine, words
from game.ai import season as computing
from game.engine import chain, season
from game.engine.abroad import acts
from game.engine.actions import Deliver, StandBy, Urge
from game.engine.actions.terms import DUE
from game.engine.events import PledgeSettled
from game.engine.followup import CAMPAIGN, follow_up
from game.engine.opinion import FALLS
from game.engine.record import Pledge
from game.engine.state import note
from game.engine.terms import TARGET
from game.ui.bargain import between
from tests.build import idle, play, played, scenario

OWED = Pledge(
    "CHN", by="USA", kind="favour", item="smaller_exercise", secret=True, deal=1, due="season"
)


@cache
def season_of(half=1, owed=OWED):
    """Return a half of a season that is about to open for a seat that owes a favour."""
    states = played("resolution_2270", 1).states
    state = next(s for s in states if s.stage == CAMPAIGN and s.record.followup.half == half)
    queue = ("USA", *(x for x in state.queue if x != "USA"))
    return note(evolve(state, queue=queue), pledges=(owed,))


def status(state):
    return next(p.status for p in state.record.pledges if p.kind == "favour")


def over(state):
    """Let everybody stand by until the half is over."""
    return idle(state, lambda now: now.stage != CAMPAIGN)


def test_a_favour_is_done_in_a_half_and_does_not_spend_its_turn():
    before = season_of()
    after = play(before, Deliver("USA", "CHN", "smaller_exercise"))

    assert (status(before), status(after)) == ("open", "kept")
    assert engine.actor(after) == "USA"
    assert engine.refusal(after, Deliver("USA", "CHN", "smaller_exercise")).key == "nothing_owed"


def test_a_favour_can_wait_for_the_second_half_and_then_it_is_broken():
    assert status(over(season_of(1))) == "open"
    assert status(over(season_of(2))) == "broken"


def test_a_favour_left_undone_costs_credibility_is_told_to_all_and_remembered():
    before = season_of(2)
    after = over(before)

    lost = before.record.trust("USA") - after.record.trust("USA")
    assert lost == FALLS["promise"]
    told = [e for e in engine.observe(after, "SEN").log if isinstance(e, PledgeSettled)]
    assert (told[-1].by, told[-1].kind, told[-1].kept) == ("USA", "favour", False)
    campaign = scenario("resolution_2321")
    held = chain._wronged(after, campaign)
    assert [(g.seat, g.by, g.kind) for g in held] == [("CHN", "USA", "favour")]


def test_where_delegations_have_no_turn_in_the_months_a_favour_is_done():
    state = follow_up(season_of(), half=0)

    assert status(season.finish(state)) == "kept"


def test_only_the_two_know_of_a_favour_that_was_done():
    after = play(season_of(), Deliver("USA", "CHN", "smaller_exercise"))

    for seat in ("SEN", "RUS", "", TARGET):
        log = engine.observe(after, seat).log
        assert not [e for e in log if isinstance(e, Deliver)]
        assert not [e for e in log if isinstance(e, PledgeSettled) and e.item == OWED.item]
    assert Deliver("USA", "CHN", "smaller_exercise") in engine.observe(after, "CHN").log


@pytest.mark.parametrize(
    "action",
    [Deliver("USA", "RUS", "smaller_exercise"), Deliver("USA", "CHN", "convoys")],
    ids=["to_somebody_else", "something_else"],
)
def test_nobody_does_what_it_has_not_promised(action):
    assert engine.refusal(season_of(), action).key == "nothing_owed"


def test_what_was_brought_up_is_answered_before_a_favour_is_done():
    state = evolve(season_of(), queue=("CHN", "USA"))
    state = play(follow_up(state, suspension=None), Urge("CHN"))

    assert engine.refusal(state, Deliver("USA", "CHN", "smaller_exercise")).key == "answer_first"


@pytest.mark.parametrize(("temper", "does"), [("bridge_builder", True), ("hard_bargainer", False)])
def test_a_computer_does_a_dear_favour_unless_it_likes_a_risk(temper, does):
    state = season_of()
    own = evolve(state.dealt["USA"], temper=temper)
    seen = engine.observe(evolve(state, dealt={**state.dealt, "USA": own}), "USA")
    due = Deliver("USA", "CHN", "smaller_exercise")

    assert (computing.act(seen) == due) is does
    assert ai.why(seen, due).key == "keeps_its_word"


def test_a_computer_does_a_favour_for_a_text_that_passed_rather_than_for_one_that_failed():
    seen = engine.observe(season_of(), "USA")
    failed = evolve(seen, tally=evolve(seen.tally, adopted=False))

    saved = [ai.word.favour_saved(o, OWED) for o in (seen, failed)]
    assert saved[0] < saved[1]


def test_what_was_done_has_its_sentence():
    said = words.say(Deliver("USA", "CHN", "smaller_exercise"), scenario())

    assert said.startswith(
        "The United States does what it promised China: a smaller spring exercise"
    )
    assert StandBy("USA") in engine.observe(season_of(2), "USA").legal


def test_every_time_at_which_a_promise_is_due_has_its_words():
    """Both modes say when what was promised is settled."""
    assert {*DUE.values()} <= {*between.DUE}


def test_large_exercises_are_smaller_once_it_was_promised_and_done():
    """Only what was done counts: a promise that is open or broken quiets nothing."""
    s = scenario()
    quiets = next(f.quiets for f in s.favours if f.id == OWED.item)
    before = season_of()
    done = play(before, Deliver("USA", "CHN", OWED.item))

    assert quiets > 0
    assert season.outside_of(before).quieted == 0
    assert season.outside_of(done).quieted == quiets
    assert season.outside_of(over(season_of(2))).quieted == 0
    assert "large exercises that follow" in words.say(Deliver("USA", "CHN", OWED.item), s)
    other = words.say(Deliver("USA", "CHN", "convoys"), s)
    assert "exercises" not in other


@pytest.mark.parametrize(("quieted", "less"), [(0, 0), (500, 30), (1000, 60)])
def test_a_month_of_smaller_exercises_adds_less_threat(quieted, less):
    """A month goes three tenths of the way to where exercises of 200 per mille drive it."""
    state, target = season_of(), scenario().target
    loud = evolve(season.outside_of(state), exercises=1)
    threat = [
        acts.dawn(target, state.abroad, evolve(loud, quieted=n), 0).gauges["threat"]
        for n in (0, quieted)
    ]

    assert abs(threat[0] - threat[1] - less) <= 1  # Of a step that is rounded.
