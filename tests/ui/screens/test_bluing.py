"""Before a text is in blue: what it leaves out is said, and Enter goes where that can be mended."""

from functools import lru_cache

from game import engine
from game.engine.actions import Circulate, EndRound
from game.engine.terms import Circle, Phase
from game.ui.bindings import DEFAULTS
from game.ui.messages import Confirm, House, Picks, Show
from game.ui.parts.bluing import aims_met, lacks
from game.ui.parts.question import AT_DESK, blue, question
from game.ui.preferences import Preferences
from tests import build

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
