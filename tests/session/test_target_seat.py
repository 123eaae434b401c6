"""A person in the target's seat: sat down by the code of its State, kept, played again."""

from random import Random

import pytest
from attrs import evolve

from game.engine.actions import LookOn
from game.engine.terms import TARGET, Phase
from game.session import HUMAN, Session, advise, saves
from tests.build import scenario
from tests.session.playing import plays, run_on, seated


def test_the_seat_is_named_by_the_code_of_its_state():
    session = seated("PRK", id="resolution_2270")

    assert session.people == (TARGET,)
    assert session.seats[TARGET] == HUMAN
    assert TARGET not in seated("CHN", id="resolution_2270").seats


def test_it_cannot_be_taken_where_the_target_has_nothing_to_choose():
    whole = scenario("first_sitting")
    mute = evolve(whole, target=evolve(whole.target, responses=whole.target.responses[:1]))

    with pytest.raises(ValueError, match="nothing to choose"):
        Session(mute, {"PRK": HUMAN})


@pytest.mark.parametrize("seed", range(3))
def test_a_whole_game_by_any_legal_acts_ends_and_can_be_proved(seed, tmp_path):
    session = plays(seated("PRK", id="resolution_2270", seed=seed, level="quick"), Random(seed))
    saves.write(tmp_path / "game.json", session.snapshot())

    assert session.is_over
    assert saves.replay(tmp_path / "game.json").holds


def test_a_saved_game_goes_on_in_the_same_seat(tmp_path):
    month = plays(
        seated("PRK", id="resolution_2270", level="quick"),
        until=lambda now: now.observation.phase is Phase.ECHO,
    )
    saves.write(tmp_path / "game.json", month.snapshot())
    again = Session.load(tmp_path / "game.json", autosave=False)

    assert again.people == (TARGET,)
    assert again.observation.doctrine == month.observation.doctrine != ""
    assert again.observation.inside == month.observation.inside
    assert again.observation.drawn == month.observation.drawn
    slot = saves.list_saves(tmp_path)[0]
    assert slot.seats == ("PRK",)


def test_two_people_hand_over_between_the_room_and_the_capital():
    session = seated("PRK", "FRA", id="resolution_2270", level="quick")
    seen = []
    while len(seen) < 6:
        run_on(session, until=lambda now: now.due is not None)
        assert session.viewer is None, "nobody sees anything at the curtain"
        seen.append(session.due)
        session.take_seat()
        mine = session.observation
        assert (mine.seat == TARGET) == bool(mine.doctrine)
        while session.due is None and not session.is_over:
            if not session.tick():
                session.act(advise(session.observation))

    assert set(seen) == {TARGET, "FRA"}


def test_the_digest_tells_it_what_became_known_since_it_looked():
    session = run_on(seated("PRK", id="resolution_2270", seed=3, level="quick"))
    told = []
    while session.observation.phase is not Phase.BLUE:
        session.act(LookOn(TARGET))
        run_on(session)
        told.append(session.news)

    assert any(told)
    assert all(len(notes) <= 5 for notes in told)
    assert not any(note.kind == "cable" for notes in told for note in notes)
