"""Tables of several measures at once, so that a text is added up in few reads.

What neighbouring measures add to every mind is added up once for all their levels together; a
text then costs one read for a block of measures instead of one for each.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine.consensus.slate import SLATE

Ints = NDArray[np.int64]

BLOCK = 256
"""Most rows of one block: few enough for the fastest memory. Tuned: measured."""


@frozen(eq=False)
class Block:
    """Some measures side by side.

    columns: the first of them, and the first after them.
    strides: rows between two levels of each.
    rows: int16 or int32 (combinations of levels, minds and the pressure).
    """

    columns: tuple[int, int]
    strides: tuple[int, ...]
    rows: NDArray[np.signedinteger]


def blocks(table: Ints, widths: Sequence[int]) -> tuple[Block, ...]:
    """Cut measures into blocks.

    Args:
        table: what each level adds, int64 (measures, levels, minds and the pressure).
        widths: how many levels each measure has, silence counted in.
    """
    most = int(np.abs(table).max(axis=1).sum(axis=0).max(initial=0))
    narrow = table.astype(np.int16 if most < 2**15 else np.int32)
    out, start = [], 0
    while start < len(widths):
        stop = start + 1
        while stop < len(widths) and math.prod(widths[start : stop + 1]) <= BLOCK:
            stop += 1
        strides = tuple(math.prod(widths[start:column]) for column in range(start, stop))
        rows = np.zeros((1, table.shape[2]), dtype=narrow.dtype)
        for column in range(start, stop):
            level = narrow[column, : widths[column], None]
            rows = (level + rows[None]).reshape(-1, table.shape[2])
        out.append(Block((start, stop), strides, np.ascontiguousarray(rows)))
        start = stop
    return tuple(out)


def add_up(parts: Sequence[Block], levels: Ints) -> NDArray[np.int32]:
    """Add up plain texts.

    Args:
        levels: int64 (measures, drafts), contiguous.

    Returns:
        int32 (minds and the pressure, drafts), on the slate.
    """
    shape = (levels.shape[1], parts[0].rows.shape[1])
    kind = parts[0].rows.dtype.type
    sums, found = SLATE.array("sums", shape, kind), SLATE.array("found", shape, kind)
    at, step = SLATE.array("row", shape[:1], np.int64), SLATE.array("step", shape[:1], np.int64)
    for number, part in enumerate(parts):
        np.copyto(at, levels[part.columns[0]])
        for column, stride in zip(range(*part.columns), part.strides, strict=True):
            if stride > 1:
                at += np.multiply(levels[column], stride, out=step)
        # Any mode but the default reads without a copy; rows beyond the table do not exist.
        part.rows.take(at, axis=0, out=found if number else sums, mode="clip")
        if number:
            sums += found
    out = SLATE.array("whole", shape[::-1], np.int32)
    np.copyto(out, sums.T)
    return out


FEW = 200
"""Texts up to which one call for all groups is quicker than one for each. Tuned: measured."""


def add_groups(rows: NDArray[Any], starts: Sequence[int], out: NDArray[Any]) -> None:
    """Add up rows group by group.

    Args:
        rows: whole numbers (rows, drafts).
        starts: first row of each group; none is empty.
        out: the sums (groups, drafts), of the same type.
    """
    if rows.shape[1] <= FEW:
        np.add.reduceat(rows, starts, axis=0, out=out)
        return
    for group, (first, after) in enumerate(pairwise([*starts, len(rows)])):
        np.add.reduce(rows[first:after], axis=0, out=out[group])
