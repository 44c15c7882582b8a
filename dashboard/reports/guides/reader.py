"""Knows the ten minutes of somebody who reads: from the overview to the cell behind a number."""

from dashboard.reports.guides.guide import Guide, GuideStep

READER = Guide(
    "reader",
    "Reading Outturn",
    "For anybody who wants to know how a partnership stands against its targets, and whether a change is real.",
    (
        GuideStep(
            "Start with the overview",
            (
                "Choose the partnership, and beside it area, category and period. The title of each page says what "
                "was found; the tiles begin with what is worst. A tile says value, target, status in words, and how "
                "much it changed.",
                "“Near” is worse than the target by no more than the tolerance, and never counts as met. “Not "
                "judged” comes with its reason: Outturn never makes a zero of what is missing.",
            ),
            "overview",
        ),
        GuideStep(
            "See whether it is chance",
            (
                "“Within chance” means that a difference of this size comes about by itself. Do not explain it in a "
                "meeting. The file of an indicator, behind its name, has its control chart: what lies outside the "
                "limits, or runs on one side of the middle, is worth a question.",
            ),
            "trends",
        ),
        GuideStep(
            "Go down to the street",
            (
                "Drill-down opens on the newest quarter beside the same one a year before. Choose a crime type, then "
                "a place, to see what moved it. Hotspots ranks the neighbourhoods beside their map.",
            ),
            "drill-down",
        ),
        GuideStep(
            "Ask where a number comes from",
            (
                "Every number is a link to the cell it was read from: document, table, row and column, or file, "
                "sheet and cell. Methods, at the foot of each page, says how it was worked out, with an example.",
            ),
            "data",
        ),
        GuideStep(
            "Take it with you",
            (
                "“Download” under the title has this very view as slides, workbook, print, web page, CSV or JSON. "
                "The address of a page is the view: send it, and others see the same. Press / and type to find "
                "anything.",
            ),
            "year-end",
        ),
    ),
    ("control-charts", "papers", "performance-street"),
)
