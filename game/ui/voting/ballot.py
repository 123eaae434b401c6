"""One's own ballot: the sum, the reasons, and what each vote would cost."""

from __future__ import annotations

from collections.abc import Mapping

from game import words
from game.engine import council, opinion
from game.engine.actions import Action, CastVote
from game.engine.consensus import ballot_for
from game.engine.events import Tally
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.terms import Ballot, Phrase
from game.ui.messages import Confirm, Pick, Picks
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.footer import why_not
from game.ui.parts.reasons import reason_lines, reasons
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import PHRASES, signed
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    Bar,
    Button,
    Canvas,
    Column,
    Dot,
    Line,
    Mark,
    Panel,
    Poly,
    Row,
    Run,
    Segment,
    Shape,
    Text,
    Tone,
    Widget,
)
from game.words import _, numeral, procedure

CLOSE = 0.4
"""Share of a scale under which two marks have no room beside each other."""
READY = "ready"
"""The pick that holds the number of the count for which one's ballot is ready."""
KEYS = {Ballot.YES: "yes", Ballot.NO: "no", Ballot.ABSTAIN: "abstain"}


def own_sum(o: Observation, *, limit: int = 9) -> Widget:
    """Return what one's own capital makes of the text: the scale, the sum, the reasons."""
    why = reasons(o, o.seat)
    if why is None or not o.seat:
        return Panel(_("Your sum"), (Text(_("There is no text to weigh."), tone="muted"),))
    points = why.total
    ballot = ballot_for(o.scenario, o.record, o.seat, points)
    return Panel(
        _("Your sum"),
        (
            Text(
                (Run(signed(points), bold=True), Run("  "), Run(following(ballot))),
                size="heading",
                font="serif",
                tone=_tone(ballot),
            ),
            sum_scale(o, points),
            reason_lines(o, why, limit=limit),
        ),
        name="own sum",
        gap=10,
    )


def following(ballot: Ballot) -> str:
    """Return which vote a sum leads to, in words."""
    if ballot is Ballot.YES:
        return _("enough for a yes")
    if ballot is Ballot.NO:
        return _("so little that it asks for a no")
    return _("not enough for a yes, nor for a no")


def _tone(ballot: Ballot) -> Tone:
    tones: dict[Ballot, Tone] = {Ballot.YES: "yes", Ballot.NO: "no"}
    return tones.get(ballot, "abstain")


def sum_scale(o: Observation, points: int) -> Widget:
    """Return the sum on a line with its two thresholds."""
    brief = o.scenario.briefs[o.seat]
    low = opinion.refuses_below(o.scenario, o.record, o.seat)
    high = brief.yes_at
    left, right = min(low, points) - 12, max(high, points) + 12
    span = right - left

    def at(value: float) -> float:
        return (value - left) / span

    shapes: tuple[Shape, ...] = (
        Poly(((0, 0.42), (at(low), 0.42), (at(low), 0.58), (0, 0.58)), "no"),
        Poly(((at(low), 0.42), (at(high), 0.42), (at(high), 0.58), (at(low), 0.58)), "abstain"),
        Poly(((at(high), 0.42), (1, 0.42), (1, 0.58), (at(high), 0.58)), "yes"),
        Line(((at(points), 0.24), (at(points), 0.76)), "text", 3),
        Dot(at(points), 0.5, "text", 6, ring=True),
        Mark(at(high), 0.58, _("yes from {n}").format(n=numeral(high)), "yes", "below"),
        _no_under(at(low), at(high), at(points), numeral(low)),
        Mark(at(points), 0.24, signed(points), "text", "above", bold=True),
    )
    words = _("your sum is {points}; a yes needs {high}, a no is due under {low}")
    says = words.format(points=signed(points), high=numeral(high), low=numeral(low))
    return Canvas(shapes, says, height=74, name="sum scale")


def _no_under(low: float, high: float, points: float, number: str) -> Mark:
    """Return the mark of the lower threshold: above the line where the other leaves no room."""
    says = _("no under {n}").format(n=number)
    if high - low < CLOSE and points - low > CLOSE:
        return Mark(low, 0.42, says, "no", "above")
    return Mark(low, 0.58, says, "no", "below")


def price(o: Observation, ballot: Ballot) -> str:
    """Return what a vote would cost the one who looks, in one or two sentences."""
    parts = []
    said = o.record.phrases.get(o.seat)
    if said is not None and _breaks_word(said, ballot):
        parts.append(
            _("You said that you {phrase}: this breaks your word before everybody.").format(
                phrase=_own_phrase(said)
            )
        )
    says = _("You promised {seat} {term}: this breaks it.")
    parts += [
        says.format(seat=words.the(o.scenario, p.to), term=words.term(o.scenario, p))
        for p in o.record.pledges
        if p.by == o.seat and p.status == "open" and not p.allows(ballot)
    ]
    why = reasons(o, o.seat)
    if why is not None:
        due = ballot_for(o.scenario, o.record, o.seat, why.total)
        if ballot is due:
            parts.append(_("This is what your instructions add up to."))
        elif ballot is Ballot.YES:
            short = o.scenario.briefs[o.seat].yes_at - why.total
            parts.append(
                _(
                    "Your capital is {n} points short of it; you would answer for that at home."
                ).format(n=short)
            )
        elif due is Ballot.YES:
            parts.append(_("Your instructions would have allowed a yes."))
    if ballot is Ballot.NO and o.seat in o.scenario.permanent:
        parts.append(_("A veto: your no alone defeats the text."))
        parts.append(procedure.veto_price(o.scenario, o.record, o.seat))
    if ballot is Ballot.ABSTAIN and o.seat in o.scenario.permanent:
        parts.append(_("No veto: the text can be adopted without you."))
    if ballot is not Ballot.YES and o.seat not in o.scenario.permanent:
        parts.append(_("One of nine that are needed is missing then."))
    return " ".join(parts)


def _breaks_word(said: Phrase, ballot: Ballot) -> bool:
    if said in (Phrase.SUPPORTS, Phrase.GOES_ALONG):
        return ballot is not Ballot.YES
    return said is Phrase.OPPOSES and ballot is Ballot.YES


def _own_phrase(said: Phrase) -> str:
    if said is Phrase.SUPPORTS:
        return _("support the text")
    if said is Phrase.GOES_ALONG:
        return _("can go along")
    return _("will vote against")


def choices(o: Observation, picks: Picks) -> Widget:
    """Return the three ballots on the draft with their keys and prices, and ways to stay away."""
    due = None
    if why := reasons(o, o.seat):
        due = ballot_for(o.scenario, o.record, o.seat, why.total)
    return ballots(o, picks, {ballot: price(o, ballot) for ballot in KEYS}, due)


def ballots(
    o: Observation, picks: Picks, notes: Mapping[Ballot, str], due: Ballot | None
) -> Widget:
    """Return the three ballots on the question in hand, and two ways to stay away."""
    labels = {
        Ballot.YES: _("In favour"),
        Ballot.NO: _("Against"),
        Ballot.ABSTAIN: _("Abstain"),
    }
    count = 1 + sum(isinstance(e, Tally) for e in o.log)
    is_ready = picks.get(READY, 0) == count
    buttons: list[Widget] = [
        Button(
            labels[ballot],
            _message(o, ballot),
            key=picks.key(key),
            look="card",
            note=notes.get(ballot, ""),
            disabled=why_not(o, CastVote(o.seat, ballot)),
            selected=ballot is due,
            main=is_ready and ballot is due,
            name=f"ballot {ballot.value}",
            flex=1,
        )
        for ballot, key in KEYS.items()
    ]
    if due in KEYS and not is_ready:
        buttons.append(_make_ready(labels[due], count))
    away = Row(
        (
            Text(_("Or stay away:"), size="small", tone="muted"),
            *(
                Button(
                    label,
                    CastVote(o.seat, ballot),
                    look="ghost",
                    disabled=why_not(o, CastVote(o.seat, ballot)),
                    name=f"ballot {ballot.value}",
                )
                for ballot, label in (
                    (Ballot.NOT_PARTICIPATING, _("do not take part")),
                    (Ballot.ABSENT, _("leave the room")),
                )
            ),
        ),
        gap=8,
        wrap=True,
    )
    return Column((*buttons, away), gap=10)


def _make_ready(label: str, count: int) -> Widget:
    """Return the button that lets the next Enter cast the ballot of one's own sum.

    A ballot cannot be taken back once others have followed, so one key alone casts none.
    """
    says = _("Take up the ballot: {label}")
    return Button(
        says.format(label=label),
        Pick(READY, count),
        main=True,
        look="primary",
        name="ready",
        hint=_("what your sum makes it; the next Enter casts it"),
    )


def _message(o: Observation, ballot: Ballot) -> Action | Confirm:
    vote = CastVote(o.seat, ballot)
    procedural = bool(o.questions) and council.is_procedural(o.questions[0])
    if ballot is Ballot.NO and o.seat in o.scenario.permanent and not procedural:
        question = _("Vote against? As a permanent member you defeat it alone.")
        if o.questions[0].kind == "draft":
            question += " " + procedure.veto_price(
                o.scenario, opinion.heard_of(o, o.questions[0].version), o.seat
            )
        return Confirm(question, _("Vote against"), vote)
    return vote


def last_words(o: Observation) -> Widget:
    """Return what the others said last, counted: all of it is public."""
    many: dict[Phrase, str] = {
        Phrase.SUPPORTS: _("support the text"),
        Phrase.GOES_ALONG: _("can go along"),
        Phrase.CONCERNS: _("have concerns"),
        Phrase.DIFFICULTY: _("have serious difficulty"),
        Phrase.OPPOSES: _("will be obliged to vote against"),
    }
    lines: list[Widget] = []
    tones: dict[Phrase, Tone] = {
        Phrase.SUPPORTS: "yes",
        Phrase.GOES_ALONG: "yes",
        Phrase.CONCERNS: "abstain",
        Phrase.DIFFICULTY: "abstain",
        Phrase.OPPOSES: "no",
    }
    total = len(o.scenario.seats)
    for phrase, tone in tones.items():
        seats = [s for s in o.scenario.seats if o.record.phrases.get(s) is phrase]
        if not seats:
            continue
        names = ", ".join(seat_name(o, s) for s in seats)
        says = many[phrase] if len(seats) > 1 else _(PHRASES[phrase])
        lines.append(
            Column(
                (
                    Text((Run(f"{len(seats)} ", bold=True), Run(says)), tone=tone),
                    Bar((Segment(tone, len(seats)),), total, text=names, thickness=5),
                    Text(names, size="small", tone="muted"),
                ),
                gap=3,
            )
        )
    silent = [s for s in o.scenario.seats if s not in o.record.phrases]
    if silent:
        names = ", ".join(seat_name(o, s) for s in silent)
        lines.append(Text(_("silent: {names}").format(names=names), size="small", tone="muted"))
    return Panel(_("What was said last"), tuple(lines), name="last words", gap=12)


def what_is_new(o: Observation) -> Widget | None:
    """Return what the text in blue adds to what is in force, in short lines."""
    text = text_in_hand(o)
    if text is None:
        return None
    s = o.scenario
    lines = []
    for m in s.measures:
        level, base = level_of(s, text, m.id), s.base(m.id)
        if level > base and m.contested:
            label = level_name(s, m.id, level)
            lines.append(
                Text((Run(m.name, bold=True), Run(f": {label}")), size="small", font="serif")
            )
    if not lines:
        return None
    return Panel(_("What the text adds"), tuple(lines), name="what is new", gap=3)
