"""Knows what a view offers for an agenda, by rules: missed and worse, probably missed, awaited, overdue, carried up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.agenda import not_yet
from dashboard.domain.meetings.decisions import DecisionKind, MeetingDecision, left_undone
from dashboard.domain.meetings.record import AgendaItem, ItemKind, MeetingRecord, last_before
from dashboard.domain.periods.months import MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.likelihood import LikelyOutcome, percent_of
from dashboard.domain.targets.status import Certainty, Status
from dashboard.domain.values.printed import Reason
from dashboard.domain.wording import number_word, plural, sentence
from dashboard.questions.store import Store
from dashboard.reports.agenda.of_plan import of_plan
from dashboard.reports.agenda.rest import MOST_OF_A_RULE, first_names
from dashboard.reports.evidence.awaited import awaited
from dashboard.reports.indicators.exceptions import exception_order, unexplained
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.shown import standings
from dashboard.reports.meeting.addresses import address_of
from dashboard.reports.words.figures import WHY, status_text


@dataclass(frozen=True, slots=True)
class Prepared:
    """For which meeting an agenda is made: what was decided before, and on which day it is looked at."""

    meeting: MeetingRecord
    meetings: tuple[MeetingRecord, ...]
    decisions: tuple[MeetingDecision, ...]
    day: date

    @property
    def previous(self) -> MeetingRecord | None:
        return last_before(self.meetings, self.meeting)

    @property
    def before(self) -> tuple[MeetingDecision, ...]:
        """What other meetings decided."""
        return tuple(item for item in self.decisions if item.meeting != self.meeting.number)


def offered(store: Store, filters: Filters, prepared: Prepared) -> tuple[AgendaItem, ...]:
    """What the rules put on the agenda and is not there yet, in their order."""
    return not_yet(prepared.meeting.items, found_by_rules(store, filters, prepared))


def found_by_rules(store: Store, filters: Filters, prepared: Prepared) -> tuple[AgendaItem, ...]:
    """What the rules find on the day, whether it is on the agenda or not."""
    return (
        *_standing_items(prepared),
        *_of_figures(store, filters),
        *_awaited(store, filters),
        *_unexplained(store, filters),
        *of_plan(store, filters, prepared.day, prepared.previous.day if prepared.previous else None),
        *_carried(prepared),
    )


def _standing_items(prepared: Prepared) -> Iterator[AgendaItem]:
    yield AgendaItem(0, ItemKind.OPENING, "Attendance, apologies and declarations of interest")
    if (last := prepared.previous) is not None:
        address = f"/meeting?meeting={last.number}"
        yield AgendaItem(0, ItemKind.LAST_MINUTES, f"Minutes of {last.title}", address, key=f"meeting {last.number}")
        since = f"/meeting/since?meeting={last.number}{f'&{view}' if (view := prepared.meeting.view) else ''}"
        yield AgendaItem(0, ItemKind.CHANGED, f"What changed since {last.title}", since, key=f"meeting {last.number}")
    if undone := left_undone(prepared.before, prepared.day):
        late = sum(item.is_overdue(prepared.day) for item in undone)
        why = f"{sentence(plural(len(undone), 'decision'))} left to do."
        today = (
            f"{sentence(number_word(late) if late else 'none')} is overdue."
            if late < 2
            else f"{sentence(number_word(late))} are overdue."
        )
        address = f"/meeting?partnership={prepared.meeting.partnership}"
        yield AgendaItem(0, ItemKind.ARISING, "Matters arising: what was left undone", address, why=why, today=today)
    yield AgendaItem(0, ItemKind.CLOSING, "Next meeting and forward programme")


def _of_figures(store: Store, filters: Filters) -> Iterator[AgendaItem]:
    """Targets missed by more than chance, first those that are worse, too; by chance; and probably missed ones."""
    found = sorted(standings(Ledger(store, filters), filters), key=exception_order)
    missed = [item for item in found if _is_missed(item)]
    yield from _limited(ItemKind.WORSE, [item for item in missed if _is_worse(item)], filters)
    yield from _limited(ItemKind.MISSED, [item for item in missed if not _is_worse(item)], filters)
    yield from _within_chance([item for item in found if _is_missed(item, by_chance=True)], filters)
    yield from _limited(ItemKind.UNLIKELY, [item for item in found if _is_unlikely(item)], filters)


def _is_missed(item: Judged, *, by_chance: bool = False) -> bool:
    """Whether it is missed, and not by chance alone, or just so."""
    is_chance = item.verdict.certainty is Certainty.WITHIN_CHANCE
    return item.verdict.status is Status.MISSED and is_chance == by_chance


def _within_chance(found: Sequence[Judged], filters: Filters) -> Iterator[AgendaItem]:
    """One item for all that chance may explain: commentary on them is awaited as on any other."""
    if found:
        words = sentence(f"{plural(len(found), 'target')} missed, by no more than chance explains")
        why = first_names(f"{item.indicator.name} ({item.now.period.label})" for item in found)
        key = f"within chance {filters.period.slug}"
        yield AgendaItem(0, ItemKind.MISSED, words, address_of("overview", filters), key=key, why=why)


def _is_worse(item: Judged) -> bool:
    """Whether it is worse than what it is compared with, and chance does not explain it."""
    return item.worsening and item.change_real is not False


def _is_unlikely(item: Judged) -> bool:
    forecast = item.year_forecast
    judged = item.verdict.status in (Status.MISSED, Status.MET, Status.NEAR)
    return not judged and forecast is not None and forecast.likely_outcome is LikelyOutcome.MISSED


def _limited(kind: ItemKind, found: list[Judged], filters: Filters) -> Iterator[AgendaItem]:
    for item in found[:MOST_OF_A_RULE]:
        yield _of_figure(kind, item, filters)
    if more := found[MOST_OF_A_RULE:]:
        words = sentence(f"{plural(len(more), 'more target')} {kind}")
        yield AgendaItem(
            0, kind, words, address_of("overview", filters), why=first_names(item.indicator.name for item in more)
        )


def _of_figure(kind: ItemKind, item: Judged, filters: Filters) -> AgendaItem:
    view = filters.with_(indicators=frozenset({item.indicator.slug}))
    return AgendaItem(
        0,
        kind,
        item.indicator.name,
        address_of("indicator", view),
        indicator=item.indicator.id,
        area=item.area.slug,
        period=item.now.period.slug,
        why=_why(kind, item),
    )


def _why(kind: ItemKind, item: Judged) -> str:
    forecast = item.year_forecast
    if kind is ItemKind.UNLIKELY and forecast is not None and forecast.chance is not None:
        return f"{item.now.period.label}: the chance of meeting the target is {percent_of(forecast.chance)}."
    worse = f", and worse than {before_words(item.now.period)}" if kind is ItemKind.WORSE else ""
    return f"{item.now.period.label}. {status_text(item)}{worse}."


def before_words(period: Period) -> str:
    """With what a *period* is compared, as `Period.previous` has it."""
    if period.months == MONTHS_IN_YEAR:
        return "the year before"
    return "a year before" if period.months < MONTHS_IN_YEAR else "the period before"


def _awaited(store: Store, filters: Filters) -> Iterator[AgendaItem]:
    """One item for all figures that are announced and not there; what a document leaves blank is not announced."""
    found = [item for item in awaited(store, filters) if item.reason is not Reason.NOT_PRINTED]
    if found:
        words = sentence(f"{plural(len(found), 'figure')} awaited")
        why = first_names(f"{item.indicator}, {item.period} ({WHY[item.reason]})" for item in found)
        yield AgendaItem(0, ItemKind.AWAITED, words, address_of("data", filters), why=why)


def _unexplained(store: Store, filters: Filters) -> Iterator[AgendaItem]:
    """One item for all targets that were missed and of which nobody said why."""
    found = unexplained(sorted(standings(Ledger(store, filters), filters), key=exception_order))
    if found:
        words = f"Commentary awaited on {plural(len(found), 'missed target')}"
        why = first_names(f"{item.indicator.name} ({item.now.period.label})" for item in found)
        address = address_of("year-end", filters)
        yield AgendaItem(0, ItemKind.COMMENTARY, words, address, key=f"commentary {filters.period.slug}", why=why)


def _carried(prepared: Prepared) -> Iterator[AgendaItem]:
    """What other groups recommend to the one that meets."""
    body = prepared.meeting.body.casefold()
    titles = {item.number: item for item in prepared.meetings}
    for item in prepared.before:
        if item.kind is DecisionKind.RECOMMENDATION and item.is_live and item.to_body.casefold() == body:
            origin = titles.get(item.meeting)
            why = f"Recommended by {origin.body if origin else 'another group'}."
            address = f"/meeting?decision={item.number}"
            yield AgendaItem(0, ItemKind.CARRIED, item.words, address, key=f"decision {item.number}", why=why)
