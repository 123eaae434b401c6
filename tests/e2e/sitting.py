"""One whole sitting in the pen's seat, with a break in between."""

import json
import os
import time
from pathlib import Path

from rig import Fault, Game, Run, named, spoken, until


def sitting(run: Run) -> None:
    """A first sitting as the United States, with a break."""
    game = run.open("alone")
    try:
        _front(run, game)
        _soundings(run, game)
        _desk(run, game)
        _comfort(run, game)
        _save_and_quit(run, game)
    finally:
        game.close()
    game = run.open("alone")
    try:
        _continue(run, game)
        _idle(run, game)
        _consultations(run, game)
        _blue(run, game)
        _vote(run, game)
        _afterwards(run, game)
        game.press("Escape")
    finally:
        game.close()
    run.check("nothing went wrong inside", "Traceback" not in game.errors(), game.errors())
    run.check("no fault was written", not list(game.home.rglob("fault.txt")))


def _front(run: Run, game: Game) -> None:
    until("the doors", lambda: "door resolution_2270" in game.stops())
    run.check("the title has two doors", "door first_sitting" in game.stops())
    game.picture("01-title")
    game.click("seed")
    game.write("7")
    run.check("a seed can be typed", game.says("Seed: 7"), game.words())
    game.click("door first_sitting")
    seats = [id for id in game.stops() if id.startswith("seat ") and id != "seat TARGET"]
    run.check("fifteen seats", len(seats) == 15, seats)
    game.click("seat CHN")
    game.click("seat USA")
    game.picture("02-seats")
    run.check("the chosen seat is named", game.says("United States"))
    game.press("Return")


def _soundings(run: Run, game: Game) -> None:
    until("the soundings", lambda: "stance measures" in game.stops())
    seen = game.seen()
    run.check("one can speak at once, as the capital would", "speak" in game.stops())
    run.check("the date stands above", game.says("6 January 2016"))
    words = " ".join(spoken(seen["tree"])).split()
    run.check("few words before the first decision", len(words) <= 200, len(words))
    game.picture("03-soundings")
    game.click("stance measures")
    game.click("priority coal_iron_exports")
    game.press("Return")
    until("the pen's statement", lambda: "propose condemn" in game.stops())
    run.check("everybody has spoken", game.says("talks first", "measures that bite"))
    game.picture("04-statement")
    game.click("propose condemn")
    until("the chamber", lambda: "seat CHN" in game.stops())
    run.check("the text is to be written", game.says("the pen is yours"), game.words())
    game.picture("05-chamber")


def _desk(run: Run, game: Game) -> None:
    game.press("2")
    until("the desk", lambda: "measure coal_iron_exports" in game.stops())
    before = _level(game)
    run.check("coal is not in the text", ", level 0 of" in before, before)
    game.press("Tab")
    game.tab_to("measure cargo_inspection")
    game.press("Return")
    until("cargo is open", lambda: _opened(game, "cargo_inspection"))
    game.tab_to("level 5")
    game.press("Return")
    run.check("cargo was raised by keys alone", ", level 5 of" in _level(game, "cargo_inspection"))
    run.check(
        "the focus stays on the level", game.seen()["focus"] == "level 5", game.seen()["focus"]
    )
    game.click("measure coal_iron_exports")
    game.click("level 3")
    run.check("coal was raised by the mouse", ", level 3 of" in _level(game), _level(game))
    game.press("ctrl+z")
    run.check("Ctrl+Z takes it back", _level(game) == before, _level(game))
    game.press("ctrl+y")
    run.check("Ctrl+Y does it again", ", level 3 of" in _level(game), _level(game))
    run.check("the text prints", game.says("Decides that all Member States shall"))
    game.picture("06-desk")
    game.press("c")
    until("who is to see it", lambda: "circulate p5" in game.stops())
    game.picture("07-circles")
    game.click("circulate p5")
    until("the consultations can be opened", lambda: "EndRound" in game.stops())
    run.check("the text has a number", game.says("after revision 1"), game.words())


def _level(game: Game, measure: str = "coal_iron_exports") -> str:
    found = named(game.seen()["tree"], f"measure {measure}")
    return " ".join(spoken(found)) if found else "not there"


def _opened(game: Game, measure: str) -> bool:
    found = named(game.seen()["tree"], f"measure {measure}")
    return bool(found and found.get("state", {}).get("selected"))


def _comfort(run: Run, game: Game) -> None:
    game.press("ctrl+plus", "ctrl+plus", "ctrl+plus")
    run.check("Ctrl+plus makes text larger", game.seen()["scale"] == 1.5, game.seen()["scale"])
    game.picture("08-desk-150")
    game.press("ctrl+minus", "ctrl+minus", "ctrl+minus")
    run.check("Ctrl+minus makes it smaller", game.seen()["scale"] == 1.0, game.seen()["scale"])
    game.resize(1280, 720)
    _all_inside(run, game, "at 1280 x 720")
    game.picture("09-desk-1280")
    game.resize(1600, 900)
    _to_menu(game)
    game.click("settings")
    theme = game.seen()["theme"]
    game.tab_to("theme")
    game.press("Right")
    if game.seen()["theme"] == theme:
        game.press("Left")
    run.check("the settings change the theme", game.seen()["theme"] != theme, theme)
    game.picture("10-settings-light")
    game.press("Escape")
    until("the sitting again", lambda: "go desk" in game.stops())
    game.press("2")
    game.picture("11-desk-light")
    kept = json.loads((game.home / "settings.json").read_text(encoding="utf-8"))
    run.check("the settings are kept", kept.get("theme") != theme, kept)


def _to_menu(game: Game) -> None:
    """Press Esc until the menu of the sitting is open."""
    for _ in range(4):
        game.press("Escape")
        if "leave" in game.stops():
            return
    raise Fault("Esc does not lead to the menu")


def _all_inside(run: Run, game: Game, when: str) -> None:
    seen = game.seen()
    width, height = seen["size"]
    out = [
        one["id"]
        for one in seen["stops"]
        if not one["scrolls"]
        and (
            one["rect"][0] < 0
            or one["rect"][1] < 0
            or one["rect"][0] + one["rect"][2] > width
            or one["rect"][1] + one["rect"][3] > height
        )
    ]
    run.check(f"nothing lies outside the window {when}", not out, out)


def _save_and_quit(run: Run, game: Game) -> None:
    saves = game.home / "saves"
    before = {file: file.stat().st_mtime_ns for file in saves.glob("*.json")}
    game.press("ctrl+s")
    after = {file: file.stat().st_mtime_ns for file in saves.glob("*.json")}
    run.check("Ctrl+S saves", after != before, list(after))
    run.check("the window says so", game.says("saved "))
    _to_menu(game)
    game.picture("12-menu")
    game.point("quit")
    run.display.run("xdotool", "click", "1")
    until("the end", lambda: game.process.poll() is not None)
    run.check("quitting ends with 0", game.process.returncode == 0, game.process.returncode)


def _continue(run: Run, game: Game) -> None:
    until("the saved sitting", lambda: "continue" in game.stops())
    run.check("the theme was kept", game.seen()["theme"] == "light", game.seen()["theme"])
    game.picture("13-title-again")
    game.click("continue")
    until("the sitting", lambda: "go desk" in game.stops())
    game.press("2")
    run.check("the text was kept", ", level 3 of" in _level(game), _level(game))
    run.check("so was the showing", game.says("after revision 1"))
    game.press("1")


def _idle(run: Run, game: Game) -> None:
    game.rests()
    before, work, began = game.seen()["frames"], _cpu_s(game), time.monotonic()
    time.sleep(5)  # what is measured here is time without any event
    share = (_cpu_s(game) - work) / (time.monotonic() - began)
    after = game.seen()["frames"]
    print(f"     idle: {share:.1%} of a core over 5 s")
    run.check("an idle window paints nothing for 5 s", after == before, after - before)


def _cpu_s(game: Game) -> float:
    """Return how long the game has computed so far, from what Linux counts."""
    stat = Path(f"/proc/{game.process.pid}/stat").read_text(encoding="ascii")
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _consultations(run: Run, game: Game) -> None:
    game.press("e")
    until("the first round", lambda: game.says("Squeeze 1 of 3") and _is_own_turn(game))
    run.check("China has said something", not game.says("China, permanent member, has said no"))
    game.picture("14-round-1")
    game.click("seat CHN")
    run.check("a seat opens with its reasons", game.says("Why, as far as you know"))
    run.check("three acts are left", game.says("3 acts left"))
    _answer_asks(run, game)
    game.press("4")
    run.check("the world has a ladder", game.says("What Pyongyang weighs", "A nuclear test"))
    game.picture("17-world")
    game.press("5")
    run.check("the log knows the showing", game.says("shows a text to the permanent members"))
    game.picture("18-log")
    game.press("2")
    game.click("measure cargo_inspection")
    game.click("level 4")
    game.press("c")
    until("who is to see it", lambda: "circulate all" in game.stops())
    game.click("circulate all")
    game.press("e")
    until("the question", lambda: "confirm" in game.stops())
    run.check("what is left without an answer is said first", game.says("without an answer"))
    game.press("Return")
    until("the second round", lambda: game.says("Squeeze 2 of 3") and _is_own_turn(game))
    if "digest on" in game.stops():
        run.check("a digest tells of the round", game.says("Since your last turn"))
        game.picture("19-digest")
        game.press("space")
    until("the chamber", lambda: "EndRound" in game.stops())
    game.picture("20-round-2")


def _is_own_turn(game: Game) -> bool:
    """Tell whether the pen is to act; offers and questions that wait are answered with a no."""
    stops = game.stops()
    if "decline" in stops:
        game.picture("13-offer")
        game.press("r")
        return False
    if "need nothing" in stops:
        game.click("need nothing")
        return False
    return "EndRound" in stops or "digest on" in stops


def _answer_asks(run: Run, game: Game) -> None:
    """Refuse and grant by keys on the sheet of all requests; undo the grant, leave the rest."""
    game.click("answer asks")
    until("the requests", lambda: bool(_asks(game)))
    game.picture("15-requests")
    many = len(_asks(game))
    game.press("r")
    until("one request fewer", lambda: len(_asks(game)) < many)
    run.check("R refuses the first of the requests", len(_asks(game)) == many - 1, _asks(game))
    game.press("g")
    until("one more request fewer", lambda: len(_asks(game)) < many - 1)
    run.check("G grants the next", len(_asks(game)) == many - 2, _asks(game))
    game.picture("16-granted")
    game.press("ctrl+z")
    run.check("a grant can be taken back at once", len(_asks(game)) == many - 1, _asks(game))
    game.press("Return")
    until("the chamber", lambda: "leave the rest" not in game.stops())
    run.check("the rest can be left", "EndRound" in game.stops(), game.stops())


def _asks(game: Game) -> set[str]:
    return {id for id in game.stops() if id.startswith("grant ")}


def _blue(run: Run, game: Game) -> None:
    game.press("2")
    game.press("b")
    until("the question", lambda: "put in blue" in game.stops())
    run.check("the question says what is meant", game.says("In blue no word can change"))
    game.picture("21-put-in-blue")
    game.click("put in blue")
    until("the text in blue", lambda: "stand by" in game.stops())
    run.check("the text is in blue", game.says("In blue", "vote", "Your last word"))
    game.picture("22-blue")
    game.click("say supports")


def _vote(run: Run, game: Game) -> None:
    until("the ballot", lambda: "ballot yes" in game.stops())
    run.check("the sum is shown", game.says("your sum is"))
    game.picture("23-ballot")
    run.display.run("xdotool", "key", "y")
    until("the first call", lambda: "all hands" in game.stops() or "again" in game.stops())
    run.check("hands go up one by one", game.seen()["moving"] or game.says("in favour"))
    game.picture("24-calls")
    until("all hands", lambda: "explain talks" in game.stops())
    run.check("the result is said", game.says("the draft resolution is"), game.words())
    run.check("the pen's vote was counted", game.says("in favour", "against", "abstaining"))
    game.picture("25-result")
    game.click("explain talks")


def _afterwards(run: Run, game: Game) -> None:
    until("the echo", lambda: "to debrief" in game.stops())
    run.check("four voices and an answer", game.says("What Pyongyang did", "An aid worker"))
    game.picture("26-echo")
    game.click("to debrief")
    until("the debrief", lambda: "page hidden" in game.stops())
    run.check("what the capital wanted", game.says("What your capital wanted"))
    game.picture("27-debrief")
    for page in ("sitting", "vote", "text", "hidden"):
        before = game.words()
        game.click(f"page {page}")
        run.check(f"the page '{page}' says something else", game.words() != before)
        game.picture(f"28-debrief-{page}")
    game.click("leave")
    until("the title", lambda: "door first_sitting" in game.stops())
