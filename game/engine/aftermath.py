"""What a vote leaves behind: why it failed, a year at the border, voices, the trade, scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from attrs import evolve

from game.engine import consensus, course, followup, opinion, pressure, text
from game.engine.abroad import Regime
from game.engine.events import CableSettled, Missed, NobodyWon, Sprung, TradeNamed, VoiceHeard
from game.engine.opinion import in_force
from game.engine.past import Left
from game.engine.record import Draft
from game.engine.scenario import Aim, Scenario, Trade, Voice
from game.engine.state import State, tell
from game.engine.terms import Ballot, Seat

VOICES = ("for", "against", "aid", "town")


def minds_of(state: State) -> Mapping[Seat, tuple[str, int]]:
    """Return the variant and margin dealt to each seat."""
    return {s: (d.variant, d.margin) for s, d in state.dealt.items()}


def missed(state: State) -> Missed:
    """Say who lacked how much for a failed draft, and the cheapest change that would have carried.

    The change is looked for among all single changes, then among all pairs of them, and is the
    one that costs the pen least. A text that carried by instructions needed none: then it is said
    who voted otherwise.
    """
    s, draft = state.scenario, state.version(state.blue).clauses
    start = consensus.row(s, draft)
    sums = _seat_sums(state, start[None, :])[0]
    short = {}
    for i, seat in enumerate(s.seats):
        brief, ballot = s.briefs[seat], state.ballots[seat]
        if ballot is not Ballot.YES:
            short[seat] = max(0, brief.yes_at - int(sums[i]))
    if carries(state, start[None, :])[0]:
        return Missed(short, {}, _otherwise(state, sums))
    near = consensus.neighbours(s, start)
    found = _cheapest(state, near)
    if found is None:
        hopeful = near[np.argsort(-_weakest(state, near), kind="stable")[:24]]
        pairs = np.concatenate([consensus.neighbours(s, other) for other in hopeful])
        found = _cheapest(state, pairs)
    if found is None:
        return Missed(short, {})
    levels = consensus.draft_of(s, found)
    changes = {
        m.id: opinion.level_of(s, levels, m.id)
        for m in s.measures
        if opinion.level_of(s, levels, m.id) != opinion.level_of(s, draft, m.id)
    }
    return Missed(short, changes)


def _otherwise(state: State, sums: consensus.Ints) -> Mapping[Seat, Ballot]:
    """Return who voted otherwise than its instructions came to, and stood in the way by it.

    Args:
        sums: of each seat, int64 (seats,).
    """
    s, out = state.scenario, {}
    for seat, points in zip(s.seats, sums.tolist(), strict=True):
        due, cast = consensus.ballot_for(s, state.record, seat, points), state.ballots[seat]
        vetoed = seat in s.permanent and cast is Ballot.NO
        if due is not cast and (vetoed or due is Ballot.YES):
            out[seat] = due
    return out


def _seat_sums(state: State, drafts: consensus.Ints) -> consensus.Ints:
    s, t = state.scenario, consensus.model(state.scenario)
    rows = [t.minds.index((seat, state.dealt[seat].variant)) for seat in s.seats]
    margins = np.array([state.dealt[seat].margin for seat in s.seats], dtype=np.int64)
    sums = consensus.own_sums(s, drafts, state.record.stock)[:, rows] + margins
    extra = consensus.shared(s, state.record) + consensus.dealings(s, state.record, drafts)
    return np.asarray(sums + extra, dtype=np.int64)


def carries(state: State, drafts: consensus.Ints) -> consensus.Ints:
    """Tell which texts would have the votes today by the briefs that were dealt, bool (drafts,).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    s, t = state.scenario, consensus.model(state.scenario)
    sums = _seat_sums(state, drafts)
    below = consensus.refusals(s, state.record)
    enough = (sums >= t.yes_at).sum(axis=1) >= s.majority
    blocked = ((sums < below) & (sums < t.yes_at))[:, t.permanent].any(axis=1)
    return np.asarray(enough & ~blocked, dtype=np.int64)


def _weakest(state: State, drafts: consensus.Ints) -> consensus.Ints:
    t = consensus.model(state.scenario)
    lacks = np.minimum(0, _seat_sums(state, drafts) - t.yes_at)
    return np.asarray(lacks.sum(axis=1), dtype=np.int64)


def _cheapest(state: State, drafts: consensus.Ints) -> consensus.Ints | None:
    s, t = state.scenario, consensus.model(state.scenario)
    good = drafts[consensus.allowed(s, drafts) & carries(state, drafts).astype(bool)]
    if not len(good):
        return None
    pen = t.minds.index((s.penholder, state.dealt[s.penholder].variant))
    own = consensus.own_sums(s, good, state.record.stock)[:, pen]
    return np.asarray(good[int(own.argmax())], dtype=np.int64)


def final_draft(state: State) -> Draft:
    """Return the adopted text; without one, the regime before."""
    if state.tally and state.tally.adopted:
        return state.version(state.blue).clauses
    return pressure.NO_TEXT


def regime_in_force(state: State) -> Regime:
    """Return what the text that was adopted, or the regime before, closes at the border."""
    return pressure.regime(
        state.scenario,
        final_draft(state),
        left_before(state),
        panel=state.record.followup.panel,
        sprung=course.sprung(state.scenario, state.record),
    )


def spring(state: State) -> State:
    """Tell what the text in force had kept for the first large step of the target after it."""
    s = state.scenario
    if course.sprung(s, state.record):
        return state
    for clause in pressure.kept_for_a_step(s, final_draft(state)):
        state = tell(state, Sprung(clause.measure, clause.level))
    return state


def left_before(state: State) -> Left | None:
    """Return what the last sitting of a campaign left; nothing before the first."""
    return state.past[-1] if state.past else None


def pushes(state: State) -> Mapping[str, int]:
    """Return what vote, promises and the season add to the will of each enforcer, per mille."""
    s = state.scenario
    adopted = state.tally is not None and state.tally.adopted
    ballots = state.tally.ballots if state.tally and adopted else {}
    explained = state.explained if adopted else {}
    voted = pressure.pushes(s, ballots, explained, left_before(state))
    added = followup.will_added(s, state.record.followup)
    broad = pressure.breadth(state.record.sponsors) if adopted else 0
    return {
        e.id: voted[e.id] + added[e.id] + broad + _pledged_will(state, e.seat) for e in s.enforcers
    }


PLEDGED_WILL = 60
"""Readiness, per mille, that a promise to enforce adds where it is kept. Tuned: as a yes."""


def _pledged_will(state: State, seat: Seat) -> int:
    kept = any(
        p.by == seat and p.kind == "enforce" and p.status == "kept" for p in state.record.pledges
    )
    return PLEDGED_WILL if kept else 0


def conclude(state: State) -> State:
    """Let four voices speak, and name the trade that was made; at the last rung, the loss."""
    s = state.scenario
    if loss := course.shared_loss(s, state.record):
        state = tell(state, NobodyWon(loss, tuple(id for _, id in state.record.followup.acts)))
    adopted = bool(state.tally and state.tally.adopted)
    for who in VOICES:
        line = next(_lines(state, who, adopted), None)
        if line is not None:
            state = tell(state, VoiceHeard(who, line))
    tried = state.version(state.blue).clauses if state.blue else {}
    paper = pressure.paper_of(s, tried, left_before(state))
    yes = state.tally.count(Ballot.YES) if state.tally else 0
    for line, trade in enumerate(s.trades):
        if trade.adopted == adopted and _fits(trade, paper, yes) and _stands(s, trade, tried):
            return tell(state, TradeNamed(line, paper, yes))
    return state


def _fits(trade: Trade, paper: int, yes: int) -> bool:
    (low, high), (few, many) = trade.paper, trade.unity
    return low <= paper // 10 <= high and few <= yes <= many


def _stands(scenario: Scenario, said: Trade | Voice, draft: Draft) -> bool:
    """Tell whether a text says what a title or a line speaks of."""
    if not said.measure:
        return True
    return said.at_least <= opinion.level_of(scenario, draft, said.measure) <= said.at_most


def _lines(state: State, who: str, adopted: bool) -> Iterator[int]:
    s = state.scenario
    draft = (
        final_draft(state) if adopted else (state.versions[-1].clauses if state.versions else {})
    )
    for line, voice in enumerate(s.voices):
        if voice.who != who or voice.adopted != adopted:
            continue
        if voice.came and not course.brought(voice.came, state):
            continue
        if _stands(s, voice, draft):
            yield line


def met(state: State, seat: Seat, aim: Aim) -> bool:
    """Tell whether an aim of a seat is met by how the sitting ended."""
    return course.reached(state, seat, aim, final_draft(state))


INSTRUCTION_PRICE = 20
"""Credit at home that an instruction costs which was not carried out, of 100; half of it if the
delegation explains why. Tuned."""


def report_home(state: State) -> State:
    """Tell each delegation what its capital makes of how it carried out its cables."""
    for seat, dealt in state.dealt.items():
        for cable in in_force(state.scenario, dealt):
            done = met(state, seat, cable.aim)
            state = tell(state, CableSettled(seat, cable.id, done))
            if not done:
                now = state.dealt[seat]
                price = INSTRUCTION_PRICE // (2 if cable.id in dealt.told else 1)
                left = evolve(now, credit=max(0, now.credit - price))
                state = evolve(state, dealt={**state.dealt, seat: left})
    return state


def score(state: State) -> Mapping[Seat, int]:
    """Return the share of its brief's weighted aims that each seat met, less 25 a red line.

    The pen loses standing besides if its text came to nothing, who cast a veto what that costs,
    and who broke silence goodwill. At the last rung of the ladder everybody loses.
    """
    s, draft = state.scenario, final_draft(state)
    everybody = course.shared_loss(s, state.record)
    out = {}
    for seat in s.seats:
        aims = tuple(it.aim for it in opinion.wanted_by(s, seat, state.dealt[seat]))
        whole = sum(a.weight for a in aims) or 1
        got = 100 * sum(a.weight for a in aims if met(state, seat, a)) // whole
        reasons = opinion.own_reasons(s, seat, state.dealt[seat].variant, draft, state.record.stock)
        crossed = sum(r.key == "red_line" for r in reasons) if draft else 0
        out[seat] = got - 25 * crossed - everybody
        out[seat] -= sum(text.standing_lost(s, state.record, seat, defeated=_defeated(state)))
    return out


def _defeated(state: State) -> bool:
    return state.tally is not None and not state.tally.adopted
