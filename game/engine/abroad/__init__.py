"""The world beyond the room: the border, the target's mind, and a season of months.

Pure functions over one value, `Abroad`. They are written once for plain ints (a game) and for int64
arrays (a batch of worlds): see `whole`. Chance comes in as weights, or as dice that were thrown
elsewhere.

A game asks in this order, month by month: `border.month`; then `mind.points`, whose sums give the
weights of what the target may do (`mind.answers`), begin (`mind.plans`) or finish
(`mind.readiness`); each act is folded in by `acts.done`, `acts.planned`, `acts.sighted` and
`acts.called_off`; `acts.dawn` closes the month. `season.opened` does the first two; `season.month`
runs all of it with given dice. `guess` says what can be told of it from outside.
"""

from game.engine.abroad import acts, border, mind, season
from game.engine.abroad.border import Crossing
from game.engine.abroad.guess import doctrine_odds, expected
from game.engine.abroad.regime import Regime, regime_of, shut_by_step
from game.engine.abroad.season import Month
from game.engine.abroad.world import (
    Abroad,
    Outside,
    held_off,
    indicators,
    outwardly,
    relief_broken,
    shifted,
    start,
    stepped,
    stirred,
)

__all__ = [
    "Abroad",
    "Crossing",
    "Month",
    "Outside",
    "Regime",
    "acts",
    "border",
    "doctrine_odds",
    "expected",
    "held_off",
    "indicators",
    "mind",
    "outwardly",
    "regime_of",
    "relief_broken",
    "season",
    "shifted",
    "shut_by_step",
    "start",
    "stepped",
    "stirred",
]
