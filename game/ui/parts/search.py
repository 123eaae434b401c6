"""Searches that are done in slices between frames, so that no frame waits for them."""

from collections import OrderedDict
from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any, TypeVar

from attrs import define

T = TypeVar("T")
_KEPT = 48


@define(eq=False)
class _Job:
    about: object
    steps: Generator[Any, None, None]
    found: Any
    done: bool = False


_jobs: "OrderedDict[tuple[int, str], _Job]" = OrderedDict()


def search(
    about: object, what: str, work: Callable[[], Generator[T, None, None]], start: T
) -> tuple[T, bool]:
    """Return the best result so far, and whether the search is done; begins it when first asked.

    Args:
        about: what the search is about; a new value begins a new search.
        work: makes a generator that yields the best result so far after each small step.
        start: the result before the first step.
    """
    key = (id(about), what)
    job = _jobs.get(key)
    if job is None or job.about is not about:
        job = _jobs[key] = _Job(about, work(), start)
        while len(_jobs) > _KEPT:
            _jobs.popitem(last=False)
    _jobs.move_to_end(key)
    found: T = job.found
    return found, job.done


def is_searching() -> bool:
    """Tell whether a search is not done."""
    return any(not job.done for job in _jobs.values())


def think(budget_ms: float = 4.0) -> bool:
    """Go on with the searches asked for last, for so long; tell whether one has come to its end."""
    until = perf_counter() + budget_ms / 1000
    ended = False
    for job in reversed(tuple(_jobs.values())):
        while not job.done:
            if perf_counter() >= until:
                return ended
            try:
                job.found = next(job.steps)
            except StopIteration:
                job.done = ended = True
    return ended


def forget() -> None:
    """Drop every search and its result: somebody else sits down."""
    _jobs.clear()
