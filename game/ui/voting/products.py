"""Products short of a resolution: from light to heavy, who may block them, and over which word."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from game import words
from game.engine import opinion
from game.engine.actions import Block, Consent, Dissociate, Propose, Soften, StandBy
from game.engine.observation import Observation
from game.engine.scenario import Statement
from game.engine.terms import Seat
from game.ui.messages import Picks
from game.ui.parts.footer import act, why_not
from game.ui.parts.reasons import variant_odds
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.parts.speech import level_name
from game.ui.widgets import Button, Card, Column, Flag, Grid, Row, Run, Text, Widget
from game.words import _
from game.words.language import later

WEIGHT = ("elements", "press", "prst")
"""Products from light to heavy."""
NEEDS: Mapping[str, tuple[str, str]] = {
    "elements": (
        later("elements to the press"),
        later("the President says it, on behalf of nobody by name; all fifteen must let it pass"),
    ),
    "press": (
        later("press statement"),
        later("in the name of the members; any one of the fifteen can block it"),
    ),
    "prst": (
        later("presidential statement"),
        later("a document of the Council, read out in a meeting; any one of fifteen can block it"),
    ),
}
"""Product -> its kind, and what it needs."""
DOUBT = 0.15
"""Chance from which a delegation is named as one that may block."""


def propose(o: Observation) -> tuple[Widget | None, ...]:
    """Return the products that can be put to the fifteen, the lightest first."""
    order = sorted(o.scenario.statements, key=lambda s: WEIGHT.index(s.product))
    quiet = [s for s in order if not blockers(o, s) and not why_not(o, Propose(o.seat, s.id))]
    best = quiet[-1] if quiet else None
    nothing = Button(
        _("No statement"),
        Propose(o.seat, ""),
        main=best is None,
        look="ghost",
        name="propose nothing",
    )
    return (
        Text(_title(o), size="title", font="serif"),
        Text(_("From light to heavy. Each needs that nobody objects."), tone="muted"),
        *(_product(o, statement, main=statement is best) for statement in order),
        Row((nothing,)),
    )


def _title(o: Observation) -> str:
    if o.stage == "fallback":
        return _("Your draft is withdrawn. Shall the fifteen say something less?")
    if o.is_pen:
        return _("Shall the fifteen say something today?")
    if not o.record.fallen:
        return _("The penholder proposes nothing. Do you?")
    if not o.record.blocked_on:
        return _("The statement fell. Do you propose something else?")
    word = words.measure(o.scenario, o.record.blocked_on)
    return _("The statement fell over {word}. Do you propose something else?").format(word=word)


def _product(o: Observation, it: Statement, *, main: bool) -> Widget:
    action = Propose(o.seat, it.id)
    blocked = blockers(o, it)
    names = ", ".join(
        _("{seat} {chance}").format(seat=seat_name(o, seat), chance=percent(chance))
        for seat, chance in blocked.items()
    )
    risk = _("may block: {names}").format(names=names) if names else _("nobody is seen to mind")
    kind, needs = NEEDS[it.product]
    return Button(
        it.title,
        action,
        main=main,
        look="card",
        note=f"{it.text}\n{risk}",
        disabled=why_not(o, action),
        name=f"propose {it.id}",
        hint=f"{_(kind)}: {_(needs)}",
    )


def blockers(o: Observation, it: Statement) -> Mapping[Seat, float]:
    """Return who may find a word that it cannot bear, by what is known of its instructions."""
    out = {}
    for seat in o.scenario.seats:
        if seat == o.seat:
            continue
        odds = variant_odds(o, seat)
        minding = sum(weight * _minds(o, seat, id, it) for id, weight in odds.items())
        chance = minding / max(1, sum(odds.values()) * sum(opinion.MARGINS.values()))
        if chance >= DOUBT:
            out[seat] = chance
    return dict(sorted(out.items(), key=lambda item: -item[1])[:4])


def _minds(o: Observation, seat: Seat, variant: str, it: Statement) -> int:
    """Return in how many of the ways its margin can fall a capital with this brief minds."""
    return sum(
        often * bool(opinion.unbearable(o.scenario, seat, variant, it, margin))
        for margin, often in opinion.MARGINS.items()
    )


# -- an answer to one


def own_word(o: Observation, it: Statement) -> str:
    """Return the word that one's own capital cannot bear; empty if it can bear them all."""
    if o.dealt is None:
        return ""
    return opinion.unbearable(o.scenario, o.seat, o.dealt.variant, it, o.dealt.margin)


def consent(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    """Return a product on paper, and the ways to answer it: each word it uses can be named."""
    it = opinion.worded(o.scenario, o.record)
    if it is None:
        return ()
    kind, needs = NEEDS[it.product]
    word = own_word(o, it)
    let = Button(
        _("Do not object"),
        Consent(o.seat),
        key="" if word else picks.key("main"),
        look="plain" if word else "primary",
        disabled=why_not(o, Consent(o.seat)),
        name="consent",
    )
    apart = None
    if not why_not(o, Dissociate(o.seat)):
        apart = Button(
            _("Let it pass, but dissociate yourself"),
            Dissociate(o.seat),
            name="dissociate",
            hint=_("it goes out, and the record shows that you do not share a part of it"),
        )
    return (
        Text(_asked(o), size="title", font="serif"),
        _paper(o, it),
        Text(f"{_(kind).capitalize()}: {_(needs)}.", tone="muted"),
        _bearing(o, word),
        Row((let, apart), gap=10, wrap=True),
        _objections(o, picks, it, word),
    )


def _asked(o: Observation) -> str:
    """Return the question; who has let it pass before is told why it is put again."""
    if not o.record.softened:
        return _("Can this go out in your name too?")
    if any(isinstance(e, Consent | Dissociate) and e.seat == o.seat for e in o.log):
        return _("You let it pass, another did not. And in these words?")
    return _("It has come back in other words. Can it go out in your name too?")


def _paper(o: Observation, it: Statement) -> Widget:
    softer, says = None, words.product(o.scenario, it, reworded=bool(o.record.softened))
    title = words.product_title(o.scenario, it, o.record.softened)
    if o.record.softened:
        changed = ", ".join(
            f"{o.scenario.measure(m).name}: {level_name(o.scenario, m, level)}"
            for m, level in o.record.softened
        )
        line = _("come back in softer words — {changed}").format(changed=changed)
        softer = Text(line, size="small", tone="accent")
    return Card(
        (Text(title, bold=True), Text(f"“{says}”", font="serif", size="lead"), softer),
        surface="paper",
        pad=18,
        name="product",
    )


def _bearing(o: Observation, word: str) -> Widget:
    if not word:
        return Text(_("Your capital can bear every word of it."), tone="yes")
    line = _("Your capital cannot bear what it says of: {word}")
    return Text(line.format(word=words.measure(o.scenario, word)), tone="no", bold=True)


def _objections(o: Observation, picks: Picks, it: Statement, word: str) -> Widget:
    buttons = []
    for measure in sorted(it.levels, key=lambda id: id != word):
        action = Block(o.seat, measure)
        if action not in o.legal:
            continue
        m = o.scenario.measure(measure)
        buttons.append(
            Button(
                _("Object to: {word}").format(word=m.name),
                action,
                key=picks.key("main") if measure == word else "",
                look="card",
                selected=measure == word,
                note=level_name(o.scenario, measure, it.levels[measure]),
                name=f"block {measure}",
            )
        )
    why = _("Object, and say no word of why")
    note = _("there is none then, and nobody can come back with softer words")
    # Where no word can be named, the objection itself is what the capital wants.
    plain = act(o, picks, why, Block(o.seat), look="card", note=note, name="block")
    buttons.append(evolve(plain, main=bool(word) and not any(b.selected for b in buttons)))
    says = _("Or object; the mover can come back once, with a softer word")
    if len(buttons) == 1:
        says = _("Or object: then nothing is said today")
    if o.record.softened:
        says = _("Or object; it has come back once, and will not again")
    return Column(
        (
            Text(says, tone="muted"),
            Grid(tuple(buttons), cell=280, gap=8),
        ),
        gap=8,
    )


# -- the second try


def is_blocked(o: Observation) -> bool:
    """Tell whether a product fell over one word, and its mover is asked for another."""
    return bool(o.record.statement and o.record.blocked_by and o.record.blocked_on)


def soften(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    """Return the second try: the word that was objected to at another level, or nothing."""
    s, word = o.scenario, o.record.blocked_on
    it = opinion.worded(s, o.record)
    says = _("{seat} cannot bear: {word}").format(
        seat=seat_name(o, o.record.blocked_by), word=words.measure(s, word)
    )
    now = it.levels.get(word, 0) if it else 0
    buttons = tuple(
        Button(
            level_name(s, word, a.level) if a.level else _("leave it out"),
            a,
            look="card",
            selected=a.level == now - 1,
            key=picks.key("main") if a.level == now - 1 else "",
            note=_("in force") if a.level == s.base(word) and a.level else "",
            name=f"soften {a.level}",
        )
        for a in o.legal
        if isinstance(a, Soften)
    )
    stand = StandBy(o.seat)
    softer = any(b.key for b in buttons)
    head = (
        Flag(o.record.blocked_by, height=20),
        Text((Run(says, bold=True),), font="serif", size="lead", flex=1),
    )
    return (
        Text(_("A second try, in softer words?"), size="title", font="serif"),
        Row(head, gap=10),
        Text(_("It now says: {level}").format(level=level_name(s, word, now)), font="serif"),
        Grid(buttons, cell=240, gap=8),
        Row(
            (
                Button(
                    _("Let it be"),
                    stand,
                    main=not softer,
                    look="ghost",
                    disabled=why_not(o, stand),
                    name="stand by",
                ),
            )
        ),
    )
