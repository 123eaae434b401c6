"""What a YAML scenario becomes: everything that is fixed before play.

Field docstrings are the reference for authors: `in-blue describe` prints them.
"""

from game.engine.scenario.bargain import Cable, Favour
from game.engine.scenario.crisis import PRACTICE, Scenario
from game.engine.scenario.measure import (
    EXPECTED_LEVELS,
    MILD_CATEGORIES,
    Ceiling,
    Choice,
    Effect,
    Exclusion,
    Level,
    Measure,
    Modifier,
    Parameter,
    Position,
    Precedent,
    Requirement,
    Rider,
    Threshold,
    Verb,
)
from game.engine.scenario.member import Aim, Brief, Delegation, Shift, Temper, Variant, Weights
from game.engine.scenario.world import (
    Clue,
    Doctrine,
    Enforcer,
    Flow,
    Incident,
    Response,
    Statement,
    Target,
    Trade,
    Voice,
)

__all__ = [
    "EXPECTED_LEVELS",
    "MILD_CATEGORIES",
    "PRACTICE",
    "Aim",
    "Brief",
    "Cable",
    "Ceiling",
    "Choice",
    "Clue",
    "Delegation",
    "Doctrine",
    "Effect",
    "Enforcer",
    "Exclusion",
    "Favour",
    "Flow",
    "Incident",
    "Level",
    "Measure",
    "Modifier",
    "Parameter",
    "Position",
    "Precedent",
    "Requirement",
    "Response",
    "Rider",
    "Scenario",
    "Shift",
    "Statement",
    "Target",
    "Temper",
    "Threshold",
    "Trade",
    "Variant",
    "Verb",
    "Voice",
    "Weights",
]
