"""Which rule puts a question where it stands, and what it takes to carry it."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine import council
from game.engine.record import Question
from game.engine.scenario import Scenario
from game.words.language import _, later

_RULES: Mapping[str, str] = {
    "agenda": later("Rule 9: the agenda is adopted first, by a vote if somebody objects"),
    "rule_37": later("Rule 37: a State that is concerned may be invited to speak, without a vote"),
    "rule_39": later("Rule 39: anybody who can inform the Council may be invited to speak"),
    "ruling": later("Rule 30: the President's ruling stands unless the Council overrules it"),
    "suspend": later("Rule 33 (1): a motion to suspend comes before all others"),
    "adjourn": later("Rule 33 (2): a motion to adjourn comes before what the meeting is about"),
    "adjourn_to": later("Rule 33 (3): a motion to adjourn to a day comes before the draft"),
    "refer": later("Rule 33 (4): a motion to refer comes before the draft"),
    "postpone": later("Rule 33 (5): a motion to postpone comes before the draft"),
    "amendment": later("Rule 36: amendments before the draft, the furthest from it first"),
    "part": later("Rule 32: parts are voted on separately if the mover does not object"),
    "draft": later("Rule 32: drafts in the order in which they were submitted"),
}
"""Kind of question -> why it comes where it comes. Source: Provisional Rules of Procedure."""


def rule(scenario: Scenario, question: Question) -> str:
    """Return the rule that puts a question where it stands."""
    kind = question.kind
    if kind == "invitation":
        guest = next((g for g in scenario.guests if g.id == question.cause), None)
        kind = guest.basis if guest is not None else "rule_39"
    return _(_RULES[kind])


def needs(question: Question) -> str:
    """Return what it takes to carry a question."""
    if question.kind == "ruling":
        return _("procedural: nine overrule the President, and nobody has a veto")
    if council.is_procedural(question):
        return _("procedural: nine yes, no veto")
    return _("nine yes, and no permanent member against")
