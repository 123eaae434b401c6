"""What screens work out by themselves agrees with the rules."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import engine
from game.engine import aftermath, consensus, opinion
from game.engine.course import shared_loss
from game.engine.observation import forecast
from game.engine.record import Pledge
from game.engine.terms import Ballot, Cause, Phase
from game.engine.text import standing_lost
from game.ui import charts
from game.ui.bindings import DEFAULTS
from game.ui.charts.scale import Range
from game.ui.describe import walk
from game.ui.drafting.moves import (
    granted,
    moves,
    moves_of,
    nearest_counter,
    pledged,
    variants_believed,
    with_clause,
    worth_between,
)
from game.ui.drafting.texts import desk_of, open_asks, rewriting
from game.ui.ending.aims import aims_of, is_defeated, is_met, lines_crossed
from game.ui.ending.retelling import scenes, through_eyes
from game.ui.messages import House, Picks
from game.ui.voting.ballot import price
from game.ui.voting.calls import Count, count_of, meaning, order_of_hands
from game.ui.voting.explaining import explanation
from game.ui.widgets import Area, Dot, Line, Mark, Poly
from tests.ui.screens.sitting import counted, in_phase, play

SITTINGS = [(0, "opening"), (1, "opening"), (2, "record")]
"""Luck and opening of the sittings that are looked back on."""


@lru_cache
def at(seat, phase, number=0, opening="opening"):
    return play(seat, in_phase(phase, number), opening=opening)


@lru_cache
def hands(opening="opening"):
    return engine.observe(play("RUS", counted, opening=opening), "RUS")


@lru_cache
def over(seed, opening="opening"):
    return play("CHN", None, seed=seed, opening=opening)


# -- what a change is worth


@pytest.mark.parametrize("seat", ["CHN", "RUS", "JPN"])
def test_ones_own_points_of_a_change_are_those_of_the_sum(seat):
    state = at(seat, Phase.SQUEEZE, 3)
    o = engine.observe(state, seat)
    draft = desk_of(o).levels
    dealt = o.dealt

    def total(text):
        return opinion.total(
            opinion.reasons(o.scenario, o.record, seat, dealt.variant, dealt.margin, text)
        )

    for move in moves(o, draft):
        worth = move.worths[seat]
        after = with_clause(draft, move.measure, move.level)
        assert (worth.points, worth.spread) == (total(after) - total(draft), 0)


def test_others_points_lie_between_those_of_the_briefs_they_could_hold():
    o = engine.observe(at("USA", Phase.SQUEEZE, 2), "USA")
    draft = o.working
    for move in moves_of(o, draft, "coal_iron_exports").values():
        after = with_clause(draft, "coal_iron_exports", move.level)
        worth = move.worths["CHN"]
        possible = [
            total_for(o, "CHN", v.id, after) - total_for(o, "CHN", v.id, draft)
            for v in o.scenario.briefs["CHN"].variants
        ]
        assert min(possible) <= worth.points <= max(possible)


def total_for(o, seat, variant, text):
    return opinion.total(opinion.reasons(o.scenario, o.record, seat, variant, 0, text))


def test_the_chance_beside_a_level_is_the_forecast_of_that_text():
    o = engine.observe(at("USA", Phase.SQUEEZE, 2, "record"), "USA")
    for move in moves(o, o.working)[:20]:
        text = with_clause(o.working, move.measure, move.level)
        found = forecast(o, consensus.row(o.scenario, text)[None, :])

        assert move.passes == pytest.approx(float(found.adopted[0]))
        assert move.expected == pytest.approx(float(found.expected[0]))


def test_the_worth_of_granting_counts_the_promise():
    o = engine.observe(at("USA", Phase.SQUEEZE, 2), "USA")
    ask = open_asks(o)[0]
    after = granted(o, o.working, ask)

    plain = worth_between(o, ask.seat, o.working, after)
    promised = worth_between(o, ask.seat, o.working, after, pledged(o.record, ask))

    assert promised.points - plain.points in (0, opinion.ASK_STANDS)


def test_a_counter_offer_lies_between_the_text_and_the_request():
    o = engine.observe(at("USA", Phase.SQUEEZE, 2), "USA")
    found = 0
    for ask in open_asks(o):
        counter = nearest_counter(o, o.working, ask)
        now = opinion.level_of(o.scenario, o.working, ask.measure)
        if counter is not None:
            found += 1
            assert min(now, ask.level) < counter < max(now, ask.level)
    assert open_asks(o)
    assert found or all(
        abs(opinion.level_of(o.scenario, o.working, a.measure) - a.level) <= 1 for a in open_asks(o)
    )


def test_beliefs_about_a_capital_add_up_to_one():
    o = engine.observe(at("USA", Phase.SQUEEZE, 3), "USA")
    for seat in o.scenario.seats:
        assert sum(chance for _why, chance in variants_believed(o, seat)) == pytest.approx(1.0)


def test_edits_that_take_over_a_text_are_legal_and_lead_to_it():
    state = at("USA", Phase.SQUEEZE, 2)
    wanted = opinion.text_of(state.scenario.record)
    for edit in rewriting(engine.observe(state, "USA"), state.working, wanted):
        state = engine.apply(state, edit)
    levels = {
        m.id: opinion.level_of(state.scenario, state.working, m.id) for m in state.scenario.measures
    }

    assert levels == {
        m.id: max(state.scenario.record.get(m.id, 0), state.scenario.floor(m.id))
        for m in state.scenario.measures
    }


# -- the vote


def test_hands_go_up_call_by_call():
    o = hands()
    order = order_of_hands(o, o.tally)
    cast = [o.tally.ballots[seat] for seat in order]

    assert sorted(order) == sorted(o.scenario.seats)
    assert cast == sorted(cast, key=list(Ballot).index)


@pytest.mark.parametrize(
    ("count", "says", "tone"),
    [
        (Count(9, 0, 0, (), 6), "Nine reached. No veto so far.", "yes"),
        (Count(7, 0, 0, (), 8), "2 more are needed.", "text"),
        (Count(7, 2, 5, (), 1), "Nine can no longer be reached.", "no"),
        (Count(9, 1, 0, ("CHN",), 5), "Nine and more, and a no from China: that is a veto.", "no"),
        (
            Count(9, 2, 0, ("CHN", "RUS"), 4),
            "Nine and more, and a no from China and Russia: that is a veto.",
            "no",
        ),
        (Count(8, 1, 6, ("RUS",), 0), "A no from Russia, and fewer than nine.", "no"),
        (Count(9, 3, 3, (), 0), "Nine were needed.", "muted"),
        (Count(15, 0, 0, (), 0), "Unanimous.", "yes"),
        (Count(8, 0, 7, (), 0), "1 short of nine.", "no"),
    ],
)
def test_the_count_says_what_it_means(count, says, tone):
    o = hands()

    assert meaning(o, count) == (says, tone)


@pytest.mark.parametrize("opening", ["opening", "record"])
def test_the_last_sentence_of_the_count_agrees_with_the_rules(opening):
    o = hands(opening)
    tone = meaning(o, count_of(o, o.tally, tuple(o.tally.ballots)))[1]

    assert (tone == "yes") == (o.tally.cause is Cause.ADOPTED)


# -- the ending


@pytest.mark.parametrize(("seed", "opening"), SITTINGS)
def test_the_sitting_retold_ends_where_it_ended(seed, opening):
    state = over(seed, opening)
    o = engine.observe(state, "CHN")

    assert scenes(o)[-1].observation.record == state.record


@pytest.mark.parametrize("seed", range(2))
def test_each_point_retold_is_what_was_public_then(seed):
    """Stop the same sitting at its rounds and compare."""
    told = {s.label: s.observation for s in scenes(engine.observe(over(seed), "USA"))}
    for number in (2, 3):
        live = play("CHN", in_phase(Phase.SQUEEZE, number), seed=seed)
        before = told[str(number - 1)].record

        assert before.asks == live.record.asks[: len(before.asks)]
        assert before.pledges == live.record.pledges
        assert before.showings == live.record.showings


def test_other_eyes_see_only_the_versions_they_were_shown():
    o = engine.observe(over(1), "CHN")
    for seat in ("CHN", "SEN"):
        for scene in scenes(through_eyes(o, seat)):
            circles = [v.circle for v in scene.observation.versions]
            assert all(seat in o.scenario.circle(circle) for circle in circles)


@pytest.mark.parametrize(("seed", "opening"), SITTINGS)
def test_aims_are_met_as_the_score_counts_them(seed, opening):
    state = over(seed, opening)
    o = engine.observe(state, "CHN")
    for seat in o.scenario.seats:
        aims = [wanted.aim for wanted in aims_of(o, seat)]
        assert [is_met(o, seat, a) for a in aims] == [aftermath.met(state, seat, a) for a in aims]
        whole = sum(a.weight for a in aims)
        got = 100 * sum(a.weight for a in aims if is_met(o, seat, a)) // whole
        lost = sum(standing_lost(o.scenario, o.record, seat, defeated=is_defeated(o)))
        lost += shared_loss(o.scenario, o.record)
        assert got - 25 * len(lines_crossed(o, seat)) - lost == o.scores[seat]


# -- charts


def inside(shapes):
    for shape in shapes:
        points = shape.points if isinstance(shape, Line | Poly | Area) else ((shape.x, shape.y),)
        for x, y in points:
            assert 0 <= x <= 1, shape
            assert 0 <= y <= 1, shape


def test_every_point_of_a_chart_lies_on_its_canvas():
    points = [charts.Deal(str(i), i * 7 - 20, 30 - i * i, 5, "") for i in range(8)]
    inside(charts.deals(points, "you", "China"))
    inside(
        charts.gap((40,) * 12, tuple(range(35, 23, -1)), ((0, "Jan"),), ((1.5, "a test", "shot"),))
    )
    inside(charts.gap((0,) * 6, (0,) * 6, ()))
    inside(charts.trade(tuple(range(60, 132, 6))))
    moments = [charts.Moment("Alarm"), charts.Moment("1", 40, 8.5), charts.Moment("2", 90, 13)]
    inside(charts.course(moments, 15, 9, 1, 12))


def test_a_better_deal_for_me_stands_further_right_and_for_them_higher():
    worse, better = charts.Deal("a", -5, -5), charts.Deal("b", 10, 8)
    dots = [s for s in charts.deals([worse, better], "you", "them") if isinstance(s, Dot)]

    assert dots[1].x > dots[0].x
    assert dots[1].y < dots[0].y


def test_trade_that_ends_above_the_year_before_is_marked_so():
    marks = [s for s in charts.trade((90, 100, 123)) if isinstance(s, Mark)]

    assert any(m.text == "123 in the end" and m.tone == "no" for m in marks)


def test_a_range_keeps_values_outside_at_its_ends():
    span = Range(0, 10, 0.2, 0.8)

    assert [span.at(v) for v in (-5, 0, 5, 10, 99)] == pytest.approx([0.2, 0.2, 0.5, 0.8, 0.8])


def test_picks_of_another_type_are_ignored():
    assert Picks({"hands": "many"}).get("hands", 0) == 0


def owing(pledge):
    """China about to vote, with one promise to the pen."""
    o = engine.observe(at("CHN", Phase.VOTE, opening="record"), "CHN")
    return evolve(o, record=evolve(o.record, pledges=(pledge,)))


def test_a_ballot_says_which_promise_it_would_break_and_no_other_does():
    yes = owing(Pledge("USA", by="CHN", kind="vote", ballot=Ballot.YES, secret=True, due="vote"))
    says = {ballot: "You promised the United States" in price(yes, ballot) for ballot in Ballot}

    assert says[Ballot.NO]
    assert says[Ballot.ABSTAIN]
    assert not says[Ballot.YES]


def test_enter_gives_the_explanation_that_was_promised():
    o = owing(Pledge("USA", by="CHN", kind="statement", item="talks", secret=True, due="echo"))
    picks = Picks({}, House(keys=DEFAULTS), "vote")
    found = {w.name: w for w in walk(explanation(o, picks)) if w.name.startswith("explain ")}

    assert [name for name, w in found.items() if w.key] == ["explain talks"]
    assert found["explain talks"].note.startswith("promised to the United States; ")
