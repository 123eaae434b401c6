"""What Enter answers to an offer: nothing that costs, next to nothing, or what is one-sided."""

from __future__ import annotations

from game import session
from game.engine.actions import Accept, Decline
from game.engine.observation import Observation
from game.engine.record import Offered
from game.ui.bargain.laid import Laid, mirrored
from game.ui.bargain.worth import is_blind, passing, serves, sinks, worths
from game.ui.drafting.texts import desk_of
from game.ui.parts.estimate import once
from game.ui.parts.signs import percent

LITTLE = 2
"""Points of a deal that are next to nothing where it does not change the vote. Tuned."""
SEVERAL = 4
"""Times one's own gain from which the other's makes a deal one-sided. Tuned."""


def usual(observation: Observation, offered: Offered) -> Accept | Decline:
    """Return what Enter answers: it accepts, asks for a fairer share, or declines."""
    o = observation
    return once(o, f"usual answer {offered.number}", lambda: _usual(o, offered))


def _usual(o: Observation, offered: Offered) -> Accept | Decline:
    table, answer = mirrored(offered), (o.seat, offered.seat, offered.number)
    accept, decline = Accept(*answer), Decline(*answer)
    if not serves(o, desk_of(o), table) or accept not in o.legal or not session.can_keep(o):
        return decline
    if _is_one_sided(o, table):
        return _fairer(o) or (decline if _is_little(o, table) else accept)
    return decline if _is_little(o, table) else accept


def _is_one_sided(o: Observation, table: Laid) -> bool:
    mine, theirs = worths(o, table)
    return theirs.points >= SEVERAL * mine.points


def _is_little(o: Observation, table: Laid) -> bool:
    """Tell whether a deal brings next to nothing and leaves the vote as it is."""
    found = passing(o, desk_of(o), table)
    moves = found is not None and percent(found.was.passes) != percent(found.now.passes)
    return not moves and worths(o, table)[0].points <= LITTLE


def _fairer(o: Observation) -> Decline | None:
    """Return a counter that gets more out of an offer, and puts nothing at risk."""
    counter = session.fairer(o)
    if counter is None:
        return None
    table = Laid(counter.to, counter.give, counter.take)
    return None if is_blind(o, desk_of(o), table) or sinks(o, desk_of(o), table) else counter
