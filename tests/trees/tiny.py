"""The smallest Council: three members, two measures, one round; no file changes it."""

from datetime import date
from functools import cache

from game.engine.scenario import (
    Aim,
    Brief,
    Clue,
    Delegation,
    Doctrine,
    Effect,
    Enforcer,
    Incident,
    Level,
    Measure,
    Position,
    Response,
    Scenario,
    Statement,
    Target,
    Temper,
    Variant,
    Verb,
    Weights,
)

FLAT = dict.fromkeys(("revenue", "fuel", "hardship", "programme", "escalation"), 0)


def measure(id, levels, ideals):
    """Return a measure with as many levels as effects, and where each seat stands."""
    return Measure(
        id=id,
        name=id,
        category="trade",
        levels=tuple(
            Level(f"{id} {n}", "decides", f"Decides {id} {n};", Effect(revenue=effect))
            for n, effect in enumerate(levels, 1)
        ),
        positions={
            seat: Position(ideal, (0, len(levels)), salience=2) for seat, ideal in ideals.items()
        },
    )


def brief(yes_at, no_at, **more):
    return Brief(
        story="",
        tolerance=10,
        yes_at=yes_at,
        no_at=no_at,
        variants=(Variant("plain", ""),),
        aims=(Aim(outcome="adopted"),),
        weights=Weights(nonproliferation=1),
        **more,
    )


@cache
def tiny():
    """Return the scenario: the United States drafts, China can veto, Senegal is elected."""
    return Scenario(
        id="tiny",
        title="Three at a table",
        summary="A test.",
        start=date(2016, 1, 6),
        event="test",
        delegations=(
            Delegation("CHN", "China", "p5", permanent=True),
            Delegation("SEN", "Senegal", "african"),
            Delegation("USA", "United States", "p5", permanent=True),
        ),
        presidency={"2016-01": "CHN"},
        penholder="USA",
        inner=("USA", "CHN"),
        measures=(
            measure("coal", (100, 400), {"USA": 2, "CHN": 0, "SEN": 1}),
            measure("fish", (20,), {"USA": 1, "CHN": 1, "SEN": 0}),
        ),
        briefs={
            "CHN": brief(0, -9, veto_price=2),
            "SEN": brief(0, -9),
            "USA": brief(-9, -30),
        },
        tempers=(Temper("calm", "Waits."),),
        verbs=(Verb("decides", "*Decides* that {subject} shall {do}", 100, 100, binding=True),),
        incidents=(Incident("test", "A test", "The ground shakes.", threat=5),),
        statements=(Statement("words", "Words", "The members regret.", {"fish": 1}),),
        target=Target(
            "PRK",
            "DPRK",
            "Pyongyang",
            doctrines=(Doctrine("wait", "Wait", "It waits."), Doctrine("race", "Race", "It runs.")),
            clues=(Clue("smoke", "Smoke is seen.", {"wait": 1, "race": 3}),),
            responses=(
                Response("silence", "Silence", "Nothing.", base=3),
                Response("launch", "Launch", "A rocket.", base=1, rung=3),
            ),
            indicators=FLAT | {"trust": 20, "threat": 30},
            clue_percents=(0,),
        ),
        enforcers=(Enforcer("border", "The border", 1000, 600, 800, seat="CHN"),),
        practice=(),
        rounds=1,
        months=1,
        stride_days=4,
        stock=46,
        severity=2,
        majority=2,
        people_tokens=1,
        pen_tokens=1,
        permanent_tokens=1,
        elected_tokens=1,
    )
