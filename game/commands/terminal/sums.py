"""The page of one's own sum for a text in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from game import words
from game.commands.terminal.pages import no_text, text_of
from game.engine import Observation, opinion
from game.words import _
from game.words.readings import beside


def reasons(o: Observation) -> Iterator[str]:
    """Yield the sum of this seat for the text, reason by reason; the sum shown is the sum used.

    While a draft is put to the vote it is about that one.
    """
    question = o.questions[0] if o.calling and o.questions[0].kind == "draft" else None
    draft = o.text(question.version) if question else text_of(o)
    heard = opinion.heard_of(o, question.version) if question else o.record
    if draft is None or o.dealt is None:
        yield no_text(o) if draft is None else _("Instructions have not arrived.")
        return
    s, found = o.scenario, o.scenario.briefs[o.seat]
    parts = opinion.reasons(s, heard, o.seat, o.dealt.variant, o.dealt.margin, draft)
    for part in sorted(parts, key=lambda r: (-abs(r.points), r.key)):
        yield f"  {words.signed(part.points):>5}  {words.because(part, s, draft)}"
    whole = opinion.total(parts)
    yield f"  {'-----':>5}"
    below = opinion.refuses_below(s, heard, o.seat)
    yield _("  {sum:>5}  yes from {yes}, no below {no}").format(
        sum=words.signed(whole), yes=words.signed(found.yes_at), no=words.signed(below)
    )
    true = words.phrase(opinion.phrase_for(found, whole))
    yield _("         what is true of it: {phrase}").format(phrase=true)
    if question and (other := beside(o, question)):
        yield f"         {other}"
