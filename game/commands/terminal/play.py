"""The game in a terminal: the same session, the same words, one line at a time."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from game import words
from game.codec.faults import suggestion
from game.commands.terminal import (
    abroad,
    acts,
    after,
    clause,
    deals,
    lists,
    pages,
    papers,
    season,
    sums,
    table,
    turn,
)
from game.commands.terminal import help as help_
from game.commands.terminal import target as inside
from game.commands.terminal.campaign import campaign, lasting, past
from game.commands.terminal.entering import on_enter
from game.commands.terminal.folding import folded
from game.commands.terminal.heard import Heard, of_weight, replies
from game.commands.terminal.reading import Misread
from game.commands.terminal.requested import requests
from game.commands.terminal.suggested import suggested
from game.engine import Action, IllegalAction, Observation
from game.engine.actions import Explain, StandBy, acts_left
from game.engine.terms import TARGET, Phase, Phrase, Stance
from game.session import Session
from game.words import _, editor, stances

WIDEST = 100
"""Characters of a line; longer ones are hard to read."""

PAGES: Mapping[str, Callable[[Observation], Iterator[str]]] = {
    "menu": acts.menu,
    "closed": acts.closed,
    "brief": inside.brief,
    "reasons": sums.reasons,
    "hands": pages.hands,
    "requests": requests,
    "remarks": pages.secretariat,
    "target": abroad.target,
    "border": abroad.border,
    "missiles": abroad.missiles,
    "season": season.season,
    "campaign": campaign,
    "voices": inside.inner,
    "cables": deals.cables,
    "log": after.log,
}
"""Word -> the page that it shows."""
TYPED: Mapping[str, Callable[[Observation, Sequence[str]], Iterator[str]]] = {
    **table.PAGES,
    "text": papers.text,
    "changes": papers.changes,
    "clauses": clause.clauses,
    "deals": deals.deals,
    "weigh": deals.weigh,
    "why": after.why,
}
"""Word -> the page that it shows, from what was typed after it."""


class _Leave(Exception):
    """The player is done."""


def run(session: Session) -> int:
    """Play until the sitting is over, the player leaves, or the input ends."""
    return Terminal(session).play()


class Terminal:
    """A player's terminal: it reads lines, shows pages, and passes acts to the session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.width = min(WIDEST, shutil.get_terminal_size((80, 24)).columns)
        self.greeted: tuple[object, ...] | None = None
        self.headed: tuple[str, ...] = ()
        self.advised: tuple[object, ...] | None = None
        self.advice: Action | None = None
        self.menus: set[str] = set()
        self.heard = Heard()

    def play(self) -> int:
        """Play; 2 if the game could not be kept, since leaving early is no fault."""
        self._welcome()
        try:
            self._sitting()
            while self.session.can_go_on:
                self._ending()
                self._afterwards(_("Press Enter for the next sitting. "))
                self.session.go_on()
                self.greeted, self.heard = None, Heard()
                self._welcome()
                self._sitting()
        except (_Leave, EOFError):
            return self._save_and_go()
        return self._end()

    def _sitting(self) -> None:
        while not self.session.is_over:
            while self.session.tick():
                pass
            if self.session.due is not None:
                self._curtain()
            elif not self.session.is_over:
                self._turn()

    # -- in and out

    def _show(self, lines: Iterable[str]) -> None:
        for line in pages.wrapped(iter(lines), self.width):
            print(line)

    def _ask(self, prompt: str) -> str:
        print(prompt, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            raise EOFError
        if not sys.stdin.isatty():
            print(line.rstrip("\n"))
        return line.strip()

    def _welcome(self) -> None:
        s = self.session.scenario
        people = words.seats(s, self.session.people)
        self._show(
            (
                _("{title}. {summary}").format(title=s.title, summary=s.summary),
                _("Played by you: {seats}. Seed {seed}. 'help' lists what you can type.").format(
                    seats=people, seed=self.session.seed
                ),
            )
        )

    def _curtain(self) -> None:
        due = self.session.due
        assert due is not None  # `play` asked.
        # So that nothing of the last person's turn is left on the screen.
        print("\n" * shutil.get_terminal_size((80, 24)).lines)
        name = words.the(self.session.scenario, due)
        self._ask(_("Hand over to {seat}, then press Enter. ").format(seat=name))
        self.session.take_seat()

    # -- a turn

    @property
    def seen(self) -> Observation:
        """What the person at the screen may see."""
        found = self.session.observation
        assert found is not None  # Nobody is asked at the curtain.
        return found

    def _turn(self) -> None:
        o = self.seen
        if o.offered is not None or o.inquirer:
            self._answer(o)
            return
        month = o.record.followup.month if o.seat == TARGET else 0
        at = (o.seat, o.phase, o.round, o.stage, o.matter, month)
        left = acts_left(o, o.seat) if turn.on_floor(o) else 0
        product = (o.record.statement, o.record.softened, o.seat in o.record.stances)
        vote = (o.calling and o.questions[0], bool(o.tally), product, left)
        now = (*at, *vote, o.record.settling.silence)
        news = self.heard.news(o)
        if self.greeted != now:
            self.greeted = now
            self._head(o)
            self._show(turn.told(o, self.session.news, news))
            print()
            self._menu(o)
        else:
            self._show(pages.log(o, replies(o, news)))
        self._next()

    def _head(self, o: Observation) -> None:
        """Show where the sitting stands, unless the last heading said just that."""
        head = (o.seat, *turn.head(o))
        if head != self.headed:
            self.headed = head
            self._show(head[1:])

    def _menu(self, o: Observation) -> None:
        """Show what can be done: what is new in full, what was shown before in one line."""
        self._show(acts.menu(o, known=self.menus))
        self.menus |= {way.word for way in acts.open_ways(o)}

    def _next(self) -> None:
        """Say what Enter would do, and read what is typed."""
        o = self.seen
        now = (o.seat, o.actor, len(o.log), o.working)
        if self.advised != now:
            self.advised, self.advice = now, on_enter(o)
            if self.advice is not None:
                self._show([_("     Enter: {does}").format(does=turn.foretold(o, self.advice))])
        self._read(self._ask("> "))

    def _answer(self, o: Observation) -> None:
        """Show what waits for an answer, once, and read the answer."""
        waits = (o.seat, o.offered, o.inquirer)
        if self.greeted != waits:
            self.greeted = waits
            self._head(o)
            self._show(deals.waiting(o))
            print()
            self._menu(o)
        self._next()

    def _read(self, typed: str) -> None:
        if not typed:
            if self.advice is not None:
                self._act(self.advice)
            return
        if typed.isdigit():
            self._pick(int(typed))
            return
        first = typed.split(maxsplit=1)[0].lower()
        if first in ("quit", "exit", "q"):
            raise _Leave
        try:
            read = (acts.read(self.seen, one) for one in acts.each(typed))
            if actions := [action for action in read if action is not None]:
                before = self.session.ply
                for action in actions:
                    self._act(action)
                self.session.join(self.session.ply - before)
            elif not self._command(first, typed.split()[1:]):
                known = [w.word for w in acts.WAYS] + [h.split()[0] for h in help_.meanings()]
                print(_("unknown word '{word}'").format(word=first), end="")
                print(suggestion(first, known) if len(first) < 30 else "", end="")
                print(_("; 'help' lists what you can type"))
        except Misread as fault:
            self._show([str(fault)])

    def _pick(self, number: int) -> None:
        ways = acts.open_ways(self.seen)
        if not 1 <= number <= len(ways):
            print(_("expected 1 to {last}; 'menu' shows them").format(last=len(ways)))
            return
        found = acts.choices(self.seen, ways[number - 1])
        while len(found) > 1:
            # Many acts are of one kind on many clauses: the clause is asked for first.
            groups = acts.groups(found)
            labels = [self._title(key) for key in groups]
            if not groups:
                labels = [lists.label(self.seen, action) for action in found]
            number = lists.pick(labels, self.width, self._show, self._ask)
            if not number:
                return
            found = tuple(groups.values())[number - 1] if groups else (found[number - 1],)
        self._act(found[0])

    def _title(self, key: str) -> str:
        said = {s.value: stances.stance(self.seen.scenario, s) for s in Stance}
        said |= {p.value: words.phrase(p) for p in Phrase}
        said |= {r.id: r.title for r in self.seen.scenario.target.responses}
        return said.get(key) or words.title(self.seen.scenario, key)

    def _act(self, action: Action) -> None:
        o = self.seen
        try:
            self.session.act(action)
        except IllegalAction as fault:
            self._show([words.why(fault.refusal, o.scenario)])
            return
        now = self.session.observation or o
        said = words.say(action, o.scenario, record=now.record, draft=now.draft, now=True)
        if isinstance(action, StandBy):
            said = turn.said(o, action)
        self._show([f"   {said}"])
        if isinstance(action, Explain):
            self._show([f"   {line}" for line in editor.on_line(o.scenario, action.line)])

    # -- pages

    def _command(self, word: str, rest: Sequence[str]) -> bool:
        o, session = self.seen, self.session
        if inside.is_closed(o, word):
            print(_("That is for those who sit in the room."))
            return True
        if word in PAGES:
            self._show(PAGES[word](o))
            return True
        if word in TYPED:
            self._show(TYPED[word](o, rest))
            return True
        match word:
            case "help" | "?":
                self._show(help_.more(rest) if rest else help_.screen(o))
            case "leave":
                self._show(deals.leave(session, rest))
            case "news":
                self._show(turn.news(session.news) if session.news else [_("Nothing new.")])
            case "suggest":
                self._suggest()
            case "undo":
                print(_("taken back") if session.undo() else _("there is nothing to take back"))
            case "redo":
                print(_("done again") if session.redo() else _("there is nothing to do again"))
            case "record":
                self._show(after.record(session, rest))
            case "save":
                self._save(Path(rest[0]) if rest else None)
            case _:
                return False
        return True

    def _suggest(self) -> None:
        o = self.seen
        if o.phase not in (Phase.TEXT, Phase.SQUEEZE):
            print(_("A text is suggested while it is written and bargained over."))
            return
        self._show(suggested(o))

    # -- keeping and leaving

    def _save(self, path: Path | None = None) -> int:
        kept = self.session.save(path)
        print(_("saved: {path}").format(path=kept) if kept else self.session.save_fault)
        return 0 if kept else 2

    def _save_and_go(self) -> int:
        kept = self.session.save()
        if kept is None:
            print(self.session.save_fault)
            return 2
        print(_("saved; 'in-blue play --text {path}' goes on").format(path=kept))
        return 0

    def _end(self) -> int:
        self._ending()
        with suppress(_Leave, EOFError):
            self._afterwards(_("Enter saves and leaves. "))
        return self._save()

    def _afterwards(self, prompt: str) -> None:
        """Let the sitting that is over be read in, until Enter is typed alone."""
        self._show(after.opened())
        while typed := self._ask(prompt):
            self._read(f"why {typed}" if typed.isdigit() else typed)

    def _ending(self) -> None:
        """Show how the sitting ended, and what the campaign has come to."""
        o = self.session.observation or self.session.wall
        s = self.session.scenario
        aims: list[tuple[str, bool]] = []
        if o.seat in s.briefs:
            found = self.session.aims(o.seat)
            aims = [(pages.aim(s, it), met) for it, met in found]
        came = of_weight(o, self.heard.news(o))
        self._show([*turn.head(o), *pages.ending(o, came, aims, folded)])
        if o.seat == TARGET:
            self._show(inside.judged(o))
        if self.session.past:
            print()
            self._show(past(self.session.past))
        self._show(lasting(o))
