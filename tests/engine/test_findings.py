"""What the experts found argues in the next text: a reason for all, a chance for the pen."""

from functools import cache

import numpy as np
import pytest
from attrs import evolve

from game import engine
from game.ai import mind, season, speaking, why, wishing
from game.content import load_scenario
from game.engine import chain, consensus, opinion
from game.engine.actions import Ask, Back
from game.engine.record import Clause, Finding, Followup, Notice, Record, public
from game.engine.terms import Circle, Phase
from game.words import season as words
from tests.build import any_luck, play_on, random_draft

COAL = "coal_iron_exports"
CARGO = "cargo_inspection"


def found(measure=COAL, size=1000, flow="coal", channel="false_papers"):
    return Finding(flow, channel, size, measure, published=True)


def text(s, **levels):
    return opinion.text_of({**opinion.plain(s), **levels})


def points(s, record, draft, seat="CHN"):
    """Return what findings add to the sum of a seat."""
    reasons = opinion.dealing_reasons(s, record, seat, draft)
    return sum(r.points for r in reasons if r.key == "finding")


def test_a_text_that_goes_further_on_what_was_found_wins_points_with_everybody():
    s = load_scenario("resolution_2321")
    record, base = Record(findings=(found(),)), s.base(COAL)

    for seat in s.seats:
        assert points(s, record, text(s, **{COAL: base + 1}), seat) == s.season.argument.points
        assert points(s, record, text(s, **{COAL: base}), seat) == 0


def test_a_small_leak_argues_less_and_still_argues():
    s = load_scenario("resolution_2321")
    further = text(s, **{COAL: s.base(COAL) + 1})
    whole = s.season.argument.points

    assert points(s, Record(findings=(found(size=500),)), further) == whole // 2
    assert points(s, Record(findings=(found(size=1),)), further) == 1


def test_softened_words_that_bind_no_more_close_nothing():
    s = load_scenario("resolution_2321")
    base = s.base(COAL)
    soft = next(m.id for m in s.modifiers if m.kind == "softener")
    draft = {**text(s), COAL: Clause(COAL, base + 1, softener=soft)}

    assert points(s, Record(findings=(found(),)), draft) == 0


def test_all_findings_together_count_up_to_a_limit():
    s = load_scenario("resolution_2321")
    ids = [m.id for m in s.measures if m.restrictive and s.base(m.id) < m.top][:5]
    record = Record(findings=tuple(found(id, flow=id) for id in ids))
    further = text(s, **{id: s.base(id) + 1 for id in ids})

    assert points(s, record, further) == s.season.argument.most


@pytest.mark.parametrize("id", ["resolution_2321", "hwasong_14"])
def test_findings_count_alike_in_the_sum_and_in_tables(id):
    """Forty texts, verbs swapped; the sum shown is the sum used."""
    s, luck = load_scenario(id), any_luck("found", id)
    ids = [m.id for m in s.measures][::5]
    record = Record(findings=tuple(found(m, size=200 * at + 1, flow=m) for at, m in enumerate(ids)))
    drafts = [random_draft(s, luck) for _ in range(40)]
    rows = np.stack([consensus.row(s, draft) for draft in drafts])
    tables = consensus.dealings(s, record, rows)

    assert tables.any()
    for at, draft in enumerate(drafts):
        for seat, told in zip(s.seats, tables[at].tolist(), strict=True):
            assert opinion.total(tuple(opinion.dealing_reasons(s, record, seat, draft))) == told


def test_everybody_knows_what_was_published():
    record = Record(findings=(found(),))

    assert public(record).findings == record.findings


def test_where_nobody_follows_a_text_up_findings_argue_nothing():
    s = evolve(load_scenario("resolution_2321"), season=None)

    assert opinion.arguments(s, Record(findings=(found(),))) == {}


# -- from one sitting to the next


def ended(**changes):
    """Return the first sitting of the campaign, played to its end, with another record."""
    short = evolve(load_scenario("campaign_2016_2017"), rounds=1, practice=())
    end = play_on(engine.new_game(short), 5).end
    whole = evolve(end, scenario=load_scenario("campaign_2016_2017"))
    return evolve(whole, record=evolve(whole.record, **changes))


def test_the_next_sitting_opens_with_what_was_published_and_not_with_what_was_held():
    held = Finding("seafood", "false_papers", 300, "seafood_exports")
    state = ended(followup=Followup(findings=(found(), held)))

    assert chain.following(state).record.findings == (found(),)


def test_what_a_text_closed_is_argued_no_more():
    state = ended(findings=(found(), found(CARGO, flow="workers")))
    further = {COAL: Clause(COAL, state.scenario.base(COAL) + 1)}
    adopted = evolve(
        state,
        versions=(evolve(state.versions[0], clauses=further, number=1),),
        blue=1,
        tally=evolve(state.tally, adopted=True),
    )

    assert [f.measure for f in chain.following(adopted).record.findings] == [CARGO]


# -- computers


def at_work(seat, **levels):
    """Return what a seat sees of a sitting in which coal was found to pass."""
    state = evolve(
        play_until_consultations(),
        record=Record(day=20, findings=(found(),)),
    )
    shown = evolve(
        state.versions[0],
        number=1,
        clauses=text(state.scenario, **levels),
        circle=Circle.ALL,
    )
    state = evolve(state, versions=(shown,), queue=(seat,))
    return engine.observe(state, seat)


@cache
def play_until_consultations():
    """Return a sitting as its consultations begin."""
    s = load_scenario("resolution_2321")
    return play_on(engine.new_game(s), 3, until=lambda t: t.phase is Phase.SQUEEZE).end


def test_somebody_asks_for_the_clause_that_closes_what_was_found_and_says_why():
    asked = []
    for seat in play_until_consultations().scenario.seats:
        o = at_work(seat)
        asked += [(o, w) for w in wishing.wishes(o) if w.measure == COAL]
    assert asked
    reasons = {why(o, Ask(o.seat, COAL, w.level)).key for o, w in asked}
    assert "found" in reasons


def test_a_seat_that_gains_backs_in_public_what_closes_a_leak():
    s = load_scenario("resolution_2321")
    level = s.base(COAL) + 1
    backed = {
        seat
        for seat in s.seats
        if Back(seat, COAL) in tuple(speaking.marks(at_work(seat, **{COAL: level})))
    }

    assert backed
    for seat in backed:
        o = at_work(seat, **{COAL: level})
        row = mind.own_table(o)[[m.id for m in s.measures].index(COAL)]
        gain = int(row[level] - row[s.base(COAL)]) + s.season.argument.points
        instructed = any(a.measure == COAL for a in mind.brief(o).aims)
        assert gain > 0 or instructed


def test_a_capital_puts_off_a_report_on_its_own_border_once_and_not_for_ever():
    o = at_work("CHN")
    notice = Notice("publish", "coal")
    halves = [evolve(o, record=evolve(o.record, followup=Followup(half=n))) for n in (1, 2)]

    assert [season.holds(half, notice) for half in halves] == [True, False]


# -- words


def test_a_finding_is_told_by_its_flow_and_its_way_round():
    s = load_scenario("resolution_2321")

    assert words.found(s, found()) == (
        "the experts found a way round it: coal to China, false papers"
    )


def test_the_measure_that_closes_a_leak_says_what_was_found_and_what_closing_it_wins():
    s = load_scenario("resolution_2321")
    lines = words.argued(s, Record(findings=(found(size=640),)), COAL)

    assert len(lines) == 1
    assert lines[0].startswith(
        "the experts found a way round it: coal to China, false papers (64 %"
    )
    assert lines[0].endswith("a text that goes further wins +3 with everybody")
    assert words.argued(s, Record(), COAL) == ()
