"""How far up the pen's text can still go: nothing goes into blue that is harder than all have read.

What the pen would have harder it shows to all fifteen first, so that they can still speak to it.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.engine import consensus
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.scenario import Scenario
from game.engine.terms import Circle

_ceilings = consensus.Lately[Ints]()


def ceiling(observation: Observation) -> Ints | None:
    """Return the highest levels that the pen may write, int64 (measures,); None for any.

    In the last round there is nobody left to show a harder text to.
    """
    o = observation
    return _read(o) if o.is_pen and o.round >= o.last_round else None


def is_read(observation: Observation, text: Ints) -> bool:
    """Tell whether all fifteen have read what a text says, or something harder.

    Args:
        text: option numbers, int64 (measures,).
    """
    most = _read(observation)
    return most is None or bool(_is_under(most, text[None, :])[0])


def _read(o: Observation) -> Ints | None:
    """Return the levels of the text that went to all fifteen last, and what was promised since."""
    shown = next((v for v in reversed(o.versions) if v.circle is Circle.ALL), None)
    if shown is None:
        return None
    s, promised = o.scenario, o.record.promised
    return _ceilings.get(
        lambda: _promised(o, consensus.levels_of(consensus.row(s, shown.clauses))),
        *(s, shown, promised),
    )


def _promised(o: Observation, shown: Ints) -> Ints:
    out, places = np.maximum(shown, needed(o.scenario)), consensus.model(o.scenario).places
    for pledge in o.record.promised:
        if pledge.upward:
            at = places[pledge.measure]
            out[at] = max(int(out[at]), pledge.level)
    return np.asarray(out, dtype=np.int64)


@lru_cache(maxsize=16)
def needed(scenario: Scenario) -> Ints:
    """Return the least levels that a text can do with, int64 (measures,)."""
    return np.array(
        [max(scenario.floor(m.id), scenario.required.get(m.id, 0)) for m in scenario.measures],
        dtype=np.int64,
    )


def under(observation: Observation, texts: Ints) -> Ints:
    """Return the texts that go no higher, int64 (drafts, measures)."""
    most = ceiling(observation)
    return texts if most is None else texts[_is_under(most, texts)]


def _is_under(most: Ints, texts: Ints) -> NDArray[np.bool_]:
    return np.asarray((consensus.levels_of(texts) <= most).all(axis=1), dtype=np.bool_)


def lowered(observation: Observation, texts: Ints) -> Ints:
    """Return texts with what goes higher brought down to the highest level it may have."""
    most = ceiling(observation)
    if most is None:
        return texts
    return np.where(consensus.levels_of(texts) > most, most, texts)
