"""When all is over a line of the log tells why it was done, and the record can be written."""

import pygame
import pytest

from game.engine.actions import Ask
from game.engine.terms import Phase
from game.session import motive
from game.ui import messages
from game.ui.app import App
from game.ui.describe import find, texts, walk
from game.ui.messages import Pick, Show
from tests.session.playing import whole
from tests.ui.screens.test_app import Broken, rest, send
from tests.ui.screens.test_screens_b import drawn, seen


def asked_of(o):
    """Return where in the log a computer first asks for something, and who it is."""
    at = next(at for at, e in enumerate(o.log) if isinstance(e, Ask) and e.seat != o.seat)
    return at, o.log[at].seat


def lines(tree):
    return " ".join(texts(tree))


@pytest.mark.parametrize("newest", [True, False])
def test_a_line_of_the_log_opens_on_its_reason_and_closes_again(newest):
    o = seen("over")
    at, seat = asked_of(o)
    looks = {"newest": newest, "kind": "asked", "of": seat}

    shut = drawn("log", o, looks)
    pressed = find(shut, f"line {at}").message
    opened = drawn("log", o, {**looks, pressed.key: pressed.value})

    assert motive(o, at) not in lines(shut)
    assert motive(o, at) in lines(find(opened, f"line {at}"))
    assert find(opened, f"line {at}").message == Pick("why", -1)


def test_a_line_of_what_happened_at_a_point_of_the_sitting_opens_too():
    o = seen("over")
    looks = [{"page": "sitting", "scene": n} for n in range(9)]
    pages = [(look, drawn("debrief", o, look)) for look in looks]
    shown = [
        (look, int(one.name.removeprefix("line ")))
        for look, page in pages
        for one in walk(page)
        if one.name.startswith("line ")
    ]

    assert len(shown) > 9
    for look, at in shown[:: len(shown) // 9]:
        assert motive(o, at) in lines(drawn("debrief", o, {**look, "why": at}))


@pytest.mark.parametrize("moment", ["member has seen", "blue", "ballot"])
def test_no_line_tells_its_reason_while_the_sitting_goes_on(moment):
    o = seen(moment)
    assert o.phase is not Phase.OVER
    plain = drawn("log", o, {})

    assert lines(drawn("log", o, {"why": len(o.log) - 1})) == lines(plain)
    assert not any(find(plain, f"line {at}") for at in range(len(o.log)))


@pytest.fixture
def ended(tmp_path, monkeypatch):
    """Return a window in which a sitting has ended."""
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    app = App(Broken(), tmp_path / "settings.json", (1280, 800))
    app.open()
    app.play.begin(whole("CHN", level="quick"))
    rest(app)
    return app


def test_the_debrief_writes_the_record_and_says_where(ended, tmp_path):
    send(ended, Show("debrief"))
    button = find(ended.window.tree, "write record")

    send(ended, button.message)

    path = tmp_path / "first_sitting-chn-5-record.txt"
    assert "SIMULATION" in path.read_text(encoding="utf-8")
    assert str(path) in lines(ended.window.tree)


def test_a_record_that_cannot_be_written_is_said(ended, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", "/dev/null/saves")

    send(ended, messages.WriteRecord())

    assert "games cannot be saved here" in lines(ended.window.tree)


def test_the_debrief_leads_to_the_log_that_tells_why(ended):
    send(ended, Show("debrief"))

    send(ended, find(ended.window.tree, "to log").message)

    assert "it tells why it was done" in lines(ended.window.tree)


def press(app, key):
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    app.window.step(wait=False)
    app.window.update()


def test_a_line_is_opened_by_the_keys_alone(ended):
    send(ended, Show("log"))
    for _press in range(40):
        press(ended, pygame.K_TAB)
        if ended.window.state.focus.startswith("line "):
            break
    at = int(ended.window.state.focus.removeprefix("line "))

    press(ended, pygame.K_RETURN)

    assert motive(ended.play.observation, at) in lines(find(ended.window.tree, f"line {at}"))
