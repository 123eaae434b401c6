"""Play the game in its real window by mouse and keyboard, and check what it says.

Ends with 'N passed, M failed'. Pictures of the main points go to the folder $OUT.
"""

import os
import subprocess
import tempfile
import time
from pathlib import Path

from council import council
from rig import Display, Game, Run, until
from sitting import sitting

MANAGER_S = 60.0
"""How long a window manager may take to start on a busy machine."""


def no_display(run: Run) -> None:
    """Without a display."""
    environment = {
        key: value
        for key, value in run.display.environment.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    done = subprocess.run(
        run.command,
        env=environment,
        cwd=run.folder,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    run.check("exit code 2 without a display", done.returncode == 2, done.returncode)
    says = done.stderr
    named_ = "in-blue play --text" in says and "in-blue simulate" in says
    run.check("one sentence names what works in a terminal", named_, says)
    run.check("it is one line", says.count("\n") == 1 and not done.stdout, says)


def hot_seat(run: Run) -> None:
    """Two people, and a curtain between them."""
    game = run.open("two")
    try:
        until("the doors", lambda: "door first_sitting" in game.stops())
        game.click("door first_sitting")
        game.click("several")
        game.click("seat CHN")
        run.check("two people are to play", game.says("2 people"), game.words())
        game.press("Return")
        until("the curtain", lambda: "take seat" in game.stops())
        china = _curtain(run, game, "China")
        game.picture("31-curtain")
        game.press("space")
        until("China's soundings", lambda: "stance talks" in game.stops())
        secret = _lines(game) - china
        run.check("China reads its instructions", game.says("Your capital wants"))
        game.press("h")
        until("the curtain", lambda: "take seat" in game.stops())
        shown = _lines(game)
        run.check("H hides everything at once", not shown & secret, shown & secret)
        game.press("space")
        game.click("stance talks")
        game.click("priority six_party_talks")
        game.press("Return")
        until("the curtain", lambda: "take seat" in game.stops())
        shown = _curtain(run, game, "United States")
        run.check("nothing of China is left", not shown & secret, shown & secret)
        game.press("space")
        until("the pen's soundings", lambda: "stance talks" in game.stops())
        mine = _wants(secret)
        run.check("the next person reads other instructions", not mine & _lines(game), mine)
        game.picture("32-second-person")
    finally:
        game.close()
    run.check("nothing went wrong inside", "Traceback" not in game.errors(), game.errors())


def _lines(game: Game) -> set[str]:
    return set(game.words().splitlines())


def _wants(lines: set[str]) -> set[str]:
    """Return the lines that tell what a capital wants of a measure."""
    return {line for line in lines if "at most" in line or "at least" in line}


def _curtain(run: Run, game: Game, seat: str) -> set[str]:
    run.check(f"the curtain names {seat}", game.says(seat))
    able = set(game.stops())
    run.check("the curtain offers nothing else", able <= {"take seat", "leave"}, able)
    words = " ".join(_lines(game)).split()
    run.check("the curtain says little", len(words) < 30, words)
    return _lines(game)


def main() -> int:
    """Run all parts; 1 if anything failed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="in-blue-e2e-") as name:
        folder = Path(name)
        out = Path(os.environ.get("OUT") or tempfile.mkdtemp(prefix="in-blue-pictures-"))
        out.mkdir(parents=True, exist_ok=True)
        display = Display(folder)
        try:
            until("the window manager", display.has_manager, MANAGER_S)
            run = Run(display, folder, out)
            for step in (council, sitting):
                run.attempt(step)
        finally:
            display.close()
    print(f"pictures: {out}; {time.monotonic() - began:.0f} s")
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
