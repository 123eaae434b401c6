"""What a seat expects of a vote today, worked out once per observation."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import frozen

from game.engine import consensus, council, foresight, lint, pressure
from game.engine.abroad import expected
from game.engine.observation import Observation, forecast
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.terms import Phase, Seat

T = TypeVar("T")
_KEPT = 96
_known: "OrderedDict[tuple[int, str], tuple[object, Any]]" = OrderedDict()


def once(about: object, what: str, work: Callable[[], T]) -> T:
    """Return what `work` gives for a value, worked out once while the value is in use.

    Keyed by identity, which is sound because the value is kept beside its result.
    """
    key = (id(about), what)
    hit = _known.get(key)
    if hit is not None and hit[0] is about:
        _known.move_to_end(key)
        found: T = hit[1]
        return found
    made = work()
    _known[key] = (about, made)
    while len(_known) > _KEPT:
        _known.popitem(last=False)
    return made


@frozen
class Estimate:
    """What an observer expects of a vote on one text today.

    yes, no: chance of that ballot by seat.
    expected: yes votes.
    passes: chance that the text is adopted.
    vetoed: chance that a permanent member votes no.
    unanimous: chance that all vote yes.
    paper: pressure on paper with what is in force, in tenths of 100 points.
    """

    yes: Mapping[Seat, float]
    no: Mapping[Seat, float]
    expected: float
    passes: float
    vetoed: float
    unanimous: float
    paper: int

    @property
    def agreement(self) -> int:
        """Return the Hix-Noury-Roland index of the likeliest hands, per mille."""
        yes = sum(p >= 0.5 for p in self.yes.values())
        no = sum(p >= 0.5 for p in self.no.values())
        return council.agreement(yes, no, len(self.yes) - yes - no)

    @property
    def least(self) -> Seat | None:
        """Return the seat that is least likely to be content; None if all surely are."""
        seat = min(self.yes, key=lambda s: (self.yes[s], -self.no[s]))
        return seat if self.yes[seat] < 0.995 else None


def is_unwritten(observation: Observation) -> bool:
    """Tell whether the pen has shown no text, and its own adds nothing to what is in force."""
    o = observation
    if not o.is_pen or o.versions or o.phase is not Phase.TEXT:
        return False
    return any(r.key == "empty" for r in lint.remarks(o.scenario, o.working or {}))


def text_in_hand(observation: Observation) -> Draft | None:
    """Return the text a vote would be on: in blue, else the pen's own, else the last one seen."""
    o = observation
    if is_unwritten(o):
        return None
    if o.blue:
        return next((v.clauses for v in o.versions if v.number == o.blue), o.draft)
    if o.is_pen and o.working and o.phase in (Phase.TEXT, Phase.SQUEEZE):
        return o.working
    return o.draft


def signature(draft: Draft) -> str:
    """Return a text as a key for what is kept about it."""
    return " ".join(
        f"{c.measure}{c.level}{c.verb}{c.softener}{c.hardener}{c.params}"
        for c in sorted(draft.values(), key=lambda c: c.measure)
    )


def estimate(observation: Observation, draft: Draft | None = None) -> Estimate | None:
    """Return the forecast for a text, by default the one in hand; None where there is none."""
    if draft is None:
        draft = text_in_hand(observation)
    if draft is None:
        return None
    text = draft
    key = f"estimate {signature(text)}"
    return once(observation, key, lambda: _estimate(observation, text))


def once_read(observation: Observation, draft: Draft | None = None) -> Estimate | None:
    """Return the forecast for a text once all have spoken to it, as the observer expects them to.

    Who likes it less says so, pulls others along, and makes a veto cheaper for who dared not alone.
    """
    o, text = observation, text_in_hand(observation) if draft is None else draft
    if text is None:
        return None
    found, key = text, f"once read {signature(text)}"
    row = consensus.row(o.scenario, found)
    return once(o, key, lambda: _estimate(foresight.heard(o, row), found))


def _estimate(observation: Observation, draft: Draft) -> Estimate:
    s = observation.scenario
    found = forecast(observation, consensus.row(s, draft)[None, :])
    return Estimate(
        yes={seat: float(p) for seat, p in zip(s.seats, found.yes[0], strict=True)},
        no={seat: max(0.0, float(p)) for seat, p in zip(s.seats, found.no[0], strict=True)},
        expected=float(found.expected[0]),
        passes=float(found.adopted[0]),
        vetoed=max(0.0, float(found.vetoed[0])),
        unanimous=float(found.unanimous[0]),
        paper=pressure.paper_of(s, draft, observation.before),
    )


def outlook(observation: Observation, draft: Draft | None) -> pressure.Outlook:
    """Return what the target would go by if this text, or none, came of it today."""
    o, s = observation, observation.scenario
    found = estimate(o, draft) if draft is not None else None
    likely = draft if found and found.passes >= LIKELY else None
    yes = round(found.expected) if found else 0
    return pressure.outlook(s, o.abroad, likely, yes, o.record.day, o.record.stock, o.before)


LIKELY = 0.5
"""Chance from which a text is thought to be adopted."""


def lean(observation: Observation, draft: Draft | None) -> Mapping[str, int]:
    """Return what the target would weigh if this text, or none, came of it, 0 to 100 each."""
    return outlook(observation, draft).felt(observation.scenario.target)


def answers(observation: Observation, found: pressure.Outlook) -> Mapping[str, int]:
    """Return how likely each response comes next, from the signs seen, per mille."""
    o = observation
    return expected(o.scenario.target, found.world, found.outside, found.enforced, o.record.clues)


def responses(observation: Observation) -> tuple[tuple[str, int], ...]:
    """Return what the target is likely to do, most likely first: response and per mille."""
    return once(observation, "responses", lambda: _responses(observation))


def _responses(observation: Observation) -> tuple[tuple[str, int], ...]:
    o = observation
    odds = answers(o, outlook(o, text_in_hand(o)))
    return tuple(sorted(odds.items(), key=lambda item: -item[1]))


def response_title(scenario: Scenario, id: str) -> str:
    """Return the title of a response."""
    return next((r.title for r in scenario.target.responses if r.id == id), id)
