"""Plays seeded games without a display and draws every screen: for the README and the tests."""

from game.ui.tour.whole import run, stops

__all__ = ["run", "stops"]
