"""A page with one of each widget."""

from game.ui.widgets import (
    Animated,
    Area,
    Badge,
    Button,
    Canvas,
    Card,
    Choice,
    Column,
    Dot,
    Field,
    Flag,
    Grid,
    Layers,
    Line,
    Mark,
    Meter,
    Modal,
    Panel,
    Progress,
    Row,
    Slider,
    Stepper,
    Text,
    Toggle,
)
from tests.ui.pages.chamber import SEATS, header


def everything(values, *, dialog=False):
    """One of each widget, with values that change."""
    left = Panel(
        "Controls",
        (
            Field(values["seed"], "seed", label="Seed", placeholder="any number", name="seed"),
            Stepper(
                "Coal, iron and iron ore",
                values["coal"],
                0,
                4,
                "coal",
                name="coal",
                names=("silent", "condemn", "limit", "ban with exemption", "ban"),
            ),
            Slider(
                "Text size",
                values["size"],
                75,
                200,
                "size",
                step=25,
                text=f"{values['size']} %",
                name="size",
            ),
            Toggle("Reduced motion", values["calm"], "calm", name="calm"),
            Choice(
                "Theme",
                values["theme"],
                (("dark", "Dark"), ("light", "Light"), ("auto", "As the room")),
                "theme",
                name="theme",
            ),
            Toggle("Sounds", False, "sounds", disabled="there are none yet", name="sounds"),
            Row(
                (
                    Button("Plain", "plain", key="P", name="plain"),
                    Button("Primary", "primary", look="primary", key="Enter", name="primary"),
                    Button("Ghost", "ghost", look="ghost", name="ghost"),
                    Button(
                        "Not now",
                        "never",
                        name="never",
                        disabled="nobody has asked for it",
                        key="N",
                    ),
                ),
                wrap=True,
            ),
            Button(
                "Ask for a change",
                "ask",
                look="card",
                note="costs one token; China answers before the round goes on",
                lead=Flag("CHN", height=24),
                name="ask",
            ),
        ),
        gap=14,
        flex=1,
        name="controls",
    )
    middle = Column(
        (
            Panel(
                "Badges",
                (
                    Row(
                        (
                            Badge("Yes", "yes"),
                            Badge("Abstains", "abstain"),
                            Badge("No", "no"),
                            Badge("P5", "muted"),
                            Badge("new", "accent"),
                        ),
                        wrap=True,
                    ),
                    Progress("Round 6 of 12", 6, 12),
                    Meter(3, 5),
                    Meter(4, 6, "yes", look="dots"),
                ),
            ),
            Panel(
                "Pressure",
                (
                    Canvas(
                        (
                            *(Line(((0, y), (1, y)), "line", 1) for y in (0.25, 0.5, 0.75, 1)),
                            Area(((0, 0.9), (0.3, 0.7), (0.6, 0.5), (1, 0.2)), "accent", 25),
                            Line(((0, 0.9), (0.3, 0.7), (0.6, 0.5), (1, 0.2)), "accent", 3),
                            Line(((0, 0.95), (0.4, 0.8), (1, 0.6)), "abstain", 3, dashed=True),
                            Dot(0.3, 0.7),
                            Mark(0.3, 0.7, "1718", "text", "above", bold=True),
                            Mark(0.32, 0.69, "1874", "text", "above"),
                            Mark(0.7, 0.5, "on paper", "accent", bold=True),
                            Mark(0.75, 0.68, "as enforced", "abstain", "below", bold=True),
                        ),
                        "Pressure on paper rises faster than pressure as enforced",
                        height=200,
                    ),
                ),
            ),
            Animated(
                "cards",
                Grid(
                    tuple(
                        Card(
                            (
                                Row(
                                    (
                                        Flag(c, height=30),
                                        Text(n, font="serif", bold=True, size="lead"),
                                    )
                                ),
                                Text("✓ In favour", tone="yes", bold=True),
                            ),
                            accent=t,
                            surface=t,
                            edge="all",
                            name=f"vote:{c}",
                        )
                        for c, n, _, t in SEATS[:6]
                    ),
                    cell=190,
                ),
            ),
        ),
        gap=12,
        flex=1,
    )
    log = Panel(
        "Log",
        tuple(
            Text(f"Day {day}: full ban proposed, refused; cap of 7.5 Mt called “premature”")
            for day in range(30, 60)
        ),
        name="log",
        flex=1,
    )
    page = Column(
        (header(), Row((left, middle, log), gap=14, align="stretch", flex=1)), pad=18, gap=14
    )
    if not dialog:
        return page
    return Layers(
        (
            page,
            Modal(
                "End the round?",
                (
                    Text("Two tokens are unspent. They are lost when the round ends."),
                    Row(
                        (
                            Button("End the round", "end", look="primary", key="Enter", name="yes"),
                            Button("Stay", "stay", key="Esc", name="stay"),
                        ),
                        justify="end",
                    ),
                ),
                "stay",
                name="dialog",
            ),
        )
    )
