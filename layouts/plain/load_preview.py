"""Knows how a load looks while it is read, before it is published, and after."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.checks.changes import Change, ChangeKind, Changes
from dashboard.domain.plans.saying import counted
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural, sentence
from dashboard.reports.evidence.loaded import LoadedFile, LoadView
from layouts.components.links import page_path, partnership_href, upload_href
from layouts.components.markup import Child, tag
from layouts.plain.indicator_answers import answers_form
from layouts.plain.loading import period_form
from layouts.plain.page import Link, back, card, plain_page, problem, table
from layouts.plain.previews.load_plan import plan_cards

MOST_SHOWN = 200
KIND_WORDS = {ChangeKind.NEW: "New", ChangeKind.CHANGED: "Changed", ChangeKind.GONE: "Not in this file"}


def reading_page(navigation: Sequence[Link], view: LoadView) -> str:
    """While the files are read; assets/loading.js looks again, and there is a link for those without script."""
    return plain_page(
        "Reading the files",
        navigation,
        tag("h1", "The files are being read"),
        tag("p", view.progress, class_="lede", role="status", id="progress", data_look_again=upload_href(view.token)),
        tag("p", tag("a", "Look again", href=upload_href(view.token))),
    )


def refused_page(navigation: Sequence[Link], view: LoadView) -> str:
    return plain_page(
        "Nothing was loaded",
        navigation,
        back(_again(view), "choosing files"),
        problem(view.refused),
        tag("h1", "Nothing was loaded, and nothing has changed"),
        period_form(view) if view.asks_period else "",
        _files(view),
        fault=True,
    )


def nothing_page(navigation: Sequence[Link], view: LoadView) -> str:
    return plain_page(
        "Nothing new",
        navigation,
        back(_again(view), "choosing files"),
        tag("h1", "Nothing would change"),
        tag("p", "What can be read in these files is published just so already.", class_="lede"),
        tag("ul", *[tag("li", words) for words in view.figures.still_parts]) if view.figures.still_parts else "",
        _files(view),
    )


def cancelled_page(navigation: Sequence[Link], view: LoadView) -> str:
    words = tag("h1", "Nothing was published")
    return plain_page("Cancelled", navigation, back(_again(view), "choosing files"), words)


def forgotten_page(navigation: Sequence[Link], day: str) -> str:
    """A load of which no more is known than that it was published."""
    loads = tag("a", "the Data page lists every load", href=page_path("data"))
    rest = tag("p", "What it changed is not kept here any more; ", loads, ".")
    said = tag("h1", f"This load was published on {day}")
    return plain_page("Published", navigation, tag("p", "Published", class_="place"), said, rest)


def preview_page(navigation: Sequence[Link], view: LoadView) -> str:
    """What would happen, and the button that lets it."""
    stale = ["Somebody published something since you looked: this is what would happen now."] if view.stale else []
    return plain_page(
        "See what would change",
        navigation,
        back(_again(view), "choosing files"),
        problem([*stale, *view.faults]),
        tag("p", "Nothing is published yet", class_="place"),
        tag("h1", preview_title(view.figures, view.files)),
        _confirm(view),
        answers_form(view),
        _cautions(view),
        _statuses(view),
        *_figures(view),
        *plan_cards(view),
        _files(view),
    )


def published_page(navigation: Sequence[Link], view: LoadView) -> str:
    first = next(iter(view.partnerships), "")
    see = partnership_href("overview", first)
    return plain_page(
        "Published",
        navigation,
        tag("p", "Published", class_="place"),
        tag("h1", sentence(_counted(view.figures)) if view.figures.touches else "The files were loaded"),
        tag("p", tag("a", "See the overview", href=see), *_way_back(view)),
        *_figures(view),
        *plan_cards(view),
        _files(view),
    )


def _way_back(view: LoadView) -> list[Child]:
    """What can be done about it: figures are undone, other files replaced."""
    if view.figures.touches or view.withdraw:
        return [" or ", tag("a", "undo it on the loading page", href=page_path("load")), "."]
    return [". Files of this kind cannot be undone: loading another one replaces what they hold."]


def preview_title(figures: Changes, files: Sequence[LoadedFile]) -> str:
    if figures.touches or figures.changes or figures.plan:
        return sentence(_counted(figures))
    rows = sum(item.rows for item in files)
    return f"{rows:,} rows in {plural(len(files), 'file')} would be loaded"


def _counted(figures: Changes) -> str:
    new, changed, gone = (len(figures.of(kind)) for kind in ChangeKind)
    parts = [plural(new, "new figure") if new else "", f"{plural(changed, 'figure')} changed" if changed else ""]
    parts.append(f"{gone:,} not in this file" if gone else "")
    parts.append(f"{figures.same:,} the same" if figures.same else "")
    return ", ".join([*filter(None, parts), *counted(figures)]) or _unfigured(figures)


def _unfigured(figures: Changes) -> str:
    """What a load without a figure brings."""
    new = [plural(len(figures.partnerships), "new partnership")] if figures.partnerships else []
    new += [plural(len(figures.areas), "new area")] if figures.areas else []
    return ", ".join(new) or "only declarations"


def _again(view: LoadView) -> str:
    return partnership_href("load", view.partnership)


def _confirm(view: LoadView) -> Markup:
    return tag(
        "div",
        Markup("") if view.questions else _publish(view),
        tag(
            "form",
            tag("button", "Cancel", type="submit", class_="quiet"),
            method="post",
            action=upload_href(view.token, "cancel"),
        ),
        class_="buttons",
    )


def _publish(view: LoadView) -> Markup:
    token = tag("input", type="hidden", name="digest", value=view.digest)
    button = tag("button", "Publish", type="submit", class_="go")
    return tag("form", token, button, method="post", action=upload_href(view.token, "publish"))


def _cautions(view: LoadView) -> Markup:
    """What an officer would want to have been told before."""
    figures = view.figures
    said = [f"New partnership: {name}." for name in figures.partnerships]
    said += [f"New areas: {', '.join(figures.areas)}. Is one of them a known area misspelt?"] if figures.areas else []
    said += [f"New indicators: {', '.join(figures.indicators)}."] if figures.indicators else []
    if figures.unjudged:
        names = ", ".join(figures.unjudged)
        said.append(f"Not declared whether lower or higher is better, so no status will be given: {names}.")
    said += [*figures.declared, *figures.still_parts, *figures.plan_remarks]
    said += view.incomplete
    losing = [item for item in figures.changes if item.loses_number]
    if losing:
        said.append(f"{sentence(plural(len(losing), 'number'))} would give way to a reason such as “{losing[0].now}”.")
    if gone := figures.of(ChangeKind.GONE):
        fate = "would be withdrawn" if view.withdraw else "stay published"
        said.append(f"In the last file of this name and not in this one: {plural(len(gone), 'figure')}; they {fate}.")
    if lost := figures.lines(ChangeKind.GONE):
        fate = "would be withdrawn" if view.withdraw else "stay published"
        said.append(f"In the last plan of this name and not in this one: {plural(len(lost), 'line')}; they {fate}.")
    if not said:
        return Markup("")
    return card("To know before you publish", tag("ul", *[tag("li", words) for words in said]))


def _statuses(view: LoadView) -> Markup:
    """What would become of the statuses."""
    if not view.statuses:
        return Markup("")
    rows = [[item.indicator, item.area, item.period, item.now, item.then] for item in view.statuses]
    headings = ("Indicator", "Area", "Period", "Status now", "If published")
    listed = table("Statuses now and if published", headings, rows, numbers=frozenset(), look="cards")
    return card("How it would stand", listed, sub="What changes, its year and the whole that it is a part of")


def _figures(view: LoadView) -> list[Markup]:
    parts, figures = [], view.figures
    if figures.changes:
        rows = [_change(item) for item in figures.changes[:MOST_SHOWN]]
        headings = ("Indicator", "Area", "Period", "Figure", "What", "Published", "In the file", "Cell")
        most = len(figures.changes)
        sub = f"The first {len(rows)} of {most:,}; the download holds all" if most > len(rows) else ""
        listed = table("Changes", headings, rows, numbers=frozenset({5, 6}), look="cards")
        all_of_them = tag("a", "Download every change", href=upload_href(view.token, "changes.csv"))
        parts.append(card("Figure by figure", listed, tag("p", all_of_them, class_="downloads"), sub=sub))
    moved = [item for item in figures.totals if item.before != item.now]
    if moved:
        sums = [[f"{item.partnership}, {item.what}s", item.period, show(item.before), show(item.now)] for item in moved]
        columns = ("Counts of", "Period", "Sum before", "Sum now")
        sub = "Of the counts that change: a slip of the keyboard shows here first"
        sums_table = table("Sums before and now", columns, sums, numbers=frozenset({2, 3}), look="cards")
        parts.append(card("Sums", sums_table, sub=sub))
    return parts


def _change(item: Change) -> list[Child]:
    kind = tag("span", KIND_WORDS[item.kind], class_=f"change {item.kind}")
    now: Child = [item.now or "–", tag("span", f" {item.remark}", class_="marker")] if item.remark else item.now or "–"
    return [item.indicator, item.area, item.period, item.what, kind, item.before or "–", now, item.place]


def _files(view: LoadView) -> Markup:
    return tag("div", *[_file(item, view.token, at) for at, item in enumerate(view.files)], class_="more-cards")


def _file(item: LoadedFile, token: str, at: int) -> Markup:
    rejected = [[f"{row.line:,}" if row.line else "–", row.sentence, row.text] for row in item.rejected[:MOST_SHOWN]]
    parts: list[Child] = [tag("ul", *[tag("li", words) for words in item.said]) if item.said else ""]
    if rejected:
        count = plural(item.rejections, "cell or row", "cells or rows")
        headings = ("Line", "Why", "What stands there")
        parts.append(tag("h3", f"{sentence(count)} not taken"))
        parts.append(table("Not taken", headings, rejected, numbers=frozenset({0}), look="cards"))
        kept = len(item.rejected)
        of_them = f" (the first {kept:,} of {item.rejections:,})" if kept < item.rejections else ""
        href = upload_href(token, "rejected", f"{at}.csv")
        parts.append(tag("p", tag("a", f"Download what was not taken{of_them}", href=href), class_="downloads"))
    sub = f"{item.kind or 'nothing new'} · {item.rows:,} rows or cells · fingerprint {item.sha256[:12]}…"
    return card(item.name, *parts, sub=sub)
