"""How far a delegation's word goes, in a gauge and in words, and what it has done to that."""

from __future__ import annotations

from collections.abc import Iterator

from game import words
from game.engine.observation import Observation
from game.engine.record import Pledge
from game.engine.terms import Seat
from game.ui.parts.seats import seat_name
from game.ui.widgets import Column, Meter, Row, Text, Tone, Widget
from game.words import _

DOTS = 10
SHOWN = 3
"""Events behind a credibility that are told one by one; the log has them all."""
DOUBTED, LOST = 70, 45
"""Credibility under which a word is doubted, and under which it is worth little."""


def tone_of(credibility: int) -> Tone:
    """Return the tone of a credibility; its words say the same."""
    return "yes" if credibility >= DOUBTED else "abstain" if credibility >= LOST else "no"


def trust(o: Observation, seat: Seat) -> Widget:
    """Return the gauge of a delegation's credibility, its words, and what is behind it."""
    found = o.record.trust(seat)
    says = words.credibility(found)
    gauge = Row(
        (
            Meter(round(found * DOTS / 100), DOTS, tone_of(found), look="dots", text=says),
            Text(says, size="small", flex=1),
        ),
        gap=8,
        hint=_(
            "Credibility {points} of 100: it falls when a word turns out not to be meant."
        ).format(points=found),
    )
    broken = tuple(breaches(o, seat))
    lines = tuple(Text(f"✕ {line}", size="small", tone="no") for line in broken[-SHOWN:])
    return Column((gauge, *lines), gap=3)


def breaches(o: Observation, seat: Seat) -> Iterator[str]:
    """Yield what a delegation said or promised and did not mean, as far as it is known."""
    s, r = o.scenario, o.record
    for heard in r.said:
        if heard.seat == seat and heard.unmasked:
            yield _("of version {number} it said “{phrase}” for effect").format(
                number=heard.version, phrase=words.phrase(heard.phrase)
            )
    for warned in r.warnings:
        if warned.seat == seat and warned.unmasked:
            line = _("warned of {clause}, and went along")
            if warned.moved:
                line = _("spoke of {clause}, and took it back without a cause")
            yield line.format(clause=words.clause(s, warned.measure, warned.level))
    for pledge in r.pledges:
        if pledge.by == seat and pledge.status == "broken":
            yield _broken(o, pledge)


def _broken(o: Observation, pledge: Pledge) -> str:
    to = _("you") if pledge.to == o.seat else seat_name(o, pledge.to)
    return _("broke its promise to {seat}: {what}").format(
        seat=to, what=words.term(o.scenario, pledge)
    )
