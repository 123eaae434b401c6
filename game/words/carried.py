"""What a sitting of a campaign finds of the ones before: promises, grudges, leaks, States won."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from game.engine.followup import season_of
from game.engine.observation import Observation
from game.engine.record import Pledge
from game.engine.terms import Seat
from game.words import names
from game.words.afterwards import left
from game.words.bargain import term
from game.words.language import _, capital
from game.words.season import found, prospect


@frozen
class Line:
    """Something that goes on.

    kind: pledge, grievance, finding, won, listed, contact, standstill, road or left.
    text: in a sentence.
    tone: good, bad or open, for colour and sign.
    seat: whose flag belongs beside it, if anybody's.
    """

    kind: str
    text: str
    tone: str = "open"
    seat: Seat = ""


TONES = {"kept": "good", "broken": "bad"}


def carried(o: Observation) -> Iterator[Line]:
    """Yield everything that goes on from sitting to sitting, as far as this seat knows it."""
    s = o.scenario
    sequels = s.campaign.sequels if s.campaign else ()
    later = any(sequel.scenario.id == s.id for sequel in sequels)
    for p in o.record.pledges:
        if p.due == "next" or (later and _is_inherited(p)):
            yield _promised(o, p)
    for g in o.record.grievances:
        says = _("{seat} has not forgotten what {who} promised")
        if g.kind == "veto":
            says = _("{seat} has not forgotten the veto of {who}")
        line = says.format(seat=names.begin(s, g.seat), who=names.the(s, g.by))
        if g.measure and s.has(g.measure):
            line += ": " + names.measure(s, g.measure)
        yield Line("grievance", line, "bad", g.seat if g.seat in s.seats else "")
    yield from _found(o)
    yield from _followed(o)
    if o.before is not None:
        for line in left(s, o.before):
            yield Line("left", capital(line))


def _is_inherited(p: Pledge) -> bool:
    """Tell whether a promise is older than the first word that was said in this sitting."""
    return (p.kind, p.due, p.deal, p.since) == ("clause", "blue", 0, 0)


def _promised(o: Observation, p: Pledge) -> Line:
    s = o.scenario
    line = _("{who} promised {seat}: {what}").format(
        who=names.begin(s, p.by), seat=names.the(s, p.to), what=term(s, p)
    )
    return Line("pledge", line, TONES.get(p.status, "open"), p.by if p.by in s.seats else "")


def _found(o: Observation) -> Iterator[Line]:
    """Yield the leaks that argue in this text, and those that will in the next."""
    s, known = o.scenario, {(f.flow, f.channel) for f in o.record.findings}
    new = (f for f in o.record.followup.published if (f.flow, f.channel) not in known)
    for f in (*o.record.findings, *new):
        line = capital(found(s, f))
        if s.has(f.measure):
            line = _("{found}; it would be closed by {measure}").format(
                found=line, measure=names.measure(s, f.measure)
            )
        yield Line("finding", line)


def _followed(o: Observation) -> Iterator[Line]:
    """Yield what the months made that lasts."""
    s, now = o.scenario, o.record.followup
    for id in now.won:
        who = season_of(s).prospect(id)
        yield Line("won", capital(prospect(s, id)), "good", who.flag if who else "")
    for notice in now.notices:
        listing = season_of(s).listing(notice.item)
        if (notice.kind, notice.status) == ("list", "passed") and listing is not None:
            yield Line("listed", _("On the list: {name}").format(name=listing.title), "good")
    if o.seat in now.contacts:
        line = _("Your quiet line to {capital} is open").format(capital=s.target.capital)
        yield Line("contact", line, "open", o.seat)
    made = now.suspension
    if made is not None and made.status in ("accepted", "kept"):
        yield Line("standstill", _("Exercises are held off against tests"), "good")
    if o.abroad.stance:
        step = s.target.steps[o.abroad.stance]
        yield Line("road", _("On the road to talks: {step}").format(step=step.title), "good")
