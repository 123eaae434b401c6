"""What would bring a delegation to a yes: the nearest change of the text, or no wording."""

from collections.abc import Generator, Iterator

from attrs import evolve, field, frozen

from game.engine import consensus, opinion
from game.engine.actions import Offer
from game.engine.actions.terms import pledge_of, refusal_of
from game.engine.observation import Observation, belief
from game.engine.record import Clause, Draft, Record, Term
from game.engine.terms import Seat
from game.ui.parts.estimate import estimate, once, text_in_hand
from game.ui.parts.search import search

ENOUGH = 0.5
"""Chance of a yes from which a delegation counts as won."""
HOPEFUL = 30


@frozen
class YesIf:
    """The nearest change that would win a seat.

    state: "won" already, "searching", "found", or "none": there is no wording.
    changes: each clause that would have to change, as it would have to be.
    chance: of a yes then.
    passes: chance that the text is adopted then.
    draft: the text then.
    favour: what the one who looks would give beside that, if words alone do not do it.
    """

    state: str
    changes: tuple[Clause, ...] = ()
    chance: float = 0.0
    passes: float = 0.0
    draft: Draft = field(factory=dict)
    favour: str = ""


def yes_if(observation: Observation, seat: Seat) -> YesIf | None:
    """Return what would win a seat for the text in hand; None without a text, or for a person."""
    found = estimate(observation)
    if found is None or (seat in observation.people and seat != observation.seat):
        return None
    if found.yes[seat] >= ENOUGH:
        return YesIf("won", chance=found.yes[seat], passes=found.passes)
    best, done = search(
        observation, f"yes if {seat}", lambda: _search(observation, seat), YesIf("searching")
    )
    if best.state == "found" or not done:
        return best
    return YesIf("none")


def _search(observation: Observation, seat: Seat) -> Generator[YesIf, None, None]:
    o, s = observation, observation.scenario
    start = consensus.row(s, text_in_hand(o) or {})
    near = consensus.neighbours(s, start, words=True)
    favours = tuple(_favours(o, seat))
    # A favour for the text as it is comes before a change of it, and a change before both.
    tries = [(start[None, :], f) for f in favours] + [(near, f) for f in ("", *favours)]
    for drafts, favour in tries:
        if found := _nearest(o, seat, start, drafts, favour):
            yield found
            return
        yield YesIf("searching")
    points = _points(o, seat, near)
    hopeful = sorted(range(len(near)), key=lambda i: -points[i])[:HOPEFUL]
    best: YesIf | None = None
    for i in hopeful:
        pairs = consensus.neighbours(s, near[i])
        found = _nearest(o, seat, start, pairs)
        if found and (best is None or _cost(o, found) < _cost(o, best)):
            best = found
        yield YesIf("searching")
    if best:
        yield best


def _favours(o: Observation, seat: Seat) -> Iterator[str]:
    """Yield what the one who looks could give a seat beside the text, the cheapest first."""
    if o.seat in ("", seat) or not o.scenario.plays(Offer.PART):
        return
    for favour in sorted(o.scenario.favours, key=lambda f: f.cost):
        term = Term("favour", item=favour.id)
        if refusal_of(o.scenario, o.record, o.seat, seat, (term,)) is None:
            yield favour.id


def _given(o: Observation, seat: Seat, favour: str) -> Record:
    """Return the record as it would be if a favour had been given."""
    if not favour:
        return o.record
    pledge = pledge_of(Term("favour", item=favour), o.seat, seat)
    return evolve(o.record, pledges=(*o.record.pledges, pledge))


def _nearest(
    observation: Observation,
    seat: Seat,
    start: consensus.Ints,
    drafts: consensus.Ints,
    favour: str = "",
) -> YesIf | None:
    """Return the one among these texts that wins the seat with the smallest change."""
    o, s = observation, observation.scenario
    drafts = drafts[consensus.allowed(s, drafts)]
    if not len(drafts):
        return None
    held = once(o, "belief", lambda: belief(o))
    guess = consensus.forecast(s, _given(o, seat, favour), held, drafts)
    at = s.seats.index(seat)
    chances, adopted = guess.yes[:, at].tolist(), guess.adopted.tolist()
    levels, now = consensus.levels_of(drafts), consensus.levels_of(start)
    columns = range(len(start))
    best: tuple[tuple[int, int], YesIf] | None = None
    for row, chance in enumerate(chances):
        if chance < ENOUGH:
            continue
        far = sum(
            abs(int(levels[row, m]) - int(now[m])) for m in columns if levels[row, m] != now[m]
        )
        # Among equal steps the one that keeps the most of the Council.
        cost = (far, -round(1000 * adopted[row]))
        if best is None or cost < best[0]:
            draft = consensus.draft_of(s, drafts[row])
            changes = tuple(
                consensus.clause_of(s, m, int(drafts[row, m]))
                for m in columns
                if drafts[row, m] != start[m]
            )
            best = (cost, YesIf("found", changes, chance, adopted[row], draft, favour))
    return best[1] if best else None


def _cost(observation: Observation, found: YesIf) -> tuple[int, int]:
    s, hand = observation.scenario, text_in_hand(observation) or {}
    far = sum(abs(c.level - opinion.level_of(s, hand, c.measure)) for c in found.changes)
    return far, -round(1000 * found.passes)


def _points(observation: Observation, seat: Seat, drafts: consensus.Ints) -> list[float]:
    """Return the seat's mean sum for each text, weighted by what is believed of its brief."""
    o, s = observation, observation.scenario
    minds = [i for i, (who, _v) in enumerate(consensus.model(s).minds) if who == seat]
    weights = once(o, "belief", lambda: belief(o)).weights[minds].sum(axis=1)
    sums = consensus.own_sums(s, drafts, o.record.stock)[:, minds]
    points: list[float] = (sums * weights).sum(axis=1).tolist()
    return points
