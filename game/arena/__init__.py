"""Measured play: how well a way of bargaining does, against the best that the deal allowed.

Only this part of the game compares what was decided in a seat with what nobody in it could know.
"""

from game.arena.game import Outcome, play
from game.arena.standing import MEMBER, PEN, Standing, standing, worst_trick

__all__ = ["MEMBER", "PEN", "Outcome", "Standing", "play", "standing", "worst_trick"]
