"""The target's own screen: what it shows while the Council sits, month by month, and at the end."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import engine, words
from game.engine.abroad import mind
from game.engine.actions import CallOff, LookOn, Prepare, Respond, Rest, Wait
from game.engine.ambition import FIGURES
from game.engine.followup import ANSWER, MONTH
from game.engine.record import Suspension
from game.engine.scenario import Want
from game.engine.terms import TARGET, Phase
from game.session import advise
from game.ui import screens
from game.ui.describe import find, texts, walk
from game.ui.messages import House, Picks, Steps
from game.ui.places import home, is_open
from game.ui.target.acts import chosen, options, pulls
from game.ui.target.reading import wanted
from game.ui.widgets import Button
from tests.build import scenario
from tests.session.playing import run_on, seated
from tests.ui.screens.test_floor import (
    Fonts,
    Typesetter,
    UiState,
    drawn,
    faults,
    lay_out,
    paths,
)


@lru_cache
def course():
    """Return what the target saw each time that it was asked, and at the end."""
    session, seen = run_on(seated("PRK", id="resolution_2270", seed=3, level="quick")), []
    while not session.is_over:
        seen.append(session.observation)
        session.act(advise(session.observation))
        run_on(session)
    return (*seen, session.observation)


def in_round(number=4):
    return next(o for o in course() if o.round == number and o.phase is Phase.SQUEEZE)


def in_month(number=1):
    return next(o for o in course() if o.stage == MONTH and o.record.followup.month == number)


def offered():
    """Return the moment in which an offer of suspension waits for the target's answer."""
    made = Suspension("CHN", "CHN", 3)
    session = seated("PRK", id="resolution_2270", seed=3, level="quick")
    run_on(session)
    while session.observation.stage != MONTH:
        session.act(advise(session.observation))
        run_on(session)
    state = session._state
    followup = evolve(state.record.followup, suspension=made)
    record = evolve(state.record, followup=followup)
    return engine.observe(evolve(state, stage=ANSWER, record=record), TARGET)


def buttons(tree):
    return {w.name: w for w in walk(tree) if isinstance(w, Button)}


@lru_cache
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


PLACES = {
    "round": (in_round, {}),
    "text": (in_round, {"own": "text"}),
    "month": (in_month, {}),
    "large": (in_month, {"act": "icbm"}),
    "late": (lambda: in_month(5), {"act": "medium_range"}),
    "offer": (offered, {}),
}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1600, 900), (1280, 720)])
@pytest.mark.parametrize("place", PLACES)
def test_the_screen_has_no_fault_of_layout(place, size, scale):
    moment, picks = PLACES[place]
    tree = drawn(moment(), "capital", picks, size=size, scale=scale)

    assert not list(faults(lay_out(tree, size, scale, UiState(), setter())))


@pytest.mark.parametrize("screen", ["world", "log", "echo", "debrief"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_other_screens_can_be_read_from_there(screen, scale):
    size, o = (1600, 900), course()[-1]
    tree = drawn(o, screen, {}, size=size, scale=scale)

    assert is_open(screen, o)
    assert not list(faults(lay_out(tree, size, scale, UiState(), setter())))


def test_the_room_is_closed_to_the_target_and_open_to_a_member():
    inside = ("chamber", "desk", "corridor", "soundings", "blue", "vote", "silence", "papers")

    for o in course():
        assert not any(is_open(screen, o) for screen in inside)
        assert is_open(home(o), o)
        assert screens.find(home(o)).available(o)
    member = engine.observe(seated("USA", id="resolution_2270")._state, "USA")
    assert all(is_open(screen, member) for screen in inside)


def test_while_the_council_sits_one_key_goes_on():
    for o in course():
        if o.phase not in (Phase.ECHO, Phase.OVER):
            go_on = buttons(drawn(o, "capital"))["LookOn"]

            assert go_on.message == LookOn(TARGET)
            assert {"Enter", "Space"} <= set(go_on.keys)


def test_the_act_in_hand_says_what_it_proves_moves_and_costs_and_what_draws_there():
    o = in_month()
    said = " ".join(texts(drawn(o, "capital", {"act": "nuclear_test"})))
    about = next(r for r in o.scenario.target.responses if r.id == "nuclear_test")

    for line in (about.title, about.text, about.shot.proves, about.shot.changes):
        assert line in said
    assert "trust −8" in said
    assert "provocation that the next text answers" in said
    assert "is made ready first" in said


def test_the_points_shown_are_the_points_used():
    o = in_month()

    for act in (a for a in o.legal if isinstance(a, Respond)):
        shown = sum(pull.points for pull in pulls(o, act.response))
        assert shown == o.inside.total(act.response)


def test_enter_does_what_was_picked_and_by_itself_what_the_target_would_do():
    o = in_month()
    by_itself = buttons(drawn(o, "capital"))
    other = "medium_range" if getattr(advise(o), "response", "") == "short_range" else "short_range"
    picked = buttons(drawn(o, "capital", {"act": other}))

    def first(button):
        assert isinstance(button.message, Steps)
        assert "Enter" in button.keys
        return button.message.messages[0]

    assert first(by_itself[type(advise(o)).__name__]) == advise(o)
    usual = Respond(TARGET, other).fired(o.scenario)
    assert first(picked["Respond"]) == Respond(TARGET, other, usual)
    assert picked["beside Rest"].message.messages[0] == Rest(TARGET)


def test_what_cannot_be_done_says_why():
    found = {it.id: it for it in options(in_month())}

    assert "72" in found["icbm"].disabled
    assert "first talks" in found["freeze"].disabled
    assert not any(it.disabled for it in found.values() if it.action is not None)


def test_breaking_ones_word_is_named_among_the_costs():
    o = in_month()
    made = evolve(o.record.followup, suspension=Suspension("CHN", "CHN", 1, "accepted"))
    freeze = mind.step_of(o.scenario.target, "freeze")
    word = evolve(o.abroad, stance=freeze, paused=1)
    bound = evolve(o, record=evolve(o.record, followup=made), abroad=word)

    def costs(seen):
        return " ".join(chosen(seen, options(seen), "medium_range").costs)

    assert "breaks your word" in costs(bound)
    assert "breaks your word" not in costs(o)


def test_an_offer_is_answered_by_yes_or_no():
    tree = drawn(offered(), "capital")

    yes = next(it for it in options(offered()) if it.id == "Consider True")
    chance = dict(offered().drawn)[yes.action]
    assert min(1000, max(0, yes.points)) == chance
    assert find(tree, "act Consider True") is not None
    assert find(tree, "act Consider False") is not None
    assert "Accept the offer" in texts(tree)


def test_amid_the_months_a_want_that_counts_acts_says_how_many_there_were():
    o = evolve(course()[-1], phase=Phase.ECHO)
    counted = [it for it in wanted(o) if it.came]

    assert counted
    assert all(it.came.startswith("so far: ") and it.met is None for it in counted)


def test_the_debrief_holds_what_came_against_what_was_wanted():
    o = course()[-1]
    said = texts(drawn(o, "debrief"))

    assert all(it.met is not None for it in wanted(o))
    assert all(it.text in said for it in wanted(o))
    assert "What your plan wanted" in said


@pytest.mark.parametrize(
    ("low", "high", "said"), [(1, 3, "1 to 3"), (2, 2, "2"), (4, 1000, "at least 4")]
)
def test_a_want_shows_both_of_its_ends_and_what_is_counted(low, high, said):
    assert words.wanted(Want("w", "W.", 1, "large", at_least=low, at_most=high)) == said
    assert words.figure("large", 2) == "acts on rung 3 or higher: 2"


def test_every_figure_of_a_want_is_named():
    assert all(words.figure(kind, 3).endswith(": 3") for kind in ("acts", *FIGURES))


def test_the_seat_stands_beside_the_others_in_a_lesson_too():
    def names(id):
        tree = screens.find("seats").view(None, Picks({}, House(scenario=scenario(id)), "seats"))
        return {w.name for w in walk(tree)}

    assert "seat TARGET" in names("resolution_2270")
    assert "seat TARGET" in names("first_sitting")


# -- large steps, which are made ready first


@lru_cache
def made_ready():
    """Return what the target sees as it is asked for a large step, and while it makes one ready."""
    session, seen = run_on(seated("PRK", id="resolution_2270", seed=3, level="quick")), []
    while not session.is_over:
        o = session.observation
        begin = next((a for a in o.legal if isinstance(a, Prepare)), None)
        large = {type(a) for a in o.legal} & {Prepare, CallOff}
        if large:
            seen.append(o)
        wait = Wait(TARGET) if Wait(TARGET) in o.legal else advise(o)
        session.act(begin or wait)
        run_on(session)
    return tuple(seen)


def test_a_large_step_is_made_ready_in_secret_and_says_what_it_would_mean():
    o = made_ready()[0]
    act = next(a for a in o.legal if isinstance(a, Prepare))
    about = next(r for r in o.scenario.target.responses if r.id == act.response)

    tree = drawn(o, "capital", {"act": f"Prepare {about.id}"})
    said = " ".join(texts(tree))

    assert "Nobody is told of it" in said
    assert about.shot.proves in said
    assert buttons(tree)["Prepare"].message.messages[0] == act
    assert buttons(tree)["beside Wait"].message.messages[0] == Wait(TARGET)


def test_what_is_made_ready_is_named_with_its_signs_and_can_be_called_off():
    o = next(o for o in made_ready() if o.inside.plan)
    tree = drawn(o, "capital")

    assert f"{o.inside.signs} signs of it could be seen" in " ".join(texts(tree))
    assert buttons(tree)["beside CallOff"].message.messages[0] == CallOff(TARGET)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheet_of_large_steps_has_no_fault_of_layout(scale):
    for o in (made_ready()[0], next(o for o in made_ready() if o.inside.plan)):
        tree = drawn(o, "capital", scale=scale)

        assert not list(faults(lay_out(tree, (1600, 900), scale, UiState(), setter())))


def test_nobody_else_is_told_what_is_made_ready():
    session = run_on(seated("PRK", id="resolution_2270", seed=3, level="quick"))
    while not session._state.abroad.plan:
        o = session.observation
        begin = next((a for a in o.legal if isinstance(a, Prepare)), None)
        session.act(begin or advise(o))
        run_on(session)

    for seat in ("USA", "CHN", ""):
        other = engine.observe(session._state, seat)
        assert other.abroad.plan == 0
        assert not any(isinstance(e, Prepare) for e in other.log)
    assert engine.observe(session._state, TARGET).inside.plan


def test_the_own_screen_has_the_first_key_and_shares_are_explained():
    o = in_month()
    shown = buttons(drawn(o, "capital"))

    assert shown["go capital"].key == "1"
    assert "how strongly it draws" in " ".join(texts(drawn(o, "capital")))
