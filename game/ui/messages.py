"""What widgets send to the app, and what the app tells screens beside the observation.

A widget's message is one of these values, or an engine `Action`, which goes to the session.
Fields, steppers, toggles and choices send `Change(message, value)`: with a `Pick` it fills in the
pick's value, with a `Prefer` the preference's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, field, frozen

from game.language import later
from game.ui.preferences import Preferences

if TYPE_CHECKING:
    # The title is drawn before the engine has been read.
    from game.engine.past import Left
    from game.engine.scenario import Scenario
    from game.engine.terms import Seat
    from game.session import Note

N_ = later
T = TypeVar("T")

__all__ = [
    "N_",
    "Back",
    "Bind",
    "Close",
    "Confirm",
    "Continue",
    "FullScreen",
    "GoOn",
    "Help",
    "HideAll",
    "House",
    "Instruct",
    "Leave",
    "Listing",
    "Menu",
    "NewGame",
    "NextConcern",
    "Pick",
    "Picks",
    "Prefer",
    "Quit",
    "Redo",
    "Save",
    "Show",
    "Steps",
    "TakeSeat",
    "Undo",
    "WriteRecord",
    "Zoom",
]


@frozen
class Show:
    """Go to a screen, with picks set on arrival."""

    screen: str
    picks: Mapping[str, object] = field(factory=dict)


@frozen
class Pick:
    """Remember something about the view: a seat, a clause, a filter. Forgotten with the seat."""

    key: str
    value: object = ""


@frozen
class Steps:
    """Several messages, one after the other; an action among them that is refused ends it."""

    messages: tuple[object, ...]


@frozen
class Confirm:
    """Ask before something that cannot be undone.

    question: one sentence.
    label: what the button says that goes on.
    message: what it then sends.
    loses: by all that is forecast it loses what one has; Enter stays on the safe answer.
    """

    question: str
    label: str
    message: object
    loses: bool = False


@frozen
class Tell:
    """Show a sentence that waits to be read.

    words: the sentence.
    """

    words: str


@frozen
class TakeSeat:
    """The person at the curtain sits down."""


@frozen
class HideAll:
    """Draw the curtain at once: somebody is looking over the shoulder."""


@frozen
class Close:
    """Close what lies above the screen: digest, help, question, notice."""


@frozen
class Back:
    """Close what is open, or return to the screen before."""


@frozen
class Menu:
    """Open the menu of a sitting: save, settings, help, the way out; or a page of it."""

    page: str = ""


@frozen
class NextConcern:
    """Go to the next thing that concerns this seat."""


@frozen
class Save:
    """Write the game to its file."""


@frozen
class WriteRecord:
    """Write the record of a sitting that is over to a file, and say which."""


@frozen
class GoOn:
    """Open the next sitting of a campaign."""


@frozen
class Undo:
    """Take back one's last act."""


@frozen
class Redo:
    """Do again what was taken back."""


@frozen
class Quit:
    """Leave the game."""


@frozen
class Leave:
    """Save the sitting and go back to the title."""


@frozen
class Help:
    """Open the glossary and help, at a term if one is given."""

    term: str = ""


@frozen
class Zoom:
    """Make the text larger (+1) or smaller (-1); 0 is back to 100 %."""

    step: int


@frozen
class FullScreen:
    """Fill the screen, or be a window again."""


@frozen
class Prefer:
    """Set one preference of the settings."""

    key: str
    value: object = ""


@frozen
class Instruct:
    """Leave answers to standing instructions: which kind, and how it is answered."""

    kind: str
    value: object = ""


@frozen
class Bind:
    """Wait for a key and give it this meaning."""

    act: str


@frozen
class NewGame:
    """Begin a sitting with what was chosen on the title and seats screens."""


@frozen
class Continue:
    """Go on with a saved sitting; without a path, the last one."""

    path: str = ""


@frozen
class Listing:
    """A scenario on the title screen.

    id: its file name.
    fault: its first error, if it cannot be played.
    lively: seats recommended for a first game.
    start: the day it opens; when: its month, as people write it.
    about: the State it is about.
    sittings: how many follow each other in it.
    """

    id: str
    title: str
    summary: str = ""
    rounds: int = 6
    fault: str = ""
    lively: tuple[Seat, ...] = ()
    start: date = date.min
    when: str = ""
    about: Seat = ""
    sittings: int = 1


@frozen
class House:
    """What the app knows beside the game.

    width, height: of the window, pixels.
    scale: text size, 1.0 is 100 %.
    keys: what a key does -> the key.
    newcomer: nobody finished a sitting here yet; screens say less and explain more.
    saved: when the game was last saved, as a clock time; empty if never.
    busy: who is thinking now; empty when a person is to act.
    done, todo: how far the computers are with this beat.
    can_undo, can_redo: one's last act can be taken back, or done again.
    due: the seat whose person is awaited at the curtain.
    offers, needs, silence, phrase, rounds: how standing instructions answer those.
    clause: the measure that no offer may touch, by them.
    news: the digest of the last round is to be shown. notes: its lines.
    preferences: the settings.
    listings: scenarios. unread: ids of those that are still to be read.
    last_save: what the last saved sitting is; empty if there is none.
    last_over: what the sitting is that was played last, and its file, if it is over.
    past: what the earlier sittings of a campaign have left.
    scenario: the scenario of the next sitting, while seats are chosen.
    levels: of computer delegations: id and words.
    seed: of the sitting.
    """

    width: int = 1600
    height: int = 900
    scale: float = 1.0
    keys: Mapping[str, str] = field(factory=dict)
    newcomer: bool = False
    saved: str = ""
    busy: Seat = ""
    done: int = 0
    todo: int = 0
    can_undo: bool = False
    can_redo: bool = False
    due: Seat = ""
    offers: str = ""
    needs: str = ""
    silence: str = ""
    phrase: str = ""
    rounds: str = ""
    clause: str = ""
    news: bool = False
    notes: tuple[Note, ...] = ()
    preferences: Preferences = Preferences()
    listings: tuple[Listing, ...] = ()
    unread: tuple[str, ...] = ()
    last_save: str = ""
    last_over: tuple[str, str] = ("", "")
    past: tuple[Left, ...] = ()
    scenario: Scenario | None = None
    levels: tuple[tuple[str, str], ...] = ()
    seed: int = 0

    @property
    def room(self) -> int:
        """Return the window's width in design pixels: what a screen has room for."""
        return round(self.width / self.scale)

    @property
    def is_narrow(self) -> bool:
        """Tell whether wide figures have to become lists."""
        return self.room < 1280 or self.scale > 1.5 or self.height / self.scale < 700

    @property
    def is_wide(self) -> bool:
        """Tell whether there is room for long names of what can be done."""
        return self.room >= 1440

    @property
    def is_low(self) -> bool:
        """Tell whether a wide window has no height for two sheets, one below the other."""
        return not self.is_narrow and self.height / self.scale < 800

    @property
    def is_short(self) -> bool:
        """Tell whether what stands above a list would leave no height for the list."""
        return self.is_tight or self.height / self.scale < 700

    @property
    def is_tight(self) -> bool:
        """Tell whether even lists have to be short: a small window, or very large text."""
        return self.room < 900


@frozen
class Picks:
    """How this seat looks at the game now.

    values: what was picked; empty again at each change of seat.
    house: what the app knows beside the game.
    screen: name of the screen that is shown.
    """

    values: Mapping[str, object] = field(factory=dict)
    house: House = House()
    screen: str = ""

    def get(self, key: str, default: T) -> T:
        """Return a pick, or the default if there is none of its type."""
        value = self.values.get(key, default)
        return value if isinstance(value, type(default)) else default

    def key(self, act: str) -> str:
        """Return the key of an act, such as "grant"."""
        return self.house.keys.get(act, "")

    def set(self, key: str, value: object) -> Picks:
        """Return the picks with one changed."""
        return evolve(self, values={**self.values, key: value})
