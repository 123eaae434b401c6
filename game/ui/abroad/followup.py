"""What fills the sheets of the season: whom to win, the offer, what is before the Committee."""

from __future__ import annotations

from collections.abc import Mapping

from game import words
from game.engine.abroad import doctrine_odds
from game.engine.actions import AskTime, Designate, Exempt, Hold, Press, Report, Suspend, Urge
from game.engine.actions.season import others_decide
from game.engine.followup import effort_of, hands, price_of, season_of
from game.engine.observation import Observation
from game.engine.scenario import Prospect
from game.engine.terms import Phase, Seat
from game.ui.abroad.plain import (
    Committee,
    Course,
    Found,
    Item,
    Proposal,
    Reported,
    Standstill,
    Winnable,
)
from game.ui.parts.footer import why_not
from game.words import _, capital, signed
from game.words.season import TRACKS, heading, notice


def courses(o: Observation) -> tuple[Course, ...]:
    """Return the tracks on which there is anybody to win, with whom this seat could win now."""
    found = season_of(o.scenario).prospects
    by_track = {track: [p for p in found if p.track == track] for track in TRACKS}
    return tuple(
        Course(track, heading(o.scenario, track), tuple(_winnable(o, p) for p in here))
        for track, here in by_track.items()
        if here
    )


def _winnable(o: Observation, p: Prospect) -> Winnable:
    now, act = o.record.followup, Press(o.seat, p.id)
    return Winnable(
        p.id,
        p.name,
        p.title,
        now.efforts.get(p.id, 0),
        price_of(p, o.record.stock),
        _result(o, p.enforcer, p.will, p.effect),
        effort_of(o.scenario, o.seat),
        tuple(seat for seat in p.minds if seat in o.scenario.seats),
        hands(o.scenario, p),
        flag=p.flag,
        is_won=p.id in now.won,
        hint=p.text,
        message=act,
        disabled="" if p.id in now.won else _why_not(o, p),
    )


def _why_not(o: Observation, p: Prospect) -> str:
    """Return why this seat cannot work at it now; empty if it can."""
    if p.by and o.seat not in p.by:
        return words.why(others_decide(o.scenario, p), o.scenario)
    return why_not(o, Press(o.seat, p.id))


def _result(o: Observation, enforcer: str, will: int, effect: Mapping[str, int]) -> str:
    """Return what winning somebody, or a name on the list, brings, in few words."""
    names = {e.id: e.name for e in o.scenario.enforcers}
    line = _("{who}: will +{n} of 100")
    moves = will and enforcer in names
    parts = [line.format(n=f"{will / 10:g}", who=names[enforcer])] if moves else []
    parts += [f"{words.indicator(key)} {signed(change)}" for key, change in effect.items()]
    return ", ".join(parts)


def standstill(o: Observation) -> Standstill | None:
    """Return the offer of suspension for suspension, if there is one to make."""
    s, offer = o.scenario, season_of(o.scenario).standstill
    if offer is None:
        return None
    made = o.record.followup.suspension
    ways: tuple[tuple[str, str, object, str], ...] = ()
    if o.seat == offer.giver and o.phase is not Phase.OVER:
        ways = tuple(
            (words.the(s, through), through, act, why_not(o, act))
            for through in offer.channels
            if through in s.seats
            for act in (Suspend(o.seat, through),)
        )
    return Standstill(
        _("{exercise} held off").format(exercise=capital(offer.exercise)),
        _("Tests stopped"),
        made.status if made else "none",
        _chance(o),
        words.the(s, made.through) if made and made.through else "",
        words.the(s, made.breaker) if made and made.breaker else "",
        ways,
        "" if o.seat == offer.giver or o.phase is Phase.OVER else words.the(s, offer.giver),
        (Urge(o.seat), why_not(o, Urge(o.seat)))
        if o.seat in offer.channels and o.phase is not Phase.OVER
        else None,
    )


def _chance(o: Observation) -> int:
    """Return how likely a yes is through the best channel, per mille, from the signs seen."""
    offer = season_of(o.scenario).standstill
    assert offer is not None  # The caller asked.
    odds = doctrine_odds(o.scenario.target, o.record.clues)
    whole = sum(odds.values()) or 1
    plan = sum(odds[d] * offer.plans.get(d, 0) for d in odds) // whole
    lean = sum(points * o.indicators.get(key, 0) // 100 for key, points in offer.leans.items())
    best = max(offer.channels.values(), default=0)
    return min(1000, max(0, offer.base + best + plan + lean))


def committee(o: Observation) -> Committee:
    """Return what is before the Committee, as everybody in it knows."""
    s, now = o.scenario, o.record.followup
    due = bool(now.reports) or not why_not(o, Report(o.seat, "full"))
    return Committee(
        tuple(
            Reported(seat, words.the(s, seat), now.reports.get(seat, "due"))
            for seat in s.seats
            if due
        ),
        tuple(
            Item(
                number,
                it.kind,
                capital(notice(s, it)),
                "held" if it.held else it.status,
                _who(o, it.by),
                _who(o, it.held),
                Hold(o.seat, number),
                why_not(o, Hold(o.seat, number)),
                _who(o, it.later),
                None if why_not(o, AskTime(o.seat, number)) else AskTime(o.seat, number),
            )
            for number, it in enumerate(now.notices, 1)
        ),
        tuple(
            Found(
                _flow(o, f.flow),
                _channel(o, f.channel),
                f.size,
                words.measure(s, f.measure) if s.has(f.measure) else "",
                is_published=f.published,
            )
            for f in now.findings
        ),
        has_experts=now.panel,
    )


def _who(o: Observation, seat: Seat) -> tuple[str, str]:
    return (seat, words.the(o.scenario, seat)) if seat else ("", "")


def _flow(o: Observation, id: str) -> str:
    flows = {f.id: f.title for f in o.scenario.target.flows}
    return flows.get(id) or (words.measure(o.scenario, id) if o.scenario.has(id) else id)


def _channel(o: Observation, id: str) -> str:
    known = {c.id: c.title for c in o.scenario.target.channels}
    return known.get(id, _("at the border"))


def listings(o: Observation) -> tuple[Proposal, ...]:
    """Return the names that could be proposed for the list."""
    return tuple(
        Proposal(
            x.id,
            capital(x.title),
            _result(o, x.enforcer, x.will, {}),
            x.minds,
            x.text,
            act,
            why_not(o, act),
        )
        for x in season_of(o.scenario).listings
        for act in (Designate(o.seat, x.id),)
    )


def reliefs(o: Observation) -> tuple[Proposal, ...]:
    """Return the exemptions that aid agencies ask for."""
    return tuple(
        Proposal(
            r.id,
            capital(r.title),
            _("hardship {n}").format(n=signed(-r.hardship)),
            r.minds,
            r.text,
            act,
            why_not(o, act),
        )
        for r in season_of(o.scenario).reliefs
        for act in (Exempt(o.seat, r.id),)
    )
