"""What fills the pictures once months have passed: what the border saw, and who voted how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from game import words
from game.engine.abroad import border
from game.engine.actions import NARROW
from game.engine.events import Enforced, MonthPassed
from game.engine.observation import Observation
from game.engine.scenario import Enforcer, Response, Scenario
from game.engine.terms import Ballot, Seat
from game.ui.abroad import border as gauge
from game.ui.abroad.chain import kind_of
from game.ui.abroad.plain import Gate, Moment, Moved, Pressed, Rung
from game.ui.abroad.reading import RUNGS, TONES, read_before
from game.ui.widgets import Tone, Widget
from game.words import _
from game.words.language import later

NAMES: Mapping[str, str] = {
    "trust": later("trust"),
    "threat": later("threat"),
    "programme": later("programme"),
}
"""What each month tells beside the border -> its name at the end of a line."""
SHORT = 8
"""Months of which each is named below the chart."""
VOTED: Mapping[Ballot, str] = {
    Ballot.YES: later("voted in favour"),
    Ballot.NO: later("voted against"),
    Ballot.ABSTAIN: later("abstained"),
}


def pressed(o: Observation, found: Enforced) -> Pressed:
    """Return pressure by month since the vote, with the text and what the target did."""
    return _pressed(o, found.paper, found.enforced)


def so_far(o: Observation) -> Pressed | None:
    """Return pressure in the months that have passed; nothing before the first."""
    passed = [e for e in o.log if isinstance(e, MonthPassed)]
    if not passed:
        return None
    return _pressed(o, tuple(e.paper for e in passed), tuple(e.enforced for e in passed))


def course(
    o: Observation, found: Pressed | None, *, title: str, says: str = "", room: int = 400
) -> Widget | None:
    """Return pressure month by month; where there is none to be seen, what moves instead of it."""
    if found is not None and found.is_felt:
        return gauge.pressure(found, title=title, says=says, room=room)
    drifts = moved(o)
    if drifts is None:
        return None
    return gauge.moved(drifts, title=_("What moved, month by month"), says=says, room=room)


def moved(o: Observation) -> Moved | None:
    """Return what moved beside the border, and today as the last entry; nothing before month 1."""
    passed = [e for e in o.log if isinstance(e, MonthPassed) and e.read]
    if not passed:
        return None
    ready = tuple(readiness(o.scenario, e.will) for e in passed)
    others = (
        (_(name), (*(e.read[key] for e in passed), o.indicators.get(key, 0)))
        for key, name in NAMES.items()
    )
    courses = ((_("readiness"), (*ready, ready[-1])), *others)
    moments = sorted((*_moments(o), *_lost(o, passed)), key=lambda m: m.at)
    return Moved(courses, _numbers(len(passed)), tuple(moments))


def readiness(scenario: Scenario, wills: Mapping[str, int]) -> int:
    """Return how ready those are on the average who would carry a text out, 0 to 100."""
    return sum(e.share * wills.get(e.id, e.will) for e in scenario.enforcers) // 10_000


def _lost(o: Observation, passed: Sequence[MonthPassed]) -> Iterator[Moment]:
    """Yield each step of the road to talks that was lost, by the month in which it was."""
    for before, now in pairwise(passed):
        if now.stance < before.stance:
            step = o.scenario.target.steps[before.stance].title
            label = _("{step}: over").format(step=step)
            yield Moment(now.month - 1.5, label, "finding")


def _pressed(o: Observation, paper: tuple[int, ...], enforced: tuple[int, ...]) -> Pressed:
    return Pressed(paper, enforced, _numbers(len(paper)), tuple(_moments(o)))


def _numbers(months: int) -> tuple[tuple[int, str], ...]:
    """Return what stands below the months of a chart."""
    step = 1 if months <= SHORT else 3
    first = _("month {n}").format(n=1)
    return tuple((n, str(n + 1) if n else first) for n in range(0, months, step))


def _moments(o: Observation) -> Iterator[Moment]:
    """Yield the text, what the target did by its month, and what the experts made public."""
    acts = {r.id: r for r in o.scenario.target.responses}
    if o.tally is not None and o.tally.adopted:
        yield Moment(0, _("adopted"), "text")
    months: dict[int, list[Response]] = {}
    for month, id in o.record.followup.acts or (((2, o.response),) if o.response else ()):
        if id in acts and (acts[id].shot or acts[id].tone == "good"):
            months.setdefault(month, []).append(acts[id])
    for month, done in months.items():
        gravest = max(done, key=lambda r: r.rung)
        more = f" +{len(done) - 1}" if len(done) > 1 else ""
        yield Moment(month - 0.5, gravest.title + more, kind_of(gravest))


def gates(o: Observation, wills: Mapping[str, int]) -> tuple[Gate, ...]:
    """Return who carries it out after this vote, largest part of the trade first."""
    return tuple(
        Gate(
            e.name,
            wills.get(e.id, e.will),
            int(o.begun.wills.get(e.id, e.will)),
            e.capacity,
            int(border.grip(wills.get(e.id, e.will), e.capacity)),
            e.share,
            e.seat if e.seat in o.scenario.seats else "",
            _notes(o, e),
        )
        for e in sorted(o.scenario.enforcers, key=lambda e: -e.share)
    )


def _notes(o: Observation, e: Enforcer) -> tuple[str, ...]:
    ballot = o.tally.ballots.get(e.seat) if o.tally else None
    voted = (_(VOTED[ballot]),) if ballot in VOTED and ballot is not None else ()
    return voted + _narrow(o, e.seat) + read_before(o, e)


def _narrow(o: Observation, seat: Seat) -> tuple[str, ...]:
    """Return that a seat reads the text narrowly, or the clause of it that it named."""
    if o.explained.get(seat) != NARROW:
        return ()
    if named := o.narrowed.get(seat):
        return (_("reads {measure} narrowly").format(measure=words.measure(o.scenario, named)),)
    return (_("reads it narrowly"),)


def rungs(o: Observation) -> tuple[Rung, ...]:
    """Return the ladder with where things stood before the text, and where the answer stands."""
    before = int(o.begun.escalation)
    done = next((r for r in o.scenario.target.responses if r.id == o.response), None)
    out = []
    for number in range(RUNGS):
        marks: list[tuple[str, Tone]] = []
        if number == before:
            marks.append((_("before the text"), "muted"))
        here = done is not None and done.rung == number
        if here and done is not None:
            marks.append((_("the answer"), TONES[done.tone]))
        out.append(Rung(words.rung(number), tuple(marks), is_here=here))
    return tuple(out)
