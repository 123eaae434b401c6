"""Memory for one batch of texts, wiped by the next: fresh memory costs more than the sums."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Slate:
    """Arrays by name and type, each as large as was ever asked for."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, type[np.generic]], NDArray[Any]] = {}

    def array(self, name: str, shape: tuple[int, ...], dtype: type[np.generic]) -> NDArray[Any]:
        """Return an array of this shape with anything in it; good until the name is asked again."""
        many, kept = math.prod(shape), self._kept.get((name, dtype))
        if kept is None or kept.size < many:
            kept = self._kept[name, dtype] = np.empty(many, dtype=dtype)
        return kept[:many].reshape(shape)


SLATE = Slate()
"""The one slate: sums are made one batch after another."""
