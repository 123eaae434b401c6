"""The rulebook's index: what can be done when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from game.engine.actions.base import Action, Refusal, menu, shut
from game.engine.actions.blue import AskDelay, Insist, Withdraw
from game.engine.actions.closing import Close
from game.engine.actions.consult import (
    Ask,
    Back,
    CoSponsor,
    DemandSight,
    Oppose,
    Say,
    StandBy,
    Warn,
)
from game.engine.actions.draft import Circulate, EndRound, Grant, PutInBlue, Refuse, SetClause
from game.engine.actions.silence import AskExtension, BreakSilence, KeepSilence, Silence
from game.engine.actions.soundings import Block, Consent, Propose, Speak
from game.engine.actions.target import Respond
from game.engine.actions.vote import EXPLANATIONS, CastVote, Explain
from game.engine.actions.world import DealBrief, DealDoctrine, Occur, Sight
from game.engine.terms import TARGET, WORLD, Phase, Seat

BY_PHASE: Mapping[Phase, tuple[type[Action], ...]] = {
    Phase.DEAL: (DealBrief, DealDoctrine),
    Phase.ALARM: (Occur, Sight),
    Phase.SOUNDINGS: (Speak, Propose, Consent, Block),
    Phase.TEXT: (SetClause, Circulate, EndRound),
    Phase.SQUEEZE: (
        *(Occur, Sight),
        *(Say, Ask, Back, Oppose, Warn, DemandSight, CoSponsor),
        *(Grant, Refuse, SetClause, Circulate, Close, PutInBlue, EndRound),
        *(Silence, KeepSilence, AskExtension, BreakSilence),
    ),
    Phase.BLUE: (Insist, AskDelay, Say, CoSponsor, Withdraw, StandBy),
    Phase.VOTE: (CastVote, Explain, Withdraw),
    Phase.ECHO: (Respond,),
    Phase.OVER: (),
}

_ROLE: Mapping[type[Action], Seat] = {
    DealBrief: WORLD,
    DealDoctrine: WORLD,
    Occur: WORLD,
    Sight: WORLD,
    Respond: TARGET,
}

KINDS: Mapping[str, type[Action]] = {
    kind.__name__: kind for kinds in BY_PHASE.values() for kind in kinds
}
"""Every kind of action by its name, as the codec writes it."""


@lru_cache(maxsize=512)
def kinds(phase: Phase, seat: Seat) -> tuple[type[Action], ...]:
    """Return the kinds of action that belong to this seat's role in this phase."""
    role = seat if seat in (WORLD, TARGET) else ""
    return tuple(k for k in BY_PHASE[phase] if _ROLE.get(k, "") == role)


__all__ = [
    "BY_PHASE",
    "EXPLANATIONS",
    "KINDS",
    "Action",
    "Ask",
    "AskDelay",
    "AskExtension",
    "Back",
    "Block",
    "BreakSilence",
    "CastVote",
    "Circulate",
    "Close",
    "CoSponsor",
    "Consent",
    "DealBrief",
    "DealDoctrine",
    "DemandSight",
    "EndRound",
    "Explain",
    "Grant",
    "Insist",
    "KeepSilence",
    "Occur",
    "Oppose",
    "Propose",
    "PutInBlue",
    "Refusal",
    "Refuse",
    "Respond",
    "Say",
    "SetClause",
    "Sight",
    "Silence",
    "Speak",
    "StandBy",
    "Warn",
    "Withdraw",
    "kinds",
    "menu",
    "shut",
]
