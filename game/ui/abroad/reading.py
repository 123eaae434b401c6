"""What fills the pictures: plain values from what a seat may see, by the model's own functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from game import words
from game.engine import pressure
from game.engine.abroad import Crossing, border, doctrine_odds, mind
from game.engine.abroad.gap import closed, leaks
from game.engine.abroad.regime import Regime
from game.engine.abroad.world import Abroad
from game.engine.actions import Occur, Sight
from game.engine.events import BeatOpened, MonthPassed
from game.engine.observation import Observation
from game.engine.scenario import Enforcer, Response, Scenario
from game.ui.abroad.plain import Class, Gate, Leak, Likely, Load, Pressed, Rung, Sign, Stream
from game.ui.parts.estimate import lean, once, responses, text_in_hand
from game.ui.widgets import Tone
from game.words import _, capital
from game.words.language import later
from game.words.weighing import TERMS

AHEAD = 12
"""Months that a forecast looks ahead."""
ACTS = 7
"""Answers shown, likeliest first."""
RUNGS = 6
CAUSES: Mapping[str, str] = {
    "lax": later("nobody stops it"),
    "escaped": later("goes round the measures"),
    "exempt": later("is exempt, and grows"),
    "late": later("not felt yet"),
}
TONES: Mapping[str, Tone] = {"good": "yes", "neutral": "abstain", "bad": "no"}
STATES: Mapping[str, str] = {
    "KOR": later("Republic of Korea"),
    "JPN": later("Japan"),
    "USA": later("United States"),
    "ISR": later("Israel"),
    "SAU": later("Saudi Arabia"),
    "TUR": later("Türkiye"),
}
"""States that a weapon can bring into reach and that may have no seat."""


@frozen(eq=False)
class Ahead:
    """The months after the vote as they would go, if the text in hand were the last word."""

    regime: Regime
    months: tuple[tuple[Abroad, Crossing], ...]
    before: Abroad
    has_text: bool


def ahead(o: Observation) -> Ahead:
    """Return a year at the border under the text in hand, by the model; once per observation."""
    return once(o, "months ahead", lambda: _ahead(o))


def _ahead(o: Observation) -> Ahead:
    s, text, day, stock = o.scenario, text_in_hand(o), o.record.day, o.record.stock
    found = pressure.if_adopted(s, o.abroad, text, day, stock, AHEAD, o.before)
    regime = pressure.regime(s, text or pressure.NO_TEXT, o.before)
    return Ahead(regime, found, o.abroad, has_text=text is not None)


# -- the border


def pressed(o: Observation) -> Pressed:
    """Return pressure by month, as it would go, with what leaks in the end."""
    s, found = o.scenario, ahead(o)
    last, _crossing = found.months[-1]
    named = leaks(s.target, s.enforcers, last, found.regime)
    flows = {f.id: f for f in s.target.flows}
    channels = {c.id: c.title for c in s.target.channels}
    return Pressed(
        tuple(c.paper for _a, c in found.months),
        tuple(c.enforced for _a, c in found.months),
        tuple((n, month_label(o, n)) for n in range(0, AHEAD, 2)),
        leaks=tuple(
            Leak(
                flows[x.flow].title,
                channels.get(flows[x.flow].channel, _(CAUSES[x.cause]))
                if x.cause == "escaped"
                else _(CAUSES[x.cause]),
                x.points,
            )
            for x in named
        ),
    )


def month_label(o: Observation, ahead_by: int) -> str:
    """Return the name of a month ahead, with the year where one begins."""
    today = o.scenario.date(o.record.day)
    number = today.month - 1 + ahead_by
    day = today.replace(year=today.year + number // 12, month=number % 12 + 1, day=1)
    short = words.month(day.month)
    return f"{short} {day.year}" if ahead_by == 0 or day.month <= 2 else short


def streams(o: Observation) -> tuple[Stream, ...]:
    """Return every flow as it would go, with its starting figure."""
    s, found = o.scenario, ahead(o)
    passing = closed(found.regime)
    return tuple(
        Stream(
            f.title,
            f.kind,
            f.units,
            f.unit,
            f.money,
            (found.before.flows[f.id], *(a.flows[f.id] for a, _c in found.months)),
            passing[f.id],
            _source(f.source, f.tuned),
        )
        for f in s.target.flows
    )


def _source(source: str, tuned: str) -> str:
    said = []
    if source:
        said.append(_("Source: {source}.").format(source=source.strip()))
    if tuned:
        said.append(_("Chosen by us: {what}.").format(what=tuned.strip()))
    return " ".join(said)


def gates(o: Observation) -> tuple[Gate, ...]:
    """Return who would carry it out a year from now, largest part of the trade first."""
    s, found = o.scenario, ahead(o)
    last = found.months[-1][0]
    return tuple(
        Gate(
            e.name,
            int(last.wills[e.id]),
            int(found.before.wills.get(e.id, e.will)),
            e.capacity,
            int(border.grip(last.wills[e.id], e.capacity)),
            e.share,
            e.seat if e.seat in s.seats else "",
            read_before(o, e),
        )
        for e in sorted(s.enforcers, key=lambda e: -e.share)
    )


def read_before(o: Observation, e: Enforcer) -> tuple[str, ...]:
    """Return what is left of how an enforcer read the last text, while it says nothing of this."""
    if o.before is None or o.explained.get(e.seat) in pressure.READ:
        return ()
    says = {
        "narrow": _("read the last text narrowly: will {n} of 100"),
        "wide": _("read the last text as a duty: will {n} of 100"),
    }.get(o.before.readings.get(e.seat, ""))
    moved = pressure.read_by(e.seat, o.explained, o.before)
    return (says.format(n=words.signed(moved / 10)),) if says else ()


# -- the target


def acts(o: Observation) -> tuple[Likely, ...]:
    """Return what it is likely to do, from the signs that this seat has seen."""
    by_id = {r.id: r for r in o.scenario.target.responses}
    shown = ((by_id[id], weight) for id, weight in responses(o)[:ACTS] if weight)
    return tuple(Likely(r.title, weight, r.rung, TONES[r.tone], r.text) for r, weight in shown)


def loads(o: Observation) -> tuple[Load, ...]:
    """Return what pulls towards shots and what pulls away, by the names of the terms.

    Points of each act are weighed by how likely it is; those of shots pull one way, those of quiet
    and talks the other.
    """
    target, odds = o.scenario.target, dict(responses(o))
    felt = lean(o, text_in_hand(o))
    loud = [r for r in target.responses if r.shot and odds.get(r.id)]
    calm = [r for r in target.responses if r.tone != "bad" and odds.get(r.id)]
    pulls = {
        key: _mean(loud, odds, felt, key) - _mean(calm, odds, felt, key)
        for key in mind.TERMS
        if key in felt
    }
    pulls["doctrine"] = _planned(o, loud, odds) - _planned(o, calm, odds)
    return tuple(
        Load(capital(_(TERMS[key])), points, _hint(key, felt))
        for key, points in pulls.items()
        if points
    )


def _hint(key: str, felt: Mapping[str, int]) -> str:
    return _("{value} of 100 now").format(value=felt[key]) if key in felt else ""


def _mean(acts: list[Response], odds: Mapping[str, int], felt: Mapping[str, int], key: str) -> int:
    whole = sum(odds[r.id] for r in acts) or 1
    return round(sum(odds[r.id] * r.leans.get(key, 0) * felt[key] / 100 for r in acts) / whole)


def _planned(o: Observation, acts: list[Response], odds: Mapping[str, int]) -> int:
    plans = doctrine_odds(o.scenario.target, o.record.clues)
    all_ = sum(plans.values()) or 1
    whole = sum(odds[r.id] for r in acts) or 1
    return round(
        sum(
            plans[d.id] / all_ * d.responses.get(r.id, 0) * odds[r.id] / whole
            for d in o.scenario.target.doctrines
            for r in acts
        )
    )


def signs(o: Observation) -> tuple[Sign, ...]:
    """Return the signs seen so far, in time, with the large steps each speaks of."""
    target = o.scenario.target
    clues = {c.id: c for c in target.clues}
    titles = {r.id: r.title.lower() for r in target.responses}
    now = max(1, o.record.day)
    return tuple(
        Sign(
            min(1.0, on / now),
            _("day {n}").format(n=on),
            clues[id].text,
            tuple(titles[plan] for plan in clues[id].plans),
        )
        for on, id in sightings(o)
        if id in clues
    )


def sightings(o: Observation) -> Iterator[tuple[int, str]]:
    """Yield each sign seen so far, and the day on which it was seen."""
    day = 0
    for event in o.log:
        match event:
            case BeatOpened() | MonthPassed():
                day = max(day, event.day)
            case Sight() if event.clue:
                yield day, event.clue


def rungs(o: Observation) -> tuple[Rung, ...]:
    """Return the ladder with where things stand, and where the likeliest answer stands."""
    now = o.indicators.get("escalation", 0)
    first = next(iter(acts(o)), None)
    out = []
    for number in range(RUNGS):
        marks: list[tuple[str, Tone]] = []
        if number == now:
            marks.append((_("now"), "accent"))
        if first is not None and first.rung == number:
            marks.append((_("likeliest"), first.tone))
        out.append(Rung(words.rung(number), tuple(marks), is_here=number == now))
    return tuple(out)


def classes(o: Observation) -> tuple[Class, ...]:
    """Return every class of missile, and the device, from what the target's data say."""
    s, odds = o.scenario, dict(responses(o))
    programme = o.indicators.get("programme", 0)
    out = []
    for r in s.target.responses:
        if r.shot is None:
            continue
        far = ""
        if programme < r.gate:
            far = _("The programme stands at {now}; this takes {gate}.").format(
                now=programme, gate=r.gate
            )
        out.append(
            Class(
                r.shot.kind,
                r.title,
                r.shot.reach_km,
                tuple((id, state(s, id)) for id in r.shot.threatened),
                tuple((id, state(s, id)) for id in r.shot.asks if id in s.seats),
                r.shot.proves,
                r.shot.changes,
                r.shot.stock,
                odds.get(r.id, 0),
                far,
            )
        )
    return tuple(out)


def state(s: Scenario, id: str) -> str:
    """Return the short name of a State, with or without a seat."""
    if id in s.seats:
        return s.delegation(id).short
    return _(STATES[id]) if id in STATES else id


def happened(o: Observation) -> tuple[tuple[str, str], ...]:
    """Return headline and text of what has happened so far."""
    seen = {e.incident for e in o.log if isinstance(e, Occur)}
    return tuple((i.title, i.text) for i in o.scenario.incidents if i.id in seen)
