"""Knows the page on which a partnership says how its papers look: the form, and what stands now."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.papers.look import OwnLook
from dashboard.domain.statistics.rebaselines import moment_words
from layouts.components.fields import NOTHING_TYPED, Filled, area_field, text_field
from layouts.components.links import page_path, partnership_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page

PAGE = "settings/papers"
LEDE = "What is set here stands on the cover of slides, workbooks, prints and pages; without it they look like Outturn."
LOGO_HINT = "PNG or JPEG, at most 1 MB. Nothing but the picture is kept of it."


@dataclass(frozen=True, slots=True)
class LookView:
    """The partnership, how its papers look, and the form as it was sent."""

    partnership: str
    name: str
    look: OwnLook
    logo: bytes = b""
    set_by: tuple[str, str] = ("", "")  # who, and the moment
    filled: Filled = NOTHING_TYPED


def look_page(navigation: Sequence[Link], view: LookView) -> str:
    return plain_page(
        f"Papers of {view.name}",
        navigation,
        back(partnership_href("settings", view.partnership), "Settings"),
        _problem(view.filled) if view.filled.faults else "",
        tag("p", view.name, class_="place"),
        tag("h1", "How the papers look", tabindex="-1"),
        tag("p", LEDE, class_="lede"),
        _form(view),
        fault=bool(view.filled.faults),
        inside=page_path("data"),
    )


def _problem(filled: Filled) -> Markup:
    """What is wrong, each leading to its control."""
    heading, items = tag("h2", "There is a problem"), [tag("li", link) for link in filled.links()]
    return tag("div", heading, tag("ul", *items), class_="problem", role="alert", tabindex="-1")


def _form(view: LookView) -> Markup:
    filled = view.filled
    form = tag(
        "form",
        text_field(filled, "name", "Name on the cover", "Such as Safer Westshire Partnership; at most 80 characters."),
        text_field(filled, "accent", "Colour of headings", "# and six digits, dark enough to be read: #12436d."),
        _logo(view),
        text_field(filled, "logo_alt", "What the logo shows", "For who cannot see it, such as “Safer Westshire”."),
        area_field(filled, "committees", "Committees that receive papers", "One a line, at most 12."),
        tag("button", "Keep", type="submit", class_="go"),
        method="post",
        enctype="multipart/form-data",
        action=partnership_href(PAGE, view.partnership),
        class_="form",
    )
    return card("Name, colour and logo", _now(view), form)


def _now(view: LookView) -> Child:
    who, moment = view.set_by
    return tag("p", f"Set by {who} on {moment_words(moment)}.", class_="sub") if moment else ""


def _logo(view: LookView) -> Markup:
    wrong = view.filled.wrong("logo")
    parts: list[Child] = [tag("label", "Logo", for_="logo"), tag("span", LOGO_HINT, class_="hint", id="logo-hint")]
    if wrong:
        parts.append(tag("span", wrong, class_="fault", id="logo-fault"))
    if view.logo:
        shown = f"data:image/png;base64,{b64encode(view.logo).decode()}"
        parts.append(tag("img", src=shown, alt=f"Now: {view.look.logo_alt}", height="48"))
        box = tag("input", type="checkbox", name="no_logo", id="no_logo", value="yes")
        parts.append(tag("label", box, " Take the logo away", for_="no_logo"))
    told = "logo-hint logo-fault" if wrong else "logo-hint"
    accepts = "image/png,image/jpeg"
    parts.append(tag("input", type="file", id="logo", name="logo", accept=accepts, aria_describedby=told))
    return tag("div", *parts, class_="field")
