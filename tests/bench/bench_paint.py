"""Measure a full repaint of a chamber beside the floor of any frame, fill and flip.

`python -m tests.bench.bench_paint`; under Xvfb it measures the real window.
"""

import os
import statistics
import time

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.ui.layout import Typesetter, UiState, lay_out
from game.ui.window import Window
from tests.ui.demo import Demo

SIZE = (1600, 900)
LIMIT_MS = 8.0


def timed(act, turns):
    """Return the median and the 99th percentile of an act, in milliseconds."""
    spent = []
    for _ in range(turns):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    return statistics.median(spent), spent[len(spent) * 99 // 100]


def measure(turns=120):
    """Return the figures by name."""
    demo = Demo("chamber")
    window = Window(demo.view, demo.on_message, size=SIZE)

    def floor():
        window.screen.fill((11, 22, 34))
        pygame.display.flip()

    def repaint():
        # Fonts and rendered runs stay; corners and the frame before are forgotten.
        window.painter.brush.forget()
        window.painter.repaint(window.screen, window.layout)
        pygame.display.flip()

    def arrange():
        lay_out(window.tree, SIZE, 1.0, window.state, window.setter)

    def arrange_cold():
        lay_out(demo.view(SIZE, 1.0), SIZE, 1.0, UiState(), Typesetter(window.fonts))

    picks = iter(["CHN", "FRA"] * turns)

    def change():
        demo.picked = next(picks)
        window.refresh()
        window.update()

    def idle():
        window.update()

    return {
        "fill and flip (the floor)": timed(floor, turns),
        "full repaint and flip": timed(repaint, turns),
        "view, layout, diff, paint of one change": timed(change, turns),
        "layout": timed(arrange, turns),
        "view and layout, nothing remembered": timed(arrange_cold, 20),
        "idle turn": timed(idle, turns),
    }


def test_a_full_repaint_of_the_chamber_stays_under_eight_milliseconds(capsys):
    figures = measure()

    with capsys.disabled():
        report(figures)
    assert figures["full repaint and flip"][0] <= LIMIT_MS


def report(figures):
    """Print the figures."""
    print(f"\n{'':42}{'median':>8}{'99 %':>8} ms")
    for name, (median, slow) in figures.items():
        print(f"{name:42}{median:8.2f}{slow:8.2f}")


if __name__ == "__main__":
    report(measure())
