"""Desk, corridor, blue, vote, echo, debrief, log, world: drawn from real sittings."""

from functools import cache, lru_cache
from itertools import pairwise

import pytest
from attrs import evolve

from game import engine, paths
from game.engine import opinion, text, wording
from game.engine.actions import Action, Ask, CastVote, Grant, Refuse, SetClause
from game.engine.events import NobodyWon
from game.engine.standing import Closing
from game.engine.state import Dealt
from game.engine.terms import Phase
from game.ui import screens
from game.ui.bargain.asked import granting
from game.ui.bindings import DEFAULTS
from game.ui.describe import find, lines, plain, texts, walk
from game.ui.drafting.moves import granted, moves, pledged, worth_between
from game.ui.drafting.texts import desk_of, open_asks
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import Confirm, House, Picks, Steps
from game.ui.parts import reasons
from game.ui.preferences import Preferences
from game.ui.text import Fonts
from game.ui.widgets import Animated
from tests.build import QUICK, planning, played
from tests.ui.screens.sitting import counted, in_phase, play

MOMENTS = {
    "soundings": ("CHN", in_phase(Phase.SOUNDINGS)),
    "pen writes": ("USA", in_phase(Phase.TEXT)),
    "pen is asked": ("USA", in_phase(Phase.SQUEEZE, 2)),
    "member has seen": ("CHN", in_phase(Phase.SQUEEZE, 2)),
    "member has not seen": ("SEN", in_phase(Phase.SQUEEZE, 1)),
    "last round": ("RUS", in_phase(Phase.SQUEEZE, 3)),
    "blue": ("CHN", in_phase(Phase.BLUE)),
    "ballot": ("SEN", in_phase(Phase.VOTE)),
    "counted": ("RUS", counted),
    "over": ("CHN", None),
}
WHERE = {
    "desk": [{}, {"measure": "crude_oil"}, {"measure": "coal_iron_exports", "level": 3}],
    "papers": [{}, {"from": 0}, {"paper": "sight"}, {"paper": "agreed"}],
    "corridor": [{}, {"seat": "RUS"}, {"measure": "flights", "level": 2}],
    "blue": [{}],
    "vote": [{}, {"hands": 7}, {"hands": 15}],
    "echo": [{}],
    "debrief": [{"page": p} for p in ("got", "sitting", "vote", "text", "months", "hidden")],
    "log": [{}, {"kind": "asked", "of": "CHN", "newest": False}],
    "world": [{}],
}
GATES = [{"open": "circulate"}, {"open": "blue"}]


WALL = {
    "wall in round 2": ("USA", in_phase(Phase.SQUEEZE, 2)),
    "wall in blue": ("CHN", in_phase(Phase.BLUE)),
    "wall at the vote": ("SEN", in_phase(Phase.VOTE)),
    "wall after the count": ("RUS", counted),
    "wall at the end": ("CHN", None),
}


@lru_cache
def two_people():
    now = play("USA", in_phase(Phase.SQUEEZE, 2), people=("USA", "CHN"))
    return engine.observe(now, "USA")


@lru_cache
def on_the_wall(moment):
    seat, until = WALL[moment]
    return engine.observe(play(seat, until), engine.PUBLIC)


@lru_cache
def state(moment, opening="opening"):
    seat, until = MOMENTS[moment]
    return play(seat, until, opening=opening)


@lru_cache
def seen(moment, opening="opening"):
    return engine.observe(state(moment, opening), MOMENTS[moment][0])


def drawn(name, o, values, size=(1600, 900), scale=1.0, **house):
    about = House(width=size[0], height=size[1], scale=scale, keys=DEFAULTS, **house)
    return screens.find(name).view(o, Picks(values, about, name))


def cases():
    for moment in MOMENTS:
        for name, looks in WHERE.items():
            if screens.find(name).available(seen(moment)):
                for values in looks:
                    yield moment, name, values
    for values in (*GATES, {"open": "wording"}, {"open": "wording", "measure": "cargo_inspection"}):
        yield "pen is asked", "desk", values


CASES = tuple(cases())
IDS = [f"{moment}-{name}-{number}" for number, (moment, name, _) in enumerate(CASES)]


@cache
def page(number):
    """Return one of the cases as it is drawn at the plain size."""
    moment, name, values = CASES[number]
    return drawn(name, seen(moment), values)


EVERY_PAGE = pytest.mark.parametrize("number", range(len(CASES)), ids=IDS)


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


@pytest.mark.parametrize(("moment", "name", "values"), CASES, ids=IDS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut_or_covered(setter, moment, name, values, scale):
    tree = drawn(name, seen(moment), values, scale=scale)

    assert faults(lay_out(tree, (1600, 900), scale, UiState(), setter)) == ()


@pytest.mark.parametrize(
    ("moment", "name", "values"),
    [case for case in CASES if not case[2]],
    ids=[f"{moment}-{name}" for moment, name, values in CASES if not values],
)
@pytest.mark.parametrize(
    ("size", "scale"), [((1600, 900), 1.5), ((1280, 720), 1.0), ((1024, 600), 1.0)]
)
def test_no_text_is_cut_in_smaller_windows(setter, moment, name, values, size, scale):
    tree = drawn(name, seen(moment), values, size, scale)

    assert faults(lay_out(tree, size, scale, UiState(), setter)) == ()


def messages(tree):
    """Every widget that acts, with the actions that it would send."""
    for widget in walk(tree):
        message = getattr(widget, "message", None)
        if message is not None:
            yield widget, list(unpacked(message))


def unpacked(message):
    if isinstance(message, Action):
        yield message
    elif isinstance(message, Steps):
        for one in message.messages:
            yield from unpacked(one)
    elif isinstance(message, Confirm):
        yield from unpacked(message.message)


@EVERY_PAGE
def test_every_act_is_legal_or_says_why_not(number):
    now = state(CASES[number][0])
    for widget, actions in messages(page(number)):
        if widget.disabled if hasattr(widget, "disabled") else "":
            assert len(widget.disabled) > 3
            continue
        for action in actions:
            assert engine.refusal(now, action) is None, (widget.name, action)


@EVERY_PAGE
def test_an_act_that_is_greyed_out_would_be_refused(number):
    now = state(CASES[number][0])
    for widget, actions in messages(page(number)):
        if getattr(widget, "disabled", "") and actions:
            assert any(engine.refusal(now, action) for action in actions), widget.name


@EVERY_PAGE
def test_a_key_means_one_thing_on_a_screen(number):
    tree = page(number)
    keys = [w.key for w in walk(tree) if getattr(w, "key", "") and not getattr(w, "disabled", "")]

    assert len(keys) == len(set(keys)), keys


@EVERY_PAGE
def test_names_of_acting_widgets_are_unique(number):
    tree = page(number)
    names = [w.name for w in walk(tree) if getattr(w, "message", None) is not None and w.name]

    assert len(names) == len(set(names)), sorted(n for n in names if names.count(n) > 1)


@EVERY_PAGE
def test_yes_no_and_abstain_are_keys_of_the_vote_alone(number):
    tree = page(number)
    used = [w for w in walk(tree) if getattr(w, "key", "") in ("Y", "N", "A")]

    assert all(any(isinstance(a, CastVote) for a in unpacked(w.message)) for w in used)


def dealt_anew(now, seat):
    """The same public sitting, with something else dealt to every other seat."""
    s = now.scenario
    other = {}
    for of, had in now.dealt.items():
        variants = [v.id for v in s.briefs[of].variants]
        tempers = [t.id for t in s.tempers]
        variant = variants[(variants.index(had.variant) + 1) % len(variants)]
        temper = tempers[(tempers.index(had.temper) + 1) % len(tempers)]
        other[of] = had if of == seat else Dealt(variant, -had.margin, temper)
    doctrines = [d.id for d in s.target.doctrines]
    doctrine = doctrines[(doctrines.index(now.doctrine) + 1) % len(doctrines)]
    return planning(evolve(now, dealt=other), doctrine)


@pytest.mark.parametrize(
    ("moment", "name", "values"),
    [case for case in CASES if case[0] != "over"],
    ids=[name for name, case in zip(IDS, CASES, strict=True) if case[0] != "over"],
)
def test_no_screen_tells_what_others_were_dealt(moment, name, values):
    """The same sitting with other secrets has to look the same."""
    seat = MOMENTS[moment][0]
    other = engine.observe(dealt_anew(state(moment), seat), seat)

    assert lines(drawn(name, other, values)) == lines(drawn(name, seen(moment), values))


@pytest.mark.parametrize("moment", [m for m in MOMENTS if m != "over"])
def test_no_screen_of_a_member_prints_the_pens_working_text(moment):
    seat = MOMENTS[moment][0]
    now = state(moment)
    if seat == now.scenario.penholder:
        pytest.skip("the pen may read it")
    changed = evolve(now, working={})
    other = engine.observe(changed, seat)
    for name, looks in WHERE.items():
        if screens.find(name).available(seen(moment)):
            for values in looks:
                assert lines(drawn(name, other, values)) == lines(drawn(name, seen(moment), values))


@pytest.mark.parametrize("moment", WALL)
@pytest.mark.parametrize("name", WHERE)
def test_what_everybody_sees_has_no_acts_and_no_faults(setter, moment, name):
    o = on_the_wall(moment)
    if not screens.find(name).available(o):
        pytest.skip("not shown now")
    for values in WHERE[name]:
        tree = drawn(name, o, values)

        assert faults(lay_out(tree, (1600, 900), 1.0, UiState(), setter)) == ()
        assert not [
            a for w, found in messages(tree) if not getattr(w, "disabled", "") for a in found
        ]


@pytest.mark.parametrize("name", WHERE)
def test_a_seat_held_by_another_person_is_not_guessed(setter, name):
    o = two_people()
    if not screens.find(name).available(o):
        pytest.skip("not shown now")
    tree = drawn(name, o, {"seat": "CHN"})

    assert faults(lay_out(tree, (1600, 900), 1.0, UiState(), setter)) == ()
    if name in ("desk", "corridor"):
        assert "a person decides" in lines(tree)


def test_a_newcomer_is_told_what_to_do_at_the_desk():
    said = lines(drawn("desk", seen("pen writes"), {}))

    assert "You hold the pen. Choose a measure" in said


def test_who_has_not_seen_the_text_reads_so_and_can_demand_it():
    o = seen("member has not seen")
    tree = drawn("desk", o, {})

    assert o.draft is None
    assert "You have not been shown the text" in lines(tree)
    assert any(w.name == "demand" for w in walk(tree))


def test_pressing_a_level_writes_it():
    o = seen("pen writes")
    tree = drawn("desk", o, {"measure": "crude_oil"})
    level = next(w for w in walk(tree) if w.name == "level 2")

    assert level.message == SetClause("USA", "crude_oil", 2)


def test_the_first_request_in_focus_has_the_keys():
    o = seen("pen is asked")
    tree = drawn("desk", o, {})
    keyed = {w.key: w.message for w in walk(tree) if getattr(w, "key", "") in ("G", "R", "O")}

    assert isinstance(keyed["G"], Grant)
    assert isinstance(keyed["R"], Refuse)
    assert keyed["R"].counter is None


def test_changes_since_the_last_version_are_signs_and_words():
    now = state("pen is asked")
    level = engine.observe(now, "USA").working["coal_iron_exports"].level
    now = engine.apply(now, SetClause("USA", "coal_iron_exports", 7 if level != 7 else 5))
    tree = drawn("desk", engine.observe(now, "USA"), {"measure": "coal_iron_exports"})
    marked = [
        run
        for w in walk(tree)
        if w.role == "paragraph" and not isinstance(w.content, str)
        for run in w.content
        if run.underline or run.strike
    ]

    assert any(run.underline for run in marked)
    assert any(run.strike for run in marked)
    assert "▲ changed" in lines(tree) or "▼ changed" in lines(tree)


def test_hands_of_a_whole_vote_are_announced_one_after_the_other():
    tree = drawn("vote", seen("counted"), {})
    moving = sorted(
        (w.delay_ms + w.duration_ms, w.done.value) for w in walk(tree) if isinstance(w, Animated)
    )

    assert [number for _time, number in moving] == [*range(1, 16), 15]
    assert all(b[0] - a[0] >= 100 for a, b in pairwise(moving))
    assert moving[-1][0] <= 8200


def test_hands_that_are_still_down_are_not_told():
    said = lines(drawn("vote", seen("counted"), {"hands": 3}))

    assert said.count("badge:") == 3


def test_where_nothing_moves_all_hands_are_counted_at_once():
    tree = drawn("vote", seen("counted"), {}, preferences=Preferences(still=True))

    assert lines(tree).count("badge:") == 15
    assert not [w for w in walk(tree) if isinstance(w, Animated)]


def test_who_was_shown_no_text_reckons_from_what_is_in_force():
    o = seen("member has not seen")
    s, table = o.scenario, desk_of(o).levels

    assert table == opinion.text_of(opinion.plain(s))
    for move in moves(o, table):
        assert abs(move.worths[o.seat].points) < 100 or move.level < s.base(move.measure)


def test_the_capitals_draft_can_be_written_and_is_the_opening():
    now = state("pen writes")
    tree = drawn("desk", seen("pen writes"), {})
    for edit in next(w for w in walk(tree) if w.name == "opening").message.messages:
        now = engine.apply(now, edit)

    assert {id: now.working[id].level for id in now.scenario.opening} == now.scenario.opening
    assert not [
        w for w in walk(drawn("desk", engine.observe(now, "USA"), {})) if w.name == "opening"
    ]


def test_a_request_is_worth_the_same_wherever_it_stands():
    o = seen("pen is asked")
    desk = desk_of(o)
    for ask in open_asks(o):
        then = pledged(o.record, ask)
        after = granted(o, desk.levels, ask)
        whole = worth_between(o, ask.seat, desk.levels, after, then)

        assert granting(o, desk, ask)[1] == whole


def test_the_echo_of_an_adopted_text_has_four_voices_that_cite_a_paragraph():
    ends = (played("resolution_2270", seed, QUICK).states[-1] for seed in range(1, 9))
    state = next(s for s in ends if s.tally.adopted and NobodyWon not in map(type, s.log))
    said = lines(drawn("echo", engine.observe(state, "CHN"), {}))

    assert said.count("paragraph") + said.count("the preamble") >= 4
    assert "{paragraph}" not in said


@pytest.mark.parametrize("page", ["got", "sitting", "vote", "text", "months", "hidden"])
def test_the_debrief_gives_no_grade(page):
    said = lines(drawn("debrief", seen("over"), {"page": page})).lower()

    assert not any(word in said for word in ("score", "grade", "well done", "congrat", "!"))


def test_a_member_can_compare_only_texts_that_it_was_shown():
    """Senegal sees no version before the text goes to all fifteen."""
    o = seen("member has not seen")
    tree = drawn("papers", o, {})
    choice = next(widget for widget in walk(tree) if widget.name == "to")

    assert o.record.showings
    assert [number for number, _title in choice.options] == [0]


def test_the_papers_tell_who_has_not_been_shown_a_text():
    o = seen("member has seen")
    says = lines(drawn("papers", o, {"paper": "sight"}))

    shown = {seat for it in o.record.showings for seat in o.scenario.circle(it.circle)}
    row = next(line for line in says.splitlines() if "Senegal" in line)
    assert "SEN" not in shown
    assert "✓" not in row


def asked_for():
    """The pen in round 2, and a clause that somebody wants otherwise."""
    o = seen("pen is asked")
    wanted = text.open_brackets(o.scenario, o.record, o.working)
    return o, next(iter(wanted)), wanted


def test_a_clause_that_somebody_wants_otherwise_stands_in_square_brackets():
    o, measure, wanted = asked_for()
    sheet = find(drawn("desk", o, {}), f"paragraph {measure}")

    assert plain(sheet.content).endswith("]")
    assert sheet.number.startswith("[")
    assert wanted[measure][0][0] in " ".join(texts(sheet))


def test_one_key_proposes_the_clause_in_focus_as_agreed():
    o, measure, _wanted = asked_for()
    button = find(drawn("desk", o, {"measure": measure}), f"close {measure}")

    assert button.key == DEFAULTS["bracket"]
    assert button.disabled or button.message in o.legal


def test_what_a_closed_clause_costs_is_said_before_it_is_paid():
    """Who has agreed to a clause pays two acts to ask for it again."""
    now = state("member has seen")
    measure = next(m for m in now.working if not engine.refusal(now, Ask("CHN", m, 0)))
    level = now.versions[-1].clauses[measure].level
    closing = Closing(measure, now.versions[-1].number, level, ("CHN",))
    settled = evolve(now.record, settling=evolve(now.record.settling, closings=(closing,)))
    o = engine.observe(evolve(now, record=settled), "CHN")

    assert "to ask again takes 2 acts" in lines(drawn("desk", o, {"measure": measure}))


def softened(o, measure="cargo_inspection"):
    """A clause of the pen's text, and the same with the softest words it can have."""
    clause = o.working[measure]
    soft = wording.modifiers(o.scenario, measure, "softener")[0]
    return clause, evolve(clause, softener=soft.id), soft


def test_other_words_are_considered_with_their_numbers_and_written_by_one_press():
    o = seen("pen is asked")
    clause, new, soft = softened(o)
    tree = drawn("desk", o, {"open": "wording", "measure": clause.measure, "words": new})
    write = find(tree, "write words").message.messages[0]
    pressure = find(tree, "number Pressure on the target")

    assert soft.text.split()[0] in " ".join(texts(find(tree, "in a resolution")))
    assert (write.softener, engine.refusal(state("pen is asked"), write)) == (soft.id, None)
    assert len([words for words in texts(pressure) if words]) == 3


def test_a_clause_is_read_in_three_products():
    """What a resolution decides, a statement calls for."""
    o = seen("pen is asked")
    tree = drawn("desk", o, {"open": "wording", "measure": "cargo_inspection"})
    resolution = " ".join(texts(find(tree, "in a resolution")))
    press = " ".join(texts(find(tree, "press_statement")))

    assert "Decides that all Member States shall inspect" in resolution
    assert "The members of the Security Council called upon" in press


def test_softer_words_change_the_sums_that_are_shown():
    """What is kept of a text is kept by all of its words, not by its levels alone."""
    o = seen("pen is asked")
    clause, new, _soft = softened(o)
    text_ = {**o.working, clause.measure: new}

    assert reasons(o, "CHN", text_).total != reasons(o, "CHN", o.working).total
