"""Knows papers as files: the same pack as slides, workbook, print, and a page that needs no server."""
