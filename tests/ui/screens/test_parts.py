"""What screens share: the search for a yes, the reachable edge, the next question."""

from itertools import pairwise

import pytest
from attrs import evolve

from game import engine
from game.engine import consensus
from game.engine.actions import Consent, EndRound, Propose, Silence, Speak, StandBy
from game.engine.observation import forecast
from game.engine.past import Left
from game.engine.record import Pledge
from game.engine.scenario import Favour
from game.engine.terms import Phase, Stance
from game.session import HUMAN, Session
from game.ui import parts, screens
from game.ui.bargain.opposite import portrait
from game.ui.bindings import DEFAULTS
from game.ui.describe import lines, texts
from game.ui.drafting.moves import with_clause
from game.ui.glossary import TERMS
from game.ui.messages import House, Picks, Show
from game.ui.parts import search
from game.ui.parts.aims import aim_row, aims
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.frontier import frontier
from game.ui.parts.question import LOOKED, question
from game.ui.parts.reasons import _told
from game.ui.parts.yes_if import yes_if
from tests.build import in_consultations, play, scenario, turn_of


def consulting(seat="CHN", rounds=0, seed=7):
    session = Session(scenario(), {seat: HUMAN}, seed)
    acts = {Phase.SQUEEZE: EndRound(seat), Phase.ALARM: StandBy(seat)}
    while True:
        while session.tick():
            pass
        o = session.observation
        if o.phase is Phase.SQUEEZE and o.round > rounds:
            return o
        if o.phase is Phase.SOUNDINGS and seat not in o.record.stances:
            session.act(Speak(seat, Stance.TALKS, "six_party_talks"))
        elif o.phase is Phase.SOUNDINGS:
            session.act(Consent(seat))
        else:
            session.act(acts[o.phase])


def searched(work):
    found = work()
    while search.is_searching():
        search.think(500)
        found = work()
    return found


@pytest.fixture(scope="module")
def late():
    return consulting(rounds=2)


def test_the_change_of_a_yes_if_wins_the_seat_by_the_same_forecast(late):
    s, hand = late.scenario, text_in_hand(late)
    checked = 0
    for seat in s.seats:
        found = searched(lambda seat=seat: yes_if(late, seat))
        if found.state != "found":
            continue
        if found.favour:
            continue
        row = consensus.row(s, found.draft)[None, :]
        assert forecast(late, row).yes[0][s.seats.index(seat)] >= 0.5
        assert 1 <= len(found.changes) <= 2
        assert found.draft != hand
        checked += 1
    assert checked


def test_a_favour_wins_a_seat_that_it_makes_up_the_difference_for(late):
    s = late.scenario
    others = (x for x in s.seats if x != late.seat)
    seat = next(x for x in others if searched(lambda x=x: yes_if(late, x)).state != "won")
    gift = Favour("gift", "a gift", "A gift.", (late.seat,), {seat: 400})
    rich = evolve(late, scenario=evolve(s, favours=(gift,)))
    found = searched(lambda: yes_if(rich, seat))
    pledge = Pledge(seat, by=late.seat, kind="favour", item="gift", due="echo")
    record = evolve(rich.record, pledges=(*rich.record.pledges, pledge))
    row = consensus.row(s, found.draft)[None, :]

    assert found.favour == "gift"
    assert not found.changes
    assert forecast(evolve(rich, record=record), row).yes[0][s.seats.index(seat)] >= 0.5
    assert "you give: a gift" in lines(portrait(rich, seat))


def test_nobody_does_a_favour_to_win_itself_or_one_that_is_not_wanted(late):
    s = late.scenario
    gift = Favour("gift", "a gift", "A gift.", (late.seat,), {late.seat: 400})
    rich = evolve(late, scenario=evolve(s, favours=(gift,)))

    for seat in s.seats:
        assert not searched(lambda seat=seat: yes_if(rich, seat)).favour


def test_a_seat_that_is_won_needs_no_change(late):
    assert yes_if(late, "USA").state == "won"


def test_a_seat_held_by_a_person_is_not_guessed():
    session = Session(scenario(), {"CHN": HUMAN, "USA": HUMAN}, 7)
    while session.tick():
        pass
    session.take_seat()

    assert parts.yes_if(session.observation, "USA") is None


def test_no_text_on_the_edge_is_beaten_by_another(late):
    edge, done = searched(lambda: frontier(late))

    assert done
    assert len(edge) > 3
    for a, b in pairwise(edge):
        assert b.votes > a.votes
        assert b.paper <= a.paper


def test_the_edge_reaches_at_least_the_text_in_hand(late):
    edge, _done = searched(lambda: frontier(late))
    now = parts.estimate(late)

    assert any(r.votes >= now.expected - 0.11 and r.paper >= now.paper for r in edge)


def test_the_pressure_of_many_texts_is_that_of_each_by_the_engine(late):
    from game.engine import pressure

    s = late.scenario
    at = consensus.row(s, text_in_hand(late))
    near = consensus.neighbours(s, at, swaps=True, words=True)
    words = {"crude_oil": 400, **{m.id: 700 for m in s.measures}}
    left = Left("s", s.start, levels={"crude_oil": 6}, words=words)
    mine = consensus.papers_of(s, near, left)
    its = [pressure.paper_of(s, consensus.draft_of(s, row), left) for row in near]

    assert mine == its


def test_a_search_is_done_in_slices(late):
    search.forget()
    frontier(late)
    slices = 0
    while search.is_searching():
        search.think(0.5)
        slices += 1

    assert slices > 5


def test_the_sum_shown_is_the_sum_of_its_reasons(late):
    why = parts.reasons(late, "CHN")

    assert why.certain
    assert why.total == sum(r.points for r in why.reasons)


def test_under_silence_a_seat_is_asked_whether_it_objects():
    state = play(turn_of(in_consultations(scenario()), "USA"), Silence("USA", 24))
    o = engine.observe(state, engine.actor(state))
    asked = question(o, Picks({}, House(keys=DEFAULTS), "chamber"))

    assert asked.answer.message == Show("silence")
    assert not asked.answer.disabled


@pytest.mark.parametrize("seat", ["CHN", "VEN", "JPN"])
def test_whoever_is_to_act_is_asked_one_question_with_an_answer(seat):
    o = consulting(seat)
    asked = question(o, Picks({}, House(keys=DEFAULTS), "chamber"))

    assert asked is not None
    assert asked.words.endswith(("?", "."))
    assert not asked.answer.disabled


@pytest.fixture(scope="module")
def writing():
    """Return what the pen sees before it has written anything."""
    session = Session(scenario(), {"USA": HUMAN}, 7)
    while True:
        while session.tick():
            pass
        o = session.observation
        if o.phase is Phase.TEXT:
            return o
        if o.phase is Phase.ALARM:
            session.act(StandBy("USA"))
        elif "USA" not in o.record.stances:
            session.act(Speak("USA", Stance.MEASURES, "coal_iron_exports"))
        elif Propose.__name__ not in o.blocked:
            session.act(Propose("USA", ""))
        else:
            session.act(Consent("USA"))  # What another proposed.


def test_before_a_word_is_written_no_score_has_a_number(writing):
    shown = texts(parts.scores(writing, Picks({}, House(), "chamber")))

    assert text_in_hand(writing) is None
    assert shown.count("nothing written yet") == 3
    assert not any(letter.isdigit() for words in shown for letter in words)


def test_nobody_is_shown_a_text_late_before_it_was_shown_to_anybody(writing):
    draft = with_clause(writing.working, "coal_iron_exports", 2)
    keys = {r.key for seat in ("AGO", "CHN") for r in parts.reasons(writing, seat, draft).reasons}

    assert keys
    assert "late_sight" not in keys


def test_an_aim_about_the_vote_is_only_expected_before_it(late):
    found = aims(late)
    outcomes = [a for a in found if a.open and a.met is not None]

    assert outcomes
    for aim in outcomes:
        said = " ".join(texts(aim_row(aim)))
        assert "✓" not in said
        assert "expected today" in said


def test_reasons_that_are_summed_up_do_not_outweigh_the_last_one_shown(late):
    for seat in late.scenario.seats:
        found = parts.reasons(late, seat).reasons
        shown, rest = _told(found, 4)
        assert shown + rest == found
        if rest:
            assert abs(sum(r.points for r in rest)) < abs(shown[-1].points)


def test_every_screen_has_its_three_names():
    for name in screens.names():
        screen = screens.find(name)
        assert isinstance(screen.TITLE, str)
        assert callable(screen.available)
        assert callable(screen.view)


def test_an_unknown_screen_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="there are"):
        screens.find("attic")


def test_the_glossary_has_thirty_terms_without_a_double():
    ids = [t.id for t in TERMS]

    assert len(ids) >= 30
    assert len(set(ids)) == len(ids)
    assert all(len(t.meaning.split()) <= 30 for t in TERMS)


def test_who_came_back_from_the_corridor_with_nothing_is_asked_to_end_the_round():
    """Else Enter would lead there and back for ever."""
    o = consulting()
    said = evolve(o, spoke=(*o.spoke, o.seat), actor=o.seat)
    before = question(said, Picks({}, House(), "chamber"))
    after = question(said, Picks({LOOKED: o.round}, House(), "chamber"))

    assert o.tokens[o.seat]
    assert before.answer.message.screen == "corridor"
    assert after.words == "You have done what you could this round."
