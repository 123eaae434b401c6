"""Leads through the screens of one window, and stops where there is something to see."""

from collections.abc import Iterator

from attrs import evolve, frozen

from game.engine.actions import Ask
from game.engine.observation import Observation
from game.engine.terms import Phase, Seat
from game.session import HUMAN, Session
from game.ui.app import App
from game.ui.bargain.requests import ORDERS
from game.ui.describe import walk
from game.ui.ending.motives import LINE
from game.ui.messages import Close, Continue, Help, NewGame, Pick, Show, TakeSeat
from game.ui.parts import search
from game.ui.parts.question import ALL_REQUESTS
from game.ui.tour.acting import next_act

SEED = 7
SCENARIO = "resolution_2270"
FIRST = "first_sitting"
SLICE_S = 0.5
MOST_TURNS = 10_000
"""Turns of the window after which nothing can be at work any more."""


@frozen
class Stop:
    """One picture of the tour.

    name: of its file.
    app: the window as it is now.
    """

    name: str
    app: App


class Guide:
    """Leads through the screens of one window."""

    def __init__(self, app: App) -> None:
        self.app = app

    # -- how to look

    def at(self, name: str) -> Stop:
        """Bring the picture up to date and stop here."""
        self.rest()
        return Stop(name, self.app)

    def rest(self) -> None:
        """Let computers, searches and the title's reading come to their end, and draw the rest."""
        app = self.app
        app.window.refresh()
        for _turn in range(MOST_TURNS):
            app.window.update()
            app.pass_time(SLICE_S)
            at_work = app.play.is_busy or app.is_reading or search.is_searching()
            if not at_work and not app.window.out_of_date:
                break

    def send(self, *sent: object) -> None:
        """Do what a person would do with a widget; what is shown meanwhile is not drawn."""
        app = self.app
        for message in sent:
            app.window.send(message)
        for _turn in range(MOST_TURNS):
            if not app.play.is_busy:
                break
            app.pass_time(SLICE_S)

    @property
    def seen(self) -> Observation:
        """What the seat at the screen sees."""
        found = self.app.play.observation
        assert found is not None  # The tour sits in a seat here.
        return found

    # -- before a sitting

    def front(self) -> Iterator[Stop]:
        """Show title, seats, settings and help."""
        yield self.at("00-1-title")
        self.send(Show("seats", {"scenario": SCENARIO}))
        yield self.at("00-2-seats")
        self.send(Pick("several", True), Pick("seats", ("USA", "CHN")))
        yield self.at("00-3-seats-for-two")
        self.send(Show("settings"))
        yield self.at("00-4-settings")
        self.send(Help())
        yield self.at("00-5-help")
        self.send(Pick("search", "veto"))
        yield self.at("00-6-help-search")
        self.send(Show("title"))

    def first(self) -> Iterator[Stop]:
        """Show what a newcomer meets: the first sitting, up to the first chamber."""
        play = self.app.play
        play.begin(Session(play.shelf.load(FIRST), {"USA": HUMAN}, SEED))
        yield self.at("00-7-first-soundings")
        while self.seen.phase is not Phase.SQUEEZE:
            self.send(next_act(self.seen))
        yield self.at("00-8-first-chamber")
        play.begin(Session(play.shelf.load(SCENARIO), {"USA": HUMAN}, SEED))
        yield self.at("00-9-newcomer-soundings")
        play.keep(evolve(play.preferences, sittings=1))

    # -- one sitting

    def sitting(self, seat: Seat, name: str) -> Iterator[Stop]:
        """Play one sitting from the alarm to the look back."""
        play = self.app.play
        play.begin(Session(play.shelf.load(SCENARIO), {seat: HUMAN}, SEED))
        self.rest()
        yield self.at(f"{name}-1-soundings")
        shown: set[str] = set()
        for _act in range(400):
            if play.session is None or play.session.is_over:
                break
            yield from self._look(name, shown)
            if play.news:
                self.send(Close())
            self.send(next_act(self.seen))
        for screen, label in (("echo", "8-echo"), ("debrief", "9-debrief"), ("log", "9-log")):
            self.send(Show(screen))
            yield self.at(f"{name}-{label}")
        self.send(Pick("kind", "asked"))
        at = self._asked_on_top()
        self.send(Pick("of", getattr(self.seen.log[at], "seat", "")), Pick(LINE, at))
        yield self.at(f"{name}-9-log-why")

    def _asked_on_top(self) -> int:
        """Return the place in the log of the request of somebody else that stands highest."""
        self.rest()
        lines = (it.name for it in walk(self.app.window.tree) if it.name.startswith("line "))
        places = (int(name.removeprefix("line ")) for name in lines)
        log, own = self.seen.log, self.seen.seat
        return next(at for at in places if isinstance(it := log[at], Ask) and it.seat != own)

    def _look(self, name: str, shown: set[str]) -> Iterator[Stop]:
        """Stop at what was not shown before."""
        o, play = self.seen, self.app.play
        beat = f"{o.phase.value}-{o.round}" if o.phase is Phase.SQUEEZE else o.phase.value
        if o.phase is Phase.VOTE and not o.calling:
            beat = "floor"
        if play.shown == "silence":
            beat = "silence"
        if o.phase is Phase.VOTE and o.tally is not None:
            beat = "count"
        if o.phase is Phase.SOUNDINGS and o.seat in o.record.stances:
            beat = "statement"
        if o.offered is not None or o.inquirer:
            beat = "offer" if o.offered is not None else "needs"
        if beat in shown:
            return
        shown.add(beat)
        if play.news:
            yield self.at(f"{name}-3-{beat}-digest")
            self.send(Close())
        if o.phase is Phase.SOUNDINGS and beat == "soundings":
            return
        numbers = {"statement": 1, "text": 2, "blue": 6, "floor": 7, "vote": 7, "count": 7}
        yield self.at(f"{name}-{numbers.get(beat, 3)}-{beat}")
        if beat == "floor":
            yield from self._raise(name)
        if beat == "blue" and not o.is_pen:
            self.send(Pick("door", "open"))
            yield self.at(f"{name}-6-blue-edit")
            self.send(Pick("door", ""))
        asked = o.is_pen and any(ask.status == "open" for ask in o.record.asks)
        if beat.startswith("squeeze") and asked and "requests" not in shown:
            shown.add("requests")
            self.send(Show("desk"))
            yield from self._requests(f"{name}-5-{beat}-requests")
            self.send(Show("chamber"))
        if beat.startswith("squeeze") and o.round in (1, 4):
            yield from self._round(name, beat)

    def _round(self, name: str, beat: str) -> Iterator[Stop]:
        for screen in ("desk", "corridor", "world", "log"):
            self.send(Show(screen))
            yield self.at(f"{name}-4-{beat}-{screen}")
        for page in ("border", "missiles"):
            self.send(Show("world", {"abroad": page}))
            yield self.at(f"{name}-4-{beat}-world-{page}")
        self.send(Show("desk"), Pick("open", "wording"))
        yield self.at(f"{name}-4-{beat}-wording")
        self.send(Pick("open", ""))
        for paper in ("compare", "sight", "agreed") if self.seen.round > 1 else ():
            self.send(Show("papers", {"paper": paper}))
            yield self.at(f"{name}-4-{beat}-papers-{paper}")
        self.send(Show("chamber"), Pick("state", True))
        if not self.seen.is_pen:
            yield self.at(f"{name}-5-{beat}-phrases")
        self.send(Pick("state", False))
        if self.seen.is_pen:
            self.send(Show("desk"), Pick("open", "silence"))
            yield self.at(f"{name}-5-{beat}-under-silence")
            self.send(Pick("open", ""), Show("chamber"))
            self.send(Pick("circulate", True))
            yield self.at(f"{name}-5-{beat}-circles")
            self.send(Pick("circulate", False))
        self.app.play.modal = "menu"
        yield self.at(f"{name}-5-{beat}-menu")
        self.send(Close())

    def _requests(self, name: str) -> Iterator[Stop]:
        """Show all that is asked of the pen on one sheet, in both orders."""
        for by, _title in ORDERS:
            self.send(Pick(ALL_REQUESTS, True), Pick("requests by", by))
            yield self.at(f"{name}-{by}")
        self.send(Pick(ALL_REQUESTS, False))

    def _raise(self, name: str) -> Iterator[Stop]:
        """Open each sheet on which something can be raised before the vote."""
        for raised in ("explain", "amend", "divide", "motion"):
            if self.seen.is_pen and raised in ("amend", "divide"):
                continue
            self.send(Pick("raise", raised))
            yield self.at(f"{name}-7-floor-{raised}")
        self.send(Pick("raise", ""))

    def hot_seat(self) -> Iterator[Stop]:
        """Show the curtain between two people."""
        play = self.app.play
        play.leave()
        self.send(Show("seats", {"scenario": SCENARIO, "seats": ("FRA", "JPN"), "seed": "3"}))
        self.send(NewGame())
        yield self.at("04-1-curtain")
        self.send(TakeSeat())
        play.leave()
        self.send(Continue())
        yield self.at("04-2-continued")
