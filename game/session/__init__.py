"""A game being played: who sits where, dice, undo, saves, transcripts."""

from game.session.computers import USUAL, advise, can_keep, fairer, levels, suggest, suggestions
from game.session.dice import dice, pick, seed_of
from game.session.digest import Note, news
from game.session.instructions import Instructions
from game.session.minutes import minutes, write_minutes
from game.session.motives import motive, motives
from game.session.retelling import Chapter, chapters
from game.session.saves import HUMAN, Proof, Save, Slot, list_saves, replay
from game.session.session import Session
from game.session.transcript import transcript

__all__ = [
    "HUMAN",
    "USUAL",
    "Chapter",
    "Instructions",
    "Note",
    "Proof",
    "Save",
    "Session",
    "Slot",
    "advise",
    "can_keep",
    "chapters",
    "dice",
    "fairer",
    "levels",
    "list_saves",
    "minutes",
    "motive",
    "motives",
    "news",
    "pick",
    "replay",
    "seed_of",
    "suggest",
    "suggestions",
    "transcript",
    "write_minutes",
]
