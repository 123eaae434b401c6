"""The pictures of the world beyond the room, from plain values alone."""

import pytest
from attrs import evolve

from game.ui.abroad import border, committee, gallery, strip, tracks, weighing
from game.ui.abroad.plain import Committee, Leak, Pressed
from game.ui.describe import find, texts, walk
from game.ui.widgets import SIGNS, Badge, Button, Card, Mark, Poly
from tests.ui.screens.test_floor import Fonts, Typesetter, UiState, faults, lay_out, paths

SETTER = Typesetter(Fonts(paths.assets() / "fonts"))


def said(tree):
    return " ".join(texts(tree))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1600, 900), (1280, 720)])
@pytest.mark.parametrize("page", gallery.PAGES)
def test_no_page_of_the_gallery_has_a_fault_of_layout(page, size, scale):
    tree = gallery.view(page, size, scale)

    assert not list(faults(lay_out(tree, size, scale, UiState(), SETTER)))


def test_the_gap_is_drawn_and_its_largest_causes_are_named():
    chart = find(border.pressure(gallery.PRESSED, title="P"), "pressure chart")
    words = said(border.leaks(gallery.PRESSED))

    assert any(isinstance(shape, Poly) and shape.tone == "no" for shape in chart.shapes)
    assert any(isinstance(s, Mark) and s.text.startswith("leaks ") for s in chart.shapes)
    assert "Coal to China" in words
    assert "is exempt, and grows" in words
    assert "and 1 more, together 1.2" in words


def test_every_moment_of_a_chart_has_a_sign_and_a_word():
    chart = find(border.pressure(gallery.PRESSED, title="P"), "pressure chart")
    marks = {shape.text for shape in chart.shapes if isinstance(shape, Mark)}

    assert {"▲ test 4", "■ 2270", "◆ coal stops"} <= marks
    assert "test 4" in chart.text


def test_where_nothing_leaks_nothing_is_named():
    whole = Pressed((40, 40), (40, 40), leaks=(Leak("Coal", "x", 5),))

    assert "Nothing leaks" in said(border.leaks(whole))


def test_a_flow_that_rises_is_told_by_a_sign_and_by_a_number():
    words = said(border.flows(gallery.STREAMS, title="F"))

    assert f"{SIGNS['up']} to 115 %" in words
    assert "22.5 million tonnes" in words
    assert f"{SIGNS['down']} to 42 %" in words


@pytest.mark.parametrize(
    ("units", "unit", "expected"),
    [
        (19600, "thousand tonnes", "19.6 million tonnes"),
        (450, "million US dollars", "450 million US dollars"),
        (3150, "million US dollars", "3.1 billion US dollars"),
        (30, "agents", "30 agents"),
    ],
)
def test_amounts_are_shortened_where_they_are_large(units, unit, expected):
    assert border.amount(units, unit) == expected


def test_the_beam_dips_to_the_heavier_side():
    def ends(loads):
        canvas = find(weighing.weighs(loads, title="W"), "balance")
        beam = next(s for s in canvas.shapes if getattr(s, "width", 0) == 4)
        return beam.points

    loud, calm = gallery.LOADS[:2], gallery.LOADS[4:]
    (_x, left), (_z, right) = ends(loud)
    assert left > right  # Y runs down.
    (_x, left), (_z, right) = ends(calm)
    assert left < right


def test_only_one_rung_is_lit_and_the_last_says_that_nobody_wins():
    tree = weighing.ladder(gallery.RUNGS, title="L")
    lit = [w for w in walk(tree) if isinstance(w, Card) and w.surface != "raised"]

    assert len(lit) == 1
    assert "Longer-range missiles" in said(lit[0])
    assert said(tree).index("nobody wins") < said(tree).index("Quiet")


def test_a_state_that_one_act_wins_comes_first_and_is_marked():
    tree = tracks.tracks(gallery.COURSES)
    track = find(tree, "track enforce")
    cards = [w for w in walk(track) if isinstance(w, Card)]

    assert cards[0].name == "win c"
    assert "one act wins it" in said(cards[0])
    assert "win b" not in {card.name for card in cards}
    assert "Philippines" in said(find(track, "won b"))


def test_what_a_capital_resents_cannot_be_pressed_and_says_why():
    card = find(tracks.tracks(gallery.COURSES), "win h")

    assert card.message is None
    assert card.disabled == "Your capital resents it."


@pytest.mark.parametrize("status", ["none", "offered", "accepted", "refused", "kept", "broken"])
def test_a_suspension_has_a_word_for_each_state_and_hangs_even_only_while_it_holds(status):
    it = evolve(gallery.STANDSTILL, status=status)
    tree = tracks.standstill(it, title="S")
    beam = next(s for s in find(tree, "standstill scale").shapes if getattr(s, "width", 0) == 4)
    badge = next(w for w in walk(tree) if isinstance(w, Badge))

    assert badge.text
    assert (beam.points[0][1] == beam.points[1][1]) == (status in ("accepted", "kept"))


def test_the_committee_tells_reports_by_sign_and_word():
    words = said(committee.committee(gallery.COMMITTEE, title="C"))

    assert f"{SIGNS['yes']} in full" in words
    assert f"{SIGNS['abstain']} a page" in words
    assert f"{SIGNS['no']} nothing" in words
    assert "… due" in words
    assert "9 of 15 have reported" in words


def test_a_hold_can_be_placed_only_on_what_is_open_and_allowed():
    tree = committee.committee(gallery.COMMITTEE, title="C")
    holds = {w.name: w for w in walk(tree) if isinstance(w, Button)}

    assert set(holds) == {"hold 1", "hold 4"}
    assert holds["hold 1"].message == 1
    assert holds["hold 4"].message is None
    assert holds["hold 4"].disabled


def test_without_a_mandate_nobody_looks():
    words = said(committee.committee(Committee(has_experts=False), title="C"))

    assert "Nobody looks" in words
    assert "No report is due" in words


@pytest.mark.parametrize("narrow", [True, False])
def test_the_strip_names_every_sitting_with_its_outcome(narrow):
    tree = strip.strip(gallery.STRIP, title="T", narrow=narrow)
    words = said(tree)

    for bead in gallery.STRIP.beads:
        assert bead.title in words
    assert "✓ adopted 15-0" in words
    assert "✕ not adopted 13-2" in words
    assert "Carried on" in words
    assert "first ICBM" in words or "first ICBM" in find(tree, "calendar").text


def test_what_was_sent_to_the_committee_cannot_be_sent_twice():
    tree = committee.proposals(gallery.PROPOSALS, title="Names", act="Propose")
    sends = {w.name: w for w in walk(tree) if isinstance(w, Button)}

    assert sends["send ships"].message == "ships"
    assert sends["send bank"].message is None
    assert sends["send bank"].disabled == "It was sent already."
    assert "touches" in said(tree)
