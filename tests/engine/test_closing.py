"""Clauses are opened, bracketed, agreed ad ref and closed, and a text can be withdrawn."""

import pytest
from attrs import evolve

from game import engine
from game.engine import opinion, text
from game.engine.actions import (
    Ask,
    Circulate,
    Close,
    EndRound,
    Propose,
    Refuse,
    SetClause,
    Withdraw,
)
from game.engine.record import Clause, Record, Showing
from game.engine.terms import Ballot, Circle, Phase
from game.engine.text import Standing
from tests.build import (
    council_of,
    idle,
    in_blue,
    in_consultations,
    in_round,
    play,
    scenario,
    turn_of,
    voted,
)

PEN, COAL, RIVER = "USA", "coal_iron_exports", "cargo_inspection"
FIVE = ("CHN", "FRA", "GBR", "RUS", "USA")


def asked(seat="CHN", level=0, measure=COAL, circle=Circle.P5):
    """Return the pen's turn of a round in which a seat asked for a change."""
    state = turn_of(in_consultations(scenario(), circle=circle), seat)
    return turn_of(play(state, Ask(seat, measure, level)), PEN)


def closed(measure=COAL, circle=Circle.P5, of=None):
    """Return the pen's turn after it closed a clause that nobody disputes."""
    state = turn_of(in_consultations(of or scenario(), circle=circle), PEN)
    return play(state, Close(PEN, measure))


def standing(state, measure=COAL):
    return text.standing(state.record, measure)


def refused(state, action):
    return engine.refusal(state, action).key


def test_a_clause_is_open_until_somebody_wants_it_otherwise():
    assert standing(in_consultations(scenario())) is Standing.OPEN
    assert standing(asked()) is Standing.BRACKETED


def test_brackets_name_who_wants_which_level_after_a_refusal_too():
    state = asked("CHN", 0)
    wanted = {COAL: (("CHN", Clause(COAL, 0)),)}

    assert text.brackets(state.record) == wanted
    assert text.brackets(play(state, Refuse(PEN, 1)).record) == wanted


def test_a_bracket_prints_only_where_the_text_does_not_satisfy_it():
    state = asked("CHN", 0)
    draft = state.versions[-1].clauses
    without = {id: clause for id, clause in draft.items() if id != COAL}

    assert text.open_brackets(scenario(), state.record, draft) == {
        COAL: (("CHN", Clause(COAL, 0)),)
    }
    assert text.open_brackets(scenario(), state.record, without) == {}


def test_a_clause_that_nobody_disputes_is_closed_with_all_who_saw_it():
    state = closed()

    assert standing(state) is Standing.CLOSED
    assert set(state.record.settling.closing(COAL).agreed) == {*FIVE} - {PEN}


def test_a_clause_is_agreed_ad_ref_while_a_seat_that_disputes_it_has_not_answered():
    state = play(asked("CHN"), Refuse(PEN, 1), Close(PEN, COAL), EndRound(PEN))
    later = turn_of(in_round(state, 2), "CHN")

    assert standing(state) is Standing.AD_REF
    assert standing(later) is Standing.AD_REF
    assert standing(play(later, EndRound("CHN"))) is Standing.CLOSED


def test_a_clause_stays_ad_ref_while_a_seat_waits_for_its_capital():
    state = play(asked("CHN"), Refuse(PEN, 1), Close(PEN, COAL), EndRound(PEN))
    later = turn_of(in_round(state, 2), "CHN")
    waiting = evolve(later.dealt["CHN"], asked=COAL)
    later = evolve(later, dealt={**later.dealt, "CHN": waiting})

    assert standing(play(later, EndRound("CHN"))) is Standing.AD_REF


def test_a_seat_that_asks_again_keeps_its_bracket_beside_what_the_others_agreed():
    state = play(asked("CHN"), Refuse(PEN, 1), Close(PEN, COAL), EndRound(PEN))
    again = play(turn_of(in_round(state, 2), "CHN"), Ask("CHN", COAL, 0))

    assert standing(again) is Standing.BRACKETED
    assert again.tokens["CHN"] == 1
    assert again.record.settling.closing(COAL).agreed == ("FRA", "RUS", "GBR")


def test_asking_about_a_clause_one_has_agreed_to_takes_two_tokens_and_is_marked():
    state = turn_of(in_round(play(closed(), EndRound(PEN)), 2), "CHN")
    after = play(state, Ask("CHN", COAL, 0))

    assert state.tokens["CHN"] - after.tokens["CHN"] == text.REOPENING_PRICE == 2
    assert [c.reopened for c in after.record.settling.closings] == ["CHN"]
    assert standing(after) is Standing.BRACKETED


def test_who_has_one_token_cannot_reopen_a_clause():
    state = turn_of(in_round(play(closed(circle=Circle.ALL), EndRound(PEN)), 2), "SEN")

    assert state.tokens["SEN"] == 1
    assert refused(state, Ask("SEN", COAL, 0)) == "closed_to_you"


def test_who_has_not_seen_the_clause_has_not_agreed_to_it():
    state = turn_of(in_round(play(closed(circle=Circle.P5), EndRound(PEN)), 2), "SEN")

    after = play(state, Ask("SEN", COAL, 1))
    assert after.tokens["SEN"] == 0
    assert standing(after) is Standing.BRACKETED


def reopened(state, seat, level):
    """Return what a text with the coal clause at a level costs a seat, as reopened."""
    s = state.scenario
    draft = {**state.versions[-1].clauses, **opinion.text_of({COAL: level})}
    reasons = opinion.dealing_reasons(s, state.record, seat, draft)
    return sum(r.points for r in reasons if r.key == "reopened")


def test_a_pen_that_changes_a_closed_clause_is_resented_by_those_who_agreed():
    state = closed(circle=Circle.P5)
    level = text.level_of(state.scenario, state.working, COAL)

    assert reopened(state, "FRA", level) == 0
    assert reopened(state, "FRA", level + 1) == text.REOPENED < 0
    assert reopened(state, "SEN", level + 1) == 0


def test_once_a_seat_has_reopened_a_clause_the_pen_may_change_it_freely():
    state = turn_of(in_round(play(closed(), EndRound(PEN)), 2), "CHN")
    after = play(state, Ask("CHN", COAL, 0))

    assert reopened(state, "FRA", 1) == text.REOPENED
    assert reopened(after, "FRA", 1) == 0


def test_only_what_was_shown_as_it_stands_can_be_closed_and_only_once():
    state = closed()
    level = text.level_of(state.scenario, state.working, RIVER)

    assert refused(state, Close(PEN, COAL)) == "closed_already"
    assert refused(state, Close(PEN, "unicorns")) == "unknown_measure"
    changed = play(state, SetClause(PEN, RIVER, level + 1))
    assert refused(changed, Close(PEN, RIVER)) == "shown_otherwise"


def test_a_wider_circle_can_be_asked_to_agree_as_well():
    state = play(closed(circle=Circle.P5), Circulate(PEN, Circle.ALL), Close(PEN, COAL))

    assert set(state.record.settling.closing(COAL).agreed) == {*scenario().seats} - {PEN}


def test_what_was_closed_in_a_text_is_known_to_those_who_saw_that_text():
    """Its parts are the same objects each time, so that what is worked out from them is kept."""
    state = closed(circle=Circle.P5)
    seen, again = (engine.observe(state, "SEN").record for _ in range(2))

    assert engine.observe(state, "RUS").record is state.record
    assert seen.settling.closings == ()
    assert seen == again
    assert seen.said is again.said
    assert seen.settling.closings is again.settling.closings


def test_nothing_is_closed_where_clauses_have_no_standing():
    short = evolve(scenario(), practice=())
    state = turn_of(in_consultations(short), PEN)

    assert refused(state, Close(PEN, COAL)) == "not_in_play"


# -- withdrawal


def test_a_text_that_is_withdrawn_is_not_put_to_the_vote():
    """Rule 35: a draft can be withdrawn as long as no vote has been taken on it."""
    state = in_blue(in_consultations(council_of("CHN", "FRA", "USA", majority=2)))
    state = play(turn_of(state, PEN), Withdraw(PEN))
    state = play(state, Propose(PEN, ""))  # Nor does the pen look for a lesser product.

    assert state.phase is Phase.ECHO
    assert state.tally is None
    assert state.record.settling.withdrawn == state.blue
    assert engine.score(idle(state, lambda now: now.phase is Phase.OVER))


def test_a_withdrawal_costs_the_pen_less_standing_than_a_defeat():
    """Others lose none; the months after differ, so scores as a whole are not compared."""
    of = council_of("CHN", "FRA", "USA", majority=2)
    state = turn_of(in_blue(in_consultations(of)), PEN)
    withdrawn = idle(play(state, Withdraw(PEN)), lambda now: now.phase is Phase.OVER)
    defeated = idle(voted(state, {"CHN": Ballot.NO}), lambda now: now.phase is Phase.OVER)
    lost = {
        seat: [
            sum(text.standing_lost(of, end.record, seat, defeated=end is defeated))
            for end in (withdrawn, defeated)
        ]
        for seat in (PEN, "FRA")
    }

    assert defeated.tally.adopted is False
    assert 0 < lost[PEN][0] < lost[PEN][1]
    assert lost["FRA"] == [0, 0]


def test_only_the_pen_withdraws_and_not_after_a_ballot_was_cast():
    state = in_blue(in_consultations(scenario()))
    first = next(s for s in state.queue if s != PEN)
    assert refused(turn_of(state, first), Withdraw(first)) == "no_draft"

    voting = idle(state, lambda now: len(now.ballots) == 1)
    assert refused(turn_of(voting, PEN), Withdraw(PEN)) == "vote_taken"


# -- agreed words, and who has seen what


def fates(levels):
    draft = opinion.text_of({**opinion.plain(scenario()), **levels})
    return {w.measure: w.fate for w in text.agreed_words(scenario(), draft)}


@pytest.mark.parametrize(
    ("level", "fate"), [(3, "kept"), (2, "changed"), (4, "changed"), (0, "lost")]
)
def test_a_text_keeps_changes_or_loses_words_that_were_agreed_before(level, fate):
    """The paragraph on the Six-Party Talks stood at level 3 in the text before."""
    assert scenario().base("six_party_talks") == 3
    assert fates({"six_party_talks": level})["six_party_talks"] == fate


def test_new_words_have_no_ancestor():
    assert scenario().base(COAL) == 0
    assert COAL not in fates({COAL: 2})


def test_the_ancestor_of_agreed_words_is_their_paragraph():
    words = {w.measure: w for w in text.agreed_words(scenario(), {})}

    six_party = scenario().measure("six_party_talks")
    assert words["six_party_talks"].ancestor == six_party.level(3).clause


def test_who_has_seen_which_version_and_when():
    record = Record(showings=(Showing(1, Circle.P2, 4), Showing(2, Circle.P5, 9)))
    seen = text.sight(scenario(), record)

    assert seen["CHN"] == {1: 4, 2: 9}
    assert seen["FRA"] == {2: 9}
    assert seen["SEN"] == {}
