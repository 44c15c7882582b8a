"""Knows the paragraph under the title of overview and year end, and what is said where nothing is shown."""

from collections.abc import Sequence
from typing import TypedDict

from dashboard.domain.documents import Action
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.targets.status import Certainty, Status
from dashboard.domain.values.printed import Reason
from dashboard.domain.wording import listed, listed_or, name_inside, plural, sentence
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.performance.findings import UNMOVED, mostly, moved, moved_by
from dashboard.reports.view_context import ViewContext
from dashboard.reports.words import forecast as forecast_words
from dashboard.reports.words.counted import names_of
from dashboard.reports.words.figures import change_text, standing_text, why
from dashboard.reports.words.forecast import with_likely_outcome

MOST_SENTENCES = 3  # on single measures


def summary(context: ViewContext, filters: Filters, items: tuple[Judged, ...], actions: int) -> str:
    """The paragraph under the title."""
    parts = [_status_sentence(item) for item in items if item.verdict.status == Status.MISSED][:MOST_SENTENCES]
    parts += _kept_sentences([item for item in items if item.verdict.status in (Status.MET, Status.NEAR)])
    parts += forecast_words.sentences(items)
    waiting = [item for item in items if _is_waiting(item)]
    if waiting:
        parts.append(_waiting_sentence(waiting))
    if not any(item.now.target for item in items):
        parts += _moved_sentences(mostly(items, filters.period), filters.period)
    return " ".join(part for part in parts if part)


def _is_waiting(item: Judged) -> bool:
    """Whether nothing can be said of its target, not even what will probably become of it."""
    return item.is_targeted and item.verdict.status == Status.NOT_JUDGED and not with_likely_outcome([item])


def _status_sentence(item: Judged) -> str:
    """'Burglary finished 16.3% above target; its rise of 3.7% on 2009/10 could be chance.'"""
    lucky = item.verdict.certainty == Certainty.WITHIN_CHANCE
    by = ", by a margin that chance could explain" if lucky else ""
    change = "" if item.verdict.moved or not change_text(item) else f"; {_change_clause(item)}"
    return f"{item.indicator.name} finished {standing_text(item)}{by}{change}."


def _change_clause(item: Judged) -> str:
    """'it rose 10.2% on 2024/25', 'its fall of 3.0% on 2024/25 could be chance'."""
    said, before = moved(item), item.before.period.label
    if item.change_real is not False or said == UNMOVED:
        return f"it {said} on {before}"
    noun = "fall" if said.startswith("fell") else "rise"
    size = moved_by(item)
    return f"its {noun} {size if size.startswith('from') else f'of {size}'} on {before} could be chance"


def _kept_sentences(kept: list[Judged]) -> list[str]:
    """One sentence for each way of having met a target: clear, by a margin within chance; then those that are near."""
    turned = [item for item in kept if item.verdict.moved]
    met = [item for item in kept if item.verdict.status == Status.MET and item not in turned]
    lucky = [item for item in met if item.verdict.certainty == Certainty.WITHIN_CHANCE]
    groups = (
        ([item for item in met if item not in lucky], "finished on target or better"),
        (lucky, "finished on target or better, by a margin that chance could explain"),
        (turned, "moved the way that the target asks"),
        ([item for item in kept if item.verdict.status == Status.NEAR], "finished near the target, not met"),
    )
    return [f"{sentence(listed(names_of(group)))} {words}." for group, words in groups if group]


def _waiting_sentence(waiting: list[Judged]) -> str:
    """Which targets cannot be judged and why; of many only why."""
    said = [(item.indicator.name, _why_waiting(item)) for item in waiting]
    reasons = list(dict.fromkeys(reason for _, reason in said))
    named = [f"{name_inside(name)} ({reason})" for name, reason in said]
    are_named = len(reasons) > 1 and len(named) <= MOST_SENTENCES
    shown = listed(named) if are_named else listed_or(reasons)
    return sentence(f"{plural(len(waiting), 'target')} cannot be judged: {shown}.")


def _why_waiting(item: Judged) -> str:
    return "no unit is printed" if item.reason is Reason.UNIT_NOT_PRINTED else why(item)


def _moved_sentences(items: tuple[Judged, ...], period: Period) -> list[str]:
    """How measures without a target moved; what chance could explain comes last."""
    moves = [item for item in items if item.change.percent]
    ordered = sorted(moves, key=lambda item: item.change_real is False)
    return [_moved_sentence(item, period) for item in ordered[:MOST_SENTENCES]]


def _moved_sentence(item: Judged, period: Period) -> str:
    own = "" if item.now.period == period else f" in {item.now.period.label}"
    chance = ", which could be chance" if item.change_real is False else ""
    return f"{item.indicator.name} {moved(item)}{own} on {item.before.period.label}{chance}."


def measure_of(action: Action) -> str:
    """What a plan says in words that an action is measured by."""
    cells = dict(action.cells)
    return cells.get("measure", "") or cells.get("monitoring", "")


class Nothing(TypedDict):
    """Why a view shows nothing, and the page that has something of it."""

    empty: str
    elsewhere: str
    worded: tuple[Action, ...]


SOMETHING = Nothing(empty="", elsewhere="", worded=())


def nothing(context: ViewContext, filters: Filters, actions: Sequence[Action], printed: int = 0) -> Nothing:
    """Why a view shows nothing, and where something is; a plan's *actions* that are measured in words."""
    if not context.partnership.has_documents:
        words = (
            f"No target is set on the incidents of {context.partnership.name}{context.category_words}:"
            " load a targets file. The incidents themselves are on the Drill-down page."
        )
        return Nothing(empty=words, elsewhere="drill-down", worded=())
    if filters.area:
        words = (
            f"The document publishes no figures for {context.area_name} alone{context.category_words}:"
            f" choose the whole of {context.partnership.name}."
        )
        return Nothing(empty=words, elsewhere="", worded=())
    if context.partnership.is_own:
        words = (
            f"Nothing is loaded for all of {context.partnership.name}{context.category_words} in {filters.period.label}"
            ": choose another period, or one of its areas."
        )
        return Nothing(empty=words, elsewhere="", worded=())
    words = _not_printed(context, filters, len(actions), printed)
    return Nothing(empty=words, elsewhere="plan" if actions else "", worded=tuple(filter(measure_of, actions)))


def _not_printed(context: ViewContext, filters: Filters, actions: int, printed: int) -> str:
    words = f"{context.partnership.name} prints no table of figures{context.category_words} for {filters.period.label}."
    if printed:
        words += f" {sentence(plural(printed, 'figure'))} from the text {'stand' if printed > 1 else 'stands'} below."
    if actions:
        words += f" Its plan has {plural(actions, 'action')}{context.category_words}: see the Plan page."
    return words
