"""Knows to which casualties a file of STATS19 was filtered, so that its counts are named for those and no others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.sources.publishers.long_tables import Table
from data.sources.words import is_plain

FATAL, SERIOUS, SLIGHT = "fatal", "serious", "slight"
SEVERITIES = {"1": FATAL, "2": SERIOUS, "3": SLIGHT} | {name: name for name in (FATAL, SERIOUS, SLIGHT)}
BAD = frozenset({FATAL, SERIOUS})
WORDS = {
    BAD: "killed or seriously injured",
    frozenset({FATAL}): "killed",
    frozenset({SERIOUS}): "seriously injured",
    frozenset({SLIGHT}): "slightly injured",
}
#: So many casualties of one severity are hardly without one of the others, unless somebody left them out.
ALONE = {FATAL: 2, SERIOUS: 3, SLIGHT: 3}
#: So many of the fatal without a serious one, or of the serious without a fatal one.
FATAL_OR_SLIGHT, SERIOUS_OR_SLIGHT = 3, 100
#: From so many collisions on, that all are of one severity is a filter and no chance.
ALIKE = {FATAL: 2, SERIOUS: 5, SLIGHT: 10}
FEWEST_ALIKE = 10  # casualties that have something else in common

REFERENCES = ("collisionindex", "accidentindex", "collisionreference", "accidentreference", "arefno")
COLLISION = ("collisionseverity", "accidentseverity")
#: What tells some casualties from others, with the meaning of the department's codes.
TOLD_APART: dict[str, dict[str, str]] = {
    "casualtyclass": {"1": "drivers and riders", "2": "passengers", "3": "pedestrians"},
    "casualtytype": {"0": "pedestrians", "1": "cyclists"},
    "sexofcasualty": {"1": "male", "2": "female"},
    "casualtysex": {"1": "male", "2": "female"},
    **{name: {} for name in ("mode", "sex", "gender", "ageband", "agebandofcasualty", "ageofcasualty", "agegroup")},
    **{name: {} for name in ("roaduser", "casualtymode", "speedlimit", "lightconditions", "roadclass", "roadtype")},
}
READ = frozenset({*REFERENCES, *COLLISION, *TOLD_APART})


@dataclass(frozen=True, slots=True)
class Filtered:
    """Whom the counts of a file are of."""

    severities: frozenset[str]  # that are counted
    collisions: str = ""  # the severity that all of them have
    people: tuple[str, ...] = ()  # what else all casualties have in common

    @property
    def name(self) -> str:
        which = f" ({', '.join(self.people)})" if self.people else ""
        where = f"{self.collisions} road collisions" if self.collisions else "road collisions"
        return f"People {WORDS[self.severities]} in {where}{which}"

    @property
    def is_whole(self) -> bool:
        """Whether these are all who were killed or seriously injured."""
        return self.severities == BAD and not (self.collisions or self.people)


def filtered(table: Table, rows: Iterable[int], severities: Counter[str]) -> Filtered:
    """Whom a *table* whose casualties have these *severities* is of."""
    every = list(rows)
    counted = _counted(severities)
    of_collisions = _severity_of_collisions(table, every)
    if of_collisions == FATAL and counted == {FATAL}:
        of_collisions = ""  # nobody is killed in another
    return Filtered(counted, of_collisions, tuple(_in_common(table, every)))


def _counted(severities: Counter[str]) -> frozenset[str]:
    """The severities that are counted: the fatal and serious, but for one that the file was filtered to lack."""
    found = [name for name, n in severities.items() if n]
    if len(found) == 1:
        return frozenset(found) if severities[found[0]] >= ALONE[found[0]] else BAD
    if not severities[SERIOUS] and severities[FATAL] >= FATAL_OR_SLIGHT:
        return frozenset({FATAL})
    if not severities[FATAL] and severities[SERIOUS] >= SERIOUS_OR_SLIGHT:
        return frozenset({SERIOUS})
    return BAD


def _severity_of_collisions(table: Table, rows: list[int]) -> str:
    """The severity that all collisions have; those of the fatal and serious hold all killed and seriously injured."""
    column = next((name for name in COLLISION if name in table.columns), "")
    found = {table.words(row, column).casefold() for row in rows} if column else set()
    severity = SEVERITIES.get(next(iter(found)), "") if len(found) == 1 else ""
    return severity if severity and _collisions(table, rows) >= ALIKE[severity] else ""


def collision_of(table: Table, row: int) -> str:
    """The number of a row's collision; empty where no column has it."""
    column = next((name for name in REFERENCES if name in table.columns), "")
    return table.words(row, column) if column else ""


def _collisions(table: Table, rows: list[int]) -> int:
    """How many collisions there are; casualties, where no column numbers them."""
    column = next((name for name in REFERENCES if name in table.columns), "")
    return len({table.words(row, column) for row in rows}) if column else len(rows)


def _in_common(table: Table, rows: list[int]) -> Iterator[str]:
    """What is the same for every casualty, in words."""
    for name, meant in TOLD_APART.items():
        found = {table.words(row, name) for row in rows} if name in table.columns else set()
        words = next(iter(found)) if len(found) == 1 and len(rows) >= FEWEST_ALIKE else ""
        if words not in ("", "-1") and is_plain(words):
            yield meant.get(words, f"{_heading(table, name)} {words}" if words[0].isdigit() else words)


def _heading(table: Table, name: str) -> str:
    return table.grid.at(table.above, table.columns[name]).replace("_", " ").strip()
