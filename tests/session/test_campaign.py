"""A campaign at the screen: from sitting to sitting, saved, proved, and not taken back."""

import io
from functools import cache

import pytest
from attrs import evolve

from game.commands.terminal import play as terminal
from game.content import load_scenario
from game.engine import ambition, chain
from game.engine.events import BeatOpened, Inherited
from game.engine.terms import TARGET
from game.session import Instructions, Session, list_saves, replay, saves
from game.session.retelling import chapters
from game.ui.target.ending import so_far
from tests.session.playing import plays, run_on


@cache
def short():
    """Return the campaign with sittings of one round and no practice beside."""
    whole = load_scenario("campaign_2016_2017")
    sequels = tuple(
        evolve(q, scenario=evolve(q.scenario, rounds=1, practice=()), unless=())
        for q in whole.campaign.sequels
    )
    return evolve(whole, rounds=1, practice=(), campaign=evolve(whole.campaign, sequels=sequels))


def begun(*people):
    return Session(short(), dict.fromkeys(people, "human"), 5, level="random", autosave=False)


def gone_on(*people):
    """Return a campaign whose second sitting has just been opened."""
    session = plays(begun(*people))
    assert session.go_on()
    return session


def test_a_campaign_goes_on_through_all_its_sittings_and_ends():
    session, seen = plays(begun("CHN")), []
    while True:
        seen.append(session.scenario.id)
        if not session.can_go_on:
            break
        assert session.go_on()
        plays(session)

    assert seen == [
        *("resolution_2270", "resolution_2321", "hwasong_14"),
        *("resolution_2375", "resolution_2397"),
    ]
    assert [left.sitting for left in session.past] == seen[:-1]
    assert not session.go_on()


def test_a_person_whose_seat_leaves_the_council_goes_on_in_the_one_that_takes_it():
    session = plays(gone_on("VEN"))
    assert session.people == ("VEN",)

    assert session.go_on()

    assert session.scenario.id == "hwasong_14"
    assert session.people == ("BOL",)
    assert session.seats["ETH"] == "random"


def test_what_was_left_to_a_delegation_goes_on_in_the_seat_that_takes_its_place():
    session = plays(gone_on("VEN"))
    session.instruct(Instructions(silence="keep"))

    assert session.go_on()

    assert session.instructions == Instructions(silence="keep")


@pytest.mark.parametrize("acts", [0, 1, 30])
def test_a_saved_campaign_goes_on_where_it_was(tmp_path, acts):
    session = gone_on("CHN")
    for _ in range(acts):
        session.tick()
    path = session.save(tmp_path / "campaign.json")
    again = Session.load(path, autosave=False)

    assert saves.state_digest(again.snapshot().state) == saves.state_digest(
        session.snapshot().state
    )
    assert again.scenario.in_force == session.scenario.in_force
    assert again.past == session.past
    again, session = plays(again), plays(session)
    assert saves.state_digest(again.snapshot().state) == saves.state_digest(
        session.snapshot().state
    )


@pytest.mark.parametrize("acts", [0, 1, 30])
def test_a_saved_campaign_can_be_proved(tmp_path, acts):
    session = gone_on("CHN")
    for _ in range(acts):
        session.tick()

    assert replay(session.save(tmp_path / "campaign.json")).holds


def test_a_campaign_saved_between_two_sittings_opens_the_next_one(tmp_path):
    session = plays(begun("CHN"))
    again = Session.load(session.save(tmp_path / "campaign.json"), autosave=False)

    assert again.can_go_on
    assert again.go_on()
    assert again.scenario.id == "resolution_2321"


def test_a_save_of_a_campaign_is_listed_by_the_campaigns_title(tmp_path):
    gone_on("CHN").save(tmp_path / "campaign.json")

    assert [slot.title for slot in list_saves(tmp_path)] == ["Two years, five texts"]


def test_what_was_done_in_an_earlier_sitting_is_not_taken_back():
    session = gone_on("CHN")

    assert not session.can_undo
    assert not session.undo()


def test_the_same_seed_is_the_same_campaign():
    digests = {saves.state_digest(plays(gone_on("CHN")).snapshot().state) for _ in range(2)}

    assert len(digests) == 1


def test_in_the_terminal_the_next_sitting_follows_the_end_of_the_last(
    monkeypatch, capsys, tmp_path
):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * 4))
    titles = [short().title, *(q.scenario.title for q in short().campaign.sequels)]

    assert terminal.run(begun()) == 0
    shown = capsys.readouterr().out

    found = [shown.index(f"{title}. ") for title in titles]
    assert found == sorted(found)
    assert shown.count("Press Enter for the next sitting.") == 4


def test_a_later_sitting_can_be_told_again_as_it_was():
    """It opens on briefs, grudges and a world that its own log did not deal."""
    session = plays(gone_on("CHN"))
    over = session.observation

    told = tuple(chapters(over))

    assert told[0].opened == next(e for e in over.log if isinstance(e, BeatOpened))
    assert told[-1].known.tally == over.tally
    assert told[-1].known.dealt.variant == over.dealt.variant


def test_what_a_sitting_opens_on_is_nobodys_to_see_before_it_is_over():
    session = gone_on("CHN")
    plays(session, until=lambda now: now.observation.round == 1)

    assert not any(isinstance(e, Inherited) for e in session.observation.log)
    assert any(isinstance(e, Inherited) for e in plays(session).observation.log)


def test_the_target_goes_on_in_its_seat():
    session = Session(
        load_scenario("campaign_2016_2017"), {"PRK": "human"}, 5, level="random", autosave=False
    )
    plays(session)
    assert session.go_on()

    assert session.people == (TARGET,)
    assert run_on(session).observation.doctrine


def test_what_the_targets_plan_won_is_counted_over_the_sittings_of_a_campaign():
    session = plays(Session(short(), {"PRK": "human"}, 5, level="random", autosave=False))
    alone = ambition.course(session.observation)
    assert session.go_on()
    both = ambition.course(plays(session).observation)

    assert len(alone) == 1
    assert both[:1] == alone
    assert len(both) == 2
    assert ambition.standing(both) == sum(both) // 2
    assert f"{both[0]}, {both[1]}" in so_far(session.observation)


def test_every_step_beyond_the_one_that_spares_a_crisis_spares_it_too():
    campaign = load_scenario("campaign_2016_2017").campaign
    sequel = campaign.sequels[0]
    steps = [step.id for step in sequel.scenario.target.steps]
    first = min(steps.index(id) for id in sequel.unless if id in steps)

    assert [chain._holds(sequel, at) for at in range(len(steps))] == [
        at >= first for at in range(len(steps))
    ]
    assert 0 < first < len(steps) - 1
