"""Tables of what levels add, and of several measures at once, so that a text takes few reads.

What neighbouring measures add to every mind is added up once for all their levels together; of
many texts, each then costs one read for a block of measures instead of one for each.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine.consensus.slate import SLATE

Ints = NDArray[np.int64]

BLOCK = 256
"""Most rows of one block: few enough for the fastest memory. Tuned: measured."""
MANY = 400
"""Texts from which on reading whole blocks is quicker. Tuned: measured."""


@frozen(eq=False)
class Block:
    """Some measures side by side.

    columns: the first of them, and the first after them.
    strides: rows between two levels of each.
    rows: whole numbers (combinations of levels, entries).
    """

    columns: tuple[int, int]
    strides: tuple[int, ...]
    rows: NDArray[np.signedinteger]


@frozen(eq=False)
class Table:
    """What every level of some measures adds, ready to be added up for few texts or for many.

    rows: int16, int32 or int64 (measures * levels, entries).
    levels: rows of one measure.
    widths: how many of them it has in use, silence counted in.
    """

    rows: NDArray[np.signedinteger]
    levels: int
    widths: tuple[int, ...]

    @classmethod
    def of(cls, table: Ints, widths: Sequence[int]) -> Table:
        """Return a table of what each level adds, int64 (measures, levels, entries)."""
        most = int(np.abs(table).max(axis=1, initial=0).sum(axis=0).max(initial=0))
        kind = np.int16 if most < 2**15 else np.int32 if most < 2**31 else np.int64
        rows: NDArray[np.signedinteger] = table.reshape(-1, table.shape[2]).astype(kind)
        return cls(rows, table.shape[1], tuple(widths))

    def row(self, measure: int, level: int) -> NDArray[np.signedinteger]:
        """Return what one level adds, (entries,)."""
        return np.asarray(self.rows[measure * self.levels + level])

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return blocks(self.rows.reshape(len(self.widths), self.levels, -1), self.widths)

    def add_up(self, levels: Ints) -> NDArray[np.signedinteger]:
        """Add up plain texts.

        Args:
            levels: int64 (measures, drafts), contiguous.

        Returns:
            the type of the rows (drafts, entries), on the slate.
        """
        kind = self.rows.dtype.type
        sums = SLATE.array("sums", (levels.shape[1], self.rows.shape[1]), kind)
        if levels.shape[1] > MANY and self.widths:
            return _add_blocks(self._blocks, levels, sums)
        first = np.arange(0, len(self.rows), self.levels)[:, None]
        # Any mode but the default reads without a copy; rows beyond the table do not exist.
        found = self.rows.take(first + levels, axis=0, mode="clip")
        return np.add.reduce(found, axis=0, dtype=kind, out=sums)


def blocks(narrow: NDArray[np.signedinteger], widths: Sequence[int]) -> tuple[Block, ...]:
    """Cut measures into blocks.

    Args:
        narrow: what each level adds (measures, levels, entries).
        widths: how many levels each measure has, silence counted in.
    """
    out, start = [], 0
    while start < len(widths):
        stop = start + 1
        while stop < len(widths) and math.prod(widths[start : stop + 1]) <= BLOCK:
            stop += 1
        strides = tuple(math.prod(widths[start:column]) for column in range(start, stop))
        rows = np.zeros((1, narrow.shape[2]), dtype=narrow.dtype)
        for column in range(start, stop):
            level = narrow[column, : widths[column], None]
            rows = (level + rows[None]).reshape(-1, narrow.shape[2])
        out.append(Block((start, stop), strides, np.ascontiguousarray(rows)))
        start = stop
    return tuple(out)


def _add_blocks(
    parts: Sequence[Block], levels: Ints, sums: NDArray[np.signedinteger]
) -> NDArray[np.signedinteger]:
    found = SLATE.array("found", sums.shape, sums.dtype.type)
    at, step = (SLATE.array(name, sums.shape[:1], np.int64) for name in ("row", "step"))
    for number, part in enumerate(parts):
        np.copyto(at, levels[part.columns[0]])
        for column, stride in zip(range(*part.columns), part.strides, strict=True):
            if stride > 1:
                at += np.multiply(levels[column], stride, out=step)
        part.rows.take(at, axis=0, out=found if number else sums, mode="clip")
        if number:
            sums += found
    return sums


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
