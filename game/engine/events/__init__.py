"""Facts: what was done (an action is an event that somebody chose) and what followed from it."""

from game.engine.events.afterwards import (
    Crossed,
    Enforced,
    HalfOpened,
    MonthPassed,
    NobodyWon,
    NoticeDecided,
    SuspensionSettled,
    TradeNamed,
    VoiceHeard,
    Won,
)
from game.engine.events.base import Event
from game.engine.events.corridor import (
    AskIgnored,
    AskLifted,
    Bluffed,
    CableSettled,
    DealStruck,
    PledgeSettled,
    Rumour,
    Unmasked,
)
from game.engine.events.count import Lapsed, Missed, RoundsOver, SilenceKept, Tally, WordBroken
from game.engine.events.meeting import (
    AssemblyDebate,
    BeatOpened,
    GuestHeard,
    LetterPassedOver,
    SittingFollows,
    StatementIssued,
)

__all__ = [
    "AskIgnored",
    "AskLifted",
    "AssemblyDebate",
    "BeatOpened",
    "Bluffed",
    "CableSettled",
    "Crossed",
    "DealStruck",
    "Enforced",
    "Event",
    "GuestHeard",
    "HalfOpened",
    "Lapsed",
    "LetterPassedOver",
    "Missed",
    "MonthPassed",
    "NobodyWon",
    "NoticeDecided",
    "PledgeSettled",
    "RoundsOver",
    "Rumour",
    "SilenceKept",
    "SittingFollows",
    "StatementIssued",
    "SuspensionSettled",
    "Tally",
    "TradeNamed",
    "Unmasked",
    "VoiceHeard",
    "Won",
    "WordBroken",
]
