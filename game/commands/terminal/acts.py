"""What a person types in the terminal, turned into an action, and the menu of what there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from game import words
from game.commands.terminal.bargain import BARGAIN
from game.commands.terminal.floor import FLOOR_WAYS
from game.commands.terminal.reading import Way, clause, measure, number, on_clause, one
from game.commands.terminal.season import SEASON_WAYS, TARGET_WAYS
from game.commands.terminal.settling import SETTLING
from game.commands.terminal.turn import standing_by
from game.engine import Action, Observation
from game.engine.actions import (
    AFTER_A_FAILURE,
    EXPLANATIONS,
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
    Refuse,
    Respond,
    Say,
    SetClause,
    Speak,
    StandBy,
    Warn,
)
from game.engine.actions.speech import ROOMS
from game.engine.terms import TARGET, Ballot, Circle, Phase, Phrase, Stance
from game.ui.target.acts import options
from game.words import _
from game.words.language import later

ROOM, STAKEOUT = ROOMS

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
_READINGS = {r: r for r in (*EXPLANATIONS, *AFTER_A_FAILURE)} | {"none": ""}
_STANCES = {s.value: s for s in Stance}
_CIRCLES = {c.value: c for c in Circle}


def _block(o: Observation, typed: Sequence[str]) -> Action:
    return Block(o.seat, measure(o, typed[0]) if typed else "")


def _say(o: Observation, typed: Sequence[str]) -> Action:
    found = one(_PHRASES, typed[0])
    room = STAKEOUT if STAKEOUT in typed[1:] else ROOM
    because = next((word for word in typed[1:] if word != STAKEOUT), "")
    return Say(o.seat, found, measure(o, because) if because else "", room)


def _ask(o: Observation, typed: Sequence[str]) -> Action:
    return Ask.of(o.seat, clause(o, typed))


def _warn(o: Observation, typed: Sequence[str]) -> Action:
    phrase = one(_PHRASES, typed[2]) if len(typed) > 2 else Phrase.CONCERNS
    return Warn(o.seat, measure(o, typed[0]), number(typed[1], _("level")), phrase)


def _speak(o: Observation, typed: Sequence[str]) -> Action:
    found = one(_STANCES, typed[0])
    return Speak(o.seat, found, measure(o, typed[1]))


def _propose(o: Observation, typed: Sequence[str]) -> Action:
    ids = {"none": "", **{s.id: s.id for s in o.scenario.statements}}
    found = one(ids, typed[0])
    return Propose(o.seat, found)


def _grant(o: Observation, typed: Sequence[str]) -> Action:
    return Grant(o.seat, number(typed[0], _("number of a request")))


def _refuse(o: Observation, typed: Sequence[str]) -> Action:
    ask = number(typed[0], _("number of a request"))
    if len(typed) < 2 or not 1 <= ask <= len(o.record.asks):
        return Refuse(o.seat, ask)
    asked = o.record.asks[ask - 1].measure
    return Refuse.offering(o.seat, ask, clause(o, (asked, *typed[1:])))


def _write(o: Observation, typed: Sequence[str]) -> Action:
    return SetClause.of(o.seat, clause(o, typed))


def _show(o: Observation, typed: Sequence[str]) -> Action:
    found = one(_CIRCLES, typed[0])
    return Circulate(o.seat, found)


def _vote(o: Observation, typed: Sequence[str]) -> Action:
    found = one(_BALLOTS, typed[0])
    return CastVote(o.seat, found)


def _explain(o: Observation, typed: Sequence[str]) -> Action:
    reading, _colon, named = typed[0].partition(":")
    about = measure(o, named) if named else ""
    return Explain(o.seat, one(_READINGS, reading), " ".join(typed[1:]), about)


WAYS = (
    Way(
        Speak, "speak", "measures|condemn|talks CLAUSE", later("take a position in public"), _speak
    ),
    Way(Propose, "propose", "STATEMENT|none", later("propose a statement, or none"), _propose),
    Way(Consent, "consent", "", later("let the statement go out")),
    Way(Block, "block", "[CLAUSE]", later("object to the statement, or to a word of it"), _block),
    Way(
        Say,
        "say",
        "supports|along|concerns|difficulty|against [stakeout]",
        later("state your position; at the stakeout it costs an act and binds"),
        _say,
    ),
    Way(
        Ask,
        "ask",
        "CLAUSE LEVEL [WORDS]",
        later("ask the pen for a change: another level, other words, or PARAMETER=CHOICE"),
        _ask,
    ),
    Way(Back, "back", "CLAUSE", later("back a clause in public"), on_clause(Back)),
    Way(Oppose, "oppose", "CLAUSE", later("oppose a clause in public"), on_clause(Oppose)),
    Way(
        Warn,
        "warn",
        "CLAUSE LEVEL [supports|along|concerns|difficulty|against]",
        later("warn: what you would say of a clause from this level on; supports is up to it"),
        _warn,
    ),
    Way(DemandSight, "demand", "", later("ask in writing to see the text")),
    Way(
        CoSponsor,
        "sponsor",
        "",
        later("join the sponsors: a public promise to vote in favour"),
    ),
    Way(
        Grant,
        "grant",
        "REQUEST[,REQUEST]",
        later("grant a request, or several: a promise"),
        _grant,
    ),
    Way(
        Refuse,
        "refuse",
        "REQUEST[,REQUEST] [LEVEL WORDS]",
        later("refuse a request, or several; or offer another level, or words"),
        _refuse,
    ),
    Way(
        SetClause,
        "write",
        "CLAUSE LEVEL [WORDS]",
        later("write a clause with a verb, other words, or PARAMETER=CHOICE; level 0 takes it out"),
        _write,
    ),
    Way(Circulate, "show", "p2|p5|all", later("show your text to a circle"), _show),
    Way(StandBy, "stand", "", later("leave your position as it is")),
    Way(
        CastVote, "vote", "yes|no|abstain|np|absent", later("drop your ballot into the box"), _vote
    ),
    Way(
        Explain,
        "explain",
        "wide|narrow[:CLAUSE]|talks|regret|why|none [LINE]",
        later("explain your vote, or not; a line of your own may follow"),
        _explain,
    ),
    *FLOOR_WAYS,
    *SETTLING,
    *BARGAIN,
    *SEASON_WAYS,
    *TARGET_WAYS,
    Way(EndRound, "end", "", later("end your round")),
)
"""Every kind of act that a person can choose, in the order of the menu."""


TOGETHER = ("grant", "refuse")
"""What can be said of several requests at once, as in *grant 1,4,9*."""


def each(typed: str) -> tuple[str, ...]:
    """Return what was typed as single acts: requests that were named together, one by one."""
    first, *rest = typed.split()
    if first.lower() not in TOGETHER or not rest or "," not in rest[0]:
        return (typed,)
    return tuple(" ".join((first, n, *rest[1:])) for n in rest[0].split(",") if n)


def open_ways(observation: Observation) -> tuple[Way, ...]:
    """Return the kinds of act that are open now, in the order of the menu."""
    kinds = {type(a) for a in observation.legal}
    return tuple(w for w in WAYS if w.kind in kinds)


def choices(observation: Observation, way: Way) -> tuple[Action, ...]:
    """Return the legal acts of one kind."""
    return tuple(a for a in observation.legal if type(a) is way.kind)


def read(observation: Observation, typed: str) -> Action | None:
    """Return the act that was typed by its word or its number; None if the first names none.

    Raises:
        Misread: the word is known, and what follows means nothing.
    """
    first, *rest = typed.split()
    ways = open_ways(observation)
    if rest and first.isascii() and first.isdigit() and 1 <= int(first) <= len(ways):
        return ways[int(first) - 1].read(observation, rest)
    way = next((w for w in WAYS if w.word == first.lower()), None)
    return None if way is None else way.read(observation, rest)


# -- the menu


def menu(observation: Observation, known: Collection[str] = ()) -> Iterator[str]:
    """Yield the kinds of act that are open, numbered, with how each is typed.

    Args:
        known: words that were explained before; where only those are open, one line is enough,
            and beside others they stand without what comes after them.
    """
    o = observation
    ways = open_ways(o)
    if len(ways) == 1 or any(way.word not in known for way in ways):
        for place, way in enumerate(ways, 1):
            title = standing_by(o) if way.kind is StandBy else _(way.title)
            shape = way.shape if way.word not in known or len(ways) == 1 else way.word
            yield f"{place:3}  {title}  [{shape}]"
    else:
        found = ", ".join(f"{n} {way.word}" for n, way in enumerate(ways, 1))
        yield _("     now: {words}; 'menu' says how each is typed").format(words=found)
    yield from _acts_left(o)


def _acts_left(o: Observation) -> Iterator[str]:
    if o.phase is Phase.SQUEEZE and o.seat in o.tokens and o.record.settling.silence is None:
        yield "     " + words.plural(
            "{count} act left in this round; 'say' and 'end' are free",
            "{count} acts left in this round; 'say' and 'end' are free",
            o.tokens.get(o.seat, 0),
        )


def closed(observation: Observation) -> Iterator[str]:
    """Yield the kinds that are closed now, each with its reason."""
    o, nothing = observation, True
    for way in WAYS:
        refusal = o.blocked.get(way.kind.__name__)
        if refusal is not None:
            nothing = False
            yield f"     {way.word:<10} {words.why(refusal, o.scenario)}"
    for it in options(o) if o.seat == TARGET else ():
        if it.action is None:
            nothing = False
            yield f"     do {it.id:<18} {it.disabled}"
    if nothing and o.actor == o.seat:
        yield _("     Nothing is closed that belongs to this beat.")
    elif nothing:
        yield _("     You are not to act now; what is closed is said when you are.")


def groups(actions: Sequence[Action]) -> Mapping[str, tuple[Action, ...]]:
    """Return many acts of one kind by what is asked for first; a few stay as they are."""
    for asked in (_about, _phrase):
        by: dict[str, list[Action]] = {}
        for action in actions:
            by.setdefault(asked(action), []).append(action)
        if 1 < len(by) < len(actions):
            return {key: tuple(found) for key, found in by.items()}
    return {}


def _about(action: Action) -> str:
    """Return the stance, the clause or the response that an act is about."""
    match action:
        case Speak(stance=stance):
            return stance.value
        case Respond(response=response):
            return response
    return getattr(action, "measure", "")


def _phrase(action: Action) -> str:
    """Return what is said of a clause; the level comes after it."""
    return action.phrase.value if isinstance(action, Warn) else ""
