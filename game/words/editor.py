"""What the editors of the Secretariat remark on a line in a member's own words; it stops nothing.

Documents are in English whatever the game speaks, so it is English that is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from game.engine.scenario import Scenario
from game.words.language import _, later

MOST = 2
"""Remarks on one line; an editor with more to say says less."""


@frozen
class Usage:
    """Something that editors would put otherwise.

    pattern: what they look for.
    remark: what they say of it.
    """

    pattern: re.Pattern[str]
    remark: str


def _usage(pattern: str, remark: str) -> Usage:
    return Usage(re.compile(pattern, re.IGNORECASE), remark)


USAGES = (
    _usage(
        r"\bcalls? upon\b.*\bshall\b",
        later("“Calls upon … shall” mixes two forms: use “to” after “calls upon”."),
    ),
    _usage(
        r"\b(?:we|it|council|text) (demands?|requests?|urges?)\b(?! that\b).*\bshall\b",
        later("“Shall” follows “decides that”; after other verbs the record has “to”."),
    ),
    _usage(
        r"\bthe (security )?council (decides|demands|condemns|calls upon)\b",
        later("What the Council decides stands in the text; here a member speaks for itself."),
    ),
    _usage(
        r"\bsanction",
        later("Article 41 of the Charter speaks of “measures”; “sanctions” it does not."),
    ),
    _usage(
        r"\bveto",
        later("Article 27 of the Charter has no “veto”: it is a negative vote."),
    ),
    _usage(r"!", later("The record of a meeting has no exclamation marks.")),
)
"""What is looked for, in the order in which it is remarked on.

Source: UN Charter, Articles 27 and 41; the forms of operative verbs.
"""


def on_line(scenario: Scenario, line: str) -> tuple[str, ...]:
    """Return what the Secretariat would remark on a line, gently; mostly nothing."""
    found = (*_names(scenario, line), *(_(u.remark) for u in USAGES if u.pattern.search(line)))
    return found[:MOST]


def _names(scenario: Scenario, line: str) -> Iterator[str]:
    """Yield a remark for a State that is called otherwise than in documents."""
    target = scenario.target
    known = [(target.plain, target.name), *((d.plain, d.name) for d in scenario.delegations)]
    remark = _("“{plain}” is not the name used in United Nations documents; that is “{name}”.")
    for plain, name in known:
        if plain and name not in line and re.search(rf"\b{re.escape(plain)}\b", line):
            yield remark.format(plain=plain, name=name)
