"""A silence procedure is kept, extended or broken, and covers the wording alone."""

import pytest
from attrs import evolve

from game import engine
from game.engine import opinion, text
from game.engine.actions import (
    Ask,
    AskExtension,
    BreakSilence,
    Close,
    EndRound,
    Grant,
    KeepSilence,
    PutInBlue,
    Say,
    SetClause,
    Silence,
)
from game.engine.events import SilenceKept, WordingReopened
from game.engine.record import Pledge
from game.engine.settlement import FALLS
from game.engine.standing import SILENCES, Breach
from game.engine.terms import Circle, Phase, Phrase
from tests.build import idle, in_consultations, in_round, play, scenario, turn_of

PEN, COAL = "USA", "coal_iron_exports"


def silenced(hours=24):
    """Return a text under silence, the first delegation about to speak or not."""
    return play(turn_of(in_consultations(scenario()), PEN), Silence(PEN, hours))


def keeping(state, until):
    """Have everybody keep silence until a seat is to act."""
    while (seat := engine.actor(state)) != until:
        state = play(state, KeepSilence(seat))
    return state


def broken(seat="FRA", measure=COAL, level=0):
    """Return the pen's turn after a seat broke silence."""
    return play(keeping(silenced(), seat), BreakSilence(seat, measure, level))


def refused(state, action):
    return engine.refusal(state, action).key


def points(state, seat, key, draft=None):
    s = state.scenario
    draft = state.versions[-1].clauses if draft is None else draft
    parts = (
        *opinion.dealing_reasons(s, state.record, seat, draft),
        *opinion.shared_reasons(s, state.record, seat),
    )
    return sum(r.points for r in parts if r.key == key)


def test_everybody_but_the_pen_is_asked_and_the_pen_learns_how_it_ended():
    state = silenced()

    assert sorted(state.queue[:-1]) == sorted({*scenario().seats} - {PEN})
    assert state.queue[-1] == PEN
    assert [e for e in keeping(state, PEN).log if isinstance(e, SilenceKept)]


def test_only_a_text_that_all_fifteen_have_goes_under_silence():
    five = turn_of(in_consultations(scenario(), circle=Circle.P5), PEN)
    changed = play(turn_of(in_consultations(scenario()), PEN), SetClause(PEN, COAL, 1))

    assert refused(five, Silence(PEN, 24)) == "not_with_all"
    assert refused(changed, Silence(PEN, 24)) == "not_with_all"
    assert refused(turn_of(in_consultations(scenario()), PEN), Silence(PEN, 5)) == "unknown"


@pytest.mark.parametrize(("hours", "days"), [(6, 0), (24, 1), (48, 2), (72, 3)])
def test_the_deadline_is_real_days_away(hours, days):
    state = silenced(hours)

    assert keeping(state, PEN).record.day == state.record.day + days


def test_nothing_else_is_done_while_a_text_is_under_silence():
    state = silenced()
    seat = engine.actor(state)

    kinds = {type(a) for a in engine.legal_actions(state)}
    assert kinds == {KeepSilence, AskExtension, BreakSilence}
    assert refused(state, Say(seat, Phrase.SUPPORTS)) == "silence_runs"
    assert refused(state, EndRound(seat)) == "silence_runs"


def test_a_silence_that_is_kept_closes_every_clause_and_adds_a_little_unity():
    state = silenced()
    kept = keeping(state, PEN)
    standings = {text.standing(kept.record, id) for id in kept.versions[-1].clauses}

    assert standings == {text.Standing.CLOSED}
    assert points(state, "FRA", "silence_kept") == 0
    assert points(kept, "FRA", "silence_kept") == text.SILENCE_KEPT == 1


def test_what_the_pen_changes_after_a_silence_was_kept_is_told_and_paid_for():
    """Added or taken out: the wording was agreed by all, and it was the pen that called for it."""
    agreed = keeping(silenced(), PEN)
    for change in (SetClause(PEN, *changed(agreed, here=here)) for here in (True, False)):
        after = play(agreed, change, PutInBlue(PEN))
        told = [e.measures for e in after.log if isinstance(e, WordingReopened)]

        assert told == [(change.measure,)]
        assert points(agreed, "FRA", "silence_kept") == text.SILENCE_KEPT
        assert points(after, "FRA", "silence_kept") == 0
        assert points(after, "FRA", "reopened") == text.REOPENED
        _draft, lost, _vetoes = text.standing_lost(scenario(), after.record, PEN, defeated=False)
        assert lost == text.BREACH


def changed(state, *, here):
    """Return a clause, one level up from the text or new to it, that leaves the text sound."""
    for m in scenario().measures:
        now = text.level_of(scenario(), state.working, m.id)
        if bool(now) is here and now < m.top:
            after = play(state, SetClause(PEN, m.id, now + 1))
            if engine.refusal(after, PutInBlue(PEN)) is None:
                return m.id, now + 1
    raise AssertionError


def test_a_text_that_stays_as_it_was_agreed_reopens_nothing():
    after = play(keeping(silenced(), PEN), PutInBlue(PEN))

    assert after.record.settling.kept
    assert not [e for e in after.log if isinstance(e, WordingReopened)]


def test_what_a_member_asks_for_after_it_kept_silence_the_member_reopens():
    agreed = keeping(silenced(), PEN)
    ask = Ask("FRA", *changed(agreed, here=True))
    asked = turn_of(play(turn_of(agreed, "FRA"), ask), PEN)
    after = play(asked, Grant(PEN, asked.record.asks[-1].id), PutInBlue(PEN))

    assert not [e for e in after.log if isinstance(e, WordingReopened)]
    assert points(after, "FRA", "reopened") == 0


def test_a_silence_that_is_kept_does_not_bind_the_vote():
    """It covers the wording: every ballot is still open to everybody."""
    kept = play(keeping(silenced(), PEN), PutInBlue(PEN))
    voting = turn_of(idle(kept, lambda now: now.calling), "FRA")

    assert {a.ballot.value for a in engine.legal_actions(voting)} >= {"yes", "no", "abstain"}


def test_one_objection_ends_a_silence_and_lays_the_wish_on_the_pens_desk():
    state = broken("FRA", COAL, 0)
    ask = state.record.asks[-1]

    assert engine.actor(state) == PEN
    assert state.record.settling.silences[-1].status == "broken"
    assert (ask.seat, ask.measure, ask.level, ask.status) == ("FRA", COAL, 0, "open")


def test_an_objection_may_name_nothing():
    state = broken("FRA", "", 0)

    assert state.record.asks == ()
    assert state.record.settling.breaches[-1].measure == ""


def test_what_is_wanted_differs_from_what_the_text_has():
    state = keeping(silenced(), "FRA")
    level = text.level_of(scenario(), state.versions[-1].clauses, COAL)

    assert refused(state, BreakSilence("FRA", COAL, level)) == "unchanged"
    assert refused(state, BreakSilence("FRA", "unicorns", 1)) == "unknown_measure"
    assert refused(state, BreakSilence("FRA", COAL, 99)) == "unknown_level"
    assert refused(state, BreakSilence("FRA", "", 2)) == "unknown"


def test_the_first_extension_is_granted_by_custom_and_moves_the_deadline_by_a_day():
    state = keeping(silenced(24), "FRA")
    after = play(state, AskExtension("FRA"))

    assert after.record.settling.silence.day == state.record.settling.silence.day + 1
    assert after.queue[-2:] == ("FRA", PEN)
    assert refused(after, AskExtension(engine.actor(after))) == "extended"


def test_who_asked_for_time_can_still_break_the_silence_and_is_late():
    state = play(keeping(silenced(24), "FRA"), AskExtension("FRA"))
    late = play(keeping(state, "FRA"), BreakSilence("FRA", COAL, 0))

    assert late.record.settling.breaches[-1].late
    assert not broken("FRA").record.settling.breaches[-1].late
    assert late.record.day == state.record.day + 2


def test_a_text_put_in_blue_all_the_same_is_held_against_the_pen():
    state = broken("FRA", COAL, 0)
    without = {id: c for id, c in state.working.items() if id != COAL}

    assert points(state, "FRA", "silence_ignored") == text.SILENCE_IGNORED == -3
    assert points(state, "FRA", "silence_ignored", without) == 0
    assert points(state, "GBR", "silence_ignored") == 0
    assert points(play(state, PutInBlue(PEN)), "FRA", "silence_ignored") == -3


def test_who_named_nothing_was_refused_nothing():
    assert points(broken("FRA", "", 0), "FRA", "silence_ignored") == 0


@pytest.mark.parametrize(
    ("breach", "cost"),
    [
        (Breach("FRA", 1, COAL, 0), 2),
        (Breach("FRA", 1), 4),
        (Breach("FRA", 1, COAL, 0, late=True), 4),
        (Breach("FRA", 1, late=True), 6),
        (Breach("FRA", 1, COAL, 0, turned=True), 6),
        (Breach("FRA", 1, COAL, 0, tight=True), 0),
    ],
)
def test_breaking_silence_costs_less_goodwill_if_early_specific_and_under_haste(breach, cost):
    assert text.goodwill_lost(breach) == cost


def test_goodwill_lost_is_missing_from_the_score():
    """A deadline of three days over the weekend is no haste, so the whole price is paid."""
    state = play(keeping(silenced(72), "FRA"), BreakSilence("FRA", COAL, 0))
    over = idle(state, lambda now: now.phase is Phase.OVER)
    forgiven = evolve(over.record.settling, breaches=())
    friendly = evolve(over, record=evolve(over.record, settling=forgiven))

    assert engine.score(friendly)["FRA"] - engine.score(over)["FRA"] == 2
    assert engine.score(friendly)["GBR"] == engine.score(over)["GBR"]


def test_a_seat_that_had_said_it_supports_loses_standing_by_breaking():
    state = turn_of(in_consultations(scenario()), "FRA")
    state = turn_of(play(state, Say("FRA", Phrase.SUPPORTS)), PEN)
    state = keeping(play(state, Silence(PEN, 24)), "FRA")

    after = play(state, BreakSilence("FRA", COAL, 0))

    assert after.record.settling.breaches[-1].turned
    assert state.record.trust("FRA") - after.record.trust("FRA") == FALLS["phrase"]


def test_a_promise_to_keep_silence_is_broken_by_breaking_it():
    state = keeping(silenced(), "FRA")
    word = Pledge("GBR", by="FRA", kind="silence", due="vote")
    state = evolve(state, record=evolve(state.record, pledges=(word,)))

    assert play(state, BreakSilence("FRA")).record.pledges[0].status == "broken"


@pytest.mark.parametrize(("day", "hours"), [(0, 24), (1, 24), (2, 72), (4, 72), (5, 24)])
def test_over_a_weekend_silence_is_longer_by_custom(day, hours):
    """The sitting opens on Wednesday, 6 January 2016."""
    assert scenario().date(0).isoweekday() == 3
    assert text.customary_hours(scenario(), day) == hours


def test_two_texts_in_a_sitting_go_under_silence_and_none_twice():
    state = broken("FRA", "", 0)
    assert refused(state, Silence(PEN, 24)) == "silenced_before"

    again = evolve(
        state,
        record=evolve(
            state.record,
            settling=evolve(
                state.record.settling,
                silences=state.record.settling.silences * SILENCES,
            ),
        ),
    )
    assert refused(again, Silence(PEN, 24)) == "silences_spent"


def test_breaking_silence_reopens_a_clause_that_was_closed_with_the_breaker():
    state = play(turn_of(in_consultations(scenario()), PEN), Close(PEN, COAL), Silence(PEN, 24))
    after = play(keeping(state, "FRA"), BreakSilence("FRA", COAL, 0))

    assert [c.reopened for c in after.record.settling.closings] == ["FRA"]


def test_the_next_round_does_not_begin_before_the_deadline():
    hurried = evolve(scenario(), stride_days=1)
    state = play(turn_of(in_consultations(hurried), PEN), Silence(PEN, 72))
    state = play(keeping(state, PEN), EndRound(PEN))

    assert in_round(state, 2).record.day == 1 + 3


def test_who_keeps_silence_is_heard_by_nobody():
    state = silenced()
    first = engine.actor(state)
    after = play(state, KeepSilence(first))

    assert KeepSilence(first) in engine.observe(after, first).log
    assert KeepSilence(first) not in engine.observe(after, PEN).log


def test_nothing_is_put_under_silence_where_that_is_not_in_play():
    short = evolve(scenario(), practice=())
    state = turn_of(in_consultations(short), PEN)

    assert refused(state, Silence(PEN, 24)) == "not_in_play"
    assert refused(turn_of(in_consultations(short), "FRA"), Ask("FRA", COAL, 99)) == "unknown_level"
