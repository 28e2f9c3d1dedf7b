# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.50"]
# ///
"""Make the fonts of this folder, from the fonts that npm packages carry.

Noto Sans SC and Noto Serif SC are cut to the characters of GB2312, of Latin, Greek and Cyrillic
script as far as the fonts have them, signs, and every character of the default exhibit and of
the interface words; so run it again when a text brings a new character. Source Sans 3 and
Source Serif 4, whose Latin letters those fonts share, are copied as they are: they have the
letters of the other European languages and of Vietnamese. Needs `npm` on the path:

    python resources/fonts/subset.py
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
CHINESE = ("NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Regular", "NotoSerifSC-SemiBold")
LATIN = ("SourceSans3-Regular", "SourceSans3-Bold", "SourceSerif4-Regular", "SourceSerif4-SemiBold")
PACKAGES = {
    "NotoSansSC": ("noto-sans-sc", "0.4.3"),
    "NotoSerifSC": ("noto-serif-sc", "0.4.3"),
    "SourceSans3": ("source-sans-3", "0.4.1"),
    "SourceSerif4": ("source-serif-4", "0.4.1"),
}
"""The npm package of each family and its release."""
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B: pinyin with tones among them
    (0x0250, 0x02FF),  # phonetic letters, modifiers
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # General Punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letter-like: №, ℃
    (0x2150, 0x218F),  # fractions, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics: ≈ ≤ ≥ −
    (0x2460, 0x24FF),  # ringed numbers
    (0x25A0, 0x26FF),  # geometric shapes, signs
    (0x2700, 0x27BF),  # dingbats: ✓
    (0x3000, 0x303F),  # CJK punctuation: 〇 〔 〕
    (0xFE30, 0xFE4F),  # CJK compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
)
BEYOND_GB2312 = "洺"
"""Characters of place names that GB2312 lacks; 洺 is in 临洺关."""


def gb2312() -> set[int]:
    """The code points of GB2312."""
    pairs = itertools.product(range(0xA1, 0xF8), range(0xA1, 0xFF))
    return {ord(c) for pair in pairs for c in bytes(pair).decode("gb2312", errors="ignore")}


def written() -> set[int]:
    """The code points of every text that comes with the project."""
    folders = (PROJECT / "content", PROJECT / "resources" / "words")
    files = sorted(file for folder in folders for file in folder.rglob("*.yaml"))
    return {ord(c) for file in files for c in file.read_text("utf-8") if c.isprintable()}


def wanted() -> set[int]:
    """The code points to keep."""
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    return ranges | gb2312() | written() | {ord(c) for c in BEYOND_GB2312}


def fetch(family: str, folder: Path) -> Path:
    """Unpack the npm package of `family` into `folder`; the path it lies in."""
    package, release = PACKAGES[family]
    npm = shutil.which("npm") or sys.exit("subset.py: npm is not on the path")
    name = f"@expo-google-fonts/{package}@{release}"
    subprocess.run([npm, "pack", "--silent", name], cwd=folder, check=True, capture_output=True)
    with tarfile.open(folder / f"expo-google-fonts-{package}-{release}.tgz") as archive:
        archive.extractall(folder / family, filter="data")
    return folder / family / "package"


def substitutions(font: TTFont, tag: str) -> dict[str, str]:
    """What the single substitutions of the feature `tag` put for each glyph."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for index in record.Feature.LookupListIndex
    }
    subtables = (part for i in sorted(lookups) for part in table.LookupList.Lookup[i].SubTable)
    mappings = (getattr(getattr(part, "ExtSubTable", part), "mapping", {}) for part in subtables)
    return {glyph: other for mapping in mappings for glyph, other in mapping.items()}


def narrow_quotes(font: TTFont) -> None:
    """Give Latin, Greek and Cyrillic text narrow quotation marks and apostrophes.

    Unicode has one “ and one ’ for all scripts, and these fonts draw them as wide as a hanzi.
    The narrow glyphs are those of the feature `pwid`; `calt` is what every text shaper turns on.
    """
    names = font.getBestCmap()
    narrow = substitutions(font, "pwid")
    quotes = {names[ord(mark)]: narrow[names[ord(mark)]] for mark in "“”‘’"}
    table = font["GSUB"].table
    table.LookupList.Lookup.append(buildLookup([buildSingleSubstSubtable(quotes)]))
    table.LookupList.LookupCount += 1  # the subsetter goes by the counts
    record = otTables.FeatureRecord()
    record.FeatureTag = "calt"
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [table.LookupList.LookupCount - 1]
    record.Feature.LookupCount = 1
    table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount += 1
    for script in table.ScriptList.ScriptRecord:
        if script.ScriptTag in ("latn", "grek", "cyrl"):
            languages = [entry.LangSys for entry in script.Script.LangSysRecord]
            for language in (script.Script.DefaultLangSys, *languages):
                language.FeatureIndex.append(table.FeatureList.FeatureCount - 1)
                language.FeatureCount += 1


def cut(source: Path, target: Path, codes: set[int]) -> None:
    """Write `source` to `target` with the glyphs of `codes` alone, horizontal and unhinted."""
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["vhea", "vmtx", "VORG", "STAT"]
    options.layout_features = [
        "ccmp",
        "locl",
        "calt",
        "mark",
        "kern",
        "liga",
        "pwid",
        "halt",
        "palt",
        "chws",
    ]
    font = subset.load_font(str(source), options)
    narrow_quotes(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    subset.save_font(font, str(target), options)


def main() -> None:
    """Fetch, cut and write every font with its licence."""
    codes = wanted()
    with tempfile.TemporaryDirectory() as scratch:
        packages = {family: fetch(family, Path(scratch)) for family in PACKAGES}
        for name in (*CHINESE, *LATIN):
            family, style = name.split("-")
            weight = f"{WEIGHTS[style]}{style}"
            source = packages[family] / weight / f"{family}_{weight}.ttf"
            target = HERE / f"{name}.ttf"
            if name in CHINESE:
                cut(source, target, codes)
            else:
                shutil.copyfile(source, target)
            shutil.copyfile(packages[family] / "LICENSE_FONT", HERE / f"{family}-OFL.txt")
            print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
