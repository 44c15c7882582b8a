"""Knows how a number is written for a reader."""

from decimal import ROUND_HALF_UP, Context, Decimal

MINUS = "\u2212"
_MOST_PRINTED = 4  # no document prints a figure finer; more decimals mean that a program worked it out
EXACT = Context(prec=60)


def show(number: Decimal | None, decimals: int | None = None, percent: bool = False, signed: bool = False) -> str:
    """Return *number* as a reader writes it ("7,582", "−11.8%"); missing is "".

    Without *decimals* the printed decimals stay; what is longer than any print gets one as a percentage, else two
    (four under 1): its source has them all.
    """
    if number is None:
        return ""
    rounded = round_half_up(number, _decimals(number, percent) if decimals is None else decimals)
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return f"{sign}{abs(rounded):,f}{'%' if percent else ''}"


def show_briefly(number: Decimal) -> str:
    """Return *number* with one decimal, or none where that would be a nought: "72.3", "55"."""
    rounded = round_half_up(number, 1)
    return show(rounded, 0 if rounded == rounded.to_integral_value() else 1)


def round_half_up(number: Decimal, decimals: int) -> Decimal:
    """Return *number* at *decimals* decimals, halves away from zero, as people round."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACT)


def printed_decimals(number: Decimal) -> int:
    """Return how many decimals *number* is printed with: 26.30 has two."""
    return max(0, -int(number.as_tuple().exponent))


def _decimals(number: Decimal, percent: bool) -> int:
    own = printed_decimals(number)
    if own <= _MOST_PRINTED:
        return own
    return 1 if percent else 2 if abs(number) >= 1 else _MOST_PRINTED
