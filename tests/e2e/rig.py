"""A display of its own, the game's window on it, and a person's hands: for the end-to-end run.

Standard library only. Widgets are found in the description that the window writes on SIGUSR1,
never by pixels; everything waits for a condition, never for a time.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE_S = 45.0
"""How long anything may take before the run fails."""


class Fault(Exception):
    """The window did not do what was expected."""


def until(
    what: str, found: Callable[[], T], within_s: float = PATIENCE_S, pause_s: float = 0.02
) -> T:
    """Ask again until something is true, and return it.

    Raises:
        Fault: it was not true in time.
    """
    end = time.monotonic() + within_s
    while not (it := found()):
        if time.monotonic() > end:
            raise Fault(f"waited {within_s:g} s for: {what}")
        time.sleep(pause_s)
    return it


def program(name: str) -> str:
    """Return where a program lies.

    Raises:
        Fault: it is not installed.
    """
    if found := shutil.which(name):
        return found
    raise Fault(f"{name} is not installed; the run needs Xvfb, openbox, xdotool and ImageMagick")


class Display:
    """An X server on a free number, with a window manager so that windows get the keyboard."""

    def __init__(self, folder: Path, size: str = "1920x1080") -> None:
        self.folder = folder
        self._own: list[subprocess.Popen[bytes]] = []
        out, into = os.pipe()
        log = (folder / "xvfb.txt").open("wb")
        self._own.append(
            subprocess.Popen(
                [program("Xvfb"), "-displayfd", str(into), "-screen", "0", f"{size}x24"],
                pass_fds=(into,),
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        )
        os.close(into)
        with os.fdopen(out) as pipe:
            number = pipe.readline().strip()
        if not number:
            self.close()
            raise Fault(f"Xvfb does not start: {(folder / 'xvfb.txt').read_text()}")
        self.name = f":{number}"
        self.environment = {
            **os.environ,
            "DISPLAY": self.name,
            "SDL_VIDEODRIVER": "x11",
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "LC_ALL": "C.UTF-8",
        }
        self.environment.pop("WAYLAND_DISPLAY", None)
        manager_log = (folder / "openbox.txt").open("wb")
        self._own.append(
            subprocess.Popen(
                [program("openbox")],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=manager_log,
                stderr=manager_log,
            )
        )

    def run(self, *command: str, within_s: float = PATIENCE_S) -> str:
        """Run one command on this display and return what it prints; empty if it fails."""
        try:
            done = subprocess.run(
                command,
                env=self.environment,
                capture_output=True,
                text=True,
                timeout=within_s,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise Fault(f"{' '.join(command)} took over {within_s:g} s") from late
        return done.stdout.strip() if not done.returncode else ""

    def has_manager(self) -> bool:
        """Tell whether the window manager answers."""
        return bool(self.run("xdotool", "get_num_desktops"))

    def close(self) -> None:
        """End what was started here, the last first."""
        for it in reversed(self._own):
            stop(it)


def stop(it: "subprocess.Popen[Any]", within_s: float = 3.0) -> None:
    """End one process of our own, by its handle."""
    if it.poll() is not None:
        return
    it.terminate()
    try:
        it.wait(within_s)
    except subprocess.TimeoutExpired:
        it.kill()
        it.wait(within_s)


class Game:
    """The program in its window, driven as a person does.

    shots: where pictures go. home: where its saves and settings go.
    """

    def __init__(
        self, display: Display, home: Path, shots: Path, *arguments: str, command: tuple[str, ...]
    ) -> None:
        self.display, self.home, self.shots = display, home, shots
        self._file = home / "described.json"
        self._errors = home / "stderr.txt"
        environment = {
            **display.environment,
            "IN_BLUE_SAVES": str(home / "saves"),
            "IN_BLUE_SETTINGS": str(home / "settings.json"),
            "IN_BLUE_DESCRIBE": str(self._file),
        }
        (home / "saves").mkdir(parents=True, exist_ok=True)
        # Whoever is asked before listening would end; the first frame is described unasked.
        self._file.unlink(missing_ok=True)
        with self._errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [*command, *arguments],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                cwd=home,
            )
        try:
            self.id = until("the window", self._window)
        except Fault as fault:
            stop(self.process)
            raise Fault(f"{fault}; stderr: {self.errors()}") from fault
        until("the first frame", self._file.exists)
        display.run("xdotool", "windowactivate", "--sync", self.id)

    # What is there

    def _window(self) -> str:
        if self.process.poll() is not None:
            raise Fault(f"it ended with {self.process.returncode}")
        found = self.display.run(
            "xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)
        )
        return found.split()[0] if found else ""

    def errors(self) -> str:
        """Return everything the program wrote to its terminal."""
        return self._errors.read_text(encoding="utf-8", errors="replace")

    def seen(self) -> dict[str, Any]:
        """Return the description of the window as it is now."""
        self._file.unlink(missing_ok=True)
        if self.process.poll() is not None:
            raise Fault(f"the game ended with {self.process.returncode}: {self.errors()}")
        self.process.send_signal(signal.SIGUSR1)
        until("a description", self._file.exists)
        found: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
        return found

    def rests(self) -> dict[str, Any]:
        """Wait until nothing moves any more, and return the description."""
        frames = -1

        def still() -> dict[str, Any] | None:
            nonlocal frames
            now = self.seen()
            same, frames = now["frames"] == frames and not now["moving"], int(now["frames"])
            return now if same else None

        return until("the window to come to rest", still)

    def stops(self) -> dict[str, dict[str, Any]]:
        """Return what can be acted on, by id; what is disabled is left out."""
        return {one["id"]: one for one in self.seen()["stops"] if not one["disabled"]}

    def words(self) -> str:
        """Return everything the window says, one piece a line."""
        return "\n".join(spoken(self.seen()["tree"]))

    def says(self, *wanted: str) -> bool:
        """Tell whether the window says all these words, in any case."""
        words = self.words().lower()
        return all(one.lower() in words for one in wanted)

    # What a person does

    def point(self, id: str) -> None:
        """Move the pointer onto something, scrolled into sight first if need be."""
        until(f"'{id}' to be there", lambda: id in self.stops())
        self._at(*self._middle(id))

    def _middle(self, id: str) -> tuple[int, int]:
        """Return where to point; turn the wheel until that is in sight."""
        for _ in range(60):
            now = self.seen()
            stop_ = next(one for one in now["stops"] if one["id"] == id)
            left, top, width, height = stop_["rect"]
            x, y = left + width // 2, top + height // 2
            hidden = next(
                (
                    area
                    for area in now["areas"]
                    if area["id"] in stop_["scrolls"] and not _is_in_sight(area, y)
                ),
                None,
            )
            if hidden is None:
                return x, y
            a, b, c, d = hidden["rect"]
            self._at(a + c // 2, b + d // 2)
            self.display.run("xdotool", "click", "5" if y > b + d // 2 else "4")
            self.rests()
        raise Fault(f"the wheel does not bring '{id}' into sight")

    def _at(self, x: int, y: int) -> None:
        self.display.run("xdotool", "mousemove", "--window", self.id, str(x), str(y))

    def click(self, id: str) -> None:
        """Click something, and wait until all is at rest."""
        self.point(id)
        self.display.run("xdotool", "click", "1")
        self.rests()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, and wait until all is at rest."""
        self.display.run("xdotool", "key", "--delay", "30", *keys)
        self.rests()

    def tab_to(self, id: str, most: int = 120) -> None:
        """Walk the focus to something with Tab alone."""
        for _ in range(most):
            if self.seen()["focus"] == id:
                return
            self.display.run("xdotool", "key", "Tab")
        raise Fault(f"{most} times Tab do not lead to '{id}'")

    def write(self, text: str) -> None:
        """Type plain letters and figures."""
        self.display.run("xdotool", "type", "--delay", "15", text)
        self.rests()

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        size = [width, height]
        self.display.run("xdotool", "windowsize", self.id, str(width), str(height))
        until(f"a window of {width} x {height}", lambda: self.seen()["size"] == size)
        self.rests()

    def picture(self, name: str) -> Path:
        """Take a picture of the window."""
        file = self.shots / f"{name}.png"
        self.display.run("import", "-window", self.id, str(file))
        return file

    def close(self) -> None:
        """End the program if it still runs."""
        stop(self.process)


def _is_in_sight(area: Mapping[str, Any], y: int) -> bool:
    return bool(area["rect"][1] <= y < area["rect"][1] + area["rect"][3])


def spoken(tree: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a described tree says."""
    if tree.get("value"):
        yield str(tree["value"])
    for child in tree.get("children", ()):
        yield from spoken(child)


def named(tree: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    """Return the described widget of a name."""
    if tree.get("name") == name:
        return tree
    found = (named(child, name) for child in tree.get("children", ()))
    return next((one for one in found if one is not None), None)


class Run:
    """One run: what it drives, and what was found."""

    def __init__(self, display: Display, folder: Path, out: Path) -> None:
        self.display, self.folder, self.out = display, folder, out
        self.passed, self.failed = 0, 0
        installed = shutil.which("in-blue", path=str(Path(sys.executable).parent)) or ""
        self.command = (installed,) if installed else (sys.executable, "-m", "game")
        if not installed:
            display.environment["PYTHONPATH"] = str(CHECKOUT)

    def check(self, what: str, holds: object, found: object = "") -> None:
        """Count one expectation, and say what was found if it does not hold."""
        self.passed, self.failed = self.passed + bool(holds), self.failed + (not holds)
        print(f"{'ok  ' if holds else 'FAIL'} {what}{'' if holds else f': {found}'}", flush=True)

    def open(self, home: str, *arguments: str) -> Game:
        """Open the game, with a folder of its own for saves and settings."""
        return Game(self.display, self.folder / home, self.out, *arguments, command=self.command)

    def attempt(self, step: "Callable[[Run], None]") -> None:
        """Do one part; a part that cannot go on fails, and the next one starts."""
        began = time.monotonic()
        print(f"-- {step.__doc__}", flush=True)
        try:
            step(self)
        except Exception as fault:  # noqa: BLE001  # the other parts are still worth knowing
            where = traceback.extract_tb(fault.__traceback__)
            lines = [entry.lineno for entry in where if entry.filename != __file__]
            self.check(step.__name__, holds=False, found=f"{fault} (line {lines[-1:]})")
        print(f"   {time.monotonic() - began:.1f} s", flush=True)
