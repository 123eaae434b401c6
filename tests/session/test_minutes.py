"""The record of a finished sitting holds its texts, votes and explanations, and says what it is."""

import re
from random import Random

import pytest
from attrs import evolve

from game import engine, words
from game.engine.actions import CastVote, Explain, Second, Table, Withdraw, readings
from game.engine.events import StatementIssued, Tally
from game.engine.record import RIVALS
from game.engine.terms import Phase
from game.session import minutes, write_minutes
from game.words import adopted
from tests.build import idle, in_blue, in_consultations, play, scenario, turn_of
from tests.session.playing import plays, run_on, seated

LINE = "We spoke of workers first, and of ships later."


@pytest.fixture(scope="module")
def over():
    """Return what a person sees at the end who explained its vote with a line of its own."""
    session = plays(
        seated("CHN", id="resolution_2270", level="quick"),
        Random(1),  # By this luck the draft comes to a vote: China does not have it put off.
        until=lambda s: s.observation is not None and s.observation.tally is not None,
    )
    while "Explain" in session.observation.blocked or session.observation.actor != "CHN":
        if not session.tick():
            session.act(session.observation.legal[0])
    session.act(Explain("CHN", readings(session.observation, "CHN")[-1], LINE))
    return plays(session).observation


def flat(text):
    """Return a text without its line breaks."""
    return re.sub(r"\s+", " ", text)


def test_the_text_stands_in_the_record_as_it_prints(over):
    page = words.document(over.scenario, over.text(over.blue), day=over.record.day)

    paper = flat(minutes(over))

    assert len(page.paragraphs) > 10
    assert all(flat(p.plain) in paper for p in page.paragraphs)


def test_every_hand_and_every_explanation_is_in_the_record(over):
    paper = flat(minutes(over))

    for ballot in set(over.tally.ballots.values()):
        cast = [s for s in over.scenario.seats if over.tally.ballots[s] is ballot]
        assert words.capital(words.seats(over.scenario, cast)) in paper
    said = [e for e in over.log if isinstance(e, Explain) and e.reading]
    assert all(flat(words.say(e, over.scenario)) in paper for e in said)
    assert f"“{LINE}”" in paper
    assert sum(isinstance(e, CastVote) for e in over.log) >= 15


def test_what_was_adopted_is_no_draft_any_more_and_bears_the_day_of_its_vote(over):
    counted = (e for e in over.log if isinstance(e, Tally) and e.adopted)
    number = next(e.question.version for e in counted if e.question.kind == "draft")
    day = adopted.day_of(over.log, number, over.blue)
    paper = flat(minutes(over))
    date = words.date(over.scenario.date(day))

    assert day < over.record.day
    assert f"adopted by the Security Council on {date}" in paper
    assert "Draft resolution in blue" not in paper


def test_a_statement_that_went_out_in_other_words_is_in_the_record_with_these(over):
    s = over.scenario
    issued, measure = s.statements[0], next(iter(s.statements[0].levels))
    event = StatementIssued(issued.id, ((measure, 0),))
    paper = flat(minutes(evolve(over, log=(*over.log, event, StatementIssued(s.statements[1].id)))))
    softer = issued.softened(event.softened)

    # Within a sentence a title begins with a small letter.
    assert f"{issued.title[1:]}, without {words.measure(s, measure)}." in paper
    assert flat(words.product(s, softer, reworded=True)) in paper
    assert flat(s.statements[1].text) in paper


def test_the_record_says_at_both_ends_that_it_is_a_simulation(over):
    lines = minutes(over).strip().splitlines()

    assert "SIMULATION" in lines[0]
    assert "SIMULATION" in lines[-1]
    assert max(map(len, lines)) <= 78


def test_the_record_lies_beside_the_saves_under_the_name_of_the_sitting(
    over, tmp_path, monkeypatch
):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))

    path = write_minutes(over, 7)

    assert path == tmp_path / "resolution_2270-chn-7-record.txt"
    assert path.read_text(encoding="utf-8") == minutes(over)


def test_a_sitting_that_goes_on_has_no_record_yet():
    o = run_on(seated("CHN", level="quick")).observation
    assert o.phase is not Phase.OVER

    with pytest.raises(ValueError, match="over"):
        minutes(o)


def recorded(state):
    """Return the record of a game, read by nobody in particular, in one line."""
    over = idle(state, lambda now: now.phase is Phase.OVER)
    return flat(minutes(engine.observe(over, engine.PUBLIC)))


def test_a_withdrawn_draft_stands_in_the_record_as_it_printed_with_who_withdrew_it():
    state = in_blue(in_consultations(scenario()))
    text = words.document(state.scenario, state.versions[-1].clauses, day=state.record.day)
    paper = recorded(play(turn_of(state, "USA"), Withdraw("USA")))

    assert all(flat(p.plain) in paper for p in text.paragraphs)
    assert "The United States withdraws the text before a vote." in paper
    assert "S/2016/9001" in paper
    assert "Resolution 9001" not in paper


def test_a_rival_its_second_and_the_meeting_are_in_the_record():
    state = turn_of(in_consultations(scenario()), "FRA")
    rival = next(a for a in engine.observe(state, "FRA").legal if isinstance(a, Table))
    state = in_blue(play(state, rival))
    state = turn_of(idle(state, lambda now: now.stage == "floor"), "GBR")
    paper = recorded(play(state, Second("GBR", RIVALS + 1)))

    assert "France submits a draft of its own, with " in paper
    assert "The United Kingdom seconds rival draft 1." in paper
    assert re.search(r"2016: meeting 90\d\d \(simulation\), S/PV.90\d\d", paper)
    # Whichever of the two was adopted bears the number; what was not, its symbol.
    assert re.search(r"Draft of France, S/2016/9002|Resolution 9001 \(2016\)", paper)


def test_what_was_adopted_has_a_number_that_no_resolution_has(over):
    paper = flat(minutes(over))

    assert "Resolution 9001 (2016)" in paper
    assert not re.search(r"Resolution (?!90)\d+ \(", paper)
