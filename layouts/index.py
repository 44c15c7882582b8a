"""Knows the page around the page: language, and what is seen before the first script has run."""

PLOTLY = "vendor/plotly-cartesian.min.js"  # of the assets; charts that are explored ask for it, no page does


def index(plotly: str) -> str:
    """The document; *plotly* is the address of what draws charts."""
    return _INDEX.replace("{plotly}", plotly)


_INDEX = """<!DOCTYPE html>
<html lang="en-GB">
  <head>
    {%metas%}
    <meta name="description" content="Community-safety performance against targets: status, year end, trends.">
    <title>{%title%}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="preload" href="/assets/fonts/inter-latin.woff2" as="font" type="font/woff2" crossorigin>
    {%css%}
  </head>
  <body>
    <noscript><p class="no-script">JavaScript is switched off here: titles, figures, tables, links and downloads are on
    the page, but filters and some charts need it. The figures as a file:
    <a href="/export/year-end.csv">year end as CSV</a>.</p></noscript>
    {%app_entry%}
    <div id="scripts" data-plotly="{plotly}">{%config%}{%scripts%}{%renderer%}</div>
  </body>
</html>
"""
