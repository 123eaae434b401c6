"""What is before one seat alone: a ruling, an objection, a draft that has changed. One sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from game import words
from game.engine.actions import Action, Object, Retract, Rule, Second, StandBy, Withdraw
from game.engine.council import IN_HAND, ORDER, PARTY
from game.engine.observation import Observation
from game.engine.record import Question
from game.ui.messages import Picks
from game.ui.parts.footer import why_not
from game.ui.parts.frame import frame
from game.ui.parts.seats import seat_name
from game.ui.widgets import Button, Card, Column, Row, Spacer, Text, Widget
from game.words import _, capital
from game.words.procedure import MOTIONS, question
from game.words.rules import needs


@frozen
class Choice:
    """One answer to what is before a seat.

    label: on its button. note: what it does. action: that it sends.
    """

    label: str
    note: str
    action: Action


@frozen
class Sheet:
    """What is asked of a seat.

    title: the question. text: what it is about. rule: the rule that applies.
    answers: the first is the quiet one.
    """

    title: str
    text: str
    rule: str
    answers: tuple[Choice, ...]


def matter_page(o: Observation, picks: Picks, matter: Question) -> Widget:
    """Return the sheet with its answers; the quiet one is a single key."""
    found = _SHEETS[matter.kind](o, matter)
    buttons = tuple(
        Button(
            answer.label,
            answer.action,
            key=picks.key("main") if at == 0 else "",
            look="primary" if at == 0 else "card",
            note=answer.note,
            disabled=why_not(o, answer.action),
            name=f"answer {type(answer.action).__name__}{at}",
        )
        for at, answer in enumerate(found.answers)
    )
    card = Card(
        (
            Text(found.title, size="title", font="serif"),
            Text(found.text, font="serif", size="lead"),
            Text(found.rule, tone="muted", size="small"),
            Spacer(6, flex=0),
            *buttons,
        ),
        surface="panel",
        pad=32,
        gap=12,
        name="matter",
    )
    sheet = Row((Spacer(), Column((card,), width=min(760, picks.house.room - 60)), Spacer()))
    return frame(o, picks, Column((Spacer(), sheet, Spacer(), Spacer()), flex=1))


def _point(o: Observation, it: Question) -> Sheet:
    seat = seat_name(o, it.by)
    if it.cause == PARTY:
        about = _("{seat} says that {other} is a party to the dispute and has to abstain.")
        text = about.format(seat=seat, other=words.the(o.scenario, it.measure))
        rule = _("Article 27 (3): under Chapter VI a party to a dispute abstains.")
    else:
        about = _("{seat} says that to {motion} is no matter of procedure, so that a veto counts.")
        text = about.format(seat=seat, motion=_(MOTIONS[it.measure]))
        rule = _("The San Francisco statement of 1945: what is procedure is itself voted on.")
    return Sheet(
        _("You preside: rule on the point of order"),
        text,
        f"{_('Rule 30: the President rules at once; nine votes can overrule you.')} {rule}",
        (
            Choice(_("It is not well taken"), _("the meeting goes on"), Rule(o.seat, False)),
            Choice(_("It is well taken"), _("it takes effect at once"), Rule(o.seat, True)),
        ),
    )


def _ruling(o: Observation, it: Question) -> Sheet:
    chair = seat_name(o, it.by)
    if it.cause == ORDER:
        return _order(o, it)
    text = _("{seat} has ruled against you. Challenge it, and the Council votes at once.")
    return Sheet(
        _("The President has ruled"),
        text.format(seat=chair),
        _("Rule 30: the ruling stands unless nine members overrule it; nobody has a veto."),
        (
            Choice(_("Let it stand"), _("rulings are hardly ever overruled"), StandBy(o.seat)),
            Choice(_("Challenge the ruling"), _("a vote at once"), Object(o.seat)),
        ),
    )


def _order(o: Observation, it: Question) -> Sheet:
    places = o.record.speakers.index(o.seat) + 1 if o.record.speakers else 0
    custom = o.scenario.seating(o.record.day).index(o.seat) + 1
    text = _("{seat} calls you as number {n}; by custom you are number {custom}.")
    return Sheet(
        _("The President has set the order of speakers"),
        text.format(seat=seat_name(o, it.by), n=places, custom=custom),
        _("Rule 30: it stands unless nine members overrule it; nobody has a veto."),
        (
            Choice(_("Let it stand"), _("rulings are hardly ever overruled"), StandBy(o.seat)),
            Choice(_("Challenge it"), _("a vote at once; custom if it is lost"), Object(o.seat)),
        ),
    )


def _part(o: Observation, it: Question) -> Sheet:
    text = _("{seat} asks for a separate vote on {measure}.")
    return Sheet(
        _("Shall part of your draft be voted on alone?"),
        text.format(seat=seat_name(o, it.by), measure=words.measure(o.scenario, it.measure)),
        _("Rule 32: parts are voted on separately unless the mover of the draft objects."),
        (
            Choice(_("Object: it is one text"), _("there is no separate vote"), Object(o.seat)),
            Choice(
                _("Let it be voted on"),
                _("without nine in favour it goes out of the draft"),
                StandBy(o.seat),
            ),
        ),
    )


def _draft(o: Observation, it: Question) -> Sheet:
    return Sheet(
        _("The draft has changed. Is it still yours?"),
        _("There has been a vote before it came to its turn. You can still withdraw it."),
        _("Rule 35: a draft can be withdrawn by its mover as long as no vote was taken on it."),
        (
            Choice(_("Bring it to the vote"), _("as it stands now"), StandBy(o.seat)),
            Choice(
                _("Withdraw it"),
                _("no product, and no defeat; who seconded it may bring it all the same"),
                Withdraw(o.seat, 0 if it.version == o.blue else it.version),
            ),
        ),
    )


def _second(o: Observation, it: Question) -> Sheet:
    return Sheet(
        _("Its mover withdraws the draft you seconded"),
        _("You can bring it to the vote in its place, as your own."),
        _("Rule 35: a draft that was seconded goes on if the seconder wants it."),
        (
            Choice(_("Let it go"), _("it is off the table"), StandBy(o.seat)),
            Choice(_("Take it over"), _("it keeps its place"), Second(o.seat, it.version)),
        ),
    )


def _stands(o: Observation, it: Question) -> Sheet:
    del it
    now = o.questions[0]
    return Sheet(
        _("What you have moved comes to the vote"),
        capital(question(o.scenario, now)),
        _("Rule 35: it can be withdrawn as long as no vote on it has begun."),
        (
            Choice(_("Let it come to the vote"), needs(now), StandBy(o.seat)),
            Choice(
                _("Withdraw it"),
                _("there is no vote on it; a motion that is lost costs face"),
                Retract(o.seat, now.kind, now.measure),
            ),
        ),
    )


_SHEETS: Mapping[str, Callable[[Observation, Question], Sheet]] = {
    "point": _point,
    "ruling": _ruling,
    "part": _part,
    "draft": _draft,
    "second": _second,
    IN_HAND: _stands,
}
