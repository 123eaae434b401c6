"""Choose a seat: fifteen flags, a line each; more people, and how well computers play."""

import re

from game.engine.observation import Observation
from game.engine.scenario import Scenario
from game.engine.terms import TARGET, Seat
from game.ui.messages import NewGame, Pick, Picks, Show
from game.ui.widgets import (
    Badge,
    Button,
    Card,
    Choice,
    Column,
    Flag,
    Grid,
    Row,
    Run,
    Scroll,
    Text,
    Toggle,
    Widget,
)
from game.words.language import _, later

TITLE = later("Choose your seat")
LIVELY = later("a lively seat for a first game")
COMPUTERS = later("Quick computers look a change ahead; searching ones compare many texts first.")


def available(observation: Observation | None) -> bool:
    """Seats are chosen before a sitting."""
    return observation is None


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the choice of seats."""
    s = picks.house.scenario
    if s is None:
        return Text("")
    taken = chosen(picks)
    several = picks.get("several", False)
    order = sorted(
        s.playable, key=lambda seat: (seat == TARGET, seat not in s.lively, seat != s.penholder)
    )
    if several:
        what = _("{count} people, handing over at each turn").format(count=len(taken))
    elif taken:
        what = name_of(s, taken[0])
    else:
        what = _("Nobody sits anywhere yet")
    tight = picks.house.is_tight
    cards = Grid(tuple(_card(s, seat, picks) for seat in order), cell=280, gap=12)
    people = Toggle(_("More people at this screen"), several, Pick("several"), name="several")
    options = Row((people, _level(picks)), gap=16, wrap=tight)
    return Column(
        (
            Row(
                (
                    Column(
                        (
                            Text(_(TITLE), size="title", font="serif"),
                            Text(f"{s.title} · {s.summary}", tone="muted"),
                            Text(
                                (
                                    Run("★ ", tone="accent"),
                                    Run(_(LIVELY)),
                                    Run(f"  ·  {_(COMPUTERS)}", tone="muted"),
                                ),
                                size="small",
                            ),
                        ),
                        gap=2,
                        flex=1,
                    ),
                ),
                gap=20,
            ),
            Scroll("seats", Column((cards, options if tight else None), gap=14)),
            Row(
                (
                    None if tight else options,
                    Text(what, tone="muted", flex=1, align="end", min_width=160),
                    Button(
                        _("Back"), Show("title"), key=picks.key("back"), look="ghost", name="back"
                    ),
                    Button(
                        _("Begin"),
                        NewGame(),
                        key=picks.key("main"),
                        look="primary",
                        disabled="" if taken else _("choose a seat first"),
                        name="begin",
                    ),
                ),
                gap=16,
            ),
        ),
        gap=16,
        pad=24,
    )


def chosen(picks: Picks) -> tuple[Seat, ...]:
    """Return the seats that people take."""
    s = picks.house.scenario
    default: tuple[Seat, ...] = s.lively[:1] if s else ()
    return picks.get("seats", default)


def _card(s: Scenario, seat: Seat, picks: Picks) -> Widget:
    taken = chosen(picks)
    mine = seat in taken
    if picks.get("several", False):
        after = tuple(x for x in s.playable if (x in taken) != (x == seat))
    else:
        after = (seat,)
    # Pressed again, the seat that was picked begins the sitting.
    again = mine and not picks.get("several", False) and bool(picks.get("seats", ()))
    lively = seat in s.lively
    return Card(
        (
            Row(
                (
                    Flag(flag_of(s, seat), height=36),
                    Text(short_of(s, seat), size="lead", bold=True, nowrap=True, flex=1),
                    *_marks(s, seat),
                    Text("★", tone="accent", hint=_(LIVELY)) if lively else None,
                ),
                gap=8,
            ),
            Text(line(s, seat), tone="muted") if lively or mine or seat == TARGET else None,
        ),
        NewGame() if again else Pick("seats", after),
        accent="accent" if mine else "line",
        edge="left",
        surface="panel",
        selected=mine,
        pad=14,
        gap=10,
        label=", ".join([name_of(s, seat), *(_(LIVELY),) * lively, line(s, seat)]),
        hint="" if lively or mine else line(s, seat),
        name=f"seat {seat}",
    )


def _marks(s: Scenario, seat: Seat) -> tuple[Widget, ...]:
    """Return what sets a seat apart: the pen, a veto, the chair, or that it is no member."""
    if seat == TARGET:
        return (Badge(_("outside"), "muted"),)
    marks = (
        (seat == s.penholder, Badge(_("pen"), "accent")),
        (s.delegation(seat).permanent, Badge(_("veto"), "muted")),
        (seat == s.president(0), Badge(_("chair"), "muted")),
    )
    return tuple(badge for is_so, badge in marks if is_so)


def name_of(s: Scenario, seat: Seat) -> str:
    """Return the name of who sits in a seat, member or not."""
    return s.target.name if seat == TARGET else s.delegation(seat).name


def short_of(s: Scenario, seat: Seat) -> str:
    """Return the short name of a seat; the target goes by its capital."""
    return s.target.capital if seat == TARGET else s.delegation(seat).short


def flag_of(s: Scenario, seat: Seat) -> str:
    """Return whose flag a seat shows."""
    return s.target.id if seat == TARGET else seat


def line(s: Scenario, seat: Seat) -> str:
    """Return how a capital begins what it tells its mission: one sentence, or two short ones."""
    if seat == TARGET:
        return _("The text is about you. You look on from outside, and answer month by month.")
    sentences = re.split(r"(?<=[.!?])\s", s.briefs[seat].story)
    return sentences[0] if len(sentences[0]) > 40 else " ".join(sentences[:2])


def _level(picks: Picks) -> Widget | None:
    levels = picks.house.levels
    if len(levels) < 2:
        return None
    return Choice(
        _("Computers"),
        picks.get("level", levels[0][0]),
        levels,
        Pick("level"),
        name="level",
    )
