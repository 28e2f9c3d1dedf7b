# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.50"]
# ///
"""Make the fonts of this folder, from the fonts that npm packages carry.

Without names of families, all of them. Noto Sans SC and Noto Serif SC are cut to the characters
of GB2312 but Greek and Cyrillic, of Latin script as far as the fonts have it, signs, and every
character of the default exhibit and of the interface words; so run it again when a text brings a
new character. Source Sans 3 and Source Serif 4, whose Latin letters those fonts share, are copied
as they are: they have the letters of all European languages and of Vietnamese. The fonts of the
other scripts are whole, with the height of line of the Chinese ones.
Of Japanese the letters of JIS X 0208 that the Chinese fonts lack are kept, of Korean the syllables
of KS X 1001. letters.txt says of what the fonts have glyphs, for `kiosk check`. Needs `npm` on the
path:

    python resources/fonts/subset.py [FAMILY ...]
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
EAST = ("NotoSansJP-Regular", "NotoSansJP-Bold", "NotoSansKR-Regular", "NotoSansKR-Bold")
OTHERS = (
    *("NotoSansArabic-Regular", "NotoSansArabic-Bold"),
    *("NotoNaskhArabic-Regular", "NotoNaskhArabic-SemiBold"),
    *("NotoSansHebrew-Regular", "NotoSansHebrew-Bold"),
    *("NotoSerifHebrew-Regular", "NotoSerifHebrew-SemiBold"),
    *("NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold"),
    *("NotoSerifDevanagari-Regular", "NotoSerifDevanagari-SemiBold"),
    *("NotoSansThai-Regular", "NotoSansThai-Bold"),
)
PACKAGES = {
    "NotoSansSC": ("noto-sans-sc", "0.4.3"),
    "NotoSerifSC": ("noto-serif-sc", "0.4.3"),
    "SourceSans3": ("source-sans-3", "0.4.1"),
    "SourceSerif4": ("source-serif-4", "0.4.1"),
    "NotoSansJP": ("noto-sans-jp", "0.4.3"),
    "NotoSansKR": ("noto-sans-kr", "0.4.3"),
    "NotoSansArabic": ("noto-sans-arabic", "0.4.3"),
    "NotoNaskhArabic": ("noto-naskh-arabic", "0.4.5"),
    "NotoSansHebrew": ("noto-sans-hebrew", "0.4.1"),
    "NotoSerifHebrew": ("noto-serif-hebrew", "0.4.2"),
    "NotoSansDevanagari": ("noto-sans-devanagari", "0.4.1"),
    "NotoSerifDevanagari": ("noto-serif-devanagari", "0.4.1"),
    "NotoSansThai": ("noto-sans-thai", "0.4.2"),
}
"""The npm package of each family and its release."""
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B: pinyin with tones among them
    (0x0250, 0x02FF),  # phonetic letters, modifiers
    (0x0300, 0x036F),  # combining marks
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
GREEK_TO_CYRILLIC = (0x0370, 0x052F)
"""Letters of which the Chinese fonts have only those without accents: a word has one font."""

BEYOND_GB2312 = "洺"
"""Characters of place names that GB2312 lacks; 洺 is in 临洺关."""


def gb2312() -> set[int]:
    """The code points of GB2312."""
    return decoded("gb2312")


def decoded(encoding: str) -> set[int]:
    """The code points of an encoding of 94 times 94 letters."""
    pairs = itertools.product(range(0xA1, 0xFF), range(0xA1, 0xFF))
    return {ord(c) for pair in pairs for c in bytes(pair).decode(encoding, errors="ignore")}


def hangul() -> set[int]:
    """The code points of the Korean letters of KS X 1001."""
    return {code for code in decoded("euc_kr") if 0x3130 <= code <= 0x318F or code >= 0xAC00}


def written() -> set[int]:
    """The code points of every text that comes with the project."""
    folders = (PROJECT / "content", PROJECT / "resources" / "words")
    files = sorted(file for folder in folders for file in folder.rglob("*.yaml"))
    return {ord(c) for file in files for c in file.read_text("utf-8") if c.isprintable()}


def wanted() -> set[int]:
    """The code points to keep."""
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    every = ranges | gb2312() | written() | {ord(c) for c in BEYOND_GB2312}
    return {code for code in every if not GREEK_TO_CYRILLIC[0] <= code <= GREEK_TO_CYRILLIC[1]}


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
    if ord("“") in codes:
        narrow_quotes(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    subset.save_font(font, str(target), options)


def had(folder: Path) -> set[int]:
    """The code points of which a font of a folder has a glyph."""
    return {code for file in folder.glob("*.ttf") for code in TTFont(file).getBestCmap()}


def told(codes: set[int]) -> str:
    """Code points as lines of their first and last, in hexadecimal, one after the other."""
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"{a:X}-{b:X}\n" for a, b in zip(starts, ends, strict=True))


ASCENT, DESCENT = 1.151, 0.286
"""The room above and below the line that Noto Serif SC has, in ems; that of sans is hardly more."""


def level(source: Path, target: Path) -> None:
    """Write `source` to `target` with the room of the Chinese fonts above and below its line.

    So a line is as high in any script, and a word of another one moves none.
    """
    font = TTFont(source)
    em = font["head"].unitsPerEm
    above, below = round(ASCENT * em), round(DESCENT * em)
    head, table = font["hhea"], font["OS/2"]
    head.ascent, head.descent, head.lineGap = above, -below, 0
    table.sTypoAscender, table.sTypoDescender, table.sTypoLineGap = above, -below, 0
    table.usWinAscent, table.usWinDescent = above, below
    font.save(target)


def main() -> None:
    """Fetch, cut and write every font with its licence."""
    codes = wanted()
    cuts = dict.fromkeys(CHINESE, codes)
    cuts |= dict.fromkeys(EAST[:2], decoded("euc_jp") - codes)
    cuts |= dict.fromkeys(EAST[2:], hangul())
    named = sys.argv[1:] or [*PACKAGES]
    with tempfile.TemporaryDirectory() as scratch:
        packages = {family: fetch(family, Path(scratch)) for family in named}
        for name in (*CHINESE, *LATIN, *EAST, *OTHERS):
            family, style = name.split("-")
            if family not in named:
                continue
            weight = f"{WEIGHTS[style]}{style}"
            source = packages[family] / weight / f"{family}_{weight}.ttf"
            target = HERE / f"{name}.ttf"
            if name in cuts:
                cut(source, target, cuts[name])
            elif name in LATIN:
                shutil.copyfile(source, target)
            else:
                level(source, target)
            shutil.copyfile(packages[family] / "LICENSE_FONT", HERE / f"{family}-OFL.txt")
            print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")
    (HERE / "letters.txt").write_text(told(had(HERE)), "utf-8")


if __name__ == "__main__":
    main()
