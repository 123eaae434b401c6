"""What is said of a clause at a level, in five phrases; moving it needs a visible cause."""

from itertools import product

import pytest
from attrs import evolve

from game import engine, words
from game.engine import consensus, opinion, settlement, text
from game.engine.actions import EndRound, Say, Warn
from game.engine.events import Unmasked
from game.engine.record import Pledge, Record, Warned
from game.engine.terms import Phrase
from tests.build import in_consultations, in_round, play, scenario, turn_of, voted

COAL, SEAT = "coal_iron_exports", "RUS"


def turn(number=1):
    return turn_of(in_round(in_consultations(scenario()), number), SEAT)


def warned(*said):
    """The turn of a seat after it has said phrases of levels, each in a round of its own."""
    state = turn()
    for number, (level, phrase) in enumerate(said, 2):
        state = play(state, Warn(SEAT, COAL, level, phrase), EndRound(SEAT))
        state = turn_of(in_round(state, number), SEAT)
    return state


def unmasked(state):
    return [e.about for e in state.log if isinstance(e, Unmasked)]


def word(level, phrase):
    return Warned(SEAT, COAL, level, phrase=phrase)


@pytest.mark.parametrize("phrase", Phrase)
def test_each_of_the_five_phrases_can_be_said_of_a_clause(phrase):
    state = play(turn(), Warn(SEAT, COAL, 2, phrase))
    said = state.record.warnings[-1]

    assert (said.level, said.phrase, said.stands) == (2, phrase, True)
    assert words.say(Warn(SEAT, COAL, 2, phrase), scenario())


def test_each_phrase_has_its_own_sentence():
    says = {words.say(Warn(SEAT, COAL, 2, phrase), scenario()) for phrase in Phrase}

    assert len(says) == len(Phrase)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ((3, Phrase.OPPOSES), (3, Phrase.CONCERNS)),
        ((3, Phrase.OPPOSES), (4, Phrase.GOES_ALONG)),
        ((3, Phrase.OPPOSES), (3, Phrase.SUPPORTS)),
        ((2, Phrase.CONCERNS), (3, Phrase.CONCERNS)),
        ((3, Phrase.CONCERNS), (2, Phrase.DIFFICULTY)),
        ((3, Phrase.SUPPORTS), (2, Phrase.CONCERNS)),
    ],
)
def test_a_word_that_moves_takes_the_place_of_the_one_before_and_unmasks_it(before, now):
    state = play(warned(before), Warn(SEAT, COAL, *now))
    first, last = state.record.warnings

    assert first.moved
    assert first.unmasked
    assert last.stands
    assert unmasked(state) == ["moved"]
    assert state.record.trust(SEAT) == 100 - settlement.FALLS["warning"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ((1, Phrase.SUPPORTS), (2, Phrase.GOES_ALONG)),
        ((2, Phrase.GOES_ALONG), (3, Phrase.CONCERNS)),
        ((3, Phrase.CONCERNS), (3, Phrase.OPPOSES)),
        ((4, Phrase.OPPOSES), (3, Phrase.CONCERNS)),
        ((1, Phrase.SUPPORTS), (2, Phrase.SUPPORTS)),
    ],
)
def test_several_words_that_draw_one_line_through_the_levels_stand_together(before, now):
    state = play(warned(before), Warn(SEAT, COAL, *now))

    assert all(w.stands for w in state.record.warnings)
    assert not unmasked(state)


def test_two_words_of_one_seat_contradict_each_other_unless_some_limits_bear_out_both():
    """Brute force over all limits: the level at which each phrase gives way to the next worse."""
    phrases, top = list(Phrase), 4
    limits = [
        line
        for line in product(range(1, top + 2), repeat=len(phrases) - 1)
        if list(line) == sorted(line)
    ]

    def is_true(said, line):
        if said.phrase is Phrase.SUPPORTS:
            return said.level < line[0]
        return said.level == line[phrases.index(said.phrase) - 1]

    every = [word(level, phrase) for level in range(1, top + 1) for phrase in phrases]
    for before, now in product(every, every):
        both = any(is_true(before, line) and is_true(now, line) for line in limits)
        takes_back = before.level == now.level and now.phrase.points > before.phrase.points

        assert now.contradicts(before) is (not both or takes_back)


@pytest.mark.parametrize("better", [True, False])
def test_a_visible_cause_excuses_a_word_that_moves(better):
    first, second = (3, Phrase.OPPOSES), (3, Phrase.CONCERNS)
    if not better:
        first, second = (3, Phrase.CONCERNS), (2, Phrase.OPPOSES)
    state = warned(first)
    stock = state.record.stock + (5 if better else -5)
    state = evolve(state, record=evolve(state.record, stock=stock))
    state = play(state, Warn(SEAT, COAL, *second))

    assert state.record.warnings[0].moved
    assert not unmasked(state)
    assert state.record.trust(SEAT) == 100


def test_the_wrong_cause_excuses_nothing():
    state = warned((3, Phrase.OPPOSES))
    state = evolve(state, record=evolve(state.record, stock=state.record.stock - 5))

    assert unmasked(play(state, Warn(SEAT, COAL, 3, Phrase.CONCERNS))) == ["moved"]


def test_who_was_moved_out_of_sight_may_say_otherwise():
    state = warned((3, Phrase.OPPOSES))
    since = len(state.record.said)
    favour = Pledge(SEAT, by="USA", kind="favour", item="votes", secret=True, deal=1, since=since)
    record = evolve(state.record, pledges=(*state.record.pledges, favour))

    assert not unmasked(play(evolve(state, record=record), Warn(SEAT, COAL, 3, Phrase.CONCERNS)))


def test_just_the_same_is_not_said_twice():
    state = warned((3, Phrase.OPPOSES))

    assert engine.refusal(state, Warn(SEAT, COAL, 3, Phrase.OPPOSES)).key == "warned"


def test_who_said_it_goes_along_and_no_more_may_vote_yes_and_is_unmasked_by_support():
    state = turn()
    assert opinion.level_of(state.scenario, state.versions[-1].clauses, COAL) >= 2
    said = play(state, Warn(SEAT, COAL, 2, Phrase.GOES_ALONG))
    supports = play(said, Say(SEAT, Phrase.SUPPORTS))

    assert "warning" in unmasked(supports)
    assert not unmasked(voted(said, {}))


def test_that_one_could_support_a_clause_is_no_dispute_and_breaks_no_word():
    state = turn()
    content = play(state, Warn(SEAT, COAL, 2, Phrase.SUPPORTS))
    worried = play(state, Warn(SEAT, COAL, 2, Phrase.CONCERNS))

    assert not text.disputes(content.record, SEAT, COAL)
    assert text.disputes(worried.record, SEAT, COAL)
    assert not unmasked(voted(content, {}))


def test_support_for_a_clause_leaves_the_briefs_under_which_it_is_true():
    s = scenario()
    least = opinion.lowest(s.briefs[SEAT], Phrase.SUPPORTS)
    mine = [at for at, (seat, _variant) in enumerate(consensus.model(s).minds) if seat == SEAT]

    sums = consensus.own_of(s, opinion.alone(s, COAL, 2), 0)[mine]
    # As much public goodwill as lets some bear it and others not.
    shared = least - int(sums.max())
    fits = [[int(n) + margin + shared >= least for margin in range(-3, 4)] for n in sums]
    said = Warned(SEAT, COAL, 2, shared, phrase=Phrase.SUPPORTS)
    before = consensus.believe(s, Record(), {}, {}).weights
    after = consensus.believe(s, Record(warnings=(said,)), {}, {}).weights

    assert {True, False} == {x for row in fits for x in row}
    assert (after[mine] > 0).tolist() == fits
    assert (before[mine] > 0).all()
