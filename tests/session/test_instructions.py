"""What a person leaves to standing instructions is answered without asking; all else waits."""

import pytest
from attrs import evolve

from game import engine
from game.ai import mind
from game.engine import bargain
from game.engine.actions import AskNeeds, Decline, EndRound, Offer, TellNeeds
from game.engine.record import Term
from game.engine.terms import Ballot, Phase
from game.session import Instructions, Session
from tests.session.playing import seated
from tests.ui.screens.sitting import in_phase, play

YES = Term("vote", ballot=Ballot.YES)
COAL = Term("clause", "coal_iron_exports", 2)


@pytest.fixture(scope="module")
def turn():
    """China's turn in the second round."""
    return play("CHN", in_phase(Phase.SQUEEZE, 2))


@pytest.fixture(scope="module")
def offered(turn):
    return engine.observe(engine.apply(turn, Offer("CHN", "USA", (YES,), (COAL,))), "USA")


@pytest.fixture(scope="module")
def asked(turn):
    return engine.observe(engine.apply(turn, AskNeeds("CHN", "USA")), "USA")


def test_by_default_everything_waits_for_the_person(offered, asked):
    assert Instructions().answer(offered) is None
    assert Instructions().answer(asked) is None


def test_offers_can_be_declined_all_or_only_those_worth_nothing(offered):
    worth = bargain.value(offered, "CHN", (COAL,), (YES,)).points
    no = Decline("USA", "CHN", 1)

    assert Instructions(offers="all").answer(offered) == no
    assert Instructions(offers="bad").answer(offered) == (no if worth <= 0 else None)
    rich = evolve(offered, record=evolve(offered.record, offers=(gift(offered),)))
    assert Instructions(offers="bad").answer(rich) is None


def gift(o):
    """The same offer, for a clause that gives nothing up: what stands already."""
    stands = o.working["coal_iron_exports"].level
    return evolve(o.record.offers[-1], take=(evolve(COAL, level=stands),))


def test_a_question_is_answered_with_nothing_or_with_the_truth(asked):
    told = Instructions(needs="truth").answer(asked)

    assert Instructions(needs="nothing").answer(asked) == TellNeeds("USA", "CHN")
    assert isinstance(told, TellNeeds)
    assert asked.scenario.has(told.about)
    assert Instructions(offers="all").answer(asked) is None


def test_a_way_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="offers"):
        Instructions(offers="some")


def test_a_session_asks_its_person_nothing_that_was_left_to_it():
    session = seated("USA", id="resolution_2270", seed=2, level="quick")
    session.instruct(Instructions(offers="all", needs="nothing"))
    while session.tick():
        pass
    while not session.is_over and session._state.round < 4:
        session.act(next(a for a in reversed(session.observation.legal)))
        while session.tick():
            pass
        assert session.observation.offered is None
        assert not session.observation.inquirer


def test_an_offer_that_touches_a_clause_can_be_declined_whatever_it_is_worth(offered):
    rich = evolve(offered, record=evolve(offered.record, offers=(gift(offered),)))

    assert Instructions(clause="coal_iron_exports").answer(rich) == Decline("USA", "CHN", 1)
    assert Instructions(clause="flights").answer(rich) is None


def run(session):
    while session.tick():
        pass
    return session


def member():
    """Return a member's sitting up to its first turn in the consultations."""
    session = run(seated("FRA", id="resolution_2270", seed=2, level="quick"))
    session.instruct(Instructions(offers="all", needs="nothing"))
    while session.observation.phase is not Phase.SQUEEZE:
        session.act(session.observation.legal[0])
        run(session)
    return session


def left(session, **what):
    """Leave something to instructions, and go on until the person is asked."""
    session.instruct(Instructions(offers="all", needs="nothing", **what))
    return run(session)


def test_what_is_true_of_a_version_is_said_once_and_told_as_done_for_the_person():
    session = left(member(), phrase="truth")
    while session.observation.draft is None:
        session.act(EndRound("FRA"))
        run(session)
    o = session.observation

    assert [h.phrase for h in o.record.said if h.seat == "FRA"] == [mind.true_phrase(o, o.draft)]
    assert any("By your standing instructions" in note.text for note in session.news)
    assert not session.can_undo


def test_rounds_that_bring_nothing_are_ended_after_the_one_in_which_that_was_left():
    session = left(member(), phrase="truth", rounds="end")
    first = session.observation.round
    session.act(EndRound("FRA"))
    run(session)

    assert first == 1
    assert session.snapshot().actions.count(EndRound("FRA")) > 1


def test_what_was_left_to_instructions_is_saved_and_loaded(tmp_path):
    session = left(member(), phrase="truth", silence="keep")
    path = session.save(tmp_path / "sitting.json")
    again = Session.load(path, autosave=False)

    assert (
        again.instructions
        == session.instructions
        == Instructions(offers="all", needs="nothing", phrase="truth", silence="keep")
    )
