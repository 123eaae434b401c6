"""A sitting beat by beat: who may do what, what it costs, and what follows."""

import pytest
from attrs import evolve

from game import engine
from game.engine import IllegalAction, consensus, council
from game.engine.actions import (
    Ask,
    Back,
    Block,
    CastVote,
    Circulate,
    Consent,
    CoSponsor,
    DealBrief,
    DemandSight,
    EndRound,
    Explain,
    Grant,
    Occur,
    Oppose,
    Propose,
    PutInBlue,
    Refuse,
    Say,
    SetClause,
    Sight,
    Soften,
    Speak,
    Warn,
)
from game.engine.aftermath import minds_of
from game.engine.events import (
    AskIgnored,
    BeatOpened,
    Missed,
    PledgeSettled,
    RoundsOver,
    StatementIssued,
    Tally,
    WordBroken,
)
from game.engine.opinion import level_of, reasons, text_of
from game.engine.terms import WORLD, Ballot, Cause, Circle, Phase, Phrase, Stance
from tests.build import (
    at_text,
    at_vote,
    dealt,
    idle,
    in_blue,
    in_consultations,
    in_round,
    play,
    play_on,
    scenario,
    turn_of,
    voted,
    written,
)

COAL = "coal_iron_exports"


def events(state, kind):
    return [e for e in state.log if isinstance(e, kind)]


def refused(state, action):
    """Return the key of the rule that refuses an action."""
    found = engine.refusal(state, action)
    return found.key if found else None


# -- the deal and the soundings


def test_chance_deals_to_every_capital_once_and_then_a_plan():
    state = dealt(scenario())

    assert [e.to for e in events(state, DealBrief)] == list(scenario().seats)
    assert set(state.dealt) == set(scenario().seats)
    assert state.doctrine


def test_a_deal_is_weighted_by_variant_margin_and_temper():
    state = engine.new_game(scenario())
    brief, tempers = scenario().briefs["AGO"], scenario().tempers
    weights = dict(engine.chance(state))

    first = DealBrief(WORLD, "AGO", brief.variants[0].id, 0, tempers[0].id)
    assert weights[first] == brief.variants[0].weight * 4 * tempers[0].weight
    edge = DealBrief(WORLD, "AGO", brief.variants[0].id, -3, tempers[0].id)
    assert weights[edge] * 4 == weights[first]


def test_the_alarm_opens_with_its_incident():
    state = dealt(scenario())

    assert [e.incident for e in events(state, Occur)] == ["fourth_test"]
    assert state.record.stock == scenario().stock
    assert state.indicators["threat"] == scenario().target.indicators["threat"] + 10


def test_soundings_go_round_the_table_from_the_president_to_the_pen():
    state = dealt(scenario())

    assert state.queue == (*scenario().seating(0), "USA")


def proposed(statement="condemn"):
    """Return the soundings with a press statement before the others."""
    everybody_spoke = idle(dealt(scenario()), lambda s: len(s.record.stances) == 15)
    return play(everybody_spoke, Propose("USA", statement))


def test_a_press_statement_goes_out_when_none_of_the_others_objects():
    state = idle(proposed(), lambda s: s.phase is Phase.TEXT)

    assert [e.statement for e in events(state, StatementIssued)] == ["condemn"]
    assert len(events(state, Consent)) == 14


def test_any_one_member_can_block_a_press_statement():
    """Source: press statements need the consent of all fifteen members."""
    first = proposed().queue[0]
    state = play(proposed(), Block(first))

    assert events(state, StatementIssued) == []
    assert state.record.blocked_by == first
    assert state.record.statement == ""
    assert state.record.fallen == ("condemn",)


def test_whoever_spoke_for_condemnation_can_try_another_product_where_the_pens_fell():
    """In the order in which they spoke, once; what has just fallen is not tried again."""
    state = play(proposed(), Block(proposed().queue[0]))
    first, second, *_others = state.queue
    again = play(state, Propose(first, ""), Propose(second, "warning"))

    assert first in state.record.stances
    assert engine.refusal(state, Propose(first, "condemn")).key == "fallen"
    assert (again.record.mover, again.record.blocked_by) == (second, "")
    assert set(again.queue) == set(scenario().seats) - {second}


def test_a_second_objection_ends_the_soundings():
    state = play(proposed(), Block(proposed().queue[0]))
    state = play(state, Propose(state.queue[0], "warning"))
    state = play(state, Block(state.queue[0]))

    assert state.record.fallen == ("condemn", "warning")
    assert state.phase is Phase.TEXT


def test_who_moved_a_product_that_is_not_the_pens_can_soften_it():
    state = play(proposed(), Block(proposed().queue[0]))
    mover = state.queue[0]
    state = play(state, Propose(mover, "warning"))
    state = play(state, Block(state.queue[0], "review_trigger"))

    assert state.queue == (mover,)
    assert engine.refusal(state, Soften(mover, "review_trigger", 2)) is None
    assert engine.refusal(state, Soften("USA", "review_trigger", 2)) is not None


def measures_only(state):
    """Let all take the floor for measures, so that nobody is there to try another product."""
    while len(state.record.stances) < 15:
        seat = engine.actor(state)
        state = play(state, Speak(seat, Stance.MEASURES, COAL))
    return state


def test_the_pen_can_let_a_press_statement_be():
    state = play(measures_only(dealt(scenario())), Propose("USA", ""))

    assert state.phase is Phase.TEXT
    assert events(state, Consent) == []


# -- the text


def test_the_pen_begins_with_the_regime_and_the_words_a_text_needs():
    state = at_text(scenario())

    for measure, least in scenario().required.items():
        assert level_of(scenario(), state.working, measure) >= least
    for measure, least in scenario().in_force.items():
        assert state.working[measure].level == least


def test_a_working_text_is_shown_to_nobody_until_it_is_circulated():
    state = written(at_text(scenario()), {COAL: 6})

    assert state.versions == ()
    assert [engine.observe(state, s).draft for s in scenario().seats] == [None] * 15
    assert engine.observe(state, "CHN").working is None
    assert engine.observe(state, "USA").working[COAL].level == 6


@pytest.mark.parametrize(
    ("circle", "readers"),
    [
        (Circle.P2, {"CHN", "USA"}),
        (Circle.P5, {"CHN", "FRA", "GBR", "RUS", "USA"}),
        (Circle.ALL, set(scenario().seats)),
    ],
)
def test_a_text_reaches_the_circle_it_is_shown_to(circle, readers):
    state = play(at_text(scenario()), Circulate("USA", circle))

    seen = {s for s in scenario().seats if engine.observe(state, s).draft is not None}
    assert seen == readers
    assert state.record.showings[-1].circle is circle


def test_consultations_do_not_open_before_a_text_was_shown():
    assert refused(at_text(scenario()), EndRound("USA")) == "not_shown"


def test_a_circle_never_narrows():
    state = play(written(at_text(scenario()), {COAL: 1}), Circulate("USA", Circle.P5))
    changed = play(state, SetClause("USA", COAL, 2))

    assert refused(changed, Circulate("USA", Circle.P2)) == "narrower"
    assert refused(state, Circulate("USA", Circle.P5)) == "nothing_new"
    assert refused(state, Circulate("USA", Circle.ALL)) is None


@pytest.mark.parametrize(
    ("action", "key"),
    [
        (SetClause("USA", "unicorns", 1), "unknown_measure"),
        (SetClause("USA", COAL, 99), "unknown_level"),
        (SetClause("USA", COAL, -1), "unknown_level"),
        (SetClause("USA", "cargo_inspection", 1), "in_force"),
        (SetClause("USA", COAL, 0), "unchanged"),
        (SetClause("USA", "cargo_inspection", 3), "unchanged"),
        (SetClause("USA", COAL, 1, "implores"), "fixed_verb"),
        (SetClause("USA", COAL, 1), None),
    ],
)
def test_what_the_pen_may_write(action, key):
    assert refused(at_text(scenario()), action) == key


def test_a_verb_can_be_swapped_on_a_regular_level():
    state = at_text(scenario())
    m, level = next(
        (m, n)
        for m in scenario().measures
        for n, found in enumerate(m.levels, 1)
        if found.regular and n > scenario().floor(m.id)
    )
    own = m.level(level).verb
    other = next(v.verb for v in scenario().verbs if v.verb != own)

    assert play(state, SetClause("USA", m.id, level, other)).working[m.id].verb == other
    assert refused(state, SetClause("USA", m.id, level, own)) == "own_verb"


def test_only_the_pen_writes_shows_and_puts_in_blue():
    state = turn_of(in_consultations(scenario()), "CHN")

    for action in (SetClause("CHN", COAL, 1), Circulate("CHN", Circle.ALL), PutInBlue("CHN")):
        assert refused(state, action) == "not_the_pen"


# -- rounds and tokens


def test_a_round_goes_round_the_table_and_ends_with_the_pen():
    state = in_consultations(scenario())
    others = [s for s in scenario().seating(9) if s != "USA"]

    assert state.queue == (*others, "USA")
    assert state.record.day == scenario().stride_days


def test_computers_have_three_two_or_one_token_and_people_three():
    state = in_consultations(scenario(), people=("SEN", "CHN"))

    assert state.tokens["USA"] == 3
    assert state.tokens["RUS"] == 2
    assert state.tokens["VEN"] == 1
    assert state.tokens["SEN"] == state.tokens["CHN"] == 3


SPENDING = [
    Ask("SEN", COAL, 1),
    Back("SEN", COAL),
    Oppose("SEN", COAL),
    Warn("SEN", COAL, 3),
    CoSponsor("SEN"),
]


@pytest.mark.parametrize("action", SPENDING, ids=lambda a: type(a).__name__)
def test_an_act_in_the_consultations_costs_a_token(action):
    state = turn_of(in_consultations(scenario()), "SEN")
    after = play(state, action)

    assert after.tokens["SEN"] == state.tokens["SEN"] - 1 == 0
    assert engine.actor(after) == "SEN"
    assert refused(after, Ask("SEN", COAL, 3)) == "no_tokens"


def test_demanding_to_see_the_text_costs_a_token():
    state = turn_of(in_consultations(scenario(), circle=Circle.P2), "SEN")
    after = play(state, DemandSight("SEN"))

    assert after.tokens["SEN"] == 0
    assert after.record.demanded == ("SEN",)


def test_a_phrase_is_free_and_said_once_a_round():
    state = turn_of(in_consultations(scenario()), "SEN")
    after = play(state, Say("SEN", Phrase.CONCERNS))

    assert after.tokens == state.tokens
    assert refused(after, Say("SEN", Phrase.SUPPORTS)) == "said"
    again = turn_of(in_round(after, 2), "SEN")
    assert refused(again, Say("SEN", Phrase.SUPPORTS)) is None


def test_tokens_left_are_lost():
    state = in_round(in_consultations(scenario()), 2)

    assert state.tokens["RUS"] == 2
    assert state.tokens["SEN"] == 1


def test_nobody_speaks_of_a_text_that_was_not_shown_to_them():
    state = turn_of(in_consultations(scenario(), circle=Circle.P2), "SEN")

    assert refused(state, Say("SEN", Phrase.SUPPORTS)) == "not_seen"
    assert refused(state, CoSponsor("SEN")) == "not_seen"
    assert refused(turn_of(in_consultations(scenario()), "SEN"), DemandSight("SEN")) == "seen"


def test_three_marks_are_enough():
    state = turn_of(in_consultations(scenario(), people=("SEN",)), "SEN")
    state = play(state, Back("SEN", COAL), Oppose("SEN", "flights"), Back("SEN", "arms_embargo"))
    state = turn_of(in_round(state, 2), "SEN")

    assert state.tokens["SEN"] == 3
    assert refused(state, Back("SEN", "bank_presence")) == "marks_spent"


def test_a_clause_is_marked_once():
    state = turn_of(in_consultations(scenario(), people=("SEN",)), "SEN")
    state = play(state, Back("SEN", COAL))

    assert refused(state, Oppose("SEN", COAL)) == "marked"


def test_the_pen_does_not_lobby_against_its_own_draft():
    state = turn_of(in_consultations(scenario()), "USA")

    for action in (Ask("USA", COAL, 1), Back("USA", COAL), Warn("USA", COAL, 3)):
        assert refused(state, action) == "own_draft"


def test_the_first_text_is_free_and_a_later_one_costs_the_pen_a_token():
    state = turn_of(in_consultations(scenario()), "USA")
    after = play(written(state, {COAL: 1}), Circulate("USA", Circle.ALL))

    assert at_text(scenario()).tokens == {}
    assert after.tokens["USA"] == state.tokens["USA"] - 1


def test_the_shock_lands_at_the_round_that_its_per_cent_says():
    """Sixty per cent of six rounds: the launch opens round 4."""
    before, after = (in_round(in_consultations(scenario()), n) for n in (3, 4))

    assert [e.incident for e in events(before, Occur)] == ["fourth_test"]
    assert [e.incident for e in events(after, Occur)] == ["fourth_test", "february_launch"]
    assert after.record.stock == before.record.stock + 5


@pytest.mark.parametrize("seed", range(4))
def test_a_sitting_of_one_round_has_every_incident_and_every_sign(seed):
    """Three signs and the shock come together; none takes the place of another."""
    end = play_on(engine.new_game(evolve(scenario(), rounds=1)), seed).end

    assert [e.incident for e in events(end, Occur)] == ["fourth_test", "february_launch"]
    assert len(end.record.clues) - len(end.record.followup.signs) == 3


def test_signs_of_the_targets_plan_come_at_their_times():
    first = dealt(scenario())
    last = in_round(in_consultations(scenario()), 5)

    assert len(events(first, Sight)) == len(first.record.clues) == 1
    assert len(last.record.clues) == 3
    assert len(set(last.record.clues)) == 3


# -- asks and pledges


def asked(level=1, seat="SEN", levels=None):
    """Return the pen's turn, after a seat asked for another level of coal."""
    state = turn_of(in_consultations(scenario(), levels), seat)
    return turn_of(play(state, Ask(seat, COAL, level)), "USA")


def test_an_ask_knows_its_direction_from_the_text_its_seat_has_seen():
    assert scenario().record[COAL] == 2

    assert asked(1).record.asks[0].upward is False
    assert asked(3).record.asks[0].upward is True


def test_an_ask_for_what_stands_already_is_refused():
    state = turn_of(in_consultations(scenario()), "SEN")

    assert refused(state, Ask("SEN", COAL, 2)) == "unchanged"
    assert refused(state, Ask("SEN", COAL, 99)) == "unknown_level"
    assert refused(state, Ask("SEN", "unicorns", 1)) == "unknown_measure"


def test_an_ask_is_not_made_twice_while_it_is_open():
    state = turn_of(in_consultations(scenario(), people=("SEN",)), "SEN")
    state = play(state, Ask("SEN", COAL, 1))

    assert refused(state, Ask("SEN", COAL, 1)) == "asked_before"
    assert refused(state, Ask("SEN", COAL, 3)) is None


def test_granting_is_a_promise_and_writes_the_text():
    state = play(asked(1), Grant("USA", 1))

    assert state.record.asks[0].status == "granted"
    assert state.working[COAL].level == 1
    (pledge,) = state.record.pledges
    assert (pledge.to, pledge.measure, pledge.level, pledge.status) == ("SEN", COAL, 1, "open")


def test_granting_what_the_text_holds_anyway_changes_no_word():
    state = play(written(asked(1), {COAL: 0}), Grant("USA", 1))

    assert level_of(scenario(), state.working, COAL) == 0
    assert len(state.record.pledges) == 1


def test_a_promise_kept_in_blue_is_settled_as_kept():
    state = in_blue(play(asked(3), Grant("USA", 1)))

    assert [e.kept for e in events(state, PledgeSettled)] == [True]
    assert state.record.pledges[0].status == "kept"


def test_a_promise_broken_in_blue_is_settled_as_broken_and_costs_nine():
    promised = play(asked(3), Grant("USA", 1))
    kept, broken = in_blue(promised), in_blue(written(promised, {COAL: 2}))

    assert [e.kept for e in events(broken, PledgeSettled)] == [False]
    for state, key, points in ((kept, "ask_stands", 2), (broken, "pledge_broken", -9)):
        variant, draft = state.dealt["SEN"].variant, state.version(state.blue).clauses
        found = reasons(scenario(), state.record, "SEN", variant, 0, draft)
        assert [r.points for r in found if r.key == key] == [points]


def test_a_refusal_carries_the_nearest_level_that_would_do():
    state = play(asked(0), Refuse("USA", 1, 1))

    assert state.record.asks[0].status == "refused"
    assert state.record.asks[0].counter == 1
    assert refused(asked(0), Refuse("USA", 1, 0)) == "counter_is_ask"
    assert refused(asked(0), Refuse("USA", 1, 99)) == "unknown_level"


def test_an_offer_returned_unchanged_is_granted_at_once():
    state = play(asked(0), Refuse("USA", 1, 1))
    state = turn_of(in_round(state, 2), "SEN")
    state = play(state, Ask("SEN", COAL, 1))

    assert state.record.asks[1].status == "granted"
    assert state.record.pledges[0].level == 1
    assert state.working[COAL].level == 1


def test_an_offer_to_one_is_not_granted_to_another():
    state = play(asked(0), Refuse("USA", 1, 1))
    state = turn_of(in_round(state, 2), "VEN")
    state = play(state, Ask("VEN", COAL, 1))

    assert state.record.asks[1].status == "open"


def test_an_ask_left_without_an_answer_is_ignored_and_resented():
    state = in_round(asked(1), 2)

    assert [e.seat for e in events(state, AskIgnored)] == ["SEN"]
    found = reasons(scenario(), state.record, "SEN", state.dealt["SEN"].variant, 0, {})
    assert [r.points for r in found if r.key == "ignored"] == [-1]


def test_going_into_blue_leaves_open_asks_ignored():
    state = in_blue(asked(1))

    assert state.record.asks[0].status == "ignored"


def test_an_answer_needs_an_open_ask():
    state = play(asked(1), Refuse("USA", 1))

    assert refused(state, Grant("USA", 1)) == "no_asks"
    assert refused(asked(1), Grant("USA", 2)) == "not_asked"


# -- blue, vote, echo


def test_a_text_in_blue_is_shown_to_all_and_voted_on_the_next_day():
    blue = in_blue(in_consultations(scenario(), circle=Circle.P2))
    vote = at_vote(blue)

    assert all(engine.observe(blue, s).draft == blue.working for s in scenario().seats)
    assert vote.record.day == blue.record.day + 1


def test_a_text_can_go_into_blue_in_the_first_round():
    state = in_blue(in_consultations(scenario()))

    assert state.round == 1
    assert state.phase is Phase.BLUE


def test_a_text_with_a_legal_error_does_not_go_into_blue():
    """Binding measures need a basis in Chapter VII, and a basis needs its determination."""
    state = written(turn_of(in_consultations(scenario()), "USA"), {"article39_determination": 0})

    assert refused(state, PutInBlue("USA")) == "requires"


def test_in_blue_everybody_has_one_last_word():
    state = in_blue(in_consultations(scenario()))

    assert sorted(state.queue) == sorted(scenario().seats)
    assert state.queue[0] == "CHN"
    assert state.queue[-1] == "USA"


def test_a_sponsor_supports_in_public():
    state = turn_of(in_blue(in_consultations(scenario())), "SEN")
    after = play(state, CoSponsor("SEN"))

    assert after.record.phrases["SEN"] is Phrase.SUPPORTS
    assert after.record.sponsors == ("USA", "SEN")


def test_ballots_are_sealed_until_the_last_is_cast():
    state = at_vote(in_consultations(scenario()))
    first = engine.actor(state)
    state = play(state, CastVote(first, Ballot.NO))

    seen = engine.observe(state, engine.actor(state))
    assert seen.voted == (first,)
    assert seen.ballot is None
    assert [e for e in seen.log if isinstance(e, CastVote)] == []
    assert engine.observe(state, first).ballot is Ballot.NO
    assert refused(state, CastVote(first, Ballot.YES)) == "not_your_turn"


def test_the_count_shows_every_hand_to_all():
    state = voted(in_consultations(scenario()), {"VEN": Ballot.ABSTAIN})

    for seat in (*scenario().seats, ""):
        assert engine.observe(state, seat).tally.ballots["VEN"] is Ballot.ABSTAIN


def test_nobody_explains_a_vote_before_the_count():
    state = at_vote(in_consultations(scenario()))

    assert refused(state, Explain(engine.actor(state), "wide")) == "not_counted"
    counted = voted(state, {})
    assert refused(counted, Explain(engine.actor(counted), "wide")) is None


def test_voting_otherwise_than_one_said_is_on_record():
    state = turn_of(in_consultations(scenario()), "SEN")
    state = play(state, Say("SEN", Phrase.SUPPORTS))

    broke = voted(state, {"SEN": Ballot.ABSTAIN})
    assert [e.seat for e in events(broke, WordBroken)] == ["SEN"]
    assert events(voted(state, {}), WordBroken) == []


def test_voting_yes_after_announcing_a_no_is_on_record_too():
    state = turn_of(in_consultations(scenario()), "SEN")
    state = play(state, Say("SEN", Phrase.OPPOSES))

    assert [e.seat for e in events(voted(state, {}), WordBroken)] == ["SEN"]


def test_a_failed_vote_says_who_was_short_and_what_would_have_carried():
    """The text of March 2016 with a full coal ban fails by China's hand; less coal carries."""
    heavy = scenario().record | {COAL: 6}
    state = voted(in_consultations(scenario(), heavy), {"CHN": Ballot.NO})

    (missed,) = events(state, Missed)
    assert state.tally.cause is Cause.VETO
    assert missed.short["CHN"] > 0
    assert missed.changes


def votes_on(state, text):
    """Return the ballots that follow from what was dealt."""
    return consensus.ballots(scenario(), state.record, minds_of(state), text)


def test_what_would_have_carried_carries():
    heavy = scenario().record | {COAL: 6}
    state = voted(in_consultations(scenario(), heavy), {"CHN": Ballot.NO})
    (missed,) = events(state, Missed)
    text = state.version(state.blue).clauses
    levels = {m: clause.level for m, clause in text.items()}

    better = text_of(levels | missed.changes)
    assert council.outcome(scenario(), votes_on(state, better))[0] is Cause.ADOPTED
    assert council.outcome(scenario(), votes_on(state, text))[0] is not Cause.ADOPTED


def test_an_adopted_text_needs_no_excuse():
    assert events(voted(in_consultations(scenario()), {}), Missed) == []


def test_the_last_round_without_blue_ends_without_a_text():
    state = idle(in_consultations(scenario()), lambda s: s.phase is Phase.ECHO)

    assert state.round == scenario().rounds
    assert len(events(state, RoundsOver)) == 1
    assert events(state, Tally) == []
    assert (engine.actor(state), state.record.followup.month) == (WORLD, 1)


def test_the_target_answers_a_failed_sitting_as_well_as_an_adopted_text():
    for start in (in_consultations(scenario()), voted(in_consultations(scenario()), {})):
        end = idle(start, lambda s: s.phase is Phase.OVER)

        assert end.response in [r.id for r in scenario().target.responses]
        assert engine.actor(end) is None


def test_beats_open_in_their_order():
    end = idle(voted(in_consultations(scenario()), {}), lambda s: s.phase is Phase.OVER)

    beats = [e.beat for e in events(end, BeatOpened)]
    assert beats == [
        Phase.ALARM,
        Phase.SOUNDINGS,
        Phase.TEXT,
        Phase.SQUEEZE,
        Phase.BLUE,
        Phase.VOTE,
        Phase.ECHO,
    ]


def test_days_never_run_backwards():
    end = idle(in_consultations(scenario()), lambda s: s.phase is Phase.OVER)
    days = [e.day for e in events(end, BeatOpened)]

    assert days == sorted(days)


def test_an_illegal_act_names_its_rule_and_changes_nothing():
    state = turn_of(in_consultations(scenario()), "SEN")
    with pytest.raises(IllegalAction) as caught:
        engine.apply(state, Ask("SEN", COAL, 2))

    assert caught.value.refusal.key == "unchanged"
    assert caught.value.action == Ask("SEN", COAL, 2)


def test_a_shorter_sitting_has_fewer_rounds():
    short = evolve(scenario(), rounds=1)
    state = idle(in_consultations(short), lambda s: s.phase is Phase.ECHO)

    assert state.round == 1


def test_a_seat_can_be_handed_to_a_person_between_two_acts():
    state = in_consultations(scenario())
    person = engine.seat_person(state, "SEN", person=True)

    assert person.people == ("SEN",)
    assert engine.seat_person(person, "SEN", person=False).people == ()
    assert in_round(person, 2).tokens["SEN"] == 3


def test_a_delegation_speaks_once_in_the_soundings():
    state = dealt(scenario())
    first = engine.actor(state)
    state = play(state, Speak(first, Stance.TALKS, COAL))

    assert engine.actor(state) != first
    assert state.record.priorities[first] == COAL


def test_sittings_have_as_many_rounds_as_their_minutes_allow():
    """Three rounds make eight minutes, six make twenty."""
    assert scenario("first_sitting").rounds == 3
    assert scenario().rounds == 6


def test_people_have_three_tokens_in_every_seat_and_scenario():
    for id in ("first_sitting", "resolution_2270"):
        s = scenario(id)
        state = in_consultations(s, people=s.seats)
        assert set(state.tokens.values()) == {3}
