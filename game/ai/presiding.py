"""What a computer does as President: when the Council votes, and who is called first.

The order counts twice: those in the middle take the tone of the first positions, and a narrow
reading comes easier after that of a permanent member.
"""

from __future__ import annotations

from attrs import evolve

from game.ai import ballots, mind
from game.engine.actions import Arrange, Schedule
from game.engine.observation import Observation
from game.engine.scenario import Brief
from game.engine.terms import Phrase, Seat

WORTH_WAITING = 100
"""Per mille of adoption that a day to read must bring before the vote is put off. Tuned."""
WARY = 4
"""Concern about interference from which a President wants a text read narrowly."""
KEEN = 5
"""Concern about proliferation from which it wants a text read as a duty. Tuned: the askers."""
FRIENDS = 2
"""Members that are called before custom has it in the first meeting: nobody is set back far."""
LISTENERS = 2
"""Members that may follow a reading before the order of explanations is worth a change. Tuned."""


def schedule(observation: Observation) -> Schedule | None:
    """Put the vote off by a day where time to read wins the text what it lacks.

    Only who wants the text does so.
    """
    o = observation
    if Schedule.__name__ in o.blocked or not _presides(o):
        return None
    text, day = o.text(o.blue), o.record.day + o.record.settling.blue.wait
    if mind.points_for(o, text) < mind.brief(o).yes_at:
        return None
    now, after = (
        ballots.chance(evolve(o, record=evolve(o.record, day=d)), text) for d in (day, day + 1)
    )
    return Schedule(o.seat, 1) if after - now >= WORTH_WAITING else None


def _presides(o: Observation) -> bool:
    return o.seat == o.scenario.president(o.record.day)


def _lean(brief: Brief) -> int:
    """Return which way a capital reads a text, by its interests: 1 a duty, -1 narrowly, 0 either.

    Interests are public; instructions are not.
    """
    if brief.reluctant or brief.weights.sovereignty >= WARY:
        return -1
    return int(brief.weights.nonproliferation >= KEEN)


def set_tone(observation: Observation) -> Arrange | None:
    """Call two like-minded members after oneself, so that those in the middle hear them first."""
    o = observation
    lean = _lean(mind.brief(o))
    if Arrange.__name__ in o.blocked or not _presides(o) or not lean:
        return None
    custom = o.scenario.seating(o.record.day)
    like = [s for s in custom if s != o.seat and _lean(o.scenario.briefs[s]) == lean]
    first = (o.seat, *like[:FRIENDS])
    order = (*first, *(s for s in custom if s not in first))
    return Arrange(o.seat, order) if order != custom else None


def set_reading(observation: Observation) -> Arrange | None:
    """Call those permanent members first, or last, whose narrow reading others would follow.

    They are the ones that said they go along, which is a yes and no support.
    """
    o = observation
    lean = _lean(mind.brief(o))
    if Arrange.__name__ in o.blocked or not _presides(o) or not lean:
        return None
    custom, said = o.scenario.seating(o.record.day), o.record.phrases
    along = [s for s in custom if said.get(s) is Phrase.GOES_ALONG and s != o.seat]
    leaders = tuple(s for s in along if s in o.scenario.permanent)
    others = tuple(s for s in custom if s not in leaders)
    order = (*leaders, *others) if lean < 0 else (*others, *leaders)
    followers = [s for s in along if s not in leaders]
    moved = sum(_hears(custom, leaders, s) != _hears(order, leaders, s) for s in followers)
    return Arrange(o.seat, order) if moved >= LISTENERS else None


def _hears(order: tuple[Seat, ...], leaders: tuple[Seat, ...], seat: Seat) -> bool:
    """Tell whether a member speaks after one of those whom it would follow."""
    return any(order.index(leader) < order.index(seat) for leader in leaders)
