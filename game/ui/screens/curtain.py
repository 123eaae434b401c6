"""The curtain: whose turn it is, and nothing else."""

from game.engine.observation import Observation
from game.ui.messages import Leave, Picks, TakeSeat
from game.ui.screens.seats import flag_of, name_of
from game.ui.widgets import Button, Column, Flag, Row, Spacer, Text, Widget
from game.words.language import _, later

TITLE = later("Hand over")


def available(observation: Observation | None) -> bool:
    """The curtain hangs where nobody may see anything."""
    return observation is None


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the curtain; it is given no observation, so it can show no secret."""
    s, seat = picks.house.scenario, picks.house.due
    if s is None or seat not in s.playable:
        words = Text(_("The others are at it."), size="title", font="serif", align="center")
        return Column((Spacer(), words, Spacer()), pad=40)
    name = name_of(s, seat)
    return Column(
        (
            Spacer(),
            Row((Spacer(), Flag(flag_of(s, seat), name, height=96), Spacer())),
            Text(_("Hand over to"), tone="muted", align="center", size="lead"),
            Text(name, size="display", font="serif", align="center"),
            Text(_("Is everybody else looking away?"), tone="muted", align="center"),
            Spacer(20, flex=0),
            Row(
                (
                    Spacer(),
                    Button(
                        _("I am {seat}: take the seat").format(seat=name),
                        TakeSeat(),
                        key=picks.key("on"),
                        look="primary",
                        name="take seat",
                    ),
                    Spacer(),
                )
            ),
            Spacer(),
            Row(
                (
                    Spacer(),
                    Button(_("Save and leave"), Leave(), look="ghost", name="leave"),
                    Spacer(),
                )
            ),
        ),
        gap=14,
        pad=40,
    )
