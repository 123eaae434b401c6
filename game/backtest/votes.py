"""Recorded texts put to the model: would it have adopted them, and how would each member vote?"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from random import Random
from statistics import mean

from attrs import evolve, field, frozen
from attrs.validators import in_

from game.codec import load
from game.content import load_scenario
from game.engine import chain, consensus, council, opinion
from game.engine.record import Draft, Record, Showing
from game.engine.scenario import Ceiling, Scenario
from game.engine.terms import Ballot, Cause, Circle, Phrase, Seat
from game.paths import scenarios

DEALS = 100
"""Deals of briefs that a text is put to."""
SURE = 0.01
"""Least chance that is scored, so that one surprise does not decide a log loss."""
CAMPAIGN = "campaign_2016_2017"
"""Whose rule for ceilings is tried beside the dated ones."""


@frozen
class Put:
    """A text that was put to the vote, or a draft that was given up.

    id: symbol, or what it is called.
    sitting: id of the scenario that is its context.
    date: of the vote, or of the report.
    adopted: it was adopted as it stands here.
    source: where the row is known from.
    text: record or opening of the sitting; empty for the regime before with the words it needs.
    levels: measure -> level, instead of those of that text.
    stock: provocation known before the vote, if it is not that of the sitting's end.
    severity: weight of the act before it, if it is not that of the sitting.
    renews: measure -> level of words in the text that it renews. A renewal of a mandate is measured
        by these, and not by the words of the last answer to an act.
    """

    id: str
    sitting: str
    date: date
    adopted: bool
    source: str
    text: str = field(default="", validator=in_(("", "record", "opening")))
    levels: Mapping[str, int] = {}
    stock: int | None = None
    severity: int | None = None
    renews: Mapping[str, int] = {}


@frozen
class Texts:
    """`record/texts.yaml`: recorded texts and drafts, in order.

    texts: the rows.
    """

    texts: tuple[Put, ...]


@frozen
class Guess:
    """What somebody expects of a text.

    adopted: chance that it is adopted.
    yes: seat -> chance that it votes in favour.
    """

    adopted: float
    yes: Mapping[Seat, float]


Guesser = Callable[[Put, Scenario, Draft, int], Guess]
"""From a row, its context, the text and the provocation to what is expected."""


@frozen
class Scores:
    """How good some guesses were; 0 is perfect.

    name: whose.
    adoption_brier: mean square error on adoption, over texts and drafts.
    adoption_log: mean log loss on it.
    member_brier: mean square error on each member's vote, over adopted texts.
    member_log: mean log loss on it.
    right: share of texts and drafts on the right side of a half.
    """

    name: str
    adoption_brier: float
    adoption_log: float
    member_brier: float
    member_log: float
    right: float


@lru_cache(maxsize=1)
def texts() -> tuple[Put, ...]:
    """Return the recorded texts.

    Raises:
        DataError: with every fault of the file.
    """
    return load(scenarios() / "record" / "texts.yaml", Texts).value.texts


def context(put: Put) -> tuple[Scenario, Draft, int]:
    """Return the sitting of a row, its text, and the provocation known before the vote."""
    s = _sitting(put.sitting)
    if put.severity is not None:
        s = evolve(s, severity=put.severity)
    if put.renews:
        s = evolve(s, last_text=put.renews)
    stock = s.stock + sum(incident.stock for incident in s.incidents)
    named = getattr(s, put.text) if put.text else {}
    levels = {**opinion.plain(s), **named, **put.levels}
    return s, opinion.text_of(levels), stock if put.stock is None else put.stock


@lru_cache(maxsize=8)
def _sitting(id: str) -> Scenario:
    return load_scenario(id)


# -- guesses


def model(put: Put, scenario: Scenario, draft: Draft, stock: int) -> Guess:
    """Guess by the game's own sums, over briefs as they could have been sent."""
    luck = Random(f"votes/{put.id}")
    yes = dict.fromkeys(scenario.seats, 0)
    adopted = 0
    for _ in range(DEALS):
        minds = _minds(scenario, luck)
        record = _spoken(scenario, minds, draft, stock)
        ballots = consensus.ballots(scenario, record, minds, draft)
        adopted += council.outcome(scenario, ballots)[0] is Cause.ADOPTED
        for seat, ballot in ballots.items():
            yes[seat] += ballot is Ballot.YES
    return Guess(adopted / DEALS, {seat: n / DEALS for seat, n in yes.items()})


def model_by_rule(put: Put, scenario: Scenario, draft: Draft, stock: int) -> Guess:
    """Guess by the same sums, with ceilings by the rule instead of those dated for the sitting."""
    return model(put, _by_rule(scenario, stock), draft, stock)


def everyone_yes(put: Put, scenario: Scenario, draft: Draft, stock: int) -> Guess:
    """Guess that all fifteen are in favour of whatever is put to them."""
    del put, draft, stock
    return Guess(1 - SURE, dict.fromkeys(scenario.seats, 1 - SURE))


def two_blocs(put: Put, scenario: Scenario, draft: Draft, stock: int) -> Guess:
    """Guess that two of the five refuse anything new, and all others vote with the pen."""
    del put, stock
    new = opinion.pressure_of(scenario, draft) > 0
    refusing = ("CHN", "RUS") if new else ()
    yes = {seat: SURE if seat in refusing else 1 - SURE for seat in scenario.seats}
    return Guess(SURE if new else 1 - SURE, yes)


GUESSERS: Mapping[str, Guesser] = {
    "model": model,
    "model, ceilings by rule": model_by_rule,
    "everyone yes": everyone_yes,
    "two blocs of the five": two_blocs,
}


def _minds(scenario: Scenario, luck: Random) -> Mapping[Seat, tuple[str, int]]:
    margins, weights = zip(*opinion.MARGINS.items(), strict=True)
    out = {}
    for seat in scenario.seats:
        variants = scenario.briefs[seat].variants
        chosen = luck.choices(variants, [v.weight for v in variants])[0]
        out[seat] = (chosen.id, luck.choices(margins, weights)[0])
    return out


def _spoken(
    scenario: Scenario, minds: Mapping[Seat, tuple[str, int]], draft: Draft, stock: int
) -> Record:
    """Return the record after everybody has said what is true, twice, allies of the pen first."""
    pen = scenario.penholder
    record = Record(day=50, stock=stock, showings=(Showing(1, Circle.ALL, 30),))
    record = evolve(record, phrases={pen: Phrase.SUPPORTS})
    order = sorted(scenario.seats, key=lambda seat: (seat != pen, seat not in scenario.permanent))
    for seat in (*order, *order):
        points = opinion.total(opinion.reasons(scenario, record, seat, *minds[seat], draft))
        phrase = opinion.phrase_for(scenario.briefs[seat], points)
        record = evolve(record, phrases={**record.phrases, seat: phrase})
    return record


def _by_rule(scenario: Scenario, stock: int) -> Scenario:
    campaign = _sitting(CAMPAIGN).campaign
    assert campaign is not None  # It is one.
    ceilings = {}
    for id, ceiling in scenario.ceilings.items():
        by_rule = chain.ceiling_by_rule(campaign, id, scenario.in_force.get(id, 0), stock)
        levels = {w: by_rule if w in campaign.movers else n for w, n in ceiling.levels.items()}
        ceilings[id] = evolve(ceiling, levels=levels) if levels else Ceiling({})
    return evolve(scenario, ceilings=ceilings)


# -- scores


def guesses(guesser: Guesser, rows: Sequence[Put] | None = None) -> tuple[Guess, ...]:
    """Return what somebody expects of each recorded text."""
    return tuple(guesser(put, *context(put)) for put in rows or texts())


def scores(name: str, rows: Sequence[Put], found: Sequence[Guess]) -> Scores:
    """Score guesses; all fifteen voted in favour of what was adopted."""
    adoption = [(g.adopted, put.adopted) for put, g in zip(rows, found, strict=True)]
    members = [
        (chance, True)
        for put, g in zip(rows, found, strict=True)
        if put.adopted
        for chance in g.yes.values()
    ]
    return Scores(
        name,
        brier(adoption),
        log_loss(adoption),
        brier(members),
        log_loss(members),
        mean((chance > 1 / 2) is happened for chance, happened in adoption),
    )


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the mean square of chance less outcome."""
    return mean((chance - happened) ** 2 for chance, happened in pairs)


def log_loss(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the mean of minus the logarithm of the chance that was given to the outcome."""
    given = (chance if happened else 1 - chance for chance, happened in pairs)
    return mean(-math.log(min(1.0, max(SURE, chance))) for chance in given)


def report() -> Iterator[str]:
    """Yield the lines of the back-test of votes."""
    rows = texts()
    found = {name: guesses(guesser) for name, guesser in GUESSERS.items()}
    yield f"Recorded texts of 2016 and 2017: {len(rows)} rows, {DEALS} deals each"
    yield ""
    yield f"{'text':38} {'record':>9} {'model':>6} {'rule':>6}  members below one half"
    for put, ours, ruled in zip(
        rows, found["model"], found["model, ceilings by rule"], strict=True
    ):
        low = " ".join(f"{seat} {p:.2f}" for seat, p in ours.yes.items() if p < 1 / 2)
        seen = "adopted" if put.adopted else "given up"
        yield f"{put.id:38} {seen:>9} {ours.adopted:6.2f} {ruled.adopted:6.2f}  {low}".rstrip()
    for title, chosen in (("all rows", rows), ("rows that answer an act", answers(rows))):
        yield from _table(title, rows, chosen, found)
    yield ""
    yield from REMARKS


def answers(rows: Sequence[Put]) -> tuple[Put, ...]:
    """Return the rows that answer an act; the others renew a mandate."""
    return tuple(put for put in rows if put.severity != 0)


def _table(
    title: str, rows: Sequence[Put], chosen: Sequence[Put], found: Mapping[str, Sequence[Guess]]
) -> Iterator[str]:
    yield ""
    yield f"{title:26} {'right':>6} {'Brier':>7} {'log':>7}   members: {'Brier':>7} {'log':>7}"
    for name, guessed in found.items():
        own = [guess for put, guess in zip(rows, guessed, strict=True) if put in chosen]
        s = scores(name, chosen, own)
        yield (
            f"{name:26} {s.right:6.2f} {s.adoption_brier:7.4f} {s.adoption_log:7.4f}"
            f"            {s.member_brier:7.4f} {s.member_log:7.4f}"
        )


REMARKS = (
    "Ceilings dated for a sitting were read off its adopted text, and the rule was tuned to seven",
    "texts: neither is a test out of sample. All votes of these years were in favour, so that to",
    "guess fifteen hands each time cannot be beaten on members; it is wrong on every draft.",
    "The two renewals of a mandate were coded anew after a first scoring had called them refused:",
    "they renew the words of 2207 (2015), and exemptions stand until a text changes them.",
)
