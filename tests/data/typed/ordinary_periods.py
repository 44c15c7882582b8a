"""Knows ordinary tables by how they write their periods: sure beside each other, in doubt alone, and years down."""

from tests.data.typed.ordinary_tables import Case

SPELT = (
    Case("years spelt with to", "Indicator,2022 to 2023,2023 to 2024\nA,5,6", "A: 2022/23 actual 5, 2023/24 actual 6",
         said="“2022 to 2023” and the like are read as financial years: 2022/23."),
    Case("years of four digits", "Indicator,2223,2324,Target 2324\nA,5,6,7",
         refused="“2324” in line 1, field 4 may be 2023/24 or something else: write 2023/24"),
    Case("years of four digits without a target", "Indicator,2223,2324\nA,5,6",
         "A: 2022/23 actual 5, 2023/24 actual 6"),
    Case("2021 beside them", "Indicator,2021,2122,2223\nA,5,6,7", refused="is “2021” beside “2122” the year"),
    Case("years that look like days", "Indicator,10-11,11-12,12-13\nA,5,6,7",
         "A: 2010/11 actual 5, 2011/12 actual 6, 2012/13 actual 7"),
    Case("nothing but years that look like days", "Indicator,10-11,11-12\nA,5,6", refused="write 2010/11."),
    Case("a year by one number", "Indicator,FY23,FY24\nA,5,6",
         refused="“FY23” in line 1, field 2 may be 2022/23 or 2023/24: write 2022/23 if it ends in March 2023."),
    Case("a year by one number beside others", "Indicator,2022/23,FY24 Actual\nA,5,6", refused="“FY24” in line 1"),
    Case("a quarter of such a year", "Indicator,Period,Actual\nA,Q4 FY24,5", refused="“Q4 FY24” in line 2"),
    Case("a quarter of either calendar", "Indicator,Q1 2023,Q2 2023\nA,5,6",
         refused="write Q1 2023/24 (April to June is Q1), or Jan-Mar 2023"),
    Case("months as statisticians write them", "Indicator,2023M04,2023M05\nA,5,6",
         "A: Apr 2023 actual 5, May 2023 actual 6"),
    Case("per cent behind the year", "Indicator,2022/23 (%),2023/24 (%)\nA,71.5,72.5",
         "A: 2022/23 actual 71.5, 2023/24 actual 72.5"),
    Case("per cent behind target and actual", "Indicator,Period,Actual (%),Target %\nA,2023/24,71.5,72.5",
         "A: 2023/24 actual 71.5, 2023/24 target 72.5"),
    Case("a number and its percentage", "Indicator,2023/24,2023/24 (%)\nA,190,12.5",
         refused="has the actual of 2023/24 twice: under “2023/24” and “2023/24 (%)”"),
)  # fmt: skip

DAYS = (
    Case("month ends under Date", "Indicator,Date,Actual\nA,29/02/2024,5\nA,31/03/2024,6",
         "A: Feb 2024 actual 5, Mar 2024 actual 6"),
    Case("month ends down, measures across", "Date,Bins,Benches\n29/02/2024,5,6",
         "Bins: Feb 2024 actual 5\nBenches: Feb 2024 actual 6"),
    Case("quarter ends under Date", "Indicator,Date,Actual\nA,30/06/2023,5\nA,30/09/2023,6",
         refused="a month, a quarter or a year? Head the column “Month ending”, “Quarter ending” or “Year ending”"),
    Case("year ends under Date", "Indicator,Date,Actual\nA,31/03/2023,5\nA,31/03/2024,6",
         refused="a month, a quarter or a year?"),
    Case("one such day", "Indicator,Date,Actual\nA,31/03/2024,5", refused="a month, a quarter or a year?"),
    Case("month ending", "Indicator,Month ending,Actual\nA,31/03/2024,5", "A: Mar 2024 actual 5"),
    Case("quarter ending", "Indicator,Quarter ending,Actual\nA,30/06/2023,5", "A: Q1 2023/24 actual 5"),
    Case("year ending", "Indicator,Year ending,Actual\nA,31/03/2024,5", "A: 2023/24 actual 5"),
    Case("the day of an update", "Indicator,Date,Period,Actual\nA,12/05/2024,2023/24,5", "A: 2023/24 actual 5"),
)  # fmt: skip

YEARS_DOWN = (
    Case("years down, months across", "Indicator,Year,Apr,May,Jan\nA,2023/24,5,6,7\nA,2022/23,1,2,3",
         "A: Apr 2023 actual 5, May 2023 actual 6, Jan 2024 actual 7, "
         "Apr 2022 actual 1, May 2022 actual 2, Jan 2023 actual 3"),
    Case("years down, quarters and a target across", "Indicator,Year,Q1,Q2,Target\nA,2023/24,5,6,40\nA,2022/23,1,2,30",
         "A: Q1 2023/24 actual 5, Q2 2023/24 actual 6, 2023/24 target 40, "
         "Q1 2022/23 actual 1, Q2 2022/23 actual 2, 2022/23 target 30"),
    Case("calendar years down", "Indicator,Year,Jan,Feb\nA,2023,5,6", "A: Jan 2023 actual 5, Feb 2023 actual 6"),
    Case("names merged over their years", "Indicator,Year,Q1\nA,2023/24,5\n,2022/23,1\nB,2023/24,3",
         "A: Q1 2023/24 actual 5, Q1 2022/23 actual 1\nB: Q1 2023/24 actual 3"),
    Case("areas and years down", "Burglary\nDistrict,Year,Q1\nOakby,2023/24,5\nOakby,2022/23,1",
         "Burglary @Oakby: Q1 2023/24 actual 5, Q1 2022/23 actual 1"),
    Case("a year that is none", "Indicator,Year,Apr\nA,next,5", refused="“next” in line 2, field 2 is no year of the"),
    Case("a calendar year of quarters", "Indicator,Year,Q1,Q2\nA,2023,5,6",
         refused="may be a financial or a calendar quarter of 2023"),
)  # fmt: skip

ACROSS = (
    Case("a quarter in the title over quarters", "Q2 2023/24\nIndicator,Last year,Q1,Q2,YTD,Target\nA,9,5,6,11,20",
         "A: Q1 2023/24 actual 5, Q2 2023/24 actual 6", said="it names no period: Last year, Target."),
    Case("a month in the title over months", "Scorecard May 2023\nIndicator,Apr,May\nA,5,6",
         "A: Apr 2023 actual 5, May 2023 actual 6", said="are those of 2023/24, the year of May 2023"),
    Case("a quarter in the title over its months", "Q2 2023/24\nIndicator,Jul,Aug,Target\nA,5,6,20",
         "A: Jul 2023 actual 5, Aug 2023 actual 6, Q2 2023/24 target 20"),
    Case("names merged over their areas", "Indicator,Area,2023/24\nA,Oakby,5\n,Elmby,6\n,Total,11",
         "A @Oakby: 2023/24 actual 5\nA @Elmby: 2023/24 actual 6\nA: 2023/24 actual 11"),
    Case("a row without name and area", "Indicator,Area,2022/23,2023/24\nA,Oakby,4,5\n,,6,7",
         "A @Oakby: 2022/23 actual 4, 2023/24 actual 5",
         rules="indicator-blank"),
)  # fmt: skip

PERIODS = (*SPELT, *ACROSS, *DAYS, *YEARS_DOWN)
