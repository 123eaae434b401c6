"""What happened since this seat ended its round: at most five lines, most important first."""

from game.engine.observation import Observation
from game.session import Note
from game.ui.messages import Close, Picks, Show, Steps
from game.ui.widgets import (
    Badge,
    Button,
    Card,
    Column,
    Modal,
    Panel,
    Row,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later

KINDS: dict[str, tuple[str, Tone]] = {
    "cable": (later("cable"), "accent"),
    "to_me": (later("to you"), "accent"),
    "phrase": (later("moved"), "abstain"),
    "text": (later("text"), "muted"),
    "rumour": (later("rumour"), "muted"),
    "shock": (later("outside"), "no"),
    "public": (later("in public"), "muted"),
}
"""Kind of a line -> what its badge says."""


def digest(observation: Observation, picks: Picks) -> Modal:
    """Return the overlay that opens a new round."""
    o = observation
    rows: tuple[Widget, ...] = tuple(_line(note) for note in picks.house.notes)
    if not rows:
        rows = (Text(_("A quiet round: nothing that concerns you."), tone="muted"),)
    to_log = Button(
        _("All in the log"),
        Steps((Close(), Show("log"))),
        key=picks.key("log"),
        look="ghost",
        name="digest log",
    )
    go_on = Button(_("Go on"), Close(), key=picks.key("on"), look="primary", name="digest on")
    title = _("Round {round} of {rounds}").format(round=o.round, rounds=o.last_round)
    acts = Row((to_log, Spacer(), go_on), gap=10)
    return Modal(
        title, (Column(rows, gap=14), Spacer(6, flex=0), acts), Close(), name="digest", width=760
    )


def _line(note: Note) -> Widget:
    words, tone = KINDS.get(note.kind, ("", "muted"))
    badge = Row((Badge(_(words), tone, sign="none"),), width=92, justify="end")
    words_of: Widget = Text(note.text, font="serif", size="lead", flex=1)
    if note.kind == "cable":
        # What the capital sends is a slip of paper, on the table as in the chamber.
        slip = Text(note.text, font="serif", size="lead")
        words_of = Column((Card((slip,), surface="paper", accent="accent", edge="left"),), flex=1)
    return Row((badge, words_of), gap=14, align="start")


def known(picks: Picks) -> Panel:
    """Return what has become known since this seat last looked, as the digest tells it."""
    rows: tuple[Widget, ...] = tuple(_line(note) for note in picks.house.notes)
    if not rows:
        rows = (Text(_("Nothing new has become known."), tone="muted"),)
    return Panel(_("What has become known"), rows, gap=10, name="known")


def latest(picks: Picks, *, limit: int = 4) -> Panel | None:
    """Return in short what happened since this seat ended its round; None if quiet."""
    notes = picks.house.notes[:limit]
    if not notes:
        return None
    rows = tuple(Text(note.text, size="small") for note in notes)
    return Panel(_("Since your last turn"), rows, gap=8, name="latest")
