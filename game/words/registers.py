"""One clause in the words of three products: resolution, presidential and press statement.

A resolution decides, in numbered paragraphs. A presidential statement speaks in the present and
names the Council in each sentence; a press statement is reported speech of its members. Neither
has numbers, annexes or legal force, so what a resolution decides is what should be.
Source: practice of the Council; the note by its President, S/2017/507.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.engine.record import Clause
from game.engine.scenario import Scenario
from game.words.clauses import act, filled, printed, reaffirms, rebuilt

RESOLUTION, PRESIDENTIAL, PRESS = "resolution", "presidential_statement", "press_statement"
FORMS = (RESOLUTION, PRESIDENTIAL, PRESS)
_BINDING, _ASKS = ("decides", "demands"), "calls_upon"
_SUBJECTS = {
    PRESIDENTIAL: ("The Security Council", "The Council"),
    PRESS: ("The members of the Security Council", "They"),
}
_FINITE = {
    "Acknowledging": "acknowledges",
    "Affirming": "affirms",
    "Condemning": "condemns",
    "Deploring": "deplores",
    "Determining": "recognizes",
    "Directs": "requests",
    "Emphasizing": "emphasizes",
    "Expressing": "expresses",
    "Finding": "finds",
    "Noting": "notes",
    "Reaffirming": "reaffirms",
    "Recalling": "recalls",
    "Recognizing": "recognizes",
    "Regretting": "regrets",
    "Stressing": "stresses",
    "Taking": "takes",
    "Underlining": "underlines",
    "Welcoming": "welcomes",
}
"""Words of a resolution that a statement says otherwise."""
_PAST = {"finds": "found", "regrets": "regretted", "takes": "took"}
"""Words of a statement whose past has another form than the rest."""

Changes = Sequence[tuple[re.Pattern[str], str]]


def _changes(*pairs: tuple[str, str]) -> Changes:
    return tuple((re.compile(found), instead) for found, instead in pairs)


_UNBOUND = _changes(
    (r"\*[Dd]ecides\* to\b", "*expresses its intention* to"),
    (r"\*[Dd]ecides\*", "*stresses*"),
    (r"\bshall\b", "should"),
    (r"(intention\* to suspend .*), and that they", r"\1, on the understanding that they"),
)
"""What a statement makes of a decision."""
_SAID = _changes(
    (r"\*Acting\* (.*) and taking\b", r"*recalls* that it can act \1 and take"),
    (
        r"\*Acting\* (.*) and \*authorizing\*,.*, the",
        r"*recalls* that it can act \1 and authorize the",
    ),
    (r"\*Acting\*", "*recalls* that it can act"),
    (r"as listed in annex \{annex\} and as the (\w+|\{\w+\}) may extend", r"as the \1 may list"),
    (r"(listed |named )?in annex \{annex\}", "to be listed by the Committee"),
    (r"\bthis Council\b", "the Council"),
    (r"^(\*[^*]*\*) that it shall\b", r"\1 that it will"),
    (r"\b(in|under|carry out) this resolution\b", r"\1 the resolutions of the Council"),
)
"""What a statement does not have: powers of its own, annexes, other paragraphs."""
_REPORTED = _changes(
    (r"\bits (decisions?|demand|call|request|direction)\b", r"the Council's \1"),
    (r"^(\*[^*]*\*) its\b", r"\1 their"),
    (r"(\band \*[^*]*\*) its\b", r"\1 their"),
    (r"\bit can act\b", "the Council could act"),
    (r"(\*[^*]*\*) that it will\b", r"\1 that the Council would"),
    (r"\bif ([^,;]*) (conduct|report)s\b([^;]*), it will\b", r"if \1 \2ed\3, the Council would"),
    (r"\bif ([^,;]*) (conduct|report)s\b", r"if \1 \2ed"),
    (r"^(\*[^*]*\*(?: with \w+)? that [^,;]*?)(?<! to) (?:has|have)\b", r"\1 had"),
    (r"\band is prepared\b", "and was prepared"),
)
"""What becomes of the Council's own words in reported speech.

What the Council said it would do moves into the past with its verb; what holds for good, such as
that something is a threat, stays in the present.
Source: practice of the press statements of the Council ("strongly condemned", "reiterated").
"""

_TO_COME = _changes((r"\bwill\b", "would"), (r"\bshall\b", "should"), (r"\bcan be\b", "could be"))
"""What becomes in reported speech of that which was to come then, in numbers chosen, too."""


def register(scenario: Scenario, clause: Clause, form: str, *, first: bool = False) -> str:
    """Return a clause as a product of this form prints it; *stars* in a resolution only.

    Args:
        form: resolution, presidential_statement or press_statement.
        first: it opens the statement, so that the whole name of the Council is due.
    """
    if form == RESOLUTION:
        return printed(scenario, clause)
    text = _changed(_sentence(scenario, clause), _SAID)
    if form == PRESS:
        text = _changed(text, _REPORTED)
    text = re.sub(r"\*([^*]*)\*", lambda found: _finite(found[1], form), text)
    subject = _SUBJECTS[form][0 if first else 1]
    text = filled(scenario, clause, text)
    if form == PRESS:
        text = _changed(text, _TO_COME)
    return f"{subject} {text.rstrip(';,. ')}."


def _sentence(scenario: Scenario, clause: Clause) -> str:
    """Return what a statement can say of a clause, verbs still in stars, placeholders open."""
    level = scenario.measure(clause.measure).level(clause.level)
    if reaffirms(scenario, clause):
        return printed(scenario, clause)
    if level.regular:
        verb = clause.verb or level.verb
        verb = _ASKS if verb in _BINDING else verb
        return rebuilt(scenario, level, verb, act(scenario, clause))
    text = " ".join(level.clause.split())
    decided = text.startswith("*Decides*") or "*decides*" in text
    return _changed(text, _UNBOUND) if decided else text


def _changed(text: str, changes: Changes) -> str:
    for pattern, instead in changes:
        text = pattern.sub(instead, text)
    return text


def _finite(phrase: str, form: str) -> str:
    """Return an italic phrase of a resolution as a statement says it: present or past."""
    verb, _, rest = phrase.partition(" ")
    verb = _FINITE.get(verb, verb.lower())
    if form == PRESS:
        rest = re.sub(r"\bits\b", "their", rest)
        verb = _PAST.get(verb) or verb[:-1] + ("d" if verb.endswith("es") else "ed")
    return f"{verb} {rest}".strip()
