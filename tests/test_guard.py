"""The old pygame in the place of pygame-ce is named, with the commands for the repair."""

import sys
from importlib import metadata
from types import ModuleType, SimpleNamespace

import pytest

from game import guard


def install(monkeypatch, *, is_ce, ver, vernum):
    fake = ModuleType("pygame")
    fake.version = SimpleNamespace(ver=ver, vernum=vernum)
    if is_ce:
        fake.IS_CE = 1
    monkeypatch.setitem(sys.modules, "pygame", fake)


def test_the_installed_pygame_is_good():
    assert guard.pygame_fault() is None
    guard.require_pygame()


@pytest.mark.parametrize("vernum", [(2, 5, 7), (2, 5, 8), (2, 6, 0)])
def test_a_new_enough_pygame_ce_is_good(monkeypatch, vernum):
    install(monkeypatch, is_ce=True, ver="x", vernum=vernum)

    assert guard.pygame_fault() is None


def test_the_old_pygame_is_removed_first(monkeypatch):
    install(monkeypatch, is_ce=False, ver="2.6.1", vernum=(2, 6, 1))
    monkeypatch.setattr(metadata, "version", lambda _: "2.6.1")

    assert guard.pygame_fault() == (
        "in-blue needs pygame-ce 2.5.7 or newer, but the old pygame 2.6.1 stands in its place\n"
        f'repair: "{sys.executable}" -m pip uninstall -y pygame && '
        f'"{sys.executable}" -m pip install --force-reinstall "pygame-ce>=2.5.7,<3"'
    )


def test_a_pygame_ce_that_is_too_old_is_replaced(monkeypatch):
    install(monkeypatch, is_ce=True, ver="2.4.1", vernum=(2, 4, 1))

    first, second = guard.pygame_fault().split("\n")
    assert first.endswith("but version 2.4.1 is installed")
    assert second.startswith(f'repair: "{sys.executable}" -m pip install --force-reinstall')


def test_the_empty_folder_that_uninstalling_leaves_is_recognized(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygame", ModuleType("pygame"))

    assert "but it is broken\nrepair: " in guard.pygame_fault()


def test_a_missing_pygame_is_recognized(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygame", None)

    assert "but it cannot be imported" in guard.pygame_fault()


def test_the_program_is_left_with_two_lines_and_exit_code_2(monkeypatch, capsys):
    install(monkeypatch, is_ce=False, ver="2.6.1", vernum=(2, 6, 1))

    with pytest.raises(SystemExit) as left:
        guard.require_pygame()

    out, err = capsys.readouterr()
    assert left.value.code == 2
    assert out == ""
    assert len(err.splitlines()) == 2
