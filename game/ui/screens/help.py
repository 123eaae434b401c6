"""Help: how to play in five lines, the terms, and the keys; searchable."""

from game.engine.observation import Observation
from game.engine.scenario import Scenario
from game.ui.bindings import DEFAULTS, MEANINGS
from game.ui.glossary import TERMS
from game.ui.messages import Back, Pick, Picks
from game.ui.widgets import (
    Button,
    Column,
    Field,
    Grid,
    Panel,
    Row,
    Scroll,
    Spacer,
    Text,
    Widget,
)
from game.words import _, bound
from game.words.language import later

TITLE = later("Glossary and help")

STEPS = (
    later("You sit for one State. At the left stand its aims; nobody else sees them."),
    later("A text needs nine yes and no veto. Press a delegation to see why it hesitates."),
    later("The pen writes and shows it. Others say a phrase, ask for changes, back, oppose, warn."),
    later("{bound} Then hands go up."),
    later("Then the text meets the border, and an answer comes. Adoption is half-time."),
)


def available(observation: Observation | None) -> bool:
    """Help is always there."""
    return True


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the help screen."""
    search = picks.get("search", "")
    scenario = observation.scenario if observation is not None else picks.house.scenario
    find = Field(
        search,
        Pick("search"),
        placeholder=_("a term, or part of one"),
        label=_("Find"),
        name="search",
        flex=1,
        max_width=460,
    )
    return Column(
        (
            Row((Text(_(TITLE), size="title", font="serif"), Spacer(), find), gap=20, wrap=True),
            Scroll("help", Column(_content(picks, scenario, search.strip().lower()), gap=18)),
            Row(
                (
                    Spacer(),
                    Button(_("Back"), Back(), key=picks.key("back"), look="primary", name="back"),
                )
            ),
        ),
        gap=16,
        pad=28,
    )


def _content(picks: Picks, scenario: Scenario | None, search: str) -> tuple[Widget | None, ...]:
    found = [t for t in TERMS if search in (f"{_(t.name)} {_(t.meaning)} {t.id}").lower()]
    exact = [t for t in found if search and search in (t.id, _(t.name).lower())]
    terms = exact + [t for t in found if t not in exact]
    cards = tuple(
        Column((Text(_(t.name), bold=True), Text(_(t.meaning), tone="muted")), gap=2) for t in terms
    )
    keys = tuple(
        Row((Text(picks.key(act), bold=True, width=86), Text(_(MEANINGS[act]), flex=1)), gap=8)
        for act in DEFAULTS
        if not search or search in _(MEANINGS[act]).lower() or search == picks.key(act).lower()
    )
    nothing = Text(_("Nothing is called so. Try fewer letters."), tone="muted")
    return (
        None if search else _how(scenario),
        Panel(_("Terms"), (Grid(cards, cell=330, gap=16),)) if cards else None,
        Panel(_("Keys"), (Grid(keys, cell=300, gap=8),)) if keys else None,
        None if cards or keys else nothing,
    )


def _how(scenario: Scenario | None) -> Widget:
    rows = tuple(
        Row(
            (
                Text(f"{i}", size="heading", font="serif", tone="accent", width=28),
                Text(_(step).format(bound=bound(scenario)), flex=1),
            ),
            gap=10,
        )
        for i, step in enumerate(STEPS, 1)
    )
    return Panel(_("How to play"), (Column(rows, gap=6),))
