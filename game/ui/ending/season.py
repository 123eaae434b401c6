"""The sheets of the season: what to do outside the room, the Committee, what has come so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from game import session, words
from game.engine import followup as months
from game.engine.actions import (
    Action,
    Aid,
    Contact,
    Deliver,
    Designate,
    Exempt,
    Press,
    Report,
    Rest,
    Resume,
    StandBy,
    Suspend,
    TakeUp,
    Urge,
    owed_favours,
)
from game.engine.events import BeatOpened, Event, MonthPassed
from game.engine.followup import CAMPAIGN, COMMITTEE, effort_of, season_of
from game.engine.observation import Observation
from game.engine.record import Term
from game.engine.terms import Phase
from game.ui.abroad import after, border, committee, followup, tracks
from game.ui.messages import Pick, Picks
from game.ui.parts.estimate import once
from game.ui.parts.footer import act, why_not
from game.ui.parts.frame import frame
from game.ui.widgets import Button, Column, Grid, Panel, Row, Text, Widget
from game.words import _, plural
from game.words.language import later

SHOWN = 14
"""Lines of what has come that are shown; the rest is in the log."""
OUTSIDE: Mapping[str, str] = {
    "win": later("Whom to win"),
    "offers": later("Offers, aid, names for the list"),
    "come": later("What has come"),
}
COUNCIL: Mapping[str, str] = {
    "committee": later("The Committee"),
    "come": later("What has come"),
}
Draw = Callable[[Observation, Picks], Widget]


def view(o: Observation, picks: Picks) -> Widget:
    """Show the part of the season that is open: a page to act on, and what has come so far."""
    titles = _titles(o)
    at = picks.get("season", "")
    at = at if at in titles else next(iter(titles), "come")
    body = Column((_lead(o), _tabs(titles, at), PAGES[at](o, picks)), gap=12)
    return frame(o, picks, body, acts=_acts(o, picks), scroll=True)


def _titles(o: Observation) -> Mapping[str, str]:
    """Return the pages there are; while others act, only what has come."""
    if o.actor != o.seat:
        return {}
    return {CAMPAIGN: OUTSIDE, COMMITTEE: COUNCIL}.get(o.stage, {})


def _tabs(titles: Mapping[str, str], at: str) -> Widget | None:
    if not titles:
        return None
    return Row(
        tuple(
            Button(_(title), Pick("season", id), look="tab", selected=id == at, name=f"season {id}")
            for id, title in titles.items()
        ),
        gap=6,
        wrap=True,
    )


def _lead(o: Observation) -> Widget:
    month = o.record.followup.month
    since = plural("One month after the vote.", "{count} months after the vote.", month)
    says = _("Others act; the months go by.")
    if o.actor == o.seat and o.stage == CAMPAIGN:
        says = plural(
            "One act outside the room; it is worth one point of effort.",
            "One act outside the room; it is worth {count} points of effort.",
            effort_of(o.scenario, o.seat),
        )
        if _owed(o):
            says += " " + _owing(o)
        if (made := o.record.followup.urged) is not None:
            says = words.say(Urge(made.through), o.scenario) + "."
    elif o.actor == o.seat and o.stage == COMMITTEE:
        says = _("Hold what your capital cannot bear; the rest passes.")
        if any(n.later == o.seat and n.status == "late" for n in o.record.followup.notices):
            says = _("Your time is up: hold it now, or let it pass.")
    return Text(f"{since} {says}", font="serif", size="lead")


def _owing(o: Observation) -> str:
    """Return until when a favour can still be done."""
    if o.record.followup.half == 2:
        return _("What you have promised is due now, or your word is broken.")
    return _("What you have promised can wait for the second half, and no longer.")


def _acts(o: Observation, picks: Picks) -> tuple[Button, ...]:
    """Return what ends the turn; Enter does what a delegation would that nobody told anything."""
    if o.actor != o.seat:
        return ()
    if not why_not(o, Report(o.seat, "full")):
        kinds = {
            "full": _("Report in full"),
            "short": _("Send one page"),
            "none": _("Send no report"),
        }
        return tuple(
            act(
                o,
                picks,
                label,
                Report(o.seat, kind),
                main=kind == "full",
                look="primary" if kind == "full" else "plain",
                name=f"report {kind}",
            )
            for kind, label in kinds.items()
        )
    if o.stage != CAMPAIGN:
        return (act(o, picks, _("Let it pass"), StandBy(o.seat), main=True, look="primary"),)
    rest = act(o, picks, _("Leave it at that"), StandBy(o.seat), main=True, look="primary")
    if o.record.followup.urged is not None:
        return _taking_up(o, picks)
    likely = advised(o)
    owed = tuple(act(o, picks, named(o, it), it) for it in _owed(o) if it != likely)
    if likely is None:
        return (rest, *owed)
    own = Button(
        named(o, likely),
        likely,
        look="primary",
        main=True,
        note=_("as your delegation would"),
        name="advised",
    )
    return own, evolve(rest, main=False, look="plain"), *owed


def _owed(o: Observation) -> tuple[Deliver, ...]:
    """Return the favours that this seat has promised and not done yet."""
    return tuple(Deliver(o.seat, p.to, p.item) for p in owed_favours(o.record, o.seat))


def _taking_up(o: Observation, picks: Picks) -> tuple[Button, ...]:
    """Return both answers to what was brought up; Enter gives that of the delegation itself."""
    likely = advised(o)
    return tuple(
        act(
            o,
            picks,
            named(o, it),
            it,
            main=it == likely,
            look="primary" if it == likely else "plain",
            name=f"take up {it.taken}",
        )
        for it in (TakeUp(o.seat, True), TakeUp(o.seat, False))
    )


def advised(o: Observation) -> Action | None:
    """Return the act outside the room that a computer would do in this seat; None if none."""
    found = once(o, "advised", lambda: session.advise(o))
    return None if found is None or isinstance(found, StandBy) or why_not(o, found) else found


def named(o: Observation, it: Action) -> str:
    """Return an act outside the room in the words of its button."""
    found, s = season_of(o.scenario), o.scenario
    match it:
        case Press(_seat, state):
            to = next(p for p in found.prospects if p.id == state)
            left = months.price_of(to, o.record.stock) - o.record.followup.efforts.get(state, 0)
            wins = left <= effort_of(s, o.seat)
            if to.flag == o.seat:
                return _("Do it yourself") if wins else _("Work for it at home")
            return (_("Win {who}") if wins else _("Work on {who}")).format(
                who=words.names.inside(to.name)
            )
        case Designate(_seat, name):
            return _("Propose {name}").format(
                name=next(x.title for x in found.listings if x.id == name)
            )
        case Exempt(_seat, relief):
            return _("Ask for {what}").format(
                what=next(r.title for r in found.reliefs if r.id == relief)
            )
        case Suspend(_seat, through):
            return _("Offer suspension through {state}").format(state=words.the(s, through))
        case Urge():
            return _("Bring up exercises against tests")
        case TakeUp(_seat, taken):
            return _("Have it carried") if taken else _("Turn it down")
        case Deliver(_seat, to, item):
            what = words.term(s, Term("favour", item=item))
            return _("Do what {seat} was promised: {what}").format(seat=words.the(s, to), what=what)
        case Contact():
            return _("Open a quiet line")
        case Resume():
            return _ends(o)
    return _("Pay for aid")


def _ends(o: Observation) -> str:
    """Return what ends a suspension, in the words of its button."""
    offer = season_of(o.scenario).standstill
    return (offer.ends if offer else "") or _("Hold the exercises after all")


# -- pages


def _win(o: Observation) -> Widget:
    return tracks.tracks(followup.courses(o))


def _offers(o: Observation, picks: Picks) -> Widget:
    names = committee.proposals(
        followup.listings(o), title=_("Names for the Committee's list"), act=_("Propose")
    )
    asked = committee.proposals(
        followup.reliefs(o), title=_("What aid agencies ask for"), act=_("Ask for it")
    )
    return Grid((_quiet(o, picks), names, asked), cell=330, gap=14)


def _quiet(o: Observation, picks: Picks) -> Widget:
    """Return the offer of suspension, the quiet line, and aid."""
    offer, now = followup.standstill(o), o.record.followup
    held = any(n.kind == "relief" and n.status == "held" for n in now.notices)
    giver = season_of(o.scenario).standstill
    mine = giver is not None and giver.giver == o.seat and now.suspended
    line = Row(
        (
            act(o, picks, _("Open a quiet line"), Contact(o.seat)),
            act(o, picks, _ends(o), Resume(o.seat)) if mine else None,
        ),
        wrap=True,
    )
    more = months.aid(evolve(now, aided=(*now.aided, o.seat))) - months.aid(now)
    lifted = more * o.indicators.get("hardship", 0) // 1000
    aid = tracks.aid(
        max(1, lifted) if more else 0,
        message=Aid(o.seat),
        disabled=why_not(o, Aid(o.seat)),
        waits=_("half of it waits while the Committee holds an exemption") if held else "",
    )
    scale = tracks.standstill(offer, title=_("Suspension for suspension")) if offer else None
    return Column((scale, line, aid), gap=12)


def _committee(o: Observation) -> Widget:
    return committee.committee(followup.committee(o), title=_("The Committee of the fifteen"))


def _come(o: Observation) -> Widget:
    """Return pressure so far, who carries the text out, and the last lines of what has come."""
    found = after.so_far(o)
    passed = next((e for e in reversed(o.log) if isinstance(e, MonthPassed)), None)
    chart = gates = None
    if found is not None and passed is not None:
        title = _("Pressure, on paper and at the border")
        chart = after.course(o, found, title=title, room=600)
        # In a row of its own it is as tall as what it says.
        gates = Row((border.gates(after.gates(o, passed.will), title=_("Who carries it out")),))
    return Row(
        (
            Column((chart, gates), gap=14, flex=6, min_width=360) if gates else None,
            Column((told(o),), flex=5, min_width=340),
        ),
        gap=14,
        align="start",
    )


def told(o: Observation) -> Widget:
    """Return the last lines of what has come since the vote, the latest first."""
    opened = (n for n, e in enumerate(o.log) if isinstance(e, BeatOpened) and e.beat is Phase.ECHO)
    come = [e for e in o.log[next(opened, -1) + 1 :] if not isinstance(e, StandBy | Rest)]
    lines = tuple(_told(o, come))
    empty = (Text(_("Nothing has reached the border yet."), tone="muted"),)
    return Panel(_("What has come since the vote"), lines or empty, name="come", gap=7)


def _told(o: Observation, come: Sequence[Event]) -> Iterator[Widget]:
    """Yield the last lines month by month, the latest first, each month under its day."""
    starts = [n for n, e in enumerate(come) if isinstance(e, MonthPassed)]
    oldest = max(0, len(come) - SHOWN)
    for first, end in reversed(tuple(pairwise((0, *starts, len(come))))):
        if end <= oldest or first == end:
            continue
        opened = come[first]
        if isinstance(opened, MonthPassed):
            title = words.capital(words.season.month(o.scenario, opened))
            yield Text(title, size="label", tone="muted")
        for event in come[max(first, oldest) : end]:
            said = words.say(event, o.scenario, record=o.record, draft=o.draft)
            yield Text(said, size="small")


PAGES: Mapping[str, Draw] = {
    "win": lambda o, _picks: _win(o),
    "offers": _offers,
    "committee": lambda o, _picks: _committee(o),
    "come": lambda o, _picks: _come(o),
}
"""Page -> what draws it."""
