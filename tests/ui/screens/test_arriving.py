"""Nothing is laid above what a person has not seen, and Enter takes nothing that is not there."""

import pygame

from game import engine
from game.commands.shelf import Shelf
from game.session import HUMAN, Session
from game.ui import messages, screens
from game.ui.bargain.incoming import incoming
from game.ui.describe import find, texts
from game.ui.drafting import gates
from game.ui.messages import Pick, Picks
from game.ui.parts.question import ARRIVING
from game.ui.play import Play
from tests.ui.hand import Hand
from tests.ui.screens.sitting import scenario
from tests.ui.screens.test_corridor import HOUSE, offered, turn_of

FIRST = {ARRIVING: True}


def waiting():
    return engine.observe(offered(), "USA")


def chamber(values):
    picks = Picks(values, HOUSE, "chamber")
    return screens.find("chamber").view(waiting(), picks)


def test_an_offer_waits_until_the_chamber_was_looked_at():
    assert incoming(waiting(), Picks(FIRST, HOUSE, "chamber")) is None
    assert incoming(waiting(), Picks({}, HOUSE, "chamber")) is not None
    assert incoming(waiting(), Picks(FIRST, HOUSE, "desk")) is not None


def test_who_wants_a_word_stands_on_the_table_and_enter_hears_it():
    answer = find(chamber(FIRST), "answer")

    assert (answer.label, answer.message) == ("Hear China", Pick(ARRIVING, False))
    assert answer.main
    assert "would like a word with you" in " ".join(texts(chamber(FIRST)))


def test_only_the_first_look_is_waited_for(tmp_path):
    there = Play(Shelf(), tmp_path / "settings.json")
    there.begin(Session(scenario(), {"USA": HUMAN}, 1, autosave=False))

    there._arrive(waiting())
    assert there.values[ARRIVING]
    there._arrive(waiting())
    assert not there.values[ARRIVING]


def test_enter_waits_for_a_suggestion_and_then_takes_it(monkeypatch):
    """It was closed by Enter while it was still sought."""
    o = engine.observe(turn_of("USA"), "USA")
    weaker = dict(list(o.working.items())[1:])
    found = [(None, False)]
    monkeypatch.setattr(gates, "suggested", lambda _: found[-1])
    values = {}
    hand = Hand(
        lambda: screens.find("desk").view(o, Picks(dict(values), HOUSE, "desk")), size=(1600, 900)
    )
    hand.key(pygame.K_TAB)
    values["open"] = "suggestion"
    hand.window.refresh()
    hand.wait(0.1)

    hand.key(pygame.K_RETURN, text="\r")
    hand.key(pygame.K_RETURN, text="\r")
    assert hand.heard == []
    assert hand.focus == gates.TAKE

    found.append((weaker, True))
    hand.window.refresh()
    hand.wait(0.1)
    hand.key(pygame.K_RETURN, text="\r")
    assert isinstance(hand.heard[0], messages.Steps)
    assert len(hand.heard[0].messages) > 1
