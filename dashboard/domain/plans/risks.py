"""Knows how a risk stands: its scores before and after controls, their band, how it moved, and what is amiss."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

LARGEST = 5  # of impact and of likelihood, as forms take them


class Band(StrEnum):
    """How large a score is; the bands are ours, for scores up to 5 × 5."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very high"


BANDS: tuple[tuple[int, Band], ...] = ((4, Band.LOW), (9, Band.MEDIUM), (15, Band.HIGH))
BAND_WORDS = "Low up to 4, medium up to 9, high up to 15, very high from 16."


class RiskFlag(StrEnum):
    """What somebody has to look at."""

    UNSCORED = "not scored"
    NOT_ITS_PRODUCT = "the rating is not impact × likelihood"
    RESIDUAL_BLANK = "no residual score"
    RESIDUAL_ABOVE = "the residual score is above the one before controls"
    REVIEW_OVERDUE = "its review is overdue"


class Movement(StrEnum):
    UP = "up"
    DOWN = "down"
    SAME = "unchanged"


@dataclass(frozen=True, slots=True)
class Score:
    """Impact, likelihood and what they come to; each may be missing."""

    impact: int | None = None
    likelihood: int | None = None
    printed: int | None = None  # the rating as it stands in the register

    @property
    def product(self) -> int | None:
        return None if self.impact is None or self.likelihood is None else self.impact * self.likelihood

    @property
    def rating(self) -> int | None:
        """As it stands in the register, else impact × likelihood."""
        return self.product if self.printed is None else self.printed

    @property
    def is_its_product(self) -> bool:
        """Whether nothing speaks against the rating: what is missing does not."""
        return self.printed is None or self.product in (None, self.printed)


@dataclass(frozen=True, slots=True)
class RiskReview:
    """What a review found of a risk, and when (ISO, UTC); a review is never changed, another is added."""

    number: int
    risk: str  # its key
    inherent: Score
    residual: Score
    words: str
    next_review: date | None
    author: str
    moment: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.moment[:10])


@dataclass(frozen=True, slots=True)
class Registered:
    """What the register itself says of a risk."""

    inherent: Score
    residual: Score
    next_review: date | None = None


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """How a risk stands on *day*."""

    day: date
    inherent: Score
    residual: Score
    next_review: date | None = None
    before: int | None = None  # what it came to at the review before, or in the register
    latest: RiskReview | None = None

    @property
    def now(self) -> int | None:
        """What it comes to: after controls where that is known, else before them."""
        return self.inherent.rating if self.residual.rating is None else self.residual.rating

    @property
    def movement(self) -> Movement | None:
        """Since the review before; None before a first review, and where a score is missing."""
        if self.latest is None or self.before is None or self.now is None:
            return None
        if self.now == self.before:
            return Movement.SAME
        return Movement.UP if self.now > self.before else Movement.DOWN

    @property
    def flags(self) -> tuple[RiskFlag, ...]:
        before, after = self.inherent.rating, self.residual.rating
        found = (
            (RiskFlag.REVIEW_OVERDUE, self.next_review is not None and self.next_review < self.day),
            (RiskFlag.UNSCORED, before is None),
            (RiskFlag.NOT_ITS_PRODUCT, not (self.inherent.is_its_product and self.residual.is_its_product)),
            (RiskFlag.RESIDUAL_BLANK, after is None),
            (RiskFlag.RESIDUAL_ABOVE, before is not None and after is not None and after > before),
        )
        return tuple(flag for flag, holds in found if holds)


def risk_standing(registered: Registered, reviews: Sequence[RiskReview], day: date) -> RiskStanding:
    """How a risk of the register stands on *day* after its *reviews*, the oldest first; later ones are unknown yet."""
    found = RiskStanding(day, registered.inherent, registered.residual, registered.next_review)
    for item in _until(reviews, day):
        before, later = found.now, item.next_review
        found = replace(found, inherent=item.inherent, residual=item.residual, before=before)
        found = replace(found, latest=item, next_review=later)
    return found


def _until(reviews: Iterable[RiskReview], day: date) -> Iterable[RiskReview]:
    return (item for item in reviews if item.day <= day)


def band_of(rating: int) -> Band:
    return next((band for most, band in BANDS if rating <= most), Band.VERY_HIGH)
