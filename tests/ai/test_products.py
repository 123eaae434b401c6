"""Which product a computer proposes: the firm what they want said, others what goes out."""

from attrs import evolve

from game import ai, engine
from game.ai import products
from game.engine.actions import Block, Propose
from game.engine.actions.soundings import FURTHER
from game.engine.events import GuestHeard
from game.engine.terms import Phase
from tests.build import dealt, idle, play, played, scenario

QUICK = ai.personalities()["quick"]


def sounded(temper):
    """Return what a pen of this temper sees when all have spoken on the flight of July 2017."""
    state = idle(dealt(scenario("hwasong_14")), lambda s: len(s.record.stances) == 15)
    o = engine.observe(state, "USA")
    return evolve(o, dealt=evolve(o.dealt, temper=temper))


def test_a_firm_or_daring_pen_begins_with_the_words_its_capital_wants():
    """The United States wanted the class of the missile named, in July 2017."""
    for temper in ("hard_bargainer", "stickler", "late_mover"):
        assert products.propose(sounded(temper)) == Propose("USA", "names_the_class")


def test_a_milder_pen_proposes_what_nobody_is_expected_to_mind():
    found = products.propose(sounded("bridge_builder"))

    assert products.passing(scenario("hwasong_14"))[found.statement] == 1000


def test_another_tries_what_does_not_have_the_word_that_the_pens_fell_over():
    state = idle(dealt(scenario("hwasong_14")), lambda s: len(s.record.stances) == 15)
    state = play(state, Propose("USA", "names_the_class"))
    state = play(state, Block(state.queue[0], "missile_class"))
    state = idle(state, lambda s: s.stage == FURTHER)
    found = products.propose(engine.observe(state, engine.actor(state)))
    said = next(s.levels for s in state.scenario.statements if s.id == found.statement)

    assert said.get("missile_class") != 3


def test_computers_name_the_class_in_some_sittings_and_do_not_in_others():
    """Source: a statement on 4 July 2017 fell over the class of the missile."""
    tried = {
        act.statement
        for seed in range(1, 11)
        for act in played("hwasong_14", seed).actions
        if isinstance(act, Propose) and act.seat == "USA"
    }

    assert {"names_the_class", "attributes_the_class"} <= tried


def test_guests_are_heard_before_the_products_and_a_state_concerned_is_felt():
    game = next(
        game
        for game in (played("hwasong_14", seed) for seed in range(1, 11))
        if len(game.end.record.guests) == 2
    )
    heard = [e.guest for e in game.end.log if isinstance(e, GuestHeard)]
    at = [n for n, e in enumerate(game.end.log) if isinstance(e, GuestHeard)]
    product = next(n for n, e in enumerate(game.end.log) if isinstance(e, Propose))
    steps = [s for s in game.states if s.phase is Phase.SOUNDINGS]
    before = max(s.indicators["threat"] for s in steps if len(s.record.stances) == 14)
    after = min(s.indicators["threat"] for s in steps if len(s.record.stances) == 15)

    assert heard == ["political_affairs", "republic_of_korea"]
    assert max(at) < product
    assert after == before + 1


def test_a_proposal_has_the_reason_by_which_it_was_made():
    firm, mild = (
        products.why(o, products.propose(o))
        for o in (sounded("stickler"), sounded("bridge_builder"))
    )
    other = evolve(
        engine.observe(
            idle(dealt(scenario("hwasong_14")), lambda s: len(s.record.stances) == 15), "CHN"
        ),
        stage=FURTHER,
    )

    assert (firm, mild) == ("wants_it_said", "may_go_out")
    assert products.why(other, Propose("CHN", "")) == "nothing_to_say"
