"""What deals are worth, to oneself and to the other; which are best for both; what makes a yes."""

from game.engine.bargain.field import Deal, Field, field, vocabulary
from game.engine.bargain.values import (
    AIM_WORTH,
    Estimate,
    Value,
    aims_of,
    estimate,
    text_in_hand,
    today,
    value,
)
from game.engine.bargain.yes import YesIf, yes_if

__all__ = [
    "AIM_WORTH",
    "Deal",
    "Estimate",
    "Field",
    "Value",
    "YesIf",
    "aims_of",
    "estimate",
    "field",
    "text_in_hand",
    "today",
    "value",
    "vocabulary",
    "yes_if",
]
