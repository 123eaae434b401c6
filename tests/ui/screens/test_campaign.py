"""The window of a campaign: from the echo of one sitting to the alarm of the next."""

from attrs import evolve

from game.content import load_scenario
from game.ui.messages import GoOn, Picks
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
