"""Whether words are kept: promises settled, warnings and phrases unmasked, credibility lost."""

from __future__ import annotations

from attrs import evolve

from game.engine import consensus
from game.engine.events import (
    AskLifted,
    Bluffed,
    DateMissed,
    PledgeSettled,
    ReadingBroken,
    Unmasked,
)
from game.engine.opinion import (
    FALLS,
    alone,
    keeps,
    level_of,
    phrase_for,
    public_sum,
)
from game.engine.record import Draft, Heard, Pledge, Warned
from game.engine.state import State, note, tell
from game.engine.terms import Phrase, Seat


def discredited(state: State, seat: Seat, why: str) -> State:
    """Take credibility from a seat; without that part of practice it keeps it all."""
    if not state.scenario.plays("credibility"):
        return state
    left = max(0, state.record.trust(seat) - FALLS[why])
    return note(state, credibility={**state.record.credibility, seat: left})


def miss_date(state: State) -> State:
    """Let a pen that holds no vote by the date it set lose credibility; without one, nothing."""
    if not state.record.settling.date:
        return state
    pen = state.scenario.penholder
    return tell(discredited(state, pen, "date"), DateMissed(pen))


# -- promises


def settle(state: State, due: str) -> State:
    """Settle the promises that are due: at blue, after the vote, in the echo, in the months."""
    for number, pledge in enumerate(state.record.pledges):
        if state.record.pledges[number].status == "open" and pledge.due == due:
            state = _settled(state, number, kept=is_kept(state, pledge))
    return state


def release(state: State, due: str) -> State:
    """Let go the promises that are due and were not kept: what they were about was overtaken."""
    for number, pledge in enumerate(state.record.pledges):
        if (pledge.status, pledge.due) == ("open", due) and is_kept(state, pledge):
            state = _settled(state, number, kept=True)
    return _void(state, due)


def is_kept(state: State, pledge: Pledge) -> bool:
    """Tell whether a promise that is due was kept; what nobody broke before, was."""
    ballot = state.tally.ballots.get(pledge.by) if state.tally else None
    match pledge.kind:
        case "clause":
            return keeps(state.scenario, state.working, pledge)
        case "sponsor" if pledge.by not in state.record.sponsors:
            return False
        case "favour" if pledge.due == "season":
            return not state.record.followup.half  # Nobody had a turn in which to do it.
    if pledge.reading and state.explained.get(pledge.by) != pledge.reading:
        return False
    report = state.record.followup.reports.get(pledge.by, "full")
    if pledge.kind == "enforce" and report != "full":
        return False
    return pledge.allows(ballot)


def after_the_vote(state: State) -> State:
    """Settle what the vote and its explanations decided; what is about the months stays open.

    Of a text that failed there is nothing to read or to carry out: such promises are let go,
    unless the vote itself has broken them.
    """
    tally = state.tally
    if tally is None:
        return _void(state, "months")
    for number, pledge in enumerate(state.record.pledges):
        if pledge.status != "open" or not pledge.reading or is_kept(state, pledge):
            continue
        if pledge.allows(tally.ballots.get(pledge.by)) and not tally.adopted:
            state = _marked(state, number, "void")
        else:
            state = _settled(state, number, kept=False)
    state = settle(state, "echo")
    return state if tally.adopted else _void(state, "months")


def deliver(state: State, seat: Seat, to: Seat, item: str) -> State:
    """Settle a favour that was promised as kept: it was done."""
    for number, p in enumerate(state.record.pledges):
        if (p.by, p.to, p.kind, p.item, p.status) == (seat, to, "favour", item, "open"):
            return _settled(state, number, kept=True)
    return state


def hold_to_readings(state: State) -> State:
    """Hold members to what they said of the text, now that their reports are in.

    Who called it a duty to be carried out in full and does not report so has broken its word; who
    promised as much to somebody has broken that promise, and once is enough.
    """
    promised = {p.by for p in state.record.pledges if (p.kind, p.status) == ("enforce", "open")}
    if not state.record.followup.reports:
        return state
    state = settle(state, "months")
    for seat, kind in state.record.followup.reports.items():
        if state.explained.get(seat) == "wide" and kind != "full" and seat not in promised:
            state = discredited(tell(state, ReadingBroken(seat)), seat, "promise")
    return state


def _void(state: State, due: str) -> State:
    for number, pledge in enumerate(state.record.pledges):
        if (pledge.status, pledge.due) == ("open", due):
            state = _marked(state, number, "void")
    return state


def _settled(state: State, number: int, *, kept: bool, again: bool = False) -> State:
    pledge = state.record.pledges[number]
    state = _marked(state, number, "kept" if kept else "broken")
    if not kept:
        state = _let_off(state, pledge)
        state = discredited(state, pledge.by, "promise")
    p = pledge
    return tell(state, PledgeSettled(p.to, p.measure, kept, p.by, p.kind, p.item, p.secret, again))


def resettle(state: State) -> State:
    """Look again at promises of clauses that were settled, because the text was revised since."""
    for number, pledge in enumerate(state.record.pledges):
        kept = is_kept(state, pledge)
        if pledge.kind == "clause" and pledge.status == ("broken" if kept else "kept"):
            state = _settled(state, number, kept=kept, again=True)
    return state


def _marked(state: State, number: int, status: str) -> State:
    pledges = state.record.pledges
    changed = evolve(pledges[number], status=status)
    return note(state, pledges=(*pledges[:number], changed, *pledges[number + 1 :]))


def _let_off(state: State, broken: Pledge) -> State:
    """Free the other side from what it promised for a promise that was broken."""
    if not broken.deal:
        return state
    back = (broken.deal, broken.to, broken.by)
    for number, pledge in enumerate(state.record.pledges):
        if pledge.status == "open" and (pledge.deal, pledge.by, pledge.to) == back:
            state = _marked(state, number, "void")
    return state


def void_open(state: State) -> State:
    """Let go what no vote can settle any more: there was none on the text it was about."""
    later = ("next", "months", "season") if state.tally else ("next", "months")
    for number, pledge in enumerate(state.record.pledges):
        if pledge.status == "open" and pledge.due not in later:
            state = _marked(state, number, "void")
    return state


def break_word(
    state: State, seat: Seat, kind: str, measure: str = "", *, upward: bool = False
) -> State:
    """Settle as broken what an act of a seat has just broken: its silence, or a lifted point."""
    what = (seat, kind, measure, upward)
    for number, pledge in enumerate(state.record.pledges):
        mine = (pledge.by, pledge.kind, pledge.measure, pledge.upward) == what
        if mine and state.record.pledges[number].status == "open":
            state = _settled(state, number, kept=False)
    return state


def goes_back(state: State, seat: Seat, measure: str, *, upward: bool) -> State:
    """Settle a lifted reservation as broken if a seat raises it again."""
    return break_word(state, seat, "lift", measure, upward=upward)


def lift(state: State, pledge: Pledge) -> State:
    """Drop the open asks that a lifted reservation is about; everybody sees that they are gone."""
    asks = list(state.record.asks)
    dropped = False
    for at, ask in enumerate(asks):
        same = (ask.seat, ask.measure, ask.upward) == (pledge.by, pledge.measure, pledge.upward)
        if same and ask.status == "open":
            asks[at] = evolve(ask, status="lifted")
            dropped = True
    if not dropped:
        return state
    return tell(note(state, asks=tuple(asks)), AskLifted(pledge.by, pledge.measure))


# -- bluffs


def mark_phrase(state: State, seat: Seat, said: Phrase, draft: Draft) -> State:
    """Mark a phrase that is not what its seat's sum comes to."""
    brief = state.scenario.briefs[seat]
    meant = phrase_for(brief, _own_sum(state, seat, draft)) is said
    return state if meant else tell(state, Bluffed(seat, "phrase"))


def mark_warning(state: State, warned: Warned) -> State:
    """Mark a warning of a clause that alone its seat could bear."""
    s, seat = state.scenario, warned.seat
    points = _own_sum(state, seat, alone(s, warned.measure, warned.level))
    phrase = phrase_for(s.briefs[seat], points)
    meant = phrase.points <= warned.phrase.points
    if warned.phrase is Phrase.SUPPORTS:
        meant = phrase is Phrase.SUPPORTS
    return state if meant else tell(state, Bluffed(seat, "warning", warned.measure))


def _own_sum(state: State, seat: Seat, draft: Draft) -> int:
    dealt = state.dealt[seat]
    own = consensus.sum_of(state.scenario, state.record, seat, dealt.variant, draft)
    return own + dealt.margin


def compare(state: State, heard: Heard) -> State:
    """Unmask the last phrase of a seat if its new one is better without a visible cause."""
    said = list(state.record.said)
    before = next((n for n in reversed(range(len(said))) if said[n].seat == heard.seat), None)
    if before is None or not state.scenario.plays("credibility"):
        return state
    if not _without_cause(said[before], heard) or _was_moved(state, heard.seat, before + 1):
        return state
    said[before] = evolve(said[before], unmasked=True)
    state = discredited(note(state, said=tuple(said)), heard.seat, "phrase")
    return tell(state, Unmasked(heard.seat, "phrase"))


def _without_cause(was: Heard, now: Heard) -> bool:
    same = (was.version, was.stock) == (now.version, now.stock)
    return same and now.phrase.points > was.phrase.points and now.shared <= was.shared


def _was_moved(state: State, seat: Seat, number: int) -> bool:
    """Tell whether a deal or its capital moved a seat since this many phrases were on record."""
    given = any(p.deal and p.to == seat and p.since >= number for p in state.record.pledges)
    return given or state.dealt[seat].since >= number


def accepts(state: State, seat: Seat, draft: Draft, phrase: Phrase) -> State:
    """Unmask the warnings of a seat that a text goes against, now that it says better of it."""
    if not state.scenario.plays("credibility"):
        return state
    for number, warned in enumerate(state.record.warnings):
        if warned.seat != seat or not warned.stands or warned.phrase.points >= phrase.points:
            continue
        if level_of(state.scenario, draft, warned.measure) >= warned.level:
            if not _has_cause(state, warned, better=True):
                state = _not_meant(state, number, "warning")
    return state


def moves(state: State, now: Warned) -> State:
    """Let a new word on a clause take the place of those of the same seat that it contradicts.

    Without a visible cause for that, what it takes back was not meant.
    """
    for number, before in enumerate(state.record.warnings):
        if (before.seat, before.measure) != (now.seat, now.measure) or not before.stands:
            continue
        if not now.contradicts(before):
            continue
        state = _with_warning(state, number, evolve(before, moved=True))
        better = (now.phrase.points, now.level) > (before.phrase.points, before.level)
        if state.scenario.plays("credibility") and not _has_cause(state, before, better=better):
            state = _not_meant(state, number, "moved")
    return state


def _has_cause(state: State, warned: Warned, *, better: bool) -> bool:
    """Tell whether something has happened since that lets a seat say better, or worse."""
    s, record = state.scenario, state.record
    now = public_sum(s, record, warned.seat, alone(s, warned.measure, warned.level))
    if better:
        seen = record.stock > warned.stock or now > warned.shared
    else:
        seen = record.stock < warned.stock or now < warned.shared
    return seen or _was_moved(state, warned.seat, warned.since)


def _not_meant(state: State, number: int, about: str) -> State:
    warned = state.record.warnings[number]
    state = _with_warning(state, number, evolve(warned, unmasked=True))
    state = discredited(state, warned.seat, "warning")
    return tell(state, Unmasked(warned.seat, about, warned.measure))


def _with_warning(state: State, number: int, warned: Warned) -> State:
    warnings = state.record.warnings
    return note(state, warnings=(*warnings[:number], warned, *warnings[number + 1 :]))


def favourable(phrase: Phrase) -> bool:
    """Tell whether a phrase is one of those that announce a yes."""
    return phrase in (Phrase.SUPPORTS, Phrase.GOES_ALONG)
