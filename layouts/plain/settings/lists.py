"""Knows the page on a partnership's incident lists: which stand, and which crime type each offence of them is."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.incidents.lists import IncidentList
from dashboard.domain.incidents.offences import Telling
from dashboard.domain.periods.months import month_text
from dashboard.domain.wording import so_many
from dashboard.questions.incidents import OffenceType
from layouts.components.links import page_path, partnership_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page, problem, table

PAGE = "lists"
NONE, NONE_WORDS = "none", "No crime type"
#: Before the words of an offence, in the name of the control that says what it is.
IS = "is:"
TELLS = {
    Telling.SAID: "Said here",
    Telling.NAME: "Name of the type",
    Telling.CODE: "Home Office code",
    Telling.WORDS: "Its words",
    Telling.NOTHING: "Nothing tells it",
}
LEDE = (
    "A newer list takes the place of older ones in its months, where both hold a crime type. One that is withdrawn"
    " counts nowhere, and what stood before it counts again; it can be put back."
)
SUB = "Most incidents first. What is chosen holds for every list of the partnership, also for those of earlier views."
MATCHED = "Of lists whose headings say nothing. What is forgotten is asked again; loaded lists stay as they are."
TRAIL = "Who withdrew a list or said what an offence is, and when, stands in the audit trail."


@dataclass(frozen=True, slots=True)
class ListsView:
    """The lists of a partnership, its offences, and the crime types there are, by slug."""

    partnership: str
    name: str
    lists: Sequence[IncidentList]
    offences: Sequence[OffenceType]
    crimes: Sequence[tuple[str, str]]
    layouts: Sequence[tuple[int, str, str]] = ()  # number, name, columns
    faults: Sequence[str] = ()


def lists_page(navigation: Sequence[Link], view: ListsView) -> str:
    """The page at /lists."""
    return plain_page(
        f"Incident lists of {view.name}",
        navigation,
        back(partnership_href("load", view.partnership), "Load"),
        problem(view.faults),
        tag("p", view.name, class_="place"),
        tag("h1", _title(view), tabindex="-1"),
        tag("p", LEDE, class_="lede") if view.lists else "",
        *([_lists(view)] if view.lists else [tag("p", tag("a", "Load one", href=_load(view)), ".")]),
        *([_offences(view)] if view.offences else []),
        *([_layouts(view)] if view.layouts else []),
        fault=bool(view.faults),
        inside=page_path("data"),
    )


def _load(view: ListsView) -> str:
    return partnership_href("load", view.partnership)


def _title(view: ListsView) -> str:
    """'2 incident lists, 1 of them withdrawn'."""
    if not view.lists:
        return "No incident list is loaded"
    gone = sum(not item.is_standing for item in view.lists)
    return so_many(len(view.lists), "incident list") + (f", {gone} of them withdrawn" if gone else "")


def _lists(view: ListsView) -> Markup:
    headings = ("File", "Months", "Incidents", "Loaded", "State", "Change")
    rows = [
        [
            item.file,
            f"{month_text(item.first)} to {month_text(item.last)}",
            f"{item.incidents:,}",
            item.moment[:10],
            "Stands" if item.is_standing else "Withdrawn",
            _move(view, item),
        ]
        for item in reversed(view.lists)
    ]
    found = table("Incident lists", headings, rows, numbers=frozenset({2}), look="cards")
    return card("Lists", found, tag("p", TRAIL, class_="sub"), sub="The newest first.")


def _move(view: ListsView, item: IncidentList) -> Markup:
    words, stands = ("Withdraw", "no") if item.is_standing else ("Put back", "yes")
    return tag(
        "form",
        tag("input", type="hidden", name="list", value=str(item.number)),
        tag("input", type="hidden", name="stands", value=stands),
        tag("button", words, type="submit", class_="quiet", aria_label=f"{words}: {item.file}"),
        method="post",
        action=partnership_href(f"{PAGE}/move", view.partnership),
    )


def _layouts(view: ListsView) -> Markup:
    rows = [[name, columns, _forget(view, number, name)] for number, name, columns in view.layouts]
    found = table("Columns that are kept", ("Name", "Columns", "Change"), rows, numbers=frozenset(), look="cards")
    return card("How columns are matched", found, sub=MATCHED)


def _forget(view: ListsView, number: int, name: str) -> Markup:
    return tag(
        "form",
        tag("input", type="hidden", name="layout", value=str(number)),
        tag("button", "Forget", type="submit", class_="quiet", aria_label=f"Forget: {name}"),
        method="post",
        action=partnership_href(f"{PAGE}/forget", view.partnership),
    )


def _offences(view: ListsView) -> Markup:
    headings = ("Offence", "Incidents", "What tells it", "Crime type")
    rows = [_offence(view, item) for item in view.offences]
    save = tag("button", "Save these crime types", type="submit", class_="go")
    form = tag(
        "form",
        table("Offences and their crime types", headings, rows, numbers=frozenset({1}), look="cards"),
        save,
        method="post",
        action=partnership_href(f"{PAGE}/offences", view.partnership),
        class_="form choosing",
    )
    return card("Which crime type each offence is", form, sub=SUB)


def _offence(view: ListsView, item: OffenceType) -> list[Child]:
    words = item.words or "blank"
    options = [
        tag("option", name, value=slug, selected=slug == (item.crime or NONE))
        for slug, name in (*view.crimes, (NONE, NONE_WORDS))
    ]
    chooser = tag("select", *options, name=f"{IS}{item.words}", aria_label=f"Crime type of {words}", class_="choice")
    return [words, f"{item.incidents:,}", TELLS[item.told], chooser]
