"""Delegations on screen: badges, cards at the horseshoe, lines in a list."""

from game.engine.observation import Observation
from game.engine.terms import Phrase, Seat
from game.ui.messages import Pick, Picks
from game.ui.parts.estimate import Estimate, estimate
from game.ui.parts.signs import (
    PHRASES,
    SHORT_PHRASES,
    likeliest,
    percent,
    tone_of_phrase,
)
from game.ui.widgets import (
    Badge,
    Bar,
    Card,
    Entry,
    Flag,
    Row,
    Segment,
    Size,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _, stances

LONG = 8
"""Letters from which a name beside a mark is set smaller."""


def seat_name(observation: Observation, seat: Seat) -> str:
    """Return the short name of a delegation."""
    return observation.scenario.delegation(seat).short


def phrase_badge(observation: Observation, seat: Seat, *, short: bool = False) -> Badge:
    """Return what a delegation says of the text, as sign and words."""
    phrase = observation.record.phrases.get(seat)
    if phrase is None:
        return Badge(unsaid(observation, seat), "muted")
    words, older = SHORT_PHRASES if short else PHRASES, earlier(observation, seat)
    if not older:
        return Badge(_(words[phrase]), tone_of_phrase(phrase))
    # It was said of another text than the one that chances are reckoned for.
    says = _("{phrase} (v{number})")
    return Badge(says.format(phrase=_(words[phrase]), number=older), "muted")


def earlier(observation: Observation, seat: Seat) -> int:
    """Return the version that a seat last spoke of, if there is a later one; else 0."""
    o = observation
    last = next((it.version for it in reversed(o.record.said) if it.seat == seat), 0)
    newest = o.versions[-1].number if o.versions else 0
    return last if last < newest else 0


def unsaid(observation: Observation, seat: Seat) -> str:
    """Return why a seat has said nothing of the text."""
    s = observation.scenario
    if seat == s.penholder:
        return _("the pen")
    shown = any(seat in s.circle(it.circle) for it in observation.record.showings)
    return _("silent") if shown else _("unseen")


def _stance(observation: Observation, seat: Seat) -> str:
    """Return what a seat wanted in the soundings, for as long as there is no text."""
    stance = observation.record.stances.get(seat)
    return stances.short(observation.scenario, stance) if stance else ""


def phrase_sign(phrase: Phrase) -> Badge:
    """Return a phrase as a sign alone."""
    return Badge("", tone_of_phrase(phrase))


def leaning(observation: Observation, seat: Seat) -> Tone:
    """Return the likeliest ballot of a seat as a tone; grey where nobody can know."""
    found = estimate(observation)
    if found is None or _is_open(observation, seat):
        return "muted"
    return likeliest(found.yes[seat], found.no[seat])[0]


def _is_open(observation: Observation, seat: Seat) -> bool:
    return seat in observation.people and seat != observation.seat


def leaning_badge(observation: Observation, seat: Seat, *, signs_only: bool = False) -> Badge:
    """Return how a seat is likely to vote: a sign, and its chance."""
    found, tone = estimate(observation), leaning(observation, seat)
    if _is_open(observation, seat):
        return Badge(_("a person decides"), "muted")
    if found is None:
        return Badge(_("no text yet"), "muted")
    chance = likeliest(found.yes[seat], found.no[seat])[1]
    return Badge("" if signs_only else percent(chance), tone)


def chance_bar(found: Estimate, seat: Seat, *, thickness: int = 6) -> Bar:
    """Return the chances of yes, abstention and no as one bar."""
    yes, no = round(100 * found.yes[seat]), round(100 * found.no[seat])
    words = _("yes {yes}%, abstains {abstain}%, no {no}%")
    return Bar(
        (Segment("yes", yes), Segment("abstain", 100 - yes - no), Segment("no", no)),
        100,
        text=words.format(yes=yes, abstain=100 - yes - no, no=no),
        thickness=thickness,
    )


def seat_card(
    observation: Observation,
    picks: Picks,
    seat: Seat,
    *,
    message: object = None,
    selected: bool = False,
    width: int = 148,
) -> Card:
    """Return one delegation at the table; pressing it sends the message, by default `Pick`."""
    o = observation
    signs_only = picks.house.newcomer
    found = estimate(o)
    marks: list[Widget] = []
    if seat == o.scenario.president(o.record.day):
        marks.append(Text(_("chair"), size="small", tone="accent", bold=True))
    if seat in o.scenario.permanent:
        marks.append(Text(_("P5"), size="small", tone="muted", bold=True))
    phrase = o.record.phrases.get(seat)
    # In quotation marks, since what was said can be other than what the sum comes to.
    said = _("“{phrase}”").format(phrase=_(SHORT_PHRASES[phrase])) if phrase else ""
    if phrase and (older := earlier(o, seat)):
        said = _("{phrase} v{number}").format(phrase=_(SHORT_PHRASES[phrase]), number=older)
    said = said or (unsaid(o, seat) if found else _stance(o, seat))
    name = seat_name(o, seat)
    # Beside a mark a long name is set smaller, and never cut.
    size: Size = "small" if marks and len(name) > LONG else "body"
    low = Row(
        (
            leaning_badge(o, seat, signs_only=signs_only) if found else None,
            Text(said, size="small", tone="muted", nowrap=True, flex=1),
        ),
        gap=4,
    )
    return Card(
        (
            Row(
                (
                    Flag(seat, height=16),
                    Text(name, size=size, bold=True, nowrap=True, flex=1),
                    *marks,
                ),
                gap=5,
            ),
            low,
        ),
        message if message is not None else Pick("seat", seat),
        accent=leaning(o, seat) if found else "line",
        surface="paper",
        selected=selected,
        label=_describe(o, seat),
        name=f"seat {seat}",
        width=width,
        pad=6,
        gap=2,
    )


def _describe(observation: Observation, seat: Seat) -> str:
    o = observation
    parts = [o.scenario.delegation(seat).name]
    if seat in o.scenario.permanent:
        parts.append(_("permanent member"))
    if seat == o.scenario.president(o.record.day):
        parts.append(_("presides"))
    phrase = o.record.phrases.get(seat)
    parts.append(_(PHRASES[phrase]) if phrase else _("has said nothing of the text"))
    if older := earlier(o, seat):
        parts.append(_("of version {number}").format(number=older))
    found = estimate(o)
    if found and not _is_open(o, seat):
        parts.append(_("yes {chance}").format(chance=percent(found.yes[seat])))
    return ", ".join(parts)


def seat_line(
    observation: Observation,
    picks: Picks,
    seat: Seat,
    *,
    message: object = None,
    selected: bool = False,
) -> Entry:
    """Return one delegation as a line of a table: flag, name, phrase, chance of a yes."""
    o = observation
    name = seat_name(o, seat)
    roles = [_("P5")] if seat in o.scenario.permanent else []
    if seat == o.scenario.president(o.record.day):
        roles.append(_("chair"))
    found = estimate(o)
    last: Widget = Spacer(0, flex=0)
    if found and not picks.house.newcomer:
        last = leaning_badge(o, seat)
    elif found:
        last = leaning_badge(o, seat, signs_only=True)
    return Entry(
        (
            Flag(seat, height=16),
            Text(name, bold=True, nowrap=True),
            Text(" · ".join(roles), size="small", tone="muted", nowrap=True),
            phrase_badge(o, seat, short=True),
            last,
        ),
        message if message is not None else Pick("seat", seat),
        selected=selected,
        name=f"seat {seat}",
    )
