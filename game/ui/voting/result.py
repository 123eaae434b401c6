"""After the count: what the result is, why it failed, how it was explained."""

from __future__ import annotations

from game import words
from game.engine.actions import EXPLANATIONS, Explain
from game.engine.events import Missed, Tally, WordBroken
from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.messages import Picks, Show
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    Button,
    Column,
    Flag,
    Grid,
    Panel,
    Row,
    Run,
    Text,
    Tone,
    Widget,
)
from game.words import _


def headline(o: Observation, tally: Tally) -> Widget:
    """Return the result as the President announces it."""
    tone: Tone = "yes" if tally.adopted else "no"
    title = (
        _("The draft resolution is adopted")
        if tally.adopted
        else _("The draft resolution is not adopted")
    )
    return Column(
        (
            Text(title, size="title", font="serif", tone=tone, align="center"),
            Text(words.counted(tally, o.scenario), tone="muted", align="center"),
        ),
        gap=4,
    )


def aftermath_of_vote(o: Observation) -> Widget:
    """Return what follows from the count: why, broken words, explanations and one's own."""
    own = _own_explanation(o)
    panels = tuple(p for p in (_why_not(o), _broken(o), _explained(o)) if p is not None)
    if own is None:
        return Grid(panels, cell=300, gap=14)
    if not panels:
        return own
    # What is to be done comes first, with room for its words in one line each.
    return Row(
        (
            Column((own,), flex=5, min_width=420),
            Column((Grid(panels, cell=250, gap=14),), flex=6, min_width=300),
        ),
        gap=14,
        align="start",
    )


def _why_not(o: Observation) -> Widget | None:
    found = next((e for e in reversed(o.log) if isinstance(e, Missed)), None)
    if found is None:
        return None
    short = [
        Row(
            (
                Flag(seat, height=14),
                Text(seat_name(o, seat), flex=1),
                Text(
                    _("{n} points short").format(n=points) if points else _("had enough for a yes"),
                    tone="muted",
                ),
            ),
            gap=8,
        )
        for seat, points in sorted(found.short.items(), key=lambda item: item[1])
    ]
    if found.changes:
        lines: list[Widget] = [
            Text(_("This would have carried, and cost the pen least:"), tone="muted", size="small")
        ]
        for measure, level in found.changes.items():
            name = o.scenario.measure(measure).name
            label = level_name(o.scenario, measure, level)
            lines.append(Text((Run(name, bold=True), Run(f": {label}")), font="serif", tone="yes"))
    else:
        lines = [Text(_("No one or two changes of the text would have carried it."), tone="muted")]
    return Panel(_("Why it failed"), (*lines, Column(tuple(short), gap=3)), name="missed")


def _broken(o: Observation) -> Widget | None:
    found = [e for e in o.log if isinstance(e, WordBroken)]
    if not found:
        return None
    lines = tuple(
        Row(
            (
                Flag(e.seat, height=14),
                Text(
                    _("{seat} voted otherwise than it had said").format(seat=seat_name(o, e.seat)),
                    flex=1,
                ),
            ),
            gap=8,
        )
        for e in found
    )
    return Panel(_("Words broken"), lines, name="words broken")


def _own_explanation(o: Observation) -> Widget | None:
    if o.phase is not Phase.VOTE or o.seat not in o.scenario.seats or o.seat in o.explained:
        return None
    notes = {
        "wide": _("others will hold you to it"),
        "narrow": _("your own customs will read it just as narrowly"),
        "talks": _("for the record, and for whoever may quote it"),
        "": _("the vote speaks for itself"),
    }
    buttons = tuple(
        Button(
            words.capital(words.reading(reading)),
            Explain(o.seat, reading),
            look="card",
            note=notes[reading],
            disabled=why_not(o, Explain(o.seat, reading)),
            name=f"explain {reading or 'silence'}",
        )
        for reading in (*EXPLANATIONS, "")
    )
    lead = Text(_("How do you explain your vote?"), font="serif", size="lead")
    return Panel(_("Your explanation"), (lead, *buttons), name="explanation")


def _explained(o: Observation) -> Widget | None:
    if not o.explained:
        return None
    lines = tuple(
        Row(
            (
                Flag(seat, height=14),
                Text(
                    (Run(f"{seat_name(o, seat)}: ", bold=True), Run(words.reading(reading))),
                    size="small",
                    flex=1,
                ),
            ),
            gap=8,
        )
        for seat, reading in o.explained.items()
    )
    return Panel(_("How they explained it"), lines, name="explained", gap=5)


def go_on(o: Observation, picks: Picks) -> Button | None:
    """Return the button that leads on once the meeting is over."""
    if o.phase not in (Phase.ECHO, Phase.OVER):
        return None
    return Button(
        _("See what follows"), Show("echo"), key=picks.key("on"), look="primary", name="to echo"
    )
