"""In blue: the page turns, nothing can be changed, and everybody says a last word."""

from __future__ import annotations

from game import words
from game.engine import opinion
from game.engine.actions import AskDelay, CoSponsor, Insist, Say, StandBy, Withdraw
from game.engine.events import PledgeSettled
from game.engine.observation import Observation
from game.engine.record import Version
from game.engine.terms import Phase, Phrase, Seat
from game.ui.drafting.paper import annexed
from game.ui.messages import Confirm, Picks, Show
from game.ui.parts.bluing import fails
from game.ui.parts.estimate import estimate
from game.ui.parts.footer import why_not
from game.ui.parts.frame import frame
from game.ui.parts.reasons import reasons
from game.ui.parts.seats import phrase_badge, seat_name
from game.ui.parts.signs import percent, tone_of_phrase
from game.ui.voting.ballot import sum_scale
from game.ui.voting.doorstep import door_button, door_sheet, proposals
from game.ui.voting.presiding import schedule_button, schedule_sheet
from game.ui.widgets import (
    SIGNS,
    Animated,
    Badge,
    Button,
    Card,
    Column,
    Divider,
    Flag,
    Grid,
    Layers,
    Panel,
    Paragraph,
    Row,
    Run,
    Scroll,
    Text,
    Widget,
)
from game.words import _, adopted, capital, plural
from game.words.language import later

TITLE = later("In blue")


def available(observation: Observation | None) -> bool:
    """Tell whether a text is in blue."""
    return observation is not None and bool(observation.blue)


def view(observation: Observation, picks: Picks) -> Widget:
    """Show the text on blue ground, the seals of those who have spoken, and one's own last word."""
    o = observation
    text = next((v for v in o.versions if v.number == o.blue), None)
    page = Column((_page(o, text),), flex=6, min_width=360)
    if picks.house.is_narrow:
        # What is to be done comes first; the text to read is below it.
        body: Widget = Column(
            (Column((_last_word(o, picks),)), proposals(o), _seals(o), page), gap=14
        )
    else:
        acts = Column(
            (_last_word(o, picks), proposals(o), _seals(o)), gap=14, flex=6, min_width=380
        )
        body = Row((page, acts), gap=18, align="stretch", flex=1)
    screen = frame(o, picks, body, end=(_onward(o, picks),))
    above = door_sheet(o, picks) or schedule_sheet(o, picks)
    return Layers((screen, above)) if above is not None else screen


def _page(o: Observation, text: Version | None) -> Widget:
    s = o.scenario
    day = text.day if text else o.record.day
    both = bool(adopted.votes(o.log))
    number = _("S/{year}/9001").format(year=s.date(day).year)
    head = Column(
        (
            Row(
                (
                    Text(_("Security Council"), size="heading", font="serif", bold=True, flex=1),
                    Text(f"{number} · {_('simulation')}", size="small", font="serif"),
                ),
                align="baseline",
            ),
            Text(
                _("What stands of both resolutions") if both else _("In blue"),
                size="display",
                font="serif",
                tone="accent",
            ),
            None if both else calendar(o, day),
        ),
        gap=4,
    )
    lines: list[Widget] = []
    if text is not None:
        sponsors = () if both else o.record.sponsors
        printed = words.document(s, text.clauses, day=day, sponsors=sponsors)
        lines = [
            Paragraph(
                tuple(Run(r.text, italic=r.italic) for r in p.runs),
                number=f"{p.number}." if p.number else "",
                indent=24,
                size="body",
                tone="muted" if p.reaffirms else "text",
            )
            for p in printed.paragraphs
        ]
        lines += annexed(printed.annexes)
    body = Scroll("blue text", Column(tuple(lines), gap=9), least=160)
    sheet = Panel(
        "", (head, Divider(), body), surface="accent", name="blue page", gap=12, pad=28, flex=1
    )
    return Animated("page turns blue", sheet, effect="wipe", duration_ms=900)


def calendar(o: Observation, day: int) -> Widget:
    """Return the days from blue to the vote, and who had a say in them."""
    s, blue = o.scenario, o.record.settling.blue
    vote = day + blue.wait
    line = _("In blue {day}  →  vote {vote}").format(
        day=words.short_day(s, day), vote=words.short_day(s, vote)
    )
    if blue.insisted:
        says = _("{seat} insists on the 24 hours.")
        note = says.format(seat=words.begin(s, blue.insisted))
    elif blue.soon:
        note = _("The pen asks for the vote today; one delegation that insists gets its 24 hours.")
    else:
        note = _("The 24 hours of custom, for capitals to read.")
    if blue.later:
        note = _("{seat}, as President, has put the vote off.").format(
            seat=words.begin(s, s.president(day))
        )
    if blue.delayed:
        note += " " + _("{seat} asked for an hour, to speak last.").format(
            seat=words.begin(s, blue.delayed)
        )
    return Column(
        (
            Text(line, font="serif", size="lead", bold=True),
            Text(note, font="serif", italic=True),
        ),
        gap=2,
        name="calendar",
    )


def _time(o: Observation, picks: Picks) -> Widget | None:
    """Return what can be done about the time of the vote, or with the text: one row of acts."""
    if not o.scenario.plays("blue"):
        return None
    insist, delay, withdraw = Insist(o.seat), AskDelay(o.seat), Withdraw(o.seat)
    acts: list[Widget | None] = [schedule_button(o, picks)]
    if o.record.settling.blue.soon and not o.is_pen:
        acts.append(
            Button(
                _("Insist on the 24 hours"),
                insist,
                key=picks.key("insist"),
                disabled=why_not(o, insist),
                name="insist",
                hint=_("free, and enough that one does; the vote is on the next day"),
            )
        )
    if not o.is_pen:
        acts.append(door_button(o, picks))
        acts.append(
            Button(
                _("Ask for an hour"),
                delay,
                key=picks.key("delay"),
                look="ghost",
                disabled=why_not(o, delay),
                name="delay",
                hint=_("a courtesy granted once: you have your last word after the others"),
            )
        )
    if o.is_pen or withdraw in o.legal:
        question = _("Withdraw the text? There is no product then, and no defeat on record.")
        acts.append(
            Button(
                _("Withdraw it"),
                Confirm(question, _("Withdraw"), withdraw, not fails(o)),
                key=picks.key("withdraw"),
                look="ghost",
                disabled=why_not(o, withdraw),
                name="withdraw",
                hint=_("rule 35: while no vote has been taken"),
            )
        )
    return Row(tuple(acts), gap=8, wrap=True)


def _seals(o: Observation) -> Widget:
    """Return one seal for each other seat: pressed once it has said its last word."""
    order = [s for s in o.scenario.seating(o.record.day) if s != o.seat]
    waiting = set(o.queue) if o.phase is Phase.BLUE else set()
    cards = [_seal(o, seat, pressed=seat not in waiting) for seat in order]
    done = sum(seat not in waiting for seat in order)
    title = _("Last words: {done} of {all}").format(done=done, all=len(order))
    return Panel(title, (Grid(tuple(cards), cell=128, gap=8),), name="seals", pad=14, flex=1)


def _seal(o: Observation, seat: Seat, *, pressed: bool) -> Widget:
    name = seat_name(o, seat)
    if seat in o.record.sponsors:
        low: Widget = Badge(_("sponsor"), "yes", sign="star")
    elif pressed or seat in o.record.phrases:
        low = phrase_badge(o, seat, short=True)
    else:
        low = Text(_("silent so far"), size="small", tone="muted")
    said = o.record.phrases.get(seat)
    card = Card(
        (
            Row((Flag(seat, name, height=14), Text(name, size="small", bold=True, nowrap=True))),
            low if pressed else Text("…", tone="muted"),
        ),
        accent=tone_of_phrase(said) if pressed else "line",
        surface="raised" if pressed else "panel",
        name=f"seal {seat}",
        pad=8,
        gap=4,
    )
    if not pressed:
        return card
    return Animated(f"seal {seat} set", card, effect="rise", duration_ms=300)


def _last_word(o: Observation, picks: Picks) -> Widget:
    """Return what one can still do: one of the phrases, one's name under it, or nothing."""
    if o.seat not in o.scenario.seats or o.phase is not Phase.BLUE:
        return _standing(o)
    if o.seat not in o.queue:
        line = _("You have said your last word. The others follow.")
        return Panel(_("Your last word"), (Text(line, tone="muted"), _own(o)), name="last word")
    why = reasons(o, o.seat)
    true = opinion.phrase_for(o.scenario.briefs[o.seat], why.total) if why else None
    lines: list[Widget] = [_own(o)]
    if why:
        lines += [sum_scale(o, why.total)]
    lines.append(
        Text(
            _("What you say now pulls others, and a yes or no against it breaks your word."),
            size="small",
            tone="muted",
        )
    )
    is_new = true is not None and true is not o.record.phrases.get(o.seat)
    is_new = is_new and not why_not(o, "Say")
    phrases: list[Widget] = []
    if true is not None:
        phrases.append(_phrase(o, picks, true, is_true=True, main=is_new))
    others = [_phrase(o, picks, phrase, is_true=False) for phrase in Phrase if phrase is not true]
    phrases.append(Grid(tuple(others), cell=250, gap=7))
    let_be = _let_be(o, picks, main=not is_new)
    # What Enter does comes first.
    lines += [*phrases, let_be] if is_new else [let_be, *phrases]
    return Panel(_("Your last word"), (*lines, _time(o, picks)), name="last word", gap=7, pad=14)


def _let_be(o: Observation, picks: Picks, *, main: bool) -> Widget:
    """Return what can be done without another word: to leave it, or to lend one's name."""
    sponsor, stand = CoSponsor(o.seat), StandBy(o.seat)
    return Row(
        (
            Button(
                _("Leave it as it stands"),
                stand,
                key="" if main else picks.key("on"),
                main=main,
                look="primary" if main else "plain",
                disabled=why_not(o, stand),
                name="stand by",
                hint=_("what you said before stays what you say"),
            ),
            Button(
                _("Put your name under it"),
                sponsor,
                key=picks.key("sponsor"),
                disabled=why_not(o, sponsor),
                name="sponsor",
                hint=_(
                    "you join the sponsors: a public promise to vote in favour; once adopted, the "
                    "text is carried out a little more readily for each name"
                ),
            ),
        ),
        gap=8,
        wrap=True,
    )


def _own(o: Observation) -> Widget:
    said = o.record.phrases.get(o.seat)
    if said is None:
        return Text(_("So far you have said nothing of the text."))
    line = _("So far: {said}.").format(said=words.said(o.scenario, o.seat, said))
    return Text(line, font="serif", size="lead")


def _phrase(
    o: Observation, picks: Picks, phrase: Phrase, *, is_true: bool, main: bool = False
) -> Widget:
    action = Say(o.seat, phrase)
    promised = words.in_spite_of(o.scenario, o.record, action, o.draft or {})
    note = " · ".join(filter(None, (_("true of your sum") if is_true else "", promised)))
    return Button(
        _("“We {phrase}”").format(phrase=_(_FIRST[phrase])),
        action,
        key=picks.key("state") if is_true else "",
        main=main,
        look="primary" if main else "plain",
        selected=is_true and not main,
        note=note,
        disabled=why_not(o, action),
        lead=Text(SIGNS.get(tone_of_phrase(phrase), ""), bold=True),
        name=f"say {phrase.value}",
    )


_FIRST = {
    Phrase.SUPPORTS: later("support the text"),
    Phrase.GOES_ALONG: later("can go along"),
    Phrase.CONCERNS: later("have concerns"),
    Phrase.DIFFICULTY: later("have serious difficulty"),
    Phrase.OPPOSES: later("will be obliged to vote against"),
}


def _standing(o: Observation) -> Widget:
    """Return what is fixed with the text: promises, and how the vote looks."""
    lines: list[Widget] = []
    found = estimate(o)
    if found and o.tally is None:
        lines.append(
            Text(
                _("As you see it, it passes with {chance}; {votes} hands are expected.").format(
                    chance=percent(found.passes), votes=f"{found.expected:.1f}"
                ),
                font="serif",
                size="lead",
            )
        )
    lines += promises(o)
    return Panel(_("What is fixed now"), tuple(lines), name="fixed", flex=1)


def promises(o: Observation) -> list[Widget]:
    """Return the promises that the blue text keeps or breaks."""
    settled = [e for e in o.log if isinstance(e, PledgeSettled)]
    kept, broken = sum(e.kept for e in settled), [e for e in settled if not e.kept]
    out: list[Widget] = []
    if kept:
        line = plural("{count} promise is kept.", "{count} promises are kept.", kept)
        out.append(Text(f"{SIGNS['yes']} {line}", tone="yes"))
    for event in broken:
        line = words.say(event, o.scenario, record=o.record)
        out.append(Text(f"{SIGNS['no']} {capital(line)}.", tone="no"))
    if not settled:
        out.append(Text(_("No promises were made."), tone="muted"))
    return out


def _onward(o: Observation, picks: Picks) -> Widget | None:
    if o.phase in (Phase.SQUEEZE, Phase.BLUE):
        return None
    return Button(
        _("To the vote"), Show("vote"), key=picks.key("on"), look="primary", name="to vote"
    )
