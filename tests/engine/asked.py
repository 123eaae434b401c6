"""What rows of `cases/procedure.yaml` ask of the engine; each answer is a plain value."""

from datetime import timedelta

from attrs import evolve

from game import engine
from game.engine import aftermath, council, lint, opinion, pressure, text
from game.engine.actions import (
    Amend,
    Arrange,
    Ask,
    AskExtension,
    Block,
    BreakSilence,
    CastVote,
    Close,
    Consent,
    Convene,
    CoSponsor,
    Dissociate,
    Divide,
    EndRound,
    Explain,
    KeepSilence,
    Move,
    Object,
    PointOfOrder,
    Propose,
    PutInBlue,
    Refuse,
    Report,
    Request,
    Rule,
    Schedule,
    Second,
    SetClause,
    Silence,
    StandBy,
    Table,
    Withdraw,
)
from game.engine.events import GuestHeard, LetterPassedOver, PutOff, Tally
from game.engine.followup import COMMITTEE
from game.engine.opinion import level_of
from game.engine.record import Clause, Question, Record, Showing
from game.engine.rooms import ROOMS
from game.engine.terms import Ballot, Circle, Phase, Phrase
from tests.build import (
    alarmed,
    at_text,
    at_vote,
    dealt,
    idle,
    in_blue,
    in_consultations,
    in_round,
    play,
    scenario,
    taken_over,
    turn_of,
    voted,
    written,
)

PEN = "USA"
RIVAL = Table("FRA", (Clause("aviation_fuel", 1),))


def key(found):
    return found.key if found else None


def answer(state):
    """Let the first in the queue say nothing."""
    return play(state, StandBy(engine.actor(state)))


def asking(room="open"):
    """Return a game in which one member has asked for a meeting, the President about to call it."""
    state = alarmed(scenario())
    state = play(state, Request(engine.actor(state), room))
    return idle(state, lambda now: now.matter is not None)


def opened(room="open"):
    state = asking(room)
    return play(state, Convene(engine.actor(state), room, 0))


def cast(state, in_favour):
    """Have so many vote in favour of the question in hand, and the others against."""
    for n in range(15):
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.YES if n < in_favour else Ballot.NO))
    return state


def on_floor(of=None, seat="FRA"):
    state = idle(in_blue(in_consultations(of or scenario())), lambda now: now.stage == "floor")
    return turn_of(state, seat)


def to_the_vote(state):
    return idle(state, lambda now: now.calling)


# -- 1 to 5: meetings


def may_decline_to_meet(requests):
    state = asking() if requests else idle(alarmed(scenario()), lambda now: now.matter is not None)
    return key(engine.refusal(state, StandBy(engine.actor(state))))


def may_convene(asked, room):
    state = asking(asked)
    return key(engine.refusal(state, Convene(engine.actor(state), room, 0)))


def letter_passed_over(asked, days):
    """Tell whether the letter of 6 January 2016, for closed consultations, is passed over."""
    state = asking(asked)
    state = play(state, Convene(engine.actor(state), asked, days))
    return any(isinstance(e, LetterPassedOver) for e in state.log)


def remembered_for_a_day(trigger):
    """Tell whether a President is remembered for a day before a meeting, by what was promised."""
    state = alarmed(evolve(scenario(), last_text={"review_trigger": trigger}))
    state = play(state, Request(engine.actor(state), "closed"))
    state = idle(state, lambda now: now.matter is not None)
    state = play(state, Convene(engine.actor(state), "closed", 1))
    return any(isinstance(e, PutOff) for e in state.log)


def order_that_sets_back(overrule):
    """Return what becomes of an order that puts a member last, when so many vote against it."""
    state = idle(in_blue(in_consultations(scenario())), lambda now: now.stage == "floor")
    chair, second, *others = state.scenario.seating(state.record.day)
    order = (chair, *others, second)
    state = cast(play(state, Arrange(chair, order), Object(second)), overrule)
    return "stands" if state.record.speakers == order else "custom"


def may_arrange(seat):
    """Return why a member cannot call Malaysia first on the floor of the vote."""
    months = dict.fromkeys(scenario().presidency, "AGO")
    state = on_floor(evolve(scenario(), presidency=months), seat)
    order = ("MYS", *(s for s in state.scenario.seats if s != "MYS"))
    return key(engine.refusal(state, Arrange(seat, order)))


def days_to_the_vote(later):
    """Return the days from blue to the vote if the President puts it off."""
    state = in_blue(in_consultations(scenario()))
    day = state.record.day
    state = turn_of(state, scenario().president(day))
    if later:
        state = play(state, Schedule(engine.actor(state), later))
    return idle(state, lambda now: now.phase is Phase.VOTE).record.day - day


def is_meeting_due(days):
    start = scenario().start
    return council.is_meeting_due(start, start + timedelta(days=days))


def announces_majority(signatures):
    return council.announces_majority(scenario(), signatures)


def procedural(kind, in_favour, permanent_against, cause=""):
    """Count a question with so many in favour, all others against, the five last to agree."""
    s = scenario()
    order = (*s.permanent[:permanent_against], *(x for x in s.seats if x not in s.permanent))
    against = (*order, *s.permanent)[: 15 - in_favour]
    ballots = {seat: Ballot.NO if seat in against else Ballot.YES for seat in s.seats}
    question = Question(kind, "FRA", cause=cause)
    count = council.procedural_outcome if council.is_procedural(question) else council.outcome
    return count(s, ballots)[0].value


def room_after_agenda(in_favour):
    state = opened()
    return cast(play(state, Object(engine.actor(state), "agenda")), in_favour).record.room


def may_object_in(room):
    state = opened(room)
    return key(engine.refusal(state, Object(engine.actor(state), "agenda")))


def president(day):
    return scenario().president(day)


def under_chapter_six():
    """Return a floor on which a text without Chapter VII is put to the vote."""
    of = evolve(scenario(), required={}, in_force={}, last_text={})
    state = in_consultations(of, {"condemnation": 3, "six_party_talks": 1})
    return turn_of(idle(in_blue(state), lambda now: now.stage == "floor"), "FRA")


def ruling_on_a_party(overrule):
    state = play(under_chapter_six(), PointOfOrder("FRA", council.PARTY, "CHN"))
    state = play(state, Rule(engine.actor(state), upheld=True))
    state = cast(play(state, Object(engine.actor(state))), overrule)
    return "barred" if "CHN" in state.barred else "free"


def president_votes():
    state = at_vote(in_consultations(scenario()))
    return scenario().president(state.record.day) in voted(state, {}).tally.ballots


def guests_after(guest="", in_favour=0):
    state = opened()
    if guest:
        state = cast(play(state, Object(engine.actor(state), guest)), in_favour)
    state = idle(state, lambda now: now.phase is Phase.TEXT)
    return sorted(e.guest for e in state.log if isinstance(e, GuestHeard))


def guest_has_seat():
    return any(g.id in scenario().seats for g in scenario().guests)


def gets_out(room):
    return ROOMS[room].gets_out


def public_hears(room):
    state = idle(opened(room), lambda now: now.record.stances)
    return bool(engine.observe(state, engine.PUBLIC).record.stances)


# -- 6 to 8: products, the pen, who has seen what


def proposed(statement):
    state = idle(dealt(scenario()), lambda now: len(now.record.stances) == 15)
    return play(state, Propose(PEN, statement))


def product(statement, objections, word=""):
    state = proposed(statement)
    if objections:
        state = play(state, Block(engine.actor(state), word))
        if word:
            state = play(state, _softer(state, word))
            return "asked_again" if engine.actor(state) != PEN else "none"
    # Whether another product is then proposed is another question.
    while state.record.statement and state.phase is Phase.SOUNDINGS and engine.actor(state):
        state = play(state, Consent(engine.actor(state)))
    return "issued" if statement in state.record.issued else "none"


def _softer(state, word):
    return next(a for a in engine.legal_actions(state) if getattr(a, "measure", "") == word)


def may_dissociate(statement):
    state = proposed(statement)
    return key(engine.refusal(state, Dissociate(engine.actor(state))))


def draft(against=(), abstain=()):
    ballots = dict.fromkeys(against, Ballot.NO) | dict.fromkeys(abstain, Ballot.ABSTAIN)
    return voted(in_consultations(scenario()), ballots).tally.cause.value


def may_write(seat):
    state = turn_of(in_consultations(scenario()), seat)
    return key(engine.refusal(state, SetClause(seat, "aviation_fuel", 1)))


def may_table_unseen():
    state = turn_of(in_consultations(scenario(), circle=Circle.P2), "FRA")
    return key(engine.refusal(state, Table("FRA", (Clause("aviation_fuel", 1),))))


# -- 9 and 10: how a text settles

COAL = "coal_iron_exports"


def standing_of(disputed, closed):
    state = in_consultations(scenario(), circle=Circle.P5)
    if disputed:
        state = play(turn_of(state, "CHN"), Ask("CHN", COAL, 0))
    state = turn_of(state, PEN)
    if disputed and closed:
        state = play(state, Refuse(PEN, 1))
    state = play(state, Close(PEN, COAL)) if closed else state
    return text.standing(state.record, COAL).value


def price_of_asking(agreed):
    state = turn_of(in_consultations(scenario()), PEN)
    state = play(state, Close(PEN, COAL)) if agreed else state
    later = turn_of(in_round(play(state, EndRound(PEN)), 2), "CHN")
    return later.tokens["CHN"] - play(later, Ask("CHN", COAL, 0)).tokens["CHN"]


def is_agreed_language(measure):
    recorded = opinion.text_of(scenario().record)
    return measure in {words.measure for words in text.agreed_words(scenario(), recorded)}


def silenced(broken_by, hours=24):
    state = play(turn_of(in_consultations(scenario()), PEN), Silence(PEN, hours))
    while (seat := engine.actor(state)) != PEN:
        breaks = BreakSilence(seat, COAL, 0)
        state = play(state, breaks if seat == broken_by else KeepSilence(seat))
    return state


def silence_ends(broken_by):
    return silenced(broken_by).record.settling.silences[-1].status


def asked_by_breaking(broken_by):
    ask = silenced(broken_by).record.asks[-1]
    assert (ask.seat, ask.measure) == (broken_by, COAL)
    return ask.status


def days_of_extension(hours):
    state = play(turn_of(in_consultations(scenario()), PEN), Silence(PEN, hours))
    before = state.record.settling.silence.day
    return play(state, AskExtension(engine.actor(state))).record.settling.silence.day - before


def blue_after_breach(broken_by):
    return key(engine.refusal(silenced(broken_by), PutInBlue(PEN)))


def ballots_after_silence(seat):
    voting = idle(play(silenced(""), PutInBlue(PEN)), lambda now: now.calling)
    cast = {a.ballot.value for a in engine.legal_actions(turn_of(voting, seat))}
    return sorted(cast & {"yes", "no", "abstain"})


# -- 11 to 16: drafts and motions


def amended(measure, level, against):
    state = to_the_vote(play(on_floor(), Amend("FRA", measure, level)))
    for _ in range(15):
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.NO if seat in against else Ballot.YES))
    return level_of(state.scenario, state.draft(state.blue).clauses, measure)


def spoiled(withdraws):
    """Return what comes of a draft that was amended against its mover's will."""
    state = to_the_vote(play(on_floor(), Amend("FRA", "aviation_fuel", 0)))
    for _ in range(15):
        state = play(state, CastVote(engine.actor(state), Ballot.YES))
    asked = state.matter
    state = play(state, Withdraw(PEN, asked.version) if withdraws else StandBy(PEN))
    voted_on = state.calling and state.questions[0].version == asked.version
    return "voted" if voted_on else "dropped"


def sight_costs(days, demanded):
    shown = (Showing(1, Circle.ALL, 9 - days),)
    record = Record(day=9, showings=shown, demanded=("SEN",) if demanded else ())
    points = opinion.sight_points(scenario(), record, "SEN")
    return {0: "same", opinion.LATE_SIGHT: "less"}.get(points, "still_less")


def amended_words(softener, against):
    """Return the softener of the clause on flights after a change of its words was voted on."""
    state = to_the_vote(play(on_floor(), Amend("FRA", "flights", 3, softener=softener)))
    for _ in range(15):
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.NO if seat in against else Ballot.YES))
    return state.draft(state.blue).clauses["flights"].softener


def sponsors_needed():
    return len(in_blue(in_consultations(scenario())).record.sponsors)


def readiness_by_names(names, adopted=True):
    s = scenario()
    against = {} if adopted else {"CHN": Ballot.NO}
    state = voted(in_consultations(s), against)
    one, many = (
        aftermath.pushes(evolve(state, record=evolve(state.record, sponsors=sponsors)))
        for sponsors in ((s.penholder,), s.seats[:names])
    )
    (more,) = {many[id] - one[id] for id in one}
    return more


def may_sponsor(at):
    state = in_blue(in_consultations(scenario()))
    state = at_vote(state) if at == "vote" else turn_of(state, "NZL")
    return key(engine.refusal(evolve(state, queue=("NZL", *state.queue)), CoSponsor("NZL")))


def order_of_drafts(tabled):
    rival = Table("FRA", (Clause("aviation_fuel", 1),))
    if tabled == "before":
        state = play(turn_of(in_consultations(scenario()), "FRA"), rival)
        state = idle(in_blue(state), lambda now: now.stage == "floor")
    else:
        state = play(on_floor(), rival)
    drafts = [q for q in to_the_vote(state).questions if q.kind == "draft"]
    return ["main" if q.by == PEN else "rival" for q in drafts]


def withdrawn(seconded):
    state = play(on_floor(), Table("FRA", (Clause("aviation_fuel", 1),)))
    number = state.rivals[0].number
    if seconded:
        state = play(turn_of(state, PEN), Second(PEN, number))
    state = idle(state, lambda now: now.matter is not None and now.matter.kind == "draft")
    state = play(state, Withdraw("FRA", number))
    if seconded:
        state = play(state, Second(PEN, number))
    voted_on = state.calling and state.questions[0].version == number
    return "voted" if voted_on else "dropped"


def mover_after_withdrawal(then):
    """Return who brings a seconded rival that was withdrawn between two meetings, if anybody."""
    state = taken_over().end
    number = state.rivals[0].number
    if then == "withdrawn":
        state = play(turn_of(state, "JPN"), Withdraw("JPN", number))
    state = idle(state, lambda now: now.stage == "floor")
    return next((q.by for q in state.questions if q.version == number), "nobody")


def precedence(moved):
    return [q.kind for q in council.by_precedence(tuple(Question(kind, "") for kind in moved))]


def days_put_off(motion):
    state = on_floor()
    day = state.record.day
    state = cast(to_the_vote(play(state, Move("FRA", motion))), 9)
    return idle(state, lambda now: now.phase is Phase.VOTE).record.day - day


def order_of_amendments(levels):
    s, text = scenario(), at_vote(in_consultations(scenario())).versions[-1].clauses
    moved = tuple(Question("amendment", "FRA", "coal_iron_exports", level) for level in levels)
    return [q.level for q in council.order_of_amendments(s, text, moved)]


def order_of_words(changes):
    """Return in which order changes of one clause come up, in words that keep its level."""
    s, text = scenario(), at_vote(in_consultations(scenario())).versions[-1].clauses
    moved = tuple(
        Question("amendment", "FRA", COAL, clause.level, words=clause)
        for clause in (evolve(text[COAL], **change) for change in changes)
    )
    ordered = council.order_of_amendments(s, text, moved)
    return [q.clause.verb or q.clause.softener or q.clause.level for q in ordered]


def parts_pending(objects):
    state = play(on_floor(), Divide("FRA", "aviation_fuel"))
    state = play(state, Object(PEN) if objects else StandBy(PEN))
    return sum(q.kind == "part" for q in to_the_vote(state).questions)


def drafts_voted_on():
    state = play(on_floor(), Table("FRA", (Clause("aviation_fuel", 1),)))
    state = idle(state, lambda now: now.stage == "explaining")
    return sum(isinstance(e, Tally) and e.question.kind == "draft" for e in state.log)


def after_two_drafts(rival, others):
    """Return the levels of coal and aviation fuel after the pen's draft, and a rival, were adopted.

    others: levels of the rival's other clauses.
    """
    changes = tuple(Clause(id, level) for id, level in {**rival, **others}.items())
    state = to_the_vote(play(on_floor(), Table("FRA", changes)))
    while state.stage != "explaining":
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.YES) if state.calling else StandBy(seat))
    text = aftermath.final_draft(state)
    return [level_of(state.scenario, text, id) for id in (COAL, "aviation_fuel")]


def draft_after_an_adopted_rival(kept):
    """Return how many drafts are voted on where a rival, tabled first, was adopted."""
    state = play(turn_of(in_consultations(scenario()), "FRA"), RIVAL)
    state = to_the_vote(in_blue(state))
    while state.stage != "explaining":
        seat = engine.actor(state)
        if state.matter is not None:
            state = play(state, StandBy(seat) if kept else Withdraw(seat))
        else:
            state = play(state, CastVote(seat, Ballot.YES))
    return sum(isinstance(e, Tally) and e.question.kind == "draft" for e in state.log)


# -- 17 to 26: ballots, explanations, vetoes, texts


def ballots_kept(ballot):
    tally = voted(in_consultations(scenario()), {"CHN": Ballot(ballot)}).tally
    return tally.ballots["CHN"].value


def may_bar(chapter):
    state = on_floor() if chapter else under_chapter_six()
    return key(engine.refusal(state, PointOfOrder("FRA", council.PARTY, "CHN")))


def barred_ballot(ballot):
    state = play(under_chapter_six(), PointOfOrder("FRA", council.PARTY, "CHN"))
    state = answer(play(state, Rule(engine.actor(state), upheld=True)))
    state = turn_of(to_the_vote(state), "CHN")
    return key(engine.refusal(state, CastVote("CHN", Ballot(ballot))))


def may_explain(seat):
    state = idle(voted(in_consultations(scenario()), {}), lambda now: engine.actor(now) == seat)
    return key(engine.refusal(state, Explain(seat, "talks", "We stand by every word.")))


def reading_lowers_will(reading):
    s = scenario()
    border = next(e.id for e in s.enforcers if e.seat == "CHN")
    ballots = dict.fromkeys(s.seats, Ballot.YES)
    wide, narrow = (
        pressure.pushes(s, ballots, explained)[border] for explained in ({}, {"CHN": reading})
    )
    return narrow < wide


def will_of_reading(reading):
    s = scenario()
    border = next(e.id for e in s.enforcers if e.seat == "CHN")
    ballots = dict.fromkeys(s.seats, Ballot.YES)
    plain, read = (pressure.pushes(s, ballots, said)[border] for said in ({}, {"CHN": reading}))
    return "same" if read == plain else "more" if read > plain else "less"


def trust_after_reading(reading, report):
    state = idle(voted(in_consultations(scenario()), {}), lambda now: engine.actor(now) == "JPN")
    state = play(state, Explain("JPN", reading))
    due = Report("JPN", report)
    state = idle(state, lambda now: engine.refusal(now, due) is None)
    return idle(play(state, due), lambda now: now.stage != COMMITTEE).record.trust("JPN")


def may_say_of_a_failure(seat, reading):
    state = voted(in_consultations(scenario()), {"RUS": Ballot.NO})
    state = idle(state, lambda now: now.stage == "explaining" and engine.actor(now) == seat)
    return key(engine.refusal(state, Explain(seat, reading)))


def assembly_meets_by(vetoed):
    return council.assembly_meets_by(vetoed)


def veto_costs(seat, beside=(), wanted=False):
    """Return by how much a veto lowers a score, as a share of the price of one cast alone."""
    state, s = in_blue(in_consultations(scenario())), scenario()
    said = {x: Phrase.GOES_ALONG for x in s.seats if x != seat} if wanted else {}
    state = evolve(state, record=evolve(state.record, phrases=said))
    end = voted(state, dict.fromkeys((seat, *beside), Ballot.NO))
    free = evolve(end, record=evolve(end.record, vetoes={}))
    lost = aftermath.score(free)[seat] - aftermath.score(end)[seat]
    price = s.briefs[seat].veto_price
    if not lost:
        return "nothing"
    return "price" if lost == price else "less" if lost < price else "more"


def needs_chapter_seven(measure, level):
    text = opinion.text_of({measure: level, "article39_determination": 3})
    return next(r.key for r in lint.errors(scenario(), text) if r.measure == measure)


def may_lower_regime(measure):
    state = at_text(scenario())
    return key(engine.refusal(state, SetClause(PEN, measure, 0)))


def remarks_on_nothing():
    found = lint.remarks(scenario(), written(at_text(scenario()), {}).working)
    return next(r.key for r in found if not r.error)
