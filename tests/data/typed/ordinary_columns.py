"""Knows ordinary tables by what stands in their columns: places across, verdicts, and words of how a year is made."""

from tests.data.typed.ordinary_tables import Case

PLACES = (
    Case("places across under a title of a crime", "Burglary 2023/24\nMonth,Northmoor,Southmoor,Testshire\nApr,5,6,11",
         refused="are “Northmoor”, “Southmoor”, “Testshire” areas, or measures? Put areas in a column “Area”"),
    Case("quarters down, places across", "Recorded crime 2023/24\nQuarter,Oakby,Elmby\nQ1,5,6",
         refused="such as Area, Month, Recorded crime. If they are measures, say in each heading what is counted"),
    Case("places across without a title", "Month,Oakby,Elmham\nApr 2023,5,6", refused="“Elmham” areas, or measures?"),
    Case("places by their compass", "Year,North ward,South ward\n2023/24,5,6", refused="areas, or measures?"),
    Case("the partnership among measures", "Month,Bins,Benches,Testshire\nApr 2023,5,6,11",
         refused="“Testshire” is the name of an area, and stands where an indicator does"),
    Case("the partnership down as an indicator", "Indicator,2023/24\nBurglary,5\nTestshire,11",
         refused="“Testshire” is the name of an area"),
    Case("measures across under a title of crime", "Crime report 2023/24\nMonth,Burglary,Robbery\nApr,5,6",
         "Burglary: Apr 2023 actual 5\nRobbery: Apr 2023 actual 6"),
    Case("measures that no word tells", "Monitoring 2023/24\nMonth,Bins,Benches\nApr,5,6",
         "Bins: Apr 2023 actual 5\nBenches: Apr 2023 actual 6"),
    Case("measures of a place", "Oakby 2023/24\nMonth,Burglary,Robbery\nApr,5,6",
         "Burglary: Apr 2023 actual 5\nRobbery: Apr 2023 actual 6"),
    Case("places down under a title of a crime", "Burglary 2023/24\nDistrict,Q1,Q2\nOakby,5,6",
         "Burglary @Oakby: Q1 2023/24 actual 5, Q2 2023/24 actual 6"),
)  # fmt: skip

LEFT_CHANGE = "never whether lower or higher is better:"
VERDICTS = (
    Case("performance that is better or worse", "Indicator,Period,Actual,Target,Performance\nA,2023/24,5,6,Better",
         "A: 2023/24 actual 5, 2023/24 target 6", said=f"{LEFT_CHANGE} Performance."),
    Case("a result that is a verdict", "Indicator,Period,Value,Result\nA,2023/24,5,On target", "A: 2023/24 actual 5",
         said=f"{LEFT_CHANGE} Result."),
    Case("performance beside a year's actual", "Indicator,2023/24 Actual,2023/24 Performance\nA,5,Worse than last year",
         "A: 2023/24 actual 5", said=f"{LEFT_CHANGE} 2023/24 Performance."),
    Case("performance below a year", "Indicator,2023/24,\n,Actual,Performance\nA,5,↑", "A: 2023/24 actual 5",
         said=f"{LEFT_CHANGE} 2023/24 Performance."),
    Case("performance that is a number", "Indicator,Period,Performance,Target\nA,2023/24,5,6",
         "A: 2023/24 actual 5, 2023/24 target 6"),
    Case("two actuals", "Indicator,Period,Actual,Outturn\nA,2023/24,5,6",
         refused="has two columns for the actual, “Actual” in line 1, field 3 and “Outturn” in line 1, field 4: keep"),
)  # fmt: skip

COLUMNS = (*PLACES, *VERDICTS)
