"""Knows papers as a workbook: cover, contents, notes, and one table a sheet."""
