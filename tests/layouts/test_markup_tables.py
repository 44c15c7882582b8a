"""Tables of HTML: one function writes them, every text in them is escaped."""

import re

from layouts.components.markup import tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from tests.test_links import ROOT

WRITES = {"layouts/components/markup_tables.py"}


def test_one_module_writes_tables() -> None:
    written = re.compile(r"""tag\(\s*["'](table|thead|tbody|caption)["']""")
    files = {str(path.relative_to(ROOT)): path for path in (ROOT / "layouts").rglob("*.py")}
    assert {name for name, path in files.items() if written.search(path.read_text(encoding="utf-8"))} == WRITES


def test_a_table_has_caption_scopes_and_a_region_of_its_own() -> None:
    row = tag("tr", row_name("A & B", look="inner"), tag("td", "<1"))
    assert framed_table("Sums", [column_name("Area"), column_name("Sum", "n")], [row]) == (
        '<div class="table-scroll" tabindex="0" role="region" aria-label="Sums"><table class="figures">'
        '<caption class="visually-hidden">Sums</caption>'
        '<thead><tr><th scope="col">Area</th><th scope="col" class="n">Sum</th></tr></thead>'
        '<tbody><tr><th scope="row" class="inner">A &amp; B</th><td>&lt;1</td></tr></tbody></table></div>'
    )


def test_a_table_behind_a_chart_is_folded_away_unless_it_is_short() -> None:
    table = framed_table("Sums", [], [], None)
    assert folded(table) == f'<details class="as-table"><summary>Show as table</summary>{table}</details>'
    assert folded(table, "Those outside", opened=True).startswith('<details class="as-table" open><summary>Those')
