"""What many games amount to, as numbers and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import mean, median

from attrs import asdict, frozen

from game import words
from game.commands.trial import Trial
from game.engine import Scenario, Seat
from game.engine.terms import Cause

BINS = 10
"""Into which the chances of forecasts are sorted."""

PROBES = {
    "opening_on_the_first_day": "the pen's opening text, voted on the first day",
    "later_regime": "the regime that followed in the record",
    "full_coal_ban_and_oil_cut": "full coal ban and oil cut, red lines on both removed",
}


@frozen
class Bin:
    """Forecasts of about one chance, and how often the vote would have carried.

    low: least chance in the bin.
    high: highest.
    count: forecasts.
    shown: mean chance.
    carried: share that would have carried.
    """

    low: float
    high: float
    count: int
    shown: float
    carried: float

    @property
    def gap(self) -> float:
        """Return how far the chance was off."""
        return abs(self.shown - self.carried)


@frozen
class Summary:
    """What many games amount to; shares are 0 to 1.

    games: how many.
    adopted: share.
    vetoed: share in which a permanent member's vote decided.
    short: share with too few votes in favour.
    no_text: share in which nothing was put to the vote.
    unanimous: share of those adopted in which all voted in favour.
    ayes: yes votes -> games adopted with so many.
    day: median day of the end.
    settled: contested measure -> level -> share of the adopted texts.
    scores: seat -> mean score.
    answers: response of the target -> share.
    reliability: the ten bins, those without a forecast left out.
    gap: mean distance between chance and outcome, each forecast counted once.
    probes: text -> share of the deals in which it was adopted.
    seconds: median of a game.
    """

    games: int
    adopted: float
    vetoed: float
    short: float
    no_text: float
    unanimous: float
    ayes: Mapping[int, int]
    day: float
    settled: Mapping[str, Mapping[int, float]]
    scores: Mapping[Seat, float]
    answers: Mapping[str, float]
    reliability: tuple[Bin, ...]
    gap: float
    probes: Mapping[str, float]
    seconds: float

    def plain(self) -> Mapping[str, object]:
        """Return the numbers as plain data, rounded."""
        rounded = _rounded(asdict(self))
        assert isinstance(rounded, dict)  # asdict made it.
        return rounded


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {str(k): _rounded(v) for k, v in value.items()}
    return [_rounded(v) for v in value] if isinstance(value, list | tuple) else value


def summary(scenario: Scenario, trials: Sequence[Trial]) -> Summary:
    """Count how games ended."""
    count = len(trials)
    won = [t for t in trials if t.cause is Cause.ADOPTED]
    bins = tuple(_bins([f for t in trials for f in t.forecasts]))
    whole = sum(b.count for b in bins)
    return Summary(
        games=count,
        adopted=len(won) / count,
        vetoed=sum(t.cause is Cause.VETO for t in trials) / count,
        short=sum(t.cause in (Cause.SHORTFALL, Cause.VETO_AND_SHORTFALL) for t in trials) / count,
        no_text=sum(t.cause is Cause.NO_TEXT for t in trials) / count,
        unanimous=sum(t.yes == len(scenario.seats) for t in won) / max(1, len(won)),
        ayes={n: sum(t.yes == n for t in won) for n in sorted({t.yes for t in won}, reverse=True)},
        day=median(t.day for t in trials),
        settled={m.id: _levels(m.id, won) for m in scenario.measures if m.contested},
        scores={seat: mean(t.scores[seat] for t in trials) for seat in scenario.seats},
        answers=_shares([t.answer for t in trials]),
        reliability=bins,
        gap=sum(b.gap * b.count for b in bins) / max(1, whole),
        probes={key: mean(t.probes[key] for t in trials) for key in trials[0].probes},
        seconds=median(t.seconds for t in trials),
    )


def _levels(measure: str, won: Sequence[Trial]) -> Mapping[int, float]:
    levels = [t.levels[measure] for t in won]
    return {n: levels.count(n) / len(levels) for n in sorted(set(levels))}


def _shares(names: Sequence[str]) -> Mapping[str, float]:
    counts = {name: names.count(name) / len(names) for name in sorted(set(names))}
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def _bins(forecasts: Sequence[tuple[float, bool]]) -> Iterator[Bin]:
    for at in range(BINS):
        inside = [f for f in forecasts if min(BINS - 1, int(f[0] * BINS)) == at]
        if inside:
            shown, carried = mean(f[0] for f in inside), mean(f[1] for f in inside)
            yield Bin(at / BINS, (at + 1) / BINS, len(inside), shown, carried)


# -- the table


def table(scenario: Scenario, seats: Mapping[Seat, str], seeds: range, result: Summary) -> str:
    """Return the numbers as a page of text."""
    return "\n".join(_rows(scenario, seats, seeds, result))


def _rows(
    scenario: Scenario, seats: Mapping[Seat, str], seeds: range, result: Summary
) -> Iterator[str]:
    r = result
    yield f"{scenario.title} ({scenario.id}), {scenario.rounds} rounds"
    yield f"{r.games} games, seeds {seeds.start} to {seeds.stop - 1}, {_players(seats)}"
    yield ""
    yield f"  adopted         {_share(r.adopted)}   {_ayes(r.ayes)}"
    yield f"  vetoed          {_share(r.vetoed)}"
    yield f"  short of votes  {_share(r.short)}"
    yield f"  no text         {_share(r.no_text)}"
    yield f"  unanimous       {_share(r.unanimous)}   of those adopted"
    yield f"  day of the vote {r.day:5.0f}     median"
    yield f"  seconds a game  {r.seconds:7.2f}   median"
    yield ""
    yield "Where the adopted texts settled"
    for id, levels in r.settled.items():
        yield f"  {words.title(scenario, id)}"
        for level, share in levels.items():
            label = words.level(scenario, id, level)
            marks = _marks(scenario, id, level)
            yield f"    {_share(share)}  {level} {label}{marks}"
    yield ""
    yield "Score by seat: per cent of the aims, less 25 for each red line crossed"
    shown = [f"{seat} {score:4.0f}" for seat, score in r.scores.items()]
    yield from (f"  {'   '.join(shown[i : i + 5])}" for i in range(0, len(shown), 5))
    yield ""
    yield f"What {scenario.target.capital} did"
    titles = {x.id: x.title for x in scenario.target.responses}
    yield from (f"  {_share(share)}  {titles.get(id, id)}" for id, share in r.answers.items())
    yield ""
    yield "Forecasts of the pen as its turns begin and end, against a count of hands that day"
    yield "     chance   forecasts   shown   carried   off"
    for b in r.reliability:
        span = f"{100 * b.low:.0f}-{100 * b.high:.0f} %"
        yield f"  {span:>9} {b.count:11} {b.shown:7.2f} {b.carried:9.2f} {b.gap:5.2f}"
    yield f"  off by {r.gap:.3f} on average"
    if r.probes:
        yield ""
        yield "Texts put straight to the vote, everybody voting by its brief"
        for key, share in r.probes.items():
            yield f"  {_share(1 - share)}  fail: {PROBES.get(key, key)}"


def _players(seats: Mapping[Seat, str]) -> str:
    levels = [*seats.values()]
    most = max(dict.fromkeys(levels), key=levels.count)
    others = [f"{seat}={who}" for seat, who in seats.items() if who != most]
    return f"computers: {most}" + (f", {' '.join(others)}" if others else "")


def _share(share: float) -> str:
    return f"{100 * share:5.1f} %"


def _ayes(ayes: Mapping[int, int]) -> str:
    return ", ".join(f"{count} with {yes} in favour" for yes, count in ayes.items())


def _marks(scenario: Scenario, id: str, level: int) -> str:
    found = ["in force before"] if level and scenario.in_force.get(id) == level else []
    if scenario.record and scenario.record.get(id, 0) == level:
        found.append(scenario.record_name)
    return f"  <- {', '.join(found)}" if found else ""
