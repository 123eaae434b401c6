"""What deals are worth, to oneself and to the other; which are best for both; what makes a yes."""

from game.engine.bargain.beside import added, rather
from game.engine.bargain.board import Board, Deal, Terms, board, vocabulary
from game.engine.bargain.field import Field, field
from game.engine.bargain.texts import clause_reworded, reworded, text_in_hand
from game.engine.bargain.values import (
    AIM_WORTH,
    LIFT_SHARE,
    Estimate,
    Value,
    aims_of,
    estimate,
    is_hopeless,
    today,
    value,
)
from game.engine.bargain.yes import YesIf, yes_if

__all__ = [
    "AIM_WORTH",
    "LIFT_SHARE",
    "Board",
    "Deal",
    "Estimate",
    "Field",
    "Terms",
    "Value",
    "YesIf",
    "added",
    "aims_of",
    "board",
    "clause_reworded",
    "estimate",
    "field",
    "is_hopeless",
    "rather",
    "reworded",
    "text_in_hand",
    "today",
    "value",
    "vocabulary",
    "yes_if",
]
