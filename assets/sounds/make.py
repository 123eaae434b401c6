"""Synthesise the game's three sounds; the same bytes each time.

    python assets/sounds/make.py

Each sound is mono, 16 bit, 22,050 samples a second, and quiet: at most a quarter of full scale.
"""

import math
import random
import struct
import wave
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent

RATE_HZ = 22_050


def noise(count: int, seed: int) -> list[float]:
    """Draw white noise between -1 and 1."""
    draw = random.Random(seed)
    return [2 * draw.random() - 1 for _ in range(count)]


def low_passed(samples: Sequence[float], cutoff_hz: float) -> list[float]:
    """Take the edge off with a filter of one pole."""
    share = 1 - math.exp(-2 * math.pi * cutoff_hz / RATE_HZ)
    level = 0.0
    result = []
    for sample in samples:
        level += share * (sample - level)
        result.append(level)
    return result


def band(samples: Sequence[float], low_hz: float, high_hz: float) -> list[float]:
    """Keep what lies roughly between two frequencies."""
    upper = low_passed(samples, high_hz)
    return [sample - rest for sample, rest in zip(upper, low_passed(upper, low_hz), strict=True)]


def knock(length_ms: int, modes: Sequence[tuple[float, float, float]]) -> list[float]:
    """Let a struck body ring: modes are frequency in Hz, loudness, time to fall to 1/e in s."""
    result = []
    for index in range(RATE_HZ * length_ms // 1000):
        time = index / RATE_HZ
        ring = (
            loudness * math.exp(-time / decay) * math.sin(2 * math.pi * hz * time)
            for hz, loudness, decay in modes
        )
        result.append(sum(ring))
    return result


def added(first: Sequence[float], second: Sequence[float], start_ms: int = 0) -> list[float]:
    """Mix a second sound into a first, from a moment on."""
    result = list(first)
    start = RATE_HZ * start_ms // 1000
    for index, sample in enumerate(second[: len(result) - start], start):
        result[index] += sample
    return result


def gavel() -> list[float]:
    """One tap of wood on wood: the blow, the block's short ring, the dull table below."""
    wood = knock(
        420,
        ((215.0, 0.9, 0.060), (540.0, 1.0, 0.035), (1130.0, 0.55, 0.018), (2390.0, 0.25, 0.008)),
    )
    click = low_passed(noise(RATE_HZ * 12 // 1000, 1), 3500)
    blow = [sample * (1 - index / len(click)) for index, sample in enumerate(click)]
    return added(wood, blow)


def paper() -> list[float]:
    """A sheet pushed across the table: hiss that swells and dies, uneven as a hand is."""
    count = RATE_HZ * 380 // 1000
    hiss = band(noise(count, 2), 900, 4200)
    hand = low_passed([abs(sample) for sample in noise(count, 3)], 30)
    swell = (math.sin(math.pi * (index / count) ** 0.7) ** 1.5 for index in range(count))
    return [a * b * c for a, b, c in zip(hiss, hand, swell, strict=True)]


def tick() -> list[float]:
    """A soft tick, for a choice made or a vote counted."""
    return knock(60, ((1180.0, 1.0, 0.008), (2650.0, 0.3, 0.003)))


def write(name: str, samples: Sequence[float], peak: float) -> None:
    """Save a sound as NAME.wav with its loudest moment at a share of full scale."""
    loudest = max(map(abs, samples))
    fade = RATE_HZ * 5 // 1000
    frames = bytearray()
    for index, sample in enumerate(samples):
        # The last few milliseconds go to silence, because a sudden end would click.
        end = min(1.0, (len(samples) - 1 - index) / fade)
        frames += struct.pack("<h", round(32_767 * peak * end * sample / loudest))
    with wave.open(str(HERE / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(bytes(frames))


def main() -> None:
    """Write the three sounds beside this script."""
    write("gavel", gavel(), 0.25)
    write("paper", paper(), 0.10)
    write("tick", tick(), 0.10)


if __name__ == "__main__":
    main()
