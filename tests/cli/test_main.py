"""The command line: one clear sentence for whatever is wrong with what was typed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__, paths
from game.__main__ import main
from game.session import saves
from tests.build import scenario
from tests.session.playing import plays, seated

ROOT = Path(__file__).parents[2]


def run(capsys, *arguments):
    """Return exit code, output and errors of a command."""
    try:
        code = main(arguments)
    except SystemExit as left:
        code = left.code
    out, err = capsys.readouterr()
    return code, out, err


def refused(capsys, *arguments):
    """Return the one sentence with which a command refuses."""
    code, out, err = run(capsys, *arguments)
    assert code == 2, (out, err)
    assert "Traceback" not in err
    assert err.startswith("in-blue")
    assert err.count("\n") == 1, err
    return err


@pytest.fixture
def file(tmp_path):
    session = plays(seated("CHN", seed=9), until=lambda n: n.wall.round == 2)
    return session.save(tmp_path / "game.json")


def broken(tmp_path, old, new, count=1):
    """Return a copy of a shipped scenario with a fault in it."""
    text = (paths.scenarios() / "first_sitting.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace(old, new, count), encoding="utf-8")
    return path


def test_the_version_is_told(capsys):
    assert run(capsys, "--version") == (0, f"in-blue {__version__}\n", "")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["fly"], "invalid choice: 'fly'"),
        (["--versoin"], "--versoin"),
        (["simulate", "resolution_227"], "did you mean 'resolution_2270'?"),
        (["simulate", "nowhere.yaml"], "nowhere.yaml"),
        (["simulate", "--games", "0"], "expected at least 1"),
        (["simulate", "--games", "-3"], "expected a whole number"),
        (["simulate", "--games", "many"], "expected a whole number"),
        (["simulate", "--seed", "1.5"], "expected a whole number"),
        (["simulate", "--seed", "9" * 30], "expected a whole number"),
        (["simulate", "--rounds", "99"], "expected 1 to 30"),
        (["simulate", "--seat", "USB=random"], "unknown seat 'USB'; did you mean 'USA'?"),
        (["simulate", "--seat", "USA=randm"], "unknown computer 'randm'; did you mean 'random'?"),
        (["simulate", "--seat", "="], "unknown seat ''"),
        (["simulate", "--seat", "USA=human"], "USA cannot be human"),
        (["simulate", "--level", "quik"], "did you mean 'quick'?"),
        (["play", "--text", "--seat", "CHI"], "did you mean 'CHN'?"),
        (["play", "--text", "nothing.json"], "nothing.json"),
        (["play", "--text", "no_such_crisis"], "no such scenario"),
        (["play", "--text", "a" * 5000], "aaa…: no such scenario"),
        (["replay"], "the following arguments are required: FILE"),
        (["replay", "nothing.json"], "nothing.json"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_two(capsys, typed, words):
    assert words in refused(capsys, *typed)


def test_a_folder_is_no_scenario_and_no_save(capsys, tmp_path):
    refused(capsys, "simulate", str(tmp_path))
    refused(capsys, "replay", str(tmp_path))
    refused(capsys, "play", "--text", str(tmp_path))


def test_a_tour_into_a_folder_that_cannot_be_made_is_refused(capsys, tmp_path):
    (tmp_path / "file").touch()

    assert "cannot be written" in refused(capsys, "tour", str(tmp_path / "file" / "out"))


def test_a_truncated_save_is_refused(capsys, file):
    file.write_text(file.read_text(encoding="utf-8")[:5000], encoding="utf-8")

    assert "game.json" in refused(capsys, "play", "--text", str(file))
    assert "game.json" in refused(capsys, "replay", str(file))


def test_a_newer_save_is_refused_with_what_to_do(capsys, file):
    plain = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**plain, "format": 9}), encoding="utf-8")

    assert "update the game" in refused(capsys, "play", "--text", str(file))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("penholder: USA", "penholdr: USA", "did you mean 'penholder'?"),
        ("rounds: 3", "rounds: three", "expected a whole number"),
        ("penholder: USA", "penholder: UAS", "UAS"),
        ("[USA, CHN]", "[USA, NO]", "NO"),
        ("rounds: 3", "rounds: 3\nrounds: 4", "rounds"),
        ("rounds: 3", "rounds: *x", "alias"),
        ("rounds: 3", "rounds: " + "[" * 1000, "deep"),
    ],
)
def test_a_broken_scenario_is_named_with_file_and_line(capsys, tmp_path, old, new, words):
    path = broken(tmp_path, old, new)
    code, _out, err = run(capsys, "simulate", str(path), "--games", "1")

    assert code == 2
    assert "Traceback" not in err
    assert f"{path}:" in err
    assert words in err


def test_two_megabytes_of_yaml_are_refused_unread(capsys, tmp_path):
    path = tmp_path / "large.yaml"
    path.write_text("# " + "x" * 2_000_000, encoding="utf-8")

    assert "large.yaml" in refused(capsys, "simulate", str(path))


# -- check and describe


def test_shipped_files_are_sound(capsys):
    code, out, err = run(capsys, "check")

    assert (code, err) == (0, "")
    assert "0 faults, 0 warnings" in out


def test_check_names_every_fault_and_says_so_with_its_exit_code(capsys, tmp_path):
    path = broken(tmp_path, "rounds: 3", "rounds: three\nmajorty: 9")
    code, out, _err = run(capsys, "check", str(path))

    assert code == 1
    assert out.count(f"{path}:") >= 2
    assert "did you mean 'majority'?" in out


def test_check_goes_on_after_a_file_that_is_missing(capsys):
    code, out, err = run(capsys, "check", "nowhere.yaml", "first_sitting")

    assert code == 1
    assert "nowhere.yaml" in out
    assert "Traceback" not in err


def test_describe_prints_the_reference_and_the_schema(capsys):
    code, out, _err = run(capsys, "describe")
    assert code == 0
    assert "| `penholder` |" in out

    code, out, _err = run(capsys, "describe", "--schema")
    assert code == 0
    assert json.loads(out)["$defs"]["Crisis"]["properties"]["penholder"]


# -- replay


def test_replay_proves_a_save(capsys, file):
    code, out, _err = run(capsys, "replay", str(file))

    assert code == 0
    assert "proved" in out
    assert json.loads(file.read_text(encoding="utf-8"))["digest"] in out


def test_replay_finds_a_save_that_was_made_up(capsys, file):
    plain = json.loads(file.read_text(encoding="utf-8"))
    plain.pop("checksum")
    plain["actions"] = plain["actions"][:-1]
    plain["checksum"] = saves._hash(plain)
    file.write_text(json.dumps(plain), encoding="utf-8")

    code, out, _err = run(capsys, "replay", str(file))

    assert code == 1
    assert "not proved" in out


def test_replay_prints_a_transcript(capsys, file):
    code, out, _err = run(capsys, "replay", str(file), "--transcript")

    assert code == 0
    assert out.startswith("scenario: first_sitting\n")


# -- without a display


def python(*arguments, stdin="", **environment):
    """Run the game as a person would, in a process of its own."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SDL_")}
    for key in ("DISPLAY", "WAYLAND_DISPLAY"):
        clean.pop(key, None)
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        cwd=ROOT,
        env=clean | environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
@pytest.mark.parametrize("arguments", [(), ("play",), ("play", "first_sitting", "--seat", "CHN")])
def test_without_a_display_two_ways_to_play_are_named(arguments):
    done = python(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "in-blue play --text" in done.stderr
    assert "in-blue simulate" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_a_display_that_does_not_answer_is_one_sentence():
    done = python("play", DISPLAY=":987", SDL_VIDEODRIVER="x11")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "in-blue play --text" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
@pytest.mark.parametrize("display", [{"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-987"}])
def test_nobody_plays_where_a_display_does_not_answer(display, tmp_path):
    """SDL then draws offscreen, without a word and without an end."""
    done = python(XDG_RUNTIME_DIR=str(tmp_path), **display)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "in-blue play --text" in done.stderr.splitlines()[-1]


def test_a_driver_that_was_asked_for_is_taken():
    code = (
        "from unittest import mock\n"
        "from game.__main__ import main\n"
        "with mock.patch('game.ui.app.main', return_value=7):\n"
        "    raise SystemExit(main([]))"
    )
    environment = os.environ | {"SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=False)

    assert done.returncode == 7


@pytest.mark.parametrize("arguments", [("--version",), ("simulate", "--games", "1", "--quiet")])
def test_what_needs_no_window_never_reads_pygame(arguments):
    code = (
        "import sys\n"
        "from game.__main__ import main\n"
        "try:\n"
        f"    main({[*arguments]!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "assert 'pygame' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_the_title_is_drawn_before_the_engine_is_read():
    code = (
        "import sys\n"
        "from game.ui import messages, window\n"
        "from game.ui.screens import title\n"
        "read = [m for m in sys.modules if m.startswith(('game.engine', 'game.words', 'numpy'))]\n"
        "assert not read, read"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_a_reader_that_goes_away_is_no_fault():
    """As in: in-blue describe | head -1."""
    with subprocess.Popen(
        [sys.executable, "-m", "game", "describe"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout.readline() == "# Scenarios\n"
        writer.stdout.close()
        assert writer.stderr.read() == ""


def test_the_version_is_told_at_once():
    assert python("--version").stdout == f"in-blue {__version__}\n"


def test_scenarios_of_the_tests_are_those_of_the_game():
    assert scenario("first_sitting").id == "first_sitting"
