"""What a computer delegation does on the floor: mostly nothing, and votes as its sums say."""

from __future__ import annotations

from attrs import evolve

from game.ai import ballots, delaying, explaining, mind, presiding, rivals, tabling
from game.ai.personality import Personality
from game.engine import bargain, consensus, opinion, procedural
from game.engine.actions import (
    MOST_RAISED,
    Action,
    Block,
    CastVote,
    Consent,
    Convene,
    CoSign,
    Dissociate,
    Object,
    Propose,
    Request,
    Retract,
    Rule,
    Second,
    Soften,
    StandBy,
    Withdraw,
    acts_left,
)
from game.engine.council import IN_HAND, MOTIONS, ORDER, PARTY, foretold, kinds_of
from game.engine.observation import Observation
from game.engine.record import Question
from game.engine.scenario import Statement
from game.engine.terms import Ballot
from game.engine.wording import put, superseded

FIRM = 70
"""Firmness from which a delegation moves at the table what it was refused before, and stands aside
from a word of a statement that it lets pass. Tuned."""
MISSED = 20
"""Points that such a word lacks, at least. Tuned: in the Councils of 2016 and 2017 one member."""
OPEN_FROM = 46
"""Provocation stock from which an open meeting is asked for. Tuned: closed in January 2016."""
WARY = 4
"""Concern about interference from which a delegation prefers closed doors. Tuned."""
URGENT = 3
"""Signatures that have the President call the meeting at once. Tuned."""
LOST = 100
"""Per mille of adoption under which a changed draft or an amendment is withdrawn. Tuned."""


def meet(observation: Observation) -> Action:
    """Ask for a meeting or sign another's letter, and as President call it."""
    o, s = observation, observation.scenario
    if o.matter is not None:
        return _convene(o)
    if not _wants_meeting(o):
        return StandBy(o.seat)
    room = "open" if o.record.stock >= OPEN_FROM else "closed"
    there = [n for n, r in enumerate(o.record.requests, 1) if r.room == room]
    if there:
        return CoSign(o.seat, there[0])
    return Request(o.seat, room) if len(o.record.requests) < len(s.delegations) else StandBy(o.seat)


def _wants_meeting(observation: Observation) -> bool:
    """Tell whether a delegation is one of those that ask: the keen five and their closest ally.

    Source: on 4 September 2017 the United States, Japan, France and the United Kingdom asked.
    """
    brief, permanent = mind.brief(observation), observation.scenario.permanent
    keen = brief.weights.nonproliferation >= 5 and not brief.reluctant
    return keen and (observation.seat in permanent or brief.weights.us_pull >= 5)


def _convene(observation: Observation) -> Action:
    """Call the meeting where most have asked for it; a President that fears an audience, inside."""
    o = observation
    if not o.record.requests:
        return StandBy(o.seat)
    most = max(o.record.requests, key=lambda r: len(r.signers))
    closed = [r for r in o.record.requests if r.room == "closed"]
    wary = mind.brief(o).weights.sovereignty >= WARY
    room = "closed" if wary and closed else most.room
    names = len(most.signers) + sum(x.room == room for x in o.scenario.letters)
    return Convene(o.seat, room, 0 if names >= URGENT or foretold(o.scenario) else 1)


def open_meeting(observation: Observation) -> Action:
    """Object to an item or a guest where one's own vote would be no; else let it stand.

    A President sets the order of speakers first.
    """
    o = observation
    if (order := presiding.set_tone(o)) is not None:
        return order
    if mind.brief(o).weights.sovereignty < WARY or o.seat not in o.scenario.permanent:
        return StandBy(o.seat)
    if Object.__name__ in o.blocked:
        return StandBy(o.seat)
    voted = kinds_of(o.counted)
    settled = {q.cause for q in voted if q.kind in ("agenda", "invitation")}
    for item in o.record.guests if settled else ("agenda", *o.record.guests):
        kind = "agenda" if item == "agenda" else "invitation"
        vote = procedural.Vote(o.scenario, o.seat, Question(kind, "", cause=item))
        if item not in settled and procedural.ballot(procedural.reasons(vote)) is Ballot.NO:
            return Object(o.seat, item)
    return StandBy(o.seat)


def speak_of(observation: Observation) -> Action:
    """Let a product pass, block it over a word one cannot bear, or come back with another."""
    o, s = observation, observation.scenario
    found = opinion.worded(s, o.record)
    if found is None:
        return StandBy(o.seat)
    if o.record.blocked_by:
        return _soften(o, found)
    word = opinion.unbearable(s, o.seat, mind.dealt(o).variant, found, mind.dealt(o).margin)
    if not word:
        return Dissociate(o.seat) if found.product == "prst" and missed(o) else Consent(o.seat)
    # Who has a veto on resolutions uses it on statements too; others keep out of the way.
    mild = o.seat not in s.permanent and mind.temper(o).firmness < FIRM
    if found.product == "prst" and mild and _is_near(o, found, word):
        return Dissociate(o.seat)
    return Block(o.seat, word if s.plays("products") else "")


def missed(observation: Observation) -> str:
    """Return the word of a statement from which an elected member stands aside; empty for none.

    Who is wary of interference and firm does so over a word that it can bear and that says far less
    than it wants, and lets the rest pass.
    Source: Venezuela, with a presidential statement on Syria, August 2015.
    """
    o, found = observation, opinion.worded(observation.scenario, observation.record)
    wary = mind.brief(o).weights.sovereignty >= WARY and mind.temper(o).firmness >= FIRM
    if found is None or o.seat in o.scenario.permanent or not wary:
        return ""
    t, table = consensus.model(o.scenario), mind.own_table(o) + mind.aim_table(o)
    worth = {
        id: int(table[t.places[id], level] - table[t.places[id]].max())
        for id, level in found.levels.items()
    }
    worst = min(worth, key=lambda id: worth[id])
    return worst if worth[worst] <= -MISSED else ""


def _is_near(observation: Observation, statement: Statement, word: str) -> bool:
    """Tell whether a word is one step further than this seat can bear."""
    o = observation
    softer = evolve(statement, levels={**statement.levels, word: statement.levels[word] - 1})
    return not opinion.objects_to(o.scenario, o.seat, mind.dealt(o).variant, softer)


def _soften(observation: Observation, statement: Statement) -> Action:
    """Come back with the strongest word that whoever blocked could bear, unless too firm for it."""
    o, s, word = observation, observation.scenario, observation.record.blocked_on
    if mind.temper(o).firmness >= FIRM or word not in statement.levels:
        return StandBy(o.seat)
    now, by = statement.levels[word], o.record.blocked_by
    for level in sorted(range(s.measure(word).top + 1), key=lambda n: (abs(n - now), n)):
        other = evolve(statement, levels={**statement.levels, word: level})
        found = {
            opinion.unbearable(s, by, v.id, other, opinion.CAREFUL) for v in s.briefs[by].variants
        }
        if level != now and word not in found:
            return Soften(o.seat, word, level)
    return StandBy(o.seat)


def act(observation: Observation, personality: Personality) -> Action:
    """Answer what is before this seat, vote on the question in hand, or use the floor."""
    o = observation
    if o.stage == "fallback":
        return speak_of(o) if o.record.statement else Propose(o.seat, lightest(o))
    if o.calling:
        return CastVote(o.seat, ballots.ballot(o, o.questions[0]))
    if o.matter is not None:
        return _answer(o, o.matter)
    if acts_left(o, o.seat) < MOST_RAISED:
        return StandBy(o.seat)  # It has said what matters most to it.
    # A point of order comes before every motion.
    first = presiding.set_reading(o) or tabling.bar(o) or delaying.move(o)
    if (found := first or tabling.act(o, personality)) is not None:
        return found
    return delaying.for_the_record(o) or explaining.before(o) or StandBy(o.seat)


def lightest(observation: Observation) -> str:
    """Return the first product that has not gone out: what can still be said, or none."""
    issued = observation.record.issued
    return next((s.id for s in observation.scenario.statements if s.id not in issued), "")


def _answer(observation: Observation, matter: Question) -> Action:
    o = observation
    if matter.kind == "point":
        return Rule(o.seat, upheld=_is_well_taken(o, matter))
    if matter.kind == "ruling":
        return Object(o.seat) if _challenges(o, matter) else StandBy(o.seat)
    if matter.kind == IN_HAND:
        now = o.questions[0]
        return StandBy(o.seat) if _stands(o, now) else Retract(o.seat, now.kind, now.measure)
    if matter.kind == "part":
        # A clause that the mover can do without, or that is sure to stand, is put to the vote.
        return StandBy(o.seat) if tabling.spares(o, matter) else Object(o.seat)
    if matter.kind == "second":
        return Second(o.seat, matter.version) if _takes_over(o, matter) else StandBy(o.seat)
    return (
        Withdraw(o.seat, 0 if matter.version == o.blue else matter.version)
        if _is_spoiled(o, matter)
        else StandBy(o.seat)
    )


def _stands(o: Observation, moved: Question) -> bool:
    """Tell whether what this seat has moved is still worth a vote.

    An amendment is not where the text says so already, where it is worth nothing any more or has
    no chance, unless it is for the record; nor, for who is not daring, a motion that nine will
    hardly carry, for a lost one costs face.
    """
    if moved.kind in MOTIONS:
        fails = ballots.fails(o)
        likely = delaying.carries(o, moved.kind, fails=fails) >= procedural.CARRIES
        return likely or delaying.lets_it_come(o)
    if moved.kind != "amendment":
        return True
    draft = o.text(moved.version)
    text = put(o.scenario, draft, moved.clause)
    if not tabling.gains(o, moved):
        return False
    return tabling.insists(o) or tabling.carries(o, text, draft) >= LOST


def _is_well_taken(o: Observation, point: Question) -> bool:
    """Tell how this seat rules on a point of order as President.

    That a motion is no procedure is not upheld. Who is party to the dispute is a matter of fact;
    that it has to abstain was ruled by no President for decades, so that it takes a firm one that
    wants the text.

    Source: Security Council Report, Obligatory Abstentions, April 2014.
    """
    if point.cause != PARTY or point.measure == o.seat or mind.temper(o).firmness < FIRM:
        return False
    wants = mind.true_ballot(o, o.text(o.blue)) is Ballot.YES
    return wants and point.measure in o.scenario.parties


def _challenges(o: Observation, ruling: Question) -> bool:
    """Tell whether a ruling against this seat is worth a vote; others are let stand.

    One that takes its vote away is, or an order of speakers to who is firm; a point of its own that
    was not upheld where nine can be expected to overrule the President.
    """
    if ruling.cause == ORDER:
        return ruling.measure == o.seat and mind.temper(o).firmness >= FIRM
    if ruling.measure == o.seat:
        return True
    return ruling.cause == PARTY and delaying.overrules(o, ruling) >= procedural.CARRIES


def _takes_over(o: Observation, matter: Question) -> bool:
    """Tell whether a draft that its mover withdrew is worth a vote to who seconded it."""
    if o.adopted:
        return False
    text, heard = o.text(matter.version), opinion.heard_of(o, matter.version)
    wants = mind.true_ballot(o, text, heard) is Ballot.YES
    return wants and ballots.chance(o, text) >= procedural.CARRIES


def _is_spoiled(observation: Observation, draft: Question) -> bool:
    """Tell whether a draft is no longer worth a vote: another has passed, or it has no chance.

    What passed stands; the draft is worth a vote if it adds to that for who brings it, and if it
    can be expected to be adopted as well.
    """
    o = observation
    if stands := o.adopted:
        text = superseded(o.scenario, stands, o.text(draft.version))
        then, now = (consensus.row(o.scenario, it)[None, :] for it in (text, stands))
        heard = opinion.heard_of(o, draft.version)
        chance = int(rivals.chances(o, now, then, heard)[0])
        return bargain.added(o, stands, draft.version) <= 0 or chance < procedural.CARRIES
    if draft.version != o.blue:
        return False
    if mind.points_for(o, o.text(o.blue)) < mind.brief(o).yes_at:
        return True
    return ballots.chance(o, o.text(o.blue)) < LOST
