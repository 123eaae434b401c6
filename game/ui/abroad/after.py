"""What fills the pictures once months have passed: what the border saw, and who voted how."""

from __future__ import annotations

from collections.abc import Mapping

from game import words
from game.engine.abroad import border
from game.engine.events import Enforced
from game.engine.observation import Observation
from game.engine.scenario import Enforcer
from game.engine.terms import Ballot
from game.ui.abroad.chain import kind_of
from game.ui.abroad.plain import Gate, Moment, Pressed, Rung
from game.ui.abroad.reading import RUNGS, TONES
from game.ui.widgets import Tone
from game.words import _
from game.words.language import later

VOTED: Mapping[Ballot, str] = {
    Ballot.YES: later("voted in favour"),
    Ballot.NO: later("voted against"),
    Ballot.ABSTAIN: later("abstained"),
}


def pressed(o: Observation, found: Enforced) -> Pressed:
    """Return pressure by month since the vote, with the text and what the target did."""
    moments = []
    if o.tally is not None and o.tally.adopted:
        moments.append(Moment(0, _("adopted"), "text"))
    done = next((r for r in o.scenario.target.responses if r.id == o.response), None)
    if done is not None:
        moments.append(Moment(1.5, done.title, kind_of(done)))
    shown = range(0, len(found.paper), 3)
    return Pressed(
        found.paper,
        found.enforced,
        tuple((n, _("month {n}").format(n=n + 1) if not n else str(n + 1)) for n in shown),
        tuple(moments),
    )


def gates(o: Observation, found: Enforced) -> tuple[Gate, ...]:
    """Return who carries it out after this vote, largest part of the trade first."""
    return tuple(
        Gate(
            e.name,
            found.will.get(e.id, e.will),
            e.will,
            e.capacity,
            int(border.grip(found.will.get(e.id, e.will), e.capacity)),
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
    before = o.scenario.target.indicators.get("escalation", 0)
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
