"""What Enter answers to an offer: more is asked for where the other has several times as much."""

import pytest
from attrs import evolve

from game import engine
from game.commands.terminal import entering, turn
from game.engine import bargain
from game.engine.actions import Accept, Ask, Decline, Offer, Report, Say
from game.engine.actions.terms import pledge_of
from game.engine.record import Term
from game.engine.state import note
from game.engine.terms import Ballot, Phase, Phrase
from game.ui.bargain.incoming import incoming
from game.ui.bargain.laid import mirrored
from game.ui.bargain.usual import LITTLE, SEVERAL, usual
from game.ui.bargain.worth import worths
from game.ui.messages import Picks
from game.ui.parts.footer import with_warning
from tests.build import played
from tests.ui.screens.sitting import in_phase, play
from tests.ui.screens.test_corridor import HOUSE, actions, named

GAMES = [("first_sitting", seed, "search") for seed in (1, 2, 5)]


def waiting():
    """Yield what every seat to which something was offered sees of it."""
    for game in GAMES:
        for _before, action, after in played(*game).moves():
            if isinstance(action, Offer) and after.offered is not None:
                yield after, engine.observe(after, action.to)


@pytest.fixture(scope="module")
def answered():
    """Every offer with the points of both sides, and what Enter answers to it."""
    return [
        (state, o, *(w.points for w in worths(o, mirrored(o.offered))), usual(o, o.offered))
        for state, o in waiting()
    ]


def test_enter_accepts_nothing_by_which_the_other_has_several_times_as_much_for_little(answered):
    taken = [(mine, theirs) for *_, mine, theirs, it in answered if isinstance(it, Accept)]

    assert taken
    for mine, theirs in taken:
        assert mine > 0
        assert mine > LITTLE or theirs < SEVERAL * mine


def test_a_counter_is_legal_and_better_for_who_makes_it_and_good_for_the_other(answered):
    counters = [it for it in answered if isinstance(it[-1], Decline) and it[-1].give]

    assert counters
    for state, o, mine, theirs, it in counters:
        assert theirs >= SEVERAL * mine
        assert engine.refusal(state, it) is None
        assert bargain.value(o, it.to, it.give, it.take).points >= 2 * mine
        assert bargain.estimate(o, it.to, it.give, it.take).mean >= 0


def test_the_window_and_the_terminal_answer_the_same(answered):
    for _state, o, _mine, _theirs, it in answered:
        modal = incoming(o, Picks({}, HOUSE, "chamber"))
        name = "accept" if isinstance(it, Accept) else "fairer" if it.give else "decline"
        button = named(modal, name)

        assert button.main
        assert actions(button.message)[0] == it
        typed = entering.on_enter(o)
        assert type(typed) is type(it)
        assert typed == it or not (isinstance(it, Accept) or it.give)


# -- what breaks a word is said


def promising(state, seat, *terms):
    pledges = tuple(pledge_of(term, seat, "USA") for term in terms)
    return engine.observe(note(state, pledges=pledges), seat)


def in_the_second_round():
    return play("CHN", in_phase(Phase.SQUEEZE, 2))


def test_the_prompt_and_the_button_say_that_an_ask_breaks_a_word():
    ask = Ask("CHN", "coal_iron_exports", 2)
    o = promising(in_the_second_round(), "CHN", Term("lift", "coal_iron_exports", 2, upward=True))
    says = "breaks your word to the United States: no further request on"

    assert says in turn.foretold(o, ask)
    assert says in with_warning(o, ask, "1 act")
    free = promising(in_the_second_round(), "CHN")
    assert "breaks" not in turn.foretold(free, ask)
    assert with_warning(free, ask, "1 act") == "1 act"


def test_a_report_short_of_a_promise_says_so():
    o = promising(in_the_second_round(), "CHN", Term("enforce"))

    assert "breaks your word" in turn.foretold(o, Report("CHN", "short"))
    assert "breaks" not in turn.foretold(o, Report("CHN", "full"))


@pytest.mark.parametrize("ballot", [Ballot.YES, Ballot.ABSTAIN])
def test_who_has_promised_its_vote_does_not_announce_a_no_without_a_word_of_that(ballot):
    """The others, who know nothing of the promise, hear nothing of it."""
    state = in_the_second_round()
    o = promising(state, "CHN", Term("vote", ballot=ballot))
    no = Say("CHN", Phrase.OPPOSES)

    assert "though it has promised the United States" in turn.said(o, no)
    assert "promised" not in turn.said(o, Say("CHN", Phrase.CONCERNS))
    assert "promised" not in turn.said(promising(state, "CHN"), no)


def test_who_was_promised_a_clause_for_its_vote_says_unless_it_is_in_it():
    state = in_the_second_round()
    o = promising(state, "CHN", Term("vote", ballot=Ballot.ABSTAIN))
    clause = pledge_of(Term("clause", "coal_iron_exports", 3, upward=True), "USA", "CHN")
    pledges = tuple(evolve(p, deal=1) for p in (*o.record.pledges, clause))
    seen = engine.observe(note(state, pledges=pledges), "CHN")
    assert "unless what was agreed is in it" in turn.said(seen, Say("CHN", Phrase.OPPOSES))
