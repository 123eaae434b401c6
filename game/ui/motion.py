"""The clock of animations: when each began, how far it is, what it says at its end."""

from collections.abc import Mapping, Sequence

from game.ui.layout import Motion


class Motions:
    """Runs each named animation once, from when it is first seen."""

    def __init__(self, *, reduced: bool = False) -> None:
        self.reduced = reduced
        self._begun: dict[str, tuple[float, Motion]] = {}
        self._over: set[str] = set()
        self._present: set[str] = set()

    @property
    def running(self) -> bool:
        """Whether anything moves."""
        return bool(self._begun)

    def met(self, motions: Sequence[Motion], now: float) -> list[object]:
        """Begin what is new; return messages of what is over at once.

        What is over and comes back says again that it is: whoever shows it may have forgotten.
        """
        messages = []
        for motion in motions:
            if motion.name not in self._over and motion.name not in self._begun:
                self._begun[motion.name] = (now, motion)
            elif motion.name in self._over - self._present and motion.done is not None:
                messages.append(motion.done)
        # What left the screen is over, and says nothing while it is away.
        self._present = {motion.name for motion in motions}
        for name in [name for name in self._begun if name not in self._present]:
            del self._begun[name]
            self._over.add(name)
        return [*messages, *(self.finish() if self.reduced and self._begun else [])]

    def progress(self, now: float) -> Mapping[str, float]:
        """Return how far each running animation is, 0 to 1; what is over is left out."""
        return {name: _share(motion, now - start) for name, (start, motion) in self._begun.items()}

    def pass_time(self, now: float) -> list[object]:
        """End what is due, and return its messages."""
        due = [name for name, share in self.progress(now).items() if share >= 1]
        return self._ended(due)

    def finish(self) -> list[object]:
        """End everything now, and return its messages."""
        return self._ended(list(self._begun))

    def again(self, name: str) -> None:
        """Let an animation run once more when it is next seen."""
        self._over.discard(name)

    def _ended(self, names: Sequence[str]) -> list[object]:
        messages = []
        for name in names:
            _, motion = self._begun.pop(name)
            self._over.add(name)
            if motion.done is not None:
                messages.append(motion.done)
        return messages


def _share(motion: Motion, passed: float) -> float:
    ms = passed * 1000 - motion.delay_ms
    if ms < 0:
        return 0.0
    return min(1.0, ms / motion.duration_ms) if motion.duration_ms else 1.0
