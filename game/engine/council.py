"""Rules of the Council, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from game.engine.events import Tally
from game.engine.opinion import level_of
from game.engine.record import Draft, Question
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Cause, Seat
from game.engine.wording import clause_at, distance

SUBSTANCE = "substance"
"""The point that a motion is no matter of procedure, so that the veto applies."""
PARTY = "party"
"""The point that a member is party to the dispute and has to abstain."""
ORDER = "order"
"""The ruling of the President in which order members are called."""
SET_BACK = 3
"""Places that a member has to lose before it challenges the order of speakers. Tuned."""
REFUSED = "refused"
"""What has become of a separate vote to which the mover of the draft objects."""
DECIDED = "decided"
"""What has become of an amendment where one that goes further on its clause was carried."""
IN_HAND = "in_hand"
"""What the mover of a question is asked before it is called: whether it stands."""
POINTS = (SUBSTANCE, PARTY)
"""What a point of order can be about."""
MOTIONS = ("suspend", "adjourn", "adjourn_to", "refer", "postpone")
"""Motions about the meeting, in the order in which they come before everything else.

Source: Provisional Rules of Procedure, rule 33, where an amendment comes sixth.
"""
PROCEDURAL = ("agenda", "invitation", "ruling", *MOTIONS)
"""Questions of procedure: nine votes carry, and nobody has a veto.

Source: UN Charter, Article 27(2); Provisional Rules of Procedure, rules 9, 30, 33, 37 and 39.
"""
CHAPTER_SEVEN_FROM = 2
"""Level of the basis in the Charter from which a text acts under Chapter VII."""
ASSEMBLY_DAYS = 10
"""Working days within which the General Assembly debates a veto."""
ASSEMBLY_MEETS_FROM = date(2022, 4, 26)
"""Day from which the General Assembly meets on every veto.

Source: General Assembly resolution 76/262 of 26 April 2022.
"""
NO_OBJECTION = 5
"""Working days in which a member can object to a note to the Committee; silence adopts it.

Source: guidelines of the Committee of resolution 1718 (2006), from memory.
"""
MORE_TIME = 5
"""Working days that a member which asks for more time has beyond them, once for a note.

Source: practice; some notes have shorter or longer terms (from memory). Tuned: as long again.
"""
DAYS_BETWEEN_MEETINGS = 14
"""Days that may lie between two meetings. Source: Provisional Rules of Procedure, rule 1."""


def outcome(scenario: Scenario, ballots: Mapping[Seat, Ballot]) -> tuple[Cause, tuple[Seat, ...]]:
    """Count a vote on a draft resolution and name who blocked it.

    Nine affirmative votes carry, including the concurring votes of the permanent members;
    an abstention, an absence or non-participation of a permanent member is no veto. Under
    nine votes the draft fails without a veto, whoever votes against.

    Returns:
        the cause, and the permanent members against where their vote decides or would have.

    Source: UN Charter, Article 27(3); ICJ, Namibia opinion, 1971, para. 22.
    """
    enough = sum(b is Ballot.YES for b in ballots.values()) >= scenario.majority
    against = tuple(s for s in scenario.permanent if ballots.get(s) is Ballot.NO)
    if enough:
        return (Cause.VETO, against) if against else (Cause.ADOPTED, ())
    return (Cause.VETO_AND_SHORTFALL if against else Cause.SHORTFALL), against


def is_veto(scenario: Scenario, ballots: Mapping[Seat, Ballot]) -> bool:
    """Tell whether a negative vote of a permanent member defeated a draft with a majority.

    Source: UN Charter, Article 27(3).
    """
    return outcome(scenario, ballots)[0] is Cause.VETO


def procedural(scenario: Scenario, ballots: Mapping[Seat, Ballot]) -> bool:
    """Tell whether a procedural motion carries: nine votes, no veto.

    Source: UN Charter, Article 27(2).
    """
    return sum(b is Ballot.YES for b in ballots.values()) >= scenario.majority


def procedural_outcome(
    scenario: Scenario, ballots: Mapping[Seat, Ballot]
) -> tuple[Cause, tuple[Seat, ...]]:
    """Count a vote on procedure as `outcome` counts one on substance.

    Source: UN Charter, Article 27(2).
    """
    return (Cause.ADOPTED if procedural(scenario, ballots) else Cause.SHORTFALL), ()


def is_procedural(question: Question) -> bool:
    """Tell whether a question is one of procedure; a motion can be ruled one of substance.

    Source: UN Charter, Article 27(2); the San Francisco statement of 7 June 1945.
    """
    ruled = question.kind != "ruling" and question.cause == SUBSTANCE
    return question.kind in PROCEDURAL and not ruled


def by_precedence(motions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Order motions by their rank, of equal rank in the order in which they were made.

    Source: Provisional Rules of Procedure, rule 33; no motion needs a seconder, rule 34.
    """
    rank = {kind: at for at, kind in enumerate(MOTIONS)}
    return tuple(sorted(motions, key=lambda q: rank.get(q.kind, len(rank))))


def order_of_amendments(
    scenario: Scenario, draft: Draft, amendments: tuple[Question, ...]
) -> tuple[Question, ...]:
    """Order amendments: what adds or deletes first, then the furthest from the draft.

    Of two that keep the level, the one whose words leave more or less of it is further.
    Source: Provisional Rules of Procedure, rule 36.
    """

    def rank(amendment: Question) -> tuple[bool, int, int]:
        now = clause_at(scenario, draft, amendment.measure)
        adds_or_deletes = not now.level or amendment.level <= scenario.floor(amendment.measure)
        levels, words = distance(scenario, amendment.clause, now)
        return not adds_or_deletes, -levels, -words

    return tuple(sorted(amendments, key=rank))


def in_order(
    scenario: Scenario, draft: Draft, blue: int, questions: tuple[Question, ...]
) -> tuple[Question, ...]:
    """Order what was moved: motions by rank, then each draft, amendments and parts before theirs.

    Args:
        draft: the text in blue, whose number is `blue`.

    Source: Provisional Rules of Procedure, rules 32, 33 and 36.
    """
    motions = tuple(q for q in questions if q.kind in PROCEDURAL)
    moved = tuple(q for q in questions if q.kind == "amendment")
    parts = tuple(q for q in questions if q.kind == "part" and q.cause != REFUSED)
    ordered = [*by_precedence(motions)]
    for question in (q for q in questions if q.kind == "draft"):
        if question.version == blue:
            ordered += [*order_of_amendments(scenario, draft, moved), *parts]
        ordered.append(question)
    return tuple(ordered)


def kinds_of(counts: Iterable[Tally]) -> tuple[Question, ...]:
    """Return what votes were about."""
    return tuple(count.question for count in counts if count.question)


def adopted(counts: Iterable[Tally]) -> tuple[int, ...]:
    """Return the numbers of the drafts that were adopted, in order."""
    passed = kinds_of(count for count in counts if count.adopted)
    return tuple(question.version for question in passed if question.kind == "draft")


def set_back(custom: tuple[Seat, ...], order: tuple[Seat, ...], *, but: Seat) -> Seat:
    """Return the member that an order of speakers sets back furthest; nobody if not by much.

    Args:
        but: the President, who set it.
    """
    lost = {seat: order.index(seat) - at for at, seat in enumerate(custom) if seat != but}
    worst = max(lost, key=lambda seat: lost[seat])
    return worst if lost[worst] >= SET_BACK else ""


def acts_under_chapter_seven(scenario: Scenario, draft: Draft) -> bool:
    """Tell whether a text takes measures; under Chapter VI a party to the dispute must abstain.

    Source: UN Charter, Article 27(3), second half, and Article 41.
    """
    basis = "chapter_basis"
    return scenario.has(basis) and level_of(scenario, draft, basis) >= CHAPTER_SEVEN_FROM


def foretold(scenario: Scenario) -> bool:
    """Tell whether the last text promised a next step in the event of such an act.

    Such a promise binds nobody, but that the Council meets on it is no longer a question.
    Source: resolution 2087 (2013), paragraph 19, and the texts since; in 2022 two vetoes met one.
    """
    return any(
        m.promises and m.promises[scenario.last_text.get(m.id, 0)] for m in scenario.measures
    )


def announces_majority(scenario: Scenario, signatures: int) -> bool:
    """Tell whether the letter that asks for a meeting shows that a vote on its agenda is won.

    Source: the letters of 2015, 2016 and 2017 on human rights, each with nine signatures.
    """
    return signatures >= scenario.majority


def is_meeting_due(last: date, now: date) -> bool:
    """Tell whether more days have passed since the last meeting than there should.

    Source: Provisional Rules of Procedure, rule 1.
    """
    return (now - last).days > DAYS_BETWEEN_MEETINGS


def assembly_meets_by(vetoed: date) -> date | None:
    """Return the last day of the General Assembly's debate on a veto; before 2022, none.

    Source: General Assembly resolution 76/262 of 26 April 2022, paragraph 1.
    """
    return after_working_days(vetoed, ASSEMBLY_DAYS) if vetoed >= ASSEMBLY_MEETS_FROM else None


def time_to_object(*, extended: bool) -> int:
    """Return the working days in which a member can object to a note to the Committee."""
    return NO_OBJECTION + (MORE_TIME if extended else 0)


def after_working_days(start: date, many: int) -> date:
    """Return the day so many working days later; Saturdays and Sundays are left out."""
    day = start
    while many:
        day += timedelta(days=1)
        many -= day.weekday() < 5
    return day


def agreement(yes: int, no: int, abstain: int) -> int:
    """Return the Hix-Noury-Roland agreement index of a vote, per mille.

    Source: Hix, Noury and Roland, 2005; formula from memory.
    """
    cast = yes + no + abstain
    if not cast:
        return 0
    most = max(yes, no, abstain)
    return 1000 * (2 * most - (cast - most)) // (2 * cast)
