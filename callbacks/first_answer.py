"""Knows the first answer to an address: its page with everything that its callbacks would fill in."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component
from markupsafe import Markup, escape

from layouts.assets import asset_href
from layouts.components.markup import as_markup, tag
from layouts.shell import Shell

#: How Dash names an asset: by when it was written, which an installation from an archive need not tell.
ASSET = re.compile(r"/assets/([\w./-]+)\?m=[\d.]+")
HEADING = re.compile("<h1[^>]*>(.*?)</h1>")
#: Scripts of Dash that no page uses: what browsers of ten years ago lacked, and its table.
UNUSED = re.compile(r'<script src="[^"]*/(?:polyfill@|dash_table/)[^"]*"></script>')
Answer = Callable[..., object]  # of a callback: the value of its output, or a tuple of those of several


@dataclass(frozen=True, slots=True)
class Known:
    """A callback as it was registered: what it fills, from which parts of the address."""

    outputs: tuple[Output, ...]
    inputs: tuple[str, ...]
    answer: Answer

    def given(self, address: dict[str, str]) -> Iterator[tuple[Output, object]]:
        """Each output with what it is filled with at *address*."""
        found = self.answer(*(address[name] for name in self.inputs))
        return zip(self.outputs, found if isinstance(found, tuple | list) else (found,), strict=True)


class AnsweringDash(Dash):
    """A Dash that knows its callbacks, so that the first answer need not wait for the browser to ask for each."""

    @cached_property
    def known(self) -> list[Known]:
        """Every callback, in the order in which they were registered, but for those beside the page."""
        return []

    def callback(self, *args: Any, **kwargs: Any) -> Callable[[Answer], Answer]:  # noqa: ANN401 - as Dash takes them
        """As Dash has it; what is *beside* a page is asked for by the browser, and no first answer waits for it."""
        beside = kwargs.pop("beside", False)
        register = super().callback(*args, **kwargs)
        outputs = tuple(item for item in args if isinstance(item, Output))
        inputs = tuple(str(item.component_property) for item in args if isinstance(item, Input))

        def registered(answer: Answer) -> Answer:
            if not beside:
                self.known.append(Known(outputs, inputs, answer))
            return register(answer)  # type: ignore[no-any-return]

        return registered

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """The document with the page in it, which is seen until Dash has drawn the same."""
        page = as_markup(self.get_layout())
        heading = HEADING.search(page)
        title = f"{Markup(heading[1]).striptags()} – {parts['title']}" if heading else parts["title"]
        first = tag("div", page, id="first") + Markup(parts["app_entry"])
        parts |= {"title": escape(title), "app_entry": first, "scripts": UNUSED.sub("", parts["scripts"])}
        parts |= {name: ASSET.sub(lambda found: asset_href(found[1]), parts[name]) for name in ("css", "scripts")}
        return str(super().interpolate_index(**parts))  # type: ignore[no-untyped-call]


def fill(tree: Component, known: Sequence[Known], path: str, search: str) -> None:
    """Put into *tree*, the product at an address, what its callbacks answer; the page comes before its parts."""
    places = places_of(tree)
    address = {"pathname": path, "search": search}
    for name, part in address.items():
        setattr(places[Shell.ADDRESS], name, part)
    for item in known:
        if item.outputs[0].component_id not in places:
            continue  # of another page
        for output, value in item.given(address):
            setattr(places[str(output.component_id)], output.component_property, value)
        if any(output.component_property == "children" for output in item.outputs):
            places = places_of(tree)


def places_of(tree: Component) -> dict[str, Component]:
    """Every component that a callback can fill, by its id."""
    every = (item for item in (tree, *tree._traverse()) if isinstance(item, Component))  # type: ignore[no-untyped-call]
    return {name: item for item in every if isinstance(name := getattr(item, "id", None), str)}
