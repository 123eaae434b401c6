"""How a pen keeps out of blue what would fall once all have spoken to it."""

from __future__ import annotations

import numpy as np

from game.ai import search
from game.engine import consensus
from game.engine.consensus import Ints
from game.engine.foresight import heard
from game.engine.observation import Observation


def steadied(observation: Observation, text: Ints) -> Ints:
    """Return a text, or what is nearer to the one shown last where that holds better once read.

    One clause after another goes back to what it was, as long as the text is worth more so.

    Args:
        text: option numbers, int64 (measures,).
    """
    o, best, most = observation, text, worth(observation, text)
    if not o.versions or most >= int(search.worth(o, text[None, :])[0]):
        return text
    shown = consensus.row(o.scenario, o.versions[-1].clauses)
    while len(differ := np.flatnonzero(best != shown)):
        back = np.repeat(best[None, :], len(differ), axis=0)
        back[np.arange(len(differ)), differ] = shown[differ]
        values = [worth(o, one) for one in back]
        if max(values) <= most:
            break
        best, most = np.asarray(back[int(np.argmax(values))]), max(values)
    return best


def worth(observation: Observation, text: Ints) -> int:
    """Return what a text is worth to the pen once all have spoken to it, thousandths of a point."""
    return int(search.worth(heard(observation, text), text[None, :])[0])
