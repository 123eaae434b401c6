"""What a capital wanted, what it got, and how things stand, in words."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.opinion import Limit, Wanted
from game.engine.scenario import Aim, Scenario, Want
from game.engine.scenario.target import MANY
from game.words import names
from game.words.language import _, later, numeral

_OUTCOMES: Mapping[str, str] = {
    "adopted": later("a text is adopted"),
    "unanimous": later("all fifteen vote in favour"),
    "granted": later("a request of ours is granted and stands in the adopted text"),
    "quiet": later("nothing large is launched or tested in the months after"),
    "talks": later("the target takes a step towards talks, or a suspension holds"),
    "apart": later("the target takes no step towards talks, and no suspension holds"),
    "relief": later("people are no worse off when the season ends"),
}


def aim(scenario: Scenario, it: Aim) -> str:
    """Return what a capital wants: *Flights: at most vigilance*."""
    if it.outcome:
        return _(_OUTCOMES[it.outcome])
    title = names.title(scenario, it.measure)
    low, high = it.at_least, it.at_most
    if high == 0:
        return _("nothing on {measure}").format(measure=names.measure(scenario, it.measure))
    if low is not None and high is not None and low == high:
        level = names.level(scenario, it.measure, low)
        return _("{measure}: just {level}").format(measure=title, level=level)
    if low is not None and high is not None:
        return _("{measure}: from {low} to {high}").format(
            measure=title,
            low=names.level(scenario, it.measure, low),
            high=names.level(scenario, it.measure, high),
        )
    if low is not None:
        level = names.level(scenario, it.measure, low)
        return _("{measure}: at least {level}").format(measure=title, level=level)
    level = names.level(scenario, it.measure, high or 0)
    return _("{measure}: at most {level}").format(measure=title, level=level)


def _bound(scenario: Scenario, it: Aim) -> str:
    """Return how far an aim reaches, without what it is about: *at most vigilance*."""
    ends = ((_("at least {level}"), it.at_least), (_("at most {level}"), it.at_most))
    told = (
        line.format(level=names.level(scenario, it.measure, at))
        for line, at in ends
        if at is not None
    )
    return ", ".join(told)


def cabled(scenario: Scenario, it: Wanted) -> str:
    """Return what a cable made of an aim: *by cable; before, at most vigilance*; else nothing."""
    if not it.cable:
        return ""
    if it.was is None:
        return _("by cable")
    if it.is_changed:
        return _("by cable; before, {bound}").format(bound=_bound(scenario, it.was))
    return _("said again by cable, and weighs more")


def limit(scenario: Scenario, it: Limit) -> str:
    """Return how far a capital can go on a measure: *Flights: never at ban or above*."""
    never, id = [], it.measure
    if it.ceiling is not None:
        level, usual = (names.level(scenario, id, n) for n in (it.ceiling, it.usual))
        moved = _("this time no further than {level}, otherwise {usual}")
        never.append(moved.format(level=level, usual=usual))
    if it.never_from is not None:
        line = _("never at {level} or above")
        never.append(line.format(level=names.level(scenario, id, it.never_from)))
    if it.never_below is not None:
        level = names.level(scenario, id, it.never_below)
        line = _("never under {level} once {other}") if it.when else _("never under {level}")
        others = (names.clause(scenario, t.measure, t.level) for t in it.when)
        never.append(line.format(level=level, other=_(" or ").join(others)))
    return _("{measure}: {limits}").format(
        measure=names.title(scenario, id), limits="; ".join(never)
    )


_FIGURES: Mapping[str, str] = {
    "acts": later("acts of that kind"),
    "adopted": later("texts adopted"),
    "missing": later("members that did not vote for it"),
    "let_through": later("per cent let through"),
    "shots": later("acts with a shot"),
    "large": later("acts on rung 3 or higher"),
    "toward": later("steps towards talks"),
    "climbs": later("acts above all before"),
    "still": later("months without a shot"),
    "top": later("highest rung"),
    "gained": later("points of the programme"),
    "kept": later("suspensions kept"),
    "broke": later("suspensions broken by you"),
    "lost": later("per mille of a year's earnings, more than before"),
    "hungrier": later("points of hardship, more than before"),
    "trust": later("trust, of 100"),
    "threat": later("sense of threat, of 100"),
}
"""What a want of the target counts, in words."""


def figure(kind: str, came: int) -> str:
    """Return a figure of the target's plan with what it counts: *acts with a shot: 2*."""
    return _("{what}: {n}").format(what=_(_FIGURES[kind]), n=numeral(came))


def wanted(want: Want) -> str:
    """Return the figures that meet a want of the target, with both ends where there are two."""
    low, high = want.at_least, want.at_most
    if low > -MANY and high < MANY:
        return _("{low} to {high}").format(low=low, high=high) if low < high else str(low)
    if high < MANY:
        return _("at most {n}").format(n=high)
    return _("at least {n}").format(n=low)


def score(points: int) -> str:
    """Return a score in words, never as a grade."""
    if points >= 100:
        return _("every aim of the brief is met")
    if points >= 67:
        return _("most aims of the brief are met")
    if points >= 34:
        return _("some aims of the brief are met")
    if points > 0:
        return _("few aims of the brief are met")
    return _("no aim of the brief is met, or a red line was crossed")


def chance(share: float) -> str:
    """Return a probability in per cent; only what is certain says so."""
    if share <= 0:
        return _("0 %")
    if share >= 1:
        return _("100 %")
    if share < 0.01:
        return _("under 1 %")
    if share > 0.99:
        return _("over 99 %")
    return _("{percent} %").format(percent=round(100 * share))


def margin(points: int) -> str:
    """Return the room that instructions leave, for the seat that was dealt it."""
    if points > 1:
        return _("Your instructions leave you some room.")
    if points < -1:
        return _("Your instructions are tighter than they read.")
    return _("Your instructions mean what they say.")


def points(tenths: int) -> str:
    """Return pressure as it is shown everywhere: points of 100, with their tenths."""
    return f"{tenths / 10:.1f}" if tenths else "0"


def pressure(paper: int, enforced: int | None = None) -> str:
    """Return pressure on paper, and how much of it is carried out once that is known.

    Args:
        paper: tenths of the 100 points, as enforced is.
    """
    if enforced is None:
        return _("pressure {paper} of 100 on paper").format(paper=points(paper))
    both = _("pressure {paper} of 100 on paper, {enforced} as enforced")
    return both.format(paper=points(paper), enforced=points(enforced))
