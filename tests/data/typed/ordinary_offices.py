"""Knows ordinary tables by the words beside their figures: titles to date, totals, people, roles."""

from tests.data.typed.ordinary_tables import Case

TO_DATE = (
    Case("a title to date over actuals", "Performance to September 2023\nIndicator,Target,Actual\nA,440,442",
         refused="April to September is Apr 2023 - Sep 2023"),
    Case("a year to date in the title", "Year to date 2023/24\nIndicator,Actual\nA,442",
         refused="says up to when they count, not from when"),
    Case("as at the end of a month", "Report as at end of September 2023\nIndicator,Actual\nA,442",
         refused="says up to when they count"),
    Case("the months that were meant", "Performance to September 2023\nIndicator,Actual\nA,442",
         "A: Apr 2023 to Sep 2023 actual 442", period="Apr 2023 - Sep 2023"),
    Case("a title from a month to another", "Report April to June 2023\nIndicator,Actual\nA,210",
         "A: Q1 2023/24 actual 210"),
    Case("quarters from the first on", "Indicator,Q1 2023/24,Q1-Q2 2023/24,Q1-Q4 2023/24\nA,1,2,4",
         "A: Q1 2023/24 actual 1, Apr 2023 to Sep 2023 actual 2, 2023/24 actual 4"),
    Case("quarters by their last month", "Indicator,Quarter ending June 2023,Qtr to 30 Sept 2023\nA,1,2",
         "A: Q1 2023/24 actual 1, Q2 2023/24 actual 2"),
    Case("a quarter of last year", "Scorecard Q2 2023/24\nIndicator,Q2 last year,Q2 this year\nA,250,232",
         "A: Q2 2023/24 actual 232", said="it names no period: Q2 last year."),
)  # fmt: skip

WORDS = (
    Case("a total with the partnership's name",
         "Burglary\nDistrict,2023/24\nNorth,100\nSouth,200\nTestshire total,300",
         "Burglary @North: 2023/24 actual 100\nBurglary @South: 2023/24 actual 200\nBurglary: 2023/24 actual 300"),
    Case("a total for somewhere that differs", "Burglary\nDistrict,2023/24\nNorth,100\nTotal for Testshire,300",
         refused="is 300 in line 4, field 2, but its only part comes to 100"),
    Case("all areas of a kind", "Burglary\nWard,2023/24\nAbbey,1\nMill,2\nAll Testshire wards,3",
         "Burglary @Abbey: 2023/24 actual 1\nBurglary @Mill: 2023/24 actual 2\nBurglary: 2023/24 actual 3"),
    Case("an average under a total of months", "Month,A\nApr-23,70\nMay-23,66\nTotal,136\nAverage,68",
         "A: Apr 2023 actual 70, May 2023 actual 66",
         said="line 4, field 1. Left out, an average over the periods: line 5, field 1."),
    Case("roles behind the figures", "Indicator,Q1 2023/24,Type\nA,240,Target\nA,210,Actual",
         "A: Q1 2023/24 target 240, Q1 2023/24 actual 210"),
    Case("males only", "Indicator,Sex,Period,Actual\nReoffenders,Male,2021/22,159",
         "Reoffenders (Male): 2021/22 actual 159", said="named with what “Sex” says"),
    Case("people by sex and age", "Indicator,Gender,Age group,2023/24\nA,Female,10-17,5\nA,All,All ages,9",
         "A (Female, 10-17): 2023/24 actual 5\nA: 2023/24 actual 9"),
    Case("figures under headings with a sign", "Indicator,Polarity,2022/23 (%)\nA,High,71", "A: 2022/23 actual 71"),
    Case("every figure twice", "Indicator,Period,Actual\nA,2023/24,1\nA,2023/24,2",
         refused="each of its figures stands twice with different values"),
)  # fmt: skip

OFFICES = (*TO_DATE, *WORDS)
