"""How tests sit down at a session."""

from random import Random

from game.session import HUMAN, Session
from tests.build import never, scenario


def seated(*people, id="first_sitting", seed=5, level="random", autosave=False, **computers):
    """Return a new game in which these seats are held by persons."""
    seats = dict.fromkeys(people, HUMAN) | computers
    return Session(scenario(id), seats, seed, level=level, autosave=autosave)


def run_on(session, until=never):
    """Let computers move and curtains open until a person is to act, or a question is answered."""
    while not until(session):
        if session.due is not None:
            session.take_seat()
        elif not session.tick():
            return session
    return session


def plays(session, luck=None, until=never):
    """Play people's seats too, by chance, until a question is answered or all is over."""
    luck = luck or Random(3)
    while not session.is_over and not until(session):
        if session.due is not None:
            session.take_seat()
        elif not session.tick():
            session.act(luck.choice(session.observation.legal))
    return session


def whole(*people, **how):
    """Return a session that was played to the end."""
    return plays(seated(*people, **how))
