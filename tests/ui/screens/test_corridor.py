"""The corridor's table, what waits for an answer, cables and words that bind."""

from functools import lru_cache

import pytest
from attrs import evolve

from game import engine, paths
from game.commands.shelf import Shelf
from game.content import load_scenario
from game.engine import opinion
from game.engine.actions import (
    Accept,
    Ask,
    AskFlexibility,
    AskNeeds,
    Decline,
    Offer,
    Say,
    TellNeeds,
    Warn,
)
from game.engine.actions.terms import clause_term
from game.engine.record import Clause, Heard, Pledge, Term
from game.engine.standing import Closing
from game.engine.terms import Ballot, Phase, Phrase
from game.session import HUMAN, Instructions, Session
from game.ui import overlays, screens
from game.ui.bargain import cables, suggest
from game.ui.bargain.acts import harms
from game.ui.bargain.asked import FOR_IT
from game.ui.bargain.choosing import TEXT
from game.ui.bargain.incoming import COUNTER, incoming
from game.ui.bargain.laid import Laid, lay
from game.ui.bargain.phrases import position, warning
from game.ui.bargain.suggest import Found
from game.ui.bargain.trust import breaches, trust
from game.ui.bargain.worded import OPEN
from game.ui.bargain.worth import is_blind, serves
from game.ui.bindings import DEFAULTS
from game.ui.describe import lines, texts, walk
from game.ui.drafting.deal import best_moves
from game.ui.drafting.moves import Worth
from game.ui.drafting.texts import desk_of
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import Confirm, House, Pick, Picks, Show, Steps, Tell
from game.ui.parts.reasons import reasons
from game.ui.play import STANDING, Play
from game.ui.screens import corridor
from game.ui.text import Fonts
from game.ui.widgets import Change
from tests.ui.screens.sitting import in_phase, play, scenario

COAL = Term("clause", "coal_iron_exports", 2)
YES = Term("vote", ballot=Ballot.YES)
HOUSE = House(keys=DEFAULTS)


@lru_cache
def turn_of(seat, number=2):
    """The state in which a seat begins its turn of a round."""
    return play(seat, in_phase(Phase.SQUEEZE, number))


def in_campaign(state):
    """The same sitting as the first of a campaign."""
    campaign = load_scenario("campaign_2016_2017").campaign
    return evolve(state, scenario=evolve(state.scenario, campaign=campaign))


def seen(state, seat):
    return engine.observe(state, seat)


def after(state, *actions):
    for action in actions:
        state = engine.apply(state, action)
    return state


@lru_cache
def offered():
    """China has offered the pen its vote for a softer ban on coal."""
    return after(turn_of("CHN"), Offer("CHN", "USA", (YES,), (COAL,)))


def drawn(o, values=(), **house):
    about = evolve(HOUSE, **house)
    return screens.find("corridor").view(o, Picks(dict(values), about, "corridor"))


def named(tree, name):
    return next((w for w in walk(tree) if w.name == name), None)


def picked(steps):
    """The picks that a message sets."""
    return {m.key: m.value for m in steps.messages if isinstance(m, Pick)}


def actions(message):
    many = message.messages if isinstance(message, Steps) else (message,)
    return [m for m in many if isinstance(m, engine.Action)]


# -- the table


def test_a_member_finds_a_request_on_the_table_and_one_key_asks_for_it():
    tree = drawn(seen(turn_of("CHN"), "CHN"), picked(lay(Laid("USA", (), (COAL,)))))
    ask = named(tree, "ask")

    assert ask.key == "O"
    assert not ask.disabled
    assert isinstance(actions(ask.message)[0], Ask)


def test_something_given_makes_an_offer_of_a_request():
    o = seen(turn_of("CHN"), "CHN")
    table = Laid("USA", (YES,), (COAL,))
    offer = named(drawn(o, picked(lay(table))), "offer")

    assert actions(offer.message) == [Offer("CHN", "USA", (YES,), (COAL,))]
    assert not offer.disabled


def test_an_offer_with_an_empty_side_says_what_is_missing():
    o = seen(turn_of("CHN"), "CHN")
    offer = named(drawn(o, {**picked(lay(Laid("RUS", (YES,), ()))), "seat": "RUS"}), "offer")

    assert "both sides" in offer.disabled


def test_every_level_can_be_laid_down_and_taken_off_again():
    o = seen(turn_of("CHN"), "CHN")
    values = {"tab": "clauses", "measure": "crude_oil", **picked(lay(Laid("USA")))}
    level = next(
        w for w in walk(drawn(o, values)) if w.name.startswith("level ") and w.message is not None
    )
    on = picked(level.message)
    off = named(drawn(o, {**values, **on}), level.name)

    assert [t.kind for t in on["take"]] == ["clause"]
    assert picked(off.message)["take"] == ()


@pytest.mark.parametrize("tab", ["best", "clauses", "words"])
def test_what_can_be_pressed_on_the_table_is_never_an_illegal_act(tab):
    state = turn_of("CHN")
    for widget in walk(drawn(seen(state, "CHN"), {"tab": tab})):
        if getattr(widget, "disabled", ""):
            continue
        for action in actions(getattr(widget, "message", None))[:1]:
            assert engine.refusal(state, action) is None, widget.name


def test_the_words_of_a_clause_can_be_laid_on_the_table_and_offered():
    state = turn_of("CHN")
    o, soft = seen(state, "CHN"), Clause("coal_iron_exports", 2, softener="as_appropriate")
    values = {
        "tab": "clauses",
        "measure": soft.measure,
        **picked(lay(Laid("USA", (YES,), (COAL,)))),
    }
    opened = picked(named(drawn(o, values), "words on the table").message)
    tree = drawn(o, {**values, **opened, "words": soft})
    laid = {**values, **picked(named(tree, "lay words").message)}
    offer = actions(named(drawn(o, laid), "offer").message)[0]

    assert [t.words for t in offer.take] == [soft]
    assert engine.refusal(state, offer) is None
    assert "as appropriate" in lines(drawn(o, laid))


def test_words_alone_are_asked_for_in_public():
    state = turn_of("CHN")
    o, soft = seen(state, "CHN"), Clause("coal_iron_exports", 2, softener="as_appropriate")
    term = clause_term(o.scenario, Clause(soft.measure, 2), soft)
    ask = named(drawn(o, picked(lay(Laid("USA", (), (term,))))), "ask")

    assert actions(ask.message) == [Ask.of("CHN", soft)]
    assert engine.refusal(state, actions(ask.message)[0]) is None


def test_both_sides_list_what_they_could_give_beside_clauses():
    said = lines(drawn(seen(turn_of("CHN"), "CHN"), {"tab": "words", "seat": "RUS"}))

    assert said.count("A vote in favour") >= 2


def test_the_pen_sees_what_it_is_asked_on_the_table_with_something_wanted_for_it():
    state = turn_of("USA")
    o = seen(state, "USA")
    ask = next(a for a in o.record.asks if a.status == "open")
    offer = named(drawn(o, {"seat": ask.seat}), "offer")

    assert named(drawn(o, {"seat": ask.seat}), f"grant {ask.id}").key == "G"
    assert offer is not None
    assert FOR_IT in actions(offer.message)[0].take


def test_a_table_laid_with_one_seat_is_not_that_of_another():
    o = seen(turn_of("CHN"), "CHN")
    tree = drawn(o, {**picked(lay(Laid("USA", (YES,), (COAL,)))), "seat": "RUS"})

    assert named(tree, "off give vote") is None


# -- what waits for an answer


def test_an_offer_that_waits_is_shown_with_both_sides_and_three_answers():
    o = seen(offered(), "USA")
    modal = incoming(o, Picks({}, HOUSE, "chamber"))
    keys = {w.name: w.key for w in walk(modal) if w.name in ("accept", "decline", "counter offer")}

    assert keys == {"accept": "G", "decline": "R", "counter offer": "O"}
    assert "Coal, iron and iron ore" in lines(modal)
    assert "A vote in favour" in lines(modal)


def test_accepting_and_declining_are_legal_and_do_what_they_say():
    state = offered()
    modal = incoming(seen(state, "USA"), Picks({}, HOUSE, "chamber"))
    yes, no = (actions(named(modal, name).message)[0] for name in ("accept", "decline"))

    assert yes == Accept("USA", "CHN", 1)
    assert no == Decline("USA", "CHN", 1)
    assert after(state, yes).record.offers[-1].status == "struck"
    assert after(state, no).record.offers[-1].status == "declined"


def test_a_counter_opens_the_table_with_the_offer_the_other_way_round():
    state = offered()
    o = seen(state, "USA")
    message = named(incoming(o, Picks({}, HOUSE, "chamber")), "counter offer").message
    values = picked(message)
    show = next(m for m in message.messages if isinstance(m, Show))
    softer = {**values, **show.picks, "give": (evolve(COAL, level=3),)}
    tree = drawn(o, softer)
    counter = actions(named(tree, "counter").message)[0]

    assert (values["give"], values["take"]) == ((COAL,), (YES,))
    assert incoming(o, Picks(softer, HOUSE, "corridor")) is None
    assert (counter.give, counter.take) == ((evolve(COAL, level=3),), (YES,))
    assert engine.refusal(state, counter) is None


def test_a_counter_that_is_the_offer_itself_is_not_a_counter():
    o = seen(offered(), "USA")
    values = picked(named(incoming(o, Picks({}, HOUSE, "chamber")), "counter offer").message)

    assert named(drawn(o, {**values, "seat": "CHN"}), "counter").disabled


def test_nobody_else_sees_an_offer_or_who_is_asked():
    o = seen(offered(), "RUS")

    assert incoming(o, Picks({}, HOUSE, "chamber")) is None
    assert "They offered" not in lines(drawn(o, {"seat": "CHN"}))


def test_what_came_back_is_told_above_the_table():
    declined = after(offered(), Decline("USA", "CHN", 1, red_line="coal_iron_exports"))
    struck = after(offered(), Accept("USA", "CHN", 1))
    counter = after(offered(), Decline("USA", "CHN", 1, (evolve(COAL, level=3),), (YES,)))

    assert "no wording on Coal" in lines(drawn(seen(declined, "CHN")))
    assert "Both of you have promised" in lines(drawn(seen(struck, "CHN")))
    put = named(drawn(seen(counter, "CHN")), "lay the counter")
    assert picked(put.message)["take"] == (evolve(COAL, level=3),)


def test_a_question_what_one_needs_can_be_answered_with_one_key_press():
    state = after(turn_of("CHN"), AskNeeds("CHN", "USA"))
    modal = incoming(seen(state, "USA"), Picks({}, HOUSE, "chamber"))
    answers = [a for w in walk(modal) for a in actions(getattr(w, "message", None))]

    assert TellNeeds("USA", "CHN") in answers
    assert all(engine.refusal(state, a) is None for a in answers)
    told = after(state, answers[0])
    assert "needs something on" in lines(drawn(seen(told, "CHN")))


def test_promises_of_a_deal_stand_between_the_two_and_nowhere_else():
    struck = after(offered(), Accept("USA", "CHN", 1))

    assert "You promise: a vote in favour" in lines(drawn(seen(struck, "CHN"), {"side": "them"}))
    assert (
        "a vote in favour"
        not in lines(drawn(seen(struck, "RUS"), {"seat": "USA"})).split("Talk so far")[-1]
    )


# -- keys and flow


def test_with_a_request_waiting_the_key_of_offers_is_the_tables():
    o = seen(turn_of("USA"), "USA")
    ask = next(a for a in o.record.asks if a.status == "open")
    keyed = [w for w in walk(drawn(o, {"seat": ask.seat})) if getattr(w, "key", "") == "O"]

    assert [w.name for w in keyed] == ["offer"]


@pytest.mark.parametrize(("worth", "default"), [(40, "accept"), (0, "decline"), (-40, "decline")])
def test_enter_accepts_an_offer_only_if_it_is_worth_something(worth, default, monkeypatch):
    monkeypatch.setattr("game.ui.bargain.worth.worths", lambda *_: (Worth(worth), Worth(0)))
    modal = incoming(seen(offered(), "USA"), Picks({}, HOUSE, "chamber"))

    assert [w.name for w in walk(modal) if getattr(w, "main", False)] == [default]


@pytest.mark.parametrize(("sinking", "default"), [(True, "decline"), (False, "accept")])
def test_enter_accepts_no_offer_by_which_the_text_may_fail(sinking, default, monkeypatch):
    monkeypatch.setattr("game.ui.bargain.worth.worths", lambda *_: (Worth(40), Worth(0)))
    monkeypatch.setattr("game.ui.bargain.worth.sinks", lambda *_: sinking)
    modal = incoming(seen(offered(), "USA"), Picks({}, HOUSE, "chamber"))

    assert [w.name for w in walk(modal) if getattr(w, "main", False)] == [default]


def test_while_an_offer_is_countered_enter_says_what_would_do():
    o = seen(offered(), "USA")
    values = picked(named(incoming(o, Picks({}, HOUSE, "chamber")), "counter offer").message)
    tree = drawn(o, {**values, "seat": "CHN"})

    assert [w.name for w in walk(tree) if getattr(w, "main", False)] == ["counter"]


def test_while_an_offer_is_countered_what_the_other_asks_has_no_keys():
    state = turn_of("CHN")
    state = after(evolve(state, tokens={**state.tokens, "CHN": 3}), Ask("CHN", "flights", 2))
    state = after(state, Offer("CHN", "USA", (YES,), (COAL,)))
    tree = drawn(seen(state, "USA"), {"seat": "CHN", COUNTER: True})
    keys = {key: w.name for w in walk(tree) for key in getattr(w, "keys", ())}

    assert (keys["G"], keys["R"], keys["O"]) == ("accept", "decline", "counter")
    assert not [w for w in walk(tree) if w.name.startswith("grant ")]


def test_after_a_counter_offer_one_is_told_what_was_said():
    o = seen(offered(), "USA")
    values = picked(named(incoming(o, Picks({}, HOUSE, "chamber")), "counter offer").message)
    softer = {**values, "seat": "CHN", "give": (evolve(COAL, level=3),)}
    told = [m for m in named(drawn(o, softer), "counter").message.messages if isinstance(m, Tell)]

    assert len(told) == 1
    assert "this would do" in told[0].words
    assert "for a vote in favour" in told[0].words


@pytest.mark.parametrize("seat", ["CHN", "RUS", "JPN"])
def test_each_clause_is_put_forward_as_one_deal_whatever_its_level(seat):
    o = seen(turn_of(seat), seat)
    deals = suggest.found(o, Picks({}, HOUSE, "corridor"), desk_of(o), "USA")
    about = [
        frozenset((t.kind, t.measure, t.item) for t in (*d.table.give, *d.table.take))
        for d in deals
    ]
    clauses = [{a for a in one if a[0] != "vote"} for one in about]

    assert deals
    assert all(clauses.count(one) == 1 for one in clauses if one)


def test_what_is_said_in_public_is_of_the_clause_on_the_table():
    """Not of the one that was looked at before another deal was laid down."""
    o = seen(turn_of("CHN"), "CHN")
    on_table = picked(lay(Laid("USA", (), (COAL,))))
    shown = texts(drawn(o, {**on_table, "measure": "flights"}))
    among_clauses = texts(drawn(o, {**on_table, "measure": "flights", "tab": "clauses"}))

    coal, flights = (o.scenario.measure(id).name for id in (COAL.measure, "flights"))
    assert f"In public, on {coal}:" in shown
    assert f"In public, on {flights}:" in among_clauses


def test_what_is_promised_or_asked_for_is_not_put_forward_again():
    state = turn_of("CHN")
    o = seen(state, "CHN")
    first = best_moves(o, desk_of(o), "USA")[0]
    asked = after(state, Ask("CHN", first.measure, first.level))
    pledge = Pledge("CHN", first.measure, first.level, by="USA")
    granted = evolve(state, record=evolve(state.record, pledges=(pledge,)))

    for later in (asked, granted):
        o = seen(later, "CHN")
        again = [(m.measure, m.level) for m in best_moves(o, desk_of(o), "USA")]
        assert (first.measure, first.level) not in again


def test_a_clause_that_was_agreed_is_not_put_forward_as_a_request():
    state = turn_of("CHN")
    o = seen(state, "CHN")
    first = best_moves(o, desk_of(o), "USA")[0]
    closing = Closing(first.measure, 1, 3, ("CHN",))
    settling = evolve(state.record.settling, closings=(closing,))
    agreed = evolve(state, record=evolve(state.record, settling=settling))
    o = seen(agreed, "CHN")

    assert first.measure not in {m.measure for m in best_moves(o, desk_of(o), "USA")}


def test_what_a_counter_offer_said_is_gone_when_the_next_person_sits_down(tmp_path):
    there = Play(Shelf(), tmp_path / "settings.json")
    there.handle(Tell("this would do: a vote in favour"))
    said = there.modal
    there.forget()

    assert "a vote in favour" in said
    assert there.modal == ""


# -- the next text


def test_a_promise_for_the_next_text_can_be_laid_down_and_offered():
    state = in_campaign(turn_of("CHN"))
    o = seen(state, "CHN")
    values = {"tab": "clauses", "measure": "crude_oil", **picked(lay(Laid("USA", (YES,))))}
    tree = drawn(o, {**values, TEXT: "next_text"})
    laid = picked(named(tree, "level 2").message)
    offer = actions(named(drawn(o, {**values, **laid}), "offer").message)[0]

    assert named(drawn(o, values), "for next_text").message == Pick(TEXT, "next_text")
    assert offer.take == (Term("next_text", "crude_oil", 2, upward=True),)
    assert engine.refusal(state, offer) is None
    assert "In the next text" in lines(drawn(o, {**values, **laid}))


def test_where_no_text_follows_none_is_promised():
    o = seen(turn_of("CHN"), "CHN")
    tree = drawn(o, {"seat": "USA", "tab": "clauses", TEXT: "next_text"})

    assert o.scenario.campaign is None
    assert named(tree, "for next_text") is None
    assert "In the next text" not in lines(tree)


def test_between_two_without_the_pen_no_text_is_promised():
    tree = drawn(seen(turn_of("CHN"), "CHN"), {"seat": "RUS", "tab": "clauses"})

    assert named(tree, "for next_text") is None


# -- standing instructions


def test_a_clause_can_be_left_to_standing_instructions_in_the_window():
    house = evolve(HOUSE, scenario=scenario())
    closed = overlays.standing(Picks({}, house, "chamber"))
    opened = overlays.standing(Picks({"standing clause": True}, house, "chamber"))
    choose = named(opened, "standing clause flights").message.messages[0]
    back = named(opened, "standing back").message
    chosen = overlays.standing(Picks({}, evolve(house, clause="flights"), "chamber"))
    none = named(chosen, "standing no clause").message.messages[0]

    assert named(closed, "standing clause").message == Pick("standing clause", True)
    assert (choose.message.kind, choose.value) == ("clause", "flights")
    assert "decline every one that touches: Flights" in lines(chosen)
    assert (none.message.kind, none.value) == ("clause", "")
    assert named(closed, "standing no clause") is None
    assert back == Pick("standing clause", False)


# -- words that bind, and what becomes of them


def test_at_the_stakeout_a_phrase_says_what_it_adds_to_the_sum():
    o = seen(turn_of("CHN"), "CHN")
    modal = position(o, Picks({"room": "stakeout"}, HOUSE, "chamber"))
    found = [a for w in walk(modal) for a in actions(getattr(w, "message", None))]

    assert {a.phrase for a in found} == set(Phrase)
    assert all(isinstance(a, Say) and a.room == "stakeout" for a in found)
    assert "adds +4 to your sum" in lines(modal)
    assert "what your instructions make of this text" in lines(modal)


def warned_of(o, **picks):
    """What can be said of crude oil, and what else the sheet says."""
    modal = warning(o, Picks({"warn": "crude_oil", **picks}, HOUSE, "corridor"))
    found = [a for w in walk(modal) for a in actions(getattr(w, "message", None))]
    return [a for a in found if isinstance(a, Warn)], lines(modal)


def test_a_warning_is_given_in_one_of_five_phrases_on_any_level_above_the_regime():
    state = turn_of("CHN")
    o = seen(state, "CHN")
    top = o.scenario.measure("crude_oil").top
    for level in range(o.scenario.floor("crude_oil") + 1, top + 1):
        found, _said = warned_of(o, **{"warn level": level})

        assert [(a.phrase, a.level) for a in found] == [(p, level) for p in Phrase]
        assert all(engine.refusal(state, a) is None for a in found)


def test_the_true_phrase_of_a_clause_is_marked_and_so_is_what_would_be_taken_back():
    state = turn_of("CHN")
    o = seen(state, "CHN")
    text = opinion.alone(o.scenario, "crude_oil", 2)
    true = opinion.phrase_for(o.scenario.briefs["CHN"], reasons(o, "CHN", text).total)
    after_ = engine.apply(state, Warn("CHN", "crude_oil", 2, Phrase.OPPOSES))
    _found, said = warned_of(seen(after_, "CHN"), **{"warn level": 2})
    sheet = warning(o, Picks({"warn": "crude_oil", "warn level": 2}, HOUSE, "corridor"))
    chosen = [w.name for w in walk(sheet) if getattr(w, "selected", False)]

    assert f"warn {true.value}" in chosen
    assert "takes back “will be obliged to vote against”" in said


def test_a_word_that_was_not_meant_is_told_with_the_credibility_it_cost():
    state = turn_of("CHN")
    bluff = Heard("RUS", 1, Phrase.OPPOSES, 0, 0, unmasked=True)
    record = evolve(state.record, said=(bluff,), credibility={"RUS": 40})
    o = seen(evolve(state, record=record), "CHN")

    assert "hardly believed" in lines(trust(o, "RUS"))
    assert any("for effect" in line for line in breaches(o, "RUS"))
    assert not list(breaches(o, "FRA"))


# -- cables


CABLE = next(c.id for c in scenario().cables if c.to == "CHN")


@lru_cache
def cabled():
    """China's turn, with a cable of its capital in force."""
    state = turn_of("CHN")
    dealt = evolve(state.dealt["CHN"], cables=(CABLE,))
    return evolve(state, dealt={**state.dealt, "CHN": dealt})


def test_a_cable_lies_beside_the_table_and_opens():
    o = seen(cabled(), "CHN")
    slip = cables.slips(o, Picks({}, HOUSE, "chamber"))
    opened = next(w for w in walk(slip) if w.name.startswith("cable "))
    modal = cables.sheet(o, Picks(picked(opened.message), HOUSE, "chamber"))
    text = next(c.text for c in o.scenario.cables if c.id == o.dealt.cables[0])

    assert text in lines(modal)
    assert "the capital trusts you fully" in lines(modal)
    assert o.dealt.cables[0] not in seen(cabled(), "FRA").dealt.cables


def test_asking_for_more_room_says_its_price_and_odds_first():
    state = cabled()
    o = seen(state, "CHN")
    picks = Picks({"cable": o.dealt.cables[0]}, HOUSE, "chamber")
    message = named(cables.sheet(o, picks), "flexibility").message
    confirm = next(m for m in message.messages if isinstance(m, Confirm))

    assert isinstance(confirm.message, AskFlexibility)
    assert engine.refusal(state, confirm.message) is None
    assert "times in 100" in confirm.question
    waits = after(state, confirm.message)
    assert "the answer comes" in lines(cables.slips(seen(waits, "CHN"), picks))


# -- standing instructions


def test_the_menu_leads_to_standing_instructions_which_reach_the_session(tmp_path):
    play_ = Play(Shelf(), tmp_path / "settings.json")
    play_.begin(Session(scenario(), {"USA": HUMAN}, 1, autosave=False))
    play_.handle(named(overlays.menu(None, Picks({}, HOUSE)), "standing").message)
    page = overlays.standing(Picks({}, evolve(HOUSE, offers="bad")))
    choice = named(page, "standing offers")

    assert play_.modal == STANDING
    assert choice.value == "bad"
    play_.handle(Change(choice.message, "all"))
    assert play_.session.instructions == Instructions(offers="all")


# -- pictures


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


SOFT = Clause("coal_iron_exports", 3, softener="national_law")
WORDS = Term("clause", SOFT.measure, SOFT.level, words=SOFT)
ON_WORDS = {"tab": "clauses", "measure": SOFT.measure, **picked(lay(Laid("USA", (YES,), (WORDS,))))}
LOOKS = {
    "words laid": (turn_of, ("CHN",), "CHN", ON_WORDS),
    "words to lay": (turn_of, ("CHN",), "CHN", {**ON_WORDS, "open": OPEN, "words": SOFT}),
    "laid": (turn_of, ("CHN",), "CHN", picked(lay(Laid("USA", (YES,), (COAL,))))),
    "clauses": (turn_of, ("CHN",), "CHN", {"tab": "clauses", "all clauses": True}),
    "words": (turn_of, ("USA",), "USA", {"tab": "words", "seat": "CHN"}),
    "counter": (offered, (), "USA", {**picked(lay(Laid("CHN", (COAL,), (YES,)))), "seat": "CHN"}),
    "warning": (turn_of, ("CHN",), "CHN", {"warn": "crude_oil"}),
    "waits": (offered, (), "USA", {"why": True}),
    "cable": (cabled, (), "CHN", {"cable": CABLE}),
    "position": (turn_of, ("CHN",), "CHN", {"room": "stakeout"}),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("size", "scale"), [((1600, 900), 1.0), ((1600, 900), 2.0), ((1280, 720), 1.0)]
)
def test_no_text_is_cut_or_covered_at_the_table(setter, look, size, scale):
    make, args, seat, values = LOOKS[look]
    o = seen(make(*args), seat)
    house = evolve(HOUSE, width=size[0], height=size[1], scale=scale)
    picks = Picks(values, house, "corridor")
    trees = {
        "waits": lambda: incoming(o, evolve(picks, screen="chamber")),
        "cable": lambda: cables.sheet(o, picks),
        "position": lambda: position(o, picks),
    }
    tree = trees.get(look, lambda: screens.find("corridor").view(o, picks))()

    assert faults(lay_out(tree, size, scale, UiState(), setter)) == ()


def unseen():
    """China's turn, as it would be if the text had been shown to nobody else."""
    o = seen(turn_of("CHN"), "CHN")
    return evolve(o, versions=(), record=evolve(o.record, showings=()))


@pytest.mark.parametrize("kind", ["vote", "sponsor", "silence", "enforce"])
def test_enter_binds_nobody_to_a_text_that_it_has_not_been_shown(kind, monkeypatch):
    monkeypatch.setattr("game.ui.bargain.worth.worths", lambda *_: (Worth(40), Worth(0)))
    given = YES if kind == "vote" else Term(kind)
    table = Laid("USA", (given,), (COAL,))
    free = Laid("USA", (Term("favour", item="convoys"),), (COAL,))
    blind, known = unseen(), seen(turn_of("CHN"), "CHN")

    assert desk_of(blind).text is None
    assert harms(blind, desk_of(blind), table)
    assert not serves(blind, desk_of(blind), table)
    assert serves(blind, desk_of(blind), free)
    assert not is_blind(known, desk_of(known), table)


def test_what_lies_on_the_table_at_first_binds_nobody_to_an_unseen_text(monkeypatch):
    o = unseen()
    blind, free = Laid("USA", (YES,), (COAL,)), Laid("USA", (), (COAL,))
    monkeypatch.setattr(
        "game.ui.screens.corridor.found",
        lambda *_: tuple(Found(it, Worth(9), Worth(9)) for it in (blind, free)),
    )
    first = corridor._table(o, Picks({}, HOUSE, "corridor"), desk_of(o), "USA")

    assert first == free


def test_in_a_low_window_several_of_the_best_deals_are_in_sight():
    o, size = seen(turn_of("CHN"), "CHN"), (1280, 720)
    tree = drawn(o, {"seat": "USA"}, width=size[0], height=size[1])
    layout = lay_out(tree, size, 1.0, UiState(), Typesetter(Fonts(paths.assets() / "fonts")))
    deals = [stop for stop in layout.stops if stop.id.startswith("deal ")]
    whole = [stop for stop in deals if stop.rect.y + stop.rect.h <= stop.clip.y + stop.clip.h]

    assert len(whole) >= min(2, len(deals))
    assert len(deals) >= 2
    assert faults(layout) == ()


def test_who_hears_of_it_is_told_of_an_offer_and_not_of_a_request_made_in_public():
    o = seen(turn_of("CHN"), "CHN")
    odds = [
        any("others hear" in line for line in texts(drawn(o, {"seat": "USA", **picked(lay(it))})))
        for it in (Laid("USA", (), (COAL,)), Laid("USA", (YES,), (COAL,)))
    ]

    assert odds == [False, True]
