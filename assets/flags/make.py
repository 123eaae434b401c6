"""Draw the game's flags from the flag-icons set, as PNG in three heights.

Needs npm and rsvg-convert (Debian: npm, librsvg2-bin):

    python assets/flags/make.py

SDL's own SVG reader draws 47 of these flags wrongly, hence PNG. Whose they are: SOURCE.txt.
"""

import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

PACKAGE = "flag-icons@7.5.0"
HEIGHTS_PX = (24, 48, 96)

# ISO 3166-1 alpha-3, which the game uses: alpha-2, which the set uses.
FLAGS = {
    # Members of the Council in 2016 or 2017.
    "AGO": "ao",
    "BOL": "bo",
    "CHN": "cn",
    "EGY": "eg",
    "ESP": "es",
    "ETH": "et",
    "FRA": "fr",
    "GBR": "gb",
    "ITA": "it",
    "JPN": "jp",
    "KAZ": "kz",
    "MYS": "my",
    "NZL": "nz",
    "RUS": "ru",
    "SEN": "sn",
    "SWE": "se",
    "UKR": "ua",
    "URY": "uy",
    "USA": "us",
    "VEN": "ve",
    # The Korean peninsula.
    "KOR": "kr",
    "PRK": "kp",
    # States whose trade, missions, ports or registers matter for enforcement.
    "DEU": "de",
    "IDN": "id",
    "IND": "in",
    "KHM": "kh",
    "MOZ": "mz",
    "NAM": "na",
    "PAK": "pk",
    "PHL": "ph",
    "POL": "pl",
    "SGP": "sg",
    "THA": "th",
    "TZA": "tz",
    "UGA": "ug",
    "VNM": "vn",
}


def main() -> None:
    """Write ISO3-HEIGHT.png for every flag and height, and LICENSE, beside this script."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pack = ["npm", "pack", "--silent", "--pack-destination", str(folder), PACKAGE]
        subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
        (archive,) = folder.glob("*.tgz")
        subprocess.run(["tar", "xzf", str(archive), "-C", str(folder)], check=True)
        (HERE / "LICENSE").write_bytes((folder / "package/LICENSE").read_bytes())
        for seat, code in FLAGS.items():
            drawing = folder / "package/flags/4x3" / f"{code}.svg"
            for height_px in HEIGHTS_PX:
                size = ["--width", str(height_px * 4 // 3), "--height", str(height_px)]
                target = HERE / f"{seat}-{height_px}.png"
                draw = ["rsvg-convert", *size, "--output", str(target), str(drawing)]
                subprocess.run(draw, check=True)


if __name__ == "__main__":
    main()
