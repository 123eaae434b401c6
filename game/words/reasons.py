"""Why a delegation thinks what it thinks of a text, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.opinion import Reason, level_of
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.words import names
from game.words.language import _, later, signed

REASONS: Mapping[str, str] = {
    "clause": later("{clause}"),
    "range": later("further than the capital can go: {clause}"),
    "agreed_words": later("agreed words lost: {measure}"),
    "red_line": later("red line: {clause}"),
    "rider": later("{measure}: {rider}"),
    "pressure": later("the whole text adds more at once than the capital can bear"),
    "answer": later("the {event} asks for an answer"),
    "mood": later("the mood of the instructions"),
    "margin": later("caution that the instructions ask for"),
    "pledge_broken": later("a promise broken: {measure}"),
    "word_doubted": later("promises to others broken: {cause}"),
    "ask_stands": later("its own request stands: {measure}"),
    "mark": later("went against what it had said in public: {measure}"),
    "next_step": later("the step that the last text promised"),
    "late_sight": later("shown the text late"),
    "ignored": later("asked, and got no answer"),
    "pull": later("what {seat} says of the text"),
    "asked_for": later("somebody asked for it to be heard"),
    "foretold": later("the last text promised a next step"),
    "norm": later("the weight it gives to proliferation"),
    "sovereignty": later("its concern about interference"),
    "brought": later("its letter brought the matter before the Council"),
    "set_back": later("the order of speakers sets it back"),
    "hearing": later("whoever has something to say is heard"),
    "own_objection": later("it was its own objection"),
    "chair": later("the President is not overruled lightly"),
    "dormant": later("for decades nobody was made to abstain as a party to a dispute"),
    "shut_out": later("its own vote is at stake"),
    "own_ruling": later("it was its own ruling"),
    "haste": later("a vote that is called is not held up"),
    "text": later("its view of the draft"),
    "saved": later("a vote today would lose the text"),
    "own_motion": later("it was moved by itself"),
    "own_draft": later("the text is its own"),
    "change": later("what the change does to the text: {measure}"),
    "unity": later("others on record in favour: {cause}"),
    "reopened": later("clauses that were closed with it, and changed: {cause}"),
    "silence_ignored": later("broke silence for it, and was not heard: {measure}"),
    "vote_given": later("a vote that the sum does not carry"),
    "vote_won": later("the hand of {seat}"),
    "aim": later("what the capital wants: {measure}"),
    "favour_given": later("what a favour costs: {favour}"),
    "name": later("lending its name"),
    "lift": later("what is no longer asked for: {measure}"),
    "enforce": later("enforcing it at the border"),
    "silence": later("silence when it is asked for"),
    "statement": later("an explanation that was agreed"),
    "own_word": later("its word to {seat}"),
    "favour": later("a favour received: {favour}"),
    "next_text": later("a promise for the next text"),
    "face": later("what it said before the cameras"),
    "grievance": later("what {seat} did in an earlier sitting, which is not forgotten"),
    "finding": later("closes what the experts found: {measure}"),
    "silence_kept": later("a text that was agreed under silence"),
}
"""Key of a reason -> what is behind it."""

_IN_FAVOUR: Mapping[str, str] = {
    "range": later("eases what went too far: {clause}"),
    "margin": later("room that the instructions leave"),
    "mark": later("went as it had said in public: {measure}"),
}
"""The same for reasons that add points, where the words differ."""


def reason(it: Reason, scenario: Scenario, draft: Draft | None = None) -> str:
    """Return a reason as a short signed line: *+41 Coal and iron exports: full ban*.

    Args:
        draft: the text it is about; names the level behind a reason.
    """
    return f"{signed(it.points)} {because(it, scenario, draft)}"


def because(it: Reason, scenario: Scenario, draft: Draft | None = None) -> str:
    """Return what is behind a reason, without its points."""
    words = (_IN_FAVOUR if it.points > 0 else {}).get(it.key) or REASONS[it.key]
    fields = {"cause": it.cause, "event": scenario.event}
    if "{favour}" in words:
        titles = (f.title for f in scenario.favours if f.id == it.cause)
        fields["favour"] = next(titles, it.cause)
    if "{seat}" in words:
        fields["seat"] = names.the(scenario, it.cause)
    elif it.cause in (m.id for m in scenario.measures):
        rider = scenario.measure(it.cause).rider
        fields["rider"] = rider.reason if rider else ""
        fields["measure"] = fields["clause"] = names.measure(scenario, it.cause)
        if draft is not None:
            level = level_of(scenario, draft, it.cause)
            fields["clause"] = names.clause(scenario, it.cause, level)
    return _(words).format_map(fields)
