"""Knows how to write a whole region as one piece of HTML: hundreds of cells cost the browser no component each.

Everything that is not Markup is escaped. assets/markup.js draws the component that shows it.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

Child = Any  # text, Markup, a component, or a list of them
#: A region with this class is empty only while its first answer is awaited; until all are in, bones are shown.
AWAITS = "awaits"
EMPTY_TAGS = frozenset({"img", "br", "input", "hr", "meta", "link"})
#: How Dash's names of properties are written in HTML.
NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan", "rowSpan": "rowspan"}


class Region(Component):
    """A place on the page for one piece of HTML, in its property `html`; drawn by window.outturn.Markup."""

    _namespace = "outturn"
    _type = "Markup"

    def __init__(self, id: str = "", className: str = "", html: str = "") -> None:  # noqa: N803 - Dash's own names
        self._prop_names = self.available_properties = ["id", "className", "html"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties = self._valid_wildcard_attributes
        given = {"id": id, "className": className}
        shown = {name: words for name, words in given.items() if words}
        super().__init__(html=html, **shown)  # type: ignore[no-untyped-call]


def region(name: str, class_name: str = "", *, awaits: bool = True) -> Region:
    """A region that is still empty; the callback fills its property `html`."""
    return Region(name, " ".join(filter(None, [class_name, AWAITS if awaits else ""])))


def tag(name: str, /, *children: Child, **attributes: object) -> Markup:
    """Return <name attributes>children</name>; class_ and aria_label are written class and aria-label."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in EMPTY_TAGS:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[Child]) -> Markup:
    """Return *children* one after the other."""
    return Markup("").join(map(as_markup, children))


def written(content: Child) -> str:
    """*content* as a region holds it, in its property `html`."""
    return str(as_markup(content))


def as_markup(content: Child) -> Markup:
    """Return text escaped, Markup as it is, components and lists of them as HTML."""
    if isinstance(content, Markup):
        return content
    if content is None or isinstance(content, bool):
        return Markup("")
    if isinstance(content, (list, tuple)):
        return joined(content)
    if isinstance(content, Component):
        return _component(content)
    return escape(content)


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    words = name.rstrip("_").replace("_", "-")
    return f" {words}" if value is True else f' {words}="{escape(value)}"'


def _component(component: Component) -> Markup:
    """A component as it stands in the browser."""
    drawn = DRAWN.get((str(component._namespace), str(component._type)), _html)
    return drawn(component)


def _html(component: Component) -> Markup:
    """An html component of Dash with its children; Dash keeps what it was given in no order of its own."""
    given = {name: value for name, value in vars(component).items() if not name.startswith(("_", "available_"))}
    children, style = given.pop("children", None), given.pop("style", None)
    attributes: dict[str, object] = {NAMES.get(name, name): given[name] for name in sorted(given)}
    if isinstance(given.get("id"), dict):  # of many alike
        attributes["id"] = json.dumps(given["id"], separators=(",", ":"))
    if style:
        attributes["style"] = ";".join(f"{name}:{value}" for name, value in style.items())
    return tag(str(component._type).lower(), children, **attributes)


def _region(component: Component) -> Markup:
    given = vars(component)
    return tag("div", Markup(given["html"]), id=given.get("id"), class_=given.get("className"))


def _select(component: Component) -> Markup:
    given = vars(component)
    options = [
        tag("option", item["label"], value=item["value"], selected=item["value"] == given.get("value"))
        for item in given["options"]
    ]
    return tag("select", *options, id=given["id"], name=given.get("name"), class_="form-select")


def _checklist(component: Component) -> Markup:
    """Boxes beside their words, named as dash-bootstrap-components names them."""
    given = vars(component)
    return tag("div", *[_box(given["id"], item, given["value"]) for item in given["options"]], id=given["id"])


def _box(control: str, item: Mapping[str, str], chosen: Sequence[str]) -> Markup:
    value, name = item["value"], f"_dbcprivate_checklist_{control}_input_{item['value']}"
    box = {"type": "checkbox", "value": value, "checked": value in chosen}
    words = tag("label", item["label"], class_="form-check-label", for_=name)
    drawn = tag("input", id=name, class_="form-check-input", **box)
    return tag("div", drawn, words, class_="form-check form-check-inline")


#: How components that are no html stand in the browser.
DRAWN: dict[tuple[str, str], Callable[[Component], Markup]] = {
    ("outturn", "Markup"): _region,
    ("dash_core_components", "Location"): lambda _: Markup(""),
    ("dash_bootstrap_components", "Select"): _select,
    ("dash_bootstrap_components", "Checklist"): _checklist,
}
