"""The sum shown is the sum used: reasons for one text, tables for many, one truth."""

from itertools import pairwise, product

import numpy as np
import pytest
from attrs import evolve

from game.engine import consensus, lint, opinion, wording
from game.engine.record import Clause, Mark, Pledge, Record, Showing
from game.engine.terms import Ballot, Circle, Phrase
from tests.build import QUICK, RANDOM, any_luck, played, random_draft, random_minds, scenario

IDS = ("resolution_2270", "first_sitting")
GAMES = [(id, seed, who) for id in IDS for seed, who in ((1, QUICK), (2, QUICK), (3, RANDOM))]
SHOWN = (Showing(1, Circle.ALL, 1),)


def records(id, seed, who):
    """Return six records of a game, from its first round to its end."""
    states = [state for state in played(id, seed, who).states if state.round]
    return [states[at * (len(states) - 1) // 5].record for at in range(6)]


@pytest.mark.parametrize(("id", "seed", "who"), GAMES)
def test_reasons_add_up_to_the_tables(id, seed, who):
    """Forty texts, verbs swapped, with six records: promises, marks and phrases of a game."""
    s, luck = scenario(id), any_luck("sum", id, seed)
    drafts = [random_draft(s, luck) for _ in range(40)]
    rows = np.stack([consensus.row(s, draft) for draft in drafts])
    for record in records(id, seed, who):
        own = consensus.own_sums(s, rows, record.stock)
        extra = consensus.shared(s, record) + consensus.dealings(s, record, rows)
        for mind, (seat, variant) in enumerate(consensus.model(s).minds):
            at = luck.randrange(len(drafts))
            margin = luck.choice(list(opinion.MARGINS))

            found = opinion.reasons(s, record, seat, variant, margin, drafts[at])
            tables = own[at, mind] + extra[at, s.seats.index(seat)] + margin
            assert opinion.total(found) == tables, (seat, variant, drafts[at])


@pytest.mark.parametrize("id", IDS)
def test_own_reasons_of_every_mind_add_up_to_the_tables(id):
    """A hundred and twenty texts for every seat and variant: some five thousand sums."""
    s, luck = scenario(id), any_luck("own", id)
    drafts = [random_draft(s, luck) for _ in range(120)]
    rows = np.stack([consensus.row(s, draft) for draft in drafts])
    for stock in (0, 46, 61):
        own = consensus.own_sums(s, rows, stock)
        for mind, (seat, variant) in enumerate(consensus.model(s).minds):
            for at in range(stock % 3, len(drafts), 3):
                found = opinion.own_reasons(s, seat, variant, drafts[at], stock)
                assert opinion.total(found) == own[at, mind], (seat, variant, drafts[at])


@pytest.mark.parametrize("id", IDS)
def test_a_text_survives_being_made_a_row(id):
    s, luck = scenario(id), any_luck("row", id)
    for _ in range(200):
        draft = random_draft(s, luck)

        assert consensus.draft_of(s, consensus.row(s, draft)) == draft


@pytest.mark.parametrize("id", IDS)
def test_the_legal_gates_say_the_same_of_one_text_and_of_many(id):
    s, luck = scenario(id), any_luck("gates", id)
    drafts = [random_draft(s, luck) for _ in range(400)]

    rows = np.stack([consensus.row(s, draft) for draft in drafts])
    assert list(consensus.allowed(s, rows)) == [not lint.errors(s, draft) for draft in drafts]


@pytest.mark.parametrize("id", IDS)
def test_neighbours_are_all_texts_that_differ_in_one_measure(id):
    s, luck = scenario(id), any_luck("near", id)
    text = consensus.row(s, random_draft(s, luck, swaps=False))

    near = consensus.neighbours(s, text)
    assert ((near != text).sum(axis=1) == 1).all()
    assert len(np.unique(near, axis=0)) == len(near)
    assert len(near) == sum(m.top - s.floor(m.id) for m in s.measures)
    for other in near:
        for id_, clause in consensus.draft_of(s, other).items():
            assert clause.level >= s.floor(id_)


@pytest.mark.parametrize("id", IDS)
def test_ballots_follow_from_sums(id):
    s, luck = scenario(id), any_luck("ballots", id)
    for record, _ in product(records(id, 1, QUICK), range(8)):
        draft, minds = random_draft(s, luck), random_minds(s, luck)

        for seat, ballot in consensus.ballots(s, record, minds, draft).items():
            points = opinion.total(opinion.reasons(s, record, seat, *minds[seat], draft))
            expected = Ballot.ABSTAIN
            if points >= s.briefs[seat].yes_at:
                expected = Ballot.YES
            elif points < opinion.refuses_below(s, record, seat):
                expected = Ballot.NO
            assert ballot is expected


def test_phrases_cover_the_line_without_gap_or_overlap():
    """A phrase is true from its lowest sum on, up to the next; a yes is a yes in words."""
    for id in IDS:
        for brief in scenario(id).briefs.values():
            for points in range(-140, 80):
                phrase = opinion.phrase_for(brief, points)

                true = [p for p in Phrase if holds(brief, p, points)]
                assert true[0] is phrase
                assert (phrase.points >= 1) is (points >= brief.yes_at)


def holds(brief, phrase, points):
    low = opinion.lowest(brief, phrase)
    return low is None or points >= low


def test_each_phrase_covers_at_least_three_points():
    for id in IDS:
        for brief in scenario(id).briefs.values():
            lows = [opinion.lowest(brief, phrase) for phrase in Phrase][:-1]

            assert all(high - low >= 3 for high, low in pairwise(lows))


def clauses(s, seat, measure, level, verb=""):
    """Return the reasons of one clause under each variant of a seat's brief."""
    for variant in s.briefs[seat].variants:
        yield opinion.clause_reasons(s, seat, variant.id, Clause(measure, level, verb))


@pytest.mark.parametrize("id", IDS)
def test_a_reluctant_seat_never_gains_from_a_measure_that_stays_in_force(id):
    s = scenario(id)
    for seat in (seat for seat in s.seats if s.briefs[seat].reluctant):
        for m in (m for m in s.measures if m.carries == "regime"):
            for level in range(s.floor(m.id), m.top + 1):
                for found in clauses(s, seat, m.id, level):
                    assert all(r.points <= 0 for r in found if r.key == "clause")


def test_china_and_russia_are_the_reluctant_seats_of_2016():
    s = scenario()

    assert [seat for seat in s.seats if s.briefs[seat].reluctant] == ["CHN", "RUS"]


def test_leaving_the_regime_as_it_is_costs_and_wins_nothing():
    s = scenario()
    for seat, m in product(s.seats, s.measures):
        if m.carries == "regime":
            for found in clauses(s, seat, m.id, s.base(m.id)):
                assert [r for r in found if r.key in ("clause", "range", "rider")] == []


def red_cells(s):
    """Yield seat, measure and level of every red line from above."""
    for m in s.measures:
        for seat in s.seats:
            stand = opinion.stands(s, seat, s.briefs[seat].variants[0].id).get(m.id)
            if stand and stand.red_from is not None:
                yield seat, m, stand.red_from


def test_a_red_line_from_above_costs_a_hundred_once():
    cells = list(red_cells(scenario()))
    assert cells
    for seat, m, red_from in cells:
        for level in range(scenario().floor(m.id), m.top + 1):
            for found in clauses(scenario(), seat, m.id, level):
                crossed = [r.points for r in found if r.key == "red_line"]
                beyond = level >= red_from and level > scenario().base(m.id)
                below = crossed and not beyond  # A red line from below, on the same measure.
                assert below or crossed == ([opinion.RED_LINE] if beyond else [])


def test_a_red_line_does_not_bind_below_demands():
    s = scenario()
    tried = 0
    for seat, m, red_from in red_cells(s):
        for level in range(red_from, m.top + 1):
            if m.level(level).regular and level > s.base(m.id):
                for verb in s.verbs:
                    for found in clauses(s, seat, m.id, level, verb.verb):
                        binds = verb.cost >= s.verb("demands").cost
                        assert any(r.key == "red_line" for r in found) is binds
                        tried += 1
    assert tried


def test_a_swapped_verb_costs_in_proportion_to_its_price():
    """Points times the verb's cost over the cost of the level's own verb, rounded down."""
    s = scenario()
    for seat, m, verb in product(s.seats, s.measures, s.verbs):
        for level in range(max(1, s.floor(m.id)), m.top + 1):
            if m.level(level).regular:
                own = s.verb(m.level(level).verb).cost
                pairs = zip(
                    clauses(s, seat, m.id, level),
                    clauses(s, seat, m.id, level, verb.verb),
                    strict=True,
                )
                for plain_, swapped in pairs:
                    before = {r.key: r.points for r in plain_ if r.key != "red_line"}
                    after = {r.key: r.points for r in swapped if r.key != "red_line"}
                    assert after == {k: p * verb.cost // own for k, p in before.items()}


def test_a_weaker_verb_stops_less_and_never_adds_pressure():
    s = scenario()
    for m, verb in product(s.measures, s.verbs):
        for level in range(max(1, s.floor(m.id)), m.top + 1):
            found = m.level(level)
            if found.regular and verb.strength <= s.verb(found.verb).strength:
                weak = wording.effect_of(s, Clause(m.id, level, verb.verb))
                assert weak.revenue <= found.effect.revenue
                assert weak.fuel <= found.effect.fuel
                if m.category != "humanitarian":
                    pressure = opinion.added_twentieths(s, Clause(m.id, level))
                    changed = Clause(m.id, level, verb.verb)
                    assert opinion.added_twentieths(s, changed) <= pressure


def test_a_red_line_that_needs_another_measure_binds_only_with_it():
    """No exemption, no text: it binds once the text touches what people live on."""
    s = scenario()
    bound = [
        (seat, variant.id, id, stand)
        for seat in s.seats
        for variant in s.briefs[seat].variants
        for id, stand in opinion.stands(s, seat, variant.id).items()
        if stand.red_below is not None and stand.binds_when
    ]
    assert bound
    for seat, variant, id, stand in bound:
        silent = {m.id: s.base(m.id) for m in s.measures} | {id: stand.red_below - 1}
        quiet = {t.measure: min(silent[t.measure], t.level - 1) for t in stand.binds_when}
        touched = {t.measure: t.level for t in stand.binds_when}

        without = opinion.joint_reasons(s, seat, variant, opinion.text_of(silent | quiet))
        with_it = opinion.joint_reasons(s, seat, variant, opinion.text_of(silent | touched))
        kept = opinion.text_of(silent | touched | {id: stand.red_below})
        assert id not in [r.cause for r in without]
        assert id in [r.cause for r in with_it]
        assert id not in [r.cause for r in opinion.joint_reasons(s, seat, variant, kept)]


def test_words_of_the_last_text_are_dear_to_lose():
    s = scenario()
    found = opinion.clause_reasons(s, "CHN", "stability_first", Clause("six_party_talks", 1))

    lost = [r.points for r in found if r.key == "agreed_words"]
    salience = opinion.stands(s, "CHN", "stability_first")["six_party_talks"].salience
    assert lost == [-3 * salience * (s.base("six_party_talks") - 1)]


def test_pressure_above_tolerance_costs_three_points_each():
    s = scenario()
    heavy = opinion.text_of({m.id: m.top for m in s.measures})
    pressure = opinion.pressure_of(s, heavy)
    for seat in s.seats:
        for variant in s.briefs[seat].variants:
            found = opinion.own_reasons(s, seat, variant.id, heavy, 46)
            over = pressure - opinion.tolerance_of(s.briefs[seat], variant, 46)
            cost = [r.points for r in found if r.key == "pressure"]
            assert cost == ([-3 * over] if over > 0 else [])


def test_tolerance_grows_with_provocation():
    china = scenario().briefs["CHN"]
    variant = china.variants[0]

    assert opinion.tolerance_of(china, variant, 46 + china.grows) == 1 + opinion.tolerance_of(
        china, variant, 46
    )


def shared(record, seat):
    """Return points by kind of what procedure and the others add."""
    return {r.key: r.points for r in opinion.shared_reasons(scenario(), record, seat)}


def test_a_text_seen_a_day_before_blue_is_resented():
    early, late = Record(day=3, showings=SHOWN), Record(day=2, showings=SHOWN)

    assert "late_sight" not in shared(early, "SEN")
    assert shared(late, "SEN")["late_sight"] == -3
    assert shared(Record(day=9), "SEN")["late_sight"] == -3


def test_late_sight_after_a_demand_is_resented_twice_as_much():
    assert shared(Record(day=9, demanded=("SEN",)), "SEN")["late_sight"] == -6


def test_the_inner_two_are_never_late():
    assert "late_sight" not in shared(Record(day=9), "CHN")
    assert "late_sight" not in shared(Record(day=9), "USA")


def test_a_circle_that_leaves_a_seat_out_does_not_count_as_sight():
    shown = (Showing(1, Circle.P5, 1), Showing(2, Circle.ALL, 20))

    assert "late_sight" not in shared(Record(day=21, showings=shown), "FRA")
    assert shared(Record(day=21, showings=shown), "SEN")["late_sight"] == -3


def test_an_ally_pulls_by_what_it_says_in_public():
    pull = scenario().briefs["JPN"].weights.us_pull
    base = Record(day=9, showings=SHOWN)
    assert pull

    for phrase in Phrase:
        found = shared(evolve(base, phrases={"USA": phrase}), "JPN")
        assert found.get("pull", 0) == pull * phrase.points


def test_unity_counts_others_on_record_as_going_along():
    base = Record(day=9, showings=SHOWN)
    unity = scenario().briefs["SEN"].unity
    for many in range(15):
        others = [seat for seat in scenario().seats if seat != "SEN"][:many]
        record = evolve(base, phrases=dict.fromkeys(["SEN", *others], Phrase.GOES_ALONG))

        assert shared(record, "SEN").get("unity", 0) == unity * many // 6


def test_a_veto_is_dear_and_cheaper_in_company():
    s, china = scenario(), scenario().briefs["CHN"]
    alone, with_russia = Record(), Record(phrases={"RUS": Phrase.OPPOSES})
    with_two = Record(phrases={"RUS": Phrase.OPPOSES, "GBR": Phrase.DIFFICULTY})
    price = china.veto_price
    assert price

    assert opinion.refuses_below(s, alone, "CHN") == china.no_at - price
    assert opinion.refuses_below(s, with_russia, "CHN") == china.no_at - price + price // 2
    assert opinion.refuses_below(s, with_two, "CHN") == china.no_at - price + 2 * (price // 2)
    assert opinion.refuses_below(s, with_two, "SEN") == s.briefs["SEN"].no_at


def dealings(record, seat, levels):
    """Return kinds and points of what promises and marks add for a text."""
    text = opinion.text_of(opinion.plain(scenario()) | levels)
    return [(r.key, r.points) for r in opinion.dealing_reasons(scenario(), record, seat, text)]


def test_a_broken_promise_costs_nine_and_a_kept_one_brings_two():
    record = Record(pledges=(Pledge("VEN", "coal_iron_exports", 2, upward=False),))

    assert dealings(record, "VEN", {"coal_iron_exports": 2}) == [("ask_stands", 2)]
    assert dealings(record, "VEN", {"coal_iron_exports": 3}) == [("pledge_broken", -9)]
    assert dealings(record, "SEN", {"coal_iron_exports": 3}) == [("word_doubted", -1)]


def test_only_the_first_two_granted_asks_count():
    some = ("coal_iron_exports", "aviation_fuel", "flights")
    record = Record(pledges=tuple(Pledge("VEN", m, 0, upward=True) for m in some))

    assert dealings(record, "VEN", {}) == [("ask_stands", 2)] * 2


def test_a_clause_that_goes_as_a_seat_said_in_public_is_worth_a_point():
    backed = Record(marks=(Mark("JPN", "flights", 3, backed=True),))
    opposed = Record(marks=(Mark("VEN", "flights", 3, backed=False),))

    assert dealings(backed, "JPN", {"flights": 3}) == [("mark", 1)]
    assert dealings(backed, "JPN", {"flights": 2}) == [("mark", -1)]
    assert dealings(opposed, "VEN", {"flights": 2}) == [("mark", 1)]
    assert dealings(opposed, "VEN", {"flights": 3}) == [("mark", -1)]


def test_no_reason_depends_on_the_order_in_which_clauses_were_written():
    s, luck = scenario(), any_luck("order")
    draft = random_draft(s, luck)
    turned = dict(reversed(draft.items()))
    for seat in s.seats:
        variant = s.briefs[seat].variants[0].id
        found = opinion.reasons(s, Record(), seat, variant, 0, draft)
        assert opinion.reasons(s, Record(), seat, variant, 0, turned) == found


def test_a_text_that_names_less_than_the_regime_leaves_it_in_force():
    s = scenario()
    weaker = {"cargo_inspection": Clause("cargo_inspection", 1)}

    assert opinion.level_of(s, weaker, "cargo_inspection") == s.in_force["cargo_inspection"]
    assert opinion.pressure_of(s, weaker) == opinion.pressure_of(s, {})
