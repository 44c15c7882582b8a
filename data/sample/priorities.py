"""Knows what the made-up county's strategy group wrote into its assessment: typed scores, its choice, saved weights."""

from sqlalchemy import Engine, insert, select

from dashboard.domain.priorities.recorded import NO_PRIORITY, WordKind
from dashboard.domain.priorities.saying import about_of, name_key
from dashboard.reports.made_up import INVENTED
from data.engine import begin_writing
from data.tables.reviews import priority_word

ANALYST, CHAIR = "Partnership analyst", "Chair of the strategy group"
TYPED, CHOSEN = "2026-06-11T09:00:00+00:00", "2026-06-25T15:00:00+00:00"
HARM = (
    ("violent-crime", "5", "Injuries and lasting fear, by the hospital's and the refuge's counts"),
    ("substance-misuse", "4", "Deaths and overdoses weigh more than the offences that are counted"),
    ("acquisitive-crime", "3", "Burglary of homes is felt for long; most thefts are not"),
    ("public-order", "2", "Mostly short disorder without injury"),
    ("anti-social-behaviour", "2", "Repeat victims suffer; most reports are single events"),
    ("criminal-damage", "2", "Cost of repair, few victims hurt"),
    ("business-crime", "2", "Shop workers are threatened, most losses are small"),
    ("other-crime", "2", "Mixed, none of it named by a partner"),
)
INFLUENCE = (
    ("anti-social-behaviour", "4", "Wardens, housing and youth work act on it together"),
    ("business-crime", "4", "The retail forum shares warnings and bans"),
    ("public-order", "3", "Licensing and street pastors reach part of it"),
    ("violent-crime", "3", "Much of it is at home, where partners see it late"),
    ("acquisitive-crime", "3", "Lighting and locks help with burglary, little with theft"),
    ("criminal-damage", "3", "Clean-up is quick, prevention is not"),
    ("substance-misuse", "3", "Treatment places are paid for elsewhere"),
    ("other-crime", "1", "No partner has a part in it"),
)
CHOICE = (
    ("violent-crime", "1", "1, score 3.43", ""),
    ("business-crime", "2", "=2, score 3.00", "Shops ask for help, and the retail forum can act on it"),
    ("anti-social-behaviour", "3", "=4, score 2.57", "Residents name it every year, and wardens are in place"),
    ("other-crime", NO_PRIORITY, "8, score 2.00", "No partner has a part in it"),
)
WEIGHTS = ("Harm first", "harm:4")


def ensure_priorities(engine: Engine) -> None:
    """Let it have been written, unless anything of Sampleshire's assessment was written already."""
    with begin_writing(engine) as connection:
        asked = select(priority_word.c.id).where(priority_word.c.partnership == INVENTED)
        if connection.execute(asked.limit(1)).first() is None:
            connection.execute(insert(priority_word), [*_typed(), *_chosen(), _weights()])


def _typed() -> list[dict[str, str]]:
    every = [(WordKind.HARM, *line) for line in HARM] + [(WordKind.INFLUENCE, *line) for line in INFLUENCE]
    return [_line(about_of(kind, category), value, words, TYPED) for kind, category, value, words in every]


def _chosen() -> list[dict[str, str]]:
    return [
        _line(about_of(WordKind.CHOICE, category), place, words, CHOSEN) | {"stood": stood, "author": CHAIR}
        for category, place, stood, words in CHOICE
    ]


def _weights() -> dict[str, str]:
    name, value = WEIGHTS
    return _line(about_of(WordKind.WEIGHTS, name_key(name)), value, name, TYPED)


def _line(about: str, value: str, words: str, moment: str) -> dict[str, str]:
    said = {"value": value, "stood": "", "words": words, "author": ANALYST, "moment": moment}
    return {"partnership": INVENTED, "about": about, **said}
