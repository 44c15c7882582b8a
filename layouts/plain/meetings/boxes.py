"""Knows the forms of meetings: many on one page, each with ids of its own, a draft that was kept, and one token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.statistics.rebaselines import moment_words
from layouts.components.drafts import Draft, draft_fields, sending
from layouts.components.fields import Filled, Options, PageForms
from layouts.components.links import deed_href
from layouts.components.markup import Child, joined, tag


@dataclass(frozen=True, slots=True)
class Sheet(PageForms):
    """What the forms of one page of meetings need besides: the token, and what somebody wrote meanwhile."""

    once: str = ""
    meanwhile: tuple[str, str, str] = ("", "", "")  # words, who and when, of somebody who wrote first
    is_open: bool = True  # whether anything can be sent in at all

    def box(self, key: str, **usual: str) -> "Box":
        """The form of a *key*, with what was sent, else with its draft, else as *usual*."""
        return Box(key, self.of(key, **usual), self.meanwhile if key == self.refused else ("", "", ""))


@dataclass(frozen=True, slots=True)
class Box:
    """One form."""

    key: str
    filled: Filled
    meanwhile: tuple[str, str, str] = ("", "", "")

    @property
    def is_mended(self) -> bool:
        """Whether it is shown unfolded: something in it has to be mended, or was not sent yet."""
        return self.filled.draft.is_kept or bool(self.filled.faults) or bool(self.meanwhile[1])

    def id(self, name: str) -> str:
        return f"{self.key}-{name}"


def deed_form(sheet: Sheet, box: Box, deed: str, hidden: Mapping[str, object], *content: Child) -> Markup:
    """A form that sends its *content* to a *deed*, with what it is about and a token that is taken in once."""
    about = {**hidden, "once": sheet.once, "form": box.key}
    return tag(
        "form",
        *[tag("input", type="hidden", name=name, value=str(value)) for name, value in about.items()],
        _meanwhile(box),
        draft_fields(box.filled.draft),
        *content,
        method="post",
        action=deed_href(deed),
        class_="form",
        data_draft=box.filled.draft.mark,
    )


def _meanwhile(box: Box) -> Markup:
    words, who, moment = box.meanwhile
    if not who:
        return Markup("")
    said = f"{who} changed this on {moment_words(moment)} at {moment[11:16]} UTC, after you opened it. They wrote:"
    hint = "What you typed is below. Send it to put it in place of theirs; both are kept."
    quoted = tag("blockquote", told(words)) if words else ""
    return tag("div", tag("p", tag("b", said)), quoted, tag("p", hint), class_="meanwhile", role="alert", tabindex="-1")


def buttons(words: str, keeps: Box | None = None, *, label: str | None = None) -> Markup:
    """The button that sends; of a form that *keeps* a draft one that does so without script, too."""
    button = tag("button", words, type="submit", class_="go", aria_label=label)
    return sending(button, keeps.filled.draft if keeps else Draft())


def small_button(sheet: Sheet, deed: str, hidden: Mapping[str, object], words: str, label: str) -> Markup:
    """A form that is one small button."""
    about = {**hidden, "once": sheet.once}
    fields = [tag("input", type="hidden", name=name, value=str(value)) for name, value in about.items()]
    button = tag("button", words, type="submit", class_="quiet small", aria_label=label, title=label)
    return tag("form", *fields, button, method="post", action=deed_href(deed), class_="small-form")


def folded(words: str, form: Markup, *, is_open: bool = False, about: str = "") -> Markup:
    named = tag("span", f" {about}", class_="visually-hidden") if about else ""
    return tag("details", tag("summary", words, named), form, open=is_open)


def text_box(box: Box, name: str, label: str, hint: str = "", kind: str = "text") -> Markup:
    control = tag("input", type=kind, value=box.filled.of(name), autocomplete="off", **_common(box, name, hint))
    return _boxed(box, name, (label, hint), control)


def words_box(box: Box, name: str, label: str, hint: str = "", rows: int = 4) -> Markup:
    control = tag("textarea", box.filled.of(name), rows=str(rows), dir="auto", **_common(box, name, hint))
    return _boxed(box, name, (label, hint), control)


def select_box(box: Box, name: str, label: str, options: Options, hint: str = "") -> Markup:
    chosen = box.filled.of(name)
    listed = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    return _boxed(box, name, (label, hint), tag("select", *listed, **_common(box, name, hint)))


def tick_box(box: Box, name: str, words: str) -> Markup:
    control = tag("input", type="checkbox", id=box.id(name), name=name, value="1", checked=bool(box.filled.of(name)))
    return tag("p", control, tag("label", words, for_=box.id(name)), class_="check")


def row_of(*fields: Markup) -> Markup:
    """Short fields beside each other."""
    return tag("div", *fields, class_="fields-beside")


def told(words: str) -> Markup:
    """Words that somebody typed, paragraph by paragraph, each in its own direction."""
    return joined(tag("p", line, dir="auto", class_="typed") for line in words.split("\n") if line)


def problem_links(sheet: Sheet) -> list[Child]:
    """What is wrong with the form that was refused, each leading to its control."""
    where = sheet.refused
    return [tag("a", words, href=f"#{where}-{name}") if name else words for name, words in sheet.filled.faults]


def first_lines(rows: Sequence[Child]) -> Markup:
    return tag("ul", *[tag("li", row) for row in rows], class_="plain-list")


def _common(box: Box, name: str, hint: str) -> dict[str, object]:
    wrong, known = box.filled.wrong(name), box.id(name)
    described = [*([f"{known}-hint"] if hint else []), *([f"{known}-fault"] if wrong else [])]
    invalid = "true" if wrong else None
    return {"id": known, "name": name, "aria_describedby": " ".join(described) or None, "aria_invalid": invalid}


def _boxed(box: Box, name: str, words: tuple[str, str], control: Markup) -> Markup:
    (label, hint), wrong, known = words, box.filled.wrong(name), box.id(name)
    said = tag("span", wrong, class_="fault", id=f"{known}-fault") if wrong else ""
    hinted = tag("span", hint, class_="hint", id=f"{known}-hint") if hint else ""
    return tag("div", tag("label", label, for_=known), hinted, said, control, class_="field")
