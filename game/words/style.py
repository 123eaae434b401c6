"""The form of a printed resolution, as the editors of the Secretariat would check it.

Texts made from the catalogue pass; this is for catalogues and scenarios that others write.
Source: United Nations Editorial Manual; the forms in which resolutions of the Council are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.words.clauses import styled
from game.words.document import ORGAN, SEIZED, Document, Paragraph
from game.words.language import _

_SHALL = re.compile(
    r"^(Calls upon|Urges|Requests|Encourages|Invites)\b[^;]*? (States|parties|DPRK) shall\b"
)
_BARE = re.compile(r"^Decides that all Member States (?!shall\b)(\w+)")
_WRONG_NAME = re.compile(r"\bNorth Korean?\b", re.IGNORECASE)
_OPEN = re.compile(r"\{\w*\}")
_CITED = re.compile(r"\bannex ([IVX]+)\b")


def style(document: Document) -> tuple[str, ...]:
    """Return what is wrong with the form of a resolution, in the voice of the Secretariat."""
    return (*_frame(document), *_paragraphs(document), *_annexes(document))


def _frame(document: Document) -> Iterator[str]:
    first, last = document.paragraphs[0], document.paragraphs[-1]
    if first.runs != styled(ORGAN):
        yield _("The text does not open with the name of the organ.")
    if last.runs != styled(SEIZED):
        yield _("The last paragraph does not keep the Council seized of the matter.")
    numbers = [p.number for p in document.paragraphs if p.number]
    if numbers != list(range(1, len(numbers) + 1)):
        yield _("Operative paragraphs are not numbered from 1 without a gap.")


def _paragraphs(document: Document) -> Iterator[str]:
    for at, p in enumerate(document.paragraphs[1:-1], 1):
        yield from _paragraph(p, at)


def _paragraph(p: Paragraph, at: int) -> Iterator[str]:
    here = _("Preambular paragraph {number}").format(number=at)
    if p.number:
        here = _("Paragraph {number}").format(number=p.number)
    text = p.plain
    end = ";" if p.number else ","
    if not p.bracketed and not text.endswith(end):
        yield _("{here} ends with “{end}”, not with “{due}”.").format(
            here=here, end=text[-1:], due=end
        )
    if not p.bracketed and (not p.runs or not p.runs[0].italic):
        yield _("{here} does not open with a verb in italics.").format(here=here)
    if found := _SHALL.search(text):
        yield _("{here}: “{verb} ... shall” mixes two forms: use “to” after “{verb}”.").format(
            here=here, verb=found[1].lower()
        )
    if found := _BARE.search(text):
        yield _("{here}: “decides” needs “shall” before “{word}”.").format(here=here, word=found[1])
    if _WRONG_NAME.search(text):
        yield _("{here}: “North Korea” is not the name used in United Nations documents.").format(
            here=here
        )
    if _OPEN.search(text) or "  " in text:
        yield _("{here} has a place that nobody filled.").format(here=here)


def _annexes(document: Document) -> Iterator[str]:
    cited = {n for p in document.paragraphs for n in _CITED.findall(p.plain)}
    own = [a.numeral for a in document.annexes]
    for numeral in own:
        if numeral not in cited:
            yield _("Annex {numeral} is not referred to.").format(numeral=numeral)
    for numeral in sorted(cited - set(own)):
        yield _("There is no annex {numeral}.").format(numeral=numeral)
