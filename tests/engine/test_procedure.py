"""A vote of the Council comes out as its rules say, and as it did."""

from itertools import product

import pytest
from attrs import evolve

from game.engine import council
from game.engine.scenario import Delegation
from game.engine.terms import Ballot, Cause
from tests.build import council_of, in_consultations, scenario, voted
from tests.cases.read import clauses, rows
from tests.engine import asked, asked_after

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
ELECTED = ("AGO", "EGY", "ESP", "JPN", "MYS", "NZL", "SEN", "UKR", "URY", "VEN")
BALLOTS = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN, Ballot.NOT_PARTICIPATING, Ballot.ABSENT)


ALL = rows("procedure")
VOTES = [row for row in ALL if "ask" not in row.values[0]]
RULES = [row for row in ALL if "ask" in row.values[0]]
CLAUSES = clauses("clauses")


def hands(seats, counts):
    """Give the first seats the first ballot, and so on; counts as in `cases/procedure.yaml`."""
    cast = [ballot for ballot, many in zip(BALLOTS, counts, strict=True) for _ in range(many)]
    return dict(zip(seats, cast, strict=True))


def splits(seats):
    """Return every way in which so many seats split into yes, no, abstention and absence."""
    counts = product(range(seats + 1), repeat=3)
    return [(y, n, a, 0, seats - y - n - a) for y, n, a in counts if y + n + a <= seats]


def article_27(ballots):
    """Decide a vote by the words of the Charter, seat by seat; slow, and apart from the engine."""
    in_favour = against_among_the_five = 0
    for seat in ballots:
        # 2 and 3: "shall be made by an affirmative vote of nine members"
        if ballots[seat].value == "yes":
            in_favour = in_favour + 1
        # 3: "including the concurring votes of the permanent members"; staying away concurs.
        if seat in {"CHN", "FRA", "GBR", "RUS", "USA"} and ballots[seat].value == "no":
            against_among_the_five = against_among_the_five + 1
    if in_favour >= 9:
        return "adopted" if against_among_the_five == 0 else "veto"
    return "shortfall" if against_among_the_five == 0 else "veto_and_shortfall"


def test_every_split_of_fifteen_seats_comes_out_as_article_27_says():
    """All 56 splits of the five against all 286 of the ten: yes, no, abstention, absence."""
    for five, ten in product(splits(5), splits(10)):
        ballots = hands(PERMANENT, five) | hands(ELECTED, ten)

        cause, vetoes = council.outcome(scenario(), ballots)
        assert cause.value == article_27(ballots), (five, ten)
        assert len(vetoes) == five[1]
        assert council.procedural(scenario(), ballots) is (five[0] + ten[0] >= 9)
        assert council.is_veto(scenario(), ballots) is (article_27(ballots) == "veto")


def test_not_participating_counts_like_absence_in_every_split_of_the_five():
    for five, many in product(splits(5), range(11)):
        away = hands(PERMANENT, five) | hands(ELECTED, (many, 0, 0, 0, 10 - many))
        there = {
            seat: Ballot.NOT_PARTICIPATING if ballot is Ballot.ABSENT else ballot
            for seat, ballot in away.items()
        }

        assert council.outcome(scenario(), there) == council.outcome(scenario(), away)


@pytest.mark.parametrize("case", VOTES)
def test_the_rules_of_procedure_hold(case):
    ballots = hands(PERMANENT, case["permanent"]) | hands(ELECTED, case["elected"])

    cause, vetoes = council.outcome(scenario(), ballots)
    assert cause.value == case["cause"]
    assert len(vetoes) == case["vetoes"]


@pytest.mark.parametrize("case", VOTES)
def test_ballots_cast_in_the_game_are_counted_by_the_same_rules(case):
    ballots = hands(PERMANENT, case["permanent"]) | hands(ELECTED, case["elected"])

    tally = voted(in_consultations(scenario()), ballots).tally
    assert tally.cause.value == case["cause"]
    assert tally.adopted is (case["cause"] == "adopted")
    assert len(tally.vetoes) == case["vetoes"]
    assert tally.count(Ballot.YES) == case["permanent"][0] + case["elected"][0]


@pytest.mark.parametrize("case", RULES)
def test_the_engine_answers_as_the_rules_say(case):
    where = asked if hasattr(asked, case["ask"]) else asked_after
    assert getattr(where, case["ask"])(**case["given"]) == case["answer"]


@pytest.mark.parametrize("clause", CLAUSES)
def test_every_clause_asked_of_the_engine_has_rows_or_a_reason_why_it_has_none(clause):
    held, why = clause.get("rows", ()), clause.get("left_out", "")

    assert bool(held) is not bool(why)
    assert {*held} <= {row.values[0]["id"] for row in ALL}
    assert not why or len(why.split()) >= 6


def test_every_part_of_procedure_with_a_rule_for_the_engine_has_clauses():
    """Twenty-six sections say what an engine is to do; the last one is a list of mistakes."""
    found = [clause.values[0] for clause in CLAUSES]

    assert {clause["section"] for clause in found} == set(range(1, 27))
    assert {clause["section"] for clause in found if clause.get("rows")} == set(range(1, 27))


def recorded(case):
    """Return the members of that day and what they did."""
    members = tuple(
        Delegation(seat, seat, "", permanent=seat in PERMANENT) for seat in case["members"]
    )
    ballots = dict.fromkeys(case["members"], Ballot.YES)
    for key, ballot in (
        ("against", Ballot.NO),
        ("abstaining", Ballot.ABSTAIN),
        ("not_participating", Ballot.NOT_PARTICIPATING),
        ("absent", Ballot.ABSENT),
    ):
        ballots |= dict.fromkeys(case.get(key, ()), ballot)
    return evolve(scenario(), delegations=members), ballots


@pytest.mark.parametrize("case", rows("votes"))
def test_a_vote_of_the_record_comes_out_as_it_did(case):
    then, ballots = recorded(case)

    cause, vetoes = council.outcome(then, ballots)
    carried = council.procedural(then, ballots)
    assert len(ballots) == 15
    assert sum(ballot is Ballot.YES for ballot in ballots.values()) == case["in_favour"]
    if case["kind"] == "procedural":
        assert carried is case["adopted"]
    else:
        assert (cause is Cause.ADOPTED) is case["adopted"]
        assert list(vetoes if council.is_veto(then, ballots) else ()) == case["vetoes"]


@pytest.mark.parametrize("case", rows("votes"))
def test_the_agreement_of_a_recorded_vote_is_its_index(case):
    against, abstaining = len(case.get("against", ())), len(case.get("abstaining", ()))

    assert council.agreement(case["in_favour"], against, abstaining) == case["agreement"]


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "index"),
    [(15, 0, 0, 1000), (13, 2, 0, 800), (9, 4, 2, 400), (5, 5, 5, 0), (0, 15, 0, 1000), (0,) * 4],
)
def test_the_agreement_index_runs_from_a_split_in_three_to_one_voice(yes, no, abstain, index):
    """Source: Hix, Noury and Roland, 2005; formula from memory."""
    assert council.agreement(yes, no, abstain) == index


def test_five_against_on_procedure_do_not_block():
    """Source: UN Charter, Article 27(2); S/PV.7830 of 9 December 2016, nine to five."""
    ballots = hands(PERMANENT, (0, 5, 0, 0, 0)) | hands(ELECTED, (9, 1, 0, 0, 0))

    assert council.procedural(scenario(), ballots)
    assert council.is_veto(scenario(), ballots)


def test_a_smaller_council_has_its_own_majority():
    three = council_of("USA", "CHN", "SEN", majority=2)

    both = {"USA": Ballot.YES, "CHN": Ballot.ABSTAIN, "SEN": Ballot.YES}
    assert council.outcome(three, both) == (Cause.ADOPTED, ())
    alone = {"USA": Ballot.YES, "CHN": Ballot.ABSTAIN, "SEN": Ballot.NO}
    assert council.outcome(three, alone) == (Cause.SHORTFALL, ())


def test_the_presidency_rotates_in_english_alphabetical_order_with_the_months():
    """Source: Provisional Rules of Procedure, rule 18."""
    s = scenario()

    assert [s.president(day) for day in (0, 25, 26, 54, 55)] == ["URY", "URY", "VEN", "VEN", "AGO"]
    assert s.seating(0)[:3] == ("URY", "VEN", "AGO")
    assert s.seating(55) == s.seats
