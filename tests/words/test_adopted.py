"""Two drafts that were adopted, as the result page and text mode tell of them."""

import pytest
from attrs import evolve

from game import engine, words
from game.commands.terminal import pages, papers
from game.engine.actions import CastVote, PutInBlue, Table
from game.engine.events import Tally
from game.engine.record import Clause
from game.engine.terms import Ballot, Phase
from game.ui import screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import texts
from game.ui.messages import House, Picks
from game.ui.preferences import Preferences
from game.words import adopted
from tests.build import idle, in_consultations, play, scenario, turn_of

PEN = "USA"


def both_adopted(ballot=Ballot.YES):
    """Return a sitting after which the rival of France stands beside the pen's text, or not."""
    state = play(
        turn_of(in_consultations(scenario()), "FRA"), Table("FRA", (Clause("flights", 2),))
    )
    state = play(turn_of(state, PEN), PutInBlue(PEN))
    for cast in (Ballot.YES, ballot):
        state = idle(state, lambda now: now.calling)
        for _ in range(15):
            state = play(state, CastVote(engine.actor(state), cast))
    return idle(state, lambda now: now.phase is Phase.OVER)


@pytest.fixture(scope="module")
def over():
    return engine.observe(both_adopted(), PEN)


def test_both_votes_are_told_in_their_order(over):
    first, second = adopted.votes(over.log)

    assert first.question.by == "FRA"
    assert second.question.by == PEN


def test_what_the_later_text_superseded_is_told_with_what_it_was(over):
    head, clause = adopted.standing(over.scenario, over.log, over.text)

    assert "flights" in head.lower()
    assert "duty to deny suspect flights" in clause
    assert "before:" in clause


def test_what_stands_of_both_is_nobodys_draft_in_text_mode_and_bears_the_day_of_the_vote(over):
    first, *_ = adopted.votes(over.log)
    day = adopted.day_of(over.log, first.question.version, over.blue)
    paper = list(papers.text(over, ()))

    assert day < over.record.day
    assert paper[1].strip() == words.date(over.scenario.date(day))
    assert "What stands of both resolutions" in paper[2]
    assert not any("draft resolution" in line for line in paper)
    assert "adopted by" in " ".join(papers.text(over, (str(first.question.version),)))


def test_a_count_of_an_old_save_that_names_no_draft_is_about_the_text_in_blue(over):
    first, *_ = adopted.votes(over.log)
    log = [evolve(e, question=None) if e is first else e for e in over.log]
    unnamed = (n for n, e in enumerate(log) if isinstance(e, Tally) and not e.question)
    until = log[: next(unnamed) + 1]
    rival = first.question.version

    assert rival != over.blue
    assert adopted.day_of(until, over.blue, over.blue) is not None
    assert adopted.day_of(until, rival, over.blue) is None


def test_names_stand_under_the_text_of_the_pen_and_not_under_a_rival(over):
    rival, pens = adopted.votes(over.log)

    assert adopted.breadth((PEN, "JPN", "GBR"), pens).startswith("2 names stand under it")
    assert adopted.breadth((PEN, "JPN", "GBR"), rival) == ""
    assert adopted.breadth((PEN,), pens) == ""


def test_where_one_of_two_was_adopted_nothing_is_said_of_both():
    o = engine.observe(both_adopted(Ballot.NO), PEN)

    assert adopted.votes(o.log) == ()
    assert adopted.standing(o.scenario, o.log, o.text) == ()


def test_text_mode_shows_the_hands_on_both_and_what_stands(over):
    shown = "\n".join(pages.ending(over, (), ()))

    assert shown.count("in favour: ") >= 2
    assert "the draft of France is adopted" in shown
    assert "Both texts stand, but for" in shown


def test_the_window_shows_both_on_the_result_page(over):
    house = House(keys=DEFAULTS, preferences=Preferences(still=True))
    shown = " ".join(texts(screens.find("vote").view(over, Picks({}, house, "vote"))))

    assert "Two draft resolutions are adopted" in shown
    assert "the draft of France is adopted" in shown
    assert shown.count("the draft of France is adopted") == 1
    assert "Both texts stand, but for" in shown


def drawn(o, name):
    house = House(keys=DEFAULTS, preferences=Preferences(still=True))
    return " ".join(texts(screens.find(name).view(o, Picks({}, house, name))))


@pytest.mark.parametrize("screen", ["desk", "blue"])
def test_what_stands_of_both_bears_no_sponsors_in_the_window_either(over, screen):
    shown = drawn(over, screen).lower()

    assert "what stands of both resolutions" in shown
    assert "draft resolution" not in shown


def test_a_text_that_was_adopted_alone_keeps_its_sponsors():
    alone = engine.observe(both_adopted(Ballot.NO), PEN)

    assert not adopted.votes(alone.log)
    assert "what stands of both" not in drawn(alone, "desk").lower()
