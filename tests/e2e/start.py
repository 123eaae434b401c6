"""How fast the window opens, beside a bare window of pygame."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from rig import Fault, Run, stop, until

RUNS = 5
"""How often each start is measured; the best one counts."""
MOST_TIMES_BARE = 5.0
"""The aim is three; a busy machine slows the longer start more than the shorter one."""
BARE = """
import time
import pygame
pygame.display.init()
screen = pygame.display.set_mode((1600, 900), pygame.RESIZABLE)
screen.fill((10, 20, 30))
pygame.display.flip()
print(time.time_ns())
"""
"""The least that any game in pygame does before its first frame."""


def start(run: Run) -> None:
    """From the command to the first frame, beside a bare pygame window."""
    home = run.folder / "start"
    (home / "saves").mkdir(parents=True)
    environment = {
        **run.display.environment,
        "IN_BLUE_SAVES": str(home / "saves"),
        "IN_BLUE_SETTINGS": str(home / "settings.json"),
        "PYTHONPYCACHEPREFIX": str(home / "cache"),
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "SDL_FRAMEBUFFER_ACCELERATION": "0",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    _bare_s(environment)  # The first runs write the bytecode.
    _game_s(run, home, environment)
    bare = min(_bare_s(environment) for _ in range(RUNS))
    found = [_game_s(run, home, environment) for _ in range(RUNS)]
    game, doors = (min(times) for times in zip(*found, strict=True))
    ratio = game / bare
    print(f"     first frame: {game * 1000:.0f} ms, bare window {bare * 1000:.0f} ms, {ratio:.2f}")
    print(f"     everything on the title: {doors * 1000:.0f} ms")
    run.check("it opens in a few times what a bare window takes", ratio < MOST_TIMES_BARE, ratio)


def _bare_s(environment: dict[str, str]) -> float:
    began = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-c", BARE], env=environment, capture_output=True, text=True, check=True
    )
    return (int(done.stdout.split()[-1]) - began) / 1e9


def _game_s(run: Run, home: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds to the description of the first frame, and to a title with its doors."""
    file = home / "described.json"
    file.unlink(missing_ok=True)
    began = time.time_ns()
    process = subprocess.Popen(
        run.command,
        env={**environment, "IN_BLUE_DESCRIBE": str(file)},
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until("the first frame", file.exists, pause_s=0.001)
        first = file.stat().st_mtime_ns
        if not json.loads(file.read_text(encoding="utf-8"))["frames"]:
            raise Fault("it described a window that was not painted")
        while "door resolution_2270" not in file.read_text(encoding="utf-8"):
            written = file.stat().st_mtime_ns
            process.send_signal(signal.SIGUSR1)
            until(
                "a description",
                lambda before=written: file.stat().st_mtime_ns != before,
                pause_s=0.001,
            )
        return (first - began) / 1e9, (file.stat().st_mtime_ns - began) / 1e9
    finally:
        stop(process)
