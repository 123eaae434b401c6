"""The tour of the corridor: two people, the pen and China, deal with each other and with others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from game.engine.actions import (
    Action,
    Ask,
    AskNeeds,
    Decline,
    EndRound,
    Offer,
    Warn,
)
from game.engine.observation import Observation
from game.engine.record import Clause, Term
from game.engine.terms import Ballot, Phase, Phrase, Seat
from game.session import HUMAN, Session
from game.ui.bargain.incoming import COUNTER
from game.ui.bargain.laid import Laid, lay, mirrored
from game.ui.bargain.worded import OPEN
from game.ui.messages import Close, Pick, Show, TakeSeat
from game.ui.play import STANDING
from game.ui.tour.acting import answer
from game.ui.tour.guide import Guide, Stop

PEN, OTHER = "USA", "CHN"
YES = Term("vote", ballot=Ballot.YES)
COAL = Term("clause", "coal_iron_exports", 2)
OIL = "crude_oil"
CLAUSE = Clause("coal_iron_exports", 3)
SOFT = evolve(CLAUSE, softener="national_law")
ROUND = 2
MOST_ACTS = 400


def corridor(
    guide: Guide, scenario: str, seed: int, act: Callable[[Observation], Action]
) -> Iterator[Stop]:
    """Show the table in all its states, and what waits for an answer.

    Args:
        act: what a person does until the second round.
    """
    play = guide.app.play
    play.begin(Session(play.shelf.load(scenario), {PEN: HUMAN, OTHER: HUMAN}, seed))
    guide.rest()
    _to(guide, OTHER, act)
    guide.send(Show("corridor", {"seat": PEN}))
    for tab in ("best", "clauses", "words"):
        guide.send(Pick("tab", tab))
        yield guide.at(f"05-1-table-{tab}")
    guide.send(lay(Laid(PEN, (YES,), (COAL,)), Pick("tab", "best")))
    yield guide.at("05-2-offer-laid")
    guide.send(Pick("tab", "clauses"), Pick("measure", SOFT.measure), lay(Laid(PEN, (YES,))))
    guide.send(Pick("open", OPEN), Pick("words", SOFT))
    yield guide.at("05-2-words-to-lay")
    soft = Term("clause", SOFT.measure, SOFT.level, words=SOFT)
    guide.send(Pick("open", ""), lay(Laid(PEN, (YES,), (soft,))))
    yield guide.at("05-2-words-laid")
    guide.send(Pick("tab", "best"))
    yield from _said(guide)
    guide.send(Pick("state", False), Show("corridor"))
    yield from _between_two(guide)
    yield from _cable(guide, act)


def _said(guide: Guide) -> Iterator[Stop]:
    """Show what can be said and asked of the text: five phrases, on a clause too; other words."""
    guide.send(Pick("warn", OIL))
    yield guide.at("05-2-warning")
    guide.send(Warn(OTHER, OIL, 2, Phrase.OPPOSES), Pick("warn level", 2))
    yield guide.at("05-2-warning-moved")
    guide.send(Pick("warn", ""), Show("desk", {"measure": CLAUSE.measure, "level": CLAUSE.level}))
    guide.send(Pick("open", "wording"), Pick("words", SOFT))
    yield guide.at("05-2-other-words")
    guide.send(Ask.of(OTHER, SOFT), Pick("open", ""), Pick("level", -1))
    yield guide.at("05-2-words-asked")
    guide.app.play.modal = STANDING
    guide.send(Pick("standing clause", True))
    yield guide.at("05-2-standing")
    guide.send(Close(), Pick("standing clause", False))
    guide.send(Show("chamber", {"state": True, "room": "stakeout"}))
    yield guide.at("05-2-stakeout")


def _between_two(guide: Guide) -> Iterator[Stop]:
    """Show an offer from one person to the other, the counter to it, and a question."""
    guide.send(Offer(OTHER, PEN, (YES,), (COAL,)))
    yield guide.at("05-3-offer-curtain")
    guide.send(TakeSeat())
    yield guide.at("05-3-offer-waits")
    guide.send(Pick("why", True))
    yield guide.at("05-3-offer-reasons")
    waits = guide.seen.offered
    assert waits is not None  # China has just made it.
    guide.send(lay(mirrored(waits), Pick(COUNTER, True), Show("corridor", {"seat": OTHER})))
    yield guide.at("05-4-counter")
    softer = Term("clause", "coal_iron_exports", 3)
    guide.send(Decline(PEN, OTHER, waits.number, (softer,), (YES,)), Pick(COUNTER, False))
    guide.send(TakeSeat(), Show("corridor", {"seat": PEN}))
    yield guide.at("05-5-answer")
    guide.send(Show("corridor", {"seat": PEN, "side": "them"}))
    guide.send(AskNeeds(OTHER, PEN), TakeSeat())
    yield guide.at("05-6-needs-asked")


def _cable(guide: Guide, act: Callable[[Observation], Action]) -> Iterator[Stop]:
    """Go on until a cable arrives for one of the two, and show it."""
    for _turn in range(MOST_ACTS):
        _sit_down(guide)
        o = guide.seen
        if o.phase is not Phase.SQUEEZE:
            return
        if o.dealt is not None and o.dealt.cables and o.offered is None and not o.inquirer:
            yield guide.at("05-7-cable-digest")
            guide.send(Close(), Show("chamber"))
            yield guide.at("05-7-cable-slip")
            guide.send(Pick("cable", o.dealt.cables[0]))
            yield guide.at("05-7-cable")
            guide.send(Pick("cable", ""))
            return
        guide.send(Close(), _plain(o, act))


def _plain(o: Observation, act: Callable[[Observation], Action]) -> Action:
    """Return what a person does that wants to get on."""
    if o.offered is not None or o.inquirer:
        return answer(o)
    if o.phase is Phase.SQUEEZE and not o.is_pen:
        return EndRound(o.seat)
    return act(o)


def _to(guide: Guide, seat: Seat, act: Callable[[Observation], Action]) -> None:
    """Go on until a seat is to act in the round that is shown."""
    for _turn in range(MOST_ACTS):
        _sit_down(guide)
        o = guide.seen
        if (o.seat, o.phase, o.round) == (seat, Phase.SQUEEZE, ROUND):
            guide.send(Close())
            return
        guide.send(Close(), _plain(o, act))


def _sit_down(guide: Guide) -> None:
    session = guide.app.play.session
    if session is not None and session.due is not None:
        guide.send(TakeSeat())
