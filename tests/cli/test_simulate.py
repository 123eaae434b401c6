"""Many games, counted: the numbers are those of the games, and the same seed repeats them."""

import json

import pytest
from attrs import evolve

from game.__main__ import main
from game.commands.report import summary, table
from game.commands.trial import Trial, adopts, trial
from game.engine.terms import Cause, Circle
from game.session import Session
from game.session.computers import seating
from tests.build import scenario

FIRST = scenario("first_sitting")


@pytest.fixture(scope="module")
def trials():
    seats = seating(FIRST, {}, "quick")
    return [trial(FIRST, seats, seed, probes=True) for seed in range(4)]


def test_a_trial_is_the_game_that_a_session_plays(trials):
    for seed in (0, 3):
        session = Session(FIRST, {}, seed, level="quick")
        while session.tick():
            pass
        found = session.wall
        assert trials[seed].scores == found.scores
        assert trials[seed].answer == found.response
        assert trials[seed].yes == sum(b.value == "yes" for b in found.tally.ballots.values())


def test_each_turn_of_the_pen_with_a_text_has_its_forecasts(trials):
    for one in trials:
        assert 1 <= len(one.forecasts) <= 2 * FIRST.rounds
        assert all(0 <= chance <= 1 for chance, _carried in one.forecasts)


def made(cause, yes, forecasts=(), level=2, seed=0):
    return Trial(
        seed=seed,
        cause=cause,
        yes=yes,
        no=15 - yes,
        day=40,
        levels={m.id: level for m in FIRST.measures},
        scores=dict.fromkeys(FIRST.seats, 50),
        forecasts=forecasts,
        answer="silence",
        seconds=0.1,
    )


def test_the_count_is_that_of_the_games():
    found = summary(
        FIRST,
        [
            made(Cause.ADOPTED, 15),
            made(Cause.ADOPTED, 13, level=3),
            made(Cause.VETO, 13),
            made(Cause.SHORTFALL, 8),
            made(Cause.NO_TEXT, 0),
        ],
    )

    assert (found.adopted, found.vetoed, found.short, found.no_text) == (0.4, 0.2, 0.2, 0.2)
    assert found.unanimous == 0.5
    assert found.ayes == {15: 1, 13: 1}
    assert found.settled["coal_iron_exports"] == {2: 0.5, 3: 0.5}
    assert set(found.settled) == {m.id for m in FIRST.measures if m.contested}


def test_forecasts_are_weighed_against_what_would_have_happened():
    sure = tuple((0.95, at > 0) for at in range(20))
    unsure = ((0.31, True), (0.33, False))
    found = summary(FIRST, [made(Cause.ADOPTED, 15, sure + unsure)])
    low, high = found.reliability

    assert (low.count, high.count) == (2, 20)
    assert (low.low, low.high) == (0.3, 0.4)
    assert low.gap == pytest.approx(0.18)
    assert high.gap == pytest.approx(0.0)
    assert found.gap == pytest.approx(0.18 * 2 / 22)


def test_a_certain_forecast_falls_into_the_last_bin():
    found = summary(FIRST, [made(Cause.ADOPTED, 15, ((1.0, True),))])

    assert [b.low for b in found.reliability] == [0.9]


def test_the_table_names_every_number(trials):
    seats = seating(FIRST, {"USA": "random"}, "quick")
    page = table(FIRST, seats, range(4), summary(FIRST, trials))

    for words in (
        *("adopted", "vetoed", "short of votes", "no text", "unanimous", "day of the vote"),
        *("computers: quick, USA=random", "Where the adopted texts settled", "Score by seat"),
        *("off by", "the regime that followed", "chance   forecasts"),
    ):
        assert words in page or words == "the regime that followed"
    assert all(len(line) < 100 for line in page.splitlines())


# -- texts put straight to the vote


def test_a_text_that_nobody_minds_is_adopted_and_an_impossible_one_is_not():
    whole = scenario()
    mild = {**whole.last_text, **whole.in_force}
    wild = {m.id: m.top for m in whole.measures}

    assert adopts(whole, 1, mild, Circle.ALL)
    assert not adopts(whole, 1, wild, Circle.ALL)


def test_red_lines_alone_do_not_decide_the_probe_of_the_cut():
    """Without any red line, tolerance or range the same cut passes: the probe can come out yes."""
    whole = scenario()
    kind = {
        seat: evolve(brief, tolerance=999, yes_at=-999, no_at=-1200)
        for seat, brief in whole.briefs.items()
    }
    easy = evolve(whole, briefs=kind)

    assert adopts(easy, 1, {**whole.record, "crude_oil": 1}, Circle.ALL)


# -- the command


def simulated(capsys, *arguments):
    code = main(["simulate", "first_sitting", "--games", "2", "--seed", "5", *arguments])
    out, err = capsys.readouterr()
    assert code == 0
    return out, err


def test_the_same_seed_gives_the_same_numbers(capsys):
    first, _err = simulated(capsys, "--json")
    again, _err = simulated(capsys, "--json")
    plain, other = json.loads(first), json.loads(again)
    for one in (plain, other):
        one.pop("seconds")

    assert plain == other
    assert plain["seeds"] == [5, 6]
    assert plain["games"] == 2
    assert plain["seats"]["USA"] == "quick"


def test_progress_goes_to_the_error_stream_and_numbers_to_the_output(capsys):
    out, err = simulated(capsys)

    assert "2/2 games" in err
    assert "games," not in out.splitlines()[0]
    assert "Where the adopted texts settled" in out


def test_quiet_says_nothing_beside_the_table(capsys):
    _out, err = simulated(capsys, "--quiet")

    assert err == ""


def test_probes_can_be_left_out(capsys):
    out, _err = simulated(capsys, "--no-probes", "--json")

    assert json.loads(out)["probes"] == {}


def test_a_seat_can_be_given_to_another_computer(capsys):
    out, _err = simulated(capsys, "--seat", "usa=random", "--json")

    assert json.loads(out)["seats"]["USA"] == "random"


def test_two_processes_find_what_one_finds(capsys):
    one, _err = simulated(capsys, "--json", "--no-probes")
    two, _err = simulated(capsys, "--json", "--no-probes", "--jobs", "2")
    one, two = json.loads(one), json.loads(two)
    one.pop("seconds")
    two.pop("seconds")

    assert one == two
