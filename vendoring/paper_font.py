"""Knows how the font of the papers is cut from Inter: python -m vendoring.paper_font SOURCE TARGET.

TARGET is the name without an ending: `.ttf` for print, `.woff2` for the page that needs no server. The characters are
those of `dashboard.exports.papers.pdf.glyphs`, the weights 400 to 700, the size that of text.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from dashboard.exports.papers.pdf.glyphs import known

FAMILY, FULL = 1, 4
LIMITS = {"opsz": 14, "wght": (400, 700)}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "tnum"]
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # with copyright and licence


def cut(source: Path) -> TTFont:
    """Inter with our characters and weights only."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = KEPT_NAMES
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(known())))
    subsetter.subset(font)
    font = instantiateVariableFont(font, LIMITS)
    for number in (FAMILY, FULL):
        font["name"].setName("Inter", number, 3, 1, 0x409)
    return font


def main(source: str, target: str) -> None:
    """Write the font in both wrappings."""
    font = cut(Path(source))
    for flavor, ending in ((None, ".ttf"), ("woff2", ".woff2")):
        font.flavor = flavor
        font.save(f"{target}{ending}")


if __name__ == "__main__":
    main(*sys.argv[1:])
