"""Knows the icons of a control chart, drawn after Making Data Count: what varies, what the target can expect."""

from markupsafe import Markup

from dashboard.domain.statistics.control_chart import Assurance, ControlAbsence, Variation
from dashboard.reports.words.control import TARGET_WORDS, VARIATION_WORDS
from layouts.components.markup import tag

SIZE = 48  # of the drawing, in its own units
STEP = 5  # from point to point
CHANCE = ((15, 33), (26, 21, 28, 22, 27, 24))  # heights of the limits, and of six points between them
ABOVE = ((21, 37), (31, 28, 32, 29, 17, 14))  # the last two beyond the upper limit
BELOW = ((11, 27), (17, 20, 16, 19, 31, 34))
HIGHER = frozenset({Variation.IMPROVING_HIGHER, Variation.CONCERNING_HIGHER, Variation.SPECIAL_HIGHER})
LETTERS = {Assurance.PASSING: "P", Assurance.FALLING_SHORT: "F", Assurance.HIT_AND_MISS: "?"}
TARGET_LINES = {Assurance.PASSING: 38, Assurance.FALLING_SHORT: 9, Assurance.HIT_AND_MISS: 29}
LOOKS = {
    **dict.fromkeys((Variation.IMPROVING_HIGHER, Variation.IMPROVING_LOWER, Assurance.PASSING), "met"),
    **dict.fromkeys((Variation.CONCERNING_HIGHER, Variation.CONCERNING_LOWER, Assurance.FALLING_SHORT), "missed"),
    **dict.fromkeys((Variation.SPECIAL_HIGHER, Variation.SPECIAL_LOWER, Assurance.HIT_AND_MISS), "near"),
}


def icon(said: Variation | Assurance | ControlAbsence, name: str) -> Markup:
    """The drawing, and the words that it stands for beside it."""
    drawn = _assurance(said) if isinstance(said, Assurance) else _variation(said)
    ring = tag("circle", cx=24, cy=24, r=22, class_="ring")
    picture = tag("svg", ring, *drawn, viewBox=f"0 0 {SIZE} {SIZE}", aria_hidden="true", focusable="false")
    words = tag("span", tag("b", f"{name}: "), _words(said))
    look = "none" if isinstance(said, ControlAbsence) else LOOKS.get(said, "none")
    return tag("li", picture, words, class_=f"icon {look}")


def _words(said: Variation | Assurance | ControlAbsence) -> str:
    if isinstance(said, ControlAbsence):
        return str(said)
    return TARGET_WORDS[said] if isinstance(said, Assurance) else VARIATION_WORDS[said]


def _variation(said: Variation | ControlAbsence) -> list[Markup]:
    """Points between dotted limits; of a special cause the last two lie beyond them, with H or L."""
    if isinstance(said, ControlAbsence):
        return [_letter("–", 24, 30)]
    if said is Variation.COMMON_CAUSE:
        return _drawn(CHANCE, special=False)
    higher = said in HIGHER
    letter = _letter("H" if higher else "L", 17, 19 if higher else 39)
    return [*_drawn(ABOVE if higher else BELOW, special=True), letter]


def _drawn(shape: tuple[tuple[int, ...], tuple[int, ...]], *, special: bool) -> list[Markup]:
    """Dotted limits and a line with its points; the last two are larger where they are special."""
    limits, heights = shape
    places = [(11 + at * STEP, height) for at, height in enumerate(heights)]
    dots = [
        tag("circle", cx=f"{x:.1f}", cy=y, r=3.4 if special and at > 3 else 2, class_="dot")
        for at, (x, y) in enumerate(places)
    ]
    line = tag("polyline", points=" ".join(f"{x:.1f},{y}" for x, y in places), class_="line")
    return [*map(_dotted, limits), line, *dots]


def _assurance(said: Assurance) -> list[Markup]:
    """The target's line below, above or across the band in which figures vary, and the letter."""
    height = TARGET_LINES[said]
    band = tag("rect", x=7, y=14, width=34, height=20, class_="band")
    return [
        band,
        tag("line", x1=11, x2=37, y1=height, y2=height, class_="target"),
        _letter(LETTERS[said], 24, 26 if said is Assurance.HIT_AND_MISS else 30),
    ]


def _dotted(height: int) -> Markup:
    return tag("line", x1=7, x2=41, y1=height, y2=height, class_="limit")


def _letter(letter: str, x: int, y: int) -> Markup:
    return tag("text", letter, x=x, y=y, text_anchor="middle")
