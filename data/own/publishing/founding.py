"""Knows how a partnership with its areas comes from a table that names nothing else."""

from collections import Counter

from dashboard.domain.errors import RefusedFile
from dashboard.domain.wording import plural
from data.own.areas.identity import Disputed
from data.own.reading.name_index import NameIndex
from data.own.reading.readings import Reading
from data.parcels import PartnershipAreas


def read_areas(parcel: PartnershipAreas, known: NameIndex) -> Reading:
    """The partnerships and areas of one table; those that are there already stay as they are."""
    found, added = Reading(), Counter[str]()
    for said in parcel.members:
        home = known.home(said["partnership"])
        name, code = said["area"], said["area code"]
        try:
            if name and known.area(home, code, name, inside=True) is None:
                known.new_area(home, code, name)
                added[home.name] += 1
        except Disputed as fault:
            raise RefusedFile(f"{parcel.file}: {fault}") from fault
    found.reasons += [(f"added {plural(count, 'area')} of {name}", "") for name, count in added.items()]
    return found
