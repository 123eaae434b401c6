"""What the experts have published argues for the clause that closes it, in every capital alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine.opinion.own import Reason
from game.engine.record import Draft, Finding, Record
from game.engine.scenario import Argument, Scenario
from game.engine.wording import stands_at

WHOLE = 1000
"""A flow of which everything goes round the measures, per mille."""


def argument_of(scenario: Scenario) -> Argument:
    """Return what findings are worth here; nothing where nobody follows a text up."""
    return scenario.season.argument if scenario.season else Argument()


def points_of(scenario: Scenario, finding: Finding) -> int:
    """Return what a finding adds to a text that goes further on the clause that closes it."""
    whole = argument_of(scenario).points
    return max(1, whole * min(WHOLE, finding.size) // WHOLE) if whole else 0


def arguments(scenario: Scenario, record: Record) -> Mapping[str, int]:
    """Return the measures that findings argue for, with points; the largest counts for each."""
    out: dict[str, int] = {}
    for finding in record.findings:
        if is_open(scenario, finding):
            points = max(out.get(finding.measure, 0), points_of(scenario, finding))
            out |= {finding.measure: points} if points else {}
    return out


def is_open(scenario: Scenario, finding: Finding) -> bool:
    """Tell whether a text could still go further on the clause that closes a leak."""
    id = finding.measure
    return scenario.has(id) and scenario.base(id) < scenario.measure(id).top


def closes(scenario: Scenario, draft: Draft, measure: str) -> bool:
    """Tell whether a text goes further on a measure than the one under which a leak was found."""
    return stands_at(scenario, draft, measure) > scenario.base(measure)


def finding_reasons(scenario: Scenario, record: Record, draft: Draft) -> Iterator[Reason]:
    """List what a text wins by closing what the experts found, up to the most that counts."""
    left = argument_of(scenario).most
    for measure, points in arguments(scenario, record).items():
        if left and closes(scenario, draft, measure):
            counted = min(left, points)
            left -= counted
            yield Reason("finding", counted, measure)


def unclosed(scenario: Scenario, record: Record, draft: Draft) -> tuple[Finding, ...]:
    """Return what argues for the next text: leaks that this one left open, and those seen since.

    Of the same leak the last finding counts.
    """
    old = (f for f in record.findings if not _closed(scenario, draft, f))
    known = (*old, *record.followup.published)
    return tuple({(f.flow, f.channel): f for f in known}.values())


def _closed(scenario: Scenario, draft: Draft, finding: Finding) -> bool:
    return scenario.has(finding.measure) and closes(scenario, draft, finding.measure)
