"""Knows the page around the page: language, and what is seen before the first script has run."""

INDEX = """<!DOCTYPE html>
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
    <noscript><p class="no-script">Outturn draws its pages with JavaScript, which is switched off here. The
    figures can be had without it: <a href="/export/year-end.csv">year end as CSV</a>.</p></noscript>
    {%app_entry%}
    <div id="scripts">{%config%}{%scripts%}{%renderer%}</div>
  </body>
</html>
"""
