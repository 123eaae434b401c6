"""The bar on top: the game, the date, the beats, the screens, and whose seat this is."""

from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.messages import Picks
from game.ui.parts.footer import go
from game.ui.widgets import Column, Divider, Flag, Row, Run, Spacer, Text, Widget
from game.words.language import _, later

BEATS = {
    Phase.ALARM: later("Alarm"),
    Phase.SOUNDINGS: later("Soundings"),
    Phase.TEXT: later("Text"),
    Phase.SQUEEZE: later("Squeeze"),
    Phase.BLUE: later("Blue"),
    Phase.VOTE: later("Vote"),
    Phase.ECHO: later("Echo"),
}
DAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)
SCREENS = (
    ("chamber", later("Chamber")),
    ("desk", later("Desk")),
    ("corridor", later("Corridor")),
    ("world", later("World")),
    ("log", later("Log")),
)


def header(observation: Observation, picks: Picks) -> Widget:
    """Return the bar on top of every screen of a sitting."""
    tabs = Row(tuple(go(picks, screen, _(label), look="tab") for screen, label in SCREENS), gap=4)
    if picks.house.is_narrow:
        top = Row((brand(), Spacer(), _whose(observation, picks)), gap=14)
        when = Row((_when(observation), Spacer(), tabs), gap=14, wrap=True)
        return Column((top, when, Divider()), gap=6)
    bar = Row(
        (brand(), _when(observation), Spacer(), tabs, Spacer(), _whose(observation, picks)), gap=22
    )
    return Column((bar, Divider()), gap=10)


def brand() -> Widget:
    """Return the name of the game."""
    return Text((Run("In "), Run("Blue", tone="accent")), size="title", font="serif", nowrap=True)


def date_line(observation: Observation) -> str:
    """Return the date of the sitting's day, in words."""
    day = observation.scenario.date(observation.record.day)
    return _("{weekday} {day} {month} {year}").format(
        weekday=_(DAYS[day.weekday()]), day=day.day, month=_(MONTHS[day.month - 1]), year=day.year
    )


def _when(observation: Observation) -> Widget:
    return Column(
        (
            Text(date_line(observation), bold=True, nowrap=True),
            Text(tuple(_beats(observation)), size="small", nowrap=True),
        ),
        gap=2,
    )


def _beats(observation: Observation) -> list[Run]:
    o = observation
    order = list(BEATS)
    at = order.index(o.phase) if o.phase in order else len(order) if o.phase is Phase.OVER else -1
    out: list[Run] = []
    for place, (phase, name) in enumerate(BEATS.items()):
        if out:
            out.append(Run("  ·  ", tone="line"))
        if place < at:
            out.append(Run(f"✓ {_(name)}", tone="muted"))
        elif place > at:
            out.append(Run(_(name), tone="muted"))
        elif phase is Phase.SQUEEZE:
            words = _("Squeeze {round} of {rounds}")
            now = words.format(round=o.round, rounds=o.scenario.rounds)
            out.append(Run(now, bold=True, tone="accent"))
        else:
            out.append(Run(_(name), bold=True, tone="accent"))
    return out


def _whose(observation: Observation, picks: Picks) -> Widget:
    o = observation
    if not o.seat:
        return Text(_("What everybody knows"), tone="muted")
    roles = [_("you hold the pen")] if o.is_pen else []
    if o.scenario.president(o.record.day) == o.seat:
        roles.append(_("you preside"))
    if not roles:
        roles.append(
            _("permanent member") if o.seat in o.scenario.permanent else _("elected member")
        )
    if picks.house.saved:
        roles.append(_("saved {time}").format(time=picks.house.saved))
    name = o.scenario.delegation(o.seat).short
    return Row(
        (
            Flag(o.seat, name, height=30),
            Column(
                (
                    Text(name, bold=True, nowrap=True),
                    Text(" · ".join(roles), size="small", tone="muted"),
                ),
                gap=1,
            ),
        ),
        gap=10,
    )
