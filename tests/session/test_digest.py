"""After a round a person reads at most five lines, and what concerns them comes first."""

import pytest

from game import engine, words
from game.commands.terminal.entering import on_enter
from game.engine.actions import (
    Ask,
    AskNeeds,
    Circulate,
    DemandSight,
    EndRound,
    PutInBlue,
    SetClause,
    Table,
)
from game.engine.record import Clause
from game.engine.terms import Circle, Phase
from game.session import Note, news
from game.session.digest import KINDS, MOST
from tests.build import in_consultations, play, played, scenario, turn_of
from tests.session.playing import plays, run_on, seated

PEOPLE = ("CHN", "FRA", "VEN", "USA")


def looks(seat, seed, id="resolution_2270"):
    """Return what a seat saw as each of its rounds ended and as the next one began."""
    game = played(id, seed)
    left = None
    for state, action, after in game.moves():
        if engine.actor(state) == seat and left is not None and state.round:
            yield left, engine.observe(state, seat)
            left = None
        if isinstance(action, EndRound) and action.seat == seat:
            left = engine.observe(after, seat)


@pytest.mark.parametrize("seat", PEOPLE)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_digest_has_at_most_five_lines_in_their_order(seat, seed):
    for before, after in looks(seat, seed):
        notes = news(before, after)
        kinds = [KINDS.index(n.kind) for n in notes]
        assert len(notes) <= MOST
        assert kinds == sorted(kinds)
        assert len({n.text for n in notes}) == len(notes)
        for note in notes:
            assert not set("{}") & set(note.text)
            assert note.measure == "" or note.measure in {m.id for m in scenario().measures}


def test_each_kind_comes_up_in_some_game():
    found = {
        note.kind
        for seed in (1, 2, 3)
        for seat in PEOPLE
        for before, after in looks(seat, seed)
        for note in news(before, after)
    }

    assert found == set(KINDS)


def test_the_same_look_twice_is_no_news():
    for before, _after in looks("CHN", 1):
        assert news(before, before) == ()


def test_an_answer_to_me_is_told_first():
    answered = [
        news(before, after)
        for before, after in looks("FRA", 1)
        if any(a.seat == "FRA" and a.status in ("granted", "refused") for a in after.record.asks)
    ]

    assert any(notes and notes[0].kind == "to_me" for notes in answered)


def test_a_permanent_member_that_moved_is_told_with_what_it_said_before():
    lines = [
        note.text
        for before, after in looks("FRA", 1)
        for note in news(before, after)
        if note.kind == "phrase"
    ]

    assert any("(before: " in line for line in lines)
    assert not any(line.startswith("France") for line in lines)


def test_a_text_shown_to_others_is_told_without_what_it_says():
    lines = [
        note
        for before, after in looks("VEN", 1)
        for note in news(before, after)
        if note.kind == "text" and before.versions == after.versions
    ]

    assert lines
    assert all("you have not seen it" in note.text and not note.measure for note in lines)


def test_requests_to_the_pen_are_counted_where_they_are_many():
    lines = [n.text for before, after in looks("USA", 1) for n in news(before, after)]

    assert any("requests wait for you, from " in line for line in lines)


def test_the_session_keeps_the_news_for_the_whole_turn():
    session = plays(
        seated("CHN", id="resolution_2270", seed=1, level="quick"),
        until=lambda n: not n.tick() and n.observation.round == 2,
    )
    told = session.news
    assert told
    assert all(isinstance(n, Note) for n in told)

    session.act(next(a for a in session.observation.legal if isinstance(a, Ask)))

    assert session.news == told or len(session.news) <= MOST
    assert session.news[0] == told[0]


def test_there_is_no_news_before_the_first_own_act():
    assert run_on(seated("CHN")).news == ()


def test_a_question_between_two_does_not_end_what_the_round_has_to_tell():
    """The other answers at once; its answer takes a line, and what is told last gives way."""
    session = seated("CHN", id="resolution_2270", seed=3, level="quick")
    run_on(plays(session, until=lambda s: s._state.round == 1 and s.observation.actor == "CHN"))
    session.act(EndRound("CHN"))
    run_on(session)
    before = session.news
    session.act(AskNeeds("CHN", "USA"))
    run_on(session)

    assert session.observation.actor == "CHN"
    assert before
    told, tells = ([n for n in notes if n.kind == "text"] for notes in (before, session.news))
    assert tells
    assert tells == told[: len(tells)]
    assert any("needs" in n.text or "difficulty" in n.text for n in session.news)


def test_a_rival_is_told_to_all_but_its_author_with_what_it_says_otherwise():
    before = in_consultations(scenario())
    state = turn_of(before, "FRA")
    changes = (Clause("aviation_fuel", 1), Clause("coal_iron_exports", 3))
    after = play(state, Table("FRA", changes))

    for seat in ("USA", "CHN", "FRA"):
        looks = (engine.observe(one, seat) for one in (state, after))
        told = [note.text for note in news(*looks) if "submits a draft" in note.text]
        assert len(told) == (seat != "FRA")
        assert all("aviation" in text.lower() and "coal" in text.lower() for text in told)


def pen_in_blue(circle):
    """Return a session whose pen has shown a text so and put it in blue, and what it saw before."""
    session = run_on(seated("USA", id="first_sitting", seed=3, level="quick"))
    while session.observation.round < 2 or session.observation.phase is not Phase.SQUEEZE:
        session.act(on_enter(session.observation))
        run_on(session)
    session.act(Circulate("USA", circle))
    before = session.observation
    session.act(next(a for a in before.legal if isinstance(a, PutInBlue)))
    return before, run_on(session)


def test_what_was_told_in_the_last_round_is_not_told_again_in_blue():
    before, session = pen_in_blue(Circle.ALL)
    told = [n.text for n in session.news]

    assert session.observation.phase is Phase.BLUE
    assert any(isinstance(e, DemandSight) for e in before.log)
    assert len(session.observation.log) > len(before.log)
    assert not any("ask in writing" in line for line in told)
    for event in before.log:
        said = words.say(event, before.scenario, record=before.record, draft=before.draft)
        assert said not in told


def test_who_has_seen_the_text_asks_for_it_no_more():
    """A demand that was met is no news, however long it was waited for."""
    state = turn_of(in_consultations(scenario(), circle=Circle.P5), "JPN")
    before = engine.observe(state, "USA")
    state = play(state, DemandSight("JPN"))
    asked = engine.observe(state, "USA")
    state = turn_of(state, "USA")
    legal = engine.observe(state, "USA").legal
    state = play(state, next(a for a in legal if isinstance(a, SetClause)))
    state = play(state, Circulate("USA", Circle.ALL))
    shown = engine.observe(state, "USA")

    assert any("in writing" in n.text for n in news(before, asked))
    assert not any("in writing" in n.text for n in news(before, shown))
