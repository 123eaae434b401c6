"""What a delegation does in the months after a vote, by what its capital cares about.

Every choice is a list of named worths, in points; the largest is taken, and `why` tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen
from attrs.validators import in_

from game.ai import mind, seeking, word
from game.engine import bargain
from game.engine.actions import (
    Action,
    Aid,
    AskTime,
    Contact,
    Deliver,
    Designate,
    Exempt,
    Hold,
    Press,
    Report,
    Resume,
    StandBy,
    Suspend,
    TakeUp,
    Urge,
    owed_favours,
)
from game.engine.course import came_about, hungrier
from game.engine.followup import CAMPAIGN, effort_of, price_of, season_of
from game.engine.observation import Observation
from game.engine.record import Notice
from game.engine.scenario import Prospect, Weights
from game.engine.terms import Seat

FINISHES = 3
"""Points more for an act that wins a State now; half of an effort wins nothing. Tuned."""
FAR = 1
"""Points less for each two points of effort that are still missing after it. Tuned."""
KEEN = {"enforce": 4, "ties": 3, "finance": 5}
"""Points that a track is worth to who leads it, at a full wish for pressure. Tuned."""
HOLD_AT = 4
"""Exposure, or its own name on a notice, from which a reluctant capital places a hold. Tuned."""
TALKS_AT = 20
"""Trust from which an offer to suspend exercises is thought worth making. Tuned."""
URGED = 4
"""Points more for each member that could carry the offer and has asked for talks in its explanation
of vote. Tuned: such members proposed it in March and on 4 July 2017, and mostly in vain."""
TAKEN_AT = 9
"""What it has to be worth to have an offer carried that another has brought up. Tuned: about what
else could be done in these months; the proposals of March and July 2017 were both turned down."""
IN_PUBLIC = 3
"""Points less for a proposal made before everybody. Tuned: a quiet line comes before it."""
UNCALLED = 5
"""Points less for bringing it up where one's own explanation of vote did not call for talks, and
again where it has been tried before. Tuned: whoever did not say so then mostly has better to do."""
WORD = 5
"""Points that it costs to break what was agreed. Tuned: nobody does who has no aim to be apart."""
FOR_NO_TALKS = 5
"""Points that it is worth to end them, for each point of an aim to be apart. Tuned: whoever has
that aim does so in the first half."""
SHOT_AT = 22
"""Points that it is worth to hold exercises after all, for each month since in which something was
fired, however short its flight. Tuned: it outweighs the word and a small wish for talks, and then
about as much as what else could be done in these months."""
DUE = 15
"""Points that it is worth while large exercises fall due, by the calendar. Tuned: alone it moves a
capital in its hardest mood at most."""
DUE_IN = 2
"""Months in which they have to fall due for that."""
SHORT_AT = 4
"""Reluctance, exposure counted in, from which a report is kept short. Tuned."""


WHYS = (
    *("pressure_enforce", "pressure_ties", "pressure_finance", "names", "people"),
    *("road_to_talks", "no_talks", "shot_at", "exercises_due", "word_given"),
)
"""Why a seat acts in these months; each is a sentence of `words.MOTIVES`."""


@frozen
class Errand:
    """An act and what it is worth.

    action: the act.
    key: why, one of `WHYS`.
    points: worth.
    """

    action: Action
    key: str = field(validator=in_(WHYS))
    points: int


def act(observation: Observation) -> Action:
    """Use one half of the season, or what is before the Committee."""
    if observation.record.followup.urged is not None:
        return TakeUp(observation.seat, taken=offering(observation) >= TAKEN_AT)
    if observation.stage == CAMPAIGN:
        for owed in owed_favours(observation.record, observation.seat):
            if word.keeps_favour(observation, owed):
                return Deliver(observation.seat, owed.to, owed.item)
        best = max(errands(observation), key=lambda e: e.points, default=None)
        return best.action if best and best.points > 0 else StandBy(observation.seat)
    return _committee(observation)


# -- outside the room


def errands(observation: Observation) -> Iterator[Errand]:
    """Yield every act that this seat would think of, with what it is worth to it."""
    o = observation
    blocked = o.blocked
    if Press.__name__ not in blocked:
        yield from _presses(o)
    if Designate.__name__ not in blocked:
        yield from _names(o)
    if Exempt.__name__ not in blocked:
        yield from _reliefs(o)
    weights = mind.brief(o).weights
    if Aid.__name__ not in blocked:
        yield Errand(Aid(o.seat), "people", _need(o) + weights.humanitarian - 5)
    if Contact.__name__ not in blocked:
        yield Errand(Contact(o.seat), "road_to_talks", _talks(o) - 1)
    yield from _exercises(o)


def _presses(o: Observation) -> Iterator[Errand]:
    now, known = o.record.followup, season_of(o.scenario).prospects
    for prospect in known:
        mine = not prospect.by or o.seat in prospect.by
        if mine and prospect.id not in now.won and o.seat not in prospect.minds:
            points = _wish(o, prospect)
            if points > 0:
                spent = now.efforts.get(prospect.id, 0) + effort_of(o.scenario, o.seat)
                left = price_of(prospect, o.record.stock) - spent
                points += FINISHES if left <= 0 else -FAR * (left // 2)
                points += min(2, now.efforts.get(prospect.id, 0))
                yield Errand(Press(o.seat, prospect.id), f"pressure_{prospect.track}", points)


def _wish(o: Observation, prospect: Prospect) -> int:
    """Return how much a capital wants this: it likes pressure, and does not act for a friend."""
    brief = mind.brief(o)
    keen = brief.weights.nonproliferation - 2 - brief.weights.sovereignty // 2
    if brief.reluctant:
        keen -= 3
    if prospect.track != "enforce":
        # What was not voted on in the Council is the business of those who want more than it.
        keen -= 2 if brief.weights.us_pull < 4 and o.seat != o.scenario.penholder else 0
    friends = sum(_near(o, seat) for seat in prospect.minds)
    if keen <= 0:
        return 0
    pull = seeking.taste(o, prospect.track) + seeking.found(o, prospect.enforcer)
    return keen + KEEN[prospect.track] + pull - 2 - 2 * friends


def _near(o: Observation, other: Seat) -> bool:
    """Tell whether a seat follows one that minds."""
    weights = mind.brief(o).weights
    return _pull(weights, other) >= 3


def _pull(weights: Weights, other: Seat) -> int:
    return {"USA": weights.us_pull, "CHN": weights.cn_pull, "RUS": weights.ru_pull}.get(other, 0)


def _names(o: Observation) -> Iterator[Errand]:
    brief, sent = mind.brief(o), {n.item for n in o.record.followup.notices if n.kind == "list"}
    keen = brief.weights.nonproliferation - brief.weights.sovereignty // 2
    for listing in season_of(o.scenario).listings:
        if listing.id not in sent and not brief.reluctant and o.seat not in listing.minds:
            held = sum(seat in o.scenario.seats for seat in listing.minds)
            points = keen + brief.weights.activism - 5 - len(sent) // 2
            points += seeking.found(o, listing.enforcer) + seeking.name(o, len(listing.minds), held)
            yield Errand(Designate(o.seat, listing.id), "names", points)


def _reliefs(o: Observation) -> Iterator[Errand]:
    brief, sent = mind.brief(o), {n.item for n in o.record.followup.notices if n.kind == "relief"}
    for relief in season_of(o.scenario).reliefs:
        if relief.id not in sent and o.seat not in relief.minds:
            held = sum(seat in o.scenario.seats for seat in relief.minds)
            points = _need(o) + brief.weights.humanitarian + relief.hardship - 4 - 2 * held
            yield Errand(Exempt(o.seat, relief.id), "people", points)


def _need(o: Observation) -> int:
    """Return how much worse people are off than before the text, one for three points."""
    return max(0, hungrier(o)) // 30


def _talks(o: Observation) -> int:
    """Return how much a capital wants a road to talks: its aims say so, or its caution."""
    weights, open_ = mind.brief(o).weights, came_about("talks", o)
    careful = weights.sovereignty // 2 + mind.brief(o).reluctant
    return 2 * (_wants(o, "talks") - _wants(o, "apart")) + careful - 3 * open_


def _wants(o: Observation, outcome: str) -> int:
    """Return the weight of what a capital wants of the months after the vote."""
    return sum(a.weight for a in bargain.aims_of(o, o.seat) if a.outcome == outcome)


def _exercises(o: Observation) -> Iterator[Errand]:
    offer, made = season_of(o.scenario).standstill, o.record.followup.suspension
    if offer is None:
        return
    if Urge.__name__ not in o.blocked:
        yield Errand(Urge(o.seat), "road_to_talks", _urging(o))
    if Suspend.__name__ not in o.blocked and offer.channels:
        through = max(offer.channels, key=lambda seat: offer.channels[seat])
        points = offering(o) - 2 * (made is not None)
        yield Errand(Suspend(o.seat, through), "road_to_talks", points)
    if Resume.__name__ not in o.blocked:
        yield _resuming(o)


def offering(observation: Observation) -> int:
    """Return what it is worth to offer that exercises be held off, with who has called for it."""
    o, offer = observation, season_of(observation.scenario).standstill
    called = {seat for seat, said in o.explained.items() if said == "talks"}
    if (made := o.record.followup.urged) is not None:
        called.add(made.through)
    ready = o.indicators.get("trust", 0) - TALKS_AT
    points = _talks(o) + ready // 2 - (0 if came_about("quiet", o) else 4)
    return points + URGED * len(called & {*(offer.channels if offer else ())})


def _urging(o: Observation) -> int:
    """Return what it is worth to bring it up, as a member that could carry it."""
    tried, called = o.record.followup.suspension is not None, o.explained.get(o.seat) == "talks"
    return _talks(o) - IN_PUBLIC - UNCALLED * (tried + (not called))


def _resuming(o: Observation) -> Errand:
    """Return what it is worth to hold the exercises after all, and what speaks for it most."""
    why = {
        "no_talks": FOR_NO_TALKS * (_wants(o, "apart") - _wants(o, "talks")),
        "shot_at": SHOT_AT * _months_of_fire(o),
        "exercises_due": DUE * _falls_due(o),
    }
    key = max(why, key=lambda id: why[id])
    points = sum(why.values()) - mind.dealt(o).margin - WORD
    return Errand(Resume(o.seat), key if why[key] > 0 else "word_given", points)


def _months_of_fire(o: Observation) -> int:
    """Return in how many months something was fired since the suspension was agreed."""
    made, by_id = o.record.followup.suspension, {r.id: r for r in o.scenario.target.responses}
    since = made.month if made else 0
    return len({m for m, id in o.record.followup.acts if m > since and by_id[id].shot})


def _falls_due(o: Observation) -> bool:
    """Tell whether the calendar has large exercises in one of the next months."""
    now = o.scenario.date(o.record.day).month - 1
    soon = {(now + ahead) % 12 + 1 for ahead in range(1, DUE_IN + 1)}
    return bool(soon & set(o.scenario.target.exercises))


# -- the Committee


def _committee(observation: Observation) -> Action:
    o = observation
    if Hold.__name__ not in o.blocked:
        for number, notice in enumerate(o.record.followup.notices, 1):
            if notice.is_open and not notice.held and holds(o, notice):
                if not notice.later and _others_may_hold(o, notice):
                    return AskTime(o.seat, number)
                if notice.later != o.seat or notice.status == "late":
                    return Hold(o.seat, number)
    if Report.__name__ not in o.blocked:
        return Report(o.seat, report(o, held=is_held(o)))
    return StandBy(o.seat)


def lets_pass(observation: Observation) -> str:
    """Return why a capital that could hold something does not; a name of a motive."""
    o = observation
    waiting = [n for n in o.record.followup.notices if n.is_open and n.by != o.seat]
    if any(n.held and holds(o, n) for n in waiting):
        return "held_already"
    return "not_worth_a_hold" if any(_touches(o, n) for n in waiting) else "lets_pass"


def _touches(o: Observation, notice: Notice) -> bool:
    """Tell whether a notice is about what a capital minds, whatever it does about it."""
    season = season_of(o.scenario)
    about = {"list": season.listing, "relief": season.relief}.get(notice.kind)
    if about is None:
        return notice.kind == "publish" and _own_leak(o, notice.item)
    found = about(notice.item)
    return found is not None and o.seat in found.minds


def _others_may_hold(o: Observation, notice: Notice) -> bool:
    """Tell whether somebody who is still to speak minds it as well; then that one may be seen to.

    Who has asked for time sees what the others do, and holds it in the end if nobody did.
    """
    minds: tuple[Seat, ...] = ()
    if notice.kind == "list" and (listing := season_of(o.scenario).listing(notice.item)):
        minds = listing.minds
    if notice.kind == "relief" and (relief := season_of(o.scenario).relief(notice.item)):
        minds = relief.minds
    return any(seat in minds for seat in o.queue[1:])


def holds(observation: Observation, notice: Notice) -> bool:
    """Tell whether a capital stops something: it touches its own, or helps who should not be."""
    o, brief = observation, mind.brief(observation)
    if notice.by == o.seat:
        return False
    season = season_of(o.scenario)
    match notice.kind:
        case "list":
            listing = season.listing(notice.item)
            return listing is not None and o.seat in listing.minds and brief.reluctant
        case "relief":
            relief = season.relief(notice.item)
            # The second time a hold costs credibility, and needs more than caution.
            wary = brief.weights.humanitarian <= 2 - notice.aged
            return relief is not None and o.seat in relief.minds and wary
        case "publish":
            # A report can be put off, and by its second time round it is in the papers anyway.
            first = o.record.followup.half < 2
            return first and _own_leak(o, notice.item) and brief.weights.exposure >= HOLD_AT
    return False


def _own_leak(o: Observation, flow: str) -> bool:
    """Tell whether what the experts saw passes through this seat's own ports."""
    if not mind.brief(o).reluctant:
        return False
    found = o.scenario.target.flow(flow)
    if found is None or not found.partners:
        return False
    first = max(found.partners, key=lambda id: found.partners[id])
    return any(e.id == first and e.seat == o.seat for e in o.scenario.enforcers)


def report(observation: Observation, *, held: bool) -> str:
    """Return how this seat reports: what it did, or as little as it can.

    Args:
        held: it is held to carrying the text out in full; breaking that costs what a promise does.
    """
    o, capacity = observation, mind.brief(observation).weights.capacity
    kept = word.discredit(o, "promise") if held else 0
    if reluctance(o) - kept >= SHORT_AT:
        return "short"
    return "full" if capacity >= 3 - held else "none" if capacity < 2 else "short"


def is_held(observation: Observation) -> bool:
    """Tell whether this seat has said that the text is a duty in full, or has promised it."""
    o = observation
    owed = any((p.by, p.kind, p.status) == (o.seat, "enforce", "open") for p in o.record.pledges)
    return owed or o.explained.get(o.seat) == "wide"


def reluctance(observation: Observation) -> int:
    """Return how much a capital would rather say little: its exposure and its vote count in."""
    o, brief = observation, mind.brief(observation)
    points = brief.weights.exposure + 2 * brief.reluctant - brief.weights.capacity // 2
    voted = o.tally.ballots.get(o.seat) if o.tally else None
    return points + 2 * (voted is not None and voted.value != "yes")
