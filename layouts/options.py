"""Knows what a control of the filter bar offers: words and value, and the values that name nothing of their own."""

WHOLE = "whole"  # nothing in particular; dbc.Select treats an empty value as no choice
SEVERAL = "several"  # what the address has already

Option = dict[str, str]
