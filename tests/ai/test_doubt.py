"""A word that nobody could have meant teaches nothing, and costs its speaker belief."""

from functools import cache

import numpy as np
import pytest
from attrs import evolve

from game import ai, arena, engine
from game.ai import answering, search
from game.engine import consensus, opinion
from game.engine.actions import Ask, Grant, Refuse, Warn
from game.engine.record import Heard, Pledge, Version
from game.engine.terms import Circle, Phrase
from tests.build import QUICK, any_luck, played, scenario

LARGE = "resolution_2270"
QUICKLY = ai.personalities()[QUICK]


def words_of(seat, *phrases, of=LARGE):
    """Return a record in which a seat said phrases of the regime with the words a text needs."""
    s = scenario(of)
    text = consensus.draft_of(s, search.plain_text(s))
    record = evolve(engine.new_game(s).record, stock=s.stock)
    said = tuple(Heard(seat, 1, phrase, 0, s.stock) for phrase in phrases)
    return s, evolve(record, said=said), {1: Version(1, text, Circle.ALL, 1)}


def weights(seat, *phrases):
    s, record, seen = words_of(seat, *phrases)
    rows = [i for i, (who, _) in enumerate(consensus.model(s).minds) if who == seat]
    return consensus.believe(s, record, seen, {}).weights[rows]


def test_a_word_that_can_be_true_leaves_only_the_minds_of_which_it_is():
    """The regime with a few words is more than enough for some of China's instructions."""
    all_, told = weights("CHN"), weights("CHN", Phrase.SUPPORTS)

    assert ((told == 0) | (told == all_)).all()
    assert told.any()


def test_a_word_that_can_be_true_of_no_mind_teaches_nothing():
    assert (weights("CHN", Phrase.OPPOSES) == weights("CHN")).all()


def test_who_said_what_cannot_be_is_believed_less_in_all_else():
    """Every mind stays possible, and the more doubtful words, the less is learnt."""
    s, record, seen = words_of("CHN", *[Phrase.OPPOSES] * 3)
    low, high = opening_words(s)
    seen = {**seen, 2: low}
    told = (Heard("CHN", 2, high, 0, s.stock),)

    def shares(said):
        found = consensus.believe(s, evolve(record, said=said), seen, {}).weights
        mine = np.array([who == "CHN" for who, _ in consensus.model(s).minds])
        return found[mine] / found[mine].sum()

    before = shares(())
    certain, doubted = shares(told), shares((*record.said[:1], *told))
    ignored = shares((*record.said, *told))
    assert (certain == 0).any()
    assert (doubted > 0).all()
    assert abs(doubted - before).max() > 0.001
    assert np.allclose(ignored, before)


def opening_words(s):
    """Return a text on which China's instructions differ, and a phrase true of some of them."""
    luck = any_luck("doubt")
    for _ in range(500):
        row = search.plain_text(s).copy()
        for i, m in enumerate(s.measures):
            if luck.random() < 0.5:
                row[i] = luck.randint(int(row[i]), m.top)
        version = Version(2, consensus.draft_of(s, row), Circle.ALL, 1)
        for phrase in Phrase:
            _, record, seen = words_of("CHN")
            heard = (Heard("CHN", 2, phrase, 0, s.stock),)
            found = consensus.believe(s, evolve(record, said=heard), {**seen, 2: version}, {})
            mine = [i for i, (who, _) in enumerate(consensus.model(s).minds) if who == "CHN"]
            left = (found.weights[mine] > 0).sum()
            if 0 < left < 14:
                return version, phrase
    raise AssertionError("no text told China's instructions apart")


def test_lost_credibility_is_doubt_too():
    s, record, seen = words_of("CHN")
    version, phrase = opening_words(s)
    record = evolve(record, said=(Heard("CHN", 2, phrase, 0, s.stock),))
    seen = {**seen, 2: version}
    mine = [i for i, (who, _) in enumerate(consensus.model(s).minds) if who == "CHN"]

    trusted = consensus.believe(s, record, seen, {}).weights[mine]
    doubted = consensus.believe(s, evolve(record, credibility={"CHN": 40}), seen, {}).weights[mine]
    assert (trusted == 0).any()
    assert (doubted > 0).all()


# -- what comes of it at the table


@cache
def gain(seat, trick, seeds):
    s = scenario(LARGE)
    honest = dict.fromkeys(s.seats, QUICK)
    pairs = [
        (arena.play(s, honest | {seat: trick}, seed, seat), arena.play(s, honest, seed, seat))
        for seed in seeds
    ]
    won = sum(a.worth[seat] - b.worth[seat] for a, b in pairs)
    return won / sum(a.stake for a, _ in pairs)


@pytest.mark.parametrize("trick", ["object_late", "hold_firm"])
def test_a_trick_wins_china_no_great_part_of_what_is_at_stake(trick):
    """Measured over many deals it is under a tenth; over these few, far from all of it."""
    assert gain("CHN", trick, range(1, 7)) < 0.35


def test_a_delegation_warns_of_a_clause_only_after_it_has_asked_what_it_could():
    """A true warning tells where one's limit is; who asks first has something to win by it."""
    for seed in range(1, 6):
        first = {}
        for before, action, _ in played(LARGE, seed).moves():
            if isinstance(action, Warn | Ask) and action.seat not in first:
                first[action.seat] = type(action)
            if isinstance(action, Warn):
                asked = [a for a in before.record.asks if a.seat == action.seat]
                assert asked, action
        assert Ask in first.values()


def asked_early():
    """Yield what a pen sees when it is asked early for what is dear to it, and what was asked."""
    for seed in range(1, 6):
        for before, action, _ in played(LARGE, seed).moves():
            early = 100 * before.round < answering.LEARNS * before.scenario.rounds
            if not isinstance(action, Grant | Refuse) or not early:
                continue
            seen, ask = engine.observe(before, "USA"), before.record.asks[action.ask - 1]
            shown = consensus.row(before.scenario, seen.versions[-1].clauses)
            pledge = Pledge(ask.seat, ask.measure, ask.level, ask.upward, words=ask.words)
            bound = any(p.measure == ask.measure for p in seen.record.promised)
            if bound or opinion.keeps(before.scenario, before.working, pledge) or ask.words:
                continue
            if answering.is_dear(seen, ask, shown):
                yield seen, ask, shown


def test_a_pen_promises_nothing_dear_before_it_has_listened_but_less_than_it_means_to_give():
    """To refuse what its goal goes beyond would be to say too dear, and to offer what is dearer."""
    further = 0
    for seen, ask, shown in asked_early():
        s, at = seen.scenario, consensus.model(seen.scenario).places[ask.measure]
        way = 1 if ask.upward else -1
        for level in {int(shown[at]), ask.level, ask.level + way}:
            if not s.floor(ask.measure) <= level <= s.measure(ask.measure).top:
                continue
            goal = shown.copy()
            goal[at] = level
            said = answering.answers(seen, goal, QUICKLY)
            (answer,) = (a for a in said if a.ask == ask.id)
            assert isinstance(answer, Grant) is (way * (level - ask.level) > 0)
            assert isinstance(answer, Grant) or answer.counter is None
            further += isinstance(answer, Grant)

    assert further > 5
