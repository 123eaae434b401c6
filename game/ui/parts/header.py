"""The bar on top: the game, the date, the beats, the screens, and whose seat this is."""

from collections.abc import Iterator

from game.engine.observation import Observation
from game.engine.terms import TARGET, Phase
from game.ui.messages import Menu, Picks
from game.ui.parts.footer import go
from game.ui.widgets import Button, Column, Divider, Flag, Row, Run, Spacer, Text, Widget
from game.words import _, beat, date, day, purpose
from game.words.drafting import by_date
from game.words.language import later

SHOWN = (
    Phase.ALARM,
    Phase.SOUNDINGS,
    Phase.TEXT,
    Phase.SQUEEZE,
    Phase.BLUE,
    Phase.VOTE,
    Phase.ECHO,
)
SCREENS = (
    ("chamber", later("Chamber")),
    ("desk", later("Desk")),
    ("corridor", later("Corridor")),
    ("world", later("World")),
    ("log", later("Log")),
)

LEAST = 760
"""Room below which the bar says no more than it must, design pixels."""
INSIDE = ("chamber", "desk", "corridor")
"""Screens of those who sit in the room."""


def header(observation: Observation, picks: Picks) -> Widget:
    """Return the bar on top of every screen of a sitting."""
    o = observation
    tabs = Row(tuple(go(picks, screen, label, look="tab") for screen, label in _tabs(o)), gap=2)
    if picks.house.is_narrow:
        if picks.house.is_tight:
            bar = Row((brand(), Spacer(), tabs, Spacer()), gap=8, wrap=True)
            line = Column((_line(o, picks),), flex=1)
            return Column((bar, Row((_flag(o), line, _menu()), gap=14), Divider()), gap=2)
        whose = Row((_flag(o), _menu()), gap=8)
        bar = Row((brand(), Spacer(), tabs, Spacer(), whose), gap=8, wrap=True)
        return Column((bar, _line(o, picks), Divider()), gap=5)
    bar = Row(
        (
            brand(),
            _when(observation, whole=picks.house.room >= 1400),
            Spacer(),
            tabs,
            Spacer(),
            Row((_whose(observation, picks), _menu()), gap=14),
        ),
        gap=22,
    )
    return Column((bar, Divider()), gap=8)


def _line(o: Observation, picks: Picks) -> Widget:
    """Return day, beat and role in one line; in the least room without what can be done without."""
    least = picks.house.room < LEAST
    runs = [Run(_today(o, whole=not least), bold=True), Run("  ·  ")]
    beat_ = _now(o) if least else _named(o)
    return Text((*runs, *beat_, *_roles(o, picks)), size="small")


def _tabs(o: Observation) -> Iterator[tuple[str, str]]:
    """Yield the screens that a seat goes to: the target has no seat in the room."""
    if o.seat == TARGET:
        yield "capital", o.scenario.target.capital
    for screen, label in SCREENS:
        if o.seat != TARGET or screen not in INSIDE:
            yield screen, _(label)


def _menu() -> Widget:
    return Button(_("Menu"), Menu(), look="ghost", name="menu button")


def brand() -> Widget:
    """Return the name of the game."""
    return Text((Run("In "), Run("Blue", tone="accent")), size="title", font="serif", nowrap=True)


def _when(observation: Observation, *, whole: bool) -> Widget:
    dated = observation.phase is Phase.SQUEEZE and by_date(observation.scenario, observation.record)
    return Column(
        (
            Text(_today(observation, whole=whole), bold=True, nowrap=True),
            Text(
                tuple(_beats(observation) if whole and not dated else _named(observation)),
                size="small",
                nowrap=True,
                hint=purpose(observation.scenario, observation.phase),
            ),
        ),
        gap=2,
    )


def _today(o: Observation, *, whole: bool) -> str:
    """Return the day; where there is little room, without the day of the week."""
    if whole:
        return day(o.scenario, o.record.day)
    return date(o.scenario.date(o.record.day))


def _beats(observation: Observation) -> list[Run]:
    o = observation
    ended = len(SHOWN) if o.phase is Phase.OVER else -1
    at = SHOWN.index(o.phase) if o.phase in SHOWN else ended
    out: list[Run] = []
    for place, phase in enumerate(SHOWN):
        name = beat(phase)
        if out:
            out.append(Run("  ·  ", tone="line"))
        if place < at:
            out.append(Run(f"✓ {name}", tone="muted"))
        elif place > at:
            out.append(Run(name, tone="muted"))
        else:
            out += _now(o)
    return out


def _now(observation: Observation) -> list[Run]:
    """Return the beat that is played."""
    o = observation
    words = beat(o.phase)
    if o.phase is Phase.SQUEEZE:
        words = _("Squeeze {round} of {rounds}").format(round=o.round, rounds=o.last_round)
    return [Run(words, bold=True, tone="accent")]


def _named(observation: Observation) -> list[Run]:
    """Return the beat that is played, with the word for it that everybody knows."""
    found = _now(observation)
    if observation.phase is Phase.SQUEEZE:
        o = observation
        says = by_date(o.scenario, o.record) or _("consultations")
        found.append(Run(f"  {says}", tone="muted"))
    return found


def _roles(observation: Observation, picks: Picks) -> list[Run]:
    return [Run(f"  ·  {role}", tone="muted") for role in _who_you_are(observation, picks)]


def _who_you_are(observation: Observation, picks: Picks) -> list[str]:
    o = observation
    roles = [_("you hold the pen")] if o.is_pen else []
    if o.seat and o.scenario.president(o.record.day) == o.seat:
        roles.append(_("you preside"))
    if o.seat == TARGET:
        roles.append(_("the text is about you"))
    elif o.seat and not roles:
        five = o.seat in o.scenario.permanent
        roles.append(_("permanent member") if five else _("elected member"))
    if picks.house.saved and picks.house.room >= LEAST:
        roles.append(_("saved {time}").format(time=picks.house.saved))
    return roles


def _flag(observation: Observation) -> Widget:
    o = observation
    if not o.seat:
        return Text(_("What everybody knows"), tone="muted", nowrap=True)
    code, name = _own(o)
    return Row((Flag(code, name, height=22), Text(name, bold=True, nowrap=True)), gap=8)


def _whose(observation: Observation, picks: Picks) -> Widget:
    o = observation
    if not o.seat:
        return Text(_("What everybody knows"), tone="muted")
    code, name = _own(o)
    roles = " · ".join(_who_you_are(o, picks))
    words = Column(
        (Text(name, bold=True, nowrap=True), Text(roles, size="small", tone="muted", nowrap=True)),
        gap=1,
    )
    return Row((Flag(code, name, height=30), words), gap=10)


def _own(o: Observation) -> tuple[str, str]:
    """Return the flag and the name of the seat that looks."""
    if o.seat == TARGET:
        return o.scenario.target.id, o.scenario.target.capital
    return o.seat, o.scenario.delegation(o.seat).short
