"""Knows the page of one figure from a user's file: the cell, the file, and what the figure was before."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.questions.street import Original
from dashboard.reports.evidence.releases import FigurePlace
from layouts.components.links import entry_href, file_href, method_href, partnership_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, facts, plain_page, table

NOT_KEPT = {
    Original.MISSING: "The file is not kept any more. Load the same file again: it is kept anew.",
    Original.ALTERED: (
        "The kept file was altered: it is not the one that was loaded. Load the same file again: it is kept anew."
    ),
    Original.AWAY: "Nobody can tell now whether the file is kept.",
}


@dataclass(frozen=True, slots=True)
class Behind:
    """What is behind a figure now: its cell, None where it could not be read; the file; and who may do what with it."""

    again: str | None = None
    state: Original = Original.KEPT
    may_correct: bool = True
    may_fetch: bool = True


def figure_page(navigation: Sequence[Link], found: FigurePlace, behind: Behind) -> str:
    """The cell that a figure was read from, and what the figure was before."""
    return plain_page(
        f"{found.indicator}, {found.period}",
        navigation,
        back(partnership_href("indicator", found.partnership), "Indicator"),
        tag("p", f"{found.area} · {found.period} · {found.what}", class_="place"),
        tag("h1", f"{found.indicator}: “{found.text}”"),
        _correction(found) if behind.may_correct and not found.is_covered else "",
        card("Where it was read", _where(found, behind)),
        card("What the figure was", _history(found)),
    )


def _correction(found: FigurePlace) -> Child:
    return tag("p", tag("a", "Correct this figure", href=entry_href(found.correction)), class_="actions")


def _where(found: FigurePlace, behind: Behind) -> Child:
    if found.is_covered:
        return _covered(found)
    again, is_kept = behind.again, behind.state is Original.KEPT
    unread = NOT_KEPT.get(behind.state, "The kept file could not be read again.")
    reread = unread if again is None else f"“{again}”"
    link = tag("a", "Fetch the file", href=file_href(found.arrival))
    fetch = [" · ", link] if is_kept and behind.may_fetch else []
    same = again is not None and found.text.strip() in (again.strip(), again.strip().removeprefix("'"))
    read = "As it stands in the cell" if same or again is None else "As it was read"
    return facts(
        (read, f"“{found.text}”"),
        ("Cell", ", ".join(filter(None, (found.file, found.sheet and f"sheet {found.sheet}", found.cell)))),
        ("Read again just now", [reread, " ✓ the same" if same else ""]),
        ("File", [found.name, *fetch]),
        ("Fingerprint (sha256)", tag("code", found.sha256)),
        ("Loaded", f"{_when(found.moment)} UTC"),
        ("Source", found.source or "not said"),
    )


def _covered(found: FigurePlace) -> Child:
    """Where a figure was read whose number is not for these eyes: neither the cell nor the file says it."""
    return facts(
        ("Shown as", f"“{found.text}”"),
        (
            "Why",
            [
                "It is under a rule on small numbers: ",
                tag("a", "how they are covered", href=method_href("small-numbers")),
                ".",
            ],
        ),
        ("File", f"{found.name}: kept, and not shown here"),
        ("Loaded", f"{_when(found.moment)} UTC"),
        ("Source", found.source or "not said"),
    )


def _history(found: FigurePlace) -> Child:
    rows = [
        [
            item.text,
            item.standing,
            _when(item.moment),
            item.who or "–",
            item.reason or "–",
            f"{item.file}, {item.place}",
        ]
        for item in found.history
    ]
    headings = ("Value", "Is", "Loaded (UTC)", "By", "Why", "Read from")
    return table("Values", headings, rows, numbers=frozenset(), look="cards")


def _when(moment: str) -> str:
    return moment.replace("T", " ")[:16] or "in print"
