"""Cables from the capital: the slip that arrives, what it asks, and what one can do about it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from game import words
from game.engine import lint, opinion
from game.engine.actions import AskFlexibility
from game.engine.actions.capital import FLEXIBILITY_PRICE, odds
from game.engine.observation import Observation
from game.engine.opinion import MORE_MARGIN, in_force
from game.engine.scenario import Cable
from game.engine.terms import Phase
from game.ui.messages import Close, Confirm, Pick, Picks, Steps
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.footer import why_not
from game.ui.parts.reasons import reasons
from game.ui.widgets import (
    Button,
    Card,
    Flag,
    Look,
    Meter,
    Modal,
    Panel,
    Row,
    Run,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _

DOTS = 10
CALM, UNEASY = 70, 45
"""Credit at home under which the capital asks questions, and under which it loses patience."""
SHORT = 90
"""Letters of a cable on its slip; the whole of it is on the sheet."""


def cables_of(o: Observation) -> tuple[Cable, ...]:
    """Return the cables that reached this seat and still hold, the latest first."""
    if o.dealt is None:
        return ()
    return tuple(reversed(in_force(o.scenario, o.dealt)))


def slips(o: Observation, picks: Picks) -> Panel | None:
    """Return the cables as slips of paper beside the table; None if the capital was silent."""
    found = cables_of(o)
    if not found and not (o.dealt and o.dealt.asked):
        return None
    rows: list[Widget] = [_slip(o, picks, cable) for cable in found]
    if o.dealt is not None and o.dealt.asked:
        rows.append(Text(_waits(o), size="small", tone="accent"))
    return Panel(_("Cables"), tuple(rows), gap=8, pad=14, name="cables")


def _shortened(words: str) -> str:
    """Return what a slip says as far as there is room, cut between two words."""
    if len(words) <= SHORT:
        return words
    return words[:SHORT].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _slip(o: Observation, picks: Picks, cable: Cable) -> Card:
    is_read = picks.get(f"read cable {cable.id}", False)
    text = Text(_shortened(cable.text), size="small", font="serif")
    head = Row(
        (
            Flag(o.seat, height=12),
            Text(_("From the capital"), size="small", bold=True, flex=1),
            Text(_standing(o, cable)[1], size="small", tone=_standing(o, cable)[0], bold=True),
        ),
        gap=6,
    )
    return Card(
        (head, text),
        Steps((Pick("cable", cable.id), Pick(f"read cable {cable.id}", True))),
        surface="paper",
        accent="muted" if is_read else "accent",
        edge="left",
        pad=10,
        gap=4,
        name=f"cable {cable.id}",
        label=cable.text,
    )


def _standing(o: Observation, cable: Cable) -> tuple[Tone, str]:
    """Return whether the text in hand does what a cable asks, as a tone and a sign."""
    text = text_in_hand(o)
    if not cable.measure or text is None:
        return "muted", ""
    met = lint.meets(o.scenario, text, cable.aim)
    return ("yes", "✓") if met else ("no", "✕")


def sheet(o: Observation, picks: Picks) -> Modal | None:
    """Return the cable that was opened, with what one can do about it; None if none was."""
    cable = next((c for c in cables_of(o) if c.id == picks.get("cable", "")), None)
    if cable is None or o.dealt is None:
        return None
    close = Pick("cable", "")
    tone, sign = _standing(o, cable)
    stands = _("The text in hand does it.") if tone == "yes" else _("The text in hand does not.")
    paper = Panel(
        "",
        (
            Row(
                (
                    Text(_("Cable"), size="label", tone="muted", flex=1),
                    Text(_("for your eyes only"), size="label", tone="muted"),
                )
            ),
            Text(cable.text, font="serif", size="lead"),
            Text(
                (
                    Run(_("Instructed: "), tone="muted"),
                    Run(words.aim(o.scenario, cable.aim), bold=True),
                    Run(f"  ·  {_share(o, cable)}", tone="muted"),
                ),
                size="small",
            ),
            Text(f"{sign} {stands}", size="small", tone=tone, bold=True) if sign else None,
        ),
        surface="paper",
        gap=12,
        name="cable paper",
    )
    return Modal(
        _("A cable from your capital"),
        (
            paper,
            credit(o),
            Text(
                _(
                    "Obey it and it counts as met. Leave it and act on your own: it counts as "
                    "missed, and the capital remembers."
                ),
                tone="muted",
            ),
            Row(
                (
                    flexibility(o, cable.measure, Steps((close,))),
                    Spacer(),
                    Button(
                        _("Read"),
                        Steps((close, Close())),
                        key=picks.key("on"),
                        look="primary",
                        name="cable read",
                    ),
                ),
                gap=10,
                wrap=True,
            ),
        ),
        Steps((close, Close())),
        name="cable",
        width=680,
        gap=14,
    )


def _share(o: Observation, cable: Cable) -> str:
    """Return how much of the score a cable is."""
    whole = sum(it.aim.weight for it in opinion.wanted_by(o.scenario, o.seat, o.dealt))
    return _("{share}% of what you are measured by").format(
        share=100 * cable.weight // max(1, whole)
    )


def credit(o: Observation) -> Widget:
    """Return what the capital thinks of its delegation, in a gauge and in words."""
    points = o.dealt.credit if o.dealt is not None else 0
    tone: Tone = "yes" if points >= CALM else "abstain" if points >= UNEASY else "no"
    says = words.credit(points)
    return Row(
        (
            Meter(round(points * DOTS / 100), DOTS, tone, look="dots", text=says),
            Text(says, size="small", flex=1),
        ),
        gap=8,
        hint=_("Credit at home, {points} of 100").format(points=points),
    )


def flexibility(
    o: Observation, measure: str, before: Steps, *, look: Look = "plain"
) -> Button | None:
    """Return the button that asks the capital for more room, which says the price and the odds."""
    if o.dealt is None:
        return None
    action = AskFlexibility(o.seat, measure or worst(o))
    question = _(
        "It costs an act and {price} of your credit. Such requests are granted {odds} times in "
        "100: then your sum rises by {points}, and what was instructed on {measure} is let go. "
        "The answer comes with the next round."
    ).format(
        price=FLEXIBILITY_PRICE,
        odds=odds(evolve(o.dealt, credit=o.dealt.credit - FLEXIBILITY_PRICE)),
        points=MORE_MARGIN,
        measure=words.measure(o.scenario, action.measure),
    )
    return Button(
        _("Ask for more room"),
        Steps((*before.messages, Confirm(question, _("Send the request"), action))),
        note=_("1 act"),
        look=look,
        disabled=why_not(o, action),
        name="flexibility",
    )


def worst(o: Observation) -> str:
    """Return the measure that weighs most against the text in hand, for the one who looks."""
    why = reasons(o, o.seat)
    causes = (r.cause for r in sorted(why.reasons, key=lambda r: r.points)) if why else ()
    return next((c for c in causes if o.scenario.has(c)), o.scenario.measures[0].id)


def _waits(o: Observation) -> str:
    assert o.dealt is not None  # The caller asked.
    return _("You asked for more room on {measure}; the answer comes with the next round.").format(
        measure=words.measure(o.scenario, o.dealt.asked)
    )


def home(o: Observation) -> Iterator[Widget]:
    """Yield the credit at home and the way to ask for more room, where capitals send cables."""
    if o.dealt is None or not o.scenario.plays(AskFlexibility.PART) or o.phase is not Phase.SQUEEZE:
        return
    yield Text(_("Your capital"), size="label", tone="muted")
    yield credit(o)
    if o.dealt.asked:
        yield Text(_waits(o), size="small", tone="accent")
    elif button := flexibility(o, "", Steps(()), look="ghost"):
        yield Row((button,))
