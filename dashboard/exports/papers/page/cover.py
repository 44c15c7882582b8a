"""Knows what stands before the sections: whose papers they are, their finding, when they were made, the contents."""

from base64 import b64encode

from markupsafe import Markup

from dashboard.exports.papers.page.elements import element
from dashboard.exports.papers.page.sections import heading
from dashboard.exports.papers.words import cut
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.pack import Pack, Section

LONGEST_LINE = 140
CONTENTS = "contents"


def cover(pack: Pack) -> Markup:
    return element(
        "header",
        _whose(pack.brand),
        element("p", pack.subtitle, class_="place"),
        heading("h1", pack.title),
        element("p", pack.lede, class_="lede") if pack.lede else None,
        element("p", INVENTED_WORDS, class_="private") if pack.is_made_up else None,
        element("p", _told(pack), class_="told"),
        element("p", f"For {' · '.join(pack.brand.committees)}", class_="for") if pack.brand.committees else None,
        class_="cover",
    )


def _told(pack: Pack) -> str:
    return f"Made on {pack.day} · data version {pack.data_version} · {pack.address}"


def _whose(brand: Brand) -> Markup | None:
    """The partnership's own name and logo; without either, nothing."""
    logo = _logo(brand) if brand.logo else None
    name = element("span", brand.name) if brand.name else None
    return element("p", logo, name, class_="whose") if logo or name else None


def _logo(brand: Brand) -> Markup:
    picture = f"data:image/png;base64,{b64encode(brand.logo).decode()}"
    return element("img", src=picture, alt=brand.logo_alt or brand.name, class_="logo")


def contents(pack: Pack) -> Markup | None:
    """A link to each section, under the part that it stands in; none where there is but one."""
    if len(pack.sections) < 2:
        return None
    parts = pack.parts if len(pack.parts) > 1 else ()
    loose = [found for found in pack.sections if not parts or not found.part]
    listed = [_part(part, [found for found in pack.sections if found.part == part]) for part in parts]
    title = element("h2", "Contents", id=CONTENTS)
    return element("nav", title, _ways(loose) if loose else None, *listed, aria_labelledby=CONTENTS)


def _part(name: str, sections: list[Section]) -> Markup:
    return element("div", element("p", name, class_="over"), _ways(sections))


def _ways(sections: list[Section]) -> Markup:
    ways = (element("a", cut(found.title, LONGEST_LINE), href=f"#{found.key}") for found in sections)
    return element("ol", *(element("li", way) for way in ways))
