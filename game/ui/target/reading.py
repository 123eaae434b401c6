"""What fills the target's own screen beside its acts: voices, plan, what weighs, the road."""

from __future__ import annotations

from game import words
from game.engine import ambition
from game.engine.abroad import mind
from game.engine.observation import Observation
from game.engine.scenario import Want
from game.engine.terms import Phase
from game.ui.abroad.plain import Rung
from game.ui.abroad.reading import RUNGS
from game.ui.target.plain import Stage, Voice, Wanted
from game.ui.widgets import Tone
from game.words import _, capital
from game.words.weighing import TERMS


def voices(o: Observation) -> tuple[Voice, ...]:
    """Return the inner voices, the loudest first, each with what it asks for and against."""
    if o.inside is None:
        return ()
    titles = {r.id: r.title for r in o.scenario.target.responses}
    out = []
    for f in o.scenario.target.factions:
        ranked = sorted(f.favours, key=lambda id: -f.favours[id])
        out.append(
            Voice(
                f.title,
                f.text,
                o.inside.voices[f.id],
                tuple(titles[id] for id in ranked[:2] if f.favours[id] > 0),
                tuple(titles[id] for id in ranked[:-3:-1] if f.favours[id] < 0),
            )
        )
    return tuple(sorted(out, key=lambda voice: -voice.strength))


def felt(o: Observation) -> tuple[tuple[str, int], ...]:
    """Return what weighs in the capital now, 0 to 100 each, by name; nothings are left out."""
    if o.inside is None:
        return ()
    known = ((key, o.inside.felt.get(key, 0)) for key in mind.TERMS)
    return tuple((capital(_(TERMS[key])), value) for key, value in known if value)


def road(o: Observation) -> tuple[Stage, ...]:
    """Return the steps of the road to talks, the state without any first."""
    target = o.scenario.target
    by = {r.leads: r.title.lower() for r in target.responses if r.leads}
    now = o.inside.stance if o.inside is not None else 0
    return tuple(
        Stage(step.title, step.text, by.get(step.id, "") if at > now else "", at == now, at < now)
        for at, step in enumerate(target.steps)
    )


def rungs(o: Observation) -> tuple[Rung, ...]:
    """Return the ladder with where things stand, and the highest act of these months."""
    now = o.indicators.get("escalation", 0)
    done = {id for _month, id in o.record.followup.acts}
    acts = [r for r in o.scenario.target.responses if r.id in done]
    top = max((r.rung for r in acts), default=-1)
    out = []
    for number in range(RUNGS):
        marks: list[tuple[str, Tone]] = []
        if number == now:
            marks.append((_("now"), "accent"))
        if number == top:
            marks.append((_("your highest act"), "muted"))
        out.append(Rung(words.rung(number), tuple(marks), is_here=number == now))
    return tuple(out)


def wanted(o: Observation) -> tuple[Wanted, ...]:
    """Return what the plan wants, heaviest first: with acts so far, in the end with what came."""
    if o.phase is Phase.ECHO:
        found = [_so_far(j) for j in ambition.judged(o)]
    elif o.phase is Phase.OVER:
        found = [
            Wanted(
                j.want.text,
                j.want.points,
                words.figure(j.want.figure, j.came),
                words.wanted(j.want),
                j.met,
            )
            for j in ambition.judged(o)
        ]
    else:
        found = [Wanted(want.text, want.points) for want in _wants(o)]
    return tuple(sorted(found, key=lambda it: -it.points))


def _so_far(j: ambition.Judged) -> Wanted:
    """Return a want amid the months, with the count so far where it counts acts."""
    counts = j.want.figure in ambition.COUNTS
    came = _("so far: {came}").format(came=words.figure(j.want.figure, j.came)) if counts else ""
    return Wanted(j.want.text, j.want.points, came)


def _wants(o: Observation) -> tuple[Want, ...]:
    target = o.scenario.target
    plan = next((d for d in target.doctrines if d.id == o.doctrine), None)
    return (*(plan.wants if plan else ()), *target.wants)
