"""The sitting as a line that can be dragged: text, phrases and forecast at each point."""

from __future__ import annotations

from itertools import pairwise

from game import words
from game.engine.actions import (
    Amend,
    Ask,
    Back,
    Block,
    BreakSilence,
    Circulate,
    CoSponsor,
    DemandSight,
    Divide,
    Grant,
    Insist,
    Move,
    Object,
    Occur,
    Oppose,
    PointOfOrder,
    PutInBlue,
    Refuse,
    Respond,
    Rule,
    Say,
    Second,
    Sight,
    Silence,
    Table,
    Warn,
    Withdraw,
)
from game.engine.events import (
    AskIgnored,
    Event,
    PledgeSettled,
    SilenceKept,
    StatementIssued,
    Tally,
    VetoPaid,
    WordBroken,
    WordingReopened,
)
from game.engine.observation import Observation
from game.engine.terms import Ballot, Phase, Seat
from game.ui import charts, widgets
from game.ui.ending.motives import telling
from game.ui.ending.retelling import Scene, scenes, through_eyes
from game.ui.messages import Pick, Picks
from game.ui.parts.seats import chance_bar, phrase_badge, seat_name
from game.ui.parts.signs import percent
from game.ui.widgets import (
    SIGNS,
    Button,
    Canvas,
    Column,
    Entry,
    Flag,
    Panel,
    Row,
    Run,
    Slider,
    Spacer,
    Text,
    Track,
    Widget,
)
from game.words import _, capital, plural

LINES = 9


def story(o: Observation, picks: Picks) -> Widget:
    """Return the timeline, what happened at the chosen point, and how things stood."""
    eyes = picks.get("eyes", o.seat)
    eyes = eyes if eyes in o.scenario.seats else o.scenario.penholder
    told = scenes(through_eyes(o, eyes))
    at = max(0, min(picks.get("scene", _turning(told)), len(told) - 1))
    scene = told[at]
    return Column(
        (
            _line(o, told, at, eyes),
            Row(
                (
                    Column((_happened(o, picks, scene),), flex=6, min_width=340),
                    Column((_stood(scene, eyes),), flex=5, min_width=320),
                ),
                gap=14,
                align="stretch",
            ),
        ),
        gap=14,
    )


def _turning(told: tuple[Scene, ...]) -> int:
    """Return the point at which the vote was won or lost for good, to begin with."""
    fates = [(i, e.passes >= 0.5) for i, scene in enumerate(told) if (e := scene.estimate)]
    if not fates:
        return max(0, len(told) - 1)
    end = fates[-1][1]
    for i, carried in reversed(fates):
        if carried != end:
            return min(i + 1, len(told) - 1)
    return fates[0][0]


def turning_words(o: Observation) -> str:
    """Return in one sentence where the vote was decided, as the observer saw it."""
    told = scenes(o)
    guesses = [(scene, e) for scene in told if (e := scene.estimate)]
    if not guesses:
        return _("There was never a text to vote on.")
    end = guesses[-1][1].passes >= 0.5
    for (before, was), (after, now) in reversed(tuple(pairwise(guesses))):
        if (was.passes >= 0.5) != (now.passes >= 0.5):
            fate = _("It was won") if end else _("It was lost")
            return _(
                "{fate} between {before} and {after}: the chance went from {a} to {b}."
            ).format(
                fate=fate,
                before=_place(before),
                after=_place(after),
                a=percent(was.passes),
                b=percent(now.passes),
            )
    if end:
        return _("From the first text on you expected it to pass.")
    return _("From the first text on you expected it to fail.")


def _place(scene: Scene) -> str:
    if scene.label.isdigit():
        return _("round {n}").format(n=scene.label)
    places = {
        Phase.ALARM: _("the alarm"),
        Phase.SOUNDINGS: _("the soundings"),
        Phase.TEXT: _("the writing of the text"),
        Phase.BLUE: _("the day in blue"),
        Phase.VOTE: _("the vote"),
        Phase.ECHO: _("the year after"),
    }
    return places.get(scene.observation.phase, scene.label)


def _line(o: Observation, told: tuple[Scene, ...], at: int, eyes: Seat) -> Widget:
    moments = []
    for scene in told:
        found = scene.estimate
        if found is None:
            moments.append(charts.Moment(scene.label))
        else:
            moments.append(charts.Moment(scene.label, 100 * found.passes, found.expected))
    votes = o.tally.count(Ballot.YES) if o.tally else None
    shapes = charts.course(moments, len(o.scenario.seats), o.scenario.majority, at, votes)
    scene = told[at]
    found = scene.estimate
    says = _("At this point nobody had a text to judge.")
    if found is not None:
        says = _(
            "As {seat} could know it, the text would have passed with {chance}; {votes} hands."
        )
        says = says.format(
            seat=words.the(o.scenario, eyes),
            chance=percent(found.passes),
            votes=f"{found.expected:.1f}",
        )
    flags = tuple(
        Button(
            "",
            Pick("eyes", seat),
            look="tab",
            lead=Flag(seat, seat_name(o, seat), height=14),
            selected=seat == eyes,
            name=f"eyes {seat}",
            hint=_("as {seat} knew it").format(seat=words.the(o.scenario, seat)),
        )
        for seat in o.scenario.seats
    )
    return Panel(
        _("The sitting, point by point"),
        (
            Canvas(shapes, says, height=190, name="course"),
            Slider(
                _("Point"),
                at,
                0,
                len(told) - 1,
                Pick("scene"),
                text=_when(o, scene),
                name="scrub",
            ),
            Text(says, font="serif", size="lead"),
            Row(
                (Text(_("Through whose eyes"), size="small", tone="muted"), *flags),
                gap=2,
                wrap=True,
            ),
        ),
        name="story",
        gap=8,
    )


def _when(o: Observation, scene: Scene) -> str:
    day = words.day(o.scenario, scene.observation.record.day)
    return _("end of {place} · {day}").format(place=_place(scene), day=day)


def _happened(o: Observation, picks: Picks, scene: Scene) -> Widget:
    lines: list[Widget] = _rewritten(o, scene)
    events = tuple(e for e in scene.events if words.is_told(e, o.log))
    weighed = [(weight, i) for i, e in enumerate(events) if (weight := _weight(o, e))]
    chosen = sorted(i for _w, i in sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:LINES])
    places = {id(event): place for place, event in enumerate(o.log)}
    lines += [telling(o, picks, places[id(e)], _event(o, e)) for e in (events[i] for i in chosen)]
    kept = sum(isinstance(e, PledgeSettled) and e.kept for e in events)
    if kept:
        line = plural("{count} promise was kept.", "{count} promises were kept.", kept)
        lines.append(Text(line, size="small", tone="yes"))
    if left := len(weighed) - len(chosen):
        more = _("and {n} more, in the log").format(n=left)
        lines.append(Text(more, size="small", tone="muted"))
    if not lines:
        lines.append(Text(_("Nothing that changed the course."), tone="muted"))
    return Panel(_("What happened"), tuple(lines), name="happened", gap=5)


def _weight(o: Observation, event: Event) -> int:
    """Return how much an event matters to the course; 0 for what is told elsewhere."""
    match event:
        case PledgeSettled(kept=kept):
            return 0 if kept else 9
        case WordingReopened():
            return 8
        case (
            Tally() | VetoPaid() | Occur() | Respond() | WordBroken() | BreakSilence() | Withdraw()
        ):
            return 9
        case Amend() | Divide() | Move() | PointOfOrder() | Rule() | Table() | SilenceKept():
            return 7
        case Insist() | Object() | Second() | Silence():
            return 5
        case Sight() | StatementIssued() | Block() | Warn() | CoSponsor():
            return 7
        case Say(seat=seat):
            return 6 if seat in o.scenario.permanent else 2
        case Grant() | Refuse():
            return 4
        case Ask() | DemandSight() | Oppose() | Back():
            return 3
        case AskIgnored():
            return 3
    return 0


def _rewritten(o: Observation, scene: Scene) -> list[Widget]:
    """Return what became of the text in the versions shown at this point."""
    shown = sum(isinstance(e, Circulate | PutInBlue) for e in scene.events)
    last = len(scene.observation.record.showings)
    out: list[Widget] = []
    for number in range(last - shown, last):
        before = o.versions[number - 1].clauses if number else {}
        changes = words.diff(o.scenario, before, o.versions[number].clauses) if number else ()
        title = _("Revision {n}").format(n=number + 1)
        if not number:
            count = len(o.versions[0].clauses)
            line = _("{title}: the opening text, {count} paragraphs").format(
                title=title, count=count
            )
            out.append(Text(line, size="small", bold=True))
            continue
        out.append(Text(title, size="small", bold=True))
        for change in changes[:LINES]:
            sign = {"+": SIGNS["up"], "-": SIGNS["down"]}.get(change.sign, "±")
            out.append(Text(f"{sign} {change.text}", size="small", font="serif"))
        if not changes:
            out.append(Text(_("the same words, shown to more"), size="small", tone="muted"))
    return out


def _event(o: Observation, event: Event) -> Widget:
    seat = getattr(event, "seat", "")
    flag: Widget = Flag(seat, height=12) if seat in o.scenario.seats else Spacer(16, flex=0)
    line = words.say(event, o.scenario, record=o.record)
    return Row((flag, Text(capital(line), size="small", flex=1)), gap=8)


def _stood(scene: Scene, eyes: Seat) -> Widget:
    o = scene.observation
    found = scene.estimate
    lines = []
    for seat in o.scenario.seats:
        bar: Widget = chance_bar(found, seat, thickness=7) if found else Spacer(0, flex=0)
        share = f"{round(100 * found.yes[seat])}" if found else ""
        lines.append(
            Entry(
                (
                    Flag(seat, height=12),
                    Text((Run(seat_name(o, seat), bold=seat == eyes),), size="small", nowrap=True),
                    phrase_badge(o, seat, short=True),
                    bar,
                    Text(share, size="small", nowrap=True),
                )
            )
        )
    tracks = (Track(), Track(flex=1), Track(), Track(least=60), Track(align="end", least=26))
    return Panel(
        _("How it stood: phrases, and the chance of a yes"),
        (widgets.Table(tracks, lines, lead=1, gap=8),),
        name="stood",
    )
