"""The same seed is the same game, in another process with another order of sets and hashes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.games import digest

SCRIPT = Path(digest.__file__)


@pytest.fixture(scope="module")
def here():
    return list(digest.lines())


@pytest.mark.parametrize("hash_seed", ["0", "1", "2"])
def test_games_do_not_depend_on_the_seed_of_hashes(here, hash_seed):
    """Every scenario with quick, searching and random computers, to the end."""
    env = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, SCRIPT], capture_output=True, text=True, check=True, env=env
    )

    assert done.stdout.splitlines() == here
