"""Play a few games of computers and print what each came to; the same on every machine.

python tests/games/digest.py            print one line per game
python tests/games/digest.py PYTHON...  do so with each of these, and compare
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[0] = str(ROOT)

GAMES = [
    (id, seed, who)
    for id in ("first_sitting", "resolution_2270")
    for seed, who in ((1, "quick"), (2, "search"), (3, "random"))
]


def lines():
    """Yield a line for each game: how it was played, how many acts it took, the last digest."""
    from game.session.saves import state_digest
    from tests.build import played

    for id, seed, who in GAMES:
        game = played(id, seed, who)
        yield f"{id} {seed} {who} {len(game.actions)} {state_digest(game.end)}"


def main(pythons):
    """Print the digests, or compare those of several Pythons."""
    if not pythons:
        print("\n".join(lines()))
        return 0
    found = {}
    for python in pythons:
        done = subprocess.run(
            [python, __file__], capture_output=True, text=True, check=False, cwd=ROOT
        )
        found[python] = done.stdout if done.returncode == 0 else done.stderr
        print(f"{python}\n{found[python]}")
    same = len(set(found.values())) == 1
    print("the same games" if same else "DIFFERENT games")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
