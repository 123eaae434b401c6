"""The floor before a vote: motions, amendments, points of order, and what becomes of drafts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine import council, floor
from game.engine.actions.base import Action, Refusal, no_such_level, unsound
from game.engine.actions.raising import file, has_floor, keep_floor, raised
from game.engine.actions.worded import Worded
from game.engine.events import Objected
from game.engine.opinion import level_of
from game.engine.record import Clause, Question
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat, tell
from game.engine.terms import Seat
from game.engine.wording import clause_at, put

OPENING = ("agenda", "invitation")
"""Questions with which a meeting is opened."""


@frozen
class Move(Action):
    """Move that the meeting be suspended or adjourned, or the draft referred or postponed.

    No motion needs a seconder. Source: Provisional Rules of Procedure, rules 33 and 34.

    motion: one of the five.
    """

    PART: ClassVar[str] = "motions"
    RAISES: ClassVar[bool] = True
    motion: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the five motions."""
        for motion in council.MOTIONS:
            yield cls(seat, motion)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Whoever has the floor can move."""
        return has_floor(state)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """There are five motions."""
        known = self.motion in council.MOTIONS
        return None if known else Refusal("unknown", {"name": self.motion})

    def refusal(self, state: State) -> Refusal | None:
        """Each motion is put once in a sitting."""
        voted = council.kinds_of(floor.counted(state))
        if any(q.kind == self.motion for q in (*state.questions, *voted)):
            return Refusal("moved")
        return None

    def apply(self, state: State) -> State:
        """Put it on the list."""
        return file(state, Question(self.motion, self.seat))


@frozen
class Amend(Worded):
    """Move an amendment: one clause of the draft in blue at another level, or in other words.

    Source: Provisional Rules of Procedure, rules 33 (6) and 36.

    measure: which clause.
    level: the level it would get; 0 deletes it.
    verb: a swapped verb; empty for the level's own.
    softener: id of words that soften it.
    hardener: id of words that harden it.
    params: parameters that differ from their default, with the number of the choice, by id.
    """

    PART: ClassVar[str] = "motions"
    RAISES: ClassVar[bool] = True

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every level of every measure that a text can have, in its own words."""
        for m in scenario.measures:
            for level in range(scenario.floor(m.id), m.top + 1):
                yield cls(seat, m.id, level)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Whoever has the floor can move one; the mover of the draft would rather revise."""
        if found := has_floor(state):
            return found
        if on_table(state, state.blue) is None:
            return Refusal("no_draft")
        return Refusal("own_draft") if seat == state.scenario.penholder else None

    def refusal(self, state: State) -> Refusal | None:
        """It must change the draft, be moved once, and leave a text that can stand."""
        s, text = state.scenario, state.draft(state.blue).clauses
        if found := no_such_level(s, self.measure, self.level) or self.misworded(s):
            return found
        if self.clause == clause_at(s, text, self.measure):
            return Refusal("unchanged", {"measure": self.measure})
        moved = (q for q in state.questions if q.kind == "amendment")
        if any(q.clause == self.clause for q in moved):
            return Refusal("moved")
        return unsound(s, put(s, text, self.clause))

    def apply(self, state: State) -> State:
        """Put it on the list, on the draft as it is."""
        words = self.clause if self.clause.reworded else None
        moved = Question("amendment", self.seat, self.measure, self.level, state.blue, words=words)
        return file(state, moved)


@frozen
class Divide(Action):
    """Ask for a separate vote on one clause; the mover of the draft can object.

    Source: Provisional Rules of Procedure, rule 32.

    measure: which clause.
    """

    PART: ClassVar[str] = "motions"
    RAISES: ClassVar[bool] = True
    measure: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every measure."""
        for m in scenario.measures:
            yield cls(seat, m.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """As for an amendment."""
        return Amend.closed(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """The clause must be in the draft, beyond what is in force, and stand for itself."""
        s, text = state.scenario, state.draft(state.blue).clauses
        if not s.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        if level_of(s, text, self.measure) <= s.floor(self.measure):
            return Refusal("not_in_text", {"measure": self.measure})
        if any((q.kind, q.measure) == ("part", self.measure) for q in state.questions):
            return Refusal("moved")
        rest = {id: clause for id, clause in text.items() if id != self.measure}
        if floor_level := s.floor(self.measure):
            rest[self.measure] = Clause(self.measure, floor_level)
        return unsound(s, rest)

    def apply(self, state: State) -> State:
        """Ask the mover whether it objects."""
        part = Question("part", self.seat, self.measure, version=state.blue)
        mover = state.scenario.penholder
        state = file(state, part)
        return evolve(state, matter=part, queue=(mover, *state.queue))


@frozen
class PointOfOrder(Action):
    """Raise a point of order; the President rules on it at once.

    Source: Provisional Rules of Procedure, rule 30; UN Charter, Article 27(3); the San Francisco
    statement of 7 June 1945 on what is procedure.

    point: substance (a motion is no matter of procedure) or party (a member has to abstain).
    about: the motion, or the member.
    """

    PART: ClassVar[str] = "motions"
    RAISES: ClassVar[bool] = True
    point: str
    about: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every motion and every other member."""
        for motion in council.MOTIONS:
            yield cls(seat, council.SUBSTANCE, motion)
        for other in scenario.seats:
            if other != seat:
                yield cls(seat, council.PARTY, other)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Whoever has the floor can raise one."""
        return has_floor(state)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """There are two points, one about motions and one about members."""
        known = {council.SUBSTANCE: council.MOTIONS, council.PARTY: scenario.seats}
        if self.about in known.get(self.point, ()) and self.about != self.seat:
            return None
        return Refusal("unknown", {"name": self.about})

    def refusal(self, state: State) -> Refusal | None:
        """It was not ruled on before; a motion is pending; no measures under Chapter VII."""
        made = (e for e in raised(state) if isinstance(e, PointOfOrder))
        if any((e.point, e.about) == (self.point, self.about) for e in made):
            return Refusal("moved")
        if self.point == council.SUBSTANCE:
            pending = any(q.kind == self.about and not q.cause for q in state.questions)
            return None if pending else Refusal("not_moved")
        text = state.draft(state.blue).clauses
        if council.acts_under_chapter_seven(state.scenario, text):
            return Refusal("chapter_seven")
        return Refusal("barred") if self.about in state.barred else None

    def apply(self, state: State) -> State:
        """Ask the President for a ruling."""
        point = Question("point", self.seat, self.about, cause=self.point)
        chair = state.scenario.president(state.record.day)
        state = keep_floor(state, self.seat)
        return evolve(state, matter=point, queue=(chair, *state.queue))


@frozen
class Rule(Action):
    """Rule on a point of order, as President.

    upheld: the point is well taken.
    """

    PART: ClassVar[str] = "motions"
    upheld: bool

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield both rulings, for whoever presides some time."""
        if seat in scenario.presidency.values():
            yield cls(seat, False)
            yield cls(seat, True)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A point of order must have been raised."""
        raised = state.matter is not None and state.matter.kind == "point"
        return None if raised else Refusal("no_point")

    def apply(self, state: State) -> State:
        """State the ruling; whom it goes against can challenge it."""
        point = state.matter
        assert point is not None  # `closed` asked.
        ruling = Question("ruling", self.seat, point.measure, int(self.upheld), cause=point.cause)
        state = floor.ruled(next_seat(state), ruling)
        accused = point.measure if point.cause == council.PARTY else ""
        mover = next((q.by for q in state.questions if q.kind == point.measure), accused)
        loser = mover if self.upheld else point.by
        return evolve(state, matter=ruling, queue=(loser, *state.queue))


@frozen
class Object(Action):
    """Object to what would stand: an agenda, a guest, a separate vote, a ruling.

    Source: Provisional Rules of Procedure, rules 9, 30, 32, 37 and 39.

    item: the guest, or `agenda`; empty for what is before this seat alone.
    """

    PART: ClassVar[str] = "motions"
    item: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for each thing that can be objected to."""
        for item in ("", "agenda", *(g.id for g in scenario.guests)):
            yield cls(seat, item)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Something must be before this seat that stands unless it objects."""
        waits = state.matter is not None and state.matter.kind in ("part", "ruling")
        opening = state.stage == "opening" and not state.calling
        return None if waits or opening else Refusal("no_matter")

    def refusal(self, state: State) -> Refusal | None:
        """A meeting is opened with its agenda, then its guests; each is settled once."""
        if state.matter is not None:
            return Refusal("no_matter") if self.item else None
        voted = council.kinds_of(floor.counted(state))
        settled = {q.cause for q in voted if q.kind in OPENING}
        # The agenda comes first, so once a guest was voted on it stands adopted (rule 9).
        if self.item in settled or (self.item == "agenda" and settled):
            return Refusal("moved")
        there = self.item == "agenda" or self.item in state.record.guests
        return None if there else Refusal("no_matter")

    def apply(self, state: State) -> State:
        """Have the Council vote on it at once, or refuse the separate vote."""
        if self.item:
            kind = "agenda" if self.item == "agenda" else "invitation"
            return floor.call(next_seat(state), Question(kind, self.seat, cause=self.item))
        matter = state.matter
        assert matter is not None  # `closed` asked.
        state = tell(evolve(next_seat(state), matter=None), Objected(matter))
        if matter.kind == "ruling":
            return floor.call(state, matter)
        # It stays on the list, where it will not be called, so that nobody asks for it again.
        refused = evolve(matter, cause=council.REFUSED)
        marked = tuple(refused if q == matter else q for q in state.questions)
        return evolve(state, questions=marked)


@frozen
class Retract(Action):
    """Withdraw what one has moved, before a vote on it has begun.

    Source: Provisional Rules of Procedure, rule 35.

    kind: a motion, an amendment, or a part on which a vote was asked for.
    measure: which clause it is about, if any.
    """

    PART: ClassVar[str] = "motions"
    kind: str
    measure: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield nothing beforehand; what is in hand is the menu."""
        yield from ()

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the one for what is in hand."""
        return tuple(cls(seat, q.kind, q.measure) for q in state.questions[:1])

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The mover is asked when its question comes up."""
        asked = state.matter is not None and state.matter.kind == council.IN_HAND
        return None if asked else Refusal("not_in_hand")

    def refusal(self, state: State) -> Refusal | None:
        """It is what is in hand."""
        now = state.questions[0]
        same = (now.kind, now.measure) == (self.kind, self.measure)
        return None if same else Refusal("not_in_hand")

    def apply(self, state: State) -> State:
        """Strike it from the list; the next question comes up."""
        return next_seat(evolve(state, matter=None, questions=state.questions[1:]))


def is_draft(question: Question, version: int) -> bool:
    """Tell whether a question is the vote on the draft with this number."""
    return question.kind == "draft" and question.version == version


def on_table(state: State, version: int) -> Question | None:
    """Return the draft with this number, if it waits for its vote."""
    return next((q for q in state.questions if is_draft(q, version)), None)
