"""Knows the cells of a category's row: what each is scored by, in words, or why it is missing; and where it leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.choices import Measure
from dashboard.domain.documents import SurveyRank
from dashboard.domain.doors import Door
from dashboard.domain.harm.severity import HarmShare
from dashboard.domain.periods.period import from_slug
from dashboard.domain.plans.concern import concern_of
from dashboard.domain.plans.rounds import round_start
from dashboard.domain.priorities.criteria import CRITERIA, Criterion
from dashboard.domain.priorities.recorded import OF_CRITERION, PriorityWord
from dashboard.domain.priorities.scores import (
    chance_of_rise,
    change_score,
    concern_score,
    share_score,
    trend_score,
    volume_score,
    yearly_growth,
)
from dashboard.domain.records import SourceCell
from dashboard.domain.statistics.likelihood import percent_of
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed
from dashboard.reports.harm.street_harm import share_words
from dashboard.reports.priorities.counted import CountedCategory
from dashboard.reports.priorities.setting import AssessmentSetting
from dashboard.reports.priorities.similar import similar_cell
from dashboard.reports.priorities.weighed import harm_shares

NOT_ASKED = "no survey or meeting of residents asked"
NOT_TYPED = {
    Criterion.HARM: "no table of weights is loaded, and nobody typed a score",
    Criterion.INFLUENCE: "nobody typed a score",
}


@dataclass(frozen=True, slots=True)
class AssessedCell:
    """One column of a category: the score with what it stands on, or *why* there is none."""

    criterion: Criterion
    score: int | None
    text: str = ""  # the number or words that are scored
    detail: str = ""
    why: str = ""
    door: Door | None = None
    cells: tuple[SourceCell, ...] = ()
    typed: PriorityWord | None = None
    span: tuple[int, int] | None = None  # of a score that is an estimate: at the least, and at the most


@dataclass(frozen=True, slots=True)
class CategoryInputs:
    """What the cells of one category are made of."""

    setting: AssessmentSetting
    category: str
    counted: CountedCategory


def cells_of(given: CategoryInputs) -> tuple[AssessedCell, ...]:
    """Every column in the order of CRITERIA."""
    return tuple(MADE[item.criterion](given) for item in CRITERIA)


def _volume(given: CategoryInputs) -> AssessedCell:
    found = given.counted
    if found.now is None:
        return AssessedCell(Criterion.VOLUME, None, why=found.why)
    label = found.span.label if found.span else ""
    shown = AssessedCell(
        Criterion.VOLUME,
        volume_score(found.now, found.total) if found.total else None,
        text=f"{found.now:,}",
        detail=f"{found.unit}, {label}",
        why=found.no_share,
        door=found.volume_door,
        cells=found.cells,
    )
    if not found.total:
        return shown
    share = show(Decimal(found.now * 100) / found.total, 1, percent=True)
    of = "of all counted" if found.what else "of all incidents"
    return replace(shown, detail=f"{share} {of}, {label}", why="")


def _change(given: CategoryInputs) -> AssessedCell:
    found = given.counted
    if found.now is None or found.before is None:
        return AssessedCell(Criterion.CHANGE, None, why=found.why if found.now is None else found.no_before)
    return AssessedCell(
        Criterion.CHANGE,
        change_score(found.now, found.before),
        text=change_words(found.now, found.before),
        detail=f"from {found.before:,}: {sure_words(found.now, found.before)}",
        door=found.volume_door,
        cells=found.cells_before,
    )


def change_words(now: int, before: int) -> str:
    """'−15.1%'; on a base under 50 both counts."""
    if before < SMALL_BASE:
        return f"{before:,} → {now:,}"
    return show(Decimal(now - before) * 100 / before, 1, percent=True, signed=True)


def sure_words(now: int, before: int) -> str:
    """'91% sure that it rose'."""
    if now == before:
        return "as many as then"
    rise = chance_of_rise(now, before)
    return f"{percent_of(rise)} sure that it rose" if rise >= 0.5 else f"{percent_of(1 - rise)} sure that it fell"


def _trend(given: CategoryInputs) -> AssessedCell:
    found = given.counted
    years = found.years
    if years is None:
        return AssessedCell(Criterion.TREND, None, why=found.why if found.now is None else found.no_third)
    growth = yearly_growth(years)
    text = f"{show(Decimal(str(growth)) * 100, 1, percent=True, signed=True)} a year" if growth < 10 else "from none"
    detail = " → ".join(f"{count:,}" for count in years)
    return AssessedCell(
        Criterion.TREND, trend_score(years), text=text, detail=detail, door=found.trend_door or found.volume_door
    )


def _typed(criterion: Criterion) -> Callable[[CategoryInputs], AssessedCell]:
    def cell(given: CategoryInputs) -> AssessedCell:
        said = given.setting.said.get((OF_CRITERION[criterion], given.category))
        if said is None:
            return AssessedCell(criterion, None, why=NOT_TYPED[criterion])
        signed = f"{said.author}, {day_words(said.day)}"
        return AssessedCell(criterion, int(said.value), text=said.words, detail=signed, typed=said)

    return cell


def _harm(given: CategoryInputs) -> AssessedCell:
    """The share of all harm, which counts where it is known; else what was typed, with why there is no share."""
    typed = _typed(Criterion.HARM)(given)
    found = harm_shares(given.setting).get(given.category)
    if not isinstance(found, HarmShare):
        why = f"no share of harm: {found.reason}" if found else ""
        if typed.score is None:
            return replace(typed, why=f"{why}, and nobody typed a score" if why else typed.why)
        return replace(typed, detail=f"{typed.detail}; {why}") if why else typed
    span = share_score(found.low), share_score(found.high)
    return AssessedCell(
        Criterion.HARM,
        share_score(found.value),
        text=share_words(found),
        detail=_harm_detail(given, typed, span),
        door=_harm_door(given),
        span=span,
    )


def _harm_detail(given: CategoryInputs, typed: AssessedCell, span: tuple[int, int]) -> str:
    """'of all harm, 2025/26; may score 4 to 5; 4 typed by Analyst, 11 June 2026 does not count beside it'."""
    said = [f"of all harm, {given.setting.weighed.label}"]
    if span[0] != span[1]:
        said.append(f"may score {span[0]} to {span[1]}")
    if typed.score is not None:
        said.append(f"{typed.score} typed by {typed.detail} does not count beside it")
    return "; ".join(said)


def _harm_door(given: CategoryInputs) -> Door:
    view = given.counted.volume_door.filters if given.counted.volume_door else given.setting.of(given.category)
    return Door("drill-down", view.with_(measure=Measure.HARM))


def _similar(given: CategoryInputs) -> AssessedCell:
    found = similar_cell(given.setting, given.category, given.counted)
    return AssessedCell(Criterion.SIMILAR, found.score, found.text, found.detail, found.why, found.door)


def _concern(given: CategoryInputs) -> AssessedCell:
    setting = given.setting
    ranks = [item for item in setting.store.survey_ranks(setting.filters.partnership) if item.area == setting.area.slug]
    inside = setting.tree.within(given.category)
    found = concern_of(ranks, inside, setting.span.end, setting.document_from)
    if found is None:
        when = " in the three years before" if ranks else ""
        return AssessedCell(Criterion.CONCERN, None, why=f"{NOT_ASKED} in {setting.area.name}{when}")
    score = concern_score(found.rank)
    if found.named is None:
        asked = listed([_survey(item) for item in found.asked])
        detail = f"asked by {asked}; {found.movement}" if found.movement else f"asked by {asked}"
        cells = tuple(item.source for item in found.asked)
        return AssessedCell(Criterion.CONCERN, score, text="not named", detail=detail, cells=cells)
    said = f"{_survey(found.named)}: “{found.named.source.text}”"
    detail = f"{said}, {found.movement}" if found.movement else said
    text = f"ranked {found.rank}"
    return AssessedCell(Criterion.CONCERN, score, text=text, detail=detail, cells=(found.named.source,))


def _survey(item: SurveyRank) -> str:
    """The survey with its round, as the document heads it where it does."""
    if not item.period:
        return item.survey
    return f"{item.survey}, {item.period if round_start(item) is None else from_slug(item.period).label}"


MADE: Mapping[Criterion, Callable[[CategoryInputs], AssessedCell]] = {
    Criterion.VOLUME: _volume,
    Criterion.CHANGE: _change,
    Criterion.TREND: _trend,
    Criterion.HARM: _harm,
    Criterion.SIMILAR: _similar,
    Criterion.CONCERN: _concern,
    Criterion.INFLUENCE: _typed(Criterion.INFLUENCE),
}
