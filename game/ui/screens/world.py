"""The world: what the target weighs, what would cross the border, what each missile means."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game import words
from game.engine.abroad import indicators
from game.engine.observation import Observation
from game.engine.terms import TARGET, Phase
from game.ui.abroad import border, missiles, reading, weighing
from game.ui.abroad.chain import campaign
from game.ui.drafting.effects import strain
from game.ui.messages import Pick, Picks
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.frame import back_to_play, frame
from game.ui.screens import echo
from game.ui.widgets import Bar, Button, Column, Panel, Row, Segment, Text, Tone, Widget
from game.words import _, capital
from game.words.language import later

TITLE = later("World")
PAGES: Mapping[str, str] = {
    "mind": later("What {capital} weighs"),
    "border": later("What crosses the border"),
    "missiles": later("What each missile means"),
    "campaign": later("The campaign"),
}
OTHERS = later("What others make of you")
"""What the first page is called where the target itself looks."""
SLOW = ("threat", "trust", "hardship", "programme")


def available(observation: Observation | None) -> bool:
    """Tell whether something has happened outside."""
    return observation is not None and observation.phase is not Phase.DEAL


def view(observation: Observation, picks: Picks) -> Widget:
    """Show the world as far as this seat knows it; after the vote, its echo."""
    o = observation
    if echo.available(o):
        return echo.view(o, picks)
    return frame(
        o,
        picks,
        Column((tabs(o, picks), page(o, picks)), gap=12),
        end=(back_to_play(o),),
        scroll=True,
    )


def tabs(o: Observation, picks: Picks) -> Widget:
    """Return the buttons of the three pages."""
    now = _page(o, picks)
    return Row(
        tuple(
            Button(
                _(OTHERS if o.seat == TARGET and id == "mind" else title).format(
                    capital=o.scenario.target.capital
                ),
                Pick("abroad", id),
                look="tab",
                selected=id == now,
                name=f"abroad {id}",
            )
            for id, title in PAGES.items()
            if id in _pages(o)
        ),
        gap=6,
        wrap=True,
    )


def page(o: Observation, picks: Picks) -> Widget:
    """Return the page that is looked at."""
    return _pages(o)[_page(o, picks)](o, picks)


def _pages(o: Observation) -> Mapping[str, Callable[[Observation, Picks], Widget]]:
    """Return the pages that there are in this sitting."""
    target = o.scenario.target
    there = {
        "mind": (_mind, True),
        "border": (_border, bool(target.flows)),
        "missiles": (_missiles, any(r.shot for r in target.responses)),
        "campaign": (_campaign, o.scenario.campaign is not None),
    }
    return {id: draw for id, (draw, has) in there.items() if has}


def _page(o: Observation, picks: Picks) -> str:
    at = picks.get("abroad", "mind")
    return at if at in _pages(o) else "mind"


def _if(o: Observation) -> str:
    """Return under which condition a forecast holds."""
    if text_in_hand(o) is None:
        return _("If no text came of it, and as far as the signs show:")
    return _("If the text in hand were the last word, and as far as the signs show:")


def _mind(o: Observation, picks: Picks) -> Widget:
    capital_ = o.scenario.target.capital
    likely = weighing.likely(
        reading.acts(o),
        title=_("What others may expect") if o.seat == TARGET else _("What is likely"),
        says=_if(o),
    )
    own = o.seat == TARGET
    says = (
        _("What {capital} weighs, as the signs let others think")
        if own
        else _("What {capital} weighs")
    )
    weighs = weighing.weighs(reading.loads(o), title=says.format(capital=capital_))
    happened = tuple(
        Column((Text(title, size="heading", font="serif"), Text(text, font="serif")), gap=3)
        for title, text in reading.happened(o)
    )
    seen = weighing.signs(
        reading.signs(o), title=_("Signs of what is planned"), ends=(_("first day"), _("today"))
    )
    ladder = weighing.ladder(reading.rungs(o), title=_("The ladder"))
    news = Panel(_("What has happened"), happened, name="happened") if happened else None
    return Row(
        (
            Column((weighs, news), gap=14, flex=5, min_width=340),
            Column((likely, seen), gap=14, flex=5, min_width=340),
            Column((ladder, _slow(o)), gap=14, flex=4, min_width=300),
        ),
        gap=14,
        align="start",
    )


def _slow(o: Observation) -> Widget:
    """Return the slow numbers today, with what they were when the sitting began."""
    lines: list[Widget] = []
    begun = indicators(o.begun)
    for key in SLOW:
        value, start = o.indicators.get(key, 0), begun.get(key, 0)
        tone: Tone = "yes" if key == "trust" else "abstain"
        moved = f"{start} → {value}" if value != start else str(value)
        name = Text(capital(words.indicator(key)), size="small", flex=1)
        line = Row((name, Text(moved, size="small", bold=True)), gap=8)
        bar = Bar((Segment(tone, value),), 100, text=moved, thickness=5)
        lines.append(Column((line, bar), gap=2))
    lines += strain(o, text_in_hand(o))
    return Panel(_("As it stands now, 0 to 100"), tuple(lines), name="slow numbers")


def _border(o: Observation, picks: Picks) -> Widget:
    pressed = reading.pressed(o)
    share = 100 * pressed.enforced[-1] // max(1, pressed.paper[-1])
    says = _("A year from now {share} % of what stands on paper would be carried out.")
    if not pressed.paper[-1]:
        says = _("On paper no trade is closed.")
    note = _("With all votes for the text in hand.") if text_in_hand(o) else _("As it is in force.")
    says = f"{says.format(share=share)} {note}"
    leaks: Widget | None = None
    chart: Widget
    if pressed.is_felt:
        title = _("Pressure, on paper and at the border")
        chart, leaks = border.pressure(pressed, title=title, says=says), border.leaks(pressed)
    else:
        chart = Column((Text(says, font="serif", size="lead"), _slow(o)), gap=10)
    flows = border.flows(
        reading.streams(o), title=_("What crosses, a year from now, by the starting figure")
    )
    gates = border.gates(reading.gates(o), title=_("Who would let it through"))
    return Column(
        (
            Row(
                (
                    Column((chart,), flex=7, min_width=360),
                    leaks and Column((leaks,), flex=3, min_width=260),
                    Column((gates,), flex=4, min_width=300),
                ),
                gap=14,
                align="stretch" if not picks.house.is_narrow else "start",
            ),
            flows,
        ),
        gap=14,
    )


def _missiles(o: Observation, picks: Picks) -> Widget:
    return missiles.missiles(
        reading.classes(o),
        title=_("How far, and what a test of that kind means"),
        home=o.scenario.target.capital,
        columns=6 if picks.house.room >= 1500 else 3 if picks.house.room >= 840 else 2,
    )


def _campaign(o: Observation, picks: Picks) -> Widget:
    return campaign(o, picks) or Column(())
