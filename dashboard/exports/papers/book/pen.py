"""Knows how the cells of a workbook look: fonts, colours, the formats of numbers and days."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from dashboard.domain.palette import INK, INK_FAINT, SERIES

FONT = "Arial"
SIZE, TITLE_SIZE = 11, 16
DAY, MOMENT = "d mmmm yyyy", "d mmmm yyyy hh:mm"
WHOLE = "#,##0"
SMALL_DECIMALS, MOST_DECIMALS = 4, 2
LINE, HIGHEST = 15, 409  # points of a line, and those that a row may have
#: Letters that a line holds for each that its column is wide: most are narrower than a digit; broken ones hold fewer.
ONE_LINE, FILLED = 1.18, 1.06
FORMULA = ("=", "+", "-", "@")


class Pen:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook, accent: str = "") -> None:
        self.book = book
        self._accent = accent or SERIES[0]
        self._made: dict[tuple[str, bool], Format] = {}

    @cached_property
    def title(self) -> Format:
        return self._format(bold=True, font_size=TITLE_SIZE, font_color=self._accent)

    @cached_property
    def title_wrapped(self) -> Format:
        return self._format(bold=True, font_size=TITLE_SIZE, font_color=self._accent, text_wrap=True, valign="top")

    @cached_property
    def plain(self) -> Format:
        return self._format()

    @cached_property
    def wrapped(self) -> Format:
        return self._format(text_wrap=True, valign="top")

    @cached_property
    def faint(self) -> Format:
        return self._format(font_color=INK_FAINT)

    @cached_property
    def link(self) -> Format:
        return self._format(font_color=SERIES[0], underline=1, valign="top")

    @cached_property
    def heading(self) -> Format:
        return self._format(bold=True, text_wrap=True, valign="bottom", bottom=2, bottom_color=self._accent)

    @cached_property
    def number_heading(self) -> Format:
        return self._format(
            bold=True, text_wrap=True, valign="bottom", align="right", indent=1, bottom=2, bottom_color=self._accent
        )

    def words(self, text: str, *, right: bool = False) -> Format:
        """Of *text*, which stays text when somebody opens the cell and leaves it again."""
        return self._cell("@" if text.startswith(FORMULA) else "", right=right)

    def number(self, number_format: str) -> Format:
        return self._cell(number_format, right=True)

    def _cell(self, number_format: str, *, right: bool) -> Format:
        key = (number_format, right)
        if key not in self._made:
            known = {"num_format": number_format} if number_format else {}
            quoted = {"quote_prefix": True} if number_format == "@" else {}
            side: dict[str, str | int] = {"align": "right", "indent": 1} if right else {"align": "left"}
            self._made[key] = self._format(text_wrap=True, valign="top", **side, **known, **quoted)
        return self._made[key]

    def _format(self, **said: str | int | bool) -> Format:
        return self.book.add_format({"font_name": FONT, "font_size": SIZE, "font_color": INK} | said)


def height(texts: Iterable[tuple[str, float]]) -> int:
    """Of a row of *texts*, each in a column of so many letters."""
    lines = (sum(_lines(part, width) for part in text.split("\n")) for text, width in texts)
    return min(LINE * max(lines, default=1), HIGHEST)


def _lines(text: str, width: float) -> int:
    return 1 if len(text) <= width * ONE_LINE else ceil(len(text) / (width * FILLED))


def broken_format(numbers: Iterable[float | Decimal]) -> str:
    """One for all broken numbers of a column: shares below 1 with more places than others."""
    known = [Decimal(str(item)) for item in numbers]
    places = max((_places(item) for item in known), default=0)
    if not places:
        return WHOLE
    most = SMALL_DECIMALS if max(map(abs, known)) < 1 else MOST_DECIMALS
    return f"{WHOLE}.{'0' * min(places, most)}"


def is_whole(number: float | Decimal) -> bool:
    return number == int(number)


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
