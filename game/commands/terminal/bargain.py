"""How a person types what passes in the corridor: offers, answers, cables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from game.commands.terminal.reading import (
    Misread,
    Way,
    clause,
    measure,
    member,
    number,
    on_clause,
    one,
    seat,
)
from game.engine import Action, Observation, wording
from game.engine.actions import (
    Accept,
    AskFlexibility,
    AskNeeds,
    Decline,
    ExplainHome,
    Offer,
    TellNeeds,
)
from game.engine.actions.terms import WORDED, clause_term
from game.engine.record import Clause, Term
from game.engine.terms import Ballot
from game.words import _
from game.words.language import later

_PLAIN: Mapping[str, Term] = {
    "yes": Term("vote", ballot=Ballot.YES),
    "abstain": Term("vote", ballot=Ballot.ABSTAIN),
    "sponsor": Term("sponsor"),
    "silence": Term("silence"),
    "enforce": Term("enforce"),
}
_BOUNDED = ("clause", "next_text", "lift")


def _offer(o: Observation, typed: Sequence[str]) -> Action:
    many = seat(o, typed)[1]
    other = member(o, typed[:many], but=o.seat)
    give, take = sides(o, typed[many:])
    return Offer(o.seat, other, give, take)


def sides(o: Observation, typed: Sequence[str]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """Return both sides of what was typed as TERM+TERM for TERM+TERM."""
    words = [word.lower() for word in typed]
    if "for" not in words:
        raise Misread(_("say what is given, 'for', and what is wanted"))
    at = words.index("for")
    return tuple(_terms(o, words[:at])), tuple(_terms(o, words[at + 1 :]))


def _terms(o: Observation, typed: Sequence[str]) -> list[Term]:
    return [_term(o, part) for part in re.split(r"\+(?=[a-z])", "".join(typed)) if part]


def _term(o: Observation, typed: str) -> Term:
    """Read one term: a plain one, a favour, statement:talks, clause:flights:2, with + or -.

    More words behind a clause are its own: clause:flights:2:as_appropriate, clause:coal:2:cap=1.
    """
    kind, *rest = typed.split(":")
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind == "statement":
        return Term("statement", item=rest[0] if rest else "talks")
    if kind in WORDED and len(rest) > 2:
        wanted = clause(o, rest)
        return clause_term(o.scenario, _standing(o, wanted.measure), wanted, kind)
    if kind in _BOUNDED:
        if len(rest) < 2:
            raise Misread(_("expected: {shape}").format(shape=f"{kind}:CLAUSE:LEVEL"))
        return _bound(o, kind, measure(o, rest[0]), rest[1])
    favours = {f.id: Term("favour", item=f.id) for f in o.scenario.favours}
    known = (*_PLAIN, *(f"{kind}:CLAUSE:LEVEL" for kind in _BOUNDED), "statement:talks")
    return one(favours, kind, others=known)


def _bound(o: Observation, kind: str, clause: str, typed: str) -> Term:
    """Read a bound on a clause: at least with +, at most with -, else as it leads from the text."""
    level = number(typed.rstrip("+-"), _("level"))
    harder = level > _standing(o, clause).level
    return Term(kind, clause, level, {"+": True, "-": False}.get(typed[-1:], harder))


def shape(o: Observation, term: Term) -> str:
    """Return how a term is typed; empty for one about the words of a clause."""
    plain = next((word for word, known in _PLAIN.items() if known == term), "")
    if plain or term.words is not None:
        return plain
    if term.kind in _BOUNDED:
        leads = term.level > _standing(o, term.measure).level
        sign = "" if leads is term.upward else "+" if term.upward else "-"
        return f"{term.kind}:{term.measure}:{term.level}{sign}"
    return f"statement:{term.item}" if term.kind == "statement" else term.item


def _standing(o: Observation, measure: str) -> Clause:
    """Return a clause as it stands in the text that is bargained over."""
    text = o.working if o.working is not None else o.draft
    return wording.clause_at(o.scenario, text or {}, measure)


def _accept(o: Observation, typed: Sequence[str]) -> Action:
    del typed  # There is one offer at most.
    waits = o.offered
    return Accept(o.seat, waits.seat if waits else "", waits.number if waits else 0)


def _decline(o: Observation, typed: Sequence[str]) -> Action:
    waits = o.offered
    to, offer = (waits.seat, waits.number) if waits else ("", 0)
    if "for" in typed:
        return Decline(o.seat, to, offer, *sides(o, typed))
    return Decline(o.seat, to, offer, red_line=measure(o, typed[0]) if typed else "")


def _needs(o: Observation, typed: Sequence[str]) -> Action:
    return AskNeeds(o.seat, member(o, typed))


def _tell(o: Observation, typed: Sequence[str]) -> Action:
    groups = {m.category: m.category for m in o.scenario.measures}
    if typed and typed[0] in groups:
        return TellNeeds(o.seat, o.inquirer, "", typed[0])
    return TellNeeds(o.seat, o.inquirer, measure(o, typed[0]) if typed else "")


def _explain_home(o: Observation, typed: Sequence[str]) -> Action:
    known = {id: id for id in o.unmet}
    return ExplainHome(o.seat, one(known, typed[0]) if typed else next(iter(o.unmet), ""))


BARGAIN = (
    Way(
        Offer,
        "offer",
        "SEAT TERM+TERM for TERM+TERM",
        later(
            "offer a deal; terms: yes, sponsor, a favour, clause:CLAUSE:LEVEL[:WORDS]; "
            "LEVEL+ is at least, LEVEL- at most, LEVEL alone the way it leads from the text"
        ),
        _offer,
    ),
    Way(Accept, "accept", "", later("accept the offer that waits"), _accept),
    Way(
        Decline,
        "decline",
        "[TERM for TERM|CLAUSE]",
        later("decline it: another offer, or the clause without wording"),
        _decline,
    ),
    Way(AskNeeds, "needs", "SEAT", later("ask a delegation what it needs"), _needs),
    Way(TellNeeds, "tell", "[CLAUSE|GROUP]", later("tell what you need, or nothing"), _tell),
    Way(
        AskFlexibility,
        "flex",
        "CLAUSE",
        later("ask your capital for more room"),
        on_clause(AskFlexibility),
    ),
    Way(
        ExplainHome,
        "home",
        "[CABLE]",
        later("explain to your capital what you did not carry out"),
        _explain_home,
    ),
)
"""Kinds of act of the corridor, in the order of the menu."""
