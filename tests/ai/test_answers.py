"""How a pen answers what it is asked: what stands already is given, and to all who ask alike."""

from functools import cache

from game import ai, engine
from game.ai import answering, pen
from game.engine import opinion
from game.engine.actions import Grant, Refuse
from game.engine.record import Pledge
from game.engine.text import directed
from tests.build import played

GAMES = tuple(("resolution_2375", seed) for seed in range(3))
QUICK = ai.personalities()["quick"]


@cache
def answers():
    """Return each answer with its game, what the pen saw and the request by the way it goes."""
    out = []
    for game in GAMES:
        found = played(*game)
        for state, act in zip(found.states, found.actions, strict=False):
            if isinstance(act, Grant | Refuse):
                ask = directed(state.scenario, state.working, state.record.asks[act.ask - 1])
                out.append((game, engine.observe(state, act.seat, menu=False), act, ask))
    return out


def stands(o, ask):
    """Tell whether the text as the pen has it, and the one it works towards, have what is asked."""
    pledge = Pledge(ask.seat, ask.measure, ask.level, ask.upward, words=ask.words)
    goal = pen._keeping(o, pen._goal(o, QUICK))
    return opinion.keeps(o.scenario, o.working, pledge) and answering.is_held(o, pledge, goal)


def test_a_pen_refuses_nothing_that_its_text_has_and_keeps():
    refused = [(o, ask) for _game, o, act, ask in answers() if isinstance(act, Refuse)]

    assert len(refused) > 30
    assert not [ask for o, ask in refused if stands(o, ask)]


def test_wishes_for_the_same_clause_are_granted_together():
    """Two who ask alike in one round are answered alike, whoever is answered first."""
    given, refused = set(), set()
    for game, o, act, ask in answers():
        key = (game, o.round, ask.clause, ask.upward)
        (given if isinstance(act, Grant) else refused).add(key)

    assert given
    assert not given & refused
