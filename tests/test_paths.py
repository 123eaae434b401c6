"""Files are found in a checkout, and saves only where one may write."""

import os

import pytest

from game import paths


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder that looks like a checkout, and an operating system's folder for a user's data."""
    monkeypatch.delenv("IN_BLUE_SAVES")
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "saves").mkdir()
    monkeypatch.setattr(paths, "_CHECKOUT", tmp_path)
    monkeypatch.setattr(paths.platformdirs, "user_data_path", lambda *_, **__: tmp_path / "user")
    return tmp_path


def test_assets_and_scenarios_are_there():
    assert (paths.assets() / "fonts").is_dir()
    assert (paths.scenarios() / "common").is_dir()


def test_a_checkout_keeps_saves_beside_the_code(checkout):
    assert paths.saves() == checkout / "saves"


def test_a_checkout_one_may_not_write_to_leaves_saves_to_the_user(checkout, monkeypatch):
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: path != checkout / "saves" and may(path, mode)
    )

    assert paths.saves() == checkout / "user" / "saves"
    assert paths.saves().is_dir()


def test_an_installed_game_leaves_saves_to_the_user(checkout):
    (checkout / "pyproject.toml").unlink()

    assert paths.saves() == checkout / "user" / "saves"


def test_another_folder_can_be_chosen(checkout, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(checkout / "mine" / "too"))

    assert paths.saves() == checkout / "mine" / "too"
    assert paths.saves().is_dir()


def test_a_folder_that_cannot_be_made_is_one_clear_sentence(checkout, monkeypatch):
    (checkout / "file").touch()
    monkeypatch.setenv("IN_BLUE_SAVES", str(checkout / "file" / "saves"))

    with pytest.raises(
        OSError, match=r"file/saves: games cannot be saved here \(not a directory\); make"
    ):
        paths.saves()


def test_a_folder_one_may_not_write_to_is_one_clear_sentence(checkout, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(checkout / "saves"))
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(OSError, match=r"cannot be saved here \(no permission to write\)"):
        paths.saves()


def test_a_home_that_nobody_has_is_one_clear_sentence(monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", "~no-such-name/saves")

    with pytest.raises(OSError, match=r"cannot be saved here \(nobody has that name\)"):
        paths.saves()
