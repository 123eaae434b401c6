"""What authors read and what their editors check, made from the classes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from game.codec import reference, schema
from game.content.crisis import FILES, CampaignFile, Crisis
from game.paths import scenarios

INTRODUCTION = """\
# Scenarios

One file is one crisis; its name is its id. It takes members, measures and the target from
`common/` by their ids and states the rest itself. `in-blue check FILE` names every fault with file,
line and column; `in-blue describe` writes this page and `schema.json` from the classes of the game.

| file | holds |
|---|---|
| `<id>.yaml` | [Crisis](#crisis) |
| `campaigns/<id>.yaml` | [CampaignFile](#campaignfile) |
{rows}

A `common/` folder beside a crisis is used instead of the game's own. Seats are ISO 3166 alpha-3
codes, all other ids are `snake_case`. Every number that claims a fact has a `source`, every number
that was chosen says `tuned`. The points of a response are its base, plus what plan and voices add,
plus each of its leans times the term's value (0 to 100) divided by 100; ten points double its
weight, and 0 or less never happens.

"""


def describe(folder: Path | None = None) -> tuple[Path, ...]:
    """Write `README.md` and `schema.json`; return the files that changed."""
    changed = []
    for name, text in pages().items():
        path = (folder or scenarios()) / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return tuple(changed)


def pages() -> Mapping[str, str]:
    """Return file name -> text of what is written."""
    return {
        "README.md": INTRODUCTION.replace("{rows}", _rows()) + _sections(),
        "schema.json": json.dumps(schema(Crisis), indent=1, ensure_ascii=False) + "\n",
    }


def _rows() -> str:
    """Return which file of `common/` holds what, as rows of a table."""
    return "\n".join(
        f"| `common/{name}.yaml` | [{kind.__name__}](#{kind.__name__.lower()}) |"
        for name, kind in FILES.items()
    )


def _sections() -> str:
    """Return the tables of every class once, in the order they are met."""
    found: dict[str, str] = {}
    for file in (Crisis, CampaignFile, *FILES.values()):
        for section in reference(file).rstrip().split("\n\n## "):
            title, _, body = section.removeprefix("## ").partition("\n")
            found.setdefault(title, body)
    return "\n\n".join(f"## {title}\n{body}" for title, body in found.items()) + "\n"
