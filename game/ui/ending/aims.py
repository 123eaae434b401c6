"""What a capital wanted and what it got: aims met or missed, never a grade."""

from __future__ import annotations

from game import words
from game.engine import course, opinion
from game.engine.observation import Observation
from game.engine.scenario import Aim
from game.engine.terms import Seat
from game.engine.text import standing_lost
from game.ui.ending.answer import final_text
from game.ui.widgets import SIGNS, Panel, Row, Run, Text, Tone, Widget
from game.words import _, capital


def is_met(o: Observation, seat: Seat, aim: Aim) -> bool:
    """Tell whether an aim of a seat is met by how the sitting ended."""
    return course.reached(o, seat, aim, final_text(o))


def aims_of(o: Observation, seat: Seat) -> tuple[opinion.Wanted, ...]:
    """Return what a capital wanted in the end, heaviest first: its brief, and what it cabled."""
    return opinion.wanted_by(o.scenario, seat, o.revealed.get(seat))


def met_and_all(o: Observation, seat: Seat) -> tuple[int, int]:
    """Return how many aims of a seat are met, and how many it had."""
    aims = aims_of(o, seat)
    return sum(is_met(o, seat, it.aim) for it in aims), len(aims)


def lines_crossed(o: Observation, seat: Seat) -> tuple[str, ...]:
    """Return the measures in which the adopted text crosses a red line of a seat."""
    text = final_text(o)
    dealt = o.revealed.get(seat)
    if not text or dealt is None:
        return ()
    found = opinion.own_reasons(o.scenario, seat, dealt.variant, text, o.record.stock)
    return tuple(r.cause for r in found if r.key == "red_line")


def lost(o: Observation, seat: Seat) -> tuple[str, ...]:
    """Return what a seat lost, in words: by its draft, silence, vetoes, with everybody."""
    draft, silence, vetoes = standing_lost(o.scenario, o.record, seat, defeated=is_defeated(o))
    told = (
        (draft, _("Standing lost with the draft: {points}")),
        (silence, _("Goodwill lost by breaking silence: {points}")),
        (vetoes, _("Standing lost by a veto: {points}")),
        (
            course.shared_loss(o.scenario, o.record),
            _("Lost by everybody, at the last rung of the ladder: {points}"),
        ),
    )
    return tuple(line.format(points=points) for points, line in told if points)


def is_defeated(o: Observation) -> bool:
    """Tell whether a text was put to the vote and failed."""
    return o.tally is not None and not o.tally.adopted


def aims_panel(o: Observation, seat: Seat) -> Widget:
    """Return every aim of a seat with whether it was met, heaviest first."""
    s = o.scenario
    lines: list[Widget] = []
    if seat in o.scores:
        lines.append(Text(capital(words.score(o.scores[seat])) + ".", font="serif", size="lead"))
    for it in aims_of(o, seat):
        met, cabled = is_met(o, seat, it.aim), words.cabled(s, it)
        tone: Tone = "yes" if met else "no"
        lines.append(
            Row(
                (
                    Text(SIGNS["yes"] if met else SIGNS["no"], tone=tone, bold=True, width=18),
                    Text(
                        (
                            Run(capital(words.aim(s, it.aim))),
                            *((Run(f"  {cabled}", tone="muted"),) if cabled else ()),
                        ),
                        flex=1,
                    ),
                    Text(_("met") if met else _("missed"), size="small", tone=tone),
                ),
                gap=8,
            )
        )
    for measure in lines_crossed(o, seat):
        line = _("A red line was crossed: {measure}").format(measure=words.measure(s, measure))
        lines.append(Text(f"{SIGNS['no']} {line}", tone="no", bold=True))
    lines += [Text(f"{SIGNS['no']} {line}", tone="no") for line in lost(o, seat)]
    mine = seat == o.seat
    name = words.the(s, seat)
    title = _("What your capital wanted") if mine else _("What {seat} wanted").format(seat=name)
    return Panel(title, tuple(lines), name="aims", gap=6)
