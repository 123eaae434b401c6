"""People and computers take turns; what one may see, another does not."""

import json
from random import Random

import pytest

from game import codec, engine
from game.engine import PUBLIC, IllegalAction
from game.engine.actions import (
    Ask,
    CastVote,
    Circulate,
    EndRound,
    PutInBlue,
    SetClause,
    Speak,
    StandBy,
)
from game.engine.terms import Ballot, Circle, Phase, Stance
from game.session import HUMAN, Session, dice, pick
from tests.build import scenario
from tests.session.playing import plays, run_on, seated, whole

THREE = ("CHN", "JPN", "USA")


# -- who plays


def test_seats_that_nobody_named_are_computers():
    session = seated("CHN", USA="quick")

    assert session.seats["CHN"] == HUMAN
    assert session.seats["USA"] == "quick"
    assert session.seats["FRA"] == "random"
    assert session.people == ("CHN",)


@pytest.mark.parametrize(
    ("seats", "words"),
    [
        ({"CHM": HUMAN}, "unknown seat 'CHM'; did you mean 'CHN'?"),
        ({"CHN": "quik"}, "unknown computer 'quik'; did you mean 'quick'?"),
        ({"KOR": HUMAN}, "unknown seat 'KOR'"),
        ({"PRK": "quick"}, "Pyongyang is played by a person or by chance"),
    ],
)
def test_unknown_seats_and_computers_are_refused(seats, words):
    with pytest.raises(ValueError, match=words.replace("?", r"\?")):
        Session(scenario(), seats)


def test_the_same_seed_is_the_same_game_and_another_is_not():
    first, again, other = (whole(seed=seed) for seed in (4, 4, 5))

    assert first.snapshot().actions == again.snapshot().actions
    assert first.snapshot().actions != other.snapshot().actions


def test_people_have_the_acts_of_people():
    session = plays(seated("VEN"), until=lambda now: now.observation.round == 1)

    assert session.observation.tokens["VEN"] == session.scenario.people_tokens
    assert "AGO" not in session.observation.tokens, "what others have left is theirs to know"


# -- who looks


def test_one_person_sees_the_seat_also_while_computers_act():
    session = seated("CHN")
    while session.tick():
        assert session.viewer == "CHN"
        assert session.observation.seat == "CHN"

    assert session.due is None
    assert session.observation.actor == "CHN"


def test_without_people_the_screen_shows_what_everybody_knows():
    session = seated()
    session.tick()

    assert session.viewer == PUBLIC
    assert session.observation.dealt is None


def test_between_two_people_there_is_a_curtain():
    session = seated(*THREE)
    while session.tick():
        assert session.observation is None

    assert session.due == "CHN"
    assert session.observation is None
    session.take_seat()
    assert session.due is None
    assert session.observation.seat == "CHN"


def test_leaving_the_seat_closes_the_curtain_at_once():
    session = run_on(seated(*THREE))
    assert session.observation is not None

    session.leave_seat()

    assert session.observation is None
    assert session.due == "CHN"


def test_nobody_acts_at_the_curtain_or_for_another():
    session = seated(*THREE)
    while session.tick():
        pass
    speak = Speak("CHN", Stance.TALKS, "six_party_talks")

    with pytest.raises(IllegalAction):
        session.act(speak)
    session.take_seat()
    with pytest.raises(IllegalAction):
        session.act(Speak("JPN", Stance.TALKS, "six_party_talks"))
    session.act(speak)


def test_no_person_acts_for_a_computer():
    session = seated("CHN")
    run_on(session, lambda now: now.observation.actor == "AGO")

    with pytest.raises(IllegalAction) as caught:
        session.act(Speak("AGO", Stance.TALKS, "six_party_talks"))
    assert caught.value.refusal.key == "not_your_turn"


def secrets_of(session):
    """Return what no wall may show, as it would be written: instructions, plan, unseen texts."""
    state = session.snapshot().state
    yield from (d.variant for d in state.dealt.values())
    yield from {d.temper for d in state.dealt.values()}
    yield state.doctrine


def test_the_wall_and_the_curtain_leak_nothing():
    """A hot-seat game of three people: at every curtain the screen holds no secret."""
    session, luck = seated(*THREE, seed=11), Random(7)
    curtains = 0
    while not session.is_over:
        wall = session.wall
        assert wall.dealt is None
        assert wall.working is None
        assert wall.ballot is None
        assert not wall.legal
        assert not wall.revealed
        assert all(v.circle is Circle.ALL for v in wall.versions)
        assert all(e.audience(wall.scenario) is None for e in wall.log)
        if session.due is not None:
            curtains += 1
            assert session.viewer is None
            assert session.observation is None
            assert session.news == ()
            assert not session.can_undo
            assert not session.can_redo
            written = json.dumps(
                {
                    "log": [codec.encode(e, engine.Event) for e in wall.log],
                    "record": codec.encode(wall.record),
                }
            )
            for secret in secrets_of(session):
                assert f'"{secret}"' not in written
            session.take_seat()
        elif not session.tick():
            session.act(luck.choice(session.observation.legal))
    assert curtains > 10


def test_a_person_sees_no_sealed_ballot_of_another():
    session = run_on(seated(*THREE, seed=2), lambda now: now.wall.phase is Phase.OVER)
    plays(session, until=lambda now: len(now.wall.voted) > 3 and now.observation is not None)

    mine = session.observation
    assert mine.tally is None
    assert [e for e in mine.log if isinstance(e, CastVote) and e.seat != mine.seat] == []


def test_the_end_is_open_to_everybody():
    session = whole(*THREE)

    assert session.observation.revealed
    assert set(session.observation.scores) == set(session.scenario.seats)
    assert session.aims("CHN")


def test_aims_are_not_told_before_the_end():
    assert seated("CHN").aims("CHN") == ()


# -- taking back


def at_the_pen():
    """Return a game in which the pen, a person, is about to write."""
    session = seated("USA", seed=3)
    plays(session, until=lambda now: now.observation.phase is Phase.TEXT and not now.tick())
    return session


def test_an_edit_is_taken_back_and_done_again():
    session = at_the_pen()
    before = session.observation.working
    session.act(SetClause("USA", "aviation_fuel", 2))
    after = session.observation.working

    assert session.undo()
    assert session.observation.working == before
    assert session.redo()
    assert session.observation.working == after
    assert not session.can_redo


def test_acts_that_were_chosen_as_one_are_taken_back_and_done_again_as_one():
    session = at_the_pen()
    before = session.observation.working
    session.act(SetClause("USA", "aviation_fuel", 2))
    once = session.observation.working
    session.act(SetClause("USA", "cargo_inspection", 4))
    session.act(SetClause("USA", "aviation_fuel", 1))
    session.join(2)
    after = session.observation.working

    assert session.undo()
    assert session.observation.working == once
    assert session.redo()
    assert session.observation.working == after
    assert session.undo()
    assert session.undo()
    assert session.observation.working == before
    assert not session.can_undo


def test_what_joins_acts_twice_joins_no_earlier_ones():
    session = at_the_pen()
    for level in (2, 1, 2):
        session.act(SetClause("USA", "aviation_fuel", level))
    once = session.observation.working
    session.act(SetClause("USA", "cargo_inspection", 4))
    session.act(SetClause("USA", "cargo_inspection", 3))
    session.join(2)
    session.join(2)

    assert session.undo()
    assert session.observation.working == once


def test_several_acts_are_taken_back_one_by_one():
    session = at_the_pen()
    for level in (1, 2, 3):
        session.act(SetClause("USA", "aviation_fuel", level))
    session.act(Circulate("USA", Circle.P2))

    assert [session.undo() for _ in range(5)] == [True, True, True, True, False]
    assert session.observation.versions == ()
    assert [session.redo() for _ in range(5)] == [True, True, True, True, False]
    assert session.observation.draft["aviation_fuel"].level == 3


def test_a_new_act_forgets_what_was_taken_back():
    session = at_the_pen()
    session.act(SetClause("USA", "aviation_fuel", 1))
    session.undo()
    session.act(SetClause("USA", "aviation_fuel", 2))

    assert not session.redo()


def test_an_act_that_costs_a_token_gives_the_token_back():
    session = plays(seated("CHN", seed=3), until=lambda n: not n.tick() and n.observation.round)
    tokens, asks = session.observation.tokens["CHN"], session.observation.record.asks
    session.act(first_ask(session))
    assert session.observation.tokens["CHN"] == tokens - 1
    assert session.observation.record.asks != asks

    session.undo()

    assert session.observation.tokens["CHN"] == tokens
    assert session.observation.record.asks == asks


def first_ask(session):
    return next(a for a in session.observation.legal if isinstance(a, Ask))


def test_nothing_is_taken_back_once_another_seat_has_moved():
    session = plays(seated("CHN", seed=3), until=lambda n: not n.tick() and n.observation.round)
    session.act(first_ask(session))
    session.act(EndRound("CHN"))
    assert session.can_undo

    session.tick()

    assert not session.can_undo
    assert not session.undo()


def test_a_chance_event_cannot_be_taken_back():
    session = seated("CHN")
    session.tick()

    assert not session.undo()


def test_the_next_person_does_not_take_back_what_the_last_one_did():
    """Uruguay presides and speaks first, Venezuela after it, with nobody between them."""
    session = run_on(seated("URY", "VEN"))
    assert session.viewer == "URY"
    session.act(Speak("URY", Stance.TALKS, "six_party_talks"))
    assert session.due == "VEN"
    assert not session.can_undo

    session.take_seat()
    assert not session.can_undo
    session.act(Speak("VEN", Stance.TALKS, "six_party_talks"))

    assert session.viewer == "VEN"
    assert [session.undo(), session.undo()] == [True, False]
    assert "URY" in session.wall.record.stances


def test_the_last_ballot_shows_all_hands_and_cannot_be_taken_back():
    session = plays(seated("VEN", seed=3, level="quick"), until=lambda n: n.wall.voted)
    last = session.wall.queue[-1]
    session = seated(last, seed=3, level="quick")
    plays(session, until=lambda n: len(n.wall.voted) == 14)
    session.act(CastVote(last, Ballot.NO))

    assert session.wall.tally is not None
    assert not session.can_undo


def test_the_text_in_blue_is_taken_back_while_nobody_has_answered():
    session = plays(
        seated("USA", seed=3), until=lambda n: not n.tick() and n.observation.phase is Phase.TEXT
    )
    session.act(Circulate("USA", Circle.ALL))
    session.act(EndRound("USA"))
    plays(session, until=lambda n: not n.tick() and PutInBlue("USA") in n.observation.legal)
    assert session.observation.phase is Phase.SQUEEZE

    session.act(PutInBlue("USA"))
    assert session.observation.phase is Phase.BLUE
    assert session.undo()

    assert session.observation.phase is Phase.SQUEEZE
    assert session.observation.blue == 0


# -- batches


def at_ballots(*people):
    """Return the first sitting, by the luck of its people, that comes to a vote."""
    for luck in range(40):
        session = seated(*people, seed=3, level="quick")
        plays(session, Random(luck), until=lambda n: n.wall.phase is Phase.VOTE)
        if session.wall.phase is Phase.VOTE:
            return session
    raise AssertionError("no sitting comes to a vote")


def test_a_batch_of_ballots_is_cast_in_the_order_of_the_council():
    session = at_ballots(*THREE)
    said = {"USA": Ballot.YES, "CHN": Ballot.ABSTAIN, "JPN": Ballot.NO}

    session.cast([CastVote(seat, ballot) for seat, ballot in said.items()])
    run_on(session, lambda n: n.wall.tally is not None)

    ballots = session.wall.tally.ballots
    assert {seat: ballots[seat] for seat in said} == said


def test_a_batch_with_one_bad_slip_changes_nothing():
    session = at_ballots(*THREE)
    before, ply = session.wall, session.ply

    with pytest.raises(IllegalAction) as caught:
        session.cast([CastVote("USA", Ballot.YES), CastVote("CHN", Ballot.NO), StandBy("JPN")])

    assert caught.value.action == StandBy("JPN")
    assert session.ply == ply
    assert session.wall == before


def test_a_batch_that_skips_a_person_is_refused():
    people = ("AGO", "VEN", "USA")
    session = at_ballots(*people)
    last = [seat for seat in session.snapshot().state.queue if seat in people][-1]

    with pytest.raises(IllegalAction) as caught:
        session.cast([CastVote(last, Ballot.YES)])
    assert caught.value.refusal.key == "not_your_turn"


def test_a_batch_for_a_computer_is_refused():
    session = at_ballots("USA")

    with pytest.raises(IllegalAction):
        session.cast([CastVote("CHN", Ballot.NO), CastVote("USA", Ballot.YES)])


def test_a_batch_and_single_acts_are_the_same_game():
    one, other = at_ballots(*THREE), at_ballots(*THREE)
    one.cast([CastVote(seat, Ballot.YES) for seat in THREE])
    while len(set(THREE) & set(other.wall.voted)) < 3:
        if not other.tick():
            other.take_seat()
            other.act(CastVote(other.viewer, Ballot.YES))

    assert one.snapshot().actions == other.snapshot().actions


def test_a_slip_may_hold_several_acts_of_one_seat():
    session = plays(seated("CHN", "USA", seed=3), until=lambda n: n.wall.round == 1)
    run_on(session, lambda n: n.wall.actor == "CHN")
    ask = next(
        a
        for a in engine.legal_actions(session.snapshot().state)
        if isinstance(a, Ask) and a.seat == "CHN"
    )

    session.cast([ask, EndRound("CHN")])

    assert ("CHN", ask.measure) in [(a.seat, a.measure) for a in session.wall.record.asks]


# -- dice


def test_dice_differ_by_seed_move_and_seat_and_repeat():
    rolls = {
        (seed, ply, seat): dice(seed, ply, seat).random()
        for seed in (1, 2)
        for ply in (0, 1)
        for seat in ("CHN", "USA")
    }

    assert len(set(rolls.values())) == 8
    assert dice(1, 0, "CHN").random() == rolls[1, 0, "CHN"]


def test_dice_fall_as_the_generator_has_it_whatever_is_rolled_first():
    rolls = (
        lambda luck: luck.random(),
        lambda luck: luck.randrange(1000),
        lambda luck: luck.choice("abcdefgh"),
        lambda luck: luck.sample(range(100), 5),
        lambda luck: luck.gauss(0, 1),
    )
    for first in rolls:
        ours, plain = dice(1, 2, "CHN"), Random("1/2/CHN")

        assert [roll(ours) for roll in (first, *rolls)] == [roll(plain) for roll in (first, *rolls)]


def test_weights_are_kept_in_the_long_run_and_nothing_weightless_is_picked():
    luck = Random(1)
    found = [pick(luck, (("a", 3), ("b", 0), ("c", 1))) for _ in range(4000)]

    assert "b" not in found
    assert 0.72 < found.count("a") / 4000 < 0.78


def test_dice_are_the_same_on_every_machine():
    """Written down once: a change here would change every recorded game."""
    luck = dice(7, 3, "CHN")

    assert [luck.randrange(1000) for _ in range(4)] == [718, 903, 869, 122]
