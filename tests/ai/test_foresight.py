"""What a pen expects to be said of its last text, and what it then does not put in blue."""

from functools import cache

import numpy as np
import pytest
from attrs import evolve

from game import ai, arena, engine
from game.ai import search, steadying
from game.engine import consensus, foresight
from game.engine.actions import PutInBlue
from game.engine.observation import belief
from game.engine.terms import Phrase
from tests.build import played, scenario

LARGE = "resolution_2270"
SEEDS = (104, 1, 2, 4)


@cache
def closing(seed):
    """Return what the pen sees as it puts its text in blue."""
    state, _, _ = next(
        move for move in played(LARGE, seed, "search").moves() if isinstance(move[1], PutInBlue)
    )
    return engine.observe(state, state.scenario.penholder)


@cache
def hopeful(seed, phrase=Phrase.CONCERNS):
    """Return a pen's view where two who could veto say no more than this, and texts that fall.

    Each passes by what is on record, and would not once it is spoken to.
    """
    o = closing(seed)
    said = dict.fromkeys(("CHN", "RUS"), phrase)
    o = evolve(o, record=evolve(o.record, phrases={**o.record.phrases, **said}))
    near = consensus.neighbours(o.scenario, consensus.row(o.scenario, o.working))
    near = near[consensus.allowed(o.scenario, near)]
    hoped = near[consensus.forecast(o.scenario, o.record, belief(o), near).adopted > 0.9]
    return o, [text for text in hoped if chances(foresight.heard(o, text), text) < 0.5]


def chances(o, text):
    found = consensus.forecast_one(o.scenario, o.record, belief(o), text)
    return float(found.adopted[0])


def test_a_text_that_all_hate_is_expected_to_be_spoken_against_by_whoever_minds_it():
    o = closing(104)
    pen, s = o.seat, o.scenario
    hard = consensus.row(s, o.versions[0].clauses)
    soft = consensus.row(s, o.working)

    assert foresight.expected(o, hard)["CHN"] is Phrase.OPPOSES
    assert foresight.expected(o, soft)["CHN"].points > Phrase.OPPOSES.points
    assert foresight.expected(o, hard).get(pen) == o.record.phrases.get(pen)


def test_members_who_turn_against_a_text_in_turn_are_foreseen():
    """A veto costs half when another permanent member speaks against the text, too."""
    found = [(o, text) for seed in SEEDS for o, texts in (hopeful(seed),) for text in texts]
    assert found
    for o, text in found:
        assert steadying.worth(o, text) < int(search.worth(o, text[None, :])[0])


def test_a_pen_goes_back_to_what_was_shown_where_that_holds_better():
    for seed in SEEDS:
        o, texts = hopeful(seed)
        shown = consensus.row(o.scenario, o.versions[-1].clauses)
        for text in texts:
            steady = steadying.steadied(o, text)

            assert steadying.worth(o, steady) > steadying.worth(o, text)
            assert ((steady == text) | (steady == shown)).all()


@pytest.mark.parametrize("seed", range(1, 4))
def test_what_loses_nothing_by_being_read_stays_as_it_is(seed):
    o = closing(seed)
    text = consensus.row(o.scenario, o.working)

    assert steadying.worth(o, text) >= int(search.worth(o, text[None, :])[0])
    assert np.array_equal(steadying.steadied(o, text), text)
    assert chances(foresight.heard(o, text), text) > 0.5


@pytest.mark.parametrize("seed", [104, 110])
def test_no_agreed_words_are_weakened_in_the_last_hour_at_the_price_of_the_text(seed):
    s = scenario(LARGE)
    outcome = arena.play(s, dict.fromkeys(s.seats, "search"), seed, "CHN")

    assert outcome.adopted
    assert outcome.share > 0.8


def test_the_text_suggested_in_the_last_round_holds_once_it_is_read():
    better = 0
    for seed in SEEDS:
        o, _texts = hopeful(seed, Phrase.GOES_ALONG)
        o = evolve(o, round=o.last_round)
        *_steps, found = search.searched(o, ai.personalities()[ai.USUAL])
        suggested = consensus.row(o.scenario, ai.suggest(o))
        better += steadying.worth(o, found) < steadying.worth(o, suggested)

        assert steadying.worth(o, suggested) >= steadying.worth(o, found)
    assert better
