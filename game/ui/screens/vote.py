"""The vote: one's own sealed ballot, the hands in three calls, the result and its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.events import Tally
from game.engine.observation import Observation
from game.engine.terms import Ballot, Phase, Seat
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.frame import frame
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import tone_of_ballot
from game.ui.voting import floor
from game.ui.voting.ballot import choices, last_words, own_sum, what_is_new
from game.ui.voting.calls import (
    CALLS,
    LENGTH_MS,
    count_of,
    hands_up,
    meaning,
    order_of_hands,
    remaining,
)
from game.ui.voting.result import aftermath_of_vote, go_on, headline
from game.ui.widgets import (
    Animated,
    Badge,
    Button,
    Card,
    Column,
    Flag,
    Grid,
    Row,
    Spacer,
    Surface,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later
from game.words.procedure import is_main, question

TITLE = later("Vote")
RISE_MS = 220
"""How long one hand takes on its way up."""
SHOWN: dict[Ballot, str] = {
    Ballot.YES: later("in favour"),
    Ballot.NO: later("against"),
    Ballot.ABSTAIN: later("abstains"),
    Ballot.NOT_PARTICIPATING: later("takes no part"),
    Ballot.ABSENT: later("absent"),
}


def available(observation: Observation | None) -> bool:
    """Tell whether a vote was called."""
    o = observation
    return o is not None and (o.phase is Phase.VOTE or o.tally is not None)


def view(observation: Observation, picks: Picks) -> Widget:
    """Show the ballot, then the hands, then the result."""
    o = observation
    if floor.is_asked(o):
        return _floor(o, picks)
    if o.tally is None or (o.calling and o.actor == o.seat):
        can_vote = o.seat in o.scenario.seats and (o.ballot is None or not o.calling)
        return _before(o, picks) if can_vote else _waiting(o, picks)
    order = order_of_hands(o, o.tally)
    up = hands_up(o, picks)
    if up < len(order):
        return _raising(o, picks, o.tally, order, up)
    return _counted(o, picks, o.tally, order)


def _number(o: Observation) -> str:
    return _("Vote on draft S/{year}/9001").format(year=o.scenario.date(o.record.day).year)


def _title(o: Observation, words: str, tone: Tone = "text") -> Widget:
    return Column(
        (
            Text(_number(o), size="label", tone="muted", align="center"),
            Text(words, size="display", font="serif", align="center", tone=tone),
        ),
        gap=6,
    )


def _floor(o: Observation, picks: Picks) -> Widget:
    columns = (
        Column((own_sum(o),), flex=4, min_width=280),
        Column((floor.choices(o, picks),), flex=5, min_width=320),
    )
    shown = tuple(reversed(columns)) if picks.house.is_narrow else columns
    body = (_title(o, _("The meeting is open")), Row(shown, gap=18, align="start"))
    return frame(o, picks, Column(body, gap=18, flex=1))


def _before(o: Observation, picks: Picks) -> Widget:
    line = _("One sealed ballot. Nobody sees it before the hands go up.")
    if o.actor != o.seat:
        line = _("Others are voting; your turn comes.")
    ask = Column(
        (Text(line, tone="muted", align="center"), choices(o, picks), what_is_new(o)),
        gap=14,
        flex=5,
        min_width=320,
    )
    weigh = Column((own_sum(o),), flex=4, min_width=280)
    heard = Column((last_words(o),), flex=3, min_width=240)
    # Where columns become lines, what is to be done comes first.
    columns = (ask, weigh, heard) if picks.house.is_narrow else (weigh, ask, heard)
    title = _("The Council is about to vote")
    if o.questions and not is_main(o.questions[0]):
        title = _("The vote on {what}").format(what=question(o.scenario, o.questions[0]))
    body = (_title(o, title), Row(columns, gap=18, align="start"))
    return frame(o, picks, Column(body, gap=18, flex=1))


def _waiting(o: Observation, picks: Picks) -> Widget:
    many, cast = len(o.scenario.seats), len(o.voted)
    cards = [
        _card(o, seat, None, note=_("ballot cast") if seat in o.voted else "…")
        for seat in o.scenario.seating(o.record.day)
    ]
    words = _("{cast} of {many} ballots are cast").format(cast=cast, many=many)
    body = (
        Spacer(0, flex=1),
        _title(o, _("The ballots are collected")),
        _table(cards),
        _line(words),
        Spacer(0, flex=2),
    )
    return frame(o, picks, Column(body, gap=18, flex=1))


def _line(words: str) -> Widget:
    return Text(words, size="lead", font="serif", tone="muted", align="center")


def _raising(o: Observation, picks: Picks, tally: Tally, order: Sequence[Seat], up: int) -> Widget:
    call = tally.ballots[order[up]]
    body = (
        Spacer(0, flex=1),
        _title(o, _(CALLS[call])),
        _hands(o, picks, tally, order, up),
        _running(o, tally, tuple(order[:up])),
        Spacer(0, flex=2),
    )
    skip = Button(
        _("All hands at once"),
        Pick("hands", len(order)),
        key=picks.key("on"),
        look="ghost",
        name="all hands",
    )
    return frame(o, picks, Column(body, gap=18, flex=1), end=(skip,))


def _counted(o: Observation, picks: Picks, tally: Tally, order: Sequence[Seat]) -> Widget:
    body = (
        headline(o, tally),
        _hands(o, picks, tally, order, len(order), small=True),
        _running(o, tally, tuple(order)),
        aftermath_of_vote(o),
    )
    again = None
    if o.phase is Phase.VOTE and not picks.house.preferences.still:
        replay = Steps((Pick("replay", picks.get("replay", 0) + 1), Pick("hands", 0)))
        again = Button(_("See the hands again"), replay, look="ghost", name="again")
    return frame(
        o, picks, Column(body, gap=16, flex=1), acts=(go_on(o, picks),), end=(again,), scroll=True
    )


def _hands(
    o: Observation,
    picks: Picks,
    tally: Tally,
    order: Sequence[Seat],
    up: int,
    *,
    small: bool = False,
) -> Widget:
    """Return the fifteen at the table, every hand that is still down on its way up.

    All motions begin together, each later than the one before, so that one key completes them;
    the last one counts them all, whatever came before it.
    """
    place = {seat: number for number, seat in enumerate(order)}
    run = _run(o, picks, tally)
    cards: list[Widget] = []
    for seat in o.scenario.seating(o.record.day):
        number, ballot = place[seat], tally.ballots[seat]
        if number < up:
            cards.append(_card(o, seat, ballot, small=small))
        else:
            cards.append(
                _card(o, seat, None, raising=_rising(seat, ballot, number, len(order), run))
            )
    table = _table(cards, small=small)
    if up == len(order):
        return table
    end = Animated(
        f"count {run}",
        Spacer(0, flex=0),
        delay_ms=LENGTH_MS,
        duration_ms=100,
        done=Pick("hands", len(order)),
    )
    return Column((table, end), gap=0)


def _run(o: Observation, picks: Picks, tally: Tally) -> str:
    """Return what tells this show of hands from any other in the same window."""
    counted = next((i for i, event in enumerate(o.log) if event == tally), 0)
    return f"{picks.house.seed} {o.seat} {counted} {picks.get('replay', 0)}"


def _rising(seat: Seat, ballot: Ballot, number: int, many: int, run: str) -> Widget:
    step = LENGTH_MS // max(1, many)
    rise = min(RISE_MS, step // 2)
    return Animated(
        f"hand of {seat} {run}",
        Badge(_(SHOWN[ballot]), tone_of_ballot(ballot)),
        effect="rise",
        duration_ms=rise,
        delay_ms=(number + 1) * step - rise,
        done=Pick("hands", number + 1),
    )


def _table(cards: Sequence[Widget], *, small: bool = False) -> Widget:
    cell = 150 if small else 200
    return Grid(tuple(cards), columns=5, cell=cell, gap=8 if small else 14)


def _card(
    o: Observation,
    seat: Seat,
    ballot: Ballot | None,
    *,
    note: str = "",
    raising: Widget | None = None,
    small: bool = False,
) -> Widget:
    name = seat_name(o, seat)
    surface: Surface = "panel"
    accent: Tone = ""
    low: Widget = Text(note or " ", size="small", tone="muted")
    if ballot is not None:
        tone = tone_of_ballot(ballot)
        accent = tone
        surface = tone if tone in ("yes", "abstain", "no") else "raised"
        low = Badge(_(SHOWN[ballot]), tone)
    if raising is not None:
        low = raising
    veto = Text(_("P5"), size="small", tone="muted", bold=True)
    head = Row(
        (
            Flag(seat, name, height=18 if small else 40),
            Text(name, size="body" if small else "heading", font="serif", bold=True, flex=1),
        ),
        gap=10,
    )
    foot = Row((low, Spacer(), veto if seat in o.scenario.permanent else None), gap=6)
    return Card(
        (head, foot),
        surface=surface,
        accent=accent,
        edge="all",
        pad=9 if small else 18,
        gap=4 if small else 16,
        name=f"hand of {seat}",
    )


def _running(o: Observation, tally: Tally, up: tuple[Seat, ...]) -> Widget:
    count = count_of(o, tally, up)
    sentence, tone = meaning(o, count)

    def number(n: int, words: str, colour: Tone) -> Widget:
        shade: Tone = colour if n else "muted"
        return Row(
            (
                Text(str(n), size="display", font="serif", tone=shade, nowrap=True),
                Text(words, tone="muted", nowrap=True),
            ),
            gap=8,
            align="baseline",
        )

    return Row(
        (
            number(count.yes, _("in favour"), "yes"),
            number(count.no, _("against"), "no"),
            number(count.others, _("abstaining"), "abstain"),
            Spacer(),
            Column(
                (
                    Text(sentence, size="title", font="serif", tone=tone, align="end"),
                    Text(remaining(count), size="small", tone="muted", align="end"),
                ),
                gap=2,
                min_width=300,
            ),
        ),
        gap=28,
    )
