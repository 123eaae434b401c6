"""After the count: what the result is, why it failed, how it was explained."""

from __future__ import annotations

from collections.abc import Mapping

from game import words
from game.engine.actions import Explain, ExplainHome, Withdraw
from game.engine.events import Missed, Tally, VetoPaid, WordBroken
from game.engine.observation import Observation
from game.engine.terms import Ballot, Phase, Seat
from game.ui.messages import Picks, Show
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import level_name
from game.ui.voting.calls import is_main
from game.ui.voting.explaining import explanation
from game.ui.widgets import (
    SIGNS,
    Button,
    Column,
    Flag,
    Grid,
    Panel,
    Row,
    Run,
    Text,
    Tone,
    Widget,
)
from game.words import _, adopted, procedure


def headline(o: Observation, tally: Tally, *, counted: bool) -> Widget:
    """Return the result as the President announces it; `counted`: the hands are said elsewhere."""
    tone: Tone = "yes" if tally.adopted else "no"
    title = (
        _("The draft resolution is adopted")
        if tally.adopted
        else _("The draft resolution is not adopted")
    )
    broad = adopted.breadth(o.record.sponsors, tally)
    if adopted.votes(o.log):
        title = _("Two draft resolutions are adopted")
    # The title has announced it already.
    count = words.hands(tally) if tally.adopted else words.counted(tally, o.scenario)
    return Column(
        (
            Text(title, size="title", font="serif", tone=tone, align="center"),
            None if counted else Text(count, tone="muted", align="center"),
            Text(broad, size="small", tone="muted", align="center") if broad else None,
        ),
        gap=4,
    )


def aftermath_of_vote(o: Observation, picks: Picks) -> Widget:
    """Return what follows from the count: why, broken words, explanations and one's own."""
    own = tuple(p for p in (_own_explanation(o, picks), _to_the_capital(o)) if p is not None)
    found = (
        _withdrawn(o),
        _both(o),
        _veto(o),
        _why_not(o),
        _broken(o),
        _questions(o),
        _explained(o),
    )
    panels = tuple(p for p in found if p is not None)
    if not own:
        return Grid(panels, cell=300, gap=14)
    if not panels:
        return Column(own, gap=14)
    # What is to be done comes first, with room for its words in one line each.
    return Row(
        (
            Column(own, gap=14, flex=5, min_width=420),
            Column((Grid(panels, cell=250, gap=14),), flex=6, min_width=300),
        ),
        gap=14,
        align="start",
    )


def _withdrawn(o: Observation) -> Widget | None:
    """Return that the draft was withdrawn, where there was no vote on it."""
    found = next((e for e in o.log if isinstance(e, Withdraw) and not e.version), None)
    if found is None or o.tally is not None:
        return None
    says = _("{seat} withdrew its draft before the vote: no product, and no defeat on record.")
    return Panel(
        _("Withdrawn"),
        (
            Text(says.format(seat=words.begin(o.scenario, found.seat)), font="serif"),
            Text(
                _("Rule 35: a draft can be withdrawn as long as no vote has been taken on it."),
                size="small",
                tone="muted",
            ),
        ),
        name="withdrawn",
    )


def _both(o: Observation) -> Widget | None:
    """Return two texts that were adopted, each with its vote, and what stands of them."""
    first, *clauses = adopted.standing(o.scenario, o.log, o.text) or ("",)
    if not first:
        return None
    counts = (Text(words.counted(t, o.scenario), tone="yes") for t in adopted.votes(o.log))
    return Panel(
        _("Two texts"),
        (
            *counts,
            Text(first, font="serif"),
            *(Text(clause, size="small", tone="muted") for clause in clauses),
        ),
        name="two texts",
        gap=5,
    )


def _veto(o: Observation) -> Widget | None:
    """Return what the veto did, who explained it, and what follows in the General Assembly."""
    tally = o.tally
    if tally is None or not tally.vetoes:
        return None
    s = o.scenario
    says = _("Nine and more were in favour; the no of {seats} alone defeats the draft.")
    if tally.count(Ballot.YES) < s.majority:
        says = _("{seats} voted no; the nine were not there either.")
    assembly = procedure.assembly(s, o.log)
    return Panel(
        _("The veto"),
        (
            Text(says.format(seats=words.seats(s, tally.vetoes)), font="serif"),
            Text(_("Charter, Article 27 (3)."), size="small", tone="muted"),
            *(Text(words.say(e, s), tone="no") for e in o.log if isinstance(e, VetoPaid)),
            Text(assembly, size="small", tone="muted"),
        ),
        name="veto",
        gap=5,
    )


def _questions(o: Observation) -> Widget | None:
    """Return every other vote of the sitting and how it ended."""
    both = adopted.votes(o.log)
    found = [e for e in o.log if isinstance(e, Tally) and not is_main(o, e) and e not in both]
    if not found:
        return None
    lines = tuple(
        Text(
            (
                Run(f"{SIGNS['yes' if tally.adopted else 'no']} "),
                Run(words.counted(tally, o.scenario)),
            ),
            size="small",
            tone="yes" if tally.adopted else "text",
        )
        for tally in found
    )
    return Panel(_("What else was voted on"), lines, name="other votes", gap=5)


def _why_not(o: Observation) -> Widget | None:
    found = next((e for e in reversed(o.log) if isinstance(e, Missed)), None)
    if found is None:
        return None
    short = [
        Row(
            (
                Flag(seat, height=14),
                Text(seat_name(o, seat), flex=1),
                Text(
                    _("{n} points short").format(n=points) if points else _("had enough for a yes"),
                    tone="muted",
                ),
            ),
            gap=8,
        )
        for seat, points in sorted(found.short.items(), key=lambda item: item[1])
    ]
    if found.otherwise:
        lines: list[Widget] = [Text(words.say(found, o.scenario), font="serif")]
    elif found.changes:
        lines = [
            Text(_("This would have carried, and cost the pen least:"), tone="muted", size="small")
        ]
        for measure, level in found.changes.items():
            name = o.scenario.measure(measure).name
            label = level_name(o.scenario, measure, level)
            lines.append(Text((Run(name, bold=True), Run(f": {label}")), font="serif", tone="yes"))
    else:
        lines = [Text(_("No one or two changes of the text would have carried it."), tone="muted")]
    return Panel(_("Why it failed"), (*lines, Column(tuple(short), gap=3)), name="missed")


def _broken(o: Observation) -> Widget | None:
    found = [e for e in o.log if isinstance(e, WordBroken)]
    if not found:
        return None
    lines = tuple(
        Row(
            (
                Flag(e.seat, height=14),
                Text(
                    _("{seat} voted otherwise than it had said").format(seat=seat_name(o, e.seat)),
                    flex=1,
                ),
            ),
            gap=8,
        )
        for e in found
    )
    return Panel(_("Words broken"), lines, name="words broken")


def explains(o: Observation) -> bool:
    """Tell whether this seat is asked how it explains its vote."""
    return o.stage == "explaining" and o.seat in o.scenario.seats and o.actor == o.seat


def _own_explanation(o: Observation, picks: Picks) -> Widget | None:
    if not explains(o):
        return None
    lead = Text(_("How do you explain your vote?"), font="serif", size="lead")
    return Panel(_("Your explanation"), (lead, explanation(o, picks)), name="explanation")


def _to_the_capital(o: Observation) -> Widget | None:
    """Return what the capital had wanted and did not get, each with a button that explains it."""
    if o.phase is not Phase.VOTE or o.actor != o.seat or not o.unmet:
        return None
    lead = Text(
        _("Not carried out. To explain it is free, and halves what it costs you at home."),
        size="small",
        tone="muted",
    )
    buttons = tuple(
        Button(
            _("Explain it to the capital"),
            ExplainHome(o.seat, cable.id),
            look="card",
            note=cable.text,
            disabled=why_not(o, ExplainHome(o.seat, cable.id)),
            name=f"explain home {cable.id}",
        )
        for cable in o.scenario.cables
        if cable.id in o.unmet
    )
    return Panel(_("Your capital"), (lead, *buttons), name="capital")


def _explained(o: Observation) -> Widget | None:
    if not o.explained:
        return None
    own, about = own_lines(o), o.narrowed
    lines = tuple(
        Row(
            (
                Flag(seat, height=14),
                Text(
                    (
                        Run(f"{seat_name(o, seat)}: ", bold=True),
                        Run(words.read(o.scenario, reading, about.get(seat, ""))),
                        Run(f" “{own[seat]}”" if seat in own else "", italic=True),
                    ),
                    size="small",
                    flex=1,
                ),
            ),
            gap=8,
        )
        for seat, reading in o.explained.items()
    )
    return Panel(_("How they explained it"), lines, name="explained", gap=5)


def own_lines(o: Observation) -> Mapping[Seat, str]:
    """Return what delegations added in their own words as they explained their votes."""
    return {e.seat: e.line for e in o.log if isinstance(e, Explain) and e.line}


def go_on(o: Observation, picks: Picks) -> Button | None:
    """Return the button that leads on once the meeting is over."""
    if o.phase not in (Phase.ECHO, Phase.OVER):
        return None
    return Button(
        _("See what follows"), Show("echo"), key=picks.key("on"), look="primary", name="to echo"
    )
