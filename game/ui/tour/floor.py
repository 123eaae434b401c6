"""The tour of procedure: a President's sheets, a rival draft, a ruling, and what comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.engine.actions import Action, Arrange, Second, Table
from game.engine.observation import Observation
from game.engine.record import Clause
from game.engine.terms import Phase, Seat
from game.session import HUMAN, Session
from game.ui.drafting import rival
from game.ui.messages import Close, Pick, Show, TakeSeat
from game.ui.tour.guide import Guide, Stop
from game.ui.voting.presiding import FOCUS, ORDER, moved

LAUNCH = "hwasong_14"
CHAIR, SET_BACK = "CHN", "EGY"
RIVAL, FRIEND = "FRA", "JPN"
CHANGES = (Clause("aviation_fuel", 1), Clause("coal_iron_exports", 3))
MOST_ACTS = 400

Act = Callable[[Observation], Action]


def floor(guide: Guide, scenario: str, seed: int, act: Act) -> Iterator[Stop]:
    """Show what the President sets, and a rival draft from the desk to its vote.

    Args:
        act: what a person does until then.
    """
    yield from _presiding(guide, seed, act)
    yield from _rival(guide, scenario, seed, act)


def _begin(guide: Guide, scenario: str, seed: int, *seats: Seat) -> None:
    play = guide.app.play
    play.begin(Session(play.shelf.load(scenario), dict.fromkeys(seats, HUMAN), seed))
    guide.rest()
    _sit_down(guide)


def _presiding(guide: Guide, seed: int, act: Act) -> Iterator[Stop]:
    """Call a meeting on a launch, set back a member in its order, and hear its challenge."""
    _begin(guide, LAUNCH, seed, CHAIR, SET_BACK)
    _until(guide, act, lambda o: o.seat == CHAIR and o.matter is not None)
    yield guide.at("06-1-call")
    guide.send(act(guide.seen))
    _until(guide, act, lambda o: o.seat == CHAIR and o.stage == "opening")
    yield guide.at("06-1-opening")
    guide.send(Pick("raise", "order"), Pick(FOCUS, SET_BACK))
    yield guide.at("06-2-order")
    custom = guide.seen.scenario.seating(guide.seen.record.day)
    order = moved(custom, SET_BACK, len(custom))
    guide.send(Pick(ORDER, order))
    yield guide.at("06-2-order-set-back")
    guide.send(Pick("raise", ""), Arrange(CHAIR, order))
    _sit_down(guide)
    yield guide.at("06-3-ruling")
    _until(guide, act, lambda o: o.phase is Phase.BLUE and o.seat == CHAIR)
    yield guide.at("06-4-blue")
    guide.send(Pick("raise", "day"))
    yield guide.at("06-4-blue-day")
    guide.send(Pick("raise", ""))


def _rival(guide: Guide, scenario: str, seed: int, act: Act) -> Iterator[Stop]:
    """Write a rival draft on the desk, submit it, have it seconded, and vote on it first."""
    _begin(guide, scenario, seed, RIVAL, FRIEND)
    _until(guide, act, lambda o: o.seat == RIVAL and rival.can_start(o) and o.offered is None)
    guide.send(Close(), Show("desk"), Pick(rival.OPEN, True))
    yield guide.at("06-5-rival")
    guide.send(Pick(rival.CHANGES, CHANGES), Pick("measure", CHANGES[1].measure))
    yield guide.at("06-5-rival-written")
    guide.send(Pick(rival.OPEN, False), Table(RIVAL, CHANGES), Show("desk"))
    yield guide.at("06-6-rival-tabled")
    guide.send(Show("papers", {"paper": "compare"}))
    yield guide.at("06-6-rival-compared")
    _until(guide, act, lambda o: o.stage == "floor" and o.seat == FRIEND)
    yield guide.at("06-7-floor")
    number = guide.seen.rivals[0].number
    guide.send(Second(FRIEND, number))
    _until(guide, act, lambda o: o.calling)
    yield guide.at("06-7-vote-on-rival")


def _until(guide: Guide, act: Act, there: Callable[[Observation], bool]) -> None:
    """Do what a person does until a moment has come."""
    for _turn in range(MOST_ACTS):
        _sit_down(guide)
        if there(guide.seen):
            guide.send(Close())
            return
        guide.send(Close(), act(guide.seen))


def _sit_down(guide: Guide) -> None:
    session = guide.app.play.session
    if session is not None and session.due is not None:
        guide.send(TakeSeat())
