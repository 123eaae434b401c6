"""The whole game in a terminal, with what a person types coming through a pipe."""

import io
import json
import re
from itertools import pairwise

import pytest
from attrs import evolve

from game import engine
from game.__main__ import main
from game.commands.terminal import acts, after, entering, folding, lists
from game.commands.terminal import help as help_
from game.commands.terminal.pages import HELP, wrapped
from game.commands.terminal.reading import Misread
from game.engine import WORLD
from game.engine.actions import (
    KINDS,
    Accept,
    Ask,
    Decline,
    EndRound,
    Offer,
    PutInBlue,
    Respond,
    Say,
    SetClause,
    kinds,
)
from game.engine.events import Weighed
from game.engine.record import Term
from game.engine.terms import Ballot, Phase, Phrase
from game.session import saves
from tests.build import scenario
from tests.session.playing import plays, seated
from tests.ui.screens.sitting import in_phase, play
from tests.ui.screens.test_bluing import hopeless

PAGES = "\n".join(
    (
        *("help", "brief", "text", "clauses", "clauses coal", "changes", "reasons", "hands"),
        *(
            "if RUS",
            "if",
            "requests",
            "remarks",
            "target",
            "border",
            "missiles",
            "news",
            "log",
            "menu",
            "closed",
        ),
        *("suggest", "undo", "redo", "text 1", "text 77", "what", "if XYZ", "ask", "ask coal x"),
        *("leave", "leave offers all", "leave needs nothing", "leave x"),
        *("deals", "cables", "weigh", "weigh usa yes for coal", "weigh usa yes for clause:coal:1-"),
        *("compare", "compare 0 1", "compare 0 88", "compare x", "seen", "seen RUS"),
        *("standing", "standing coal", "agreed", "agreed coal", "standing zzz", "floor", "floor x"),
        *("ask coal 99", "back nothing", "99", "say maybe", "?"),
    )
)


OFFER = Offer(
    "CHN",
    "USA",
    (Term("vote", ballot=Ballot.YES),),
    (Term("clause", "coal_iron_exports", 2),),
)


@pytest.fixture
def typed(monkeypatch, capsys):
    """Type lines into a game; return what was shown."""

    def play(lines, *arguments, scenario="first_sitting", seed="5", code=0):
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        left = main(["play", "--text", scenario, "--seed", seed, *arguments])
        out, err = capsys.readouterr()
        assert left == code
        assert err == ""
        assert not set("{}") & set(out)
        return out

    return play


LEFT = "leave offers all\nleave needs nothing\n"
"""Nothing that others ask of a person shifts what is typed."""
MEMBER = f"""{LEFT}speak talks six
consent
{{round}}
stand
vote yes
explain talks
"""


def test_a_member_plays_to_the_end(typed):
    shown = typed(MEMBER.format(round="\n".join(["end"] * 3)), "--seat", "CHN")

    assert "China calls for a way to talks" in shown
    assert "What your capital wanted" in shown
    assert "saved: " in shown


def test_the_pen_plays_to_the_end(typed):
    lines = """speak measures coal
propose none
write coal 2
write bank 3
write coal 3 urges
undo
show all
end
grant 1
refuse 2
blue
stand
vote yes
explain wide
"""
    shown = typed(lines, "--seat", "USA")

    assert "The United States writes Banks: none new, old closed in 90 days" in shown
    assert "taken back" in shown
    assert "puts the text in blue" in shown
    assert "in favour: " in shown
    assert "What your capital wanted" in shown


def test_a_statement_that_comes_back_shows_its_words_and_goes_out_by_what_is_left(typed):
    lines = "\n\n\nblock missile_class\nconsent\nquit\n"
    shown = " ".join(typed(lines, "--seat", "RUS", scenario="hwasong_14").split())

    assert "comes back with softer words: nothing on the class of the missile" in shown
    assert "the launch of a ballistic missile carried out by the DPRK on 4 July 2017" in shown
    assert "quotes the claim, without the class of the missile" in shown


def test_what_is_in_force_is_not_taken_for_a_text_that_nobody_has_shown(typed):
    shown = typed("clauses coal\nagreed\nquit\n", "--seat", "AGO", scenario="resolution_2270")

    assert "No text has been written yet. This is what is in force." in shown
    assert shown.count("No text has been written yet.") == 2
    assert "<- in the text" not in shown
    assert "lost" not in shown


@pytest.mark.parametrize("seat", ["CHN", "USA", "VEN"])
def test_every_page_shows_in_every_beat(typed, seat):
    lines = ["speak talks six", "consent", "propose none", "show all", "end", "end", "end"]
    lines += ["blue", "stand", "vote yes", "explain none"]
    shown = typed("\n".join(f"{PAGES}\n{line}" for line in lines), "--seat", seat)

    assert "unknown word 'what'" in shown
    assert "expected: ask CLAUSE LEVEL" in shown
    assert "you have seen these versions" in shown
    assert "A vote today: passes" in shown


def test_the_menu_is_chosen_from_by_number(typed):
    shown = typed("1\n3\n8\n", "--seat", "CHN")

    assert "China calls for a way to talks; its first point is Six-Party Talks" in shown


def test_a_number_that_is_not_on_the_menu_is_refused(typed):
    shown = typed("44\n1\n9\n1\n1\nx\n", "--seat", "CHN")

    assert "expected 1 to 1" in shown
    assert "expected 1 to 3; nothing was done" in shown


def test_a_crisis_has_positions_of_its_own_to_choose_from(typed):
    """In 2001 nothing was fired that one could condemn, and no text of it bites."""
    shown = typed("\nspeak condemn launch\n", "--seat", "NOR", scenario="broken_talks_2001")

    assert "condemn: Keep what stands. The freeze and the pause hold" in shown
    assert "Norway calls for the freeze and the pause to be kept; its first point" in shown
    assert "that bite" not in shown


def test_the_end_of_the_input_saves_and_leaves(typed, tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    shown = typed("speak talks six\n", "--seat", "CHN")
    path = tmp_path / "first_sitting-chn-5.json"

    assert f"in-blue play --text {path}" in shown
    assert saves.read(path).state.record.stances["CHN"].value == "talks"


def test_a_game_that_cannot_be_kept_leaves_with_exit_code_two(typed, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path / "file"))
    shown = typed("speak talks six\n", "--seat", "CHN", code=2)

    assert "games cannot be saved here" in shown


def test_a_saved_game_goes_on(typed, tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    typed("speak talks six\nquit\n", "--seat", "CHN")
    rest = MEMBER.format(round="end\nend\nend").replace("speak talks six\n", "")
    shown = typed(rest, scenario=str(tmp_path / "first_sitting-chn-5.json"))

    assert "What your capital wanted" in shown


def test_saving_under_a_name_of_one_s_own(typed, tmp_path):
    path = tmp_path / "mine.json"
    shown = typed(f"save {path}\nsave {tmp_path / 'no' / 'x.json'}\n", "--seat", "CHN")

    assert f"saved: {path}" in shown
    assert "cannot be saved here" in shown
    assert json.loads(path.read_text(encoding="utf-8"))["seed"] == 5


def test_two_people_hand_over_at_a_curtain(typed):
    shown = typed("\nspeak talks six\nbrief\n\nspeak measures coal\n", *TWO)
    uruguay, japan = shown.index("Hand over to Uruguay"), shown.index("Hand over to Japan")

    assert uruguay < japan
    assert "You preside this month" not in shown[japan:]


TWO = ("--seat", "URY", "--seat", "JPN")


def test_rounds_can_be_chosen(typed):
    shown = typed("speak talks six\nconsent\n", "--seat", "CHN", "--rounds", "6")

    assert "round 1 of 6" in shown


@pytest.mark.parametrize("rounds", ["1", "30"])
def test_any_number_of_rounds_fits_the_calendar(typed, rounds):
    lines = "stand\nspeak talks six\nconsent\n" + "end\n" * int(rounds) + "stand\nvote yes\n"
    shown = typed(lines, "--seat", "CHN", "--rounds", rounds, scenario="resolution_2270")

    assert f"round 1 of {rounds}" in shown


# -- Enter, lists and help


@pytest.mark.parametrize(
    ("scenario", "seat"),
    [
        ("first_sitting", "USA"),
        ("first_sitting", "VEN"),
        ("resolution_2270", "CHN"),
        ("resolution_2270", "URY"),
        ("hwasong_14", "CHN"),
        ("hwasong_14", "SWE"),
    ],
)
def test_enter_alone_plays_a_sitting_to_its_end(typed, scenario, seat):
    """As the pen, a permanent member, an elected one, and as President on the first day."""
    shown = typed("\n" * 400, "--seat", seat, scenario=scenario)

    assert "What your capital wanted" in shown
    assert "saved: " in shown
    assert "is not done now" not in shown


def test_what_enter_does_is_said_before_it_is_done(typed):
    shown = typed("\n", "--seat", "CHN")
    said = re.search(r"Enter: (.*?)\n> \n", shown, re.DOTALL)[1]

    assert said.startswith("China calls for ")
    assert " ".join(said.split()) in " ".join(shown.split("> \n", 1)[1].split())


def test_enter_is_asked_of_nobody_who_has_typed_nothing_new(typed):
    shown = typed("hands\nbrief\ntext\n", "--seat", "CHN")

    assert shown.count("Enter: China calls for") == 1


def test_help_fits_one_screen_and_names_every_word(typed):
    shown = typed(LEFT + "speak talks six\nconsent\nhelp\n", "--seat", "CHN")
    page = shown.split("> help\n")[1].split("\n> ")[0]

    assert len(page.splitlines()) <= 22
    for word in help_.meanings():
        for first in word.split(maxsplit=1)[0].split(","):
            if first != "NUMBER":
                assert first in page


def test_help_says_more_of_a_word_and_of_all(typed):
    shown = typed("help ask\nhelp redo\nhelp all\nhelp hlep\n", "--seat", "CHN")

    assert "ask the pen for a change" in shown
    assert "take back, or do again" in shown
    assert "what differs between two versions" in shown
    assert "'hlep' is no word here" in shown


def test_a_list_can_be_chosen_from_by_name(typed):
    shown = typed("1\ntalks\nbanks\n", "--seat", "CHN")

    assert "part of its name" in shown
    assert "China calls for a way to talks; its first point is Banks" in shown


@pytest.mark.parametrize(
    ("words", "number"),
    [("2", 2), ("9", 0), ("0", 0), ("banks", 2), ("coal", 1), ("i", 0), ("xyz", 0), ("BANK", 2)],
)
def test_an_entry_is_meant_by_its_number_or_part_of_its_name(words, number):
    labels = ["Coal, iron and iron ore", "Banks", "Inspection of cargo"]

    assert lists.chosen(words, labels) == number


@pytest.mark.parametrize("many", [1, 8, 9, 22, 47])
def test_every_entry_of_a_list_is_shown_once_in_lines_that_fit(many):
    labels = [f"entry {n} of many" for n in range(1, many + 1)]
    lines = lists.numbered(labels, 80)
    shown = "\n".join(lines)

    assert all(len(line) <= 80 for line in lines)
    assert all(shown.count(f"{text}") >= 1 for text in labels)
    assert len(lines) == (many if many <= 8 else (many + 1) // 2)
    pages_ = list(lists.pages(lines))
    assert [line for page, _more in pages_ for line in page] == lines
    assert [more for _page, more in pages_] == [True] * (len(pages_) - 1) + [False]


def test_long_entries_stand_alone():
    labels = ["word " * 12] * 12

    assert len(lists.numbered(labels, 80)) == 12


def test_a_menu_is_told_in_full_once(seen):
    words = {way.word for way in acts.open_ways(seen)}
    first, second = list(acts.menu(seen)), list(acts.menu(seen, known=words))

    assert len(second) < len(first)
    assert all(word in " ".join(second) for word in words)


def test_a_menu_is_numbered_from_one_without_holes(seen):
    words = [way.word for way in acts.open_ways(seen)]
    lines = [line.split() for line in acts.menu(seen, known=words[1:])]
    numbers = [int(line[0]) for line in lines if line[0].isdigit()]

    assert numbers[: len(words)] == list(range(1, len(words) + 1))


def test_an_act_is_typed_by_its_number_as_by_its_word(seen):
    place = 1 + [way.word for way in acts.open_ways(seen)].index("ask")

    assert acts.read(seen, f"{place} coal 2") == Ask("CHN", "coal_iron_exports", 2)
    assert acts.read(seen, "99 coal 2") is None


def test_a_heading_is_not_repeated_where_nothing_of_it_has_changed(typed):
    shown = typed("\n" * 30, "--seat", "VEN", scenario="resolution_2270", seed="9")
    heads = re.findall(r"^={20,}\n(.+)$", shown, flags=re.MULTILINE)

    assert all(one != other for one, other in pairwise(heads))


def test_outside_a_campaign_its_page_says_so(typed):
    assert "This sitting is no part of a campaign." in typed("campaign\nquit\n")


def test_a_seat_that_has_only_taken_a_position_is_not_called_silent(typed):
    shown = typed("\n\nhands\nquit\n")

    assert shown.count("not yet on a text") == 15
    assert "has said nothing" not in shown


def test_passing_in_the_months_after_is_to_do_nothing_more(typed):
    shown = typed("\n" * 200, "--seat", "SEN", scenario="resolution_2270")
    after = shown[shown.index("Echo  |") :]

    assert "Do nothing more" in after
    assert "your position" not in after


def test_a_president_reads_what_is_asked_and_what_a_letter_weighs(typed):
    shown = typed("", "--seat", "CHN", scenario="hwasong_14")

    assert "you are China, presiding" in shown
    assert "The Republic of Korea: The Council should meet at once" in shown
    assert "You preside: call the meeting" in shown
    assert "met at once, or remembered" in shown


def test_a_president_sets_the_order_and_the_day(typed):
    lines = "call open\norder jpn kaz\n" + "\n" * 60
    shown = typed(lines, "--seat", "CHN", scenario="hwasong_14", seed="1")

    flat = " ".join(shown.split())
    assert "will call members in this order: Japan, then Kazakhstan, China" in flat
    assert "Put to the vote: the draft resolution." in flat


# -- what is typed


@pytest.fixture(scope="module")
def seen():
    session = plays(
        seated("CHN", id="resolution_2270", seed=3, level="quick"),
        until=lambda n: n.wall.phase is Phase.SQUEEZE and n.observation.actor == "CHN",
    )
    return session.observation


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("ask coal 2", Ask("CHN", "coal_iron_exports", 2)),
        ("ASK coal_iron_exports 2", Ask("CHN", "coal_iron_exports", 2)),
        ("ask 5 2", Ask("CHN", "coal_iron_exports", 2)),
        ("say concerns", Say("CHN", Phrase.CONCERNS)),
        ("say diff flights", Say("CHN", Phrase.DIFFICULTY, "flights")),
        ("say along", Say("CHN", Phrase.GOES_ALONG)),
        ("write bank 3 calls upon", SetClause("CHN", "bank_presence", 3, "calls_upon")),
    ],
)
def test_shortcuts_are_understood(seen, words, action):
    assert acts.read(seen, words) == action


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("ask exp 2", "could be coal_iron_exports, mineral_metal_exports"),
        ("ask chocolate 2", "no clause is called 'chocolate'"),
        ("ask coal two", "expected a whole number"),
        ("say", "expected: say supports"),
        ("say hello", "expected one of supports"),
        ("vote maybe", "expected one of yes, no, abstain"),
        ("write coal 2 shouts", "expected one of encourages"),
        ("show everybody", "expected one of p2, p5, all"),
    ],
)
def test_what_cannot_be_understood_says_what_could(seen, words, answer):
    with pytest.raises(Misread) as caught:
        acts.read(seen, words)
    assert answer in str(caught.value)


def test_a_word_that_is_no_act_is_left_to_the_pages(seen):
    assert acts.read(seen, "hands") is None


def test_every_kind_of_act_of_a_delegation_can_be_typed():
    of_nature = {kind.__name__ for phase in Phase for kind in kinds(phase, WORLD)}

    assert {w.kind.__name__ for w in acts.WAYS} == set(KINDS) - of_nature


def test_no_word_means_two_things():
    first = [w.word for w in acts.WAYS]
    pages = [word.split()[0].strip(",") for word in HELP]

    assert len(set(first)) == len(first)
    assert not set(first) & set(pages)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal(width):
    lines = ["  -41  " + "word " * 60, "", "=" * 30, "12. " + "paragraph " * 30]

    assert all(len(line) <= width for line in wrapped(lines, width))


# -- in the target's seat


def test_the_target_is_played_in_the_terminal_from_start_to_end(typed):
    out = typed("\n" * 60, "--seat", "PRK", scenario="resolution_2270", seed="3")

    assert "you are Pyongyang" in out
    assert "Pyongyang looks on" in out
    assert "What can be done" in out
    assert re.search(r"\d+ of 100 points of what was wanted came about", out)
    assert re.search(r"\[[x-]\] +\d+ +No shots were exchanged", out)


def test_an_act_of_the_target_is_told_to_who_did_it_once(typed):
    out = typed("\n" * 60, "--seat", "PRK", scenario="hwasong_14", seed="2")
    flat = " ".join(out[out.index("Echo  |") :].split())
    advised = flat.count("Enter: Short-range firings.")

    assert advised
    assert flat.count("Short-range firings. ") == 2 * advised
    assert flat.count("Short-range firings: what drew there") == advised


def test_every_page_can_be_read_from_the_targets_seat_in_the_room_and_after(typed):
    pages = PAGES.replace("suggest\nundo", "voices\nsuggest\nundo")
    months = f"{pages}\n1\n2\ndo icbm\ndo zzz\nvoices\nrest"
    out = typed(
        "\n".join((pages, "\n" * 5, pages, "\n" * 8, months, "\n" * 60)),
        *("--seat", "PRK"),
        scenario="resolution_2270",
        seed="3",
    )

    assert "Your plan: " in out
    assert "Who is heard, 0 to 100" in out
    assert "That is for those who sit in the room." in out
    assert "A large step has to be made ready first" in " ".join(out.split())


def test_what_is_closed_is_named_for_the_target_act_by_act(typed):
    out = typed("closed\n\n" * 20, "--seat", "PRK", scenario="resolution_2270")

    assert re.search(r"do dismantlement +\S", out)


def test_where_nothing_is_closed_text_mode_says_so():
    o = plays(seated("CHN", id="first_sitting", seed=5)).observation

    assert "".join(acts.closed(evolve(o, blocked={}))).strip().startswith("You are not to act now")
    assert "Nothing is closed" in "".join(acts.closed(evolve(o, blocked={}, actor=o.seat)))


def test_a_member_does_not_hear_the_voices_of_the_target(typed):
    assert "Nobody outside hears them." in typed("voices\nquit\n")


def test_what_the_other_side_answers_is_told_at_once(typed):
    # Typed before every turn of one's own: what is not open yet is refused with a sentence.
    lines = "offer USA yes for clause:coal:1\nneeds CHN\n\n" * 25
    shown = typed(lines, "--seat", "VEN", scenario="resolution_2270")
    parts = shown.split("\n> ")

    offered = next(part for part in parts if "Venezuela offers the United States" in part)
    asked = next(part for part in parts if "Venezuela asks China what it needs" in part)
    assert re.search("(accepts|declines) what Venezuela offers", " ".join(offered.split()))
    assert "China tells Venezuela" in asked


def test_each_month_is_told_once_and_as_it_passes(typed):
    shown = typed("\n" * 200, "--seat", "USA", scenario="resolution_2270")

    months = [shown.index(f"Month {n}: pressure") for n in range(1, 7)]
    asked = [m.start() for m in re.finditer(r"spends its effort on|reports in full", shown)]
    own = [at for at in asked if shown[:at].rstrip().endswith("The United States")]
    assert [shown.count(f"Month {n}: pressure") for n in range(1, 7)] == [1] * 6
    assert months == sorted(months)
    assert months[1] < own[0]
    assert months[3] < own[-1] < months[4]


@pytest.mark.parametrize("seed", ["1", "5", "9"])
def test_a_first_sitting_ends_on_a_page_and_tells_each_act_once_in_full(typed, seed):
    shown = typed("\n" * 300, "--seat", "USA", seed=seed)
    last = shown[shown.rindex("=" * 78) :]
    text = " ".join(last.split())
    s = scenario("first_sitting")

    assert len(last.strip().splitlines()) < 80
    assert "what drew there" not in text
    for response in s.target.responses:
        assert text.count(f"{response.title}. ") <= 1


def test_what_the_end_folds_is_in_the_log():
    o = plays(seated("USA", id="first_sitting", seed=1)).observation
    page, log = " ".join(folding.folded(o, o.log)), " ".join(after.log(o))
    acts = [e.response for e in o.log if isinstance(e, Respond)]

    assert log.count("what drew there") == sum(isinstance(e, Weighed) for e in o.log) > 0
    assert "what drew there" not in page
    assert all(log.count(f"Month {n}: pressure") == 1 for n in range(1, 7))
    assert page.count("Month 1: pressure") == 1
    assert ("more" in page) == (len(set(acts)) < len(acts))


def test_the_count_of_hands_is_told_once(typed):
    shown = typed("\n" * 200, "--seat", "USA", scenario="resolution_2270")

    assert " ".join(shown.split()).count("none abstaining: the draft resolution is adopted") == 1


def test_who_has_the_floor_raises_several_things_and_reads_how_many_are_left(typed):
    """What is typed is refused with a sentence until the floor is open."""
    lines = "explain narrow\nmove adjourn\n\n" * 30
    shown = " ".join(typed(lines, "--seat", "VEN", scenario="resolution_2270").split())

    before, after = shown.split("you can raise 3 things more", 1)
    moved = after.index("moves to adjourn")
    assert after.index("you can raise 2 things more") < moved
    assert moved < after.index("you can raise one thing more")
    assert "Enter: Raise nothing more" in after
    assert "things more" not in before


AFTER = MEMBER.format(round="\n".join(["why 3", *["end"] * 3]))


def test_why_an_act_was_done_is_told_when_all_is_over_and_not_before(typed):
    shown = typed(AFTER + "log\nwhy 20\nwhy usa\nwhy 9999\nwhy xx\n", "--seat", "CHN")
    during, after = shown.split("The cards are open.")

    assert "is told when the sitting is over" in during
    assert "Nobody's choice: chance dealt it" in after
    # Each act of the seat that is named, with its number in the log and its reason below it.
    assert re.search(r"\n +\d+  The United States (asks|writes|supports)", after)
    assert len(re.findall(r"\n      The United States: ", after)) > 10
    assert "'log' shows them" in after


def test_a_number_alone_asks_why_once_the_sitting_is_over(typed):
    shown = typed(AFTER + "2\n", "--seat", "CHN")

    assert "   2  Instructions reach China" in shown


def test_the_record_is_written_from_the_terminal_and_it_says_where(typed, tmp_path):
    path = tmp_path / "paper.txt"

    lines = f"record\n{AFTER}record {path}\nrecord /nowhere/at/all\n"
    shown = " ".join(typed(lines, "--seat", "CHN").split())

    assert "A sitting has a record when it is over." in shown
    assert f"the record is written: {path}" in shown
    assert "SIMULATION" in path.read_text(encoding="utf-8")
    assert "/nowhere/at/all: the record cannot be written there" in shown


# -- the soundings and the first text, told once


def test_once_a_position_is_taken_the_statements_on_offer_are_told(typed):
    shown = typed("\nspeak measures coal\n", "--seat", "USA", scenario="resolution_2270")
    after = shown.split("> speak measures coal\n")[1]

    assert "propose condemn: Press statement that condemns" in after
    assert re.search(r"may block: China \d+ %", " ".join(after.split()))
    assert after.count("The United States calls for") == 1


def test_the_beat_of_the_text_does_not_tell_fifteen_positions_again(typed):
    shown = typed("\n\n\n\n", "--seat", "USA", scenario="resolution_2270")
    soundings, text = shown.split("Text  |", 1)

    assert soundings.count(" calls for ") >= 14
    assert " calls for " not in text
    assert "Positions in the soundings: " in text


def test_who_holds_the_pen_is_not_told_that_nobody_has_shown_it_a_text(typed):
    pen = typed("\ntext\nhands\nstanding\n", "--seat", "USA", scenario="resolution_2270")
    member = typed("\ntext\n", "--seat", "CHN", scenario="resolution_2270")

    assert "You have not written a text yet" in pen
    assert "have not been shown" not in pen
    assert "No text has been written yet." in member


class TestEnter:
    """Enter is what a computer would do, except where the window would hold it back."""

    def test_a_text_that_fails_is_not_put_in_blue_while_something_else_is_left(self, monkeypatch):
        monkeypatch.setattr(entering, "advise", lambda o: PutInBlue(o.seat))

        assert entering.on_enter(hopeless()) == EndRound("USA")
        assert entering.on_enter(hopeless(last=True)) == PutInBlue("USA")

    @pytest.mark.parametrize("serves", [True, False])
    def test_an_offer_is_accepted_only_if_it_serves_as_in_the_window(self, monkeypatch, serves):
        state = engine.apply(play("CHN", in_phase(Phase.SQUEEZE, 2)), OFFER)
        o = engine.observe(state, "USA")
        accept, decline = (kind("USA", "CHN", o.offered.number) for kind in (Accept, Decline))
        monkeypatch.setattr(entering, "advise", lambda _o: decline if serves else accept)
        monkeypatch.setattr(entering, "usual", lambda *_: accept if serves else decline)

        assert entering.on_enter(o) == (accept if serves else decline)

    def test_help_says_what_it_means(self, typed):
        assert "In the window Enter opens the sheet" in " ".join(typed("help enter\n").split())
