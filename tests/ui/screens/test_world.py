"""The world before the vote: the balance, the border a year ahead, and what each missile means."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import words
from game.engine.abroad import mind
from game.engine.abroad.gap import leaks
from game.engine.terms import Phase
from game.ui.abroad import reading, weighing
from game.ui.abroad.plain import Sign
from game.ui.describe import find, texts, walk
from game.ui.parts.estimate import text_in_hand
from game.ui.widgets import Bar, Button, Canvas, Mark
from tests.ui.screens.sitting import in_phase, observed
from tests.ui.screens.test_floor import Fonts, Typesetter, UiState, drawn, faults, lay_out, paths

PAGES = ("mind", "border", "missiles")


@lru_cache
def seen(seat="USA"):
    return observed(seat, in_phase(Phase.SQUEEZE, 2))


@lru_cache
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1600, 900), (1280, 720)])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_world_has_a_fault_of_layout(page, size, scale):
    tree = drawn(seen(), "world", {"abroad": page}, size=size, scale=scale)

    assert not list(faults(lay_out(tree, size, scale, UiState(), setter())))


def test_three_tabs_lead_to_three_pages_and_one_is_lit():
    tree = drawn(seen(), "world")
    tabs = [w for w in walk(tree) if isinstance(w, Button) and w.name.startswith("abroad ")]

    assert [tab.message.value for tab in tabs] == list(PAGES)
    assert [tab.selected for tab in tabs] == [True, False, False]


def test_the_balance_says_what_its_two_sides_weigh():
    loads = reading.loads(seen())
    left = sum(x.points for x in loads if x.points > 0)
    right = -sum(x.points for x in loads if x.points < 0)
    canvas = find(drawn(seen(), "world"), "balance")

    assert loads
    assert f"{left} points" in canvas.text
    assert canvas.text.endswith(str(right))


def test_every_sign_is_numbered_on_the_line_and_in_words():
    o = seen()
    clues = {c.id: c.text for c in o.scenario.target.clues}
    tree = drawn(o, "world")
    said = texts(tree)

    assert o.record.clues
    assert [s.text for s in reading.signs(o)] == [clues[id] for id in o.record.clues]
    assert all(clues[id] in said for id in o.record.clues)
    assert find(tree, "signs in time").text.startswith(f"{len(o.record.clues)} signs")


def test_a_sign_of_a_large_step_names_the_step():
    o = seen()
    loud = next(c for c in o.scenario.target.clues if "nuclear_test" in c.plans)
    sight = next(e for e in o.log if type(e).__name__ == "Sight")
    other = evolve(o, log=(*o.log, evolve(sight, clue=loud.id)))

    assert "a nuclear test" in reading.signs(other)[-1].speaks_of


def test_the_gap_is_the_sum_of_what_leaks():
    o = seen()
    found = reading.ahead(o)
    last, crossing = found.months[-1]
    parts = leaks(o.scenario.target, o.scenario.enforcers, last, found.regime)
    grown = sum(f.weight * max(0, last.flows[f.id] - 1000) // 1000 for f in o.scenario.target.flows)
    gap = crossing.paper - crossing.enforced

    assert gap > 0
    # Rounding of each part, and trade above its start, which the gap does not count.
    assert abs(sum(x.points for x in parts) - grown - gap) <= len(parts) + 2


def test_a_livelihood_exemption_that_is_used_is_named_in_the_gap():
    o = seen()
    coal = "coal_iron_exports"
    text = {**o.working, coal: evolve(next(iter(o.working.values())), measure=coal, level=2)}
    named = reading.pressed(evolve(o, working=text)).leaks

    assert ("Coal to China", "is exempt, and grows") in {(x.name, x.cause) for x in named}


def test_every_flow_has_its_starting_figure_and_its_unit():
    said = " ".join(texts(drawn(seen(), "world", {"abroad": "border"})))

    for flow in seen().scenario.target.flows:
        assert flow.title in said
    assert "of 19.6 million tonnes" in said
    assert "of 100,000 people" in said
    assert "of 4.5 million barrels" in said


def test_a_missile_says_what_it_shows_changes_and_who_asks():
    tree = drawn(seen(), "world", {"abroad": "missiles"})
    said = " ".join(texts(tree))

    for response in seen().scenario.target.responses:
        if response.shot:
            assert response.shot.proves in said
            assert response.shot.changes in said
    assert "Republic of Korea" in said
    assert "asks for a meeting" in said


def test_a_class_that_the_programme_cannot_fly_yet_says_why():
    far = [c for c in reading.classes(seen()) if c.out_of_reach]
    grown = evolve(seen().abroad, gauges=seen().abroad.gauges | {"programme": 1000})
    near = reading.classes(evolve(seen(), abroad=grown))

    assert {c.kind for c in far} == {"intercontinental"}
    assert "72" in far[0].out_of_reach
    assert not any(c.out_of_reach for c in near)


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_can_be_read_aloud(page):
    tree = drawn(seen(), "world", {"abroad": page})

    for widget in walk(tree):
        if isinstance(widget, (Canvas, Bar)):
            assert widget.text


def test_every_term_that_the_target_weighs_has_a_name():
    leans = {key for r in seen().scenario.target.responses for key in r.leans}

    assert {*mind.TERMS, *leans} <= set(reading.TERMS)


def test_signs_seen_at_the_same_time_share_one_name():
    at_once = tuple(Sign(at, "", "") for at in (0.0, 0.5, 0.51, 0.9, 0.9, 0.9))
    panel = weighing.signs(at_once, title="Signs", ends=("first", "last"))
    marks = {s.text for s in find(panel, "signs in time").shapes if isinstance(s, Mark)}

    assert marks == {"1", "2–3", "4–6", "first", "last"}


@pytest.mark.parametrize("screen", ["world", "desk"])
def test_a_text_that_would_strain_talks_says_so_before_the_vote_and_only_while_they_last(screen):
    o = seen()
    talking = evolve(o, abroad=evolve(o.abroad, stance=1))
    said = words.season.straining(o.scenario, talking.abroad, text_in_hand(o), o.before)

    assert o.abroad.stance == 0
    assert "contact" in said
    assert any(said in line for line in texts(drawn(talking, screen)))
    assert not any("would strain" in line for line in texts(drawn(o, screen)))


@pytest.mark.parametrize("size", [(1600, 900), (1280, 720)])
@pytest.mark.parametrize("screen", ["world", "desk"])
def test_there_is_room_for_saying_that_talks_would_be_strained(screen, size):
    talking = evolve(seen(), abroad=evolve(seen().abroad, stance=1))
    tree = drawn(talking, screen, size=size, scale=2.0)

    assert not list(faults(lay_out(tree, size, 2.0, UiState(), setter())))
