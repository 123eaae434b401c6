"""The window of a campaign: from the echo of one sitting to the alarm of the next."""

from itertools import pairwise

from attrs import evolve

from game import words
from game.content import load_scenario
from game.engine.course import WEEK
from game.engine.record import Finding, Followup, Grievance
from game.ui.abroad import after, chain
from game.ui.charts import calendar
from game.ui.describe import find, texts
from game.ui.ending import answer
from game.ui.messages import GoOn, House, Picks
from game.ui.play import Play
from game.ui.preferences import Preferences
from game.ui.screens import echo
from tests.session.playing import plays
from tests.session.test_campaign import begun


class NoShelf:
    """A shelf without a scenario."""

    def names(self):
        return ()


def test_the_echo_leads_to_the_next_sitting_where_one_follows():
    seen = plays(begun("CHN")).observation
    alone = evolve(seen, scenario=load_scenario("resolution_2270"))

    assert "The next sitting" in repr(echo.view(seen, Picks()))
    assert "The next sitting" not in repr(echo.view(alone, Picks()))


def test_going_on_opens_the_next_sitting_and_after_the_last_says_so(tmp_path):
    play = Play(NoShelf(), tmp_path / "settings.json", preferences=Preferences())
    play.begin(plays(begun("CHN")))
    for title in ("Eighty-two days", "The longest range", "Eight days", "Twenty-four months"):
        play.handle(GoOn())

        assert play.session.scenario.title == title
        assert play.is_busy
        plays(play.session)

    play.handle(GoOn())

    assert "no sitting follows" in play.modal.lower()


def in_the_third_sitting():
    session = plays(begun("USA"))
    for _sitting in range(2):
        assert session.go_on()
        plays(session)
    return session.observation, session.past


def picked(past, width=1600):
    return Picks({"abroad": "campaign"}, House(width=width, height=900, past=past), "world")


def test_the_strip_shows_what_was_what_is_and_what_is_to_come():
    o, past = in_the_third_sitting()
    found = chain.strip(o, past)

    assert len(found.beads) == 5
    assert [b.status for b in found.beads[:2]] == [
        "adopted" if left.adopted else "failed" for left in past
    ]
    assert found.beads[2].title == o.scenario.title
    assert [b.status for b in found.beads[3:]] == ["ahead", "ahead"]
    assert [b.at for b in found.beads] == sorted(b.at for b in found.beads)
    assert [year for _at, year in found.years] == ["2016", "2017"]


def test_a_sitting_is_dated_by_its_vote_also_when_its_months_are_over():
    session = plays(begun("USA"))
    (now, *_ahead) = chain.strip(session.observation, session.past).beads
    assert session.go_on()
    (then, *_later) = chain.strip(session.observation, session.past).beads
    (left,) = session.past

    assert (now.title, now.date) == (then.title, then.date)
    assert now.date == words.date(left.voted)
    assert (left.ended - left.voted).days == WEEK


def test_what_moved_and_whose_will_grew_count_from_what_the_sitting_before_left():
    session = plays(begun("USA"))
    assert session.go_on()
    o = session.observation
    left = o.begun.wills

    assert {g.name: g.was for g in after.gates(o, {})} == {
        e.name: left[e.id] for e in o.scenario.enforcers
    }
    assert any(left[e.id] != e.will for e in o.scenario.enforcers)
    assert not [line for line in texts(answer.changes(o)) if "→" in line]


def test_what_the_target_did_after_a_sitting_stands_between_the_beads():
    o, past = in_the_third_sitting()
    acts = {r.id: r.title for r in o.scenario.target.responses}
    labels = [m.label for m in chain.strip(o, past).moments]

    assert any(left.acts for left in past)
    assert all(acts[id] in labels for left in past for id in left.acts)


def test_a_broken_promise_is_carried_on_the_strip():
    o, past = in_the_third_sitting()
    record = evolve(o.record, grievances=(Grievance("CHN", "USA", "coal_iron_exports"),))
    found = chain.strip(evolve(o, record=record), past).carried
    grudge = next(line for line in found if line.kind == "grievance")

    assert grudge.flag == "CHN"
    assert "has not forgotten" in grudge.text
    assert grudge.tone == "no"


def test_leaks_and_states_won_stand_on_the_strip_below_headings_of_their_own():
    o, past = in_the_third_sitting()
    leak = Finding("coal", "false_papers", 640, "coal_iron_exports", published=True)
    record = evolve(o.record, findings=(leak,), followup=Followup(won=("singapore",)))
    page = repr(chain.campaign(evolve(o, record=record), picked(past)))

    assert "Found, and open still" in page
    assert "coal to China, false papers" in page
    assert "Won and listed" in page
    assert "Singapore: trade is suspended" in page


def test_a_sitting_alone_has_no_campaign_page_and_a_linked_one_shows_it_in_the_echo():
    o, past = in_the_third_sitting()
    alone = evolve(o, scenario=load_scenario("hwasong_14"))

    assert chain.strip(alone, ()) is None
    assert find(echo.view(o, picked(past)), "campaign strip")
    assert chain.campaign(alone, picked(())) is None


def test_names_on_the_strip_stand_apart_and_in_order():
    spots = calendar.spread([0.1, 0.12, 0.9, 0.94, 0.95], 0.15)

    assert all(b - a >= 0.15 - 1e-9 for a, b in pairwise(spots))
    assert max(spots) <= 0.95
