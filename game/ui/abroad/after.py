"""What fills the pictures once months have passed: what the border saw, and who voted how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game import words
from game.engine.abroad import border
from game.engine.events import Enforced, MonthPassed
from game.engine.observation import Observation
from game.engine.scenario import Enforcer, Response
from game.engine.terms import Ballot
from game.ui.abroad.chain import kind_of
from game.ui.abroad.plain import Gate, Moment, Pressed, Rung
from game.ui.abroad.reading import RUNGS, TONES
from game.ui.widgets import Tone
from game.words import _
from game.words.language import later

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


def _pressed(o: Observation, paper: tuple[int, ...], enforced: tuple[int, ...]) -> Pressed:
    step = 1 if len(paper) <= SHORT else 3
    return Pressed(
        paper,
        enforced,
        tuple(
            (n, _("month {n}").format(n=n + 1) if not n else str(n + 1))
            for n in range(0, len(paper), step)
        ),
        tuple(_moments(o)),
    )


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
    narrow = (_("reads it narrowly"),) if o.explained.get(e.seat) == "narrow" else ()
    return voted + narrow


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
