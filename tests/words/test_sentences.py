"""Everything that can happen, be refused or weigh in a sum has a sentence of its own."""

import ast
import gettext
from pathlib import Path

import pytest

from game import language, words
from game.engine import events, lint
from game.engine.actions import KINDS, Ask, CastVote, Explain, Grant, Press, Refuse, Say, SetClause
from game.engine.lint import Remark, remarks
from game.engine.opinion import Reason
from game.engine.record import Asked, Clause, Record
from game.engine.terms import Ballot, Cause, Circle, Phase, Phrase, Stance
from game.words import names, reasons, refusals, stances
from tests.build import RANDOM, anything, floored, played, rare, scenario

ENGINE = Path(__file__).parents[2] / "game" / "engine"
OUTCOMES = {
    name
    for name, kind in vars(events).items()
    if isinstance(kind, type) and issubclass(kind, events.Event) and kind is not events.Event
}


def keys_of(called):
    """Return every key that a class of the engine is made with, read from its source."""
    found = set()
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == called and node.args:
                if isinstance(node.args[0], ast.Constant):
                    found.add(node.args[0].value)
    return found


def parts_of_a_deal():
    """Return the keys of what a deal is worth, part by part; three are kinds of terms."""
    found = {"silence", "statement", "next_text"}
    source = (ENGINE / "bargain" / "values.py").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            first = node.value.elts[0]
            if isinstance(first, ast.Constant):
                found.add(first.value)
    return found


@pytest.fixture(scope="module")
def games():
    return [
        *(played("resolution_2270", seed) for seed in (1, 2)),
        *(played("first_sitting", seed, RANDOM) for seed in range(6)),
        *anything(),
        floored(0),
        *rare(),
    ]


@pytest.fixture(scope="module")
def told(games):
    """Every event of some games with its sentence."""
    out = []
    for game in games:
        s, record = game.end.scenario, game.end.record
        text = game.end.versions[-1].clauses if game.end.versions else {}
        out += [(e, words.say(e, s, record=record, draft=text)) for e in game.end.log]
    return out


def test_every_kind_of_event_was_told(told):
    assert {type(event).__name__ for event, _said in told} == OUTCOMES | set(KINDS)


def test_a_sentence_has_no_holes_and_no_names_of_the_code(told):
    for event, said in told:
        assert said.strip(), event
        assert not set("{}_") & set(said), said
        assert type(event).__name__ not in said or len(type(event).__name__) < 6, said


def test_a_sentence_begins_with_a_capital_letter(told):
    for _event, said in told:
        assert said[0].isupper() or said[0] == "“", said


def test_asks_name_the_clause_and_the_level():
    s = scenario()

    assert words.say(Ask("FRA", "flights", 3), s) == (
        "France asks for Flights: duty to deny suspect flights"
    )
    assert words.say(Ask("FRA", "flights", 2), s) == (
        "France asks to leave Flights as in force: call to deny suspect flights"
    )
    assert words.say(Ask("USA", "crude_oil", 0), s) == (
        "The United States asks to leave out Crude oil"
    )


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        (Phrase.SUPPORTS, "China supports the text"),
        (Phrase.GOES_ALONG, "China can go along with the text"),
        (Phrase.CONCERNS, "China has concerns about the text"),
        (Phrase.DIFFICULTY, "China has serious difficulty with the text"),
        (Phrase.OPPOSES, "China will be obliged to vote against the text"),
    ],
)
def test_the_five_phrases_are_those_of_the_council(phrase, said):
    assert words.say(Say("CHN", phrase), scenario()) == said


def test_a_phrase_names_what_weighs_most():
    said = words.say(Say("CHN", Phrase.DIFFICULTY, "flights"), scenario())

    assert said == "China has serious difficulty with the text; what weighs most is Flights"


def test_an_answer_of_the_pen_names_what_was_asked_where_the_record_is_known():
    s = scenario()
    record = Record(asks=(Asked(1, "JPN", "flights", 4, upward=True, round=1),))

    assert words.say(Grant("USA", 1), s, record=record) == (
        "The United States grants the request of Japan for “Flights: no flights of its carriers”"
    )
    assert words.say(Refuse("USA", 1, 3), s, record=record).endswith(
        "and offers “duty to deny suspect flights” instead"
    )
    assert words.say(Grant("USA", 1), s) == "The United States grants request 1"


def test_names_have_the_article_they_need():
    s = scenario()

    assert words.the(s, "GBR") == "the United Kingdom"
    assert words.the(s, "RUS") == "the Russian Federation"
    assert words.the(s, "FRA") == "France"
    assert words.begin(s, "USA") == "The United States"
    assert words.seat(s, "VEN") == "Venezuela"


def test_the_count_names_who_voted_against_as_permanent_member():
    s = scenario()
    ballots = dict.fromkeys(s.seats, Ballot.YES) | {"CHN": Ballot.NO, "VEN": Ballot.ABSTAIN}
    tally = events.Tally(ballots, adopted=False, cause=Cause.VETO, vetoes=("CHN",))

    assert words.counted(tally, s) == (
        "Thirteen in favour, one against, one abstaining: not adopted, owing to the negative vote "
        "of China"
    )


def test_a_swapped_verb_is_named():
    said = words.say(SetClause("USA", "coal_iron_exports", 3, "calls_upon"), scenario())

    assert said.endswith("ban, livelihood on notice, with *Calls upon*")


def test_silence_after_the_vote_is_told_as_silence():
    assert words.say(Explain("FRA", ""), scenario()) == "France does not explain its vote"
    assert words.say(CastVote("FRA", Ballot.ABSTAIN), scenario()) == "France abstains"


# -- refusals and remarks


def test_every_refusal_of_the_engine_has_words_and_no_words_are_left_over():
    of_lint = (keys_of("Remark") | keys_of("_lacking")) - set(lint.WARNINGS)

    assert keys_of("Refusal") | keys_of("Fault") | of_lint == set(refusals.REFUSALS)


@pytest.mark.parametrize("key", sorted(refusals.REFUSALS))
def test_a_refusal_is_a_sentence_even_without_its_fields(key):
    said = words.why(refusals.Refusal(key), scenario())

    assert said[0].isupper()
    assert not set("{}_") & set(said)


def test_a_refusal_names_measures_seats_beats_and_circles():
    s = scenario()
    fields = {"measure": "crude_oil", "other": "chapter_basis", "level": "2"}

    assert words.why(refusals.Refusal("requires", fields), s) == (
        "Crude oil needs Legal basis in the Charter at “Chapter VII, Article 41” or above"
    )
    assert words.why(refusals.Refusal("not_your_turn", {"actor": "GBR"}), s).endswith(
        "the Council waits for the United Kingdom"
    )
    assert "Blue" in words.why(refusals.Refusal("not_in_this_beat", {"beat": "blue"}), s)
    assert "China" in words.why(refusals.Refusal("narrower", {"circle": "p2"}), s)


def test_every_refusal_that_comes_up_in_play_can_be_said(games):
    from game import engine

    s = scenario()
    for game in games[:3]:
        for state in game.states[::7]:
            seat = engine.actor(state)
            if seat in s.seats:
                for refusal in engine.observe(state, seat).blocked.values():
                    assert not set("{}_") & set(words.why(refusal, s)), refusal


def test_every_remark_of_the_engine_has_words():
    assert keys_of("Remark") <= set(refusals.REMARKS)


def test_a_remark_numbers_the_paragraph_it_is_about():
    s = scenario()
    text = {
        "coal_iron_exports": Clause("coal_iron_exports", 3),
        "chapter_basis": Clause("chapter_basis", 1),
    }
    found = [r for r in remarks(s, text) if r.measure == "coal_iron_exports"]

    assert words.remark(found[0], s, text) == (
        "Paragraph 1 decides measures, but no paragraph acts under Chapter VII."
    )


def test_a_remark_on_an_empty_text_names_no_paragraph():
    said = words.remark(Remark("empty", ""), scenario(), {})

    assert said == "The text adds nothing to the measures in force."


# -- reasons


def test_every_reason_of_the_engine_has_words_and_no_words_are_left_over():
    assert keys_of("Reason") | parts_of_a_deal() == set(reasons.REASONS)


@pytest.mark.parametrize("key", sorted(reasons.REASONS))
@pytest.mark.parametrize("points", [-7, 7])
def test_a_reason_is_a_signed_line(key, points):
    cause = {"pull": "CHN", "unity": "9", "pressure": "31"}.get(key, "flights")
    line = words.reason(Reason(key, points, cause), scenario(), {"flights": Clause("flights", 4)})

    assert line.startswith("+7 " if points > 0 else "\N{MINUS SIGN}7 ")
    assert len(line) > 6
    assert not set("{}_") & set(line)


def test_a_reason_names_the_level_that_weighs():
    line = words.reason(Reason("clause", -41, "flights"), scenario(), {})

    assert line == "\N{MINUS SIGN}41 Flights as in force: call to deny suspect flights"


# -- tables and dates


@pytest.mark.parametrize(
    ("enum", "name"),
    [
        (Phrase, words.phrase),
        (Ballot, words.ballot),
        (Stance, lambda it: stances.stance(scenario(), it)),
        (Phase, words.beat),
        (Phase, lambda it: words.purpose(scenario(), it)),
        (Cause, words.cause),
    ],
)
def test_every_value_has_a_name(enum, name):
    found = [name(value) for value in enum]

    assert len(set(found)) == len(enum)


def test_what_blue_leaves_open_is_said_of_the_sitting_that_is_played():
    lesson, whole = scenario("first_sitting"), scenario("resolution_2270")

    assert "no word can change" in words.purpose(lesson, Phase.BLUE)
    assert "small edits" in words.purpose(whole, Phase.BLUE)
    assert words.bound(None) not in (words.bound(lesson), words.bound(whole))


def test_circles_are_named_by_who_is_in_them():
    s = scenario()

    assert words.circle(s, Circle.P2) == "China"
    assert words.circle(s, Circle.P5) == "the permanent members"
    assert words.circle(s, Circle.ALL) == "all fifteen"


def test_dates_are_written_as_the_council_writes_them():
    assert words.day(scenario(), 56) == "Wednesday 2 March 2016"


@pytest.mark.parametrize("points", [-40, 0, 10, 50, 80, 100])
def test_a_score_is_said_without_a_grade(points):
    assert "brief" in words.score(points)


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0 %"), (0.004, "under 1 %"), (0.5, "50 %"), (0.996, "over 99 %"), (1, "100 %")],
)
def test_only_what_is_certain_is_said_to_be(share, said):
    assert words.chance(share) == said


def test_every_aim_of_the_shipped_scenarios_is_a_line():
    for id in ("resolution_2270", "first_sitting"):
        s = scenario(id)
        for brief in s.briefs.values():
            for aim in brief.aims:
                assert not set("{}_") & set(words.aim(s, aim))


# -- languages


class Shouted(gettext.NullTranslations):
    """A language in which everything is said aloud."""

    def gettext(self, message):
        return message.upper().replace("{SEAT}", "{seat}")


def test_sentences_are_translated_when_they_are_drawn(monkeypatch):
    monkeypatch.setattr(language._Spoken, "catalogue", Shouted())

    assert words.say(Say("CHN", Phrase.SUPPORTS), scenario()) == "China SUPPORTS THE TEXT"
    assert words.beat(Phase.BLUE) == "BLUE"


def test_a_language_without_a_catalogue_is_english(tmp_path):
    assert words.speak("xx", tmp_path) is False
    assert words.beat(Phase.BLUE) == "Blue"


def test_a_catalogue_is_found_and_left_again(tmp_path):
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    folder.joinpath("in_blue.mo").write_bytes(compiled({"Blue": "Blau"}))
    try:
        assert words.speak("xx", tmp_path) is True
        assert words.beat(Phase.BLUE) == "Blau"
    finally:
        words.speak("en", tmp_path)
    assert words.beat(Phase.BLUE) == "Blue"


def compiled(messages):
    """Return a catalogue in the binary form of gettext."""
    import struct

    entries = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **messages}.items())
    ids = [k.encode() for k, _v in entries]
    texts = [v.encode() for _k, v in entries]
    start, at, tables = 28 + 16 * len(entries), 28 + 16 * len(entries), []
    for found in (ids, texts):
        for piece in found:
            tables.append(struct.pack("<II", len(piece), at))
            at += len(piece) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(ids), 28, 28 + 8 * len(ids), 0, start)
    return head + b"".join(tables) + b"".join(p + b"\0" for p in (*ids, *texts))


def test_names_are_not_looked_up_when_modules_are_read():
    assert names.BEATS[Phase.BLUE] == "Blue"
    source = Path(names.__file__).read_text(encoding="utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, ast.AnnAssign | ast.Assign):
            calls = [n for n in ast.walk(node) if isinstance(n, ast.Call)]
            assert all(getattr(c.func, "id", "") == "later" for c in calls)


def test_nobody_spends_its_effort_on_itself():
    s = scenario("resolution_1695")
    ferry = next(p for p in s.season.prospects if p.flag == "JPN")

    own = words.say(Press("JPN", ferry.id), s)

    assert own == f"Japan works at home for a step of its own: {ferry.title}"
    assert "spends its effort on Japan" in words.say(Press("USA", ferry.id), s)


def test_nobody_that_explained_its_vote_before_it_is_said_not_to_explain_it_after_it():
    opened = events.BeatOpened(Phase.VOTE, 1)
    silent, said = Explain("CHN", ""), Explain("CHN", "narrow")

    assert words.is_told(silent, (opened, Explain("FRA", "wide"), silent))
    assert not words.is_told(silent, (opened, said, silent))
    assert words.is_told(said, (opened, said, silent))
    assert words.is_told(silent, (opened, said, opened, silent))


COUNTED = {
    "keen_capital": "(4 of 5)",
    "shuts_doors": "(4 of 5)",
    "wary_capital": "(4 of 5)",
    "wants_to_meet": "(4 of 5)",
    "most_content": "4 votes",
    "sure_enough": "4 chances in 100",
}


@pytest.mark.parametrize(("key", "says"), COUNTED.items())
def test_what_is_counted_in_a_motive_has_no_sign_and_what_is_summed_has_one(key, says):
    assert says in words.motive(scenario(), Reason(key, 4))
    assert "(+4)" in words.motive(scenario(), Reason("above_yes", 4))


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("The class of the missile", "the class of the missile"),
        ("A panel of experts", "a panel of experts"),
        ("Press statement that condemns", "press statement that condemns"),
        ("Panel of Experts", "Panel of Experts"),
        ("Six-Party Talks", "Six-Party Talks"),
    ],
)
def test_a_title_is_small_within_a_sentence_unless_it_is_a_name(title, within):
    assert names.inside(title) == within


def test_a_statement_that_goes_out_has_no_capital_within_its_sentence():
    said = words.say(events.StatementIssued("condemn"), scenario("resolution_2270"))

    assert said == "The members of the Council issue: press statement that condemns"


def test_a_product_without_a_word_names_the_word_as_part_of_its_sentence():
    s = scenario("hwasong_14")
    it = next(x for x in s.statements if "missile_class" in x.levels)

    assert words.product_title(s, it, (("missile_class", 0),)).endswith(
        ", without the class of the missile"
    )
