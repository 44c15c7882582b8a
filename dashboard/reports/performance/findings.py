"""Knows the title of overview and year end: what the figures come to, in twelve words that chance cannot explain."""

from collections.abc import Sequence

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import Reason, ValueType
from dashboard.domain.wording import listed, number_word, plural
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.view_context import ViewContext
from dashboard.reports.words import forecast as forecast_words
from dashboard.reports.words.counted import apart, no_target, none_targeted, numbered, with_apart
from dashboard.reports.words.figures import actual_text, size_text
from dashboard.reports.words.forecast import with_likely_outcome
from dashboard.reports.words.titles import about, fitting

JUDGED_WORDS = {Status.MET: "met", Status.NEAR: "nearly met", Status.MISSED: "missed"}


def finding(context: ViewContext, filters: Filters, tiles: tuple[Judged, ...], actions: int, printed: int) -> str:
    """The overview's title."""
    label, targets = filters.period.label, numbered(tiles)
    decided = [item for item in targets if item.verdict.status != Status.NOT_JUDGED]
    if len(with_likely_outcome(tiles)) > len(decided):
        return forecast_words.finding(tiles, label)
    if decided:
        return with_apart(_judged_finding(decided, label), tiles)
    if targets:
        return with_apart(_unjudged_finding(targets, label), tiles)
    if others := apart(tiles):
        return fitting(f"No target for {label} is a number: {others}", f"No target for {label} is a number")
    return (
        _change_finding(mostly(tiles, filters.period)) if tiles else _bare_finding(context, filters, actions, printed)
    )


def _bare_finding(context: ViewContext, filters: Filters, actions: int, printed: int) -> str:
    """What there is where no figure stands in a table."""
    area, within = context.area_name, context.category_words
    if not context.partnership.has_documents:
        known = "Street-level crime is loaded"
        return fitting(f"{known} for {area}, but no target", f"{known}, but no target")
    if printed:
        said = f"{plural(printed, 'figure')} in the text, none in a table"
        return fitting(f"{said}{within}", said)
    if actions and not filters.area:
        said = f"{plural(actions, 'action')} and no figures published"
        return fitting(f"{said} for {area}", said)
    alone = " alone" if filters.area else ""
    said = "No figures are published"
    return fitting(f"{said} for {area}{alone}{within}", f"{said} for {area}{alone}", f"{said} for this area")


def _judged_finding(decided: list[Judged], label: str) -> str:
    missed = sum(item.verdict.status == Status.MISSED for item in decided)
    if len(decided) == 1:
        return _in(f"The one target that can be judged was {JUDGED_WORDS[decided[0].verdict.status]}", label)
    if not missed:
        return _kept_finding(decided, label)
    if missed == len(decided):
        return _in(f"{_all(missed)} targets that can be judged were missed", label)
    return _in(_counted(missed, len(decided), "missed"), label)


def _in(said: str, label: str, more: str = "") -> str:
    """A finding with its period, where there is room for that: it stands above the title too."""
    return fitting(f"{said} in {label}{more}", f"{said}{more}", said)


def _counted(some: int, every: int, fate: str) -> str:
    """'One of three targets that can be judged was missed'."""
    verb = "was" if some == 1 else "were"
    return f"{number_word(some)} of {number_word(every)} targets that can be judged {verb} {fate}"


def _all(count: int) -> str:
    return "Both" if count == 2 else f"All {number_word(count)}"


def _kept_finding(decided: list[Judged], label: str) -> str:
    """Where nothing is missed: all met, or how many, with those that are near counted apart."""
    met = sum(item.verdict.status == Status.MET for item in decided)
    near = len(decided) - met
    if not near or not met:
        return _in(f"{_all(len(decided))} targets that can be judged were {'nearly ' if near else ''}met", label)
    said = f"{number_word(met)} of {number_word(len(decided))} judged targets {'was' if met == 1 else 'were'} met"
    return _in(said, label, f", {number_word(near)} nearly met")


def _unjudged_finding(targets: list[Judged], label: str) -> str:
    """That none can be judged, and the one reason why, where all have the same."""
    count, reasons = len(targets), {item.reason for item in targets}
    if reasons == {Reason.NOT_AVAILABLE}:
        subject = "One target is" if count == 1 else f"{number_word(count)} targets are"
        return fitting(f"{subject} set for {label}; no actual is published yet", f"{subject} set; no actual yet")
    depends = reasons == {Reason.DEPENDS}
    ending = f": {'its' if count == 1 else 'their'} wording is unclear" if depends else " yet"
    if count == 1:
        return fitting(f"The target for {label} cannot be judged{ending}", f"The target cannot be judged{ending}")
    subject = f"{'Neither' if count == 2 else 'None'} of the {number_word(count)} targets"
    return fitting(f"{subject} for {label} can be judged{ending}", f"{subject} can be judged{ending}")


def mostly(tiles: tuple[Judged, ...], period: Period) -> tuple[Judged, ...]:
    """The *tiles* that a title on *period* counts: years of another kind only beside as many of its own."""
    own = tuple(item for item in tiles if item.now.period == period)
    return tiles if len(own) * 2 >= len(tiles) else own or tiles


def _change_finding(tiles: tuple[Judged, ...]) -> str:
    """What moved: beyond chance where that can be tested, else as the document says."""
    tested = [item for item in tiles if item.change_real is not None]
    if tested:
        return _single_change(tested[0]) if len(tested) == 1 else _tested_changes(tested)
    published = [item for item in tiles if item.indicator.value_type == ValueType.CHANGE and item.now.actual]
    if len(published) == 1:
        only = published[0].now
        said = f"{actual_text(only)} in {only.period.label}"
        return about(only.indicator.name, f"{said}; {no_target(published)}", said)
    if published:
        fell = sum((item.now.value.number or 0) < 0 for item in published)
        said = f"{number_word(fell)} of {plural(len(published), 'measure')} fell"
        return _in(said, published[0].now.period.label, f"; {no_target(published)}")
    return fitting(f"{plural(len(tiles), 'measure')} published, {none_targeted(tiles)}")


def _tested_changes(tested: list[Judged]) -> str:
    counted = [(count_moved(tested, sign), verb) for sign, verb in ((-1, "fell"), (1, "rose"))]
    moves = [(count, verb) for count, verb in counted if count]
    labels = {item.now.period.label for item in tested}
    when = f" in {labels.pop()}" if len(labels) == 1 else ""
    said = "no measure clearly rose or fell"
    if moves:
        (first, verb), *others = moves
        parts = [f"{number_word(first)} of {plural(len(tested), 'measure')} clearly {verb}"]
        said = listed([*parts, *(f"{number_word(count)} {verb}" for count, verb in others)])
    ending = f"; {no_target(tested)}"
    return fitting(f"{said}{when}{ending}", f"{said}{ending}", f"{said}{when}", said)


def _single_change(item: Judged) -> str:
    """How the one measure that can be tested moved; where chance could explain it, only where it stands."""
    label = item.now.period.label
    if item.change_real or moved(item) == UNMOVED:
        said, name = f"{moved(item)} in {label}", item.indicator.name
        return fitting(f"{name} {said}; {no_target([item])}", f"{name} {said}", said)
    said = f"{actual_text(item.now)} in {label}"
    ending = f"; {no_target([item])}"
    return about(item.indicator.name, f"{said}, no clear change{ending}", f"{said}{ending}", said)


UNMOVED = "did not change"


def moved(item: Judged) -> str:
    """'fell 15.1%', 'rose from 30 to 41', 'did not change'."""
    step = item.change.absolute if item.change.absolute is not None else item.change.points
    if not step:
        return UNMOVED
    return f"{'fell' if step < 0 else 'rose'} {moved_by(item)}"


def moved_by(item: Judged) -> str:
    """'15.1%', 'from 30 to 41' where the base is too small for a percentage."""
    before, now = item.before.value.number, item.now.value.number
    if item.change.small_base and before is not None and now is not None:
        return f"from {show(before)} to {show(now)}"
    return size_text(item.change)


def count_moved(items: Sequence[Judged], sign: int) -> int:
    return sum(bool(item.change_real) and (item.change.absolute or 0) * sign > 0 for item in items)
