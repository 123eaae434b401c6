"""Cross-checks of the text: measures, clauses, words, and every mapping of levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.codec import Fault, Place
from game.content.checks.base import Doubt, absent, outside, twice, unknown
from game.content.library import Ground, Placed, placeholders
from game.engine.scenario import EXPECTED_LEVELS, Level, Measure, Position, Verb

REMARKED = ("diplomatic", "humanitarian")
"""Categories whose lack the Secretariat remarks on."""
LEVEL_MAPS = ("in_force", "last_text", "opening", "required", "record", "later")


def measures(ground: Ground) -> Iterator[Fault]:
    """Check that each measure in play is known and given once."""
    crisis = ground.crisis
    listed = list(enumerate(crisis.value.measures))
    for at, id in listed:
        yield from unknown(crisis.at("measures", at), "measure", id, ground.measures)
    yield from twice(((id, crisis.at("measures", at)) for at, id in listed), "measure")
    file = ground.library.measures
    shared = enumerate(file.value.measures)
    yield from twice(((m.id, file.at("measures", at, "id")) for at, m in shared), "measure")


def positions(ground: Ground) -> Iterator[Fault]:
    """Check where everybody stands; nobody's opinion is guessed."""
    whose = (*ground.delegations, *ground.blocs)
    for placed in ground.measures.values():
        for who, position in placed.value.positions.items():
            key = placed.at("positions", who, key=True)
            yield from unknown(key, "seat or bloc", who, whose)
            yield from _position(ground, placed, who, position)
        if rider := placed.value.rider:
            yield from unknown(placed.at("rider", "who"), "seat or bloc", rider.who, whose)
            place = placed.at("rider", "from_level")
            yield from outside(place, "level", rider.from_level, 1, placed.value.top)
    for placed in ground.in_play.values():
        for delegation in ground.council:
            if not {delegation.id, delegation.bloc} & set(placed.value.positions):
                text = f"no position for {delegation.id} ({delegation.bloc}) on '{placed.value.id}'"
                yield Doubt(placed.at("positions", key=True), text)


def _position(
    ground: Ground, placed: Placed[Measure], who: str, position: Position
) -> Iterator[Fault]:
    top = placed.value.top
    least, most = position.accept
    for key, level in (
        ("ideal", position.ideal),
        ("red_from", position.red_from),
        ("red_below", position.red_below),
    ):
        if level is not None:
            yield from outside(placed.at("positions", who, key), "level", level, 0, top)
    if not least <= most:
        text = f"the range begins at {least} and ends at {most}"
        yield Fault(placed.at("positions", who, "accept"), text)
    if most > top and most != EXPECTED_LEVELS:
        yield from outside(placed.at("positions", who, "accept", 1), "level", most, 0, top)
    for at, threshold in enumerate(position.binds_when):
        path = ("positions", who, "binds_when", at)
        yield from _level(ground.measures, placed.at(*path), threshold.measure, threshold.level)


def _level(
    known: Mapping[str, Placed[Measure]], place: Place, measure: str, level: int
) -> Iterator[Fault]:
    yield from unknown(place, "measure", measure, known)
    if measure in known:
        yield from outside(place, f"level of '{measure}'", level, 0, known[measure].value.top)


def conditions(ground: Ground) -> Iterator[Fault]:
    """Check what levels need and cannot stand beside."""
    for placed in ground.measures.values():
        for at, need in enumerate(placed.value.requires):
            place = placed.at("requires", at, "measure")
            yield from _level(ground.measures, place, need.measure, need.min_level)
        for at, exclusion in enumerate(placed.value.excludes):
            place = placed.at("excludes", at, "measure")
            level = exclusion.level_at_least or exclusion.level_below or 0
            yield from _level(ground.measures, place, exclusion.measure, level)
            if (exclusion.level_at_least is None) == (exclusion.level_below is None):
                yield Fault(placed.at("excludes", at), "give level_at_least or level_below")
    for at, id in enumerate(ground.crisis.value.measures):
        measure = ground.in_play.get(id)
        for need in measure.value.requires if measure else ():
            if need.measure not in ground.in_play:
                text = f"'{id}' requires '{need.measure}', which is not in play; add it"
                yield Fault(ground.crisis.at("measures", at), text)


def _expected(placed: Placed[Measure]) -> Iterator[Fault]:
    m = placed.value
    if m.expected and m.category not in REMARKED:
        text = f"nothing is remarked of '{m.category}'; expected {' or '.join(REMARKED)}"
        yield Fault(placed.at("expected"), text)
    elif not 0 <= m.expected <= m.top:
        yield Fault(placed.at("expected"), f"{m.expected}; expected 0 to {m.top}")


def clauses(ground: Ground) -> Iterator[Fault]:
    """Check the words and the effect of every level."""
    ladder = {verb.verb: verb for verb in ground.library.verbs.value.verbs}
    for placed in ground.measures.values():
        if not placed.value.levels:
            yield Fault(placed.at("levels"), f"'{placed.value.id}' has no level; add one")
        if len(promises := placed.value.promises) not in (0, placed.value.top + 1):
            text = f"{len(promises)} promises; expected {placed.value.top + 1}, one a level from 0"
            yield Fault(placed.at("promises"), text)
        yield from _expected(placed)
        end = ";" if placed.value.part == "operative" else ","
        for at, level in enumerate(placed.value.levels):

            def place(key: str, at: int = at, placed: Placed[Measure] = placed) -> Place:
                return placed.at("levels", at, key)

            if not level.clause.endswith(end):
                yield Fault(place("clause"), f"the clause ends without '{end}'")
            if level.regular:
                yield from _regular(level, ladder, place)
            effect = level.effect
            is_felt = effect.revenue or effect.fuel or effect.hardship or effect.burden
            if is_felt and not (effect.source or effect.tuned):
                yield Doubt(place("effect"), "numbers without a source; give source or tuned")


def _regular(
    level: Level, ladder: Mapping[str, Verb], place: Callable[[str], Place]
) -> Iterator[Fault]:
    yield from unknown(place("verb"), "verb", level.verb, ladder)
    if level.verb in ladder and level.clause != rebuilt(level, ladder[level.verb]):
        text = "the clause differs from its verb, subject, act and tail; write them alike"
        yield Fault(place("clause"), text)


def rebuilt(level: Level, verb: Verb) -> str:
    """Return the clause of a regular level with this verb."""
    main = verb.form.replace("{subject}", level.subject).replace("{do}", level.act)
    return f"{main}, {level.tail};" if level.tail else f"{main};"


def words(ground: Ground) -> Iterator[Fault]:
    """Check that every placeholder in play has its text."""
    used: set[str] = set()
    for text, place, whose in _printed(ground):
        try:
            names = placeholders(text)
        except ValueError:
            yield Fault(place, "a brace has no partner")
            continue
        for name in names:
            if name not in ground.words and name not in used:
                missing = f"no words for {{{name}}}, which {whose} prints; add it"
                yield Fault(ground.crisis.at("words", key=True), missing)
        used.update(names)
    for name in ground.crisis.value.words:
        if name not in used:
            place = ground.crisis.at("words", name, key=True)
            yield Doubt(place, f"no clause in play uses {{{name}}}")


def _printed(ground: Ground) -> Iterator[tuple[str, Place, str]]:
    """Yield every text with placeholders, its place, and what it belongs to."""
    for at, line in enumerate(ground.crisis.value.preamble):
        yield line, ground.crisis.at("preamble", at), "the preamble"
    for placed in ground.in_play.values():
        for at, level in enumerate(placed.value.levels):
            yield level.clause, placed.at("levels", at, "clause"), f"'{placed.value.id}'"


def preamble(ground: Ground) -> Iterator[Fault]:
    """Check that each line is a preambular paragraph.

    Source: the form of resolutions: a participle in italics first, a comma last.
    """
    for at, line in enumerate(ground.crisis.value.preamble):
        if not (line.startswith("*") and line.strip().endswith(",")):
            text = "a line of the preamble begins with a *word in italics* and ends with a comma"
            yield Fault(ground.crisis.at("preamble", at), text)


def levels(ground: Ground) -> Iterator[Fault]:
    """Check every mapping from measures to levels."""
    for key in LEVEL_MAPS:
        stated: Mapping[str, int] = getattr(ground.crisis.value, key)
        yield from _levels(ground, (key,), stated)
    for at, statement in enumerate(ground.crisis.value.statements):
        yield from _levels(ground, ("statements", at, "levels"), statement.levels)
    for id, ceiling in ground.crisis.value.ceilings.items():
        yield from _own(ground, ("ceilings",), id)
        if id in ground.in_play:
            top = ground.in_play[id].value.top
            for who, level in ceiling.levels.items():
                path = ("ceilings", id, "levels", who)
                whose = (*ground.delegations, *ground.blocs)
                yield from unknown(ground.crisis.at(*path, key=True), "seat or bloc", who, whose)
                yield from outside(ground.crisis.at(*path), "level", level, 0, top)
        if not (ceiling.source or ceiling.tuned):
            yield Doubt(ground.crisis.at("ceilings", id), "give source or tuned")
    for id, ideals in ground.crisis.value.ideals.items():
        yield from _own(ground, ("ideals",), id)
        if id in ground.in_play:
            for seat, level in ideals.items():
                place = ground.crisis.at("ideals", id, seat, key=True)
                yield from absent(place, "seat", seat, ground.seats)
                top = ground.in_play[id].value.top
                yield from outside(ground.crisis.at("ideals", id, seat), "level", level, 0, top)


def _own(ground: Ground, path: tuple[str | int, ...], id: str) -> Iterator[Fault]:
    place = ground.crisis.at(*path, id, key=True)
    yield from absent(place, "measure", id, ground.in_play)


def _levels(
    ground: Ground, path: tuple[str | int, ...], stated: Mapping[str, int]
) -> Iterator[Fault]:
    for id, level in stated.items():
        yield from _own(ground, path, id)
        if id in ground.in_play:
            top = ground.in_play[id].value.top
            yield from outside(ground.crisis.at(*path, id), "level", level, 0, top)


def regimes(ground: Ground) -> Iterator[Fault]:
    """Check that what stays in force and what is said anew are kept apart."""
    crisis = ground.crisis.value
    for key, kind, other in (
        ("in_force", "regime", "last_text"),
        ("last_text", "text", "in_force"),
    ):
        for id in getattr(crisis, key):
            if id in ground.in_play and ground.in_play[id].value.carries != kind:
                text = f"'{id}' carries: {ground.in_play[id].value.carries}; state it in {other}"
                yield Fault(ground.crisis.at(key, id, key=True), text)
    for id, level in crisis.opening.items():
        if level < crisis.in_force.get(id, 0):
            text = f"level {level} is below {crisis.in_force[id]}, which is in force"
            yield Fault(ground.crisis.at("opening", id), text)


def drafts(ground: Ground) -> Iterator[Fault]:
    """Check that the stated texts keep what their levels require and exclude."""
    crisis = ground.crisis.value
    for key in ("opening", "required", "record", "later"):
        stated: Mapping[str, int] = getattr(crisis, key)
        whole = {**crisis.in_force, **stated}
        for id in stated:
            if id not in ground.in_play:
                continue
            for text in _against(ground.in_play[id].value, whole):
                yield Doubt(ground.crisis.at(key, id), text)
    for id, level in crisis.required.items():
        if crisis.opening and crisis.opening.get(id, 0) < level:
            text = f"the opening text has level {crisis.opening.get(id, 0)} and {level} is required"
            yield Doubt(ground.crisis.at("required", id), text)


def _against(measure: Measure, whole: Mapping[str, int]) -> Iterator[str]:
    level = whole.get(measure.id, 0)
    for need in measure.requires:
        if level >= need.when_level_at_least and whole.get(need.measure, 0) < need.min_level:
            yield f"level {level} requires '{need.measure}' at {need.min_level} or more"
    for exclusion in measure.excludes:
        other = whole.get(exclusion.measure, 0)
        too_high = exclusion.level_at_least is not None and other >= exclusion.level_at_least
        too_low = exclusion.level_below is not None and other < exclusion.level_below
        if level >= exclusion.when_level_at_least and (too_high or too_low):
            yield f"level {level} cannot stand beside '{exclusion.measure}' at {other}"


OPENINGS: Mapping[str, tuple[str, str]] = {
    "press": ("The members of the Security Council", "past"),
    "elements": ("The President told the press that", ""),
    "prst": ("The Security Council", "present"),
}
"""Product -> how its first sentence begins, and the tense of the verb that follows."""
IRREGULAR = ("found", "held", "kept", "met", "said", "saw", "spoke", "took", "told", "were")
"""Verbs of reported speech whose past does not end as the past of others does."""


def registers(ground: Ground) -> Iterator[Fault]:
    """Check that each product is worded as products of its kind are.

    Source: practice of the Council: a press statement is reported speech of its members, in the
    past; a presidential statement speaks for the Council, in the present.
    """
    for at, statement in enumerate(ground.crisis.value.statements):
        opening, tense = OPENINGS[statement.product]
        if not _in_register(statement.text, opening, tense):
            verb = f" and a verb in the {tense}" if tense else ""
            text = f"not the words of '{statement.product}'; begin with '{opening}'{verb}"
            text += "" if tense == "present" else ", and write 'would', not 'will'"
            yield Doubt(ground.crisis.at("statements", at, "text"), text)


def _in_register(text: str, opening: str, tense: str) -> bool:
    begun, said = text.startswith(opening + " "), text.removeprefix(opening).split()
    verb = next((word.strip(",") for word in said if not word.endswith("ly")), "")
    match tense:
        case "present":
            return begun and verb.endswith("s")
        case "past" if not verb.endswith("ed") and verb not in IRREGULAR:
            return False
    return begun and not {"will", "shall"} & {word.strip(",.;") for word in said}


TEXT_CHECKS = (
    measures,
    positions,
    conditions,
    clauses,
    words,
    preamble,
    levels,
    regimes,
    drafts,
    registers,
)
