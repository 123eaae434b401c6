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
    "binds": later("before the cameras it binds itself, so that others have to come ({points:+d})"),
    "bluff": later("it would like {measure} lowered ({points:+d}), and says more than it means"),
    "carries_on": later("it goes on with the text as it means to have it"),
    "concession": later("it gives way on {measure} ({points:+d}) for a vote it wants"),
    "deal": later("the deal is worth something to it ({points:+d})"),
    "doomed": later("the text has next to no chance, and to withdraw it costs less than a defeat"),
    "edit_pays": later("the edit of {measure} costs no more than it buys ({points:+d})"),
    "found": later("the experts have shown what passes for want of {measure} ({points:+d})"),
    "gains_time": later("a vote today would lose a text that it wants ({points:+d})"),
    "instructed": later("its instructions name {measure} ({points:+d})"),
    "not_needed": later("nobody's vote seems to need a change of {measure} ({points:+d})"),
    "not_shown": later("it is to vote on a text that it has not been shown ({points:+d})"),
    "nothing_more": later("it has no act left in this round"),
    "only_objection": later("but for {measure} it would vote yes, and wants that on record"),
    "order_helps": later("as President it calls first those whom others follow its way"),
    "other_words": later("other words on {measure} cost less than another level"),
    "own_interest": later("a change of {measure} serves it ({points:+d})"),
    "promised_reading": later("it has promised to explain its vote so"),
    "question_helps": later("the question serves it ({points:+d})"),
    "question_hurts": later("the question does not serve it ({points:+d})"),
    "rather": later("it likes this draft better than the one that waits ({points:+d})"),
    "rather_not": later("it likes the draft that waits at least as well ({points:+d})"),
    "rival": later("nine would rather have a draft of its own, which serves it ({points:+d})"),
    "seconds": later("it would vote for this draft ({points:+d}), whoever takes it back"),
    "shared_wish": later("it wants the same on {measure} ({points:+d})"),
    "short_alone": later("{measure} at that level alone keeps it from a yes ({points:+d})"),
    "tells_before": later("it will not vote yes ({points:+d}), and says so before it is seen"),
    "too_dear": later("a change of {measure} would cost it too much ({points:+d})"),
    "unbearable": later("it cannot bear the word on {measure}"),
    "unbinds": later("it takes back before the cameras what bound it ({points:+d})"),
    "veto_counts": later("as a matter of substance the motion could be stopped by its veto"),
}
"""Key of a motive -> its sentence."""


def motive(scenario: Scenario, found: Reason) -> str:
    """Return why a computer acted, as a sentence without a capital and a full stop."""
    fields = {"points": found.points, "measure": names.measure(scenario, found.cause)}
    return _(MOTIVES[found.key]).format_map(fields)
