"""How a pen keeps out of blue what would fall once all have spoken to it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.ai import search
from game.engine import consensus
from game.engine.consensus import Ints
from game.engine.foresight import heard
from game.engine.observation import Observation


def steadied(observation: Observation, text: Ints) -> Ints:
    """Return a text, or what is nearer to the one shown last where that holds better once read.

    Args:
        text: option numbers, int64 (measures,).
    """
    *_, best = steps(observation, text)
    return best


def steps(observation: Observation, text: Ints) -> Iterator[Ints]:
    """Yield the text that holds best so far, after each small step; the last one is the best.

    One clause after another goes back to what it was, as long as the text is worth more so.
    """
    o, best, most = observation, text, worth(observation, text)
    yield best
    if not o.versions or most >= int(search.worth(o, text[None, :])[0]):
        return
    shown = consensus.row(o.scenario, o.versions[-1].clauses)
    while len(differ := np.flatnonzero(best != shown)):
        back = np.repeat(best[None, :], len(differ), axis=0)
        back[np.arange(len(differ)), differ] = shown[differ]
        values = []
        for one in back:
            values.append(worth(o, one))
            yield best
        if max(values) <= most:
            break
        best, most = np.asarray(back[int(np.argmax(values))]), max(values)
        yield best


def worth(observation: Observation, text: Ints) -> int:
    """Return what a text is worth to the pen once all have spoken to it, thousandths of a point."""
    return int(search.worth(heard(observation, text), text[None, :])[0])
