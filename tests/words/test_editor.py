"""The Secretariat's editors read a line in a member's own words; nothing is stopped by it."""

import pytest

from game import engine
from game.engine.actions import Explain
from game.words import editor
from tests.build import in_consultations, scenario, voted


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("North Korea must return to talks.", "Democratic People's Republic of Korea"),
        ("We share the view of Russia on this.", "Russian Federation"),
        ("It calls upon all States that they shall comply.", "use “to”"),
        ("We regret that it demands the State shall comply.", "“Shall” follows"),
        ("The Council decides wisely today.", "a member speaks for itself"),
        ("Sanctions are no end in themselves.", "Article 41"),
        ("We cast no veto today.", "Article 27"),
        ("Enough is enough!", "exclamation"),
    ],
)
def test_the_editors_remark_on_what_the_record_would_not_have(line, says):
    (said,) = editor.on_line(scenario(), line)

    assert says in said


@pytest.mark.parametrize(
    "line",
    [
        "",
        "We joined in sorrow.",
        "The Democratic People's Republic of Korea must return to talks.",
        "We call upon all parties to show restraint.",
        "We note that it decides that all Member States shall report.",
        "Requests from agencies show what shall follow.",
    ],
)
def test_they_say_nothing_of_a_line_that_the_record_could_have(line):
    assert editor.on_line(scenario(), line) == ()


def test_a_name_within_the_full_name_is_no_everyday_name():
    line = "We regret that the Islamic Republic of Iran stayed away."

    assert editor.on_line(scenario("iran_2010"), line) == ()


def test_two_remarks_are_enough():
    line = "North Korea! Russia! We cast a veto against sanctions!"

    assert len(editor.on_line(scenario(), line)) == editor.MOST


def test_no_remark_keeps_a_line_from_the_record():
    state = voted(in_consultations(scenario()), {})
    seat = engine.actor(state)
    line = "North Korea! We shall veto sanctions."

    assert editor.on_line(scenario(), line)
    assert engine.refusal(state, Explain(seat, "talks", line)) is None
