"""Knows how a pack becomes a PDF: its texts as JSON and its charts as SVG, set by `papers.typ`."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import typst

from dashboard.exports.papers.pdf.glyphs import shown
from dashboard.exports.papers.pdf.said import pack_said
from dashboard.exports.papers.svg.picture import svg
from dashboard.places import assets_folder
from dashboard.reports.packs.charts import HeatTable
from dashboard.reports.packs.pack import Pack

#: Its stubs do not know that it takes files by their names.
COMPILE: Callable[..., bytes] = typst.compile
SETTING = Path(__file__).with_name("papers.typ")


def write(pack: Pack) -> bytes:
    """The papers as PDF/UA-1: the same bytes for the same pack; without a logo that cannot be drawn."""
    try:
        return _set(pack)
    except typst.TypstError:
        if not pack.brand.logo:
            raise
        return _set(replace(pack, brand=replace(pack.brand, logo=b"")))


def _set(pack: Pack) -> bytes:
    files = {"main.typ": SETTING.read_bytes(), "pack.json": json.dumps(pack_said(pack)).encode()}
    files |= {name: drawn.encode() for name, drawn in _pictures(pack)}
    files |= {"logo.json": json.dumps([*pack.brand.logo]).encode()} if pack.brand.logo else {}
    return COMPILE(
        files,
        format="pdf",
        font_paths=[assets_folder() / "fonts"],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=0,
    )


def _pictures(pack: Pack) -> Iterator[tuple[str, str]]:
    """Every chart but heat tables, by the place of its section and its own."""
    for at, section in enumerate(pack.sections):
        for number, chart in enumerate(section.charts):
            if not isinstance(chart, HeatTable):
                yield f"{at}-{number}.svg", shown(svg(chart))
