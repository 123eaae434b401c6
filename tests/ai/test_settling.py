"""Computers close, keep and break silence, take time and edit for reasons that can be read off."""

from itertools import chain
from types import SimpleNamespace

import pytest
from attrs import evolve

from game import ai, engine
from game.ai import closing, deadline, doorstep, mind, search
from game.engine import consensus, opinion, text
from game.engine.actions import (
    Ask,
    AskDelay,
    AskExtension,
    BreakSilence,
    Close,
    Explain,
    Insist,
    KeepSilence,
    ProposeEdit,
    PutInBlue,
    SetDate,
    Silence,
    StandBy,
    TakeEdit,
    Withdraw,
)
from game.engine.aftermath import minds_of
from game.engine.observation import belief
from game.engine.standing import Edit
from game.engine.terms import Ballot, Phase
from game.engine.wording import clause_at, small_edits
from tests.build import in_consultations, play, played, scenario, turn_of

ID = "resolution_2270"
SEEDS = range(1, 25)
AT_THE_DOOR = "resolution_2321"
"""A sitting with more last edits: its pen has less room to give way before."""
TOO_MUCH = {"crude_oil": 6, "coal_iron_exports": 6, "overseas_workers": 6}


def moves(kind, seeds=SEEDS, id=ID):
    """Yield state, action and next state of every act of a kind in games of computers."""
    for seed in seeds:
        for before, action, after in played(id, seed).moves():
            if isinstance(action, kind):
                yield before, action, after


def temper(state, seat):
    dealt = state.dealt[seat].temper
    return next(t for t in state.scenario.tempers if t.id == dealt)


def sum_of(state, seat, draft):
    variant, margin = minds_of(state)[seat]
    return opinion.total(
        opinion.reasons(state.scenario, state.record, seat, variant, margin, draft)
    )


def short_of_yes(state, seat):
    """Return the points that a seat lacks of a yes for the last text."""
    points = sum_of(state, seat, state.versions[-1].clauses)
    return state.scenario.briefs[seat].yes_at - points


def test_a_pen_sets_a_date_in_haste_where_many_wait_and_its_text_will_carry_and_keeps_it():
    found = list(moves(SetDate))
    for state, act, after in found:
        own = temper(state, act.seat)
        waiting = [p for p in state.record.phrases.values() if p.points <= 0]
        assert own.patience < closing.PATIENT or own.risk >= closing.DARING
        assert len(waiting) >= deadline.WAIT
        seen = engine.observe(state, act.seat)
        assert ai.why(seen, act).key == "others_wait"
        assert mind.progress(seen) >= deadline.BLUE_AFTER
        assert after.last_round == act.round < after.scenario.rounds
    ends = [game.end for game in (played(ID, s) for s in SEEDS)]
    dated = [end for end in ends if any(isinstance(e, SetDate) for e in end.log)]
    assert 1 <= len(dated) == len(found) <= len(SEEDS) // 3
    assert all(end.blue and end.round == end.last_round for end in dated)


def test_members_count_towards_a_date_and_so_does_the_pen():
    state = turn_of(in_consultations(scenario()), "USA")
    sooner = play(state, SetDate("USA", 3))

    there, here = (mind.progress(engine.observe(s, "CHN")) for s in (sooner, state))
    assert (there, here) == (100 // 3, 100 // 6)


def test_a_pen_closes_new_words_that_it_means_to_keep_three_a_round_at_most():
    a_round = {}
    for state, act, after in moves(Close):
        s = state.scenario
        assert text.level_of(s, state.working, act.measure) > s.base(act.measure)
        assert not any(a.measure == act.measure and a.status == "open" for a in state.record.asks)
        day = [c for c in after.record.settling.closings if c.day == state.record.day]
        a_round[id(state.log[0]), state.round] = len(day)
    assert 0 < max(a_round.values()) <= closing.CLOSINGS


def test_only_a_firm_pen_closes_what_others_dispute():
    disputed = [
        state for state, _, after in moves(Close) if after.record.settling.closings[-1].waits
    ]

    assert disputed
    assert {temper(s, "USA").firmness >= closing.FIRM for s in disputed} == {True}


def test_a_seat_that_holds_out_asks_again_for_what_it_was_refused():
    again = 0
    for state, act, _ in moves(Ask):
        found = state.record.settling.closing(act.measure)
        if found is not None and act.seat in found.waits:
            again += 1
            stands = clause_at(state.scenario, state.seen(act.seat).clauses, act.measure)
            assert act.clause != stands
    assert again


def test_silence_is_broken_only_by_who_lacks_a_yes_and_for_what_would_help():
    broken = list(moves(BreakSilence))
    for state, act, _ in broken:
        assert short_of_yes(state, act.seat) > 0
        if act.measure:
            draft = {**state.versions[-1].clauses, **opinion.text_of({act.measure: act.level})}
            if not act.level:
                draft.pop(act.measure)
            gained = sum_of(state, act.seat, draft) + short_of_yes(state, act.seat)
            assert gained > state.scenario.briefs[act.seat].yes_at

    assert broken


def test_whoever_would_vote_yes_keeps_silence():
    kept = list(moves(KeepSilence, range(1, 9)))

    assert kept
    for state, act, _ in moves((BreakSilence, AskExtension)):
        waits = isinstance(act, AskExtension) and state.dealt[act.seat].asked
        assert waits or short_of_yes(state, act.seat) > 0


def test_silence_is_given_the_time_of_custom_by_a_patient_pen():
    for state, act, _ in moves(Silence):
        if temper(state, "USA").patience >= closing.PATIENT:
            assert act.hours >= text.customary_hours(state.scenario, state.record.day)


def test_a_vote_on_the_same_day_is_asked_for_only_when_it_is_sure_and_nobody_is_surprised():
    for state, act, _ in moves(PutInBlue):
        if act.soon:
            o = engine.observe(state, "USA", menu=False)
            row = consensus.row(scenario(), state.working)[None, :]
            found = consensus.forecast(scenario(), o.record, belief(o), row)
            assert found.adopted[0] > 0.99


def test_the_24_hours_are_insisted_on_by_patience_and_never_by_nationality():
    """The first in the queue to want the day has it; which seat that is was dealt."""
    insisted = list(moves(Insist, id=AT_THE_DOOR))

    assert all(temper(s, a.seat).patience >= closing.PATIENT for s, a, _ in insisted)
    assert insisted


def test_at_the_door_no_more_is_proposed_than_can_be_taken_and_each_edit_serves_its_seat():
    for state, act, _ in moves(ProposeEdit):
        before = state.version(state.blue).clauses
        after = {**before, act.measure: text.edited(before[act.measure], act.edit)}
        assert sum_of(state, act.seat, after) > sum_of(state, act.seat, before)
        assert len(state.record.settling.edits) < 2


def asked_at_the_door():
    """Yield what the pen sees wherever it has an edit to take."""
    found = (moves((StandBy, TakeEdit), id=id) for id in (AT_THE_DOOR, "hwasong_14"))
    for state, act, _ in chain.from_iterable(found):
        if act.seat == "USA" and any(not e.taken for e in state.record.settling.edits):
            yield engine.observe(state, "USA", menu=False)


def edited(o, edit):
    return {**o.draft, edit.measure: text.edited(o.draft[edit.measure], edit)}


def test_an_edit_is_taken_only_if_it_costs_the_pen_no_more_than_it_buys():
    """Votes, thanks, a border read as a duty."""
    taken = 0
    for o in asked_at_the_door():
        found = doorstep.take(o)
        taken += found is not None
        for edit in o.record.settling.edits if found else ():
            after = edited(o, edit)
            worth = doorstep._worth(doorstep._granted(o, edit, after), after)
            bought = 1000 * doorstep.reading(o.scenario, edit.seat)
            assert edit.seat != found.of or worth + bought >= doorstep._worth(o, o.draft)
    assert taken


def test_an_edit_that_costs_the_pen_most_is_not_taken_for_a_vote_it_has_anyway():
    """Of all the words there are, those it would like least, for a close friend."""
    refused = 0
    for o in asked_at_the_door():
        edits = [
            Edit("JPN", c.measure, c.softener, c.hardener, c.params)
            for clause in o.draft.values()
            for c in small_edits(o.scenario, clause)
        ]
        dearest = min(edits, key=lambda edit: doorstep._worth(o, edited(o, edit)))
        costs = doorstep._worth(o, o.draft) - doorstep._worth(o, edited(o, dearest))
        settling = evolve(o.record.settling, edits=(dearest,))
        if costs > 1000 * (search.GOODWILL_WORTH + doorstep.READING_WORTH):
            refused += 1
            assert doorstep.take(evolve(o, record=evolve(o.record, settling=settling))) is None
    assert refused


def test_who_had_its_edit_and_is_content_reads_the_text_as_a_duty():
    """The pen pays for that, so it has to come."""
    read = 0
    for state, act, _ in moves(Explain, id=AT_THE_DOOR):
        own = any(e.taken and e.seat == act.seat for e in state.record.settling.edits)
        own = own and doorstep.reading(state.scenario, act.seat) > 0
        content = state.tally and state.tally.ballots[act.seat] is Ballot.YES
        content = content and act.seat not in state.explained  # Who spoke before has said it.
        if own and content and short_of_yes(state, act.seat) <= -opinion.SUPPORT_FROM:
            assert act.reading == "wide"
            read += 1
    assert read


def test_an_hour_is_asked_for_by_who_could_be_moved_by_an_ally_still_to_speak():
    for state, act, _ in moves(AskDelay):
        waited = set(state.queue[1:]) & set(opinion.PULLS)
        assert waited
        assert short_of_yes(state, act.seat) > 0


@pytest.mark.parametrize("chance", [0.0, 0.02, 0.04, 1.0])
def test_a_doomed_text_is_withdrawn_rather_than_defeated(chance, monkeypatch):
    game = played(ID, 1)
    state = next(s for s in game.states if s.phase is Phase.BLUE and engine.actor(s) == "USA")
    o = engine.observe(state, "USA", menu=False)
    doomed = SimpleNamespace(adopted=[chance], vetoed=[0.0])
    monkeypatch.setattr(closing.bargain, "today", lambda *_: doomed)

    assert closing.withdraws(o) is (1000 * chance <= closing.HOPELESS)


@pytest.mark.parametrize(("below", "puts"), [(0, True), (1, False)])
def test_a_pen_brings_no_text_that_its_own_capital_does_not_bear(below, puts, monkeypatch):
    """It would abstain on its own draft: it is put in blue by nobody, or taken back."""
    state = next(s for s in played(ID, 1).states if s.phase is Phase.BLUE)
    state = turn_of(state, "USA")
    o = engine.observe(state, "USA", menu=False)
    monkeypatch.setattr(closing.mind, "points_for", lambda *_: mind.brief(o).yes_at - below)

    assert closing.is_ripe(o) is puts
    assert closing.withdraws(o) is not puts
    assert ai.why(o, Withdraw("USA")).key == ("doomed" if puts else "not_borne")


def under_silence(seat, asked):
    """Return what a seat short of a yes does under silence, with its capital asked or not."""
    state = in_consultations(scenario(), {**scenario().record, **TOO_MUCH})
    state = play(turn_of(state, "USA"), Silence("USA", 24))
    while (now := engine.actor(state)) != seat:
        state = play(state, KeepSilence(now))
    o = engine.observe(state, seat)
    o = evolve(o, dealt=evolve(o.dealt, asked=asked))
    return o, closing.under_silence(o, ())


def test_a_member_whose_capital_has_yet_to_answer_asks_for_a_day_more_of_silence():
    """Whoever it is, and whatever it thinks of the text; not where nothing is to be answered."""
    o, act = under_silence("EGY", "crude_oil")

    assert mind.points_for(o, o.draft) < mind.brief(o).yes_at
    assert act == AskExtension("EGY")
    assert ai.why(o, act).key == "home_to_answer"
    assert under_silence("EGY", "")[1] == KeepSilence("EGY")
    assert under_silence("CHN", "crude_oil")[1] == AskExtension("CHN")
