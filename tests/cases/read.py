"""Tables of cases, and how a row becomes a parameter named by its id."""

from pathlib import Path

import pytest
import yaml


def rows(name):
    """Return the rows of a table as parameters; each has an id and a source."""
    path = Path(__file__).parent / f"{name}.yaml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["id"]) for row in table if row["source"]]


def clauses(name):
    """Return the clauses of a table as parameters; each is named by its section and its words."""
    path = Path(__file__).parent / f"{name}.yaml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [pytest.param(it, id=f"{it['section']}: {it['clause']}") for it in table]
