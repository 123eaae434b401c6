"""What a terminal says between the sittings of a campaign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.engine.past import Left
from game.words import _


def past(sittings: Sequence[Left]) -> Iterator[str]:
    """List what the sittings of a campaign before this one came to."""
    yield _("The campaign before this sitting:")
    for left in sittings:
        if left.passed:
            outcome = _("spared")
        elif left.adopted:
            outcome = _("adopted with {yes}").format(yes=left.yes)
        else:
            outcome = _("no text")
        yield f"   {left.ended.isoformat()}  {left.title}: {outcome}"
