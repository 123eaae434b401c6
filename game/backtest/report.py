"""The replay and the policies as pages of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.backtest.doctrines import AFTER, Answer
from game.backtest.policies import FIRST, LAST, Outcome
from game.backtest.replay import Replay
from game.backtest.scores import (
    FIT_YEARS,
    OWN_TEST,
    Scored,
    Year,
    constant_error,
    figure,
    persistence_error,
    scored,
)
from game.backtest.worlds import History
from game.engine.scenario import Fit, Target


def replay_page(history: History, target: Target, replay: Replay) -> str:
    """Return the replay beside the record: counts, errors, figures."""
    found = scored(history)
    worlds = history.flights.shape[1]
    lines = [f"{worlds} worlds; texts and inputs of {replay.start.year} to {replay.until.year}"]
    lines += [_fitted(target.fit), "", *_counts(found), "", *_errors(found), ""]
    lines += _figures(history, target, replay)
    return "\n".join(lines)


def _fitted(fit: Fit | None) -> str:
    if fit is None:
        return "nothing was fitted"
    return f"fitted on {fit.years[0]} to {fit.years[1]}, {fit.date.isoformat()}"


def _counts(found: Scored) -> Iterator[str]:
    yield "missile flights              recorded   median   10-90 %     nuclear tests"
    for year in found.years:
        yield _row(year)
    yield (
        f"nuclear tests, all years     {found.tests:8}   {found.test_median:6}   "
        f"{found.test_low:3} to {found.test_high}"
    )


def _row(y: Year) -> str:
    mark = "inside" if y.inside else "OUTSIDE"
    own = "  not fitted" if y.year in OWN_TEST else ""
    return (
        f"  {y.year}                       {y.seen:8}   {y.median:6}   {y.low:3} to {y.high:<3}  "
        f"{mark:7}  {y.tests} (mean {y.test_mean:.2f}){own}"
    )


def _errors(found: Scored) -> Iterator[str]:
    yield "                      inside the band   mean width   mean error   constant   last year"
    for title, years in (("fit years", FIT_YEARS), ("2016 and 2017", OWN_TEST)):
        inside = sum(y.inside for y in found.of(years))
        yield (
            f"  {title:18}  {inside:6} of {len(years):<6}  {found.width(years):10.1f}   "
            f"{found.error(years):10.1f}   {constant_error(years):8.1f}   "
            f"{persistence_error(years):9.1f}"
        )


def _figures(history: History, target: Target, replay: Replay) -> Iterator[str]:
    yield f"{'trade':40} {'recorded':>14}   replay    error"
    for found in replay.figures:
        for year, (low, median, high) in figure(history, target, found).items():
            band = f"   {low} to {high}" if low < high else ""
            seen = found.values[str(year)]
            error = f"{round(100 * (median - seen) / seen):+6} %" if seen else f"{median - seen:+8}"
            yield f"  {found.title:40} {year} {seen:7}   {median:6} {error}{band}"


def policy_page(outcomes: Sequence[Outcome], games: int) -> str:
    """Return the policies side by side."""
    return "\n".join(
        [
            f"{games} worlds each, {FIRST} to {LAST}, on the same dice",
            f"policy{'':22}missiles a year   tests a year   talks   freeze   hardship   enforced",
            *(_policy(o) for o in outcomes),
        ]
    )


def doctrine_page(answers: Sequence[Answer], games: int) -> str:
    """Return what each doctrine would answer to each text, text by text."""
    lines = [
        f"other doctrine, another answer: {games} worlds up to each text, then one plan for all",
        f"in the {AFTER} months from it   large step   missiles   to talks   what sets it off",
    ]
    for text in dict.fromkeys(a.text for a in answers):
        lines += [text, *(_answered(a) for a in answers if a.text == text)]
    return "\n".join((*lines, *DOCTRINE_NOTE))


DOCTRINE_NOTE = (
    "The model's, and no finding: doctrines are design, and which one Pyongyang had, if any of",
    "these, is on no record. Dice, texts and neighbours are the same in every row of a text.",
)


def _answered(a: Answer) -> str:
    marks = f"{a.marks}: {a.share:.0f} %, elsewhere {a.elsewhere:.0f} %"
    return f"  {a.doctrine:22} {a.large:9.0f} %   {a.flights:8.1f}   {a.talks:6.0f} %   {marks}"


def _policy(o: Outcome) -> str:
    return (
        f"  {o.policy.title:26}  {o.flights:6.1f} (se {o.error:.1f})   {o.tests:12.2f}   "
        f"{o.talks:3.0f} %   {o.road:4.0f} %   {o.hardship:8.0f}   {o.enforced:8.0f}"
    )
