"""Builders: scenarios that are loaded or cut down, and states that are made by playing actions."""

from datetime import date
from functools import cache
from itertools import combinations, product
from random import Random

import numpy as np
from attrs import evolve, frozen

from game import ai, engine
from game.content import load_scenario
from game.engine import State, chain, lint, wording
from game.engine.abroad import mind
from game.engine.actions import (
    Accept,
    Action,
    Amend,
    Ask,
    AskExtension,
    CastVote,
    Circulate,
    Consent,
    Consider,
    Convene,
    Deliver,
    Dissociate,
    EndRound,
    KeepSilence,
    Move,
    Offer,
    Propose,
    PutInBlue,
    Report,
    Request,
    Respond,
    Resume,
    Second,
    SetClause,
    Silence,
    Speak,
    StandBy,
    Suspend,
    Table,
    Withdraw,
)
from game.engine.followup import CAMPAIGN
from game.engine.opinion import MARGINS, level_of
from game.engine.record import Clause, Pledge, Term
from game.engine.terms import TARGET, Ballot, Circle, Phase, Stance
from game.session.dice import dice, pick

RIVAL = ("aviation_fuel", 1)
RANDOM, QUICK = "random", "quick"


shipped = cache(load_scenario)


def scenario(id="resolution_2270"):
    """Load a shipped scenario, once, however it is asked for."""
    return shipped(id)


@cache
def council_of(*seats, majority=9, of="resolution_2270"):
    """Return a scenario with some of its members only, the first of which presides."""
    whole = scenario(of)
    return evolve(
        whole,
        delegations=tuple(d for d in whole.delegations if d.id in seats),
        briefs={seat: whole.briefs[seat] for seat in whole.seats if seat in seats},
        presidency=dict.fromkeys(whole.presidency, seats[0]),
        inner=tuple(seat for seat in whole.inner if seat in seats),
        majority=majority,
        cables=tuple(c for c in whole.cables if c.to in seats),
    )


@frozen(eq=False)
class Game:
    """A game that was played.

    seed: of its luck.
    who: personality of all its computers.
    states: before the first action, and after each.
    actions: everything done, chance too.
    """

    seed: int
    who: str
    states: tuple[State, ...]
    actions: tuple[Action, ...]

    @property
    def end(self):
        """Return the last state."""
        return self.states[-1]

    def moves(self):
        """Return the state before each action, the action, and the state after it."""
        return zip(self.states[:-1], self.actions, self.states[1:], strict=True)


def chosen(state, luck, who=QUICK):
    """Return what chance or a computer does now."""
    if options := engine.chance(state):
        return pick(luck, options)
    personality = ai.personalities()[who]
    menu = ai.needs_menu(personality)
    return ai.decide(engine.observe(state, engine.actor(state), menu=menu), personality, luck)


def never(state):
    """Play to the end."""
    del state
    return False


def play_on(state, seed, who=QUICK, until=never):
    """Play a game on with computers, and return its states and actions."""
    states, actions = [state], []
    while (seat := engine.actor(states[-1])) is not None and not until(states[-1]):
        action = chosen(states[-1], dice(seed, len(actions), seat), who)
        actions.append(action)
        states.append(engine.apply(states[-1], action))
    return Game(seed, who, tuple(states), tuple(actions))


@cache
def played(id, seed, who=QUICK):
    """Return a whole game of computers, played once."""
    return play_on(engine.new_game(scenario(id)), seed, who)


BEATS = tuple(phase for phase in Phase if phase not in (Phase.ALARM, Phase.OVER))
"""From which random play begins; the alarm follows at once on what is dealt."""


def begun(id, beat, luck=0):
    """Return a game of computers as a beat begins; one that never came to it, as it began.

    With every third luck a person takes the target's seat, if it can be played.
    """
    states = played(id, 1 + luck % 2).states
    state = next((state for state in states if state.phase is beat), states[0])
    asked = luck % 3 == 2 and TARGET in state.scenario.playable
    return engine.seat_person(state, TARGET, person=True) if asked else state


def freely(state, luck, *, by_kind=True):
    """Play a game on with anything that is legal, and return its states and actions.

    Args:
        by_kind: any kind of act is as likely as another, so that rare ones are met and games are
            short; else any act is.
    """
    states, actions = [state], []
    while (seat := engine.actor(states[-1])) is not None:
        actions.append(any_act(states[-1], dice(luck, len(actions), seat), by_kind=by_kind))
        states.append(engine.apply(states[-1], actions[-1]))
    return Game(luck, RANDOM, tuple(states), tuple(actions))


def any_act(state, luck, *, by_kind=True):
    """Choose any legal act, or any of any legal kind."""
    if options := engine.chance(state):
        return pick(luck, options)
    legal = engine.legal_actions(state)
    if not by_kind:
        return luck.choice(legal)
    kinds = {}
    for action in legal:
        kinds.setdefault(type(action).__name__, []).append(action)
    return luck.choice(kinds[luck.choice(sorted(kinds))])


@cache
def anything():
    """Return games in which everybody does anything from some beat on, and computers before it.

    So the last beats, which play that is all random seldom comes to, are met like the first.
    """
    return [
        freely(begun("resolution_2270", beat, luck), luck) for luck in range(3) for beat in BEATS
    ]


def play(state, *actions):
    """Apply actions one after another."""
    for action in actions:
        state = engine.apply(state, action)
    return state


def dealt(of, seed=0, people=()):
    """Return a game in which chance has dealt and the soundings are about to begin."""
    start = engine.new_game(of, people)
    return play_on(start, seed, until=lambda state: state.phase is Phase.SOUNDINGS).end


def planning(state, doctrine):
    """Return a state in which the target was dealt another plan."""
    plans = {id: int(id == doctrine) for id in state.abroad.doctrine}
    return evolve(state, abroad=evolve(state.abroad, doctrine=plans))


def alarmed(of, seed=0, people=()):
    """Return a game in which members are about to ask for a meeting."""
    start = engine.new_game(of, people)
    return play_on(start, seed, until=lambda state: state.stage == "asking").end


def least(state, seat):
    """Return the least that a seat can do now."""
    match state.phase:
        case Phase.ALARM if state.matter is not None and state.record.requests:
            return Convene(seat, state.record.requests[0].room, 0)
        case Phase.ALARM:
            return StandBy(seat)
        case Phase.SOUNDINGS if state.calling:
            return CastVote(seat, Ballot.YES)
        case Phase.SOUNDINGS if state.stage == "opening":
            return StandBy(seat)
        case Phase.SOUNDINGS if state.record.statement and state.record.blocked_by:
            return StandBy(seat)
        case Phase.SOUNDINGS if seat not in state.record.stances:
            return Speak(seat, Stance.CONDEMN, state.scenario.measures[0].id)
        case Phase.SOUNDINGS:
            return Consent(seat) if state.record.statement else Propose(seat, "")
        case Phase.BLUE:
            return StandBy(seat)
        case Phase.VOTE if StandBy.__name__ not in engine.observe(state, seat).blocked:
            return StandBy(seat)
        case Phase.VOTE:
            return next(a for a in engine.legal_actions(state) if a.seat == seat)
        case Phase.ECHO:
            due = Report(seat, "none")
            return StandBy(seat) if engine.refusal(state, due) else due
    return EndRound(seat)


def idled(state, until, seed=0):
    """Let chance act, and everybody else do the least, until a state answers a question."""
    states, actions = [state], []
    while not until(states[-1]):
        now, seat = states[-1], engine.actor(states[-1])
        luck, options = dice(seed, len(now.log), seat), engine.chance(now)
        actions.append(pick(luck, options) if options else least(now, seat))
        states.append(engine.apply(now, actions[-1]))
    return Game(seed, QUICK, tuple(states), tuple(actions))


def idle(state, until, seed=0):
    """Return the state that idle play comes to."""
    return idled(state, until, seed).end


def at_text(of, seed=0, people=()):
    """Return a game in which the pen is about to write."""
    return idle(dealt(of, seed, people), lambda state: state.phase is Phase.TEXT, seed)


def written(state, levels):
    """Let the pen write clauses until its working text has these levels."""
    pen = state.scenario.penholder
    for measure, level in levels.items():
        if level_of(state.scenario, state.working, measure) != level:
            state = engine.apply(state, SetClause(pen, measure, level))
    return state


def in_consultations(of, levels=None, circle=Circle.ALL, seed=0, people=()):
    """Return a game at the start of its first round, after a text was shown to a circle."""
    pen = of.penholder
    state = written(at_text(of, seed, people), of.record if levels is None else levels)
    state = play(state, Circulate(pen, circle), EndRound(pen))
    return idle(state, lambda now: not engine.chance(now), seed)


def turn_of(state, seat):
    """Let everybody before a seat do the least."""
    return idle(state, lambda now: engine.actor(now) == seat)


def in_round(state, number):
    """Let everybody do the least until a round begins."""
    return idle(state, lambda now: now.round >= number and not engine.chance(now))


def in_blue(state):
    """Have the pen put its working text in blue, everybody before it doing the least."""
    pen = state.scenario.penholder
    return play(turn_of(state, pen), PutInBlue(pen))


def at_vote(state):
    """Return a game in which ballots are about to be cast, its text in blue as it is."""
    state = state if state.blue else in_blue(state)
    return idle(state, lambda now: now.phase is Phase.VOTE and now.calling)


@cache
def in_public():
    """Return a game whose first meeting is open: guests are heard, a statement is read out."""
    state = alarmed(scenario())
    state = play(state, Request(engine.actor(state), "open"))
    state = idle(state, lambda now: now.matter is not None)
    state = play(state, Convene(engine.actor(state), "open", 0))
    state = idle(state, lambda now: len(now.record.stances) == len(now.scenario.seats))
    state = play(state, Propose(engine.actor(state), "warning"))
    return ending(state, Dissociate(engine.actor(state)), lambda now: now.phase is Phase.TEXT)


@cache
def resumed():
    """Return a season in which exercises were held off, and are held after all."""
    state = until_legal(begun("resolution_2270", Phase.ECHO), Suspend("USA", "CHN"))
    state = until_legal(play(state, Suspend("USA", "CHN")), Consider(TARGET, accepted=True))
    state = until_legal(play(state, Consider(TARGET, accepted=True)), Resume("USA"))
    return ending(state, Resume("USA"), lambda now: now.phase is Phase.OVER)


def until_legal(state, action):
    """Let everybody do the least until an act is legal."""
    return idle(state, lambda now: engine.refusal(now, action) is None)


def ending(state, action, until):
    """Return a game of one act, after which everybody does the least."""
    rest = idled(engine.apply(state, action), until)
    return evolve(rest, states=(state, *rest.states), actions=(action, *rest.actions))


@cache
def vetoed_in_2022():
    """Return a game whose vote was vetoed after the General Assembly had settled to meet on it."""
    months = {f"2022-{month:02}": "USA" for month in range(5, 13)}
    of = evolve(scenario(), start=date(2022, 5, 2), presidency=months)
    state = voted(in_consultations(of), {"RUS": Ballot.NO})
    return Game(0, QUICK, (state,), ())


@cache
def followed():
    """Return the second sitting of a campaign, before anything is dealt in it."""
    end = play_on(engine.new_game(scenario("campaign_2016_2017")), 1, QUICK).end
    return Game(1, QUICK, (chain.following(end),), ())


@cache
def eased():
    """Return a sitting whose text suspends measures amid talks, up to a large step after it."""
    of = scenario("hwasong_14")
    state = at_vote(in_consultations(of, {**of.record, "sunset_relief": 3}))
    state = voted(evolve(state, abroad=evolve(state.abroad, stance=1)), {})
    state = idle(state, lambda now: now.stage == "look")
    plan = [r.id for r in of.target.large].index("nuclear_test") + 1
    world = evolve(state.abroad, plan=plan, signs=mind.SIGNS)
    state = idle(evolve(state, abroad=world), lambda now: now.stage == "step")
    act = Respond(TARGET, "nuclear_test")
    return Game(0, QUICK, (state, play(state, act)), (act,))


@cache
def shots_exchanged():
    """Return a sitting in which shots are exchanged in the first month after the vote."""
    state = voted(in_consultations(scenario()), {})
    state = idle(state, lambda now: now.queue[:1] == (TARGET,))
    state = engine.apply(state, Respond(TARGET, "border_clash"))
    return Game(0, QUICK, (idle(state, lambda now: now.phase is Phase.OVER),), ())


@cache
def given_time():
    """Return a sitting up to where a delegation asks for a day more before a silence ends."""
    state = in_consultations(scenario())
    pen = scenario().penholder
    state = play(turn_of(state, pen), Silence(pen, 24))
    asked = AskExtension(engine.actor(state))
    return Game(0, QUICK, (state, engine.apply(state, asked)), (asked,))


@cache
def changed_after_silence():
    """Return a sitting up to blue in which the pen changes what was agreed under silence."""
    state = in_consultations(scenario())
    pen = scenario().penholder
    state = play(turn_of(state, pen), Silence(pen, 24))
    while (seat := engine.actor(state)) != pen:
        state = play(state, KeepSilence(seat))
    state = play(state, SetClause(pen, "project_exemption", 0))
    blue = PutInBlue(pen)
    return Game(0, QUICK, (state, play(state, blue)), (blue,))


@cache
def favour_done():
    """Return a half after a vote in which a favour that was promised is done."""
    owed = Pledge("CHN", by="USA", kind="favour", item="smaller_exercise", due="season")
    state = idle(voted(in_consultations(scenario()), {}), lambda now: now.stage == CAMPAIGN)
    state = evolve(turn_of(state, "USA"), record=evolve(state.record, pledges=(owed,)))
    done = Deliver("USA", "CHN", "smaller_exercise")
    return Game(0, QUICK, (state, play(state, done)), (done,))


@cache
def lifted():
    """Return a round in which a request is taken back for a favour."""
    state = turn_of(in_consultations(scenario()), "RUS")
    state = play(state, Ask("RUS", "flights", 2), EndRound("RUS"))
    given, lift = Term("favour", item="smaller_exercise"), Term("lift", "flights", 2)
    state = play(turn_of(state, "USA"), Offer("USA", "RUS", (given,), (lift,)))
    deal = Accept("RUS", "USA", 1)
    return Game(0, QUICK, (state, play(state, deal)), (deal,))


@cache
def clashed():
    """Return a meeting in which two amendments, each sound alone, cannot both be carried."""
    state = idle(in_blue(in_consultations(scenario())), lambda now: now.stage == "floor")
    state = turn_of(state, "CHN")
    one, other = _clashing(state)
    state = play(turn_of(play(state, one), "RUS"), other)
    state = idle(state, lambda now: now.calling)
    while state.calling and state.questions[0].kind == "amendment":
        state = engine.apply(state, CastVote(engine.actor(state), Ballot.YES))
    return Game(0, QUICK, (state,), ())


@cache
def both_adopted():
    """Return a meeting in which a rival is adopted, and the pen's text after it."""
    state = turn_of(in_consultations(scenario()), "FRA")
    states, actions = [play(state, Table("FRA", (Clause("aviation_fuel", 1),)))], []
    pen = state.scenario.penholder
    states = [idle(play(turn_of(states[0], pen), PutInBlue(pen)), lambda now: now.calling)]
    while states[-1].stage != "explaining":
        now = states[-1]
        seat = engine.actor(now)
        actions.append(CastVote(seat, Ballot.YES) if now.calling else StandBy(seat))
        states.append(engine.apply(now, actions[-1]))
    return Game(0, QUICK, tuple(states), tuple(actions))


@cache
def taken_over():
    """Return what follows where a rival with a seconder is withdrawn between two meetings."""
    state = play(turn_of(in_consultations(scenario()), "FRA"), Table("FRA", (Clause(*RIVAL),)))
    pen, number = state.scenario.penholder, state.rivals[0].number
    state = idle(play(turn_of(state, pen), PutInBlue(pen)), lambda now: now.stage == "floor")
    state = play(state, Move(engine.actor(state), "suspend"))
    state = idle(play(turn_of(state, "JPN"), Second("JPN", number)), lambda now: now.calling)
    for _ in state.scenario.seats:
        state = play(state, CastVote(engine.actor(state), Ballot.YES))
    state, act = turn_of(state, "FRA"), Withdraw("FRA", number)
    return Game(0, QUICK, (state, play(state, act)), (act,))


def _clashing(state):
    s, text = state.scenario, state.draft(state.blue).clauses
    sound = [
        (measure.id, level)
        for measure in s.measures
        for level in range(s.floor(measure.id), len(measure.levels))
        if not engine.refusal(state, Amend("CHN", measure.id, level))
    ]
    return next(
        (Amend("CHN", *one), Amend("RUS", *other))
        for one, other in combinations(sound, 2)
        if one[0] != other[0]
        and lint.errors(s, wording.put(s, wording.put(s, text, Clause(*one)), Clause(*other)))
    )


def rare():
    """Return games of what hardly ever comes about by itself, each played on purpose."""
    return (
        *(in_public(), clashed(), followed(), given_time(), resumed(), vetoed_in_2022()),
        *(both_adopted(), taken_over(), eased(), shots_exchanged(), changed_after_silence()),
        *(favour_done(), lifted(), lapsed()),
    )


@cache
def lapsed():
    """Return a sitting of a campaign as it opens, with two promises that end before it."""
    over = play_on(engine.new_game(scenario("campaign_2016_2017")), 1, QUICK).end
    promised = tuple(
        Pledge("EGY", "coal_iron_exports", level, True, by=by, kind="next_text", due="next")
        for by, level in (("USA", 0), ("FRA", 7))
    )
    record = evolve(over.record, pledges=promised)
    return Game(1, QUICK, (chain.following(evolve(over, record=record)),), ())


@cache
def floored(luck):
    """Return a meeting of the vote in which everybody does anything, from the floor on."""
    state = idle(in_blue(in_consultations(scenario())), lambda now: now.stage == "floor")
    states, actions = [state], []
    while (seat := engine.actor(states[-1])) is not None and states[-1].phase is Phase.VOTE:
        actions.append(any_act(states[-1], dice(luck, len(actions), seat)))
        states.append(engine.apply(states[-1], actions[-1]))
    return Game(luck, RANDOM, tuple(states), tuple(actions))


def voted(state, ballots, others=Ballot.YES):
    """Let everybody drop a ballot; those not named drop the same."""
    state = at_vote(state)
    while state.tally is None:
        seat = engine.actor(state)
        state = engine.apply(state, CastVote(seat, ballots.get(seat, others)))
    return state


def random_draft(of, luck, swaps=True):
    """Return any text that keeps the regime, with other words now and then."""
    text = {}
    for m in of.measures:
        level = luck.randint(of.floor(m.id), m.top)
        if not level:
            continue
        clause = Clause(m.id, level)
        if swaps and luck.random() < 0.4:
            clause = random_words(of, luck, clause)
        text[m.id] = clause
    return text


def random_words(of, luck, clause):
    """Return a clause with any other words that its level allows."""
    verbs = [evolve(clause, verb=v.verb) for v in of.verbs]
    clause = luck.choice([clause, *(c for c in verbs if wording.fault(of, c) is None)])
    for _ in range(luck.randint(0, 4)):
        clause = luck.choice([clause, *wording.small_edits(of, clause)])
    return clause


def random_minds(of, luck):
    """Return one deal: seat -> variant and margin, as often as chance would deal it."""
    minds = {}
    for seat in of.seats:
        variants = [(v.id, v.weight) for v in of.briefs[seat].variants]
        minds[seat] = (pick(luck, variants), pick(luck, tuple(MARGINS.items())))
    return minds


def any_luck(*parts):
    """Return dice that depend on these parts alone."""
    return Random("/".join(map(str, parts)))


def every_hand(yes, no, permanent, majority):
    """Return the chance of adoption of each text by counting every show of hands one by one.

    Each seat votes yes or does not; a permanent member that votes no is in neither.

    Args:
        yes: chance of a yes, (drafts, seats).
        no: chance of a no, (drafts, seats).
    """
    hands = np.array(list(product((False, True), repeat=yes.shape[1])))
    hands = hands[hands.sum(axis=1) >= majority]
    stays = 1.0 - yes - no * permanent
    return np.array(
        [np.where(hands, up, stay).prod(axis=1).sum() for up, stay in zip(yes, stays, strict=True)]
    )
