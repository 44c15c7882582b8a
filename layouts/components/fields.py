"""Knows the controls of a plain form: each with its label, its hint, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from layouts.components.drafts import Draft
from layouts.components.markup import Child, tag

Faults = Sequence[tuple[str, str]]  # the field and what is wrong with it
Options = Sequence[tuple[str, str]]  # the value and its words


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was sent, or as it is offered: what stands in it, and what has to be mended."""

    typed: Mapping[str, str] = field(default_factory=dict)
    faults: Faults = ()
    draft: Draft = field(default_factory=Draft)

    def of(self, name: str) -> str:
        return self.typed.get(name, "")

    def wrong(self, name: str) -> str:
        return next((words for at, words in self.faults if at == name), "")

    def links(self) -> list[Child]:
        """Each fault leading to its control."""
        return [tag("a", words, href=f"#{name}") if name else words for name, words in self.faults]


NOTHING_TYPED = Filled()
Drafts = Mapping[str, Mapping[str, str]]  # by form


@dataclass(frozen=True, slots=True)
class PageForms:
    """The forms of one page: what they are about, their drafts, which was refused and with what is wrong in it."""

    about: str = ""  # the beginning of the keys of their drafts; empty: nothing is kept
    page: str = ""
    drafts: Drafts = field(default_factory=dict)
    refused: str = ""
    filled: Filled = NOTHING_TYPED

    def of(self, form: str, **usual: str) -> Filled:
        """A form with what was sent, else with its draft, else as *usual*."""
        key = f"{self.about}/{form}" if self.about else ""
        if self.refused and form == self.refused:
            return replace(self.filled, draft=Draft(key, self.page))
        kept = self.drafts.get(form)
        return Filled({**usual, **(kept or {})}, draft=Draft(key, self.page, kept is not None))


def text_field(filled: Filled, name: str, label: str, hint: str, *, completed: str = "off") -> Markup:
    control = tag("input", type="text", value=filled.of(name), autocomplete=completed, **_common(filled, name))
    return _field(filled, name, label, hint, control)


def date_field(filled: Filled, name: str, label: str, hint: str) -> Markup:
    return _field(filled, name, label, hint, tag("input", type="date", value=filled.of(name), **_common(filled, name)))


def area_field(filled: Filled, name: str, label: str, hint: str, rows: int = 4) -> Markup:
    control = tag("textarea", filled.of(name), rows=str(rows), **_common(filled, name))
    return _field(filled, name, label, hint, control)


def select_field(filled: Filled, name: str, label: str, hint: str, options: Options) -> Markup:
    chosen = filled.of(name)
    listed = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    return _field(filled, name, label, hint, tag("select", *listed, **_common(filled, name)))


def radio_field(filled: Filled, name: str, label: str, options: Options) -> Markup:
    """A group of which one is chosen; none is chosen beforehand unless it was sent so."""
    wrong = filled.wrong(name)
    choices = []
    for at, (value, words) in enumerate(options):
        known = f"{name}-{at}" if at else name
        checked = filled.of(name) == value
        box = tag("input", type="radio", id=known, name=name, value=value, checked=checked)
        choices.append(tag("p", box, tag("label", words, for_=known), class_="check"))
    said = tag("span", wrong, class_="fault", id=f"{name}-fault") if wrong else ""
    described = f"{name}-fault" if wrong else None
    return tag("fieldset", tag("legend", label), said, *choices, class_="field", aria_describedby=described)


def check_field(filled: Filled, name: str, words: str) -> Markup:
    box = tag("input", type="checkbox", id=name, name=name, value="yes", checked=bool(filled.of(name)))
    return tag("p", box, tag("label", words, for_=name), class_="check")


def _common(filled: Filled, name: str) -> dict[str, object]:
    wrong = filled.wrong(name)
    told = [f"{name}-hint", *([f"{name}-fault"] if wrong else [])]
    invalid = "true" if wrong else None
    return {"id": name, "name": name, "aria_describedby": " ".join(told), "aria_invalid": invalid}


def _field(filled: Filled, name: str, label: str, hint: str, control: Markup) -> Markup:
    wrong = filled.wrong(name)
    said = tag("span", wrong, class_="fault", id=f"{name}-fault") if wrong else ""
    hinted = tag("span", hint, class_="hint", id=f"{name}-hint")
    return tag("div", tag("label", label, for_=name), hinted, said, control, class_="field")
