"""A text prints as the Council prints it, and two texts show what changed."""

import re

import pytest
from attrs import evolve

from game import paths, words
from game.engine import wording
from game.engine.opinion import text_of
from game.engine.record import Clause
from tests.build import any_luck, random_draft, scenario

S = scenario()
RECORD = text_of(S.record)


def printed(draft):
    return words.document(S, draft, day=56).paragraphs


def test_the_organ_comes_first_and_the_matter_is_kept():
    paragraphs = printed(RECORD)

    assert paragraphs[0].plain == "The Security Council,"
    assert paragraphs[0].runs[0].italic
    assert paragraphs[-1].plain == "Decides to remain seized of the matter."


def test_the_preamble_is_unnumbered_and_the_rest_counts_from_one():
    paragraphs = printed(RECORD)
    numbers = [p.number for p in paragraphs]
    preamble = [p for p in paragraphs if p.part == "preambular"]
    rest = [n for n in numbers if n]

    clauses = [p.measure for p in preamble if p.measure]
    assert clauses == ["article39_determination", "chapter_basis"]
    assert [p.measure for p in preamble] == [""] * len(S.preamble) + clauses
    assert rest == list(range(1, len(rest) + 1))
    assert numbers == sorted(numbers)


def test_paragraphs_end_as_the_manual_says():
    for p in printed(RECORD)[1:-1]:
        assert p.plain.endswith("," if p.part == "preambular" else ";"), p.plain


@pytest.mark.parametrize("id", sorted(path.stem for path in paths.scenarios().glob("*.yaml")))
def test_a_text_recalls_what_was_decided_before_and_then_says_what_it_is_about(id):
    """Source: order of the preambles of the resolutions on the DPRK."""
    s = scenario(id)
    lines = [p for p in words.document(s, text_of(s.record)).paragraphs if p.part == "preambular"]
    openers = [p.runs[0].text for p in lines[: len(s.preamble)]]
    recalled = [int(year) for year in re.findall(r"\d{3,4} \((\d{4})\)", lines[0].plain)]

    assert openers[0] == "Recalling"
    assert "oncern" in openers[-1]
    assert len(openers) >= 3
    assert recalled == sorted(recalled)
    assert recalled[-1] <= s.start.year


@pytest.mark.parametrize("seed", range(60))
def test_any_text_prints_without_holes_and_each_paragraph_opens_in_italics(seed):
    for p in printed(random_draft(S, any_luck("document", seed))):
        assert p.runs[0].italic, p.plain
        assert not set("{}*_") & set(p.plain), p.plain
        assert "  " not in p.plain


def test_every_level_of_every_measure_prints():
    for m in S.measures:
        for level in range(1, m.top + 1):
            text = words.printed(S, Clause(m.id, level))
            assert text.startswith("*")
            assert not set("{}_") & set(text), text


def test_every_verb_of_every_regular_level_prints():
    verbs = [v.verb for v in S.verbs]
    for m in S.measures:
        for number, level in enumerate(m.levels, 1):
            for verb in verbs if level.regular else ():
                if verb != level.verb and number > S.in_force.get(m.id, 0):
                    text = words.printed(S, Clause(m.id, number, verb))
                    form = S.verb(verb).form
                    assert text.startswith(form[: form.index("{")]), text
                    assert text.endswith(";")
                    assert not set("{}_") & set(text)


def test_rebuilding_a_regular_level_with_its_own_verb_gives_its_clause():
    for m in S.measures:
        for level in m.levels:
            if level.regular:
                act = f"{level.act}, {level.tail}" if level.tail else level.act
                built = S.verb(level.verb).form.format(subject=level.subject, do=act) + ";"
                assert re.sub(r"\s+", " ", built) == re.sub(r"\s+", " ", level.clause.strip())


def test_what_is_in_force_is_reaffirmed():
    in_force = text_of(S.in_force)
    paragraphs = [p for p in printed(in_force) if p.measure]

    assert len(paragraphs) == len(S.in_force)
    for p in paragraphs:
        assert p.reaffirms
        assert p.runs[0].text == "Reaffirms"
        assert "Reaffirms the measures in force under the heading" not in p.plain


def test_what_goes_beyond_the_regime_is_not_reaffirmed():
    assert not any(p.reaffirms for p in printed({"flights": Clause("flights", 3)}))


def test_measures_are_cited_by_number():
    number = words.paragraph_number(S, RECORD, "coal_iron_exports")

    cited = next(p for p in printed(RECORD) if p.number == number)
    assert cited.measure == "coal_iron_exports"
    assert words.paragraph(S, RECORD, "coal_iron_exports") == f"paragraph {number}"
    assert words.paragraph(S, RECORD, "chapter_basis") == "the preamble"
    assert words.paragraph_number(S, RECORD, "chapter_basis") == 0
    assert words.paragraph(S, {}, "crude_oil") == "the paragraph on Crude oil"


def test_the_heading_names_sponsors_in_alphabetical_order_and_says_simulation():
    heading = words.document(S, RECORD, day=56, sponsors=("USA", "FRA"), title="In blue").heading

    assert heading == (
        "Security Council (simulation)",
        "2 March 2016",
        "France and United States: draft resolution",
        "In blue",
    )


# -- what changed


def test_two_equal_texts_differ_in_nothing():
    assert words.diff(S, RECORD, dict(RECORD)) == ()


def test_a_change_has_a_sign_a_line_and_marked_words():
    old = {"flights": Clause("flights", 3), "crude_oil": Clause("crude_oil", 1)}
    new = {"flights": Clause("flights", 4), "bank_presence": Clause("bank_presence", 3)}
    changes = words.diff(S, old, new)
    found = {c.measure: c for c in changes}

    assert {id: (c.kind, c.sign) for id, c in found.items()} == {
        "flights": ("changed", "+"),
        "crude_oil": ("removed", "-"),
        "bank_presence": ("added", "+"),
    }
    assert found["flights"].text == (
        "Flights: from duty to deny suspect flights to no flights of its carriers"
    )
    assert (found["flights"].before, found["flights"].after) == (3, 4)
    assert {r.mark for r in found["crude_oil"].runs} == {"-"}
    assert {r.mark for r in found["bank_presence"].runs} == {"+"}


@pytest.mark.parametrize("seed", range(40))
def test_the_marked_paragraph_holds_both_texts(seed):
    luck = any_luck("diff", seed)
    old, new = random_draft(S, luck), random_draft(S, luck)
    for change in words.diff(S, old, new):
        was = "".join(r.text for r in change.runs if r.mark != "+")
        now = "".join(r.text for r in change.runs if r.mark != "-")
        if change.kind != "added":
            assert flat(was) == flat(words.printed(S, old[change.measure]))
        if change.kind != "removed":
            assert flat(now) == flat(words.printed(S, new[change.measure]))


def flat(text):
    return re.sub(r"[\s*]+", "", text)


def test_a_verb_alone_changes_no_level():
    old = {"coal_iron_exports": Clause("coal_iron_exports", 3)}
    new = {"coal_iron_exports": Clause("coal_iron_exports", 3, "urges")}
    (change,) = words.diff(S, old, new)

    assert (change.before, change.after, change.sign) == (3, 3, "-")
    assert change.text == "Coal, iron and iron ore: the verb is now “Urges”"
    assert "[-Decides" in words.plain(change.runs)
    assert "[+Urges" in words.plain(change.runs)


@pytest.mark.parametrize("name", ["resolution_2270", "first_sitting"])
def test_harder_and_softer_words_are_quoted_with_their_own_blanks_filled(name):
    """The annex of the codes, say, is the clause's own and not one of the scenario's words."""
    s = evolve(scenario(name), words={})
    asked = [
        (Clause(m.id, m.top), modifier)
        for m in s.measures
        for kind in wording.KINDS
        for modifier in wording.modifiers(s, m.id, kind)
        if m.level(m.top).regular
    ]
    assert any("{" in modifier.text for _clause, modifier in asked)

    for old, modifier in asked:
        new = evolve(old, **{modifier.kind: modifier.id})
        (change,) = words.diff(s, {old.measure: old}, {old.measure: new})

        assert words.modifier(s, new, modifier.id) in change.text
        assert words.modifier(s, old, modifier.id) in words.printed(s, new)


def test_a_word_kept_between_two_changes_belongs_to_them():
    s = scenario("resolution_2270")
    one, other = Clause("condemnation", 3), Clause("condemnation", 4)
    (change,) = words.diff(s, {one.measure: one}, {one.measure: other})
    (line,) = words.marked(change)

    assert "[-contrary to-][+conducted in violation of+]" in line


def marks(change):
    return [run.mark for run in change.runs]


def test_a_clause_that_is_rewritten_stands_whole_twice_and_one_that_is_edited_is_marked_inside():
    """Marks on every second word are harder to read than both paragraphs."""
    s = scenario("resolution_2270")
    was, rewritten = Clause("bank_presence", 2), Clause("bank_presence", 5)
    edited = Clause("bank_presence", 4), Clause("bank_presence", 5)
    (whole,) = words.diff(s, {was.measure: was}, {was.measure: rewritten})
    (inside,) = words.diff(s, {edited[0].measure: edited[0]}, {edited[0].measure: edited[1]})

    assert marks(whole)[0] == "-"
    assert marks(whole)[-1] == "+"
    assert set(marks(whole)) == {"-", "+"}
    assert [line[:2] for line in words.marked(whole)] == ["[-", "[+"]
    assert "" in marks(inside)
    assert len(list(words.marked(inside))) == 1
