"""Knows what the words of one heading say: a period, a part of one, target or actual, or why it heads no figures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.parts import Part, read_day, read_part
from dashboard.domain.periods.period import Period, read_period
from dashboard.domain.values.printed import without_notes
from data.sources.figures.heading_units import unit_at_the_end, without_unit
from data.sources.figures.parcels import ACTUAL, TARGET
from data.sources.words import shown


class Apart(StrEnum):
    """Why a column or row is no figure of a period, as the end of a sentence."""

    TO_DATE = "a year to date is no period of its own"
    ROLLING = "a rolling figure overlaps the others"
    PART = "a part of a year is not the year"
    HALF = "a half year is compared with nothing"
    BASELINE = "a baseline is neither actual nor target"
    CHANGE = "it tells a change, never whether lower or higher is better"
    JUDGED = "it judges figures, and is none"
    FORECAST = "a forecast is no actual"
    BENCHMARK = "it compares with other places"
    WORDS = "it holds words"
    TWELVE = "twelve months that are no financial year, beside years"
    UNDATED = "it names no period"
    UNKNOWN = "what it holds is not known"


@dataclass(frozen=True, slots=True)
class Words:
    """What one heading says; where nothing is known, only its text."""

    text: str
    period: Period | None = None
    part: Part | None = None
    what: str = ""
    is_whole: bool = False  # "Total", "Full year": of all parts of its period
    is_day: bool = False  # a day that stands for its month
    is_weak: bool = False  # "Performance", "Value": a target below it is a target
    apart: Apart | None = None
    notes: tuple[str, ...] = ()
    marker: str = ""

    @property
    def of_figures(self) -> bool:
        """Whether it can head a column of figures."""
        return self.apart is None and bool(self.period or self.part or self.what or self.is_whole)

    @property
    def is_known(self) -> bool:
        return self.of_figures or self.apart is not None


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(words)})(?![a-z0-9])", re.IGNORECASE)


_APART = {
    Apart.ROLLING: _any("rolling", "moving"),
    Apart.TO_DATE: _any("ytd", "cumulative", "cum", "year[- ]to[- ]date", "to[- ]date", "so far"),
    Apart.PART: _any("part[- ]?(?:of (?:the |a )?)?years?", "incomplete", "partial(?: (?:year|data))?",
                     "not (?:yet )?(?:a )?(?:full|whole|complete)(?: year)?"),
    Apart.HALF: _any("h[12]", "half[- ]?years?", "half[- ]?yearly", "(?:first|second|1st|2nd) half", "mid[- ]?year",
                     "(?:six|6)[- ]months?"),
    Apart.BASELINE: _any("base ?-?lines?", "base year", "starting point", "start point"),
    Apart.FORECAST: _any("forecasts?", "projected", "projections?", "predicted", "expected", "estimates?",
                         "trajectory", "profiled?"),
    Apart.BENCHMARK: _any("averages?", "mean", "median", "england", "national(?:ly)?", "regional", "region", "msg",
                          "most similar", "benchmarks?", "comparators?", "peers?", "quartiles?", "rank(?:ing)?",
                          "neighbours?", "family group"),
    Apart.CHANGE: _any("changes?", "variance", "variation", "difference", "diff", "vs?", "versus", "compar[a-z]*",
                       "direction", "dot", "trends?", "travel", "arrows?", "increases?", "decreases?", "gap",
                       "improv[a-z]*", "movement", "against", "distance", r"year on year", "yoy"),
    Apart.JUDGED: _any("rag", "b?rag rating", "status", "ratings?", "on track", "traffic light", "met", "on target",
                       "target met", "assessment", "judgement"),
    Apart.WORDS: _any("comments?", "commentary", "narrative", "lead", "owner", "officers?", "responsible", "source",
                      "explanation", "remarks?", "actions?", "updated", "frequency", "rationale"),
}  # fmt: skip
_SIGNS = re.compile(r"[↑↓→←▲▼⬆⬇△▽]|\+ ?/ ?[-\u2212]")
_TARGET = _any("targets?", "tgt", "goals?", "ambition", "plan(?:ned)?")
_ACTUAL = _any("actuals?", r"out[- ]?turns?", "results?", "achieved", "recorded")
_WEAK = _any("performance", "values?", "figures?", "data")
_WHOLE = _any("totals?", "year[- ]?end", "end[- ]of[- ]year", "full[- ]year", "whole[- ]year", "annual", "year total")
_EARLIER = _any("(?:previous|last|prior|current|this|baseline) year")
_YEAR_BEFORE = _any("(?:previous|last|prior) year")
_FILLING = re.compile(r"^(?:for|of|in|the|at|by|during)\b|\b(?:for|of|in|the|at|by|during)$", re.IGNORECASE)
_EDGES = " -\u2013\u2014:;,./"
_ENCLOSED = re.compile(r"\(([^()]*)\)")
_NOTED = re.compile(
    r"\s*(?:[\[(]notes? ?(?P<said>[0-9]{1,3}(?:(?:, ?| ?& ?| and )[0-9]{1,3})*)[\])]|\[(?P<bare>[0-9]{1,2})\]"
    r"|(?P<sign>[*†‡#]+))\s*",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"[\[(](?P<letter>[pre])[\])]|[\[(]?\b(?P<word>provisional|prov|draft|unaudited|revised|estimated)\b[\])]?",
    re.IGNORECASE,
)
_MARKS = {"provisional": "p", "prov": "p", "draft": "p", "unaudited": "p", "revised": "r", "estimated": "e"}
_AT_THE_END = re.compile(
    r"[ :,\u2013\u2014-]+\(?\b(?:(?P<target>targets?|tgt|goal)|actuals?|out-?turn|result)\)?$", re.IGNORECASE
)
_TWELVE = re.compile(r"12 months\b", re.IGNORECASE)


def unnoted(text: str) -> tuple[str, tuple[str, ...]]:
    """*text* in one line without its note marks ([note 1], [2], (3), ¹, *), and the marks."""
    plain = " ".join(text.split())
    notes: list[str] = []
    for found in _NOTED.finditer(plain):
        notes += re.findall("[0-9]+", found["said"]) if found["said"] else [found["bare"] or found["sign"]]
    words, printed = without_notes(" ".join(_NOTED.sub(" ", plain).split()))
    return words, tuple(dict.fromkeys([*notes, *printed]))


@lru_cache(maxsize=8192)
def words_of(heading: str) -> Words:
    """What a heading says."""
    text = " ".join(heading.split())
    plain, notes = unnoted(text)
    marker = ""
    if mark := _MARKED.search(plain):
        marker = (mark["letter"] or _MARKS[mark["word"].lower()]).lower()
        plain = " ".join(_MARKED.sub(" ", plain).split())
    plain = without_unit(plain)
    if not plain:
        return Words(text)
    found = _read(plain) or _left_out(plain)
    return Words(
        text, found.period, found.part, found.what, found.is_whole, found.is_day, found.is_weak, found.apart,
        notes, marker,
    )  # fmt: skip


def dating(text: str) -> str:
    """What is left of a heading without Target, Actual and other words that say no period."""
    rest = without_unit(unnoted(text)[0])
    for known in (_TARGET, _ACTUAL, _WEAK, _WHOLE):
        rest = known.sub(" ", rest)
    return _bared(rest)


def unit_over(text: str) -> str:
    """The unit that a heading says its figures are in: 2023/24 (%)."""
    return unit_at_the_end(unnoted(text)[0])


def suffixed(label: str) -> tuple[str, str]:
    """A name without the "target" or "actual" at its end, and which of them it was; nothing for other names."""
    end = _AT_THE_END.search(label)
    if end is None or not end.start():
        return label, ""
    return label[: end.start()], TARGET if end["target"] else ACTUAL


def is_twelve_months(words: Words) -> bool:
    """Whether a heading names twelve months by their end: a year, or one point of a rolling figure."""
    return bool(_TWELVE.search(words.text))


def _left_out(plain: str) -> Words:
    """Why a heading is of no figure; a year to date with the period that it runs to."""
    reason = _apart(plain)
    dated = _dated(_bared(_APART[Apart.TO_DATE].sub(" ", plain))) if reason is Apart.TO_DATE else None
    return Words(plain, dated.period, dated.part, apart=reason) if dated else Words(plain, apart=reason)


def _apart(plain: str) -> Apart | None:
    if _SIGNS.search(plain):
        return Apart.CHANGE
    return next((reason for reason, known in _APART.items() if known.search(plain)), None)


def _read(plain: str) -> Words | None:
    """The period, part or kind of figure that words without notes and marks name; None where they name more."""
    if (alone := _dated(plain)) is not None:
        return alone
    if _apart(plain) is not None:
        return None
    whats = [what for what, known in ((TARGET, _TARGET), (ACTUAL, _ACTUAL)) if known.search(plain)]
    weak, whole = bool(_WEAK.search(plain)), bool(_WHOLE.search(plain))
    if len(whats) > 1 or not (whats or weak or whole or _EARLIER.search(plain)):
        return None
    what = whats[0] if whats else ACTUAL
    rest = plain
    for known in (_EARLIER, _TARGET, _ACTUAL, _WEAK, _WHOLE):
        rest = known.sub(" ", rest)
    rest = _bared(rest)
    if not rest:
        undated = Apart.UNDATED if _EARLIER.search(plain) else None
        return Words(plain, what=what, is_whole=whole, is_weak=not whats, apart=undated)
    dated = _dated(rest)
    if dated and dated.part and _YEAR_BEFORE.search(plain):
        return Words(plain, apart=Apart.UNDATED)  # Q2 of last year is no quarter of the year in the title
    return dated and Words(plain, dated.period, dated.part, what, whole, dated.is_day, is_weak=not whats)


def _bared(text: str) -> str:
    """*text* without the small words and signs at its ends."""
    before = None
    while text != before:
        plain = " ".join(re.sub(r"\(\s*\)", " ", text).split()).strip(_EDGES)
        enclosed = _ENCLOSED.fullmatch(plain)
        before, text = text, _FILLING.sub("", enclosed[1] if enclosed else plain).strip(_EDGES)
    return text


def _dated(plain: str) -> Words | None:
    try:
        return Words(plain, period=read_period(plain))
    except UnreadablePeriod:
        pass
    if (part := read_part(plain)) is not None:
        return Words(plain, part=part)
    if (day := read_day(plain)) is not None:
        return Words(plain, period=day, is_day=True)
    return None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column that is not read, and why."""

    column: int
    words: str
    why: Apart
    period: Period | None = None


_KEPT = " To keep such figures, head them with their months, such as Apr 2023 - Sep 2023."
PLAIN = (Apart.UNKNOWN, Apart.WORDS, Apart.JUDGED)  # reasons that nobody asks for


def told(left_out: Iterable[LeftOut]) -> list[str]:
    """A sentence for each reason, with the columns that are left out for it."""
    by_reason: dict[str, dict[str, None]] = {}
    for item in left_out:
        reason = "" if item.why in PLAIN else f", {item.why}"
        by_reason.setdefault(reason, {}).setdefault(shown(item.words))
    ends = {f", {item}": _KEPT for item in (Apart.PART, Apart.TO_DATE, Apart.HALF)}
    return [f"Columns left out{why}: {', '.join(by_reason[why])}.{ends.get(why, '')}" for why in sorted(by_reason)]
