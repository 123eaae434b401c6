"""The floor: what comes to the vote and in which order, how it is counted, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve

from game.engine import aftermath, council, lint, veto, wording
from game.engine.changing import changed
from game.engine.events import Lapsed, PassedOn, Superseded, Tally, WordBroken
from game.engine.record import CALL, RIVALS, Clause, Question, Showing, Version
from game.engine.settlement import accepts, discredited, release, settle
from game.engine.state import State, note, tell
from game.engine.terms import Ballot, Cause, Circle, Phase, Phrase, Seat
from game.engine.wording import clause_at, put

OPEN = ("opening", "floor", "voting")
"""Parts of a meeting in which it counts what has been voted on before."""
DAYS_PUT_OFF = {"adjourn": 1, "adjourn_to": 3}
"""Days after which a meeting that was adjourned goes on. Tuned."""


def open_meeting(state: State) -> State:
    """Open the meeting of the vote: the floor first, where motions are in play.

    Drafts come to the vote in the order of their submission.
    Source: Provisional Rules of Procedure, rule 32.
    """
    pen = state.scenario.penholder
    late = () if state.blue in state.tabled or state.record.settling.withdrawn else (state.blue,)
    order = (*state.tabled, *late)
    drafts = tuple(Question("draft", state.draft(n).author or pen, version=n) for n in order)
    state = changed(state, questions=drafts, tabled=order, stage="voting")
    if not state.scenario.plays("motions"):
        return call(state)
    return changed(state, stage="floor", queue=state.scenario.seating(state.record.day))


def close_floor(state: State) -> State:
    """Order what was moved: motions by their rank, amendments by distance, parts, then drafts.

    Source: Provisional Rules of Procedure, rules 32, 33 and 36.
    """
    text = state.draft(state.blue).clauses
    ordered = council.in_order(state.scenario, text, state.blue, state.questions)
    return changed(state, questions=ordered, stage="voting")


def speakers(state: State) -> tuple[Seat, ...]:
    """Return in which order members are called: as the President has set it, or as custom has."""
    return state.record.speakers or state.scenario.seating(state.record.day)


def in_turn(state: State) -> State:
    """Call those who are still to speak in the order that was set; who has the floor keeps it."""
    place = {seat: at for at, seat in enumerate(speakers(state))}
    now, *others = state.queue
    return changed(state, queue=(now, *sorted(others, key=lambda seat: place[seat])))


def call(state: State, *questions: Question) -> State:
    """Ask every member to vote on the first question; the rest of the queue waits."""
    voters = state.scenario.seating(state.record.day)
    return evolve(
        state,
        questions=(*questions, *state.questions),
        calling=True,
        ballots={},
        queue=(*voters, *state.queue),
    )


def go_on(state: State) -> State:
    """Call the next question; its mover is asked first whether it stands, if it can be withdrawn.

    A draft is one's own, unless there was a vote that changed it or took its place.
    Source: Provisional Rules of Procedure, rule 35.
    """
    question = state.questions[0]
    if question.kind != "draft":
        return changed(state, matter=Question(council.IN_HAND, question.by), queue=(question.by,))
    if not question.cause and _is_touched(state, question):
        return changed(state, matter=question, queue=(question.by,))
    return call(state)


def counted(state: State) -> tuple[Tally, ...]:
    """Return how each vote of this sitting ended, in order."""
    return tuple([e for e in state.log if type(e) is Tally and e.question])


def _is_touched(state: State, draft: Question) -> bool:
    """Tell whether there was a vote on the draft or on another one before it came to its turn."""
    kinds = ("amendment", "part") if draft.version == state.blue else ()
    return any(q.kind in (*kinds, "draft") for q in council.kinds_of(counted(state)))


def is_counted(state: State) -> bool:
    """Tell whether every member has voted on the question in hand."""
    return state.calling and len(state.ballots) == len(state.scenario.seats)


def count(state: State) -> State:
    """Count the ballots on the question in hand, and let the result take effect."""
    question, s = state.questions[0], state.scenario
    if council.is_procedural(question):
        cause, vetoes = council.procedural_outcome(s, state.ballots)
    else:
        cause, vetoes = council.outcome(s, state.ballots)
    tally = Tally(dict(state.ballots), cause is Cause.ADOPTED, cause, vetoes, question)
    state = changed(state, questions=state.questions[1:], calling=False)
    state = tell(state, tally)
    if question.kind == "draft":
        state = _count_draft(veto.charge(state, question, tally), question, tally)
        return veto.call_the_assembly(state, tally)
    if question.kind in council.MOTIONS and not tally.adopted:
        state = discredited(state, question.by, "motion")
    settle = (_CARRIED if tally.adopted else _LOST).get(question.kind)
    return settle(state, question) if settle else state


def let_pass(state: State) -> State:
    """Let what is before one seat stand: nobody objects, the mover keeps its draft.

    A President whom nobody has asked for a meeting holds consultations.
    """
    matter = state.matter
    if matter is not None and matter.kind == CALL:
        return note(changed(state, matter=None), room="closed")
    if matter is not None and matter.kind == council.IN_HAND:
        return call(changed(state, matter=None))
    if matter is None or matter.kind != "draft":
        return changed(state, matter=None)
    confirmed = evolve(matter, cause="kept")
    rest = tuple(confirmed if q == matter else q for q in state.questions)
    return changed(state, matter=None, questions=rest)


def withdraw(state: State, version: int) -> State:
    """Take a draft from the table; who has seconded it may bring it to the vote all the same.

    Source: Provisional Rules of Procedure, rule 35.
    """
    state = changed(state, matter=None)
    if by := seconder(state, version):
        asked = Question("second", by, version=version)
        return changed(state, matter=asked, queue=(by, *state.queue))
    return drop(state, version)


def seconder(state: State, version: int) -> Seat:
    """Return who has seconded a draft; empty for nobody."""
    return next((seat for number, seat in state.seconded if number == version), "")


def passed_on(state: State, version: int) -> State:
    """Let a draft that was withdrawn outside a meeting be that of its seconder, with its place.

    Source: Provisional Rules of Procedure, rule 35.
    """
    by = seconder(state, version)
    state = evolve(
        state,
        versions=tuple(_brought_by(v, {version: by}) for v in state.versions),
        rivals=tuple(_brought_by(v, {version: by}) for v in state.rivals),
        seconded=tuple(pair for pair in state.seconded if pair[0] != version),
    )
    return tell(state, PassedOn(version, by))


def drop(state: State, version: int) -> State:
    """Strike a draft and all that is about it from the list of questions.

    To let go what another text has overtaken is no defeat of the pen.
    """
    passed = council.adopted(counted(state))
    rest = tuple(q for q in state.questions if q.version != version)
    if version == state.blue and not passed:
        state = note(state, settling=evolve(state.record.settling, withdrawn=version))
    tabled = tuple(n for n in state.tabled if n != version)
    return changed(state, questions=rest, tabled=tabled, matter=None)


# -- what follows from a result


def _count_draft(state: State, question: Question, tally: Tally) -> State:
    if question.version != state.blue:
        return state
    state = changed(state, tally=tally)
    overtaken = any(n != state.blue for n in council.adopted(counted(state)))
    for seat in state.scenario.seats:
        if not overtaken and _broke_word(state, seat):
            state = discredited(tell(state, WordBroken(seat)), seat, "ballot")
        if state.ballots[seat] is Ballot.YES:
            state = accepts(state, seat, state.version(state.blue).clauses, Phrase.GOES_ALONG)
    # What was said of a text was said of one beside which there is no other yet.
    state = release(state, "vote") if overtaken else settle(state, "vote")
    return state if tally.adopted or overtaken else tell(state, aftermath.missed(state))


def rival_adopted(state: State) -> bool:
    """Tell whether a rival was adopted and the text in blue was not."""
    passed = council.adopted(counted(state))
    return any(n > RIVALS for n in passed) and state.blue not in passed


def take_its_place(state: State) -> State:
    """Let what was adopted be the text of the sitting, also where it is not the text in blue.

    Of two drafts both can be adopted; then both stand, and the later one where they touch. What
    was said in explanation of a vote on the text in blue is said of no other that is adopted.
    Source: Provisional Rules of Procedure, rule 32; a later decision of the Council supersedes an
    earlier one.
    """
    counts = counted(state)
    numbers = council.adopted(counts)
    if numbers in ((), (state.blue,)):
        return state
    if state.blue not in numbers:
        # Before the vote it was the text in blue that was spoken of.
        state = changed(state, explained={}, narrowed={})
    text, touched = dict(state.draft(numbers[0]).clauses), dict[str, None]()
    for number in numbers[1:]:
        later = state.draft(number).clauses
        touched |= dict.fromkeys(wording.touching(state.scenario, text, later))
        text = dict(wording.superseded(state.scenario, text, later))
    last = state.draft(numbers[-1])
    stands = evolve(last, number=len(state.versions) + 1, clauses=text, day=state.record.day)
    showing = Showing(stands.number, stands.circle, stands.day)
    # Names under a text that was not adopted are under none that stands.
    names = state.record.sponsors if state.blue in numbers else (last.author,)
    state = note(state, showings=(*state.record.showings, showing), sponsors=names)
    if len(numbers) > 1:
        state = tell(state, Superseded(numbers, tuple(touched)))
    count = next(c for c in reversed(counts) if c.question and c.question.version == last.number)
    return changed(state, versions=(*state.versions, stands), blue=stands.number, tally=count)


def _broke_word(state: State, seat: Seat) -> bool:
    if seat in state.barred:
        return False  # It had no choice.
    said, ballot = state.record.phrases.get(seat), state.ballots[seat]
    if seat in state.record.sponsors:
        return ballot is not Ballot.YES
    if said in (Phrase.SUPPORTS, Phrase.GOES_ALONG):
        return ballot is not Ballot.YES
    return said is Phrase.OPPOSES and ballot is Ballot.YES


def _amend(state: State, question: Question) -> State:
    return rewrite(_decided(state, question), question.version, question.clause)


def _decided(state: State, carried: Question) -> State:
    """Drop the amendments of a clause that the one carried has decided: all that go no further.

    Source: Provisional Rules of Procedure, rule 36: the furthest first; Rules of Procedure of the
    General Assembly, rule 90: what implies the rejection of another is not followed by it.
    """
    now = clause_at(state.scenario, state.draft(carried.version).clauses, carried.measure)
    step = carried.level - now.level
    fallen = tuple(
        q
        for q in state.questions
        if (q.kind, q.version, q.measure) == ("amendment", carried.version, carried.measure)
        and (q.level - carried.level) * step <= 0
    )
    state = changed(state, questions=tuple(q for q in state.questions if q not in fallen))
    return tell(state, *(Lapsed(evolve(q, cause=council.DECIDED)) for q in fallen))


def _strike(state: State, question: Question) -> State:
    return rewrite(state, question.version, Clause(question.measure, 0))


def rewrite(state: State, number: int, clause: Clause) -> State:
    """Print a draft anew with one clause changed; what is pending on it follows it."""
    old = state.draft(number)
    text = put(state.scenario, old.clauses, clause)
    new = Version(len(state.versions) + 1, text, Circle.ALL, state.record.day, old.author)
    showing = Showing(new.number, new.circle, new.day)
    state = note(state, showings=(*state.record.showings, showing))
    follow = {number: new.number}
    state = evolve(
        state,
        versions=(*state.versions, new),
        blue=follow.get(state.blue, state.blue),
        tabled=tuple(follow.get(n, n) for n in state.tabled),
        questions=tuple(
            evolve(q, version=follow.get(q.version, q.version)) for q in state.questions
        ),
    )
    return _lapse(state, new)


def _lapse(state: State, draft: Version) -> State:
    """Drop what is pending on a draft and, with what was just carried, would leave it unsound."""
    s = state.scenario
    fallen = tuple(
        q
        for q in state.questions
        if q.version == draft.number
        and q.kind in ("amendment", "part")
        and lint.errors(s, put(s, draft.clauses, q.clause))
    )
    state = changed(state, questions=tuple(q for q in state.questions if q not in fallen))
    return tell(state, *(Lapsed(q) for q in fallen))


def _leave(state: State, question: Question) -> State:
    """Break off the meeting: for a while, for further consultations, or for good.

    Before a meeting goes on there is a moment for last words; what was moved has to be moved
    anew. Drafts that were not withdrawn keep their places and whoever brings them; one that is
    referred is in blue no more, nobody is barred from a vote on the next, and what was said in
    explanation of a vote that was not taken is said of nothing.
    """
    movers = {q.version: q.by for q in state.questions if q.kind == "draft"}
    tabled = tuple(n for n in state.tabled if n in movers)
    state = evolve(
        state,
        versions=tuple(_brought_by(version, movers) for version in state.versions),
        rivals=tuple(_brought_by(rival, movers) for rival in state.rivals),
    )
    waits = evolve(state.record.settling.blue, soon=False, later=0)
    settling = evolve(state.record.settling, blue=waits, date=0)  # It was met.
    state = note(state, settling=settling)
    state = changed(state, phase=Phase.SQUEEZE, stage="", questions=(), queue=(), tabled=tabled)
    match question.kind:
        case "refer":
            rivals = tuple(n for n in tabled if n > RIVALS)
            state = changed(state, explained={}, narrowed={})
            return changed(state, blue=0, barred=(), tabled=rivals)
        case "postpone":
            return changed(state, phase=Phase.VOTE, stage="explaining")
        case "suspend":
            return changed(state, stage="resumed")
    days = DAYS_PUT_OFF[question.kind]
    return note(state, day=state.record.day + days - 1)


def _brought_by(draft: Version, movers: Mapping[int, Seat]) -> Version:
    mover = movers.get(draft.number, draft.author)
    return draft if mover == draft.author else evolve(draft, author=mover)


def _overrule(state: State, question: Question) -> State:
    """Undo a ruling that nine members have overruled.

    Source: Provisional Rules of Procedure, rule 30.
    """
    return ruled(state, evolve(question, level=1 - question.level))


def ruled(state: State, ruling: Question) -> State:
    """Let a ruling take effect: level 1 upholds the point of order, 0 does not.

    The points: that a member has to abstain (measure names the seat), that the motion next in
    line is a matter of substance, or the order of speakers, which custom takes the place of.
    """
    if ruling.cause == council.ORDER:
        return state if ruling.level else _as_custom_has_it(state)
    if ruling.cause == council.SUBSTANCE:
        cause = council.SUBSTANCE if ruling.level else ""
        marked = tuple(
            evolve(q, cause=cause) if q.kind == ruling.measure else q for q in state.questions
        )
        return changed(state, questions=marked)
    others = tuple(seat for seat in state.barred if seat != ruling.measure)
    return changed(state, barred=(*others, ruling.measure) if ruling.level else others)


def _as_custom_has_it(state: State) -> State:
    state = note(state, speakers=())
    return in_turn(state) if state.phase is Phase.VOTE and state.queue else state


def _meet_behind_doors(state: State, question: Question) -> State:
    """Hold consultations instead of the meeting whose agenda was not adopted."""
    assert question.kind == "agenda"
    return evolve(note(state, room="closed", guests=()), queue=())


def _turn_away(state: State, question: Question) -> State:
    return note(state, guests=tuple(g for g in state.record.guests if g != question.cause))


_Settled = Mapping[str, Callable[[State, Question], State]]
_CARRIED: _Settled = {
    **dict.fromkeys(council.MOTIONS, _leave),
    "ruling": _overrule,
    "amendment": _amend,
}
"""Kind of question -> what follows when it is carried."""
_LOST: _Settled = {
    "agenda": _meet_behind_doors,
    "invitation": _turn_away,
    "part": _strike,
}
"""Kind of question -> what follows when it is not."""
