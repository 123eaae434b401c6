"""The text that a computer would put forward: its changes, and what becomes of one's aims."""

from __future__ import annotations

from collections.abc import Iterator

from game.commands.terminal import pages, papers
from game.engine import Observation
from game.session import suggest
from game.ui.parts.bluing import said, traded


def suggested(o: Observation) -> Iterator[str]:
    """Yield the changes of a suggested text, then the aims that it wins and gives up."""
    text, wanted = pages.text_of(o) or {}, suggest(o)
    yield from papers.between(o, text, wanted)
    for won, line in said(traded(o, text, wanted)):
        yield f"  {'+' if won else '-'} {line}"
