"""What every action is: an intent until applied, then a fact in the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import ClassVar, Self

from attrs import frozen

from game.engine import lint
from game.engine.events import Event
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.terms import Seat

NOTHING: Mapping[str, str] = {}
"""What the sentence of most refusals names."""


@frozen
class Refusal:
    """Why an action is not legal now, as data; `words` makes the sentence.

    key: which rule.
    fields: what its sentence names.
    """

    key: str
    fields: Mapping[str, str] = NOTHING


def unsound(scenario: Scenario, text: Draft) -> Refusal | None:
    """Return why a text could not stand, or None: the first error that is found in it."""
    wrong = lint.first_error(scenario, text)
    return Refusal(wrong.key, {"measure": wrong.measure, **wrong.fields}) if wrong else None


@frozen
class Action(Event):
    """Something a seat can do.

    seat: who does it.
    """

    PART: ClassVar[str] = ""
    """The part of Council practice that it belongs to; empty for what is always in play."""

    ANSWERS: ClassVar[str] = ""
    """What it answers, an offer or a question; while that waits nothing else can be done."""

    RAISES: ClassVar[bool] = False
    """It is raised with the floor before a vote, where each member has a few acts."""

    seat: Seat

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every instance that could ever be legal for this seat: the finite menu."""
        yield cls(seat)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Return why no instance at all is legal for this seat now, or None."""
        return None

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the part of the menu that can be legal now; the whole of it, unless told."""
        return menu(cls, state.scenario, seat)

    @classmethod
    def legal(cls, state: State, seat: Seat) -> tuple[tuple[Action, ...], Refusal | None]:
        """Return what of the menu is legal, or nothing and why; `closed` was asked before."""
        choices = cls.choices(state, seat)
        found = tuple([a for a in choices if a.refusal(state) is None])
        if found:
            return found, None
        return (), (choices[0].refusal(state) if choices else None) or Refusal("not_yours")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """Return why this instance could never be legal: it names what the scenario lacks.

        What is on the menu is known; this is for acts that come from a file or from outside.
        """
        return None

    def refusal(self, state: State) -> Refusal | None:
        """Return why this instance is not legal now, or None; `closed` was asked before."""
        return None

    def apply(self, state: State) -> State:
        """Return the next state; the action was found legal."""
        raise AssertionError(f"{type(self).__name__} does not say what it does")


_WAITS = {"offer": Refusal("offer_waits"), "question": Refusal("question_waits")}
_NOTHING = {"offer": Refusal("no_offer"), "question": Refusal("no_question")}


def shut(kind: type[Action], state: State, seat: Seat) -> Refusal | None:
    """Return why no instance of a kind is legal now: its part is not in play, or it is closed."""
    return _barred(kind, *_moment(state)) or kind.closed(state, seat)


def sorted_out(
    kinds: tuple[type[Action], ...], state: State
) -> tuple[Mapping[str, type[Action]], Mapping[str, Refusal]]:
    """Return by name the kinds that may be open, and why the others are shut for everybody."""
    return _sorted_out(kinds, *_moment(state))


def _moment(state: State) -> tuple[tuple[str, ...], bool, str]:
    """Return what bars whole kinds: practice, a silence that runs, what waits for an answer."""
    running = state.record.settling.silence is not None
    return state.scenario.practice, running, state.awaited


@lru_cache(maxsize=512)
def _sorted_out(
    kinds: tuple[type[Action], ...], practice: tuple[str, ...], running: bool, awaited: str
) -> tuple[Mapping[str, type[Action]], Mapping[str, Refusal]]:
    found = {kind: _barred(kind, practice, running, awaited) for kind in kinds}
    shut = {kind.__name__: bar for kind, bar in found.items() if bar is not None}
    return {kind.__name__: kind for kind, bar in found.items() if bar is None}, shut


def _barred(
    kind: type[Action], practice: tuple[str, ...], running: bool, awaited: str
) -> Refusal | None:
    if kind.PART and kind.PART not in practice:
        return Refusal("not_in_play")
    if kind.PART != "silence" and running:
        return Refusal("silence_runs")
    if awaited != kind.ANSWERS:
        return _WAITS.get(awaited) or _NOTHING[kind.ANSWERS]
    return None


def no_token(state: State, seat: Seat) -> Refusal | None:
    """Return a refusal if a seat has no acts left in this round."""
    return None if state.tokens.get(seat) else Refusal("no_tokens")


def pen_itself(state: State, seat: Seat) -> Refusal | None:
    """Return a refusal for the pen, which does not bargain over its draft with itself."""
    return Refusal("own_draft") if seat == state.scenario.penholder else None


def no_such_level(
    scenario: Scenario, measure: str, level: int, *, above: int = 0
) -> Refusal | None:
    """Return a refusal for a level that no text can have.

    Args:
        above: how far above the regime in force it has to be.
    """
    if not scenario.has(measure):
        return Refusal("unknown_measure", {"measure": measure})
    top = scenario.measure(measure).top
    if scenario.floor(measure) + above <= level <= top:
        return None
    return Refusal("unknown_level", {"measure": measure, "top": str(top)})


def menu(kind: type[Action], scenario: Scenario, seat: Seat) -> tuple[Action, ...]:
    """Return the finite menu of one kind of action, made once."""
    made = _menus(scenario, seat)
    if kind.__name__ not in made:
        made[kind.__name__] = tuple(kind.universe(scenario, seat))
    return made[kind.__name__]


@lru_cache(maxsize=256)
def _menus(scenario: Scenario, seat: Seat) -> dict[str, tuple[Action, ...]]:
    return {}
