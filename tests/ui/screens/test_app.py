"""The loop, driven by messages as widgets send them: nothing raises, nothing is lost."""

import json

import pytest

from game.commands.shelf import Shelf
from game.engine.actions import (
    Block,
    CastVote,
    Circulate,
    Consent,
    EndRound,
    Propose,
    Say,
    SetClause,
    Speak,
    StandBy,
)
from game.engine.terms import Ballot, Circle, Phase, Phrase, Stance
from game.session import HUMAN, Session
from game.ui import messages, preferences
from game.ui.app import App
from game.ui.describe import find, texts, walk
from game.ui.layout import WINDOW
from game.ui.messages import Listing, Pick, Prefer, Show, Steps
from game.ui.parts import search
from game.ui.play import MENU
from game.ui.preferences import Preferences
from game.ui.widgets import Change, Submit
from tests.build import scenario

SOON = 400


class Broken:
    """A shelf with one good scenario and one that cannot be read."""

    def names(self):
        return ("broken", "resolution_2270")

    def listing(self, name):
        if name == "broken":
            return Listing(name, name, fault="broken.yaml:4:9: rounds: expected int")
        return Shelf().listing(name)

    def load(self, name):
        if name == "broken":
            raise ValueError("broken.yaml:4:9: rounds: expected int")
        return scenario(name)


@pytest.fixture
def app(tmp_path):
    made = App(Broken(), tmp_path / "settings.json", (1280, 800))
    made.open()
    return made


def rest(app):
    for _turn in range(SOON):
        app.window.step(wait=False)
        app.pass_time(0.2)
        if not (app.play.is_busy or app.is_reading):
            break
    app.window.update()


def send(app, *sent):
    for message in sent:
        app.window.send(message)
    rest(app)


def sit(app, *seats, seed=7):
    app.play.begin(Session(scenario(), dict.fromkeys(seats, HUMAN), seed))
    rest(app)


def said(app):
    return " ".join(texts(app.window.tree))


def consulting(app, seat="CHN"):
    sit(app, seat)
    while app.play.observation.phase is not Phase.SQUEEZE:
        send(app, quiet(app.play.observation))


def meet(app):
    """Let the meeting come about without a word from this seat, until it has the floor."""
    while app.play.observation.stage in ("asking", "opening"):
        send(app, quiet(app.play.observation))


def quiet(o):
    """Return what a delegation does before the consultations that holds nothing up."""
    if o.calling:
        return CastVote(o.seat, Ballot.YES)
    if StandBy(o.seat) in o.legal:
        return StandBy(o.seat)
    spoke = o.seat in o.record.stances
    return Consent(o.seat) if spoke else Speak(o.seat, Stance.TALKS, "six_party_talks")


def test_a_broken_scenario_is_listed_with_its_first_fault_and_cannot_be_entered(app):
    rest(app)

    assert "broken.yaml:4:9" in said(app)
    send(app, Show("seats", {"scenario": "broken"}))
    assert app.play.screen == "title"
    assert "expected int" in str(app.play.modal)


def test_the_title_is_drawn_before_any_scenario_is_read(app):
    assert app.is_reading
    assert app.window.frames >= 1


def test_a_new_game_begins_with_what_was_chosen(app):
    rest(app)
    send(app, Show("seats", {"scenario": "resolution_2270"}))
    send(app, Pick("seats", ("JPN",)), Change(Pick("rounds"), 3), Change(Pick("seed"), "12"))
    send(app, messages.NewGame())

    assert app.play.session.people == ("JPN",)
    assert app.play.session.seed == 12
    assert app.play.session.scenario.rounds == 3
    assert app.play.shown == "soundings"


def test_an_act_out_of_turn_is_a_sentence_and_not_an_error(app):
    sit(app, "CHN")
    before = app.play.session.ply
    send(app, Steps((EndRound("USA"), Pick("seat", "USA"))))

    assert app.play.session.ply == before
    assert app.play.modal
    assert "seat" not in app.play.values


def test_what_is_not_in_the_beat_is_refused_in_words(app):
    sit(app, "CHN")
    send(app, CastVote("CHN", Ballot.YES))

    assert isinstance(app.play.modal, str)
    assert "CastVote" not in app.play.modal


def test_computers_move_in_slices_and_then_it_is_the_persons_turn(app):
    sit(app, "VEN")

    assert app.play.observation.actor == "VEN"
    assert not app.play.is_busy


def test_an_undone_phrase_can_be_said_again(app):
    consulting(app)
    action = next(a for a in app.play.observation.legal if isinstance(a, Say))
    send(app, action)
    assert app.play.observation.record.phrases["CHN"] is action.phrase
    send(app, messages.Undo())
    assert "CHN" not in app.play.observation.record.phrases
    send(app, messages.Redo())
    assert app.play.observation.record.phrases["CHN"] is action.phrase


def test_after_a_round_the_digest_opens_once(app):
    consulting(app)
    send(app, EndRound("CHN"))

    assert app.play.news
    assert "Round 2" in said(app)
    send(app, messages.Close())
    assert not app.play.news


def test_back_leads_home_and_then_to_the_menu(app):
    consulting(app)
    send(app, Show("settings"), messages.Back())
    assert app.play.shown == "chamber"
    send(app, messages.Back())
    assert app.play.modal == MENU
    send(app, messages.Back())
    assert app.play.modal == ""


def test_the_menu_has_a_button_on_every_screen_of_a_sitting(app):
    consulting(app)
    for name in ("chamber", "desk", "corridor", "world", "log"):
        send(app, Show(name))
        send(app, find(app.window.tree, "menu button").message)
        assert app.play.modal == MENU
        send(app, messages.Back())


def let_others_try(app, seat):
    """Let what others propose go out, as long as somebody proposes."""
    while app.play.observation.phase is Phase.SOUNDINGS:
        consent = Consent(seat) in app.play.observation.legal
        send(app, Consent(seat) if consent else Propose(seat, ""))


def test_answering_shows_all_that_waits_whoever_was_looked_at_last(app):
    sit(app, "USA")
    meet(app)
    send(app, Speak("USA", Stance.MEASURES, "coal_iron_exports"), Propose("USA", ""))
    let_others_try(app, "USA")
    send(app, SetClause("USA", "coal_iron_exports", 2), Circulate("USA", Circle.ALL))
    send(app, EndRound("USA"), messages.Close())
    first = next(a for a in app.play.observation.record.asks if a.status == "open")
    other = next(s for s in scenario().seats if s not in ("USA", first.seat))
    send(app, Pick("seat", other))
    send(app, find(app.window.tree, "answer asks").message)

    waiting = [a for a in app.play.observation.record.asks if a.status == "open"]
    assert len(waiting) > 1
    assert app.play.shown == "chamber"
    assert find(app.window.tree, "leave the rest") is not None
    assert find(app.window.tree, f"grant {first.id}") is not None


def test_the_pen_is_told_what_became_of_its_press_statement(app):
    sit(app, "USA")
    meet(app)
    send(app, Speak("USA", Stance.MEASURES, "coal_iron_exports"))
    offered = next(a for a in app.play.observation.legal if isinstance(a, Propose) and a.statement)
    send(app, offered)

    told = [note.text for note in app.play.session.news]
    assert any("issue: " in text or "objects: " in text for text in told)


def test_two_people_hand_over_behind_a_curtain_that_shows_no_secret(app):
    sit(app, "CHN", "FRA")
    assert app.play.shown == "curtain"
    brief = scenario().briefs["CHN"]
    assert not any(v.why in said(app) for v in brief.variants)
    send(app, messages.TakeSeat())
    assert app.play.observation.seat == "CHN"
    send(app, Pick("stance", "talks"))
    send(app, quiet(app.play.observation))
    assert app.play.shown == "curtain"
    assert "China" not in said(app)
    send(app, messages.TakeSeat())
    assert app.play.observation.seat == "FRA"
    assert app.play.values == {}


def test_hiding_draws_the_curtain_at_once(app):
    consulting(app)
    send(app, messages.HideAll())

    assert app.play.shown == "curtain"
    assert find(app.window.tree, "table") is None
    send(app, messages.TakeSeat())
    assert app.play.shown == "chamber"


def test_an_unforeseen_error_keeps_the_game_and_says_where(app, tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    consulting(app)
    ply = app.play.session.ply
    monkeypatch.setattr("game.ui.screens.chamber.view", _explode)
    app.window.refresh()
    kept = None
    try:
        app.turn()
    except ZeroDivisionError as fault:
        kept = app._rescue(fault)
    app.window.update()

    assert kept is True
    assert "rescued.json" in said(app)
    assert Session.load(tmp_path / "rescued.json").ply == ply
    assert "ZeroDivisionError" in (tmp_path / "fault.txt").read_text()


def _explode(*_):
    raise ZeroDivisionError("nothing can be divided by it")


def test_leaving_saves_and_the_title_offers_to_go_on(app, tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    consulting(app)
    ply = app.play.session.ply
    send(app, messages.Leave())
    assert app.play.session is None
    assert find(app.window.tree, "continue") is not None
    send(app, messages.Continue())
    assert app.play.session.ply == ply


def test_a_sitting_that_cannot_be_saved_is_not_left(app, tmp_path, monkeypatch):
    consulting(app)
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path / "file" / "saves"))
    send(app, messages.Leave())

    assert app.play.session is not None
    assert "cannot be saved" in str(app.play.modal)


def test_preferences_take_effect_and_are_written(app):
    send(app, Change(Prefer("theme"), "light"), Change(Prefer("scale"), 150))

    assert app.window.theme == "light"
    assert app.window.scale == 1.5
    assert json.loads(app.play.settings.read_text())["theme"] == "light"


def test_a_scale_changed_with_keys_is_kept(app):
    app.window.change_scale(1)
    rest(app)

    assert app.play.preferences.scale == 110


def test_a_key_can_be_changed_but_not_given_twice(app):
    send(app, Show("settings"))
    send(app, Submit(messages.Bind("end"), "x"))
    assert app.play.preferences.bound["end"] == "X"
    send(app, Submit(messages.Bind("warn"), "x"))
    assert app.play.preferences.bound["warn"] == "W"
    assert "end the round" in str(app.play.modal)


def test_the_next_concern_leads_to_where_it_is_dealt_with(app):
    consulting(app)
    send(app, messages.NextConcern())

    assert app.play.shown in ("corridor", "chamber")


def test_a_blocked_statement_ends_the_soundings(app):
    sit(app, "CHN")
    meet(app)
    send(app, Speak("CHN", Stance.CONDEMN, "crude_oil"))
    assert any(isinstance(a, Block) for a in app.play.observation.legal)
    send(app, Block("CHN"))
    let_others_try(app, "CHN")

    assert app.play.observation.record.fallen
    assert app.play.observation.phase is not Phase.SOUNDINGS


def test_an_idle_window_paints_nothing(app):
    consulting(app)
    while search.is_searching():
        search.think(100)
    app.window.refresh()
    app.window.update()
    frames = app.window.frames
    for _turn in range(20):
        app.window.step(wait=False)
        app.pass_time()

    assert app.window.frames == frames


def test_a_bluff_is_possible_and_goes_on_record(app):
    consulting(app)
    send(app, Pick("state", True))
    buttons = [w for w in walk(app.window.tree) if w.name.startswith("say ")]

    assert len(buttons) == len(Phrase)
    send(app, Steps((Pick("state", False), Say("CHN", Phrase.SUPPORTS))))
    assert app.play.observation.record.phrases["CHN"] is Phrase.SUPPORTS


def test_a_search_of_a_sitting_that_was_left_does_not_keep_the_title_busy(app):
    def endless():
        while True:
            yield 0

    search.search(app, "something that nobody waits for any more", endless, 0)
    assert search.is_searching()

    app.pass_time()

    assert app.play.session is None
    assert not search.is_searching()


def test_the_doors_of_the_title_stand_where_they_will_stand_from_the_first_picture(tmp_path):
    settings = tmp_path / "settings.json"
    preferences.write(settings, Preferences(still=True))
    app = App(Shelf(), settings)
    app.open()
    app.pass_time()
    app.window.update()
    seed = app.window.layout.stop("seed").rect
    first = {}
    while app.is_reading:
        app.pass_time()
        app.window.update()
        for stop in app.window.layout.stops:
            if stop.id.startswith("door"):
                assert first.setdefault(stop.id, stop.rect) == stop.rect

    assert len(first) >= 10
    assert abs(app.window.layout.stop("seed").rect.y - seed.y) <= 2


@pytest.mark.parametrize("size", [(1600, 900), (1280, 720)])
@pytest.mark.parametrize("saved", ["", "Fifty-six days, China, round 2"])
def test_at_the_plain_size_a_crisis_is_chosen_and_begun_without_scrolling(tmp_path, size, saved):
    """Every door, the length and the seed stand in the window, and each line of a label is one."""
    settings = tmp_path / "settings.json"
    preferences.write(settings, Preferences(still=True))
    app = App(Shelf(), settings, size)
    app.open()
    rest(app)
    app.play.last_save = saved
    app.window.refresh()
    app.window.update()
    layout = app.window.layout

    assert WINDOW not in {area.id for area in layout.areas}
    assert {"door first_sitting", "length", "seed", "settings", "quit"} <= {
        stop.id for stop in layout.stops
    }
    for stop in layout.stops:
        assert stop.rect.y >= 0, stop.id
        assert stop.rect.bottom <= size[1], stop.id
    small = [stop.rect.h for stop in layout.stops if stop.id.startswith("door")]
    assert len(small) == 13
    assert len(set(small)) == 2, "a label or a title takes two lines"
