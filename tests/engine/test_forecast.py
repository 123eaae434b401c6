"""A forecast is exact over the briefs that capitals could have sent, and over nothing else."""

from functools import cache
from itertools import product
from math import prod

import numpy as np
import pytest
from attrs import evolve

from game import ai, engine
from game.engine import consensus, opinion
from game.engine.actions import Reply, Say, Warn
from game.engine.consensus.blocks import MANY, Table
from game.engine.observation import belief, forecast
from game.engine.scenario.crisis import PRACTICE
from game.engine.terms import Ballot, Circle, Phase, Phrase
from tests.build import (
    QUICK,
    any_luck,
    council_of,
    every_hand,
    in_consultations,
    play,
    play_on,
    played,
    random_draft,
    scenario,
    turn_of,
)

FOUR = ("USA", "CHN", "RUS", "VEN")


@cache
def four():
    """Return a Council of four, in which three votes carry and nothing is settled in secret."""
    open_practice = tuple(p for p in PRACTICE if p not in ("offers", "cables"))
    return evolve(council_of(*FOUR, majority=3), practice=open_practice)


@cache
def game(seed):
    return play_on(engine.new_game(four()), seed, QUICK)


def heard_by(played_game, upto, observer):
    """Yield what an observer could learn from: record at the time, seat, text, and what it proves.

    A phrase proves that it was true of a text the observer has seen; a warning that the sum for
    the regime with that clause alone falls short of a yes, and with a weaker one does not. Of
    secret deals between others it proves nothing.
    """
    for before, action, _ in list(played_game.moves())[:upto]:
        if not isinstance(action, Say | Warn):
            continue
        seen = engine.observe(before, observer)
        if isinstance(action, Warn):
            alone = opinion.alone(before.scenario, action.measure, action.level)
            yield seen.record, action, alone
        elif before.seen(action.seat) in seen.versions:
            yield seen.record, action, before.seen(action.seat).clauses


def proves(s, record, action, seat, mind, text):
    """Tell whether what was said is true under one variant and margin."""
    points = opinion.total(opinion.reasons(s, record, seat, *mind, text))
    if isinstance(action, Say):
        return opinion.phrase_for(s.briefs[seat], points) is action.phrase
    return points < s.briefs[seat].yes_at


def exactly(s, record, action, seat, mind):
    """Tell whether a warning names the very level from which it is true."""
    if not isinstance(action, Warn) or action.level - 1 <= s.floor(action.measure):
        return True
    text = opinion.alone(s, action.measure, action.level - 1)
    return opinion.total(opinion.reasons(s, record, seat, *mind, text)) >= s.briefs[seat].yes_at


def possible(state, observer, heard):
    """Return seat -> variant and margin -> weight, as one who knows the rules would list them."""
    s = state.scenario
    out = {}
    for seat in s.seats:
        minds = {
            (v.id, margin): v.weight * weight
            for v in s.briefs[seat].variants
            for margin, weight in opinion.MARGINS.items()
        }
        every = tuple(minds)
        if seat == observer:
            dealt = state.dealt[seat]
            minds = {(dealt.variant, dealt.margin): 1}
        for record, action, text in heard:
            if action.seat == seat != observer:
                fit = [m for m in every if proves(s, record, action, seat, m, text)]
                fit = [m for m in fit if exactly(s, record, action, seat, m)] or fit
                left = {m: w for m, w in minds.items() if m in fit}
                minds = left or minds
        out[seat] = minds
    return out


def enumerated(seen, minds, draft):
    """Try every deal: the chance of adoption, veto, unanimity, and of each seat's yes and no."""
    s, record = seen.scenario, seen.record
    hands = [
        [
            (ballot(s, record, seat, mind, draft), weight / sum(minds[seat].values()))
            for mind, weight in minds[seat].items()
        ]
        for seat in s.seats
    ]
    adopted = vetoed = unanimous = 0.0
    for deal in product(*hands):
        chance = prod(weight for _, weight in deal)
        cast = [b for b, _ in deal]
        against = any(
            b is Ballot.NO and s.delegation(seat).permanent
            for seat, b in zip(s.seats, cast, strict=True)
        )
        enough = cast.count(Ballot.YES) >= s.majority
        adopted += chance * (enough and not against)
        vetoed += chance * against
        unanimous += chance * (cast.count(Ballot.YES) == len(cast))
    yes = [sum(w for b, w in hand if b is Ballot.YES) for hand in hands]
    no = [sum(w for b, w in hand if b is Ballot.NO) for hand in hands]
    return adopted, vetoed, unanimous, yes, no


def ballot(s, record, seat, mind, draft):
    points = opinion.total(opinion.reasons(s, record, seat, *mind, draft))
    if points >= s.briefs[seat].yes_at:
        return Ballot.YES
    return Ballot.NO if points < opinion.refuses_below(s, record, seat) else Ballot.ABSTAIN


@pytest.mark.parametrize("observer", ["USA", "RUS", "VEN", ""])
@pytest.mark.parametrize(("seed", "share"), [(1, 50), (2, 75), (3, 100)])
def test_a_forecast_equals_the_enumeration_of_all_deals(seed, share, observer):
    """Every variant with every margin of four capitals, given phrases and warnings heard."""
    states = [i for i, state in enumerate(game(seed).states) if state.phase is Phase.SQUEEZE]
    at = states[(len(states) - 1) * share // 100]
    state, luck = game(seed).states[at], any_luck("forecast", seed, share, observer)
    seen = engine.observe(state, observer)
    heard = list(heard_by(game(seed), at, observer))
    minds = possible(state, observer, heard)
    texts = [state.versions[-1].clauses, random_draft(four(), luck)]

    rows = np.stack([consensus.row(four(), text) for text in texts])
    found = forecast(seen, rows)
    for n, text in enumerate(texts):
        adopted, vetoed, unanimous, yes, no = enumerated(seen, minds, text)
        assert found.adopted[n] == pytest.approx(adopted, abs=1e-12)
        assert found.vetoed[n] == pytest.approx(vetoed, abs=1e-12)
        assert found.unanimous[n] == pytest.approx(unanimous, abs=1e-12)
        assert found.yes[n] == pytest.approx(yes, abs=1e-12)
        assert found.no[n] == pytest.approx(no, abs=1e-12)
        assert found.expected[n] == pytest.approx(sum(yes), abs=1e-12)


@pytest.mark.parametrize("seed", range(1, 4))
def test_something_is_heard_in_the_games_that_forecasts_are_tried_on(seed):
    """Else the enumeration above would hold for deaf observers."""
    heard = list(heard_by(game(seed), len(game(seed).actions), "USA"))

    assert sum(isinstance(action, Say) for _, action, _ in heard) >= 3


@pytest.mark.parametrize("seats", range(1, 8))
def test_adoption_equals_the_enumeration_of_all_hands(seats):
    """Three ballots for each seat, every majority, every set of permanent members at random."""
    luck = np.random.default_rng(seats)
    for majority in range(1, seats + 1):
        yes = luck.random((3, seats)) * luck.integers(0, 2, (3, seats))
        no = (1 - yes) * luck.random((3, seats))
        permanent = luck.random(seats) < 0.5

        found = consensus.adoption(yes, no, permanent, majority)
        for n in range(3):
            chance = 0.0
            for hands in product("yna", repeat=seats):
                if hands.count("y") >= majority:
                    if not any(h == "n" and p for h, p in zip(hands, permanent, strict=True)):
                        chance += prod(
                            {"y": yes[n, i], "n": no[n, i], "a": 1 - yes[n, i] - no[n, i]}[h]
                            for i, h in enumerate(hands)
                        )
            assert found[n] == pytest.approx(chance, abs=1e-12)


def test_the_tally_of_one_text_is_that_of_the_same_among_many():
    """To the last bit, or a pen that looks at one alone would choose another."""
    luck = np.random.default_rng(1)
    yes = np.where(luck.random((50, 15)) < 0.3, 1.0, luck.random((50, 15)))
    no, permanent = (1 - yes) * luck.random((50, 15)), np.arange(15) < 5
    many = consensus.adoption(yes, no, permanent, 9)

    for n in range(50):
        one = slice(n, n + 1)
        assert consensus.adoption(yes[one], no[one], permanent, 9)[0] == many[n]


@pytest.mark.parametrize("id", ["resolution_2270", "hwasong_14"])
def test_the_tally_of_fifteen_equals_every_show_of_hands(id):
    """All 32,768 of them, for texts of which the pen doubts in the second round, to 1e-12."""
    s = scenario(id)
    state = next(x for x in played(id, 1).states if x.round == 2)
    seen = engine.observe(state, s.penholder)
    best = ai.search.best_text(seen, ai.personalities()[QUICK])
    found = forecast(seen, consensus.neighbours(s, best)[::4])
    every = every_hand(found.yes, found.no, consensus.model(s).permanent, s.majority)

    assert ((every > 0.001) & (every < 0.999)).any()
    assert np.abs(found.adopted - every).max() <= 1e-12


def test_a_seat_knows_its_own_brief_for_certain():
    state = played("resolution_2270", 1).states[60]
    for seat in scenario().seats:
        seen = engine.observe(state, seat)
        mine = [i for i, (s, _) in enumerate(consensus.model(scenario()).minds) if s == seat]

        weights = belief(seen).weights[mine]
        assert weights.sum() == 1
        assert (weights.max(axis=1) > 0).sum() == 1


def test_the_brief_that_was_dealt_is_never_ruled_out_while_computers_speak():
    """What computers say is true, so it leaves the truth standing; for every observer.

    Of those whom nothing moved in secret: who was given a promise or more room says what is true
    of a sum that others cannot know.
    """
    for seed in (1, 2, 3):
        for state in played("resolution_2270", seed).states[::40]:
            if not state.round or state.phase is Phase.OVER:
                continue
            moved = {seat for p in state.record.pledges if p.secret for seat in (p.by, p.to)}
            moved |= {e.to for e in state.log if isinstance(e, Reply)}
            for observer in ("", "USA", "CHN", "SEN"):
                weights = belief(engine.observe(state, observer)).weights
                for seat, dealt in state.dealt.items():
                    if seat in moved:
                        continue
                    mind = consensus.model(scenario()).minds.index((seat, dealt.variant))
                    assert weights[mind, dealt.margin + 3] > 0, (seed, state.round, seat)


def weights_of(state, observer, seat):
    """Return what an observer holds possible of a seat."""
    mine = [i for i, (s, _) in enumerate(consensus.model(state.scenario).minds) if s == seat]
    return belief(engine.observe(state, observer)).weights[mine]


def test_a_phrase_teaches_those_who_have_the_text_and_nobody_else():
    before = turn_of(in_consultations(scenario(), circle=Circle.P2), "CHN")
    after = play(before, Say("CHN", Phrase.CONCERNS))

    learned = weights_of(after, "USA", "CHN")
    assert 0 < learned.sum() < weights_of(before, "USA", "CHN").sum()
    for observer in ("RUS", "SEN", ""):
        assert (weights_of(after, observer, "CHN") == weights_of(before, observer, "CHN")).all()


def test_beliefs_of_one_scenario_are_not_taken_for_those_of_another():
    """Nothing was said yet in either, and the public was dealt nothing."""
    first = engine.observe(engine.new_game(scenario("first_sitting")), "")
    second = engine.observe(engine.new_game(scenario()), "")

    here = belief(first).weights.shape[0]
    assert here == len(consensus.model(scenario("first_sitting")).minds)
    assert belief(second).weights.shape[0] == len(consensus.model(scenario()).minds)


def plainly(seen, rows):
    """Count a vote in the plainest way: every mind's tail of margins, then every seat's share."""
    s, t, heard = seen.scenario, consensus.model(seen.scenario), belief(seen)
    extra = consensus.shared(s, seen.record) + consensus.dealings(s, seen.record, rows)
    sums = consensus.own_sums(s, rows, seen.record.stock) + extra[:, t.seat]
    tail = np.zeros((len(t.minds), 8), dtype=np.int64)
    tail[:, :7] = heard.weights[:, ::-1].cumsum(axis=1)[:, ::-1]
    whole, minds = np.add.reduceat(tail[:, 0], t.start), np.arange(len(t.minds))
    below = consensus.refusals(s, seen.record)
    reach_yes = tail[minds, np.clip(t.yes_at[t.seat] - sums + 3, 0, 7)]
    reach_no = tail[minds, np.clip(below[t.seat] - sums + 3, 0, 7)]
    yes = np.add.reduceat(reach_yes, t.start, axis=1) / whole
    return yes, 1.0 - np.maximum(np.add.reduceat(reach_no, t.start, axis=1) / whole, yes)


@pytest.mark.parametrize("id", ["resolution_2270", "first_sitting"])
def test_many_texts_at_once_are_forecast_to_the_last_bit_as_in_the_plainest_way(id):
    """Five thousand texts, so that they are cut into batches, and one; with and without words."""
    s, luck = scenario(id), any_luck("batches", id)
    texts = np.stack([consensus.row(s, random_draft(s, luck)) for _ in range(100)])
    for state in [x for x in played(id, 1).states if x.round][::120]:
        seen = engine.observe(state, s.penholder)
        for rows in (np.tile(texts, (50, 1)), consensus.levels_of(texts), texts[:1]):
            found, (yes, no) = forecast(seen, rows), plainly(seen, rows)

            assert (found.yes == yes).all()
            assert (found.no == no).all()
            assert (found.expected == yes.sum(axis=1)).all()
            assert (found.unanimous == np.prod(yes, axis=1)).all()
            permanent = consensus.model(s).permanent
            assert (found.vetoed == 1.0 - np.prod(1.0 - no[:, permanent], axis=1)).all()


def test_a_forecast_is_not_wiped_by_the_next():
    """Batches share their memory; results do not."""
    s, luck = scenario(), any_luck("slate")
    seen = engine.observe(played("resolution_2270", 1).states[-60], s.penholder)
    texts = np.stack([consensus.row(s, random_draft(s, luck)) for _ in range(40)])
    first, sums = forecast(seen, texts[:20]), consensus.own_sums(s, texts[:20], 46)
    before = [first.adopted.copy(), first.expected.copy(), first.yes.copy(), sums.copy()]

    forecast(seen, texts[20:])
    consensus.own_sums(s, texts[20:], 46)
    for was, now in zip(before, (first.adopted, first.expected, first.yes, sums), strict=True):
        assert (was == now).all()


@pytest.mark.parametrize("many", [1, MANY, MANY + 1])
def test_a_table_without_a_measure_adds_nothing_to_few_texts_and_to_many(many):
    """So it is while nobody has been promised a clause."""
    table = Table.of(np.zeros((0, 8, 3), dtype=np.int64), ())

    assert not table.add_up(np.zeros((0, many), dtype=np.int64)).any()
