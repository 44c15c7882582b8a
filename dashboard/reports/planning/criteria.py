"""Knows which of a plan's evaluation criteria are numbers: they become indicators as soon as figures are entered."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.records import Indicator
from dashboard.domain.wording import sentence
from dashboard.reports.planning.lines import ActionLine

#: How a criterion begins that counts something; it ends before the next capital letter, stop or bullet.
BEGINNINGS = (
    *("No. of", "No of", "Number of", "Percentage of", "Proportion of", "Rate of", "Level of"),
    *("Reporting of", "Increased reports of", "Increased detection"),
)
COUNTED = re.compile(rf"(?:{'|'.join(map(re.escape, BEGINNINGS))})\b[^•;]*?(?=\s+[A-Z]|\.|[•;]|$)")


@dataclass(frozen=True, slots=True)
class Criterion:
    """A number that an action is to be judged by, in the plan's words; its indicator where there is one."""

    words: str
    line: ActionLine
    indicator: Indicator | None


def criteria(lines: Iterable[ActionLine], known: Mapping[str, Indicator]) -> tuple[Criterion, ...]:
    """The criteria that are numbers, in the order of the plan; an indicator of the same name is theirs."""
    named = {item.name.casefold(): item for item in known.values()}
    return tuple(
        Criterion(words, line, named.get(words.casefold()))
        for line in lines
        for words in counted_in(dict(line.item.cells).get("measure", ""))
    )


def counted_in(measure: str) -> tuple[str, ...]:
    """'Number of offences' of 'Fear of crime surveys Increased detection rates Number of offences', and so on."""
    return tuple(sentence(words.strip(" ,:")) for words in COUNTED.findall(measure))
