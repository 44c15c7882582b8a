"""Knows how much each column of a strategic assessment counts, and how an address says it: harm:3, volume:0.5."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from dashboard.domain.errors import UnknownFilter
from dashboard.domain.priorities.criteria import CRITERIA, Criterion

MOST = 5  # of a weight
STEP = Fraction(1, 2)
CHOICES = tuple(STEP * at for at in range(int(MOST / STEP) + 1))
BETWEEN = ":"
_WORDS = {f"{float(weight):g}": weight for weight in CHOICES}


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each column, in the order of CRITERIA."""

    values: tuple[Fraction, ...] = tuple(Fraction(item.usual) for item in CRITERIA)

    def of(self, criterion: Criterion) -> Fraction:
        return self.values[_place(criterion)]

    def with_(self, criterion: Criterion, weight: Fraction) -> "Weights":
        at = _place(criterion)
        return Weights((*self.values[:at], weight, *self.values[at + 1 :]))

    @property
    def counted(self) -> tuple[Criterion, ...]:
        """The columns that count at all."""
        return tuple(item.criterion for item in CRITERIA if self.of(item.criterion))

    @property
    def asked(self) -> frozenset[str]:
        """As an address says them: those that are not as usual."""
        return frozenset(
            f"{item.criterion}{BETWEEN}{weight_words(self.of(item.criterion))}"
            for item in CRITERIA
            if self.of(item.criterion) != item.usual
        )


def _place(criterion: Criterion) -> int:
    return [item.criterion for item in CRITERIA].index(criterion)


def weight_words(weight: Fraction) -> str:
    """'2', '0.5'."""
    return f"{float(weight):g}"


def read_weight(text: str) -> str:
    """'harm:3' as it stands in an address; raises UnknownFilter."""
    name, _, said = text.partition(BETWEEN)
    if name not in frozenset(Criterion) or said not in _WORDS:
        such = ", ".join(Criterion)
        raise UnknownFilter(
            f"A weight is written harm:3: a column ({such}), a colon, and 0 to {MOST} in steps of a half."
        )
    return text


def weights_of(asked: Iterable[str]) -> Weights:
    """The weights that *asked* names, as usual where it names none; of two for one column the larger counts."""
    found = Weights()
    for name, weight in sorted(map(_read, asked)):
        found = found.with_(Criterion(name), weight)
    return found


def _read(text: str) -> tuple[str, Fraction]:
    name, _, said = read_weight(text).partition(BETWEEN)
    return name, _WORDS[said]


def chosen_weights(form: Mapping[str, str]) -> Weights:
    """What a form with a control a column says; raises UnknownFilter."""
    said = {item.criterion: form.get(item.criterion, "") for item in CRITERIA}
    return weights_of(f"{criterion}{BETWEEN}{_plain(words)}" for criterion, words in said.items() if words)


def _plain(words: str) -> str:
    """A number as an address writes it: '2.0' is 2."""
    whole, point, rest = words.strip().partition(".")
    return whole if point and not rest.strip("0") else words.strip()
