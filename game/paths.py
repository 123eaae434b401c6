"""Where assets, scenarios and saves lie: in a checkout, an installed wheel or a packed program."""

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent

# A wheel and a packed program carry the data inside the package; a checkout has it beside.
_DATA = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _CHECKOUT

CAMPAIGNS = "campaigns"
"""The folder of the campaigns, in that of the scenarios."""


def assets() -> Path:
    """Return the folder of fonts, images and sounds."""
    return _DATA / "assets"


def scenarios() -> Path:
    """Return the folder of the scenarios that come with the game."""
    return _DATA / "scenarios"


def scenario_files(folder: Path | None = None) -> dict[str, Path]:
    """Return id -> file of every sitting, and of every campaign."""
    folder = folder or scenarios()
    found = (*folder.glob("*.yaml"), *(folder / CAMPAIGNS).glob("*.yaml"))
    return {path.stem: path for path in found}


def saves() -> Path:
    """Return the folder of the player's games, made if need be.

    That is $IN_BLUE_SAVES if set, `saves/` of a checkout one may write to, or else the folder
    the operating system keeps for a user's data.

    Raises:
        OSError: nothing can be written there; the text is a sentence for the player.
    """
    folder = _saves_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OSError(_unwritable(folder, fault.strerror or str(fault))) from fault
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OSError(_unwritable(folder, "no permission to write"))
    return folder


def _saves_folder() -> Path:
    if chosen := os.environ.get("IN_BLUE_SAVES"):
        try:
            return Path(chosen).expanduser()
        except RuntimeError as fault:
            raise OSError(_unwritable(Path(chosen), "nobody has that name")) from fault
    beside = _CHECKOUT / "saves"
    if (_CHECKOUT / "pyproject.toml").is_file() and os.access(beside, os.W_OK | os.X_OK):
        return beside
    return platformdirs.user_data_path("in-blue", appauthor=False) / "saves"


def _unwritable(folder: Path, why: str) -> str:
    return (
        f"{folder}: games cannot be saved here ({why.lower()}); make the folder writable, "
        "or set IN_BLUE_SAVES to another one"
    )


def settings() -> Path:
    """Return the file of the player's settings; $IN_BLUE_SETTINGS names another one."""
    if chosen := os.environ.get("IN_BLUE_SETTINGS"):
        with suppress(RuntimeError):  # Nobody has the name after the ~.
            return Path(chosen).expanduser()
    return platformdirs.user_config_path("in-blue", appauthor=False) / "settings.json"
