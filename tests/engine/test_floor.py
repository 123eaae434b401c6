"""What a motion to break off leaves of a meeting, and what becomes of rivals to the main draft.

Source: Provisional Rules of Procedure, rules 32, 33 and 35.
"""

from itertools import product

import pytest
from attrs import evolve

from game import ai, engine, words
from game.engine import consensus, council, leaving, lint, opinion
from game.engine.actions import (
    Amend,
    Ask,
    AskFlexibility,
    CastVote,
    Convene,
    CoSponsor,
    Divide,
    Explain,
    Grant,
    Insist,
    Move,
    Object,
    PointOfOrder,
    PutInBlue,
    Request,
    Rule,
    Second,
    SetClause,
    Table,
    Withdraw,
    narrowable,
)
from game.engine.events import Lapsed, Missed, Superseded, Tally, WordBroken
from game.engine.opinion import level_of
from game.engine.record import RIVALS, Clause, Pledge
from game.engine.terms import Ballot, Phase, Phrase
from game.session.dice import dice
from tests.build import alarmed, clashed, idle, in_consultations, play, scenario, turn_of

PEN, MAIN = "USA", 2
RIVAL = Table("FRA", (Clause("aviation_fuel", 1),))


def on_floor(state, *, soon=False):
    """Put the text in blue and open its meeting."""
    state = play(turn_of(state, PEN), PutInBlue(PEN, soon))
    return idle(state, lambda now: now.stage == "floor")


def with_rival():
    """Return consultations in which France has submitted a rival draft."""
    return play(turn_of(in_consultations(scenario()), "FRA"), RIVAL)


def all_vote(state, ballot=Ballot.YES):
    """Have everybody vote alike on the next question."""
    state = idle(state, lambda now: now.calling)
    for _ in state.scenario.seats:
        state = play(state, CastVote(engine.actor(state), ballot))
    return state


def broken_off(state, motion):
    """Have whoever has the floor move to break off, and the motion carry."""
    return all_vote(play(state, Move(engine.actor(state), motion)))


def drafts(state):
    return [q.version for q in state.questions if q.kind == "draft"]


@pytest.mark.parametrize("soon", [True, False])
@pytest.mark.parametrize(("motion", "days"), [("suspend", 0), ("adjourn", 1), ("adjourn_to", 3)])
def test_a_meeting_goes_on_when_it_was_put_off_to_however_near_the_first_one_was(
    motion, days, soon
):
    meeting = on_floor(in_consultations(scenario()), soon=soon)
    again = idle(broken_off(meeting, motion), lambda now: now.calling)

    assert again.record.day - meeting.record.day == days


def test_nobody_insists_on_a_day_before_a_meeting_that_was_only_suspended():
    state = broken_off(on_floor(in_consultations(scenario()), soon=True), "suspend")
    seat = engine.actor(state)

    assert engine.refusal(state, Insist(seat)).key == "not_soon"


def test_a_draft_keeps_its_place_through_a_suspension():
    """A rival submitted after the main draft is voted after it, whenever the meeting goes on."""
    state = turn_of(on_floor(in_consultations(scenario())), "FRA")
    state = play(state, RIVAL)
    before = drafts(state)
    state = idle(broken_off(state, "suspend"), lambda now: now.stage == "floor")

    assert drafts(state) == before


SOFT = Clause("flights", 3, softener="as_appropriate")


def test_a_rival_has_words_of_its_own():
    state = play(turn_of(in_consultations(scenario()), "FRA"), Table("FRA", (SOFT,)))

    assert state.rivals[0].clauses["flights"] == SOFT
    text = state.draft(state.rivals[0].number).clauses
    assert {**text, "flights": SOFT} == text


def test_a_level_beyond_a_measure_is_a_fault_in_a_rival_as_in_the_pens_text():
    state = play(turn_of(in_consultations(scenario()), "FRA"), Table("FRA", (SOFT,)))
    wrong = evolve(state.rivals[0], clauses={"flights": Clause("flights", 99)})

    assert not list(engine.faults(state))
    assert any("rival of FRA" in fault for fault in engine.faults(evolve(state, rivals=(wrong,))))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Clause("flights", 3, softener="none"), "unknown_words"),
        (Clause("condemnation", 5, "urges"), "fixed_verb"),
        (Clause("flights", 99), "unknown_level"),
        (Clause("seafood_of_the_moon", 1), "unknown_measure"),
    ],
)
def test_a_rival_says_nothing_that_no_text_can_say(change, why):
    state = turn_of(in_consultations(scenario()), "FRA")

    assert engine.refusal(state, Table("FRA", (change,))).key == why


def test_a_rival_that_says_what_the_text_says_is_none():
    state = turn_of(in_consultations(scenario()), "FRA")
    same = state.versions[-1].clauses["flights"]

    assert engine.refusal(state, Table("FRA", (same,))).key == "nothing_new"


def test_a_rival_is_withdrawn_in_the_consultations_and_another_one_submitted():
    """Source: Provisional Rules of Procedure, rule 35: at any time before a vote on it."""
    state = with_rival()
    assert engine.refusal(state, RIVAL).key == "tabled"
    state = play(state, Withdraw("FRA", RIVALS + 1))

    assert state.tabled == ()
    assert engine.observe(state, "USA").on_table == ()
    again = play(state, RIVAL)
    assert again.tabled == (RIVALS + 2,)


def test_a_rival_is_withdrawn_in_blue_and_its_author_keeps_the_turn():
    state = play(turn_of(with_rival(), PEN), PutInBlue(PEN))
    state = play(turn_of(state, "FRA"), Withdraw("FRA", RIVALS + 1))

    assert engine.actor(state) == "FRA"
    assert [q.by for q in idle(state, lambda now: now.stage == "floor").questions] == [PEN]


@pytest.mark.parametrize("seat", ["USA", "RUS"])
def test_nobody_withdraws_the_rival_of_another(seat):
    state = turn_of(with_rival(), seat)

    assert engine.refusal(state, Withdraw(seat, RIVALS + 1)).key == "no_draft"


def test_a_text_that_is_not_in_blue_cannot_be_withdrawn():
    state = turn_of(in_consultations(scenario()), PEN)

    assert engine.refusal(state, Withdraw(PEN)).key == "no_draft"


def test_what_was_seconded_before_a_suspension_passes_to_its_seconder_when_it_is_withdrawn():
    """Rule 35: as if the original mover had not withdrawn it."""
    state = on_floor(with_rival())
    seconder = engine.actor(state)
    state = play(state, Second(seconder, RIVALS + 1))
    state = turn_of(broken_off(state, "suspend"), "FRA")
    state = play(state, Withdraw("FRA", RIVALS + 1))

    assert state.phase is Phase.BLUE
    assert engine.refusal(state, Withdraw("FRA", RIVALS + 1)).key == "no_draft"
    voting = idle(state, lambda now: now.calling)
    assert [q.by for q in voting.questions] == [seconder, PEN]


def test_the_text_in_blue_passes_to_its_seconder_as_well():
    state = on_floor(in_consultations(scenario()))
    seconder = engine.actor(state)
    state = play(state, Second(seconder, MAIN))
    state = turn_of(broken_off(state, "suspend"), PEN)
    state = play(state, Withdraw(PEN))

    assert [q.by for q in idle(state, lambda now: now.calling).questions] == [seconder]


def test_a_seconder_who_took_over_a_draft_still_brings_it_after_a_suspension():
    state = on_floor(with_rival())
    number = state.rivals[0].number
    state = play(state, Second(engine.actor(state), number))
    seconder = state.seconded[0][1]
    state = play(turn_of(state, "FRA"), Withdraw("FRA", number), Second(seconder, number))
    state = play(state, Move(engine.actor(state), "suspend"))
    state = idle(all_vote(state), lambda now: now.stage == "floor")

    assert [q.by for q in state.questions if q.version == number] == [seconder]


def test_who_had_to_abstain_on_a_text_may_vote_on_the_next_one():
    state = on_floor(in_consultations(scenario()))
    state = evolve(state, barred=("RUS",))
    assert broken_off(state, "suspend").barred == ("RUS",)
    assert broken_off(state, "refer").barred == ()


def test_what_was_said_of_a_text_that_is_referred_is_said_of_no_other():
    state = evolve(on_floor(in_consultations(scenario())), explained={"CHN": "narrow"})
    assert broken_off(state, "adjourn").explained == {"CHN": "narrow"}
    assert broken_off(state, "refer").explained == {}


def silent(state):
    """Have everybody say nothing in explanation of its vote."""
    while state.stage == "explaining":
        state = play(state, Explain(engine.actor(state), ""))
    return state


@pytest.mark.parametrize(("rival", "main"), list(product((Ballot.YES, Ballot.NO), repeat=2)))
def test_what_was_said_of_a_text_is_said_of_no_other_that_is_adopted(rival, main):
    """China reads the text in blue narrowly before the vote, and speaks anew of what passed."""
    state = turn_of(on_floor(with_rival()), "CHN")
    clause = narrowable(state.scenario, state.draft(state.blue).clauses)[0]
    state = play(state, Explain("CHN", "narrow", measure=clause))
    state = idle(all_vote(all_vote(state, rival), main), lambda now: now.stage == "explaining")
    other = rival is Ballot.YES and main is Ballot.NO

    assert state.tally.adopted is (Ballot.YES in (rival, main))
    assert state.explained == ({} if other else {"CHN": "narrow"})
    assert state.narrowed == ({} if other else {"CHN": clause})
    kept = {"CHN": "narrow"} if main is Ballot.YES else {}
    assert leaving.left_by(silent(state)).readings == kept


def test_who_explained_itself_before_another_text_passed_explains_its_vote_on_that_one():
    state = play(turn_of(on_floor(with_rival()), "CHN"), Explain("CHN", "narrow"))
    state = all_vote(all_vote(state), Ballot.NO)
    state = turn_of(idle(state, lambda now: now.stage == "explaining"), "CHN")

    assert engine.apply(state, Explain("CHN", "wide")).explained["CHN"] == "wide"
    assert ai.decide(
        engine.observe(state, "CHN"), ai.personalities()["quick"], dice(0, 0, "CHN")
    ).reading


def test_a_rival_that_was_withdrawn_does_not_come_back_with_the_meeting():
    state = on_floor(with_rival())
    state = play(state, Move(engine.actor(state), "suspend"))
    state = play(turn_of(state, "FRA"), Withdraw("FRA", state.rivals[0].number))
    state = idle(all_vote(state), lambda now: now.stage == "floor")

    assert drafts(state) == [MAIN]


def test_a_main_draft_withdrawn_on_the_floor_is_not_spoken_of_after_a_suspension():
    state = on_floor(in_consultations(scenario()))
    state = play(state, Move(engine.actor(state), "suspend"))
    state = all_vote(play(turn_of(state, PEN), Withdraw(PEN)))

    assert state.phase is Phase.VOTE
    assert state.stage == "fallback"


def test_a_main_draft_withdrawn_in_blue_leaves_its_rival_on_the_table():
    """Rule 35 takes back one's own draft, and nobody else's."""
    state = play(turn_of(with_rival(), PEN), PutInBlue(PEN))
    state = play(turn_of(state, PEN), Withdraw(PEN))

    assert drafts(state) == [state.rivals[0].number]


def test_a_main_draft_withdrawn_after_a_suspension_is_off_the_table():
    state = broken_off(on_floor(in_consultations(scenario())), "suspend")
    state = play(turn_of(state, PEN), Withdraw(PEN))

    assert state.stage == "fallback"
    assert not state.questions


@pytest.mark.parametrize("then", ["withdrawn", "lost"])
def test_a_rival_that_is_adopted_is_the_resolution(then):
    """Drafts come in the order of submission; nine votes and no veto carry any of them."""
    state = all_vote(on_floor(with_rival()))
    text = state.draft(state.rivals[0].number).clauses
    state = play(state, Withdraw(PEN)) if then == "withdrawn" else all_vote(state, Ballot.NO)
    over = idle(state, lambda now: now.phase is Phase.OVER)

    assert over.tally.adopted
    assert over.version(over.blue).clauses == text
    assert over.indicators != state.indicators


def test_of_a_rival_and_a_main_draft_that_are_adopted_the_later_holds_where_they_touch():
    """Both are resolutions; the text of the sitting is what stands after the second vote."""
    state = all_vote(all_vote(on_floor(with_rival())))
    over = idle(state, lambda now: now.phase is Phase.OVER)
    rival, main = state.rivals[0].clauses, state.version(MAIN).clauses
    text = over.version(over.blue).clauses
    touched = [id for id in main if id in rival and main[id] != rival[id]]
    (said,) = (e for e in over.log if isinstance(e, Superseded))

    assert over.tally.question.version == MAIN
    assert said.drafts == (state.rivals[0].number, MAIN)
    assert list(said.measures) == touched
    assert text == {**rival, **main}
    assert "supersedes" in words.say(said, over.scenario)


def test_a_promise_that_a_referred_text_breaks_on_its_return_is_broken():
    state = turn_of(in_consultations(scenario()), "CHN")
    ask = next(
        a
        for a in engine.legal_actions(state)
        if isinstance(a, Ask) and a.level < level_of(scenario(), state.working, a.measure)
    )
    asked_of = state.working[ask.measure]
    state = play(turn_of(play(state, ask), PEN), Grant(PEN, 1))
    state = broken_off(on_floor(state), "refer")
    assert [p.status for p in state.record.pledges] == ["kept"]

    state = idle(state, lambda now: engine.actor(now) == PEN)
    state = play(state, SetClause.of(PEN, asked_of), PutInBlue(PEN))

    assert [p.status for p in state.record.pledges] == ["broken"]


def test_nobody_sees_what_another_has_left_to_spend():
    """An act in the corridor, or a question to a capital, would show in it."""
    state = turn_of(in_consultations(scenario()), "CHN")
    before = engine.observe(state, "FRA").tokens
    asks = (a for a in engine.legal_actions(state) if isinstance(a, AskFlexibility))
    state = play(state, next(asks))

    assert engine.observe(state, "FRA").tokens == before
    assert set(before) == {"FRA"}


def test_who_has_to_abstain_breaks_no_word():
    """A party to a dispute abstains on measures short of Chapter VII (Article 27(3))."""
    of = evolve(scenario(), required={}, in_force={}, last_text={})
    state = in_consultations(of, {"condemnation": 3, "six_party_talks": 1})
    state = play(turn_of(state, "CHN"), CoSponsor("CHN"))
    state = play(turn_of(on_floor(state), "FRA"), PointOfOrder("FRA", council.PARTY, "CHN"))
    state = play(state, Rule(engine.actor(state), upheld=True))
    state = idle(state, lambda now: now.calling)
    while state.tally is None:
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.ABSTAIN if seat == "CHN" else Ballot.YES))

    assert WordBroken("CHN") not in state.log


def test_the_agenda_is_adopted_before_anything_else_in_a_meeting():
    """Rule 9: the first item of a provisional agenda is its adoption."""
    state = alarmed(scenario())
    state = play(state, Request(engine.actor(state), "open"))
    state = idle(state, lambda now: now.matter is not None)
    state = play(state, Convene(engine.actor(state), "open", 0))
    state = all_vote(play(state, Object(engine.actor(state), state.record.guests[0])))

    assert engine.refusal(state, Object(engine.actor(state), "agenda")).key == "moved"


def test_a_clause_that_others_rest_on_is_not_voted_on_alone():
    """Without its finding and its chapter a text could not stand, whatever the vote on them."""
    state = turn_of(on_floor(in_consultations(scenario())), "FRA")
    text = state.version(state.blue).clauses
    carried = {a.measure for a in engine.legal_actions(state) if isinstance(a, Divide)}
    left = [{id: c for id, c in text.items() if id != measure} for measure in carried]

    assert carried
    assert "article39_determination" in text
    assert "article39_determination" not in carried
    assert not [rest for rest in left if lint.errors(scenario(), rest)]


def test_an_amendment_falls_when_with_what_was_carried_the_text_could_not_stand():
    done = clashed().end
    fallen = [e.question for e in done.log if isinstance(e, Lapsed)]
    carried = [e.question for e in done.log if isinstance(e, Tally) and e.adopted]

    assert [q.kind for q in (*carried, *fallen)] == ["amendment", "amendment"]
    assert carried[0].measure != fallen[0].measure
    assert [q.kind for q in done.questions] == ["draft"]
    assert not lint.errors(done.scenario, done.draft(done.blue).clauses)


def voted_in_turn(state, *ballots):
    """Have everybody vote alike on each question in turn."""
    for ballot in ballots:
        state = all_vote(state, ballot)
    return state


SAID = dict.fromkeys(("FRA", "JPN", "CHN"), Phrase.SUPPORTS)


def overtaken(first, *, sponsors=()):
    """Return a vote on a rival with one result, and then on the pen's draft, which all oppose."""
    state = on_floor(with_rival())
    state = evolve(state, record=evolve(state.record, phrases=SAID, sponsors=(PEN, *sponsors)))
    return voted_in_turn(state, first, Ballot.NO)


def test_a_text_that_another_overtook_releases_who_spoke_for_it():
    """What was said of it was said before there was another; the draft is no defeat to explain."""
    free, bound = overtaken(Ballot.YES, sponsors=("GBR",)), overtaken(Ballot.NO, sponsors=("GBR",))

    assert {e.seat for e in bound.log if isinstance(e, WordBroken)} == {*SAID, PEN, "GBR"}
    assert any(isinstance(e, Missed) for e in bound.log)
    assert not any(isinstance(e, WordBroken | Missed) for e in free.log)
    assert free.record.credibility == {}


def test_names_under_a_text_that_failed_stand_under_none_that_was_adopted():
    free, bound = (
        idle(overtaken(first, sponsors=("GBR",)), lambda now: now.stage == "explaining")
        for first in (Ballot.YES, Ballot.NO)
    )

    assert free.record.sponsors == (free.rivals[0].author,)
    assert bound.record.sponsors == (PEN, "GBR")


@pytest.mark.parametrize(("first", "status"), [(Ballot.YES, "void"), (Ballot.NO, "broken")])
def test_a_promise_to_vote_for_a_text_falls_with_the_text_that_another_overtook(first, status):
    state = on_floor(with_rival())
    word = Pledge(PEN, by="JPN", kind="vote", ballot=Ballot.YES, due="vote")
    state = evolve(state, record=evolve(state.record, pledges=(word,)))
    state = voted_in_turn(state, first, Ballot.NO)

    assert [p.status for p in state.record.pledges] == [status]


def test_to_withdraw_what_was_overtaken_costs_the_pen_no_standing():
    state = idle(all_vote(on_floor(with_rival())), lambda now: now.matter is not None)
    state = play(state, Withdraw(PEN))

    assert state.questions == ()
    assert not state.record.settling.withdrawn


def test_a_rival_is_weighed_by_who_brings_it_and_not_by_what_was_said_of_the_pens_text():
    """Nothing promised, closed or said of one text speaks for or against another."""
    state = with_rival()
    word = Pledge("CHN", "coal_iron_exports", 0, by=PEN)
    said = dict.fromkeys(state.scenario.seats, Phrase.OPPOSES)
    state = evolve(state, record=evolve(state.record, phrases=said, pledges=(word,)))
    number = state.rivals[0].number
    state = evolve(state, seconded=((number, "USA"),))

    heard = opinion.heard_of(state, number)
    assert heard.phrases == {"FRA": Phrase.SUPPORTS, "USA": Phrase.SUPPORTS}
    assert heard is opinion.heard_of(state, number)
    assert opinion.heard_of(state, state.versions[-1].number) is state.record
    text = state.rivals[0].clauses
    for seat, dealt in state.dealt.items():
        parts = opinion.reasons(state.scenario, heard, seat, dealt.variant, 0, text)
        keys = {r.key for r in parts}
        assert not keys & {"late_sight", "pledge_broken", "word_doubted", "ignored", "reopened"}
        assert opinion.total(parts) == consensus.sum_of(
            state.scenario, heard, seat, dealt.variant, text
        )


def carried_in_turn(*moved):
    """Have China move amendments of these clauses, all carry those that are called."""
    state = turn_of(on_floor(in_consultations(scenario())), "CHN")
    state = idle(play(state, *(Amend("CHN", *one) for one in moved)), lambda now: now.calling)
    while state.calling and state.questions[0].kind == "amendment":
        state = idle(all_vote(state), lambda now: now.calling)
    return state


def test_pending_amendments_survive_an_accepted_one_of_another_clause():
    """Source: Provisional Rules of Procedure, rule 36: until all have been put to the vote."""
    state = carried_in_turn(("flights", 2), ("aviation_fuel", 1))
    text = state.draft(state.blue).clauses

    assert [level_of(state.scenario, text, m) for m in ("flights", "aviation_fuel")] == [2, 1]
    assert not any(isinstance(e, Lapsed) for e in state.log)


def test_of_two_amendments_of_one_clause_the_furthest_decides():
    """The nearer one is not put to the vote, or it would undo what was carried.

    Source: rule 36; Rules of Procedure of the General Assembly, rule 90.
    """
    state = carried_in_turn(("aviation_fuel", 3), ("aviation_fuel", 4))
    counts = [e.question.level for e in state.log if isinstance(e, Tally)]
    fallen = [e for e in state.log if isinstance(e, Lapsed)]

    assert level_of(state.scenario, state.draft(state.blue).clauses, "aviation_fuel") == 4
    assert counts == [4]
    assert [e.question.level for e in fallen] == [3]
    assert "decides that clause" in words.say(fallen[0], state.scenario)


def test_the_nearer_amendment_of_a_clause_is_voted_on_where_the_furthest_was_lost():
    state = turn_of(on_floor(in_consultations(scenario())), "CHN")
    state = play(state, *(Amend("CHN", "aviation_fuel", level) for level in (3, 4)))
    state = all_vote(idle(state, lambda now: now.calling), Ballot.NO)
    state = all_vote(state)

    assert level_of(state.scenario, state.draft(state.blue).clauses, "aviation_fuel") == 3
