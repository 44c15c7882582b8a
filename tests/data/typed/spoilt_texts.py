"""Knows how to make text files of indicator figures as they come from careless or hostile hands."""

HEADING = "Indicator,Area,Period,Actual,Target"
ROWS = (
    "Graffiti,Rugby,2011/12,57,50",
    "Graffiti,North Warwickshire,2011/12,44,40",
    "Litter,Rugby,2011/12,12,10",
    "Litter,North Warwickshire,2011/12,7,5",
)
OFFICE = "Indicator,Area,2010/11,2011/12"
WIDE = ("Litter,Rugby,10,12", "Litter,North Warwickshire,5,6")
PIXEL = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + bytes(range(256))
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + bytes(64) + b"PE\x00\x00"
LONGEST = f"{'long-name-' * 24}12.csv"
OUTCOMES = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type"


def lines(*rows: str, heading: str = HEADING, end: str = "\n") -> str:
    return "".join(row + end for row in (heading, *rows))


def beside(*rows: str, heading: str = HEADING) -> str:
    """A good table with more *rows* under it."""
    return lines(*ROWS, *rows, heading=heading)


def declaring(name: str, text: str) -> str:
    """A good table with a column in which one indicator declares *text*."""
    return lines(f"Graffiti,Rugby,2011/12,57,50,{text}", f"{ROWS[2]},", f"{ROWS[3]},", heading=f"{HEADING},{name}")


def years(*texts: str) -> list[str]:
    """A row for each of *texts*, each of another year."""
    return [f"Noise,Rugby,{2011 + at},{text}," for at, text in enumerate(texts)]


GOOD = lines(*ROWS)
FIGURE = "Noise,Rugby,2011/12,{},"

SHAPES: dict[str, str | bytes] = {
    "empty.csv": "",
    "blanks.csv": "  \r\n \t \n",
    "heading-only.csv": lines(),
    "doubled-column.csv": GOOD.replace("Target", "Actual", 1),
    "no-period.csv": GOOD.replace("Period", "When", 1),
    "no-figures.csv": "Indicator,Area,Period\nGraffiti,Rugby,2011/12\n",
    "semicolons.csv": GOOD.replace(",", ";"),
    "tabs.txt": GOOD.replace(",", "\t"),
    "bars.csv": GOOD.replace(",", "|"),
    "utf-16.csv": GOOD.encode("utf-16"),
    "utf-16-unmarked.csv": GOOD.encode("utf-16-le"),
    "marked.csv": GOOD.encode("utf-8-sig"),
    "windows.csv": GOOD.replace("Rugby", "Café Quarter").encode("cp1252"),
    "mixed-ends.csv": GOOD.replace("\n", "\r\n", 2).replace("50\r\n", "50\r"),
    "nul.csv": GOOD.replace("Rugby", "Rug\x00by"),
    "titled.csv": f"Performance 2011/12,,,,\n\nFor the board,,,,\n{GOOD},,,,\n\nSource: own records,,,,\n,,,,\n",
    "unclosed-quote.csv": GOOD.replace("Litter", '"Litter', 1),
    "quote-inside.csv": GOOD.replace("Litter", 'Lit"ter', 1),
    "too-many-fields.csv": beside("Noise,Rugby,2011/12,5,712,6,100", *ROWS),
    "too-few-fields.csv": beside("Noise,2011/12,5,4"),
    "cut.csv": GOOD[:-8],
    "commas.csv": "," * 1_000_000,
    "figures.json": '[{"Indicator": "Graffiti", "Area": "Rugby", "Period": "2011/12", "Actual": 57}]',
    "picture.csv": PIXEL,
    "page.xls": "<html><body><table><tr><td>Indicator</td><td>2011/12</td></tr></table></body></html>",
    "paper.xlsx": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "program.xlsx": PROGRAM,
    "2011-06-warwickshire-outcomes.csv": OUTCOMES + "\n,2011-06,Warwickshire Police,,,,,,,Offender fined\n",
    LONGEST: GOOD,
}

CELLS: dict[str, str | bytes] = {
    "control-in-name.csv": beside("No\x07ise,Rugby,2011/12,5,"),
    "bidi-in-name.csv": beside("Noise,Rug\u202eby,2011/12,5,"),
    "same-twice.csv": beside(ROWS[0]),
    "other-twice.csv": beside("Graffiti,Rugby,2011/12,58,50"),
    "negative.csv": beside(FIGURE.format(-5)),
    "fraction.csv": beside("Domestic burglary,Rugby,2019/20,5.5,"),
    "over-100.csv": beside("Confidence,Rugby,2011/12,104%,", "Confidence,Rugby,2012/13,57%,"),
    "percent-in-count.csv": beside("Graffiti,Rugby,2012/13,29%,"),
    "glued-note.csv": beside(FIGURE.format('"1,1283"')),
    "brackets.csv": beside(FIGURE.format("(12)")),
    "decimal-comma.csv": beside(FIGURE.format('"26,3"')),
    "no-numbers.csv": beside(*years("inf", "nan", "1e400")),
    "identifier.csv": beside(FIGURE.format("1234567890123456")),
    "other-digits.csv": beside(*years("\u0661\u0662", "\uff15\uff17")),
    "missing-words.csv": beside(*years("TBC", "N/A", "<5", "..", "[x]")),
    "long-cell.csv": beside(FIGURE.format("9" * 40_000)),
    "longer-cell.csv": beside(f'"{"Noise " * 20_000}",Rugby,2011/12,5,'),
    "bare-quarter.csv": beside("Noise,Rugby,Q1,5,"),
    "calendar-quarter.csv": beside("Noise,Rugby,2010Q2,5,"),
    "no-such-day.csv": beside("Noise,Rugby,31/02/2011,5,"),
    "two-years-apart.csv": beside("Noise,Rugby,2010/12,5,"),
    "covers-outside.csv": declaring("Covers to", "2013-03-31"),
    "covers-no-day.csv": declaring("Covers to", "31/09/2011"),
    "polarity.csv": declaring("Polarity", "sideways"),
    "category.csv": declaring("Category", "Witchcraft"),
    "marker.csv": declaring("Marker", "q"),
    "tolerance.csv": declaring("Tolerance", "lots"),
    "tolerance-nan.csv": declaring("Tolerance", "NaN"),
    "multiplier-zero.csv": declaring("Multiplier", "0"),
    "kind.csv": declaring("Type", "vibes"),
    "no-indicator.csv": beside(",Rugby,2011/12,5,"),
    "no-area.csv": beside("Noise,,2011/12,5,"),
    "formula-name.csv": beside("=cmd|' /C calc'!A0,Rugby,2011/12,5,"),
    "name-of-signs.csv": beside("???,Rugby,2011/12,5,"),
    "area-of-signs.csv": beside("Noise,???,2011/12,5,"),
    "spilt-thousands.csv": lines("Graffiti,Rugby,2010/11,1,128", "Litter,Rugby,2010/11,9,8").replace("128", "128,900"),
    "wrong-total.csv": beside("Graffiti,Total,2011/12,101,91"),
    "right-total.csv": beside(ROWS[1], "Graffiti,All areas,2011/12,101,90"),
    "wide-wrong-total.csv": lines(*WIDE, "Litter,Total,15,19", heading=OFFICE),
    "wide-right-total.csv": lines(*WIDE, "Litter,Total,15,18", heading=OFFICE),
    "long-definition.csv": declaring("Definition", "Marks on walls. " * 40),
    "hidden-in-target.csv": beside("Noise,Rugby,2011/12,5,To reduce \u202enoise"),
    "hidden-in-unit.csv": declaring("Unit", "re\u2066ports"),
    "wide-spilt-thousands.csv": lines("Litter,Rugby,1,128,1,310", WIDE[1], heading=OFFICE),
    "wide-same-period.csv": lines("Litter,Rugby,10,12", heading="Indicator,Area,2011/12,2011-12"),
    "wide-nameless.csv": lines("Rugby,10,12", heading="Area,2010/11,2011/12"),
    "doubled-declaration.csv": lines("Graffiti,lower,higher", heading="Indicator,Polarity,Polarity"),
    "declared-sideways.csv": lines("Graffiti,lower", "Litter,sideways", heading="Indicator,Polarity"),
}  # fmt: skip
