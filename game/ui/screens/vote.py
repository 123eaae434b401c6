"""The meeting of the vote: the floor, each question with its hands, the result and its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.events import Tally
from game.engine.observation import Observation
from game.engine.terms import Phase, Seat
from game.ui.messages import Pick, Picks, Show, Steps
from game.ui.parts.frame import frame
from game.ui.voting.ballot import choices, last_words, own_sum, what_is_new
from game.ui.voting.calls import called, fresh, hands_up, is_main, order_of_hands
from game.ui.voting.explaining import at_hand
from game.ui.voting.floor import floor_page
from game.ui.voting.hands import card, hands, running, table
from game.ui.voting.matter import matter_page
from game.ui.voting.products import consent, is_blocked, propose, soften
from game.ui.voting.questions import change_made, headed, question_page
from game.ui.voting.result import aftermath_of_vote, explains, go_on, headline
from game.ui.widgets import Button, Column, Row, Spacer, Text, Tone, Widget
from game.words import _, counted
from game.words.language import later

TITLE = later("Vote")


def available(observation: Observation | None) -> bool:
    """Tell whether a vote was called."""
    o = observation
    if o is None:
        return False
    voted = any(isinstance(event, Tally) for event in o.log)
    ruled = o.matter is not None and o.matter.kind == "ruling" and o.actor == o.seat
    return o.phase is Phase.VOTE or o.calling or voted or ruled


def view(observation: Observation, picks: Picks) -> Widget:
    """Show what the meeting is at: hands that were not watched, a ballot, the floor, the result."""
    o = observation
    unseen = fresh(o, picks)
    if unseen is not None:
        tally = o.log[unseen]
        assert isinstance(tally, Tally)  # `fresh` looks for nothing else.
        return _watched(o, picks, tally, unseen)
    if o.calling:
        return _ballot(o, picks) if _can_vote(o) else _waiting(o, picks)
    if o.matter is not None and o.actor == o.seat:
        return matter_page(o, picks, o.matter)
    if o.stage == "floor" and o.phase is Phase.VOTE:
        return floor_page(o, picks)
    if o.stage == "fallback" and o.actor == o.seat:
        return _lesser(o, picks)
    if o.tally is not None:
        return _counted(o, picks, o.tally, order_of_hands(o, o.tally))
    last = next((e for e in reversed(o.log) if isinstance(e, Tally)), None)
    return _settled(o, picks, last, None) if last is not None else _waiting(o, picks)


def _lesser(o: Observation, picks: Picks) -> Widget:
    """Return what the fifteen can still say when the draft was withdrawn."""
    if is_blocked(o) and o.is_pen:
        asked = soften(o, picks)
    else:
        asked = propose(o) if o.is_pen and not o.record.statement else consent(o, picks)
    sheet = Row((Spacer(), Column(asked, width=min(820, picks.house.room - 60), gap=12), Spacer()))
    body = Column((_title(o, _("After the withdrawal")), sheet), gap=22, flex=1)
    return frame(o, picks, body, scroll=True)


def _can_vote(o: Observation) -> bool:
    return o.seat in o.scenario.seats and o.ballot is None


def _title(o: Observation, words: str, tone: Tone = "text") -> Widget:
    number = _("Vote on draft S/{year}/9001").format(year=o.scenario.date(o.record.day).year)
    return Column(
        (
            Text(number, size="label", tone="muted", align="center"),
            Text(words, size="display", font="serif", align="center", tone=tone),
        ),
        gap=6,
    )


def _ballot(o: Observation, picks: Picks) -> Widget:
    """Return one's own ballot: on the draft in blue, or on what comes before or after it."""
    question = o.questions[0]
    if question.kind != "draft" or question.version != o.blue:
        return question_page(o, picks, question)
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
    body = (_title(o, _("The Council is about to vote")), Row(columns, gap=18, align="start"))
    return frame(o, picks, Column(body, gap=18, flex=1))


def _waiting(o: Observation, picks: Picks) -> Widget:
    """Return the table while others vote, or have the floor."""
    many, cast = len(o.scenario.seats), len(o.voted) if o.calling else 0
    cards = [
        card(o, seat, None, note=_("ballot cast") if o.calling and seat in o.voted else "…")
        for seat in o.scenario.seating(o.record.day)
    ]
    if o.calling:
        title = _("The ballots are collected")
        words = _("{cast} of {many} ballots are cast").format(cast=cast, many=many)
    else:
        title = _("The meeting goes on")
        words = _("Others have the floor; your turn comes.")
    body = (
        Spacer(0, flex=1),
        _title(o, title),
        table(cards),
        Text(words, size="lead", font="serif", tone="muted", align="center"),
        Spacer(0, flex=2),
    )
    return frame(o, picks, Column(body, gap=18, flex=1))


def _watched(o: Observation, picks: Picks, tally: Tally, place: int) -> Widget:
    """Return a count that is being watched: the hands on their way up, then the result."""
    order = order_of_hands(o, tally)
    up = hands_up(o, picks, tally)
    if up < len(order):
        return _raising(o, picks, tally, order, up)
    if is_main(o, tally):
        return _counted(o, picks, tally, order, place)
    return _settled(o, picks, tally, place)


def _raising(o: Observation, picks: Picks, tally: Tally, order: Sequence[Seat], up: int) -> Widget:
    words = called(o, tally, tally.ballots[order[up]])
    title = _title(o, words) if is_main(o, tally) else headed(o, tally.question, words)
    body = (
        Spacer(0, flex=1),
        title,
        hands(o, picks, tally, order, up, small=not is_main(o, tally)),
        running(o, tally, tuple(order[:up])),
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


def _onward(o: Observation, picks: Picks, place: int | None) -> Button | None:
    """Return the button that goes on from a count to what the meeting is at."""
    if place is None:
        return go_on(o, picks)
    steps: tuple[object, ...] = (Pick("watched", place), Pick("hands", 0))
    later_on = {Phase.VOTE: "vote", Phase.ECHO: "echo", Phase.OVER: "echo"}
    where = Show(later_on.get(o.phase, "soundings" if o.phase is Phase.SOUNDINGS else "chamber"))
    return Button(
        _("Go on"),
        Steps((*steps, where)),
        key=picks.key("on"),
        look="primary",
        name="go on",
    )


def _settled(o: Observation, picks: Picks, tally: Tally, place: int | None) -> Widget:
    """Return the result of a question that is not the draft in blue, and what it changed."""
    order = order_of_hands(o, tally)
    tone: Tone = "yes" if tally.adopted else "no"
    words = _("Carried") if tally.adopted else _("Not carried")
    body = (
        headed(o, tally.question, words, tone),
        Text(counted(tally, o.scenario), tone="muted", align="center"),
        hands(o, picks, tally, order, len(order), small=True),
        running(o, tally, tuple(order)),
        change_made(tally),
    )
    return frame(
        o,
        picks,
        Column(body, gap=16, flex=1),
        end=(_again(o, picks, tally), _onward(o, picks, place)),
        scroll=True,
    )


def _again(o: Observation, picks: Picks, tally: Tally) -> Widget | None:
    if picks.house.preferences.still or fresh(o, picks) is None:
        return None
    replay = Steps((Pick("replay", picks.get("replay", 0) + 1), Pick("hands", 0)))
    return Button(_("See the hands again"), replay, look="ghost", name="again")


def _counted(
    o: Observation, picks: Picks, tally: Tally, order: Sequence[Seat], place: int | None = None
) -> Widget:
    """Return the result of the draft in blue, and what follows from it."""
    raised = (
        hands(o, picks, tally, order, len(order), small=True),
        running(o, tally, tuple(order)),
    )
    after = aftermath_of_vote(o, picks)
    # Where there is little room, what is to be done comes before what has been seen.
    asked = picks.house.is_narrow and o.stage == "explaining" and o.actor == o.seat
    body = (
        headline(o, tally, counted=not asked),
        *((after, *raised) if asked else (*raised, after)),
    )
    is_over = o.stage == "explaining" or o.phase is not Phase.VOTE
    onward = go_on(o, picks) if is_over else _onward(o, picks, place)
    return frame(
        o,
        picks,
        Column(body, gap=16, flex=1),
        acts=(onward, at_hand(o, picks) if explains(o) else None),
        end=(_again(o, picks, tally),),
        scroll=True,
    )
