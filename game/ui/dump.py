"""Write what the window shows to a file when asked by a signal, for end-to-end tests.

With IN_BLUE_DESCRIBE=file in the environment, the first frame and each SIGUSR1 write the
description as JSON.
"""

import json
import os
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.ui.describe import describe

if TYPE_CHECKING:
    from game.ui.window import Window


class Dump:
    """Writes after the first frame; then waits for the signal, and writes at the end of a turn."""

    def __init__(self) -> None:
        self._file = os.environ.get("IN_BLUE_DESCRIBE", "")
        self._asked = bool(self._file)
        can = hasattr(signal, "SIGUSR1") and threading.current_thread() is threading.main_thread()
        if self._file and can:
            signal.signal(signal.SIGUSR1, self._ask)

    def write_if_asked(self, window: "Window") -> None:
        """Write the description, moved into place so that no reader sees half of it."""
        if not self._asked:
            return
        self._asked = False
        target = Path(self._file)
        aside = target.with_suffix(".part")
        aside.write_text(json.dumps(shown(window), ensure_ascii=False), encoding="utf-8")
        aside.replace(target)

    def _ask(self, *_: object) -> None:
        self._asked = True


def shown(window: "Window") -> dict[str, Any]:
    """Return tree, stops and state of a window as plain data."""
    layout, state = window.layout, window.state
    return {
        "tree": describe(window.tree),
        "stops": [
            {
                "id": stop.id,
                "role": stop.widget.role,
                "label": stop.label,
                "rect": list(stop.rect),
                "disabled": stop.disabled,
                "scrolls": list(stop.scrolls),
            }
            for stop in layout.stops
        ],
        "areas": [
            {"id": area.id, "rect": list(area.rect), "offset": area.offset, "limit": area.limit}
            for area in layout.areas
        ],
        "size": list(window.size),
        "scale": window.scale,
        "theme": window.theme,
        "focus": state.focus,
        "tip": state.tip,
        "frames": window.frames,
        "moving": window.motions.running,
    }
