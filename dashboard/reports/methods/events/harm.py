"""Knows the page on harm: what an offence weighs, and what is made of a type that mixes offences."""

from decimal import Decimal

from dashboard.domain.harm.severity import (
    Harm,
    HarmShare,
    Weightless,
    harm_change,
    of_codes,
    of_types,
    share_of,
    shares,
    weighed_codes,
)
from dashboard.domain.harm.weights import ONE_CODE, Weighed, Weight, WeightTable, newest
from dashboard.questions.store import Store
from dashboard.reports.methods.method import Example, Formula, Method, Piece, table

VIOLENCE, SHOPS = "violence-and-sexual-offences", "shoplifting"
PEOPLE = 12_000
TYPED = WeightTable(
    "2024/25",
    "made up for this page",
    (
        Weight(Weighed.CODE, "1", Decimal(8000)),
        Weight(Weighed.CODE, "8N", Decimal("180.5")),
        Weight(Weighed.CODE, ONE_CODE[SHOPS], Decimal(11)),
        Weight(Weighed.TYPE, VIOLENCE, Decimal(250), Decimal(200), Decimal(300)),
    ),
)
CODES = {"1": 2, "8N": 100, "46": 30}
BEFORE = {"1": 1, "8N": 100, "46": 30}
TYPES = {VIOLENCE: 100, SHOPS: 500}
HEADINGS = ("Counted", "Harm", "At the least", "At the most")


def harm_example(_store: Store) -> Example:
    by_code = of_codes(CODES, TYPED)
    each = [of_types({crime: count}, TYPED) for crime, count in TYPES.items()]
    rows = [
        _row("2 of code 1, 100 of code 8N, 30 of code 46", by_code),
        _row(f"The same for 1,000 of {PEOPLE:,} residents", _of_thousand(by_code)),
        _row("The year before: one of code 1 less", of_codes(BEFORE, TYPED)),
        _row("100 of violence and sexual offences", each[0]),
        _row("500 of shoplifting", each[1]),
    ]
    share = shares(dict(zip(TYPES, each, strict=True)))[VIOLENCE]
    if isinstance(share, HarmShare):
        rows.append(("Violence as a share of both", *(f"{part:.0f}%" for part in (share.value, share.low, share.high))))
    worked = table("Weights and counts typed for this page", HEADINGS, rows)
    return Example("Typed numbers, not real weights.", (worked,), (_share_words(share), _change_words()))


def _share_words(share: HarmShare | Weightless) -> str:
    if isinstance(share, Weightless):
        return f"Violence has no share: {share.reason}."
    between = f"between {share.low:.0f}% and {share.high:.0f}%"
    return f"Violence is {share.value:.0f}% of the harm of the two types, {between}."


def _of_thousand(found: Harm | Weightless) -> Harm | Weightless:
    return found.per_thousand(PEOPLE) if isinstance(found, Harm) else found


def _change_words() -> str:
    """One homicide more, beside all else as it was."""
    found = harm_change(CODES, BEFORE, TYPED)
    if found is None:
        return "Nothing can be compared."
    verdict = "more than chance explains" if found.real else "chance explains that much"
    return f"The year before, with one homicide less, it was {found.before.value.normalize():,f}: {verdict}."


def _row(name: str, found: Harm | Weightless) -> tuple[Piece, ...]:
    if isinstance(found, Weightless):
        return name, str(found.reason), "–", "–"
    return name, *(f"{number.normalize():,f}" for number in (found.value, found.low, found.high))


HARM = Method(
    slug="harm",
    title="Harm: counts by weight",
    question="How harmful is what was counted?",
    formula=(
        Formula(
            "harm = sum of weight × count of 12 months · for 1,000 people: × 1,000 ÷ population",
            "The weights are those of the table that somebody loaded; its year, source and file stand beside every"
            " number. It is no index: no year is 100. A sum of types has none where one of them has no weight.",
        ),
        Formula(
            "by offence code: exact · by police.uk’s crime type: an estimate with its range",
            "Most types mix offences that weigh little and much. Shoplifting, bicycle theft and theft from the person"
            " are one offence code each. Anti-social behaviour is no crime and has no weight.",
        ),
        Formula(
            "change of codes: real where |now − before| > 1.96 × √(sum of weight² × count of both years)",
            "Only of offence codes: own incident lists and the Home Office’s tables. Offences without a weight are left"
            " out of both years and told with their counts.",
        ),
        Formula(
            "share at the least = lowest ÷ (lowest + the highest of all others)",
            "At the most the other way round. What has no weight is in no share and says why.",
        ),
    ),
    source=(
        "Office for National Statistics, Developing a Crime Severity Score for England and Wales (2016).",
        "Dobson, Kuulasmaa, Eberle and Scherer (1991), Confidence intervals for weighted sums of Poisson parameters.",
    ),
    example=harm_example,
    limits=(
        "Without a table of weights nothing is weighed. Load one as CSV or a sheet: Offence code or Crime type, Weight,"
        " Lowest, Highest, Year, Source. Invented weights of Sampleshire weigh Sampleshire alone.",
        "An estimate is never compared over time: within a type the mix of offences changes, and the weight does not.",
        "Weights come from sentences or costs. They say what a court made of an offence, not what a victim felt.",
        "A few of the gravest offences outweigh everything else: one homicide more or less moves a district’s harm.",
    ),
    uses=(of_codes, of_types, weighed_codes, harm_change, shares, share_of, newest),
)
