"""What a person does: to the session, to the picks, to the settings. Knows no window."""

import time
from pathlib import Path

from attrs import define, evolve, field

from game.engine.actions import Action, Circulate, EndRound, PutInBlue, Refusal
from game.engine.observation import Observation
from game.engine.terms import TARGET, Phase, Seat
from game.session import HUMAN, USUAL, Session, Slot, list_saves, seed_of, write_minutes
from game.ui import bindings, messages, preferences, screens
from game.ui.messages import Picks, Show
from game.ui.parts import search
from game.ui.parts.concerns import concerns
from game.ui.parts.question import ARRIVING, AT_DESK
from game.ui.places import home, is_open, is_ruled, named
from game.ui.preferences import Preferences
from game.ui.shelf import Shelf
from game.ui.voting.calls import fresh
from game.ui.widgets import Change, Submit
from game.words import _, why

_KEPT = ("seat", "read ")
"""Picks that outlast a round."""
STANDING = "standing"
"""What `modal` is while the standing instructions of a sitting are open."""
MENU = "menu"
"""What `modal` is while the menu of a sitting is open."""


@define(eq=False)
class Play:
    """What is played, and how it is looked at.

    session: what is played; None before.
    screen: what is shown. values: what was picked there.
    modal: a question, a sentence to read, or the menu, above the screen.
    hidden: the curtain was drawn by hand. news: the digest is open.
    heard: sounds that are to be played.
    is_busy: computers or chance are to move.
    moved: how many moves they made since a person acted.
    _arrived: who has seen the chamber in this sitting; before, no offer is laid above it.
    """

    shelf: Shelf
    settings: Path
    session: Session | None = None
    screen: str = "title"
    values: dict[str, object] = field(factory=dict)
    modal: messages.Confirm | str = ""
    hidden: bool = False
    news: bool = False
    preferences: Preferences = Preferences()
    last_save: str = ""
    last_over: tuple[str, str] = ("", "")
    heard: list[str] = field(factory=list)
    is_busy: bool = False
    moved: int = 0
    _before: list[str] = field(factory=list)
    _beat: Phase | None = None
    _told: set[tuple[str, int]] = field(factory=set)
    _concern: int = 0
    _arrived: set[Seat] = field(factory=set)

    @property
    def observation(self) -> Observation | None:
        """What the person at the screen may see."""
        return self.session.observation if self.session is not None else None

    @property
    def shown(self) -> str:
        """The screen that can be shown: the one asked for, or where the beat is played."""
        o = self.observation
        if self.session is not None and (o is None or self.hidden):
            return "curtain"
        name = named(self.screen)
        if name in screens.names() and is_open(name, o) and screens.find(name).available(o):
            return name
        return home(o) if o is not None else "title"

    # -- computers

    def computers_move(self, until: float) -> bool:
        """Let computers move until this time; tell whether a person is awaited since just now."""
        if self.session is None or not self.is_busy:
            return False
        while self.session.tick():
            self.moved += 1
            if time.perf_counter() >= until:
                return False
        self.is_busy, self.moved = False, 0
        self._settle()
        return True

    def _settle(self) -> None:
        """Go where the game has gone, now that a person is to act or all is over."""
        o = self.observation
        if o is None:
            return
        if o.phase is not self._beat:
            if o.phase in (Phase.SOUNDINGS, Phase.VOTE):
                self.heard.append("gavel")
            if o.phase is Phase.OVER and self._beat is not None:
                self.keep(evolve(self.preferences, sittings=self.preferences.sittings + 1))
            self._beat, self.screen = o.phase, home(o)
        if o.calling or is_ruled(o) or fresh(o, Picks(self.values)) is not None:
            # A question is put to the vote, or one was counted since this person last acted.
            self.screen = "vote"
        elif home(o) == "silence":
            self.screen = "silence"
        self._arrive(o)
        if o.offered is not None or o.inquirer:
            return  # An answer is awaited; the round is told when this seat's own turn comes.
        if o.seat == TARGET:
            return  # What has become known stands on its own screen.
        if o.phase is Phase.SQUEEZE and o.actor == o.seat and o.round > 1:
            if (o.seat, o.round) not in self._told:
                self._told.add((o.seat, o.round))
                self.news, self.screen = True, "chamber"

    def _arrive(self, o: Observation) -> None:
        """Let who comes to the chamber see it, before anybody's word is laid above it."""
        if home(o) == "chamber":
            self.values = {**self.values, ARRIVING: o.seat not in self._arrived}
            self._arrived.add(o.seat)

    # -- messages

    def handle(self, message: object) -> bool:
        """Do what a widget asks for; False if it was an action that is not legal."""
        match message:
            case Action():
                return self._act(message)
            case messages.Steps(many):
                return self._in_turn(many)
            case messages.Undo() | messages.Redo() | messages.Save():
                self._to_session(message)
            case messages.WriteRecord():
                self._write_record()
            case messages.GoOn():
                self._go_on()
            case messages.TakeSeat():
                self._take_seat()
            case messages.NewGame():
                self._new_game()
            case messages.Continue(path):
                self._continue(path)
            case messages.Leave():
                self.leave()
            case messages.Prefer(key, value) | Change(messages.Prefer(key), value):
                self._prefer(key, value)
            case Submit(messages.Bind(act), value):
                self._bind(act, value)
            case Change(messages.Instruct(kind), value) if self.session is not None:
                self.session.instruct(evolve(self.session.instructions, **{kind: str(value)}))
            case _:
                self._look(message)
        return True

    def _in_turn(self, many: tuple[object, ...]) -> bool:
        """Handle messages one after the other; what they do to the game is undone as one."""
        session, before = self.session, self.session.ply if self.session else 0
        done = all(self.handle(one) for one in many)
        if session is not None and session is self.session:
            session.join(session.ply - before)
        return done

    def _look(self, message: object) -> None:
        """Change how the game is looked at, not the game."""
        match message:
            case (
                messages.Pick(key, value)
                | Change(messages.Pick(key), value)
                | Submit(messages.Pick(key), value)
            ):
                self.values = {**self.values, key: value}
            case Change(messages.Bind(act), value):
                self.values = {**self.values, f"key {act}": value}
            case messages.Confirm():
                self.modal = message
            case messages.Tell(words):
                self.modal = words
            case messages.Close():
                self.modal, self.news = "", False
            case Show():
                self.show(message)
            case messages.Help(term):
                self.show(Show("help", {"search": term}))
            case messages.Menu(page):
                self.modal = page or MENU
            case messages.Back():
                self._back()
            case messages.NextConcern():
                self._next_concern()
            case messages.HideAll():
                self.hidden = self.session is not None

    def _to_session(self, message: object) -> None:
        if self.session is None:
            return
        match message:
            case messages.Undo():
                self.session.undo()
            case messages.Redo():
                self.session.redo()
            case _ if self.session.save() is None:
                self.modal = self.session.save_fault

    def _write_record(self) -> None:
        """Write the record of the sitting beside the saves, and say where; or why it cannot be."""
        o = self.observation
        if self.session is None or o is None or o.phase is not Phase.OVER:
            return
        try:
            path = write_minutes(o, self.session.seed)
        except OSError as fault:
            self.modal = str(fault)
            return
        self.modal = _("The record is written: {path}").format(path=path)

    def _act(self, action: Action) -> bool:
        """Send an action to the session; a refused one is said, never raised."""
        if self.session is None:
            return False
        try:
            self.session.act(action)
        except ValueError as refused:
            refusal = getattr(refused, "refusal", None)
            self.modal = str(refused)
            if isinstance(refusal, Refusal):
                self.modal = why(refusal, self.session.scenario)
            return False
        if isinstance(action, Circulate | PutInBlue):
            self.heard.append("paper")
        if isinstance(action, EndRound):
            self.values = {k: v for k, v in self.values.items() if k.startswith(_KEPT)}
        self.is_busy = True
        return True

    def show(self, to: Show) -> None:
        """Go to a screen."""
        name = named(to.screen)
        if name == "seats" and (scenario := to.picks.get("scenario")):
            try:
                self.shelf.load(str(scenario))
            except ValueError as fault:
                self.modal = str(fault).splitlines()[0]
                return
        if name != self.screen:
            self._before = [*self._before[-20:], self.screen]
        self.screen = name
        self.values = {**self.values, **to.picks, **({AT_DESK: True} if name == "desk" else {})}
        self.modal = ""

    def _back(self) -> None:
        o, here = self.observation, self.shown
        if self.modal or self.news:
            self.modal, self.news = "", False
        elif here in ("settings", "help"):
            self.screen = self._before.pop() if self._before else "title"
        elif o is None:
            self.screen = "title"
        elif here == "papers":
            self.screen = "desk"
        elif here in (home(o), "chamber"):
            self.modal = MENU
        else:
            self.screen = home(o)

    def _take_seat(self) -> None:
        self.hidden = False
        if self.session is not None and self.session.due is not None:
            self.session.take_seat()
            self.forget()
            self._settle()

    def forget(self) -> None:
        """Drop everything that one seat saw or picked."""
        self.values, self.modal, self.news, self._concern = {}, "", False, 0
        self._before.clear()
        search.forget()

    def _next_concern(self) -> None:
        o = self.observation
        found = concerns(o) if o is not None else ()
        if found:
            concern = found[self._concern % len(found)]
            self._concern += 1
            self.show(Show(concern.screen, concern.picks))

    # -- a sitting

    def _go_on(self) -> None:
        """Open the next sitting of the campaign, if one follows."""
        if self.session is not None and self.session.go_on():
            self.begin(self.session)
        else:
            self.modal = _("No sitting follows: the campaign is over.")

    def begin(self, session: Session) -> None:
        """Begin or go on with a sitting."""
        self.session = session
        self.forget()
        self._told.clear()
        self._arrived.clear()
        self._beat, self.is_busy, self.hidden, self.moved = None, True, False, 0
        self.screen = "soundings"

    def _new_game(self) -> None:
        try:
            scenario = self.shelf.load(str(self.values.get("scenario", "")))
        except ValueError as fault:
            self.modal = str(fault).splitlines()[0]
            return
        rounds = self.values.get("rounds", 0)
        if isinstance(rounds, int) and rounds:
            stride = max(1, scenario.rounds * scenario.stride_days // rounds)
            scenario = evolve(scenario, rounds=rounds, stride_days=stride)
        seats = self.values.get("seats") or scenario.lively[:1]
        people = dict.fromkeys(seats, HUMAN) if isinstance(seats, tuple) else {}
        level = str(self.values.get("level") or USUAL)
        self.begin(Session(scenario, people, seed_of(self.values.get("seed")), level=level))

    def _continue(self, path: str) -> None:
        known = [s for s in list_saves() if not s.fault]
        known.sort(key=lambda s: s.ended)  # What is left to be played comes before what is over.
        found = path or next((str(s.path) for s in known), "")
        if not found:
            self.modal = _("There is no saved sitting.")
            return
        try:
            self.begin(Session.load(found))
        except (OSError, ValueError) as fault:
            self.modal = str(fault).splitlines()[0]

    def leave(self) -> None:
        """Save the sitting and go back to the title; stay if it cannot be saved."""
        session = self.session
        if session is not None and not session.is_over and session.save(autosave=True) is None:
            self.modal = session.save_fault
            return
        self.session, self.is_busy = None, False
        self.forget()
        self.screen = "title"
        self.look_for_saves()

    def look_for_saves(self) -> None:
        """Find what the title can go on with."""
        known = [slot for slot in list_saves() if not slot.fault]
        open_ = next((slot for slot in known if not slot.ended), None)
        over = known[0] if known and known[0].ended else None
        self.last_save = _titled(open_)
        self.last_over = (_titled(over), str(over.path)) if over else ("", "")

    # -- settings

    def _prefer(self, key: str, value: object) -> None:
        changes: dict[str, object] = {key: value}
        known = preferences.checked(self.preferences, changes)
        if known is not None:
            self.keep(known)
            self.heard.append("tick")

    def _bind(self, act: str, text: str) -> None:
        key = preferences.key_named(text)
        changed = self.preferences.rebound(act, key) if key else self.preferences
        found = bindings.clashes(changed.bound)
        if not key:
            self.modal = _("'{key}' is no key; type one letter, Ctrl+K or F5").format(key=text)
        elif found:
            other = found[0] if found[1] == act else found[1]
            taken = _("{key} already means: {meaning}")
            self.modal = taken.format(key=key, meaning=_(bindings.MEANINGS[other]))
        else:
            self.keep(changed)
        self.values = {k: v for k, v in self.values.items() if k != f"key {act}"}

    def keep(self, changed: Preferences) -> None:
        """Take over settings and write them; if that fails, say so once."""
        self.preferences = changed
        fault = preferences.write(self.settings, changed)
        if fault and not self.modal:
            self.modal = fault


def _titled(slot: Slot | None) -> str:
    """Return what the title says of a saved sitting."""
    return " · ".join([slot.title, *slot.seats[:3]]) if slot else ""
