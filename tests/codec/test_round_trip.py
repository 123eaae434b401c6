"""What is written can be read again and is equal."""

import json
from collections.abc import Mapping
from datetime import date

import hypothesis.strategies as st
import yaml
from hypothesis import given

from game.codec import decode, encode, load
from tests.codec.classes import (
    KINDS,
    Act,
    Ballot,
    Game,
    Level,
    Measure,
    Range,
    Rung,
    Speak,
    Sum,
    Vote,
)

words = st.text(max_size=8)
printable = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
    ),
    max_size=8,
)


def games(text):
    levels = st.builds(Level, text, st.integers(-9, 9))
    votes = st.builds(Vote, text, st.sampled_from(Ballot))
    speeches = st.builds(Speak, text, text)
    return st.builds(
        Game,
        title=text,
        seats=st.lists(text, max_size=3).map(tuple),
        start=st.dates(date(1000, 1, 1)),
        is_open=st.booleans(),
        share=st.floats(allow_nan=False, allow_infinity=False),
        rounds=st.integers(1, 30),
        ballot=st.sampled_from(Ballot),
        rung=st.sampled_from(Rung),
        pair=st.tuples(st.integers(-(10**17), 10**17), text),
        measures=st.lists(
            st.builds(
                Measure,
                text.filter(bool),
                st.lists(levels, max_size=3).map(tuple),
            ),
            max_size=2,
        ).map(tuple),
        ceilings=st.dictionaries(
            text, st.dictionaries(text, st.integers(0, 9), max_size=2), max_size=2
        ),
        by_ballot=st.dictionaries(st.sampled_from(Ballot), st.integers(0, 9)),
        by_day=st.dictionaries(st.integers(-99, 99), text, max_size=2),
        note=st.none() | text,
        best=st.none() | levels,
        first=st.none() | votes | speeches,
        log=st.lists(votes | speeches, max_size=3).map(tuple),
        from_=text,
        ages=st.lists(st.integers(0, 99), max_size=3).map(tuple),
        limit=st.none() | st.integers(1, 99),
        range=st.integers(0, 9).map(lambda low: Range(low, low + 1)),
        sum=st.integers(0, 10).map(lambda a: Sum(a, 10 - a)),
    )


@given(games(words))
def test_a_value_survives_json(game):
    text = json.dumps(encode(game))

    assert decode(json.loads(text), Game, kinds=KINDS) == game


@given(games(printable))
def test_a_value_survives_yaml(tmp_path_factory, game):
    path = tmp_path_factory.getbasetemp() / "game.yaml"
    plain = encode(game)
    # A number among keys has to be written as text in JSON; YAML's own writer then quotes it.
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, width=10**6), encoding="utf-8")

    assert load(path, Game, KINDS).value == game


def test_the_class_is_named_only_where_the_type_leaves_it_open():
    vote = Vote("CHN", Ballot.NO)

    assert encode(vote) == {"seat": "CHN", "ballot": "no"}
    assert encode(vote, Vote) == {"seat": "CHN", "ballot": "no"}
    assert encode(vote, Act) == {"do": "Vote", "seat": "CHN", "ballot": "no"}
    assert encode((vote,), tuple[Act, ...]) == [{"do": "Vote", "seat": "CHN", "ballot": "no"}]
    assert encode({"a": vote}, Mapping[str, Vote | Speak])["a"]["do"] == "Vote"


def test_defaults_are_written_so_that_they_may_change_later():
    assert encode(Measure("Coal")) == {"title": "Coal", "levels": []}


def test_a_trailing_underscore_stays_in_python():
    assert encode(Game("x", from_="here"))["from"] == "here"
