"""Why a delegation thinks what it thinks: exactly for one's own seat, else as far as known."""

from collections.abc import Mapping

from attrs import frozen

from game.engine import consensus, opinion
from game.engine.observation import Observation, belief
from game.engine.opinion import Reason
from game.engine.record import Draft, Record
from game.engine.terms import Seat
from game.ui.parts.estimate import once, signature, text_in_hand
from game.ui.parts.signs import signed
from game.ui.parts.speech import reason_line
from game.ui.widgets import Column, Row, Text, Widget
from game.words import plural


@frozen
class Why:
    """The reasons of one seat as an observer sees them.

    reasons: those of the variant that is likeliest from what was heard, heaviest first.
    certain: they are the observer's own, or the only ones possible.
    """

    reasons: tuple[Reason, ...]
    certain: bool

    @property
    def total(self) -> int:
        """Return their sum."""
        return opinion.total(self.reasons)


def reasons(observation: Observation, seat: Seat, draft: Draft | None = None) -> Why | None:
    """Return the reasons of a seat for a text, by default the one in hand; None without a text."""
    text = draft if draft is not None else text_in_hand(observation)
    if text is None:
        return None
    key = f"why {seat} {signature(text)}"
    return once(observation, key, lambda: _why(observation, seat, text, observation.record))


def reasons_on(observation: Observation, number: int) -> Why:
    """Return one's own reasons on a draft that is put to the vote, by its number."""
    o, heard = observation, opinion.heard_of(observation, number)
    return once(o, f"why {number}", lambda: _why(o, o.seat, o.text(number), heard))


def _why(observation: Observation, seat: Seat, draft: Draft, heard: Record) -> Why:
    o = observation
    if seat == o.seat and o.dealt:
        found = opinion.reasons(o.scenario, heard, seat, o.dealt.variant, o.dealt.margin, draft)
        return Why(_heaviest(o, found), True)
    odds = variant_odds(o, seat)
    likely = max(odds, key=lambda id: odds[id])
    found = opinion.reasons(o.scenario, heard, seat, likely, 0, draft)
    return Why(_heaviest(o, found), sum(weight > 0 for weight in odds.values()) == 1)


def _heaviest(observation: Observation, found: tuple[Reason, ...]) -> tuple[Reason, ...]:
    # Nobody is late before the first text has been shown to anybody.
    shown = bool(observation.record.showings)
    kept = [r for r in found if shown or r.key != "late_sight"]
    return tuple(sorted(kept, key=lambda r: -abs(r.points)))


def variant_odds(observation: Observation, seat: Seat) -> Mapping[str, int]:
    """Return how likely each set of instructions of a seat is, as weights."""
    return once(observation, f"odds {seat}", lambda: _variant_odds(observation, seat))


def _variant_odds(observation: Observation, seat: Seat) -> Mapping[str, int]:
    weights = once(observation, "belief", lambda: belief(observation)).weights
    minds = consensus.model(observation.scenario).minds
    return {
        variant: int(weights[row].sum()) for row, (who, variant) in enumerate(minds) if who == seat
    }


def _told(reasons: tuple[Reason, ...], limit: int) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Split reasons into those shown and those summed up, which never outweigh the last shown."""
    at = min(limit, len(reasons))
    while 0 < at < len(reasons):
        if abs(sum(r.points for r in reasons[at:])) < abs(reasons[at - 1].points):
            break
        at += 1
    return reasons[:at], reasons[at:]


def reason_lines(
    observation: Observation, why: Why, *, limit: int = 6, draft: Draft | None = None
) -> Widget:
    """Return reasons one below the other, points first; what is left out is counted."""
    s = observation.scenario
    text = draft if draft is not None else text_in_hand(observation)
    shown, rest = _told(why.reasons, limit)
    rows = [
        Row(
            (
                Text(
                    signed(r.points),
                    bold=True,
                    tone="yes" if r.points > 0 else "no",
                    width=40,
                    align="end",
                ),
                Text(reason_line(s, r, text), size="small", flex=1),
            ),
            gap=10,
            align="baseline",
        )
        for r in shown
    ]
    if rest:
        points = signed(sum(r.points for r in rest))
        words = plural("{count} lesser reason", "{count} lesser reasons", len(rest))
        rows.append(
            Row(
                (
                    Text(points, tone="muted", width=40, align="end"),
                    Text(words, size="small", tone="muted", flex=1),
                ),
                gap=10,
                align="baseline",
            )
        )
    return Column(tuple(rows), gap=5)
