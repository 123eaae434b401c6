"""The papers of a sitting: any two texts compared, and who has seen which of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from game import words
from game.engine import opinion
from game.engine.observation import Observation
from game.engine.record import Clause, Draft
from game.engine.terms import Phase, Seat
from game.engine.text import agreed_words, sight
from game.ui.drafting.paper import changed, runs_of
from game.ui.messages import Pick, Picks
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import signed
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    SIGNS,
    Choice,
    Column,
    Divider,
    Entry,
    Flag,
    Panel,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    Tone,
    Track,
    Widget,
)
from game.words import _, capital, plural
from game.words.changes import Change
from game.words.language import later

IN_FORCE, WORKING = 0, -1
"""Numbers that stand for what was in force before, and for the pen's own text."""


@frozen
class Sheet:
    """A text that can be compared.

    number: of the version, or one of the two above.
    title: what it is called.
    draft: its clauses.
    """

    number: int
    title: str
    draft: Draft


def texts(o: Observation) -> tuple[Sheet, ...]:
    """Return every text this seat can read, the regime first and its own last."""
    found = [Sheet(IN_FORCE, _("in force"), {})]
    found += [Sheet(v.number, str(v.number), v.clauses) for v in o.versions]
    found += [
        Sheet(v.number, _("draft of {seat}").format(seat=seat_name(o, v.author)), v.clauses)
        for v in o.rivals
    ]
    if o.is_pen and o.working and o.phase in (Phase.TEXT, Phase.SQUEEZE):
        if not o.versions or o.working != o.versions[-1].clauses:
            found.append(Sheet(WORKING, _("yours"), o.working))
    return tuple(found)


def pair(o: Observation, picks: Picks) -> tuple[Sheet, Sheet]:
    """Return the two texts that are compared: those picked, else the last two."""
    every = texts(o)
    known = {t.number: t for t in every}
    new = known.get(picks.get("to", every[-1].number), every[-1])
    at = every.index(new)
    old = known.get(picks.get("from", every[max(0, at - 1)].number), every[max(0, at - 1)])
    return old, new


def comparison(o: Observation, picks: Picks) -> Widget:
    """Return two texts side by side in one: what was added, taken out and said otherwise."""
    old, new = pair(o, picks)
    options = tuple((t.number, t.title) for t in texts(o))
    found = words.diff(o.scenario, old.draft, new.draft)
    chooser = Panel(
        _("Compare"),
        (
            Choice(_("From"), old.number, options, Pick("from"), name="from"),
            Choice(_("To"), new.number, options, Pick("to"), name="to"),
            Divider(),
            *_summary(found),
        ),
        gap=12,
        flex=3,
        min_width=260,
        name="versions",
    )
    sheet = Paper(
        tuple(_changes(o, found, old, new)),
        name="comparison",
        pad=30,
        gap=14,
        flex=8,
        min_width=400,
    )
    return Row((chooser, sheet), gap=16, align="stretch", flex=1)


def _summary(found: tuple[Change, ...]) -> Iterator[Widget]:
    many = {sign: sum(c.sign == sign for c in found) for sign in "+-~"}
    lines = (
        (SIGNS["up"], plural("{count} clause stronger", "{count} clauses stronger", many["+"])),
        (SIGNS["down"], plural("{count} clause weaker", "{count} clauses weaker", many["-"])),
        ("±", plural("{count} in other words", "{count} in other words", many["~"])),
    )
    for sign, line in lines:
        yield Text((Run(f"{sign} ", tone="accent"), Run(line)))


def _changes(o: Observation, found: tuple[Change, ...], old: Sheet, new: Sheet) -> Iterator[Widget]:
    if not found:
        yield Text(_("Nothing differs between these two."), font="serif", tone="muted")
    arrows = {"+": SIGNS["up"], "-": SIGNS["down"]}
    for change in found:
        says = (Run(f"{arrows.get(change.sign, '±')} ", tone="accent"), Run(capital(change.text)))
        yield Column(
            (
                Text(says, size="small", bold=True),
                Paragraph(changed(o.scenario, change, old.draft, new.draft)),
            ),
            gap=3,
        )


# -- who has seen what


def seen_by(o: Observation) -> Widget:
    """Return who was shown which version on which day; a late look is a grievance."""
    numbers = [s.number for s in o.record.showings]
    if not numbers:
        line = Text(_("Nobody has been shown a text yet."), tone="muted")
        return Panel("", (line,), name="sight", flex=1)
    head = Entry(
        (
            Text(""),
            Text(""),
            *(Text(_("rev. {n}").format(n=n), size="small", tone="muted") for n in numbers),
            Text(_("late"), size="small", tone="muted", hint=_("points it takes off their sum")),
        )
    )
    found = sight(o.scenario, o.record)
    lines = [_line_of(o, seat, numbers, found[seat]) for seat in o.scenario.seats]
    tracks = (Track(), Track(flex=2), *(Track(flex=1) for _n in numbers), Track(align="end"))
    says = _("Whoever sees a text late, holds it against the pen; whoever demanded it, twice.")
    return Panel(
        _("Who has seen which text, and when"),
        (Table(tracks, (head, *lines), lead=9, gap=12), Text(says, size="small", tone="muted")),
        name="sight",
        flex=1,
    )


def _line_of(o: Observation, seat: Seat, numbers: list[int], found: Mapping[int, int]) -> Entry:
    name = seat_name(o, seat)
    late = opinion.sight_points(o.scenario, o.record, seat)
    label: tuple[Run, ...] = (Run(name, bold=seat == o.seat),)
    if seat == o.scenario.penholder:
        label = (*label, Run("  " + _("pen"), tone="muted"))
    elif seat in o.record.demanded:
        label = (*label, Run("  " + _("asked in writing"), tone="muted"))
    cells = (_cell(o, found.get(number)) for number in numbers)
    points = Text(signed(late) if late else "", size="small", tone="no", bold=True)
    return Entry(
        (Flag(seat, name, height=13), Text(label, size="small"), *cells, points),
        name=f"sight {seat}",
    )


def _cell(o: Observation, day: int | None) -> Widget:
    if day is None:
        return Text("–", size="small", tone="muted", hint=_("not shown"))
    return Text(f"{SIGNS['yes']} {words.short_day(o.scenario, day)}", size="small", nowrap=True)


# -- agreed language


FATES: Mapping[str, tuple[str, str, Tone]] = {
    "kept": (SIGNS["yes"], later("kept"), "yes"),
    "changed": ("±", later("changed"), "abstain"),
    "lost": (SIGNS["no"], later("lost"), "no"),
}
"""What becomes of agreed words -> sign, word, tone."""


def agreed_page(o: Observation, text: Draft | None) -> Widget:
    """Return what becomes of the words that the Council agreed before, clause by clause."""
    s = o.scenario
    shield = _("Words agreed before are a shield: whoever would drop them has to argue.")
    unseen = _("You have not been shown a text.")
    lines: list[Widget] = [Text(shield if text is not None else unseen)]
    fates = agreed_words(s, text) if text is not None else ()
    found = sorted(fates, key=lambda w: w.fate == "kept")
    for it in found:
        sign, word, tone = FATES[it.fate]
        was, now = level_name(s, it.measure, it.was), level_name(s, it.measure, it.now)
        says = was if it.was == it.now else f"{was} → {now}"
        head = (
            Run(f"{sign} {_(word)}  ", tone=tone),
            Run(s.measure(it.measure).name, bold=True),
            Run(f"  {says}"),
        )
        ancestor = words.styled(words.printed(s, Clause(it.measure, it.was)))
        lines.append(
            Column((Text(head, size="small"), Paragraph(runs_of(ancestor), tone="muted")), gap=2)
        )
    return Paper(tuple(lines), name="agreed words", pad=30, gap=12, flex=1)
