"""A member asks for other words on the drafting desk, and reads what they would do to its sum."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import engine, paths
from game.engine import opinion
from game.engine.actions import Ask, SetClause
from game.engine.record import Clause
from game.engine.terms import Phase
from game.ui import screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import lines, walk
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import House, Pick, Picks
from game.ui.parts.signs import signed
from game.ui.text import Fonts
from tests.ui.screens.sitting import in_phase, play

HOUSE = House(keys=DEFAULTS)
COAL = Clause("coal_iron_exports", 3)
SOFT = evolve(COAL, softener="national_law")


@lru_cache
def turn(seat):
    """The turn of a seat in round two, with a ban on coal in the text."""
    state = play(seat, in_phase(Phase.SQUEEZE, 2))
    text = {**state.versions[-1].clauses, COAL.measure: COAL}
    versions = (*state.versions[:-1], evolve(state.versions[-1], clauses=text))
    return evolve(state, versions=versions, working=text)


def desk(seat, state=None, **picks):
    o = engine.observe(state or turn(seat), seat)
    values = {"measure": COAL.measure, **picks}
    return screens.find("desk").view(o, Picks(values, HOUSE, "desk"))


def sheet(seat, words=None, **picks):
    return desk(seat, open="wording", words=words, **picks)


def named(tree, name):
    return next((w for w in walk(tree) if w.name == name), None)


def test_a_member_opens_the_words_of_the_clause_it_looks_at():
    button = named(desk("CHN"), "other words")

    assert Pick("open", "wording") in button.message.messages
    assert not button.disabled


def test_pressing_words_considers_them_and_asking_for_them_is_legal():
    softer = next(
        w
        for w in walk(sheet("CHN"))
        if w.name.startswith("softener ") and w.message.value.softener == "national_law"
    )
    ask = named(sheet("CHN", softer.message.value), "ask words")
    action = next(m for m in ask.message.messages if isinstance(m, Ask))

    assert action == Ask.of("CHN", SOFT)
    assert not ask.disabled
    assert engine.refusal(turn("CHN"), action) is None


def test_the_sheet_shows_what_the_words_do_to_ones_own_sum_exactly():
    state = turn("CHN")
    s, variant = state.scenario, state.dealt["CHN"].variant
    plain = Clause(COAL.measure, 5)
    soft = evolve(plain, softener="as_appropriate")
    dear, cheap = (opinion.three_numbers(s, c, "CHN", variant).price for c in (plain, soft))
    said = [w.content for w in walk(sheet("CHN", soft, level=5)) if hasattr(w, "content")]
    shown = [run.text for content in said if isinstance(content, tuple) for run in content]

    assert dear > cheap
    assert signed(-cheap) in shown
    assert signed(-dear) not in shown


def test_words_that_stand_there_or_were_asked_for_are_not_asked_for_again():
    asked = engine.apply(turn("CHN"), Ask.of("CHN", SOFT))
    again = desk("CHN", asked, open="wording", words=SOFT)

    assert "already" in named(sheet("CHN"), "ask words").disabled
    assert named(again, "ask words").disabled == "you have asked for that"


def test_the_words_of_another_level_can_be_asked_for_too():
    tree = sheet("CHN", level=2)
    other = evolve(Clause(COAL.measure, 2), softener="as_appropriate")
    ask = named(sheet("CHN", other, level=2), "ask words")

    assert named(tree, "softener 0") is not None
    assert ask.message.messages[0] == Ask.of("CHN", other)


def test_where_a_level_allows_no_other_words_the_sheet_says_so():
    state = turn("CHN")
    fixed = Clause(COAL.measure, 6)
    text = {**state.versions[-1].clauses, COAL.measure: fixed}
    versions = (*state.versions[:-1], evolve(state.versions[-1], clauses=text))
    tree = desk("CHN", evolve(state, versions=versions), open="wording")

    assert not state.scenario.measure(COAL.measure).level(6).regular
    assert "the words are fixed" in lines(tree)


def test_the_pen_writes_words_and_does_not_ask_for_them():
    tree = sheet("USA", SOFT)

    assert named(tree, "ask words") is None
    assert SetClause.of("USA", SOFT) in named(tree, "write words").message.messages


def test_a_request_for_words_is_told_to_the_pen_with_its_words_and_what_granting_does():
    state = turn("CHN")
    state = engine.apply(evolve(state, record=evolve(state.record, asks=())), Ask.of("CHN", SOFT))
    state = evolve(state, queue=("USA", *state.queue))
    said = lines(desk("USA", state))
    grant = named(desk("USA", state), "grant 1")

    assert "China asks: " in said
    assert "with “" in said
    assert "granted, it passes" in said or "granted or not" in said
    assert engine.apply(state, grant.message).working[COAL.measure] == SOFT


def test_words_that_are_asked_for_can_be_given_for_something():
    state = turn("CHN")
    state = engine.apply(evolve(state, record=evolve(state.record, asks=())), Ask.of("CHN", SOFT))
    o = engine.observe(evolve(state, queue=("USA", *state.queue)), "USA")
    tree = screens.find("corridor").view(o, Picks({"seat": "CHN"}, HOUSE, "corridor"))

    button = named(tree, "return 1")
    laid = next(m for m in button.message.messages if getattr(m, "key", "") == "give")

    assert not button.disabled
    assert [t.words for t in laid.value] == [SOFT]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("seat", ["CHN", "USA"])
def test_no_text_of_the_sheet_is_cut_or_covered(seat, scale):
    setter = Typesetter(Fonts(paths.assets() / "fonts"))
    o = engine.observe(turn(seat), seat)
    values = {"measure": COAL.measure, "open": "wording", "words": SOFT}
    picks = Picks(values, evolve(HOUSE, scale=scale), "desk")
    tree = screens.find("desk").view(o, picks)

    assert faults(lay_out(tree, (1600, 900), scale, UiState(), setter)) == ()


def test_a_tab_of_the_corridor_leaves_a_tab_of_the_desk_open():
    o = engine.observe(turn("CHN"), "CHN")
    picks = Picks({"tab": "best"}, evolve(HOUSE, scale=2.0), "desk")
    tabs = [w for w in walk(screens.find("desk").view(o, picks)) if w.name.startswith("tab ")]

    assert [w.name for w in tabs if w.selected] == ["tab text"]
