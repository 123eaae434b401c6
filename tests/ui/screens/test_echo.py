"""The echo as a picture: the gap at the border, who carries it out, and why the target did it."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import words
from game.engine.abroad import border
from game.engine.events import Enforced, NobodyWon, Weighed
from game.engine.terms import Phase
from game.ui.abroad import after
from game.ui.describe import find, texts
from game.ui.ending import answer
from game.ui.ending.border import carried_out
from tests.ui.screens.sitting import play
from tests.ui.screens.test_floor import (
    Fonts,
    Typesetter,
    UiState,
    drawn,
    engine,
    faults,
    lay_out,
    paths,
)


@lru_cache
def over():
    state = play("USA")
    assert state.phase is Phase.OVER
    return engine.observe(state, "USA")


def did(o, response):
    return evolve(o, response=response)


@lru_cache
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


def lost():
    o = over()
    acts = ((2, "short_range"), (5, "border_clash"))
    told = NobodyWon(50, tuple(id for _, id in acts))
    months = evolve(o.record.followup, acts=acts)
    return evolve(o, log=(*o.log, told), record=evolve(o.record, followup=months))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_at_the_last_rung_one_page_stands_before_the_echo(scale):
    o = lost()
    tree = drawn(o, "echo", size=(1280, 720), scale=scale)

    assert not list(faults(lay_out(tree, (1280, 720), scale, UiState(), setter())))
    assert "Nobody wins from here." in list(texts(tree))
    assert find(tree, "done") is None
    assert find(drawn(over(), "echo", size=(1280, 720), scale=scale), "done") is not None


@pytest.mark.parametrize("response", ["silence", "nuclear_test", "icbm", "moratorium"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_echo_of_any_answer_has_no_fault_of_layout(response, scale):
    o = did(over(), response)
    tree = drawn(o, "echo", size=(1280, 720), scale=scale)

    assert not list(faults(lay_out(tree, (1280, 720), scale, UiState(), setter())))


def felt():
    """Return the same end with pressure that can be seen; a tenth of a point is no picture."""
    o = over()
    year = answer.year(o)
    harder = evolve(year, paper=(200,) * len(year.paper), enforced=(80,) * len(year.enforced))
    return evolve(o, log=tuple(harder if e is year else e for e in o.log))


def test_the_chart_shows_the_months_that_were_counted():
    o = felt()
    year = answer.year(o)
    found = after.pressed(o, year)
    spoken = find(drawn(o, "echo"), "pressure chart").text

    assert (found.paper, found.enforced) == (year.paper, year.enforced)
    assert f"on paper {words.points(year.paper[-1])}" in spoken
    assert f"{words.points(year.enforced[-1])} in the end" in spoken


def test_a_gate_stops_what_will_and_means_make_of_it():
    o = over()
    year = answer.year(o)
    by_name = {e.name: e for e in o.scenario.enforcers}

    for gate in after.gates(o, year.will):
        e = by_name[gate.name]
        assert gate.will == year.will[e.id]
        assert gate.stops == border.grip(gate.will, e.capacity)
        assert gate.stops <= gate.will


def test_a_shot_says_why_it_was_fired_what_it_shows_and_who_asks_for_a_meeting():
    o = did(over(), "nuclear_test")
    shot = next(r for r in o.scenario.target.responses if r.id == "nuclear_test").shot
    said = " ".join(texts(find(drawn(o, "echo"), "done")))

    assert shot.proves in said
    assert shot.changes in said
    assert "asks for a meeting" in said
    assert "Why: " in said


def test_words_prove_nothing_and_nobody_asks_to_meet():
    said = " ".join(texts(find(drawn(did(over(), "rhetoric"), "echo"), "done")))

    assert "asks for a meeting" not in said
    assert "a test shows" not in said.casefold()


def test_why_names_the_terms_that_the_act_leans_on_heaviest_first():
    o = did(over(), "short_range")
    leans = next(r for r in o.scenario.target.responses if r.id == "short_range").leans
    used = [e.points for e in o.log if isinstance(e, Weighed) and e.response == "short_range"]
    felt, found = answer.leaned(o), answer.why(o)
    reckoned = {key: lean * felt.get(key, 0) // 100 for key, lean in leans.items()}
    largest = used[-1] if used else reckoned
    points = [n for _name, n in found]

    assert points == sorted(points, reverse=True)
    assert points[0] == max(n for key, n in largest.items() if key != "base")


@pytest.mark.parametrize(("paper", "told"), [(1, False), (9, False), (10, True), (400, True)])
def test_a_share_of_next_to_nothing_is_not_told(paper, told):
    """Of one thousandth on paper whatever is carried out is a rounding, and reads as a failure."""
    says = carried_out(over(), Enforced((paper,), (0,), {}, (), {}))

    assert ("0 % of what" in says) == told
    assert ("next to no" in says) != told


def months(*acts, stance=0, length=6):
    """Return the end of a sitting whose months brought these acts: month and response."""
    now = evolve(over().record.followup, acts=acts, month=length, suspension=None)
    known = {r.id: r.rung for r in over().scenario.target.responses}
    gravest = max((id for _month, id in acts), key=known.get, default="")
    record, world = evolve(over().record, followup=now), evolve(over().abroad, stance=stance)
    return evolve(over(), record=record, abroad=world, response=gravest)


def test_the_gravest_act_is_told_with_its_month_and_how_it_stands_in_the_end():
    o = months((2, "nuclear_test"), (3, "rhetoric"), (3, "rhetoric"))
    said = "\n".join(texts(answer.done_panel(o)))

    assert said.index("A nuclear test") < said.index("In the end")
    assert "the gravest of 3 acts, in month 2" in said
    assert "4 months without a shot." in said
    assert "A statement of rejection (2 times)" in said


@pytest.mark.parametrize(
    ("acts", "stance", "stands"),
    [
        (((6, "short_range"),), 0, "No pause: it tested in the last month too."),
        (((1, "short_range"),), 1, "On the road to talks: Contact."),
        ((), 0, "6 months without a shot."),
    ],
)
def test_where_things_stand_is_read_from_the_end_of_the_months(acts, stance, stands):
    assert answer.stands(months(*acts, stance=stance)) == stands


def test_the_answer_lights_its_rung_and_the_rung_before_is_marked():
    o = did(over(), "short_range")
    rungs = after.rungs(o)
    before = o.scenario.target.indicators["escalation"]

    assert [n for n, rung in enumerate(rungs) if rung.is_here] == [2]
    assert ("before the text", "muted") in rungs[before].marks
