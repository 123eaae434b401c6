"""The first meeting and the products short of a resolution, as screens show them."""

from functools import lru_cache

import pytest

from game import engine, paths, words
from game.content import load_scenario
from game.engine import opinion
from game.engine.actions import (
    Block,
    CastVote,
    Consent,
    Convene,
    CoSign,
    Object,
    Propose,
    Request,
    Soften,
    Speak,
    StandBy,
)
from game.engine.record import Clause
from game.engine.terms import Ballot, Phase, Stance
from game.ui import screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import find, lines, texts, walk
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import House, Picks
from game.ui.preferences import Preferences
from game.ui.text import Fonts

MEMBER, PEN, WORD = "CHN", "USA", "condemnation"


def drawn(o, name="soundings", *, scale=1.0):
    house = House(scale=scale, keys=DEFAULTS, preferences=Preferences(still=True))
    return screens.find(name).view(o, Picks({}, house, name))


def seen(state):
    return engine.observe(state, engine.actor(state))


def onward(state, until, chosen=None):
    """Let everybody do the quiet thing, but for what is chosen, until a condition."""
    while not until(state):
        if options := engine.chance(state):
            act = options[0][0]
        else:
            act = (chosen and chosen(state, engine.actor(state))) or _quiet(state)
        state = engine.apply(state, act)
    return state


def _quiet(state):
    seat = engine.actor(state)
    if state.calling:
        return CastVote(seat, Ballot.YES)
    for act in (StandBy(seat), Convene(seat, "open", 0), Convene(seat, "closed", 0), Consent(seat)):
        if engine.refusal(state, act) is None:
            return act
    return Speak(seat, Stance.CONDEMN, state.scenario.measures[0].id)


def asks(state, seat):
    """The United States asks for an open meeting, all others sign."""
    if state.stage != "asking":
        return None
    wanted = Request(seat, "open") if not state.record.requests else CoSign(seat, 1)
    return wanted if engine.refusal(state, wanted) is None else None


@lru_cache
def alarm():
    start = engine.new_game(load_scenario("resolution_2270"), people=(MEMBER, PEN))
    return onward(start, lambda s: s.stage == "asking" and engine.actor(s) == MEMBER)


@lru_cache
def called():
    """The President has nine names before it."""
    chair = alarm().scenario.president(0)
    return onward(alarm(), lambda s: s.matter is not None and engine.actor(s) == chair, asks)


@lru_cache
def opening():
    return onward(called(), lambda s: s.stage == "opening" and engine.actor(s) == MEMBER)


@lru_cache
def proposing():
    every = len(opening().scenario.seats)
    return onward(opening(), lambda s: len(s.record.stances) == every and engine.actor(s) == PEN)


@lru_cache
def product():
    """China is asked whether it lets a presidential statement pass."""
    state = engine.apply(proposing(), Propose(PEN, "warning"))
    return onward(state, lambda s: engine.actor(s) == MEMBER)


@lru_cache
def blocked():
    return engine.apply(product(), Block(MEMBER, WORD))


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("make", [alarm, called, opening, proposing, product, blocked])
def test_no_text_is_cut_or_covered(setter, make, scale):
    tree = drawn(seen(make()), scale=scale)

    assert faults(lay_out(tree, (1600, 900), scale, UiState(), setter)) == ()


@pytest.mark.parametrize("make", [alarm, called, opening, proposing, product, blocked])
def test_one_key_answers_and_whatever_can_be_pressed_is_legal(make):
    keyed = []
    for widget in walk(drawn(seen(make()))):
        act = getattr(widget, "message", None)
        if isinstance(act, engine.Action) and not widget.disabled:
            assert engine.refusal(make(), act) is None, widget.name
            keyed += [widget.name] if widget.key == DEFAULTS["main"] else []

    assert len(keyed) == (0 if make is proposing else 1)


def test_the_meeting_tells_who_asked_who_signed_and_who_decides():
    """The letter of a State outside the Council, too (Charter, Article 35)."""
    says = lines(find(drawn(seen(called())), "meeting"))

    assert "Article 35" in says
    assert "asks for an open meeting" in says
    assert "nine names" in says
    assert "Uruguay presides" in says


def test_an_objection_to_a_guest_is_put_to_a_procedural_vote():
    """Rule 37; nine votes, and nobody has a veto (Charter, Article 27(2))."""
    state = engine.apply(opening(), Object(MEMBER, "republic_of_korea"))
    says = lines(drawn(seen(state), "vote"))

    assert state.calling
    assert "Rule 37" in says
    assert "procedural: nine yes, no veto" in says


def test_products_stand_from_light_to_heavy_with_who_may_block_them():
    names = [w.name for w in walk(drawn(seen(proposing()))) if w.name.startswith("propose ")]
    kinds = {s.id: s.product for s in proposing().scenario.statements}
    order = [kinds[name.split()[1]] for name in names if name.split()[1] in kinds]

    assert order == sorted(order, key=("elements", "press", "prst").index)
    assert "may block" in lines(drawn(seen(proposing())))


def test_an_objection_can_name_each_word_of_the_statement():
    words = {w.message.measure for w in walk(drawn(seen(product()))) if w.name.startswith("block")}

    assert words == {"", *product().scenario.statements[-1].levels}


def test_the_mover_comes_back_with_another_level_of_the_word():
    tree = drawn(seen(blocked()))
    softer = [w.message for w in walk(tree) if w.name.startswith("soften")]

    assert "China cannot bear" in " ".join(texts(tree))
    assert softer
    assert all(isinstance(act, Soften) and act.measure == WORD for act in softer)


def test_a_vote_on_the_agenda_is_watched_before_the_sitting_goes_on():
    """The count comes first; one key leads back to the soundings."""
    state = engine.apply(opening(), Object(MEMBER, "agenda"))
    state = onward(state, lambda s: not s.calling and s.phase is Phase.SOUNDINGS)
    tree = drawn(seen(state), "vote")

    assert "The agenda is adopted" in lines(tree)
    assert find(tree, "go on").message.messages[-1].screen == "soundings"


# -- a statement that comes back


@lru_cache
def softened():
    """China let the statement pass, another blocked it over a word, and it has come back."""
    state = engine.apply(product(), Consent(MEMBER))
    other = engine.actor(state)
    state = engine.apply(state, Block(other, WORD))
    softer = next(a for a in engine.legal_actions(state) if isinstance(a, Soften) and a.level)
    return onward(engine.apply(state, softer), lambda s: engine.actor(s) == MEMBER)


def test_a_statement_that_came_back_prints_its_words_as_they_are_now():
    first, now = lines(drawn(seen(product()))), lines(drawn(seen(softened())))
    it = opinion.worded(softened().scenario, softened().record)

    assert it.text in first
    assert it.text not in now
    assert words.product(softened().scenario, it, reworded=True) in now


def test_who_let_it_pass_before_is_told_why_it_is_asked_again():
    assert "another did not" in lines(drawn(seen(softened())))
    assert "will not again" in lines(drawn(seen(softened())))
    assert "another did not" not in lines(drawn(seen(product())))


def test_a_statement_says_each_clause_in_the_words_of_its_level():
    s = softened().scenario
    it = opinion.worded(s, softened().record)
    says = words.product(s, it, reworded=True)
    form = {"press": "press_statement", "elements": "press_statement"}.get(it.product)

    for id, level in it.levels.items():
        if level:
            printed = words.register(s, Clause(id, level), form or "presidential_statement")
            assert printed.replace("*", "").split(" ", 4)[-1] in says


def test_the_three_positions_are_named_as_the_crisis_names_them():
    """The summer of 2001 has nothing to condemn; its three cards say what can be called for."""
    scenario = load_scenario("broken_talks_2001")
    state = onward(engine.new_game(scenario, people=("NOR",)), lambda s: _is_to_speak(s, "NOR"))

    cards = [find(drawn(seen(state)), f"stance {it.value}") for it in Stance]

    assert [card.label for card in cards] == [scenario.stances[it].name for it in Stance]
    assert [card.note for card in cards] == [scenario.stances[it].means for it in Stance]


def _is_to_speak(state, seat):
    speaks = engine.actor(state) == seat and state.phase is Phase.SOUNDINGS
    return speaks and state.stage != "opening" and seat not in state.record.stances
