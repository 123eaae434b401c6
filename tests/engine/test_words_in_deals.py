"""Words of a clause as a part of a deal: what they are worth, and whether they are kept."""

import numpy as np
import pytest
from attrs import evolve

from game import engine
from game.engine import bargain, chain, consensus, opinion, wording
from game.engine.actions import Accept, Decline, Offer, PutInBlue, SetClause
from game.engine.actions.terms import clause_term
from game.engine.record import Clause, Pledge, Record, Term
from game.engine.terms import Ballot
from tests.build import in_consultations, play, scenario, turn_of

SOFT = Clause("flights", 3, softener="as_appropriate")
WORDS = Term("clause", "flights", 3, words=SOFT)
YES = Term("vote", ballot=Ballot.YES)


def at_turn(seat, **how):
    return turn_of(in_consultations(scenario(), people=scenario().seats, **how), seat)


def refused(state, action):
    found = engine.refusal(state, action)
    return found.key if found else None


def struck():
    """A state in which China has promised its vote for softer words on flights."""
    return play(at_turn("CHN"), Offer("CHN", "USA", (YES,), (WORDS,)), Accept("USA", "CHN", 1))


def test_a_softer_word_is_a_term_that_the_pen_gives_and_another_takes():
    given = play(at_turn("USA"), Offer("USA", "CHN", (WORDS,), (YES,)), Accept("CHN", "USA", 1))

    for state in (struck(), given):
        assert [p.words for p in state.record.promised] == [SOFT]
        assert state.working["flights"] == SOFT


@pytest.mark.parametrize(
    ("term", "why"),
    [
        (
            Term("clause", "flights", 3, words=Clause("flights", 3, softener="none")),
            "unknown_words",
        ),
        (Term("clause", "flights", 2, words=SOFT), "unknown_words"),
        (Term("lift", "flights", 3, words=SOFT), "unknown_words"),
        (Term("clause", "condemnation", 5, words=Clause("condemnation", 5, "urges")), "fixed_verb"),
    ],
)
def test_words_that_a_clause_cannot_have_are_no_term(term, why):
    assert refused(at_turn("CHN"), Offer("CHN", "USA", (YES,), (term,))) == why


def test_who_holds_no_pen_gives_no_words():
    assert refused(at_turn("CHN"), Offer("CHN", "FRA", (WORDS,), (YES,))) == "not_the_pen"


def test_words_that_were_promised_stand_in_blue_or_the_promise_is_broken():
    state = turn_of(struck(), "USA")
    kept = play(state, PutInBlue("USA"))
    broken = play(state, SetClause("USA", "flights", 3), PutInBlue("USA"))

    assert kept.record.promised[0].status == "kept"
    assert broken.record.promised[0].status == "broken"
    assert broken.record.trust("USA") < 100


def test_a_broken_word_frees_the_other_side_of_the_deal():
    state = play(turn_of(struck(), "USA"), SetClause("USA", "flights", 3), PutInBlue("USA"))

    assert [p.status for p in state.record.pledges if p.by == "CHN"] == ["void"]


def test_words_that_come_back_unchanged_are_struck():
    state = play(at_turn("CHN"), Offer("CHN", "USA", (YES,), (WORDS,)))
    same = play(state, Decline("USA", "CHN", 1, (WORDS,), (YES,)))

    assert same.record.offers[0].status == "struck"


@pytest.mark.parametrize("seat", ["CHN", "RUS", "JPN"])
@pytest.mark.parametrize("seed", range(4))
def test_words_are_worth_just_what_they_add_to_the_sum(seat, seed):
    """Aims left out, which are counted in a part of their own."""
    state = at_turn(seat, seed=seed)
    seen = engine.observe(state, seat)
    mind = consensus.model(seen.scenario).minds.index((seat, seen.dealt.variant))
    stock = seen.record.stock
    before = consensus.own_of(seen.scenario, seen.draft, stock)[mind]
    found = [t for t in bargain.vocabulary(seen, "USA", seat) if t.words is not None]
    for term in (*found, WORDS):
        after = consensus.own_of(seen.scenario, {**seen.draft, term.measure: term.clause}, stock)
        parts = {r.key: r.points for r in bargain.value(seen, "USA", (), (term,)).reasons}

        assert parts.get("clause", 0) == after[mind] - before


def test_the_words_that_are_put_forward_are_the_most_welcome_ones():
    seen = engine.observe(at_turn("USA"), "USA")
    found = [t for t in bargain.vocabulary(seen, "USA", "CHN") if t.words is not None]
    theirs = [bargain.estimate(seen, "CHN", (t,), ()).mean for t in found]

    assert found
    assert min(theirs) > 0
    assert theirs == sorted(theirs, reverse=True)


def test_the_estimate_of_words_is_the_mean_over_what_is_held_possible():
    seen = engine.observe(at_turn("USA"), "USA")
    s, stock = seen.scenario, seen.record.stock
    texts = np.stack(
        [consensus.row(s, seen.working), consensus.row(s, {**seen.working, "flights": SOFT})]
    )
    was, now = consensus.own_sums(s, texts, stock)
    share = engine.observation.belief(seen).weights.sum(axis=1)
    rows = [at for at, (seat, _) in enumerate(consensus.model(s).minds) if seat == "CHN"]
    mean = ((now - was)[rows] * share[rows]).sum() / share[rows].sum()

    assert bargain.estimate(seen, "CHN", (WORDS,), ()).mean == pytest.approx(mean, abs=4)


def test_a_clause_at_the_same_level_is_meant_in_its_own_words():
    now = SOFT
    term = clause_term(scenario(), now, Clause("flights", 3))

    assert term == Term("clause", "flights", 3, upward=True, words=Clause("flights", 3))


def test_words_for_the_next_text_are_due_in_it_where_it_can_have_them():
    s = scenario()
    pledge = Pledge("CHN", "flights", 3, by="USA", kind="next_text", due="next", words=SOFT)
    record = Record(pledges=(pledge,))
    dead = chain._words_now(
        s, Pledge("CHN", "flights", 3, words=Clause("flights", 3, softener="x"))
    )

    assert [p.words for p in chain.due_now(record, s)] == [SOFT]
    assert dead is None


def test_a_promise_of_words_is_kept_by_better_ones_for_who_has_it():
    s = scenario()
    pledge = Pledge("CHN", "flights", 3, by="USA", words=SOFT)

    assert wording.is_softened(s, SOFT)
    assert opinion.keeps(s, {"flights": Clause("flights", 2)}, pledge)
    assert not opinion.keeps(s, {"flights": Clause("flights", 3)}, pledge)


def test_there_is_a_wording_where_words_alone_would_do():
    """Russia is so short of a yes that no level has to move: softer words make up for it."""
    seen = engine.observe(at_turn("USA"), "USA")
    found = {}
    for short in range(-20, 21):
        brief = evolve(seen.scenario.briefs["RUS"], yes_at=short)
        briefs = {**seen.scenario.briefs, "RUS": brief}
        o = evolve(seen, scenario=evolve(seen.scenario, briefs=briefs, favours=()))
        yes = bargain.yes_if(o, "RUS")
        if yes is not None and any(c.reworded for c in yes.changes):
            found[short] = yes

    assert found
    for yes in found.values():
        assert yes.chance >= 500
        assert all(wording.fault(seen.scenario, c) is None for c in yes.changes)
