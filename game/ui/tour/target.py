"""The tour of the target's seat: the Council from outside, then the months, then the look back."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.terms import TARGET, Phase
from game.session import HUMAN, Session, advise
from game.ui.messages import Pick, Show
from game.ui.tour.guide import Guide, Stop

ROUND = 3
MONTH = 4
"""The round and the month at which the tour stops."""


def target(guide: Guide, scenario: str, seed: int) -> Iterator[Stop]:
    """Play the target as it would act by itself, and stop where its screen differs."""
    play = guide.app.play
    guide.send(Show("seats", {"scenario": scenario, "seats": (TARGET,)}))
    yield guide.at("06-0-seats-with-the-target")
    play.begin(Session(play.shelf.load(scenario), {TARGET: HUMAN}, seed))
    yield guide.at("06-1-target-alarm")
    while guide.seen.phase is not Phase.ECHO and guide.seen.round < ROUND:
        _go_on(guide)
    yield guide.at("06-2-target-squeeze")
    if guide.seen.draft is not None:
        guide.send(Pick("own", "text"))
        yield guide.at("06-3-target-text")
        guide.send(Pick("own", ""))
    guide.send(Show("world"))
    yield guide.at("06-3-target-world")
    guide.send(Show("capital"))
    while guide.seen.phase is not Phase.ECHO:
        _go_on(guide)
    yield guide.at("06-4-target-month")
    for number, act in enumerate(guide.seen.scenario.target.responses):
        if number % 4 == 0:
            guide.send(Pick("act", act.id))
            yield guide.at(f"06-5-target-act-{act.id}")
    guide.send(Pick("act", ""))
    while _goes_on(guide) and guide.seen.record.followup.month < MONTH:
        _go_on(guide)
    yield guide.at("06-6-target-later-month")
    while _goes_on(guide):
        _go_on(guide)
    for screen, label in (("echo", "7-echo"), ("debrief", "8-debrief"), ("log", "9-log")):
        guide.send(Show(screen))
        yield guide.at(f"06-{label}-of-the-target")


def _goes_on(guide: Guide) -> bool:
    return guide.app.play.session is not None and not guide.app.play.session.is_over


def _go_on(guide: Guide) -> None:
    found = advise(guide.seen)
    assert found is not None  # It is the target's turn.
    guide.send(found)
