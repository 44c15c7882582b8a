"""Knows which months police.uk can have a file of."""

from collections.abc import Mapping
from typing import Any

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.dating import file_misdated
from dashboard.reports.made_up import INVENTED_SOURCE
from data.summaries import Wish

POLICE = frozenset({"street", "stop-search"})  # kinds with a file for each month


def refuse_misdated(parcel: Mapping[str, Any], wish: Wish) -> None:
    """Raise RefusedFile where a police.uk file is of a month that has none; the made-up county has its own time."""
    if parcel["kind"] not in POLICE or wish.source == INVENTED_SOURCE:
        return
    if why := file_misdated(int(parcel["month"]), wish.moment.date()):
        raise RefusedFile(f"{parcel['file']} cannot be right: {why}. Correct its name and its column of dates.")
