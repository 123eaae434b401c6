"""Makes sure that `import pygame` gives pygame-ce, before anything is drawn.

The old pygame installs into the same folder. Whichever came last wins without a warning, and
removing one leaves the other broken; pip cannot be told about it (pygame-ce issue 2264).
"""

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

LEAST = (2, 5, 7)
REQUIREMENT = "pygame-ce>=2.5.7,<3"


def require_pygame() -> None:
    """Leave the program with exit code 2 and the repair, unless pygame-ce is there."""
    if message := pygame_fault():
        _leave(message)


def pygame_fault() -> str | None:
    """Return what is wrong with the installed pygame and how to repair it, in two lines."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        pygame: Any = import_module("pygame")
    except ImportError as fault:
        return _message(f"it cannot be imported ({fault})")
    if not getattr(pygame, "IS_CE", False):
        found = getattr(getattr(pygame, "version", None), "ver", None)
        return _message(f"the old pygame {found} stands in its place" if found else "it is broken")
    found = pygame.version.ver
    if tuple(pygame.version.vernum)[:3] < LEAST:
        return _message(f"version {found} is installed")
    return None


def _message(found: str) -> str:
    pip = f'"{sys.executable}" -m pip'
    remove = f"{pip} uninstall -y pygame && " if _is_installed("pygame") else ""
    least = ".".join(map(str, LEAST))
    return (
        f"in-blue needs pygame-ce {least} or newer, but {found}\n"
        f'repair: {remove}{pip} install --force-reinstall "{REQUIREMENT}"'
    )


def _is_installed(distribution: str) -> bool:
    from importlib.metadata import PackageNotFoundError, version  # Slow, and seldom needed.

    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True


def _leave(message: str) -> NoReturn:
    print(message, file=sys.stderr)  # noqa: T201  # the window cannot say it
    raise SystemExit(2)
