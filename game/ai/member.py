"""What a delegation that does not hold the pen does, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
from attrs import frozen

from game.ai import closing, deals, doorstep, mind, procedure, word
from game.engine import consensus, opinion
from game.engine.actions import (
    Action,
    Ask,
    Back,
    CoSponsor,
    DemandSight,
    EndRound,
    Explain,
    ExplainHome,
    Oppose,
    Propose,
    Say,
    Speak,
    StandBy,
    Warn,
    Withdraw,
)
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.terms import Ballot, Phrase, Stance
from game.engine.text import price_of

WORTH_ASKING = 2
"""Points that a change must bring before it is asked for. Tuned."""
DEMAND_AFTER = 45
"""Per cent of the consultations after which a delegation demands to see the text. Tuned."""
FIVE_DEMAND_AFTER = 30
"""The same for a permanent member. Tuned."""
CANDID = 30
"""Candour from which a delegation says why, per cent. Tuned."""
SPONSOR_AFTER = 60
"""Per cent of the consultations after which a content delegation lends its name. Tuned."""
COMPANY = 3
"""Points by which a narrow reading comes easier after that of a permanent member. Tuned."""
TONE = 3
"""Delegations that must have spoken before others follow their position. Tuned."""
FOLLOWERS = 2
"""Delegations that speak on a clause after the first has backed or opposed it in public. Tuned."""


@frozen
class Wish:
    """A change this seat would like, and what it is worth.

    measure: which clause.
    level: what it would like.
    points: what the change adds to its sum, aims counted in.
    """

    measure: str
    level: int
    points: int


def sound(observation: Observation) -> Action:
    """Take a public position, and let a press statement pass or not."""
    o = observation
    if o.calling or o.matter is not None:
        return procedure.act(o)
    if o.stage == "opening":
        return procedure.open_meeting(o)
    if o.seat not in o.record.stances:
        return Speak(o.seat, _stance(o), priority(o))
    if o.record.statement:
        return procedure.speak_of(o)
    return Propose(o.seat, _statement(o))


def _stance(observation: Observation) -> Stance:
    brief, mood = mind.brief(observation), _mood(observation)
    if brief.reluctant or brief.weights.sovereignty >= 4:
        return Stance.CONDEMN if mood > 0 else Stance.TALKS
    if brief.weights.nonproliferation >= 4:
        return Stance.MEASURES
    return _tone(observation)


def _tone(observation: Observation) -> Stance:
    """Return the position of a delegation in the middle: the one that most took before it."""
    o = observation
    heard = Counter(o.record.stances.values())
    if o.seat in o.scenario.permanent or heard.total() < TONE:
        return Stance.CONDEMN
    position, times = heard.most_common(1)[0]
    return position if 2 * times > heard.total() else Stance.CONDEMN


def _mood(observation: Observation) -> int:
    variant = mind.dealt(observation).variant
    return opinion.variant_of(observation.scenario, observation.seat, variant).mood


def priority(observation: Observation) -> str:
    """Return the measure that this seat calls its own: what it has most to win or lose by."""
    s = observation.scenario
    table = mind.own_table(observation) + mind.aim_table(observation)
    spread = [
        int(table[i, : m.top + 1].max() - table[i, s.base(m.id)]) for i, m in enumerate(s.measures)
    ]
    return s.measures[int(np.argmax(spread))].id


def _statement(observation: Observation) -> str:
    o, s = observation, observation.scenario
    best, most = "", 0
    for strength, statement in enumerate(s.statements, 1):
        passes = 1.0
        for seat in s.seats:
            variants = s.briefs[seat].variants
            whole = sum(v.weight for v in variants)
            mild = sum(
                v.weight for v in variants if not opinion.objects_to(s, seat, v.id, statement)
            )
            passes *= mild / whole
        value = round(1000 * passes) * (strength + mind.temper(o).risk * strength // 100)
        if value > most:
            best, most = statement.id, value
    return best


def consult(observation: Observation) -> Action:
    """Say what is true of the text, then spend tokens on what matters most."""
    o = observation
    if o.record.settling.silence is not None:
        return closing.under_silence(o, [(w.measure, w.level) for w in wishes(o)])
    if (phrase := _to_say(o)) is not None:
        return Say(o.seat, phrase, _because(o, phrase))
    if not o.tokens.get(o.seat):
        return EndRound(o.seat)
    return next(_acts(o), EndRound(o.seat))


def _to_say(observation: Observation) -> Phrase | None:
    o = observation
    if o.draft is None or o.seat in o.spoke or o.seat in o.record.sponsors:
        return None
    phrase = mind.true_phrase(o, o.draft)
    heard = [h for h in o.record.said if h.seat == o.seat]
    if heard and heard[-1].version == o.versions[-1].number and heard[-1].phrase is phrase:
        return None
    return phrase


def _acts(observation: Observation) -> Iterator[Action]:
    o = observation
    done = mind.progress(o)
    phrase = mind.true_phrase(o, o.draft) if o.draft is not None else None
    waits = FIVE_DEMAND_AFTER if o.seat in o.scenario.permanent else DEMAND_AFTER
    if DemandSight.__name__ not in o.blocked and done >= waits:
        yield DemandSight(o.seat)
    warning = _warning(o) if phrase in (Phrase.DIFFICULTY, Phrase.OPPOSES) else None
    if warning and _was_refused(o, warning.measure):
        yield warning
    content = phrase is Phrase.SUPPORTS and done >= SPONSOR_AFTER
    if content and _sponsors(o):
        yield CoSponsor(o.seat)
    aims = {a.measure for a in mind.brief(o).aims}
    yield from closing.hold_out(o)
    for wish in wishes(o):
        # Who supports a text late in the day asks only for what its capital wants.
        if _can_ask(o, wish) and (not content or wish.measure in aims):
            yield Ask(o.seat, wish.measure, wish.level)
    if warning:
        yield warning
    yield from _marks(o)


def _was_refused(observation: Observation, measure: str) -> bool:
    """Tell whether the pen has refused this seat something about a measure."""
    mine = (observation.seat, measure, "refused")
    return any((a.seat, a.measure, a.status) == mine for a in observation.record.asks)


def _sponsors(observation: Observation) -> bool:
    o = observation
    return not mind.brief(o).reluctant and CoSponsor.__name__ not in o.blocked


def wishes(observation: Observation, *, firm: bool | None = None) -> tuple[Wish, ...]:
    """List the changes this seat would like in the text it knows, best first.

    Args:
        firm: ask for the ideal, not for the nearest level that loses little; by temper if unsaid.
    """
    o, s = observation, observation.scenario
    table, now = mind.own_table(o) + mind.aim_table(o), mind.levels(o)
    if firm is None:
        firm = mind.temper(o).firmness > mind.progress(o)
    out = []
    aims = {a.measure for a in mind.brief(o).aims}
    for i, m in enumerate(s.measures):
        if m.id not in aims and now[i] <= s.base(m.id):
            continue  # What is neither in the text nor in its brief is not worth a word.
        least = s.floor(m.id)
        points = table[i, least : m.top + 1]
        here = int(points[now[i] - least])
        best = least + int(points.argmax())
        gain = int(points.max()) - here
        if gain < WORTH_ASKING:
            continue
        if not firm:
            best, gain = _nearest(points, int(now[i]) - least, least)
        out.append(Wish(m.id, best, gain))
    return tuple(sorted(out, key=lambda w: -w.points))


def _nearest(points: consensus.Ints, now: int, least: int) -> tuple[int, int]:
    """Return the level nearest to the text that wins at least two thirds of what can be won."""
    most = int(points.max() - points[now])
    good = [
        (abs(at - now), at)
        for at in range(len(points))
        if at != now and 3 * int(points[at] - points[now]) >= 2 * most
    ]
    at = min(good)[1]
    return least + at, int(points[at] - points[now])


def _can_ask(observation: Observation, wish: Wish) -> bool:
    """Tell whether an ask is worth a token: not asked before, nor promised away to another."""
    o = observation
    if o.tokens[o.seat] < price_of(o.record, o.seat, wish.measure):
        return False
    upward = wish.level > opinion.level_of(o.scenario, o.draft or {}, wish.measure)
    if deals.lifted(o, wish.measure, upward=upward):
        if not word.breaks(o, "lift", wish.points, wish.measure):
            return False
    for p in observation.record.promised:
        others = p.to != observation.seat and p.measure == wish.measure
        if others and not p.holds(wish.level):
            return False
    for a in observation.record.asks:
        if (a.seat, a.measure) != (observation.seat, wish.measure):
            continue
        if a.status in ("open", "granted"):
            return False
        if a.status == "refused" and a.level == wish.level and a.counter != wish.level:
            return False
    return True


def _warning(observation: Observation) -> Warn | None:
    """Warn of a clause that alone keeps this seat from a yes, whatever else the text says."""
    o, s = observation, observation.scenario
    if Warn.__name__ in o.blocked or o.draft is None:
        return None
    table, now = mind.own_table(o), mind.levels(o)
    for i in np.argsort([table[i, now[i]] for i in range(len(s.measures))], kind="stable"):
        m = s.measures[int(i)]
        level = int(now[i])
        while level > s.floor(m.id) + 1 and _alone_too_much(o, m.id, level - 1):
            level -= 1
        if level <= s.floor(m.id) or not _alone_too_much(o, m.id, level):
            return None
        if not any((w.seat, w.measure) == (o.seat, m.id) for w in o.record.warnings):
            return Warn(o.seat, m.id, level)
    return None


def _alone_too_much(observation: Observation, measure: str, level: int) -> bool:
    text = opinion.alone(observation.scenario, measure, level)
    return mind.points_for(observation, text) < mind.brief(observation).yes_at


def _marks(observation: Observation) -> Iterator[Action]:
    o, s = observation, observation.scenario
    if Back.__name__ in o.blocked and Oppose.__name__ in o.blocked:
        return
    now = dict(zip((m.id for m in s.measures), mind.levels(o), strict=True))
    marked = {m.measure for m in o.record.marks if m.seat == o.seat}
    heard = Counter(m.measure for m in o.record.marks)
    for aim in sorted(mind.brief(o).aims, key=lambda a: -a.weight):
        if not aim.measure or aim.measure in marked or heard[aim.measure] > FOLLOWERS:
            continue
        level = int(now[aim.measure])
        if aim.at_least is not None and level >= max(1, aim.at_least, s.base(aim.measure) + 1):
            yield Back(o.seat, aim.measure)
        elif o.seat in o.record.sponsors:
            continue  # Nobody speaks against a text that bears its name.
        elif aim.at_most is not None and level > max(aim.at_most, s.floor(aim.measure)):
            yield Oppose(o.seat, aim.measure)


def last_word(observation: Observation) -> Action:
    """Say in blue what is true now, or leave it as it was; before that, take time if need be."""
    o = observation
    draft = _blue(o)
    if (late := procedure.schedule(o)) is not None:
        return late
    if (first := doorstep.take(o) or closing.before_vote(o) or doorstep.propose(o)) is not None:
        return first
    if o.is_pen and closing.withdraws(o):
        return Withdraw(o.seat)
    phrase = mind.true_phrase(o, draft)
    if phrase.points > 0 and CoSponsor.__name__ not in o.blocked and deals.owed(o, "sponsor"):
        return CoSponsor(o.seat)
    if phrase is Phrase.SUPPORTS and _sponsors(o) and o.seat != o.scenario.penholder:
        return CoSponsor(o.seat)
    if Say.__name__ in o.blocked or o.seat in o.record.sponsors:
        return StandBy(o.seat)
    return Say(o.seat, phrase, _because(o, phrase))


def _because(observation: Observation, phrase: Phrase) -> str:
    """Return the measure that weighs most for or against the text, if this seat would say so."""
    o, s = observation, observation.scenario
    if o.draft is None or mind.temper(o).candour < CANDID:
        return ""
    sign = 1 if phrase.points > 0 else -1
    table, text = mind.own_table(o), consensus.row(s, o.draft)
    weights = sign * table[np.arange(len(text)), text]
    heaviest = int(weights.argmax())
    return s.measures[heaviest].id if weights[heaviest] > 0 else ""


def _blue(observation: Observation) -> Draft:
    draft = observation.draft
    if draft is None:
        raise ValueError("a text in blue has been shown to all")
    return draft


def explain(observation: Observation) -> Action:
    """Explain to the capital, then explain the vote: as promised, or by what weighed most."""
    o = observation
    brief = mind.brief(o)
    if o.unmet:
        return ExplainHome(o.seat, o.unmet[0])
    if said := deals.reading(o):
        return Explain(o.seat, said)
    if o.tally and o.tally.ballots[o.seat] is Ballot.YES and not brief.reluctant:
        talks = brief.weights.sovereignty >= 3
        return Explain(o.seat, "talks" if talks else "wide")
    enough = brief.yes_at + opinion.SUPPORT_FROM
    if any(o.explained.get(seat) == "narrow" for seat in o.scenario.permanent):
        enough += COMPANY
    close = mind.points_for(o, _blue(o)) < enough
    return Explain(o.seat, "narrow" if close else "talks")
