"""What lies above any screen: the digest, a question, a notice, the menu of a sitting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.language import _
from game.ui.messages import (
    Close,
    Confirm,
    Help,
    Instruct,
    Leave,
    Menu,
    Pick,
    Picks,
    Quit,
    Save,
    Show,
    Steps,
)
from game.ui.widgets import (
    Button,
    Change,
    Choice,
    Column,
    Grid,
    Layers,
    Modal,
    Row,
    Spacer,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.engine.observation import Observation
    from game.engine.scenario import Scenario


def above(screen: Widget, *modals: Modal | None) -> Widget:
    """Return a screen with something above it."""
    base = screen.children if isinstance(screen, Layers) else (screen,)
    found = (*base, *(modal for modal in modals if modal is not None))
    return Layers(found) if len(found) > 1 else found[0]


def question(asked: Confirm, picks: Picks) -> Modal:
    """Return a question before something that cannot be undone; Enter goes on where it is safe."""
    go_on = Button(
        asked.label,
        Steps((Close(), asked.message)),
        main=not asked.loses,
        look="plain" if asked.loses else "primary",
        name="confirm",
    )
    no = Button(
        _("Not yet"),
        Close(),
        main=asked.loses,
        look="primary" if asked.loses else "ghost",
        key=picks.key("back"),
        name="not yet",
    )
    words = Text(asked.question, font="serif", size="lead")
    return Modal("", (words, Row((Spacer(), no, go_on), gap=10)), Close(), name="question")


def notice(words: str, picks: Picks) -> Modal:
    """Return a sentence that waits to be read."""
    read = Button(_("Very well"), Close(), key=picks.key("on"), look="primary", name="notice read")
    return Modal("", (Text(words), Row((Spacer(), read))), Close(), name="notice", width=720)


def menu(observation: Observation | None, picks: Picks) -> Modal:
    """Return the menu of a sitting."""
    seed = picks.house.seed
    code = _("Seed {seed}: the same seed, seats and acts are the same game.").format(seed=seed)
    title = observation.scenario.title if observation else _("The sitting")
    return Modal(
        title,
        (
            Text(code, size="small", tone="muted"),
            Column(
                (
                    Button(_("Go on"), Close(), key=picks.key("on"), look="primary", name="go on"),
                    Button(
                        _("Save"),
                        Steps((Close(), Save())),
                        key=picks.key("save"),
                        note=_("saved {time}").format(time=picks.house.saved)
                        if picks.house.saved
                        else "",
                        name="save",
                    ),
                    Button(_("Standing instructions"), Menu("standing"), name="standing")
                    if observation is None or observation.seat in observation.scenario.seats
                    else None,
                    Button(_("Settings"), Steps((Close(), Show("settings"))), name="settings"),
                    Button(
                        _("Glossary and help"),
                        Steps((Close(), Help())),
                        key=picks.key("help"),
                        name="help",
                    ),
                    Button(_("Save and go to the title"), Leave(), name="leave"),
                    Button(_("Save and quit"), Quit(), name="quit"),
                ),
                gap=8,
            ),
        ),
        Close(),
        name="menu",
        width=460,
    )


CLAUSES = "standing clause"
"""The pick that says that a clause is being chosen."""
_WAYS = {"silence": "keep", "phrase": "truth", "rounds": "end"}
"""Kind of standing instruction -> the one way other than to ask."""


def standing(picks: Picks) -> Modal:
    """Return the page on which a person leaves answers to its delegation."""
    if picks.get(CLAUSES, False) and picks.house.scenario is not None:
        return _clauses(picks.house.scenario, picks.house.clause)
    offers = (
        ("", _("ask me")),
        ("bad", _("decline what is worth nothing to me")),
        ("all", _("decline them all")),
    )
    needs = (
        ("", _("ask me")),
        ("nothing", _("say nothing")),
        ("truth", _("tell the truth")),
    )
    more = (
        (_("A text under silence that you would go along with"), "silence", _("keep silence")),
        (_("A version that you have not spoken of"), "phrase", _("say what is true of it")),
        (_("A round that brings you nothing"), "rounds", _("end it")),
    )
    back = Button(_("Very well"), Close(), key=picks.key("on"), look="primary", name="standing on")
    return Modal(
        _("Standing instructions"),
        (
            Text(_("What your delegation answers without asking you. All else waits for you.")),
            Text(_("Offers of others"), size="label", tone="muted"),
            Choice("", picks.house.offers, offers, Instruct("offers"), name="standing offers"),
            Text(_("Questions what you need"), size="label", tone="muted"),
            Choice("", picks.house.needs, needs, Instruct("needs"), name="standing needs"),
            *(
                widget
                for title, kind, act in more
                for widget in (
                    Text(title, size="label", tone="muted"),
                    Choice(
                        "",
                        getattr(picks.house, kind),
                        (("", _("ask me")), (_WAYS[kind], act)),
                        Instruct(kind),
                        name=f"standing {kind}",
                    ),
                )
            ),
            *_untouched(picks),
            Row((Spacer(), back)),
        ),
        Close(),
        name="standing instructions",
        width=760,
    )


def _untouched(picks: Picks) -> Iterator[Widget]:
    """Yield the clause that no offer may touch, and the ways to name another or none."""
    scenario, chosen = picks.house.scenario, picks.house.clause
    if scenario is None or not scenario.plays("offers"):
        return
    yield Text(_("Offers that touch one clause of yours"), size="label", tone="muted")
    line = _("ask me, whichever clause they touch")
    if scenario.has(chosen):
        name = scenario.measure(chosen).name
        line = _("decline every one that touches: {measure}").format(measure=name)
    none = Button(_("No clause"), _names(""), look="ghost", name="standing no clause")
    choose = Button(_("Choose a clause …"), Pick(CLAUSES, True), name="standing clause")
    yield Row((Text(line, flex=1), choose, none if chosen else None), gap=8)


def _clauses(scenario: Scenario, chosen: str) -> Modal:
    """Return the page on which the clause is chosen that no offer may touch."""
    cells = tuple(
        Button(
            m.name,
            _names(m.id),
            look="tab",
            selected=m.id == chosen,
            name=f"standing clause {m.id}",
        )
        for m in scenario.measures
    )
    back = Button(_("None of these"), Pick(CLAUSES, False), look="ghost", name="standing back")
    return Modal(
        _("Which clause is not for sale?"),
        (
            Text(_("Every offer that touches it is declined for you."), tone="muted"),
            Grid(cells, cell=220, gap=4),
            Row((Spacer(), back)),
        ),
        Pick(CLAUSES, False),
        name="standing clauses",
        width=820,
    )


def _names(measure: str) -> Steps:
    """Return the message that leaves one clause to standing instructions, and shuts the list."""
    return Steps((Change(Instruct("clause"), measure), Pick(CLAUSES, False)))
