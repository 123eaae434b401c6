"""Deals: who may offer what, what is struck, what a word given weighs, and what comes of it."""

import numpy as np
import pytest
from attrs import evolve

from game import engine
from game.engine import bargain, consensus, opinion, settlement
from game.engine.actions import (
    Accept,
    Ask,
    AskFlexibility,
    AskNeeds,
    CoSponsor,
    Decline,
    EndRound,
    ExplainHome,
    Offer,
    Reply,
    Say,
    TellNeeds,
    Warn,
)
from game.engine.events import AskLifted, PledgeSettled, Unmasked, WordBroken
from game.engine.opinion import next_text
from game.engine.record import Clause, Pledge, Record, Term
from game.engine.terms import WORLD, Ballot, Phrase
from tests.build import (
    any_luck,
    idle,
    in_blue,
    in_consultations,
    in_round,
    play,
    random_draft,
    random_minds,
    scenario,
    turn_of,
    voted,
)

YES = Term("vote", ballot=Ballot.YES)
NOT_AGAINST = Term("vote", ballot=Ballot.ABSTAIN)
FAVOUR = Term("favour", item="smaller_exercise")
CLAUSE = Term("clause", "flights", 3, upward=False)


def at_turn(seat, **how):
    return turn_of(in_consultations(scenario(), people=scenario().seats, **how), seat)


def refused(state, action):
    found = engine.refusal(state, action)
    return found.key if found else None


def events(state, kind):
    return [e for e in state.log if isinstance(e, kind)]


def dealing(give, take, to="CHN", by="USA"):
    """Return a state in which a deal was struck in the first round."""
    state = at_turn(by)
    number = 1
    return play(state, Offer(by, to, give, take), Accept(to, by, number))


# -- offers


def test_an_offer_is_answered_at_once_and_then_its_author_goes_on():
    state = play(at_turn("USA"), Offer("USA", "CHN", (FAVOUR,), (YES,)))

    assert engine.actor(state) == "CHN"
    assert refused(state, Say("CHN", Phrase.SUPPORTS)) == "offer_waits"
    assert engine.actor(play(state, Accept("CHN", "USA", 1))) == "USA"


def test_two_members_deal_without_the_pen():
    state = play(
        at_turn("CHN"),
        Offer("CHN", "VEN", (Term("favour", item="trade_mission"),), (YES,)),
        Accept("VEN", "CHN", 1),
    )

    assert [(p.by, p.to, p.kind, p.secret) for p in state.record.pledges] == [
        ("CHN", "VEN", "favour", True),
        ("VEN", "CHN", "vote", True),
    ]


@pytest.mark.parametrize(
    ("seat", "give", "take", "why"),
    [
        ("CHN", (CLAUSE,), (FAVOUR,), "not_the_pen"),
        ("USA", (YES,), (YES,), "own_draft"),
        ("USA", (), (YES,), "terms_count"),
        ("USA", (FAVOUR, FAVOUR), (YES,), "term_twice"),
        ("USA", (Term("favour", item="convoys"),), (YES,), "not_yours"),
        ("USA", (Term("clause", "flights", 9),), (YES,), "unknown_level"),
    ],
)
def test_nobody_offers_what_it_cannot_give(seat, give, take, why):
    to = "CHN" if seat == "USA" else "USA"

    assert refused(at_turn(seat), Offer(seat, to, give, take)) == why


def test_one_approach_to_the_same_seat_a_round():
    state = play(at_turn("USA"), Offer("USA", "CHN", (FAVOUR,), (YES,)), Decline("CHN", "USA", 1))

    again = Offer("USA", "CHN", (FAVOUR,), (NOT_AGAINST,))
    assert refused(state, again) == "approached"
    assert refused(state, Offer("USA", "RUS", (FAVOUR,), (YES,))) is None


def test_an_offer_that_comes_back_unchanged_is_struck():
    """Whether at once, or later by whoever had been given the counter-offer."""
    offer = play(at_turn("USA"), Offer("USA", "CHN", (FAVOUR,), (YES,)))
    same = play(offer, Decline("CHN", "USA", 1, (YES,), (FAVOUR,)))
    countered = play(offer, Decline("CHN", "USA", 1, (NOT_AGAINST,), (FAVOUR,)))
    later = turn_of(play(countered, EndRound("USA")), "USA")
    later = play(later, Offer("USA", "CHN", (FAVOUR,), (NOT_AGAINST,)))

    assert same.record.offers[0].status == "struck"
    assert later.record.offers[-1].status == "struck"
    assert engine.actor(later) == "USA"


def test_a_counter_is_no_red_line():
    state = play(at_turn("USA"), Offer("USA", "CHN", (FAVOUR,), (YES,)))

    both = Decline("CHN", "USA", 1, (NOT_AGAINST,), (FAVOUR,), "flights")
    assert refused(state, both) == "counter_or_line"


def test_what_one_needs_is_asked_once_a_round_and_told_to_who_asked():
    state = play(at_turn("USA"), AskNeeds("USA", "CHN"))
    told = play(state, TellNeeds("CHN", "USA", "flights"))

    assert refused(state, EndRound("CHN")) == "question_waits"
    assert engine.actor(told) == "USA"
    assert refused(told, AskNeeds("USA", "RUS")) == "inquired"
    assert TellNeeds("CHN", "USA", "flights") in engine.observe(told, "USA").log
    assert TellNeeds("CHN", "USA", "flights") not in engine.observe(told, "RUS").log


# -- promises in the sum


def reasons_of(state, seat, draft):
    found = opinion.dealing_reasons(state.scenario, state.record, seat, draft)
    return {r.key: r.points for r in found}


def test_a_word_that_was_given_and_a_favour_that_was_received_stand_in_the_sum():
    state = dealing((FAVOUR,), (YES,))

    found = reasons_of(state, "CHN", state.working)
    assert found["own_word"] == opinion.OWN_WORD
    assert found["favour"] == 4
    assert "favour" not in reasons_of(state, "USA", state.working)


def test_a_word_given_for_a_clause_binds_only_while_the_text_has_it():
    state = dealing((CLAUSE,), (YES,))
    without = opinion.text_of({"flights": 4})

    assert "own_word" in reasons_of(state, "CHN", opinion.text_of({"flights": 3}))
    assert "own_word" not in reasons_of(state, "CHN", without)
    assert reasons_of(state, "CHN", without)["pledge_broken"] == opinion.PLEDGE_BROKEN


def test_who_promised_not_to_vote_against_holds_out_longer():
    s = scenario()
    record = Record(pledges=(Pledge("USA", by="CHN", kind="vote", ballot=Ballot.ABSTAIN),))

    held = opinion.refuses_below(s, Record(), "CHN") - opinion.refuses_below(s, record, "CHN")
    assert held == opinion.OWN_WORD


def test_a_secret_promise_that_a_text_breaks_raises_no_doubts_in_others():
    s, text = scenario(), opinion.text_of({"flights": 4})
    told = Pledge("CHN", "flights", 3, by="USA")

    for secret, doubted in ((False, True), (True, False)):
        record = Record(pledges=(evolve(told, secret=secret),))
        keys = [r.key for r in opinion.dealing_reasons(s, record, "SEN", text)]
        assert ("word_doubted" in keys) is doubted


def any_pledge(s, luck, kind):
    by, to = luck.sample(s.seats, 2)
    m = luck.choice(s.measures)
    return Pledge(
        to,
        m.id if kind in ("clause", "lift", "next_text") else "",
        luck.randint(s.floor(m.id), m.top),
        luck.random() < 0.5,
        luck.choice(("open", "kept", "broken", "void")),
        by=by,
        kind=kind,
        item=luck.choice(s.favours).id if kind == "favour" else "",
        ballot=luck.choice((Ballot.YES, Ballot.ABSTAIN)) if kind == "vote" else None,
        secret=luck.random() < 0.5,
        deal=luck.randint(0, 2),
    )


@pytest.mark.parametrize("seed", range(12))
def test_the_sum_of_many_texts_agrees_with_the_sum_of_one_whatever_was_promised(seed):
    s, luck = scenario(), any_luck("promises", seed)
    kinds = ("clause", "vote", "sponsor", "favour", "next_text", "lift", "silence", "enforce")
    pledges = [any_pledge(s, luck, luck.choice(kinds)) for _ in range(9)]
    faces = {seat: luck.choice(list(Phrase)) for seat in luck.sample(s.seats, 5)}
    record = Record(pledges=tuple(pledges), faces=faces)
    texts = [random_draft(s, luck) for _ in range(4)]

    rows = consensus.dealings(s, record, np.stack([consensus.row(s, t) for t in texts]))
    for text, row in zip(texts, rows, strict=True):
        for seat, points in zip(s.seats, row.tolist(), strict=True):
            one = opinion.total(tuple(opinion.dealing_reasons(s, record, seat, text)))
            assert points == one
    shared = consensus.shared(s, record).tolist()
    for seat, points in zip(s.seats, shared, strict=True):
        assert points == opinion.total(tuple(opinion.shared_reasons(s, record, seat)))


# -- settled


def test_a_vote_that_was_promised_is_kept_or_broken_in_the_count():
    state = dealing((FAVOUR,), (YES,))
    kept, broken = voted(state, {}), voted(state, {"CHN": Ballot.ABSTAIN})

    assert [e.kept for e in events(kept, PledgeSettled) if e.kind == "vote"] == [True]
    assert [e.kept for e in events(broken, PledgeSettled) if e.kind == "vote"] == [False]
    assert broken.record.trust("CHN") < kept.record.trust("CHN") == 100
    assert {p.kind: p.status for p in broken.record.pledges}["favour"] == "void"


def test_a_kept_secret_stays_one_and_a_broken_one_is_told():
    state = dealing((FAVOUR,), (YES,))
    kept, broken = voted(state, {}), voted(state, {"CHN": Ballot.NO})

    assert not events(engine.observe(kept, "SEN"), PledgeSettled)
    assert [e.by for e in events(engine.observe(broken, "SEN"), PledgeSettled)] == ["CHN"]


def test_a_lifted_ask_is_gone_and_raising_it_again_breaks_the_word():
    state = turn_of(at_turn("RUS"), "RUS")
    state = play(state, Ask("RUS", "flights", 2), EndRound("RUS"))
    lift = Term("lift", "flights", 2, upward=False)
    state = play(turn_of(state, "USA"), Offer("USA", "RUS", (FAVOUR,), (lift,)))
    state = play(state, Accept("RUS", "USA", 1), EndRound("USA"))
    again = play(turn_of(state, "RUS"), Warn("RUS", "flights", 3))

    assert events(state, AskLifted) == [AskLifted("RUS", "flights")]
    assert state.record.asks[0].status == "lifted"
    assert [e.kept for e in events(again, PledgeSettled)] == [False]


def test_a_sponsor_that_was_promised_lends_its_name():
    state = in_blue(dealing((FAVOUR,), (Term("sponsor"),)))
    state = turn_of(state, "CHN")
    kept = voted(play(state, CoSponsor("CHN")), {})

    assert [e.kept for e in events(kept, PledgeSettled) if e.kind == "sponsor"] == [True]


# -- bluffs


def test_a_phrase_that_gets_better_without_a_visible_cause_is_unmasked():
    state = play(at_turn("RUS"), Say("RUS", Phrase.OPPOSES), EndRound("RUS"))
    later = turn_of(play(turn_of(state, "USA"), EndRound("USA")), "RUS")
    moved = play(later, Say("RUS", Phrase.GOES_ALONG))
    stays = play(later, Say("RUS", Phrase.OPPOSES))

    assert events(moved, Unmasked) == [Unmasked("RUS", "phrase")]
    assert moved.record.trust("RUS") == 100 - settlement.FALLS["phrase"]
    assert moved.record.said[0].unmasked
    assert not events(stays, Unmasked)


def test_a_warning_that_was_not_meant_is_unmasked_by_the_ballot():
    state = play(at_turn("RUS"), Warn("RUS", "flights", 3, Phrase.OPPOSES))
    text = opinion.level_of(state.scenario, state.working, "flights")
    done = voted(state, {})

    assert text >= 3
    assert Unmasked("RUS", "warning", "flights") in done.log


@pytest.mark.parametrize("moved_by", ["its capital", "a deal"])
def test_who_was_moved_out_of_sight_is_not_unmasked_for_a_better_phrase(moved_by):
    state = play(at_turn("RUS"), Say("RUS", Phrase.OPPOSES), EndRound("RUS"))
    state = moved(state, "RUS", moved_by)
    later = turn_of(play(turn_of(state, "USA"), EndRound("USA")), "RUS")

    assert not events(play(later, Say("RUS", Phrase.GOES_ALONG)), Unmasked)


@pytest.mark.parametrize("moved_by", ["its capital", "a deal"])
def test_who_was_moved_out_of_sight_is_not_unmasked_for_a_warning(moved_by):
    state = play(at_turn("RUS"), Warn("RUS", "flights", 3, Phrase.OPPOSES))
    done = voted(moved(state, "RUS", moved_by), {})

    assert not events(done, Unmasked)


def moved(state, seat, by):
    """Give a seat a reason to change its word that the others do not see."""
    now = len(state.record.said)
    if by == "its capital":
        dealt = evolve(state.dealt[seat], since=now)
        return evolve(state, dealt={**state.dealt, seat: dealt})
    favour = Pledge(seat, by="USA", kind="favour", item="votes", secret=True, deal=1, since=now)
    return evolve(state, record=evolve(state.record, pledges=(*state.record.pledges, favour)))


def test_a_ballot_against_ones_word_costs_credibility():
    state = play(at_turn("RUS"), Say("RUS", Phrase.SUPPORTS))
    done = voted(state, {"RUS": Ballot.ABSTAIN})

    assert WordBroken("RUS") in done.log
    assert done.record.trust("RUS") == 100 - settlement.FALLS["ballot"]


def test_a_phrase_before_the_cameras_costs_a_token_and_binds():
    state = at_turn("RUS")
    said = play(state, Say("RUS", Phrase.OPPOSES, "", "stakeout"))

    assert said.tokens["RUS"] == state.tokens["RUS"] - 1
    found = opinion.shared_reasons(said.scenario, said.record, "RUS")
    assert {r.key: r.points for r in found}["face"] == -2 * opinion.FACE


# -- the capital


def test_more_room_is_asked_for_at_a_price_and_comes_with_the_next_round():
    state = at_turn("CHN")
    dealt = evolve(state.dealt["CHN"], margin=0)
    state = evolve(state, dealt={**state.dealt, "CHN": dealt})
    asked = play(state, AskFlexibility("CHN", "flights"), EndRound("CHN"))
    waits = idle(
        play(turn_of(asked, "USA"), EndRound("USA")),
        lambda now: any(isinstance(a, Reply) for a, _weight in engine.chance(now)),
    )
    answers = {a.granted: w for a, w in engine.chance(waits) if isinstance(a, Reply)}
    more = play(waits, Reply(WORLD, "CHN", True))

    assert asked.dealt["CHN"].credit == 80
    assert answers == {True: 60, False: 40}
    assert (more.dealt["CHN"].margin, more.dealt["CHN"].asked) == (2, "")


def disobedient(told):
    """Return the end of a sitting in which one cable was not carried out, explained or not."""
    state = at_turn("EGY")
    dealt = evolve(state.dealt["EGY"], cables=("said_in_full",))
    state = voted(evolve(state, dealt={**state.dealt, "EGY": dealt}), {}, Ballot.ABSTAIN)
    state = idle(state, lambda now: engine.actor(now) == "EGY" and now.stage == "explaining")
    if told:
        state = play(state, ExplainHome("EGY", "said_in_full"))
        assert engine.actor(state) == "EGY"
        assert refused(state, ExplainHome("EGY", "said_in_full")) == "carried_out"
    return idle(state, lambda now: engine.actor(now) is None)


def test_who_explains_what_it_did_not_carry_out_loses_half_the_credit():
    lost = {told: 100 - disobedient(told).dealt["EGY"].credit for told in (True, False)}

    assert lost == {True: 10, False: 20}


def test_what_is_told_the_capital_is_for_its_eyes_only():
    told = [e for e in disobedient(told=True).log if isinstance(e, ExplainHome)]

    assert [e.audience(scenario()) for e in told] == [("EGY",)]


# -- values


PAIRS = [("USA", "RUS"), ("USA", "VEN"), ("CHN", "USA"), ("VEN", "CHN"), ("SEN", "FRA")]


@pytest.mark.parametrize(("observer", "other"), PAIRS)
@pytest.mark.parametrize("seed", range(8))
def test_no_price_has_the_wrong_sign(seed, observer, other):
    """Nobody gains by giving away, nor loses by what it is given.

    A clause that its giver would like itself is given at a gain; see the next test.
    """
    s, luck = scenario(), any_luck("prices", seed)
    state = at_turn("USA", seed=seed)
    minds = random_minds(s, luck)
    dealt = {
        seat: evolve(d, variant=minds[seat][0], margin=minds[seat][1])
        for seat, d in state.dealt.items()
    }
    seen = engine.observe(evolve(state, dealt=dealt), observer)
    for term in bargain.vocabulary(seen, observer, other):
        found = bargain.value(seen, other, (term,), ())
        if term.kind == "clause":
            assert {r.key for r in found.reasons} <= {"clause", "aim"}
        else:
            assert found.points <= 0, term
    for term in bargain.vocabulary(seen, other, observer):
        assert bargain.value(seen, other, (), (term,)).points >= 0, term


@pytest.mark.parametrize("seed", range(8))
def test_a_clause_costs_its_giver_what_it_takes_from_its_own_sum(seed):
    """Aims left out, which are counted in a part of their own."""
    seen = engine.observe(at_turn("USA", seed=seed), "USA")
    mind = consensus.model(seen.scenario).minds.index((seen.seat, seen.dealt.variant))
    before = consensus.own_of(seen.scenario, seen.working, seen.record.stock)[mind]
    for term in bargain.vocabulary(seen, "USA", "CHN"):
        if term.kind == "clause":
            others = {id: c for id, c in seen.working.items() if id != term.measure}
            clause = {term.measure: term.clause} if term.level else {}
            after = consensus.own_of(seen.scenario, {**others, **clause}, seen.record.stock)[mind]
            parts = {r.key: r.points for r in bargain.value(seen, "CHN", (term,), ()).reasons}

            assert parts.get("clause", 0) == after - before


def test_the_frontier_of_a_field_is_not_bettered_and_its_nash_point_gains_both():
    seen = engine.observe(at_turn("USA"), "USA")
    found = bargain.field(seen, "CHN")
    best = [d for d in found.deals if d.best]

    assert best
    for deal in best:
        assert not any(
            (d.own >= deal.own and d.theirs.mean > deal.theirs.mean)
            or (d.own > deal.own and d.theirs.mean >= deal.theirs.mean)
            for d in found.deals
        )
    if found.nash is not None:
        assert min(found.deals[found.nash].own, found.deals[found.nash].theirs.mean) > 0


@pytest.mark.parametrize("seat", ["CHN", "RUS", "SEN", "VEN"])
def test_yes_if_is_a_wording_that_would_do_or_none(seat):
    seen = engine.observe(at_turn("USA"), "USA")
    found = bargain.yes_if(seen, seat)

    assert found is None or found.chance >= 500


def test_a_favour_given_to_another_meanwhile_is_not_given_twice_by_an_offer_that_comes_back():
    """Whoever had named it as its price is asked again, and can only decline."""
    favour, vote = Term("favour", item="great_lakes"), Term("vote", ballot=Ballot.YES)
    name = Term("sponsor")
    state = turn_of(in_consultations(scenario()), "AGO")
    state = play(state, Offer("AGO", "FRA", (name,), (vote,)))
    state = play(state, Decline("FRA", "AGO", 1, (favour,), (name,)))
    state = play(turn_of(state, "FRA"), Offer("FRA", "EGY", (favour,), (name,)))
    state = play(state, Accept("EGY", "FRA", 1))
    state = turn_of(in_round(state, 2), "AGO")
    state = play(state, Offer("AGO", "FRA", (name,), (favour,)))

    assert engine.actor(state) == "FRA"
    assert engine.refusal(state, Accept("FRA", "AGO", 2)).key == "favour_given"


# -- a promise for the next text


def promise(measure, level, *, upward, to="CHN"):
    return Pledge(to, measure, level, upward, by="USA", kind="next_text", due="next")


@pytest.mark.parametrize(("gain", "worth"), [(0, 0), (2, 0), (5, 2), (9, 3), (100, 4), (-5, 0)])
def test_a_promise_for_the_next_text_is_worth_a_part_of_what_its_clause_is(
    monkeypatch, gain, worth
):
    """Two fifths of it, no more than four points; nobody pays for a promise that would hurt."""
    points = {0: 0, 1: gain}
    monkeypatch.setattr(next_text, "_points", lambda *of: points[of[-1].level])
    found = next_text.next_text_worth.__wrapped__
    s = scenario()
    measure = next(m.id for m in s.measures if not s.base(m.id))

    assert found(s, "CHN", Clause(measure, 1), upward=True) == worth


def test_it_is_worth_the_same_in_the_sum_and_in_a_deal_whoever_reckons():
    """The best of several counts, and once."""
    s = scenario()
    near = [
        (opinion.next_text_worth(s, "CHN", Clause(m.id, n), upward=False), m.id, n)
        for m in s.measures
        for n in range(s.floor(m.id), m.top)
    ]
    worth, measure, level = max(near)
    little, other, at = min(near)
    record = Record(
        pledges=(promise(measure, level, upward=False), promise(other, at, upward=False))
    )
    parts = opinion.dealing_reasons(s, record, "CHN", {})
    term = Term("next_text", measure, level)
    state = in_consultations(s)
    own = bargain.value(engine.observe(state, "CHN"), "USA", (), (term,))
    theirs = bargain.estimate(engine.observe(state, "USA"), "CHN", (term,), ())

    assert little < worth == opinion.LATER_MOST
    assert [r.points for r in parts if r.key == "next_text"] == [worth]
    assert own.points == worth
    assert theirs.mean == worth
