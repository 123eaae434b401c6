"""What holds in every game of computers, whatever was dealt: questions asked of whole games.

`test_properties.py` asks them of a few games; this asks them of as many as there is time for:

    python -m tests.conformance.properties resolution_2270 --games 1000 --seed 1
"""

import argparse
import sys
from collections import Counter

from game import ai, engine
from game.content import scenario_ids
from game.engine import bargain, opinion
from game.engine.actions import (
    Ask,
    AskNeeds,
    Back,
    BreakSilence,
    CastVote,
    Decline,
    Offer,
    Oppose,
    Say,
    TakeEdit,
    Warn,
)
from game.engine.aftermath import minds_of
from game.engine.events import Bluffed, PledgeSettled, Tally
from game.engine.record import RIVALS
from game.engine.terms import Ballot, Phase, Phrase
from tests.build import QUICK, any_luck, dice, play_on, scenario
from tests.engine.test_secrets import otherwise

FOLLOWERS = 2
"""Delegations that react to a public act."""


def sum_of(state, seat, draft):
    """Return a seat's sum for a text, from its reasons and what it was dealt."""
    s, (variant, margin) = state.scenario, minds_of(state)[seat]
    return opinion.total(opinion.reasons(s, state.record, seat, variant, margin, draft))


def returned_offers_are_accepted(game):
    """Yield each offer that would not be struck if it came back as it was, at once or later."""
    for before, action, after in game.moves():
        if isinstance(action, Offer) and after.offered is not None:
            o = after.offered
            back = Decline(o.to, o.seat, o.number, o.take, o.give)
            yield from _fails_to_strike(after, back, o.seat)
        if isinstance(action, Decline) and action.give and action.take:
            o = before.offered
            meant = Offer(o.seat, o.to, action.take, action.give)
            for state in game.states:
                later = state.record.offers and state.round - o.round == 1
                if later and engine.actor(state) == o.seat and _is_last(state, o):
                    yield from _fails_to_strike(state, meant, o.to)
                    break


def _is_last(state, offered):
    pair = [x for x in state.record.offers if {x.seat, x.to} == {offered.seat, offered.to}]
    return pair[-1].number == offered.number and state.phase is Phase.SQUEEZE


def _fails_to_strike(state, action, other):
    if engine.refusal(state, action) is not None:
        return  # Who cannot give what is wanted, or has no token, cannot accept it either.
    deal = engine.apply(state, action).record.offers
    if not any(o.status == "struck" and other in (o.seat, o.to) for o in deal[-1:]):
        yield f"{action} is not struck"


def nobody_spends_against_its_own_text(game):
    """Yield each act against a text of whoever's name is under it, and each ballot.

    Who lent its name is free where the text was amended, or another was adopted before it, or where
    its author broke a promise to it with the text.
    """
    for before, action, after in game.moves():
        seat = getattr(action, "seat", "")
        if seat not in before.record.sponsors and seat != before.scenario.penholder:
            continue
        spent = after.tokens.get(seat, 0) < before.tokens.get(seat, 0)
        against = isinstance(action, Oppose | Warn | BreakSilence) and spent
        worse = isinstance(action, Say) and action.phrase.points < Phrase.GOES_ALONG.points
        if against or worse:
            yield f"{action} by an author of the text"
        lent = seat != before.scenario.penholder  # A pen may bring what its capital bears not.
        lent = lent and not any(
            (p.to, p.status) == (seat, "broken") for p in before.record.promised
        )
        if isinstance(action, CastVote) and lent and _is_as_sponsored(before):
            if action.ballot is not Ballot.YES:
                yield f"{action} on its own text"
        if isinstance(action, Offer) and any(t.ballot is Ballot.NO for t in action.take):
            yield f"{action} asks for a vote against its own text"


def _is_as_sponsored(state):
    """Tell whether ballots are cast on the text in blue as it was sponsored, before any other."""
    counts = [e for e in state.log if isinstance(e, Tally) and e.question]
    changed = any(e.question.kind in ("amendment", "part", "draft") for e in counts)
    return state.calling and _is_on_the_text(state) and not changed


def phrases_are_true(game):
    """Yield each phrase and each warning beyond its seat's sum that is not marked as a bluff.

    Also each mark of a word that was meant, and each phrase of a computer that is marked: it
    bluffs with warnings alone, once.
    """
    bluffs = Counter()
    for before, action, after in game.moves():
        if not isinstance(action, Say | Warn):
            continue
        s = before.scenario
        marked = Bluffed in map(type, after.log[len(before.log) :])
        if isinstance(action, Say):
            points = sum_of(before, action.seat, before.seen(action.seat).clauses)
            meant = action.phrase is opinion.phrase_for(s.briefs[action.seat], points)
        else:
            text, brief = opinion.alone(s, action.measure, action.level), s.briefs[action.seat]
            phrases = list(Phrase)
            points = sum_of(before, action.seat, text)
            least = opinion.lowest(brief, phrases[max(0, phrases.index(action.phrase) - 1)])
            meant = (points >= least) is (action.phrase is Phrase.SUPPORTS)
        if meant is marked:
            yield f"{action} with {points} points, {'marked' if marked else 'not marked'}"
        if marked:
            bluffs[action.seat] += 1
            if isinstance(action, Say) or bluffs[action.seat] > 1:
                yield f"{action} is one bluff too many"


def prices_have_the_right_sign(game):
    """Yield each ask, offer and counter-offer that serves its author not at all."""
    for before, action, _ in game.moves():
        if isinstance(action, Offer) or (isinstance(action, Decline) and action.give):
            given, taken = action.give, action.take
        else:
            continue
        seen = engine.observe(before, action.seat, menu=False)
        whole = bargain.value(seen, action.to, given, taken).points
        price = bargain.value(seen, action.to, (), taken).points
        if whole < 0 or price <= 0:
            yield f"{action} is worth {whole}, and what it asks for {price}"


def asks_serve_who_asks(game):
    """Yield each ask that would neither raise its seat's sum nor meet an aim of its capital."""
    for before, action, _ in game.moves():
        if not isinstance(action, Ask):
            continue
        s, seat = before.scenario, action.seat
        version = before.seen(seat)
        now = version.clauses if version else opinion.text_of(opinion.plain(s))
        then = {**now, action.measure: action.clause}
        gain = sum_of(before, seat, then) - sum_of(before, seat, now)
        sent = (c.aim for c in s.cables if c.id in before.dealt[seat].cables)
        aims = {a.measure for a in (*s.briefs[seat].aims, *sent)}
        if gain <= 0 and action.measure not in aims:
            yield f"{action} changes its sum by {gain}"


def promises_are_settled(game):
    """Yield each promise that ends in the air, or is broken without a word of it."""
    record = game.end.record
    told = Counter(
        (e.by, e.to, e.kind, e.measure, e.item, "kept" if e.kept else "broken")
        for e in game.end.log
        if isinstance(e, PledgeSettled)
    )
    for p in record.pledges:
        if p.status == "open" and (p.due != "next" or not game.end.scenario.keeps_pen):
            yield f"{p} is neither kept nor broken"
        fate = (p.by, p.to, p.kind, p.measure, p.item, p.status)
        at_the_door = any(isinstance(a, TakeEdit) and a.of == p.to for a in game.actions)
        if p.status in ("kept", "broken") and not told[fate] and not at_the_door:
            yield f"nobody was told of {p}"
        if p.status == "void" and _was_voted(game.end) and not _let_off(record, p):
            yield f"{p} was let go for nothing"


def _was_voted(state):
    """Tell whether there was a vote on the text that promises are about: not a rival's alone."""
    counted = (e.question for e in state.log if isinstance(e, Tally))
    return any(q is not None and q.kind == "draft" and q.version <= RIVALS for q in counted)


def _let_off(record, pledge):
    """Tell whether the other side of a deal has broken its own word."""
    back = (pledge.deal, pledge.to, pledge.by, "broken")
    return any((p.deal, p.by, p.to, p.status) == back for p in record.pledges)


def few_react_to_a_public_act(game):
    """Yield each clause on which more than two have followed a first voice, or a first warning."""
    for kinds in (Back | Oppose, Warn):
        voices = Counter(a.measure for a in game.actions if isinstance(a, kinds))
        yield from (f"{n} voices on {m}" for m, n in voices.items() if n > 1 + FOLLOWERS)


def one_approach_a_round(game):
    """Yield each seat that came to another twice in a round, or warned the Council twice in it."""
    offers, questions, warnings = Counter(), Counter(), Counter()
    for before, action, _ in game.moves():
        if isinstance(action, Warn):
            warnings[action.seat, before.round] += 1
        if isinstance(action, Offer | AskNeeds):
            asked = questions if isinstance(action, AskNeeds) else offers
            asked[action.seat, action.to, before.round] += 1
    yield from (f"{who} made {n} offers" for who, n in offers.items() if n > 1)
    yield from (f"{who} asked {n} times" for who, n in questions.items() if n > 1)
    yield from (f"{who} warned {n} times" for who, n in warnings.items() if n > 1)


def nobody_knows_too_much(game):
    """Yield each act that would have been another if secrets of others had been others.

    At five moments of a game, for all seats the view, and for whoever acts the act of each
    personality in turn.
    """
    levels = tuple(ai.personalities())
    turns = [
        state
        for state in game.states
        if state.phase is not Phase.OVER and engine.actor(state) in state.scenario.seats
    ]
    luck = any_luck("secrets", game.seed)
    for state in luck.sample(turns, min(5, len(turns))):
        seat, level = engine.actor(state), luck.choice(levels)
        for who in state.scenario.seats:
            other = otherwise(state, who, any_luck(game.seed, who, state.round))
            if engine.observe(other, who) != engine.observe(state, who):
                yield f"{who} sees what it may not in {state.phase}, round {state.round}"
            if who == seat:
                acts = {_decided(one, seat, level) for one in (state, other)}
                if len(acts) > 1:
                    yield f"{seat}, playing {level}, would do {acts}"


def _decided(state, seat, level):
    seen = engine.observe(state, seat)
    return repr(ai.decide(seen, ai.personalities()[level], dice(0, len(state.record.said), seat)))


def ballots_follow_from_sums(game):
    """Yield each ballot of a computer on the pen's draft that is not what its sum comes to.

    Beside a text that was adopted before it, it has to add something as well; authors stand by it.
    """
    for before, action, _ in game.moves():
        if isinstance(action, CastVote) and _is_on_the_text(before):
            text = before.version(before.blue).clauses
            brief = before.scenario.briefs[action.seat]
            content = sum_of(before, action.seat, text) >= brief.yes_at
            seen = engine.observe(before, action.seat, menu=False)
            if seen.adopted and before.questions[0].by != action.seat:
                content = content and bargain.added(seen, seen.adopted, before.blue) > 0
            if content is not (action.ballot is Ballot.YES):
                yield f"{action} against its sum"


def _is_on_the_text(state):
    """Tell whether ballots are cast on the text in blue, and nobody has to abstain."""
    question = state.questions[0] if state.questions else None
    main = question is not None and (question.kind, question.version) == ("draft", state.blue)
    return main and not state.barred


def states_are_sound(game):
    """Yield every broken invariant."""
    for state in game.states:
        yield from engine.faults(state)


PROPERTIES = (
    *(states_are_sound, returned_offers_are_accepted, nobody_spends_against_its_own_text),
    *(phrases_are_true, prices_have_the_right_sign, asks_serve_who_asks, promises_are_settled),
    *(few_react_to_a_public_act, one_approach_a_round, nobody_knows_too_much),
    ballots_follow_from_sums,
)
"""Everything that is asked of a game; each yields what is wrong, and nothing if it holds."""


def main():
    """Ask everything of many games, and print what does not hold."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("scenarios", nargs="*", default=scenario_ids())
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", choices=(QUICK, "search"), default=QUICK)
    arguments = parser.parse_args()
    wrong = Counter()
    for id in arguments.scenarios:
        for seed in range(arguments.seed, arguments.seed + arguments.games):
            game = play_on(engine.new_game(scenario(id)), seed, arguments.level)
            for asked in PROPERTIES:
                for fault in asked(game):
                    wrong[id, asked.__name__] += 1
                    if wrong[id, asked.__name__] <= 5:
                        print(f"{id}, seed {seed}, {asked.__name__}: {fault}", flush=True)
    games = arguments.games * len(arguments.scenarios)
    print(
        f"{games} games, {len(PROPERTIES)} properties, {sum(wrong.values())} faults: {dict(wrong)}"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
