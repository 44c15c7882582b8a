"""Knows how a form says where the server keeps what is typed into it, and that this was kept and not sent yet."""

from dataclasses import dataclass

from markupsafe import Markup

from layouts.assets import asset_href
from layouts.components.markup import Child, joined, tag

KEEPS = "/draft"
DRAFT, BACK = "draft", "back"  # fields of every form that is kept
KEPT = "This was kept as you typed it, and is not sent yet."


@dataclass(frozen=True, slots=True)
class Draft:
    """Under which *key* a form is kept (none: it is not), and on which page it stands."""

    key: str = ""
    page: str = ""
    is_kept: bool = False

    @property
    def mark(self) -> str | None:
        """What tells the script to keep the form."""
        return self.key or None


def draft_fields(draft: Draft) -> Child:
    """What a form sends along, and that what stands in it was kept."""
    if not draft.key:
        return ""
    hidden = {DRAFT: draft.key, BACK: draft.page}
    fields = [tag("input", type="hidden", name=name, value=value) for name, value in hidden.items()]
    return joined([*fields, tag("p", KEPT, class_="hint") if draft.is_kept else ""])


def sending(button: Markup, draft: Draft, *more: Child) -> Markup:
    """The *button* that sends a form, and beside it one that keeps a draft without script."""
    if not draft.key:
        return tag("p", button, *more, class_="buttons")
    words = "Keep as draft"
    keeps = tag("button", words, type="submit", class_="quiet", formaction=KEEPS, formnovalidate=True)
    return tag("p", button, *more, keeps, tag("span", role="status", class_="hint", data_kept=True), class_="buttons")


def keeping() -> Markup:
    """The script that keeps what is typed; without it the buttons do."""
    return tag("script", src=asset_href("drafts.js"), defer=True)
