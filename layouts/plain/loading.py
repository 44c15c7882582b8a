"""Knows the form that takes files in, and the list of what was published, with undo."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.reports.evidence.loaded import LoadView
from dashboard.reports.evidence.releases import PublishedRelease
from layouts.components.links import page_path, partnership_href, template_href, upload_href
from layouts.components.markup import Child, tag
from layouts.plain.entries import other_ways
from layouts.plain.page import Link, back, card, plain_page, problem, table

FILES, PARTNERSHIP, NEW, PERIOD = "files", "partnership", "new-partnership", "period"
ACCEPTED = ".xlsx,.ods,.csv,.tsv,.txt,.gz,.zip,.geojson,.json,.topojson"
AS_THE_FILE_SAYS, A_NEW_ONE = "", "new"


@dataclass(frozen=True, slots=True)
class LoadForm:
    """What the form offers and has to say."""

    partnerships: Sequence[tuple[str, str]]  # slug, name
    published: Sequence[PublishedRelease]
    chosen: str = ""
    faults: Sequence[str] = ()
    said: str = ""
    founds: bool = True  # whether a new partnership may be named
    rules: bool = True  # whether rules on small numbers may be set


def load_page(navigation: Sequence[Link], form: LoadForm) -> str:
    """The page at /load."""
    return plain_page(
        "Load figures",
        navigation,
        back(partnership_href("data", form.chosen), "Data"),
        problem(form.faults, FILES),
        tag("p", form.said, class_="done", role="status") if form.said else "",
        tag("h1", "Load actuals, targets or crime files"),
        tag("p", LEDE, class_="lede"),
        tag("div", _form(form), _help(form.chosen), class_="cols"),
        other_ways(form.chosen, founds=form.founds, rules=form.rules),
        _history(form.published),
        fault=bool(form.faults),
    )


LEDE = (
    "Nothing is published until you have seen what would change. A workbook may hold several tables; cells that cannot"
    " be read are listed with the reason. Figures, targets (those on crime too), commentary and what is declared"
    " or changed of indicators can be undone. Crime files, stop and search, lookups, populations, boundaries,"
    " localities and groups of similar areas cannot: loading another file replaces them."
)


def _form(form: LoadForm) -> Markup:
    new = [(A_NEW_ONE, "A new partnership")] if form.founds else []
    options, chosen = [(AS_THE_FILE_SAYS, "As the file says"), *form.partnerships, *new], form.chosen
    picked = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    choosing = tag("select", *picked, id=PARTNERSHIP, name=PARTNERSHIP, aria_describedby=f"{PARTNERSHIP}-hint")
    hint = f"{FILES}-hint"
    files = tag("input", type="file", id=FILES, name=FILES, multiple=True, accept=ACCEPTED, aria_describedby=hint)
    return tag(
        "form",
        tag("h2", "Choose the files"),
        _field(FILES, "Files", files, "Excel, OpenDocument, CSV, or police.uk downloads as they are; at most 200 MB."),
        _field(PARTNERSHIP, "Partnership", choosing, "Needed where a table of figures does not name it."),
        _field(NEW, "Name of a new partnership", _text(NEW), "Only if you chose “A new partnership”.") if new else "",
        _field(PERIOD, "Period of the file", _text(PERIOD), PERIOD_HINT),
        _field("who", "Your name", _text("who", "name"), "Stands in the log beside what you publish."),
        _field("source", "Source", _text("source"), "Where the figures are from: “Force performance team, Q2”."),
        _withdraw(),
        tag("button", "See what would change", type="submit", class_="go"),
        method="post",
        action=page_path("load"),
        enctype="multipart/form-data",
        class_="card form",
        id="load-form",
    )


PERIOD_HINT = "Only if neither headings, title nor sheet name say it: 2023/24, Q2 2023/24, Sep 2023."


def _withdraw() -> Markup:
    box = tag("input", type="checkbox", id="withdraw", name="withdraw", value="yes")
    return tag("p", box, tag("label", WITHDRAW, for_="withdraw"), class_="check")


WITHDRAW = "Withdraw figures that the last file of the same name held and this one does not"


def _text(name: str, completed: str = "off", value: str = "") -> Markup:
    said = {"id": name, "name": name, "autocomplete": completed, "aria_describedby": f"{name}-hint"}
    return tag("input", type="text", maxlength="100", value=value or None, **said)


def period_form(view: LoadView) -> Markup:
    """Where a refused file's period is said, and the same files are read again."""
    return tag(
        "form",
        tag("h2", "Say the period, and the files are read again"),
        _field(PERIOD, "Period of the file", _text(PERIOD, value=view.period), AGAIN_HINT),
        tag("button", "See what would change", type="submit", class_="go"),
        method="post",
        action=upload_href(view.token, "again"),
        class_="card form",
        id="period-form",
    )


AGAIN_HINT = "Such as 2023/24, Q2 2023/24 or Sep 2023. Nothing is published before you have seen it."


def _field(name: str, label: str, control: Child, hint: str) -> Markup:
    written = tag("label", label, for_=name)
    return tag("div", written, tag("span", hint, class_="hint", id=f"{name}-hint"), control, class_="field")


KINDS = (
    "Your own tables: indicators down, “2010/11 Target” and “2010/11 Actual” across; localities down, years across"
    " under a title; a column a month; or a row a figure, as in the template.",
    "Home Office recorded crime (force and community safety partnership tables), Fingertips downloads, STATS19"
    " casualties, council long tables.",
    "police.uk street-level crime and stop and search, ONS lookups, populations, boundaries, localities, groups of"
    " similar areas, harm weights.",
    "The office’s own incident lists, a row an incident with its day and time; action plans, risks, meetings"
    " and priorities.",
)
RULES = (
    "TBC, N/A, .., * and [x] are reasons, never zero. A blank cell changes nothing.",
    "A note mark stands apart: 1,128 (3) or 1,128³.",
    "“1,1283”, “(12)” and “26,3” are rejected, with how to write them.",
    "A total row has to be the sum of its rows.",
)


def _help(chosen: str) -> Markup:
    template = tag("a", "Template for Excel", href=template_href("xlsx", chosen))
    plain = tag("a", "as CSV", href=template_href("csv", chosen))
    return tag(
        "section",
        tag("h2", "What can be read"),
        tag("ul", *[tag("li", words) for words in KINDS]),
        tag("h3", "How cells are read"),
        tag("ul", *[tag("li", words) for words in RULES]),
        tag("p", template, ", or ", plain, ", with the figures that are published, to fill in." if chosen else "."),
        class_="card",
    )


def _history(published: Sequence[PublishedRelease]) -> Markup:
    if not published:
        return card("What was published", tag("p", "Nothing yet but the five documents and street-level crime."))
    rows = [[_when(item.moment), item.who or "–", _why(item), f"{item.figures:,}", _undo(item)] for item in published]
    headings = ("When (UTC)", "Who", "What", "Figures", "Undo")
    return card("What was published", table("What was published", headings, rows, numbers=frozenset({3}), look="cards"))


def _why(item: PublishedRelease) -> str:
    """What was published, and what became of it since."""
    return f"{item.why}; {item.erased}" if item.erased else item.why


def _undo(item: PublishedRelease) -> Child:
    if not item.is_current:
        return "–"
    return tag(
        "form",
        tag("input", type="hidden", name="release", value=str(item.release)),
        tag("button", "Undo", type="submit", class_="quiet", aria_label=f"Undo: {item.why}"),
        method="post",
        action=upload_href("undo"),
    )


def _when(moment: str) -> str:
    return moment.replace("T", " ")[:16]


def closed_page(navigation: Sequence[Link]) -> str:
    words = "Files cannot be loaded from the browser here: ask whoever runs this service, or use “outturn load”."
    return plain_page("Load figures", navigation, tag("h1", "Loading is switched off"), tag("p", words))


NOTHING_HERE = "There is nothing at this address"


def missing_page(navigation: Sequence[Link], words: str, heading: str = NOTHING_HERE) -> str:
    title = "Not found" if heading == NOTHING_HERE else heading
    return plain_page(title, navigation, tag("h1", heading), tag("p", words))
