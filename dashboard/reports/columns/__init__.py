"""Knows what every column of an export is: its heading in words, what it says, its kind and its unit."""
