"""Recorded texts in the model: what is scored, against what, and where it fits."""

import math
from datetime import date

import pytest
from attrs import evolve

from game.backtest import votes
from game.content import scenario_ids

ROWS = votes.texts()
ANSWERS = votes.answers(ROWS)


@pytest.fixture(autouse=True)
def few_deals(monkeypatch):
    monkeypatch.setattr(votes, "DEALS", 20)


def row(id):
    return next(put for put in ROWS if put.id == id)


def test_every_row_has_a_source_a_sitting_and_its_place_in_time():
    assert all(put.source and put.sitting in scenario_ids() for put in ROWS)
    assert [put.date for put in ROWS] == sorted(put.date for put in ROWS)
    assert ROWS[0].date > date(2016, 1, 6)
    assert ROWS[-1].date == date(2017, 12, 22)


def test_all_resolutions_of_the_file_in_2016_and_2017_are_there():
    """Source: resolutions of the Security Council on the DPRK, un.org."""
    adopted = [put.id for put in ROWS if put.adopted]

    assert adopted == [
        *("S/RES/2270 (2016)", "S/RES/2276 (2016)", "S/RES/2321 (2016)", "S/RES/2345 (2017)"),
        *("S/RES/2356 (2017)", "S/RES/2371 (2017)", "S/RES/2375 (2017)", "S/RES/2397 (2017)"),
    ]


@pytest.mark.parametrize("put", ROWS, ids=lambda put: put.id)
def test_the_model_is_on_the_right_side_of_each_text(put):
    guess = votes.model(put, *votes.context(put))

    assert (guess.adopted > 1 / 2) is put.adopted


@pytest.mark.parametrize("id", ["first draft of February 2016", "S/RES/2397 (2017)"])
def test_the_same_row_is_guessed_alike_each_time(id):
    put = row(id)

    assert votes.model(put, *votes.context(put)) == votes.model(put, *votes.context(put))


def test_the_context_of_a_renewal_has_no_act_that_asks_for_an_answer():
    scenario, _, stock = votes.context(row("S/RES/2276 (2016)"))

    assert scenario.severity == 0
    assert stock == 46
    assert "condemnation" not in scenario.last_text


def test_two_blocs_refuse_what_is_new_and_let_pass_what_is_not():
    new, old = row("S/RES/2270 (2016)"), row("S/RES/2276 (2016)")

    assert votes.two_blocs(new, *votes.context(new)).yes["CHN"] == votes.SURE
    assert votes.two_blocs(old, *votes.context(old)).yes["CHN"] == 1 - votes.SURE


def test_scores_are_nothing_for_a_perfect_guess_and_bounded_for_a_wrong_one():
    put = evolve(row("S/RES/2270 (2016)"))
    perfect = votes.Guess(1.0, {"CHN": 1.0})
    wrong = votes.Guess(0.0, {"CHN": 0.0})

    best, worst = (votes.scores("x", (put,), (guess,)) for guess in (perfect, wrong))

    assert (best.adoption_brier, best.member_log, best.right) == (0, 0, 1)
    assert (worst.adoption_brier, worst.right) == (1, 0)
    assert worst.member_log == pytest.approx(-math.log(votes.SURE))


def test_against_drafts_the_model_beats_a_guess_of_fifteen_hands_each_time():
    ours = votes.guesses(votes.model, ANSWERS)
    theirs = votes.guesses(votes.everyone_yes, ANSWERS)

    assert (
        votes.scores("ours", ANSWERS, ours).adoption_brier
        < votes.scores("theirs", ANSWERS, theirs).adoption_brier / 2
    )
