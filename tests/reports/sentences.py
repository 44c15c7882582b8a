"""Reads the numbers out of a title or paragraph, and works out again from the tables what they should be."""

import re
from collections.abc import Callable
from decimal import Decimal

from dashboard.domain.values.numbers import show
from dashboard.reports.report import Report
from tests.reports.localities import WENT, clearly_against, none_against, went
from tests.reports.outcome_counts import charged_of, newest_age
from tests.reports.plan_counts import late, standing_so
from tests.reports.priority_counts import CATEGORIES, by_columns, categories, first, first_sure, scored
from tests.reports.recounts import (
    FATES,
    against_targets,
    apart,
    blanks,
    by_period,
    changes,
    chosen,
    concentration,
    covered,
    drawn,
    due,
    fate_of,
    held,
    held_of,
    likely_outcomes,
    measures,
    months_loaded,
    mostly_own,
    movers,
    named_targets,
    numbered,
    of_part,
    rows,
    so_far,
    summed,
    targets,
    with_value,
    years_to_date,
)
from tests.reports.similar_counts import compared, overlapping, ranked

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT = rf"({'|'.join(WORDS)}|none|[0-9][0-9,]*)"
DIGITS = re.compile(r"(?<![\w.])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?%?")
SPELLED = re.compile(rf"\b(?:{'|'.join(WORDS[1:])})\b", re.IGNORECASE)
STATUSES = r"(met|near|missed|not judged)"
APART = ("to be confirmed", "with a baseline to be set", "without a number")

Counter = Callable[[Report, tuple[str | None, ...]], tuple[int, ...]]


def number(word: str) -> int:
    plain = word.casefold().replace("none", "no")
    return WORDS.index(plain) if plain in WORDS else int(plain.replace(",", ""))


FALSE = (-1,)  # what nothing that is said comes to


def as_said(said: tuple[str | None, ...]) -> tuple[int, ...]:
    return tuple(number(word) for word in said if word and re.fullmatch(COUNT, word, re.IGNORECASE))


#: What a phrase counts, and how to count it again; each group of a phrase is one number.
PHRASES: tuple[tuple[str, Counter], ...] = (
    (
        rf"{COUNT} of {COUNT} (?:targets that can be judged|judged targets) w(?:as|ere) (missed|met)",
        lambda r, said: (numbered(r, str(said[2])), numbered(r, judged=True)),
    ),
    (rf"{COUNT} of {COUNT} actions? (?:is|are) overdue", lambda r, _: (late(r), len(rows(r, "actions")))),
    (rf"None of {COUNT} actions? is overdue", lambda r, _: (len(rows(r, "actions")),)),
    (rf"the date of {COUNT} is past", lambda r, _: (late(r),)),
    (
        rf"(?<=, |: |s |d ){COUNT} (at risk|on track|not started|done|not said)(?=[,.]| and| in)",
        lambda r, said: (standing_so(r, str(said[1])),),
    ),
    (
        rf"All {COUNT} targets that can be judged were (?:(?:nearly )?met|missed)",
        lambda r, _: (numbered(r, judged=True),),
    ),
    (rf"(?<=, ){COUNT} nearly met", lambda r, _: (numbered(r, "near"),)),
    (rf"The {COUNT} target that can be judged", lambda r, _: (numbered(r, judged=True),)),
    (rf"{COUNT} targets? (?:is|are) set", lambda r, _: (numbered(r),)),
    (rf"(?:None|Neither) of the {COUNT} targets", lambda r, _: (numbered(r),)),
    (
        rf"{COUNT} (?:directions?|that only says? which way to go) [(]?{STATUSES}",
        lambda r, said: (apart(r, "direction", str(said[1])),),
    ),
    (rf"{COUNT} ({'|'.join(APART)})", lambda r, said: (apart(r, str(said[1])),)),
    (rf"{COUNT} targets? cannot be judged", lambda r, _: (targets(r, judged=False) - likely_outcomes(r),)),
    (rf"(?<=missed and ){COUNT} met", lambda r, _: (likely_outcomes(r, "met"),)),
    (
        rf"{COUNT} of {COUNT} targets(?: for .)? {FATES}",
        lambda r, said: (likely_outcomes(r, fate_of(said)), numbered(r)),
    ),
    (rf"(?:All|The) {COUNT} targets? for . {FATES}", lambda r, _: (numbered(r),)),
    (rf"(?<=, ){COUNT} {FATES}", lambda r, said: (likely_outcomes(r, fate_of(said)),)),
    (rf"{COUNT} other targets? will probably be missed too", lambda r, _: (likely_outcomes(r, "missed") - 3,)),
    (rf"{COUNT} targets? will probably be missed: ", lambda r, _: (likely_outcomes(r, "missed"),)),
    (rf"{COUNT} in {COUNT} of {COUNT} months;", lambda r, _: so_far(r)),
    (rf"{COUNT} in {COUNT} of {COUNT} quarters;", lambda r, _: so_far(r, length=3)),
    ("Four times in five it would end", lambda r, _: () if held(r)[0] * 5 >= held(r)[1] * 4 else (0,)),
    (rf"held in {COUNT} of {COUNT} earlier forecasts", lambda r, _: held(r)),
    ("Recent trend of five years", lambda _, __: ()),
    (rf"{COUNT} of {COUNT} measures? (?:clearly )?fell", lambda r, _: (movers(r, -1), measures(r))),
    (rf"{COUNT} of {COUNT} measures? (?:clearly )?rose", lambda r, _: (movers(r, 1), measures(r))),
    (rf"{COUNT} clearly fell and {COUNT} rose", lambda r, _: (movers(r, -1), movers(r, 1))),
    (rf"and {COUNT} rose", lambda r, _: (movers(r, 1),)),
    (rf"{COUNT} of {COUNT} measures? (?:clearly )?moved", lambda r, _: (movers(r, -1) + movers(r, 1), measures(r))),
    (rf"{COUNT} measures? in ·", lambda r, _: (len(rows(r, "tiles")),)),
    (rf"{COUNT} measures?(?:, {COUNT} with a target)?; (?:a (?:quarter|month) has )?no year end", of_part),
    (rf"{COUNT} targets? for the whole of ·", lambda r, _: (len(rows(r, "year-targets")),)),
    (rf"(?<=\)) and {COUNT} others?\.", lambda r, _: (len(rows(r, "year-targets")) - named_targets(r),)),
    (rf"{COUNT} measures? published", lambda r, _: (len(rows(r, "tiles")),)),
    (rf"{COUNT} measures?, none with a target", lambda r, _: (mostly_own(r),)),
    (rf"{COUNT} (?:targets? )?nearly met", lambda r, _: (numbered(r, "near"),)),
    (rf"{COUNT} (?:targets? )?{STATUSES}", lambda r, found: (numbered(r, str(found[1])),)),
    (rf"{COUNT} targets?, no actual published", lambda r, _: (len(chosen(r, "targets")),)),
    (rf"{COUNT} figures?(?:, no change to work out|[.])", lambda r, _: (drawn(r),)),
    (
        rf"in {COUNT} of {COUNT} months of",
        lambda r, _: (covered(r), 12),
    ),
    (WENT, lambda r, said: as_said(said) if went(r, said) else FALSE),
    ("none moved the other way", lambda r, _: () if none_against(r) else FALSE),
    (rf"{COUNT} localit(?:y|ies) moved against it", lambda r, _: clearly_against(r)),
    (rf"{COUNT} (?:actions? )?due by a date", lambda r, _: (due(r, "day"),)),
    (rf"{COUNT} (?:actions? )?due in words only", lambda r, _: (due(r, "words"),)),
    (rf"{COUNT} (?:actions? )?without a printed date", lambda r, _: (due(r, "nothing"),)),
    (rf"{COUNT} actions?\b(?= for|,| and (?!no figures))", lambda r, _: (len(rows(r, "actions")),)),
    (rf"{COUNT} risks?\b", lambda r, _: (len(rows(r, "risks")),)),
    (rf"{COUNT} meetings?\b", lambda r, _: (with_value(r, "meetings", "kind", "meeting"),)),
    (rf"{COUNT} differences?", lambda r, _: (with_value(r, "checks", "severity", "differs"),)),
    (rf"{COUNT} points? to note", lambda r, _: (with_value(r, "checks", "severity", "flag"),)),
    (rf"{COUNT} checks? agreed", lambda r, _: (with_value(r, "checks", "severity", "agrees"),)),
    (rf"{COUNT} figures? (?:in|from) the text", lambda r, _: (len(rows(r, "printed")),)),
    (rf"{COUNT} figures? awaited", lambda r, _: (len(rows(r, "awaited")),)),
    (rf"{COUNT} printed cells", lambda r, _: (len(rows(r, "cells")),)),
    (rf"Figures from {COUNT} files? loaded", lambda r, _: (len({row["sha256"] for row in rows(r, "loads")}),)),
    (rf"{COUNT} months? of street-level crime", lambda r, _: (months_loaded(r),)),
    (rf"{COUNT} of {COUNT} (?:neighbourhood|map point)s hold {COUNT}%", concentration),
    (rf"{COUNT} (?:neighbourhood|map point) holds {COUNT}%", concentration),
    (rf"{COUNT} located incidents?", lambda r, _: (summed(r, "hotspots", "count"),)),
    (rf"{COUNT} in the same months a year before", lambda r, _: (summed(r, "hotspots", "previous_count"),)),
    (
        rf"(?<=Persistent: )([^.]*) and {COUNT} more",
        lambda r, _: (with_value(r, "hotspots", "class", "persistent") - 3,),
    ),
    (rf"(?<=Emerging: )([^.]*) and {COUNT} more", lambda r, _: (with_value(r, "hotspots", "class", "emerging") - 3,)),
    (rf"\({COUNT} of {COUNT} months\)", lambda r, _: held_of(r)),
    (
        rf"{COUNT} of {COUNT} {CATEGORIES} (?:can be|are|is) scored",
        lambda r, _: (len(scored(r)), categories(r)),
    ),
    (
        rf"(?:All|The) {COUNT} {CATEGORIES} (?:can be|are|is) scored",
        lambda r, _: (len(scored(r)),) if len(scored(r)) == categories(r) else FALSE,
    ),
    (rf"by {COUNT}(?: to {COUNT})? of {COUNT} columns?", by_columns),
    (rf"first(?: place)? of {COUNT} {CATEGORIES}", lambda r, _: (categories(r),)),
    (rf"{COUNT} share first place", lambda r, _: (len(first(r)),)),
    ("three-year trend", lambda _, __: ()),
    (rf"(?<=, ){COUNT}% sure", lambda r, _: (first_sure(r),)),
    (rf"{COUNT}(?:st|nd|rd|th) highest of {COUNT} areas", lambda r, _: ranked(r)),
    (rf"highest of {COUNT} areas", lambda r, _: (compared(r),) if ranked(r)[0] == 1 else FALSE),
    (rf"lowest of {COUNT} areas", lambda r, _: (compared(r),) if ranked(r)[0] == compared(r) else FALSE),
    (rf"the mean of the other {COUNT} is", lambda r, _: (compared(r) - 1,)),
    (rf"The 95% intervals? of {COUNT} others? overlaps?", lambda r, _: (overlapping(r),)),
    ("No other’s 95% interval overlaps", lambda r, _: () if overlapping(r) == 0 else FALSE),
    (rf"at least {COUNT} months? old", lambda r, _: (newest_age(r),)),
    (rf"{COUNT} of {COUNT} in · led to a charge or summons", lambda r, _: charged_of(r)),
)


def shown(report: Report) -> set[str]:
    """Every number a sentence may quote: cells of the tables as readers write them, and steps of the series."""
    numbers = [cell for table in report.tables for row in table.rows for cell in row.values()]
    found = {text for cell in numbers if isinstance(cell, Decimal) for text in written(abs(cell))}
    found |= {f"{cell:,.0f}" for cell in numbers if isinstance(cell, (float, int))}
    found |= {token for cell in numbers if isinstance(cell, str) for token in DIGITS.findall(cell)}
    found |= by_period(report)
    for _, before, now in changes(rows(report, "series")):
        found |= written(abs(now - before) / before * 100) if before else set()
    for now, target in against_targets(report):
        found |= written(abs(now - target))
    for now, before in years_to_date(report):
        found |= written(abs(now - before) / before * 100) | {show(abs(now - before))}
    return found


def written(size: Decimal) -> set[str]:
    plain = {show(size), *(show(size, places) for places in (1, 2, 3))}
    return plain | {f"{text}%" for text in plain}


def unfounded(report: Report, text: str) -> list[str]:
    """The numbers of *text* that the tables do not give."""
    wrong = []
    for phrase, recount in PHRASES:
        for match in re.finditer(phrase, text, re.IGNORECASE):
            said = as_said(match.groups())
            found = recount(report, match.groups())
            if said != found and said != (*found[:-1], found[-1] + blanks(report)):
                wrong.append(match[0])
        text = re.sub(phrase, " ", text, flags=re.IGNORECASE)
    quoted = DIGITS.findall(text)
    known = shown(report) if quoted else set()
    return [*wrong, *SPELLED.findall(text), *(token for token in quoted if token not in known)]
