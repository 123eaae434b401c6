"""What a capital wants, aim by aim: what it is about, how far it goes, and whether it is met."""

from attrs import evolve, frozen

from game import words
from game.engine import lint, opinion
from game.engine.course import came_about
from game.engine.observation import Observation
from game.engine.scenario import AFTERWARDS, Aim
from game.engine.terms import Ballot, Phase
from game.ui.parts.estimate import estimate, text_in_hand
from game.ui.parts.speech import level_name
from game.ui.widgets import Column, Row, Text, Tone, Widget
from game.words import _


@frozen
class AimLine:
    """One aim in words.

    text: what it is about. detail: how far.
    met: whether the text in hand meets it; None where that cannot be told.
    weight: its share of all aims, per cent.
    open: it is about how the sitting ends, and that is still to come: `met` is a forecast.
    """

    text: str
    detail: str
    met: bool | None
    weight: int
    open: bool = False


def aims(observation: Observation) -> tuple[AimLine, ...]:
    """Return the aims of this seat, heaviest first."""
    o = observation
    if o.seat not in o.scenario.briefs:
        return ()
    found = opinion.wanted_by(o.scenario, o.seat, o.dealt)
    whole = sum(it.aim.weight for it in found) or 1
    return tuple(
        _cabled(_aim(o, it.aim, 100 * it.aim.weight // whole), words.cabled(o.scenario, it))
        for it in found
    )


def _cabled(line: AimLine, by: str) -> AimLine:
    """Return an aim with what a cable made of it, if one did."""
    return evolve(line, detail=" · ".join(filter(None, (line.detail, by))))


def _aim(o: Observation, aim: Aim, weight: int) -> AimLine:
    s, text = o.scenario, text_in_hand(o)
    if not aim.measure:
        return AimLine(
            *_outcome(aim.outcome), _likely(o, aim.outcome), weight, open=_is_open(o, aim.outcome)
        )
    name = s.measure(aim.measure).name
    bounds = []
    if aim.at_least is not None:
        bounds.append(_("at least: {level}").format(level=level_name(s, aim.measure, aim.at_least)))
    if aim.at_most is not None:
        bounds.append(_("at most: {level}").format(level=level_name(s, aim.measure, aim.at_most)))
    if text is None:
        return AimLine(name, "; ".join(bounds), None, weight)
    return AimLine(name, "; ".join(bounds), lint.meets(s, text, aim), weight)


def _is_open(o: Observation, outcome: str) -> bool:
    return o.phase is not Phase.OVER if outcome in AFTERWARDS else o.tally is None


def _outcome(outcome: str) -> tuple[str, str]:
    match outcome:
        case "adopted":
            return _("A text is adopted"), _("nine yes and no veto")
        case "unanimous":
            return _("All fifteen say yes"), _("not one abstains")
        case "quiet":
            return _("The months after are quiet"), _("nothing large is launched or tested")
        case "talks":
            return _("A road to talks opens"), _("the target takes a step, or a suspension holds")
        case "apart":
            return _("No road to talks is open"), _("no step holds, and no suspension")
        case "relief":
            return _("People are no worse off"), _("hardship ends no higher than it began")
        case _:
            return _("Something of yours stands in it"), _("an ask that the pen grants and keeps")


def _likely(o: Observation, outcome: str) -> bool | None:
    """Tell how an aim about the end of the sitting came out, or is expected to."""
    if outcome in AFTERWARDS:
        if o.phase is not Phase.OVER:
            return None
        return came_about(outcome, o)
    if o.tally is not None:
        kept = any(p.to == o.seat and p.status == "kept" for p in o.record.promised)
        whole = o.tally.count(Ballot.YES) == len(o.scenario.seats)
        return o.tally.adopted and {"granted": kept, "unanimous": whole}.get(outcome, True)
    if outcome == "granted":
        return any(p.to == o.seat and p.status != "broken" for p in o.record.promised)
    found = estimate(o)
    if found is None:
        return None
    return (found.passes if outcome == "adopted" else found.unanimous) >= 0.5


def aim_row(aim: AimLine) -> Widget:
    """Return an aim with its sign; what is only expected has none of those of a thing done."""
    sign, tone = ("✓", "yes") if aim.met else ("✕", "no")
    mark: Tone = tone  # type: ignore[assignment]
    detail = aim.detail
    if aim.met is None:
        sign, mark = "·", "muted"
    elif aim.open:
        sign, mark = "–", "muted"
        expected = _("expected today") if aim.met else _("not expected today")
        detail = f"{detail} · {expected}"
    return Row(
        (
            Text(sign, tone=mark, bold=True, width=16, align="center"),
            Column(
                (
                    Text(aim.text, bold=True, size="small"),
                    Text(detail, size="small", tone="muted"),
                ),
                gap=1,
                flex=1,
            ),
        ),
        gap=8,
        align="start",
    )
