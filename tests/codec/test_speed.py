"""Measured, not judged: `pytest tests/codec/test_speed.py` prints a table."""

import json

import yaml

from game.codec import decode, encode, load, read_json
from tests.codec.classes import Game, Level, Measure

LARGE = Game(
    "Large",
    measures=tuple(
        Measure(f"Measure {i}", tuple(Level(f"level {j} of {i}", j) for j in range(3)))
        for i in range(1500)
    ),
)


def test_a_large_yaml_file_is_read(benchmark, tmp_path):
    path = tmp_path / "large.yaml"
    path.write_text(yaml.safe_dump(encode(LARGE), sort_keys=False))
    benchmark.extra_info["bytes"] = path.stat().st_size

    assert benchmark(load, path, Game).value == LARGE


def test_a_large_json_file_is_read(benchmark, tmp_path):
    path = tmp_path / "large.json"
    path.write_text(json.dumps(encode(LARGE)))
    benchmark.extra_info["bytes"] = path.stat().st_size

    assert benchmark(lambda: decode(read_json(path), Game)) == LARGE


def test_a_large_value_is_written(benchmark):
    assert benchmark(encode, LARGE)["title"] == "Large"
