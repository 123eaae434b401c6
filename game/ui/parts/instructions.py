"""What the capital wants of this seat: its reason, aims, red lines; tokens and promises."""

from collections.abc import Iterator

from game import words
from game.engine import opinion
from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.bargain.between import promise_line, standing
from game.ui.bargain.cables import home
from game.ui.messages import Picks
from game.ui.parts.aims import aim_row, aims
from game.ui.parts.seats import seat_name
from game.ui.widgets import Meter, Panel, Row, Text, Widget
from game.words import _
from game.words.language import plural

PROMISES = 4
"""Lines of promises; the others are counted."""
RANKS = ("broken", "open", "kept", "void")
"""How promises stand, in the order in which they are told."""


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
    says = plural("one act left this round", "{count} acts left this round", left)
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
