"""What is told is told once, with its day, in plain signs; and nothing dead is left to press."""

import re
from random import Random

import pytest
from attrs import evolve

from game import engine, words
from game.commands.terminal import turn
from game.commands.terminal.suggested import suggested
from game.content import load_scenario
from game.engine import lint, opinion
from game.engine.actions import SetClause, Sight, Suspend
from game.engine.events import MonthPassed
from game.engine.record import Clause, Suspension, Term
from game.engine.terms import Ballot, Cause, Phase
from game.language import MINUS, signed
from game.ui.abroad.reading import sightings
from game.ui.bargain import suggest
from game.ui.bargain.laid import Laid, lay
from game.ui.describe import find, texts, value, walk
from game.ui.drafting import gates
from game.ui.drafting.moves import Worth
from game.ui.drafting.texts import desk_of
from game.ui.drafting.turning import Shift
from game.ui.layout import UiState, lay_out
from game.ui.parts.bluing import traded
from game.ui.parts.estimate import estimate
from game.ui.widgets import Button, Entry
from game.words import capital
from tests.ui.screens.sitting import move
from tests.ui.screens.test_corridor import COAL, turn_of
from tests.ui.screens.test_corridor import drawn as corridor_drawn
from tests.ui.screens.test_corridor import seen as corridor_seen_by
from tests.ui.screens.test_floor import drawn
from tests.ui.screens.test_screens_b import seen
from tests.ui.screens.test_season import setter, with_followup
from tests.ui.screens.test_tour import seen as stops

HYPHEN = re.compile(r"(?<![\w.–-])-\d")
"""A hyphen where a minus should stand."""


def corridor_seen(seat):
    return corridor_seen_by(turn_of(seat), seat)


def said(tree):
    return " ".join(texts(tree))


def test_a_number_below_nothing_has_a_true_minus():
    assert MINUS == "\N{MINUS SIGN}"
    assert [signed(n) for n in (-3, 0, 3, -2.5)] == ["−3", "0", "+3", "−2.5"]


def test_no_screen_of_the_tour_writes_a_hyphen_for_a_minus():
    wrong = [
        f"{stop.name}: {words}"
        for stop in stops()
        for widget in walk(stop.tree)
        for words in (value(widget), getattr(widget, "hint", ""), getattr(widget, "text", ""))
        if isinstance(words, str) and HYPHEN.search(words)
    ]

    assert not wrong, "\n".join(wrong[:20])


def test_when_all_is_over_nobody_is_asked_to_offer_a_suspension():
    made = Suspension("USA", "CHN", 2, "refused")
    o = with_followup(seen("over"), suspension=made)
    months = drawn(o, "debrief", {"page": "months"})

    assert find(months, "standstill") is not None
    assert not [w for w in walk(months) if isinstance(w, Button) and isinstance(w.message, Suspend)]
    assert "Offer it through" not in said(months)
    assert "can offer it" not in said(months)


def test_each_sign_of_the_plan_is_told_once_with_all_its_days():
    """What is seen in the months after the vote bears the day of its month."""
    o = seen("over")
    found = tuple(sightings(o))
    again = evolve(o, log=(*o.log, *(e for e in o.log if isinstance(e, Sight))))
    rows = [w for w in walk(drawn(again, "debrief", {"page": "hidden"})) if isinstance(w, Entry)]
    rows = [w for w in rows if w.name.startswith("sign ")]

    assert found
    assert [id for _day, id in found] == list(o.record.clues)
    assert len(rows) == len({id for _day, id in found})
    assert all(re.match(r"\d+ \w{3}, .*\d+ \w{3}", value(row.cells[0])) for row in rows)


def test_a_sign_seen_in_a_month_after_the_vote_bears_the_day_of_that_month():
    o = seen("over")
    day = o.record.day + 300
    month = evolve(next(e for e in o.log if isinstance(e, MonthPassed)), day=day)
    sign = next(e for e in o.log if isinstance(e, Sight) and e.clue)
    later = evolve(o, log=(*o.log, month, sign))

    assert tuple(sightings(later))[-1] == (day, sign.clue)


def test_an_adopted_text_is_announced_once():
    (stop,) = [s for s in stops() if s.name == "01-usa-7-count"]

    assert len(re.findall(r"\badopted\b", said(stop.tree), re.IGNORECASE)) == 1


def test_beside_a_record_without_a_text_it_is_said_that_nothing_was_adopted():
    o = seen("over")
    bare = evolve(o, scenario=evolve(o.scenario, record={}, record_name=""))
    told = said(drawn(bare, "debrief", {"page": "text"}))

    assert "In the record the Council adopted nothing." in told
    assert "The same on" not in told
    assert "already in force" in told
    assert "The same on" in said(drawn(o, "debrief", {"page": "text"}))


def test_the_tour_shows_a_line_of_the_log_with_its_reason():
    for seat in ("usa", "chn", "ven"):
        (stop,) = [s for s in stops() if s.name.endswith(f"{seat}-9-log-why")]
        opened = [w for w in walk(stop.tree) if w.name.startswith("line ") and not w.hint]

        assert len(opened) == 1
        assert opened[0].surface == "raised"
        assert any(item.owner == opened[0].name for item in stop.layouts[100].items)


# -- the corridor


def test_deals_are_headed_by_who_pays_for_them():
    o = corridor_seen("CHN")
    table = Laid("USA", (), (COAL,))
    worths = ((5, 3), (5, 0), (5, -2), (-1, 4))
    deals = [suggest.Found(table, Worth(mine), Worth(theirs)) for mine, theirs in worths]

    for deal, head in zip(
        deals,
        ("best for both", "costs neither of you", "you gain, USA pays", "USA gains, you pay"),
        strict=True,
    ):
        assert head in said(suggest.best(o, desk_of(o), [deal], table))
    assert said(suggest.best(o, desk_of(o), deals, table)).count("best for both") == 1


@pytest.mark.parametrize("mine", [-1, 0, 1])
def test_enter_never_does_what_costs_more_than_it_brings(monkeypatch, mine):
    """It leads away from the table then; the key of the act itself still works."""
    for module in ("acts", "sheet"):
        monkeypatch.setattr(f"game.ui.bargain.{module}.worths", lambda *_: (Worth(mine), Worth(0)))
    laid = {m.key: m.value for m in lay(Laid("USA", (), (COAL,))).messages}
    tree = corridor_drawn(corridor_seen("CHN"), laid)
    on_enter = [w.name for w in walk(tree) if getattr(w, "main", False)]

    assert find(tree, "ask").key == "O"
    assert on_enter == (["to chamber"] if mine < 0 else ["ask"])
    assert ("it costs you more than it brings" in said(tree)) == (mine < 0)


def test_what_lies_on_the_table_unasked_never_costs_who_looks(monkeypatch):
    o = corridor_seen("CHN")
    cost = suggest.Found(Laid("USA", (), (COAL,)), Worth(-9), Worth(9))
    monkeypatch.setattr("game.ui.screens.corridor.found", lambda *_: (cost,))
    monkeypatch.setattr("game.ui.bargain.acts.worths", lambda *_: (Worth(-9), Worth(9)))

    assert find(corridor_drawn(o, {"seat": "USA"}), "clear the table") is None


@pytest.mark.parametrize(("odds", "warned"), [((1.0, 0.0), True), ((1.0, 0.95), False)])
def test_a_deal_by_which_the_text_fails_stands_last_says_so_and_is_not_on_enter(
    monkeypatch, odds, warned
):
    o = corridor_seen("CHN")
    sinking = Laid("USA", (), (COAL,))
    other = Laid("USA", (), (Term("clause", "cargo_inspection", 5),))
    was, now = (evolve(estimate(o), passes=chance) for chance in odds)
    monkeypatch.setattr(
        "game.ui.bargain.worth.passing",
        lambda _o, _desk, table: Shift(was, now) if table.take == (COAL,) else None,
    )
    monkeypatch.setattr("game.ui.bargain.acts.worths", lambda *_: (Worth(9), Worth(9)))
    deals = [suggest.Found(table, Worth(9), Worth(9)) for table in (sinking, other)]
    lines = texts(suggest.best(o, desk_of(o), deals, other))
    laid = {m.key: m.value for m in lay(sinking).messages}
    on_enter = [w.name for w in walk(corridor_drawn(o, laid)) if getattr(w, "main", False)]

    heads = [line for line in lines if line in ("best for both", "the text may fail by it")]
    assert heads == ["best for both", *["the text may fail by it"] * warned]
    assert on_enter == (["to chamber"] if warned else ["ask"])


# -- a suggested text


def test_a_suggestion_names_the_aims_that_it_wins_and_gives_up(monkeypatch):
    o = corridor_seen("USA")
    wanted = [it.aim for it in opinion.wanted_by(o.scenario, "USA", o.dealt) if it.aim.measure]
    aim = next(a for a in wanted if a.at_least and not lint.meets(o.scenario, {}, a))
    full = {aim.measure: Clause(aim.measure, aim.at_least)}
    name = capital(words.aim(o.scenario, aim))

    assert name in traded(o, {}, full).won
    assert name in traded(o, full, {}).lost
    assert not traded(o, full, full).won
    assert not traded(o, full, full).lost

    without = {k: c for k, c in o.working.items() if k != aim.measure}
    monkeypatch.setattr(gates, "suggested", lambda _: ({**without, **full}, True))
    bare = evolve(o, working=without)
    sheet = find(drawn(bare, "desk", {"open": "suggestion"}), "traded")
    assert f"Wins an aim: {name}" in said(sheet)


def test_text_mode_names_the_aims_that_a_suggestion_wins_and_gives_up(monkeypatch):
    o = corridor_seen("USA")
    wanted = [it.aim for it in opinion.wanted_by(o.scenario, "USA", o.dealt) if it.aim.measure]
    aim = next(a for a in wanted if lint.meets(o.scenario, o.working, a) and a.at_least)
    less = {k: c for k, c in o.working.items() if k != aim.measure}
    monkeypatch.setattr("game.commands.terminal.suggested.suggest", lambda _: less)

    line = f"  - Gives up an aim: {capital(words.aim(o.scenario, aim))}"
    assert line in list(suggested(o))


def test_the_acts_of_the_desk_stand_in_one_line_at_1280():
    o = corridor_seen("USA")
    tree = drawn(o, "desk", size=(1280, 720))
    layout = lay_out(tree, (1280, 720), 1.0, UiState(), setter())
    acts = ("all requests", "circulate", "put in blue", "silence", "suggest", "end round")
    rows = {layout.stop(w.name).rect.y for w in walk(tree) if w.name in acts}

    assert find(tree, "suggest").label == "Suggest …"
    assert find(drawn(o, "desk"), "suggest").label == "Suggest a text"
    assert len(rows) == 1


# -- the lesson of a first sitting


def first_seen(until):
    state, dice = engine.new_game(load_scenario("first_sitting"), people=("USA",)), Random(7)
    while engine.actor(state) is not None and not until(state):
        options = engine.chance(state)
        act = options[0][0] if options else move(state, dice, "opening")
        state = engine.apply(state, act)
    return state


def lesson_of(state, screen):
    tree = drawn(engine.observe(state, "USA"), screen)
    bar = find(tree, "lesson")
    return said(bar) if bar else ""


def test_the_lesson_of_a_beat_goes_when_the_seat_has_done_its_part():
    spoken_of = first_seen(lambda s: s.phase is Phase.SOUNDINGS and engine.actor(s) == "USA")
    hint = spoken_of.scenario.lesson["soundings"]
    done = engine.apply(spoken_of, move(spoken_of, Random(7), "opening"))

    assert hint in lesson_of(spoken_of, "soundings")
    assert lesson_of(done, "soundings") == ""


def test_a_draft_that_nobody_was_shown_does_not_end_the_lesson_on_writing():
    writing = first_seen(lambda s: s.phase is Phase.TEXT and engine.actor(s) == "USA")
    after = engine.apply(writing, move(writing, Random(7), "opening"))

    assert isinstance(after.log[-1], SetClause)
    assert lesson_of(after, "desk")


def test_a_lesson_ends_with_a_closing_word_on_the_look_back_and_nowhere_else():
    over = first_seen(lambda _: False)
    o = engine.observe(over, "USA")

    assert o.phase is Phase.OVER
    assert over.scenario.lesson["over"] in lesson_of(over, "debrief")
    assert lesson_of(over, "log") == ""
    assert over.scenario.lesson["over"] in " ".join(turn.head(o))


def test_in_large_text_enter_at_the_explanation_needs_no_scrolling():
    (stop,) = [s for s in stops() if s.name == "01-usa-7-count"]
    layout = stop.layouts[200]
    silence = layout.stop("explain silence")

    assert silence.widget.key == "Enter"
    assert not silence.scrolls
    assert silence.clip.covers(silence.rect)
    assert stop.layouts[100].stop("explain silence").scrolls


def test_in_a_narrow_window_too_an_adopted_text_is_announced_once():
    o = observe_adopted()
    tree = drawn(o, size=(1600, 900), scale=2.0)

    assert len(re.findall(r"\badopted\b", said(tree), re.IGNORECASE)) == 1


def observe_adopted():
    lessons = first_seen(lambda s: s.stage == "explaining" and engine.actor(s) == "USA")
    yes = dict.fromkeys(lessons.tally.ballots, Ballot.YES)
    tally = evolve(lessons.tally, ballots=yes, cause=Cause.ADOPTED, vetoes=())
    return evolve(engine.observe(lessons, "USA"), tally=tally)
