"""The world before the vote: what happened, the signs seen, and who would enforce."""

from __future__ import annotations

from game.engine import pressure
from game.engine.actions import Occur
from game.engine.observation import Observation
from game.engine.terms import Ballot
from game.ui.parts.estimate import text_in_hand
from game.ui.widgets import (
    Bar,
    Column,
    Flag,
    Panel,
    Row,
    Run,
    Segment,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _


def signs(o: Observation) -> Widget:
    """Return the incidents and the signs seen so far: all of them public."""
    target = o.scenario.target
    happened = {e.incident for e in o.log if isinstance(e, Occur)}
    lines: list[Widget] = []
    for incident in o.scenario.incidents:
        if incident.id in happened:
            lines += [
                Text(incident.title, size="heading", font="serif"),
                Text(incident.text, font="serif"),
            ]
    texts = {c.id: c.text for c in target.clues}
    seen = [texts[id] for id in o.record.clues if id in texts]
    lines.append(Text(_("Signs of what is planned"), size="label", tone="muted"))
    lines += [Text(f"· {text}", font="serif") for text in seen]
    if not seen:
        lines.append(Text(_("None so far."), tone="muted"))
    return Panel(_("What has happened"), tuple(lines), name="signs", gap=8)


def gates(o: Observation) -> Widget:
    """Return who would carry the text out, and what is left of it at the border."""
    s, text = o.scenario, text_in_hand(o)
    draft = text if text is not None else {}
    paper = pressure.paper_of(s, draft)
    everybody = dict.fromkeys(s.seats, Ballot.YES)
    wills = {
        e.id: pressure.will_of(s, e, draft, everybody if text else {}, {}, o.record.stock)
        for e in s.enforcers
    }
    done = pressure.year_at_the_border(s, draft, wills)[1][-1]
    says = _("On paper {paper} of 100; at the border, after a year, {done}.").format(
        paper=paper, done=done
    )
    note = _("if all fifteen voted for the text in hand") if text else _("of what is in force")
    lines: list[Widget] = [
        Text(says, font="serif", size="lead"),
        Text(note, size="small", tone="muted"),
    ]
    for e in sorted(s.enforcers, key=lambda e: -e.share):
        will = wills[e.id]
        tone: Tone = "yes" if will >= 650 else "abstain" if will >= 400 else "no"
        share = _("{n} % of the trade").format(n=f"{e.share / 10:.0f}")
        lines.append(
            Column(
                (
                    Row(
                        (
                            Flag(e.seat, height=12) if e.seat else Spacer(16, flex=0),
                            Text(
                                (Run(e.name), Run(f"  {share}", tone="muted")), size="small", flex=1
                            ),
                            Text(_("will {n} %").format(n=will // 10), size="small", tone=tone),
                        ),
                        gap=8,
                    ),
                    Bar((Segment(tone, will),), 1000, text=f"{will // 10} %", thickness=5),
                ),
                gap=2,
            )
        )
    return Panel(_("Who would carry it out"), tuple(lines), name="gates", gap=7)
