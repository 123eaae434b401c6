"""What could be laid on the table: the best deals found, clauses with their levels, words."""

from __future__ import annotations

from collections.abc import Sequence

from game import words
from game.engine.observation import Observation
from game.engine.opinion import LATER_MOST, LATER_PERCENT, level_of
from game.engine.record import Term
from game.ui.bargain.laid import GIVE, SIDES, TAKE, Laid, is_open, lay
from game.ui.bargain.vocabulary import words_of
from game.ui.drafting.deal import best_moves, worth_text
from game.ui.drafting.moves import Worth, moves_of
from game.ui.drafting.texts import Desk, open_asks
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    Button,
    Column,
    Entry,
    Row,
    Run,
    Spacer,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _, capital
from game.words.language import later

TEXT = "for which text"
"""The pick that says for which text a clause is laid down."""
TEXTS = (("clause", later("In this text")), ("next_text", later("In the next one")))
FIRST = 8
"""Measures that are listed before all are asked for."""
NOTHING = Worth(0)


def clause_side(o: Observation, table: Laid) -> str:
    """Return on which side of the table clauses lie: with the pen; empty if neither holds it."""
    if o.is_pen:
        return GIVE
    return TAKE if table.other == o.scenario.penholder else ""


def clause_term(o: Observation, desk: Desk, measure: str, level: int, kind: str = "clause") -> Term:
    """Return a clause as a term: at least a level above what stands, at most one below it."""
    now = level_of(o.scenario, desk.levels, measure)
    return Term(kind, measure, level, upward=level > now)


def laid_on(table: Laid, side: str, term: Term) -> Term | None:
    """Return what lies on a side at the level of a term, in whatever words."""
    about = (term.kind, term.measure, term.level)
    return next((t for t in table.side(side) if (t.kind, t.measure, t.level) == about), None)


def kind_of(o: Observation, picks: Picks) -> str:
    """Return what a clause is laid down for: this text, or the next one."""
    later_ = is_open(o) and o.scenario.keeps_pen and picks.get(TEXT, "clause") == "next_text"
    return "next_text" if later_ else "clause"


def _texts(o: Observation, picks: Picks) -> Widget | None:
    """Return the tabs for this text and the next one."""
    if not (is_open(o) and o.scenario.keeps_pen):
        return None
    kind = kind_of(o, picks)
    tabs = tuple(
        Button(_(title), Pick(TEXT, id), look="tab", selected=id == kind, name=f"for {id}")
        for id, title in TEXTS
    )
    return Row(tabs, gap=4)


# -- clauses


def clauses(o: Observation, picks: Picks, desk: Desk, table: Laid) -> Widget:
    """Return the measures, best first, and the levels of the one that is looked at."""
    chosen = chosen_measure(o, picks, desk, table)
    return Row(
        (
            Column((_measures(o, picks, desk, table, chosen),), flex=4, min_width=240),
            Column(
                (_texts(o, picks), levels(o, desk, table, chosen, kind_of(o, picks))),
                flex=4,
                min_width=240,
                gap=4,
            ),
        ),
        gap=20,
        align="start",
    )


def chosen_measure(o: Observation, picks: Picks, desk: Desk, table: Laid) -> str:
    """Return the measure that is looked at: picked, on the table, or the best to talk about."""
    ids = [m.id for m in o.scenario.measures]
    if picks.get("measure", "") in ids:
        return picks.get("measure", "")
    laid = [t.measure for t in (*table.give, *table.take) if t.kind == "clause"]
    if laid:
        return laid[-1]
    best = best_moves(o, desk, table.other)
    return best[0].measure if best else ids[0]


def _measures(o: Observation, picks: Picks, desk: Desk, table: Laid, chosen: str) -> Widget:
    every = picks.get("all clauses", False)
    order = _order(o, desk, table)
    shown = order if every else order[:FIRST]
    if chosen not in shown:
        shown = (*shown, chosen)
    lines = [_measure(o, desk, measure, chosen=measure == chosen) for measure in shown]
    more = Button(
        _("Fewer") if every else _("All {count} measures").format(count=len(order)),
        Pick("all clauses", not every),
        look="ghost",
        name="all clauses",
    )
    tracks = (Track(flex=1), Track(align="end", least=36))
    return Column((Table(tracks, lines, lead=2, gap=8), Row((more,))), gap=4)


def _order(o: Observation, desk: Desk, table: Laid) -> tuple[str, ...]:
    """Return all measures: asked about first, then those that gain a side most."""
    asked = [a.measure for a in open_asks(o) if a.seat == table.other]
    best = [move.measure for move in best_moves(o, desk, table.other)]
    rest = [m.id for m in sorted(o.scenario.measures, key=lambda m: not m.contested)]
    return tuple(dict.fromkeys((*asked, *best, *rest)))


def _measure(o: Observation, desk: Desk, measure: str, *, chosen: bool) -> Entry:
    now = level_name(o.scenario, measure, level_of(o.scenario, desk.levels, measure))
    found = moves_of(o, desk.levels, measure).values()
    most = max((move.worths[o.seat].points for move in found if o.seat in move.worths), default=0)
    return Entry(
        (
            Text(
                (Run(o.scenario.measure(measure).name, bold=True), Run(f"  {now}", tone="muted")),
                size="small",
            ),
            worth_text(Worth(most)) if most > 0 else Spacer(0, flex=0),
        ),
        Steps((Pick("measure", measure), Pick("level", -1))),
        selected=chosen,
        name=f"measure {measure}",
    )


def levels(o: Observation, desk: Desk, table: Laid, measure: str, kind: str = "clause") -> Widget:
    """Return the levels of a measure with their worth to both; pressing one lays it down.

    Args:
        kind: of term; of a promise for the next text the foot says what it is worth.
    """
    m = o.scenario.measure(measure)
    cells = ("", m.name, _("you"), _("{seat}, est.").format(seat=seat_name(o, table.other)))
    foot: tuple[Widget, ...] = ()
    if kind == "next_text":
        cells = ("", m.name, "", "")
        worth = _("worth {n} % of what the clause gains who is promised it, {most} points at most")
        foot = (Text(worth.format(n=LATER_PERCENT, most=LATER_MOST), size="small", tone="muted"),)
    head = Entry(tuple(Text(cell, size="small", tone="muted", nowrap=True) for cell in cells))
    terms = (clause_term(o, desk, measure, level, kind) for level in range(m.top + 1))
    lines = [_level(o, desk, table, term) for term in terms]
    tracks = (
        Track(least=12),
        Track(flex=1),
        Track(align="end", least=36),
        Track(align="end", least=56),
    )
    return Column((Table(tracks, (head, *lines), lead=3, gap=7), *foot), gap=4)


def _level(o: Observation, desk: Desk, table: Laid, term: Term) -> Entry:
    measure, level, side = term.measure, term.level, clause_side(o, table)
    now, is_later = level_of(o.scenario, desk.levels, measure), term.kind == "next_text"
    move = None if is_later else moves_of(o, desk.levels, measure).get(level)
    on = laid_on(table, side, term) if side else None
    message: object = lay(table.having(side, term), Pick("measure", measure)) if side else None
    why = ""
    if on is not None:
        message = lay(table.without(side, on), Pick("measure", measure))
    elif level < o.scenario.floor(measure):
        message, why = None, _("stays in force from earlier resolutions; a text cannot go below it")
    elif level == now and not is_later:
        message, why = None, _("it stands like that already")
    is_now = level == now
    label = capital(level_name(o.scenario, measure, level))
    note = _("now") if is_now else ""
    clause = words.clause(o.scenario, measure, level)
    return Entry(
        (
            Text(
                "●" if on else "◆" if is_now else "○",
                size="small",
                tone="accent" if on else "muted",
            ),
            Text(
                (
                    Run(label, bold=on is not None or is_now, tone="muted" if why else "text"),
                    Run(f"  {note}" if note else "", tone="muted"),
                ),
                size="small",
            ),
            worth_text(move.worths.get(o.seat, NOTHING)) if move else Spacer(0, flex=0),
            worth_text(move.worths.get(table.other, NOTHING)) if move else Spacer(0, flex=0),
        ),
        message,
        selected=on is not None,
        disabled=why if message is None else "",
        name=f"level {level}",
        hint=clause if message is not None else "",
    )


# -- words


def wordings(o: Observation, table: Laid) -> Widget:
    """Return what each side could give beside clauses, side by side; pressing one lays it down."""
    return Row(tuple(_words(o, table, side) for side in SIDES), gap=28, align="start")


def _words(o: Observation, table: Laid, side: str) -> Widget:
    found = words_of(o, table, side)
    title = _("You could give")
    if side == TAKE:
        title = _("{seat} could give").format(seat=seat_name(o, table.other))
    if not found:
        rows: Sequence[Widget] = (Text(_("nothing beside clauses"), size="small", tone="muted"),)
    else:
        rows = (Table((Track(least=12), Track(flex=1)), [_word(o, table, side, t) for t in found]),)
    return Column((Text(title, size="label", tone="muted"), *rows), gap=4, flex=1)


def _word(o: Observation, table: Laid, side: str, term: Term) -> Entry:
    on = term in table.side(side)
    then = table.without(side, term) if on else table.having(side, term)
    favour = next((f for f in o.scenario.favours if f.id == term.item), None)
    return Entry(
        (
            Text("●" if on else "○", size="small", tone="accent" if on else "muted"),
            Text(capital(words.term(o.scenario, term)), size="small", bold=on),
        ),
        lay(then),
        selected=on,
        name=f"{side} {term.kind} {term.measure or term.item}{term.ballot or ''}".rstrip(),
        hint=favour.text if favour and term.kind == "favour" else "",
    )
