"""Every line of play of a tiny scenario, counted: a rule that moves moves a number.

Counted like a chess engine's move generator: nodes at each depth, how many of them are chance
nodes, how many are ends. `pytest tests/trees --regenerate` writes the numbers anew.
"""

from pathlib import Path

import pytest
import yaml

from game import engine
from game.engine.actions import Circulate, EndRound
from game.engine.terms import Circle, Phase
from tests.build import idle, in_blue, written
from tests.trees.tiny import tiny

GOLDEN = Path(__file__).with_name("tiny.yaml")
DEPTHS = {
    "deal": 4,
    "soundings": 3,
    "text": 4,
    "consultations": 4,
    "the_pens_turn": 3,
    "blue": 3,
    "vote": 5,
    "echo": 4,
}


def roots():
    """Return the states from which lines of play are counted, reached by doing the least."""
    new = engine.new_game(tiny())
    text = idle(new, lambda state: state.phase is Phase.TEXT)
    shown = engine.apply(written(text, {"coal": 1}), Circulate("USA", Circle.ALL))
    round_1 = idle(engine.apply(shown, EndRound("USA")), lambda s: engine.actor(s) == "CHN")
    blue = in_blue(round_1)
    vote = idle(blue, lambda state: state.phase is Phase.VOTE)
    return {
        "deal": new,
        "soundings": idle(new, lambda state: state.phase is Phase.SOUNDINGS),
        "text": text,
        "consultations": round_1,
        "the_pens_turn": idle(round_1, lambda s: engine.actor(s) == "USA"),
        "blue": blue,
        "vote": vote,
        "echo": idle(blue, lambda state: state.phase is Phase.ECHO),
    }


def count(states, depth):
    """Return nodes, chance nodes and ends at each depth, chance's own choices counted too."""
    table = []
    for _ in range(depth + 1):
        ends = sum(engine.actor(s) is None for s in states)
        chances = sum(bool(engine.chance(s)) for s in states)
        table.append({"nodes": len(states), "chance": chances, "ends": ends})
        states = [engine.apply(s, a) for s in states for a in choices(s)]
    return table


def choices(state):
    options = engine.chance(state)
    return [a for a, _ in options] if options else engine.legal_actions(state)


@pytest.fixture(scope="module")
def counted():
    return {name: count([state], DEPTHS[name]) for name, state in roots().items()}


def test_lines_of_play_are_as_many_as_they_were(counted, regenerate):
    if regenerate:
        rows = (
            f"{name}:\n" + "".join(f"  - {flat(row)}\n" for row in table)
            for name, table in counted.items()
        )
        head = "# Lines of play of tests/trees/tiny.py: depth 0, 1, 2 ... from each root.\n"
        GOLDEN.write_text(head + "".join(rows), encoding="utf-8")

    assert counted == yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))


def flat(row):
    return "{" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}"


def nodes(counted, name):
    return [row["nodes"] for row in counted[name]]


def test_a_deal_has_seven_margins_for_each_of_three_capitals_and_two_plans(counted):
    assert nodes(counted, "deal") == [1, 7, 7**2, 7**3, 2 * 7**3]
    assert [row["chance"] for row in counted["deal"]] == nodes(counted, "deal")


def test_everybody_speaks_in_three_stances_on_two_measures(counted):
    assert nodes(counted, "soundings") == [1, 6, 6**2, 6**3]


def test_three_ballots_have_five_ways_each_and_explanations_five_or_two(counted):
    """The count comes between them.

    Two of three carry a text here, and two can veto it: both yes and any third, or one yes with
    the third's, the other in one of three ways without a no. One that carried can be read narrowly
    as a whole or in its one clause; one that failed is explained in one way by each, by its ballot.
    Or nobody says a word.
    """
    adopted = 5 + 3 + 3
    failed = 5**3 - adopted
    spoken = [adopted * 5 + failed * 2, adopted * 5**2 + failed * 2**2]

    assert nodes(counted, "vote") == [1, 5, 25, 125, *spoken]


def test_in_blue_all_but_the_pen_can_speak_sponsor_or_stand_by(counted):
    assert nodes(counted, "blue") == [1, 6, 6 * 7, 6 * 7 * 7]


def test_the_target_has_the_last_word(counted):
    """Two looks from outside, then in the month one of two acts or none, and no act twice."""
    assert nodes(counted, "echo")[1:4] == [2, 3, 9]
    assert sum(row["ends"] for row in counted["echo"]) > 0


def test_chance_weighs_deals_by_margin_and_signs_by_the_plan_that_was_dealt():
    state = engine.new_game(tiny())
    assert [weight for _, weight in engine.chance(state)] == [1, 2, 3, 4, 3, 2, 1]
    for _ in range(3):
        state = engine.apply(state, engine.chance(state)[3][0])
    for plan, _ in engine.chance(state):
        after = engine.apply(state, plan)
        assert {type(a).__name__ for a, _ in engine.chance(after)} == {"DealPriority"}
        after = engine.apply(after, engine.chance(after)[0][0])
        assert {type(a).__name__ for a, _ in engine.chance(after)} == {"Occur"}
        after = engine.apply(after, engine.chance(after)[0][0])
        weights = [w for a, w in engine.chance(after) if type(a).__name__ == "Sight"]
        assert weights == [{"wait": 1, "race": 3}[plan.doctrine]]


def test_a_member_has_27_first_acts_on_a_text_with_one_clause(counted):
    """Five phrases, three asks, back, oppose, three levels to speak of in five phrases each,
    sponsor, end the round.
    """
    assert nodes(counted, "consultations")[1] == 5 + 3 + 1 + 1 + 3 * 5 + 1 + 1


def test_the_pen_has_ten_first_acts_when_nobody_asked(counted):
    """Five phrases, three edits, blue, end the round; nothing new to show."""
    assert nodes(counted, "the_pens_turn")[1] == 5 + 3 + 1 + 1


def test_the_last_round_without_blue_leads_to_the_target_at_once(counted):
    """Of the pen's ten first acts one ends the sitting without a text: chance answers."""
    assert counted["the_pens_turn"][1]["chance"] == 1
    assert counted["the_pens_turn"][2]["chance"] > counted["the_pens_turn"][1]["chance"]
