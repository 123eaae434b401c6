"""One delegation across the table: its word, what it says and may want, what stands between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game import words
from game.engine.actions import TellNeeds
from game.engine.observation import Observation
from game.engine.record import Asked, Term
from game.engine.terms import Seat
from game.engine.text import GONE, STANDS, fate
from game.ui.bargain.between import offers, promises
from game.ui.bargain.trust import trust
from game.ui.drafting.moves import variants_believed
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.seats import phrase_badge
from game.ui.parts.signs import percent
from game.ui.parts.speech import level_name
from game.ui.parts.yes_if import YesIf, yes_if
from game.ui.widgets import (
    Badge,
    Column,
    Flag,
    Meter,
    Panel,
    Row,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _, stances
from game.words.clauses import with_words
from game.words.language import later

DOTS = 10
UNLIKELY = 0.01
"""Chance under which possible instructions are not told."""


def portrait(o: Observation, seat: Seat) -> Widget:
    """Return all that can be seen of a delegation, and what is only believed of it."""
    return Panel(
        "",
        (
            _head(o, seat),
            _label(_("They say")),
            *_says(o, seat),
            *_word(o, seat),
            *_yes_if(o, seat),
            *_between(o, seat),
            *_believed(o, seat),
            _label(_("Talk so far")),
            *talk(o, seat),
        ),
        name=f"portrait {seat}",
        gap=8,
        flex=4,
        min_width=280,
    )


def _label(title: str) -> Widget:
    return Column((Spacer(4, flex=0), Text(title, size="label", tone="muted")), gap=0)


def _head(o: Observation, seat: Seat) -> Widget:
    s = o.scenario
    roles = [
        _("permanent member") if seat in s.permanent else _("elected member"),
        _("holds the pen") if seat == s.penholder else "",
        _("presides") if seat == s.president(o.record.day) else "",
        _("a person decides") if seat in o.people else "",
        _("sponsor of the text") if seat in o.record.sponsors and seat != s.penholder else "",
    ]
    return Row(
        (
            Flag(seat, s.delegation(seat).name, height=44),
            Column(
                (
                    Text(s.delegation(seat).short, size="title", font="serif"),
                    Text(" · ".join(r for r in roles if r), size="small", tone="muted"),
                ),
                gap=1,
                flex=1,
            ),
        ),
        gap=14,
    )


def _says(o: Observation, seat: Seat) -> Iterator[Widget]:
    s, phrase = o.scenario, o.record.phrases.get(seat)
    if phrase is not None:
        said = words.said(s, seat, phrase)
        yield Text(f"“{said}.”", size="lead", font="serif", italic=True)
        yield Row((phrase_badge(o, seat),))
    else:
        yield Text(_("Nothing of the text yet."), tone="muted")
    if stance := o.record.stances.get(seat):
        priority = words.measure(s, o.record.priorities[seat])
        line = _("In the soundings: {stance}; first of all {measure}.").format(
            stance=stances.wish(s, stance), measure=priority
        )
        yield Text(line, size="small", tone="muted")


def _believed(o: Observation, seat: Seat) -> Iterator[Widget]:
    """Yield the instructions it could have, with their chances: estimates, marked as such."""
    if seat == o.seat:
        return
    yield _label(_("You believe (an estimate)"))
    found = variants_believed(o, seat)
    for why, chance in [f for f in found if f[1] >= UNLIKELY] or found[:1]:
        dots = round(DOTS * chance)
        words_ = percent(chance)
        quiet: Tone = "text" if chance >= 0.2 else "muted"
        yield Column(
            (
                Text(why, size="small", font="serif", tone=quiet),
                Row(
                    (
                        Meter(dots, DOTS, look="dots", text=words_),
                        Text(words_, size="small", tone="muted"),
                    ),
                    gap=8,
                ),
            ),
            gap=2,
        )
    if seat in o.people:
        line = _("A person holds this seat: the instructions are public odds, the vote is theirs.")
        yield Text(line, size="small", tone="muted")


def _word(o: Observation, seat: Seat) -> Iterator[Widget]:
    """Yield how far its word goes."""
    if o.scenario.plays("credibility"):
        yield _label(_("Its word"))
        yield trust(o, seat)


def _between(o: Observation, seat: Seat) -> Iterator[Widget]:
    """Yield the promises and the offers between the one who looks and this seat."""
    found = (*promises(o, seat), *offers(o, seat))
    if found:
        yield _label(_("Between you"))
        yield from found


def _yes_if(o: Observation, seat: Seat) -> Iterator[Widget]:
    """Yield the nearest words that would win it, or that there are none."""
    found = yes_if(o, seat)
    if found is None:
        return
    yield _label(_("Yes if …"))
    if found.state == "won":
        line = _("A yes as the text stands: {chance}.").format(chance=percent(found.chance))
        yield Text(line, size="small", tone="yes", bold=True)
    elif found.state == "found":
        for clause in found.changes:
            yield Text(words.whole_clause(o.scenario, clause), size="small", bold=True)
        if found.favour:
            yield Text(_with_favour(o, found), size="small", bold=True)
        line = _("then a yes: {chance}; the text passes: {passes}")
        line = line.format(chance=percent(found.chance), passes=percent(found.passes))
        yield Text(line, size="small", tone="accent")
    elif found.state == "none":
        yield Text(_("There is no wording that wins it."), size="small", tone="no", bold=True)
    else:
        yield Text(_("Looking for a wording …"), size="small", tone="muted")


def _with_favour(o: Observation, found: YesIf) -> str:
    """Return what one would have to give beside the words, or with the words as they are."""
    says = _("and from you: {favour}") if found.changes else _("you give: {favour}")
    return says.format(favour=words.term(o.scenario, Term("favour", item=found.favour)))


def talk(o: Observation, seat: Seat) -> Iterator[Widget]:
    """Yield what a delegation said: phrases, requests, marks, warnings, and what it needs."""
    empty = True
    for heard in o.record.said:
        if heard.seat == seat:
            empty = False
            line = _("of revision {number}: {phrase}").format(
                number=heard.version, phrase=words.phrase(heard.phrase)
            )
            yield Text(line, size="small")
    for ask in o.record.asks:
        if ask.seat == seat:
            empty = False
            yield _asked(o, ask)
    for mark in o.record.marks:
        if mark.seat == seat:
            empty = False
            yield Text(words.mark(o.scenario, mark), size="small")
    for warning in o.record.warnings:
        if warning.seat == seat:
            empty = False
            tone: Tone = "no" if warning.stands and warning.phrase.points <= 0 else "text"
            yield Text(words.on_clause(o.scenario, warning), size="small", tone=tone)
    for event in o.log:
        if isinstance(event, TellNeeds) and (event.seat, event.to) == (seat, o.seat):
            empty = False
            yield Text(_needs(o, event), size="small", tone="accent")
    if empty:
        yield Text(_("Nothing yet."), size="small", tone="muted")


def _needs(o: Observation, event: TellNeeds) -> str:
    """Return what a delegation told the one who looks, between the two alone."""
    if event.about:
        about = words.measure(o.scenario, event.about)
    elif event.category:
        about = words.category(event.category)
    else:
        return _("told you that it needs nothing more")
    return _("told you that its difficulty is {about}").format(about=about)


def _asked(o: Observation, ask: Asked) -> Widget:
    line = _("round {round}: {clause}").format(round=ask.round, clause=words.asked(o.scenario, ask))
    return Row((Text(line, size="small", flex=1), status(o, ask)), gap=8)


def status(o: Observation, ask: Asked) -> Badge:
    """Return how an ask stands in the text as it is now, in a sign and a word."""
    found = fate(o.scenario, text_in_hand(o), ask)
    if found == "refused" and ask.counter is not None:
        label = level_name(o.scenario, ask.measure, ask.counter)
        label = with_words(o.scenario, label, ask.counter_words)
        return Badge(_("offered: {level}").format(level=label), "abstain")
    line, tone = FATES.get(found, FATES["open"])
    return Badge(_(line), tone)


FATES: Mapping[str, tuple[str, Tone]] = {
    "open": (later("waits"), "accent"),
    "granted": (later("granted"), "yes"),
    STANDS: (later("stands in the text"), "yes"),
    GONE: (later("no longer in the text"), "no"),
    "refused": (later("refused"), "no"),
    "ignored": (later("no answer"), "muted"),
    "lifted": (later("taken back"), "muted"),
}
"""How an ask stands -> word and colour."""
