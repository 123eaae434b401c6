"""Four voices after the vote, each citing a paragraph, and the name of the trade."""

from __future__ import annotations

import re

from game import words
from game.engine.events import TradeNamed, VoiceHeard
from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.ending.answer import last_text, year
from game.ui.widgets import Animated, Card, Column, Grid, Text, Tone, Widget
from game.words import _, capital
from game.words.language import later

TONES: dict[str, Tone] = {"for": "yes", "against": "no", "aid": "abstain", "town": "accent"}
MEASURED = later(
    "What is banned of all trade, weighed: 0 is open trade, 100 a closed border. As enforced: "
    "the part of it that is really stopped, in the last month."
)
_QUOTED = re.compile(r'"([^"]*)"')
_OPENS = re.compile(r"((?:^|[.!?]\s+)[\"“]?)\{paragraph\}")


def spoken(o: Observation, event: VoiceHeard) -> str:
    """Return what a voice says, with the paragraph that it cites."""
    voice = o.scenario.voices[event.line]
    cited = words.paragraph(o.scenario, last_text(o), voice.measure)
    text = _OPENS.sub(lambda hit: hit.group(1) + capital(cited), voice.text)
    return _QUOTED.sub("“\\1”", text.replace("{paragraph}", cited))


def voices(o: Observation) -> Widget | None:
    """Return the four voices side by side."""
    found = [e for e in o.log if isinstance(e, VoiceHeard)]
    if not found:
        return None
    cards = tuple(
        Animated(
            f"voice {event.who}",
            Card(
                (
                    Text(words.voice(event.who), size="label", tone="muted"),
                    Text(spoken(o, event), font="serif", size="body"),
                ),
                accent=TONES.get(event.who, "accent"),
                edge="left",
                surface="panel",
                pad=16,
                gap=8,
                name=f"voice of {event.who}",
            ),
            delay_ms=300 * number,
        )
        for number, event in enumerate(found)
    )
    return Grid(cards, cell=250, gap=14)


def _pressure(o: Observation, found: TradeNamed) -> str:
    """Return how hard the text presses; of one that failed, how hard it would on paper."""
    if o.tally is None or not o.tally.adopted:
        return words.pressure(found.paper)
    months = year(o)
    return words.pressure(found.paper, months.enforced[-1] if months else None)


def trade_named(o: Observation) -> Widget:
    """Return the title of the bargain that was struck, and one sentence; never a grade."""
    found = next((e for e in reversed(o.log) if isinstance(e, TradeNamed)), None)
    if found is None or found.line >= len(o.scenario.trades):
        line = _("The year passes; the answer comes.")
        if o.phase is Phase.OVER:
            line = _("The sitting is over.")
        return Text(line, size="title", font="serif", align="center")
    trade = o.scenario.trades[found.line]
    votes = _("{votes} votes in favour · {pressure}").format(
        votes=found.votes, pressure=_pressure(o, found)
    )
    return Column(
        (
            Text(trade.title, size="display", font="serif", align="center"),
            Text(trade.text, size="lead", font="serif", italic=True, align="center"),
            Text(votes, size="small", tone="muted", align="center", hint=_(MEASURED)),
        ),
        gap=6,
    )
