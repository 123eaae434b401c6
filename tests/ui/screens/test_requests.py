"""All that is asked of the pen, on one sheet: equal requests are answered together."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import engine, paths
from game.commands.shelf import Shelf
from game.engine.actions import Ask, Grant, Refuse
from game.engine.record import Clause
from game.engine.terms import Phase
from game.session import HUMAN, Session, suggestions
from game.ui import screens
from game.ui.bargain.opposite import status
from game.ui.bargain.requests import requests_sheet, sheet_button
from game.ui.bindings import DEFAULTS
from game.ui.describe import lines, texts, walk
from game.ui.drafting.texts import desk_of, wishes
from game.ui.drafting.turning import TOLD, at_level, by_granting, told
from game.ui.drafting.wording import wording_sheet
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import House, Pick, Picks, Redo, Steps, Undo
from game.ui.parts.estimate import estimate
from game.ui.parts.question import ALL_REQUESTS, LEFT, answering
from game.ui.parts.signs import percent
from game.ui.play import Play
from game.ui.text import Fonts
from game.ui.widgets import SIGNS
from tests import build
from tests.ui.screens.sitting import in_phase, play

HOUSE = House(keys=DEFAULTS)
PEN, WORKERS, COAL = "USA", "overseas_workers", "coal_iron_exports"


@lru_cache
def asked():
    """The pen's turn of round two: five requests wait, three of them equal."""
    state = play(PEN, in_phase(Phase.SQUEEZE, 2))
    made = [
        ("CHN", Ask("CHN", WORKERS, 2)),
        ("RUS", Ask("RUS", WORKERS, 2)),
        ("VEN", Ask("VEN", WORKERS, 2)),
        ("JPN", Ask("JPN", COAL, 7)),
        ("CHN", Ask("CHN", COAL, 3)),
    ]
    state = evolve(state, record=evolve(state.record, asks=()))
    pen_turn = state.queue
    for seat, ask in made:
        state = evolve(state, queue=(seat, *pen_turn), tokens={**state.tokens, seat: 3})
        state = engine.apply(state, ask)
    return evolve(state, queue=pen_turn)


def seen(seat=PEN):
    return engine.observe(asked(), seat)


def sheet(o, **picks):
    return requests_sheet(o, Picks({ALL_REQUESTS: True, **picks}, HOUSE, "chamber"))


def sent(tree):
    """What each button of a tree sends, by its name."""
    return {w.name: w.message for w in walk(tree) if getattr(w, "message", None) is not None}


def test_equal_requests_stand_together_and_others_apart():
    found = [[(a.seat, a.level) for a in wish] for wish in wishes(seen())]

    assert sorted(map(len, found)) == [1, 1, 3]
    assert [("CHN", 2), ("RUS", 2), ("VEN", 2)] in found


def test_one_button_grants_equal_requests_and_all_of_them_are_promised():
    buttons, state = sent(sheet(seen())), asked()
    (together,) = (
        m
        for m in buttons.values()
        if isinstance(m, Steps)
        and len(m.messages) == 3
        and all(isinstance(a, Grant) for a in m.messages)
    )
    for action in together.messages:
        state = engine.apply(state, action)

    assert {p.to for p in state.record.pledges if p.measure == WORKERS} >= {"CHN", "RUS", "VEN"}
    assert "Grant all 3" in lines(sheet(seen()))


def test_the_rest_is_refused_with_one_button_or_left():
    buttons = sent(sheet(seen()))
    refused = buttons["refuse the rest"].messages

    assert {a.ask for a in refused} == {a.id for a in asked().record.asks}
    assert all(isinstance(a, Refuse) and a.counter is None for a in refused)
    # Left until the round ends: Enter in the chamber does not lead back to the sheet.
    assert buttons["leave the rest"].messages == (Pick(LEFT, True), Pick(ALL_REQUESTS, False))


@pytest.mark.parametrize("by", ["clause", "seat"])
def test_every_request_is_on_the_sheet_in_either_order(by):
    granted = set()
    for message in sent(sheet(seen(), **{"requests by": by})).values():
        many = message.messages if isinstance(message, Steps) else (message,)
        granted |= {a.ask for a in many if isinstance(a, Grant)}

    assert granted == {a.id for a in asked().record.asks}


def test_who_asks_is_named_in_words_beside_the_flags():
    said = texts(sheet(seen()))

    assert any("China, Russia and Venezuela · " in line for line in said)
    assert any("Japan · " in line for line in said)


def test_the_sheet_is_for_the_pen_whose_turn_it_is_and_gone_when_all_is_answered():
    state = asked()
    for ask in state.record.asks:
        state = engine.apply(state, Refuse(PEN, ask.id))

    assert sheet(engine.observe(state, PEN)) is None
    assert sheet(seen("CHN")) is None
    assert sheet_button(seen("CHN")) is None


def test_an_answer_can_be_taken_back_on_the_sheet():
    picks = Picks({ALL_REQUESTS: True}, evolve(HOUSE, can_undo=True), "chamber")
    undo = sent(requests_sheet(seen(), picks))

    assert undo["undo an answer"] == Undo()
    assert "undo an answer" not in sent(sheet(seen()))


def test_all_that_was_granted_with_one_press_is_taken_back_with_one_press(tmp_path):
    there = Play(Shelf(), tmp_path / "settings.json")
    session = Session(asked().scenario, {PEN: HUMAN}, 1, autosave=False)
    there.begin(session)
    session._stand(asked())
    grants = Steps(tuple(Grant(PEN, ask.id) for ask in asked().record.asks))

    assert there.handle(grants)
    assert {a.status for a in session.observation.record.asks} == {"granted"}
    there.handle(Undo())
    assert {a.status for a in session.observation.record.asks} == {"open"}
    there.handle(Redo())
    assert {a.status for a in session.observation.record.asks} == {"granted"}


def test_what_the_text_has_already_is_said_so():
    state = asked()
    first = next(w for w in wishes(seen()) if len(w) == 3)[0]
    text = {**state.working, WORKERS: first.clause}
    o = engine.observe(evolve(state, working=text), PEN)

    assert "your text has it already" in lines(sheet(o))


def test_several_requests_lead_to_the_sheet():
    assert answering(seen()).picks == {ALL_REQUESTS: True}


@pytest.mark.parametrize("name", ["chamber", "desk", "corridor"])
def test_the_sheet_opens_above_any_screen_where_requests_are_seen(name):
    tree = screens.find(name).view(seen(), Picks({ALL_REQUESTS: True}, HOUSE, name))

    assert "Leave the rest" in lines(tree)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("by", ["clause", "seat"])
def test_no_text_of_the_sheet_is_cut_or_covered(by, scale):
    setter = Typesetter(Fonts(paths.assets() / "fonts"))
    picks = Picks({ALL_REQUESTS: True, "requests by": by}, evolve(HOUSE, scale=scale), "chamber")
    tree = screens.find("chamber").view(seen(), picks)

    assert faults(lay_out(tree, (1600, 900), scale, UiState(), setter)) == ()


def test_on_the_desk_equal_requests_are_answered_together_too():
    o = seen()
    tree = screens.find("desk").view(o, Picks({"measure": WORKERS}, HOUSE, "desk"))

    assert "Grant all 3" in lines(tree)


def test_the_sheet_of_words_offers_them_to_who_asked_for_another_level():
    """Refusing with words: whoever asks for just these gets them at once."""
    level = next(a.level for a in asked().record.asks if (a.seat, a.measure) == ("CHN", COAL)) + 1
    soft = Clause(COAL, level, softener="as_appropriate")
    picks = Picks({"open": "wording", "words": soft}, HOUSE, "desk")
    state = evolve(asked(), working={**asked().working, COAL: Clause(COAL, level)})
    o = engine.observe(state, PEN)
    buttons = sent(wording_sheet(o, picks, desk_of(o), COAL))
    (china,) = (
        m.messages[0]
        for name, m in buttons.items()
        if name.startswith("offer words") and state.record.asks[m.messages[0].ask - 1].seat == "CHN"
    )
    after = engine.apply(state, china)

    assert after.record.asks[china.ask - 1].offered == soft
    assert "as appropriate" in lines(status(o, after.record.asks[china.ask - 1]))


@lru_cache
def doubtful():
    """The same requests of a text that passes but for work permits, on which three ask for less."""
    (*_, found) = suggestions(seen())
    text = {**found, WORKERS: Clause(WORKERS, 3), COAL: Clause(COAL, 6)}
    return evolve(asked(), working=text)


def odds_after(state):
    return estimate(engine.observe(state, PEN)).passes


@pytest.mark.parametrize("by", ["clause", "seat"])
def test_the_sheet_foretells_the_vote_as_the_desk_tells_it_once_it_is_granted(by):
    state = doubtful()
    o = engine.observe(state, PEN)
    wish = next(w for w in wishes(o) if w[0].seat == "CHN" and w[0].measure == COAL)
    after = engine.apply(state, Grant(PEN, wish[0].id))
    was, now = percent(odds_after(state)), percent(odds_after(after))
    says = f"granted, it passes {was} → {now}" if was != now else f"it passes {now}, "

    assert any(line.startswith(says) for line in texts(sheet(o, **{"requests by": by})))


def test_a_counter_offer_says_what_the_vote_is_like_once_it_is_taken():
    state = evolve(doubtful(), working={**doubtful().working, WORKERS: Clause(WORKERS, 0)})
    o = engine.observe(state, PEN)
    ask = next(a for a in o.record.asks if (a.seat, a.measure) == ("CHN", COAL))
    found = by_granting(o, desk_of(o).levels, at_level((ask,), 4))
    state = engine.apply(state, Refuse(PEN, ask.id, 4))
    state = evolve(state, queue=("CHN", *state.queue), tokens={**state.tokens, "CHN": 3})
    taken = engine.apply(state, Ask("CHN", COAL, 4))

    assert taken.record.asks[-1].status == "granted"
    assert found.now.passes == odds_after(taken)
    assert found.now.passes > found.was.passes
    assert "taken, it passes" in " ".join(texts(sheet(o)))


def test_whose_hand_turns_is_named_with_the_sign_of_its_ballot():
    o = engine.observe(doubtful(), PEN)
    wish = next(w for w in wishes(o) if len(w) == 3)
    found = by_granting(o, desk_of(o).levels, wish)
    turned = [seat for seat, _tone, _gain in told(found) if found.turns(seat)][:TOLD]

    assert turned
    for seat in turned:
        sign = SIGNS[found.hand(seat)]
        name = o.scenario.delegation(seat).short
        assert f"{sign} {name}" in " ".join(texts(sheet(o)))


def test_what_granting_does_to_the_vote_is_what_it_does_with_every_promise_made():
    """A vote that was promised in a deal stays promised when a clause is granted."""
    compared = 0
    for state in build.played("resolution_2270", 5).states:
        sold = any(p.kind == "vote" for p in state.record.pledges)
        if not sold or state.phase is not Phase.SQUEEZE or engine.actor(state) != PEN:
            continue
        o = engine.observe(state, PEN)
        for ask in (a for a in o.record.asks if Grant(PEN, a.id) in o.legal):
            after = engine.observe(engine.apply(state, Grant(PEN, ask.id)), PEN)
            told = by_granting(o, o.working, (ask,)).now.passes
            assert told == pytest.approx(estimate(after).passes), ask
            compared += 1
    assert compared > 10
