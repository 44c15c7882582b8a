"""Knows how the cells of a parcel become figures of a partnership: by the grammar, or rejected with the reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from dashboard.domain.errors import RefusedFile, UnreadableValue
from dashboard.domain.periods import Period, from_slug
from dashboard.domain.records import Indicator
from dashboard.domain.target_rules import TargetKind, read_target
from dashboard.domain.values import Marker, Reason, Value, read_value
from data.releases.areas import RULE as DISPUTED
from data.releases.declaring import RULE
from data.releases.known import Home, Known
from data.releases.placing import TYPED, Area, places
from data.releases.rules import (
    Broken,
    day_covered,
    one_number,
    refuse_bare,
    refuse_impossible,
    refuse_unit,
    units_typed,
)
from data.releases.tables import COUNTS
from data.sources.figure_parcels import ACTUAL
from data.sources.words import is_plain, shown

BARE_MARKERS = frozenset({"p", "r", "e"})


@dataclass(frozen=True, slots=True)
class Read:
    """One figure as it will be kept."""

    home: Home
    indicator: Indicator
    what: str
    area: str
    period: Period
    value: Value  # of a target, only its notes and text
    said: Mapping[str, Any]
    file: str
    arrival: int

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.what, self.indicator.id, self.area, self.period.slug

    @property
    def counts(self) -> tuple[Decimal | None, ...]:
        """What the file gives behind the figure, as COUNTS."""
        return tuple(Decimal(self.said[name]) if self.said.get(name) else None for name in COUNTS)

    @property
    def place(self) -> str:
        return ", ".join(filter(None, (self.file, self.said["sheet"], self.said["cell"])))


@dataclass(slots=True)
class Reading:
    """What came of one parcel."""

    figures: list[Read] = field(default_factory=list)
    rejected: list[dict[str, Any]] = field(default_factory=list)
    rules: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    remarks: list[str] = field(default_factory=list)
    elsewhere: Counter[Area] = field(default_factory=Counter)  # figures by areas that are not the partnership's

    @property
    def holds_nothing(self) -> bool:
        """Whether no figure is left of a table that held some."""
        return bool(self.rejected) and not self.figures and not self.elsewhere

    def reject(self, said: Mapping[str, Any], rule: str, why: str) -> None:
        where = ", ".join(filter(None, (said.get("sheet", ""), str(said.get("cell", "")))))
        self.rules[rule] += 1
        self.rejected.append({"line": int(said.get("line") or 0), "rule": rule, "text": f"{where}: {why}".strip(": ")})


def read(parcel: Mapping[str, Any], arrival: int, known: Known, partnership: str) -> Reading:
    """Resolve one parcel for *partnership*, unless its rows name their own; raises RefusedFile with a sentence."""
    found = Reading()
    by_home: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for said in parcel["figures"]:
        by_home[said["partnership"] or partnership].append(said)
    if not by_home and parcel["declared"]:
        by_home[partnership] = []
    if "" in by_home:
        raise RefusedFile(
            f"{parcel['file']} does not say whose figures it holds: choose the partnership, "
            "or give the table a column “Partnership”."
        )
    for words, figures in by_home.items():
        _read_home(found, parcel, figures, (known, known.home(words), arrival))
    if found.elsewhere:
        rows, areas = found.elsewhere.total(), len(found.elsewhere)
        whose = "one area" if areas == 1 else f"{areas:,} areas"
        found.remarks.append(f"Figures of {whose} outside the partnership were left out: {rows:,}.")
    return found


def _read_home(
    found: Reading, parcel: Mapping[str, Any], figures: list[Mapping[str, Any]], where: tuple[Known, Home, int]
) -> None:
    known, home, arrival = where
    placed = places(parcel, figures, known, home)
    found.elsewhere.update(placed.outside(figures))
    for said, why in placed.disputed_of(figures):
        found.reject(said, DISPUTED, why)
    wanted = list(placed.own_of(figures))
    indicators = _indicators(found, parcel, [said for said, _ in wanted], where)
    units = units_typed(parcel, [said for said, _ in wanted])
    for said, area in wanted:
        indicator = indicators.get(said["indicator"])
        if indicator is None:
            continue
        period = from_slug(said["period"])
        try:
            value = _value(said, indicator.at(period), period, corrections=parcel["national"])
            refuse_bare(said, value, units.get(said["indicator"], ""))
            value = one_number(said, value, parcel["notes"])
        except Broken as fault:
            found.reject(said, fault.rule, fault.why)
            continue
        found.remarks += [f"{said['cell']}: {words}." for words in value.remarks]
        if value.reason is Reason.IN_WORDS:
            found.remarks.append(f"{said['cell']}: “{shown(said['text'])}” is kept as words: it is no single number.")
        found.figures.append(Read(home, indicator, said["what"], area, period, value, said, parcel["file"], arrival))


def _indicators(
    found: Reading, parcel: Mapping[str, Any], figures: Iterable[Mapping[str, Any]], where: tuple[Known, Home, int]
) -> dict[str, Indicator]:
    """The indicators that are declared and, in a table of figures, used; one that cannot be read is rejected."""
    known, home, arrival = where
    texts: dict[str, list[str]] = defaultdict(list)
    periods: dict[str, set[str]] = defaultdict(set)
    for said in figures:
        texts[said["indicator"]].append(said["text"])
        periods[said["indicator"]].add(said["period"])
    indicators: dict[str, Indicator] = {}
    for said in parcel["declared"]:
        name = said["name"]
        if parcel["figures"] and name not in texts:
            continue
        place = {"file": parcel["file"], "sheet": parcel.get("sheet", ""), "cell": "", "arrival": arrival}
        try:
            own = said if parcel["source"] in TYPED else known.apart(home, said)
            own = known.addressed(home, own, [from_slug(period) for period in sorted(periods[name])])
            indicators[name] = known.indicator(home, own, texts[name], place)
        except ValueError as fault:
            lost = f" Its figures were left out: {len(texts[name]):,}." if texts[name] else ""
            found.reject({}, RULE, f"{shown(name)}: {fault}{lost}")
    return indicators


def _value(said: Mapping[str, Any], indicator: Indicator, period: Period, *, corrections: bool) -> Value:
    text, kind = said["text"], indicator.value_type
    try:
        if said["what"] != ACTUAL:
            return _target_value(_seen(text), indicator)
        value = read_value(text, kind, markers=BARE_MARKERS, unit=indicator.unit)
        if said["marker"]:
            value = replace(value, marker=Marker(said["marker"].strip("[] ").casefold()))
    except UnreadableValue as fault:
        raise Broken("value-unreadable", str(fault)) from fault
    except ValueError as fault:
        raise Broken("value-unreadable", f"“{shown(said['marker'])}” is no marker: use p, r or e.") from fault
    refuse_unit(value, indicator)
    refuse_impossible(value, indicator, text, corrections=corrections)
    day_covered(said["covers_to"], period)
    notes = [mark for mark in said["note"].split("|") if mark]
    return replace(value, notes=tuple(dict.fromkeys((*value.notes, *notes))))


def _seen(text: str) -> str:
    """*text* as it is, unless a reader cannot see all of it."""
    if not is_plain(" ".join(text.split()), len(text)):
        raise UnreadableValue(f"“{shown(text)}” has a hidden character: write it without.")
    return text


def _target_value(text: str, indicator: Indicator) -> Value:
    rule = read_target(text, indicator.value_type, indicator.unit)
    in_words = rule.reason is Reason.IN_WORDS
    reason = None if rule.number is not None else Reason.IN_WORDS if in_words else Reason.UNRESOLVED
    value = Value(rule.number, reason, notes=rule.notes, raw=text, unit=rule.unit)
    refuse_unit(value, indicator)
    return replace(value, percent=rule.kind is not TargetKind.ABSOLUTE)


def refuse_doubles(figures: Iterable[Read]) -> list[Read]:
    """The figures, each key once; raises RefusedFile where two cells of a call disagree."""
    found: dict[tuple[str, str, str, str], Read] = {}
    for item in figures:
        other = found.setdefault(item.key, item)
        if other.said["text"] != item.said["text"]:
            raise RefusedFile(
                f"{item.place} says “{shown(item.said['text'])}” and {other.place} “{shown(other.said['text'])}” "
                f"for the same {item.what}: {item.indicator.name}, {item.period.label}. Keep one."
            )
    return list(found.values())
