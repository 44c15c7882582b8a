"""Knows the cover: what the papers are, whose, of which day and data, with the partnership's logo."""

from io import BytesIO

from dashboard.exports.papers.pptx.boxes import EMU, Box, emu
from dashboard.exports.papers.pptx.fitting import LEADING, held, lines_of
from dashboard.exports.papers.pptx.leaf import Leaf
from dashboard.exports.papers.pptx.slides import SlideDeck
from dashboard.exports.papers.pptx.template.house_layouts import COVER
from dashboard.exports.papers.pptx.writing import Line, said
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.pack import Pack

INVENTED = "Every figure in these papers is invented."
SIZE, SUBTITLES, LEDE_LINES = 16.0, (20.0, 18.0, 16.0, 14.0), 2
LOGO = Box(0, 0, 180, 64)  # where a template has no place for it: at the lower right


def add_cover(deck: SlideDeck, pack: Pack) -> None:
    """The first slide."""
    leaf = deck.open(COVER, pack.title)
    ground = leaf.ground
    if ground.is_house:
        place = leaf.spot("subtitle")
        size, whose = leaf.fit(_whose(pack), SUBTITLES, (place.width * 0.97, place.height), bold=True)
        leaf.fill("subtitle", [said(whose, size)])
        leaf.fill("about", _about(pack, *leaf.spot("about").size))
    else:
        size, whose = leaf.fit(_whose(pack), SUBTITLES, (ground.body.width * 0.97, 2 * SUBTITLES[0] * LEADING))
        about = _about(pack, ground.body.width, ground.body.height - 2 * SUBTITLES[0] * LEADING)
        leaf.words("subtitle", "Subtitle", ground.body, [said(whose, size), *about])
    _logo(deck, leaf, pack)
    deck.close(leaf, "\n".join(printable(line) for line in _all(pack) if line))


def _whose(pack: Pack) -> str:
    """The subtitle, after the partnership's own name where it does not say it."""
    name = pack.brand.name
    return f"{name} · {pack.subtitle}" if name and name not in pack.subtitle else pack.subtitle


def _facts(pack: Pack) -> list[str]:
    return [
        INVENTED if pack.is_made_up else "",
        " · ".join(pack.brand.committees),
        f"{pack.day} · data version {pack.data_version}",
    ]


def _all(pack: Pack) -> list[str]:
    return [pack.title, _whose(pack), pack.lede, *_facts(pack), pack.address]


def _about(pack: Pack, width: float, height: float) -> list[Line]:
    """The finding in short, then what the papers are made of, as far as there is room."""
    lines, left = list[Line](), height
    for text, most in ((pack.lede, LEDE_LINES), *((fact, 1) for fact in _facts(pack))):
        words = held(printable(text), SIZE, width * 0.97, most)
        left -= len(lines_of(words, SIZE, width * 0.97)) * SIZE * LEADING + 6 if words else 0
        if words and left >= 0:
            lines.append(said(words, SIZE, before=6 if lines else 0))
    return lines


def _logo(deck: SlideDeck, leaf: Leaf, pack: Pack) -> None:
    """The logo as large as it fits; a broken one is left out."""
    if not pack.brand.logo:
        return
    try:
        picture = leaf.slide.shapes.add_picture(BytesIO(pack.brand.logo), emu(0), emu(0))
    except (OSError, ValueError):
        return
    box = leaf.spot("logo") if "logo" in leaf.ground.spots else _corner(deck)
    times = min(box.width * EMU / picture.width, box.height * EMU / picture.height)
    place = Box(0, 0, picture.width * times / EMU, picture.height * times / EMU)
    _, _, picture.width, picture.height = place.place
    picture.left, picture.top, _, _ = Box(box.right - place.width, box.bottom - place.height, 0, 0).place
    picture.name = "Logo"
    picture._element._nvXxPr.cNvPr.set("descr", printable(pack.brand.logo_alt or f"Logo of {pack.brand.name}".strip()))


def _corner(deck: SlideDeck) -> Box:
    width, height = (float(length or 0) / EMU for length in (deck.file.slide_width, deck.file.slide_height))
    return Box(width - LOGO.width - 30, height - LOGO.height - 30, LOGO.width, LOGO.height)
