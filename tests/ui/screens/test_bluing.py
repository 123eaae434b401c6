"""Before a text is in blue: what it leaves out is said, and Enter goes where that can be mended."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import engine
from game.engine import consensus
from game.engine.actions import Circulate, EndRound
from game.engine.record import Asked, Clause
from game.engine.terms import Circle, Phase
from game.ui import overlays, screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import texts, walk
from game.ui.drafting.gates import gate
from game.ui.drafting.texts import desk_of
from game.ui.messages import Confirm, House, Picks, Show
from game.ui.parts.bluing import aims_met, lacks, loses_by_blue, once_spoken_to
from game.ui.parts.estimate import estimate, once_read
from game.ui.parts.question import AT_DESK, LEFT, blue, end_round, question
from game.ui.preferences import Preferences
from game.ui.widgets import Button
from tests import build
from tests.ai.test_foresight import hopeful

PEN = "USA"


def picks(**values):
    return Picks(values, House(keys=DEFAULTS, preferences=Preferences(still=True)), "chamber")


@lru_cache
def unwritten():
    """The pen of the first sitting has shown its text as it was, and could put it in blue."""
    start = engine.new_game(build.scenario("first_sitting"), (PEN,))
    state = build.play_on(start, 5, until=lambda s: s.phase is Phase.TEXT).end
    state = engine.apply(engine.apply(state, Circulate(PEN, Circle.ALL)), EndRound(PEN))
    at_pen = build.play_on(state, 5, until=lambda s: engine.actor(s) == PEN).end
    return engine.observe(at_pen, PEN)


def test_before_the_desk_was_opened_enter_does_not_put_a_text_without_wishes_in_blue():
    o = unwritten()

    assert o.phase is Phase.SQUEEZE
    assert lacks(o)
    for values in ({}, {"left": True}):
        assert question(o, picks(**values)).answer.name != "blue"


def test_a_text_that_passes_without_what_the_pen_wants_leads_to_the_desk_once(monkeypatch):
    o = unwritten()
    monkeypatch.setattr("game.ui.parts.question.requests", lambda _o: ())
    monkeypatch.setattr("game.ui.parts.question.estimate", lambda _o: Sure)

    first, then = question(o, picks()), question(o, picks(**{AT_DESK: True}))

    assert first.answer.message == Show("desk")
    assert isinstance(then.answer.message, Confirm)


class Sure:
    passes = 0.9


def test_who_puts_a_text_in_blue_is_told_what_it_leaves_out():
    o = unwritten()
    asked = blue(o, picks()).message.question
    counted = aims_met(o)

    assert counted
    assert counted in asked
    assert counted.split()[0] != counted.split()[2]


def named(tree, name):
    """The button of this name."""
    return next(w for w in walk(tree) if isinstance(w, Button) and w.name == name)


def hopeless(last=False):
    """The pen's turn with a text that everybody else has reason to reject."""
    o = unwritten()
    worst = {m.id: Clause(m.id, m.top) for m in o.scenario.measures}
    found = evolve(o, working=worst, record=evolve(o.record, asks=()))
    return evolve(found, round=o.scenario.rounds) if last else found


@pytest.mark.parametrize("last", [False, True])
def test_enter_puts_a_text_that_fails_in_blue_only_where_nothing_else_is_left(last):
    o = hopeless(last)
    asked = blue(o, picks()).message
    dialog = overlays.question(asked, picks())
    sheet = gate(o, picks(open="blue"), desk_of(o))

    assert estimate(o).passes < 0.05
    assert asked.loses is not last
    assert named(dialog, "not yet").main is not last
    assert named(dialog, "confirm").main is last
    assert named(sheet, "not yet").main is not last
    assert named(sheet, "put in blue").main is last
    for told in (asked.question, " ".join(texts(sheet))):
        assert ("This is the last round" in told) is last


def test_enter_puts_a_text_that_passes_in_blue():
    o = unwritten()
    assert estimate(o).passes > 0.95

    asked = blue(o, picks()).message
    assert not asked.loses
    assert named(overlays.question(asked, picks()), "confirm").main


def test_requests_that_wait_are_something_else_that_is_left():
    o = hopeless(last=True)
    waits = Asked(1, "CHN", o.scenario.measures[0].id, 1, False, o.round)
    o = evolve(o, record=evolve(o.record, asks=(waits,)))

    assert blue(o, picks()).message.loses
    assert not blue(o, picks(left=True)).message.loses


def test_enter_does_not_end_the_last_round_without_a_text():
    o = hopeless(last=True)
    asked = end_round(o, picks()).message

    assert isinstance(asked, Confirm)
    assert named(overlays.question(asked, picks()), "not yet").main


@pytest.mark.parametrize("hard", [False, True])
def test_enter_withdraws_a_text_only_if_it_would_fail(hard):
    states = build.played("resolution_2270", 1, build.QUICK).states
    at_pen = (s for s in states if s.phase is Phase.BLUE and engine.actor(s) == PEN)
    o = engine.observe(next(at_pen), PEN)
    if hard:
        worst = {m.id: Clause(m.id, m.top) for m in o.scenario.measures}
        o = evolve(o, versions=tuple(evolve(v, clauses=worst) for v in o.versions))
    dialog = overlays.question(
        named(screens.find("blue").view(o, picks()), "withdraw").message, picks()
    )

    assert named(dialog, "confirm").main is hard


def test_what_falls_once_it_is_spoken_to_is_said_before_it_goes_in_blue():
    """Two who may veto have mere concerns on record, and would both turn against a harder text."""
    o, (harder, *_) = hopeful(104)
    o = evolve(o, working=consensus.draft_of(o.scenario, harder), round=5)

    assert estimate(o).passes > 0.9
    assert once_read(o).passes < 0.5
    assert "may turn against it" in once_spoken_to(o)
    assert loses_by_blue(o, left=True)
    dialog = texts(gate(o, picks(open="blue"), desk_of(o)))
    assert any(once_spoken_to(o) in line for line in dialog)
    left = {LEFT: True}
    assert question(o, picks(**left)).words == once_spoken_to(o)
    assert question(o, picks(**left)).answer.message == Show("desk")
    assert question(o, picks(**left, **{AT_DESK: True})).answer.label == end_round(o, picks()).label
