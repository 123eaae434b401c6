"""Draw what numbers mean: pure functions from values to the shapes of a canvas.

Every chart comes with a sentence for whoever cannot see it; coordinates run from 0 to 1.
"""

from game.ui.charts.border import trade
from game.ui.charts.course import Moment, course
from game.ui.charts.deals import Deal, deals
from game.ui.charts.months import gap
from game.ui.charts.scale import Range

__all__ = ["Deal", "Moment", "Range", "course", "deals", "gap", "trade"]
