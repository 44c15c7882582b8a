"""Knows the sentences of overview and year end: titles that state the finding, checked against the figures by tests."""

from collections.abc import Sequence
from typing import TypedDict

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.targets.status import Certainty, Status
from dashboard.domain.values.printed import Reason, ValueType
from dashboard.domain.wording import listed, number_word, plural, sentence
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.view_context import ViewContext
from dashboard.reports.words import forecast as forecast_words
from dashboard.reports.words.counted import apart, names_of, no_target, none_targeted, numbered, with_apart
from dashboard.reports.words.figures import actual_text, chance_text, change_text, standing_text, why
from dashboard.reports.words.forecast import with_likely_outcome


def finding(context: ViewContext, filters: Filters, tiles: tuple[Judged, ...], actions: int, printed: int) -> str:
    """The overview's title: what the figures come to, in about twelve words."""
    label, targets = filters.period.label, numbered(tiles)
    decided = [item for item in targets if item.verdict.status != Status.NOT_JUDGED]
    if len(with_likely_outcome(tiles)) > len(decided):
        return forecast_words.finding(tiles, label)
    if decided:
        return with_apart(_judged_finding(decided, label), tiles)
    if targets:
        return with_apart(_unjudged_finding(targets, label), tiles)
    if others := apart(tiles):
        return f"No target for {label} is a number: {others}"
    return (
        _change_finding(mostly(tiles, filters.period)) if tiles else _bare_finding(context, filters, actions, printed)
    )


def _bare_finding(context: ViewContext, filters: Filters, actions: int, printed: int) -> str:
    """What there is where no figure stands in a table."""
    if not context.partnership.has_documents:
        return f"Street-level crime is loaded for {context.area_name}, but no target"
    if printed:
        return sentence(f"{plural(printed, 'figure')} in the text, none in a table{context.category_words}")
    if filters.area:
        return f"No figures are published for {context.area_name} alone{context.category_words}"
    if actions:
        return sentence(f"{plural(actions, 'action')} and no figures published for {context.area_name}")
    return f"No figures are published for {context.area_name}{context.category_words}"


def _judged_finding(decided: list[Judged], label: str) -> str:
    missed = [item for item in decided if item.verdict.status == Status.MISSED]
    if len(decided) == 1:
        item = decided[0]
        word = {Status.MET: "met", Status.NEAR: "near", Status.MISSED: "missed"}[item.verdict.status]
        return f"The one target that can be judged was {word} in {label}"
    if not missed:
        return _kept_finding(decided, label)
    if len(missed) == len(decided):
        return f"{_all(len(decided))} targets that can be judged were missed in {label}"
    verb = "was" if len(missed) == 1 else "were"
    return sentence(
        f"{number_word(len(missed))} of the {number_word(len(decided))} targets that can be judged"
        f" {verb} missed in {label}"
    )


def _all(count: int) -> str:
    return "Both" if count == 2 else f"All {number_word(count)}"


def _kept_finding(decided: list[Judged], label: str) -> str:
    """Where nothing is missed: all met, or how many, with those that are near counted apart."""
    met = sum(item.verdict.status == Status.MET for item in decided)
    near = len(decided) - met
    subject = _all(len(decided))
    if not near:
        return f"{subject} targets that can be judged were met in {label}"
    if not met:
        return f"{subject} targets that can be judged were near in {label}, none met"
    verb = "was" if met == 1 else "were"
    ending = f"{number_word(near)} {'was' if near == 1 else 'were'} near"
    return sentence(
        f"{number_word(met)} of the {number_word(len(decided))} targets that can be judged"
        f" {verb} met in {label}, {ending}"
    )


def _unjudged_finding(targets: list[Judged], label: str) -> str:
    count = len(targets)
    depends = all(item.reason == Reason.DEPENDS for item in targets)
    ending = ": it depends on how they are read" if depends else " yet"
    if count == 1:
        return f"The target for {label} cannot be judged{ending.replace('they are', 'it is')}"
    start = "Neither" if count == 2 else "None"
    return f"{start} of the {number_word(count)} targets for {label} can be judged{ending}"


def mostly(tiles: tuple[Judged, ...], period: Period) -> tuple[Judged, ...]:
    """The *tiles* that a title on *period* counts: years of another kind only beside as many of its own."""
    own = tuple(item for item in tiles if item.now.period == period)
    return tiles if len(own) * 2 >= len(tiles) else own or tiles


def _change_finding(tiles: tuple[Judged, ...]) -> str:
    """What moved: beyond chance where that can be tested, else as the document says."""
    tested = [item for item in tiles if item.change_real is not None]
    if tested:
        return _tested_changes(tested)
    published = [item for item in tiles if item.indicator.value_type == ValueType.CHANGE and item.now.actual]
    if len(published) == 1:
        only = published[0].now
        return f"{only.indicator.name}: {actual_text(only)} in {only.period.label}; {no_target(published)}"
    if published:
        fell = sum((item.now.value.number or 0) < 0 for item in published)
        subject = f"{number_word(fell)} of {plural(len(published), 'measure')}"
        return sentence(f"{subject} fell in {published[0].now.period.label}; {no_target(published)}")
    return f"{sentence(plural(len(tiles), 'measure'))} published, {none_targeted(tiles)}"


def _tested_changes(tested: list[Judged]) -> str:
    if len(tested) == 1:
        return _single_change(tested[0])
    counted = [(count_moved(tested, sign), verb) for sign, verb in ((-1, "fell"), (1, "rose"))]
    moves = [(count, verb) for count, verb in counted if count]
    if not moves:
        return f"No measure moved by more than chance in {tested[0].now.period.label}; {no_target(tested)}"
    (first, verb), *others = moves
    parts = [f"{number_word(first)} of {plural(len(tested), 'measure')} {verb}"]
    parts += [f"{number_word(count)} {verb}" for count, verb in others]
    return sentence(f"{listed(parts)} by more than chance; {no_target(tested)}")


def _single_change(item: Judged) -> str:
    chance = "more than chance explains" if item.change_real else "within chance"
    return f"{item.indicator.name} {moved(item)} in {item.now.period.label}, {chance}; {no_target([item])}"


def moved(item: Judged) -> str:
    """'fell 15.1%', 'rose 30 → 41 (+11)', 'did not change'."""
    step = item.change.absolute if item.change.absolute is not None else item.change.points
    if not step:
        return "did not change"
    return f"{'fell' if step < 0 else 'rose'} {change_text(item).lstrip('+−')}"


def count_moved(items: Sequence[Judged], sign: int) -> int:
    return sum(bool(item.change_real) and (item.change.absolute or 0) * sign > 0 for item in items)


def summary(context: ViewContext, filters: Filters, items: tuple[Judged, ...], actions: int) -> str:
    """The paragraph under the title."""
    parts = [_status_sentence(item) for item in items if item.verdict.status == Status.MISSED][:3]
    parts += _kept_sentences([item for item in items if item.verdict.status in (Status.MET, Status.NEAR)])
    parts += forecast_words.sentences(items)
    waiting = [item for item in items if _is_waiting(item)]
    if waiting:
        parts.append(_waiting_sentence(waiting))
    if not any(item.now.target for item in items):
        counted = mostly(items, filters.period)
        parts += [_moved_sentence(item, filters.period) for item in counted if item.change.percent is not None][:3]
    return " ".join(part for part in parts if part)


def _is_waiting(item: Judged) -> bool:
    """Whether nothing can be said of its target, not even what will probably become of it."""
    return item.is_targeted and item.verdict.status == Status.NOT_JUDGED and not with_likely_outcome([item])


def _status_sentence(item: Judged) -> str:
    change = change_text(item)
    tail = ""
    if change and not item.verdict.moved:
        chance = chance_text(item)
        tail = f"; {change} on {item.before.period.label}" + (f", {chance}" if chance else "")
    return f"{item.indicator.name} finished {standing_text(item)}{tail}."


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
    unknown = Reason.UNIT_NOT_PRINTED
    reasons = dict.fromkeys("no unit is printed" if item.reason is unknown else why(item) for item in waiting)
    return sentence(f"{plural(len(waiting), 'target')} cannot be judged: {listed(list(reasons))}.")


def _moved_sentence(item: Judged, period: Period) -> str:
    if not item.change.percent:
        return ""
    own = "" if item.now.period == period else f" in {item.now.period.label}"
    chance = chance_text(item)
    ending = f", {chance}" if chance else ""
    return f"{item.indicator.name} {moved(item)}{own} on {item.before.period.label}{ending}."


class Nothing(TypedDict):
    """Why a view shows nothing, and the page that has something of it."""

    empty: str
    elsewhere: str


SOMETHING = Nothing(empty="", elsewhere="")


def nothing(context: ViewContext, filters: Filters, actions: int, printed: int = 0) -> Nothing:
    """Why a view shows nothing, and where something is."""
    if not context.partnership.has_documents:
        words = (
            f"No target is set on the incidents of {context.partnership.name}{context.category_words}:"
            " load a targets file. The incidents themselves are on the Drill-down page."
        )
        return Nothing(empty=words, elsewhere="drill-down")
    if filters.area:
        words = (
            f"The document publishes no figures for {context.area_name} alone{context.category_words}:"
            f" choose the whole of {context.partnership.name}."
        )
        return Nothing(empty=words, elsewhere="")
    if context.partnership.is_own:
        words = (
            f"Nothing is loaded for all of {context.partnership.name}{context.category_words} in {filters.period.label}"
            ": choose another period, or one of its areas."
        )
        return Nothing(empty=words, elsewhere="")
    return Nothing(empty=_not_printed(context, filters, actions, printed), elsewhere="plan" if actions else "")


def _not_printed(context: ViewContext, filters: Filters, actions: int, printed: int) -> str:
    words = f"{context.partnership.name} prints no table of figures{context.category_words} for {filters.period.label}."
    if printed:
        words += f" {sentence(plural(printed, 'figure'))} from the text {'stand' if printed > 1 else 'stands'} below."
    if actions:
        words += f" Its plan has {plural(actions, 'action')}{context.category_words}: see the Plan page."
    return words
