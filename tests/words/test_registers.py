"""Every clause reads right in every register, in every verb, with every softener and number.

Clauses are walked over the whole catalogue, not only over what a scenario has in play.
"""

import re
from functools import cache

import pytest
from attrs import evolve

from game import words
from game.content import load_scenario, scenario_ids
from game.content.library import read_library
from game.engine import wording
from game.engine.opinion import text_of
from game.engine.record import Clause
from game.paths import scenarios
from game.words.clauses import needs_annex
from tests.build import any_luck, random_draft, random_words, scenario

PRESIDENTIAL, PRESS = "presidential_statement", "press_statement"


@cache
def everything():
    """Return the sitting of 2016 with all measures of the catalogue in play."""
    library = read_library(scenarios() / "common")
    return evolve(
        load_scenario("resolution_2270"),
        measures=library.measures.value.measures,
        parameters=library.parameters.value.parameters,
        words={**library.words.value.words, **scenario().words, "hs_chapter": "03"},
        in_force={},
        annexes=library.annexes.value.annexes,
    )


def clauses():
    for m in everything().measures:
        for level in range(1, m.top + 1):
            yield Clause(m.id, level)


def all_words(clause):
    """Yield a clause in all its verbs and edits."""
    s = everything()
    yield clause
    for verb in s.verbs:
        swapped = evolve(clause, verb=verb.verb)
        if wording.fault(s, swapped) is None:
            yield swapped
    yield from wording.small_edits(s, clause)


def test_the_whole_catalogue_is_walked():
    assert len(everything().measures) >= 45
    assert sum(1 for clause in clauses() for _ in all_words(clause)) > 1900


def well_set(text):
    assert not set("{}_") & set(text), text
    assert not re.search(r"\s\s|\s[,;.]|,[,;.]|;;|\.\.|\( | \)", text), text
    assert "North Korea" not in text


@pytest.mark.parametrize("clause", list(clauses()), ids=lambda c: f"{c.measure}-{c.level}")
def test_a_clause_reads_right_in_each_register_whatever_its_words(clause):
    s = everything()
    for other in all_words(clause):
        resolved = words.printed(s, other)
        well_set(resolved)
        assert resolved.startswith("*")
        end = "," if s.measure(clause.measure).part == "preambular" else ";"
        assert resolved.endswith(end)
        assert not re.search(
            r"\*(Calls upon|Urges|Requests|Encourages)\* all Member States shall ", resolved
        )
        if re.match(r"\*Decides\* that all Member States", resolved):
            assert resolved.startswith("*Decides* that all Member States shall ")
        for form, who in ((PRESIDENTIAL, "The Council "), (PRESS, "They ")):
            said = words.register(s, other, form)
            well_set(said)
            assert said.startswith(who)
            assert said.endswith(".")
            assert "*" not in said
            assert "annex" not in said
            assert "this resolution" not in said
            assert not re.search(r"\b(Decides|decides|decided) (that|to)\b", said)


@pytest.mark.parametrize("clause", list(clauses()), ids=lambda c: f"{c.measure}-{c.level}")
def test_statements_differ_in_tense_and_number(clause):
    s = everything()
    verb = words.register(s, clause, PRESIDENTIAL).split()[2].rstrip(",")
    told = words.register(s, clause, PRESS, first=True)

    assert told.startswith("The members of the Security Council ")
    assert verb.endswith("s")
    past = told.removeprefix("The members of the Security Council ").split()[0].rstrip(",")
    assert past.endswith("ed") or past == "took"
    assert past != verb


def test_the_three_registers_of_one_clause():
    s = everything()
    act = "bar the procurement from the DPRK of all goods of HS chapters 25, 26 and 71 to 81"
    clause = Clause("mineral_metal_exports", 5)
    found = {form: words.register(s, clause, form) for form in words.FORMS}

    assert found == {
        "resolution": f"*Decides* that all Member States shall {act};",
        PRESIDENTIAL: f"The Council calls upon all Member States to {act}.",
        PRESS: f"They called upon all Member States to {act}.",
    }
    blame = Clause("condemnation", 2)
    assert words.register(s, blame, PRESS, first=True).startswith(
        "The members of the Security Council expressed their grave concern at the nuclear test"
    )
    review = words.register(s, Clause("review_trigger", 1), PRESS)
    assert review.startswith("They affirmed that the Council would keep the situation under review")


@pytest.mark.parametrize("form", [PRESIDENTIAL, PRESS])
def test_whole_texts_print_as_statements(form):
    record = text_of(scenario().record)
    found = words.document(scenario(), record, form=form).paragraphs
    said = [p for p in found if p.measure]

    assert {p.measure for p in said} == set(record)
    assert all(p.number == 0 for p in found)
    assert said[0].measure == "condemnation"
    whole = {PRESIDENTIAL: "The Security Council ", PRESS: "The members of the Security Council "}
    assert [p.plain.startswith(whole[form]) for p in said] == [True] + [False] * (len(said) - 1)


OF_CRISES = [
    (id, m.id, level)
    for id in scenario_ids()
    for m in load_scenario(id).measures
    for level in range(1, m.top + 1)
]
"""Every level that a shipped crisis has in play, measures of its own among them."""


@pytest.mark.parametrize("form", [PRESIDENTIAL, PRESS])
def test_what_a_crisis_has_in_play_is_told_in_the_tense_of_its_product(form):
    """Reported speech has no verb of the Council's own in the present, nor a 'will'."""
    verbs = "decides|welcomes|encourages|expresses|stresses|calls upon|reaffirms"
    for id, measure, level in OF_CRISES:
        text = words.register(load_scenario(id), Clause(measure, level), form)
        first = text.split()[2 if form == PRESIDENTIAL else 1].rstrip(",")
        well_set(text)
        if form == PRESIDENTIAL:
            assert first.endswith("s"), text
            continue
        assert first.endswith("ed") or first in ("took", "found"), text
        assert not re.search(rf"\b(will|shall|this Council|{verbs})\b", _without_unless(text)), text


def _without_unless(text):
    """Leave out what is said of a later act of the Council."""
    return text.replace("unless the Council decides otherwise", "")


def test_reported_speech_moves_what_was_said_to_come_and_what_had_been():
    s, iran, july = everything(), load_scenario("iran_2010"), load_scenario("hwasong_14")
    found = [
        words.register(s, Clause("review_trigger", 4), PRESS),
        words.register(s, Clause("humanitarian_exemption", 2), PRESS),
        words.register(iran, Clause("fuel_swap", 3), PRESS),
        words.register(iran, Clause("review_clause", 2), PRESS),
        words.register(july, Clause("missile_class", 1), PRESS),
        words.register(july, Clause("missile_class", 3), PRESS),
    ]

    assert "if the DPRK conducted a further nuclear test" in found[0]
    assert "the Council would act to restrict" in found[0]
    assert "are not meant to have adverse" in found[1]
    assert found[2].startswith("They welcomed the declaration of 17 May 2010")
    assert "and expressed their intention to consider further steps" in found[2]
    assert found[3].startswith("They affirmed that the Council would suspend these measures")
    assert found[4].startswith("They noted that the DPRK had stated")
    assert found[5].startswith("They found that the missile")


@pytest.mark.parametrize("id", scenario_ids())
def test_a_statement_of_a_crisis_has_the_register_in_which_it_would_come_back(id):
    """First text and softened text of one product begin alike, in one tense."""
    s = load_scenario(id)
    for it in s.statements:
        again = words.product(s, it, reworded=True)
        if it.product == "elements":
            assert it.text.startswith("The President told the press that ")
            continue
        opening = {"press": "The members of the Security Council ", "prst": "The Security Council "}
        assert it.text.startswith(opening[it.product])
        assert again.startswith(opening[it.product])
        assert not re.search(r"\b(will|condemn|condemns)\b", it.text) or it.product == "prst"


# -- annexes, words and brackets in a resolution


def test_each_annex_is_cited_by_its_paragraph_in_the_order_of_the_text():
    s = everything()
    draft = text_of({"designate_individuals": 2, "designate_entities": 2, "luxury_goods": 3})
    document = words.document(s, draft)
    found = {a.measure: a for a in document.annexes}

    assert [a.numeral for a in document.annexes] == ["I", "II", "III"][: len(found)]
    assert {"designate_individuals", "designate_entities"} <= set(found)
    for p in document.paragraphs:
        if p.measure in found:
            assert f"annex {found[p.measure].numeral}" in p.plain
            assert found[p.measure].paragraph == p.number
    numbers = [a.paragraph for a in document.annexes]
    assert numbers == sorted(numbers)


def test_an_annex_lists_as_many_as_its_clause_says():
    s = everything()
    wide = wording.with_choice(s, Clause("designate_individuals", 2), "n_ind", 3)
    drafts = [({}, "sixteen", 16), ({"designate_individuals": wide}, "twenty", 20)]
    for changed, says, many in drafts:
        text = {**text_of({"designate_individuals": 2}), **changed}
        document = words.document(s, text)
        found = next(a for a in document.annexes if a.measure == "designate_individuals")
        cited = next(p for p in document.paragraphs if p.measure == "designate_individuals")

        assert f"the {says} individuals in annex {found.numeral}" in cited.plain
        assert len(found.lines) == many
        assert found.lines[0].startswith("1. ")
        assert found.lines[-1].startswith(f"{many}. ")
        assert len(set(found.entries)) == many


def test_ships_without_names_are_numbered_and_goods_are_listed_in_words():
    s = everything()
    found = {
        a.measure: a for a in words.annexes(s, text_of({"designate_vessels": 4, "luxury_goods": 3}))
    }

    assert len(found["designate_vessels"].entries) == 31
    assert found["designate_vessels"].entries[30].startswith("Vessel 31,")
    assert "Yachts" in found["luxury_goods"].entries


def test_a_measure_without_a_list_prints_numbered_entries():
    s = evolve(everything(), annexes={})
    (found,) = words.annexes(s, text_of({"luxury_goods": 3}))

    assert found.title == s.measure("luxury_goods").name
    assert found.lines == ("1. Entry 1", "2. Entry 2", "3. Entry 3")


@pytest.mark.parametrize("id", scenario_ids())
def test_every_annex_that_a_clause_can_cite_has_a_list_in_the_shipped_crises(id):
    s = load_scenario(id)
    levels = [
        Clause(m.id, n)
        for m in s.measures
        for n in range(1, m.top + 1)
        if m.part == "operative" and needs_annex(s, Clause(m.id, n))
    ]
    for clause in levels:
        (found,) = words.annexes(s, {clause.measure: clause})
        assert found.entries
        assert found.title == s.annexes[clause.measure].title


@pytest.mark.parametrize("seed", range(40))
def test_no_paragraph_cites_an_annex_that_is_not_there(seed):
    luck = any_luck("annexes", seed)
    s = everything()
    document = words.document(s, random_draft(s, luck))
    cited = {n for p in document.paragraphs for n in re.findall(r"annex ([IVX]+)\b", p.plain)}

    assert cited == {a.numeral for a in document.annexes}


def test_words_stand_between_commas_and_numbers_where_they_were_chosen():
    s = everything()
    soft = Clause("mineral_metal_exports", 2, "", "as_appropriate", "directly_or_indirectly")
    text = words.printed(s, soft)

    assert text.endswith("rare earth minerals, directly or indirectly, as appropriate;")
    late = wording.with_choice(s, Clause("mineral_metal_exports", 4), "grace_days", 0)
    value = next(p for p in s.parameters if p.id == "grace_days").choices[0].value
    assert f"with {value} days to clear" in words.printed(s, late)


def test_what_is_disputed_stands_in_brackets_with_the_initials_of_who_disputes_it():
    s = scenario()
    draft = text_of({"flights": 3, "condemnation": 5})
    two, none = Clause("flights", 2), Clause("flights", 0)
    asked = {
        "flights": (("CHN", two), ("RUS", two), ("VEN", none)),
        "crude_oil": (("JPN", Clause("crude_oil", 2)),),
    }
    document = words.document(s, draft, brackets=asked)
    (flights,) = [p for p in document.paragraphs if p.measure == "flights"]

    assert flights.bracketed
    assert flights.plain.startswith("[Decides that all Member States shall deny")
    assert "[CHN, RUS: " in flights.plain
    assert flights.plain.endswith("[VEN: delete]")
    assert [p.plain[:6] for p in document.proposals] == ["[JPN: "]
    assert not any(p.bracketed for p in document.paragraphs if p.measure != "flights")


# -- what changed


@pytest.mark.parametrize("seed", range(30))
def test_words_alone_are_a_change_with_its_own_line(seed):
    s, luck = scenario(), any_luck("reworded", seed)
    for m in s.measures:
        old = Clause(m.id, luck.randint(s.floor(m.id), m.top))
        new = random_words(s, luck, old)
        if old.level == 0 or new == old:
            continue
        (change,) = words.diff(s, {m.id: old}, {m.id: new})

        assert (change.before, change.after) == (old.level, old.level)
        weaker = wording.is_softened(s, new)
        assert (change.sign == "-") is weaker
        assert change.text.startswith(words.measure(s, m.id) + ": ")
        assert not set("{}_") & set(change.text)
        assert any(run.mark for run in change.runs)


def test_a_small_edit_says_so():
    s = scenario()
    old = Clause("coal_iron_exports", 3)
    soft, other = evolve(old, softener="national_law"), evolve(old, verb="urges")

    assert words.diff(s, {old.measure: old}, {old.measure: soft})[0].small
    assert not words.diff(s, {old.measure: old}, {old.measure: other})[0].small
    assert words.diff(s, {old.measure: old}, {old.measure: soft})[0].text == (
        "Coal, iron and iron ore: with “in accordance with national legislation and consistent "
        "with international law”"
    )
