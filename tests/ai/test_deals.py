"""Computers in the corridor: they take what is worth its price, and say what would do."""

import pytest
from attrs import evolve

from game import engine
from game.ai import deals, mind, promising, season, word
from game.engine import bargain
from game.engine.actions import (
    Accept,
    Ask,
    AskNeeds,
    Back,
    BreakSilence,
    Decline,
    Offer,
    Oppose,
    TellNeeds,
    Warn,
)
from game.engine.actions.terms import pledge_of, same_terms
from game.engine.breach import broken_by
from game.engine.record import Asked, Pledge, Term
from game.engine.wording import clause_at, is_harder
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


# -- promises to ask no more


def with_record(seen, **changes):
    return evolve(seen, record=evolve(seen.record, **changes))


@pytest.fixture(scope="module")
def asking():
    """A turn in which a seat asks for what it has not been refused, and the ask."""
    for state, ask in moves(Ask, SEARCHING):
        seen = engine.observe(state, ask.seat, menu=False)
        mild = seen.draft and not any(a.measure == ask.measure for a in seen.record.asks)
        if mild and not seen.record.pledges and word.hoped(seen, ask) > 0:
            return seen, ask
    raise AssertionError("nobody asks")


def lifting(seen, ask):
    """Return the term by which an ask is lifted."""
    now = clause_at(seen.scenario, seen.draft, ask.measure)
    return Term("lift", ask.measure, ask.level, is_harder(seen.scenario, ask.clause, now))


def test_an_ask_that_was_refused_is_not_worth_a_broken_word(asking):
    """What is hoped for by an ask is its chance times its gain: a refusal leaves next to none."""
    seen, ask = asking
    lift = lifting(seen, ask)
    now = clause_at(seen.scenario, seen.draft, ask.measure)
    gain = mind.clause_points(seen, ask.clause) - mind.clause_points(seen, now)
    refused = Asked(1, "CHN", ask.measure, lift.level, lift.upward, 1, status="refused")

    assert 0 < word.hoped(seen, ask) < gain
    assert word.hoped(with_record(seen, asks=(refused,)), ask) == 0


def test_raising_again_what_was_lifted_breaks_a_word_and_the_other_way_does_not(asking):
    seen, ask = asking
    lift = lifting(seen, ask)
    pledge = evolve(pledge_of(lift, ask.seat, "USA"), secret=True, deal=1)
    bound, marks = with_record(seen, pledges=(pledge,)), (Oppose, Back)

    assert broken_by(bound, ask) == (pledge,)
    assert broken_by(bound, marks[lift.upward](ask.seat, ask.measure)) == (pledge,)
    assert not broken_by(bound, marks[not lift.upward](ask.seat, ask.measure))
    assert not broken_by(seen, ask)


def test_the_rules_settle_as_broken_just_what_was_foreseen():
    for game in SEARCHING:
        for before, action, after in played(*game).moves():
            if isinstance(action, Ask | Oppose | Back | Warn | BreakSilence):
                foreseen = broken_by(engine.observe(before, action.seat, menu=False), action)
                pairs = zip(before.record.pledges, after.record.pledges, strict=False)
                now = [a for a, b in pairs if (a.status, b.status) == ("open", "broken")]
                assert list(foreseen) == now


def test_a_promise_that_was_broken_once_is_worth_next_to_nothing_the_next_time():
    """Of that kind, that giver and to oneself; of another kind it is worth what its word is."""
    seen, offer = next(
        (engine.observe(state, offer.seat, menu=False), offer)
        for state, offer in moves(Offer, [*SEARCHING, *GAMES])
        if len(offer.take) == 1 and offer.take[0].kind != "clause"
    )
    other, take = offer.to, offer.take
    kind = "favour" if take[0].kind != "favour" else "lift"
    broken = evolve(pledge_of(take[0], other, seen.seat), status="broken", secret=True, item="")
    records = ((), (evolve(broken, kind=kind),), (evolve(broken, to="FRA"),), (broken,))
    seens = (with_record(seen, pledges=(*seen.record.pledges, *more)) for more in records)
    worth = [bargain.value(o, other, (), take).points for o in seens]

    assert worth[0] == worth[1] == worth[2] > 0
    assert worth[3] < worth[0]


def test_nobody_sells_a_promise_that_it_would_break_at_once():
    for state, offer in moves(Offer, SEARCHING):
        seen = engine.observe(state, offer.seat, menu=False)
        assert promising.is_good(seen, offer.to, offer.give, offer.take)
    for state, accept in moves(Accept, SEARCHING):
        seen = engine.observe(state, accept.seat, menu=False)
        assert promising.is_good(seen, accept.to, state.offered.take, state.offered.give)


def test_enforcement_is_sold_by_whoever_would_report_in_full_and_by_nobody_else(
    asking, monkeypatch
):
    for kind in ("full", "short"):
        monkeypatch.setattr(season, "report", lambda *_args, kind=kind, **_named: kind)
        good = promising.is_good(asking[0], "USA", (Term("enforce"),), ())
        assert good is (kind == "full")
