"""What is wrong in the published folder: every fault named at once with file and row, and nothing loaded."""

import shutil
from pathlib import Path

import pytest

from dashboard.domain.errors import PublishedFault
from data.engine import open_engine
from data.intake.published import FOLDER, current_version, ensure_published, read_published
from tests.data.contents import contents

NI_15 = "warwickshire/ni-15,warwickshire,2009-10,,,,,WAR,Table 1,NI 15 - Most serious violent crime,2009/10 Actual,323"
NI_15_TARGET = (
    "warwickshire/ni-15,warwickshire,2009-10,,,WAR,Table 1,NI 15 - Most serious violent crime,2009/10 Target,294"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the published folder to spoil."""
    return Path(shutil.copytree(FOLDER, tmp_path / "published"))


def spoil(folder: Path, name: str, old: str, new: str) -> int:
    """Put *new* in place of *old* in one CSV and return the number of its row."""
    file = folder / f"{name}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{name}.csv no longer holds {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def refusal(folder: Path) -> list[str]:
    """The lines of the refusal, the heading first."""
    with pytest.raises(PublishedFault) as fault:
        read_published(folder)
    return str(fault.value).splitlines()


FIELD_FAULTS = [
    ("observations", NI_15, NI_15.replace("323", '"1,1283"'), "looks like 1,128 with note 3"),
    ("observations", NI_15, NI_15.replace("323", "many"), "'many' cannot be read"),
    ("observations", NI_15, NI_15.replace("2009-10", "2009-11"), "period '2009-11' cannot be read"),
    ("observations", NI_15, NI_15.replace(",,,,,", ",,,q,,"), "marker 'q' cannot be read"),
    ("observations", NI_15, NI_15.replace(",,,,,", ",2010-13-01,,,,"), "covers_to '2010-13-01' cannot be read"),
    ("observations", NI_15, NI_15.replace(",,,,,", ",,to be confirmed,,,"), "gives the reason 'to be confirmed'"),
    ("observations", NI_15, NI_15.replace(",,,,,", ",,a whim,,,"), "reason 'a whim' cannot be read"),
    (
        "observations",
        NI_15,
        NI_15.replace("warwickshire/ni-15", "warwickshire/ni-99"),
        "indicator 'warwickshire/ni-99'",
    ),
    ("observations", NI_15, NI_15.replace(",warwickshire,", ",atlantis,"), "area 'atlantis' is not known"),
    ("observations", NI_15, NI_15.replace(",WAR,", ",ATL,"), "document 'ATL' is not known"),
    ("observations", NI_15, f"{NI_15}\n{NI_15}", "warwickshire/ni-15 / warwickshire / 2009-10 stands already in row 2"),
    ("targets", NI_15_TARGET, NI_15_TARGET.replace("294", "about half"), "text 'about half' cannot be read"),
    ("targets", NI_15_TARGET, NI_15_TARGET.replace("2009-10,,", "2009-10,Yr 1,"), "base_period 'Yr 1' cannot be read"),
    ("documents", "WAR,warwickshire,", "WAR,atlantis,", "partnership 'atlantis' is not known"),
    ("categories", "violent-crime,Violent crime,,3", "violent-crime,Violent crime,piracy,3", "parent 'piracy'"),
    (
        "categories",
        "violent-crime,Violent crime,,3",
        "violent-crime,Violent crime,,third",
        "order 'third' cannot be read",
    ),
    ("areas", "rugby,Rugby,csp,warwickshire,", "rugby,Rugby,csp,atlantis,", "parent 'atlantis' is not known"),
    ("lenses", "warwickshire,violent-crime,", "warwickshire,piracy,", "category 'piracy' is not known"),
    ("indicators", "most-serious-violence,lower,", "piracy,lower,", "category 'piracy' is not known"),
    ("indicators", "most-serious-violence,lower,", "most-serious-violence,down,", "polarity 'down' is not known"),
    ("indicators", ",lower,count,1,", ",lower,tally,1,", "value_type 'tally' is not known"),
    ("indicators", ",lower,count,1,", ",lower,count,one,", "multiplier 'one' cannot be read"),
    ("indicators", "financial-year,5,", "leap-year,5,", "period_kind 'leap-year' is not known"),
    ("indicators", "financial-year,5,", "financial-year,some,", "tolerance 'some' cannot be read"),
    ("breaks", "warwickshire/ni-15,2011-12,", "warwickshire/ni-99,2011-12,", "indicator 'warwickshire/ni-99'"),
    ("breaks", "warwickshire/ni-30,2010-11,unit", "warwickshire/ni-30,soon,unit", "period 'soon' cannot be read"),
    ("priorities", "Serious Violent Crime,,violent-crime,", "Serious Violent Crime,,piracy,", "category 'piracy'"),
    ("campaigns", "south-staffordshire,1,1,current,", "south-staffordshire,1,1,past,", "kind 'past' is not known"),
    ("meetings", ",2011-03-08,", ",8 March,", "date '8 March' cannot be read"),
    ("risks", "violence,6,3,2,", "violence,six,3,2,", "rating 'six' cannot be read"),
    ("survey_ranks", ",shropshire,,1,road-safety", ",shropshire,,first,road-safety", "rank 'first' cannot be read"),
    ("printed_figures", "most-serious-violence,2010-11,change", "piracy,2010-11,change", "category 'piracy' is not"),
]


@pytest.mark.parametrize(("name", "old", "new", "sentence"), FIELD_FAULTS)
def test_a_faulty_field_is_refused_with_its_file_and_row(
    folder: Path, name: str, old: str, new: str, sentence: str
) -> None:
    row = spoil(folder, name, old, new) + new.count("\n")
    lines = refusal(folder)
    assert any(line.startswith(f"{name}.csv row {row}: ") and sentence in line for line in lines[1:]), lines


SHAPE_FAULTS = [
    ("notes", "document,table,mark,text", "document,table,mark,words", "notes.csv row 1: has the columns"),
    ("notes", "document,table,mark,text", "document,table,mark", "notes.csv row 1: has the columns"),
    ("meetings", ",2011-03-08,", ",2011-03-08,,", "meetings.csv row 2: has 9 fields; expected 8."),
    ("risks", "staffordshire,SSC15-1,", "staffordshire,", "risks.csv row 2: has 14 fields; expected 15."),
    ("documents", "WAR,warwickshire,", 'WAR,"warwickshire" ,', "documents.csv row 2: is not CSV"),
    ("lenses", "warwickshire,violent-crime,", "warwickshire\0,violent-crime,", "lenses.csv: holds a NUL character."),
]


@pytest.mark.parametrize(("name", "old", "new", "sentence"), SHAPE_FAULTS)
def test_a_file_of_another_shape_is_refused(folder: Path, name: str, old: str, new: str, sentence: str) -> None:
    spoil(folder, name, old, new)
    heading, *faults = refusal(folder)
    assert heading == "The published figures have 1 fault; nothing was loaded."
    assert [line.startswith(sentence) for line in faults] == [True]


def test_every_file_that_cannot_be_read_is_named_at_once(folder: Path) -> None:
    (folder / "risks.csv").unlink()
    (folder / "notes.csv").write_bytes((folder / "notes.csv").read_bytes().replace("–".encode(), "–".encode("cp1252")))
    (folder / "lenses.csv").write_text("", encoding="utf-8")
    heading, *faults = refusal(folder)
    assert heading == "The published figures have 3 faults; nothing was loaded."
    assert sorted(line.split(" (")[0].split(", expected")[0].split("; ")[0].rstrip() for line in faults) == [
        "lenses.csv row 1: has the columns",
        "notes.csv: cannot be read",
        "risks.csv: cannot be read",
    ]


def test_every_faulty_field_is_named_at_once(folder: Path) -> None:
    rows = {
        (name, spoil(folder, name, old, new))
        for name, old, new in (
            ("observations", ",2009/10 Actual,323", ',2009/10 Actual,"1,1283"'),
            ("observations", ",2010/11 Actual,335", ",2010/11 Actual,3 35"),
            ("targets", ",2009/10 Target,294", ",2009/10 Target,about half"),
            ("categories", "violent-crime,Violent crime,,3", "violent-crime,Violent crime,piracy,3"),
            ("campaigns", "south-staffordshire,1,1,current,", "south-staffordshire,1,1,past,"),
        )
    }
    heading, *faults = refusal(folder)
    assert heading == "The published figures have 5 faults; nothing was loaded."
    assert {line.split(": ")[0] for line in faults} == {f"{name}.csv row {row}" for name, row in rows}


def test_a_refused_folder_leaves_an_empty_database_empty_and_a_filled_one_as_it_was(
    store_url: str, folder: Path
) -> None:
    spoil(folder, "targets", "2009/10 Target,294", '2009/10 Target,"1,2943"')
    spoil(folder, "areas", "rugby,Rugby,csp,warwickshire,", "rugby,Rugby,csp,atlantis,")
    engine = open_engine(store_url)
    with pytest.raises(PublishedFault):
        ensure_published(engine, folder)
    assert current_version(engine) == ""
    ensure_published(engine)
    before = contents(engine)
    with pytest.raises(PublishedFault):
        ensure_published(engine, folder)
    assert contents(engine) == before
    engine.dispose()
