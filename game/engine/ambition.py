"""What the target's plan wanted against what came: its score, for who played it and the debrief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import frozen

from game.engine.abroad import Abroad, indicators
from game.engine.events import Event, Inherited, MonthPassed, Tally
from game.engine.record import Record
from game.engine.scenario import Response, Scenario, Want
from game.engine.terms import TARGET, Ballot


class Ended(Protocol):
    """A sitting that is over, as the state holds it or as a seat sees it."""

    @property
    def scenario(self) -> Scenario:
        """Return what is fixed."""

    @property
    def record(self) -> Record:
        """Return all that is public."""

    @property
    def tally(self) -> Tally | None:
        """Return the count, if there was one."""

    @property
    def indicators(self) -> Mapping[str, int]:
        """Return the slow numbers at the end."""

    @property
    def begun(self) -> Abroad:
        """Return the world as the sitting found it."""

    @property
    def log(self) -> tuple[Event, ...]:
        """Return what happened."""

    @property
    def doctrine(self) -> str:
        """Return the plan of the target."""


@frozen
class Judged:
    """Something the plan wanted, and what came.

    want: what it was.
    came: the figure it came to.
    """

    want: Want
    came: int

    @property
    def met(self) -> bool:
        """Tell whether it came about."""
        return self.want.at_least <= self.came <= self.want.at_most


def judged(over: Ended) -> tuple[Judged, ...]:
    """Return everything that the target's plan wanted, with what came of it."""
    target = over.scenario.target
    plan = next((d for d in target.doctrines if d.id == over.doctrine), None)
    wants = (*(plan.wants if plan else ()), *target.wants)
    found = figures(over)
    return tuple(
        Judged(w, _times(over, w.acts) if w.figure == "acts" else found[w.figure]) for w in wants
    )


def score(over: Ended) -> int:
    """Return the share of the points of its plan that the target won, per cent."""
    found = judged(over)
    whole = sum(j.want.points for j in found) or 1
    return 100 * sum(j.want.points for j in found if j.met) // whole


def course(over: Ended) -> tuple[int, ...]:
    """Return the target's score of each sitting of a campaign so far, this one the last."""
    left = next((e for e in over.log if isinstance(e, Inherited)), None)
    before = (sitting.plan for sitting in left.past) if left is not None else ()
    return (*(points for points in before if points is not None), score(over))


def standing(found: Sequence[int]) -> int:
    """Return what the target has won over sittings that count alike, per cent."""
    return sum(found) // max(1, len(found))


def figures(over: Ended) -> Mapping[str, int]:
    """Return what the sitting and the months after it came to, by the names in `FIGURES`."""
    acts, now, then = _acts(over), over.indicators, indicators(over.begun)
    passed = [e for e in over.log if isinstance(e, MonthPassed)]
    paper, enforced = (passed[-1].paper, passed[-1].enforced) if passed else (0, 0)
    adopted = over.tally is not None and over.tally.adopted
    yes = over.tally.count(Ballot.YES) if over.tally else 0
    offer = over.record.followup.suspension
    loud = {month for month, act in acts if act.shot is not None}
    return {
        "adopted": int(adopted),
        "missing": len(over.scenario.seats) - yes if adopted else len(over.scenario.seats),
        "let_through": 100 * (paper - enforced) // max(1, paper),
        "shots": sum(act.shot is not None for _month, act in acts),
        "large": sum(act.is_loud for _month, act in acts),
        "toward": sum(act.tone == "good" for _month, act in acts),
        "climbs": _climbs([act for _month, act in acts]),
        "still": over.record.followup.month - len(loud),
        "top": max((act.rung for _month, act in acts), default=0),
        "gained": sum(act.effect.get("programme", 0) for _month, act in acts),
        "kept": int(offer is not None and offer.status == "kept"),
        "broke": int(offer is not None and offer.breaker == TARGET),
        "lost": now["revenue"] - then["revenue"],
        "hungrier": now["hardship"] - then["hardship"],
        "trust": now["trust"],
        "threat": now["threat"],
    }


FIGURES = (
    *("adopted", "missing", "let_through", "shots", "large", "toward", "climbs", "still", "top"),
    *("gained", "kept", "broke", "lost", "hungrier", "trust", "threat"),
)
"""What a want can be about, beside how often acts were done: a text; members that did not vote for
it; per cent of the pressure on paper that is not carried out; acts with a shot; acts of the third
rung or above; steps towards talks; acts that stood higher than all before; months without a shot;
the highest rung; points the programme won; a suspension kept, or broken by the target; by how much
it stands worse than at the beginning, in per mille of a year's earnings and in points of hardship;
trust and threat at the end."""

COUNTS = ("acts", "shots", "large", "toward", "climbs")
"""Those that count acts, so that they can be told while the months go on."""


def _acts(over: Ended) -> tuple[tuple[int, Response], ...]:
    known = {r.id: r for r in over.scenario.target.responses}
    return tuple((month, known[id]) for month, id in over.record.followup.acts if id in known)


def _times(over: Ended, acts: tuple[str, ...]) -> int:
    return sum(act.id in acts for _month, act in _acts(over))


def _climbs(acts: list[Response]) -> int:
    top = climbs = 0
    for act in acts:
        climbs += act.rung > top
        top = max(top, act.rung)
    return climbs
