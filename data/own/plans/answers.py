"""Knows how to answer the questions on plans: what the documents print, with a partnership's own lines laid over it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from dashboard.domain.categories import UNSORTED, Category, CategoryTree
from dashboard.domain.documents import Action, Campaign, Meeting, Priority, Risk, SurveyRank
from dashboard.domain.plans.days import exact_day
from dashboard.domain.plans.lines import PlanLine
from dashboard.domain.records import Area, Indicator, LensCategory, Scope
from dashboard.domain.street.crime import CrimeType
from data.documents.store import DocumentStore
from data.names import slug
from data.own.plan_rows import LineKey, PlanRow, any_in_force, in_force
from data.own.plans import records
from data.own.plans.own_categories import Crimes, in_order, nodes, recategorised, rooted, wordings
from data.own.plans.plan_names import PlanNames
from data.own.plans.printed_lines import action_fields, printed_lines, risk_fields
from data.own.store import OwnFigures
from data.tables.own import plan_row


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


T = TypeVar("T", bound=Keyed)


class AnswersPlans(DocumentStore):
    """Answers from the documents and from releases."""

    _own: OwnFigures

    def areas(self, partnership: str) -> tuple[Area, ...]:
        raise NotImplementedError

    def indicators(self, scope: Scope) -> tuple[Indicator, ...]:
        raise NotImplementedError

    def crime_types(self) -> tuple[CrimeType, ...]:
        raise NotImplementedError

    def _lens_of(self, partnership: str) -> tuple[LensCategory, ...]:
        """What a partnership without categories of its own calls the shared ones."""
        raise NotImplementedError

    def _plan_lines(self, partnership: str) -> Mapping[LineKey, PlanRow]:
        """The lines in force of a partnership's own plan."""
        return self._kept.get(
            ("plan lines", partnership), lambda: in_force(self._own.rows_in_force(plan_row, partnership))
        )

    def _plan_names(self, partnership: str) -> PlanNames:
        """What the words of its plan may mean."""
        return self._kept.get(("plan names", partnership), lambda: self._named(partnership))

    def _named(self, partnership: str) -> PlanNames:
        shared = {slug(row.name): row.slug for row in super().categories().categories}
        words = {slug(item.wording): item.category for item in self.lens(partnership)}
        known = shared | {key: key for key in shared.values()} | words
        return PlanNames(self.indicators(Scope(partnership)), self.areas(partnership), known)

    def _whole(self, partnership: str) -> str:
        """The slug of its whole area."""
        return next((item.slug for item in self.areas(partnership) if not item.parent), partnership)

    def categories(self) -> CategoryTree:
        """The shared tree, and what partnerships have of their own behind it."""
        return self._kept.get("category tree", self._grown_tree)

    def _grown_tree(self) -> CategoryTree:
        shared = super().categories()
        homes = dict.fromkeys(row["partnership"] for row in self._own.rows_in_force(plan_row))
        own = [node for home in homes for node in self._own_nodes(home)]
        return CategoryTree((*shared.categories, *own)) if own else shared

    def _own_nodes(self, partnership: str) -> tuple[Category, ...]:
        rows = in_order(self._own_lines(partnership, "category"))
        if not rows:
            return ()
        crimes = Crimes.of(super().categories().categories, self.crime_types())
        return rooted(nodes(rows, crimes))

    def lens(self, partnership: str) -> tuple[LensCategory, ...]:
        """Its own categories, in its words; without any, what it calls the shared ones."""
        return wordings(in_order(self._own_lines(partnership, "category"))) or self._lens_of(partnership)

    def _in_own_categories(self, every: Sequence[Indicator], partnership: str) -> tuple[Indicator, ...]:
        """Each where its partnership puts it; in none where its file named one that there is no longer."""
        rows, known = in_order(self._own_lines(partnership, "category")), self.categories().slugs
        found = recategorised(every, rows, self._own_nodes(partnership)) if rows else tuple(every)
        return tuple(item if item.category in known else replace(item, category=UNSORTED) for item in found)

    def _own_lines(self, partnership: str, what: str) -> list[PlanRow]:
        """The lines of one kind: every page asks for categories, and reads no action or risk for them."""
        return self._kept.get(("lines of a plan", partnership, what), lambda: self._lines_of(partnership, what))

    def _lines_of(self, partnership: str, what: str) -> list[PlanRow]:
        rows = self._own.rows_in_force(plan_row, partnership)
        return list(in_force(row for row in rows if row["what"] == what).values())

    def actions(self, scope: Scope) -> tuple[Action, ...]:
        home = scope.partnership
        found = self._kept.get(("actions", home), lambda: self._all_actions(home))
        return tuple(item for item in found if _is_in(item.category, scope))

    def _all_actions(self, partnership: str) -> tuple[Action, ...]:
        names, printed = self._plan_names(partnership), super().actions(Scope(partnership))
        beneath = {item.key: action_fields(item) | _placed(item) for item in printed}
        own = [records.action(_over(row, beneath), names) for row in self._own_lines(partnership, "action")]
        return laid_over((_with_national(item, names) for item in printed), own)

    def risks(self, scope: Scope) -> tuple[Risk, ...]:
        home = scope.partnership
        found = self._kept.get(("risks", home), lambda: self._all_risks(home))
        return tuple(item for item in found if _is_in(item.category, scope))

    def _all_risks(self, partnership: str) -> tuple[Risk, ...]:
        names, printed = self._plan_names(partnership), super().risks(Scope(partnership))
        beneath = {item.key: risk_fields(item) | {"category": item.category} for item in printed}
        own = [records.risk(_over(row, beneath), names) for row in self._own_lines(partnership, "risk")]
        return laid_over(printed, own)

    def meetings(self, partnership: str) -> tuple[Meeting, ...]:
        """The planner's, then loaded ones by their day; each with the campaigns that are listed for it."""
        names, listed = self._plan_names(partnership), self._own_campaigns(partnership)
        printed = super().meetings(partnership)
        own = [records.meeting(row, names, ()) for row in self._own_lines(partnership, "meeting")]
        found = laid_over(printed, own)
        campaigns = {item.key: item.campaigns for item in printed}
        return tuple(
            replace(item, campaigns=laid_over(campaigns.get(item.key, ()), listed.get(item.key, []))) for item in found
        )

    def _own_campaigns(self, partnership: str) -> Mapping[str, list[Campaign]]:
        """Loaded campaigns by the key of the meeting that they are listed for; under no key those of none."""
        names, meetings = self._plan_names(partnership), self._meeting_keys(partnership)
        found: dict[str, list[Campaign]] = defaultdict(list)
        for row in self._own_lines(partnership, "campaign"):
            held_at = meetings(row["meeting"])
            found[held_at].append(records.campaign(row, names, held_at))
        return found

    def _meeting_keys(self, partnership: str) -> Callable[[str], str]:
        """The key of the meeting that words name: by its day, or by its own words."""
        printed = [(item.key, item.meeting, item.date) for item in super().meetings(partnership)]
        own = self._own_lines(partnership, "meeting")
        named = [*printed, *((row.key, row["meeting"] or row["date"], exact_day(row["date"])) for row in own)]
        by_words = {words.casefold(): key for key, words, _ in named if words}
        by_day = {day: key for key, _, day in named if day}

        def key_of(words: str) -> str:
            day = exact_day(words)
            return (by_day.get(day, "") if day else "") or by_words.get(words.casefold(), "")

        return key_of

    def campaigns(self, partnership: str) -> tuple[Campaign, ...]:
        """Every campaign: those listed for meetings, then those that stand alone."""
        of_meetings = [
            replace(campaign, meeting=item.key) for item in self.meetings(partnership) for campaign in item.campaigns
        ]
        return (*of_meetings, *self._own_campaigns(partnership).get("", ()))

    def has_plan(self, partnership: str) -> bool:
        """Whether a document, or a file, gives any line of a plan: every page asks that."""
        own = any_in_force(self._own.rows_in_force(plan_row, partnership))
        return own or bool(printed_lines(Printed(self), partnership))

    def plan_lines(self, partnership: str) -> tuple[PlanLine, ...]:
        """Every line as its file or document says it; a loaded one with what is printed in columns its file lacks."""
        found = printed_lines(Printed(self), partnership)
        for key, row in self._plan_lines(partnership).items():
            beneath = found[key].fields if key in found else {}
            found[key] = PlanLine(row.what, row.key, {**beneath, **row.fields})
        return tuple(found.values())

    def survey_ranks(self, partnership: str) -> tuple[SurveyRank, ...]:
        names, whole = self._plan_names(partnership), self._whole(partnership)
        own = [records.survey_rank(row, names, whole) for row in self._own_lines(partnership, "rank")]
        return laid_over(super().survey_ranks(partnership), own)

    def priorities(self, partnership: str) -> tuple[Priority, ...]:
        names, whole = self._plan_names(partnership), self._whole(partnership)
        own = [records.priority(row, names, whole) for row in self._own_lines(partnership, "priority")]
        return laid_over(super().priorities(partnership), own)


class Printed:
    """The documents' own plan, without what is laid over it."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store

    def actions(self, scope: Scope) -> tuple[Action, ...]:
        return DocumentStore.actions(self._store, scope)

    def risks(self, scope: Scope) -> tuple[Risk, ...]:
        return DocumentStore.risks(self._store, scope)

    def meetings(self, partnership: str) -> tuple[Meeting, ...]:
        return DocumentStore.meetings(self._store, partnership)

    def survey_ranks(self, partnership: str) -> tuple[SurveyRank, ...]:
        return DocumentStore.survey_ranks(self._store, partnership)

    def priorities(self, partnership: str) -> tuple[Priority, ...]:
        return DocumentStore.priorities(self._store, partnership)


def _placed(item: Action) -> dict[str, str]:
    """The category and the indicator of a printed action, as words that lead to them."""
    return {"category": item.category, "indicators": item.indicator}


def _over(row: PlanRow, printed: Mapping[str, Mapping[str, str]]) -> PlanRow:
    """A loaded line with what the document prints in the columns that its file does not have."""
    beneath = printed.get(row.key)
    return row if beneath is None else replace(row, fields={**beneath, **row.fields})


def laid_over(printed: Iterable[T], own: Sequence[T]) -> tuple[T, ...]:
    """*own* in the place of what is *printed* under its key, the others behind."""
    found = {item.key: item for item in printed}
    return tuple((found | {item.key: item for item in own}).values())


def _is_in(category: str, scope: Scope) -> bool:
    return scope.categories is None or category in scope.categories


def _with_national(item: Action, names: PlanNames) -> Action:
    """A printed action with the indicators that its National Indicators and its measure name."""
    cells = dict(item.cells)
    more = names.indicators_of("", cells.get("national_indicators", ""), cells.get("measure", ""))
    return replace(item, indicators=tuple(dict.fromkeys((*item.indicators, *more)))) if more else item
