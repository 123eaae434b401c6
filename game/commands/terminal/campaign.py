"""What a terminal says between the sittings of a campaign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.engine.observation import Observation
from game.engine.past import Left
from game.words import _
from game.words.carried import carried
from game.words.language import later

HELP: Mapping[str, str] = {
    "campaign": later("what goes on from sitting to sitting"),
}
"""Word -> what it shows."""


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
        yield f"   {left.day.isoformat()}  {left.title}: {outcome}"


def campaign(o: Observation) -> Iterator[str]:
    """List what goes on from sitting to sitting, or say that nothing does."""
    lines = tuple(lasting(o))
    if not lines and o.scenario.campaign:
        lines = (_("Nothing goes on yet from sitting to sitting."),)
    yield from lines or (_("This sitting is no part of a campaign."),)


def lasting(o: Observation) -> Iterator[str]:
    """List what goes on from sitting to sitting, as far as this seat knows it."""
    lines = tuple(carried(o)) if o.scenario.campaign else ()
    if lines:
        yield _("What goes on:")
    yield from (f" {SIGNS[line.tone]} {line.text}" for line in lines)


SIGNS = {"good": "+", "bad": "-", "open": "."}
"""What stands before a line."""
