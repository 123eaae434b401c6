"""The drafting desk: the measures, the document, and what a change does."""

from __future__ import annotations

from attrs import evolve

from game.engine.actions import SetDate
from game.engine.observation import Observation
from game.engine.opinion import plain, text_of
from game.engine.record import Draft
from game.engine.terms import Phase
from game.ui.bargain.phrases import warning
from game.ui.bargain.requests import requests_sheet
from game.ui.drafting.effects import outlook, phrases, remarks
from game.ui.drafting.gates import can_suggest, gate
from game.ui.drafting.measures import measure_list
from game.ui.drafting.member import clause_acts, demand, own_view
from game.ui.drafting.paper import lens, sheet, unseen
from game.ui.drafting.rival import acts as rival_acts
from game.ui.drafting.rival import on_desk, start, submit, tabled
from game.ui.drafting.rival_words import words_sheet
from game.ui.drafting.standing import close_all, count
from game.ui.drafting.texts import (
    Desk,
    capitals_draft,
    chosen_clause,
    considered,
    desk_of,
    open_asks,
    rewriting,
)
from game.ui.drafting.wording import summary, wording_sheet
from game.ui.messages import Pick, Picks, Show, Steps
from game.ui.parts.bluing import fails, falls, lacks
from game.ui.parts.footer import act
from game.ui.parts.frame import back_to_play, frame
from game.ui.parts.question import ALL_REQUESTS, LEFT, answering, end_round
from game.ui.widgets import (
    Button,
    Column,
    Layers,
    Panel,
    Row,
    Spacer,
    Text,
    Widget,
)
from game.words import _, bound, plural
from game.words.language import later

TITLE = later("Drafting desk")
SUGGESTED = "suggested"
"""The pick that tells that a suggestion was looked at since the round began."""
TABS = (("measures", later("Measures")), ("text", later("Text")), ("effect", later("Effect")))


def available(observation: Observation | None) -> bool:
    """Tell whether there is a text, or the writing of one."""
    o = observation
    beats = (Phase.TEXT, Phase.SQUEEZE, Phase.BLUE, Phase.VOTE)
    return o is not None and (o.phase in beats or bool(o.versions))


def view(observation: Observation, picks: Picks) -> Widget:
    """Show measures, document and effect side by side, or one of them where it is narrow."""
    o = observation
    desk = on_desk(o, desk_of(o), picks)
    chosen = chosen_clause(o, picks)
    after, kind = considered(o, picks, desk)
    parts = {
        "measures": _measures(o, desk, after, chosen),
        "text": _text(o, picks, desk, after, chosen),
        "effect": _effect(o, picks, desk, after, kind),
    }
    if picks.house.is_narrow:
        body: Widget = _tabbed(picks, parts)
    else:
        body = Row(tuple(parts.values()), gap=16, align="stretch", flex=1)
    screen = frame(
        o,
        picks,
        Column((_task(o, desk), body), gap=10, flex=1),
        acts=rival_acts(o, picks) if desk.rival else _acts(o, picks, desk),
        end=(submit(o, picks),) if desk.rival else _end(o, picks, desk),
    )
    above = gate(o, picks, desk) or requests_sheet(o, picks)
    if o.actor == o.seat:
        above = above or warning(o, picks)
    if picks.get("open", "") == "wording":
        sheet = words_sheet if desk.rival else wording_sheet
        above = sheet(o, picks, desk, chosen)
    return Layers((screen, above)) if above else screen


def _tabbed(picks: Picks, parts: dict[str, Widget]) -> Widget:
    at = picks.get("tab", "text")
    at = at if at in parts else "text"
    tabs = Row(
        tuple(
            Button(_(title), Pick("tab", id), look="tab", selected=id == at, name=f"tab {id}")
            for id, title in TABS
        ),
        gap=6,
    )
    return Column((tabs, parts[at]), gap=10)


def _task(o: Observation, desk: Desk) -> Widget:
    """Return what is to be done here now, in one line: nobody should have to guess."""
    waiting = open_asks(o)
    if desk.rival:
        line = _(
            "Your own draft. Choose a measure, set its level, and see whether it would carry; the "
            "pen's text stays as it is."
        )
    elif o.phase is Phase.BLUE:
        line = bound(o.scenario)
    elif o.phase not in (Phase.TEXT, Phase.SQUEEZE):
        line = _("The text is fixed; nobody can change a word.")
    elif o.actor != o.seat:
        line = _("Others are at work. You can read; your turn comes.")
    elif desk.writes and not o.versions:
        line = _(
            "You hold the pen. Choose a measure, set its level beside its words, and when it is "
            "what you want to open with, show it."
        )
    elif desk.writes and o.phase is Phase.TEXT:
        line = _("Change what you will and show the new text, or open the consultations.")
    elif desk.writes and waiting:
        line = plural(
            "{count} request waits for your answer before you end the round.",
            "{count} requests wait for your answer before you end the round.",
            len(waiting),
        )
    elif desk.writes:
        line = _(
            "Change what you will, show the new text, or put it in blue and call for the vote."
        )
    elif desk.text is None:
        line = _("You have not been shown the text. Demand to see it, or ask for what you need.")
    else:
        line = _(
            "Choose a paragraph, then the level you would rather have, and ask the pen for it."
        )
    told = count(o, desk.text) if desk.text is not None else ""
    papers = Button(
        told or _("Versions"),
        Show("papers"),
        look="tab",
        name="papers",
        hint=_("any two versions compared, who has seen which, and words agreed before"),
    )
    return Row((Text(line, tone="muted", flex=1), close_all(o), papers), gap=20)


def _measures(o: Observation, desk: Desk, after: Draft, chosen: str) -> Widget:
    title = _("Measures") if desk.text is not None else _("Measures, as in force")
    return Panel(
        title,
        measure_list(o, desk, after, chosen),
        name="measures",
        gap=3,
        pad=14,
        flex=3,
        min_width=240,
    )


def _text(o: Observation, picks: Picks, desk: Desk, after: Draft, chosen: str) -> Widget:
    paper = unseen(o) if desk.text is None else sheet(o, desk, after, chosen)
    if o.phase not in (Phase.TEXT, Phase.SQUEEZE) and not desk.rival:
        return Column((paper,), flex=8, min_width=460)
    below = None
    if not o.is_pen and o.seat and not desk.rival:
        view = own_view(o, desk, chosen)
        below = Panel("", (view, clause_acts(o, picks, desk, chosen)), pad=12, name="acts")
    glass = lens(o, picks, desk, after, chosen, summary(o, desk, chosen))
    if picks.house.is_low:
        # There is room for one of them: the clause in focus, or the whole text.
        whole = picks.get("whole", False)
        turn = Button(
            _("Back to the clause") if whole else _("The whole text"),
            Pick("whole", not whole),
            look="ghost",
            name="whole text",
        )
        glass = paper if whole else evolve(glass, flex=1)
        return Column((glass, below, Row((Spacer(), turn))), gap=6, flex=8, min_width=460)
    children = (glass, below, paper)
    return Column(children, gap=10, flex=8, min_width=460)


def _effect(o: Observation, picks: Picks, desk: Desk, after: Draft, kind: str) -> Widget:
    if desk.text is None and kind != "level":
        says = _("What the text would do you can see once you have seen it. What is said of it:")
        return Panel(
            _("What you can know"),
            (Text(says, tone="muted"), phrases(o)),
            name="effect",
            flex=4,
            min_width=280,
        )
    before = after
    title = _("If it came to the vote today")
    if kind == "text":
        before = desk.before
        title = _("From revision {number} to your text").format(number=desk.number)
    elif kind == "rival":
        before = desk.before
        title = _("Your draft, against the pen's text")
    elif kind == "ask":
        before = desk.levels
        title = _("If you grant this request")
    elif kind == "level":
        before = desk.levels
        title = _("If the pen grants you this")
    unseen = None
    if desk.text is None:
        says = _("Reckoned from what is in force: you have not been shown the text.")
        unseen = Text(says, size="small", tone="muted")
    return Panel(
        title,
        (
            unseen,
            *tabled(o, picks),
            *outlook(o, before, after),
            Spacer(4, flex=0),
            Text(_("The Secretariat remarks"), size="label", tone="muted"),
            *remarks(o, picks, desk, after),
        ),
        name="effect",
        gap=7,
        pad=14,
        flex=4,
        min_width=280,
    )


def _acts(o: Observation, picks: Picks, desk: Desk) -> tuple[Widget | None, ...]:
    if not o.seat or o.phase not in (Phase.TEXT, Phase.SQUEEZE):
        return ()
    if not o.is_pen:
        return (demand(o, picks) if desk.text is None else start(o, picks),)
    helps = _may_suggest(o, picks, desk)
    shows = _is_to_show(desk) and not helps
    return (
        _answer(o, picks, desk),
        act(
            o,
            picks,
            _("Show the text …"),
            "Circulate",
            key="circulate",
            look="primary" if shows else "plain",
            main=shows,
            message=Pick("open", "circulate"),
        ),
        act(
            o,
            picks,
            _("Put in blue …"),
            "PutInBlue",
            key="blue",
            main=_is_free(o, picks, desk) and _is_last(o) and not helps,
            message=Pick("open", "blue"),
        )
        if o.phase is Phase.SQUEEZE
        else None,
        act(o, picks, _("Silence …"), "Silence", message=Pick("open", "silence"))
        if o.phase is Phase.SQUEEZE and o.scenario.plays("silence")
        else None,
        _date(o, desk),
        _opening(o, desk),
        Button(
            _("Suggest a text") if picks.house.is_wide else _("Suggest …"),
            Steps((Pick(SUGGESTED, True), Pick("open", "suggestion"))),
            look="primary" if helps else "plain",
            main=helps,
            disabled="" if desk.writes else _("not your turn"),
            name="suggest",
            hint=_("a text that your computer colleague would dare to put forward"),
        )
        if can_suggest()
        else None,
    )


def _date(o: Observation, desk: Desk) -> Button | None:
    """Return the way to a date for the vote, while the pen can still set one."""
    if not desk.writes or not any(isinstance(act, SetDate) for act in o.legal):
        return None
    return Button(
        _("Set a date …"),
        Pick("open", "date"),
        look="ghost",
        name="date",
        hint=_("say in public by when the text is in blue; the consultations end there"),
    )


def _answer(o: Observation, picks: Picks, desk: Desk) -> Button | None:
    """Return the way to what is asked of the pen: the first thing, unless a text is to be shown."""
    waiting = len(open_asks(o))
    if not waiting or o.actor != o.seat:
        return None
    first = not _is_to_show(desk) and not picks.get(LEFT, False)
    return Button(
        plural("Answer the request", "Answer {count} requests", waiting),
        Pick(ALL_REQUESTS, True) if waiting > 1 else answering(o),
        look="primary" if first else "plain",
        main=first,
        name="all requests",
        hint=_("on one sheet, equal ones together") if waiting > 1 else "",
    )


def _opening(o: Observation, desk: Desk) -> Button | None:
    """Return the button that writes what the capital would open with, before a text is shown."""
    if not desk.writes or o.phase is not Phase.TEXT or o.versions:
        return None
    edits = rewriting(o, desk.levels, capitals_draft(o)) if o.scenario.opening else ()
    if not edits:
        return None
    return Button(
        _("Start from the capital's draft"),
        Steps(edits),
        name="opening",
        hint=_("writes what your capital would open with; high, and it can be undone"),
    )


def _is_to_show(desk: Desk) -> bool:
    """Tell whether the pen has written what nobody has been shown yet."""
    return desk.writes and (not desk.number or dict(desk.levels) != dict(desk.before))


def _is_free(o: Observation, picks: Picks, desk: Desk) -> bool:
    """Tell whether nothing is to be shown, and no request waits that the pen has not left."""
    return not _is_to_show(desk) and not (open_asks(o) and not picks.get(LEFT, False))


def _may_suggest(o: Observation, picks: Picks, desk: Desk) -> bool:
    """Tell whether a suggestion helps most: the text lacks something, and none was looked at."""
    asked = picks.get(SUGGESTED, False) or not can_suggest()
    blank = not desk.number and dict(desk.levels) == dict(text_of(plain(o.scenario)))
    wanting = _is_free(o, picks, desk) and (lacks(o) or fails(o) or falls(o))
    return desk.writes and not asked and (blank or wanting)


def _is_last(o: Observation) -> bool:
    return o.phase is Phase.SQUEEZE and o.round == o.last_round


def _end(o: Observation, picks: Picks, desk: Desk) -> tuple[Widget | None, ...]:
    if o.phase not in (Phase.TEXT, Phase.SQUEEZE) or o.record.settling.silence is not None:
        return (back_to_play(o),)
    if o.actor != o.seat:
        return ()
    ends = o.is_pen and _is_free(o, picks, desk) and not _may_suggest(o, picks, desk)
    ends = ends and not _is_last(o)
    return (evolve(end_round(o, picks), main=ends),)
