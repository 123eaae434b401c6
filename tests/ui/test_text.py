"""Lines, ellipses, caches, and what happens without the font files."""

import pytest

from game import paths
from game.ui import text
from game.ui.layout import FontKey, Typesetter
from game.ui.layout.typeset import Setting
from game.ui.text import Fonts
from game.ui.widgets import Run
from tests.ui.test_layout import Squares

BODY = Setting("sans", 20)
SANS = FontKey("sans", 16, "")


def lines(content, width, setting=BODY):
    block = Typesetter(Squares()).block(content, setting, width)
    return ["".join(fragment.text for fragment in line) for line in block.lines]


@pytest.fixture(scope="module")
def fonts():
    return Fonts(paths.assets() / "fonts")


def test_words_go_to_the_next_line_when_they_do_not_fit():
    assert lines("one two three", 80) == ["one two", "three"]


def test_a_line_break_in_the_text_is_kept():
    assert lines("one\n\ntwo", 500) == ["one", "", "two"]


def test_a_word_longer_than_the_line_is_broken():
    assert lines("abcdefghij", 50) == ["abcde", "fghij"]


def test_pieces_of_one_word_stay_together_across_styles():
    content = (Run("a very "), Run("bold", bold=True), Run(", word"))

    assert lines(content, 110) == ["a very", "bold, word"]


def test_chinese_may_break_anywhere():
    assert lines("安全理事会", 30) == ["安全理", "事会"]


def test_one_line_ends_with_an_ellipsis():
    assert lines("far too long for this", 100, BODY._replace(nowrap=True)) == ["far too l…"]


def test_only_the_first_line_is_indented():
    setting = BODY._replace(first=40)
    block = Typesetter(Squares()).block("one two three", setting, 120)

    assert [line[0].x for line in block.lines] == [40, 0]


def test_every_line_hangs():
    setting = BODY._replace(hanging=30)
    block = Typesetter(Squares()).block("one two three", setting, 120)

    assert [line[0].x for line in block.lines] == [30, 30]


def test_no_line_is_wider_than_its_block(fonts):
    setter = Typesetter(fonts)
    content = "Decides that all States shall inspect the cargo within or in transit through. " * 5
    for width in range(40, 500, 23):
        block = setter.block(content, Setting("serif", 18), width)

        assert block.width <= width + 1


def test_a_run_is_as_wide_as_it_was_measured(fonts):
    for words in ("Cargo inspection", "✓ In favour", "51→93%", "−58 %", "WANTS IT"):
        for style in ("", "b", "i", "bi", "l"):
            key = FontKey("sans", 16, style)

            assert fonts.run(words, key, (0, 0, 0)).get_width() == fonts.measure(words, key)


def test_signs_and_the_minus_are_drawn_although_the_text_face_lacks_them(fonts):
    blank = fonts.run("\uffff", SANS, (255, 255, 255))
    seen = {sign: fonts.run(sign, SANS, (255, 255, 255)) for sign in "✓✕▲★→−"}
    pixels = {sign: bytes(run.get_buffer().raw) for sign, run in seen.items()}

    assert bytes(blank.get_buffer().raw) not in pixels.values()
    assert len(set(pixels.values())) == len(pixels)


def test_widths_are_remembered_up_to_a_bound(fonts, monkeypatch):
    monkeypatch.setattr(text, "_WIDTHS", 50)
    few = Fonts(fonts.folder)
    for number in range(200):
        few.measure(str(number), SANS)

    assert len(few._widths) == 50


def test_runs_are_remembered_up_to_a_bound(fonts, monkeypatch):
    monkeypatch.setattr(text, "_RUN_BYTES", 100_000)
    few = Fonts(fonts.folder)
    for number in range(500):
        few.run(f"number {number}", SANS, (0, 0, 0))

    assert few._run_bytes <= 100_000
    assert few._run_bytes == sum(text._bytes(run) for run in few._runs.values())


def test_a_missing_font_is_one_sentence_and_a_plain_font(tmp_path, capsys):
    fonts = Fonts(tmp_path)
    for size in (12, 16, 20):
        assert fonts.run("still readable", FontKey("sans", size, ""), (0, 0, 0)).get_width() > 0
    said = capsys.readouterr().err

    assert said.count("\n") == 1
    assert "NotoSans-Regular.ttf: font not found" in said
