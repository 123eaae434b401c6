"""What delegations trade, and how far their word goes, in words."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.actions import Say
from game.engine.opinion import VOTES_YES, binds
from game.engine.record import Draft, Mark, Pledge, Record, Term, Warned
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Phrase
from game.words import names
from game.words.clauses import with_words
from game.words.language import _, later, listed

CREDIBILITY = (
    (90, later("its word is good")),
    (70, later("mostly believed")),
    (45, later("believed with reserve")),
    (20, later("hardly believed")),
    (0, later("nobody counts on its word")),
)
"""Credibility from which on -> words."""
CREDIT = (
    (90, later("the capital trusts you fully")),
    (70, later("the capital trusts you")),
    (45, later("the capital asks questions")),
    (20, later("the capital is losing patience")),
    (0, later("the capital has lost patience")),
)
"""Credit at home from which on -> words."""


ANNOUNCED = {
    Phrase.SUPPORTS: later("support, up to this and no further"),
    Phrase.GOES_ALONG: later("a yes, and no support"),
    Phrase.CONCERNS: later("no yes to such a text"),
    Phrase.DIFFICULTY: later("an abstention at least"),
    Phrase.OPPOSES: later("a vote against"),
}
"""Phrase that is said of a clause -> what it announces."""


def announced(phrase: Phrase) -> str:
    """Return what a phrase announces that is said of a clause at one of its levels."""
    return _(ANNOUNCED[phrase])


def mark(scenario: Scenario, it: Mark) -> str:
    """Return what a delegation has said of a clause in public, for a list of what it said."""
    says = _("backs {measure}") if it.backed else _("opposes {measure}")
    return says.format(measure=names.measure(scenario, it.measure))


def on_clause(scenario: Scenario, warned: Warned) -> str:
    """Return what a delegation has said of a clause, for a list of what it said."""
    clause = names.clause(scenario, warned.measure, warned.level)
    says = _("of {clause}: {phrase}").format(clause=clause, phrase=names.phrase(warned.phrase))
    return _("{says}; taken back").format(says=says) if warned.moved else says


def term(scenario: Scenario, it: Term | Pledge) -> str:
    """Return what one side gives, for a list: *Flights, at most: vigilance*, *a vote in favour*."""
    match it.kind:
        case "clause":
            return _clause(scenario, it)
        case "lift":
            return _("no further request on {measure}").format(
                measure=names.measure(scenario, it.measure)
            )
        case "vote" if it.ballot is Ballot.YES:
            return _("a vote in favour")
        case "vote":
            return _("no vote against")
        case "sponsor":
            return _("co-sponsorship of the text")
        case "silence":
            return _("silence, when the text is put under silence")
        case "statement":
            return _("an explanation of vote: {reading}").format(reading=names.reading(it.item))
        case "enforce":
            return _("a vote in favour, and enforcement in full")
        case "favour":
            return next((f.title for f in scenario.favours if f.id == it.item), it.item)
        case "next_text":
            return _("in the next text: {clause}").format(clause=_clause(scenario, it))
    return it.kind


def _clause(scenario: Scenario, it: Term | Pledge) -> str:
    """Return the clause that is given: its level as a bound, or its words as they are to be."""
    if it.words is None:
        return bounded(scenario, it.measure, it.level, upward=it.upward)
    return with_words(scenario, names.clause(scenario, it.measure, it.level), it.words)


_BRIEF = {
    "sponsor": later("sponsorship"),
    "silence": later("silence"),
    "enforce": later("a yes, and enforcement"),
}
_READS = {
    "wide": later("reads it as a duty"),
    "narrow": later("reads it narrowly"),
    "talks": later("reads it as a step to talks"),
}


def breaking(scenario: Scenario, broken: Iterable[Pledge]) -> str:
    """Return which promises an act breaks, for a word of warning; empty for none."""
    says = _("breaks your word to {seat}: {term}")
    return listed(
        [says.format(seat=names.the(scenario, p.to), term=term(scenario, p)) for p in broken]
    )


def in_spite_of(scenario: Scenario, record: Record, said: Say, draft: Draft) -> str:
    """Return what a seat adds that announces a no and has promised its vote; mostly nothing.

    Whoever knows of no promise hears nothing of it.
    """
    if said.phrase is not Phrase.OPPOSES:
        return ""
    for p in record.pledges:
        if (p.by, p.status) != (said.seat, "open") or p.kind not in ("vote", *VOTES_YES):
            continue
        if not binds(scenario, record, p, draft):
            return _("unless what was agreed is in it")
        says = _("though it has promised {seat} {term}")
        return says.format(seat=names.the(scenario, p.to), term=term(scenario, p))
    return ""


def phrased(scenario: Scenario, event: Say, promised: str = "") -> str:
    """Return a phrase of the text as a sentence, with what was promised against it."""
    said = names.said(scenario, event.seat, event.phrase)
    if event.room == "stakeout":
        said = _("{said}, before the cameras").format(said=said)
    if promised:
        said = _("{said}, {promised}").format(said=said, promised=promised)
    if not event.because:
        return said
    above_all = _("{said}; what weighs most is {measure}")
    return above_all.format(said=said, measure=names.measure(scenario, event.because))


def brief(scenario: Scenario, it: Term) -> str:
    """Return what one side gives in as few words as will do: *Flights: vigilance*, *a yes*."""
    match it.kind:
        case "clause":
            return _named(scenario, it)
        case "lift":
            return _("drops {measure}").format(measure=names.measure(scenario, it.measure))
        case "vote":
            return _("a yes") if it.ballot is Ballot.YES else _("no vote against")
        case "statement" if it.item in _READS:
            return _(_READS[it.item])
        case "next_text":
            return _("next time: {clause}").format(clause=_named(scenario, it))
    return _(_BRIEF[it.kind]) if it.kind in _BRIEF else term(scenario, it)


def _named(scenario: Scenario, it: Term) -> str:
    """Return the clause that is given, in as few words as will do."""
    return with_words(scenario, names.clause(scenario, it.measure, it.level), it.words)


def terms(scenario: Scenario, many: Iterable[Term]) -> str:
    """Return what one side of a deal gives as a list in words; *nothing* if it gives nothing."""
    found = [term(scenario, it) for it in many]
    return listed(found) if found else _("nothing")


def bounded(scenario: Scenario, measure: str, level: int, *, upward: bool) -> str:
    """Return a measure with its least or its highest level: *Flights, at most: vigilance*."""
    if level <= 0 and not upward:
        return names.clause(scenario, measure, 0)
    text = _("{measure}, at least: {level}") if upward else _("{measure}, at most: {level}")
    return text.format(
        measure=names.measure(scenario, measure), level=names.level(scenario, measure, level)
    )


def credibility(points: int) -> str:
    """Return in words how far the others believe a delegation."""
    return next(_(words) for least, words in CREDIBILITY if points >= least or not least)


def credit(points: int) -> str:
    """Return in words what a capital thinks of its own delegation."""
    return next(_(words) for least, words in CREDIT if points >= least or not least)
