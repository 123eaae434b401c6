"""A seeded game of each scenario still goes as it went: every event, in words and as data.

`pytest tests/games --regenerate` writes the files anew; read what changed, and raise `RULES` if a
recorded game would run differently under rules that were released.
"""

from pathlib import Path

import pytest

from game import engine
from game.content import scenario_ids
from game.session import Session, transcript
from tests.build import scenario

SEED = 2016


def playing(id):
    """Play a game of computers through the session, as the program does."""
    session = Session(scenario(id), seed=SEED, autosave=False)
    while session.tick():
        pass
    return session


@pytest.mark.parametrize("id", scenario_ids())
def test_a_seeded_game_goes_as_it_went(id, regenerate):
    golden = Path(__file__).parent / f"{id}.txt"
    text = transcript(playing(id).snapshot())
    if regenerate:
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8"), "read the diff; `pytest --regenerate`"


@pytest.mark.parametrize("id", scenario_ids())
def test_a_transcript_tells_everything_that_the_log_holds(id):
    save = playing(id).snapshot()
    text = transcript(save)

    assert text.count('\n  {"') == len(save.state.log)
    assert engine.actor(save.state) is None


def test_every_transcript_belongs_to_a_scenario():
    there = {path.stem for path in Path(__file__).parent.glob("*.txt")}

    assert there == set(scenario_ids())
