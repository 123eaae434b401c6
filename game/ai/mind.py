"""What a seat thinks itself: its own sum, its tables, its temper."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.ai.personality import personalities
from game.engine import bargain, consensus, opinion, wording
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.record import Clause, Dealt, Draft, Record
from game.engine.scenario import Aim, Brief, Scenario, Temper
from game.engine.terms import Ballot, Phrase, Seat


def dealt(observation: Observation) -> Dealt:
    """Return what this seat was dealt."""
    if observation.dealt is None:
        raise ValueError("only a delegation that was dealt a brief can decide")
    return observation.dealt


OVER = "+"
"""Stands between the temper that was dealt and the personality that bargains over it."""


def temper(observation: Observation) -> Temper:
    """Return how this seat bargains in this game."""
    return _temper(observation.scenario, dealt(observation).temper)


@lru_cache(maxsize=1024)
def _temper(scenario: Scenario, id: str) -> Temper:
    name, _, personality = id.partition(OVER)
    found = next(t for t in scenario.tempers if t.id == name)
    return personalities()[personality].over(found) if personality else found


def brief(observation: Observation) -> Brief:
    """Return the interests of this seat."""
    return observation.scenario.briefs[observation.seat]


def own_table(observation: Observation) -> Ints:
    """Return the points of this seat for every level of every measure.

    Returns:
        int64 (measures, levels), in their own words.
    """
    return _table(observation.scenario, observation.seat, dealt(observation).variant)


@lru_cache(maxsize=1024)
def _table(scenario: Scenario, seat: Seat, variant: str) -> Ints:
    t = consensus.model(scenario)
    return np.asarray(t.points[t.minds.index((seat, variant))], dtype=np.int64)


def aim_table(observation: Observation) -> Ints:
    """Return what each level of each measure adds by meeting this seat's aims, cables counted in.

    Aims score and do not vote, so this is no part of a sum; it guides what a seat asks for.

    Returns:
        int64 (measures, levels), points.
    """
    return _aims(observation.scenario, bargain.aims_of(observation, observation.seat))


def found_table(observation: Observation) -> Ints:
    """Return what each level of each measure adds by closing what the experts found.

    Returns:
        int64 (measures, levels), points.
    """
    o = observation
    return _arguments.get(lambda: _arguing(o.scenario, o.record), o.scenario, o.record.findings)


_arguments = consensus.Lately[Ints]()


def _arguing(scenario: Scenario, record: Record) -> Ints:
    t = consensus.model(scenario)
    out = np.zeros(t.pressure.shape, dtype=np.int64)
    for measure, points in opinion.arguments(scenario, record).items():
        out[t.places[measure], scenario.base(measure) + 1 :] = points
    return out


def clause_points(observation: Observation, clause: Clause) -> int:
    """Return the points of this seat for a clause in its words, aims counted in."""
    o, s = observation, observation.scenario
    t = consensus.model(s)
    at, option = t.places[clause.measure], consensus.option_of(s, clause)
    points = int(own_table(o)[at, clause.level])
    if clause.reworded:
        row = t.minds.index((o.seat, dealt(o).variant))
        points += int(consensus.reworded(s, at, option)[row])
    return points + int(aim_table(o)[at, wording.reach(s, clause)])


def aims_of(scenario: Scenario, seat: Seat) -> Ints:
    """Return what each option of each measure adds by meeting a seat's aims, which are public."""
    return _aims(scenario, scenario.briefs[seat].aims)


_met = consensus.Lately[Ints]()


def _aims(scenario: Scenario, aims: tuple[Aim, ...]) -> Ints:
    return _met.get(lambda: _meeting(scenario, aims), scenario, aims)


def _meeting(scenario: Scenario, aims: tuple[Aim, ...]) -> Ints:
    t = consensus.model(scenario)
    out = np.zeros(t.pressure.shape, dtype=np.int64)
    levels = np.arange(t.pressure.shape[1])
    for aim in aims:
        if aim.measure:
            met = np.ones(len(levels), dtype=bool)
            if aim.at_least is not None:
                met &= levels >= aim.at_least
            if aim.at_most is not None:
                met &= levels <= aim.at_most
            out[t.measures.index(aim.measure)] += bargain.AIM_WORTH * aim.weight * met
    return out


def points_for(observation: Observation, draft: Draft, heard: Record | None = None) -> int:
    """Return this seat's own sum for a text, as things stand in public.

    Args:
        heard: what bears on it; by default what bears on the pen's.
    """
    o, mine = observation, dealt(observation)
    record = o.record if heard is None else heard
    return consensus.sum_of(o.scenario, record, o.seat, mine.variant, draft) + mine.margin


def points_on(observation: Observation, number: int) -> int:
    """Return this seat's own sum for a draft on the table."""
    o = observation
    return points_for(o, o.text(number), opinion.heard_of(o, number))


def sums(observation: Observation, drafts: Ints) -> Ints:
    """Return this seat's own sums for many texts, int64 (drafts,), as things stand in public.

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    o, mine, s = observation, dealt(observation), observation.scenario
    row, at = consensus.model(s).numbers[o.seat, mine.variant], s.seats.index(o.seat)
    own = consensus.own_sums(s, drafts, o.record.stock)[:, row]
    added = consensus.dealings(s, o.record, drafts)[:, at] + consensus.shared(s, o.record)[at]
    return np.asarray(own + added + mine.margin, dtype=np.int64)


def true_phrase(observation: Observation, draft: Draft) -> Phrase:
    """Return the phrase that is true of this seat's sum for a text."""
    return opinion.phrase_for(brief(observation), points_for(observation, draft))


def true_ballot(observation: Observation, draft: Draft, heard: Record | None = None) -> Ballot:
    """Return the ballot that follows from this seat's sum for a text, with what bears on it."""
    o, points = observation, points_for(observation, draft, heard)
    record = o.record if heard is None else heard
    return consensus.ballot_for(o.scenario, record, o.seat, points)


def levels(observation: Observation) -> Ints:
    """Return the text this seat knows, or the regime before, as levels, int64 (measures,)."""
    s, draft = observation.scenario, observation.draft
    return consensus.levels_of(regime(s) if draft is None else consensus.row(s, draft))


@lru_cache(maxsize=16)
def regime(scenario: Scenario) -> Ints:
    """Return the levels of the regime before, int64 (measures,)."""
    return np.array([scenario.base(m.id) for m in scenario.measures], dtype=np.int64)


def progress(observation: Observation) -> int:
    """Return how far the consultations are, per cent of their rounds, or of those before a date."""
    return 100 * observation.round // observation.last_round
