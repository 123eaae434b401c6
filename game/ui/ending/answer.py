"""What the target weighed and did, on the ladder of escalation, and what it changed."""

from __future__ import annotations

from collections.abc import Mapping

from game import words
from game.engine import pressure
from game.engine.events import Enforced
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.scenario import Response
from game.engine.terms import Ballot
from game.ui.parts.estimate import once
from game.ui.parts.signs import percent, signed
from game.ui.widgets import (
    SIGNS,
    Badge,
    Bar,
    Column,
    Divider,
    Panel,
    Row,
    Run,
    Segment,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital

RUNGS = 6
SHOWN = 6


def final_text(o: Observation) -> Draft:
    """Return the adopted text; without one, the regime before."""
    if o.tally is None or not o.tally.adopted:
        return {}
    return next((v.clauses for v in o.versions if v.number == o.blue), {})


def last_text(o: Observation) -> Draft:
    """Return the text that was voted on, or the last one this seat knows."""
    for version in reversed(o.versions):
        if version.number == o.blue or not o.blue:
            return version.clauses
    return {}


def year(o: Observation) -> Enforced | None:
    """Return what a year at the border made of the text, once it is known."""
    return next((e for e in reversed(o.log) if isinstance(e, Enforced)), None)


def odds(o: Observation) -> tuple[tuple[Response, int], ...]:
    """Return what it was likely to do after the vote, from the signs seen, per mille."""
    return once(o, "answer odds", lambda: _odds(o))


def _odds(o: Observation) -> tuple[tuple[Response, int], ...]:
    s, found = o.scenario, year(o)
    done = next((r for r in s.target.responses if r.id == o.response), None)
    before = {
        key: value - (done.effect.get(key, 0) if done else 0) for key, value in o.indicators.items()
    }
    text = final_text(o)
    lean = pressure.terms_of(
        before,
        found.enforced[2] if found else 0,
        o.tally.count(Ballot.YES) if o.tally else 0,
        len(s.seats),
        bool(o.tally and o.tally.adopted),
        pressure.talks_of(s, text),
    )
    weights = pressure.response_odds(s, lean, o.record.clues)
    ranked = sorted(s.target.responses, key=lambda r: -weights[r.id])
    return tuple((r, weights[r.id]) for r in ranked)


def tone_of(response: Response) -> Tone:
    """Return the colour of a response."""
    tones: Mapping[str, Tone] = {"good": "yes", "bad": "no"}
    return tones.get(response.tone, "abstain")


def weighed(o: Observation) -> Widget:
    """Return what the target weighed, as the signs let one expect, with what it did."""
    capital_ = o.scenario.target.capital
    ranked = odds(o)
    shown = list(ranked[:SHOWN])
    done = next((pair for pair in ranked if pair[0].id == o.response), None)
    if done is not None and done not in shown:
        shown[-1] = done
    top = max(1, *(weight for _response, weight in shown))
    lines: list[Widget] = []
    if done is not None:
        response = done[0]
        lines += [
            Text(response.title, size="title", font="serif", tone=tone_of(response)),
            Text(response.text, font="serif"),
            Divider(),
        ]
    lines.append(
        Text(_("What the signs let one expect, after this vote:"), size="small", tone="muted")
    )
    for response, weight in shown:
        lines.append(_expected(response, weight, top, did=response.id == o.response))
    return Panel(
        _("What {capital} weighed").format(capital=capital_)
        if done is None
        else _("What {capital} did").format(capital=capital_),
        tuple(lines),
        name="weighed",
        gap=7,
    )


def _expected(response: Response, weight: int, top: int, *, did: bool) -> Widget:
    sign = SIGNS.get(tone_of(response), "")
    return Column(
        (
            Row(
                (
                    Text(
                        (Run(f"{sign} ", tone=tone_of(response)), Run(response.title, bold=did)),
                        size="small",
                        flex=1,
                    ),
                    Badge(_("it did this"), "accent") if did else None,
                    Text(percent(weight / 1000), size="small", bold=did),
                ),
                gap=8,
            ),
            Bar(
                (Segment(tone_of(response), weight),),
                top,
                text=percent(weight / 1000),
                thickness=5,
            ),
        ),
        gap=2,
    )


def ladder(o: Observation) -> Widget:
    """Return the ladder of escalation in words: where it stood, and where the answer stands."""
    done = next((r for r in o.scenario.target.responses if r.id == o.response), None)
    before = o.scenario.target.indicators.get("escalation", 0)
    lines = []
    for rung in reversed(range(RUNGS)):
        here = done is not None and done.rung == rung
        marks = []
        if here:
            marks.append(Badge(_("the answer"), tone_of(done) if done else "accent"))
        if rung == before:
            marks.append(Badge(_("before the text"), "muted"))
        lines.append(
            Row(
                (
                    Text(str(rung), size="small", tone="muted", width=16),
                    Text(
                        capital(words.rung(rung)),
                        size="small",
                        bold=here,
                        tone="text" if here else "muted",
                        flex=1,
                    ),
                    *marks,
                ),
                gap=8,
            )
        )
    return Panel(_("The ladder"), tuple(lines), name="ladder", gap=5)


def changes(o: Observation) -> Widget:
    """Return what moved: hardship, trust, threat and the programme, before and after."""
    start = o.scenario.target.indicators
    lines: list[Widget] = []
    for key in ("hardship", "trust", "threat", "programme"):
        was, now = start.get(key, 0), o.indicators.get(key, 0)
        better = (now > was) == (key == "trust")
        tone: Tone = "muted" if was == now else "yes" if better else "no"
        runs: tuple[Run, ...] = (Run(f"{was} → ", tone="muted"), Run(str(now), bold=True))
        if was == now:
            runs = (Run(str(now)),)
        lines.append(
            Row(
                (
                    Text(capital(words.indicator(key)), size="small", flex=1),
                    Text(runs, size="small"),
                    Text(
                        signed(now - was), size="small", tone=tone, bold=True, width=34, align="end"
                    ),
                ),
                gap=8,
            )
        )
    lost = o.indicators.get("revenue", 0)
    line = _("Export earnings lost in fact: {n} %").format(n=f"{lost / 10:.1f}")
    lines.append(Text(line, size="small"))
    return Panel(_("What moved since the sitting began"), tuple(lines), name="changes", gap=5)
