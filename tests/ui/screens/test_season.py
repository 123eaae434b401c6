"""The sheets of the season in the window: whom to win, the offer, the Committee, what has come."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import engine, session
from game.content import load_scenario
from game.engine.actions import AskTime, Hold, Press, Report, StandBy, Suspend, TakeUp, Urge
from game.engine.followup import CAMPAIGN, COMMITTEE, follow_up
from game.engine.record import Finding, Notice, Suspension
from game.ui.abroad import after, followup
from game.ui.abroad.committee import committee
from game.ui.abroad.tracks import tracks
from game.ui.describe import find, texts, walk
from game.ui.ending import season
from game.ui.widgets import Button
from tests.ui.screens.sitting import play
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
def state_at(stage, half, seat):
    return play(
        seat,
        lambda state: state.stage == stage and state.record.followup.half == half,
        people=(seat,),
    )


def seen(stage=CAMPAIGN, half=1, seat="USA"):
    found = engine.observe(state_at(stage, half, seat), seat)
    assert found.stage == stage
    return found


def with_followup(o, **changes):
    return evolve(o, record=evolve(o.record, followup=evolve(o.record.followup, **changes)))


@lru_cache
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


def buttons(tree):
    return {w.name: w for w in walk(tree) if isinstance(w, Button)}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1600, 900), (1280, 720)])
@pytest.mark.parametrize(
    ("stage", "page"),
    [
        *((CAMPAIGN, page) for page in season.OUTSIDE),
        *((COMMITTEE, page) for page in season.COUNCIL),
    ],
)
def test_no_sheet_has_a_fault_of_layout(stage, page, size, scale):
    tree = drawn(seen(stage, 2), "echo", {"season": page}, size=size, scale=scale)

    assert not list(faults(lay_out(tree, size, scale, UiState(), setter())))


def test_everybody_who_can_be_won_stands_on_a_track_with_the_price_and_the_act():
    o = seen()
    tree = drawn(o, "echo")
    prospects = o.scenario.season.prospects

    for prospect in prospects:
        card = find(tree, f"win {prospect.id}")
        act = Press(o.seat, prospect.id)
        assert (card.message == act) == (act in o.legal)
        assert prospect.name in " ".join(texts(card))


def test_enter_does_what_the_delegation_would_and_every_act_on_a_sheet_is_legal():
    """Whoever presses Enter alone has effort to spend; to leave it at that is one key beside."""
    o = seen()
    likely = session.advise(o)
    assert likely in o.legal
    assert likely != StandBy(o.seat)
    for page in season.OUTSIDE:
        tree = drawn(o, "echo", {"season": page})
        main = [b for b in buttons(tree).values() if b.main]
        sent = [w.message for w in walk(tree) if isinstance(getattr(w, "message", None), Press)]

        assert [b.message for b in main] == [likely]
        assert StandBy(o.seat) in [b.message for b in buttons(tree).values()]
        assert all(act in o.legal for act in sent)


def test_only_who_holds_the_exercises_can_offer_to_hold_them_off():
    giver = drawn(seen(), "echo", {"season": "offers"})
    other = drawn(seen(seat="CHN"), "echo", {"season": "offers"})

    offers = [b.message for b in buttons(giver).values() if isinstance(b.message, Suspend)]
    assert offers
    assert not [b for b in buttons(other).values() if isinstance(b.message, Suspend)]
    assert "can offer it" in " ".join(texts(other))
    assert buttons(other)["urge"].message == Urge("CHN")


def test_what_was_brought_up_is_answered_on_the_sheet_and_enter_answers_as_the_delegation_would():
    made = Suspension("USA", "CHN", 2, "urged")
    state = engine.seat_person(state_at(CAMPAIGN, 1, "USA"), "USA", person=True)
    o = engine.observe(follow_up(evolve(state, queue=("USA",)), suspension=made), "USA")
    tree = drawn(o, "echo", {})
    sent = [b.message for b in buttons(tree).values()]

    assert [b.message for b in buttons(tree).values() if b.main] == [session.advise(o)]
    assert all(TakeUp("USA", taken) in sent for taken in (True, False))
    assert "China proposes that" in " ".join(texts(tree))


@pytest.mark.parametrize("status", ["accepted", "broken"])
def test_what_became_of_the_suspension_is_shown(status):
    made = Suspension("USA", "CHN", 2, status, "DPRK" if status == "broken" else "")
    o = with_followup(seen(), suspension=made)

    assert followup.standstill(o).status == status


def test_a_hold_shows_who_placed_it_and_cannot_be_placed_twice():
    o = seen(COMMITTEE, 2)
    held = with_followup(o, notices=(Notice("relief", "x", "SEN", "open", "CHN"),))
    item = followup.committee(held).items[0]

    assert item.status == "held"
    assert item.held[0] == "CHN"
    free = with_followup(o, notices=(Notice("list", "x", "SEN"),))
    assert followup.committee(free).items[0].message == Hold(o.seat, 1)


def test_time_is_asked_for_beside_the_hold_and_it_is_shown_who_has_it():
    """Only once for a note; who has had its time can still hold it."""
    state = state_at(COMMITTEE, 1, "RUS")
    free = follow_up(state, notices=(Notice("list", "four_ships", "SEN"),))
    given = follow_up(state, notices=(Notice("list", "four_ships", "SEN", later="CHN"),))

    assert followup.committee(engine.observe(free, "RUS")).items[0].wait == AskTime("RUS", 1)
    whole = followup.committee(engine.observe(given, "RUS"))
    assert whole.items[0].wait is None
    assert "China needs time" in " ".join(texts(committee(whole, title="")))


def test_reports_are_due_ninety_days_after_an_adopted_text_and_enter_sends_a_full_one():
    state = state_at(COMMITTEE, 2, "USA")
    adopted = evolve(state, tally=evolve(state.tally, adopted=True))
    o = engine.observe(adopted, "USA")
    main = [b.message for b in buttons(drawn(o, "echo")).values() if b.main]

    assert main == [Report(o.seat, "full")]
    assert len(followup.committee(o).reports) == 15
    assert not followup.committee(engine.observe(state, "USA")).reports


def test_a_finding_names_the_flow_its_size_and_the_clause_that_would_close_it():
    o = seen(COMMITTEE, 2)
    finding = Finding("coal", "false_papers", 260, "coal_iron_exports", published=True)
    found = followup.committee(with_followup(o, findings=(finding,))).findings[0]

    assert found.name == "Coal to China"
    assert found.channel == "False papers"
    assert found.size == 260
    assert found.closes


def test_the_months_so_far_are_those_that_have_passed():
    o = seen(CAMPAIGN, 2)

    assert len(after.so_far(o).paper) == o.record.followup.month
    # Half a point of pressure is nothing to draw: what moves stands in its place.
    assert not after.so_far(o).is_felt
    assert find(drawn(o, "echo", {"season": "come"}), "moved chart")


def test_while_others_act_nothing_can_be_pressed():
    o = evolve(seen(), actor="FRA")
    sent = [b.message for b in buttons(drawn(o, "echo")).values()]

    assert not any(isinstance(m, Press | StandBy) for m in sent)


def test_several_shots_of_a_month_share_one_mark_that_counts_them():
    o = with_followup(seen(), acts=((1, "short_range"), (1, "medium_range"), (1, "rhetoric")))
    moments = after.so_far(o).moments

    assert [m.label for m in moments if m.kind == "shot"] == ["Medium-range missiles +1"]


def test_a_track_is_headed_by_what_is_offered_on_it():
    """In 2001 nobody could cut diplomatic ties: a promise could be kept back."""
    first = load_scenario("broken_talks_2001")
    o = engine.observe(engine.new_game(first, people=("NOR",)), "NOR")

    titles = {course.id: course.title for course in followup.courses(o)}

    assert titles["ties"] == "Keep back what was promised"
    assert {c.id: c.title for c in followup.courses(seen())}["ties"] == "Cut diplomatic ties"


def test_a_track_on_which_nobody_can_be_won_is_not_shown():
    o = seen()
    bare = tuple(p for p in o.scenario.season.prospects if p.track != "ties")
    less = evolve(o.scenario, season=evolve(o.scenario.season, prospects=bare))

    assert [c.id for c in followup.courses(evolve(o, scenario=less))] == ["enforce", "finance"]


def test_what_lies_in_the_hands_of_others_cannot_be_pressed_and_shows_whose_they_are():
    first = load_scenario("broken_talks_2001")
    o = engine.observe(engine.new_game(first, people=("NOR",)), "NOR")

    card = find(tracks(followup.courses(o)), "win certificate")

    assert "Only the United States can do that" in card.disabled
    assert "in the hands of" in texts(card)
