"""Pieces that several screens share: frame, scores, seat cards, reasons, chart, digest."""

from game.ui.parts.chart import chart
from game.ui.parts.concerns import Concern, concerns
from game.ui.parts.digest import digest, latest
from game.ui.parts.estimate import Estimate, estimate, text_in_hand
from game.ui.parts.footer import act, footer, go, why_not
from game.ui.parts.frame import frame
from game.ui.parts.header import header
from game.ui.parts.reasons import reason_lines, reasons
from game.ui.parts.scores import scores
from game.ui.parts.seats import phrase_badge, phrase_sign, seat_card, seat_line, seat_name
from game.ui.parts.signs import (
    BALLOTS,
    PHRASES,
    percent,
    signed,
    tone_of_ballot,
    tone_of_phrase,
)
from game.ui.parts.speech import event_line, level_name, reason_line, refusal_line
from game.ui.parts.yes_if import YesIf, yes_if

__all__ = [
    "BALLOTS",
    "PHRASES",
    "Concern",
    "Estimate",
    "YesIf",
    "act",
    "chart",
    "concerns",
    "digest",
    "estimate",
    "event_line",
    "footer",
    "frame",
    "go",
    "header",
    "latest",
    "level_name",
    "percent",
    "phrase_badge",
    "phrase_sign",
    "reason_line",
    "reason_lines",
    "reasons",
    "refusal_line",
    "scores",
    "seat_card",
    "seat_line",
    "seat_name",
    "signed",
    "text_in_hand",
    "tone_of_ballot",
    "tone_of_phrase",
    "why_not",
    "yes_if",
]
