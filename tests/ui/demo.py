"""Pages without a game behind them: for tests, benches and the eye.

`python -m tests.ui.demo [chamber|desk|all] [scale] [dark|light]` opens one.
"""

import sys

from game.ui.widgets import Change
from tests.ui.pages.chamber import chamber
from tests.ui.pages.desk import desk
from tests.ui.pages.everything import everything


class Demo:
    """A tiny model behind the pages, so that controls do something."""

    def __init__(self, page="all"):
        self.page, self.picked, self.dialog = page, "CHN", False
        self.values = {"seed": "2270", "coal": 2, "size": 100, "calm": False, "theme": "dark"}
        self.heard = []

    def view(self, size, scale):
        if self.page == "chamber":
            return chamber(size, scale, self.picked)
        if self.page == "desk":
            return desk(size, scale)
        return everything(self.values, dialog=self.dialog)

    def on_message(self, message):
        self.heard.append(message)
        match message:
            case Change(what, value):
                self.values[what] = value
            case ("seat", code):
                self.picked = code
            case "plain" | "end":
                self.dialog = not self.dialog
            case "stay":
                self.dialog = False


def main():
    from game.ui.window import Window

    demo = Demo(sys.argv[1] if len(sys.argv) > 1 else "chamber")
    scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    theme = sys.argv[3] if len(sys.argv) > 3 else "dark"
    Window(demo.view, demo.on_message, title="In Blue demo", scale=scale, theme=theme).run()


if __name__ == "__main__":
    main()
