"""Knows whether a band of hours holds more incidents than chance makes any band of a week hold."""

from scipy.stats import binom

from dashboard.domain.incidents.hours import Hours
from dashboard.domain.incidents.week import BAND_SHARE, WEEK, HourBand

SURE = 0.05  # how often chance alone may make any band of a week stand out


def stands_out(found: Hours, band: HourBand) -> bool:
    """Whether a band holds more than chance makes any of a week's bands hold, incidents spread evenly.

    The binomial tail of its whole incidents, times the number of bands (Bonferroni).
    """
    many = int(found.of(band))
    return bool(binom.sf(many - 1, found.timed, float(BAND_SHARE)) * len(WEEK) < SURE)
