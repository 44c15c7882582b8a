"""Knows which months police.uk can have a file of."""

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.dating import file_misdated
from dashboard.reports.made_up import INVENTED_SOURCE
from data.parcels import StopSearches, StreetMonth
from data.summaries import Wish


def refuse_misdated(parcel: StreetMonth | StopSearches, wish: Wish) -> None:
    """Raise RefusedFile where a police.uk file is of a month that has none; the made-up county has its own time."""
    if wish.source == INVENTED_SOURCE:
        return
    if why := file_misdated(parcel.month, wish.moment.date()):
        raise RefusedFile(f"{parcel.file} cannot be right: {why}. Correct its name and its column of dates.")
