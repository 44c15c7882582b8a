"""Knows papers as print: PDF/UA-1, set by typst, in which every heading, table and picture says what it is."""
