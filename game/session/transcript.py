"""A game as text that can be compared line by line: every event in words and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from game import codec, words
from game.engine import Event, State
from game.engine.aftermath import final_draft
from game.engine.record import Draft
from game.session.saves import Save, state_digest


def transcript(save: Save) -> str:
    """Return a game as text: what it was played with, every event, the digest it reached."""
    return "\n".join(_lines(save)) + "\n"


def _lines(save: Save) -> Iterator[str]:
    s, state = save.scenario, save.state
    yield f"scenario: {s.id}"
    yield f"rules: {save.rules}"
    yield f"seed: {save.seed}"
    yield "seats: " + " ".join(f"{seat}={who}" for seat, who in save.seats.items())
    draft = _quoted(state)
    for event in state.log:
        yield ""
        said = words.say(event, s, record=state.record, draft=draft)
        yield said.replace("\n", " ")
        yield "  " + json.dumps(codec.encode(event, Event), sort_keys=True, ensure_ascii=False)
    yield ""
    yield f"digest: {state_digest(state)}"


def _quoted(state: State) -> Draft:
    return final_draft(state) or (state.versions[-1].clauses if state.versions else {})
