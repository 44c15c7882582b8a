"""Knows ordinary tables whose notes, units, targets or areas say something that must not be passed over."""

from tests.data.typed.ordinary_tables import Case

UP_TO = "its actuals of 2023/24 count up to 30 September 2023, a part of the period, and are not judged."
BOTH = "A: 2022/23 actual 9, 2023/24 actual 4"
WHEN = "counts a part of 2023/24"

NOTES = (
    Case("a note that names the months", "Indicator,2022/23,2023/24*\nA,9,4\n* April to September only", BOTH,
         said=UP_TO),
    Case("a raised note", "Indicator,2022/23,2023/24²\nA,9,4\n² Q1 and Q2 only", BOTH, said=UP_TO),
    Case("a note in square brackets", "Indicator,2022/23,2023/24 [note 1]\nA,9,4\n[note 1] Data to Sept 2023", BOTH,
         said=UP_TO),
    Case("a note on the figure itself", "Indicator,2022/23,2023/24\nA,9,4*\n* first six months",
         "A: 2022/23 actual 9, 2023/24 actual 4*", said=UP_TO),
    Case("a line that names its year", "Indicator,2022/23,2023/24\nA,9,4\nNote: 2023/24 is April to September only.",
         BOTH, said=UP_TO),
    Case("a title that names its year", "Lamps (2023/24 to September)\nIndicator,2022/23,2023/24\nA,9,4", BOTH),
    Case("a note in a column", "Indicator,Period,Actual,Note\nA,2022/23,9,\nA,2023/24,4,Apr-Sep only", BOTH,
         said=UP_TO),
    Case("a note on the year of a row", "Indicator,Period,Actual\nA,2022/23,9\nA,2023/24*,4\n* first half year", BOTH,
         said=UP_TO),
    Case("a note on a year down", "Year,A\n2022/23,9\n2023/24*,4\n* to the end of September", BOTH, said=UP_TO),
    Case("a line of the only year", "Indicator,2023/24\nA,4\nApril to September only", "A: 2023/24 actual 4",
         said=UP_TO),
    Case("a note that names no months", "Indicator,2022/23,2023/24¹\nA,9,4\n¹ part year",
         refused=f"the figure “4” in line 2, field 3 {WHEN} (“part year”), but up to which day? Write it in the note "
         "(“April to … only”), head its column with its months (Apr 2023 - …), or add a column “Covers to”"),
    Case("a note of months", "Indicator,2022/23,2023/24*\nA,9,4\n\"* provisional, 9 months\"", refused=WHEN),
    Case("a note of months left out", "Indicator,2022/23,2023/24*\nA,9,4\n* Excludes January to March", refused=WHEN),
    Case("a line of no year", "Indicator,2022/23,2023/24\nA,9,4\nApril to September only",
         refused="“April to September only” says a part of a period, but of which: 2022/23 or 2023/24? Name it in the "
         "line (2023/24: …), or mark its heading and the line with the same sign (*)"),
    Case("a day that is said", "Indicator,Period,Actual,Covers to,Note\nA,2023/24,4,2023-09-30,part year",
         "A: 2023/24 actual 4"),
    Case("notes of other things", "Indicator,2022/23,2023/24*\nA,9,4\n* Recording changed in April 2023", BOTH),
    Case("words under a part year", "Indicator,2022/23,2023/24*\nA,9,TBC\n* part year",
         "A: 2022/23 actual 9, 2023/24 actual TBC"),
    Case("a note of a sheet of notes", "Indicator|2022/23|2023/24 [note 3]\nA|9|4\n==\nNote number|Note text\n"
         "[note 3]|April to September only", BOTH, said=UP_TO, sheets=("Lamps", "Notes")),
)  # fmt: skip

UNITS = (
    Case("thousands of pounds in headings", "Indicator,2022/23 (£'000),2023/24 (£'000)\nCost of repairs,9,8",
         "Cost of repairs: 2022/23 actual 9, 2023/24 actual 8"),
    Case("millions without brackets", "Indicator,2023/24 Actual £m,2023/24 Target £m\nCost of repairs,9,8",
         "Cost of repairs: 2023/24 actual 9, 2023/24 target 8"),
    Case("days in headings", "Indicator,2023/24 (days),Target 2023/24 (days)\nAverage time to repair,9,8",
         "Average time to repair: 2023/24 actual 9, 2023/24 target 8"),
    Case("counts in headings", "Indicator,2022/23 (no.),2023/24 (number)\nA,9,8",
         "A: 2022/23 actual 9, 2023/24 actual 8"),
    Case("a rate in headings", "Indicator,2022/23 (per 1000 population),2023/24 (per 1000 population)\nA,9.5,8.1",
         "A: 2022/23 actual 9.5, 2023/24 actual 8.1"),
    Case("units beside actual and target", "Indicator,Period,Actual (£k),Target (£k)\nCost of repairs,2023/24,9,8",
         "Cost of repairs: 2023/24 actual 9, 2023/24 target 8"),
    Case("two units in headings", "Indicator,2023/24 (£m),2023/24 Target (days)\nA,9,8",
         refused="one indicator has one unit, but the headings “2023/24 (£m)” and “2023/24 Target (days)” say two"),
    Case("numbers and percentages in headings", "Indicator,2022/23 (number),2023/24 (%)\nA,9,8",
         refused="one indicator has one unit, but the headings “2022/23 (number)” and “2023/24 (%)” say two"),
)  # fmt: skip

TARGETS = (
    Case("a change on nothing", "Indicator,2023/24,2023/24 Target\nA,9,reduction of 5%",
         "A: 2023/24 actual 9, 2023/24 target reduction of 5%",
         said="“reduction of 5%” does not say on what, and is not judged: write “reduction of 5% on 2022/23"),
    Case("points on nothing", "Indicator,2023/24,2023/24 Target\nA %,9,+2pp",
         "A %: 2023/24 actual 9, 2023/24 target +2pp",
         said="“+2pp” does not say on what, and is not judged: write “+2pp on 2022/23 actual”, or"),
    Case("a change on a year", "Indicator,2023/24,2023/24 Target\nA,9,-5% on 2022/23 actual",
         "A: 2023/24 actual 9, 2023/24 target -5% on 2022/23 actual"),
    Case("from one share to another", "Indicator,2023/24,2023/24 Target\nA,21%,from 21.9% to 20%",
         "A: 2023/24 actual 21%, 2023/24 target from 21.9% to 20%"),
    Case("from one count to another", "Indicator,2023/24,2023/24 Target\nA,70,from 65 to 80 by March 2024",
         "A: 2023/24 actual 70, 2023/24 target from 65 to 80 by March 2024"),
)  # fmt: skip

OVERLAPS = (
    Case("a county among its districts",
         "Indicator,Area,2022/23,2023/24\nA,Fooshire,300,290\nA,Northam,100,90\nA,Southam,200,200",
         refused="each figure of “Fooshire” is the sum of the other 2 areas, so it is the whole of them and would "
         "count everything twice. Name its rows “Total”, or leave them out."),
    Case("a county below its districts",
         "A by district\nArea,2022/23,2023/24\nNortham,31,40\nSoutham,20,22\nWestham,5,7\nBarset,56,69",
         refused="each figure of “Barset” is the sum of the other 3 areas"),
    Case("a county in two columns of three",
         "Indicator,Area,2021/22,2022/23,2023/24\nA,Northam,40,41,9\nA,Southam,22,23,9\nA,Barset,62,64,TBC",
         refused="each figure of “Barset” is the sum of the other 2 areas"),
    Case("one figure that is two others by chance", "Indicator,Area,2023/24\nA,Northam,100\nA,Southam,60\nA,Westham,40",
         "A @Northam: 2023/24 actual 100\nA @Southam: 2023/24 actual 60\nA @Westham: 2023/24 actual 40"),
    Case("small numbers that add up by chance", "Indicator,Area,2023/24\nA,Northam,3\nA,Southam,2\nA,Westham,1",
         "A @Northam: 2023/24 actual 3\nA @Southam: 2023/24 actual 2\nA @Westham: 2023/24 actual 1"),
    Case("a sum in one year alone",
         "Indicator,Area,2022/23,2023/24\nA,Northam,300,290\nA,Southam,100,90\nA,Westham,200,201",
         "A @Northam: 2022/23 actual 300, 2023/24 actual 290\nA @Southam: 2022/23 actual 100, 2023/24 actual 90\n"
         "A @Westham: 2022/23 actual 200, 2023/24 actual 201"),
    Case("rates that add up", "Indicator,Unit,Area,2023/24\nA,%,Northam,60\nA,%,Southam,40\nA,%,Westham,20",
         "A @Northam: 2023/24 actual 60\nA @Southam: 2023/24 actual 40\nA @Westham: 2023/24 actual 20"),
    Case("a total of rows with a sub-total",
         "Indicator,Area,2023/24\nA,Northam,90\nA,Rest of the county,200\nA,Urban sub-total,150\nA,Total,290",
         refused="but its 3 parts sum to 440: a difference of 150. “Rest of the county” and “Urban sub-total” may be "
         "of areas that have rows of their own: take out what counts twice."),
)  # fmt: skip

DEPENDENT = (
    Case("measures under a title", "Violence 2023/24\nMonth,With injury,Without injury\nApr,5,6\nMay,4,7",
         "Violence: with injury: Apr 2023 actual 5, May 2023 actual 4\n"
         "Violence: without injury: Apr 2023 actual 6, May 2023 actual 7"),
    Case("names under a title", "Burglary offences\nIndicator,2023/24\nWith violence,5\nWithout violence,4",
         "Burglary offences: with violence: 2023/24 actual 5\nBurglary offences: without violence: 2023/24 actual 4"),
    Case("parts of the row above",
         "Indicator,2022/23,2023/24\nTheft,9,8\nof which cycles,5,4\n- of which others,4,4\nFires,3,2",
         "Theft: 2022/23 actual 9, 2023/24 actual 8\nTheft: of which cycles: 2022/23 actual 5, 2023/24 actual 4\n"
         "Theft: of which others: 2022/23 actual 4, 2023/24 actual 4\nFires: 2022/23 actual 3, 2023/24 actual 2"),
    Case("parts of two rows above",
         "Indicator,2023/24\nTheft,9\nIncluding from shops,5\nAssault,3\nIncluding with injury,2",
         "Theft: 2023/24 actual 9\nTheft: including from shops: 2023/24 actual 5\nAssault: 2023/24 actual 3\n"
         "Assault: including with injury: 2023/24 actual 2"),
    Case("a title that counts nothing", "Scorecard 2023/24\nMonth,With injury\nApr,5\nMay,4",
         "With injury: Apr 2023 actual 5, May 2023 actual 4"),
    Case("whole names under a title", "Violence 2023/24\nMonth,Assault,Stalking\nApr,5,6\nMay,4,7",
         "Assault: Apr 2023 actual 5, May 2023 actual 4\nStalking: Apr 2023 actual 6, May 2023 actual 7"),
)  # fmt: skip
UNNAMED = tuple(
    Case(f"years down and {name} across of nothing", table,
         refused="but not what is counted: add a column “Indicator” with it in each row")
    for name, table in {
        "months": "Year,Apr,May,Jun\n2022/23,9,8,7\n2023/24,5,4,3",
        "quarters": "Lamps\nFinancial year,Q1,Q2,Q3,Q4\n2022/23,9,8,7,6\n2023/24,5,4,3,2",
        "months under a title": "Lamps 2023/24\nYear,April,May\n2022/23,9,8\n2023/24,5,4",
    }.items()
)  # fmt: skip
BESIDE = (*DEPENDENT, *UNNAMED, *NOTES, *UNITS, *TARGETS, *OVERLAPS)
