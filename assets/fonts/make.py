"""Cut the game's fonts out of the published Noto families.

Works in a throw-away virtual environment, with npm at hand:

    python -m venv cut
    cut/bin/pip install fonttools==4.68.0 fontpkg-noto-sans==2.15 fontpkg-noto-serif==2.15
    cut/bin/python assets/fonts/make.py

Writes the same bytes each time. What the files are and whose they are: SOURCE.txt.
"""

import importlib.resources
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent

FAMILIES = {"NotoSans": "fontpkg_noto_sans", "NotoSerif": "fontpkg_noto_serif"}

# style: (part of the variable file's name, weight on its wght axis)
STYLES = {
    "Regular": ("", 400),
    "SemiBold": ("", 600),
    "Bold": ("", 700),
    "Italic": ("-Italic", 400),
}

# First and last code point of each block the text faces keep.
TEXT_BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x036F),  # modifier letters, combining marks
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x20BF),  # punctuation, superscripts, currency
    (0x2100, 0x218F),  # letterlike signs, number forms
    (0xFB00, 0xFB04),  # f-ligatures
    (0xFFFD, 0xFFFD),  # replacement character
)

# npm package, version, file in it, signs taken from it. Arrows and comparisons come from one
# drawing hand (Noto Sans Math), shapes and dingbats from another (Noto Sans Symbols 2).
SIGNS = (
    (
        "@expo-google-fonts/noto-sans-math",
        "0.4.2",
        "400Regular/NotoSansMath_400Regular.ttf",
        "←↑→↓↔↕↖↗↘↙↩↪↵↺↻⇐⇒⇔⇧⟵⟶⟷∅∞≈≠≤≥",
    ),
    (
        "@expo-google-fonts/noto-sans-symbols-2",
        "0.4.1",
        "400Regular/NotoSansSymbols2_400Regular.ttf",
        (
            "✓✔✕✖✗✘✎✏✉✋■□▢▣▪▫▬▮▯▲△▴▵▶▷▸▹►▼▽▾▿◀◁◂◃◄◆◇◈◉○◌◎●◐◑◒◓◔◕◖◗◦◯"
            "★☆☎☐☑☒☰⚠⌘⌚⌛⌫⏎⏩⏪⏭⏮⏱⏲⏳⏴⏵⏶⏷⏸⏹⏺␣🔇🔈🔊🔍🔒🔓🏳👁🕓"
        ),
    ),
    (
        "@expo-google-fonts/noto-sans-symbols",
        "0.4.1",
        "400Regular/NotoSansSymbols_400Regular.ttf",
        "⌂⚐⚑⚒⚓⚔⚖⚙",
    ),
)


def keep(font: TTFont, codes: Iterable[int], features: tuple[str, ...]) -> None:
    """Drop from a font all but the given code points, the box for missing ones and features."""
    options = Options()
    options.layout_features = list(features)
    options.notdef_outline = True
    options.hinting = False
    options.name_IDs = ["*"]
    options.drop_tables += ["MATH", "vhea", "vmtx"]
    if not features:
        options.drop_tables += ["GDEF", "GPOS", "GSUB", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def text_face(family: str, style: str) -> TTFont:
    """Cut one static face, at full width, out of a family's variable font."""
    slant, weight = STYLES[style]
    folder = importlib.resources.files(FAMILIES[family]) / "files"
    with importlib.resources.as_file(folder / f"{family}{slant}[wdth,wght].ttf") as path:
        # Fully read, because the file may be gone when the block ends.
        font = TTFont(path, lazy=False, recalcTimestamp=False)
    face = instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)
    codes = (code for first, last in TEXT_BLOCKS for code in range(first, last + 1))
    keep(face, codes, ("ccmp", "kern", "liga", "locl", "mark", "mkmk"))
    return face


def downloaded(package: str, version: str, file: str, folder: Path) -> Path:
    """Fetch one file of an npm package into a folder."""
    target = folder / package.replace("/", "_")
    target.mkdir()
    pack = ["npm", "pack", "--silent", "--pack-destination", str(target), f"{package}@{version}"]
    subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    (archive,) = target.glob("*.tgz")
    subprocess.run(["tar", "xzf", str(archive), "-C", str(target)], check=True)
    return target / "package" / file


def symbols(like: TTFont) -> TTFont:
    """Join the signs that the text faces lack into one font with the line height of `like`."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        parts: list[str] = []
        for package, version, file, signs in SIGNS:
            part = TTFont(downloaded(package, version, file, folder), recalcTimestamp=False)
            missing = {ord(sign) for sign in signs} - set(part.getBestCmap())
            if missing:
                sys.exit(f"{package}: no glyph for {' '.join(map(chr, sorted(missing)))}")
            # The blanks come along from the first part, so that a run may contain them.
            blanks = () if parts else (0x20, 0xA0)
            keep(part, [*map(ord, signs), *blanks], ())
            parts.append(str(folder / f"{len(parts)}.ttf"))
            part.save(parts[-1])
        font = Merger().merge(parts)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = like["head"].modified
    # A fallback run sits on the line of its neighbours only if both agree on its height.
    for name in ("ascent", "descent", "lineGap"):
        setattr(font["hhea"], name, getattr(like["hhea"], name))
    for name in ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"):
        setattr(font["OS/2"], name, getattr(like["OS/2"], name))
    named = {
        1: "Noto Sans Symbols",
        3: "In Blue: Noto Sans Math 3.000, Symbols 2 2.008, Symbols 2.003",
        4: "Noto Sans Symbols Regular",
        5: "Version 1.000; subset of Noto Sans Math, Symbols 2 and Symbols",
        6: "NotoSansSymbols-Regular",
    }
    for number, words in named.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    return font


def main() -> None:
    """Write the nine font files and signs.txt beside this script."""
    faces = {f"{family}-{style}": (family, style) for family in FAMILIES for style in STYLES}
    for name, (family, style) in faces.items():
        face = text_face(family, style)
        face.save(HERE / f"{name}.ttf")
        if name == "NotoSans-Regular":
            fallback = symbols(face)
            fallback.save(HERE / "NotoSansSymbols-Regular.ttf")
            signs = sorted(set(fallback.getBestCmap()) - set(face.getBestCmap()))
            # pygame cannot say which characters a font lacks, so the list is kept beside it.
            (HERE / "signs.txt").write_text("".join(map(chr, signs)) + "\n", encoding="utf-8")
    for path in sorted(HERE.glob("*.ttf")):
        covered = len(TTFont(path).getBestCmap())
        print(f"{path.name:32} {path.stat().st_size:7} bytes {covered:5} code points")


if __name__ == "__main__":
    main()
