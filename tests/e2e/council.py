"""The full sitting in the pen's seat: a meeting, a deal, a closed clause, a silence, the floor."""

from rig import Game, Run, until

LINE = "We wrote this for fifteen."

MONTHS_S = 120.0
"""How long the months after a vote may take on a busy machine."""


def council(run: Run) -> None:
    """A full sitting as the United States."""
    game = run.open("council")
    try:
        _front(run, game)
        _desk(run, game)
        _corridor(run, game)
        _silence(run, game)
        _blue(run, game)
        _vote(run, game)
        _months(run, game)
    finally:
        game.close()
    run.check("nothing went wrong inside", "Traceback" not in game.errors(), game.errors())
    run.check("no fault was written", not list(game.home.rglob("fault.txt")))
    run.check("no sitting had to be rescued", not list(game.home.rglob("rescued.json")))


def _front(run: Run, game: Game) -> None:
    until("the doors", lambda: "door resolution_2270" in game.stops())
    game.click("seed")
    game.write("7")
    game.click("door resolution_2270")
    game.click("seat USA")
    game.press("Return")
    until("the meeting", lambda: "stand by" in game.stops())
    run.check("one is asked for a meeting", game.says("do you ask for a meeting"), game.words())
    game.picture("40-meeting")
    game.press("Return")
    until("the soundings", lambda: "stance measures" in game.stops())
    game.click("stance measures")
    game.click("priority coal_iron_exports")
    game.press("Return")
    until("the products", lambda: "propose elements" in game.stops())
    run.check("each product names who may block it", game.says("may block"), game.words())
    game.picture("41-products")
    game.click("propose elements")
    until("the chamber", lambda: "seat CHN" in game.stops())


def _desk(run: Run, game: Game) -> None:
    game.press("2")
    game.press("c")
    game.click("circulate p5")
    game.press("e")
    until("the first round", lambda: game.says("Squeeze 1 of 6") and _is_own_turn(game))
    game.press("2")
    game.click("measure review_trigger")
    game.press("k")
    until("a closed clause", lambda: game.says("1 closed"))
    run.check("K closes a clause", "close review_trigger" not in game.stops())
    run.check("reopening has its price", game.says("other words cost"), game.words())
    game.picture("42-closed")


def _corridor(run: Run, game: Game) -> None:
    game.press("3")
    until("deals", lambda: "deal 5" in game.stops())
    other = next(id for id in game.stops() if id.startswith("seat "))
    game.tab_to("deal 5")
    game.press("Return")
    until("a deal on the table", lambda: "offer" in game.stops())
    game.picture("43-offer")
    game.tab_to("offer")
    game.press("Return")
    game.click(other)
    run.check(
        "the offer was answered",
        game.says("you offered") and (game.says("agreed") or game.says("declined")),
        game.words(),
    )
    game.picture("44-answered")


def _silence(run: Run, game: Game) -> None:
    game.press("2")
    game.press("c")
    game.click("circulate all")
    game.click("Silence")
    until("for how long", lambda: "silence 24" in game.stops())
    run.check("silence binds no vote", game.says("binds nobody's vote"), game.words())
    game.picture("45-silence")
    game.click("silence 24")
    until("the answer", lambda: _is_own_turn(game))
    game.press("1")
    said = ("silence kept", "broke silence", "broken", "under silence until")
    run.check("how the silence went is told", any(game.says(it) for it in said), game.words())
    game.picture("46-after-silence")


def _blue(run: Run, game: Game) -> None:
    until("the own turn", lambda: _is_own_turn(game))
    game.press("2")
    game.press("b")
    until("the question", lambda: "put in blue" in game.stops())
    game.click("put in blue")
    until("the text in blue", lambda: _on_the_way(game, "say supports"))
    run.check("the text is in blue", game.says("In blue", "Your last word"), game.words())
    game.picture("47-blue")
    game.click("say supports")


def _vote(run: Run, game: Game) -> None:
    until("the floor", lambda: _on_the_way(game, "raise explain"))
    run.check("what comes to the vote has its rule", game.says("Rule 32"), game.words())
    game.picture("48-floor")
    game.press("Return")
    until("the ballot", lambda: _on_the_way(game, "ballot yes"))
    game.press("y")
    until("the result", lambda: "own line" in game.stops())
    game.click("own line")
    game.write(LINE)
    run.check("a line of one's own", game.says(f"{len(LINE)} of 200"), game.words())
    game.picture("49-own-line")
    game.click("explain wide")


def _gone_on(game: Game, reported: list[str]) -> bool:
    """Do what the months ask for next, and tell whether they are over."""
    stops = game.stops()
    if "report full" in stops:
        game.picture("51-committee")
        game.click("report full")
        reported.append("report full")
    elif any(stop == "StandBy" or stop.startswith("take up") for stop in stops):
        game.press("Return")
    return "to debrief" in stops


def _months(run: Run, game: Game) -> None:
    """Win a State, report to the Committee, and let the months go by."""
    until("the first half of the months", lambda: "season win" in game.stops())
    run.check("whom to win is shown", game.says("months after the vote", "Singapore"), game.words())
    game.picture("50-whom-to-win")
    game.click("win singapore")
    until("the effort", lambda: game.says("win over Singapore") or "season win" not in game.stops())
    reported: list[str] = []
    until("the end of the months", lambda: _gone_on(game, reported), MONTHS_S)
    run.check("a report was due", reported)
    game.picture("52-echo")
    run.check("the months are told", game.says("what Pyongyang did"), game.words())
    game.click("to debrief")
    until("the debrief", lambda: "page vote" in game.stops())
    game.click("page vote")
    run.check("the line is kept", game.says(LINE), game.words())
    game.picture("53-debrief-vote")


def _is_own_turn(game: Game) -> bool:
    return _on_the_way(game, "EndRound")


def _on_the_way(game: Game, wanted: str) -> bool:
    """Tell whether something can be acted on; what comes in between is answered with a no."""
    stops = game.stops()
    if "digest on" in stops:
        game.press("space")
    elif "decline" in stops:
        game.press("r")
    elif "need nothing" in stops:
        game.click("need nothing")
    elif wanted not in stops and "stand by" in stops:
        game.click("stand by")
    return wanted in stops and "digest on" not in stops
