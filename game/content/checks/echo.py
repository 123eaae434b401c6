"""Cross-checks of what comes after the vote: target, enforcers, voices, trades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.codec import Fault
from game.content.checks.base import Doubt, absent, outside, twice, unknown
from game.content.library import Ground, Placed, placeholders
from game.engine.abroad.mind import TERMS
from game.engine.abroad.world import STEADY
from game.engine.aftermath import VOICES
from game.engine.ambition import FIGURES
from game.engine.scenario import Target, Trade, Voice, Want
from game.engine.state import INDICATORS

MOST_PAPER = MOST_GAUGE = 100
WHOLE = 1000


def target(ground: Ground) -> Iterator[Fault]:
    """Check the target: its plans, what can be seen of them, what it can do."""
    placed = ground.target
    if placed is None:
        place = ground.crisis.at("target")
        yield from unknown(place, "target", ground.crisis.value.target, ground.library.targets)
        return
    for key in ("doctrines", "clues", "responses"):
        listed = list(enumerate(getattr(placed.value, key)))
        if not listed:
            yield Fault(placed.at(key), f"the target has no {key}; add some")
        yield from twice(((item.id, placed.at(key, at, "id")) for at, item in listed), key[:-1])
    yield from _indicators(placed)
    yield from _own_indicators(ground)
    yield from _doctrines(placed)
    yield from _responses(placed)
    yield from _wants(placed)


def _wants(placed: Placed[Target]) -> Iterator[Fault]:
    responses = [response.id for response in placed.value.responses]
    plans = enumerate(placed.value.doctrines)
    lists: dict[tuple[str | int, ...], tuple[Want, ...]] = {("wants",): placed.value.wants}
    lists |= {("doctrines", at, "wants"): plan.wants for at, plan in plans}
    for path, wants in lists.items():
        yield from twice(((w.id, placed.at(*path, at, "id")) for at, w in enumerate(wants)), "want")
        for at, want in enumerate(wants):
            if want.figure != "acts":
                place = placed.at(*path, at, "figure")
                yield from unknown(place, "figure", want.figure, FIGURES)
            for number, id in enumerate(want.acts):
                yield from unknown(placed.at(*path, at, "acts", number), "response", id, responses)
            if want.at_least > want.at_most:
                text = f"at_least {want.at_least} is above at_most {want.at_most}"
                yield Fault(placed.at(*path, at), text)


def _indicators(placed: Placed[Target]) -> Iterator[Fault]:
    for id, value in placed.value.indicators.items():
        yield from unknown(placed.at("indicators", id, key=True), "indicator", id, INDICATORS)
        if id in INDICATORS:
            yield from outside(placed.at("indicators", id), id, value, 0, INDICATORS[id])
    for id in INDICATORS:
        if id not in placed.value.indicators:
            yield Fault(placed.at("indicators", key=True), f"indicator '{id}' is missing")


def _own_indicators(ground: Ground) -> Iterator[Fault]:
    """Check what a crisis starts otherwise, gauges that nobody reads among it."""
    crisis, most = ground.crisis, {**INDICATORS, **dict.fromkeys(STEADY, MOST_GAUGE)}
    for id, value in crisis.value.indicators.items():
        yield from unknown(crisis.at("indicators", id, key=True), "indicator", id, most)
        if id in most:
            yield from outside(crisis.at("indicators", id), id, value, 0, most[id])


def _doctrines(placed: Placed[Target]) -> Iterator[Fault]:
    doctrines = [doctrine.id for doctrine in placed.value.doctrines]
    responses = [response.id for response in placed.value.responses]
    for at, doctrine in enumerate(placed.value.doctrines):
        for id in doctrine.responses:
            place = placed.at("doctrines", at, "responses", id, key=True)
            yield from unknown(place, "response", id, responses)
        telling = [clue for clue in placed.value.clues if _tells(clue.weights, doctrine.id)]
        if not telling:
            text = f"no clue tells '{doctrine.id}' from the other plans"
            yield Doubt(placed.at("doctrines", at), text)
    for at, clue in enumerate(placed.value.clues):
        for id, weight in clue.weights.items():
            place = placed.at("clues", at, "weights", id)
            yield from unknown(
                placed.at("clues", at, "weights", id, key=True), "doctrine", id, doctrines
            )
            yield from outside(place, "weight", weight, 0, WHOLE)
    for doctrine in placed.value.doctrines:
        seen = [clue for clue in placed.value.clues if clue.weights.get(doctrine.id, 0) > 0]
        if len(seen) < len(placed.value.clue_percents):
            text = f"too few clues for '{doctrine.id}': {len(seen)}"
            yield Fault(placed.at("clues", key=True), text)
    for at, percent in enumerate(placed.value.clue_percents):
        yield from outside(placed.at("clue_percents", at), "per cent", percent, 0, 100)


def _tells(weights: Mapping[str, int], doctrine: str) -> bool:
    others = [weight for id, weight in weights.items() if id != doctrine]
    return weights.get(doctrine, 0) > max(others, default=0)


def _responses(placed: Placed[Target]) -> Iterator[Fault]:
    for at, response in enumerate(placed.value.responses):
        for key, names, known in (
            ("leans", response.leans, TERMS),
            ("effect", response.effect, tuple(INDICATORS)),
        ):
            what = "term" if key == "leans" else "indicator"
            for id in names:
                yield from unknown(placed.at("responses", at, key, id, key=True), what, id, known)
    if all(response.base <= 0 for response in placed.value.responses):
        yield Fault(placed.at("responses"), "no response has a base above 0")


def enforcers(ground: Ground) -> Iterator[Fault]:
    """Check that the shares of trade are whole and the seats sit here."""
    for placed in ground.enforcers.values():
        if placed.value.seat:
            seat = placed.value.seat
            yield from unknown(placed.at("seat"), "seat", seat, ground.delegations)
        for key in ("share", "will", "capacity"):
            yield from outside(placed.at(key), key, getattr(placed.value, key), 0, WHOLE)
    crisis = ground.crisis
    for id, will in crisis.value.wills.items():
        yield from unknown(crisis.at("wills", id, key=True), "enforcer", id, ground.enforcers)
        yield from outside(crisis.at("wills", id), "will", will, 0, WHOLE)
    total = sum(placed.value.share for placed in ground.enforcers.values())
    if total != WHOLE:
        own = ground.crisis.value.own_enforcers
        file = ground.crisis if own else ground.library.enforcers
        place = file.at("own_enforcers" if own else "enforcers", key=True)
        yield Fault(place, f"the shares add up to {total}; expected {WHOLE}")


def voices(ground: Ground) -> Iterator[Fault]:
    """Check that each voice can speak, and that one of each kind always can."""
    crisis = ground.crisis
    for at, voice in enumerate(crisis.value.voices):
        yield from _voice(ground, Placed(voice, crisis, ("voices", at)))
        if voice.measure:
            place = crisis.at("voices", at, "measure")
            yield from absent(place, "measure", voice.measure, ground.in_play)
    if ground.season:
        shared, known = ground.season, ground.measures
        for at, voice in enumerate(shared.value.voices):
            yield from _voice(ground, Placed(voice, shared.file, (*shared.path, "voices", at)))
            if voice.measure:
                place = shared.at("voices", at, "measure")
                yield from unknown(place, "measure", voice.measure, known)
    if not crisis.value.voices:
        return
    for who in VOICES:
        for adopted in (True, False):
            spoken = [v for v in crisis.value.voices if v.who == who and v.adopted is adopted]
            sure = [at for at, voice in enumerate(spoken) if _is_sure(ground, voice)]
            after = "an adopted" if adopted else "a failed"
            if not sure:
                text = (
                    f"'{who}' may have nothing to say after {after} text; end with a general line"
                )
                yield Doubt(crisis.at("voices", key=True), text)
            elif sure[0] < len(spoken) - 1:
                lost = crisis.value.voices.index(spoken[sure[0] + 1])
                yield Doubt(crisis.at("voices", lost), "never spoken; an earlier line always fits")


def _voice(ground: Ground, placed: Placed[Voice]) -> Iterator[Fault]:
    """Check what one line says and when; where its measure is known, its levels, too."""
    voice = placed.value
    try:
        names = placeholders(voice.text)
    except ValueError:
        yield Fault(placed.at("text"), "a brace has no partner")
        names = ()
    for name in names:
        yield from unknown(placed.at("text"), "placeholder", name, ("paragraph",))
    if names and not (voice.measure and voice.at_least >= 1):
        text = "{paragraph} needs a measure, and at_least 1 or more"
        yield Fault(placed.at("text"), text)
    if voice.measure in ground.in_play:
        top = ground.in_play[voice.measure].value.top
        yield from outside(placed.at("at_least"), "level", voice.at_least, 0, top)
    if voice.at_least > voice.at_most:
        text = f"at_least {voice.at_least} is over at_most {voice.at_most}"
        yield Fault(placed.at("at_most"), text)


def _is_sure(ground: Ground, voice: Voice) -> bool:
    """Tell whether a line always fits, given what every text has to say."""
    if voice.came:
        return False
    measure = ground.in_play.get(voice.measure)
    if measure is None:
        return not voice.measure
    least = ground.crisis.value.required.get(voice.measure, 0) if voice.adopted else 0
    return voice.at_least <= least and voice.at_most >= measure.value.top


def trades(ground: Ground) -> Iterator[Fault]:
    """Check that every bargain has its title."""
    crisis, listed = ground.crisis, ground.crisis.value.trades
    for at, trade in enumerate(listed):
        for key, most in (("paper", MOST_PAPER), ("unity", len(ground.seats))):
            low, high = getattr(trade, key)
            if not 0 <= low <= high <= most:
                text = f"expected two numbers from 0 to {most}, the lower first"
                yield Fault(crisis.at("trades", at, key), text)
        if trade.measure and trade.measure not in ground.in_play:
            yield from unknown(
                crisis.at("trades", at, "measure"), "measure", trade.measure, ground.in_play
            )
    # Whatever the clauses are, there has to be a title.
    listed = tuple(trade for trade in listed if not trade.measure)
    if not crisis.value.trades:
        return
    for adopted in (True, False):
        least = crisis.value.majority if adopted else 0
        edges = sorted({0, *(t.paper[0] for t in listed), *(t.paper[1] + 1 for t in listed)})
        for paper in (edge for edge in edges if edge <= MOST_PAPER):
            for unity in range(least, len(ground.seats) + 1):
                if not any(_fits(trade, paper, unity, adopted=adopted) for trade in listed):
                    after = "an adopted" if adopted else "a failed"
                    text = f"no title for {after} text of pressure {paper} with {unity} in favour"
                    yield Doubt(crisis.at("trades", key=True), text)
                    return


def _fits(trade: Trade, paper: int, unity: int, *, adopted: bool) -> bool:
    return (
        trade.adopted is adopted
        and trade.paper[0] <= paper <= trade.paper[1]
        and trade.unity[0] <= unity <= trade.unity[1]
    )


def statements(ground: Ground) -> Iterator[Fault]:
    """Check that each press statement uses words that somebody can mind."""
    crisis, listed = ground.crisis, list(enumerate(ground.crisis.value.statements))
    places = ((s.id, crisis.at("statements", at, "id")) for at, s in listed)
    yield from twice(places, "statement")
    for at, statement in listed:
        if not statement.levels:
            text = "no measure gives its words; nobody could block it"
            yield Fault(crisis.at("statements", at, "levels"), text)


ECHO_CHECKS = (target, enforcers, statements, voices, trades)
