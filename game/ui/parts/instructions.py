"""What the capital wants of this seat: its reason, aims, red lines; tokens and promises."""

from collections.abc import Iterator

from attrs import evolve, frozen

from game import words
from game.engine import lint, opinion
from game.engine.course import came_about
from game.engine.observation import Observation
from game.engine.scenario import AFTERWARDS, Aim
from game.engine.terms import Ballot, Phase
from game.ui.bargain.between import promise_line, standing
from game.ui.bargain.cables import home
from game.ui.messages import Picks
from game.ui.parts.estimate import estimate, text_in_hand
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import level_name
from game.ui.widgets import Column, Meter, Panel, Row, Text, Tone, Widget
from game.words import _

PROMISES = 4
"""Lines of promises; the others are counted."""
RANKS = ("broken", "open", "kept", "void")
"""How promises stand, in the order in which they are told."""


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


def instructions(observation: Observation, picks: Picks, *, limit: int = 6) -> Panel:
    """Return the panel with everything this seat was sent to do."""
    o = observation
    if o.dealt is None:
        return Panel(_("Your instructions"), ())
    s = o.scenario
    brief = s.briefs[o.seat]
    why = opinion.variant_of(s, o.seat, o.dealt.variant).why
    found = aims(o)
    shown = found[: 4 if picks.house.newcomer else limit]
    lines: list[Widget | None] = [
        Text(why, font="serif"),
        *_tokens(o),
        Text(_("What you want"), size="label", tone="muted"),
        *map(aim_row, shown),
        _more(len(found) - len(shown)),
        *_promises(o),
    ]
    if not picks.house.newcomer:
        lines += _red_lines(o, brief.red_lines, o.dealt.variant)
    if not picks.house.newcomer:
        lines += home(o)
    return Panel(_("Your instructions"), tuple(lines), gap=7, pad=16, name="instructions")


def _more(left: int) -> Widget | None:
    if left <= 0:
        return None
    return Text(_("… and {count} more").format(count=left), size="small", tone="muted")


def _red_lines(o: Observation, said: tuple[str, ...], variant: str) -> Iterator[Widget]:
    """Yield the red lines as the brief says them, then clause by clause as they are dealt."""
    found = opinion.limits(o.scenario, o.seat, variant)
    if said or found:
        yield Text(_("Red lines"), size="label", tone="muted")
    for line in said:
        yield Text(f"– {line}", size="small")
    if found:
        yield Text(_("Clause by clause"), size="label", tone="muted")
    for it in found:
        yield Text(f"– {words.limit(o.scenario, it)}", size="small")


def _tokens(o: Observation) -> Iterator[Widget]:
    if o.phase is not Phase.SQUEEZE:
        return
    left = o.tokens.get(o.seat, 0)
    s = o.scenario
    whole = s.people_tokens if o.seat in o.people else max(left, 1)
    says = _("{left} acts left this round").format(left=left)
    yield Row(
        (
            Meter(left, max(whole, left), text=says),
            Text(says, size="small", tone="muted", flex=1),
        ),
        gap=10,
        hint=_("Ask, back, oppose, warn, demand sight, co-sponsor, circulate: one act each."),
    )


def _promises(o: Observation) -> Iterator[Widget]:
    """Yield the promises of this seat and those made to it; the endangered ones first."""
    found = [p for p in o.record.pledges if o.seat in (p.by, p.to)]
    if not found:
        return
    yield Text(_("Promises"), size="label", tone="muted")
    found.sort(key=lambda p: RANKS.index(standing(o, p)))
    for p in found[:PROMISES]:
        other = p.to if p.by == o.seat else p.by
        yield promise_line(o, p, name=seat_name(o, other))
    if (more := _more(len(found) - PROMISES)) is not None:
        yield more
