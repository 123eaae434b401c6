"""How a vote is explained: three readings that others remember, and one line of one's own."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from game import words
from game.engine.actions import NARROW, Explain, narrowable, readings
from game.engine.actions.vote import LONGEST_LINE
from game.engine.observation import Observation
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.footer import why_not
from game.ui.widgets import Button, Column, Field, Grid, Row, Spacer, Text, Widget
from game.words import _, editor
from game.words.readings import consequence

CLAUSE = "narrows"
"""What is picked: the clause that a narrow reading names."""


def explanation(o: Observation, picks: Picks, *, before: bool = False) -> Widget:
    """Return the field for one's own line, and the readings, each a button.

    before: the vote has not been taken; then there is no way to explain it by silence.
    """
    buttons = _choices(o, picks, before=before)
    if picks.house.is_tight and not before:
        buttons = tuple(it for it in buttons if not it.key)
    line = own_line(o, picks.get("line", ""))
    return Column((line, Grid(buttons, cell=250, gap=8), _clause(o, picks)), gap=8)


def _clause(o: Observation, picks: Picks) -> Widget | None:
    """Return which clause a narrow reading names, and the way to the next one."""
    of = narrowable(o.scenario, o.text(o.blue)) if o.blue and NARROW in readings(o, o.seat) else ()
    if not of:
        return None
    ring = ("", *of)
    now = _named(o, picks)
    label = _("A narrow reading of: {clause}").format(
        clause=words.measure(o.scenario, now) if now else _("the text as a whole")
    )
    after = ring[(ring.index(now) + 1) % len(ring)]
    return Button(label, Pick(CLAUSE, after), look="ghost", name="narrows")


def _named(o: Observation, picks: Picks) -> str:
    """Return the clause that a narrow reading would name; empty for the text as a whole."""
    named = picks.get(CLAUSE, "")
    return named if o.blue and named in narrowable(o.scenario, o.text(o.blue)) else ""


def at_hand(o: Observation, picks: Picks) -> Button | None:
    """Return the reading that Enter stands for, which stays below the screen in large text."""
    if not picks.house.is_tight:
        return None
    main = next((it for it in _choices(o, picks, before=False) if it.key), None)
    return evolve(main, look="primary", note="", hint=main.note) if main else None


def _choices(o: Observation, picks: Picks, *, before: bool) -> tuple[Button, ...]:
    """Return the readings, each a button; Enter is for what was promised, else for silence."""
    line = picks.get("line", "")
    fault = unfit(line)
    choices = readings(o, o.seat) if before else (*readings(o, o.seat), "")
    owed = promised(o)
    main = next(iter(owed), "")
    buttons = []
    for reading in choices:
        about = _named(o, picks) if reading == NARROW else ""
        action = Explain(o.seat, reading, "" if fault else line.strip(), about)
        why = why_not(o, Explain(o.seat, reading)) or fault
        quiet = reading == "" and not before
        label = words.capital(words.read(o.scenario, reading, about))
        if quiet and line.strip():
            label = _("Only your own line")
        buttons.append(
            Button(
                label,
                Steps((action, Pick("line", ""), Pick("raise", ""))),
                key=picks.key("main") if reading == main and not before else "",
                look="card",
                note=_note(o, reading, owed),
                disabled=why,
                name=f"explain {reading or 'silence'}",
            )
        )
    return tuple(buttons)


def _note(o: Observation, reading: str, owed: Mapping[str, str]) -> str:
    """Return what comes of a reading, and to whom it was promised."""
    return "; ".join(part for part in (owed.get(reading, ""), consequence(o, reading)) if part)


def promised(o: Observation) -> Mapping[str, str]:
    """Return the readings that this seat has promised, each with to whom, in words."""
    return {
        p.reading: _("promised to {seat}").format(seat=words.the(o.scenario, p.to))
        for p in o.record.pledges
        if p.by == o.seat and p.status == "open" and p.reading
    }


def own_line(o: Observation, line: str) -> Widget:
    """Return the field for one sentence of one's own, its length, and what editors would say."""
    left = _("{n} of {most}").format(n=len(line.strip()), most=LONGEST_LINE)
    fault = unfit(line)
    return Column(
        (
            Field(
                line,
                Pick("line"),
                label=_("In your own words"),
                placeholder=_("one sentence, for the record; never scored"),
                name="own line",
            ),
            Row(
                (
                    Text(fault, size="small", tone="no") if fault else None,
                    Spacer(),
                    Text(left, size="small", tone="no" if fault else "muted"),
                )
            ),
            *(Text(said, size="small", tone="muted") for said in editor.on_line(o.scenario, line)),
        ),
        gap=3,
    )


def unfit(line: str) -> str:
    """Return why a line cannot go on record; empty if it can."""
    if len(line.strip()) > LONGEST_LINE:
        return _("too long for the record; shorten it")
    if line.strip() and not line.strip().isprintable():
        return _("it has a sign that cannot be printed")
    return ""
