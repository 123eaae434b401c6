"""What goes on from sitting to sitting is told in one list, each seat its own part of it."""

from functools import cache

from attrs import evolve

from game import engine
from game.content import load_scenario
from game.engine import chain
from game.engine.record import Finding, Followup, Grievance, Notice, Pledge, Suspension
from game.words.carried import carried
from tests.build import play_on


@cache
def second():
    """Return the second sitting of the campaign as it opens, after one round of the first."""
    whole = load_scenario("campaign_2016_2017")
    end = play_on(engine.new_game(evolve(whole, rounds=1, practice=())), 5).end
    return chain.following(evolve(end, scenario=whole, response="rhetoric", explained={}))


def told(seat="CHN", stance=0, **record):
    """Return kind and text of what a seat is told where the record has this."""
    state = evolve(second(), abroad=evolve(second().abroad, stance=stance))
    state = evolve(state, record=evolve(state.record, **record))
    return [(line.kind, line.text) for line in carried(engine.observe(state, seat))]


def test_a_leak_is_told_with_the_clause_that_would_close_it():
    leak = Finding("coal", "false_papers", 640, "coal_iron_exports", published=True)

    ((kind, line),) = told(findings=(leak,))
    assert kind == "finding"
    assert line.startswith("The experts found a way round it: coal to China, false papers; ")
    assert line.endswith("closed by " + second().scenario.measure("coal_iron_exports").name)


def test_what_earlier_texts_left_is_told_to_everybody():
    state = second()
    past = evolve(state.past[-1], held={"crude": 300}, readings={"CHN": "narrow"})
    o = engine.observe(evolve(state, past=(*state.past[:-1], past)), "SEN")

    assert [(line.kind, line.text) for line in carried(o)] == [
        ("left", "By the automatic step of an earlier text: Crude oil, 30 % less"),
        ("left", "The text in force is read narrowly by China"),
    ]


def test_promises_and_grudges_name_who_gave_and_who_was_given():
    word = Pledge("SEN", "six_party_talks", 3, upward=True, by="USA")
    lines = told(pledges=(word,), grievances=(Grievance("EGY", "USA"),))

    assert [kind for kind, _ in lines] == ["pledge", "grievance"]
    assert "United States" in lines[0][1]
    assert "Senegal" in lines[0][1]
    assert "Egypt has not forgotten" in lines[1][1]


def test_a_promise_of_this_sitting_is_not_told_as_an_old_one():
    assert told(pledges=(Pledge("SEN", "six_party_talks", 3, by="USA", since=4),)) == []


def test_states_won_and_names_listed_are_told():
    listed = (Notice("list", "four_ships", "USA", "passed"), Notice("renew", status="passed"))
    lines = told(followup=Followup(won=("singapore",), notices=listed))

    assert lines == [
        ("won", "Singapore: trade is suspended"),
        ("listed", "On the list: four ships that carried banned cargo"),
    ]


def test_a_quiet_line_is_told_to_whose_it_is_and_to_nobody_else():
    now = Followup(contacts=("SEN",))

    assert [kind for kind, _ in told("SEN", followup=now)] == ["contact"]
    assert told("CHN", followup=now) == []


def test_a_suspension_and_a_step_to_talks_are_told_while_they_hold():
    kept = Followup(suspension=Suspension("USA", "CHN", 2, "accepted"))
    broken = Followup(suspension=Suspension("USA", "CHN", 2, "broken", "TARGET"))

    assert [kind for kind, _ in told(stance=1, followup=kept)] == ["standstill", "road"]
    assert told(followup=broken) == []


def test_a_sitting_that_stands_alone_carries_nothing_at_its_start():
    state = engine.new_game(load_scenario("resolution_2321"))

    assert list(carried(engine.observe(state, "CHN"))) == []
