"""The levels of one measure, from silence to the strongest, and what each would do."""

from __future__ import annotations

from game import words
from game.engine import wording
from game.engine.actions import SetClause
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.record import Clause, Draft
from game.engine.scenario import Effect, Measure
from game.ui.drafting.moves import Move, moves_of
from game.ui.drafting.moves import effect as of_text
from game.ui.drafting.rival import edit
from game.ui.drafting.texts import Desk
from game.ui.messages import Pick, Picks
from game.ui.parts.footer import why_not
from game.ui.parts.signs import percent, signed
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    Column,
    Entry,
    Flag,
    Row,
    Run,
    Spacer,
    Table,
    Text,
    Tone,
    Track,
    Widget,
)
from game.words import _, capital
from game.words.season import argued


def level_table(o: Observation, picks: Picks, desk: Desk, measure: str) -> Widget:
    """Return the levels of a measure from silence to the strongest, and what each would do.

    The pen writes a level by pressing it; others choose the one they would ask for.
    """
    m = o.scenario.measure(measure)
    found = moves_of(o, desk.levels, measure)
    lines = [_line(o, picks, desk, m, level, found.get(level)) for level in range(m.top + 1)]
    tracks = (Track(least=12), Track(flex=1), Track(align="end"), Track(align="end", least=30))
    if desk.text is not None:
        lines.insert(0, _head(o))
    return Table(tracks, lines, lead=3, gap=7)


def _head(o: Observation) -> Entry:
    passes = Text(
        _("passes"), size="small", tone="muted", hint=_("the chance that the text passes")
    )
    you = _("you") if o.seat else ""
    mine = Text(you, size="small", tone="muted", hint=_("points it adds to your own sum"))
    return Entry((Spacer(0, flex=0), Spacer(0, flex=0), passes, mine))


def _line(
    o: Observation, picks: Picks, desk: Desk, m: Measure, level: int, move: Move | None
) -> Entry:
    now = level_of(o.scenario, desk.levels, m.id)
    chosen = not (desk.writes or desk.rival) and picks.get("level", -1) == level
    message: object = None
    why = ""
    if level < o.scenario.floor(m.id):
        why = _("stays in force from earlier resolutions; a text cannot go below it")
    elif level == now and not chosen:
        # What is in the text stays a stop, so that the focus does not slip to a neighbour.
        stays = desk.writes or desk.rival
        message = Pick("measure", m.id) if stays else Pick("level", -1)
    elif desk.rival:
        message = edit(o, picks, m.id, level)
    elif desk.writes:
        action = SetClause(o.seat, m.id, level)
        message, why = action, why_not(o, action)
    else:
        message = Pick("level", level)
    is_now = level == now
    tone: Tone = "muted" if why else "accent" if is_now else "text"
    label = capital(level_name(o.scenario, m.id, level))
    runs: tuple[Run, ...] = (Run(label, bold=is_now or chosen, tone=tone),)
    if note := _standing(o, desk, m, level, now):
        runs = (*runs, Run(f"  {note}", tone="muted"))
    return Entry(
        (
            Text("●" if is_now else "○", size="small", tone=tone),
            Text(runs, size="small"),
            Text(
                percent(move.passes) if move and desk.text is not None else "",
                size="small",
                tone="muted",
                nowrap=True,
            ),
            _mine(o, move),
        ),
        message,
        selected=chosen,
        disabled=why,
        name=f"level {level}",
        hint=_hint(o, desk, m, level, move),
    )


def _hint(o: Observation, desk: Desk, m: Measure, level: int, move: Move | None) -> str:
    """Return the clause as it would print, and what the numbers beside it are."""
    parts = []
    if level:
        parts.append(words.printed(o.scenario, Clause(m.id, level)).replace("*", ""))
    if move and desk.text is not None:
        says = _("With it the text passes {chance}; veto threat {veto}; {votes} votes expected.")
        parts.append(
            says.format(
                chance=percent(move.passes),
                veto=percent(move.vetoed),
                votes=f"{move.expected:.1f}",
            )
        )
    return "\n\n".join(parts)


def _standing(o: Observation, desk: Desk, m: Measure, level: int, now: int) -> str:
    if desk.text is None:
        return _unseen_standing(o, m, level)
    if level == now:
        return _("now")
    if desk.number and level == level_of(o.scenario, desk.before, m.id):
        return _("rev. {number}").format(number=desk.number)
    if level == o.scenario.base(m.id) and level:
        return _("before")
    return ""


def _unseen_standing(o: Observation, m: Measure, level: int) -> str:
    """Return what is known of a level whose text was not shown: what holds without it."""
    if not level:
        return ""
    if level == o.scenario.base(m.id):
        return _("in force") if m.carries == "regime" else _("last text")
    if level == o.scenario.required.get(m.id, 0):
        return _("needed")
    return ""


def _mine(o: Observation, move: Move | None) -> Widget:
    if move is None or o.seat not in move.worths:
        return Spacer(0, flex=0)
    mine = move.worths[o.seat].points
    tone: Tone = "yes" if mine > 0 else "no" if mine < 0 else "muted"
    return Text(signed(mine), size="small", tone=tone, bold=True, nowrap=True)


def clause_facts(o: Observation, desk: Desk, measure: str, level: int) -> Widget:
    """Return what a level stops, whom it hurts besides the target, and who minds it."""
    m = o.scenario.measure(measure)
    now = desk.levels.get(measure)
    clause = now if now and now.level == level else Clause(measure, level)
    effect = wording.effect_of(o.scenario, clause)
    lines: list[Widget | None] = [
        Text(
            (
                Run(_("This clause alone: "), tone="muted"),
                Run(effect_words(effect)),
                *_whole(o, desk),
            ),
            size="small",
        ),
        _rider(o, m, level),
        *(
            Text((Run("◆ ", tone="abstain"), Run(capital(line))), size="small")
            for line in argued(o.scenario, o.record, measure)
        ),
        _who_minds(o, desk.levels, measure, level) if desk.text is not None else None,
    ]
    return Column(tuple(lines), gap=3)


def _whole(o: Observation, desk: Desk) -> tuple[Run, ...]:
    """Return what the whole text stops, so that nobody takes the clause for it."""
    if desk.text is None:
        return ()
    paper, hardship = of_text(o, desk.levels)
    says = _("{pressure} · hardship {hardship}, relief counted in")
    return (
        Run(_(".  The whole text: "), tone="muted"),
        Run(says.format(pressure=words.pressure(paper), hardship=hardship)),
    )


def effect_words(effect: Effect) -> str:
    """Return what a level stops if it is fully enforced, in words."""
    parts = []
    if effect.revenue:
        parts.append(
            _("{n} % of a year's export earnings stopped").format(n=_tenths(effect.revenue))
        )
    if effect.fuel:
        parts.append(_("{n} % of a year's fuel stopped").format(n=_tenths(effect.fuel)))
    if not parts:
        parts.append(_("stops nothing that can be counted"))
    if effect.hardship:
        adds = _("adds {n} to hardship") if effect.hardship > 0 else _("takes {n} off hardship")
        parts.append(adds.format(n=abs(effect.hardship)))
    if effect.burden:
        parts.append(_("work for customs and banks {n}").format(n=signed(effect.burden)))
    return " · ".join(parts)


def _tenths(permille: int) -> str:
    return f"{permille / 10:.1f}".removesuffix(".0")


def _rider(o: Observation, m: Measure, level: int) -> Widget | None:
    rider = m.rider
    if rider is None:
        return None
    holds = rider.from_level <= level > o.scenario.base(m.id)
    seats = [d.short for d in o.scenario.delegations if rider.who in (d.id, d.bloc)]
    label = _("Besides: ") if rider.points < 0 else _("It also helps: ")
    body = rider.reason
    if seats:
        body = _("{reason} ({who} {points})").format(
            reason=rider.reason, who=", ".join(seats), points=signed(rider.points)
        )
    if not holds:
        body += _(", from level {level}").format(level=rider.from_level)
    return Text((Run(label, tone="muted"), Run(body)), size="small")


def _who_minds(o: Observation, text: Draft, measure: str, level: int) -> Widget | None:
    """Return who gains and who loses most by this level, against silence or the regime."""
    s = o.scenario
    now = level_of(s, text, measure)
    base = s.base(measure)
    found = moves_of(o, text, measure)
    lower = found.get(base)
    here = found.get(level)
    if now == base and here is None:
        return None
    if now != base and lower is None:
        return None
    points = {}
    for seat in s.seats:
        to_here = here.worths[seat].points if here else 0
        to_base = lower.worths[seat].points if lower and now != base else 0
        points[seat] = to_here - to_base
    ranked = sorted(points.items(), key=lambda item: item[1])
    minds = [(seat, p) for seat, p in ranked if p < 0][:3]
    likes = [(seat, p) for seat, p in reversed(ranked) if p > 0][:2]
    if not minds and not likes:
        return None
    parts: list[Widget] = [Text(_("Against what was before:"), size="small", tone="muted")]
    for seat, p in (*minds, *likes):
        tone: Tone = "no" if p < 0 else "yes"
        parts.append(
            Row(
                (
                    Flag(seat, height=11),
                    Text(s.delegation(seat).short, size="small"),
                    Text(signed(p), size="small", tone=tone, bold=True),
                ),
                gap=4,
            )
        )
    return Row(
        tuple(parts),
        gap=10,
        wrap=True,
        hint=_("points in their sums: estimates from the briefs they could hold; yours are exact"),
    )
