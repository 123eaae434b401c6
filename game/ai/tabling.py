"""What a delegation brings up on the floor before a vote: changes, seconds, points of order.

All of it is free but for the turn, so it is done where it would carry and helps: others are taken
to vote by what they would gain, as far as that can be known.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.ai import ballots, mind, rivals, wishing
from game.ai.personality import Personality
from game.engine import consensus, council, procedural
from game.engine.actions import Action, Amend, Divide, PointOfOrder, Second
from game.engine.consensus import Ints
from game.engine.lint import errors
from game.engine.observation import Observation, belief
from game.engine.opinion import level_of
from game.engine.record import Clause, Draft, Question
from game.engine.terms import Ballot, Phrase
from game.engine.wording import clause_at, put

WORTH_MOVING = 6
"""Points that a change must bring its mover before it is moved at the table. Tuned."""
SURE = 950
"""Per mille from which the mover of a draft lets a clause be put to a vote of its own. Tuned."""
VOICES = 2
"""Separate votes that computers ask for in one meeting, at most. Tuned: as on any public act."""
FIRM = 70
"""Firmness from which a delegation has on record what it was refused, or raises a point of order,
per cent. Tuned."""
REFUSALS = 2
"""Clauses refused to a delegation before it does so. Tuned: one is what everybody meets with."""
MOST_LOOKED_AT = 4
"""Changes that a delegation thinks of moving, dearest first. Tuned."""


def act(observation: Observation, personality: Personality) -> Action | None:
    """Return what this seat brings up with the floor, or None.

    Unless it is thorough, a text that it supports needs no change for it.
    """
    o = observation
    if not o.blue:
        return None
    weighs = personality.thorough or mind.true_phrase(o, o.text(o.blue)) is not Phrase.SUPPORTS
    looks = (*_WEIGHED, _for_the_record) if personality.thorough else _WEIGHED
    for look in looks if weighs else _HELD:
        if (found := look(o)) is not None:
            return found
    return None


def _change(o: Observation) -> Amend | None:
    """Move what the pen would not grant, where nine would rather have it and no veto waits."""
    if Amend.__name__ in o.blocked or o.seat in o.record.sponsors:
        return None
    moved = {q.measure for q in o.questions if q.kind == "amendment"}
    draft = o.text(o.blue)
    for clause in _wanted(o, draft):
        if clause.measure in moved:
            continue
        text = put(o.scenario, draft, clause)
        gain = mind.points_for(o, text) - mind.points_for(o, draft)
        if gain < WORTH_MOVING or errors(o.scenario, text):
            continue
        if carries(o, text, draft) >= procedural.CARRIES:
            return Amend.of(o.seat, clause)
    return None


def _wanted(o: Observation, draft: Draft) -> Iterator[Clause]:
    """Yield what this seat asked for in vain, then other words for what it was refused."""
    for clause in _refused(o)[:MOST_LOOKED_AT]:
        if clause != clause_at(o.scenario, draft, clause.measure):
            yield clause
    for wish in wishing.wordings(o)[:MOST_LOOKED_AT]:
        yield wish.clause


def _refused(o: Observation) -> tuple[Clause, ...]:
    """Return each clause that this seat asked for in vain, in the order in which it did."""
    vain = (a for a in o.record.asks if a.seat == o.seat and a.status in ("refused", "ignored"))
    return tuple(dict.fromkeys(a.clause for a in vain))


def _part(o: Observation) -> Divide | None:
    """Ask for a separate vote on a clause that would fall, if the pen seems to care little."""
    if Divide.__name__ in o.blocked or o.seat in o.record.sponsors:
        return None
    draft, table = o.text(o.blue), mind.own_table(o)
    points = table[np.arange(len(table)), mind.levels(o)]
    for at in np.argsort(points, kind="stable")[:MOST_LOOKED_AT].tolist():
        id = o.scenario.measures[at].id
        asked = any((q.kind, q.measure) == ("part", id) for q in o.questions)
        without = put(o.scenario, draft, Clause(id, 0))
        if asked or points[at] > -WORTH_MOVING or errors(o.scenario, without):
            continue
        if level_of(o.scenario, draft, id) <= o.scenario.floor(id):
            continue
        minds = consensus.model(o.scenario).seat == o.scenario.seats.index(o.scenario.penholder)
        pen_minds = _changes(o, without, draft)[minds]
        if (pen_minds >= 0).all() and carries(o, draft, without) < procedural.CARRIES:
            return Divide(o.seat, id)
    return None


def _objection(o: Observation) -> Divide | None:
    """Ask for a separate vote on the one clause that keeps this seat from a yes, for the record."""
    parts = sum(q.kind == "part" for q in o.questions)
    if Divide.__name__ in o.blocked or o.seat in o.record.sponsors or parts >= VOICES:
        return None
    draft = o.text(o.blue)
    if mind.true_ballot(o, draft) is Ballot.YES:
        return None
    id = only_objection(o, draft)
    pending = any((q.kind, q.measure) == ("part", id) for q in o.questions)
    return Divide(o.seat, id) if id and not pending else None


def _for_the_record(o: Observation) -> Amend | None:
    """Move what a firm seat was refused time and again, whoever will vote for it; one a meeting."""
    if Amend.__name__ in o.blocked or o.seat in o.record.sponsors:
        return None
    if any(q.kind == "amendment" for q in (*o.questions, *council.kinds_of(o.counted))):
        return None
    draft = o.text(o.blue)
    if not insists(o) or mind.true_ballot(o, draft) is Ballot.YES:
        return None
    for clause in _refused(o)[:MOST_LOOKED_AT]:
        text = put(o.scenario, draft, clause)
        gain = mind.points_for(o, text) - mind.points_for(o, draft)
        unlike = clause != clause_at(o.scenario, draft, clause.measure)
        if unlike and gain >= WORTH_MOVING and not errors(o.scenario, text):
            return Amend.of(o.seat, clause)
    return None


def is_for_the_record(observation: Observation, clause: Clause) -> bool:
    """Tell whether a change is moved by who insists on it, and will hardly carry."""
    o, draft = observation, observation.text(observation.blue)
    hardly = carries(o, put(o.scenario, draft, clause), draft) < procedural.CARRIES
    return insists(o) and hardly


def insists(observation: Observation) -> bool:
    """Tell whether a seat is firm, and was refused often enough to have that on record."""
    o = observation
    return mind.temper(o).firmness >= FIRM and len(_refused(o)) >= REFUSALS


def only_objection(observation: Observation, draft: Draft) -> str:
    """Return the clause without which this seat would vote yes; none if there are several."""
    o, s = observation, observation.scenario
    new = [id for id in draft if level_of(s, draft, id) > s.floor(id)]
    if not new:
        return ""
    columns = [consensus.model(s).places[id] for id in new]
    texts = np.repeat(consensus.row(s, draft)[None, :], len(new), axis=0)
    texts[np.arange(len(new)), columns] = consensus.model(s).floor[columns]
    short = mind.brief(o).yes_at - mind.sums(o, texts)
    found = [
        id
        for id, points in zip(new, short.tolist(), strict=True)
        if points <= 0 and not errors(s, put(s, draft, Clause(id, 0)))
    ]
    return found[0] if len(found) == 1 else ""


def spares(observation: Observation, part: Question) -> bool:
    """Tell whether the mover of a draft lets a clause be put to the vote by itself."""
    o, draft = observation, observation.text(part.version)
    without = put(o.scenario, draft, Clause(part.measure, 0))
    if mind.points_for(o, without) >= mind.points_for(o, draft):
        return True
    return carries(o, draft, without) >= SURE


def _second(o: Observation) -> Second | None:
    """Second a draft that this seat would vote for, where its mover might take it back."""
    if Second.__name__ in o.blocked or not o.questions:
        return None
    done = {number for number, _ in o.seconded}
    changes = any(q.kind == "amendment" for q in o.questions)
    for question in (q for q in o.questions if q.kind == "draft"):
        rival = question.version != o.blue
        if question.version in done or question.by == o.seat or not (rival or changes):
            continue
        if ballots.ballot(o, question) is Ballot.YES and (rival or _is_amended(o)):
            return Second(o.seat, question.version)
    return None


def _is_amended(o: Observation) -> bool:
    """Tell whether a change is before the Council that this seat votes for."""
    moved = (q for q in o.questions if q.kind == "amendment")
    return any(ballots.ballot(o, q) is Ballot.YES for q in moved)


def bar(observation: Observation) -> PointOfOrder | None:
    """Say of a party to the dispute that it has to abstain, where its vote is feared; once.

    A firm elected member does so that would vote for the text, and gains by it that a no, or a
    veto, cannot be cast. Permanent members leave that half of the article alone, and a President
    does not ask itself.

    Source: UN Charter, Article 27(3); what became of its second half: Security Council Report,
    Obligatory Abstentions, April 2014.
    """
    o = observation
    if not o.scenario.parties or not o.blue or PointOfOrder.__name__ in o.blocked:
        return None
    if o.seat in (*o.scenario.permanent, o.scenario.president(o.record.day)):
        return None
    if mind.temper(o).firmness < FIRM or _is_said(o):
        return None
    draft = o.text(o.blue)
    if council.acts_under_chapter_seven(o.scenario, draft):
        return None
    for seat in o.scenario.parties:
        if seat not in (o.seat, *o.barred) and o.record.phrase_points(seat) < 0:
            if mind.true_ballot(o, draft) is Ballot.YES:
                return PointOfOrder(o.seat, council.PARTY, seat)
    return None


def _is_said(o: Observation) -> bool:
    """Tell whether such a point was raised before: one is enough for a sitting."""
    return any(isinstance(e, PointOfOrder) and e.point == council.PARTY for e in o.log)


_WEIGHED = (_change, _part, rivals.table, _second, _objection)
"""What a seat thinks of with the floor, in this order."""
_HELD = (_second,)
"""What whoever supports a text as it stands thinks of with the floor."""


# -- what the others would make of a change


def carries(o: Observation, after: Draft, before: Draft) -> int:
    """Return the chance that nine prefer one text to another and no permanent member minds."""
    s, t = o.scenario, consensus.model(o.scenario)
    gained = _changes(o, after, before)
    pen = t.seat == s.seats.index(s.penholder)
    gained = gained + np.where(pen, procedural.SPONSOR, 0)
    weight = belief(o).weights.sum(axis=1)
    whole = np.add.reduceat(weight, t.start)
    sides = (gained >= procedural.YES_FROM, gained <= -procedural.YES_FROM)
    yes, no = (np.add.reduceat(weight * side, t.start) / whole for side in sides)
    found = consensus.adoption(yes[None, :], no[None, :], t.permanent, s.majority)
    return round(1000 * float(found[0]))


def gains(observation: Observation, amendment: Question) -> bool:
    """Tell whether an amendment is still worth something to this seat in the text as it is."""
    o, draft = observation, observation.text(amendment.version)
    text = put(o.scenario, draft, amendment.clause)
    return mind.points_for(o, text) > mind.points_for(o, draft)


def _changes(o: Observation, after: Draft, before: Draft) -> Ints:
    """Return what a text adds to each mind's sum beyond another, int64 (minds,)."""
    s, t = o.scenario, consensus.model(o.scenario)
    both = np.stack([consensus.row(s, text) for text in (before, after)])
    sums = consensus.own_sums(s, both, o.record.stock).T
    sums = sums + consensus.dealings(s, o.record, both).T[t.seat]
    return np.asarray(sums[:, 1] - sums[:, 0], dtype=np.int64)
