"""The one question before this seat: what to do next, and the button that does it."""

from attrs import evolve, frozen

from game.engine import opinion
from game.engine.actions import CoSponsor, DemandSight, EndRound, PutInBlue
from game.engine.observation import Observation
from game.engine.record import Asked
from game.engine.terms import Phase, Seat
from game.ui.messages import Confirm, Pick, Picks, Show
from game.ui.parts.bluing import (
    aims_met,
    fails,
    is_last_chance,
    lacks,
    loses_by_blue,
    loses_by_ending,
    nothing_else,
    once_spoken_to,
)
from game.ui.parts.estimate import estimate, text_in_hand
from game.ui.parts.footer import act
from game.ui.parts.reasons import reasons
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.widgets import Button
from game.words import _, bound, plural

ALL_REQUESTS = "requests"
"""The pick that opens the sheet of all requests, above the chamber, the desk or the corridor."""


LEFT = "left"
"""The pick that tells that the pen leaves the rest of the requests, until the round ends."""

LOOKED = "looked"
"""The pick that tells in which round one came back from the corridor with nothing."""
AT_DESK = "at desk"
"""The pick that tells that the desk was opened since the round began."""

ARRIVING = "arriving"
"""The pick that tells that this seat sees the chamber for the first time, before any offer."""


@frozen
class Question:
    """What this seat is asked now.

    words: one or two short sentences.
    answer: the button that answers it.
    """

    words: str
    answer: Button


def requests(observation: Observation) -> tuple[Asked, ...]:
    """Return the requests that wait for the pen's answer, the oldest first."""
    return tuple(a for a in observation.record.asks if a.status == "open")


def unseen(observation: Observation) -> tuple[Seat, ...]:
    """Return who has asked in writing to see the text, and still has not been shown one."""
    o = observation
    shown = {seat for it in o.record.showings for seat in o.scenario.circle(it.circle)}
    return tuple(seat for seat in o.record.demanded if seat not in shown)


def answering(observation: Observation) -> Show:
    """Return the way to the requests that wait: to the sheet of all, or to the only one."""
    found = requests(observation)
    if not found:
        return Show("corridor")
    if len(found) > 1:
        return Show("chamber", {ALL_REQUESTS: True})
    at = {"seat": found[0].seat, "ask": found[0].id}
    # What was looked at there before gives way to what this seat asks for.
    return Show("corridor", {**at, "measure": "", "level": -1, "side": "deal"})


def question(observation: Observation, picks: Picks) -> Question | None:
    """Return what this seat should think of next; None while others are at it."""
    o = observation
    if o.actor != o.seat or o.phase not in (Phase.TEXT, Phase.SQUEEZE):
        return None
    asker = o.offered.seat if o.offered is not None else o.inquirer
    if asker and picks.get(ARRIVING, False):
        words = _(
            "This is the table. {seat} would like a word with you, once you have looked round."
        )
        hear = Button(
            _("Hear {seat}"), Pick(ARRIVING, False), look="primary", main=True, name="answer"
        )
        name = seat_name(o, asker)
        return Question(words.format(seat=name), evolve(hear, label=hear.label.format(seat=name)))
    found = _of_the_pen(o, picks) if o.is_pen else _of_a_member(o, picks)
    return evolve(found, answer=evolve(found.answer, main=True))


def blue(observation: Observation, picks: Picks) -> Button:
    """Return the button that puts the text in blue, which asks first."""
    o = observation
    found, left = estimate(o), bool(picks.get(LEFT, False))
    odds = percent(found.passes) if found else "–"
    ask = _("Put to the vote tomorrow, it passes with {odds}. Go on?").format(odds=odds)
    last = nothing_else() if fails(o) and is_last_chance(o, left=left) else ""
    says = (bound(o.scenario), aims_met(o), once_spoken_to(o), last, ask)
    words = " ".join(filter(None, says))
    loses = loses_by_blue(o, left=left)
    return act(
        o,
        picks,
        _("Put in blue"),
        PutInBlue(o.seat),
        key="blue",
        message=Confirm(words, _("Put in blue"), PutInBlue(o.seat), loses),
    )


def end_round(observation: Observation, picks: Picks) -> Button:
    """Return the button that ends the round; it asks first where something would be lost."""
    o = observation
    left = o.tokens.get(o.seat, 0) if o.phase is Phase.SQUEEZE else 0
    message: object = EndRound(o.seat)
    asks = len(requests(o)) if o.is_pen else 0
    if o.is_pen and o.phase is Phase.SQUEEZE and o.round == o.last_round:
        words = _("This was the last round. Without a text in blue the sitting ends with nothing.")
        message = Confirm(words, _("End it without a text"), message, loses_by_ending(o))
    elif asks:
        words = plural(
            "{count} request is still without an answer, and silence is resented.",
            "{count} requests are still without an answer, and silence is resented.",
            asks,
        )
        message = Confirm(words, _("End the round"), message)
    elif left == o.scenario.people_tokens and not o.is_pen:
        words = _("You have used none of your {count} acts; they are lost with the round.")
        message = Confirm(words.format(count=left), _("End the round"), message)
    label = _("Open the consultations") if o.phase is Phase.TEXT else _("End the round")
    return act(o, picks, label, EndRound(o.seat), key="end", message=message)


def _of_the_pen(o: Observation, picks: Picks) -> Question:
    desk = Button(_("Open the desk"), Show("desk"), look="primary", name="answer")
    if not o.versions:
        words = _("The pen is yours. Write what the text should do, then circulate it.")
        return Question(words, desk)
    found_asks = requests(o)
    if found_asks and not picks.get(LEFT, False):
        words = _("{seat} asks for a change.")
        if len(found_asks) > 1:
            words = _("{count} requests wait; the first is from {seat}.")
        words = words.format(seat=seat_name(o, found_asks[0].seat), count=len(found_asks))
        if waiting := unseen(o):
            words += " " + plural(
                "{count} asks to see the text.", "{count} ask to see the text.", len(waiting)
            )
        answer = Button(_("Answer"), answering(o), look="primary", name="answer")
        return Question(words, answer)
    if o.phase is Phase.TEXT:
        words = _("They have your text. Widen the circle, or open the consultations.")
        return Question(words, end_round(o, picks))
    found = estimate(o)
    if found and found.passes >= 0.75 and loses_by_blue(o, left=bool(picks.get(LEFT, False))):
        words = once_spoken_to(o)
        return Question(words, end_round(o, picks) if picks.get(AT_DESK, False) else desk)
    if found and found.passes >= 0.75 and lacks(o) and not picks.get(AT_DESK, False):
        words = _("It would pass today. {aims} What else should it say?")
        return Question(words.format(aims=aims_met(o)), desk)
    if found and found.passes >= 0.75:
        words = _("It would pass today. Is it strong enough for you?")
        return Question(words, blue(o, picks))
    if found:
        risk = max(o.scenario.permanent, key=lambda s: found.no[s])
        if found.no[risk] >= 0.2 and picks.get(LOOKED, 0) == o.round:
            words = _("{seat} may stop it still, and no talk wins its hand now. Would the text?")
            return Question(words.format(seat=seat_name(o, risk)), desk)
        if found.no[risk] >= 0.2:
            words = _("{seat} may stop it. What would win its hand?")
            see = Button(_("See why"), Pick("seat", risk), look="primary", name="answer")
            if picks.get("seat", "") == risk:
                go = Show("corridor", {"seat": risk})
                see = Button(_("To the corridor"), go, look="primary", name="answer")
            return Question(words.format(seat=seat_name(o, risk)), see)
    words = _("Nine hands are not certain yet. Whose is the nearest?")
    return Question(words, desk)


def _of_a_member(o: Observation, picks: Picks) -> Question:
    s, text = o.scenario, text_in_hand(o)
    if o.record.settling.silence is not None:
        words = _("The text is under silence: it is agreed unless somebody objects. Do you?")
        return Question(
            words, Button(_("Your answers"), Show("silence"), look="primary", name="answer")
        )
    if text is None:
        if o.seat in o.record.demanded or o.seat in s.inner:
            words = _("You can still ask for what you need.")
            ask = Button(_("To the corridor"), Show("corridor"), look="primary", name="answer")
            return Question(words, ask)
        words = _("Ask to see it?")
        return Question(words, act(o, picks, _("Demand sight"), DemandSight(o.seat), key="demand"))
    why = reasons(o, o.seat, text)
    true = opinion.phrase_for(s.briefs[o.seat], why.total) if why else None
    if o.seat not in o.spoke and o.record.phrases.get(o.seat) is not true:
        presides = s.president(o.record.day) == o.seat
        words = (
            _("You preside, and speak for your own capital. What do you say of this text?")
            if presides
            else _("The chair gives you the floor. What do you say of this text?")
        )
        state = Button(
            _("State your position"),
            Pick("state", True),
            key=picks.key("state"),
            look="primary",
            name="answer",
        )
        return Question(words, state)
    # Who came back from the corridor with nothing is not sent there again in this round.
    left = 0 if picks.get(LOOKED, 0) == o.round else o.tokens.get(o.seat, 0)
    if left and why and why.total < s.briefs[o.seat].yes_at:
        worst = min(why.reasons, key=lambda r: r.points)
        picked: dict[str, object] = {"measure": worst.cause} if worst.cause in text else {}
        words = _("You cannot say yes to this. Ask the pen for what would change that.")
        ask = Button(_("Ask for a change"), Show("corridor", picked), look="primary", name="answer")
        return Question(words, ask)
    if left:
        words = plural(
            "You could live with this. Use your last act to make it yours.",
            "You could live with this. Use your {count} acts to make it yours.",
            left,
        )
        ask = Button(_("Ask for a change"), Show("corridor"), look="primary", name="answer")
        return Question(words, ask)
    return Question(_("You have done what you could this round."), end_round(o, picks))


def sponsor(observation: Observation, picks: Picks) -> Button:
    """Return the button that lends one's name, which asks first."""
    o = observation
    words = _(
        "A sponsor promises in public to vote yes. There is no way back. If the text is adopted, "
        "each name makes all who carry it out a little readier. Lend your name?"
    )
    return act(
        o,
        picks,
        _("Co-sponsor"),
        CoSponsor(o.seat),
        key="sponsor",
        message=Confirm(words, _("Co-sponsor"), CoSponsor(o.seat)),
    )
