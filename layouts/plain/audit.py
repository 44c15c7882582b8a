"""Knows the page of the audit trail: whether it is whole, who did what, and how to look for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard.domain.access.audit import Head, Soundness, TrailLine
from dashboard.domain.access.deeds import DeedKind, Outcome
from layouts.components.links import page_path
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, card, plain_page, problem, table

HERE = page_path("audit")
FILE = f"{HERE}.csv"
PERSON, DEED, PARTNERSHIP, DAY, OUTCOME, BEFORE = "person", "deed", "partnership", "day", "outcome", "before"
HEADINGS = ("Line", "When (UTC)", "Who", "From", "What", "Of what", "Before", "After", "Outcome")
LEDE = "Whatever is published, undone, decided, set, erased or denied leaves a line, which nobody can change."

TAMPERED = "Only somebody with access to the database itself can do that: keep a copy of it as it is."


@dataclass(frozen=True, slots=True)
class CheckedTrail:
    """What was found of the trail: whole or not, how many lines were walked, and its end."""

    soundness: Soundness
    head: Head | None
    walked: int


@dataclass(frozen=True, slots=True)
class AuditView:
    """One page of the trail, with what was asked for and what can be."""

    checked: CheckedTrail
    lines: Sequence[TrailLine]
    people: Sequence[tuple[str, str]]  # key, and how they are called
    partnerships: Sequence[tuple[str, str]]
    asked: Mapping[str, str]
    older: int | None = None  # the line before which the next page begins
    faults: Sequence[str] = ()


def audit_page(navigation: Sequence[Link], view: AuditView) -> str:
    """The page at /audit."""
    return plain_page(
        "Audit trail",
        navigation,
        problem(view.faults, DAY),
        tag("h1", _title(view.checked)),
        tag("p", LEDE, " ", tag("a", "How long files are kept", href=f"{page_path('settings')}/files"), class_="lede"),
        _state(view.checked),
        _filters(view),
        _lines(view),
        fault=bool(view.faults),
        inside=HERE,
    )


def _title(checked: CheckedTrail) -> str:
    if not checked.soundness.is_whole:
        return "The audit trail is not whole"
    count = checked.head.count if checked.head else 0
    return f"The audit trail holds {count:,} {'line' if count == 1 else 'lines'}"


def _state(checked: CheckedTrail) -> Markup:
    """What can be said of the whole trail, and what to note of it elsewhere."""
    head, count = checked.head, checked.head.count if checked.head else 0
    if not checked.soundness.is_whole:
        told = tag("p", checked.soundness.sentence, " ", TAMPERED)
        return tag("div", tag("h2", "Not as it was written"), told, class_="problem", role="alert")
    some = f"The newest {checked.walked:,} of {count:,} lines were checked just now and are as they were written; "
    every = "Every line was checked just now and is as it was written."
    said = every if checked.walked >= count else f"{some}“outturn audit --check” checks all of them."
    noted = tag("code", head.shown) if head and head.digest else "nothing yet"
    lines = f"{count:,} {'line' if count == 1 else 'lines'}"
    minutes = tag("p", f"For the minutes: {lines}, ending in ", noted, ".", class_="sub")
    return tag("div", tag("p", said), minutes, class_="done")


def _filters(view: AuditView) -> Markup:
    kinds = [(str(kind), str(kind)) for kind in DeedKind]
    outcomes = [(str(item), str(item)) for item in Outcome]
    return tag(
        "form",
        _choice(PERSON, "Who", "Everybody", view.people, view.asked),
        _choice(DEED, "What", "Everything", sorted(kinds), view.asked),
        _choice(PARTNERSHIP, "Partnership", "All of them", view.partnerships, view.asked),
        tag("label", "Day (UTC) ", tag("input", type="date", name=DAY, id=DAY, value=view.asked.get(DAY) or None)),
        _choice(OUTCOME, "Outcome", "Each", outcomes, view.asked),
        tag("button", "Show", type="submit", class_="quiet"),
        tag("a", "Show every line", href=HERE) if _narrowed(view) else "",
        method="get",
        action=HERE,
        class_="inline looking",
        aria_label="Which lines",
    )


def _choice(name: str, label: str, every: str, options: Sequence[tuple[str, str]], asked: Mapping[str, str]) -> Markup:
    chosen = asked.get(name, "")
    listed = [tag("option", words, value=key, selected=key == chosen) for key, words in (("", every), *options)]
    return tag("label", f"{label} ", tag("select", *listed, name=name))


def _narrowed(view: AuditView) -> dict[str, str]:
    """What is asked for, without the place in the list."""
    return {name: said for name, said in view.asked.items() if said and name != BEFORE}


def _lines(view: AuditView) -> Markup:
    query = _narrowed(view)
    file = tag("a", "These lines as CSV" if query else "Every line as CSV", href=_href(FILE, query))
    if not view.lines:
        return card("No lines", tag("p", "No line is of this kind." if query else "Nothing was done yet."))
    names = dict(view.partnerships)
    rows = [_row(line, names.get(line.partnership, line.partnership)) for line in view.lines]
    caption = f"Lines {view.lines[0].number:,} to {view.lines[-1].number:,}, the newest first"
    found = table(caption, HEADINGS, rows, numbers=frozenset(), look="cards audit-lines")
    return card("Who did what", found, tag("p", *_ways(view, query), file, class_="pages"))


def _ways(view: AuditView, query: Mapping[str, str]) -> list[Child]:
    newest = tag("a", "Newest", href=_href(HERE, query)) if view.asked.get(BEFORE) else ""
    older = tag("a", "Older", href=_href(HERE, {**query, BEFORE: str(view.older)}), rel="next") if view.older else ""
    return [part for item in (newest, older) if item for part in (item, " · ")]


def _href(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _row(line: TrailLine, partnership: str) -> tuple[Child, ...]:
    when = f"{line.moment[:10]} {line.moment[11:19]}"
    who = tag(
        "span", line.name or "nobody named", tag("span", f" ({line.account})", class_="sub") if line.account else ""
    )
    of = " · ".join(filter(None, (partnership, line.subject)))
    return (
        f"{line.number:,}",
        when,
        who,
        ", ".join(filter(None, (line.origin, line.way))),
        line.deed,
        of or "–",
        line.before or "–",
        line.after or "–",
        line.outcome if line.outcome == Outcome.DONE else tag("span", line.outcome, class_="change refused"),
    )
