"""What a computer pen does when it is asked for words: it answers, and writes what it promised."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine
from game.ai import answering, deals, mind, wishing
from game.ai.wishing import was_refused
from game.engine import wording
from game.engine.actions import Accept, Ask, Decline, Grant, Offer, Refuse
from game.engine.actions.terms import clause_term
from game.engine.consensus import row
from game.engine.record import Clause, Term
from game.engine.terms import Ballot, Circle
from tests.build import in_consultations, in_round, play, play_on, played, scenario, turn_of

PEN = "USA"
YES = Term("vote", ballot=Ballot.YES)
ASKERS = ("CHN", "RUS", "JPN", "FRA")


def worded(s, draft):
    """Every clause of a text in each of its other words."""
    for clause in draft.values():
        if s.floor(clause.measure) < clause.level:
            yield from wording.small_edits(s, Clause(clause.measure, clause.level))


@cache
def answered(seat):
    """Games in which a seat asks a computer pen for words, one for some of the words there are."""
    start = turn_of(in_consultations(scenario(), circle=Circle.ALL), seat)
    found = []
    for clause in list(worded(scenario(), start.versions[-1].clauses))[::9]:
        state = evolve(start, tokens={**start.tokens, seat: 1})
        ask = Ask.of(seat, clause)
        if engine.refusal(state, ask) is None:
            state = play(state, ask)
            found.append(play_on(state, 3, until=lambda now: now.round > 1 or bool(now.blue)))
    return found


@pytest.mark.parametrize("seat", ASKERS)
def test_a_request_for_words_is_answered_in_its_round(seat):
    games = answered(seat)
    for game in games:
        first = next(a for a in game.end.record.asks if a.seat == seat)
        said = [a for a in game.actions if isinstance(a, Grant | Refuse) and a.ask == first.id]

        assert len(said) == 1
        assert first.status in ("granted", "refused")
    assert games


def test_words_are_granted_to_some_and_refused_to_others():
    """A pen that granted or refused all of them would weigh nothing."""
    asks = [g.end.record.asks for seat in ASKERS for g in answered(seat)]
    how = {next(a for a in many if a.words is not None).status for many in asks}

    assert how == {"granted", "refused"}


@pytest.mark.parametrize("seat", ASKERS)
def test_words_that_were_granted_stand_in_the_text_that_is_shown_next(seat):
    for game in answered(seat):
        s, end = game.end.scenario, game.end
        for pledge in (p for p in end.record.pledges if p.words is not None and p.to == seat):
            now = wording.clause_at(s, end.working, pledge.measure)

            assert wording.keeps_words(s, now, pledge.words, upward=pledge.upward)


def test_a_computer_pen_trades_words_for_a_vote_by_what_they_are_worth_to_it():
    start = turn_of(in_consultations(scenario(), circle=Circle.ALL), "CHN")
    said = {}
    for clause in list(worded(scenario(), start.versions[-1].clauses))[::5]:
        term = clause_term(scenario(), Clause(clause.measure, clause.level), clause)
        state = play(start, Offer("CHN", PEN, (YES,), (term,)))
        seen = engine.observe(state, PEN)
        worth = deals.worth_to(seen, seen.offered).points
        said[clause] = ai.decide(seen, ai.personalities()["quick"], None)

        assert isinstance(said[clause], Accept) is (worth >= deals.least(seen))
    assert {type(act) for act in said.values()} == {Accept, Decline}


def test_computers_offer_each_other_words():
    offers = [
        action
        for seed in range(4)
        for _before, action, _after in played("resolution_2270", seed, "search").moves()
        if isinstance(action, Offer)
    ]

    assert any(t.words is not None for o in offers for t in (*o.give, *o.take))


def asked_for_words(seeds=range(6)):
    """Yield the asks of computers for other words: the state before, and the ask."""
    for id in ("resolution_2270", "hwasong_14"):
        for seed in seeds:
            for before, action, _after in played(id, seed).moves():
                if isinstance(action, Ask) and action.clause.reworded:
                    yield before, action


def test_computers_ask_for_words_where_the_level_was_refused_and_gain_by_them():
    found = list(asked_for_words())
    for before, ask in found:
        seen = engine.observe(before, ask.seat)
        with_words = {**seen.draft, ask.measure: ask.clause}

        assert was_refused(seen, ask.measure)
        assert mind.points_for(seen, with_words) > mind.points_for(seen, seen.draft)
        assert ai.why(seen, ask).points > 0
    assert found


def test_a_pen_counts_the_words_of_what_it_is_asked_for():
    """Softer words at the same level are no gift: they take from what the pen wants."""
    seen = engine.observe(turn_of(in_consultations(scenario()), PEN), PEN)
    plain, soft = Clause("flights", 3), Clause("flights", 3, softener="as_appropriate")

    assert mind.clause_points(seen, soft) < mind.clause_points(seen, plain)


@pytest.mark.parametrize(("seat", "measure", "level"), [("CHN", "vessel_services", 4)])
def test_a_computer_pen_offers_words_where_it_gives_no_level_and_they_serve_both(
    seat, measure, level
):
    s = scenario()
    late = in_round(in_consultations(s, {**s.record, measure: level}), s.rounds)
    state = play(turn_of(late, seat), Ask(seat, measure, level - 1))
    o, goal = engine.observe(turn_of(state, PEN), PEN), row(s, state.working)
    offer = answering._counter(o, state.record.asks[-1], goal, thorough=True)
    state = play(turn_of(state, PEN), Refuse.offering(PEN, 1, offer))
    wish = next(w for w in wishing.offered(engine.observe(state, seat)) if w.measure == measure)

    assert offer.level == level
    assert wording.is_harder(s, Clause(measure, level), offer)
    assert wish.clause == offer
    assert wish.points >= wishing.WORTH_ASKING
    assert answering._pays(
        o, evolve(state.record.asks[-1], words=offer, level=level), goal, thorough=True
    )


def taken_up(seeds=range(1, 7)):
    """Yield asks for just what the pen had offered instead: state, ask, next state."""
    for seed in seeds:
        for before, action, after in played("resolution_2270", seed).moves():
            if isinstance(action, Ask):
                mine = (a for a in before.record.asks if a.seat == action.seat)
                if any(a.offered == action.clause for a in mine):
                    yield before, action, after


def test_a_computer_takes_up_what_the_pen_offered_instead_where_it_gains_by_it():
    taken = 0
    for before, action, after in taken_up():
        seen = engine.observe(before, action.seat)
        now = wording.clause_at(before.scenario, seen.draft or {}, action.measure)
        gain = mind.clause_points(seen, action.clause) - mind.clause_points(seen, now)

        assert after.record.asks[-1].status == "granted"
        assert gain >= wishing.WORTH_ASKING
        taken += 1
    assert taken
