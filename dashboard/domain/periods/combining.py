"""Knows how the months and quarters of a year combine to its figure: as declared, else as the words say, else asked."""

import re
from enum import StrEnum

from dashboard.domain.values.printed import ValueType


class Combine(StrEnum):
    """How the figure of a year is made of those of its months or quarters."""

    SUM = "sum"
    LAST = "last"  # running totals and positions: the newest one is the year
    AVERAGE = "average"
    NONE = "none"  # a percentage of a year is not made from those of its quarters
    UNDECLARED = "undeclared"  # nobody said, and neither name nor unit does


def _words(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


#: What a column headed “Combines”, “How the year is made” or “Aggregation” may say.
DECLARED = {
    Combine.SUM: (
        *("sum", "sums", "total", "totals", "add", "added", "add up", "added up", "additive", "summed", "sum up"),
        *("sum of months", "sum of quarters", "sum of the months", "sum of the quarters", "sum of parts", "count"),
        *("discrete", "in period", "in quarter", "in month", "non cumulative", "not cumulative"),
    ),
    Combine.LAST: (
        *("last", "latest", "newest", "most recent", "end of year", "year end", "end of period", "closing", "position"),
        *("cumulative", "year to date", "ytd", "running total", "rolling", "rolling 12 months", "rolling year"),
        *("snapshot", "point in time", "as at", "last value", "latest value", "last quarter", "last month", "yes", "y"),
        *("cumulative ytd", "12 month rolling", "in year"),
    ),
    Combine.AVERAGE: ("average", "averaged", "mean", "avg", "average of quarters", "average of months"),
    Combine.UNDECLARED: ("undeclared", "not declared"),
    Combine.NONE: ("none", "never", "nothing", "not combined", "not additive", "cannot be combined", "do not add"),
}
DECLARED_AS = {word: combine for combine, every in DECLARED.items() for word in every}

_RUNNING = _words(
    r"\bcumulative(?:ly)?\b",
    r"\byear[- ]to[- ]date\b",
    r"\bytd\b",
    r"\brunning total\b",
    r"\brolling\b(?! (?:stock|roads?|programmes?|repairs?)\b)",
    r"\b(?:12|twelve)[- ]months? (?:to|up to|ending)\b",
    r"\b(?:last|previous|past|preceding) (?:12|twelve)[- ]months?\b",
    r"\bmoving (?:annual|average|total)\b",
    r"\bsince (?:1 )?april\b",
)
_SHARED = _words(  # neither added up over time nor over areas
    r"(?<![0-9])(?<![0-9] )%",
    r"\bper ?cent(?:age)?s?\b",
    r"\bproportions?\b",
    r"(?<!business )\brates?\b(?! (?:relief|payers?|office|card)s?\b)",
    r"\bper (?:[0-9]|head|capita|thousand|person|household|case|officer|crime|offence|incident|day|week|month)",
    r"\bratios?\b",
    r"(?:^|[(:,\u2013-] ?|\bthe )(?:average|mean|median|avg)\b(?! (?:speed|streets?)\b)",
    r"\b(?:average|mean|median)\)?$",
    r"\bscores?\b",
    r"\bindex\b(?! (?:offences?|offenders?|crimes?)\b)",
    r"\b(?:response|waiting|turnaround|processing|handling) times?\b(?! (?:breach|failure|complaint)(?:e?s)?\b)",
    r"\btime (?:taken|to|between|from)\b",
    r"\bdays (?:taken|to|between|from|until)\b",
    r"\blength of (?:stay|wait|time)\b",
    r"\bper (?:hundred|million|billion|pupil|dwelling|resident|mile|visit|call)\b",
    r"\b(?:out of|/) ?(?:5|10|100)\b",
    r"\brank(?:ing)?s?\b",
    r"\b(?:percentile|quartile|decile|quintile)s?\b",
    r"\b(?:net promoter|nps)\b",
)
_POSITION = _words(
    r"\bat (?:the )?(?:end|close|start) of(?: the)? (?:quarter|month|period|year|march|june|september|december|each)\b",
    r"\b(?:quarter|month|period|year)[- ]end\b",
    r"\bend of (?:the )?(?:quarter|month|period|year)\b",
    r"\bas (?:at|of)\b",
    r"\bheadcounts?\b",
    r"\bsnapshots?\b",
    r"\bin post\b(?! offices?\b)",
    r"\bcaseloads?\b",
    r"\b(?:number|people|children|offenders|clients|households|families|currently) on\b",
    r"\bon (?:the |a |an )?(?:[a-z]+ ){0,2}(?:register|waiting list|list|roll|books|caseload)\b",
    r"\bcurrent(?:ly)?\b",
    r"\b(?:open|live|active) (?:cases?|investigations?|complaints?|referrals?|orders?|claims?|actions?|tenancies)\b",
    r"\bcases? open\b|\(open\)|\bstill open\b",
    r"\boutstanding\b",
    r"\bbacklogs?\b",
    r"\bwaiting lists?\b",
    r"\b(?:number|people|households|cases|clients|children|applicants) (?:awaiting|waiting)\b",
    r"\bin (?:care|custody|treatment|temporary accommodation|placements?)\b",
    r"\blooked[- ]after children\b",
    r"\bvacanc(?:y|ies)\b",
    r"\b(?:fte|full[- ]time equivalents?)s?\b",
    r"\bolder than\b",
    r"\b(?:live|open|active) (?:[a-z-]+ ){1,2}(?:cases?|investigations?|complaints?|referrals?|orders?|claims?)\b",
    r"\b(?:unallocated|pending|unresolved) (?:[a-z-]+ )?(?:cases?|crimes?|investigations?|referrals?|complaints?)\b",
    r"\bpopulation\b(?! [a-z])",
)
#: People and things that are there, and not events: added up they may count twice.
_HOLDERS = _words(
    r"\b(?:people|persons?|children|adults|households|families|clients|offenders|users|patients|tenants|residents)\b",
    r"\b(?:officers|staff|pcsos?|specials|constables|employees|volunteers|wardens|members|membership|tenancies)\b",
    r"\b(?:cases|properties|beds|places|vehicles|cameras|schemes|groups|nominals)$",
)
#: What happens to them, each time once.
_STATES = (
    "registered|employed|unemployed|aged|disabled|licensed|looked|based|assigned|allocated|managed|supervised|enrolled"
    "|monitored|wanted|named|tagged|speed|hundred"
)
_EVENTS = _words(
    rf"\b(?!(?:{_STATES})\b)[a-z]{{3,}}ed\b",
    r"\b(?:new|made|taken|given|held|begun|found|seen|sent|met|won|lost|left|done|spent|dealt|brought|killed|hurt)\b",
    r"\b(?:offences?|crimes?|incidents?|assaults?|attacks?|calls?|visits?|referrals?|complaints?|reports?|injur\w+)\b",
    r"\b(?:casualt(?:y|ies)|victims?|arrests?|thefts?|robber(?:y|ies)|burglar(?:y|ies)|violence|deaths?|admissions?)\b",
    r"\b(?:completions?|starts|breaches|detections?|sanctions?|searches|notices|entrants?|attendances?|disorder)\b",
    r"\bnet (?:change|gain|loss|increase|decrease|growth)\b",
    r"\b(?:completing|entering|leaving|attending|receiving|starting|joining|reoffending|re-offending|crime)\b",
)
_MEASURED_UNITS = _words(
    r"^(?:\u00a3|gbp|pounds?|\u00a3 ?(?:000s?|k|m|million|thousand))$",
    r"^(?:working )?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)$",
    r"^(?:tonnes?|kg|kwh|litres?|miles|km)$",
)
_SPENT = _words(r"\b(?:lost|worked|delivered|volunteered|spent|served|completed|collected|recovered|seized)\b")


def declared_combine(text: str) -> Combine:
    """What a table declares; raises KeyError for other words."""
    return DECLARED_AS[" ".join(re.findall(r"[a-z0-9]+", text.lower()))]


def worded_combine(name: str, unit: str) -> Combine | None:
    """What the name or the unit of an indicator says; nothing where neither tells."""
    said = f"{name} | {unit}"
    if _RUNNING.search(said):
        return Combine.LAST
    if any(_SHARED.search(words.strip()) for words in (name, unit)):
        return Combine.NONE
    return Combine.LAST if _POSITION.search(said) else None


def is_position(name: str, unit: str) -> bool:
    """Whether each figure says how many there are at its end."""
    return not is_running(name, unit) and bool(_POSITION.search(f"{name} | {unit}"))


def is_running(name: str, unit: str) -> bool:
    """Whether each figure holds those before it: a running total, or the last 12 months."""
    return bool(_RUNNING.search(f"{name} | {unit}"))


def is_plain_count(name: str, unit: str) -> bool:
    """Whether whole numbers of this name surely count events, each once; people and money may be there all year."""
    if _MEASURED_UNITS.search(unit.strip()):
        return bool(_SPENT.search(name))
    return not _HOLDERS.search(name) or bool(_EVENTS.search(name))


def usual_combine(name: str, unit: str, value_type: ValueType) -> Combine:
    """How the year of an indicator is made of which nothing is declared: only counts are added up."""
    worded = worded_combine(name, unit)
    if value_type in (ValueType.PERCENTAGE, ValueType.CHANGE) and not is_running(name, unit):
        return Combine.NONE
    if worded is not None:
        return worded
    return Combine.SUM if value_type is ValueType.COUNT else Combine.NONE
