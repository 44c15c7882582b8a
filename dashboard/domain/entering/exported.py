"""Knows how a workbook that Outturn made is told, so that the figures in it can be loaded back."""

#: Begins the first cell of its second row, on the cover.
MADE = "Workbook made by Outturn"
FIGURES_SHEET = "Figures"  # the one that is read
FIGURES = ("Partnership", "Indicator", "Area", "Period", "Actual", "Target", "Marker", "Covers to", "Note")
NOTHING = "[none]"  # stands where a cell would be blank
WHOLE_AREA = "Whole area"  # of the partnership
