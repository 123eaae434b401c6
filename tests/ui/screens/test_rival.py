"""A rival draft on the desk of a member: what it shows, how it is edited, submitted and read."""

from functools import lru_cache

import pytest

from game import engine
from game.engine.actions import Second, Table, Withdraw
from game.engine.opinion import heard_of, level_of
from game.engine.record import Clause
from game.engine.terms import Circle, Phase
from game.ui.describe import find, texts, walk
from game.ui.drafting import rival
from game.ui.messages import Confirm, Pick, Steps
from game.ui.parts.bluing import fails
from game.ui.widgets import Button, Panel
from tests.build import idle, in_blue, in_consultations, play, played, scenario, turn_of
from tests.ui.screens.test_floor import drawn

SEAT = "FRA"
CHANGED = (Clause("aviation_fuel", 1), Clause("coal_iron_exports", 3))


@lru_cache
def state():
    """France is to act in the first round; all have seen the text."""
    return turn_of(in_consultations(scenario()), SEAT)


@lru_cache
def observation():
    return engine.observe(state(), SEAT)


def desk(changed=(), o=None, **picks):
    values = {rival.OPEN: True, rival.CHANGES: changed, **picks}
    return drawn(o or observation(), "desk", values)


def said(page):
    return "\n".join(texts(page))


def submitted(page):
    """Return the act behind the button that submits."""
    button = find(page, "submit rival")
    assert isinstance(button.message, Confirm)
    assert isinstance(button.message.message, Steps)
    return button.message.message.messages[0]


def test_a_member_finds_the_way_to_a_rival_and_the_pen_does_not():
    page = drawn(observation(), "desk")
    button = find(page, "rival")
    assert not button.disabled
    assert Pick(rival.OPEN, True) in button.message.messages

    pen = engine.observe(turn_of(state(), "USA"), "USA")
    assert find(drawn(pen, "desk"), "rival") is None


def test_before_all_have_seen_the_text_it_says_why_there_can_be_no_rival():
    early = turn_of(in_consultations(scenario(), circle=Circle.P5), SEAT)
    o = engine.observe(early, SEAT)

    assert "Table" in o.blocked
    assert find(drawn(o, "desk"), "rival").disabled
    # A pick that is left over from another turn opens nothing.
    assert find(desk(o=o), "submit rival") is None


def test_the_rival_begins_as_the_text_and_cannot_be_submitted_so():
    page = desk()
    assert "a rival, seen by you alone" in said(page)
    assert "change a clause first" in find(page, "submit rival").disabled
    assert find(page, "rival from text").disabled
    assert find(page, "ask") is None


def test_a_level_is_written_by_pressing_it_and_taken_back_by_pressing_the_old_one():
    page = desk(measure="coal_iron_exports")
    now = level_of(scenario(), observation().draft, "coal_iron_exports")
    other = 3 if now != 3 else 2
    assert find(page, f"level {other}").message == Pick(
        rival.CHANGES, (Clause("coal_iron_exports", other),)
    )
    back = desk((Clause("coal_iron_exports", other),), measure="coal_iron_exports")
    assert find(back, f"level {now}").message == Pick(rival.CHANGES, ())


def test_what_is_submitted_is_what_was_written_and_it_asks_first():
    page = desk(CHANGED)
    act = submitted(page)
    assert act == Table(SEAT, CHANGED)
    assert not find(page, "submit rival").disabled
    assert "1 act" in find(page, "submit rival").note
    tabled = play(state(), act)
    assert tabled.rivals[0].clauses == dict(rival.text_of(observation(), CHANGED))


def test_its_forecast_stands_beside_that_of_the_pens_text():
    page = desk(CHANGED)
    titles = [w.title for w in walk(page) if isinstance(w, Panel)]
    assert "Your draft, against the pen's text" in titles
    assert "Passes" in said(page)


def test_from_the_agreed_words_only_what_was_agreed_is_left():
    o = observation()
    text = rival.text_of(o, rival.from_agreed(o))
    s = o.scenario
    for m in s.measures:
        assert level_of(s, text, m.id) == max(s.base(m.id), s.required.get(m.id, 0))


def test_a_text_that_could_not_stand_is_not_submitted_and_the_remark_can_be_mended():
    changed = (Clause("aviation_fuel", 1), Clause("coal_iron_exports", 1))
    page = desk(changed)
    assert find(page, "submit rival").disabled == rival.fault(observation(), changed)
    mends = [w for w in walk(page) if isinstance(w, Button) and w.name.startswith("mend ")]
    assert mends
    assert mends[0].message.key == rival.CHANGES
    assert not rival.fault(observation(), mends[0].message.value)


@pytest.mark.parametrize("changed", [CHANGED, (Clause("coal_iron_exports", 1),), ()])
def test_the_button_is_open_just_where_the_rules_are(changed):
    refused = engine.refusal(state(), Table(SEAT, changed)) is not None
    assert bool(rival.fault(observation(), changed)) == refused


def test_a_rival_on_the_table_is_told_on_every_desk_and_can_be_compared():
    after = turn_of(play(state(), Table(SEAT, CHANGED)), "USA")
    o = engine.observe(after, "USA")
    page = drawn(o, "desk")
    number = o.rivals[0].number

    assert "Draft of France: on the table" in said(page)
    assert find(page, f"read rival {number}").message.picks["to"] == number
    compared = drawn(o, "papers", {"paper": "compare", "to": number})
    assert "draft of France" in said(compared)


@lru_cache
def floor(seat):
    """The floor, with the rival of France on the table, when a seat is to speak."""
    tabled = play(state(), Table(SEAT, CHANGED))
    now = idle(in_blue(tabled), lambda now: now.stage == "floor" and now.phase is Phase.VOTE)
    return turn_of(now, seat)


def test_the_rival_comes_first_at_the_vote_and_can_be_seconded_or_withdrawn():
    page = drawn(engine.observe(floor("JPN"), "JPN"))
    number = floor("JPN").rivals[0].number
    first = said(find(page, "question 1"))
    assert "The draft of France" in first
    assert find(page, f"second {number}").message == Second("JPN", number)

    seconded = turn_of(play(floor("JPN"), Second("JPN", number)), "MYS")
    told = said(find(drawn(engine.observe(seconded, "MYS")), "question 1"))
    assert "seconded by Japan" in told

    own = drawn(engine.observe(floor(SEAT), SEAT))
    message = find(own, f"withdraw {number}").message
    assert message.message == Steps((Withdraw(SEAT, number),))


def test_on_the_floor_a_member_without_a_rival_is_led_to_its_desk():
    o = engine.observe(floor("JPN"), "JPN")
    page = drawn(o)
    assert find(page, "raise rival").message.picks == {rival.OPEN: True}
    written = desk(CHANGED[:1], o=o)
    assert submitted(written) == Table("JPN", CHANGED[:1])
    assert find(drawn(engine.observe(floor(SEAT), SEAT)), "raise rival") is None


def test_the_words_of_a_rival_are_chosen_on_the_sheet_of_words():
    soft = Clause("flights", 3, softener="as_appropriate")
    picks = {"measure": "flights", "open": "wording", "words": soft}
    page = desk(CHANGED[:1], **picks)
    write = find(page, "write words")

    assert not write.disabled
    assert write.message.messages[0] == Pick(rival.CHANGES, (CHANGED[0], soft))
    assert submitted(desk((soft,))) == Table(SEAT, (soft,))


def test_ones_own_rival_is_withdrawn_on_the_desk_and_nobody_elses():
    tabled = play(state(), Table(SEAT, CHANGED))
    own = find(drawn(engine.observe(tabled, SEAT), "desk"), "withdraw rival")
    other = drawn(engine.observe(turn_of(tabled, "JPN"), "JPN"), "desk")

    assert own.message.message == Withdraw(SEAT, tabled.rivals[0].number)
    assert not own.disabled
    assert find(other, "withdraw rival") is None
    gone = engine.observe(play(tabled, own.message.message), SEAT)
    assert "Draft of France" not in said(drawn(gone, "desk"))


def test_a_rival_that_passes_is_not_withdrawn_by_enter():
    """What was said and promised of the pen's text bears on that one alone."""
    state = next(
        now
        for now in played("hwasong_14", 5).states
        if now.rivals and now.phase is Phase.VOTE and now.stage == "floor"
    )
    mine = state.rivals[0]
    o = engine.observe(turn_of(state, mine.author), mine.author)
    asks = find(drawn(o), f"withdraw {mine.number}").message

    assert fails(o, mine.clauses)
    assert not fails(o, mine.clauses, heard_of(o, mine.number))
    assert asks.loses
