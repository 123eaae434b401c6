"""The rulebook's index: what can be done when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from game.engine.actions.base import Action, Refusal, menu, shut, sorted_out
from game.engine.actions.blue import AskDelay, Insist, Withdraw
from game.engine.actions.capital import AskFlexibility, ExplainHome, Reply, SendCable
from game.engine.actions.closing import Close
from game.engine.actions.committee import AskTime, Designate, Exempt, Hold, Report
from game.engine.actions.consult import (
    Ask,
    Back,
    CoSponsor,
    DemandSight,
    Oppose,
    StandBy,
)
from game.engine.actions.date import SetDate
from game.engine.actions.doorstep import ProposeEdit, TakeEdit
from game.engine.actions.draft import Circulate, EndRound, Grant, PutInBlue, Refuse, SetClause
from game.engine.actions.favours import Deliver, owed_favours
from game.engine.actions.hearsay import GetOut, Overhear
from game.engine.actions.meeting import Convene, CoSign, Request
from game.engine.actions.motions import (
    Amend,
    Divide,
    Move,
    Object,
    PointOfOrder,
    Retract,
    Rule,
)
from game.engine.actions.needs import AskNeeds, TellNeeds
from game.engine.actions.offers import Accept, Decline, Offer
from game.engine.actions.presidency import Arrange, Schedule
from game.engine.actions.raising import MOST_RAISED, acts_left
from game.engine.actions.rivals import Second, Table
from game.engine.actions.season import Aid, Contact, Press, Resume, Suspend, TakeUp, Urge
from game.engine.actions.silence import AskExtension, BreakSilence, KeepSilence, Silence
from game.engine.actions.soundings import (
    Block,
    Consent,
    Dissociate,
    Propose,
    Soften,
    Speak,
)
from game.engine.actions.speech import Say, Warn
from game.engine.actions.target import CallOff, Consider, LookOn, Prepare, Respond, Rest, Wait
from game.engine.actions.vote import (
    AFTER_A_FAILURE,
    EXPLANATIONS,
    NARROW,
    CastVote,
    Explain,
    narrowable,
    readings,
)
from game.engine.actions.watch import Sight, Uncover
from game.engine.actions.world import DealBrief, DealDoctrine, DealPriority, Occur
from game.engine.terms import TARGET, WORLD, Phase, Seat

BY_PHASE: Mapping[Phase, tuple[type[Action], ...]] = {
    Phase.DEAL: (DealBrief, DealDoctrine, DealPriority),
    Phase.ALARM: (Occur, Sight, StandBy, Request, CoSign, Convene, LookOn),
    Phase.SOUNDINGS: (
        *(Speak, StandBy, Object, Arrange, CastVote),
        *(Propose, Consent, Block, Soften, Dissociate),
    ),
    Phase.TEXT: (SetClause, Circulate, EndRound, LookOn),
    Phase.SQUEEZE: (
        *(Occur, Sight, SendCable, Reply, Overhear, GetOut),
        *(Offer, Accept, Decline, AskNeeds, TellNeeds, AskFlexibility),
        *(Say, Ask, Back, Oppose, Warn, DemandSight, CoSponsor),
        *(
            Table,
            Withdraw,
            Grant,
            Refuse,
            SetClause,
            Circulate,
            Close,
            SetDate,
            PutInBlue,
            EndRound,
        ),
        *(Silence, KeepSilence, AskExtension, BreakSilence),
        LookOn,
    ),
    Phase.BLUE: (
        *(Insist, AskDelay, Schedule, ProposeEdit, TakeEdit),
        *(Say, CoSponsor, Withdraw, StandBy, LookOn),
    ),
    Phase.VOTE: (
        *(StandBy, CastVote, Explain, ExplainHome, Propose, Consent, Block, Soften, Dissociate),
        *(
            Move,
            Amend,
            Divide,
            PointOfOrder,
            Retract,
            Second,
            Withdraw,
            Table,
            Rule,
            Object,
            Arrange,
        ),
    ),
    Phase.ECHO: (
        *(Respond, Rest, Prepare, Wait, CallOff, Consider, Sight, Uncover),
        *(Press, Designate, Exempt, Aid, Contact, Suspend, Urge, TakeUp, Resume, Deliver),
        *(Hold, AskTime, Report, StandBy),
    ),
    Phase.OVER: (),
}

_ROLE: Mapping[type[Action], Seat] = {
    DealBrief: WORLD,
    DealDoctrine: WORLD,
    DealPriority: WORLD,
    Occur: WORLD,
    Sight: WORLD,
    SendCable: WORLD,
    Reply: WORLD,
    Overhear: WORLD,
    GetOut: WORLD,
    Uncover: WORLD,
    Respond: TARGET,
    Rest: TARGET,
    Prepare: TARGET,
    Wait: TARGET,
    CallOff: TARGET,
    Consider: TARGET,
    LookOn: TARGET,
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
    "AFTER_A_FAILURE",
    "BY_PHASE",
    "EXPLANATIONS",
    "KINDS",
    "MOST_RAISED",
    "NARROW",
    "Accept",
    "Action",
    "Aid",
    "Amend",
    "Arrange",
    "Ask",
    "AskDelay",
    "AskExtension",
    "AskFlexibility",
    "AskNeeds",
    "AskTime",
    "Back",
    "Block",
    "BreakSilence",
    "CallOff",
    "CastVote",
    "Circulate",
    "Close",
    "CoSign",
    "CoSponsor",
    "Consent",
    "Consider",
    "Contact",
    "Convene",
    "DealBrief",
    "DealDoctrine",
    "DealPriority",
    "Decline",
    "Deliver",
    "DemandSight",
    "Designate",
    "Dissociate",
    "Divide",
    "EndRound",
    "Exempt",
    "Explain",
    "ExplainHome",
    "GetOut",
    "Grant",
    "Hold",
    "Insist",
    "KeepSilence",
    "LookOn",
    "Move",
    "Object",
    "Occur",
    "Offer",
    "Oppose",
    "Overhear",
    "PointOfOrder",
    "Prepare",
    "Press",
    "Propose",
    "ProposeEdit",
    "PutInBlue",
    "Refusal",
    "Refuse",
    "Reply",
    "Report",
    "Request",
    "Respond",
    "Rest",
    "Resume",
    "Retract",
    "Rule",
    "Say",
    "Schedule",
    "Second",
    "SendCable",
    "SetClause",
    "SetDate",
    "Sight",
    "Silence",
    "Soften",
    "Speak",
    "StandBy",
    "Suspend",
    "Table",
    "TakeEdit",
    "TakeUp",
    "TellNeeds",
    "Uncover",
    "Urge",
    "Wait",
    "Warn",
    "Withdraw",
    "acts_left",
    "kinds",
    "menu",
    "narrowable",
    "owed_favours",
    "readings",
    "shut",
    "sorted_out",
]
