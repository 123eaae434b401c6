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
    # Members in 2001 to 2003, 2006, 2010 and 2018.
    "ARG": "ar",
    "AUT": "at",
    "BGD": "bd",
    "BGR": "bg",
    "BIH": "ba",
    "BRA": "br",
    "CHL": "cl",
    "CIV": "ci",
    "CMR": "cm",
    "COG": "cg",
    "COL": "co",
    "DNK": "dk",
    "GAB": "ga",
    "GHA": "gh",
    "GIN": "gn",
    "GNQ": "gq",
    "GRC": "gr",
    "IRL": "ie",
    "JAM": "jm",
    "KWT": "kw",
    "LBN": "lb",
    "MEX": "mx",
    "MLI": "ml",
    "MUS": "mu",
    "NGA": "ng",
    "NLD": "nl",
    "NOR": "no",
    "PER": "pe",
    "QAT": "qa",
    "SVK": "sk",
    "SYR": "sy",
    "TUN": "tn",
    "TUR": "tr",
    # Targets, and the Korean peninsula.
    "IRN": "ir",
    "KOR": "kr",
    "PRK": "kp",
    # States whose trade, missions, ports or registers matter for enforcement.
    "ARE": "ae",
    "DEU": "de",
    "IDN": "id",
    "IND": "in",
    "KHM": "kh",
    "MOZ": "mz",
    "NAM": "na",
    "PAK": "pk",
    "PHL": "ph",
    "POL": "pl",
    "PRT": "pt",
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
