"""Knows what every way of drawing a chart shares, on pages and on paper."""
