"""Writes the guides as pages of docs/, each step with its picture: `make pictures`."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from dashboard.reports.guides.every import GUIDES
from dashboard.reports.guides.guide import Guide
from tests.browser.views import ROOT, settle

FOLDER = ROOT / "docs" / "guides"
#: The address of the picture of a step, by the guide and its number in it.
PICTURED = {
    ("reader", 1): "/?partnership=warwickshire&period=2010-11",
    ("reader", 2): "/trends?partnership=south-staffordshire",
    ("reader", 3): "/drill-down?partnership=sampleshire",
    ("analyst", 1): "/load?partnership=warwickshire",
    ("analyst", 3): "/enter?partnership=warwickshire",
    ("analyst", 6): "/plan?partnership=sampleshire",
    ("chair", 1): "/meeting?partnership=sampleshire",
    ("chair", 3): "/present?deck=%2F%3Fpartnership%3Dwarwickshire%26period%3D2010-11",
    ("chair", 6): "/scrutiny?partnership=sampleshire",
    ("administrator", 2): "/settings?partnership=sampleshire",
    ("administrator", 3): "/settings/files",
    ("administrator", 4): "/audit",
}
COLOURS = 64  # of a picture: enough for our pages, and a third of the bytes


def markdown(guide: Guide) -> str:
    """The page of *guide* in docs/guides/."""
    return "\n\n".join(_parts(guide)) + "\n"


def _parts(guide: Guide) -> Iterator[str]:
    yield f"# {guide.title}"
    yield guide.lede
    for at, step in enumerate(guide.steps, start=1):
        where = f" (`/{step.page}`)" if step.page not in ("", "overview") else ""
        yield f"## {at}. {step.title}{where}"
        yield from step.words
        if (guide.slug, at) in PICTURED:
            yield f"![{step.title}](../pictures/{picture(guide, at)})"
    yield "More: " + ", ".join(f"[{name}](../{name}.md)" for name in guide.more) + "."


def picture(guide: Guide, at: int) -> str:
    return f"guide-{guide.slug}-{at}.png"


def take_guides(page: Page, folder: Path) -> None:
    """Write every page, and photograph the steps that have a picture."""
    FOLDER.mkdir(exist_ok=True)
    for guide in GUIDES.values():
        (FOLDER / f"{guide.slug}.md").write_text(markdown(guide), encoding="utf-8")
        for at, address in ((at, address) for (slug, at), address in PICTURED.items() if slug == guide.slug):
            page.goto(address)
            if page.locator("#react-entry-point").count():
                settle(page)
            place = folder / picture(guide, at)
            page.screenshot(path=place)
            with Image.open(place) as taken:
                taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(place, optimize=True)
