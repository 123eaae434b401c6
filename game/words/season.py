"""The months after a vote, in sentences: efforts outside the room, the Committee, the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine import council, opinion
from game.engine.abroad import Abroad
from game.engine.abroad.border import WINTER
from game.engine.actions import (
    Aid,
    AskTime,
    Consider,
    Contact,
    Deliver,
    Designate,
    Exempt,
    Hold,
    LookOn,
    Press,
    Report,
    Resume,
    Suspend,
    TakeUp,
    Uncover,
    Urge,
)
from game.engine.events import (
    Event,
    HalfOpened,
    MonthPassed,
    NoticeDecided,
    Sprung,
    SuspensionSettled,
    TalksStrained,
    Won,
)
from game.engine.followup import season_of
from game.engine.past import Left
from game.engine.record import Draft, Finding, Notice, Record
from game.engine.scenario import Scenario
from game.engine.season import strains, trust_lost
from game.engine.terms import Seat
from game.words import names
from game.words.language import _, capital, in_words, later, signed
from game.words.outcomes import pressure

TRACKS: Mapping[str, str] = {
    "enforce": later("Carry out what exists"),
    "ties": later("Cut diplomatic ties"),
    "finance": later("Money, outside the Council"),
}
"""Ways to add weight to a text outside the Council."""
FOLLOWED = (
    *(HalfOpened, MonthPassed, NoticeDecided, Sprung, SuspensionSettled, TalksStrained, Won),
)
"""What can follow in these months."""


def heading(s: Scenario, track: str) -> str:
    """Return what stands above a track: in the words of these years, or the usual ones."""
    return _(season_of(s).headings.get(track) or TRACKS[track])


ACTED = (
    *(Press, Designate, Exempt, Aid, Contact, Deliver, Suspend, Urge, TakeUp, Resume, Consider),
    *(Hold, AskTime, Report, LookOn, Uncover),
)
"""What can be done in them."""
_REPORTS: Mapping[str, str] = {
    "full": later("{seat} reports in full on what it did to carry the text out"),
    "short": later("{seat} sends a page that says that measures are being taken"),
    "none": later("{seat} sends no report"),
}


def prospect(s: Scenario, id: str) -> str:
    """Return who could be won, and for what: *Mexico: the ambassador has to leave*."""
    found = season_of(s).prospect(id)
    if found is None:
        return id
    return _("{name}: {title}").format(name=found.name, title=found.title)


def notice(s: Scenario, it: Notice) -> str:
    """Return what is before the Committee, for the middle of a sentence."""
    season = season_of(s)
    match it.kind:
        case "list":
            listing = season.listing(it.item)
            return _("the listing of {name}").format(name=listing.title if listing else it.item)
        case "relief":
            relief = season.relief(it.item)
            return _("the exemption for {name}").format(name=relief.title if relief else it.item)
        case "publish" if not it.item:
            return _("a report of the experts")
        case "publish":
            return _("the experts' report on {name}").format(name=_flow(s, it.item))
    return _("the mandate of the experts")


def _flow(s: Scenario, id: str) -> str:
    found = s.target.flow(id)
    return lower(found.title) if found else id


def _channel(s: Scenario, id: str) -> str:
    found = s.target.channel(id)
    return lower(found.title) if found else _("nobody stops it at the border")


def found(s: Scenario, it: Finding) -> str:
    """Return what the experts have seen, and how it goes round the measures."""
    flows = {f.id: f.title for f in s.target.flows}
    channels = {c.id: c.title for c in s.target.channels}
    what = flows.get(it.flow) or (names.measure(s, it.flow) if s.has(it.flow) else it.flow)
    if it.channel not in channels:
        return _("the experts found that it goes on: {flow}").format(flow=lower(what))
    return _("the experts found a way round it: {flow}, {channel}").format(
        flow=lower(what), channel=lower(channels[it.channel])
    )


def lower(title: str) -> str:
    """Return a title for the middle of a sentence."""
    return title[:1].lower() + title[1:]


def _delivered(s: Scenario, seat: Seat, to: Seat, item: str) -> str:
    """Return that a favour was done, and what that does to the exercises that follow."""
    favour = next((f for f in s.favours if f.id == item), None)
    said = _("{seat} does what it promised {to}: {what}").format(
        seat=names.begin(s, seat), to=names.the(s, to), what=favour.title if favour else item
    )
    if favour is None or not favour.quiets:
        return said
    more = _("{said}; large exercises that follow weigh less by {n} %")
    return more.format(said=said, n=favour.quiets // 10)


def _pressed(s: Scenario, seat: Seat, id: str) -> str:
    """Return whom a member works on; what is its own to do it works at in its own house."""
    it = season_of(s).prospect(id)
    if it is not None and it.flag == seat:
        own = _("{seat} works at home for a step of its own: {what}")
        return own.format(seat=names.begin(s, seat), what=it.title)
    words = _("{seat} spends its effort on {what}")
    return words.format(seat=names.begin(s, seat), what=names.inside(prospect(s, id)))


def argued(s: Scenario, record: Record, measure: str) -> tuple[str, ...]:
    """Return what the experts found that a clause would close, with what closing it is worth."""
    worth = opinion.arguments(s, record).get(measure, 0)
    return tuple(
        _("{found} ({n} % of it); a text that goes further wins {points} with everybody").format(
            found=found(s, it), n=it.size // 10, points=signed(worth)
        )
        for it in record.findings
        if worth and it.measure == measure
    )


def acted(event: Event, s: Scenario, record: Record | None) -> str:
    """Return what a delegation, the experts or the target did in these months."""
    match event:
        case Press(seat, id):
            return _pressed(s, seat, id)
        case Designate(seat, item):
            return _proposed(s, seat, Notice("list", item))
        case Exempt(seat, item):
            return _proposed(s, seat, Notice("relief", item))
        case Aid(seat):
            return _("{seat} pays for aid through the agencies").format(seat=names.begin(s, seat))
        case Deliver(seat, to, item):
            return _delivered(s, seat, to, item)
        case Contact(seat):
            return _("{seat} keeps a quiet line to {capital}").format(
                seat=names.begin(s, seat), capital=s.target.capital
            )
        case Suspend() | Urge() | TakeUp() | Resume() | Consider():
            return _suspended(event, s)
        case Hold(seat, number):
            what = _numbered(s, record, number)
            return _("{seat} places a hold on {what}").format(seat=names.begin(s, seat), what=what)
        case AskTime(seat, number):
            what = _numbered(s, record, number)
            return _("{seat} asks for more time on {what}").format(
                seat=names.begin(s, seat), what=what
            )
        case Report(seat, kind):
            return _(_REPORTS[kind]).format(seat=names.begin(s, seat))
        case LookOn():
            return _("{capital} looks on").format(capital=s.target.capital)
        case Uncover(_seat, ""):
            return _("The experts report, and have seen nothing new")
        case Uncover(_seat, flow, way):
            text = _("The experts have seen what goes on in spite of the measures: {flow} ({way})")
            return text.format(flow=_flow(s, flow), way=_channel(s, way))
    raise AssertionError(event)


def _numbered(s: Scenario, record: Record | None, number: int) -> str:
    """Return what a note to the Committee is about, by its number."""
    listed = record.followup.notices if record else ()
    return notice(s, listed[number - 1]) if 0 < number <= len(listed) else str(number)


def _proposed(s: Scenario, seat: Seat, it: Notice) -> str:
    return _("{seat} asks the Committee for {what}").format(
        seat=names.begin(s, seat), what=notice(s, it)
    )


def _suspended(event: Event, s: Scenario) -> str:
    offer = season_of(s).standstill
    exercise = offer.exercise if offer else _("exercises")
    match event:
        case Suspend(seat, through):
            text = _("{seat} offers through {through} to hold off {exercise} if nothing is tested")
            return text.format(
                seat=names.begin(s, seat), through=names.the(s, through), exercise=exercise
            )
        case Urge(seat):
            text = _("{seat} proposes that {exercise} be held off if nothing is tested")
            return text.format(seat=names.begin(s, seat), exercise=exercise)
        case TakeUp(seat, taken):
            text = _("{seat} takes it up") if taken else _("{seat} turns it down")
            return text.format(seat=names.begin(s, seat))
        case Resume(seat) if offer and offer.ended:
            return _("{seat} breaks off what was agreed. {what}").format(
                seat=names.begin(s, seat), what=offer.ended
            )
        case Resume(seat):
            return _("{seat} holds {exercise} after all").format(
                seat=names.begin(s, seat), exercise=exercise
            )
        case Consider(_seat, accepted):
            answer = (offer.accepted if accepted else offer.refused) if offer else ""
            title = _("Suspension accepted") if accepted else _("Suspension refused")
            return f"{title}. {answer}"
    raise AssertionError(event)


def followed(event: Event, s: Scenario) -> str:
    """Return what followed in these months."""
    match event:
        case MonthPassed():
            return _passed(event, s)
        case HalfOpened(1):
            return _("Delegations turn to what can be done outside the room")
        case HalfOpened() if not season_of(s).committee:
            return _("Delegations act once more")
        case HalfOpened():
            return _("The ninety days for reports are over; delegations act once more")
        case Won(id):
            found = season_of(s).prospect(id)
            return f"{prospect(s, id)}. {found.text}" if found else id
        case NoticeDecided():
            return _decided(event, s)
        case Sprung(measure, level):
            return _sprung(s, measure, level)
        case TalksStrained(stance, trust):
            step = s.target.steps[stance].title
            text = _(
                "A harder text in the middle of it: {step} holds, with {n} points less of trust"
            )
            return text.format(step=lower(step), n=trust)
        case SuspensionSettled(by, _through, ""):
            return _("The suspension held: nothing was tested, and {seat} kept its side").format(
                seat=names.the(s, by)
            )
        case SuspensionSettled(_by, _through, breaker):
            return _("The suspension is broken, by {seat}").format(seat=names.the(s, breaker))
    raise AssertionError(event)


def straining(s: Scenario, abroad: Abroad, draft: Draft | None, before: Left | None) -> str:
    """Return that a text, adopted, would strain talks that are under way; empty if it would not."""
    if draft is None or not strains(s, abroad, draft, before):
        return ""
    text = _(
        "Adopted, this text would strain what is under way ({step}): {n} points less of trust."
    )
    step = s.target.steps[abroad.stance].title
    return text.format(step=lower(step), n=trust_lost(abroad))


def month(s: Scenario, event: MonthPassed) -> str:
    """Return the heading of a month: *month 2 after the vote. Friday 1 June 2001*."""
    count = _("month {n} after the vote").format(n=event.month)
    return f"{count}. {names.day(s, event.day)}" if event.day else count


def _passed(event: MonthPassed, s: Scenario) -> str:
    out = _("Month {month}").format(month=event.month)
    if not (event.paper or event.enforced):
        known = "; ".join((*_people(event), *_read(event)))
        return ": ".join((out, known or _("nothing is closed by the Council")))
    out += ": " + pressure(event.paper, event.enforced)
    flow = s.target.main_flow
    if flow and flow.id in event.flows:
        trade = _("{title} at {now} as customs count it, where 100 is the year before")
        out += "; " + trade.format(title=flow.title, now=event.flows[flow.id] // 10)
    if event.money >= 1000:
        stopped = _("{n} million dollars of earnings stopped in this month")
        out += "; " + stopped.format(n=event.money // 1000)
    return "; ".join((out, *_people(event)))


def _people(event: MonthPassed) -> Iterator[str]:
    """Yield what a month was like for those who live there."""
    if event.fuel >= MANY_DRY:
        yield _("of ten fuel pumps {n} are dry").format(n=event.fuel // 100)
    elif event.fuel >= SCARCE:
        yield _("of {n} fuel pumps one is dry").format(n=1000 // event.fuel)
    if not event.hardship:
        return
    cold = event.season in WINTER
    text = _("in the cold hardship stands at {n} of 100") if cold else _("hardship at {n} of 100")
    yield text.format(n=event.hardship // 10)


def _read(event: MonthPassed) -> Iterator[str]:
    """Yield what everybody could read beside the border, where no trade tells how things stand."""
    if event.read:
        yield ", ".join(f"{names.indicator(key)} {n}" for key, n in event.read.items())


MANY_DRY = 200
"""Fuel that does not come in, per mille, from which pumps are counted by tens."""
SCARCE = 50
"""Fuel that does not come in, per mille, from which it is spoken of. Tuned."""


def _sprung(s: Scenario, measure: str, level: int) -> str:
    """Return what a large step made of a clause that was kept for it."""
    what = names.clause(s, measure, level)
    if measure in s.target.falls_back:
        return _(
            "{what}: with this step the relief ends, and what was eased is closed again"
        ).format(what=capital(what))
    text = _("{what}: supply falls as the text decided for this case, without another vote")
    return text.format(what=capital(what))


def _decided(event: NoticeDecided, s: Scenario) -> str:
    it = Notice(event.kind, event.item, event.by)
    what = capital(notice(s, it))
    if event.held and event.kind == "renew":
        return _("{seat} votes against {what}: the experts go home").format(
            seat=names.begin(s, event.held), what=notice(s, it)
        )
    if event.held and event.stale:
        text = _("{what} is held once more, by {seat}; others ask for a reason, and it has none")
        return text.format(what=what, seat=names.the(s, event.held))
    if event.held:
        return _("{what} is held, by {seat}").format(what=what, seat=names.the(s, event.held))
    season = season_of(s)
    match event.kind:
        case "list":
            listing = season.listing(event.item)
            return _unopposed(event, s, what, listing.text if listing else "")
        case "relief":
            relief = season.relief(event.item)
            return _unopposed(event, s, what, relief.text if relief else "")
        case "publish":
            return _("{what} is published: everybody can quote it").format(what=what)
    return _("{what} is renewed").format(what=what)


def _unopposed(event: NoticeDecided, s: Scenario, what: str, text: str) -> str:
    """Return that nobody objected in the time there was."""
    if not event.day:
        return _("{what} passes without objection. {text}").format(what=what, text=text)
    days = in_words(council.time_to_object(extended=bool(event.later)))
    words = _("{what} passes: nobody has objected by {day}, in {days} working days. {text}")
    if event.later:
        words = _(
            "{what} passes: {seat} had time until {day}, {days} working days, and lets it. {text}"
        )
    seat = names.the(s, event.later) if event.later else ""
    return words.format(what=what, day=names.day(s, event.day), days=days, seat=seat, text=text)
