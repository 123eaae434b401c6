"""What lies between pressure on paper and pressure as enforced, named by flow and by cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from game.engine.abroad.border import reach, written
from game.engine.abroad.regime import Regime
from game.engine.abroad.whole import WHOLE, Whole, most, share
from game.engine.abroad.world import Abroad
from game.engine.scenario import Enforcer, Target

CAUSES = ("lax", "escaped", "exempt", "late")
"""Why what is closed on paper crosses all the same: nobody stops it; it goes round the measures;
it is exempt, and may grow; the measures have not come to be felt yet."""


@frozen
class Leak:
    """A part of the gap.

    flow: what crosses. cause: why. points: of pressure, tenths of one per cent of all there is.
    """

    flow: str
    cause: str
    points: Whole


def leaks(
    target: Target,
    enforcers: Sequence[Enforcer],
    abroad: Abroad,
    regime: Regime,
) -> tuple[Leak, ...]:
    """Name what a month's gap between paper and border is made of, for one world; largest first.

    Args:
        abroad: the world after the month.
    """
    means = {e.id: e.capacity for e in enforcers}
    whole = max(1, sum(f.weight for f in target.flows))
    found = []
    for flow in target.flows:
        parts = _parts(flow.id, flow.rise, reach(flow, abroad.wills, means), regime, abroad)
        passing = abroad.flows[flow.id] - (WHOLE - written(regime, flow.id))
        parts["late"] = most(0, passing - sum(parts.values()))
        found += [
            Leak(flow.id, cause, flow.weight * parts[cause] // whole)
            for cause in CAUSES
            if parts[cause] > 0
        ]
    return tuple(sorted((x for x in found if x.points > 0), key=lambda x: -x.points))


def _parts(flow: str, rise: int, grip: Whole, regime: Regime, abroad: Abroad) -> dict[str, Whole]:
    """Return what passes of one flow beyond what paper lets through, by cause, per mille."""
    shut = regime.shut[flow]
    stopped = share(shut, grip)
    grown = regime.exempt[flow] * share(rise, WHOLE - grip) // WHOLE
    exempt = written(regime, flow) - shut + grown
    return {"lax": shut - stopped, "escaped": abroad.escaped[flow], "exempt": exempt}


def closed(regime: Regime) -> Mapping[str, Whole]:
    """Return what of each flow paper lets through, per mille of its start."""
    return {flow: WHOLE - shut for flow, shut in regime.shut.items()}
