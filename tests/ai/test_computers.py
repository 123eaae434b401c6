"""What a computer delegation does is legal, true, the same twice, and follows from its brief."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine, words
from game.engine import consensus, council, floor, opinion
from game.engine.actions import Ask, CastVote, CoSponsor, PutInBlue, Refuse, Say, Warn
from game.engine.aftermath import minds_of
from game.engine.events import Bluffed
from game.engine.lately import Lately
from game.engine.terms import Ballot, Phase, Phrase
from game.session import advise
from tests.build import (
    BEATS,
    QUICK,
    begun,
    chosen,
    dice,
    freely,
    in_consultations,
    least,
    play_on,
    played,
    scenario,
    turn_of,
)

IDS = ("resolution_2270", "first_sitting")
SEEDS = range(1, 13)
SEARCH = "search"
WAYS = (*{p.strategy: p.id for p in ai.personalities().values()}.values(), QUICK, SEARCH)
"""One personality for each strategy, and both levels of play."""


def games(id, who=QUICK, seeds=SEEDS):
    return [played(id, seed, who) for seed in seeds]


@cache
def strange(id):
    """Return states of play that is random from some beat on."""
    return [state for beat in BEATS for state in freely(begun(id, beat), 3).states[::14]]


def moves(id, kind, seeds=SEEDS):
    """Yield state and action of every act of a kind in games of computers."""
    for game in games(id, seeds=seeds):
        for before, action, _ in game.moves():
            if isinstance(action, kind):
                yield before, action


def sum_of(state, seat, draft):
    """Return a seat's sum for a text, from its reasons and what it was dealt."""
    s, (variant, margin) = state.scenario, minds_of(state)[seat]
    parts = opinion.reasons(s, state.record, seat, variant, margin, draft)
    return opinion.total(parts)


def test_every_personality_has_a_strategy():
    assert {p.strategy for p in ai.personalities().values()} == set(ai.strategies())


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("level", WAYS)
def test_a_computer_acts_legally_wherever_random_play_has_led(id, level):
    """People play strangely; a computer taking part must not stumble over it."""
    for at, state in enumerate(strange(id)):
        if engine.actor(state) in state.scenario.seats:
            action = chosen(state, dice(3, at, engine.actor(state)), level)

            assert engine.refusal(state, action) is None, action


@pytest.mark.parametrize("level", WAYS)
def test_the_same_observation_gives_the_same_act_whatever_was_thought_before(level):
    """A game that was loaded goes on like the one that was saved: nothing is remembered."""
    game = played("resolution_2270", 2, level)
    for ply, (before, action, _) in enumerate(game.moves()):
        seat = engine.actor(before)
        if seat in before.scenario.seats and ply % 7 == 0:
            Lately.forget()
            assert chosen(before, dice(game.seed, ply, seat), level) == action
            assert chosen(before, dice(game.seed, ply, seat), level) == action


@pytest.mark.parametrize("id", IDS)
def test_the_same_seed_is_the_same_game(id):
    first = played(id, 1)
    again = play_on(engine.new_game(scenario(id)), 1)

    assert again.actions == first.actions
    assert again.end == first.end


def test_another_seed_is_another_game():
    assert len({len(game.actions) for game in games("resolution_2270")}) > 5


@pytest.mark.parametrize("id", IDS)
def test_computers_say_only_what_is_true(id):
    """Also the pen, of its own text."""
    for state, say in moves(id, Say):
        points = sum_of(state, say.seat, state.seen(say.seat).clauses)

        assert opinion.phrase_for(state.scenario.briefs[say.seat], points) is say.phrase


@pytest.mark.parametrize("id", IDS)
def test_a_reason_given_is_one_that_counts(id):
    given = 0
    for state, say in moves(id, Say):
        if say.because:
            s, draft = state.scenario, state.seen(say.seat).clauses
            variant, _ = minds_of(state)[say.seat]
            parts = opinion.own_reasons(s, say.seat, variant, draft, state.record.stock)
            points = sum(r.points for r in parts if r.cause == say.because)
            assert points * (1 if say.phrase.points > 0 else -1) > 0
            given += 1
    assert given


@pytest.mark.parametrize("id", IDS)
def test_computers_lend_their_names_only_to_texts_they_support_or_as_promised(id):
    for state, action in moves(id, CoSponsor):
        points = sum_of(state, action.seat, state.seen(action.seat).clauses)
        brief = state.scenario.briefs[action.seat]

        owed = any(
            (p.by, p.kind, p.status) == (action.seat, "sponsor", "open")
            for p in state.record.pledges
        )
        phrase = opinion.phrase_for(brief, points)
        assert phrase is Phrase.SUPPORTS or (owed and phrase is Phrase.GOES_ALONG)
        assert owed or not brief.reluctant


@pytest.mark.parametrize("id", IDS)
def test_computers_vote_as_their_reasons_add_up(id):
    for state, action in moves(id, CastVote):
        if state.questions[0].version != state.blue:
            continue  # A rival is weighed against the text that waits; see test_rivals.
        if council.adopted(floor.counted(state)):
            continue  # Nor is a text that comes after one was adopted weighed by itself.
        points = sum_of(state, action.seat, state.version(state.blue).clauses)
        brief, expected = state.scenario.briefs[action.seat], Ballot.ABSTAIN
        if points >= brief.yes_at:
            expected = Ballot.YES
        elif points < opinion.refuses_below(state.scenario, state.record, action.seat):
            expected = Ballot.NO

        assert action.ballot is expected


@pytest.mark.parametrize("id", IDS)
def test_computers_warn_only_of_what_would_keep_them_from_a_yes_but_for_bluffs(id):
    for state, warn in moves(id, Warn):
        if Bluffed(warn.seat, "warning", warn.measure) in engine.apply(state, warn).log:
            continue
        text = opinion.alone(state.scenario, warn.measure, warn.level)

        assert sum_of(state, warn.seat, text) < state.scenario.briefs[warn.seat].yes_at


@pytest.mark.parametrize("id", IDS)
def test_a_warning_says_the_worst_that_is_true_of_a_clause_as_it_stands(id):
    """Of a vote against, too: a permanent member that would veto a clause says so."""
    said = set()
    for state, warn in moves(id, Warn):
        if _bluffs(state, warn):
            continue
        s, brief = state.scenario, state.scenario.briefs[warn.seat]
        now = opinion.level_of(s, state.seen(warn.seat).clauses, warn.measure)
        for level in (warn.level, now):
            points = sum_of(state, warn.seat, opinion.alone(s, warn.measure, level))
            assert opinion.phrase_for(brief, points) is warn.phrase
        said.add((warn.phrase, warn.seat in s.permanent))
    assert (Phrase.OPPOSES, True) in said or id != "resolution_2270"


def _bluffs(state, action):
    return any(isinstance(e, Bluffed) for e in engine.apply(state, action).log[len(state.log) :])


def test_a_pen_says_nothing_of_a_text_that_it_does_not_support():
    pen, brief = scenario().penholder, scenario().briefs[scenario().penholder]
    state, found = turn_of(in_consultations(scenario()), pen), []
    for clauses in (state.versions[-1].clauses, {}):
        shown = evolve(state, versions=(evolve(state.versions[-1], clauses=clauses),))
        act = ai.decide(engine.observe(shown, pen), ai.personalities()[QUICK], dice(0, 0, pen))
        found.append(isinstance(act, Say))
        true = opinion.phrase_for(brief, sum_of(shown, pen, clauses))
        assert not found[-1] or act.phrase is true
        assert found[-1] is (true.points > 0)
    assert found == [True, False]


def test_advice_is_never_to_bluff():
    seeds = (20, 24, 26)
    bluffs = [(s, w) for s, w in moves("resolution_2270", Warn, seeds) if _bluffs(s, w)]

    assert bluffs
    for state, warn in bluffs:
        assert not _bluffs(state, advise(engine.observe(state, warn.seat)))


@pytest.mark.parametrize("id", IDS)
def test_every_refusal_names_what_would_do_or_for_whose_sake_nothing_does(id):
    whose = set()
    for state, refusal in moves(id, Refuse):
        ask, s = state.record.asks[refusal.ask - 1], state.scenario
        assert (refusal.counter is None) is bool(refusal.because)
        assert refusal.because != ask.seat
        if refusal.because:
            own = refusal.because == refusal.seat
            said = words.say(refusal, s, record=state.record)
            assert ("its own capital" if own else words.the(s, refusal.because)) in said
            whose.add(own)
    assert whose == {True, False} or id != "resolution_2270"


@pytest.mark.parametrize("id", IDS)
def test_computers_ask_for_what_is_worth_something_to_them(id):
    """An ask raises the seat's own sum, or meets an aim of its brief."""
    for state, ask in moves(id, Ask, seeds=range(1, 6)):
        s = state.scenario
        seen = state.seen(ask.seat)
        text = seen.clauses if seen else {}
        levels = {m.id: opinion.level_of(s, text, m.id) for m in s.measures}
        now = sum_of(state, ask.seat, opinion.text_of(levels))
        then = sum_of(state, ask.seat, opinion.text_of(levels) | {ask.measure: ask.clause})

        aims = {aim.measure for aim in s.briefs[ask.seat].aims}
        assert then > now or ask.measure in aims, ask


@pytest.mark.parametrize("id", IDS)
def test_a_computer_pen_keeps_its_promises(id):
    """At least 95 in 100: a word is broken only for more than it is worth."""
    ends = [game.end for game in games(id) if game.end.blue]
    given = [p for end in ends for p in end.record.pledges if p.by == end.scenario.penholder]
    broken = sum(p.status == "broken" for p in given)

    assert len(given) > 40
    assert broken * 20 <= len(given)


@pytest.mark.parametrize("id", IDS)
def test_a_computer_pen_puts_a_text_in_blue_in_every_game(id):
    assert all(game.end.blue for game in games(id))


@pytest.mark.parametrize("id", IDS)
def test_a_computer_pen_asks_for_no_vote_without_the_words_a_text_needs(id):
    for state, _ in moves(id, PutInBlue):
        s = state.scenario
        for measure, least_ in s.required.items():
            assert opinion.level_of(s, state.working, measure) >= least_


@pytest.mark.parametrize("id", IDS)
def test_computers_leave_nobody_without_an_answer(id):
    """An ask is granted or refused; only blue in the same round can cut it off."""
    for game in games(id):
        assert not [a for a in game.end.record.asks if a.status == "open"]
        assert not [a for a in game.end.record.asks if a.status == "ignored"]


def test_the_text_widens_from_the_inner_two_to_all():
    for game in games("resolution_2270"):
        circles = [showing.circle.value for showing in game.end.record.showings]

        assert circles[0] == "p2"
        assert circles[-1] == "all"
        assert circles == sorted(circles, key=["p2", "p5", "all"].index)


def test_a_search_ends_where_no_single_change_is_better():
    """For the searching level, in the round where the pen first knows what all say."""
    state = next(
        state
        for state in played("resolution_2270", 1).states
        if state.round == 4 and engine.actor(state) == "USA"
    )
    seen = engine.observe(state, "USA")

    best = ai.search.best_text(seen, ai.personalities()[SEARCH])
    near = consensus.neighbours(scenario(), best)
    value = ai.search.worth(seen, best[None, :])[0]
    assert value >= ai.search.worth(seen, near).max()
    assert value >= ai.search.worth(seen, ai.search.plain_text(scenario())[None, :])[0]
    assert consensus.allowed(scenario(), best[None, :])[0]


def test_looking_further_finds_no_worse_a_text():
    for seed in (1, 2, 3):
        state = turn_of(in_consultations(scenario(), seed=seed), "USA")
        seen = engine.observe(state, "USA")
        near, far = (
            ai.search.worth(seen, ai.search.best_text(seen, ai.personalities()[level])[None, :])[0]
            for level in (QUICK, SEARCH)
        )

        assert far >= near


def test_a_suggestion_is_a_text_that_the_rules_allow():
    state = turn_of(in_consultations(scenario()), "USA")
    text = ai.suggest(engine.observe(state, "USA"))

    assert consensus.allowed(scenario(), consensus.row(scenario(), text)[None, :])[0]


def test_computers_take_over_from_idle_people_at_any_beat():
    """A seat can be given to a computer in the middle of a game."""
    for phase in (Phase.SOUNDINGS, Phase.TEXT, Phase.SQUEEZE, Phase.BLUE, Phase.VOTE):
        game = played("first_sitting", 1)
        at = next(state for state in game.states if state.phase is phase)
        seat = engine.actor(at)
        if not engine.chance(at) and engine.refusal(at, least(at, seat)) is None:
            at = engine.apply(at, least(at, seat))
        end = play_on(engine.seat_person(at, seat, person=False), 5).end

        assert end.phase is Phase.OVER
