"""The three scores: consensus, veto threat, and what the target weighs."""

from attrs import evolve, frozen

from game.engine.observation import Observation
from game.ui.messages import Picks, Show
from game.ui.parts.estimate import (
    estimate,
    is_unwritten,
    response_title,
    responses,
    text_in_hand,
)
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.widgets import Bar, Card, Column, Entry, Row, Segment, Table, Text, Tone, Track, Widget
from game.words import _

_TONES: dict[str, Tone] = {"good": "yes", "neutral": "abstain", "bad": "no"}


@frozen
class Score:
    """One of the three scores.

    id: consensus, veto or target.
    title: its name. big: its value. small: what stands behind it.
    hint: what it means. message: where it leads.
    """

    id: str
    title: str
    big: str
    small: str
    tone: Tone
    bar: Bar
    hint: str
    message: object


def scores(observation: Observation, picks: Picks) -> Widget:
    """Return the three scores: side by side, as lines, or as bare values where it is tight."""
    o = observation
    found: tuple[Score, ...] = (_consensus(o), _veto(o), _target(o))
    if is_unwritten(o):
        found = tuple(map(_blank, found))
    if picks.house.is_tight:
        return Row(tuple(map(_brief, found)), gap=8, align="stretch")
    if not picks.house.is_narrow:
        return Row(tuple(map(_card, found)), gap=12, align="stretch")
    tracks = (Track(), Track(), Track(flex=1))
    return Table(tracks, tuple(map(_line, found)), gap=14, lead=6, name="scores")


def _blank(it: Score) -> Score:
    """Return a score without its value, for while there is nothing to judge."""
    words = _("nothing written yet")
    return evolve(it, big="–", small=words, tone="muted", bar=Bar((), 100))


def _card(it: Score) -> Widget:
    values = Row(
        (
            Text(it.big, size="heading", font="serif", tone=it.tone, nowrap=True),
            Text(it.small, size="small", tone="muted", flex=1, nowrap=True),
        ),
        gap=10,
        align="baseline",
    )
    return Card(
        (Text(it.title, size="label", tone="muted", nowrap=True), values, it.bar),
        it.message,
        surface="panel",
        name=f"score {it.id}",
        hint=it.hint,
        flex=1,
        min_width=200,
        pad=12,
        gap=4,
        label=f"{it.title}: {it.big}, {it.small}",
    )


def _brief(it: Score) -> Widget:
    return Card(
        (
            Text(it.title, size="label", tone="muted", nowrap=True),
            Text(it.big, font="serif", size="lead", tone=it.tone, nowrap=True),
        ),
        it.message,
        surface="panel",
        name=f"score {it.id}",
        hint=it.hint,
        flex=1,
        pad=8,
        gap=0,
        label=f"{it.title}: {it.big}, {it.small}",
    )


def _line(it: Score) -> Entry:
    return Entry(
        (
            Text(it.title, size="label", tone="muted", nowrap=True),
            Text(it.big, font="serif", size="lead", tone=it.tone, nowrap=True),
            Column((Text(it.small, size="small", tone="muted"), it.bar), gap=3),
        ),
        it.message,
        name=f"score {it.id}",
        hint=it.hint,
    )


def _consensus(observation: Observation) -> Score:
    o, found = observation, estimate(observation)
    many = len(o.scenario.seats)
    hint = _(
        "Yes votes expected if the text were put to the vote today, and its chance to pass. The "
        "agreement index is 1 when all vote alike (Hix, Noury and Roland)."
    )
    home = Show("chamber")
    if found is None:
        small = _("{majority} of {seats} carry a text").format(
            majority=o.scenario.majority, seats=many
        )
        return Score("consensus", _("Consensus"), "–", small, "muted", Bar((), 100), hint, home)
    big = _("{yes} of {seats}").format(yes=f"{found.expected:.1f}", seats=many)
    tone: Tone = "yes" if found.passes >= 0.5 else "abstain" if found.passes >= 0.2 else "no"
    small = _("yes expected · passes {chance}").format(chance=percent(found.passes))
    bar = Bar((Segment(tone, round(100 * found.expected / many)),), 100, text=big)
    return Score("consensus", _("Consensus"), big, small, tone, bar, hint, home)


def _veto(observation: Observation) -> Score:
    o, found = observation, estimate(observation)
    hint = _("The chance that one of the five votes no, over all briefs it could have been sent.")
    if found is None:
        small, home = _("five can stop any text"), Show("chamber")
        return Score("veto", _("Veto threat"), "–", small, "muted", Bar((), 100), hint, home)
    each = sorted(((found.no[s], s) for s in o.scenario.permanent), reverse=True)
    named = [(_("you") if s == o.seat else seat_name(o, s), p) for p, s in each if p >= 0.005]
    small = " · ".join(f"{name} {percent(p)}" for name, p in named[:2])
    tone: Tone = "no" if found.vetoed >= 0.25 else "abstain" if found.vetoed >= 0.05 else "yes"
    big = percent(found.vetoed)
    bar = Bar((Segment(tone, round(100 * found.vetoed)),), 100, text=big)
    to = Show("chamber", {"seat": each[0][1]})
    return Score("veto", _("Veto threat"), big, small or _("none of the five"), tone, bar, hint, to)


def _target(observation: Observation) -> Score:
    o = observation
    odds = responses(o)
    tones = {r.id: _TONES[r.tone] for r in o.scenario.target.responses}
    first, chance = odds[0]
    segments = [
        Segment(tone, sum(weight for id, weight in odds if tones[id] == tone))
        for tone in _TONES.values()
    ]
    bar = Bar(tuple(segments), 1000, text=_spread(o, odds))
    return Score(
        "target",
        o.scenario.target.capital,
        response_title(o.scenario, first),
        percent(chance / 1000),
        tones[first],
        bar,
        _hint(o).format(spread=_spread(o, odds)),
        Show("world"),
    )


def _hint(o: Observation) -> str:
    if text_in_hand(o) is None:
        return _("If no text came of it, from the signs seen so far: {spread}")
    return _("After this text, from the signs seen so far: {spread}")


def _spread(o: Observation, odds: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(
        f"{response_title(o.scenario, id)} {percent(weight / 1000)}" for id, weight in odds[:4]
    )
