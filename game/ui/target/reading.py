"""What fills the target's own screen: plain values from what its seat may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from game import words
from game.engine import ambition
from game.engine.abroad import mind
from game.engine.actions import Action, Consider, LookOn, Respond, Rest
from game.engine.followup import breaks
from game.engine.observation import Observation
from game.engine.scenario import MANY, Response, Want
from game.engine.terms import Phase
from game.session import advise
from game.ui.abroad.plain import Load, Rung
from game.ui.abroad.reading import RUNGS, TERMS, TONES, state
from game.ui.widgets import Tone
from game.words import _, capital
from game.words.language import later

OWN: Mapping[str, str] = {
    "doctrine": later("your plan"),
    "priority": later("what this year is meant for"),
    "readiness": later("it is not made ready"),
    "prepared": later("it is made ready"),
}
"""What gives points, as the one who has them says it."""
GROUPS: Mapping[str, str] = {
    "still": later("Keep still"),
    "talks": later("Towards talks"),
    "words": later("Without a shot"),
    "shots": later("Shots and tests"),
    "other": later("What else can be done"),
}
"""Kinds of acts, from the quietest to the loudest."""


@frozen
class Option:
    """Something the target can do now, or could if something were otherwise.

    share: how strongly it is drawn there, per mille of all that can be done now.
    rung: of the ladder; -1 where it stands on none.
    pulls: what draws it there and what holds it back, heaviest first.
    proves, changes: of a shot: what is known afterwards, what it means for others.
    threatened, asks: flag and name of States.
    moves: what it changes, in few words.
    costs: what has to be known before it is done.
    disabled: why it cannot be done now.
    """

    id: str
    action: Action | None
    group: str
    title: str
    text: str = ""
    share: int = 0
    rung: int = -1
    tone: Tone = "abstain"
    pulls: tuple[Load, ...] = ()
    proves: str = ""
    changes: str = ""
    reach: int = 0
    threatened: tuple[tuple[str, str], ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    moves: tuple[tuple[str, int], ...] = ()
    costs: tuple[str, ...] = ()
    disabled: str = ""

    @property
    def points(self) -> int:
        """Return all points in one sum."""
        return sum(pull.points for pull in self.pulls)


@frozen
class Voice:
    """An inner voice: how strongly it is heard, 0 to 100, and what it asks for and against."""

    title: str
    text: str
    strength: int
    asks: tuple[str, ...] = ()
    minds: tuple[str, ...] = ()


@frozen
class Stage:
    """A step of the road to talks: by which act it is reached, and whether it holds now."""

    title: str
    text: str
    by: str = ""
    is_here: bool = False
    is_passed: bool = False


@frozen
class Wanted:
    """Something the plan wants and what it is worth; at the end what came, and what was asked."""

    text: str
    points: int
    came: int = 0
    bound: str = ""
    met: bool | None = None


def options(o: Observation) -> tuple[Option, ...]:
    """Return what can be done now, then what cannot, each group by how strongly it draws."""
    weights = dict(o.drawn)
    whole = sum(weights.values()) or 1
    made = [_option(o, a, 1000 * weights.get(a, 0) // whole) for a in o.legal]
    rank = list(GROUPS)
    made.sort(key=lambda it: (rank.index(it.group), -it.share))
    closed = tuple(_closed(o)) if any(isinstance(a, Rest | Respond) for a in o.legal) else ()
    return (*made, *closed)


def default(o: Observation, found: tuple[Option, ...]) -> Option | None:
    """Return what is chosen while nothing was picked: what the target would do by itself."""
    advised = advise(o)
    return next((it for it in found if it.action is not None and it.action == advised), None)


def chosen(o: Observation, found: tuple[Option, ...], id: str) -> Option | None:
    """Return the option that was picked, or the one that stands by itself."""
    return next((it for it in found if it.id == id), None) or default(o, found)


def _option(o: Observation, action: Action, share: int) -> Option:
    """Return any act by its words, and by the points that drew it there if it names a response."""
    named = getattr(action, "response", "")
    about = next((r for r in o.scenario.target.responses if r.id == named), None)
    if about is not None and isinstance(action, Respond):
        return _act(o, about, action, share)
    said = words.say(action, o.scenario, record=o.record, draft=o.draft)
    title, text = TITLES.get(type(action), ("", ""))
    if isinstance(action, Consider):
        title = later("Accept the offer") if action.accepted else later("Decline the offer")
    return Option(
        f"{type(action).__name__} {named}".strip() + _suffix(action),
        action,
        _group(action),
        _(title) if title else capital(said),
        _(text) if text else said,
        share,
        tone="yes" if getattr(action, "accepted", False) else "abstain",
        pulls=pulls(o, named) if about is not None else (),
        costs=(),
    )


def _suffix(action: Action) -> str:
    return f" {action.accepted}" if isinstance(action, Consider) else ""


TITLES: Mapping[type[Action], tuple[str, str]] = {
    Rest: (
        later("Nothing more this month"),
        later("What was done stands; the month ends, and the border goes on as it is."),
    ),
    LookOn: (later("Look on"), ""),
}
"""Kind of act -> its short name and what it means, where its sentence would say less."""


def _group(action: Action) -> str:
    if isinstance(action, Rest | LookOn):
        return "still"
    return "talks" if isinstance(action, Consider) else "other"


def _act(o: Observation, r: Response, action: Action | None, share: int, why: str = "") -> Option:
    s, shot = o.scenario, r.shot
    return Option(
        r.id,
        action,
        _kind(r),
        r.title,
        r.text,
        share,
        r.rung,
        TONES[r.tone],
        pulls(o, r.id),
        shot.proves if shot else "",
        shot.changes if shot else "",
        shot.reach_km if shot else 0,
        tuple((id, state(s, id)) for id in shot.threatened) if shot else (),
        tuple((id, state(s, id)) for id in shot.asks if id in s.seats) if shot else (),
        tuple((words.indicator(key), change) for key, change in r.effect.items()),
        tuple(_costs(o, r)),
        why,
    )


def _kind(r: Response) -> str:
    if r.shot is not None:
        return "shots"
    return {"good": "talks", "neutral": "still"}.get(r.tone, "words")


LAST = 5
"""The rung on which nobody wins."""


def _costs(o: Observation, r: Response) -> Iterator[str]:
    if r.rung == LAST:
        yield _("It stands on the last rung: nobody wins there.")
    elif r.rung > o.indicators.get("escalation", 0):
        yield _("It takes everybody a rung up the ladder, to {rung}.").format(
            rung=words.rung(r.rung)
        )
    if o.record.followup.suspended and breaks(o.scenario, r):
        yield _("It breaks your word: exercises are held off for as long as nothing is tested.")
    if r.shot is not None and r.shot.asks:
        yield _("It adds {n} to the provocation that the next text answers.").format(
            n=f"{r.shot.stock / 10:g}"
        )


def _closed(o: Observation) -> Iterator[Option]:
    """Yield what cannot be done this month, with why."""
    open_ = {a.response for a in o.legal if isinstance(a, Respond)}
    for r in o.scenario.target.responses:
        if r.id not in open_:
            yield _act(o, r, None, 0, _why_closed(o, r))


def _why_closed(o: Observation, r: Response) -> str:
    programme = o.indicators.get("programme", 0)
    if r.id in o.record.followup.this_month:
        return _("done this month")
    if programme < r.gate:
        return _("the programme stands at {now}; this takes {gate}").format(
            now=programme, gate=r.gate
        )
    step = next((s.title for s in o.scenario.target.steps if s.id == r.after), "")
    if step:
        return _("the road does not lead there yet: first {step}").format(step=step.lower())
    return _("it takes weeks, and is made ready first") if r.large else _("not now")


def pulls(o: Observation, response: str) -> tuple[Load, ...]:
    """Return what gives an act its points, by name, heaviest first."""
    if o.inside is None:
        return ()
    voices = {f.id: f.title for f in o.scenario.target.factions}
    found = [
        Load(capital(voices.get(key) or _(OWN.get(key) or TERMS.get(key, key))), points)
        for key, points in o.inside.points.get(response, {}).items()
        if points and key != "closed"
    ]
    return tuple(sorted(found, key=lambda it: (-abs(it.points), it.name)))


def voices(o: Observation) -> tuple[Voice, ...]:
    """Return the inner voices, the loudest first, each with what it asks for and against."""
    if o.inside is None:
        return ()
    titles = {r.id: r.title for r in o.scenario.target.responses}
    out = []
    for f in o.scenario.target.factions:
        ranked = sorted(f.favours, key=lambda id: -f.favours[id])
        out.append(
            Voice(
                f.title,
                f.text,
                o.inside.voices[f.id],
                tuple(titles[id] for id in ranked[:2] if f.favours[id] > 0),
                tuple(titles[id] for id in ranked[:-3:-1] if f.favours[id] < 0),
            )
        )
    return tuple(sorted(out, key=lambda voice: -voice.strength))


def felt(o: Observation) -> tuple[tuple[str, int], ...]:
    """Return what weighs in the capital now, 0 to 100 each, by name; nothings are left out."""
    if o.inside is None:
        return ()
    known = ((key, o.inside.felt.get(key, 0)) for key in mind.TERMS)
    return tuple((capital(_(TERMS[key])), value) for key, value in known if value)


def road(o: Observation) -> tuple[Stage, ...]:
    """Return the steps of the road to talks, the state without any first."""
    target = o.scenario.target
    by = {r.leads: r.title.lower() for r in target.responses if r.leads}
    now = o.inside.stance if o.inside is not None else 0
    return tuple(
        Stage(step.title, step.text, by.get(step.id, "") if at > now else "", at == now, at < now)
        for at, step in enumerate(target.steps)
    )


def rungs(o: Observation) -> tuple[Rung, ...]:
    """Return the ladder with where things stand, and the highest act of these months."""
    now = o.indicators.get("escalation", 0)
    done = {id for _month, id in o.record.followup.acts}
    acts = [r for r in o.scenario.target.responses if r.id in done]
    top = max((r.rung for r in acts), default=-1)
    out = []
    for number in range(RUNGS):
        marks: list[tuple[str, Tone]] = []
        if number == now:
            marks.append((_("now"), "accent"))
        if number == top:
            marks.append((_("your highest act"), "muted"))
        out.append(Rung(words.rung(number), tuple(marks), is_here=number == now))
    return tuple(out)


def wanted(o: Observation) -> tuple[Wanted, ...]:
    """Return what the plan wants, heaviest first; once all is over with what came."""
    if o.phase is Phase.OVER:
        found = [
            Wanted(j.want.text, j.want.points, j.came, _bound(j.want), j.met)
            for j in ambition.judged(o)
        ]
    else:
        found = [Wanted(want.text, want.points) for want in _wants(o)]
    return tuple(sorted(found, key=lambda it: -it.points))


def _bound(want: Want) -> str:
    """Return the figures that meet a want, in words."""
    if want.at_most == MANY:
        return _("at least {n}").format(n=want.at_least)
    return _("at most {n}").format(n=want.at_most)


def _wants(o: Observation) -> tuple[Want, ...]:
    target = o.scenario.target
    plan = next((d for d in target.doctrines if d.id == o.doctrine), None)
    return (*(plan.wants if plan else ()), *target.wants)
