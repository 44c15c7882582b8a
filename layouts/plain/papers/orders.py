"""Knows the page of a meeting's papers: what can be made, what is being made, and what is ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.papers.job import JobState, PaperJob
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.reports.packs.menu import MENU
from layouts.components.links import page_path
from layouts.components.markup import Child, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.plain.page import Link, back, card, plain_page

MEETING = "/meeting"
LEDE = (
    "Agenda, exceptions, what changed, forecasts, each indicator, the plan, places, every figure and the method, as one"
    " file for a whole room: without private items and small numbers."
)
OF_CLOSED = "Of a closed meeting the papers say what it saw, and what it decided."
MADE_ONCE = "They are made beside the pages. What is ready is kept for two weeks, and made anew where the data changed."
BESIDE = ("Ordered", "How far", "What to do")


@dataclass(frozen=True, slots=True)
class PapersView:
    """A meeting with the orders of its papers, the newest first; *mine* may be cancelled."""

    view: MeetingView
    jobs: Sequence[PaperJob]
    mine: frozenset[int]
    is_open: bool


def papers_href(meeting: int) -> str:
    return f"{page_path('papers')}?meeting={meeting}"


def papers_page(navigation: Sequence[Link], shown: PapersView) -> str:
    meeting = shown.view.meeting
    return plain_page(
        f"Papers of {meeting.title}",
        navigation,
        back(f"/meeting?meeting={meeting.number}", "the meeting"),
        tag("p", shown.view.book.name, " · ", tag("bdi", meeting.title), class_="place"),
        tag("h1", "Papers of the meeting", tabindex="-1"),
        tag("p", LEDE if meeting.is_open else OF_CLOSED, class_="lede"),
        _progress(shown),
        _making(shown) if shown.is_open else "",
        _listed(shown),
        inside=MEETING,
    )


def _progress(shown: PapersView) -> Markup:
    """How far the order is that is under way; assets/loading.js looks again, and there is a link without script."""
    going = next((job for job in shown.jobs if job.is_under_way), None)
    if going is None:
        return Markup("")
    here = papers_href(shown.view.meeting.number)
    words = tag("strong", going.told, role="status", data_look_again=here)
    named = f"{MENU.get(going.form, going.form)}: "
    return tag("p", named, words, " · ", tag("a", "Look again", href=here), class_="under-way")


def _making(shown: PapersView) -> Markup:
    buttons = [_button(shown, form, words) for form, words in MENU.items()]
    return card("Make the papers", tag("div", *buttons, class_="deeds"), sub=MADE_ONCE)


def _button(shown: PapersView, form: str, words: str) -> Markup:
    number = str(shown.view.meeting.number)
    fields = [_hidden("meeting", number), _hidden("form", form)]
    return tag("form", *fields, tag("button", words, type="submit", class_="go"), method="post", action="/papers")


def _hidden(name: str, value: str) -> Markup:
    return tag("input", type="hidden", name=name, value=value)


def _listed(shown: PapersView) -> Markup:
    if not shown.jobs:
        return card("Made so far", tag("p", "Nothing yet."))
    head = [column_name(words) for words in ("Papers", *BESIDE)]
    rows = [_row(shown, job) for job in shown.jobs]
    return card("Made so far", framed_table("Papers that were ordered", head, rows, "cards"))


def _row(shown: PapersView, job: PaperJob) -> Markup:
    words = MENU.get(job.form, job.form)
    when = f"{day_words(job.asked.date())}, {job.asked:%H:%M} UTC"
    beside = zip(BESIDE, (when, _said(job), _deed(shown, job, words)), strict=True)
    return tag("tr", row_name(words), *(tag("td", said, data_heading=heading) for heading, said in beside))


def _said(job: PaperJob) -> str:
    if job.is_under_way:
        return job.told
    return {JobState.DONE: "Ready", JobState.CANCELLED: "Cancelled"}.get(job.state, job.told)


def _deed(shown: PapersView, job: PaperJob, words: str) -> Child:
    if job.state is JobState.DONE:
        label = f"Download: {words}, ordered {job.asked:%H:%M}"
        return tag("a", "Download", href=f"/papers/{job.number}", aria_label=label)
    if not (job.is_under_way and job.number in shown.mine and shown.is_open):
        return ""
    fields = [_hidden("meeting", str(job.meeting)), _hidden("job", str(job.number))]
    button = tag("button", "Cancel", type="submit", class_="quiet small", aria_label=f"Cancel: {words}")
    return tag("form", *fields, button, method="post", action="/papers/cancel", class_="small-form")
