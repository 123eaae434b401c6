"""The chamber: what was said of an older text is marked, and the list of seats is in sight."""

from attrs import evolve

from game import engine, paths
from game.engine.record import Version
from game.engine.record.speech import Heard
from game.engine.terms import Circle, Phase, Phrase
from game.ui import screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import texts
from game.ui.layout import Typesetter, UiState, lay_out
from game.ui.messages import House, Picks
from game.ui.parts.seats import phrase_badge, seat_card, seat_line
from game.ui.text import Fonts
from tests.ui.screens.sitting import in_phase, play

SEAT = "CHN"


def spoke_of(number):
    """China has last spoken of one of two versions that France has seen."""
    state = play("FRA", in_phase(Phase.SQUEEZE, 2))
    o = engine.observe(state, "FRA")
    newest = Version(2, {}, Circle.ALL, o.record.day)
    said = (Heard(SEAT, number, Phrase.OPPOSES, 0, 0),)
    record = evolve(o.record, phrases={SEAT: Phrase.OPPOSES}, said=said)
    return evolve(o, record=record, versions=(evolve(newest, number=1), newest))


def test_an_older_statement_names_its_version_and_goes_without_its_colour():
    old, new = phrase_badge(spoke_of(1), SEAT), phrase_badge(spoke_of(2), SEAT)

    assert "(v1)" in old.text
    assert old.tone == "muted"
    assert "(v" not in new.text
    assert new.tone != "muted"


def test_the_table_and_the_list_mark_it_too():
    for number, marked in ((1, True), (2, False)):
        o, picks = spoke_of(number), Picks({}, House())
        card, line = seat_card(o, picks, SEAT), seat_line(o, picks, SEAT)

        assert any("v1" in words for words in texts(card)) is marked
        assert any("v1" in words for words in texts(line)) is marked
        assert ("of version 1" in card.label) is marked


def test_in_large_text_several_seats_of_the_list_are_in_sight():
    o = engine.observe(play("CHN", in_phase(Phase.SQUEEZE, 2)), "CHN")
    house = House(width=1600, height=900, scale=1.5, keys=DEFAULTS)
    tree = screens.find("chamber").view(o, Picks({}, house, "chamber"))
    setter = Typesetter(Fonts(paths.assets() / "fonts"))
    stops = lay_out(tree, (1600, 900), 1.5, UiState(), setter).stops
    rows = [s for s in stops if s.id.startswith("seat ")]

    assert sum(s.rect.bottom <= s.clip.bottom for s in rows) >= 3
