"""What a capital's instructions come to: aims and cables on one line, and how far it can go."""

import pytest
from attrs import evolve

from game.engine import aftermath, opinion
from game.engine.record import Asked, Clause
from game.engine.scenario import Aim, Cable
from game.engine.text import GONE, STANDS, fate
from tests.build import in_consultations, scenario, voted

COAL = "coal_iron_exports"


def cabled(**changes):
    """Return a scenario in which the capital of China can send one cable."""
    return evolve(scenario(), cables=(Cable("k", "CHN", "A cable.", **changes),))


def about(found, measure):
    return [it for it in found if it.aim.measure == measure]


def test_a_cable_about_what_the_brief_wants_is_one_line_with_it_and_the_latest_word_counts():
    s = cabled(measure=COAL, at_most=3, weight=2)
    (before,) = about(opinion.wanted(s, "CHN"), COAL)
    (now,) = about(opinion.wanted(s, "CHN", ("k",)), COAL)

    assert before.aim.at_most == 2
    assert (now.aim.at_most, now.was, now.is_changed) == (3, before.aim, True)
    assert now.aim.weight == before.aim.weight + 2


def test_a_cable_that_says_the_same_again_adds_its_weight_and_changes_nothing():
    s = cabled(measure=COAL, at_most=2, weight=2)
    (now,) = about(opinion.wanted(s, "CHN", ("k",)), COAL)

    assert now.cable == "k"
    assert not now.is_changed


def test_a_cable_about_something_new_is_a_line_of_its_own():
    s = cabled(measure="flights", at_most=1, weight=9)
    first, *rest = opinion.wanted(s, "CHN", ("k",))

    assert (first.aim, first.was) == (Aim("flights", at_most=1, weight=9), None)
    assert len(rest) == len(s.briefs["CHN"].aims)


def test_the_score_goes_by_the_latest_word():
    s = cabled(measure=COAL, at_most=3, weight=40)
    end = voted(in_consultations(s), {})
    heard = evolve(end.dealt["CHN"], cables=("k",))
    text = {COAL: Clause(COAL, 3)}
    plain = evolve(end, versions=(evolve(end.version(end.blue), clauses=text),), blue=1)

    def score(**dealt):
        return aftermath.score(evolve(plain, dealt={**plain.dealt, **dealt}))["CHN"]

    assert aftermath.final_draft(plain) == text
    assert score(CHN=heard) > score() + 20


def test_the_limits_name_every_red_line_that_a_text_can_cross():
    """Whatever makes a capital refuse is told to it beforehand, clause by clause."""
    s = scenario()
    for seat in s.seats:
        for variant in s.briefs[seat].variants:
            told = {it.measure for it in opinion.limits(s, seat, variant.id)}
            for m in s.measures:
                for level in range(1, m.top + 1):
                    reasons = opinion.clause_reasons(s, seat, variant.id, Clause(m.id, level))
                    if any(r.key == "red_line" for r in reasons):
                        assert m.id in told, (seat, variant.id, m.id)


def test_a_ceiling_that_the_instructions_move_is_told_with_the_usual_one():
    found = {it.measure: it for it in opinion.limits(scenario(), "CHN", "firm")}
    usual = {it.measure: it for it in opinion.limits(scenario(), "CHN", "stability_first")}

    assert found[COAL].ceiling == found[COAL].usual - 1
    assert usual[COAL].ceiling is None


@pytest.mark.parametrize(
    ("status", "level", "now"),
    [
        *[("refused", 2, STANDS), ("refused", 1, "refused"), ("ignored", 3, STANDS)],
        *[("granted", 2, "granted"), ("granted", 1, GONE), ("open", 3, "open")],
    ],
)
def test_what_became_of_a_request_is_read_from_the_text(status, level, now):
    ask = Asked(1, "JPN", COAL, 2, upward=True, round=1, status=status)

    assert fate(scenario(), {COAL: Clause(COAL, level)}, ask) == now
    assert fate(scenario(), None, ask) == status
