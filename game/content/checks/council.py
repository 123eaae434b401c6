"""Cross-checks of the Council: members, seats, calendar, lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from game.codec import Fault
from game.content.checks.base import Doubt, absent, outside, twice, unknown
from game.content.library import Ground
from game.engine.terms import Phase

MARGIN_DAYS = 30
"""Days after the last round that the calendar has to cover."""

LONGEST_HINT = 25


def members(ground: Ground) -> Iterator[Fault]:
    """Check that every member is known and sits once."""
    crisis = ground.crisis
    for at, seat in enumerate(crisis.value.delegations):
        yield from unknown(crisis.at("delegations", at), "seat", seat, ground.delegations)
    for key in ("delegations", "measures"):
        if not getattr(crisis.value, key):
            yield Fault(crisis.at(key), f"no {key}; name some, or a pool that has them")
    seats = enumerate(crisis.value.delegations)
    yield from twice(((s, crisis.at("delegations", at)) for at, s in seats), "delegation")
    file = ground.library.members
    listed = enumerate(file.value.delegations)
    places = ((d.id, file.at("delegations", at, "id")) for at, d in listed)
    yield from twice(places, "delegation")
    for delegation in ground.delegations.values():
        yield from unknown(delegation.at("bloc"), "bloc", delegation.value.bloc, ground.blocs)


def chairs(ground: Ground) -> Iterator[Fault]:
    """Check who drafts, who is shown early, who is recommended and who is party to the dispute."""
    crisis = ground.crisis
    yield from absent(crisis.at("penholder"), "seat", crisis.value.penholder, ground.seats)
    for key in ("inner", "lively", "parties"):
        for at, seat in enumerate(getattr(crisis.value, key)):
            yield from absent(crisis.at(key, at), "seat", seat, ground.seats)
    if crisis.value.majority > len(ground.seats):
        text = f"majority {crisis.value.majority} is more than the {len(ground.seats)} members"
        yield Fault(crisis.at("majority"), text)


def calendar(ground: Ground) -> Iterator[Fault]:
    """Check that every month has a President, in English alphabetical order.

    Source: Provisional Rules of Procedure, rule 18.
    """
    crisis, presidency = ground.crisis, ground.crisis.value.presidency
    for month, seat in presidency.items():
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
            text = f"'{month}' is no month; expected one as 2016-01"
            yield Fault(crisis.at("presidency", month, key=True), text)
        yield from absent(crisis.at("presidency", month), "seat", seat, ground.seats)
    days = crisis.value.rounds * crisis.value.stride_days + MARGIN_DAYS
    if crisis.value.start > date.max - timedelta(days=days):
        yield Fault(crisis.at("start"), "the sitting would end after the year 9999")
        return
    dates = (crisis.value.start + timedelta(days=day) for day in range(days + 1))
    for month in dict.fromkeys(day.strftime("%Y-%m") for day in dates):
        if month not in presidency:
            text = f"nobody presides in {month}; the sitting can last until then"
            yield Fault(crisis.at("presidency"), text)
    months = sorted(month for month in presidency if presidency[month] in ground.seats)
    for before, after in pairwise(months):
        at = ground.seats.index(presidency[before])
        expected = ground.seats[(at + 1) % len(ground.seats)]
        if presidency[after] != expected and before[:4] == after[:4]:
            text = f"after {presidency[before]} the alphabet has {expected}"
            yield Doubt(crisis.at("presidency", after), text)


def incidents(ground: Ground) -> Iterator[Fault]:
    """Check that one incident opens the sitting and the others follow in order."""
    crisis, listed = ground.crisis, ground.crisis.value.incidents
    places = ((i.id, crisis.at("incidents", at, "id")) for at, i in enumerate(listed))
    yield from twice(places, "incident")
    if not listed:
        yield Fault(crisis.at("incidents"), "no incident opens the sitting; add one")
    elif listed[0].at_percent:
        text = f"the first incident opens the sitting; expected 0, found {listed[0].at_percent}"
        yield Fault(crisis.at("incidents", 0, "at_percent"), text)
    for at, (before, after) in enumerate(pairwise(listed), 1):
        if after.at_percent < before.at_percent or after.day < before.day:
            yield Fault(crisis.at("incidents", at), f"'{after.id}' comes before '{before.id}'")


def hints(ground: Ground) -> Iterator[Fault]:
    """Check that each hint of a lesson belongs to a beat and is short."""
    crisis = ground.crisis
    beats = [phase.value for phase in Phase]
    rounds = [f"round_{number}" for number in range(1, crisis.value.rounds + 1)]
    for key, text in crisis.value.lesson.items():
        yield from unknown(crisis.at("lesson", key, key=True), "beat", key, [*beats, *rounds])
        if len(text.split()) > LONGEST_HINT:
            words = f"{len(text.split())} words; a hint has at most {LONGEST_HINT}"
            yield Doubt(crisis.at("lesson", key), words)


def manners(ground: Ground) -> Iterator[Fault]:
    """Check the tempers and the ladder of verbs."""
    tempers, verbs = ground.library.tempers, ground.library.verbs
    listed = enumerate(tempers.value.tempers)
    yield from twice(((t.id, tempers.at("tempers", at, "id")) for at, t in listed), "temper")
    if not tempers.value.tempers:
        yield Fault(tempers.at("tempers"), "no temper can be dealt; add one")
    ladder = verbs.value.verbs
    places = ((v.verb, verbs.at("verbs", at, "verb")) for at, v in enumerate(ladder))
    yield from twice(places, "verb")
    for at, verb in enumerate(ladder):
        for key, value in (("strength", verb.strength), ("cost", verb.cost)):
            yield from outside(verbs.at("verbs", at, key), key, value, 0, 100)
        if at and verb.strength < ladder[at - 1].strength:
            text = f"'{verb.verb}' is weaker than '{ladder[at - 1].verb}' before it"
            yield Fault(verbs.at("verbs", at, "strength"), text)
        for name in ("{subject}", "{do}"):
            if verb.form.count(name) != 1:
                yield Fault(verbs.at("verbs", at, "form"), f"the form needs {name} once")


COUNCIL_CHECKS = (members, chairs, calendar, incidents, hints, manners)
