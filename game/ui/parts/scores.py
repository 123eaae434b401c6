"""The three scores: consensus, veto threat, and what the target weighs."""

from game.engine.observation import Observation
from game.ui.messages import Show
from game.ui.parts.estimate import estimate, response_title, responses
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.widgets import Bar, Card, Row, Segment, Text, Tone, Widget
from game.words import _


def scores(observation: Observation) -> Widget:
    """Return the three scores side by side; each can be pressed for what is behind it."""
    return Row(
        (_consensus(observation), _veto(observation), _target(observation)), gap=12, align="stretch"
    )


def _score(
    title: str, big: str, small: str, tone: Tone, bar: Bar, *, name: str, hint: str, message: object
) -> Widget:
    return Card(
        (
            Text(title, size="label", tone="muted", nowrap=True),
            Row(
                (
                    Text(big, size="heading", font="serif", tone=tone, nowrap=True),
                    Text(small, size="small", tone="muted", flex=1, nowrap=True),
                ),
                gap=10,
                align="baseline",
            ),
            bar,
        ),
        message,
        surface="panel",
        name=name,
        hint=hint,
        flex=1,
        min_width=220,
        pad=12,
        gap=5,
        label=f"{title}: {big}, {small}",
    )


def _consensus(observation: Observation) -> Widget:
    o, found = observation, estimate(observation)
    many = len(o.scenario.seats)
    title = _("Consensus")
    if found is None:
        big, small, share = "–", _("no text yet; {majority} of {seats} carry"), 0.0
        small = small.format(majority=o.scenario.majority, seats=many)
        return _score(
            title,
            big,
            small,
            "muted",
            Bar((), 100),
            name="score consensus",
            hint="",
            message=Show("chamber"),
        )
    big = _("{yes} of {seats}").format(yes=f"{found.expected:.1f}", seats=many)
    share = found.expected / many
    tone: Tone = "yes" if found.passes >= 0.5 else "abstain" if found.passes >= 0.2 else "no"
    small = _("yes expected · passes {chance}").format(chance=percent(found.passes))
    words = _(
        "Expected yes votes if the text were put to the vote today. Nine and no veto carry it."
    )
    bar = Bar((Segment(tone, round(100 * share)),), 100, text=big)
    return _score(
        title, big, small, tone, bar, name="score consensus", hint=words, message=Show("chamber")
    )


def _veto(observation: Observation) -> Widget:
    o, found = observation, estimate(observation)
    title = _("Veto threat")
    if found is None:
        return _score(
            title,
            "–",
            _("five can stop any text"),
            "muted",
            Bar((), 100),
            name="score veto",
            hint="",
            message=Show("chamber"),
        )
    each = sorted(((found.no[s], s) for s in o.scenario.permanent), reverse=True)
    parts = [f"{seat_name(o, s)} {percent(p)}" for p, s in each if p >= 0.005][:2]
    small = " · ".join(parts) or _("none of the five, as far as you know")
    tone: Tone = "no" if found.vetoed >= 0.25 else "abstain" if found.vetoed >= 0.05 else "yes"
    bar = Bar((Segment(tone, round(100 * found.vetoed)),), 100, text=percent(found.vetoed))
    words = _(
        "The chance that a permanent member votes no, from the briefs it could have been sent."
    )
    return _score(
        title,
        percent(found.vetoed),
        small,
        tone,
        bar,
        name="score veto",
        hint=words,
        message=Show("chamber", {"seat": each[0][1]}),
    )


def _target(observation: Observation) -> Widget:
    o = observation
    odds = responses(o)
    by_id = {r.id: r for r in o.scenario.target.responses}
    first, chance = odds[0]
    tone: Tone = {"good": "yes", "bad": "no"}.get(by_id[first].tone, "abstain")  # type: ignore[assignment]
    small = (
        _("{chance} · then {other}").format(
            chance=percent(chance / 1000), other=response_title(o.scenario, odds[1][0])
        )
        if len(odds) > 1
        else percent(chance / 1000)
    )
    segments = []
    for id, weight in odds:
        colour: Tone = {"good": "yes", "bad": "no"}.get(by_id[id].tone, "abstain")  # type: ignore[assignment]
        segments.append(Segment(colour, weight))
    order = {"yes": 0, "abstain": 1, "no": 2}
    segments.sort(key=lambda part: order[part.tone])
    bar = Bar(tuple(segments), 1000, text=small)
    words = _("What it is likely to do after this text, from the signs seen so far.")
    return _score(
        o.scenario.target.capital,
        response_title(o.scenario, first),
        small,
        tone,
        bar,
        name="score target",
        hint=words,
        message=Show("world"),
    )
