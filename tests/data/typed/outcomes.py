"""Knows what has to become of each malformed or awkward file of figures, by its name."""

from dataclasses import dataclass, field

from tests.data.typed.spoilt_texts import LONGEST


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing is loaded; the sentence is the file's name and *why*."""

    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing is loaded before the question is answered."""

    question: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """So many figures are new; what cannot be taken is rejected by rule, *first* what the officer reads first of it."""

    figures: int
    first: str = ""
    said: str = ""
    rules: dict[str, int] = field(default_factory=dict)


def loaded(figures: int, first: str = "", said: str = "", blank: int = 0, **rules: int) -> Loaded:
    """An outcome in one line: rules with underscores, and how many blank cells are said."""
    blanks = f"Blank cells hold nothing and change nothing: {blank}." if blank else ""
    told = " ".join(filter(None, (said, blanks)))
    return Loaded(figures, first, told, {rule.replace("_", "-"): count for rule, count in rules.items()})


OUTCOMES: dict[str, Refused | Asked | Loaded] = {
    "empty.csv": Refused(" is empty."),
    "blanks.csv": Refused(" is empty."),
    "heading-only.csv": Refused(" has a heading and no rows under it."),
    "doubled-column.csv": Refused(" has two columns for the actual: keep one."),
    "no-period.csv": Refused(
        " names indicators but no period: of which period are the figures under “Actual”, “Target” (“When” names "
        "none)? Write it in the heading (2023/24 Q1, 2023/24 Target) or in a line above the table, add a column "
        "“Period”, or say it: --period 2023/24 on the command line, or “Period of the file” in the form."),
    "no-figures.csv": Refused(
        " names indicators and periods but no figures: head their columns “Actual” and “Target”."),
    "semicolons.csv": loaded(8, said="The columns are divided by semicolons."),
    "tabs.txt": loaded(8, said="The columns are divided by tabs."),
    "bars.csv": loaded(8, said="The columns are divided by bars."),
    "utf-16.csv": loaded(8, said="Read as UTF-16."),
    "utf-16-unmarked.csv": Refused(" is no text file."),
    "marked.csv": loaded(8),
    "windows.csv": loaded(4, "line 2, fiel", "Read as Windows-1252.", area_disputed=4),
    "mixed-ends.csv": loaded(8),
    "nul.csv": Refused(" is no text file."),
    "titled.csv": loaded(
        8, said="Lines above the heading were left out: 2. Not part of a table: “Source: own records”."),
    "unclosed-quote.csv": Refused(
        " cannot be read below line 3: a quotation mark is not closed, or stands inside a field."),
    "quote-inside.csv": loaded(8),
    "too-many-fields.csv": loaded(
        8, "Noise,Rugby,2011/12,5,712,6,100",
        said="Rows that stand twice with the same values count once: 8.", row_fields=1),
    "too-few-fields.csv": loaded(8, "Noise,2011/12,5,4", period_unreadable=1),
    "cut.csv": Refused(" ends in the middle of a row: download it again."),
    "commas.csv": Refused(" has 1,000,001 columns: keep only the table."),
    "figures.json": Refused(
        ' is no file that Outturn knows (it begins “[{"Indicator": "Graffiti", "Area": "Rugby", "Period": "2011/…”): '
        "the README lists what can be loaded."),
    "picture.csv": Refused(" is a picture, whatever its name says: save its table as .xlsx or .csv."),
    "page.xls": Refused(" is a web page, whatever its name says: save its table as .xlsx or .csv."),
    "paper.xlsx": Refused(" is a PDF, whatever its name says: save its table as .xlsx or .csv."),
    "program.xlsx": Refused(" is a program, whatever its name says: save its table as .xlsx or .csv."),
    "2011-06-warwickshire-outcomes.csv": Refused(
        " is police.uk's outcomes; Outturn takes them from the street-level files."),
    LONGEST: loaded(8),
    "control-in-name.csv": loaded(8, "No\x07ise,Rugby,2011/12,5,", words_unreadable=1),
    "bidi-in-name.csv": loaded(8, "Noise,Rug\u202eby,2011/12,5,", words_unreadable=1),
    "same-twice.csv": loaded(8, said="Rows that stand twice with the same values count once: 2."),
    "other-twice.csv": loaded(
        7, "line 2, field 4,57", said="Rows that stand twice with the same values count once: 1.", doubled=2),
    "negative.csv": loaded(8, "line 6, field 4: “-5” is a count under zero.", blank=1, count_negative=1),
    "fraction.csv": loaded(
        8, "line 6, field 4: “5.5” is a count with a fraction: is it a rate?", blank=1, count_fractional=1),
    "over-100.csv": loaded(
        9, "line 6, field 4: “104%” is no percentage of anything.", blank=2, percentage_impossible=1),
    "percent-in-count.csv": Asked("“Graffiti” holds “29%” and “57”: is it a percentage or a count?"),
    "glued-note.csv": loaded(
        8, "line 6, field 4: “1,1283” looks like 1,128 with note 3: write 1,128 (3).", blank=1, value_unreadable=1),
    "brackets.csv": loaded(
        8, "line 6, field 4: “(12)” is in brackets: for a negative number write a minus.", blank=1, value_unreadable=1),
    "decimal-comma.csv": loaded(
        8, "line 6, field 4: “26,3” has a comma that marks no thousands: for decimals use a point.",
        blank=1, value_unreadable=1),
    "no-numbers.csv": loaded(
        8, "line 6, field 4: “inf” is neither a number nor a reason: write a number, TBC, N/A or [x].",
        blank=3, value_unreadable=3),
    "identifier.csv": loaded(
        8, "line 6, field 4: “1234567890123456” has too many digits for a figure", blank=1, value_unreadable=1),
    "other-digits.csv": loaded(
        8, "line 6, field 4: “١٢” is neither a number nor a reason: write a number, TBC, N/A or [x].",
        blank=2, value_unreadable=2),
    "missing-words.csv": loaded(13, blank=5),
    "long-cell.csv": loaded(8, "line 6, field 4: “999", blank=1, value_unreadable=1),
    "longer-cell.csv": Refused(
        " cannot be read below line 5: a quotation mark is not closed, or stands inside a field."),
    "bare-quarter.csv": loaded(8, "Noise,Rugby,Q1,5,", period_unreadable=1),
    "calendar-quarter.csv": Refused(
        ": “2010Q2” in line 6, field 3 may be a financial or a calendar quarter: "
        "write Q2 2010/11 (April to June is Q1), or Apr-Jun 2010."
    ),
    "no-such-day.csv": loaded(8, "Noise,Rugby,31/02/2011,5,", period_unreadable=1),
    "two-years-apart.csv": loaded(8, "Noise,Rugby,2010/12,5,", period_unreadable=1),
    "covers-outside.csv": loaded(
        5, "line 2, field 4: “2013-03-31” is not the last day of a month of 2011/12.", covers_unreadable=1),
    "covers-no-day.csv": loaded(5, "line 2, field 4: “31/09/2011” is no day such as 2026-09-30.", covers_unreadable=1),
    "polarity.csv": loaded(
        6, said="Graffiti: line 2, field 6: “sideways” is no polarity: write lower, higher or neutral."
        " Until then it is left open."),
    "category.csv": loaded(
        4, "line 2, field 6: Graffiti: “Witchcraft” is no category: name one of the categories that pages show",
        declaration_unreadable=1),
    "marker.csv": loaded(5, "line 2, field 4: “q” is no marker: use p, r or e.", value_unreadable=1),
    "tolerance.csv": loaded(
        4, "line 2, field 6: Graffiti: “lots” is no tolerance: write a percentage such as 5.",
        declaration_unreadable=1),
    "tolerance-nan.csv": loaded(
        4, "line 2, field 6: Graffiti: “NaN” is no tolerance: write a percentage such as 5.", declaration_unreadable=1),
    "multiplier-zero.csv": loaded(
        4, "line 2, field 6: Graffiti: “0” is no multiplier: write a whole number such as 1,000.",
        declaration_unreadable=1),
    "kind.csv": loaded(
        6, said="Graffiti: line 2, field 6: “vibes” is no value type: write count, rate, percentage or change."
        " Until then it is left open."),
    "no-indicator.csv": loaded(8, ",Rugby,2011/12,5,", indicator_blank=1),
    "no-area.csv": loaded(9, blank=1, said="Rows without an area hold figures of the whole partnership: 1."),
    "formula-name.csv": loaded(9, blank=1),
    "name-of-signs.csv": loaded(8, "???,Rugby,2011/12,5,", indicator_blank=1),
    "area-of-signs.csv": loaded(8, "Noise,???,2011/12,5,", indicator_blank=1),
    "spilt-thousands.csv": loaded(2, "Graffiti,Rugby,2010/11,1,128,900", row_fields=1),
    "wrong-total.csv": Refused(
        ": the total of Graffiti, 2011/12 target, is 91 in line 6, field 5, but its 2 parts sum to 90: a difference "
        "of 1."),
    "right-total.csv": loaded(10, said="Rows that stand twice with the same values count once: 2."),
    "wide-wrong-total.csv": Refused(
        ": the total of Litter, 2011/12 actual, is 19 in line 4, field 4, but its 2 parts sum to 18: a difference of "
        "1."),
    "wide-right-total.csv": loaded(6),
    "long-definition.csv": loaded(6),
    "hidden-in-target.csv": loaded(
        9, "line 6, field 5: “To reduce �noise” has a hidden character: write it without.", value_unreadable=1),
    "hidden-in-unit.csv": loaded(4, "Graffiti,Rugby,2011/12,57,50,re\u2066ports", words_unreadable=1),
    "wide-spilt-thousands.csv": loaded(2, "Litter,Rugby,1,128,1,310", row_fields=1),
    "wide-same-period.csv": Refused(
        ": each of its figures stands twice with different values (line 2, field 3,10): tell them apart by an area, a "
        "period or the indicator's name."),
    "wide-nameless.csv": Refused(" does not say what the areas under row 1 are counted for: name it above."),
    "doubled-declaration.csv": Refused(" has two columns for the polarity: keep one."),
    "declared-sideways.csv": loaded(
        0, said="Litter: line 3, field 2: “sideways” is no polarity: write lower, higher or neutral."
        " Until then it is left open."),
    "merged.xlsx": loaded(6, "Figures: ,North Warwickshire,2011/12,7,5", merged_cell=1),
    "errors.xlsx": loaded(7, "Figures: D5 #N/A", cell_error=2),
    "formula.xlsx": loaded(7, "Figures: D5 =SUM(D2:D4)", formula_without_value=1),
    "formula-name.xlsx": loaded(8),
    "macros.xlsm": Refused(" holds macros: save it as .xlsx without them."),
    "old.xls": Refused(" is an old .xls file or protected by a password: save it as .xlsx without a password."),
    "binary.xlsb": Refused(" is a binary workbook (.xlsb): save it as .xlsx."),
    "locked.xlsx": Refused(" is protected by a password: remove the password."),
    "locked.zip": Refused(" is protected by a password: remove the password."),
    "bomb.xlsx": Refused(" would unpack to 314,588,813 bytes: save only the sheet with the figures."),
    "largest-sheet.xlsx": Refused(
        " has no sheet with a table that Outturn knows: the README lists what can be loaded."),
    "hidden.xlsx": Refused(" has nothing but hidden sheets: show the one with the figures."),
    "many-sheets.xlsx": Refused(" has more than 200 sheets: split it."),
    "long-cell.xlsx": loaded(6, "Figures: Noise Noise ", words_unreadable=1),
    "cut.xlsx": Refused(" is cut short or damaged: download it again."),
    "entities.xlsx": Refused(" is cut short or damaged: download it again, or save it afresh as .xlsx."),
    "no-table.xlsx": Refused(" has no sheet with a table that Outturn knows: the README lists what can be loaded."),
    "sheets-disagree.xlsx": Refused(
        ", Board, D2 says “58” and sheets-disagree.xlsx, District, D2 “57” for the same actual: Graffiti, 2011/12. "
        "Keep one; if each sheet is of an area, add a column “Area” to each with the area's name."),
    "sheets-agree.xlsx": loaded(6),
    "notes-beside.xlsx": loaded(6, said="The sheet “Guidance” was left out: no table that Outturn knows."),
    "heading-only.xlsx": Refused(" has headings and no rows under them."),
    "no-period.xlsx": Refused(
        " names indicators but no period on the sheet Figures: of which period are the figures under “Actual” (“When” "
        "names none)? Write it in the heading (2023/24 Q1, 2023/24 Target) or in a line above the table, add a column "
        "“Period”, or say it: --period 2023/24 on the command line, or “Period of the file” in the form."),
    "strict.xlsx": Refused(" is a Strict Open XML workbook: save it as Excel workbook (.xlsx)."),
    "percent-format.xlsx": loaded(1, "Figures, D2: “104%” is no percentage of anything.", percentage_impossible=1),
    "folder.csv": Refused(" is a folder: name the files in it, or zip it."),
    "pipe.csv": Refused(" is no file."),
    "loop.csv": Refused(" cannot be opened: too many levels of symbolic links."),
    "linked.csv": loaded(8),
    "none.csv": Refused(" cannot be opened: no such file or directory."),
}  # fmt: skip
