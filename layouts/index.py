"""Knows the page around the page: language, and what is seen before the first script has run."""

from layouts.assets import asset_href

PLOTLY = "vendor/plotly-cartesian.min.js"  # of the assets; a chart that is zoomed into asks for it, no page does


def index() -> str:
    """The document; what it names of the assets is asked for by its content."""
    named = {"plotly": PLOTLY, "icon": "icon.svg", "font": "fonts/inter-latin.woff2"}
    document = _INDEX
    for place, name in named.items():
        document = document.replace(f"{{{place}}}", asset_href(name))
    return document


_INDEX = """<!DOCTYPE html>
<html lang="en-GB">
  <head>
    {%metas%}
    <meta name="description" content="Community-safety performance against targets: status, year end, trends.">
    <title>{%title%}</title>
    <link rel="icon" href="{icon}" type="image/svg+xml">
    <link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>
    {%css%}
  </head>
  <body>
    <noscript><p class="no-script">JavaScript is switched off here: titles, figures, tables, links and downloads are on
    the page, but filters need it. The figures as a file:
    <a href="/export/year-end.csv">year end as CSV</a>.</p></noscript>
    {%app_entry%}
    <div id="scripts" data-plotly="{plotly}">{%config%}{%scripts%}{%renderer%}</div>
  </body>
</html>
"""
