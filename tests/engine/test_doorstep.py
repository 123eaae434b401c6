"""At the door before the vote one word or number changes, if the pen takes it."""

import pytest
from attrs import evolve

from game import engine, words
from game.commands.terminal.pages import log
from game.engine import opinion, wording
from game.engine.actions import (
    Insist,
    ProposeEdit,
    PutInBlue,
    StandBy,
    TakeEdit,
)
from game.engine.events import PledgeSettled
from game.engine.record import Pledge
from game.engine.standing import EDITS
from game.engine.state import note
from game.engine.terms import Phase
from tests.build import idle, in_consultations, play, scenario, turn_of

PEN, COAL = "USA", "coal_iron_exports"


def blue(soon=False, of=None):
    return play(turn_of(in_consultations(of or scenario()), PEN), PutInBlue(PEN, soon=soon))


def edit(seat, measure=COAL, softener="livelihood"):
    return ProposeEdit(seat, measure, softener=softener)


def proposed(*seats, measures=(COAL, "bank_presence", "flights")):
    """Return the pen's last turn after these seats proposed a small edit each."""
    state = blue()
    for seat, measure in zip(seats, measures, strict=False):
        softener = "livelihood" if seat == "CHN" else "as_appropriate"
        state = play(turn_of(state, seat), edit(seat, measure, softener), StandBy(seat))
    return turn_of(state, PEN)


def refused(state, action):
    return engine.refusal(state, action).key


def test_an_edit_that_the_pen_takes_is_in_the_text_that_is_voted_on():
    """An oral revision: the text in blue has a new version and the vote stays on its day."""
    state = proposed("CHN")
    after = play(state, TakeEdit(PEN, "CHN"))

    assert after.version(after.blue).clauses[COAL].softener == "livelihood"
    assert after.blue == state.blue + 1
    assert engine.observe(after, "SEN").draft == after.version(after.blue).clauses
    assert idle(after, lambda now: now.phase is Phase.VOTE).record.day == state.record.day + 1


def test_an_edit_that_the_pen_leaves_changes_nothing():
    state = play(proposed("CHN"), StandBy(PEN))

    assert state.phase is Phase.VOTE
    assert [e.taken for e in state.record.settling.edits] == [False]
    assert not state.version(state.blue).clauses[COAL].softener


def test_an_edit_that_was_taken_counts_like_a_granted_request():
    after = play(proposed("CHN"), TakeEdit(PEN, "CHN"))
    draft = after.version(after.blue).clauses

    pledge = after.record.pledges[-1]
    assert (pledge.to, pledge.by, pledge.measure, pledge.status) == ("CHN", PEN, COAL, "kept")
    reasons = opinion.dealing_reasons(scenario(), after.record, "CHN", draft)
    assert [(r.key, r.points) for r in reasons] == [("ask_stands", opinion.ASK_STANDS)]


def test_an_edit_moves_the_sums_of_others_too():
    before = proposed("CHN")
    after = play(before, TakeEdit(PEN, "CHN"))

    def points(state, seat):
        variant = state.dealt[seat].variant
        text = state.version(state.blue).clauses
        found = opinion.own_reasons(scenario(), seat, variant, text, state.record.stock)
        return opinion.total(found)

    assert {s for s in scenario().seats if points(before, s) != points(after, s)} >= {"JPN", "RUS"}


@pytest.mark.parametrize(
    ("action", "key"),
    [
        (ProposeEdit("CHN", COAL), "not_small"),
        (ProposeEdit("CHN", COAL, softener="livelihood", hardener="origin"), "not_small"),
        (ProposeEdit("CHN", COAL, softener="unicorns"), "unknown_words"),
        (ProposeEdit("CHN", "unicorns", softener="livelihood"), "unknown_measure"),
        (ProposeEdit("CHN", "crude_oil", softener="livelihood"), "not_in_text"),
    ],
)
def test_one_softener_one_hardener_or_one_value_changes_and_no_more(action, key):
    assert refused(turn_of(blue(), "CHN"), action) == key


def test_the_menu_holds_the_small_edits_of_the_text_in_blue_and_no_others():
    state = turn_of(blue(), "CHN")
    text = state.version(state.blue).clauses
    menu = [a for a in engine.legal_actions(state) if isinstance(a, ProposeEdit)]

    many = sum(len(tuple(wording.small_edits(scenario(), c))) for c in text.values())
    assert len(menu) == many > 50


def test_each_seat_proposes_one_edit_and_the_pen_none():
    state = play(turn_of(blue(), "CHN"), edit("CHN"))

    assert refused(state, edit("CHN", softener="national_law")) == "edited"
    assert refused(turn_of(state, PEN), edit(PEN)) == "own_draft"


def test_the_pen_takes_two_edits_at_most():
    state = proposed("CHN", "FRA", "RUS")
    for seat in ("CHN", "FRA")[:EDITS]:
        state = play(state, TakeEdit(PEN, seat))

    assert refused(state, TakeEdit(PEN, "RUS")) == "edits_spent"
    assert [e.taken for e in state.record.settling.edits] == [True, True, False]


def test_a_promise_that_stood_in_blue_and_falls_at_the_door_is_told_by_its_end_alone():
    """Softer words fall short of a level that was promised."""
    state = turn_of(in_consultations(scenario()), PEN)
    promised = Pledge("JPN", COAL, state.working[COAL].level, upward=True, by=PEN)
    state = note(state, pledges=(*state.record.pledges, promised))
    state = play(state, PutInBlue(PEN))
    state = play(turn_of(state, "CHN"), edit("CHN"), StandBy("CHN"))
    after = play(turn_of(state, PEN), TakeEdit(PEN, "CHN"))

    settled = [e for e in after.log if isinstance(e, PledgeSettled) and e.to == "JPN"]
    assert [(e.kept, e.again) for e in settled] == [(True, False), (False, True)]
    assert [words.is_told(e, after.log) for e in settled] == [False, True]
    assert words.is_told(settled[0], state.log)
    assert "broken by a late change" in words.say(settled[1], after.scenario)
    lines = log(engine.observe(after, "JPN"), after.log)
    assert sum("promise to" in line for line in lines) == 1


def test_only_what_was_proposed_can_be_taken_and_only_by_the_pen():
    state = proposed("CHN")

    assert refused(state, TakeEdit(PEN, "RUS")) == "no_edits"
    assert refused(play(state, TakeEdit(PEN, "CHN")), TakeEdit(PEN, "CHN")) == "no_edits"
    twice = proposed("CHN", "FRA", measures=(COAL, COAL))
    assert refused(play(twice, TakeEdit(PEN, "CHN")), TakeEdit(PEN, "FRA")) == "clause_edited"
    assert refused(turn_of(blue(), "CHN"), TakeEdit("CHN", "RUS")) == "not_the_pen"


def test_a_vote_on_the_same_day_leaves_no_time_at_the_door_unless_somebody_insists():
    state = turn_of(blue(soon=True), "CHN")

    assert refused(state, edit("CHN")) == "no_time"
    assert engine.refusal(play(state, Insist("CHN")), edit("CHN")) is None


def test_no_words_change_at_the_door_where_wording_is_not_in_play():
    plain = evolve(scenario(), practice=("blue",))

    assert not [
        a
        for a in engine.legal_actions(turn_of(blue(of=plain), "CHN"))
        if isinstance(a, ProposeEdit)
    ]
