"""The target's own seat: what is known of the Council, its plan, and its acts month by month."""

from __future__ import annotations

from game import words
from game.engine import pressure
from game.engine.actions import LookOn, Suspend
from game.engine.followup import ANSWER, PLAN
from game.engine.observation import Observation
from game.engine.terms import TARGET, Phase
from game.ui.abroad import after, reading, weighing
from game.ui.ending.season import told
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.digest import known
from game.ui.parts.footer import act
from game.ui.parts.frame import frame
from game.ui.target import panels
from game.ui.target.acts import QUIET, chosen, options
from game.ui.target.plain import Option
from game.ui.target.reading import felt, road, rungs, voices, wanted
from game.ui.widgets import Button, Column, Panel, Paper, Paragraph, Row, Text, Widget
from game.words import _, plural
from game.words.language import later

TITLE = later("The capital")
BESIDE = (*QUIET, "Consider", "CallOff")
"""Kinds of acts that have a button of their own beside the act in hand."""
CLAUSES = 9
"""Clauses of the text that are named; the rest is a number."""


def available(observation: Observation | None) -> bool:
    """Tell whether a person looks from the target's seat."""
    return observation is not None and observation.seat == TARGET


def view(observation: Observation, picks: Picks) -> Widget:
    """Show what the target knows: the Council from outside, or what it can do this month."""
    o = observation
    found = options(o)
    asked = any(it.action is not None and not isinstance(it.action, LookOn) for it in found)
    at = chosen(o, found, picks.get("act", ""))
    if not asked or at is None:
        text = picks.get("own", "") == "text" and o.draft is not None
        body = _document(o) if text else _outside(o, picks)
        return frame(o, picks, Column((_lead(o), body), gap=12), acts=_go_on(o, picks), scroll=True)
    body = Column((_lead(o), _choice(o, found, at)), gap=14)
    return frame(o, picks, body, acts=_do(o, picks, found, at), scroll=True)


def _lead(o: Observation) -> Widget:
    if o.phase is Phase.ECHO:
        month = o.record.followup.month
        says = plural("One month after the vote.", "{count} months after the vote.", month)
        if o.stage == ANSWER and o.record.followup.suspension is not None:
            made = o.record.followup.suspension
            says += " " + words.say(Suspend(made.by, made.through), o.scenario) + "."
        elif o.actor == o.seat and o.stage == PLAN:
            says += " " + _("Is a large step to be made ready? Nobody is told of it.")
        elif o.actor == o.seat:
            says += " " + _("What is done, is done in public; why, nobody else is told.")
        if o.inside is not None and (plan := _titled(o, o.inside.plan)):
            ready = _("In secret: {act}; {n} signs of it could be seen.")
            says += " " + ready.format(act=plan.lower(), n=o.inside.signs)
    elif o.phase is Phase.OVER:
        says = _("The months are over.")
    else:
        says = _(
            "The Council sits, and {capital} has no seat in it. This is what is known outside."
        )
        says = says.format(capital=o.scenario.target.capital)
    return Text(says, font="serif", size="lead")


def _titled(o: Observation, response: str) -> str:
    return next((r.title for r in o.scenario.target.responses if r.id == response), "")


# -- while the Council sits


def _outside(o: Observation, picks: Picks) -> Widget:
    return Row(
        (
            Column((known(picks), _text(o)), gap=14, flex=5, min_width=340),
            Column((_plan(o), _voices(o), _road(o)), gap=14, flex=5, min_width=340),
            Column((_signs(o), _felt(o), _ladder(o)), gap=14, flex=4, min_width=300),
        ),
        gap=14,
        align="start",
    )


def _text(o: Observation, *, whole: bool = False) -> Widget:
    """Return what the text would add to what is in force, as far as it is known outside."""
    s, draft = o.scenario, o.draft
    title = _("The text, as far as it is known")
    if draft is None:
        none = _("No text is known outside the room yet.")
        return Panel(title, (Text(none, tone="muted"),), name="known text")
    added = [c for c in draft.values() if c.level > s.base(c.measure)]
    added.sort(key=lambda c: s.base(c.measure) - c.level)
    now, then = (words.points(pressure.paper_of(s, text, o.before)) for text in ({}, draft))
    says = _("On paper {then} of 100, where {now} is in force.").format(then=then, now=now)
    shown = added if whole else added[:CLAUSES]
    lines: list[Widget] = [Text(words.clause(s, c.measure, c.level), size="small") for c in shown]
    if rest := len(added) - len(shown):
        lines.append(Text(_("and {n} more").format(n=rest), size="small", tone="muted"))
    if not whole:
        read = Button(_("Read it"), Pick("own", "text"), name="read text")
        lines.append(Row((read,)))
    return Panel(title, (Text(says, font="serif"), *lines), name="known text", gap=6)


def _document(o: Observation) -> Widget:
    printed = words.document(o.scenario, o.draft or {}, day=o.record.day, title="")
    back = Button(_("Back"), Pick("own", ""), look="plain", name="text back")
    sheet = Paper(
        (
            *(Text(line, font="serif", align="center") for line in printed.heading),
            *(
                Paragraph(p.plain, number=f"{p.number}." if p.number else "")
                for p in printed.paragraphs
            ),
        ),
        name="document",
    )
    beside = Column((_text(o, whole=True), Row((back,))), gap=10, flex=4, min_width=300)
    return Row((Column((sheet,), flex=8, min_width=400), beside), gap=14, align="start")


def _go_on(o: Observation, picks: Picks) -> tuple[Widget, ...]:
    if o.actor != o.seat:
        return ()
    return (
        act(
            o,
            picks,
            _("Let the Council go on"),
            LookOn(o.seat),
            key="on",
            main=True,
            look="primary",
        ),
    )


# -- month by month


def _choice(o: Observation, found: tuple[Option, ...], at: Option) -> Widget:
    lead, note = _("What draws there, in points"), _("Ten points double the weight of an act.")
    if o.stage == ANSWER:
        lead, note = _("What speaks for a yes"), _("In points of a thousand.")
    return Row(
        (
            Column(
                (panels.acts(found, at.id, title=_("What can be done")), _felt(o)),
                gap=14,
                flex=5,
                min_width=340,
            ),
            Column(
                (panels.act(at, lead=lead, note=note), _pressure(o), _signs(o), told(o)),
                gap=14,
                flex=5,
                min_width=340,
            ),
            Column((_plan(o), _voices(o), _road(o), _ladder(o)), gap=14, flex=4, min_width=300),
        ),
        gap=14,
        align="start",
    )


def _pressure(o: Observation) -> Widget | None:
    """Return the pressure that is felt, month by month; nothing before the first has passed."""
    found = after.so_far(o)
    if found is None:
        return None
    says = _("On paper {paper} of 100; at the border {enforced} are carried out.")
    said = says.format(
        paper=words.points(found.paper[-1]), enforced=words.points(found.enforced[-1])
    )
    # In a row of its own it is as tall as what it says.
    return Row((after.course(o, found, title=_("The pressure you feel"), says=said),))


def _do(
    o: Observation, picks: Picks, found: tuple[Option, ...], at: Option
) -> tuple[Widget | None, ...]:
    """Return what does the act in hand, and what leaves everything as it is."""
    if at.action is None:
        main: Widget = Button(
            at.title, None, key=picks.key("main"), look="primary", disabled=at.disabled, name="do"
        )
    else:
        done = Steps((at.action, Pick("act", "")))
        main = act(o, picks, at.title, at.action, main=True, look="primary", message=done)
    beside = [it for it in found if it != at and type(it.action).__name__ in BESIDE]
    return (main, *(_beside(o, picks, it) for it in beside))


def _beside(o: Observation, picks: Picks, it: Option) -> Widget | None:
    """Return the button of what is offered beside the act in hand; the quiet one has its key."""
    if it.action is None:
        return None
    key = "end" if type(it.action).__name__ in QUIET else ""
    done = Steps((it.action, Pick("act", "")))
    return act(o, picks, it.title, it.action, key=key, message=done, name=f"beside {it.id}")


# -- on both


def _plan(o: Observation) -> Widget | None:
    found = next((d for d in o.scenario.target.doctrines if d.id == o.doctrine), None)
    if found is None:
        return None
    says = _("What it wants of the months after the vote")
    return panels.plan(found.title, found.text, wanted(o), says=says)


def _voices(o: Observation) -> Widget | None:
    found = voices(o)
    return panels.heard(found, title=_("Who is heard")) if found else None


def _felt(o: Observation) -> Widget | None:
    found = felt(o)
    return panels.felt(found, title=_("What weighs on you, 0 to 100")) if found else None


def _road(o: Observation) -> Widget | None:
    found = road(o)
    return panels.road(found, title=_("The road to talks")) if len(found) > 1 else None


def _signs(o: Observation) -> Widget:
    return weighing.signs(
        reading.signs(o), title=_("What others have seen"), ends=(_("first day"), _("today"))
    )


def _ladder(o: Observation) -> Widget:
    return weighing.ladder(rungs(o), title=_("The ladder"))
