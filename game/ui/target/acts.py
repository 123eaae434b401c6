"""What the target can do now, each act with what it means and what draws there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from game import words
from game.engine.actions import Action, Consider, Prepare, Respond, Rest
from game.engine.followup import season_of
from game.engine.observation import Observation
from game.engine.scenario import Response
from game.engine.standstill import breaks
from game.session import advise
from game.ui.abroad.plain import Load
from game.ui.abroad.reading import TONES, state
from game.ui.target.plain import Option
from game.words import _, capital
from game.words.language import later
from game.words.weighing import TERMS

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
    "ready": later("Make a large step ready"),
    "other": later("What else can be done"),
}
"""Kinds of acts, from the quietest to the loudest."""
QUIET = ("Rest", "Wait", "LookOn")
"""Kinds of acts that leave everything as it is."""
TITLES: Mapping[str, tuple[str, str]] = {
    "Rest": (
        later("Nothing more this month"),
        later("What was done stands; the month ends, and the border goes on as it is."),
    ),
    "LookOn": (later("Look on"), ""),
    "Wait": (
        later("Leave it for another month"),
        later("Nothing large is begun, and what is ready stays ready."),
    ),
    "CallOff": (
        later("Call it off"),
        later("What was made ready is taken apart again. Nobody is told; some may see it."),
    ),
    "Prepare": (
        later("Make ready: {act}"),
        later(
            "It takes weeks, and nobody is told; three signs of it can be seen before it is done."
        ),
    ),
}
"""Kind of act -> its short name and what it means, where its sentence would say less."""


def options(o: Observation) -> tuple[Option, ...]:
    """Return what can be done now, then what cannot, each group by how strongly it draws."""
    weights = dict(o.drawn)
    whole = sum(weights.values()) or 1
    made = [
        _option(o, found[0], 1000 * sum(weights.get(a, 0) for a in found) // whole)
        for found in _alike(o)
    ]
    rank = list(GROUPS)
    made.sort(key=lambda it: (rank.index(it.group), -it.share))
    closed = tuple(_closed(o)) if any(isinstance(a, Rest) for a in o.legal) else ()
    return (*made, *closed)


def _alike(o: Observation) -> Iterator[tuple[Action, ...]]:
    """Yield acts that differ by their number of shots alone; what stands by itself comes first."""
    advised, by = advise(o), dict[object, list[Action]]()
    for action in o.legal:
        by.setdefault(action.response if isinstance(action, Respond) else action, []).append(action)
    for found in by.values():
        likely = next((a for a in found if a == advised), None) or _usual(o, found)
        yield (likely, *(a for a in found if a != likely))


def _usual(o: Observation, found: list[Action]) -> Action:
    """Return the act with as many shots as there mostly are."""
    shots = [Respond(a.seat, a.response).fired(o.scenario) for a in found if isinstance(a, Respond)]
    same = (a for a in found if isinstance(a, Respond) and a.shots in (0, shots[0]))
    return next(same, found[0])


def default(o: Observation, found: tuple[Option, ...]) -> Option | None:
    """Return what is chosen while nothing was picked: what the target would do by itself."""
    advised = advise(o)
    return next((it for it in found if it.action is not None and it.action == advised), None)


def chosen(o: Observation, found: tuple[Option, ...], id: str) -> Option | None:
    """Return the option that was picked, or the one that stands by itself."""
    return next((it for it in found if it.id == id), None) or default(o, found)


def _option(o: Observation, action: Action, share: int) -> Option:
    """Return any act by its words, and by the points that draw there if it names a response."""
    kind, named = type(action).__name__, getattr(action, "response", "")
    about = next((r for r in o.scenario.target.responses if r.id == named), None)
    if isinstance(action, Consider):
        return _answer(o, action, share)
    if about is not None and isinstance(action, Respond):
        return _act(o, about, action, share)
    said = capital(words.say(action, o.scenario, record=o.record, draft=o.draft))
    title, text = TITLES.get(kind, ("", ""))
    if about is not None:
        made = _act(o, about, action, share)
        title = _(title).format(act=about.title.lower()) if title else said
        text = f"{_(text)} {about.text}" if text else about.text
        return evolve(made, id=f"{kind} {named}", group="ready", title=title, text=text, rung=-1)
    title, text = _(title) if title else said, _(text) if text else ""
    group = "still" if kind in QUIET else "other"
    return Option(kind, action, group, title, text, share)


def _answer(o: Observation, action: Consider, share: int) -> Option:
    """Return the answer to an offer: what it promises, and for a yes what speaks for it."""
    offer = season_of(o.scenario).standstill
    assert offer is not None  # It was made.
    title = _("Accept the offer") if action.accepted else _("Decline the offer")
    return Option(
        f"Consider {action.accepted}",
        action,
        "talks",
        title,
        offer.accepted if action.accepted else offer.refused,
        share,
        tone="yes" if action.accepted else "abstain",
        pulls=tuple(_for_yes(o)) if action.accepted else (),
        costs=(_("After a yes, a shot of the ruled out kinds breaks your word in public."),)
        if action.accepted
        else (),
    )


def _for_yes(o: Observation) -> Iterator[Load]:
    """Yield what draws to a yes, in points of a thousand: their sum is the chance of it."""
    offer, made = season_of(o.scenario).standstill, o.record.followup.suspension
    if offer is None or made is None or o.inside is None:
        return
    parts = {_(TERMS["base"]): offer.base}
    parts[words.the(o.scenario, made.through)] = offer.channels.get(made.through, 0)
    parts[_(OWN["doctrine"])] = offer.plans.get(o.doctrine, 0)
    for term, points in offer.leans.items():
        parts[_(TERMS.get(term, term))] = points * o.inside.felt.get(term, 0) // 100
    for name, points in sorted(parts.items(), key=lambda part: -abs(part[1])):
        if points:
            yield Load(capital(name), points)


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


def _costs(o: Observation, r: Response) -> Iterator[str]:
    if r.is_last:
        yield _("It stands on the last rung: nobody wins there.")
    elif r.rung > o.indicators.get("escalation", 0):
        yield _("It takes everybody a rung up the ladder, to {rung}.").format(
            rung=words.rung(r.rung)
        )
    if breaks(o.scenario, o.abroad, r):
        yield (
            _("It breaks your word: exercises are held off for as long as nothing is tested.")
            if o.record.followup.suspended
            else _("It breaks your word: on the road to talks such shots have stopped.")
        )
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
    programme, now = o.indicators.get("programme", 0), o.inside.stance if o.inside else 0
    if r.id in o.record.followup.this_month and r.shot is None:
        return _("done this month")
    if programme < r.gate:
        return _("the programme stands at {now}; this takes {gate}").format(
            now=programme, gate=r.gate
        )
    if o.inside is not None and o.inside.plan == r.id:
        return _("it is being made ready; {n} signs of it could be seen").format(n=o.inside.signs)
    for at, step in enumerate(o.scenario.target.steps):
        if step.id == r.after and at > now:
            first = step.title.lower()
            return _("the road does not lead there yet: first {step}").format(step=first)
        if step.id == r.leads and at <= now:
            return _("the road has led there already")
    if not r.large:
        return _("not now")
    if any(isinstance(a, Prepare) and a.response == r.id for a in o.legal):
        group = _(GROUPS["ready"])
        return _("it takes weeks; above, under “{group}”, it is begun").format(group=group)
    return _("it takes weeks, and is made ready first")


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
