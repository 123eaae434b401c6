"""Draw the game's icon: the horseshoe table from above, and a page in blue at its opening.

Needs rsvg-convert (Debian: librsvg2-bin):

    python assets/make_icon.py

Our own drawing, MIT as the project; no emblem of any organization.
"""

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent

SIZE_PX = 256

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">
  <rect x="8" y="8" width="240" height="240" rx="48" fill="#122033"/>
  <path d="M66 206 V122 A62 62 0 0 1 190 122 V206" fill="none" stroke="#9a6b45"
        stroke-width="36"/>
  <path d="M66 206 V122 A62 62 0 0 1 190 122 V206" fill="none" stroke="#6e4a2f"
        stroke-width="24"/>
  <g transform="rotate(-6 128 170)">
    <path d="M98 118 H142 L162 138 V208 a4 4 0 0 1 -4 4 H98 a4 4 0 0 1 -4 -4 V122 a4 4 0 0 1 4 -4 z"
          fill="#5a9bd8"/>
    <path d="M142 118 v16 a4 4 0 0 0 4 4 h16 z" fill="#bcd9f2"/>
    <path d="M106 140 h24 M106 154 h44 M106 168 h44 M106 182 h44 M106 196 h28" fill="none"
          stroke="#f4f1e8" stroke-width="6" stroke-linecap="round"/>
  </g>
</svg>
"""


def main() -> None:
    """Write icon.png beside this script."""
    size = ["--width", str(SIZE_PX), "--height", str(SIZE_PX)]
    draw = ["rsvg-convert", *size, "--output", str(HERE / "icon.png")]
    subprocess.run(draw, check=True, input=DRAWING.encode())


if __name__ == "__main__":
    main()
