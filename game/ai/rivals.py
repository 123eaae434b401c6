"""Drafts beside the pen's: when a delegation tables one, and what the Council would make of it.

A rival is worth its token where nine would rather have it than the pen's text, and no permanent
member would rather have neither. What others make of both is reckoned from what was heard.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen

from game.ai import mind, rough, search
from game.ai.ceiling import needed, under
from game.engine import bargain, consensus, opinion, procedural
from game.engine.actions import Table, Withdraw
from game.engine.consensus import Ints
from game.engine.observation import Observation, belief
from game.engine.record import Clause, Record
from game.engine.scenario import Scenario
from game.engine.terms import Circle, Phase, Phrase

TABLES_AFTER = 100
"""Per cent of the consultations before which nobody tables a draft of its own. Tuned: a pen that
can still give way is asked, not rivalled."""
WORTH_TABLING = 6
"""Points that a rival must bring its author beyond the pen's text. Tuned: as an amendment."""
STEPS = 8
"""Steps of the climb to a rival, at most. Tuned."""


@frozen(eq=False)
class Rival:
    """A draft that this seat could table.

    text: option numbers, int64 (measures,).
    points: what it is worth to this seat beyond the pen's text.
    chance: of its adoption in the place of the pen's text, per mille.
    """

    text: Ints
    points: int
    chance: int


def table(observation: Observation) -> Table | None:
    """Return the draft that this seat tables, or None."""
    found = best(observation)
    if found is None or found.points < WORTH_TABLING or found.chance < procedural.CARRIES:
        return None
    o = observation
    shown = consensus.row(o.scenario, o.versions[-1].clauses)
    return Table(o.seat, _changes(o, shown, found.text))


def withdraw(observation: Observation) -> Withdraw | None:
    """Withdraw a rival of one's own once the pen's text, moved by it, serves as well."""
    o = observation
    own = next((v for v in o.on_table if v.author == o.seat), None)
    if own is None or o.draft is None or Withdraw.__name__ in o.blocked:
        return None
    seconded = any(number == own.number for number, _seat in o.seconded)
    serves = mind.points_for(o, o.draft) >= mind.points_on(o, own.number)
    return Withdraw(o.seat, own.number) if serves and not seconded else None


def best(observation: Observation) -> Rival | None:
    """Return the rival of most worth to this seat, if it is one of those that think of one.

    These are the ones that the pen has refused something, and that do not support its text. One
    rival on the table is enough.
    """
    o = observation
    if Table.__name__ in o.blocked or mind.progress(o) < TABLES_AFTER or o.is_pen or o.on_table:
        return None
    if not o.versions or o.versions[-1].circle is not Circle.ALL or o.seat in o.record.sponsors:
        return None
    refused = any((a.seat, a.status) == (o.seat, "refused") for a in o.record.asks)
    draft = o.versions[-1].clauses
    if not refused or mind.true_phrase(o, draft) is Phrase.SUPPORTS:
        return None
    main = consensus.row(o.scenario, draft)
    # What is tabled on the floor comes to the vote after the pen's draft, so only for want of it.
    if o.phase is Phase.VOTE and not is_doomed(o, main):
        return None
    return _sought(o, main)


def _sought(o: Observation, main: Ints) -> Rival | None:
    text, worth, doomed, mains = main, 0, is_doomed(o, main), main[None, :]
    heard = _tabled_by(o)
    near = np.concatenate([consensus.neighbours(o.scenario, main), _middling(o)])
    start = None
    for _ in range(STEPS):
        near = near[consensus.allowed(o.scenario, near)]
        if not len(near):
            break
        own = np.maximum(0, gains(o, main, near))
        values = chances(o, mains, near, heard, doomed=doomed) * own
        top = int(values.argmax())
        if values[top] <= worth:
            break
        text, worth = np.asarray(near[top], dtype=np.int64), int(values[top])
        if start is None:
            start, near = text, consensus.neighbours(o.scenario, text)
        else:
            near = search.second_look(text, start, near, values)
    if not worth:
        return None
    text = _reworded(o, main, text, worth, doomed=doomed)
    one = text[None, :]
    chance = int(chances(o, mains, one, heard, doomed=doomed)[0])
    return Rival(text, int(gains(o, main, one)[0]), chance)


def _reworded(o: Observation, main: Ints, text: Ints, worth: int, *, doomed: bool) -> Ints:
    """Return a rival with other words where these serve its author or its chances better."""
    near = rough.reworded(o, text)
    near = near[consensus.allowed(o.scenario, near)]
    if not len(near):
        return text
    own = np.maximum(0, gains(o, main, near))
    values = chances(o, main[None, :], near, _tabled_by(o), doomed=doomed) * own
    top = int(values.argmax())
    return np.asarray(near[top], dtype=np.int64) if values[top] > worth else text


def _middling(o: Observation) -> Ints:
    """Return the best texts clause by clause at several prices of what all others would like.

    Returns:
        option numbers, int64 (prices, measures).
    """
    t, odds = consensus.model(o.scenario), belief(o).weights.sum(axis=1)
    share = odds / np.add.reduceat(odds, t.start)[t.seat]
    others = (t.points * share[:, None, None]).sum(axis=0)
    own = mind.own_table(o) + mind.aim_table(o)
    prices = np.array(search.EXCHANGE_RATES)[:, None, None]
    value = np.rint(1000 * (4 * own + prices * others)).astype(np.int64)
    best = np.where(search.usable(o.scenario), value, search.FORBIDDEN * 1000).argmax(axis=2)
    return np.asarray(np.maximum(best, needed(o.scenario)), dtype=np.int64)


_alone = consensus.Lately[Ints](8)


def alone(o: Observation, texts: Ints) -> Ints:
    """Return what texts alone mean to every mind, int64 (minds, texts); kept while in use."""
    s, stock = o.scenario, o.record.stock
    return _alone.get(lambda: consensus.own_sums(s, texts, stock).T, s, texts, also=stock)


def gains(o: Observation, main: Ints, texts: Ints) -> Ints:
    """Return what texts are worth to this seat beyond the pen's, aims counted, int64 (texts,)."""
    s, aims = o.scenario, mind.aim_table(o)
    row = consensus.model(s).numbers[o.seat, mind.dealt(o).variant]
    now = consensus.own_row(s, main, o.record.stock)[row] + _aims(s, aims, main[None, :])
    return np.asarray(alone(o, texts)[row] + _aims(s, aims, texts) - now, dtype=np.int64)


def _aims(scenario: Scenario, aims: Ints, texts: Ints) -> Ints:
    reached = consensus.standing(scenario, texts)
    return np.asarray(consensus.read(aims, reached).sum(axis=1), dtype=np.int64)


def _tabled_by(o: Observation) -> Record:
    """Return what would bear on a rival of this seat's own."""
    return opinion.apart(o.record, (o.seat,))


def chances(
    o: Observation, mains: Ints, texts: Ints, heard: Record, *, doomed: bool = False
) -> Ints:
    """Return the chance of each rival to be adopted in the place of the pen's text, per mille.

    Whoever could vote for it does so if it likes it better, or if the pen's has no chance; a
    permanent member that loses more by it than a veto costs votes no; the others abstain.

    Args:
        mains: texts of the pen, int64 (texts or 1, measures).
        texts: rivals, int64 (texts or 1, measures).
        heard: what bears on these.
        doomed: the pen's has no chance.
    """
    s, t = o.scenario, consensus.model(o.scenario)
    now, then = sums(o, mains), sums(o, texts, heard)
    yes_at, no_at = t.yes_at[t.seat][:, None], consensus.refusals(s, heard)[t.seat][:, None]
    price = np.array([s.briefs[x].veto_price for x in s.seats])[t.seat][:, None]
    lost = t.permanent[t.seat][:, None] & (now - then > price) & (not doomed)
    yes = _weight(o, yes_at - then) * ((then > now) | doomed)
    whole = belief(o).weights.sum(axis=1)[:, None]
    no = np.where(lost, whole, whole - _weight(o, np.minimum(no_at, yes_at) - then))
    of = np.add.reduceat(whole, t.start)
    up, down = (np.add.reduceat(n, t.start) / of for n in (yes, no))
    found = consensus.adoption(up.T, np.minimum(down, 1 - up).T, t.permanent, s.majority)
    return np.asarray(np.rint(1000 * found), dtype=np.int64)


def sums(o: Observation, texts: Ints, heard: Record | None = None) -> Ints:
    """Return the sums of every mind for texts, int64 (minds, texts), with what bears on them."""
    s, seat = o.scenario, consensus.model(o.scenario).seat
    record = o.record if heard is None else heard
    public = consensus.shared(s, record)[:, None] + consensus.dealings(s, record, texts).T
    return np.asarray(alone(o, texts) + public[seat], dtype=np.int64)


def outbid(observation: Observation, text: Ints) -> Ints:
    """Return the pen's text as it is, or one change away, so that a rival does not take its place.

    What the text is worth counts as far as no rival on the table is likely to be preferred to it.
    """
    o = observation
    if not o.on_table:
        return text
    near = under(o, consensus.neighbours(o.scenario, text))
    near = np.concatenate([text[None, :], near])
    return np.asarray(near[int(worth(o, near).argmax())], dtype=np.int64)


def worth(observation: Observation, texts: Ints) -> Ints:
    """Return what texts are worth to the pen, as far as none on the table takes their place.

    Returns:
        int64 (texts,), in thousandths of a point.
    """
    o, beaten = observation, np.zeros(len(texts), dtype=np.int64)
    for rival in o.on_table:
        one = consensus.row(o.scenario, rival.clauses)[None, :]
        heard = opinion.heard_of(o, rival.number)
        beaten = np.maximum(beaten, chances(o, texts, one, heard))
    value = search.worth(o, texts)
    return np.where(value > 0, value * (1000 - beaten) // 1000, value)


def is_doomed(o: Observation, main: Ints) -> bool:
    """Tell whether the pen's text is expected to fail, and the pen has no round left to mend it."""
    late = bool(o.blue) or o.round >= o.last_round
    return late and round(1000 * float(bargain.today(o, main).adopted[0])) < procedural.CARRIES


def _weight(o: Observation, short: Ints) -> Ints:
    """Return the weight of the margins that make up for so many points, int64 (minds, texts)."""
    weights = belief(o).weights
    tail = np.zeros((len(weights), 8), dtype=np.int64)
    tail[:, :7] = weights[:, ::-1].cumsum(axis=1)[:, ::-1]
    return np.asarray(
        tail[np.arange(len(weights))[:, None], np.clip(short + 3, 0, 7)], dtype=np.int64
    )


def _changes(o: Observation, shown: Ints, text: Ints) -> tuple[Clause, ...]:
    places = np.flatnonzero(shown != text).tolist()
    return tuple(consensus.clause_of(o.scenario, at, int(text[at])) for at in places)
