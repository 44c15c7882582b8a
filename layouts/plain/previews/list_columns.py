"""Knows how the columns of a list are shown whose headings say nothing, each with a few cells and what it may be."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from dashboard.domain.entering.questions import COLUMNS, NAME, AskedColumn, Question
from dashboard.domain.incidents.columns import WORDS, letter_of
from layouts.components.markup import Child, tag
from layouts.plain.page import table

NOT_READ = ("", "Not read")
HEADINGS = ("Column", "Its first cells", "What it is")
WHY = (
    "One column is the date, and one the offence or its code; times, coordinates and areas where there are any. The"
    " cells are shown only here, and are not kept."
)
NAME_HINT = "The next file of this partnership with the same headings is matched so without asking."


def list_columns(asked: Question, name: Callable[[str], str], sent: Mapping[str, str]) -> Markup:
    """The table of a file's columns, a choice beside each; *name* names a control, *sent* is what was chosen."""
    rows: list[list[Child]] = [
        [
            _heading(at, item),
            _cells(item),
            _choice(at, item, name(f"{COLUMNS}-{at}"), sent),
        ]
        for at, item in enumerate(asked.columns)
    ]
    field = name(NAME)
    typed = tag(
        "input",
        type="text",
        id=field,
        name=field,
        value=sent.get(field, asked.about),
        maxlength="100",
        aria_describedby=f"{field}-hint",
    )
    hint = tag("span", NAME_HINT, class_="hint", id=f"{field}-hint")
    kept = tag("div", tag("label", "Keep this under the name", for_=field), hint, typed, class_="field")
    shown = table(f"Columns of {asked.about}", HEADINGS, rows, numbers=frozenset(), look="cards")
    words = tag("h3", f"Say which column is which: {asked.about}")
    return tag("div", words, tag("p", WHY, class_="sub"), shown, kept, class_="choosing")


def _heading(at: int, item: AskedColumn) -> str:
    return f"{letter_of(at)}: {item.heading or 'no heading'}"


def _cells(item: AskedColumn) -> Child:
    lines = [tag("span", text, class_="sub-line") for text in item.examples]
    return tag("span", *lines, class_="cells") if lines else "empty"


def _choice(at: int, item: AskedColumn, name: str, sent: Mapping[str, str]) -> Markup:
    chosen = sent.get(name, item.guess)
    options = [
        tag("option", words, value=value, selected=value == chosen) for value, words in (NOT_READ, *WORDS.items())
    ]
    return tag("select", *options, name=name, class_="choice", aria_label=f"What {_heading(at, item)} is")
