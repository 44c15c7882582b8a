"""Knows each kind of slide: cover, contents, a finding with its number, a chart, a table, a map."""
