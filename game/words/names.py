"""Names of seats, measures, levels, phrases, ballots, beats and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from game.engine.scenario import Parameter, Scenario
from game.engine.terms import (
    TARGET,
    WORLD,
    Ballot,
    Cause,
    Circle,
    Phase,
    Phrase,
    Seat,
)
from game.words.language import _, capital, in_words, later, listed

_WITH_ARTICLE = (
    *("Central", "Democratic", "Dominican", "Netherlands", "Philippines", "Republic"),
    *("Russian", "Syrian", "UK", "USA", "United"),
)


# -- seats


def seat(scenario: Scenario, id: Seat) -> str:
    """Return a seat's name for running text, without article."""
    if id == TARGET:
        return scenario.target.capital
    if id == WORLD:
        return _("chance")
    if id not in scenario.seats:
        return id or _("nobody")
    return scenario.delegation(id).name.split(" (")[0]


def the(scenario: Scenario, id: Seat) -> str:
    """Return a seat's name with its article, for the middle of a sentence."""
    name = seat(scenario, id)
    if id in scenario.seats and name.split()[0] in _WITH_ARTICLE:
        return _("the {seat}").format(seat=name)
    return name


def begin(scenario: Scenario, id: Seat) -> str:
    """Return a seat's name with its article, for the beginning of a sentence."""
    return capital(the(scenario, id))


def seats(scenario: Scenario, ids: Iterable[Seat]) -> str:
    """Return several seats as a list in words."""
    return listed([the(scenario, id) for id in ids])


# -- the text


def title(scenario: Scenario, id: str) -> str:
    """Return a measure's title, for a label or the beginning of a line."""
    return scenario.measure(id).name if scenario.has(id) else id


def measure(scenario: Scenario, id: str) -> str:
    """Return a measure's title within a sentence."""
    return inside(title(scenario, id))


LED = later("The A An What Who Press Presidential Elements")
"""Words that begin a title and no name of its own: small within a sentence."""


def inside(title: str) -> str:
    """Return a title within a sentence: a word that begins no name is small there."""
    first = title.split(" ", 1)[0]
    return title[:1].lower() + title[1:] if first in _(LED).split() else title


def choice(parameter: Parameter, number: int) -> str:
    """Return a value of a parameter with its unit, such as *30 days*."""
    value = parameter.choices[number].value
    return f"{value} {parameter.unit}" if parameter.unit else value


def level(scenario: Scenario, id: str, number: int) -> str:
    """Return a level's label; level 0 is silence."""
    if number <= 0:
        return _("nothing")
    found = scenario.measure(id)
    return found.level(number).label if number <= found.top else str(number)


def clause(scenario: Scenario, id: str, number: int) -> str:
    """Return a measure with its level: *Flights: vigilance*, *no Flights*, or as in force."""
    if number <= 0:
        return _("nothing on {measure}").format(measure=measure(scenario, id))
    label, name = level(scenario, id, number), title(scenario, id)
    if number == scenario.in_force.get(id, 0):
        return _("{measure} as in force: {level}").format(measure=name, level=label)
    return _("{measure}: {level}").format(measure=name, level=label)


# -- tables

PHRASES: Mapping[Phrase, str] = {
    Phrase.SUPPORTS: later("supports"),
    Phrase.GOES_ALONG: later("can go along"),
    Phrase.CONCERNS: later("has concerns"),
    Phrase.DIFFICULTY: later("has serious difficulty"),
    Phrase.OPPOSES: later("will be obliged to vote against"),
}
_SAID: Mapping[Phrase, str] = {
    Phrase.SUPPORTS: later("{seat} supports the text"),
    Phrase.GOES_ALONG: later("{seat} can go along with the text"),
    Phrase.CONCERNS: later("{seat} has concerns about the text"),
    Phrase.DIFFICULTY: later("{seat} has serious difficulty with the text"),
    Phrase.OPPOSES: later("{seat} will be obliged to vote against the text"),
}
BALLOTS: Mapping[Ballot, str] = {
    Ballot.YES: later("in favour"),
    Ballot.NO: later("against"),
    Ballot.ABSTAIN: later("abstaining"),
    Ballot.NOT_PARTICIPATING: later("not participating"),
    Ballot.ABSENT: later("absent"),
}
_VOTES: Mapping[Ballot, str] = {
    Ballot.YES: later("{seat} votes in favour"),
    Ballot.NO: later("{seat} votes against"),
    Ballot.ABSTAIN: later("{seat} abstains"),
    Ballot.NOT_PARTICIPATING: later("{seat} does not participate in the vote"),
    Ballot.ABSENT: later("{seat} is absent from the vote"),
}
BEATS: Mapping[Phase, str] = {
    Phase.DEAL: later("Instructions"),
    Phase.ALARM: later("Alarm"),
    Phase.SOUNDINGS: later("Soundings"),
    Phase.TEXT: later("Text"),
    Phase.SQUEEZE: later("Squeeze"),
    Phase.BLUE: later("Blue"),
    Phase.VOTE: later("Vote"),
    Phase.ECHO: later("Echo"),
    Phase.OVER: later("Afterwards"),
}
PURPOSES: Mapping[Phase, str] = {
    Phase.DEAL: later("Capitals send their instructions."),
    Phase.ALARM: later("Something has happened."),
    Phase.SOUNDINGS: later("Every delegation takes a position in public."),
    Phase.TEXT: later("The pen writes a first text and shows it to a circle of its choice."),
    Phase.SQUEEZE: later(
        "Consultations: state, ask, back, oppose, warn; the pen answers and edits."
    ),
    Phase.BLUE: later("{bound} A last word before the vote."),
    Phase.VOTE: later("Sealed ballots, then the count, then explanations."),
    Phase.ECHO: later("The text meets the border, and the answer comes."),
    Phase.OVER: later("The sitting is over."),
}
CAUSES: Mapping[Cause, str] = {
    Cause.ADOPTED: later("adopted"),
    Cause.VETO: later("not adopted: a permanent member voted against"),
    Cause.SHORTFALL: later("not adopted: too few votes in favour"),
    Cause.VETO_AND_SHORTFALL: later(
        "not adopted: too few votes in favour, and a permanent member against"
    ),
    Cause.NO_TEXT: later("no text was put to the vote"),
}
READINGS: Mapping[str, str] = {
    "wide": later("a duty to be carried out in full"),
    "narrow": later("a narrow reading: what is not named is not forbidden"),
    "talks": later("a step on the way to talks"),
    "regret": later("it voted in favour, and regrets that the text failed"),
    "why": later("why it could not vote in favour"),
    "": later("no explanation"),
}
VOICES: Mapping[str, str] = {
    "for": later("A capital in favour"),
    "against": later("A capital with doubts"),
    "aid": later("An aid worker"),
    "town": later("A town that lives with it"),
}
INDICATORS: Mapping[str, str] = {
    "revenue": later("export earnings lost"),
    "fuel": later("fuel lost"),
    "hardship": later("hardship"),
    "trust": later("trust"),
    "threat": later("sense of threat"),
    "programme": later("progress of the programme"),
    "escalation": later("rung of the ladder"),
}
RUNGS = (
    later("quiet"),
    later("words"),
    later("short-range firings"),
    later("longer-range missiles"),
    later("a nuclear test"),
    later("shots between armed forces"),
)
CATEGORIES: Mapping[str, str] = {
    "frame": later("Frame"),
    "sectoral_export": later("Exports"),
    "sectoral_import": later("Imports"),
    "arms": later("Arms"),
    "finance": later("Finance"),
    "designation": later("Designations"),
    "enforcement": later("Enforcement"),
    "humanitarian": later("Humanitarian"),
    "diplomatic": later("Diplomacy"),
    "reporting": later("Reporting"),
    "review": later("Review"),
}


def phrase(it: Phrase) -> str:
    """Return a phrase as it stands in a list: *has concerns*."""
    return _(PHRASES[it])


def said(scenario: Scenario, id: Seat, it: Phrase) -> str:
    """Return a phrase as a sentence: *China has concerns about the text*."""
    return _(_SAID[it]).format(seat=begin(scenario, id))


def ballot(it: Ballot) -> str:
    """Return a ballot as the President calls it: *in favour*."""
    return _(BALLOTS[it])


def voted(scenario: Scenario, id: Seat, it: Ballot) -> str:
    """Return a ballot as a sentence: *China abstains*."""
    return _(_VOTES[it]).format(seat=begin(scenario, id))


def beat(it: Phase) -> str:
    """Return a beat's name."""
    return _(BEATS[it])


def bound(scenario: Scenario | None) -> str:
    """Return what can still change in blue; of sittings in general where none is given."""
    if scenario is None:
        return _("In blue nothing can change it, or small edits at the door alone.")
    if scenario.plays("blue"):
        return _("In blue only small edits at the door can change it.")
    return _("In blue no word can change.")


def purpose(scenario: Scenario, it: Phase) -> str:
    """Return what happens in a beat, in one sentence."""
    return _(PURPOSES[it]).format(bound=bound(scenario))


def cause(it: Cause) -> str:
    """Return how a vote ended."""
    return _(CAUSES[it])


def reading(it: str) -> str:
    """Return what an explanation of vote says of the text."""
    return _(READINGS[it]) if it in READINGS else it


def read(s: Scenario, it: str, clause: str = "") -> str:
    """Return what an explanation of vote says of the text, or of the clause that it names."""
    if not clause:
        return reading(it)
    says = _("a narrow reading of {measure}: what is not named there is not forbidden")
    return says.format(measure=measure(s, clause))


def voice(who: str) -> str:
    """Return who speaks in the aftermath."""
    return _(VOICES[who]) if who in VOICES else who


def indicator(key: str) -> str:
    """Return an indicator's name."""
    return _(INDICATORS[key]) if key in INDICATORS else key


def rung(number: int) -> str:
    """Return a rung of the ladder of escalation in words."""
    return _(RUNGS[min(max(number, 0), len(RUNGS) - 1)])


def category(key: str) -> str:
    """Return the name of a group of measures."""
    return _(CATEGORIES[key]) if key in CATEGORIES else capital(key.replace("_", " "))


def circle(scenario: Scenario, it: Circle) -> str:
    """Return who is in a circle beside the pen: *China*, *the permanent members*, *all fifteen*."""
    others = [s for s in scenario.circle(it) if s != scenario.penholder]
    if it is Circle.ALL:
        return _("all {count}").format(count=in_words(len(scenario.seats)))
    if it is Circle.P5 and len(others) > 2:
        return _("the permanent members")
    return seats(scenario, others)


# -- dates

_DAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)


def date(it: dt.date) -> str:
    """Return a date as *2 March 2016*."""
    month = whole_month(it.month)
    return _("{day} {month} {year}").format(day=it.day, month=month, year=it.year)


def month_of(it: dt.date) -> str:
    """Return the month of a date as *March 2016*."""
    return _("{month} {year}").format(month=whole_month(it.month), year=it.year)


def long_date(it: dt.date) -> str:
    """Return a date as *Wednesday 2 March 2016*."""
    return f"{_(_DAYS[it.weekday()])} {date(it)}"


def short_day(scenario: Scenario, number: int) -> str:
    """Return a day of the sitting as *2 Mar*, for tables."""
    it = scenario.date(number)
    return _("{day} {month}").format(day=it.day, month=_(_MONTHS[it.month - 1])[:3])


def whole_month(number: int) -> str:
    """Return the name of a month, 1 to 12: *March*."""
    return _(_MONTHS[number - 1])


def month(number: int) -> str:
    """Return the short name of a month, 1 to 12: *Mar*."""
    return _(_MONTHS[number - 1])[:3]


def day(scenario: Scenario, number: int) -> str:
    """Return a day of the sitting as *Wednesday 2 March 2016*."""
    return long_date(scenario.date(number))
