"""What was said and done: versions shown, phrases, asks, promises, offers.

Of offers, secret promises and quiet lines each seat is shown its own; what the experts found is for
the room until it is published; all else is public.
"""

from game.engine.record.book import FULL, Dealt, Record, public, seen_by
from game.engine.record.draft import (
    CALL,
    RIVALS,
    Clause,
    Draft,
    Question,
    Requested,
    Showing,
    Version,
    in_own_words,
    is_small_edit,
)
from game.engine.record.followup import (
    NOTICES,
    REPORTS,
    Finding,
    Followup,
    Notice,
    Suspension,
)
from game.engine.record.promise import TERMS, Grievance, Offered, Pledge, Term
from game.engine.record.speech import Asked, Heard, Mark, Warned

__all__ = [
    "CALL",
    "FULL",
    "NOTICES",
    "REPORTS",
    "RIVALS",
    "TERMS",
    "Asked",
    "Clause",
    "Dealt",
    "Draft",
    "Finding",
    "Followup",
    "Grievance",
    "Heard",
    "Mark",
    "Notice",
    "Offered",
    "Pledge",
    "Question",
    "Record",
    "Requested",
    "Showing",
    "Suspension",
    "Term",
    "Version",
    "Warned",
    "in_own_words",
    "is_small_edit",
    "public",
    "seen_by",
]
