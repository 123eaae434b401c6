"""No seat learns what it may not know: not by looking, not from its computer, not from a cache.

Two questions are asked at random moments of games played by computers and at random.
Replaced: everything that a seat may not know is put in place of something else legal; what the
seat sees and does must be equal. Replayed: the hidden acts of a game are done otherwise and the
public ones as they were; what the seat sees must be equal again.

Public signals, which may be caused by a secret, are play and stand in the record: what was said,
asked, backed and warned, signs of the target's plan, and after the count all that explains it.
"""

from functools import cache

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from game import ai, engine
from game.engine import consensus, observation, turn
from game.engine.abroad.world import STEADY
from game.engine.actions import (
    KINDS,
    Accept,
    AskFlexibility,
    AskNeeds,
    CallOff,
    CastVote,
    Circulate,
    Contact,
    DealBrief,
    DealDoctrine,
    DealPriority,
    Decline,
    Deliver,
    EndRound,
    ExplainHome,
    GetOut,
    KeepSilence,
    LookOn,
    Offer,
    Oppose,
    Overhear,
    Prepare,
    PutInBlue,
    Reply,
    Say,
    SendCable,
    SetClause,
    Sight,
    TellNeeds,
    Uncover,
    Wait,
)
from game.engine.events import (
    Bluffed,
    CableSettled,
    Crossed,
    DealStruck,
    Event,
    GotOut,
    Inherited,
    PledgeLapsed,
    PledgeSettled,
    Weighed,
)
from game.engine.followup import INNER
from game.engine.known import PUBLIC
from game.engine.lately import Lately
from game.engine.observation import PRIVATE
from game.engine.opinion import MARGINS
from game.engine.record import Dealt, Offered, Pledge, Term
from game.engine.terms import TARGET, WORLD, Ballot, Circle, Phase, Phrase
from game.session.saves import EVENTS
from tests.build import (
    QUICK,
    RANDOM,
    any_luck,
    dice,
    followed,
    in_consultations,
    play,
    play_on,
    played,
    random_draft,
    scenario,
    turn_of,
)

SECOND = "second"
"""Stands for the sitting of a campaign that follows its first."""
GAMES = [
    (id, seed, who)
    for id in ("resolution_2270", "first_sitting", "hwasong_14")
    for seed, who in ((1, QUICK), (2, QUICK), (3, RANDOM), (4, RANDOM))
] + [(SECOND, 1, QUICK)]
HIDDEN = (
    *(DealBrief, DealDoctrine, SetClause, EndRound, KeepSilence, CastVote),
    *(Offer, Accept, Decline, AskNeeds, TellNeeds, DealStruck, PledgeSettled, PledgeLapsed),
    *(AskFlexibility, SendCable, Reply, CableSettled, ExplainHome, Overhear, GetOut),
    *(Contact, Uncover, Bluffed, Crossed, LookOn, DealPriority),
    *(Sight, Prepare, Wait, CallOff, Weighed, Inherited, Deliver),
)


# -- replaced


def deal(s, seat, luck):
    """Return any instructions that a capital could have sent."""
    variant = luck.choice(s.briefs[seat].variants).id
    cables = tuple(c.id for c in s.cables if c.to == seat and luck.random() < 0.5)
    margin, temper = luck.choice(list(MARGINS)), luck.choice(s.tempers).id
    asked = luck.choice(("", s.measures[0].id))
    told = tuple(id for id in cables if luck.random() < 0.5)
    since = luck.randint(-1, 5)
    return Dealt(variant, margin, temper, cables, luck.randint(0, 100), asked, told, since)


def otherwise(state, seat, luck):
    """Replace everything in a state that a seat may not know by something else legal."""
    s = state.scenario
    dealt = {who: d if who == seat else deal(s, who, luck) for who, d in state.dealt.items()}
    versions = tuple(
        v if v in engine.observe(state, seat).versions else evolve(v, clauses=random_draft(s, luck))
        for v in state.versions
    )
    sealed = state.phase is Phase.VOTE and state.tally is None
    ballots = {
        who: luck.choice(list(Ballot)) if sealed and who != seat else ballot
        for who, ballot in state.ballots.items()
    }
    return evolve(
        unwatched(state, seat),
        dealt=dealt,
        abroad=elsewhere(state, seat, luck),
        working=state.working if seat == s.penholder else random_draft(s, luck),
        versions=versions,
        ballots=ballots,
        stage=hidden_stage(state, seat, luck),
        tokens={w: n if w == seat else luck.randint(0, 4) for w, n in state.tokens.items()},
        past=tuple(hidden_past(state, luck)),
        record=hidden_record(state, seat, luck),
        log=tuple(hidden_log(state, seat, dealt, ballots, luck)),
    )


def elsewhere(state, seat, luck):
    """Return the world with all that this seat cannot read in it turned out otherwise."""
    now, plans = state.abroad, state.scenario.target.doctrines
    if seat == TARGET:
        return now
    plan = luck.choice(plans).id if state.doctrine else ""
    hidden = {id: luck.randint(0, 300) for id in now.flows}
    return evolve(
        now,
        doctrine={d.id: int(d.id == plan) for d in plans},
        gauges=now.gauges | {id: luck.randint(0, 1000) for id in STEADY if id in now.gauges},
        flows={id: n - now.escaped[id] + hidden[id] for id, n in now.flows.items()},
        escaped=hidden,
        leaks={id: luck.randint(0, 1000) for id in now.leaks},
        priority=luck.randint(-8, 8),
        plan=luck.randint(0, 3),
        signs=luck.randint(0, 3),
    )


def hidden_stage(state, seat, luck):
    """Return another step of a month in which only chance and the target have to decide."""
    if seat == TARGET or state.phase is not Phase.ECHO or state.stage not in INNER:
        return state.stage
    return luck.choice(INNER)


def hidden_past(state, luck):
    """Yield the sittings before with all that is told at the end alone in other figures."""
    for left in state.past:
        yield evolve(
            left,
            scores={seat: luck.randint(0, 100) for seat in left.scores},
            flows={flow: luck.randint(0, 1000) for flow in left.flows},
            will=luck.randint(0, 1000),
            plan=luck.choice((None, luck.randint(0, 100))),
        )


def unwatched(state, seat):
    """Return a state in which nobody waits for an answer, if only others could know of it."""
    if not state.awaited or seat in state.queue[:2]:
        return state
    return evolve(state, inquiry=(), queue=state.queue[1:])


def hidden_record(state, seat, luck):
    """Return the record with offers and secret promises of others in other words, and more."""
    s, record = state.scenario, state.record
    others = [who for who in s.seats if who != seat]
    one, other = luck.sample(others, 2)
    offers = [
        o
        if seat in (o.seat, o.to)
        else evolve(o, give=(Term("sponsor"),), red_line="", status="declined")
        for o in record.offers
    ]
    pledges = [
        p if not p.secret or seat in (p.by, p.to) else evolve(p, kind="silence", ballot=None)
        for p in record.pledges
        if not p.secret or seat in (p.by, p.to) or luck.random() < 0.5
    ]
    offers.append(Offered(one, other, 59, (Term("sponsor"),), (), 1, "struck"))
    pledges.append(Pledge(one, by=other, kind="vote", ballot=Ballot.YES, secret=True, deal=59))
    settling = evolve(record.settling, closings=tuple(hidden_closings(state, seat, luck)))
    return evolve(
        record,
        offers=tuple(offers),
        pledges=tuple(pledges),
        settling=settling,
        followup=hidden_followup(record.followup, seat, one, luck),
    )


def hidden_followup(followup, seat, other, luck):
    """Return the months with quiet lines of others to the target there or not; it knows its own."""
    if seat == TARGET:
        return followup
    kept = [who for who in followup.contacts if who == seat or luck.random() < 0.5]
    return evolve(followup, contacts=(*kept, other) if other not in kept else tuple(kept))


def hidden_closings(state, seat, luck):
    """Yield the clauses closed in texts that a seat saw, and others in those it did not."""
    shown = engine.observe(state, seat).versions
    for closing in state.record.settling.closings:
        if state.version(closing.version) in shown:
            yield closing
        elif luck.random() < 0.5:
            yield evolve(closing, measure=luck.choice(state.scenario.measures).id, level=1)


def hidden_log(state, seat, dealt, ballots, luck):
    """Yield the log with what a seat may not know told otherwise, left out or added."""
    s = state.scenario
    for event in state.log:
        audience = event.audience(s)
        if audience is None or seat in audience:
            yield event
        elif isinstance(event, Inherited):
            # Everybody reads of the world what of it a sitting opened on.
            known = {who: deal(s, who, luck) for who in event.dealt}
            yield evolve(event, past=tuple(hidden_past(state, luck)), dealt=known)
        elif isinstance(event, DealBrief):
            d = dealt[event.to]
            yield DealBrief(WORLD, event.to, d.variant, d.margin, d.temper)
        elif isinstance(event, DealDoctrine):
            yield DealDoctrine(WORLD, luck.choice(s.target.doctrines).id)
        elif isinstance(event, CastVote):
            yield CastVote(event.seat, ballots.get(event.seat, event.ballot))
        elif seat != s.penholder and luck.random() < 0.5:
            measure = luck.choice(s.measures)
            yield SetClause(s.penholder, measure.id, luck.randint(0, measure.top))


BEATS = [phase for phase in Phase if phase is not Phase.OVER]


@cache
def whole(game):
    """Return a game of one sitting, or the second one of a campaign."""
    id, seed, who = game
    if id != SECOND:
        return played(*game)
    return play_on(turn.advance(turn.begin(followed().end)), seed, who)


def moment(game, beat, share, *, acting=False):
    """Return a state of a game that still has a secret: of a beat, if the game came to it.

    Args:
        share: where in the beat, of ten thousand.
        acting: one in which a delegation is to act.
    """
    states = [
        state
        for state in whole(game).states
        if state.phase is not Phase.OVER
        and (not acting or engine.actor(state) in state.scenario.seats)
    ]
    states = [state for state in states if state.phase is beat] or states
    return states[share * (len(states) - 1) // 10_000]


def observers(s):
    return (*s.seats, TARGET, PUBLIC)


@settings(max_examples=40)
@given(
    game=st.sampled_from(GAMES),
    beat=st.sampled_from(BEATS),
    share=st.integers(0, 10_000),
    secret=st.integers(0, 2**32),
)
def test_an_observation_holds_nothing_that_its_seat_may_not_know(game, beat, share, secret):
    """For all seats, the target and the public, at a random moment."""
    state = moment(game, beat, share)
    for seat in observers(state.scenario):
        other = otherwise(state, seat, any_luck(secret, seat))

        assert engine.observe(other, seat) == engine.observe(state, seat), seat


@settings(max_examples=150)
@given(
    game=st.sampled_from(GAMES),
    beat=st.sampled_from(BEATS),
    share=st.integers(0, 10_000),
    secret=st.integers(0, 2**32),
    level=st.sampled_from(tuple(ai.personalities())),
)
def test_a_computer_acts_on_nothing_that_its_seat_may_not_know(game, beat, share, secret, level):
    """Neither with caches that have met the truth, nor with those that have met the lie."""
    state = moment(game, beat, share, acting=True)
    seat = engine.actor(state)
    other = otherwise(state, seat, any_luck(secret, seat))

    Lately.forget()
    act = decided(state, seat, level)
    assert decided(other, seat, level) == act, "with the caches of the true state"
    Lately.forget()
    assert decided(other, seat, level) == act, "with caches that were empty"
    assert decided(state, seat, level) == act, "with the caches of the other state"


def decided(state, seat, level):
    seen = engine.observe(state, seat)
    return ai.decide(seen, ai.personalities()[level], dice(0, len(state.record.said), seat))


@settings(max_examples=30)
@given(
    game=st.sampled_from(GAMES),
    beat=st.sampled_from(BEATS),
    share=st.integers(0, 10_000),
    secret=st.integers(0, 2**32),
)
def test_a_forecast_rests_on_nothing_that_its_seat_may_not_know(game, beat, share, secret):
    state = moment(game, beat, share)
    s, luck = state.scenario, any_luck(secret)
    drafts = consensus.row(s, random_draft(s, luck))[None, :]
    for seat in (*s.seats, PUBLIC):
        other = otherwise(state, seat, luck)

        there = observation.forecast(engine.observe(other, seat), drafts)
        here = observation.forecast(engine.observe(state, seat), drafts)
        assert (there.yes == here.yes).all()
        assert (there.no == here.no).all()


def test_the_second_sitting_of_a_campaign_has_a_past_that_is_replaced():
    state = moment((SECOND, 1, QUICK), Phase.SQUEEZE, 5_000)
    other = otherwise(state, "CHN", any_luck("past"))

    assert other.past[-1].scores != state.past[-1].scores
    assert other.past[-1].flows != state.past[-1].flows
    assert other.past[-1].levels == state.past[-1].levels
    assert other.tokens["CHN"] == state.tokens["CHN"]
    assert other.tokens != state.tokens
    assert engine.observe(other, "CHN") == engine.observe(state, "CHN")
    lines = {otherwise(state, "CHN", any_luck(n)).record.followup.contacts for n in range(8)}
    assert len(lines) > 1


def test_what_is_replaced_is_really_something_else():
    """Else the properties above would hold for nothing."""
    state = next(s for s in played("resolution_2270", 1).states if s.round == 2)
    other = otherwise(state, "SEN", any_luck("else"))

    assert other.dealt["SEN"] == state.dealt["SEN"]
    assert sum(other.dealt[s] != state.dealt[s] for s in scenario().seats) >= 12
    assert other.working != state.working
    assert [v.clauses for v in other.versions] != [v.clauses for v in state.versions]
    assert other.log != state.log


@pytest.mark.parametrize(
    "field",
    ["dealt", "working", "versions", "log", "ballots"],
)
def test_whoever_may_know_sees_the_difference(field):
    """The pen's working text, one's own brief and ballot, a version one was shown."""
    game = played("resolution_2270", 1)
    state = next(s for s in game.states if s.phase is Phase.VOTE and "CHN" in s.ballots)
    changed = {
        "dealt": state.dealt | {"CHN": Dealt("firm", -3, "stickler")},
        "working": {},
        "versions": tuple(evolve(v, clauses={}) for v in state.versions),
        "log": (),
        "ballots": state.ballots | {"CHN": Ballot.ABSENT},
    }
    seat = "USA" if field == "working" else "CHN"

    other = evolve(state, **{field: changed[field]})
    assert engine.observe(other, seat) != engine.observe(state, seat)


def test_an_unfiltered_log_would_be_found(monkeypatch):
    """The property is worth something: plant the leak that it is there to find."""
    monkeypatch.setattr(observation, "_may_know", lambda *_: True)
    state = next(s for s in played("resolution_2270", 1).states if s.round == 2)
    other = otherwise(state, "SEN", any_luck("leak"))

    assert engine.observe(other, "SEN") != engine.observe(state, "SEN")


# -- replayed


def masked(seen):
    """Leave out what a public act of another tells, by design, of a text that was not shown.

    An ask for more or for less, a clause backed or opposed at the level it has, the marks and
    promises that count in what is said: who speaks in public gives away a little of what it read.
    And what the corridor says a text is about, which is why word gets out at all.
    """
    record = seen.record
    return evolve(
        seen,
        record=evolve(
            record,
            asks=tuple(evolve(a, upward=False) for a in record.asks),
            pledges=tuple(evolve(p, upward=False) for p in record.pledges),
            marks=tuple(evolve(m, level=0) for m in record.marks),
            said=tuple(evolve(h, shared=0) for h in record.said),
            warnings=tuple(evolve(w, shared=0, below=0) for w in record.warnings),
        ),
        log=tuple(evolve(e, measures=()) if isinstance(e, GotOut) else e for e in seen.log),
    )


def hidden_from(seat, action, s):
    """Tell whether an act is hidden from a seat before the count."""
    audience = action.audience(s)
    return (
        audience is not None
        and seat not in audience
        and not isinstance(action, EndRound | KeepSilence)
    )


def instead(action, s, luck):
    """Return another act of the same kind that is as hidden."""
    match action:
        case DealBrief():
            return DealBrief(WORLD, action.to, *deal_parts(s, action.to, luck))
        case SetClause():
            measure = luck.choice(s.measures)
            return SetClause(action.seat, measure.id, luck.randint(0, measure.top))
        case CastVote():
            return CastVote(action.seat, luck.choice(list(Ballot)))
    return action


def deal_parts(s, seat, luck):
    dealt = deal(s, seat, luck)
    return dealt.variant, dealt.margin, dealt.temper


def replayed(game, seat, luck):
    """Play a game again with hidden acts done otherwise, as far as the rules let it go.

    Yields pairs of states: as it was, and as it could have been.
    """
    other = game.states[0]
    s = other.scenario
    for before, action, state in game.moves():
        if state.tally is not None or state.phase is Phase.OVER:
            return
        if shows(seat, action, s):
            other = rewritten(other, before.working)
        found = action
        if hidden_from(seat, action, s) and not counts_at_once(before) and luck.random() < 0.5:
            found = instead(action, s, luck)
        if engine.refusal(other, found) is None:
            other = engine.apply(other, found)
        elif engine.refusal(other, action) is None:
            other = engine.apply(other, action)
        elif not isinstance(action, SetClause):
            return
        if [a.upward for a in other.record.asks] != [a.upward for a in state.record.asks]:
            return  # Asking for more is another public act than asking for less.
        yield state, other


def counts_at_once(state):
    """Tell whether ballots are cast that are counted before the vote on the text in blue."""
    if not state.calling:
        return False
    return state.questions[0].kind != "draft" or state.questions[0].version != state.blue


def shows(seat, action, s):
    """Tell whether an act shows a text to a seat, which must then be the text it was."""
    if isinstance(action, Circulate):
        return action.circle is Circle.ALL or seat in s.circle(action.circle)
    return isinstance(action, PutInBlue)


def rewritten(state, text):
    """Let the pen write its text until it is this one."""
    s = state.scenario
    for m in s.measures:
        clause = text.get(m.id)
        change = SetClause.of(s.penholder, clause) if clause else None
        change = change or SetClause(s.penholder, m.id, 0)
        if engine.refusal(state, change) is None:
            state = engine.apply(state, change)
    return state


@pytest.mark.parametrize(("id", "seed", "who"), GAMES)
@pytest.mark.parametrize("seat", ["SEN", "RUS", "CHN", PUBLIC])
def test_hidden_acts_leave_no_trace_in_what_others_see(id, seed, who, seat):
    game = whole((id, seed, who))
    compared = 0
    for attempt in range(3):
        for at, (state, other) in enumerate(
            replayed(game, seat, any_luck("again", id, seed, seat, attempt))
        ):
            if at % 7 == 0:
                seen = masked(engine.observe(state, seat))
                assert masked(engine.observe(other, seat)) == seen, at
                compared += 1
    assert compared > 10


# -- what the rules rest on


def test_every_kind_of_event_with_an_audience_is_held_to_it():
    """`observe` asks only the kinds in PRIVATE; a new private kind has to be listed there."""
    bounded = {kind for kind in EVENTS.values() if kind.audience is not Event.audience}

    assert bounded == PRIVATE
    assert set(HIDDEN) == PRIVATE


def test_every_action_is_an_event_of_the_log():
    assert set(KINDS.values()) <= set(EVENTS.values())


def test_the_wall_sees_only_what_all_fifteen_have_seen():
    """It hangs in a room where every delegation can read it."""
    for state in played("resolution_2270", 1).states[::25]:
        seen = engine.observe(state, PUBLIC)
        if state.phase is not Phase.OVER:
            assert seen.dealt is None
            assert seen.working is None
            assert all(v.circle is Circle.ALL for v in seen.versions)
            assert seen.legal == ()
            assert seen.revealed == {}


def test_points_of_a_text_are_known_to_those_who_were_shown_it():
    state = turn_of(in_consultations(scenario(), circle=Circle.P5), "CHN")
    state = play(state, Oppose("CHN", "coal_iron_exports"), Say("CHN", Phrase.CONCERNS))
    (said,) = state.record.said
    known = {
        seat: engine.observe(state, seat).record.said[0].shared for seat in state.scenario.seats
    }

    assert said.shared != 0
    assert {known[seat] for seat in ("CHN", "FRA", "GBR", "RUS", "USA")} == {said.shared}
    assert {known[seat] for seat in ("SEN", "JPN", "VEN")} == {0}


def test_when_all_is_over_everything_is_shown():
    end = played("resolution_2270", 1).end
    for seat in observers(scenario()):
        seen = engine.observe(end, seat)

        assert seen.revealed == end.dealt
        assert seen.doctrine == end.doctrine
        assert seen.versions == end.versions
        assert seen.log == end.log
