"""Computers in the corridor: they take what is worth its price, and say what would do."""

import pytest
from attrs import evolve

from game import engine
from game.ai import deals, word
from game.engine import bargain
from game.engine.actions import Accept, AskNeeds, Decline, Offer, TellNeeds
from game.engine.actions.terms import same_terms
from game.engine.record import Pledge
from tests.build import played

GAMES = [("resolution_2270", seed) for seed in (1, 2, 3)] + [("first_sitting", 1)]

SEARCHING = [("resolution_2270", seed, "search") for seed in (3, 4)]
"""Games of computers that ask for all they want, whoever else has asked for it."""


def moves(kind, games=GAMES):
    """Yield every act of a kind in some games: the state before it, and the act."""
    for game in games:
        for before, action, _after in played(*game).moves():
            if isinstance(action, kind):
                yield before, action


def test_computers_deal_with_each_other():
    assert list(moves(Offer))
    assert list(moves(Accept))


def test_what_is_accepted_is_worth_its_price_to_who_accepts():
    for state, accept in moves(Accept):
        seen = engine.observe(state, accept.seat)

        assert deals.worth_to(seen, seen.offered).points >= 0


def test_every_refusal_names_what_would_do_or_where_there_is_no_wording():
    for state, decline in moves(Decline):
        offered = state.offered
        if decline.give:
            seen = engine.observe(state, decline.seat)
            worth = bargain.value(seen, decline.to, decline.give, decline.take)
            assert worth.points >= 0
            assert not same_terms(decline.give, offered.take) or not same_terms(
                decline.take, offered.give
            )
        else:
            assert decline.red_line


def test_an_offer_serves_its_author_and_seems_to_serve_the_other():
    for state, offer in moves(Offer):
        seen = engine.observe(state, offer.seat)

        assert bargain.value(seen, offer.to, offer.give, offer.take).points > 0
        # It was chosen by its parts, each rounded, which can be a point more than their sum.
        assert bargain.estimate(seen, offer.to, offer.give, offer.take).mean >= 0


def test_a_quick_member_makes_its_offers_with_its_last_act():
    games = (("hwasong_14", seed) for seed in (7, 8, 9))
    offers = [(s, o) for s, o in moves(Offer, games) if o.seat != s.scenario.penholder]

    assert offers
    assert all(state.tokens[offer.seat] == 1 for state, offer in offers)


def approached(level):
    """Return what the pen saw when it asked for needs or made an offer, and its text of then."""
    games = [("resolution_2270", seed, level) for seed in (1, 4)]
    return [
        engine.observe(state, act.seat, menu=False)
        for kind in (Offer, AskNeeds)
        for state, act in moves(kind, games)
        if act.seat == state.scenario.penholder
    ]


def test_a_quick_pen_turns_to_others_when_it_has_answered_and_a_searching_one_at_any_time():
    def waiting(o):
        return any(ask.status == "open" for ask in o.record.asks)

    assert approached("quick")
    assert not any(waiting(o) for o in approached("quick"))
    assert any(waiting(o) for o in approached("search"))


def test_an_act_of_the_corridor_can_be_explained_by_its_parts():
    for state, offer in moves(Offer):
        seen = engine.observe(state, offer.seat)
        parts = deals.why(seen, offer)

        assert (
            sum(r.points for r in parts)
            == deals.bargain.value(seen, offer.to, offer.give, offer.take).points
        )


@pytest.mark.parametrize("game", GAMES, ids=str)
def test_a_seat_approaches_one_other_a_round_at_most(game):
    offers = played(*game).end.record.offers
    made = [(o.seat, o.round) for o in offers]

    assert len(made) == len(set(made))


def test_what_a_computer_tells_of_its_needs_is_its_greatest_trouble():
    for state, told in moves(TellNeeds):
        trouble = deals.trouble(engine.observe(state, told.seat))

        assert told.about in ("", trouble)


def test_members_trade_what_is_dear_to_one_and_cheap_to_the_other_without_the_pen():
    among = [(state, o) for state, o in moves(Offer, SEARCHING) if "USA" not in (o.seat, o.to)]

    assert among
    for _state, offer in among:
        assert [t.kind for t in offer.take] == ["lift"]


def test_a_word_is_kept_unless_more_is_won_by_breaking_it_than_is_lost():
    """What is lost: what the other still owes, credibility, and the deals still to come."""
    state = next(s for s, _offer in moves(Offer) if s.round < s.scenario.rounds)
    seat = engine.actor(state)
    given = Pledge("CHN", "flights", 2, by=seat, kind="lift", deal=1)
    owed = Pledge(seat, by="CHN", kind="favour", item="trade_mission", deal=1)
    seen = engine.observe(evolve(state, record=evolve(state.record, pledges=(given, owed))), seat)
    price = word.price(seen, given)

    assert price > 0
    assert not word.breaks(seen, "lift", price)
    assert word.breaks(seen, "lift", price + 1)
    assert word.breaks(seen, "silence", 0)


def test_a_pen_gives_nobody_what_it_has_promised_against_to_another():
    """Asked wherever a pen strikes a deal: no open promise to somebody else breaks by it."""
    struck = 0
    for seed in range(1, 9):
        for before, action, _ in played("resolution_2270", seed).moves():
            if not isinstance(action, Accept | Offer) or action.seat != "USA":
                continue
            given = action.give if isinstance(action, Offer) else before.offered.take
            for term in (t for t in given if t.kind == "clause"):
                struck += 1
                others = (p for p in before.record.promised if p.to != action.to)
                open_ = (p for p in others if (p.measure, p.status) == (term.measure, "open"))
                assert all(p.holds(term.level) for p in open_)
    assert struck


def test_a_pen_that_was_told_that_nothing_more_is_needed_turns_to_somebody_else():
    for _before, said, after in (m for game in GAMES for m in played(*game).moves()):
        pen = after.scenario.penholder
        if isinstance(said, TellNeeds) and said.to == pen and not (said.about or said.category):
            assert deals.counterpart(engine.observe(after, pen)) != said.seat


def searching(kind):
    """Yield what a searching seat saw, and its act of a kind."""
    for game in SEARCHING:
        found = played(*game)
        for state, act in zip(found.states, found.actions, strict=False):
            if isinstance(act, kind):
                yield engine.observe(state, act.seat, menu=False), act


def test_searching_computers_offer_several_things_at_once_and_one_for_one_too():
    sizes = {(len(act.give), len(act.take)) for _o, act in searching(Offer)}

    assert (1, 1) in sizes
    assert sizes & {(1, 2), (2, 1), (2, 2)}


def test_a_pair_in_an_offer_is_worth_more_to_who_gets_it_than_either_of_the_two():
    for o, act in searching(Offer):
        whole = bargain.value(o, act.to, (), act.take).points
        parts = [bargain.value(o, act.to, (), (term,)).points for term in act.take]

        assert len(parts) == 1 or whole > max(parts)


def test_several_things_are_answered_by_several_where_that_serves_best():
    sizes = {
        (len(act.give), len(act.take)) for _o, act in searching(Decline) if act.give or act.take
    }

    assert sizes & {(1, 2), (2, 1), (2, 2)}
