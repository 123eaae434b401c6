"""A member asks the pen for other words of a clause, and what becomes of that."""

import numpy as np
import pytest
from attrs import evolve

from game import ai, engine, words
from game.ai import pen as penholder
from game.engine import consensus, lint, opinion, text, wording
from game.engine.actions import Ask, EndRound, Grant, PutInBlue, Refuse, SetClause
from game.engine.record import Clause, Pledge, Record
from game.engine.terms import Circle
from tests.build import (
    any_luck,
    in_consultations,
    in_round,
    play,
    random_draft,
    random_words,
    scenario,
    turn_of,
)

PEN, COAL = "USA", "coal_iron_exports"
LEVEL = 3
PLAIN = Clause(COAL, LEVEL)
SOFT = evolve(PLAIN, softener="national_law")
HARD = evolve(PLAIN, hardener="directly_or_indirectly")


def turn(seat="CHN", clause=PLAIN):
    """The turn of a seat that was shown a text with this clause."""
    of = scenario()
    state = in_consultations(of, of.record | {COAL: LEVEL}, circle=Circle.ALL)
    if clause.reworded:
        version = evolve(state.versions[-1], clauses={**state.versions[-1].clauses, COAL: clause})
        state = evolve(state, versions=(*state.versions[:-1], version))
        state = evolve(state, working=version.clauses)
    return turn_of(state, seat)


def asked(clause, seat="CHN", of=PLAIN):
    return play(turn(seat, of), Ask.of(seat, clause))


def refused(state, action):
    return engine.refusal(state, action).key


def test_an_ask_for_softer_words_is_for_less_and_one_for_harder_words_for_more():
    soft, hard = asked(SOFT).record.asks[-1], asked(HARD, "JPN").record.asks[-1]

    assert (soft.clause, soft.upward) == (SOFT, False)
    assert (hard.clause, hard.upward) == (HARD, True)


def test_an_ask_for_a_level_alone_says_nothing_of_words():
    assert asked(Clause(COAL, 2)).record.asks[-1].words is None


def test_the_usual_words_can_be_asked_for_where_the_text_has_others():
    ask = asked(PLAIN, "JPN", of=SOFT).record.asks[-1]

    assert ask.words == PLAIN
    assert ask.upward


def test_the_words_that_stand_there_cannot_be_asked_for():
    assert refused(turn(), Ask.of("CHN", PLAIN)) == "unchanged"
    assert refused(turn(clause=SOFT), Ask.of("CHN", SOFT)) == "unchanged"


def test_the_same_words_are_asked_for_once_and_other_words_again():
    state = turn_of(asked(SOFT), PEN)
    state = turn_of(play(state, EndRound(PEN)), "CHN")
    again = evolve(state, record=asked(SOFT).record)

    assert refused(again, Ask.of("CHN", SOFT)) == "asked_before"
    assert engine.refusal(again, Ask.of("CHN", evolve(PLAIN, softener="as_appropriate"))) is None


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        (evolve(PLAIN, softener="no_such_words"), "unknown_words"),
        (evolve(PLAIN, verb=scenario().measure(COAL).level(LEVEL).verb), "own_verb"),
        (Clause(COAL, 9), "unknown_level"),
    ],
)
def test_words_that_a_clause_cannot_have_cannot_be_asked_for(clause, why):
    assert refused(turn(), Ask.of("CHN", clause)) == why


def test_granted_words_are_promised_and_written_and_kept_in_blue():
    state = play(turn_of(asked(SOFT), PEN), Grant(PEN, 1))
    pledge = state.record.pledges[-1]
    blue = play(state, PutInBlue(PEN))

    assert pledge.words == SOFT
    assert state.working[COAL] == SOFT
    assert blue.record.pledges[-1].status == "kept"


def test_a_promise_of_words_is_broken_by_the_level_in_its_usual_words():
    state = play(turn_of(asked(SOFT), PEN), Grant(PEN, 1), SetClause.of(PEN, PLAIN), PutInBlue(PEN))

    assert state.record.pledges[-1].status == "broken"


def test_a_promise_of_softer_words_is_kept_by_a_lower_level_and_by_still_softer_words():
    s = scenario()
    softer = min(
        (evolve(PLAIN, softener=m.id) for m in wording.modifiers(s, COAL, "softener")),
        key=lambda c: wording.weight(s, c).price,
    )
    pledge = Pledge("CHN", COAL, LEVEL, words=SOFT)

    assert opinion.keeps(s, {COAL: softer}, pledge)
    assert opinion.keeps(s, {COAL: Clause(COAL, LEVEL - 1)}, pledge)
    assert not opinion.keeps(s, {COAL: HARD}, pledge)
    assert not opinion.keeps(s, {COAL: Clause(COAL, LEVEL + 1)}, pledge)


def test_one_text_and_many_texts_agree_on_which_words_keep_a_promise():
    s, luck = scenario(), any_luck("promised words")
    drafts = [random_draft(s, luck) for _ in range(40)]
    rows, at = np.array([consensus.row(s, d) for d in drafts]), s.seats.index("CHN")
    for number in range(60):
        clause = random_words(s, luck, Clause(COAL, luck.randint(1, s.measure(COAL).top)))
        pledge = Pledge("CHN", COAL, clause.level, bool(number % 2), by=PEN, words=clause)
        record = Record(pledges=(pledge,))
        points = [opinion.total((*opinion.dealing_reasons(s, record, "CHN", d),)) for d in drafts]

        assert consensus.dealings(s, record, rows)[:, at].tolist() == points


def test_a_bracket_prints_the_words_that_are_asked_for_until_the_text_has_them():
    state = asked(SOFT)
    s, draft = scenario(), state.versions[-1].clauses
    wanted = text.open_brackets(s, state.record, draft)
    page = words.document(s, draft, brackets=wanted)
    (found,) = (p for p in page.paragraphs if p.measure == COAL)

    assert wanted == {COAL: (("CHN", SOFT),)}
    assert "[CHN: " in found.plain
    assert "national" in found.plain.split("[CHN: ")[1]
    assert text.open_brackets(s, state.record, {**draft, COAL: SOFT}) == {}


def test_what_was_asked_for_is_said_with_its_words():
    s, ask = scenario(), asked(SOFT).record.asks[-1]

    assert "with “" in words.asked(s, ask)
    assert "national" in words.say(Ask.of("CHN", SOFT), s)
    assert words.asked(s, evolve(ask, words=PLAIN)).endswith("(in its usual words)")


def test_a_computer_pen_writes_the_words_it_grants():
    """What a computer pen has promised in words is in the text that it goes for."""
    state = play(turn_of(asked(SOFT), PEN), Grant(PEN, 1))
    o = engine.observe(state, PEN)
    text_ = penholder._keeping(o, consensus.row(o.scenario, {**state.working, COAL: PLAIN}))
    column = consensus.model(o.scenario).measures.index(COAL)

    assert consensus.clause_of(o.scenario, column, int(text_[column])) == SOFT


def test_a_refused_ask_for_words_leaves_its_bracket():
    state = play(turn_of(asked(SOFT), PEN), Refuse(PEN, 1))

    assert text.brackets(state.record) == {COAL: (("CHN", SOFT),)}
    assert not lint.errors(scenario(), state.working)


def to_answer(clause):
    """The pen's turn, with one request on its desk."""
    return turn_of(asked(clause), PEN)


def test_a_refusal_can_offer_words_which_are_granted_when_they_are_asked_for():
    state = play(to_answer(Clause(COAL, 0)), Refuse.offering(PEN, 1, SOFT))
    again = turn_of(in_round(state, 2), "CHN")
    other = play(again, Ask.of("CHN", HARD))
    taken = play(again, Ask.of("CHN", SOFT))

    assert state.record.asks[0].offered == SOFT
    assert [a.status for a in other.record.asks] == ["refused", "open"]
    assert [a.status for a in taken.record.asks] == ["refused", "granted"]
    assert taken.working[COAL] == SOFT


@pytest.mark.parametrize(
    ("offer", "why"),
    [
        (Clause(COAL, 0), "counter_is_ask"),
        (Clause("flights", 3, softener="as_appropriate"), "unknown_words"),
        (evolve(PLAIN, softener="no_such_words"), "unknown_words"),
        (Clause(COAL, 99), "unknown_level"),
    ],
)
def test_what_is_offered_instead_is_a_clause_of_that_measure(offer, why):
    assert refused(to_answer(Clause(COAL, 0)), Refuse.offering(PEN, 1, offer)) == why


def test_an_offer_of_words_is_said_with_them():
    state = to_answer(Clause(COAL, 0))

    said = words.say(Refuse.offering(PEN, 1, SOFT), scenario(), record=state.record)

    assert "national" in said


# -- made without sight


def blind_ask(level, in_text):
    """A seat asks for a level of the clause before anybody has shown it the pen's text."""
    of = scenario()
    state = in_consultations(of, of.record | {COAL: in_text}, circle=Circle.P2)
    return play(turn_of(state, "VEN"), Ask("VEN", COAL, level))


def test_a_request_made_blind_is_promised_downward_where_the_pen_has_more():
    state = play(turn_of(blind_ask(level=2, in_text=3), PEN), Grant(PEN, 1))
    pledge = state.record.pledges[-1]

    assert pledge.upward is False
    assert state.working[COAL].level == 2
    assert not opinion.keeps(state.scenario, {COAL: Clause(COAL, 3)}, pledge)


def test_a_request_made_blind_is_promised_upward_where_the_pen_has_less():
    state = play(turn_of(blind_ask(level=3, in_text=2), PEN), Grant(PEN, 1))

    assert state.record.pledges[-1].upward is True
    assert state.working[COAL].level == 3


def test_a_request_made_blind_says_nothing_of_the_pens_text_before_it_is_granted():
    over, under = (blind_ask(level=2, in_text=n).record.asks[-1] for n in (1, 3))

    assert over == under
    assert over.blind


def test_a_request_made_with_sight_keeps_its_way_whatever_the_pen_writes_since():
    state = play(turn_of(asked(Clause(COAL, 2)), PEN), SetClause(PEN, COAL, 1), Grant(PEN, 1))

    assert state.record.pledges[-1].upward is False


def test_a_computer_grants_a_request_for_what_its_text_has_already():
    state = in_consultations(scenario(), scenario().record | {COAL: 2}, circle=Circle.P2)
    state = turn_of(play(turn_of(state, "VEN"), Ask("VEN", COAL, 2)), PEN)
    seen = evolve(engine.observe(state, PEN), spoke=(PEN,))

    assert penholder.revise(seen, ai.personalities()[ai.QUICK]) == Grant(PEN, 1)
