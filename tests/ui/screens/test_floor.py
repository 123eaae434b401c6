"""The floor before the vote, its questions, and lines of one's own, as screens show them."""

from functools import lru_cache

import pytest

from game import engine, paths
from game.engine.actions import (
    Amend,
    CastVote,
    Explain,
    Move,
    StandBy,
)
from game.engine.record import Clause
from game.engine.terms import Ballot, Phase
from game.ui import screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import find, lines, texts, walk
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import Confirm, House, Picks
from game.ui.parts.speech import level_name
from game.ui.preferences import Preferences
from game.ui.text import Fonts
from tests.ui.screens.sitting import play

MEMBER, PEN = "CHN", "USA"
COAL = "coal_iron_exports"
LONG = "x" * 201
NEAR, FAR = Amend(MEMBER, COAL, 5), Amend(MEMBER, COAL, 1)


def drawn(o, name="vote", values=None, *, size=(1600, 900), scale=1.0):
    house = House(
        width=size[0],
        height=size[1],
        scale=scale,
        keys=DEFAULTS,
        preferences=Preferences(still=True),
    )
    return screens.find(name).view(o, Picks(values or {}, house, name))


def on_the_floor(state):
    return state.phase is Phase.VOTE and state.stage == "floor"


def quietly(state, until, acts=None):
    """Let everybody raise nothing and vote yes, but for the acts given, until a condition."""
    acts = dict(acts or {})
    while (seat := engine.actor(state)) is not None and not until(state):
        wanted = acts.pop(seat, None) if not state.calling else None
        state = engine.apply(state, wanted or _quiet(state))
    return state


def _quiet(state):
    seat = engine.actor(state)
    if state.calling:
        return CastVote(seat, Ballot.YES)
    return Explain(seat, "") if state.stage == "explaining" else StandBy(seat)


@lru_cache
def floor():
    """China has the floor before the vote; nobody has raised anything."""
    return play(MEMBER, on_the_floor)


@lru_cache
def amendment():
    """An amendment that China can move, the deepest cut first."""
    return next(a for a in engine.observe(floor(), MEMBER).legal if isinstance(a, Amend))


@lru_cache
def moved():
    """China has moved an amendment and the pen's turn has come."""
    act = {MEMBER: amendment()}
    return quietly(floor(), lambda s: engine.actor(s) == PEN and not s.calling, act)


@lru_cache
def put():
    """The amendment is put to the vote and it is China's turn."""
    return quietly(moved(), lambda s: s.calling and engine.actor(s) == MEMBER)


@lru_cache
def both():
    """China has moved two amendments of one clause, and has the floor."""
    return engine.apply(engine.apply(floor(), NEAR), FAR)


def seen(state, seat=None):
    return engine.observe(state, seat or engine.actor(state))


MOMENTS = {
    "floor": (floor, "vote", {}),
    "floor, explain": (floor, "vote", {"raise": "explain", "line": LONG}),
    "floor, amend": (floor, "vote", {"raise": "amend"}),
    "floor, amend in words": (
        floor,
        "vote",
        {"raise": "amend", "amend": COAL, "words": Clause(COAL, 2)},
    ),
    "floor, divide": (floor, "vote", {"raise": "divide"}),
    "floor, motion": (floor, "vote", {"raise": "motion"}),
    "floor, with an amendment": (moved, "vote", {}),
    "floor, with two of one's own": (both, "vote", {}),
    "ballot on an amendment": (put, "vote", {}),
}


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(
    ("size", "scale"), [((1600, 900), 1.0), ((1600, 900), 2.0), ((1280, 720), 1.0)]
)
def test_no_text_is_cut_or_covered(setter, moment, size, scale):
    make, name, values = MOMENTS[moment]
    tree = drawn(seen(make()), name, values, size=size, scale=scale)

    assert faults(lay_out(tree, size, scale, UiState(), setter)) == ()


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_can_be_pressed_is_legal(moment):
    make, name, values = MOMENTS[moment]
    state = make()
    tree = drawn(seen(state), name, values)

    for widget in walk(tree):
        for act in _acts(getattr(widget, "message", None)):
            if not getattr(widget, "disabled", ""):
                assert engine.refusal(state, act) is None, f"{widget.name}: {act}"


def _acts(message):
    if isinstance(message, engine.Action):
        yield message
    for inner in (getattr(message, "message", None), *getattr(message, "messages", ())):
        if inner is not None and inner is not message:
            yield from _acts(inner)


# -- the floor


def test_nothing_to_raise_is_one_key():
    button = find(drawn(seen(floor())), "stand by")

    assert (button.key, button.message) == (DEFAULTS["main"], StandBy(MEMBER))


def test_an_amendment_stands_before_the_draft_with_the_rule_that_puts_it_there():
    """Provisional Rules of Procedure, rule 36."""
    tree = drawn(seen(moved()))
    first = " ".join(texts(find(tree, "question 1")))
    last = " ".join(texts(find(tree, "question 2")))

    assert "amendment of China" in first
    assert "Rule 36" in first
    assert "The draft resolution" in last


def test_the_order_shown_is_the_order_of_the_votes():
    state = moved()
    tree = drawn(seen(state))
    shown = [texts(find(tree, f"question {n}")) for n in (1, 2)]
    voted = []
    while state.phase is Phase.VOTE and state.stage != "explaining":
        if state.calling and (not voted or voted[-1] != state.questions[0].kind):
            voted.append(state.questions[0].kind)
        state = engine.apply(state, _quiet(state))

    assert voted == ["amendment", "draft"]
    assert [kind in " ".join(words) for kind, words in zip(voted, shown, strict=True)] == [True] * 2


def test_an_amendment_in_other_words_is_moved_from_the_sheet_of_words():
    softer = Clause(COAL, 2, softener="as_appropriate")
    values = {"raise": "amend", "amend": COAL, "words": softer}
    button = find(drawn(seen(floor()), values=values), "move words")
    state = engine.apply(floor(), button.message.messages[0])

    assert not button.disabled
    assert state.questions[-1].clause == softer
    assert "as appropriate" in lines(drawn(engine.observe(state, MEMBER)))


def test_who_has_moved_an_amendment_keeps_the_floor_and_sees_what_is_left():
    page = drawn(seen(both()))

    assert engine.actor(both()) == MEMBER
    assert "you can raise one thing more" in lines(page)
    assert "Nothing more to raise" in lines(page)
    assert "you can raise 3 things more" in lines(drawn(seen(floor())))


def test_of_two_amendments_of_one_mover_the_page_shows_the_furthest_first():
    """Provisional Rules of Procedure, rule 36; the nearer one was moved first."""
    state = both()
    page, text = drawn(seen(state)), state.draft(state.blue).clauses
    now = text[COAL].level if COAL in text else 0
    shown = [" ".join(texts(find(page, f"question {n}"))) for n in (1, 2)]
    near, far = (level_name(state.scenario, COAL, a.level) for a in (NEAR, FAR))

    assert abs(FAR.level - now) > abs(NEAR.level - now)
    assert far in shown[0]
    assert near in shown[1]


# -- questions


def test_a_question_is_put_with_its_rule_and_what_it_needs():
    says = lines(drawn(seen(put())))

    assert "Rule 36" in says
    assert "nine yes, and no permanent member against" in says


def test_a_permanent_member_is_warned_of_its_veto_on_an_amendment_only_where_it_has_one():
    """A matter of procedure knows no veto (UN Charter, Article 27(2))."""
    amended = find(drawn(seen(put())), "ballot no")
    motion = quietly(
        floor(),
        lambda s: s.calling and engine.actor(s) == MEMBER,
        {MEMBER: Move(MEMBER, "adjourn")},
    )
    procedural = find(drawn(seen(motion)), "ballot no")

    assert isinstance(amended.message, Confirm)
    assert isinstance(procedural.message, CastVote)
    assert "No veto here" in procedural.note


def test_a_count_is_watched_before_the_next_ballot_is_asked_for():
    """After the amendment was counted, its hands come first; one key goes on to the draft."""
    state = quietly(put(), lambda s: s.calling and s.questions[0].kind == "draft")
    state = quietly(state, lambda s: engine.actor(s) == MEMBER)
    o = seen(state)
    watched = drawn(o)
    go_on = find(watched, "go on")
    after = {m.key: m.value for m in go_on.message.messages[:-1]}

    assert "Carried" in lines(watched)
    assert go_on.key == DEFAULTS["on"]
    assert find(drawn(o, values=after), "ballot yes") is not None


# -- a line of one's own


def explaining():
    return quietly(floor(), lambda s: s.stage == "explaining" and engine.actor(s) == MEMBER)


def test_a_line_of_ones_own_goes_on_record_with_the_reading():
    line = "We joined in sorrow."
    tree = drawn(seen(explaining()), values={"line": line})
    button = find(tree, "explain talks")

    assert button.message.messages[0] == Explain(MEMBER, "talks", line)
    assert "20 of 200" in lines(tree)


def test_what_the_secretariat_remarks_on_a_line_stands_under_it_and_stops_nothing():
    line = "North Korea must return to talks."
    tree = drawn(seen(explaining()), values={"line": line})

    assert "not the name used" in lines(tree)
    assert not find(tree, "explain talks").disabled


def test_a_line_that_is_too_long_is_refused_where_it_is_typed():
    tree = drawn(seen(explaining()), values={"line": LONG})

    assert all(find(tree, f"explain {r}").disabled for r in ("wide", "talks", "silence"))
    assert "201 of 200" in lines(tree)


def test_others_read_the_line_of_ones_own():
    line = "We joined in sorrow."
    state = engine.apply(explaining(), Explain(MEMBER, "talks", line))

    assert f"“{line}”" in lines(drawn(seen(state), values={"watched": 10**6}))
    assert f"“{line}”" in lines(drawn(seen(state), "log"))
