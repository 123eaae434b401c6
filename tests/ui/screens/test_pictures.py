"""What a sitting opens with as a picture, and the lists that stand at the end of a text."""

import pytest
from attrs import evolve

from game import engine
from game.content import load_scenario
from game.engine.record import Clause
from game.ui.charts.incident import picture
from game.ui.describe import texts
from game.ui.widgets import Canvas, Mark
from tests.ui.screens.test_floor import MEMBER, drawn, floor


def marks(canvas):
    return {shape.text for shape in canvas.shapes if isinstance(shape, Mark)}


def incidents(id):
    return load_scenario(id).incidents


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        ("first_sitting", "tremor"),
        ("resolution_2270", "tremor"),
        ("resolution_2321", "tremor"),
        ("hwasong_14", "flight"),
        ("resolution_2375", "tremor"),
        ("resolution_2397", "flight"),
    ],
)
def test_data_decides_what_is_drawn_of_an_incident(id, kind):
    incident = incidents(id)[0]
    found = picture(incident)

    assert incident.picture == kind
    assert isinstance(found, Canvas)
    assert ("a tremor" in found.text) == (kind == "tremor")
    assert picture(evolve(incident, picture="")) is None


def test_the_flight_of_july_2017_shows_its_height_and_its_length():
    found = picture(incidents("hwasong_14")[0])

    assert {"2,800 km", "39 minutes", "launch", "sea"} <= marks(found)
    assert "2,800 km" in found.text
    assert "39 minutes" in found.text
    assert any("space station" in text for text in marks(found))


def test_a_flight_that_nobody_measured_has_no_numbers():
    found = picture(incidents("hwasong_14")[1])

    assert marks(found) == {"launch", "sea"}


def with_entities(o):
    """Return an observation whose text in blue lists entities in an annex."""
    number = o.blue
    listed = {"designate_entities": Clause("designate_entities", 3)}
    versions = tuple(
        evolve(v, clauses={**v.clauses, **listed}) if v.number == number else v for v in o.versions
    )
    return evolve(o, versions=versions)


@pytest.mark.parametrize("screen", ["blue", "desk"])
def test_a_text_shows_its_annex_with_every_entry(screen):
    o = with_entities(engine.observe(floor(), MEMBER))
    said = "\n".join(texts(drawn(o, screen)))
    entries = o.scenario.annexes["designate_entities"].entries

    assert "Annex I, to paragraph" in said
    assert all(entry in said for entry in entries)
    assert f"{len(entries)}. {entries[-1]}" in said
