"""The debrief: how it came about, what was expected, what was hidden, and whom to play next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.engine.observation import Observation
from game.engine.terms import TARGET, Phase
from game.ui.abroad.chain import follows
from game.ui.ending.aims import aims_panel
from game.ui.ending.months import lasted, months
from game.ui.ending.reveal import instructions, next_panel, plan
from game.ui.ending.story import story, turning_words
from game.ui.ending.verdict import comparison, expected_and_came, promises
from game.ui.ending.voices import trade_named
from game.ui.messages import GoOn, Leave, Pick, Picks, Show, WriteRecord
from game.ui.parts.frame import frame
from game.ui.target import ending
from game.ui.voting.result import aftermath_of_vote
from game.ui.widgets import Button, Column, Panel, Row, Text, Widget
from game.words import _
from game.words.language import later

TITLE = later("Debrief")
TABS: Mapping[str, str] = {
    "got": later("What you got"),
    "sitting": later("The sitting"),
    "vote": later("The vote"),
    "text": later("The text"),
    "months": later("The months after"),
    "hidden": later("What was hidden"),
}

WHY = later("the log, in which each line tells why it was done")
RECORD = later(
    "the texts, votes and explanations as a file beside the saves, marked as a simulation"
)


def available(observation: Observation | None) -> bool:
    """Tell whether the sitting is over."""
    return observation is not None and observation.phase is Phase.OVER


def view(observation: Observation, picks: Picks) -> Widget:
    """Show one of the pages about the sitting."""
    o = observation
    at = picks.get("page", "got")
    pages: Mapping[str, Callable[[Observation, Picks], Widget]] = {
        "got": _got,
        "sitting": story,
        "vote": _vote,
        "text": _text,
        "months": lambda o, _picks: months(o),
        "hidden": _hidden,
    }
    titles = {id: _(title) for id, title in TABS.items() if id != "months" or lasted(o)}
    at = at if at in titles else "got"
    tabs = Row(
        tuple(
            Button(title, Pick("page", id), look="tab", selected=id == at, name=f"page {id}")
            for id, title in titles.items()
        ),
        gap=6,
        wrap=True,
    )
    order = list(titles)
    onward: Widget = Button(
        _("To the title"), Leave(), key=picks.key("on"), look="primary", name="leave"
    )
    if follows(o):
        label = _("The next sitting")
        onward = Button(label, GoOn(), key=picks.key("on"), look="primary", name="go on")
    if at != order[-1]:
        following = order[order.index(at) + 1]
        onward = Button(
            _("Next: {page}").format(page=titles[following]),
            Pick("page", following),
            key=picks.key("on"),
            look="primary",
            name="next page",
        )
    acts = (
        onward,
        Button(_("The echo again"), Show("echo"), name="to echo"),
        Button(_("Why they did it"), Show("log"), hint=_(WHY), name="to log"),
        Button(_("Write the record"), WriteRecord(), hint=_(RECORD), name="write record"),
    )
    can_leave = at != order[-1] or follows(o)
    end = (Button(_("Leave"), Leave(), look="ghost", name="leave now"),) if can_leave else ()
    return frame(
        o,
        picks,
        Column((tabs, pages[at](o, picks)), gap=12, pad=4),
        acts=acts,
        end=end,
        scroll=True,
    )


def _got(o: Observation, picks: Picks) -> Widget:
    turn = Panel(
        _("Where it was decided"), (Text(turning_words(o), font="serif", size="lead"),), name="turn"
    )
    if o.seat == TARGET:
        return Column((trade_named(o), ending.got(o, turn)), gap=16)
    seat = o.seat if o.seat in o.scenario.seats else o.scenario.penholder
    return Column(
        (
            trade_named(o),
            Row(
                (
                    Column((aims_panel(o, seat), next_panel(o)), gap=14, flex=6, min_width=340),
                    Column((turn, promises(o)), gap=14, flex=6, min_width=340),
                ),
                gap=14,
                align="start",
            ),
        ),
        gap=16,
    )


def _vote(o: Observation, picks: Picks) -> Widget:
    return Row(
        (
            Column((expected_and_came(o),), flex=6, min_width=340),
            Column((promises(o), aftermath_of_vote(o, picks)), gap=14, flex=6, min_width=340),
        ),
        gap=14,
        align="start",
    )


def _text(o: Observation, picks: Picks) -> Widget:
    return comparison(o)


def _hidden(o: Observation, picks: Picks) -> Widget:
    return Column(
        (
            Row(
                (
                    Column((plan(o),), flex=6, min_width=340),
                    Column((next_panel(o),), flex=6, min_width=340),
                ),
                gap=14,
                align="start",
            ),
            instructions(o),
        ),
        gap=14,
    )
