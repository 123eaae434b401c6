"""Sums of many texts at once: the vectorised twin of `opinion`."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine import opinion, text
from game.engine.consensus.tables import Ints, Lately, model, row, tolerances
from game.engine.record import Draft, Record
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Seat


def own_sums(scenario: Scenario, drafts: Ints, stock: int) -> Ints:
    """Add up what texts and the act mean to each mind: all that depends on a brief.

    Args:
        drafts: option numbers, int64 (drafts, measures).
        stock: provocation stock, points.

    Returns:
        int64 (drafts, minds), points; the twin of `opinion.own_reasons`.
    """
    t = model(scenario)
    columns = np.arange(t.columns)
    rows = np.take(t.rows, columns * t.points.shape[2] + drafts, axis=0)
    sums = rows.sum(axis=1, dtype=np.int64) + t.answer
    pressure = np.maximum(0, t.pressure[columns, drafts].sum(axis=1)) // opinion.PRESSURE_UNIT
    over = np.maximum(0, pressure[:, None] - tolerances(scenario, stock))
    sums -= opinion.PRESSURE_COST * over
    if t.joint:
        levels = t.level[columns, drafts]
        for mind, column, below, binds in t.joint:
            hit = np.zeros(len(drafts), dtype=bool)
            for other, least in binds:
                hit |= levels[:, other] >= least
            sums[hit & (levels[:, column] < below), mind] += opinion.RED_LINE
    return np.asarray(sums, dtype=np.int64)


_own = Lately()


def own_of(scenario: Scenario, draft: Draft, stock: int) -> Ints:
    """Add up what one text and the act mean to each mind, int64 (minds,); kept while in use."""
    return _own.get(
        lambda: own_sums(scenario, row(scenario, draft)[None, :], stock)[0],
        scenario,
        draft,
        stock,
    )


def dealings(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Add up what promises and marks add for each seat, int64 (drafts, seats)."""
    t = model(scenario)
    out = np.zeros((len(drafts), len(scenario.seats)), dtype=np.int64)
    if not (record.pledges or record.marks or record.settling.closings or record.settling.breaches):
        return out
    levels = t.level[np.arange(t.columns), drafts]
    stood, broken = np.zeros_like(out), np.zeros_like(out)
    for pledge in record.pledges:
        s, m = scenario.seats.index(pledge.to), t.measures.index(pledge.measure)
        at = levels[:, m]
        held = at >= pledge.level if pledge.upward else at <= pledge.level
        stood[:, s] += held
        broken[:, s] += ~held
    out += opinion.ASK_STANDS * np.minimum(2, stood) + opinion.PLEDGE_BROKEN * broken
    others = broken.sum(axis=1, keepdims=True) - broken
    others[:, scenario.seats.index(scenario.penholder)] = 0
    out += opinion.WORD_DOUBTED * np.minimum(opinion.MOST_DOUBTS, others)
    for mark in record.marks:
        s, m = scenario.seats.index(mark.seat), t.measures.index(mark.measure)
        at = levels[:, m]
        went = at >= mark.level if mark.backed else at < mark.level
        out[:, s] += np.where(went, opinion.MARK_STANDS, -opinion.MARK_STANDS)
    return out + _settling(scenario, record, levels)


def _settling(scenario: Scenario, record: Record, levels: Ints) -> Ints:
    """Add up what closed clauses reopened and silences unheard cost, int64 (drafts, seats)."""
    t, seats = model(scenario), scenario.seats
    changed = np.zeros((len(levels), len(seats)), dtype=np.int64)
    unheard = np.zeros_like(changed)
    for closing in record.settling.closings:
        if not closing.reopened:
            other = levels[:, t.measures.index(closing.measure)] != closing.level
            changed[:, [seats.index(s) for s in closing.agreed]] += other[:, None]
    for breach in record.settling.breaches:
        if breach.measure:
            at = levels[:, t.measures.index(breach.measure)]
            held = at >= breach.level if breach.upward else at <= breach.level
            unheard[:, seats.index(breach.seat)] += ~held
    out = text.REOPENED * np.minimum(text.MOST_REOPENED, changed) + text.SILENCE_IGNORED * unheard
    return np.asarray(out, dtype=np.int64)


_shared, _below = Lately(), Lately()


def shared(scenario: Scenario, record: Record) -> Ints:
    """Return what procedure and the others add to each seat's sum, int64 (seats,)."""
    return _shared.get(lambda: _add_shared(scenario, record), scenario, record)


def refusals(scenario: Scenario, record: Record) -> Ints:
    """Return the sum under which each seat votes no, int64 (seats,)."""
    return _below.get(
        lambda: np.array(
            [opinion.refuses_below(scenario, record, s) for s in scenario.seats], dtype=np.int64
        ),
        scenario,
        record,
    )


def _add_shared(scenario: Scenario, record: Record) -> Ints:
    seats, t = scenario.seats, model(scenario)
    said = np.array([record.phrase_points(s) for s in seats], dtype=np.int64)
    favour = said >= 1
    out = t.unity * (favour.sum() - favour) // opinion.UNITY_DIVISOR + t.pulls @ said
    for s, seat in enumerate(seats):
        out[s] += opinion.sight_points(scenario, record, seat)
    ignored = [a.seat for a in record.asks if a.status == "ignored"]
    for seat in dict.fromkeys(ignored):
        out[seats.index(seat)] += opinion.ASK_IGNORED * min(2, ignored.count(seat))
    out += text.SILENCE_KEPT * record.settling.kept
    return np.asarray(out, dtype=np.int64)


def ballots(
    scenario: Scenario, record: Record, minds: Mapping[Seat, tuple[str, int]], draft: Draft
) -> Mapping[Seat, Ballot]:
    """Return how every seat would vote by its sum, given each one's variant and margin."""
    t = model(scenario)
    drafts = row(scenario, draft)[None, :]
    sums = own_sums(scenario, drafts, record.stock)[0]
    extra = shared(scenario, record) + dealings(scenario, record, drafts)[0]
    out = {}
    for s, seat in enumerate(scenario.seats):
        variant, margin = minds[seat]
        points = int(sums[t.minds.index((seat, variant))] + extra[s]) + margin
        out[seat] = ballot_for(scenario, record, seat, points)
    return out


def ballot_for(scenario: Scenario, record: Record, seat: Seat, points: int) -> Ballot:
    """Return the ballot that follows from a sum."""
    if points >= scenario.briefs[seat].yes_at:
        return Ballot.YES
    if points < opinion.refuses_below(scenario, record, seat):
        return Ballot.NO
    return Ballot.ABSTAIN
