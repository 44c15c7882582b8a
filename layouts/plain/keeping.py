"""Knows the page on how long loaded files are kept: what is due, the rules, and a form for another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from dashboard.domain.access.retention import KEPT, KeepRule, LoadedFile
from dashboard.domain.wording import plural, sentence
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import Filled, select_field, text_field
from layouts.components.links import file_href, page_path
from layouts.components.markup import tag
from layouts.plain.page import Link, back, card, plain_page, table

HERE = f"{page_path('settings')}/files"
OF, MONTHS, REASON = "of", "months", "reason"
LEDE = (
    "A file that is due is erased with every row read from it when somebody says outturn purge --due."
    " Without a rule it is kept. The five documents, Sampleshire and lookups are not erased."
)
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class KeepingView:
    """What the page shows; *choices* are what a rule can be about, by key."""

    today: date
    due: Sequence[tuple[date, LoadedFile]]
    coming: Sequence[tuple[date, LoadedFile]]
    rules: Sequence[KeepRule]
    choices: Sequence[tuple[str, str]]
    filled: Filled


def keeping_page(navigation: Sequence[Link], view: KeepingView) -> str:
    """The page at /settings/files."""
    return plain_page(
        "How long files are kept",
        navigation,
        back(page_path("audit"), "the audit trail"),
        _problem(view.filled) if view.filled.faults else "",
        tag("h1", _title(view)),
        tag("p", LEDE, class_="lede"),
        _due(view),
        _rules(view),
        _form(view),
        keeping(),
        fault=bool(view.filled.faults),
        inside=page_path("data"),
    )


def _problem(filled: Filled) -> Markup:
    heading, items = tag("h2", "There is a problem"), [tag("li", link) for link in filled.links()]
    return tag("div", heading, tag("ul", *items), class_="problem", role="alert", tabindex="-1")


def _title(view: KeepingView) -> str:
    if view.due:
        count = len(view.due)
        return f"{sentence(plural(count, 'loaded file'))} {'is' if count == 1 else 'are'} due to be erased"
    return "No loaded file is due to be erased"


def _due(view: KeepingView) -> Markup | str:
    every = [*view.due, *view.coming]
    listed = every[:MOST_LISTED]
    if not listed:
        return ""
    rows = [
        (
            tag("a", f"{file.number}: {file.name}", href=file_href(file.number)),
            file.source or "–",
            file.loaded.isoformat(),
            f"{day.isoformat()}{', due' if day <= view.today else ''}",
        )
        for day, file in listed
    ]
    headings = ("File", "Source", "Loaded", "To be erased from")
    found = table("Files by the day", headings, rows, numbers=frozenset(), look="cards")
    more = len(every) - len(listed)
    rest = (
        [tag("p", f"{sentence(plural(more, 'file'))} more {'is' if more == 1 else 'are'} not listed.")] if more else []
    )
    return card("Due, and due within a year", found, *rest)


def _rules(view: KeepingView) -> Markup:
    if not view.rules:
        return card("Rules", tag("p", "No rule is set: every file is kept."))
    names = dict(view.choices)

    def said(rule: KeepRule) -> tuple[str, str, str]:
        return rule.reason, rule.author, rule.moment[:10]

    rows = [(names.get(f"{rule.about} {rule.name}", rule.name), _long(rule.months), *said(rule)) for rule in view.rules]
    headings = ("Files of", "Kept", "Why", "By", "Since")
    return card("Rules", table("Rules", headings, rows, numbers=frozenset(), look="cards"))


def _long(months: int) -> str:
    return "without end" if months == KEPT else plural(months, "month")


def _form(view: KeepingView) -> Markup:
    return tag(
        "form",
        draft_fields(view.filled.draft),
        tag("input", type="hidden", name="seen", value=max((rule.moment for rule in view.rules), default="")),
        tag("h2", "Set a rule"),
        select_field(view.filled, OF, "Files of", "A source goes before its kind of file.", view.choices),
        text_field(view.filled, MONTHS, "Kept for how many months", "From the day of loading; 0 is without end."),
        text_field(view.filled, REASON, "Why", "Such as the agreement under which the files were given."),
        sending(tag("button", "Set the rule", type="submit", class_="go"), view.filled.draft),
        method="post",
        action=HERE,
        class_="card form",
        data_draft=view.filled.draft.mark,
    )
