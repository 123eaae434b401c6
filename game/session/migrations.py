"""Old saves to the present format, one step at a time, before anything is decoded.

A step takes plain data of one format and returns that of the next. Steps are appended, never
changed; each says in its docstring what changed. A save from before lies in `tests/session/saves/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Plain = Mapping[str, Any]


def _named_givers(plain: Plain) -> Plain:
    """Format 2: a promise says who gave it; all of format 1 were the pen's.

    Whatever else is new has a default.
    """
    pen = plain["scenario"]["penholder"]
    record = plain["state"]["record"]
    pledges = [{**pledge, "by": pen} for pledge in record["pledges"]]
    state = {**plain["state"], "record": {**record, "pledges": pledges}}
    return {**plain, "format": 2, "state": state}


def _world_beyond(plain: Plain) -> Plain:
    """Format 3: the world beyond the room is one value; indicators and the plan are parts of it.

    A trade is no longer followed by a course of its own, and months tell every flow. Before the
    world has begun there is nothing to carry over; what was amid the months of old cannot be.

    Raises:
        ValueError: it was saved in the months after the vote.
    """
    old = plain["state"]
    if old["phase"] == "echo":
        raise ValueError(AMID)
    indicators, plan = old.get("indicators", {}), old.get("doctrine", "")
    scenario = {key: value for key, value in plain["scenario"].items() if key != "flow"}
    target = scenario["target"]
    gauges = {k: n * (1 if k in COARSE else 10) for k, n in indicators.items() if k != RUNG}
    abroad = {
        "gauges": {**STEADY, **gauges},
        "escalation": indicators.get(RUNG, 0),
        "wills": {e["id"]: e["will"] for e in scenario["enforcers"]},
        "flows": {f["id"]: 1000 for f in target.get("flows", [])},
        "escaped": {f["id"]: 0 for f in target.get("flows", [])},
        "leaks": {c["id"]: c["start"] for c in target.get("channels", [])},
        "doctrine": {d["id"]: int(d["id"] == plan) for d in target["doctrines"]},
    }
    state = {k: v for k, v in old.items() if k not in ("indicators", "doctrine")}
    state |= {"abroad": abroad} if indicators else {}
    state |= {"log": [_told(event) for event in old.get("log", [])]}
    if season := scenario.get("season"):
        scenario["season"] = {**season, "standstill": _standstill(season.get("standstill"))}
    return {**plain, "format": 3, "state": state, "scenario": scenario}


def _standstill(offer: Plain | None) -> Plain | None:
    """Return an offer without what the step of the road to talks says today."""
    gone = ("from_rung", "restraint")
    return offer and {key: value for key, value in offer.items() if key not in gone}


AMID = (
    "saved in the months after its vote by an earlier version, which counted them otherwise; "
    "begin the sitting anew, or open the file with the version that wrote it"
)
RUNG = "escalation"
COARSE = ("revenue", "fuel")
STEADY = {"cash": 600, "cohesion": 700, "drive": 800, "momentum": 150, "spent": 100, "offer": 0}


def _told(event: Plain) -> Plain:
    """Return what was told of months in the form of today; the one trade is left out."""
    plain = {key: value for key, value in event.items() if key != "trade"}
    match event.get("do"):
        case "Enforced":
            return {**plain, "flows": {}, "leaks": []}
        case "MonthPassed":
            return {**plain, "flows": {}, "leaks": [], "money": 0}
    return event


def _whole_clauses(plain: Plain) -> Plain:
    """Format 4: a rival changes whole clauses, with their words; before it changed levels alone."""
    state = {**plain["state"], "log": [_with_clauses(event) for event in plain["state"]["log"]]}
    actions = [_with_clauses(action) for action in plain["actions"]]
    return {**plain, "format": 4, "actions": actions, "state": state}


def _with_clauses(event: Plain) -> Plain:
    if event.get("do") != "Table":
        return event
    changes = [{"measure": measure, "level": level} for measure, level in event["changes"]]
    return {**event, "changes": changes}


def _pressure_on_paper(plain: Plain) -> Plain:
    """Format 5: bargains have titles by pressure on paper; before it was by earnings stopped.

    The title that was given stays, with the pressure of the last month; where none was given, none
    will be, since one measure cannot be turned into the other.
    """
    scenario, log = plain["scenario"], plain["state"].get("log", [])
    is_given = any(event.get("do") == "TradeNamed" for event in log)
    paper = next((e["paper"][-1] for e in reversed(log) if e.get("do") == "Enforced"), 0)
    state = {**plain["state"], "log": [_by_paper(event, paper) for event in log]}
    sitting = len(plain["state"].get("past", [])) if is_given else NEVER
    titled = _titled(scenario, sitting)
    return {**plain, "format": 5, "state": state, "scenario": titled}


NEVER = -1


def _titled(scenario: Plain, sitting: int) -> Plain:
    """Return a scenario and those that follow it, with titles in the one where one was given.

    Args:
        sitting: how many sittings of the campaign came before that one.
    """
    trades = [_by_paper(trade) for trade in scenario.get("trades", []) if sitting == 0]
    campaign = scenario.get("campaign")
    if campaign:
        sequels = [
            {**q, "scenario": _titled(q["scenario"], sitting - at)}
            for at, q in enumerate(campaign["sequels"], 1)
        ]
        campaign = {**campaign, "sequels": sequels}
    return {**scenario, "trades": trades, **({"campaign": campaign} if campaign else {})}


def _by_paper(plain: Plain, paper: int | None = None) -> Plain:
    """Return a title, or the event that it was given, without what it was given for."""
    if plain.get("do", "TradeNamed") != "TradeNamed":
        return plain
    rest = {key: value for key, value in plain.items() if key != "strength"}
    return rest if paper is None else {**rest, "paper": paper}


def _tenths_of_points(plain: Plain) -> Plain:
    """Format 6: pressure is told in tenths of the 100 points; before it was in whole ones.

    A product has a mover; before it was always the pen's.
    """
    state = plain["state"]
    log = [_in_tenths(event) for event in state.get("log", [])]
    record = state.get("record", {})
    if record.get("statement"):
        record = {**record, "mover": _sitting(plain)["penholder"]}
    return {**plain, "format": 6, "state": {**state, "log": log, "record": record}}


def _sitting(plain: Plain) -> Plain:
    """Return the scenario of the sitting that a save is in: of a campaign the first is written."""
    scenario, before = plain["scenario"], len(plain["state"].get("past", []))
    campaign = scenario.get("campaign")
    if not campaign or not before:
        return dict(scenario)
    return dict(campaign["sequels"][before - 1]["scenario"])


def _in_tenths(event: Plain) -> Plain:
    match event.get("do"):
        case "MonthPassed" | "TradeNamed":
            finer = {key: 10 * event[key] for key in ("paper", "enforced") if key in event}
        case "Enforced":
            finer = {key: [10 * n for n in event[key]] for key in ("paper", "enforced")}
        case _:
            return event
    return {**event, **finer}


def _dated_months(plain: Plain) -> Plain:
    """Format 7: a month after the vote has its day; before they had one day together.

    Months lie thirty days apart, and the last that passed is today.
    """
    state = plain["state"]
    log, today = state.get("log", []), state.get("record", {}).get("day", 0)
    last = max((e["month"] for e in log if e.get("do") == "MonthPassed"), default=0)
    dated = [
        {**e, "day": today - 30 * (last - e["month"])} if e.get("do") == "MonthPassed" else e
        for e in log
    ]
    return {**plain, "format": 7, "state": {**state, "log": dated}}


def _guests_heard(plain: Plain) -> Plain:
    """Format 8: guests who speak after the members are heard when the last of these has spoken.

    Before it was when the soundings ended, so that a save from in between would hear none.
    """
    state = plain["state"]
    if state.get("phase") != "soundings":
        return {**plain, "format": 8}
    sitting, record, log = _sitting(plain), state["record"], state.get("log", [])
    if len(record.get("stances", {})) < len(sitting["delegations"]):
        return {**plain, "format": 8}  # Who is invited is heard when the last has spoken.
    heard = {e.get("guest") for e in log if e.get("do") == "GuestHeard"}
    invited = set(record.get("guests", [])) - heard
    late = [g for g in sitting.get("guests", []) if g["id"] in invited and not g.get("first")]
    gauges = state["abroad"]["gauges"]
    felt = gauges["threat"] + FELT * sum(g["basis"] == "rule_37" for g in late)
    abroad = {**state["abroad"], "gauges": {**gauges, "threat": min(1000, felt)}}
    log = [*log, *({"do": "GuestHeard", "guest": g["id"]} for g in late)]
    return {**plain, "format": 8, "state": {**state, "abroad": abroad, "log": log}}


FELT = 10
"""Per mille of threat that a State concerned adds as it is heard, in format 8."""


STEPS: tuple[Callable[[Plain], Plain], ...] = (
    *(_named_givers, _world_beyond, _whole_clauses, _pressure_on_paper, _tenths_of_points),
    *(_dated_months, _guests_heard),
)
"""STEPS[0] turns format 1 into 2, and so on."""

FORMAT = len(STEPS) + 1
"""The format that is written."""


def migrate(plain: Plain) -> Plain:
    """Return a save of any format up to ours as one of ours."""
    for step in STEPS[plain["format"] - 1 :]:
        plain = step(plain)
    return plain
