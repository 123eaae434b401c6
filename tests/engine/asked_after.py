"""What rows of cases ask of the engine about the time in blue and the months after a vote."""

from functools import cache

from attrs import evolve

from game import engine
from game.content import load_scenario
from game.engine import chain, committee, council, followup, lint, opinion, pressure, wording
from game.engine.abroad import Outside, border, regime_of, start
from game.engine.actions import (
    Ask,
    AskTime,
    CastVote,
    Consent,
    EndRound,
    Exempt,
    Hold,
    Insist,
    Move,
    Object,
    ProposeEdit,
    PutInBlue,
    Report,
    Say,
    Schedule,
    SetClause,
    SetDate,
    Withdraw,
)
from game.engine.events import BeatOpened, StatementIssued, Tally
from game.engine.followup import CAMPAIGN, COMMITTEE
from game.engine.past import Left
from game.engine.record import FULL, Clause, Finding, Followup, Notice
from game.engine.terms import Ballot, Phase, Phrase
from tests.build import idle, in_blue, in_consultations, play, played, scenario, turn_of
from tests.engine import asked

PEN = "USA"


def key(found):
    return found.key if found else None


# -- 7 and 11: the pen, and the time in blue


def unanswered():
    """Return what becomes of a request on which the pen says nothing."""
    state = turn_of(in_consultations(scenario()), "FRA")
    state = play(state, Ask("FRA", "aviation_fuel", 1))
    state = play(turn_of(state, PEN), EndRound(PEN))
    return state.record.asks[0].status


def may_write_in_blue():
    state = turn_of(in_blue(in_consultations(scenario())), PEN)
    return key(engine.refusal(state, SetClause(PEN, "aviation_fuel", 1)))


def may_withdraw(seat):
    state = turn_of(in_blue(in_consultations(scenario())), seat)
    return key(engine.refusal(state, Withdraw(seat)))


def days_in_blue(insists):
    """Return the days to a vote that the pen wants on the same day."""
    state = turn_of(in_consultations(scenario()), PEN)
    state = play(state, PutInBlue(PEN, soon=True))
    day = state.record.day
    if insists:
        state = play(turn_of(state, insists), Insist(insists))
    return idle(state, lambda now: now.phase is Phase.VOTE).record.day - day


def rounds_with_a_date(number):
    """Return how many rounds of consultations there are when the pen sets a date for the vote."""
    state = turn_of(in_consultations(scenario()), PEN)
    state = play(state, SetDate(PEN, number)) if number else state
    return idle(state, lambda now: now.phase is Phase.ECHO).round


def face_of_a_president(asked_for_time):
    """Return what it costs a President to put the vote off by a day, of 100 of its credibility."""
    state = in_blue(in_consultations(scenario()))
    chair = state.scenario.president(state.record.day)
    state = turn_of(state, chair)
    if asked_for_time:
        blue = evolve(state.record.settling.blue, delayed="SEN")
        settling = evolve(state.record.settling, blue=blue)
        state = evolve(state, record=evolve(state.record, settling=settling))
    return 100 - play(state, Schedule(chair, 1)).record.trust(chair)


def may_edit_at_the_door(softener):
    state = turn_of(in_blue(in_consultations(scenario())), "RUS")
    return key(engine.refusal(state, ProposeEdit("RUS", "flights", softener)))


def small_edits_keep_the_level():
    clause = in_consultations(scenario()).working["flights"]
    edits = list(wording.small_edits(scenario(), clause))
    assert edits
    return all((e.level, e.verb) == (clause.level, clause.verb) for e in edits)


# -- 5 and 20: where a thing is said, and on what it rests


def bound_by_saying_it(room):
    state = turn_of(in_consultations(scenario()), "RUS")
    return "RUS" in play(state, Say("RUS", Phrase.OPPOSES, room=room)).record.faces


def force_without_a_paragraph():
    text = opinion.text_of({"chapter_basis": 4, "article39_determination": 3})
    return next(r.key for r in lint.errors(scenario(), text) if r.measure == "chapter_basis")


def face_after_a_motion(in_favour):
    """Tell whether whoever moved to adjourn lost face, with so many in favour."""
    state = turn_of(
        idle(in_blue(in_consultations(scenario())), lambda now: now.stage == "floor"), "FRA"
    )
    state = idle(play(state, Move("FRA", "adjourn")), lambda now: now.calling)
    for n in range(15):
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.YES if n < in_favour else Ballot.NO))
    return state.record.trust("FRA") < FULL


# -- 21 to 25: the Committee, the experts, reports, exemptions


@cache
def season(stage, half):
    states = played("resolution_2270", 1).states
    return next(
        s for s in states if s.stage == stage and s.record.followup.half == half and s.queue
    )


def before_the_committee(kind, item="", by=PEN):
    """Return the Committee with one note before it, and nothing else."""
    return followup.follow_up(season(COMMITTEE, 1), notices=(Notice(kind, item, by),), findings=())


def acting(state, seat):
    return evolve(state, queue=(seat, *(s for s in state.queue if s != seat)))


def held(state, seat):
    return play(acting(state, seat), Hold(seat, 1)) if seat else state


def note_after(holder):
    """Return what the Committee decides on a name, with a hold or without."""
    state = committee.decide(held(before_the_committee("list", "four_ships"), holder))
    return state.record.followup.notices[0].status


def note_after_more_time(holds):
    """Return what becomes of a note on which a member had more time, and used it or did not."""
    state = acting(before_the_committee("list", "four_ships"), "CHN")
    state = committee.decide(play(state, AskTime("CHN", 1)))
    state = held(state, "CHN") if holds else state
    return committee.decide(state).record.followup.notices[0].status


def note_in_the_next_half(holder):
    state = committee.decide(held(before_the_committee("list", "four_ships"), holder))
    return committee.bring_back(state).record.followup.notices[0].status


def may_hold(seat, after=""):
    state = held(before_the_committee("list", "four_ships"), after)
    return key(engine.refusal(acting(state, seat), Hold(seat, 1)))


def votes_in_the_committee():
    state = acting(before_the_committee("list", "four_ships"), "CHN")
    return any(isinstance(a, CastVote) for a in engine.legal_actions(state))


def a_listing_without_a_resolution_raises_a_will(holder):
    state = committee.decide(held(before_the_committee("list", "four_ships"), holder))
    wills = followup.will_added(scenario(), evolve(state.record.followup, reports={}, won=()))
    return wills["southeast_asia"] > 0


def finding_is_public(holder):
    found = Finding("coal", "ship_to_ship", 120, "vessel_services")
    state = before_the_committee("publish", "coal", by="")
    state = held(followup.follow_up(state, findings=(found,)), holder)
    return committee.decide(state).record.followup.findings[0].published


def finding_argues(published):
    """Tell whether a finding speaks in the next text for the clause that closes the leak."""
    found = Finding("coal", "ship_to_ship", 300, "vessel_services", published=published)
    record = evolve(in_consultations(scenario()).record, followup=Followup(findings=(found,)))
    carried = evolve(record, findings=record.followup.published)
    return "vessel_services" in opinion.arguments(scenario(), carried)


def mandate_after(holder):
    return committee.decide(
        held(before_the_committee("renew", by=""), holder)
    ).record.followup.panel


def may_end_the_mandate(seat):
    state = acting(before_the_committee("renew", by=""), seat)
    return key(engine.refusal(state, Hold(seat, 1)))


def report_is_due(half):
    state = acting(season(COMMITTEE, half), "SEN")
    return key(engine.refusal(state, Report("SEN", "full"))) is None


def will_reported(kind):
    will = followup.will_added(scenario(), Followup(reports={"CHN": kind}))["china"]
    return "more" if will > 0 else "less" if will < 0 else "same"


def relief_after(holder):
    """Tell whether aid that the Committee was asked to let through makes life less hard."""
    state = before_the_committee("relief", "hospital_supplies", by="NZL")
    before = state.indicators["hardship"]
    return committee.decide(held(state, holder)).indicators["hardship"] < before


def may_ask_for_relief(seat):
    state = acting(season(CAMPAIGN, 1), seat)
    state = followup.follow_up(state, notices=())
    return key(engine.refusal(state, Exempt(seat, "hospital_supplies")))


def hardship_on_paper(exemption):
    """Return whether cuts of fuel hurt people though the text lets aid through."""
    s = scenario()
    clauses = (Clause("crude_oil", 4), Clause("humanitarian_exemption", exemption))
    return sum(wording.effect_of(s, clause).hardship for clause in clauses) > 0


def next_step_is_cheaper(level):
    """Tell whether a promise of this level helps the next text more than none would."""
    first = load_scenario("campaign_2016_2017")
    left = Left("resolution_2270", first.start, adopted=True, yes=15, levels={}, stock=46, acts=())
    promised, silent = (
        chain.sitting(first.campaign, (evolve(left, levels={"review_trigger": n}),)).promised
        for n in (level, 0)
    )
    return promised > silent


def relief_left(level, large_step):
    """Tell whether a text that gives relief closes less on paper than one that gives none."""
    target = load_scenario("hwasong_14").target
    closed = {"coal_iron_exports": 6, "textile_exports": 3}
    eased, none = (
        border.on_paper(target, regime_of(target, text, sprung=int(large_step)))
        for text in ({**closed, "sunset_relief": level}, closed)
    )
    return bool(eased < none)


def supply_falls(level, large_step):
    """Tell whether a trigger of this level closes fuel without another vote."""
    target = load_scenario("hwasong_14").target
    found = regime_of(target, {"review_trigger": level}, sprung=int(large_step))
    return bool(found.shut["crude"] > 0)


def time_to_object_ends(sent, extended=False):
    return council.after_working_days(sent, council.time_to_object(extended=extended))


# -- what the meeting leaves on record, and how fast


def against_the_agenda(in_favour):
    """Return how many stand on record against an agenda that so many were for."""
    state = asked.opened()
    state = asked.cast(play(state, Object(engine.actor(state), "agenda")), in_favour)
    (tally,) = (e for e in state.log if isinstance(e, Tally))
    return sum(ballot is Ballot.NO for ballot in tally.ballots.values())


def day_of_the_statement(statement):
    """Return the days from the act to a statement that nobody minds."""
    state = asked.proposed(statement)
    while statement not in state.record.issued:
        state = play(state, Consent(engine.actor(state)))
    at = next(n for n, e in enumerate(state.log) if isinstance(e, StatementIssued))
    return [e.day for e in state.log[:at] if isinstance(e, BeatOpened)][-1]


def days_to_the_first_text():
    """Return the days from the act to the vote on a text that is put in blue at once."""
    return asked.to_the_vote(in_blue(in_consultations(scenario()))).record.day


def will_of_the_last_reading(reading):
    """Return what is left of a reading of the last text when the next one is carried out."""
    before = Left("earlier", scenario().start, readings={"CHN": reading})
    now, plain = (pressure.read_by("CHN", {}, left) for left in (before, None))
    return "same" if now == plain else "more" if now > plain else "less"


def stopped_with(means):
    """Return what is stopped in a year with so many per cent of everybody's means."""
    s = scenario()
    regime = regime_of(s.target, {"coal_iron_exports": 7, "cargo_inspection": 3})
    enforced = []
    for part in (100, means):
        enforcers = tuple(evolve(e, capacity=e.capacity * part // 100) for e in s.enforcers)
        now = start(s.target, enforcers, "buy_time", {})
        for month in range(12):
            out = Outside(season=month + 1)
            now, crossing = border.month(s.target, enforcers, now, regime, out)
        enforced.append(crossing.enforced)
    full, less = enforced
    return "less" if less < full else "same"
