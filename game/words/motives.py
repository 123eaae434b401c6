"""Why a computer acted, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.opinion import Reason
from game.engine.scenario import Scenario
from game.words import names
from game.words.language import _, later

MOTIVES: Mapping[str, str] = {
    "above_yes": later("its sum reaches a yes ({points:+d})"),
    "below_yes": later("its sum falls short of a yes ({points:+d})"),
    "carries_on": later("it goes on with the text as it means to have it"),
    "concession": later("it gives way on {measure} ({points:+d}) for a vote it wants"),
    "instructed": later("its instructions name {measure} ({points:+d})"),
    "not_needed": later("nobody's vote seems to need a change of {measure} ({points:+d})"),
    "not_shown": later("it is to vote on a text that it has not been shown ({points:+d})"),
    "nothing_more": later("it has no act left in this round"),
    "own_interest": later("a change of {measure} serves it ({points:+d})"),
    "shared_wish": later("it wants the same on {measure} ({points:+d})"),
    "short_alone": later("{measure} at that level alone keeps it from a yes ({points:+d})"),
    "too_dear": later("a change of {measure} would cost it too much ({points:+d})"),
}
"""Key of a motive -> its sentence."""


def motive(scenario: Scenario, found: Reason) -> str:
    """Return why a computer acted, as a sentence without a capital and a full stop."""
    fields = {"points": found.points, "measure": names.measure(scenario, found.cause)}
    return _(MOTIVES[found.key]).format_map(fields)
