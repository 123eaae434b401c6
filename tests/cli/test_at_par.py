"""What the window shows can be read in the terminal: numbers, registers, deals, the season."""

import re

import pytest
from attrs import evolve

from game import engine, words
from game.commands.terminal import acts, clause, deals, pages, season, turn
from game.commands.terminal.bargain import shape
from game.commands.terminal.reading import Misread
from game.engine import opinion
from game.engine.actions import Convene, Object, Offer, StandBy
from game.engine.events import GuestHeard, Tally
from game.engine.followup import season_of
from game.engine.opinion import level_of
from game.engine.record import Clause, Term
from game.engine.terms import Ballot, Phase
from game.session import news
from game.ui.bargain.suggest import field, packages
from game.ui.parts.estimate import estimate
from game.ui.parts.frontier import whole_frontier
from game.words.registers import FORMS, register
from tests.build import played
from tests.ui.screens.sitting import in_phase, play

COAL = "coal_iron_exports"


@pytest.fixture(scope="module")
def china():
    """What China sees in the second round, when it knows a text."""
    return engine.observe(play("CHN", in_phase(Phase.SQUEEZE, 2)), "CHN")


def flat(lines):
    return " ".join(" ".join(lines).split())


def plain(number):
    return float(number.replace("\N{MINUS SIGN}", "-"))


def test_a_clause_is_told_by_its_three_numbers_level_by_level(china):
    lines = list(clause.clauses(china, ["coal"]))
    rows = [re.fullmatch(r" +(\d) +(\d+) +(−?\d+\.\d) +([+−]?\d+)(?:  <- now)?", x) for x in lines]
    told = {int(m[1]): (int(m[2]), plain(m[3]), plain(m[4])) for m in rows if m}

    now = level_of(china.scenario, china.draft, COAL)
    s, variant = china.scenario, china.dealt.variant
    assert set(told) == set(range(s.measure(COAL).top + 1))
    for level in set(told) - {now}:
        it = opinion.three_numbers(s, Clause(COAL, level), "CHN", variant)
        assert told[level] == (it.force, round(it.pressure / 20, 1), -it.price)
    assert sum(x.endswith("<- now") for x in lines) == 1


def test_a_clause_is_told_as_all_three_products_would_have_it(china):
    said = flat(clause.clauses(china, ["coal"]))
    now = china.draft.get(COAL) or Clause(COAL, 1)

    for form in FORMS:
        text = register(china.scenario, now, form, first=True).replace("*", "")
        assert flat([text]) in said


def test_deals_in_reach_are_told_and_can_be_typed_as_they_stand(china):
    found = tuple(packages(china, "USA"))
    said = flat(deals.deals(china, ["usa"]))
    edge = [d for d in field(china, "USA").deals if d.best]

    assert found
    assert edge
    for deal in found:
        assert words.terms(china.scenario, deal.table.take) in said
    typed = [x.strip() for x in deals.deals(china, ["usa"]) if x.strip().startswith("offer ")]
    offers = [acts.read(china, line) for line in typed]
    assert len(offers) >= len(found)
    for offer, deal in zip(offers, found, strict=False):
        assert offer == Offer("CHN", "USA", deal.table.give, deal.table.take)


def test_where_no_deals_are_struck_none_is_in_reach(china):
    alone = evolve(china, scenario=evolve(china.scenario, practice=("meetings",)))

    with pytest.raises(Misread, match="no deals"):
        deals.deals(alone, ["usa"])


def test_hands_tell_that_a_text_would_strain_talks_that_are_under_way(china):
    talking = evolve(china, abroad=evolve(china.abroad, stance=1))

    assert "Adopted, this text would strain what is under way (contact):" in flat(
        pages.hands(talking)
    )
    assert "would strain" not in flat(pages.hands(china))


def test_hands_tell_strength_against_unity_and_who_is_least_content(china):
    said = flat(pages.hands(china))
    found = estimate(china)
    most = max(reach.paper for reach in whole_frontier(china) if reach.votes >= 8.5)

    assert f"Agreement {found.agreement / 1000:.2f} · least content: " in said
    assert f"The most pressure in reach: 9 votes: {words.points(most)}" in said


@pytest.mark.parametrize(
    ("typed", "upward"),
    [("{over}", True), ("{under}", False), ("{over}-", False), ("{under}+", True)],
)
def test_a_bound_leads_the_way_it_goes_from_the_text_unless_a_sign_says_otherwise(
    china, typed, upward
):
    """Under a full ban a wish for a ban with exemptions is a wish for less."""
    now = level_of(china.scenario, china.draft, COAL)
    assert 0 < now < china.scenario.measure(COAL).top
    word = typed.format(over=now + 1, under=now - 1)

    offer = acts.read(china, f"offer usa yes for clause:coal:{word}+sponsor")

    assert offer.take[0].upward is upward
    assert offer.take[1] == Term("sponsor")
    assert offer.give == (Term("vote", ballot=Ballot.YES),)


def test_every_plain_term_is_typed_as_it_is_shown(china):
    terms = [t for d in field(china, "USA").deals for t in (*d.give, *d.take) if t.words is None]

    assert len(terms) > 20
    for term in terms:
        typed = shape(china, term)
        offer = acts.read(china, f"offer usa {typed} for yes")
        assert offer.give == (term,)


def test_the_season_tells_what_winning_brings_and_who_resents_it():
    state = next(s for s in played("hwasong_14", 1).states if s.phase is Phase.ECHO)
    o = engine.observe(state, "USA")
    minded = [p for p in season_of(o.scenario).prospects if any(m in p.minds for m in ("CHN",))]

    said = flat(season.season(o))

    assert minded
    assert said.count("resented by") >= len(minded)
    assert said.count("brings: ") >= 3


def test_how_a_vote_at_the_opening_ended_is_told_before_anything_else_is_asked():
    """Who has objected to a guest is next asked for its position, when others were heard too."""
    states = played("hwasong_14", 1).states
    state = next(s for s in states if s.stage == "opening" and engine.actor(s) == "RUS")
    state = engine.apply(state, Object("RUS", state.record.guests[0]))
    before = engine.observe(state, "RUS")
    while engine.actor(state) != "RUS" or state.stage == "opening":
        legal = engine.legal_actions(state)
        state = engine.apply(state, next((a for a in legal if isinstance(a, StandBy)), legal[0]))
    o = engine.observe(state, "RUS")

    since = o.log[len(before.log) :]
    told = flat(turn.told(o, (), since))
    notes = [note.text for note in news(before, o)]

    met = [e for e in since if isinstance(e, Tally | GuestHeard)]
    assert {type(e) for e in met} == {Tally, GuestHeard}
    assert all(words.say(e, o.scenario) in told for e in met)
    assert all(words.say(e, o.scenario) in notes for e in met)


def test_the_room_that_was_called_is_told_as_the_meeting_opens():
    states = played("hwasong_14", 1).states
    state = next(s for s in states if s.stage == "opening" and engine.actor(s) != "WORLD")
    o = engine.observe(state, engine.actor(state))
    called = next(e for e in o.log if isinstance(e, Convene))

    assert words.say(called, o.scenario) in flat(turn.told(o, (), ()))
