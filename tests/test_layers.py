"""Imports point one way, and the engine stays pure.

Every file of `game/` is read, none is run. The table is that of `game/README.md`; a new part of the
game needs a row here, which is the moment to think about what it may know.
"""

import ast
import sys
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).parent.parent
FILES = sorted(path.relative_to(ROOT) for path in (ROOT / "game").rglob("*.py"))


@frozen
class Layer:
    """What one part of the game may import.

    game: other parts of the game.
    outside: packages beside the standard library.
    """

    game: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


EVERYTHING = (
    *("ai", "arena", "backtest", "codec", "commands", "content", "engine"),
    *("guard", "language", "paths", "session", "ui", "words"),
)
LAYERS = {
    "__init__": Layer(),
    "__main__": Layer(EVERYTHING, ("attrs",)),
    "ai": Layer(("codec", "engine", "paths"), ("attrs", "numpy")),
    "arena": Layer(("ai", "engine", "session"), ("attrs", "numpy")),
    "backtest": Layer(("codec", "content", "engine", "paths"), ("attrs", "numpy")),
    "codec": Layer((), ("attrs", "yaml")),
    "commands": Layer((*EVERYTHING, "__main__"), ("attrs", "pygame")),
    "content": Layer(("codec", "engine", "paths"), ("attrs",)),
    "engine": Layer((), ("attrs", "numpy")),
    "guard": Layer((), ("pygame",)),
    "language": Layer(),
    "paths": Layer((), ("platformdirs",)),
    "session": Layer(("ai", "codec", "content", "engine", "paths", "words"), ("attrs",)),
    "ui": Layer(("engine", "guard", "language", "paths", "session", "words"), ("attrs", "pygame")),
    "words": Layer(("engine", "language"), ("attrs",)),
}

ENGINE_STANDARD = (
    "__future__",
    "collections.abc",
    "enum",
    "functools",
    "itertools",
    "math",
    "operator",
    "typing",
    "weakref",
)
ENGINE_DATETIME = ("datetime.date", "datetime.timedelta")
# Each may import what stands above it; those on one line do not know each other.
# What stands above `state` reasons over plain values, so that screens and computers may use it.
ENGINE_ORDER = (
    ("changing", "lately", "terms"),
    ("past", "scenario", "standing"),
    ("abroad", "recalling", "record"),
    ("rooms", "wording"),
    ("events", "text"),
    ("opinion",),
    ("consensus", "council", "lint", "pressure"),
    ("ambition", "course", "procedural"),
    ("state",),
    ("settlement", "veto"),
    ("followup",),
    ("committee", "standstill"),
    ("aftermath",),
    ("floor", "inside", "season"),
    ("leaving",),
    ("chain",),
    ("actions",),
    ("closed", "known", "turn"),
    ("observation",),
    ("bargain", "breach", "foresight"),
    ("__init__",),
)
ENGINE_RANK = {name: rank for rank, names in enumerate(ENGINE_ORDER) for name in names}
# Whoever sits in a seat sees an Observation: no State, and none of the verbs that need one.
HIDDEN = (
    *("__init__", "aftermath", "chain", "closed", "committee", "floor", "inside", "leaving"),
    *("season", "settlement", "state", "turn", "veto"),
)

# The widget layer knows nothing of the game, and only part of it knows pygame.
TOOLKIT = (
    "describe",
    "dump",
    "editing",
    "focus",
    "input",
    "keys",
    "layout",
    "motion",
    "paint",
    "steering",
    "text",
    "theme",
    "widgets",
    "window",
)
TOOLKIT_GAME = ("guard", "paths")
WITHOUT_PYGAME = (
    "charts",
    "describe",
    "editing",
    "focus",
    "layout",
    "messages",
    "motion",
    "parts",
    "screens",
    "steering",
    "theme",
    "widgets",
)

CLOCK = ("fromtimestamp", "now", "today", "utcnow")
IMPURE_CALLS = ("__import__", "eval", "exec", "hash", "input", "open", "print")


def imports(tree, module):
    """Yield line and full name of everything imported; a submodule by its own name."""
    package = module if module.endswith(".__init__") else module.rpartition(".")[0]
    package = package.removesuffix(".__init__")
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            source = [*above, node.module] if node.level and node.module else above
            base = ".".join(source) if node.level else node.module
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def violations(file, source):
    """Return a sentence for everything that a file of the game imports or does and may not."""
    module = ".".join(Path(file).with_suffix("").parts)
    layer = module.split(".")[1]
    if layer not in LAYERS:
        return [f"{file}: '{layer}' has no row in LAYERS"]
    tree = ast.parse(source)
    found = []
    for line, name in imports(tree, module):
        why = refusal(module, name)
        if why:
            found.append(f"{file}:{line}: {name}: {why}")
    if layer == "engine":
        found += [f"{file}:{line}: {why}" for line, why in impurities(tree)]
    return found


def refusal(module, name):
    """Say why this module may not import this name; None if it may."""
    here = module.split(".")[1:]
    there = name.split(".")
    if there[0] == "game":
        return refusal_inside(here, there[1:])
    if here[0] == "engine" and there[0] == "datetime":
        return None if name in ENGINE_DATETIME else "only date and timedelta"
    if here[0] == "engine" and there[0] in sys.stdlib_module_names:
        pure = any(name == m or name.startswith(f"{m}.") for m in ENGINE_STANDARD)
        return None if pure else "the engine is pure"
    if there[0] in sys.stdlib_module_names:
        return None
    if there[0] not in LAYERS[here[0]].outside:
        return f"{here[0]} may not import {there[0]}"
    if there[0] == "pygame" and here[1:2] and here[1] in WITHOUT_PYGAME:
        return f"ui.{here[1]} gets by without pygame"
    return None


def refusal_inside(here, there):
    """The same for a name inside the game; both without `game`."""
    if there[0] == here[0]:
        if here[0] == "engine":
            return refusal_in_engine(here[1], engine_part(there))
        if here[0] == "ui" and here[1] in TOOLKIT and there[1] not in TOOLKIT:
            return "the widget layer knows nothing of the game"
        return None
    if there[0] == "__version__":
        return None
    if there[0] not in LAYERS[here[0]].game:
        return f"{here[0]} may not import {there[0]}"
    if here[0] == "ui" and here[1] in TOOLKIT and there[0] not in TOOLKIT_GAME:
        return "the widget layer knows nothing of the game"
    if here[0] in ("ai", "ui") and there[0] == "engine" and engine_part(there) in HIDDEN:
        return f"{here[0]} is handed Observations and opens no State"
    return None


def refusal_in_engine(here, there):
    if here not in ENGINE_RANK:
        return f"'{here}' has no place in ENGINE_ORDER"
    if here != there and ENGINE_RANK[there] >= ENGINE_RANK[here]:
        return f"{here} comes before {there}"
    return None


def engine_part(there):
    """Return the module of the engine that a name belongs to; its own names are the door."""
    return there[1] if len(there) > 1 and there[1] in ENGINE_RANK else "__init__"


def impurities(tree):
    """Yield line and reason of what depends on the clock, the outside or the order of a set."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCK:
            yield node.lineno, f"'{node.attr}' reads the clock"
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in IMPURE_CALLS:
            yield node.lineno, f"'{node.func.id}' is not pure"
        if isinstance(node, ast.For | ast.comprehension) and is_set(node.iter):
            yield node.iter.lineno, "a set has no order"


def is_set(node):
    called = getattr(getattr(node, "func", None), "id", "")
    return isinstance(node, ast.Set | ast.SetComp) or called in ("set", "frozenset")


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_file_imports_only_what_its_layer_may(file):
    assert violations(file, (ROOT / file).read_text(encoding="utf-8")) == []


def test_the_order_of_the_engine_names_modules_that_exist():
    there = {path.stem for path in (ROOT / "game/engine").iterdir() if path.suffix in ("", ".py")}

    assert set(ENGINE_RANK) <= there


PLANTED = [
    ("engine/turn.py", "import random", "random: the engine is pure"),
    ("engine/turn.py", "import time", "time: the engine is pure"),
    ("engine/turn.py", "from os import path", "os.path: the engine is pure"),
    ("engine/turn.py", "import collections", "collections: the engine is pure"),
    ("engine/turn.py", "from datetime import datetime", "only date and timedelta"),
    ("engine/turn.py", "import datetime", "only date and timedelta"),
    ("engine/turn.py", "import pygame", "engine may not import pygame"),
    ("engine/turn.py", "from game import codec", "engine may not import codec"),
    ("engine/turn.py", "from .. import paths", "engine may not import paths"),
    (
        "engine/turn.py",
        "def f():\n    from game.session import dice",
        "engine may not import session",
    ),
    ("engine/turn.py", "x = date.today()", "'today' reads the clock"),
    ("engine/turn.py", "x = hash('a')", "'hash' is not pure"),
    ("engine/turn.py", "for x in {1, 2}: pass", "a set has no order"),
    ("engine/turn.py", "x = [y for y in set(z)]", "a set has no order"),
    ("engine/terms.py", "from .scenario import Scenario", "terms comes before scenario"),
    ("engine/terms.py", "from . import scenario", "terms comes before scenario"),
    ("engine/council.py", "from game.engine.consensus import x", "council comes before consensus"),
    ("engine/consensus.py", "from game.engine.state import State", "consensus comes before state"),
    ("engine/actions/base.py", "from ..turn import x", "actions comes before turn"),
    ("engine/turn.py", "from game.engine import apply", "turn comes before __init__"),
    ("engine/extra.py", "from .terms import Seat", "'extra' has no place in ENGINE_ORDER"),
    ("codec/faults.py", "from game.engine.terms import Seat", "codec may not import engine"),
    ("content/library.py", "from game.session.dice import dice", "content may not import session"),
    ("ai/strategies/plain.py", "from game.engine.state import State", "opens no State"),
    ("ai/strategies/plain.py", "from game.engine import apply", "opens no State"),
    ("ai/strategies/plain.py", "import game.engine", "opens no State"),
    ("ui/app.py", "from game.engine import turn", "opens no State"),
    ("ui/app.py", "import yaml", "ui may not import yaml"),
    ("ui/app.py", "from game.content import load_scenario", "ui may not import content"),
    ("ui/widgets/boxes.py", "from game.engine.terms import Seat", "knows nothing of the game"),
    ("ui/paint.py", "from game.words import say", "knows nothing of the game"),
    ("ui/window.py", "from game.session import session", "knows nothing of the game"),
    ("ui/theme.py", "from game.ui.screens import vote", "knows nothing of the game"),
    ("ui/layout/boxes.py", "import pygame", "gets by without pygame"),
    ("ui/screens/vote.py", "from pygame import font", "gets by without pygame"),
    ("words.py", "from game.session import session", "words may not import session"),
    ("misc.py", "", "'misc' has no row in LAYERS"),
]


@pytest.mark.parametrize(
    ("file", "source", "why"), PLANTED, ids=[f"{f}: {s}" for f, s, _ in PLANTED]
)
def test_a_planted_violation_is_found(file, source, why):
    found = violations(f"game/{file}", source)

    assert len(found) == 1
    assert found[0].endswith(why)


ALLOWED = [
    ("engine/turn.py", "from collections.abc import Mapping\nfrom datetime import date, timedelta"),
    ("engine/turn.py", "import numpy as np\nfrom attrs import frozen\nfrom .state import State"),
    ("engine/actions/vote.py", "from .base import Action\nfrom game.engine import lint"),
    ("engine/__init__.py", "from .turn import advance\nfrom game.engine import pressure"),
    ("ai/strategies/plain.py", "import random\nfrom game.engine.observation import Observation"),
    ("ai/strategies/plain.py", "from game.engine import consensus"),
    ("ui/app.py", "import pygame\nfrom game.session.session import Session"),
    ("ui/screens/vote.py", "from game.words import say\nfrom game.ui.widgets import Button"),
    ("ui/paint.py", "import pygame\nfrom game.ui.theme import INK"),
    ("ui/window.py", "import pygame\nfrom game import paths"),
    ("__main__.py", "from game import __version__, codec\nfrom game.ui import app"),
]


@pytest.mark.parametrize(("file", "source"), ALLOWED, ids=[f"{f}: {s}" for f, s in ALLOWED])
def test_what_the_table_allows_is_no_violation(file, source):
    assert violations(f"game/{file}", source) == []
