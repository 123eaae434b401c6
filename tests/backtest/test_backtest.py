"""The model beside the record: what is promised of the replay, the fit, and history taken apart."""

import re
from datetime import date
from functools import cache
from statistics import mean

import numpy as np
import pytest
from attrs import evolve

from game.__main__ import main
from game.backtest import (
    FIT_YEARS,
    OWN_TEST,
    POLICIES,
    by_doctrine,
    calibrated,
    calibration,
    compare,
    doctrines,
    read_replay,
    replayed,
    scored,
    scores,
    written,
)
from game.backtest.worlds import months_of, run
from game.codec import load
from game.engine.scenario import Target
from game.paths import scenarios
from tests.build import scenario

WORLDS = 400


@cache
def history():
    s = scenario()
    return replayed(read_replay(), s.target, s.enforcers, worlds=WORLDS, seed=3)


@cache
def outcomes():
    s = scenario()
    found = compare(s.target, s.enforcers, read_replay(), games=200, seed=3)
    return {o.policy.id: o for o in found}


# -- the replay


def test_the_same_dice_make_the_same_history_and_others_another():
    s, short = scenario(), 2008
    kept = {"worlds": 30, "last": short}
    one = replayed(read_replay(), s.target, s.enforcers, seed=1, **kept)
    same = replayed(read_replay(), s.target, s.enforcers, seed=1, **kept)
    other = replayed(read_replay(), s.target, s.enforcers, seed=2, **kept)

    assert np.array_equal(one.flights, same.flights)
    assert np.array_equal(one.hardship, same.hardship)
    assert not np.array_equal(one.hardship, other.hardship)


def test_four_in_five_fit_years_lie_in_the_band():
    assert scored(history()).coverage(FIT_YEARS) >= 0.8


def test_the_replay_errs_less_than_a_constant_and_than_last_year_on_the_fit_years():
    error = scored(history()).error(FIT_YEARS)

    assert error < scores.constant_error(FIT_YEARS)
    assert error < scores.persistence_error(FIT_YEARS)


def test_six_nuclear_tests_lie_in_the_band():
    found = scored(history())

    assert found.tests == 6
    assert found.test_low <= 6 <= found.test_high


def test_years_of_talks_are_quieter_than_years_without():
    """Beyond Parallel finds fewer provocations while there are talks; the model assumes it."""
    found = {y.year: y.mean for y in scored(history()).years}

    assert max(found[2007], found[2008]) < min(found[2006], found[2009])


def test_the_band_is_made_of_counts_that_occurred():
    counts = np.array([0, 0, 0, 1, 2, 3, 4, 8, 9, 30])

    assert scores.band(counts) == (0, 2, 9)


def test_simple_guesses_are_computed_as_they_are_named():
    assert scores.constant_error((2006, 2007), fit=(2006, 2007)) == 3.5
    assert scores.persistence_error((2007, 2009)) == mean((7, 8))


def test_coal_rises_in_2016_and_ends_in_2017():
    """Chinese customs: 22.5 million tonnes in 2016, none from October 2017."""
    coal = next(f for f in read_replay().figures if f.id == "coal")
    found = scores.figure(history(), scenario().target, coal)

    assert found[2016][1] > 19600
    assert abs(found[2017][1] - 4800) < 2000
    assert found[2018][1] < 1500


# -- the fit


def test_the_target_bears_a_dated_fit_on_years_that_are_not_tested():
    fit = scenario().target.fit

    assert fit is not None
    assert fit.years == (FIT_YEARS[0], FIT_YEARS[-1])
    assert not set(OWN_TEST) & set(range(fit.years[0], fit.years[1] + 1))


def test_calibration_looks_at_no_year_beyond_its_last(monkeypatch):
    """A record that differs from 2016 on leads to the same numbers."""
    monkeypatch.setattr(calibration, "WORLDS", 12)
    s, day = scenario(), date(2026, 1, 1)
    plain = calibrated(s.target, s.enforcers, read_replay(), steps=3, today=day)
    changed = calibration.flights() | {2016: 99, 2017: 99}
    monkeypatch.setattr(calibration, "flights", lambda: changed)

    assert calibrated(s.target, s.enforcers, read_replay(), steps=3, today=day) == plain


def test_a_fit_is_written_in_place_of_the_last_one(tmp_path):
    file = tmp_path / "PRK.yaml"
    file.write_text((scenarios() / "common" / "targets" / "PRK.yaml").read_text("utf-8"), "utf-8")
    before = load(file, Target).value
    fit = evolve(before.fit, date=date(2030, 1, 2), spread=11)
    written(fit, file)
    once = file.read_text("utf-8")
    written(fit, file)

    assert load(file, Target).value == evolve(before, fit=fit)
    assert file.read_text("utf-8") == once


# -- history taken apart


def test_an_offer_beside_pressure_brings_talks_and_fewer_tests():
    assert outcomes()["both"].talks > outcomes()["pressure"].talks + 5
    assert outcomes()["both"].tests < outcomes()["pressure"].tests


def test_pressure_makes_an_offer_worth_more():
    assert outcomes()["both"].road > outcomes()["offer"].road


def test_a_lax_neighbour_leaves_the_same_text_with_half_its_pressure():
    assert outcomes()["lax"].enforced < outcomes()["pressure"].enforced / 2


def test_demands_that_divide_the_council_are_enforced_by_few():
    assert outcomes()["maximal"].enforced < outcomes()["pressure"].enforced


def test_no_road_is_best_at_everything():
    """Fewest tests, most months of talks, least hardship, most pressure: never one policy."""
    found = outcomes().values()
    best = (
        min(found, key=lambda o: o.tests),
        max(found, key=lambda o: o.road),
        min(found, key=lambda o: o.hardship),
        max(found, key=lambda o: o.enforced),
    )

    assert len({o.policy.id for o in best}) > 1
    for one in POLICIES:
        assert not all(o.policy == one for o in best)


@pytest.mark.parametrize("other", ["break_out", "buy_time", "trade"])
def test_the_same_texts_under_another_plan_bring_other_years(other):
    s = scenario()
    months = months_of(read_replay(), s.target)[-36:-12]

    def under(plan):
        alone = evolve(s.target, doctrines=tuple(d for d in s.target.doctrines if d.id == plan))
        return run(alone, s.enforcers, months, worlds=300, seed=1, begin={"programme": 600})

    feeding = under("feed_army").flights.sum(axis=0).mean()
    assert abs(under(other).flights.sum(axis=0).mean() - feeding) > 0.5


# -- the command


def test_the_command_prints_years_errors_and_trade(capsys):
    assert main(["backtest", "worlds", "--games", "20", "--seed", "1"]) == 0

    printed = capsys.readouterr().out
    for year in range(2006, 2018):
        assert f"\n  {year} " in printed
    assert printed.count("not fitted") == 2
    for title in ("mean width", "constant", "last year", "Coal to China", "fitted on 2006 to 2015"):
        assert title in printed


def test_each_figure_of_trade_is_printed_with_its_error(capsys):
    assert main(["backtest", "worlds", "--games", "20", "--seed", "1"]) == 0

    table = capsys.readouterr().out.split("\ntrade ")[1]
    rows = re.findall(r" 20\d\d +(\d+) +(\d+) +([+-]\d+)( %)?", table)
    assert len(rows) == 11
    for seen, found, error, percent in rows:
        off = int(found) - int(seen)
        assert int(error) == (round(100 * off / int(seen)) if percent else off)
        assert bool(percent) is (seen != "0")


def test_the_command_prints_every_policy(capsys):
    assert main(["backtest", "--policies", "--games", "10"]) == 0

    printed = capsys.readouterr().out
    assert all(f"  {policy.title}  " in printed for policy in POLICIES)


# -- another doctrine, another answer


@cache
def answers():
    s = scenario()
    found = by_doctrine(s.target, s.enforcers, read_replay(), games=200, seed=3)
    return {(a.text, a.doctrine): a for a in found}


TEXTS = ("S/RES/2270 (2016)", "S/RES/2321 (2016)", "S/RES/2371 (2017)", "S/RES/2397 (2017)")


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_text_is_answered_otherwise_under_another_doctrine(text):
    """The worlds are the same up to the text, and so are the dice after it."""
    of_text = {d.title: answers()[text, d.title] for d in scenario().target.doctrines}

    assert len(of_text) == 6
    assert of_text["Trade"].flights < of_text["Break out"].flights
    assert of_text["Trade"].talks > of_text["Break out"].talks
    assert of_text["Break out"].large > of_text["Trade"].large
    assert len({a.marks for a in of_text.values()}) >= 3
    assert all(a.share >= a.elsewhere for a in of_text.values())


@pytest.mark.parametrize(("month", "year"), [(1, 2016), (2, 2017)])
def test_the_months_after_a_text_go_on_from_the_year_of_the_month_before(month, year, monkeypatch):
    """After a text of January the new year deals its hidden priority as it does without one."""
    met, s, replay = [], scenario(), read_replay()
    passed = doctrines.passed

    def watched(*given):
        met.extend(given[6:])
        return passed(*given)

    monkeypatch.setattr(doctrines, "passed", watched)
    dated = evolve(replay.texts[-1], date=date(2017, month, 20))
    by_doctrine(s.target, s.enforcers, evolve(replay, texts=(dated,)), games=2, seed=3)

    assert met == [year] * len(s.target.doctrines)


def test_one_doctrine_twice_is_one_answer_twice():
    s = scenario()
    again = by_doctrine(s.target, s.enforcers, read_replay(), games=200, seed=3)

    assert {(a.text, a.doctrine): a for a in again} == answers()


def test_where_all_doctrines_are_one_they_all_give_one_answer():
    """So what differs between the rows of a text is the doctrine, and nothing else."""
    s = scenario()
    trade = next(d for d in s.target.doctrines if d.id == "trade")
    alone = evolve(trade, weight=1)
    others = tuple(
        evolve(d, responses=alone.responses, voices=alone.voices, word=alone.word)
        for d in s.target.doctrines
    )
    target = evolve(s.target, doctrines=others)
    found = by_doctrine(target, s.enforcers, read_replay(), games=60, seed=3)

    for text in TEXTS:
        same = {(a.large, a.flights, a.talks) for a in found if a.text == text}
        assert len(same) == 1


def test_the_command_says_that_another_doctrines_answer_is_the_models(capsys):
    assert main(["backtest", "--policies", "--games", "10"]) == 0
    printed = capsys.readouterr().out

    assert "other doctrine, another answer" in printed
    assert "The model's, and no finding" in printed
    assert all(f"\n{text}\n" in printed for text in TEXTS)
    assert all(printed.count(f"\n  {d.title} ") >= len(TEXTS) for d in scenario().target.doctrines)
