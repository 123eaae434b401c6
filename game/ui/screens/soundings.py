"""The alarm and the soundings: what happened, and the first thing this seat says about it."""

from game.engine.actions import Occur, Speak
from game.engine.observation import Observation
from game.engine.terms import Phase, Stance
from game.ui import parts
from game.ui.charts.incident import picture
from game.ui.messages import Pick, Picks, Show
from game.ui.parts.aims import aims
from game.ui.parts.at_hand import at_hand
from game.ui.voting.meeting import asked, heard, is_asked, meeting
from game.ui.voting.presiding import order_sheet
from game.ui.voting.products import consent, is_blocked, propose, soften
from game.ui.widgets import (
    Button,
    Card,
    Column,
    Flag,
    Grid,
    Layers,
    Panel,
    Row,
    Run,
    Scroll,
    Size,
    Spacer,
    Text,
    Widget,
)
from game.words import _, stances
from game.words.language import later

TITLE = later("Soundings")
TWO = 1000
"""Room from which what is known stands beside what is to be decided, design pixels."""


def available(observation: Observation | None) -> bool:
    """The soundings are the first two beats."""
    return observation is not None and observation.phase in (
        Phase.DEAL,
        Phase.ALARM,
        Phase.SOUNDINGS,
    )


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the alarm beside what this seat is to decide."""
    assert observation is not None  # `available` was asked.
    o = observation
    if picks.house.room < TWO:
        all_of_it: Widget = Column(
            (*_alarm(o, "title"), *_decision(o, picks), *_around(o, picks)), gap=12
        )
        body, acts, end = at_hand(picks, all_of_it, (), (_next(o, picks),))
        return _with_sheet(o, picks, parts.frame(o, picks, body, acts=acts, end=end))
    low = picks.house.is_narrow or picks.house.is_low or picks.get("more", False)
    sides = _low(o, picks) if low else _high(o, picks)
    body = Row(sides, gap=32 if picks.house.is_narrow else 56, align="stretch", flex=1)
    screen = parts.frame(o, picks, body, end=(_next(o, picks),), scroll=False)
    return _with_sheet(o, picks, screen)


def _high(o: Observation, picks: Picks) -> tuple[Widget, Widget]:
    """Return the alarm and the decision, in the middle of the screen until guests were heard."""
    if heard(o):
        left = (*_alarm(o, "title"), *_around(o, picks), Spacer())
        right = (*_decision(o, picks), Spacer())
    else:
        left = (Spacer(), *_alarm(o, "display"), Spacer(), *_around(o, picks))
        right = (Spacer(), *_decision(o, picks), Spacer(), Spacer())
    return Column(left, gap=14, flex=5), Column(right, gap=14, flex=6)


def _low(o: Observation, picks: Picks) -> tuple[Widget, Widget]:
    """Return both where height is short for them: each scrolls by itself, the main act stays."""
    known = Column((*_alarm(o, "title"), *_around(o, picks)), gap=12)
    rest, acts, _end = at_hand(picks, Column(_decision(o, picks), gap=12), (), ())
    left = Column((Scroll("soundings known", known),), flex=5)
    right = Column((Scroll("soundings decision", rest), Row(acts)), gap=12, flex=6)
    return left, right


def _with_sheet(o: Observation, picks: Picks, screen: Widget) -> Widget:
    """Return the screen with the President's sheet above it, if that is open."""
    presides = o.actor == o.seat and o.stage == "opening"
    above = order_sheet(o, picks) if presides and picks.get("raise", "") == "order" else None
    return Layers((screen, above)) if above is not None else screen


def _alarm(o: Observation, size: Size) -> tuple[Widget | None, ...]:
    found = next((e for e in o.log if isinstance(e, Occur)), None)
    if found is None:
        return ()
    incident = next(i for i in o.scenario.incidents if i.id == found.incident)
    low = size != "display"
    if low and heard(o):
        # What happened was told in the alarm; where there is little room, its title is enough.
        return (Text(incident.title, font="serif", tone="muted"),)
    return (
        picture(incident, low=low),
        None if low else Text(_("Alarm"), size="label", tone="no"),
        Text(incident.title, size=size, font="serif"),
        Text(incident.text, font="serif", size="lead"),
    )


def _around(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    """Return what there is to know beside the decision: the meeting, its guests and the room."""
    return (meeting(o), heard(o), _room(o, picks))


def _room(o: Observation, picks: Picks) -> Widget | None:
    """Return what the others have said so far."""
    spoke = o.seat in o.record.stances
    if not o.record.stances or (picks.house.newcomer and not spoke):
        return None
    rows = [
        Row(
            (
                Flag(seat, height=14),
                Text(
                    (
                        Run(parts.seat_name(o, seat), bold=True),
                        Run(f"  {stances.short(o.scenario, stance)}", tone="muted"),
                    ),
                    size="small",
                    nowrap=True,
                    flex=1,
                ),
            ),
            gap=8,
        )
        for seat, stance in o.record.stances.items()
    ]
    return Panel(_("Said in the room"), (Grid(tuple(rows), cell=240, gap=6),), pad=14)


def _decision(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    if o.actor != o.seat:
        waiting = _("The others take the floor.")
        if o.phase in (Phase.DEAL, Phase.ALARM):
            waiting = _("The members come together.")
        return (Text(waiting, font="serif", size="title", tone="muted"),)
    if is_asked(o):
        return asked(o, picks)
    if o.calling or o.matter is not None:
        vote = Show("vote")
        return (Button(_("To the vote"), vote, key=picks.key("main"), look="primary", name="vote"),)
    if o.seat not in o.record.stances:
        return _speak(o, picks)
    if is_blocked(o) and o.record.mover == o.seat:
        return soften(o, picks)
    if not o.record.statement:
        return propose(o)
    return consent(o, picks)


def _speak(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    stance = picks.get("stance", "") or fitting(o).value
    priority = picks.get("priority", "") or _priorities(o, picks)[0]
    positions = [
        Button(
            stances.stance(o.scenario, it),
            Pick("stance", it.value),
            look="card",
            note=stances.meant(o.scenario, it),
            selected=stance == it.value,
            name=f"stance {it.value}",
        )
        for it in Stance
    ]
    chosen = [
        Button(
            o.scenario.measure(id).name,
            Pick("priority", id),
            selected=priority == id,
            name=f"priority {id}",
        )
        for id in _priorities(o, picks)
    ]
    more = None
    if not picks.get("more", False):
        more = Button(_("something else …"), Pick("more", True), look="ghost", name="more")
    speak = Button(
        _("Take the floor"),
        Speak(o.seat, Stance(stance), priority),
        key=picks.key("main"),
        look="primary",
        name="speak",
    )
    return (
        _brief(o, most=2 if picks.house.newcomer else 3),
        Text(_("What should come of it?"), size="title", font="serif"),
        Column(tuple(positions), gap=8),
        Text(_("And your cause?"), size="title", font="serif"),
        Row((*chosen, more), gap=8, wrap=True),
        Row((speak,)),
    )


def fitting(o: Observation) -> Stance:
    """Return the position that one's interests come nearest to: that is chosen at first."""
    brief = o.scenario.briefs[o.seat]
    if brief.reluctant or brief.weights.sovereignty >= 4:
        return Stance.TALKS
    return Stance.MEASURES if brief.weights.nonproliferation >= 4 else Stance.CONDEMN


def _brief(o: Observation, *, most: int) -> Widget | None:
    """Return the aims that weigh most, in few words."""
    found = aims(o)[:most]
    if not found:
        return None
    lines = [
        Text((Run(a.text, bold=True), Run(f"  {a.detail}", tone="muted")), size="small")
        for a in found
    ]
    return Card(
        (Text(_("Your capital wants"), size="label", tone="muted"), *lines),
        accent="accent",
        edge="left",
        surface="panel",
        pad=12,
    )


def _priorities(o: Observation, picks: Picks) -> tuple[str, ...]:
    """Return measures this seat could call its own: those of its aims first, all on demand."""
    brief = o.scenario.briefs[o.seat]
    wanted = [a.measure for a in sorted(brief.aims, key=lambda a: -a.weight) if a.measure]
    every = tuple(dict.fromkeys([*wanted, *(m.id for m in o.scenario.measures)]))
    return every if picks.get("more", False) else every[: 3 if picks.house.newcomer else 5]


def _next(o: Observation, picks: Picks) -> Widget | None:
    if o.actor == o.seat:
        return None
    return Button(_("To the chamber"), Show("chamber"), key=picks.key("chamber"), name="chamber")
