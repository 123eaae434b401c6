"""What a person types in the terminal, turned into an action, and the menu of what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import frozen

from game import words
from game.engine import Action, Observation
from game.engine.actions import (
    Ask,
    Back,
    Block,
    CastVote,
    Circulate,
    Consent,
    CoSponsor,
    DemandSight,
    EndRound,
    Explain,
    Grant,
    Oppose,
    Propose,
    PutInBlue,
    Refuse,
    Say,
    SetClause,
    Speak,
    StandBy,
    Warn,
)
from game.engine.terms import Ballot, Circle, Phrase, Stance
from game.words import _
from game.words.language import later

T = TypeVar("T")


class Misread(ValueError):
    """What was typed means nothing here; the text says what would."""


@frozen
class Way:
    """How one kind of act is typed.

    kind: of the act.
    word: what is typed first.
    takes: what comes after it.
    title: what the menu says.
    """

    kind: type[Action]
    word: str
    takes: str
    title: str


WAYS = (
    Way(Speak, "speak", "measures|condemn|talks CLAUSE", later("take a position in public")),
    Way(Propose, "propose", "STATEMENT|none", later("propose a press statement, or none")),
    Way(Consent, "consent", "", later("let the press statement go out")),
    Way(Block, "block", "", later("object to the press statement")),
    Way(Say, "say", "supports|along|concerns|difficulty|against", later("state your position")),
    Way(Ask, "ask", "CLAUSE LEVEL", later("ask the pen for a change")),
    Way(Back, "back", "CLAUSE", later("back a clause in public")),
    Way(Oppose, "oppose", "CLAUSE", later("oppose a clause in public")),
    Way(Warn, "warn", "CLAUSE LEVEL", later("warn: no support from this level on")),
    Way(DemandSight, "demand", "", later("ask in writing to see the text")),
    Way(CoSponsor, "sponsor", "", later("join the sponsors: a public promise to vote in favour")),
    Way(Grant, "grant", "REQUEST", later("grant a request: a promise")),
    Way(Refuse, "refuse", "REQUEST [LEVEL]", later("refuse a request, or offer another level")),
    Way(SetClause, "write", "CLAUSE LEVEL [VERB]", later("write a clause; level 0 takes it out")),
    Way(Circulate, "show", "p2|p5|all", later("show your text to a circle")),
    Way(PutInBlue, "blue", "", later("put the text in blue; the vote is on the next day")),
    Way(StandBy, "stand", "", later("leave your position as it is")),
    Way(CastVote, "vote", "yes|no|abstain|np|absent", later("drop your ballot into the box")),
    Way(Explain, "explain", "wide|narrow|talks|none", later("explain your vote, or not")),
    Way(EndRound, "end", "", later("end your round")),
)
"""Every kind of act that a person can choose, in the order of the menu."""

_PHRASES = {
    "supports": Phrase.SUPPORTS,
    "along": Phrase.GOES_ALONG,
    "goes along": Phrase.GOES_ALONG,
    "concerns": Phrase.CONCERNS,
    "difficulty": Phrase.DIFFICULTY,
    "against": Phrase.OPPOSES,
    "opposes": Phrase.OPPOSES,
}
_BALLOTS = {
    "yes": Ballot.YES,
    "no": Ballot.NO,
    "abstain": Ballot.ABSTAIN,
    "np": Ballot.NOT_PARTICIPATING,
    "absent": Ballot.ABSENT,
}
_READINGS = {"wide": "wide", "narrow": "narrow", "talks": "talks", "none": ""}
_STANCES = {s.value: s for s in Stance}
_CIRCLES = {c.value: c for c in Circle}


def open_ways(observation: Observation) -> tuple[Way, ...]:
    """Return the kinds of act that are open now, in the order of the menu."""
    kinds = {type(a) for a in observation.legal}
    return tuple(w for w in WAYS if w.kind in kinds)


def choices(observation: Observation, way: Way) -> tuple[Action, ...]:
    """Return the legal acts of one kind."""
    return tuple(a for a in observation.legal if type(a) is way.kind)


def read(observation: Observation, typed: str) -> Action | None:
    """Return the act that was typed; None if the first word names none.

    Raises:
        Misread: the word is known, and what follows means nothing.
    """
    first, *rest = typed.split()
    way = next((w for w in WAYS if w.word == first.lower()), None)
    if way is None:
        return None
    if not way.takes:
        return way.kind(observation.seat)
    return _READ[way.kind](observation, rest)


def measure(observation: Observation, word: str) -> str:
    """Return the id of the measure that is meant by part of its name or its number.

    Raises:
        Misread: none is meant, or several.
    """
    s, sought = observation.scenario, word.lower()
    if sought.isdigit() and 1 <= int(sought) <= len(s.measures):
        return s.measures[int(sought) - 1].id
    exact = [m.id for m in s.measures if sought in (m.id, m.name.lower())]
    begun = [m.id for m in s.measures if m.id.startswith(sought)]
    inside = [m.id for m in s.measures if sought in m.id or sought in m.name.lower()]
    for found in (exact, begun, inside):
        if len(found) == 1:
            return found[0]
    if inside:
        names = ", ".join(inside)
        raise Misread(
            _("'{word}' could be {names}; type more of it").format(word=word, names=names)
        )
    raise Misread(_("no clause is called '{word}'; 'clauses' lists them").format(word=word))


def _number(word: str, what: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 4:
        raise Misread(
            _("'{word}' is no {what}; expected a whole number").format(word=word, what=what)
        )
    return int(word)


def _one(table: Mapping[str, T], word: str) -> T:
    typed = word.lower()
    found = [key for key in table if key == typed] or [
        key for key in table if typed and key.startswith(typed)
    ]
    if not found or len({id(table[key]) for key in found}) > 1:
        raise Misread(_("expected one of {options}").format(options=", ".join(table)))
    return table[found[0]]


def _needs(typed: Sequence[str], least: int, way: type[Action]) -> None:
    if len(typed) < least:
        shape = next(f"{w.word} {w.takes}" for w in WAYS if w.kind is way)
        raise Misread(_("expected: {shape}").format(shape=shape))


def _say(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Say)
    found = _one(_PHRASES, typed[0])
    return Say(o.seat, found, measure(o, typed[1]) if len(typed) > 1 else "")


def _ask(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 2, Ask)
    return Ask(o.seat, measure(o, typed[0]), _number(typed[1], _("level")))


def _back(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Back)
    return Back(o.seat, measure(o, typed[0]))


def _oppose(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Oppose)
    return Oppose(o.seat, measure(o, typed[0]))


def _warn(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 2, Warn)
    return Warn(o.seat, measure(o, typed[0]), _number(typed[1], _("level")))


def _speak(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 2, Speak)
    found = _one(_STANCES, typed[0])
    return Speak(o.seat, found, measure(o, typed[1]))


def _propose(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Propose)
    ids = {"none": "", **{s.id: s.id for s in o.scenario.statements}}
    found = _one(ids, typed[0])
    return Propose(o.seat, found)


def _grant(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Grant)
    return Grant(o.seat, _number(typed[0], _("number of a request")))


def _refuse(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Refuse)
    counter = _number(typed[1], _("level")) if len(typed) > 1 else None
    return Refuse(o.seat, _number(typed[0], _("number of a request")), counter)


def _write(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 2, SetClause)
    verb = ""
    if len(typed) > 2:
        verb = _one({v.verb: v.verb for v in o.scenario.verbs}, "_".join(typed[2:]))
    return SetClause(o.seat, measure(o, typed[0]), _number(typed[1], _("level")), verb)


def _show(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Circulate)
    found = _one(_CIRCLES, typed[0])
    return Circulate(o.seat, found)


def _vote(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, CastVote)
    found = _one(_BALLOTS, typed[0])
    return CastVote(o.seat, found)


def _explain(o: Observation, typed: Sequence[str]) -> Action:
    _needs(typed, 1, Explain)
    found = _one(_READINGS, typed[0])
    return Explain(o.seat, found)


_READ: Mapping[type[Action], Callable[[Observation, Sequence[str]], Action]] = {
    Speak: _speak,
    Propose: _propose,
    Say: _say,
    Ask: _ask,
    Back: _back,
    Oppose: _oppose,
    Warn: _warn,
    Grant: _grant,
    Refuse: _refuse,
    SetClause: _write,
    Circulate: _show,
    CastVote: _vote,
    Explain: _explain,
}


# -- the menu


def menu(observation: Observation) -> Iterator[str]:
    """Yield the kinds of act that are open, numbered, with how each is typed."""
    o = observation
    tokens = o.tokens.get(o.seat, 0)
    for number, way in enumerate(open_ways(o), 1):
        yield f"{number:3}  {_(way.title)}  [{f'{way.word} {way.takes}'.strip()}]"
    if o.round and o.phase.value == "squeeze":
        yield "     " + words.plural(
            "{count} act left in this round; 'say' and 'end' are free",
            "{count} acts left in this round; 'say' and 'end' are free",
            tokens,
        )


def closed(observation: Observation) -> Iterator[str]:
    """Yield the kinds that are closed now, each with its reason."""
    o = observation
    for way in WAYS:
        refusal = o.blocked.get(way.kind.__name__)
        if refusal is not None:
            yield f"     {way.word:<10} {words.why(refusal, o.scenario)}"


def groups(actions: Sequence[Action]) -> Mapping[str, tuple[Action, ...]]:
    """Return many acts of one kind by what is asked for first; a few stay as they are."""
    by: dict[str, list[Action]] = {}
    for action in actions:
        key = action.stance.value if isinstance(action, Speak) else getattr(action, "measure", "")
        by.setdefault(key, []).append(action)
    if len(by) < 2 or len(by) == len(actions):
        return {}
    return {key: tuple(found) for key, found in by.items()}


def lines_of(observation: Observation, actions: Sequence[Action]) -> Iterator[str]:
    """Yield acts, numbered, as the log would tell them."""
    o = observation
    for number, action in enumerate(actions, 1):
        yield f"{number:3}  {words.say(action, o.scenario, record=o.record, draft=o.draft)}"
