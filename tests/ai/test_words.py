"""What a computer pen does when it is asked for words: it answers, and writes what it promised."""

from functools import cache

import pytest
from attrs import evolve

from game import engine
from game.engine import wording
from game.engine.actions import Ask, Grant, Refuse
from game.engine.record import Clause
from game.engine.terms import Circle
from tests.build import in_consultations, play, play_on, scenario, turn_of

PEN = "USA"
ASKERS = ("CHN", "RUS", "JPN", "FRA")


def worded(s, draft):
    """Every clause of a text in each of its other words."""
    for clause in draft.values():
        if s.floor(clause.measure) < clause.level:
            yield from wording.small_edits(s, Clause(clause.measure, clause.level))


@cache
def answered(seat):
    """Games in which a seat asks a computer pen for words, one for some of the words there are."""
    start = turn_of(in_consultations(scenario(), circle=Circle.ALL), seat)
    found = []
    for clause in list(worded(scenario(), start.versions[-1].clauses))[::9]:
        state = evolve(start, tokens={**start.tokens, seat: 1})
        ask = Ask.of(seat, clause)
        if engine.refusal(state, ask) is None:
            state = play(state, ask)
            found.append(play_on(state, 3, until=lambda now: now.round > 1 or bool(now.blue)))
    return found


@pytest.mark.parametrize("seat", ASKERS)
def test_a_request_for_words_is_answered_in_its_round(seat):
    games = answered(seat)
    for game in games:
        first = next(a for a in game.end.record.asks if a.seat == seat)
        said = [a for a in game.actions if isinstance(a, Grant | Refuse) and a.ask == first.id]

        assert len(said) == 1
        assert first.status in ("granted", "refused")
    assert games


def test_words_are_granted_to_some_and_refused_to_others():
    """A pen that granted or refused all of them would weigh nothing."""
    asks = [g.end.record.asks for seat in ASKERS for g in answered(seat)]
    how = {next(a for a in many if a.words is not None).status for many in asks}

    assert how == {"granted", "refused"}


@pytest.mark.parametrize("seat", ASKERS)
def test_words_that_were_granted_stand_in_the_text_that_is_shown_next(seat):
    for game in answered(seat):
        s, end = game.end.scenario, game.end
        for pledge in (p for p in end.record.pledges if p.words is not None and p.to == seat):
            now = wording.clause_at(s, end.working, pledge.measure)

            assert wording.keeps_words(s, now, pledge.words, upward=pledge.upward)
