"""The world as it stands: what the target is likely to do, the ladder, and the slow numbers."""

from __future__ import annotations

from game import words
from game.engine.observation import Observation
from game.ui.parts.estimate import responses, text_in_hand
from game.ui.parts.signs import percent
from game.ui.widgets import (
    SIGNS,
    Badge,
    Bar,
    Column,
    Panel,
    Row,
    Run,
    Segment,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital

SHOWN = 7
"""Answers of the target, likeliest first."""
RUNGS = 6
WHOLE = 1000
_TONES: dict[str, Tone] = {"good": "yes", "neutral": "abstain", "bad": "no"}


def likely(o: Observation) -> Widget:
    """Return what the target is likely to do, from the signs this seat has."""
    target = o.scenario.target
    by_id = {r.id: r for r in target.responses}
    says = _("If the text in hand were the last word, and as far as the signs show:")
    if text_in_hand(o) is None:
        says = _("If no text came of it, and as far as the signs show:")
    lines: list[Widget] = [Text(says, size="small", tone="muted")]
    for id, weight in responses(o)[:SHOWN]:
        response = by_id[id]
        tone = _TONES[response.tone]
        chance = percent(weight / WHOLE)
        rung = _("rung {number}").format(number=response.rung)
        title = (
            Run(f"{SIGNS.get(tone, '')} ", tone=tone),
            Run(response.title),
            Run(f"  {rung}", tone="muted"),
        )
        bar = Bar((Segment(tone, weight),), WHOLE, text=chance, thickness=6)
        line = Row((Text(title, flex=1), Text(chance, bold=True)), gap=8)
        lines.append(Column((line, bar), gap=3))
    title_line = _("What {capital} weighs").format(capital=target.capital)
    return Panel(title_line, tuple(lines), name="likely", gap=10)


def ladder_now(o: Observation) -> Widget:
    """Return the ladder of escalation with where things stand, and the slow numbers today."""
    now = o.indicators.get("escalation", 0)
    lines: list[Widget] = []
    for rung in reversed(range(RUNGS)):
        here = rung == now
        name = capital(words.rung(rung))
        lines.append(
            Row(
                (
                    Text(str(rung), size="small", tone="muted", width=16),
                    Text(name, bold=here, tone="text" if here else "muted", flex=1),
                    Badge(_("now"), "abstain") if here else None,
                ),
                gap=8,
            )
        )
    lines.append(Spacer(6, flex=0))
    lines.append(Text(_("As it stands now, 0 to 100"), size="label", tone="muted"))
    lines += [_slow(o, key) for key in ("threat", "trust", "hardship", "programme")]
    return Panel(_("The ladder"), tuple(lines), name="ladder", gap=6)


def _slow(o: Observation, key: str) -> Widget:
    """Return one of the slow numbers today, with what it was when the sitting began."""
    value, start = o.indicators.get(key, 0), o.scenario.target.indicators.get(key, 0)
    tone: Tone = "yes" if key == "trust" else "abstain"
    name = capital(words.indicator(key))
    if key == "hardship":
        name = _("Hardship in the country")
    runs = [Run(name)]
    if value != start:
        was = _("{start} when the sitting began").format(start=start)
        runs.append(Run(f"  {was}", tone="muted"))
    line = Row((Text(tuple(runs), size="small", flex=1), Text(str(value), size="small", bold=True)))
    return Column((line, Bar((Segment(tone, value),), 100, text=str(value), thickness=5)), gap=2)
