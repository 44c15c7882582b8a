"""Knows a National Indicator or measure across partnerships: each in its own unit and year, never added up."""

from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator, Partnership
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import listed
from dashboard.questions.store import Store
from dashboard.reports.indicators.offered import code_words
from dashboard.reports.made_up import INVENTED_WORDS, is_invented
from dashboard.reports.performance.judged_row import JUDGED_COLUMNS, judged_row
from dashboard.reports.places.holdings import (
    Holding,
    Shared,
    every_indicator,
    holdings,
    is_linked,
    is_same,
    shared_measures,
)
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.words.small_numbers import small_numbers_note
from dashboard.reports.words.titles import fitting

HOLDING_COLUMNS = ("partnership", *JUDGED_COLUMNS)
SHARED_COLUMNS = ("measure", "name", "partnership", "indicator_code", "unit", "indicator_id")
APART = "Each figure is in its partnership's own unit, area and year: they are not added up, ranked or drawn together."


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasurePage(Report):
    """*held* are the indicators of one measure, *linked* others close to it; without one, *shared* are offered."""

    asked: Indicator | None
    held: tuple[Holding, ...] = ()
    linked: tuple[Holding, ...] = ()
    shared: tuple[Shared, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.item.indicator.unit for item in self.held))


def measure(store: Store, filters: Filters) -> MeasurePage:
    """Return the measure that *filters* name one indicator of, with every partnership's; without one, all measures."""
    every = every_indicator(store)
    home = [item for at, item in every if at.slug == filters.partnership]
    asked = next((item for item in home if item.slug in filters.indicators), None)
    return _all(filters, every) if asked is None else _one(store, filters, asked, every)


def _all(filters: Filters, every: tuple[tuple[Partnership, Indicator], ...]) -> MeasurePage:
    shared = shared_measures(every)
    several = [item for item in shared if len(item.partnerships) > 1]
    return MeasurePage(
        page="measure",
        filters=filters,
        title="Measures that several partnerships hold" if several else "Measures of each partnership",
        lede=APART,
        place="All partnerships",
        tables=(Table.of("measures", "Measures", SHARED_COLUMNS, map(_shared_row, _lines(shared))),),
        empty="" if shared else "No partnership has an indicator yet: load a table of figures first.",
        asked=None,
        shared=shared,
    )


def _lines(shared: tuple[Shared, ...]) -> list[tuple[Shared, Partnership, Indicator]]:
    return [(measure, home, item) for measure in shared for home, item in measure.held]


def _shared_row(line: tuple[Shared, Partnership, Indicator]) -> dict[str, Cell]:
    measure, home, item = line
    return {
        "measure": measure.words,
        "name": item.name,
        "partnership": home.name,
        "indicator_code": item.code or None,
        "unit": item.unit,
        "indicator_id": item.slug,
    }


def _one(
    store: Store, filters: Filters, asked: Indicator, every: tuple[tuple[Partnership, Indicator], ...]
) -> MeasurePage:
    same = [(home, item) for home, item in every if is_same(asked, item)]
    linked = [(home, item) for home, item in every if not is_same(asked, item) and is_linked(asked, item)]
    held, others = holdings(store, same), holdings(store, linked)
    return MeasurePage(
        page="measure",
        filters=filters,
        title=_title(asked, held),
        lede=_lede(held),
        place=f"{asked.name} · all partnerships",
        tables=(
            Table.of("measure", "The measure by partnership", HOLDING_COLUMNS, map(_row, held)),
            Table.of("linked", "Linked indicators", HOLDING_COLUMNS, map(_row, others)),
        ),
        notes=_notes(store, filters, (*held, *others)),
        empty="" if held else f"No figure or target of {asked.name} is published.",
        asked=asked,
        held=held,
        linked=others,
    )


def _title(asked: Indicator, held: tuple[Holding, ...]) -> str:
    """'NI 15: missed in Warwickshire', with the others counted in no sum."""
    name = code_words(asked.code) or asked.name
    missed = [item.partnership.name for item in held if item.item.verdict.status is Status.MISSED]
    if missed:
        return fitting(f"{name}: the newest target was missed in {listed(missed)}", f"{name}: newest target missed")
    met = [item.partnership.name for item in held if item.item.verdict.status is Status.MET]
    if met:
        return fitting(f"{name}: the newest target was met in {listed(met)}", f"{name}: newest target met")
    return fitting(f"{name}: no newest figure can be judged", "No newest figure can be judged")


def _lede(held: tuple[Holding, ...]) -> str:
    homes = list(dict.fromkeys(item.partnership.name for item in held))
    if len(homes) < 2:
        return f"{homes[0]} alone holds it." if homes else ""
    return f"{listed(homes)} hold it. {APART}"


def _notes(store: Store, filters: Filters, found: tuple[Holding, ...]) -> tuple[str, ...]:
    """What has to be known of other partnerships' figures; of the view's own it is said anyway."""
    others = dict.fromkeys(item.partnership.slug for item in found if item.partnership.slug != filters.partnership)
    notes = [INVENTED_WORDS for name in others if is_invented(name)]
    notes += [words for name in others if (words := small_numbers_note(store, name))]
    return tuple(dict.fromkeys(notes))


def _row(line: Holding) -> dict[str, Cell]:
    return {"partnership": line.partnership.name} | judged_row(line.item)
