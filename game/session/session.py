"""A game being played by people and computers: the one mutable object of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from game import ai, engine, paths
from game.codec import DataError, Place
from game.engine import (
    PUBLIC,
    Action,
    IllegalAction,
    Observation,
    Refusal,
    Scenario,
    Seat,
    State,
    aftermath,
    opinion,
)
from game.engine.events import BeatOpened, Enforced, RoundsOver, Tally
from game.engine.past import Left
from game.session import computers, saves
from game.session.computers import Computer
from game.session.dice import dice, pick
from game.session.digest import MOST, Note, news, standing_notes
from game.session.instructions import Instructions
from game.session.saves import HUMAN

SETTLED = (Tally, RoundsOver, Enforced)
"""Events that show what was hidden: what led to them cannot be taken back."""


class Session:
    """A game, who plays it, and who looks at it now.

    Args:
        seats: seat -> "human" or the id of a personality; every other seat is a computer.
        seed: of all luck; the same seed, seats and acts are the same game.
        level: personality of the seats not named.
        autosave: write the game at each beat, if a person plays.

    Raises:
        ValueError: a seat or a personality does not exist.
    """

    def __init__(
        self,
        scenario: Scenario,
        seats: Mapping[Seat, str] | None = None,
        seed: int = 0,
        *,
        level: str = ai.QUICK,
        autosave: bool = True,
    ) -> None:
        self._first = scenario
        self.seats = computers.seating(scenario, seats or {}, level)
        self.seed = seed
        self.saved_at: datetime | None = None
        self.save_fault = ""
        self._computers: dict[str, Computer] = {}
        self._state = engine.new_game(scenario, saves.people(scenario, self.seats))
        self._autosave = autosave and bool(self.people)
        self._played: list[Action] = []
        self._undo: list[tuple[State, int]] = []
        self._redo: list[tuple[Action, ...]] = []
        self._at_screen: Seat | None = None
        self._standing: dict[Seat, Instructions] = {}
        self._since: dict[Seat, int] = {}
        self._done: list[Action] = []
        self._seen: dict[Seat, Observation] = {}
        self._left: dict[Seat, Observation] = {}

    @classmethod
    def load(cls, path: Path | str, *, autosave: bool = True) -> Session:
        """Go on with a saved game.

        Raises:
            DataError: it cannot be read; one sentence says why.
        """
        save = saves.read(path)
        try:
            session = cls(save.scenario, save.seats, save.seed, autosave=autosave)
        except ValueError as fault:
            raise DataError.at(Place(str(path)), str(fault)) from fault
        session._state, session._played = save.state, list(save.actions)
        session._standing = dict(save.standing)
        return session

    # -- who looks, and at what

    @property
    def scenario(self) -> Scenario:
        """The sitting that is played, with what earlier ones of a campaign have left."""
        return self._state.scenario

    @property
    def people(self) -> tuple[Seat, ...]:
        """Seats held by persons."""
        return self._state.people

    @property
    def viewer(self) -> Seat | None:
        """Whose eyes the screen serves; the public's if nobody plays, None at the curtain."""
        if len(self.people) < 2:
            return self.people[0] if self.people else PUBLIC
        if self.due is not None:
            return None
        if self.is_over:
            return self._at_screen or PUBLIC
        return self._at_screen

    @property
    def due(self) -> Seat | None:
        """Whose person is awaited at the curtain."""
        actor = engine.actor(self._state)
        if len(self.people) < 2 or actor not in self.people or actor == self._at_screen:
            return None
        return actor

    @property
    def observation(self) -> Observation | None:
        """What the viewer may see; None at the curtain."""
        viewer = self.viewer
        return None if viewer is None else self._observe(viewer)

    @property
    def wall(self) -> Observation:
        """What everybody may see: a second view without secrets."""
        return self._observe(PUBLIC)

    @property
    def is_over(self) -> bool:
        """Whether nobody is left to act."""
        return engine.actor(self._state) is None

    @property
    def ply(self) -> int:
        """How many actions were taken."""
        return len(self._played)

    @property
    def news(self) -> tuple[Note, ...]:
        """At most five lines on what happened since the viewer's last own act."""
        seen = self.observation
        before = self._left.get(seen.seat) if seen else None
        done = standing_notes(self._done, seen) if seen else ()
        return (*done, *(news(before, seen) if seen and before else ()))[:MOST]

    def aims(self, seat: Seat) -> tuple[tuple[opinion.Wanted, bool], ...]:
        """Return what a member's capital wanted and whether it was met; empty before the end."""
        if not self.is_over or seat not in self.scenario.briefs:
            return ()
        state = self._state
        wanted = opinion.wanted_by(self.scenario, seat, state.dealt.get(seat))
        return tuple((it, aftermath.met(state, seat, it.aim)) for it in wanted)

    def take_seat(self) -> None:
        """Open the curtain for the person who is awaited."""
        if (due := self.due) is not None:
            self._at_screen = due

    def leave_seat(self) -> None:
        """Close the curtain; a person alone has none."""
        self._at_screen = None

    def _observe(self, seat: Seat) -> Observation:
        if seat not in self._seen:
            self._seen[seat] = engine.observe(self._state, seat)
        return self._seen[seat]

    # -- moves

    def act(self, action: Action) -> None:
        """Do what the person at the screen chose.

        Raises:
            IllegalAction: it is not this person's turn, or the rules do not allow it.
        """
        if action.seat != self.viewer or action.seat not in self.people:
            raise IllegalAction(action, Refusal("not_your_turn", {"actor": self._actor()}))
        self._redo.clear()
        self._done = [a for a in self._done if a.seat != action.seat]
        self._play(action)

    def join(self, moves: int) -> None:
        """Have so many moves of late taken back together: they were chosen as one."""
        many, before = 0, self._state
        while self._undo and many < moves:
            before, last = self._undo.pop()
            many += last
        if many:
            self._undo.append((before, many))

    def instruct(self, standing: Instructions) -> None:
        """Leave answers of the person at the screen to standing instructions."""
        if self.viewer in self.people:
            seat = self.viewer or ""
            self._standing[seat], self._since[seat] = standing, self._observe(seat).round

    @property
    def instructions(self) -> Instructions:
        """What the person at the screen leaves to standing instructions."""
        return self._standing.get(self.viewer or "", Instructions())

    def tick(self) -> bool:
        """Make one move of a computer or of chance; False if a person is to act or all is over.

        What a person left to standing instructions is answered by them.
        """
        actor = engine.actor(self._state)
        if actor is None:
            return False
        if actor in self.people:
            left = self._standing.get(actor)
            since = self._since.get(actor, 0)
            answer = left.answer(self._observe(actor), since) if left else None
            if answer is not None:
                self._play(answer)
                # What was left to instructions is not taken back; they would do it again.
                self._undo.clear()
                self._redo.clear()
                self._done.append(answer)
            return answer is not None
        self._redo.clear()
        self._play(self._chosen(self._state, self.ply))
        return True

    def cast(self, batch: Sequence[Action]) -> None:
        """Do a batch of people's acts, such as ballots on slips, in the order the Council asks.

        Computers between them move too. Everything is checked before anything is done.

        Raises:
            IllegalAction: one of them is not legal when its seat is asked; nothing was done.
        """
        state, waiting = self._state, list(batch)
        moves: list[Action] = []
        while waiting:
            actor = engine.actor(state)
            action = next((a for a in waiting if a.seat == actor), None)
            if action is not None and actor in self.people:
                waiting.remove(action)
            elif actor is None or actor in self.people or action is not None:
                refusal = Refusal("not_your_turn", {"actor": actor or ""})
                raise IllegalAction(waiting[0], refusal)
            else:
                action = self._chosen(state, self.ply + len(moves))
            state = engine.apply(state, action)
            moves.append(action)
        self._redo.clear()
        for move in moves:
            self._play(move)

    def _actor(self) -> Seat:
        return engine.actor(self._state) or ""

    def _chosen(self, state: State, ply: int) -> Action:
        seat = engine.actor(state)
        assert seat is not None  # The caller asked.
        luck = dice(self.seed, ply, seat)
        if options := engine.chance(state):
            return pick(luck, options)
        who = self.seats[seat]
        if who not in self._computers:
            self._computers[who] = computers.computer(who)
        player = self._computers[who]
        return player.decide(player.look(state, seat), luck)

    def _play(self, action: Action) -> None:
        before = self._state
        self._stand(engine.apply(before, action))
        self._played.append(action)
        told = self._state.log[len(before.log) :]
        if action.seat in self.people and not any(isinstance(e, SETTLED) for e in told):
            self._undo.append((before, 1))
        else:
            self._undo.clear()
        opened = any(isinstance(e, BeatOpened) for e in told)
        if action.seat in self.people and self._is_gone(action, opened=opened):
            self._left[action.seat] = self._last_look(action.seat, before)
        if self._autosave and (opened or self.is_over):
            self.save(autosave=True)

    def _is_gone(self, action: Action, *, opened: bool) -> bool:
        """Tell whether a seat has ended its turn; an offer, and an answer to one, end none."""
        if action.ANSWERS:
            return False
        stays = engine.actor(self._state) == action.seat
        return opened or (not stays and action.seat not in self._state.queue)

    def _last_look(self, seat: Seat, before: State) -> Observation:
        """Return what a seat has seen as it ends its turn.

        Where it opens the next beat itself it is asked again at once: all that it has not seen
        yet came of its act.
        """
        if engine.actor(self._state) == seat:
            return engine.observe(before, seat)
        return self._observe(seat)

    def _stand(self, state: State) -> None:
        self._state = state
        self._seen.clear()

    # -- from sitting to sitting

    @property
    def past(self) -> tuple[Left, ...]:
        """What the earlier sittings of a campaign have left."""
        return self._state.past

    @property
    def can_go_on(self) -> bool:
        """Whether the sitting is over and another one of the campaign follows."""
        return self.is_over and engine.chain.following(self._state) is not None

    def go_on(self) -> bool:
        """Open the next sitting of the campaign; False if there is none."""
        following = engine.onward(self._state)
        if following is None:
            return False
        self._undo.clear()
        self._redo.clear()
        self._left.clear()
        self._done.clear()
        self._since.clear()
        self._at_screen = None
        heirs = engine.chain.heirs_of(following, tuple(self._standing))
        self._standing = {heirs[seat]: left for seat, left in self._standing.items()}
        self._stand(following)
        return True

    # -- taking back

    @property
    def can_undo(self) -> bool:
        """Whether the last move is the viewer's own, and showed nothing that was hidden."""
        return bool(self._undo) and self._played[-1].seat == self.viewer

    @property
    def can_redo(self) -> bool:
        """Whether a move of the viewer's was taken back."""
        return bool(self._redo) and self._redo[-1][0].seat == self.viewer

    def undo(self) -> bool:
        """Take back the last move, or those that were made as one; False if that cannot be."""
        if not self.can_undo:
            return False
        before, many = self._undo.pop()
        self._redo.append(tuple(self._played[-many:]))
        del self._played[-many:]
        self._stand(before)
        return True

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        if not self.can_redo:
            return False
        moves = self._redo.pop()
        for move in moves:
            self._play(move)
        self.join(len(moves))
        return True

    # -- keeping

    def snapshot(self) -> saves.Save:
        """Return the game as a value: for a file, a proof or a transcript."""
        played = tuple(self._played)
        standing = dict(self._standing)
        return saves.Save(
            self.seed, self.seats, self._first, played, self._state, standing=standing
        )

    def save(self, path: Path | None = None, *, autosave: bool = False) -> Path | None:
        """Write the game; None if it cannot be, and `save_fault` says why. The game goes on.

        Args:
            path: the file; one for each scenario, seats and seed in the saves folder if not given.
            autosave: write to the one file of autosaves.
        """
        try:
            path = path or paths.saves() / (saves.AUTOSAVE if autosave else self._slot())
            saves.write(path, self.snapshot())
        except (OSError, DataError) as fault:
            self.save_fault = str(fault)
            return None
        self.saved_at, self.save_fault = datetime.now(UTC), ""
        return path

    def _slot(self) -> str:
        first = self._first
        people = saves.people(first, self.seats)
        seats = "-".join(s.lower() for s in people) if len(people) < 4 else "many"
        name = f"{(first.campaign or first).id}-{seats or 'none'}-{self.seed}"
        return "".join(c if c.isalnum() or c in "-_" else "_" for c in name) + ".json"


__all__ = ["HUMAN", "Session"]
