"""What waits for this seat: the list behind the key that jumps to the next thing."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from game.engine import lint, opinion
from game.engine.observation import Observation
from game.engine.terms import TARGET, Phase
from game.engine.text import fate
from game.ui.bargain.laid import countered
from game.ui.parts.estimate import estimate, text_in_hand
from game.ui.parts.question import ALL_REQUESTS
from game.ui.parts.reasons import reasons
from game.ui.parts.seats import seat_name
from game.words import _, names


@frozen
class Concern:
    """One thing that concerns this seat, and where to deal with it.

    text: what it is, in one line.
    screen: where.
    picks: what to look at there.
    """

    text: str
    screen: str
    picks: Mapping[str, object] = field(factory=dict)


def concerns(observation: Observation) -> tuple[Concern, ...]:
    """Return what concerns this seat now, most pressing first."""
    if observation.actor != observation.seat or observation.seat == TARGET:
        return ()
    return tuple(_all(observation))


def _all(o: Observation) -> Iterator[Concern]:
    s = o.scenario
    if o.phase is Phase.SOUNDINGS:
        yield Concern(_("The Council waits for your position"), "soundings")
        return
    if o.phase is Phase.BLUE:
        yield Concern(_("The text is in blue: say your last word"), "blue")
        return
    if o.phase is Phase.VOTE:
        yield Concern(_("The President calls the vote"), "vote")
        return
    if o.phase not in (Phase.TEXT, Phase.SQUEEZE):
        return
    if o.record.settling.silence is not None and not o.is_pen:
        yield Concern(_("The text is under silence: keep it, or object"), "silence")
        return
    if o.offered is not None:
        text = _("{seat} waits for the answer to its offer")
        words = text.format(seat=seat_name(o, o.offered.seat))
        yield Concern(words, "corridor", {"seat": o.offered.seat})
        return
    for seat in s.seats:
        if countered(o, seat) is not None and o.tokens.get(o.seat):
            text = _("{seat} has said what would do").format(seat=seat_name(o, seat))
            yield Concern(text, "corridor", {"seat": seat, "laid": ""})
    yield from _pens(o) if o.is_pen else _members(o)
    found = estimate(o)
    if found:
        for seat in s.permanent:
            if seat != o.seat and found.no[seat] >= 0.25:
                text = _("{seat} may vote no").format(seat=seat_name(o, seat))
                yield Concern(text, "chamber", {"seat": seat})


def _pens(o: Observation) -> Iterator[Concern]:
    s = o.scenario
    waiting = [a for a in o.record.asks if a.status == "open"]
    if len(waiting) > 1:
        words = _("{count} requests wait for your answer").format(count=len(waiting))
        yield Concern(words, "chamber", {ALL_REQUESTS: True})
    for ask in waiting:
        text = _("{seat} asks for a change: {measure}")
        words = text.format(seat=seat_name(o, ask.seat), measure=names.measure(s, ask.measure))
        yield Concern(words, "corridor", {"seat": ask.seat, "ask": ask.id, ALL_REQUESTS: False})
    if o.working is not None:
        for remark in lint.errors(s, o.working):
            text = _("The text cannot go into blue yet: {measure}")
            words = text.format(measure=names.measure(s, remark.measure))
            yield Concern(words, "desk", {"measure": remark.measure})
            break
    if not o.versions:
        yield Concern(_("Write your first text and circulate it"), "desk")
    elif o.working != o.versions[-1].clauses:
        yield Concern(_("Your working text has not been circulated"), "desk")


def _members(o: Observation) -> Iterator[Concern]:
    s = o.scenario
    for ask in o.record.asks:
        refused = fate(s, text_in_hand(o), ask) == "refused"
        if ask.seat == o.seat and refused and ask.counter is not None:
            again = any(
                a.seat == o.seat and a.measure == ask.measure and a.id > ask.id
                for a in o.record.asks
            )
            if not again:
                words = _("The pen offers less on {measure}").format(
                    measure=names.measure(s, ask.measure)
                )
                yield Concern(words, "corridor", {"measure": ask.measure, "level": ask.counter})
    if o.draft is None:
        if o.seat not in o.record.demanded and o.seat not in s.inner:
            yield Concern(_("You have not seen the text"), "chamber")
        return
    why = reasons(o, o.seat, text_in_hand(o))
    if why and why.total < s.briefs[o.seat].yes_at:
        worst = min(why.reasons, key=lambda r: r.points)
        picks = {"measure": worst.cause} if worst.cause in o.draft else {}
        yield Concern(_("As it stands you cannot say yes"), "corridor", picks)
    if o.seat not in o.spoke and o.phase is Phase.SQUEEZE:
        said = o.record.phrases.get(o.seat)
        if why and said is not opinion.phrase_for(s.briefs[o.seat], why.total):
            yield Concern(_("What you said no longer fits the text"), "chamber", {"state": True})
