"""The words of a clause: what is allowed, what they leave of it, and how far it then reaches."""

from itertools import product

import pytest
from attrs import evolve

from game import engine, words
from game.codec import decode, encode
from game.engine import consensus, lint, opinion, wording
from game.engine.actions import PutInBlue, SetClause
from game.engine.recalling import LIST
from game.engine.record import Clause, Pledge, is_small_edit
from game.engine.scenario import Aim, Precedent
from game.engine.wording import effect_of, stands_at, weight
from tests.build import any_luck, at_text, in_consultations, play, random_words, scenario, written

COAL = Clause("coal_iron_exports", 3)
SOFT = evolve(COAL, softener="national_law")


def every_clause(s):
    for m in s.measures:
        for level in range(s.floor(m.id) + 1, m.top + 1):
            yield Clause(m.id, level)


@pytest.mark.parametrize("id", ["resolution_2270", "first_sitting"])
def test_every_wording_survives_being_a_number(id):
    s, luck = scenario(id), any_luck("numbers", id)
    columns = [m.id for m in s.measures]
    for clause in every_clause(s):
        for other in [clause, *(random_words(s, luck, clause) for _ in range(12))]:
            option = consensus.option_of(s, other)

            assert option % consensus.WIDE == other.level
            assert (option < consensus.WIDE) is not other.reworded
            assert consensus.clause_of(s, columns.index(other.measure), option) == other


def test_different_words_have_different_numbers():
    s = scenario()
    for clause in every_clause(s):
        edits = [clause, *wording.small_edits(s, clause)]

        assert len({consensus.option_of(s, c) for c in edits}) == len(edits)


def test_a_softener_takes_off_the_effect_and_the_price_and_leaves_the_force():
    s = scenario()
    soft = next(m for m in s.modifiers if m.id == "national_law")
    whole, left = effect_of(s, COAL), effect_of(s, SOFT)

    assert left.revenue == whole.revenue * soft.strength // 100
    for seat in s.seats:
        for variant in s.briefs[seat].variants:
            plain = opinion.clause_reasons(s, seat, variant.id, COAL)
            softer = opinion.clause_reasons(s, seat, variant.id, SOFT)
            for before, after in zip(plain, softer, strict=True):
                kept = before.key == "red_line"
                assert after.points == (
                    before.points if kept else before.points * soft.price // 100
                )
    strict = evolve(COAL, level=5)
    numbers = [
        opinion.three_numbers(s, c, "CHN")
        for c in (strict, evolve(strict, softener="as_appropriate"))
    ]
    assert numbers[0].force == numbers[1].force == 100
    assert numbers[1].pressure < numbers[0].pressure
    assert 0 < numbers[1].price < numbers[0].price


def test_factors_multiply():
    s = scenario()
    both = evolve(SOFT, hardener="directly_or_indirectly")
    factors = {m.id: m.strength for m in s.modifiers}

    share, whole = weight(s, both).strength
    product_ = factors["national_law"] * factors["directly_or_indirectly"] // 100
    assert 100 * share // whole in (product_, product_ - 1)


def test_a_weaker_verb_has_less_force():
    s = scenario()
    verbs = [v.verb for v in s.verbs]
    found = [opinion.three_numbers(s, evolve(COAL, verb=v), "CHN").force for v in verbs[:-1]]

    assert found == sorted(found)
    assert found[-1] < opinion.three_numbers(s, COAL, "CHN").force == 100


def test_a_softened_clause_reaches_less_than_its_level_and_no_more_than_it_stops():
    s, luck = scenario(), any_luck("reach")
    tried = 0
    for clause in every_clause(s):
        words = random_words(s, luck, clause)
        reached = stands_at(s, {clause.measure: words}, clause.measure)
        if not wording.is_softened(s, words):
            assert reached == clause.level
            continue
        tried += 1
        assert s.floor(clause.measure) <= reached < clause.level
        if reached > s.floor(clause.measure):
            own = effect_of(s, Clause(clause.measure, reached))
            assert wording.twentieths(own) <= wording.twentieths(effect_of(s, words))
            below = Clause(clause.measure, reached)
            assert wording.binding(s, words) or not wording.binding(s, below)
    assert tried > 20


def test_hardened_words_reach_their_level_and_no_further():
    s = scenario()
    hard = evolve(COAL, hardener="directly_or_indirectly")

    assert stands_at(s, {COAL.measure: hard}, COAL.measure) == 3


def test_a_softened_clause_meets_no_aim_and_keeps_no_promise_of_its_level():
    s = scenario()
    at_least, at_most = Aim(measure=COAL.measure, at_least=3), Aim(measure=COAL.measure, at_most=3)
    up, down = (Pledge("JPN", COAL.measure, 3, upward) for upward in (True, False))
    plain, soft = {COAL.measure: COAL}, {COAL.measure: SOFT}

    assert lint.meets(s, plain, at_least)
    assert not lint.meets(s, soft, at_least)
    assert lint.meets(s, soft, at_most)
    assert opinion.keeps(s, plain, up)
    assert not opinion.keeps(s, soft, up)
    assert opinion.keeps(s, soft, down)


def test_a_promise_kept_in_letter_and_softened_in_words_is_broken_in_blue():
    of = scenario()
    state = in_consultations(of, of.record | {"coal_iron_exports": 3})
    pledge = Pledge("JPN", "coal_iron_exports", 3, upward=True, by="USA")
    state = evolve(state, record=evolve(state.record, pledges=(pledge,)))
    while engine.actor(state) != "USA":
        state = play(state, *(a for a in engine.legal_actions(state)[-1:]))
    soft = play(state, SetClause.of("USA", SOFT), PutInBlue("USA"))
    plain = play(state, PutInBlue("USA"))

    assert [p.status for p in plain.record.pledges] == ["kept"]
    assert [p.status for p in soft.record.pledges] == ["broken"]


def refusal(clause, of=None):
    found = wording.fault(of or scenario(), clause)
    return found.key if found else ""


def test_words_are_refused_where_the_clause_has_no_room_for_them():
    s = scenario()
    fixed = next(
        Clause(m.id, n)
        for m in s.measures
        for n, level in enumerate(m.levels, 1)
        if not level.regular and n > s.floor(m.id)
    )
    number = next(c for c in every_clause(s) if wording.parameters(s, c.measure, c.level))
    left = wording.parameters(s, number.measure, number.level)[0]

    assert refusal(SOFT) == ""
    assert refusal(evolve(COAL, softener="directly_or_indirectly")) == "unknown_words"
    assert refusal(evolve(COAL, softener="no_such_words")) == "unknown_words"
    assert refusal(evolve(COAL, params=(("no_such_number", 0),))) == "unknown_words"
    assert refusal(evolve(fixed, softener="as_appropriate")) == "fixed_words"
    assert refusal(evolve(number, params=((left.id, len(left.choices)),))) == "unknown_words"
    assert refusal(evolve(number, params=((left.id, left.default),))) == "own_words"
    assert refusal(evolve(SOFT, level=s.floor(COAL.measure))) == "in_force"
    assert refusal(SOFT, scenario("first_sitting")) == "not_in_play"


def test_the_pen_writes_words_and_the_saved_act_is_the_same():
    state = written(at_text(scenario()), {"coal_iron_exports": 3})
    act = SetClause.of("USA", SOFT)

    assert play(state, act).working["coal_iron_exports"] == SOFT
    assert decode(encode(act), SetClause) == act
    assert act not in engine.legal_actions(state)  # The menu stays finite: levels only.


def test_every_small_edit_is_one_edit_and_allowed():
    s = scenario()
    for clause in every_clause(s):
        for edit in wording.small_edits(s, clause):
            assert is_small_edit(clause, edit)
            assert wording.fault(s, edit) is None


def test_two_edits_or_another_level_or_verb_are_no_small_edit():
    assert not is_small_edit(COAL, COAL)
    assert not is_small_edit(COAL, evolve(COAL, level=4))
    assert not is_small_edit(COAL, evolve(COAL, verb="urges"))
    assert not is_small_edit(COAL, evolve(SOFT, hardener="directly_or_indirectly"))
    assert not is_small_edit(COAL, Clause("crude_oil", 3, softener="national_law"))


def test_small_edits_of_a_text_are_all_texts_one_edit_away():
    s, luck = scenario(), any_luck("edits")
    draft = {c.measure: c for c in every_clause(s) if luck.random() < 0.3}
    rows = consensus.small_edits(s, consensus.row(s, draft))

    assert len(rows) == sum(len(list(wording.small_edits(s, c))) for c in draft.values()) > 0
    for row in rows:
        after = consensus.draft_of(s, row)
        changed = [id for id in draft if after[id] != draft[id]]
        assert len(changed) == 1
        assert is_small_edit(draft[changed[0]], after[changed[0]])


# -- what the Secretariat remarks


def keys(levels, of=None, **clauses):
    s = of or scenario()
    draft = {**opinion.text_of({**opinion.plain(s), **levels}), **clauses}
    return {r.key: r for r in lint.remarks(s, draft)}


def test_shipped_texts_are_without_remark():
    """The texts of 2270 and 2321, read into levels, as they were adopted."""
    for id, name in product(("resolution_2270", "first_sitting"), ("record", "later")):
        s = scenario(id)
        assert keys(getattr(s, name), s) == {}, (id, name)


def test_a_decision_for_all_states_needs_chapter_vii_and_a_threat():
    for gone in ({"chapter_basis": 1}, {"article39_determination": 2}):
        found = [
            r
            for r in lint.remarks(
                scenario(),
                opinion.text_of({**opinion.plain(scenario()), "flights": 4, **gone}),
            )
            if r.error
        ]

        assert found
        assert {r.fix for r in found} == {
            (id, {"chapter_basis": 2, "article39_determination": 3}[id]) for id in gone
        }


def test_a_call_upon_all_states_needs_no_threat():
    weak = Clause("flights", 4, verb="calls_upon")

    assert "legal_gate" in keys({"flights": 4, "article39_determination": 2})
    assert "legal_gate" not in keys({"article39_determination": 2}, flights=weak)


def test_force_needs_its_chapter_and_its_paragraph():
    of = scenario()
    if of.has("high_seas_interdiction"):
        assert "force" in keys({"high_seas_interdiction": 5})
        assert "automatic" not in keys({"high_seas_interdiction": 5, "chapter_basis": 4})
    found = keys({"chapter_basis": 4})["automatic"]
    assert found.error
    assert found.fix == ("chapter_basis", 2)


def test_heavy_measures_without_aid_and_texts_without_talks_are_remarked_on():
    s = scenario()
    heavy = {m.id: m.top - 1 for m in s.measures if wording.is_good(m)}
    found = keys({**heavy, "humanitarian_exemption": 2})

    assert not found["humanitarian"].error
    assert found["humanitarian"].fix == ("humanitarian_exemption", 3)
    assert "humanitarian" not in keys({**heavy, "humanitarian_exemption": 3})
    assert keys({"six_party_talks": 1})["diplomatic"].fix == ("six_party_talks", 2)


def test_what_is_expected_of_a_text_is_said_by_the_measures_in_play():
    iran = scenario("iran_2010")
    found = keys({"negotiated_solution": 1}, iran)

    assert found["diplomatic"].fix == ("negotiated_solution", 2)
    assert "diplomatic" not in keys({"negotiated_solution": 2}, iran)


def limited(precedents):
    """Return a scenario in which coal is limited already, by texts on file or by none."""
    s = scenario()
    goods = evolve(s.measure("coal_iron_exports"), precedents=precedents)
    others = tuple(goods if m.id == goods.id else m for m in s.measures)
    return evolve(s, measures=others, in_force={**s.in_force, goods.id: 2})


@pytest.mark.parametrize(("recalled", "asks"), [("2094 (2013)", False), ("1718 (2006)", True)])
def test_only_a_text_that_was_adopted_can_be_replaced(recalled, asks):
    """In a campaign the text on file may have failed; then it is not among those recalled."""
    on_file = limited((Precedent("2094 (2013)", "12", checked=True),))
    there = evolve(on_file, words={**on_file.words, LIST: f"resolution {recalled}"})

    assert ("replaces" in keys({"coal_iron_exports": 4}, there)) == asks
    printed = words.printed(there, Clause("coal_iron_exports", 4))
    assert ("the measures in force on the same goods" in printed) == asks


FIRES = {
    "hwasong_14": {"coal_iron_exports": 5, "mineral_metal_exports": 4, "statue_exports": 4},
    "resolution_2321": {"coal_iron_exports": 3, "aviation_fuel": 3, "luxury_goods": 4},
    "resolution_2397": {"crude_oil": 3, "refined_petroleum": 4, "seafood_exports": 4},
}


@pytest.mark.parametrize("id", FIRES)
def test_of_the_crises_some_ask_what_a_stricter_rule_replaces(id):
    """Goods are restricted there, and no paragraph whose source was met says by which text."""
    there = scenario(id)
    for measure, level in FIRES[id].items():
        draft = opinion.text_of({measure: level})
        asked = {r.measure for r in lint.remarks(there, draft) if r.key == "replaces"}

        assert asked == {measure}
        assert "the measures in force on the same goods" in words.printed(there, draft[measure])
        in_force = opinion.text_of({measure: there.base(measure)})
        assert "replaces" not in {r.key for r in lint.remarks(there, in_force)}


def test_a_stricter_rule_that_names_its_paragraph_in_a_crisis_is_not_asked():
    """Paragraph 31 of resolution 2270 (2016) restricts aviation fuel; its source was met."""
    there, draft = scenario("hwasong_14"), opinion.text_of({"aviation_fuel": 3})

    assert there.base("aviation_fuel") == 2
    assert "replaces" not in {r.key for r in lint.remarks(there, draft)}
    assert "paragraph 31 of resolution 2270" in words.printed(there, draft["aviation_fuel"])


def test_a_stricter_rule_for_restricted_goods_asks_what_it_replaces():
    on_file = limited((Precedent("2094 (2013)", "12", checked=True),))

    assert "replaces" in keys({"coal_iron_exports": 4}, limited(()))
    assert "replaces" not in keys({"coal_iron_exports": 2}, limited(()))
    assert "replaces" not in keys({"coal_iron_exports": 4}, on_file)
    assert words.printed(on_file, Clause("coal_iron_exports", 4)).endswith(
        ", this provision replacing paragraph 12 of resolution 2094 (2013);"
    )


def test_the_fix_of_a_remark_removes_it():
    s = scenario()
    for levels in (
        {"flights": 4, "chapter_basis": 1},
        {"flights": 4, "article39_determination": 1},
        {"six_party_talks": 0},
        {"chapter_basis": 4},
        {"coal_iron_exports": 7, "project_exemption": 2},
    ):
        draft = {**opinion.plain(s), **levels}
        for remark in lint.remarks(s, opinion.text_of(draft)):
            if remark.key == "empty":
                continue
            assert remark.fix is not None
            after = opinion.text_of({**draft, remark.fix[0]: remark.fix[1]})
            assert remark not in list(lint.remarks(s, after))
