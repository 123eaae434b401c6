"""Which earlier texts a text of a campaign recalls: those that were adopted in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine.past import Left
from game.engine.scenario import Campaign, Precedent, Scenario

LIST = "violated_list"
"""The placeholder that prints the earlier texts."""
FIRST = 9001
"""Number of what the first sitting of a campaign adopts; the Council is far from it."""
SERIES = "S/RES/"
"""What stands before the number in a symbol of the record."""


def recalled(
    campaign: Campaign, words: Mapping[str, str], past: tuple[Left, ...]
) -> Mapping[str, str]:
    """Return the list of earlier texts as this past makes it; nothing where a crisis has none.

    What the record has of a sitting that was played, or passed over, is not recalled; what was
    adopted in its place is, under a number of its own.
    """
    known = campaign.stands_for
    if LIST not in words or not known:
        return {}
    replaced = {known.get(left.sitting, "").removeprefix(SERIES) for left in past}
    kept = [symbol for symbol in _read(words[LIST]) if symbol not in replaced]
    return {LIST: _listed(sorted((*kept, *_adopted(past)), key=_year))}


def number_of(scenario: Scenario) -> int:
    """Return the number of what a sitting adopts first: one for each sitting of a campaign."""
    campaign = scenario.campaign
    later = [it.scenario.id for it in campaign.sequels] if campaign else []
    return FIRST + (later.index(scenario.id) + 1 if scenario.id in later else 0)


def replaced(scenario: Scenario, measure: str) -> Precedent | None:
    """Return the paragraph whose place a stricter clause takes: of the last text that was adopted.

    One where a source was met; what failed in a campaign, and what is not recalled, is none.
    """
    own, there = _number(scenario.record_name), scenario.words.get(LIST)
    earlier = [
        p
        for p in scenario.measure(measure).precedents
        if p.checked and p.paragraph[:1].isdigit() and _number(p.resolution) < own
        if there is None or p.resolution in there
    ]
    return max(earlier, key=lambda p: _number(p.resolution), default=None)


def _number(symbol: str) -> int:
    number = symbol.removeprefix(SERIES).partition(" ")[0]
    return int(number) if number.isdecimal() else 0


def _adopted(past: tuple[Left, ...]) -> Iterator[str]:
    for at, left in enumerate(past):
        if left.adopted and not left.passed:
            yield f"{FIRST + at} ({left.day.year})"


def _year(symbol: str) -> str:
    return symbol[-5:-1]


def _read(listed: str) -> list[str]:
    """Return the symbols of a list; a single one is the list."""
    return listed.partition(" ")[2].replace(" and ", ", ").split(", ")


def _listed(symbols: list[str]) -> str:
    """Return symbols as a list; a text is in English whatever the game speaks."""
    if len(symbols) < 2:
        return " ".join(("resolution", *symbols))
    return f"resolutions {', '.join(symbols[:-1])} and {symbols[-1]}"
