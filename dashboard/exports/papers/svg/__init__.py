"""Knows charts as vector drawings, for print and for a page that needs no server."""
