"""Cross-checks: what no single field can tell, with the place of the offending value."""

from __future__ import annotations

from collections.abc import Iterator

from game.codec import Fault
from game.content.checks.abroad import ABROAD_CHECKS
from game.content.checks.bargain import BARGAIN_CHECKS
from game.content.checks.base import Doubt
from game.content.checks.briefs import BRIEF_CHECKS
from game.content.checks.council import COUNCIL_CHECKS
from game.content.checks.echo import ECHO_CHECKS
from game.content.checks.pools import POOL_CHECKS
from game.content.checks.season import SEASON_CHECKS
from game.content.checks.text import TEXT_CHECKS
from game.content.checks.wording import WORDING_CHECKS
from game.content.library import Ground

__all__ = ["Doubt", "faults"]

CHECKS = (
    *POOL_CHECKS,
    *(*COUNCIL_CHECKS, *TEXT_CHECKS, *WORDING_CHECKS),
    *(*BRIEF_CHECKS, *BARGAIN_CHECKS, *ECHO_CHECKS, *ABROAD_CHECKS, *SEASON_CHECKS),
)


def faults(ground: Ground) -> tuple[Fault, ...]:
    """Return everything wrong with a crisis and its library, in the order of the files."""
    return tuple(sorted(_found(ground), key=lambda f: (f.place.file, f.place.line, f.place.column)))


def _found(ground: Ground) -> Iterator[Fault]:
    for check in CHECKS:
        yield from check(ground)
