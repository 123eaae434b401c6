"""The arena on the command line."""

import json

import pytest

from game.__main__ import main

SHORT = ["arena", "first_sitting", "--games", "2", "--seed", "1", "--quiet"]


def test_a_table_has_a_row_for_every_strategy_in_every_seat(capsys):
    assert main([*SHORT, "--seats", "usa,CHN", "--strategies", "greedy,salami"]) == 0

    printed = capsys.readouterr().out
    assert printed.splitlines()[-1].startswith("worst trick: CHN salami, ")
    assert "of best" in printed
    assert "USA with the pen" in printed
    assert "CHN without the pen" in printed
    for who in ("greedy", "salami", "search"):
        assert printed.count(f"\n  {who} ") == 2


def test_honest_play_gains_nothing_over_itself(capsys):
    assert main([*SHORT, "--seats", "RUS", "--strategies", "threat", "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    gains = {s["strategy"]: s["gain"] for s in found["standings"]}
    assert gains["search"] == [0, 0]
    assert set(gains) == {"threat", "search"}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["--seats", "XYZ"], "unknown seat 'XYZ'"),
        (["--strategies", "gredy"], "unknown computer 'gredy'; did you mean 'greedy'?"),
        (["--level", "genius"], "unknown computer 'genius'"),
    ],
)
def test_a_name_that_does_not_exist_is_named(wrong, says, capsys):
    assert main([*SHORT, *wrong]) == 2

    assert says in capsys.readouterr().err
