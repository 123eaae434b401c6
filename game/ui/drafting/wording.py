"""The words of one clause: verb, softener, hardener, numbers; what they do; and other products."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from game import words
from game.engine import wording
from game.engine.actions import Amend, Ask, Refuse, SetClause
from game.engine.observation import Observation
from game.engine.opinion import Numbers, three_numbers
from game.engine.record import Clause
from game.engine.scenario import Modifier, Verb
from game.engine.terms import Phase, Seat
from game.engine.text import price_of
from game.ui.drafting.paper import runs_of
from game.ui.drafting.texts import Desk, wishes
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.estimate import estimate
from game.ui.parts.footer import why_not, with_warning
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent, signed
from game.ui.widgets import (
    Button,
    Column,
    Divider,
    Entry,
    Flag,
    Modal,
    Panel,
    Paragraph,
    Row,
    Run,
    Spacer,
    Table,
    Text,
    Tone,
    Track,
    Widget,
)
from game.words import _, capital, numeral, plural
from game.words.clauses import filled
from game.words.language import later
from game.words.registers import PRESIDENTIAL, PRESS, register

CLOSED = Steps((Pick("open", ""), Pick("words", None)))
MOST_COUNTERED = 2
"""Different requests on one clause that can be answered from its sheet."""
MINDING = 3
"""Seats whose price is shown beside one's own."""
PRODUCTS = (
    (PRESIDENTIAL, later("In a presidential statement")),
    (PRESS, later("In a press statement")),
)


def wording_sheet(o: Observation, picks: Picks, desk: Desk, measure: str) -> Widget | None:
    """Return the sheet with the words of the clause in focus; None if there is none to word."""
    first = _first(o, picks, desk, measure)
    if first is None:
        return None
    return sheet_of(o, picks, desk, first, lambda now, new: _ends(o, desk, now, new))


Ends = Callable[[Clause, Clause], Iterator[Widget]]
"""What can be done with the words of a clause, as they are and as they would be."""


def sheet_of(o: Observation, picks: Picks, desk: Desk, first: Clause, does: Ends) -> Widget:
    """Return the sheet with the words of a clause, its three numbers, and what can be done."""
    measure = first.measure
    now = wording.clause_at(o.scenario, desk.levels, measure)
    new = picks.get("words", first)
    if (new.measure, new.level) != (first.measure, first.level):
        new = first
    strips: tuple[Widget, ...] = ()
    if desk.writes or desk.rival or can_ask(o) or can_amend(o):
        fixed = _("At this level the words are fixed: it is said like that or not at all.")
        strips = tuple(_strips(o, new)) or (Text(fixed, tone="muted"),)
    printed, numbers = _printed(o, now, new), _numbers(o, desk, now, new)
    products, ends = tuple(_products(o, new)), Row((Spacer(), *does(now, new)))
    body: tuple[Widget, ...] = (printed, *strips, numbers, ends, *products)
    if not picks.house.is_tight:
        left = Column((printed, *products), gap=10, flex=6, min_width=340)
        right = Column((*strips, numbers), gap=10, flex=6, min_width=340)
        body = (Row((left, right), gap=22, align="start"), ends)
    title = _("The words of: {measure}").format(measure=o.scenario.measure(measure).name)
    return Modal(
        title,
        body,
        CLOSED,
        name="wording",
        width=1080,
    )


def can_ask(o: Observation) -> bool:
    """Tell whether the one who looks can ask the pen for words, in this beat."""
    return bool(o.seat) and not o.is_pen and o.phase in (Phase.TEXT, Phase.SQUEEZE)


def can_amend(o: Observation) -> bool:
    """Tell whether the one who looks has the floor, and a draft to amend."""
    return o.phase is Phase.VOTE and o.actor == o.seat and Amend.__name__ not in o.blocked


def _first(o: Observation, picks: Picks, desk: Desk, measure: str) -> Clause | None:
    """Return the clause whose words are looked at first: as it stands, or at the level picked."""
    now, level = desk.levels.get(measure), picks.get("level", -1)
    if can_ask(o) and level > 0 and (now is None or now.level != level):
        return Clause(measure, level)
    return now


def _ends(o: Observation, desk: Desk, now: Clause, new: Clause) -> Iterator[Widget]:
    yield Button(_("Close"), CLOSED, look="ghost", name="close wording")
    if desk.writes:
        write = SetClause.of(o.seat, new)
        yield Button(
            _("Write it so"),
            Steps((write, CLOSED)),
            main=True,
            look="primary",
            disabled=unfit(o, now, new) or why_not(o, write),
            name="write words",
        )
        yield from _counters(o, now, new)
    elif can_ask(o):
        ask = Ask.of(o.seat, new)
        price = price_of(o.record, o.seat, new.measure)
        yield Button(
            _("Ask for these words"),
            Steps((ask, CLOSED)),
            main=True,
            look="primary",
            note=with_warning(o, ask, plural("{count} act", "{count} acts", price)),
            disabled=unfit(o, now, new) or _why_no_ask(o, ask, price),
            name="ask words",
            hint=_("in public; the pen answers at the end of the round"),
        )


def _counters(o: Observation, now: Clause, new: Clause) -> Iterator[Widget]:
    """Yield a button for each wish on the clause: these words instead of what was asked for."""
    if new == now:
        return  # What stands already is nothing to offer.
    for wish in wishes(o, new.measure)[:MOST_COUNTERED]:
        seats = ", ".join(seat_name(o, ask.seat) for ask in wish)
        offers = tuple(Refuse.offering(o.seat, ask.id, new) for ask in wish)
        why = unfit(o, now, new)
        if not why and new == wish[0].clause:
            why = _("that is what was asked for; grant it instead")
        yield Button(
            _("Offer them to {seats}").format(seats=seats),
            Steps((*offers, CLOSED)),
            disabled=why or why_not(o, offers[0]),
            name=f"offer words {wish[0].id}",
            hint=_("refuses the request and names these words; asked back, they are granted"),
        )


def unfit(o: Observation, now: Clause, new: Clause) -> str:
    """Return why these words cannot stand there, whoever wants them."""
    if new == now:
        return _("these are its words already")
    wrong = wording.fault(o.scenario, new)
    return _("these words do not go together here") if wrong is not None else ""


def _why_no_ask(o: Observation, ask: Ask, price: int) -> str:
    waits = (a for a in o.record.asks if a.seat == o.seat and a.status in ("open", "granted"))
    if any(a.clause == ask.clause for a in waits):
        return _("you have asked for that")
    if o.actor == o.seat and o.tokens.get(o.seat, 0) < price:
        return _("there are not so many acts left in this round")
    return why_not(o, ask)


# -- how it reads


def _printed(o: Observation, now: Clause, new: Clause) -> Widget:
    s = o.scenario
    body = words.styled(words.printed(s, new))
    if new != now:
        body = words.compared(words.styled(words.printed(s, now)), body)
    return Panel(
        "",
        (
            Text(_("In a resolution"), size="label", tone="muted"),
            Paragraph(runs_of(body)),
        ),
        surface="paper",
        pad=18,
        name="in a resolution",
    )


def _products(o: Observation, clause: Clause) -> Iterator[Widget]:
    for form, title in PRODUCTS:
        says = register(o.scenario, clause, form, first=True).replace("*", "")
        yield Panel(
            "",
            (Text(_(title), size="label", tone="muted"), Paragraph(says, size="small")),
            surface="paper",
            pad=14,
            name=form,
        )


# -- what can be written


def _strips(o: Observation, clause: Clause) -> Iterator[Widget]:
    """Yield a row of choices for each part of the clause that can be said otherwise."""
    s = o.scenario
    level = s.measure(clause.measure).level(clause.level)
    if clause.level <= s.floor(clause.measure):
        yield Text(_("In force from before: its words stay as they are."), tone="muted")
        return
    if level.regular:
        yield _verbs(o, clause, level.verb)
        if s.plays("wording"):
            yield from _modifiers(o, clause)
    if s.plays("wording"):
        for it in wording.parameters(s, clause.measure, clause.level):
            chosen = dict(clause.params).get(it.id, it.default)
            options = [
                (c.value, wording.with_choice(s, clause, it.id, at), at == chosen, "")
                for at, c in enumerate(it.choices)
            ]
            unit = f" ({it.unit})" if it.unit else ""
            yield _strip(it.label + unit, options, it.id)


def _verbs(o: Observation, clause: Clause, own: str) -> Widget:
    options = []
    for verb in o.scenario.verbs:
        swapped = "" if verb.verb == own else verb.verb
        new = evolve(clause, verb=swapped)
        options.append((verb.verb.replace("_", " "), new, clause.verb == swapped, says(verb)))
    return _strip(_("Verb"), options, "verb")


def _modifiers(o: Observation, clause: Clause) -> Iterator[Widget]:
    """Yield the words that soften the clause, and those that harden it."""
    kinds = (("softener", _("Softened by")), ("hardener", _("Hardened by")))
    for kind, title in kinds:
        used = getattr(clause, kind)
        known = wording.modifiers(o.scenario, clause.measure, kind)
        options = [(_("nothing"), _with(clause, kind, ""), used == "", "")]
        options += [
            (_text(o, clause, it), _with(clause, kind, it.id), used == it.id, _shares(it))
            for it in known
        ]
        if known:
            yield _strip(title, options, kind)


def _text(o: Observation, clause: Clause, it: Modifier) -> str:
    return filled(o.scenario, clause, it.text, {"annex": "I"})


def _with(clause: Clause, kind: str, id: str) -> Clause:
    return evolve(clause, softener=id) if kind == "softener" else evolve(clause, hardener=id)


def _shares(it: Modifier) -> str:
    line = _("{pressure} % of the pressure, {price} % of the political price")
    return line.format(pressure=it.strength, price=it.price)


def _strip(title: str, options: list[tuple[str, Clause, bool, str]], id: str) -> Widget:
    buttons = tuple(
        Button(
            label,
            Pick("words", new),
            look="tab",
            selected=chosen,
            name=f"{id} {at}",
            hint=hint,
        )
        for at, (label, new, chosen, hint) in enumerate(options)
    )
    return Column((Text(title, size="label", tone="muted"), Row(buttons, gap=2, wrap=True)), gap=2)


def says(verb: Verb) -> str:
    """Return what a verb does to a clause, in words."""
    force = _("binds") if verb.binding else _("does not bind")
    return _("{force}; {pressure} % of the pressure, {price} % of the political price").format(
        force=force, pressure=verb.strength, price=verb.cost
    )


# -- what it does


def _numbers(o: Observation, desk: Desk, now: Clause, new: Clause) -> Widget:
    """Return legal force, pressure and price of the words, as they are and as they would be."""
    seats = _asked_about(o, now)
    before = {seat: three_numbers(o.scenario, now, seat, _variant(o, seat)) for seat in seats}
    after = {seat: three_numbers(o.scenario, new, seat, _variant(o, seat)) for seat in seats}
    first = seats[0]
    lines = [
        _line(_("Legal force"), str(before[first].force), str(after[first].force), ""),
        _line(
            _("Pressure on the target"),
            _points(before[first]),
            _points(after[first]),
            _("points, if it is fully enforced"),
        ),
    ]
    for seat in seats:
        label = _("In your own sum") if seat == o.seat else _("In the sum of {seat}")
        label = label.format(seat=seat_name(o, seat))
        was, then = -before[seat].price, -after[seat].price
        lines.append(_line(label, signed(was), signed(then), "", flag=seat, better=then - was))
    was_, now_ = estimate(o, desk.levels), estimate(o, {**desk.levels, new.measure: new})
    if was_ and now_:
        lines.append(
            _line(
                _("The text passes"),
                percent(was_.passes),
                percent(now_.passes),
                "",
                better=round(1000 * (now_.passes - was_.passes)),
            )
        )
    tracks = (Track(), Track(flex=1), Track(align="end"), Track(align="end", least=54))
    return Column((Divider(), Table(tracks, lines, lead=5, gap=10)), gap=8, name="three numbers")


def _variant(o: Observation, seat: Seat) -> str:
    return o.dealt.variant if o.dealt is not None and seat == o.seat else ""


def _asked_about(o: Observation, clause: Clause) -> tuple[Seat, ...]:
    """Return one's own seat, and those who mind the clause most."""
    own = (o.seat,) if o.seat in o.scenario.seats else ()
    prices = {
        seat: three_numbers(o.scenario, clause, seat).price
        for seat in o.scenario.seats
        if seat != o.seat
    }
    minding = sorted(prices, key=lambda seat: -prices[seat])[:MINDING]
    return (*own, *minding)


def _points(it: Numbers) -> str:
    return numeral(it.pressure / 20, 1)


def _line(label: str, was: str, now: str, hint: str, *, flag: Seat = "", better: int = 0) -> Entry:
    tone: Tone = "yes" if better > 0 else "no" if better < 0 else "text"
    return Entry(
        (
            Flag(flag, height=12) if flag else Spacer(0, flex=0),
            Text(label, size="small", hint=hint),
            Text(was if was != now else "", size="small", tone="muted", nowrap=True),
            Text((Run(now, bold=was != now),), size="small", tone=tone, nowrap=True),
        ),
        name=f"number {label}",
    )


def summary(o: Observation, desk: Desk, measure: str) -> Widget | None:
    """Return the words of the clause in focus in one line, and the way to change them."""
    clause = desk.levels.get(measure)
    if clause is None or desk.text is None:
        return None
    s = o.scenario
    used = clause.verb or s.measure(measure).level(clause.level).verb
    verb = next((v for v in s.verbs if v.verb == used), None)
    parts = [capital(says(verb)) if verb else _("Words that are always said so")]
    parts += [_text(o, clause, m) for m in wording.modifiers_of(s, clause)]
    parts += [c.value for c in wording.choices_of(s, clause)]
    line = " · ".join(parts)
    label = _("Words …") if desk.writes or desk.rival or can_ask(o) else _("In other products …")
    button = Button(
        label,
        Steps((Pick("open", "wording"), Pick("words", None))),
        look="ghost",
        name="wording",
        hint=_("verb, softeners and hardeners, numbers; the clause as a statement would have it"),
    )
    return Row((Text(line, size="small", tone="muted", flex=1), button), gap=10)
