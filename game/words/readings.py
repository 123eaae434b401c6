"""What comes of a vote or of its explanation, for who is about to give it."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import bargain
from game.engine.actions import NARROW, readings
from game.engine.followup import season_of
from game.engine.observation import Observation
from game.engine.opinion import FALLS
from game.engine.pressure import READ
from game.engine.record import Question
from game.engine.terms import Cause, Seat
from game.words import names
from game.words.language import _, capital, signed


def consequence(o: Observation, reading: str) -> str:
    """Return what comes of explaining one's vote so, in one line for a button or a page."""
    if not reading and not _unforgiven(o):
        return capital(_("the vote speaks for itself"))
    found = tuple(_follows(o, reading))
    return capital("; ".join(found or (_nothing(o, reading),)))


def _nothing(o: Observation, reading: str) -> str:
    """Return that a reading moves nothing for this seat, and why, as far as others' do."""
    if reading in READ:
        return _("moves nothing: you keep no border posts; it is on record, for who may quote it")
    if reading == "talks" and _channels(o):
        return _("moves nothing: no offer goes through you; it is on record, for who may quote it")
    return _("for the record, and for whoever may quote it")


def consequences(o: Observation) -> Iterator[str]:
    """Yield each reading that is open to this seat, with what comes of it."""
    for reading in readings(o, o.seat):
        yield _("{reading}: {follows}").format(reading=reading, follows=consequence(o, reading))


def beside(o: Observation, question: Question) -> str:
    """Return what a draft is worth to this seat beside the one that was adopted, or that waits."""
    if stands := o.adopted:
        gain = bargain.added(o, stands, question.version)
        says = _("Another text was adopted; what this one adds to it is worth {n} to you.")
    elif any(q.kind == "draft" and q.version == o.blue for q in o.questions[1:]):
        gain = bargain.rather(o, question.version)
        says = _("The draft in blue waits; to you this one is worth {n} beside it.")
    else:
        return ""
    return says.format(n=signed(gain))


def _follows(o: Observation, reading: str) -> Iterator[str]:
    moved = READ.get(reading, 0)
    posts = next((e.name for e in o.scenario.enforcers if e.seat == o.seat), "")
    if moved and posts:
        yield _("{posts}: readiness {n} of 100").format(posts=posts, n=signed(moved / 10))
        if o.scenario.campaign:
            yield _("half of it in the next sitting, unless you read its text otherwise")
    if reading == "wide" and holds(o):
        says = _("held to it: a report short of full costs {n} of 100 credibility")
        yield says.format(n=FALLS["promise"])
    if reading == NARROW and o.seat in o.scenario.permanent:
        yield _("once one of the five has said so, others read it so more easily")
    if reading == "talks" and o.seat in _channels(o):
        yield _("{seat} hears that you would carry an offer").format(seat=_giver(o))
    if reading == "regret" and (by := _vetoes(o)):
        says = _("in a campaign you trust less what {seats} promises you")
        yield says.format(seats=names.seats(o.scenario, by))
    if _unforgiven(o):
        held = _("in a campaign whose draft it was holds the veto against you")
        yield _("whose draft it was does not hold the veto against you") if reading else held


def _vetoes(o: Observation) -> tuple[Seat, ...]:
    """Return whose veto the text fell by."""
    return o.tally.vetoes if o.tally is not None and o.tally.cause is Cause.VETO else ()


def _unforgiven(o: Observation) -> bool:
    """Tell whether this seat has cast a veto that it has not explained yet."""
    return o.stage == "explaining" and o.seat in _vetoes(o) and not o.explained.get(o.seat)


def holds(o: Observation) -> bool:
    """Tell whether reports will show who carries the text out."""
    return o.scenario.plays("season") and season_of(o.scenario).committee


def _channels(o: Observation) -> tuple[str, ...]:
    offer = season_of(o.scenario).standstill
    return tuple(offer.channels) if offer else ()


def _giver(o: Observation) -> str:
    offer = season_of(o.scenario).standstill
    return names.the(o.scenario, offer.giver) if offer else ""
