"""Who is not thorough reckons roughly: mostly as a forecast would have it, and with less ado."""

from functools import cache

import numpy as np

from game import ai, engine
from game.ai import answering, pen, rough, speaking
from game.engine import consensus
from game.engine.actions import Ask, Grant, Offer, Refuse, Say
from game.engine.record import Clause
from game.engine.terms import Phase
from tests.build import played

GAMES = tuple(("resolution_2270", seed) for seed in (3, 4, 5))
QUICK, SEARCH = (ai.personalities()[level] for level in ("quick", "search"))


def turns():
    """Yield each state of some quick games with the act that was taken in it."""
    for game in GAMES:
        found = played(*game)
        yield from zip(found.states, found.actions, strict=False)


@cache
def answered():
    """Return what the pen saw when it answered asks, with each ask that was open."""
    return [
        (engine.observe(state, act.seat, menu=False), state.record.asks[act.ask - 1])
        for state, act in turns()
        if isinstance(act, Grant | Refuse)
    ]


def test_a_rough_reckoning_mostly_answers_an_ask_as_a_forecast_would():
    agreed = []
    for o, ask in answered():
        goal = pen._keeping(o, pen._goal(o, QUICK))
        both = {answering._pays(o, ask, goal, thorough=thorough) for thorough in (False, True)}
        agreed.append(len(both) == 1)

    assert len(agreed) > 50
    assert sum(agreed) > 0.9 * len(agreed)


def test_a_quick_pen_grants_some_asks_refuses_others_and_offers_something_instead():
    answers = [act for _state, act in turns() if isinstance(act, Grant | Refuse)]

    assert any(isinstance(act, Grant) for act in answers)
    assert any(isinstance(act, Refuse) and act.counter is None for act in answers)
    assert any(isinstance(act, Refuse) and act.counter is not None for act in answers)


def test_what_a_level_means_to_a_seat_on_average_lies_between_its_minds():
    o, ask = answered()[-1]
    t = consensus.model(o.scenario)
    means = rough.clause_means(o, Clause(ask.measure, ask.level))
    points = 1000 * t.points[:, t.places[ask.measure], ask.level]

    assert (means >= np.minimum.reduceat(points, t.start)).all()
    assert (means <= np.maximum.reduceat(points, t.start)).all()


def test_an_ask_that_costs_the_pen_nothing_and_hurts_nobody_pays_roughly():
    o, ask = answered()[0]
    same = Clause(ask.measure, ask.level)

    assert rough.pays(o, ask.seat, same, same, thanks=0)
    assert not rough.pays(o, ask.seat, same, same, thanks=-1)


def test_a_quick_seat_speaks_once_of_a_version_in_the_consultations():
    said = [
        (game, act.seat, state.seen(act.seat).number)
        for game in GAMES
        for state, act in zip(played(*game).states, played(*game).actions, strict=False)
        if isinstance(act, Say) and state.phase is Phase.SQUEEZE
    ]

    assert said
    assert len(said) == len(set(said))


def test_who_is_not_thorough_thinks_of_a_text_what_it_said_of_it():
    seen = [
        (engine.observe(state, act.seat, menu=False), state.record.said)
        for state, act in turns()
        if state.phase is Phase.SQUEEZE and state.versions and act.seat in state.scenario.seats
    ]
    said = [
        (o, o.record.phrases[o.seat])
        for o, whole in seen
        if (heard := [h for h in whole if h.seat == o.seat])
        if heard[-1].version == o.versions[-1].number
    ]

    assert said
    assert all(speaking.found(o, o.draft, thorough=False) is phrase for o, phrase in said)


def test_a_quick_seat_looks_for_a_deal_every_second_round_and_in_the_last():
    offers = [(state, act) for state, act in turns() if isinstance(act, Offer)]

    assert offers
    assert (QUICK.deals_every, SEARCH.deals_every) == (2, 1)
    assert not any((state.scenario.rounds - state.round) % 2 for state, _act in offers)


def test_a_quick_seat_leaves_to_others_what_they_have_asked_for_and_a_broker_does_not():
    def repeated(who):
        """Return the asks for just what another waits for, or was refused."""
        games = [played("first_sitting", seed, who) for seed in (1, 2, 3)]
        asked = [
            (act, state.record.asks)
            for game in games
            for state, act in zip(game.states, game.actions, strict=False)
            if isinstance(act, Ask)
        ]
        assert asked
        return [
            act
            for act, before in asked
            if any(
                a.status in ("open", "refused") and a.clause == act.clause and a.seat != act.seat
                for a in before
            )
        ]

    assert not repeated("quick")
    assert repeated("broker")
