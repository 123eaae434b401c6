"""Sums of many texts at once: the vectorised twin of `opinion`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from game.engine import opinion, text
from game.engine.consensus.options import WIDE, other_words
from game.engine.consensus.promises import dealings, dealings_of
from game.engine.consensus.slate import SLATE
from game.engine.consensus.tables import (
    Ints,
    model,
    reworded,
    row,
    tolerances,
)
from game.engine.lately import Lately
from game.engine.record import Draft, Record
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Seat

BATCH = 4096
"""Texts that are added up together: few enough for fast memory. Tuned: measured."""


def own_sums(scenario: Scenario, drafts: Ints, stock: int) -> Ints:
    """Add up what texts and the act mean to each mind: all that depends on a brief.

    Args:
        drafts: option numbers, int64 (drafts, measures).
        stock: provocation stock, points.

    Returns:
        int64 (drafts, minds), points; the twin of `opinion.own_reasons`.
    """
    out = np.empty((len(drafts), len(model(scenario).minds)), dtype=np.int64)
    for start in range(0, len(drafts), BATCH):
        part = slice(start, start + BATCH)
        some = drafts if len(drafts) <= BATCH else drafts[part]
        out[part] = sums_of(scenario, some, stock).T
    return out


def sums_of(scenario: Scenario, drafts: Ints, stock: int) -> NDArray[np.int32]:
    """Add up one batch of texts, int32 (minds, drafts), on the slate."""
    t = model(scenario)
    levels = SLATE.array("levels", drafts.T.shape, np.int64)
    np.bitwise_and(drafts.T, WIDE - 1, out=levels)
    found = t.sums.add_up(levels)
    whole = SLATE.array("whole", found.T.shape, np.int32)
    np.copyto(whole, found.T)
    if (words := other_words(drafts)) is not None:
        words.correct(whole.T, partial(reworded, scenario))
    sums, pressure = whole[:-1], np.maximum(0, whole[-1]) // opinion.PRESSURE_UNIT
    over = SLATE.array("over", sums.shape, np.int32)
    np.subtract(pressure, tolerances(scenario, stock), out=over)
    np.maximum(0, over, out=over)
    over *= opinion.PRESSURE_COST
    sums -= over
    sums += t.answer[:, None]
    for line in t.joint:
        hit = np.zeros(len(drafts), dtype=bool)
        for column, least in line.binds:
            hit |= levels[column] >= least
        hit &= levels[line.column] < line.below
        if np.count_nonzero(hit):
            lost = np.int32(opinion.RED_LINE) * hit
            for mind in line.minds:
                sums[mind] += lost
    return sums


_rows = Lately[Ints](1024)


def own_row(scenario: Scenario, text: Ints, stock: int) -> Ints:
    """Add up what one text means to each mind, int64 (minds,); kept while it is in use.

    Args:
        text: option numbers, int64 (measures,).
    """
    return _rows.get(
        lambda: own_sums(scenario, text[None, :], stock)[0], scenario, also=(stock, text.tobytes())
    )


def own_of(scenario: Scenario, draft: Draft, stock: int) -> Ints:
    """Add up what one text and the act mean to each mind, int64 (minds,); kept while in use."""
    return own_row(scenario, row(scenario, draft), stock)


def sum_of(scenario: Scenario, record: Record, seat: Seat, variant: str, draft: Draft) -> int:
    """Add up all reasons of a seat for a text but its margin: the twin of `opinion.reasons`."""
    text, at = row(scenario, draft), scenario.seats.index(seat)
    own = own_row(scenario, text, record.stock)[model(scenario).numbers[seat, variant]]
    dealt = dealings_of(scenario, record, text)[at]
    return int(own + shared(scenario, record)[at] + dealt)


_shared, _below, _ignored = Lately[Ints](), Lately[Ints](), Lately[tuple[Seat, ...]]()
_sights = Lately[Ints]()


def shared(scenario: Scenario, record: Record) -> Ints:
    """Return what procedure and the others add to each seat's sum, int64 (seats,)."""
    r = record
    ignored = _ignored.get(lambda: tuple(a.seat for a in r.asks if a.status == "ignored"), r.asks)
    return _shared.get(
        lambda: _add_shared(scenario, record, ignored),
        *(scenario, r.phrases, r.showings, r.demanded, r.faces),
        also=(r.day, r.settling.kept, ignored, r.grievances),
    )


def refusals(scenario: Scenario, record: Record) -> Ints:
    """Return the sum under which each seat votes no, int64 (seats,)."""
    return _below.get(
        lambda: np.array(
            [opinion.refuses_below(scenario, record, s) for s in scenario.seats], dtype=np.int64
        ),
        *(scenario, record.phrases),
        also=opinion.not_against(record),
    )


def _add_shared(scenario: Scenario, record: Record, ignored: Sequence[Seat]) -> Ints:
    seats, t = scenario.seats, model(scenario)
    said = np.array([record.phrase_points(s) for s in seats], dtype=np.int64)
    favour = said >= 1
    out = t.unity * (np.count_nonzero(favour) - favour) // opinion.UNITY_DIVISOR + t.pulls @ said
    out += scenario.promised
    out += _sights.get(
        lambda: np.array([opinion.sight_points(scenario, record, seat) for seat in seats]),
        *(scenario, record.showings, record.demanded),
        also=record.day,
    )
    for seat in (s for s in record.faces if s in seats):
        out[seats.index(seat)] += opinion.face_points(record, seat)
    for seat in dict.fromkeys(g.seat for g in record.grievances if g.seat in seats):
        out[seats.index(seat)] += opinion.grievance_points(scenario, record, seat)
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
