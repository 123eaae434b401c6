"""Many texts at once: sums, forecasts and the distance between delegations, in numpy.

Works on scenarios and plain values, never on a State, so strategies and screens may use it.
A text is a row of option numbers, one for each measure of the scenario, in its order; an option
is a level in its own words (number = level) or in others (`option % WIDE` is the level).
"""

from game.engine.consensus.belief import Belief, believe, is_credible, secrets
from game.engine.consensus.forecast import Forecast, adoption, forecast, forecast_one
from game.engine.consensus.gates import allowed
from game.engine.consensus.options import WIDE, clause_of, levels_of, option_of, read
from game.engine.consensus.papers import papers_of
from game.engine.consensus.promises import dealings, dealings_of, granted, stakes
from game.engine.consensus.sums import (
    ballot_for,
    ballots,
    own_of,
    own_row,
    own_sums,
    refusals,
    shared,
    sum_of,
)
from game.engine.consensus.tables import (
    Floats,
    Ints,
    Model,
    draft_of,
    model,
    neighbours,
    reworded,
    rewordings,
    row,
    small_edits,
    standing,
    tolerances,
)
from game.engine.lately import Lately

__all__ = [
    "WIDE",
    "Belief",
    "Floats",
    "Forecast",
    "Ints",
    "Lately",
    "Model",
    "adoption",
    "allowed",
    "ballot_for",
    "ballots",
    "believe",
    "clause_of",
    "dealings",
    "dealings_of",
    "draft_of",
    "forecast",
    "forecast_one",
    "granted",
    "is_credible",
    "levels_of",
    "model",
    "neighbours",
    "option_of",
    "own_of",
    "own_row",
    "own_sums",
    "papers_of",
    "read",
    "refusals",
    "reworded",
    "rewordings",
    "row",
    "secrets",
    "shared",
    "small_edits",
    "stakes",
    "standing",
    "sum_of",
    "tolerances",
]
