"""Which kinds of action are closed to a seat, and why: asked for one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from game.engine.actions import Action, Refusal
from game.engine.state import State
from game.engine.terms import Seat


class _Moment:
    """The moment at which something was seen: a name for it, which leads nowhere."""

    __slots__ = ("__weakref__",)


_behind = WeakKeyDictionary[_Moment, State]()
"""What was so at each moment, for as long as somebody can ask about it."""


class Closed(Mapping[str, Refusal]):
    """Kinds of action that are closed to a seat, by name, with the rule that closes them.

    A computer wants to know of a few kinds only, so each is asked when it is looked up. What is
    answered is the seat's own to know. The state that answers is kept apart, for as long as the
    question can be asked: nothing that a seat is handed leads to it.

    Args:
        asked: kinds that may be open.
        shut: kinds that are shut for everybody, and why.
    """

    __slots__ = ("__asked", "__known", "__moment", "__seat")

    def __init__(
        self,
        state: State,
        seat: Seat,
        asked: Mapping[str, type[Action]],
        shut: Mapping[str, Refusal],
    ) -> None:
        self.__seat, self.__asked, self.__moment = seat, asked, _Moment()
        self.__known: dict[str, Refusal | None] = {**shut}
        _behind[self.__moment] = state

    def _why(self, name: str) -> Refusal | None:
        known = self.__known
        if name not in known:
            kind = self.__asked.get(name)
            known[name] = kind.closed(_behind[self.__moment], self.__seat) if kind else None
        return known[name]

    def __getitem__(self, name: str) -> Refusal:
        if (found := self._why(name)) is None:
            raise KeyError(name)
        return found

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._why(name) is not None

    def __iter__(self) -> Iterator[str]:
        names = dict.fromkeys((*self.__known, *self.__asked))
        return (name for name in names if name in self)

    def __len__(self) -> int:
        return sum(1 for _name in self)
