"""A game as text: complete, and the same on every machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import codec
from game.engine import Event
from game.session import transcript
from game.session.saves import EVENTS
from tests.session.playing import whole

ROOT = Path(__file__).parents[2]
PLAY = """
import hashlib
from game.content import load_scenario
from game.session import Session, transcript
session = Session(load_scenario("{id}"), {{}}, {seed}, level="{level}")
while session.tick():
    pass
text = transcript(session.snapshot())
print(hashlib.sha256(text.encode()).hexdigest(), text.splitlines()[-1])
"""


def test_a_transcript_names_what_the_game_was_played_with():
    session = whole("CHN", seed=6)
    lines = transcript(session.snapshot()).splitlines()

    assert lines[0] == "scenario: first_sitting"
    assert lines[2] == "seed: 6"
    assert "CHN=human" in lines[3]
    assert lines[-1].startswith("digest: ")


def test_a_transcript_holds_every_event_as_words_and_as_data():
    save = whole("CHN", seed=6).snapshot()
    lines = transcript(save).splitlines()
    data = [json.loads(line) for line in lines if line.startswith("  {")]
    events = [codec.decode(plain, Event, "line", EVENTS) for plain in data]

    assert tuple(events) == save.state.log
    for at, line in enumerate(lines):
        if line.startswith("  {"):
            assert lines[at - 1].strip()
            assert not lines[at - 1].startswith(" ")


def test_two_games_of_one_seed_have_one_transcript():
    first, again = (transcript(whole(seed=6).snapshot()) for _ in range(2))

    assert first == again


@pytest.mark.parametrize(("id", "level"), [("first_sitting", "quick"), ("first_sitting", "random")])
def test_the_order_of_hashes_changes_nothing(id, level):
    found = {
        subprocess.run(
            [sys.executable, "-c", PLAY.format(id=id, seed=3, level=level)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert len(found) == 1
    assert next(iter(found)).split()[1] == "digest:"
