"""The document: numbered paragraphs, what changed and by whom, and what is asked under each."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from game import words
from game.engine.observation import Observation
from game.engine.opinion import keeps, level_of
from game.engine.record import Clause, Draft, Warned
from game.engine.scenario import Scenario
from game.engine.terms import Phase, Phrase
from game.ui.drafting.answers import request
from game.ui.drafting.levels import clause_facts, level_table
from game.ui.drafting.measures import focus_on
from game.ui.drafting.standing import bracketed, close_act, initials, standing_line
from game.ui.drafting.texts import Desk, open_asks, wishes
from game.ui.messages import Picks
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    SIGNS,
    Column,
    Divider,
    Flag,
    Grid,
    Panel,
    Paper,
    Paragraph,
    Row,
    Run,
    Spacer,
    Text,
    Widget,
)
from game.words import _, adopted, capital
from game.words.changes import Change
from game.words.clauses import reaffirms


def sheet(o: Observation, desk: Desk, after: Draft, chosen: str) -> Widget:
    """Return the text as a paper; what differs from the one before is marked.

    after: the text that is printed, a considered change included.
    """
    held = desk.writes or desk.rival
    against = desk.levels if after is not desk.text and not held else desk.before
    compare = desk.number > 0 or (not desk.writes and after is not desk.text)
    changes = {c.measure: c for c in words.diff(o.scenario, against, after)} if compare else {}
    printed = words.document(o.scenario, after, day=o.record.day)
    out: list[Widget] = [*_heading(o, desk), Divider()]
    for paragraph in printed.paragraphs:
        if not paragraph.measure:
            out.append(_plain(paragraph))
            continue
        out.append(_clause(o, paragraph, changes.get(paragraph.measure), against, after, chosen))
    out += annexed(printed.annexes)
    gone = [c for c in changes.values() if c.measure not in after]
    out += _gone(o, gone)
    return Paper(tuple(out), name=f"text {desk.shown}", gap=7, pad=30, flex=1)


def annexed(found: tuple[words.Annex, ...]) -> Iterator[Widget]:
    """Yield the lists that belong to the text, each with the paragraph that cites it."""
    for it in found:
        cited = _("Annex {numeral}, to paragraph {n}: {title}")
        title = cited.format(numeral=it.numeral, n=it.paragraph, title=it.title)
        yield Divider()
        yield Text(title, font="serif", bold=True)
        if it.note:
            yield Text(it.note, size="small", font="serif", tone="muted")
        entries = tuple(Text(line, size="small", font="serif") for line in it.lines)
        yield Grid(entries, cell=300, gap=4)


def _heading(o: Observation, desk: Desk) -> Iterator[Widget]:
    s = o.scenario
    number = _("S/{year}/9001").format(year=s.date(o.record.day).year)
    if desk.rival:
        state = _("a rival, seen by you alone")
    elif desk.writes or (o.is_pen and not desk.shown):
        state = _("working text, seen by you alone")
        if desk.number:
            state = _("working text after revision {number}").format(number=desk.number)
    elif o.blue and desk.shown == o.blue:
        state = _("what stands of both resolutions") if _both(o, desk) else _("in blue")
    else:
        state = _("revision {number}").format(number=desk.shown)
    yield Row(
        (
            Text(_("Security Council"), size="heading", font="serif", bold=True, flex=1),
            Text(f"{number} · {state}", size="small", font="serif", align="end"),
        ),
        align="baseline",
    )
    yield Text(
        _("Simulation · {date}").format(date=words.day(s, o.record.day)), size="small", font="serif"
    )
    if desk.rival:
        line = _("{names}: draft resolution").format(names=s.delegation(o.seat).name)
        yield Text(line, size="small", font="serif", italic=True)
    elif o.record.sponsors and not _both(o, desk):
        names = ", ".join(s.delegation(x).name for x in s.seats if x in o.record.sponsors)
        line = _("{names}: draft resolution").format(names=names)
        yield Text(line, size="small", font="serif", italic=True)


def _both(o: Observation, desk: Desk) -> bool:
    """Tell whether the text is what stands of two adopted ones, which is nobody's draft."""
    return bool(o.blue) and desk.shown == o.blue and bool(adopted.votes(o.log))


def runs_of(runs: tuple[words.Run, ...]) -> tuple[Run, ...]:
    """Return printed words as runs of a widget; added is underlined, removed struck out."""
    out = []
    for last, run in zip((None, *runs), runs, strict=False):
        if last is not None and last.mark == "-" and run.mark == "+":
            out.append(Run(" "))
        if run.mark == "+":
            out.append(Run(run.text, italic=run.italic, tone="accent", underline=True))
        elif run.mark == "-":
            out.append(Run(run.text, italic=run.italic, tone="no", strike=True))
        else:
            out.append(Run(run.text, italic=run.italic))
    return tuple(out)


def changed(s: Scenario, change: Change, before: Draft, after: Draft) -> tuple[Run, ...]:
    """Return a changed clause: word by word, or old and new whole where little is left."""
    kept = sum(len(run.text) for run in change.runs if not run.mark)
    if change.kind != "changed" or kept * 5 >= 3 * sum(len(run.text) for run in change.runs):
        return runs_of(change.runs)
    old = words.styled(words.printed(s, before[change.measure]))
    new = words.styled(words.printed(s, after[change.measure]))
    return (
        *runs_of(tuple(evolve(run, mark="-") for run in old)),
        Run("\n"),
        *runs_of(tuple(evolve(run, mark="+") for run in new)),
    )


def _plain(paragraph: words.Paragraph) -> Widget:
    number = f"{paragraph.number}." if paragraph.number else ""
    return Paragraph(runs_of(paragraph.runs), number=number, indent=28)


def _clause(
    o: Observation,
    paragraph: words.Paragraph,
    change: Change | None,
    before: Draft,
    after: Draft,
    chosen: str,
) -> Widget:
    id, selected = paragraph.measure, paragraph.measure == chosen
    body = changed(o.scenario, change, before, after) if change else runs_of(paragraph.runs)
    if paragraph.reaffirms and not change:
        body = tuple(_quiet(run) for run in body)
    below: list[Widget | None] = []
    if change:
        below.append(_what_changed(o, change))
    in_brackets = bracketed(o, after, id)
    if in_brackets:
        body = (*body, Run("]", bold=True))
        below.append(initials(o, after, id))
    elif asking := tuple(dict.fromkeys(a.seat for a in open_asks(o, id))):
        names = ", ".join(seat_name(o, s) for s in asking)
        below.append(_flagged(list(asking), _("asked about by {names}").format(names=names)))
    number = f"{paragraph.number}." if paragraph.number else ""
    return Paragraph(
        body,
        number=f"[{number}" if in_brackets else number,
        indent=28,
        message=focus_on(id),
        selected=selected,
        children=tuple(below),
        name=f"paragraph {id}",
    )


def _quiet(run: Run) -> Run:
    return Run(run.text, italic=run.italic, tone="muted")


def _what_changed(o: Observation, change: Change) -> Widget:
    """Return the change in signs and words, so that nothing hangs on colour."""
    arrow = {"+": SIGNS["up"], "-": SIGNS["down"]}.get(change.sign, "±")
    kinds = {"added": _("added"), "removed": _("taken out"), "changed": _("changed")}
    was = level_name(o.scenario, change.measure, change.before)
    now = level_name(o.scenario, change.measure, change.after)
    line = _("{sign} {kind}: {was} → {now}").format(
        sign=arrow, kind=kinds[change.kind], was=was, now=now
    )
    return Text(line, size="small", tone="accent", bold=True)


def _gone(o: Observation, changes: list[Change]) -> Iterator[Widget]:
    for change in changes:
        yield Paragraph(
            runs_of(change.runs),
            indent=28,
            message=focus_on(change.measure),
            children=(_what_changed(o, change),),
            name=f"gone {change.measure}",
        )


def lens(
    o: Observation,
    picks: Picks,
    desk: Desk,
    after: Draft,
    chosen: str,
    below: Widget | None = None,
) -> Widget:
    """Return the clause in focus under the glass: its words, and what everybody wants of it."""
    s = o.scenario
    level = level_of(s, after, chosen)
    number = words.paragraph(s, after, chosen) if chosen in after else _("not in the text")
    if desk.text is None:
        number = ""
    held = desk.writes or desk.rival
    compared = desk.levels if not held and after is not desk.text else desk.before
    change = next((c for c in words.diff(s, compared, after) if c.measure == chosen), None)
    against = desk.number > 0 or (not desk.writes and after is not desk.text)
    if change is not None and against:
        body = changed(s, change, compared, after)
    elif chosen in after and (desk.text is not None or after is not desk.levels):
        body = runs_of(words.styled(words.printed(s, after[chosen])))
    else:
        says = _("The text is silent on this; what is in force stays as it is.")
        if desk.text is None:
            says = _without_text(o, chosen)
        body = (Run(says, italic=True, tone="muted"),)
        change = None
    head = Row(
        (
            Text(s.measure(chosen).name, font="serif", size="heading", bold=True, flex=1),
            Text(capital(number), size="small", tone="muted", align="end"),
        ),
        align="baseline",
    )
    left: list[Widget | None] = [
        Paragraph(body, size="body" if change and against else "lead"),
        _what_changed(o, change) if change and against else None,
        standing_line(o, desk, chosen),
        *_voices(o, picks, desk, chosen, keyed=True),
        close_act(o, picks, chosen),
    ]
    return Panel(
        "",
        (
            head,
            Row(
                (
                    Column(tuple(left), gap=7, flex=6, min_width=220),
                    Column((level_table(o, picks, desk, chosen),), flex=5, min_width=240),
                ),
                gap=24,
                align="start",
            ),
            Divider(),
            clause_facts(o, desk, chosen, level),
            below,
        ),
        surface="paper",
        name="lens",
        gap=7,
        pad=20,
    )


def _without_text(o: Observation, measure: str) -> str:
    """Return what somebody knows of a clause who has not been shown the text."""
    s = o.scenario
    m, base = s.measure(measure), s.base(measure)
    says = _("You do not know what the text says of this.")
    if not base:
        known = _("Nothing of it is in force.")
    elif m.carries == "regime":
        known = _("In force: {level}.").format(level=level_name(s, measure, base))
    else:
        known = _("The last text said: {level}.").format(level=level_name(s, measure, base))
    return f"{says} {known} " + _("You can ask for it all the same.")


def _voices(o: Observation, picks: Picks, desk: Desk, id: str, *, keyed: bool) -> Iterator[Widget]:
    """Yield what delegations want of one clause: open asks first, then marks and warnings."""
    for at, wish in enumerate(wishes(o, id)):
        yield request(o, picks, desk, wish, keyed=keyed and at == 0)
    for pledge in o.record.promised:
        if pledge.measure == id:
            holds = keeps(o.scenario, desk.levels, pledge)
            yield _pledge(o, pledge.to, holds=holds)
    backed = [m.seat for m in o.record.marks if m.measure == id and m.backed]
    opposed = [m.seat for m in o.record.marks if m.measure == id and not m.backed]
    if backed:
        names = ", ".join(seat_name(o, s) for s in backed)
        yield _flagged(backed, _("{sign} backed by {names}").format(sign=SIGNS["yes"], names=names))
    if opposed:
        names = ", ".join(seat_name(o, s) for s in opposed)
        line = _("{sign} opposed by {names}").format(sign=SIGNS["no"], names=names)
        yield _flagged(opposed, line)
    for warned in o.record.warnings:
        if warned.measure == id and warned.stands:
            yield _flagged([warned.seat], _warned(o, warned))


def _warned(o: Observation, warned: Warned) -> str:
    """Return what a delegation has said of a clause at a level, as a line under it."""
    label = level_name(o.scenario, warned.measure, warned.level)
    announced = words.announced(warned.phrase)
    line = _("{sign} {seat} warns: {announced}, from “{level}” on")
    if warned.phrase is Phrase.SUPPORTS:
        line = _("{sign} {seat} could support it up to “{level}”")
    sign = "⚠" if warned.phrase.points <= 0 else SIGNS["abstain"]
    return line.format(sign=sign, seat=seat_name(o, warned.seat), announced=announced, level=label)


def _flagged(seats: list[str], line: str) -> Widget:
    flags = tuple(Flag(seat, height=12) for seat in seats[:4])
    return Row((*flags, Text(line, size="small", flex=1)), gap=6)


def _pledge(o: Observation, to: str, *, holds: bool) -> Widget:
    sign = SIGNS["yes"] if holds else SIGNS["no"]
    said = (
        _("{sign} promised to {seat}; the text keeps it")
        if holds
        else _("{sign} promised to {seat}; the text breaks it")
    )
    line = said.format(sign=sign, seat=seat_name(o, to))
    return Row(
        (
            Flag(to, height=12),
            Text(line, size="small", tone="yes" if holds else "no", flex=1),
        ),
        gap=6,
    )


def unseen(o: Observation) -> Widget:
    """Return the sheet of a seat that has not been shown any text."""
    s = o.scenario
    shown = o.record.showings[-1] if o.record.showings else None
    pen = words.begin(s, s.penholder)
    if shown is None:
        line = _("{pen} is writing. Nobody has been shown a text yet.").format(pen=pen)
    else:
        who = [x for x in s.circle(shown.circle) if x != s.penholder]
        line = _("{pen} has shown it to {who}, and not to you.").format(
            pen=pen, who=words.seats(s, who)
        )
    after = (
        _("You have asked in writing to see it. If it still comes late, that will count twice.")
        if o.seat in o.record.demanded
        else _("You can demand to see it. Until then you know only what is in force, and may ask.")
    )
    if o.phase not in (Phase.TEXT, Phase.SQUEEZE):
        after = ""
    return Paper(
        (
            Spacer(),
            Text(_("You have not been shown the text"), size="title", font="serif", align="center"),
            Text(line, font="serif", align="center"),
            Text(after, font="serif", align="center", tone="muted") if after else Spacer(0),
            Spacer(),
            Divider(),
            Text(_("In force from earlier resolutions"), size="label", tone="muted"),
            *_regime(o),
        ),
        name="unseen",
        flex=1,
    )


def _regime(o: Observation) -> Iterator[Widget]:
    s = o.scenario
    for m in s.measures:
        if level := s.in_force.get(m.id, 0):
            clause = Clause(m.id, level)
            assert reaffirms(s, clause)
            yield Text((Run(m.name, bold=True), Run(f": {m.level(level).label}")), font="serif")
