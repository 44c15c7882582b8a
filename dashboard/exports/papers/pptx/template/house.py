"""Knows the product's own template: 16:9, Arial, the palette as its theme, and a layout for each kind of slide."""

from functools import lru_cache

from dashboard.domain.palette import ACCENT, BETTER, INK, INK_SOFT, SERIES, SHADES, WORSE
from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.template.house_layouts import (
    COVER,
    HEIGHT,
    LAYOUTS,
    TITLE,
    TYPES,
    WIDTH,
    bar_xml,
    spot_xml,
)
from dashboard.exports.papers.pptx.zipped import zipped

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument"
SPACES = f'xmlns:a="{SCHEMAS}/drawingml/2006/main" xmlns:r="{OFFICE}" xmlns:p="{SCHEMAS}/presentationml/2006/main"'
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
COLOURS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
MASTER = "ppt/slideMasters/slideMaster1.xml"
PANEL = Box(0, 0, WIDTH, 312)
RULE = Box(0, 0, WIDTH, 8)


@lru_cache(maxsize=16)
def house_template(accent: str = "") -> bytes:
    """The template in the *accent* of a partnership, or the product's own."""
    layouts = {f"ppt/slideLayouts/slideLayout{at}.xml": name for at, name in enumerate(LAYOUTS, start=1)}
    parts = {
        "[Content_Types].xml": _types(layouts),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            {"rId1": ("slideMaster", "slideMasters/slideMaster1.xml"), "rId2": ("theme", "theme/theme1.xml")}
        ),
        MASTER: _master(len(layouts)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(_master_relations(layouts)),
        "ppt/theme/theme1.xml": _theme(accent or ACCENT),
    }
    for path, name in layouts.items():
        parts[path] = _layout(name)
        folder, _, file = path.rpartition("/")
        master = {"rId1": ("slideMaster", "../slideMasters/slideMaster1.xml")}
        parts[f"{folder}/_rels/{file}.rels"] = _relations(master)
    return zipped((path, (HEAD + xml).encode()) for path, xml in parts.items())


def _types(layouts: dict[str, str]) -> str:
    kinds = {
        "ppt/presentation.xml": "presentationml.presentation.main",
        MASTER: "presentationml.slideMaster",
        "ppt/theme/theme1.xml": "theme",
        **dict.fromkeys(layouts, "presentationml.slideLayout"),
    }
    parts = "".join(
        f'<Override PartName="/{path}" ContentType="{CONTENT}.{kind}+xml"/>' for path, kind in kinds.items()
    )
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    default = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{SCHEMAS}/package/2006/content-types">{relations}{default}{parts}</Types>'


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{path}"/>' for name, (kind, path) in targets.items()
    )
    return f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{inside}</Relationships>'


def _master_relations(layouts: dict[str, str]) -> dict[str, tuple[str, str]]:
    paths = [f"../slideLayouts/{path.rpartition('/')[2]}" for path in layouts]
    found = {f"rId{at}": ("slideLayout", path) for at, path in enumerate(paths, start=1)}
    return {**found, f"rId{len(paths) + 1}": ("theme", "../theme/theme1.xml")}


def _presentation() -> str:
    return (
        f'<p:presentation {SPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        f'</p:sldMasterIdLst><p:sldSz cx="{WIDTH * EMU}" cy="{HEIGHT * EMU}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def _master(layouts: int) -> str:
    spots = [
        TITLE,
        *(spot for spot in LAYOUTS["Outturn text"] if spot.kind in ("body", "ftr", "sldNum") and spot.index != 10),
    ]
    shapes = "".join(spot_xml(spot, at) for at, spot in enumerate(spots, start=2))
    names = "".join(f'<p:sldLayoutId id="{2147483649 + at}" r:id="rId{at + 1}"/>' for at in range(layouts))
    letters = f"{_scheme('tx1')}{_font('mj')}"
    title = f'<a:lvl1pPr algn="l"><a:defRPr sz="2800" b="1">{letters}</a:defRPr></a:lvl1pPr>'
    body = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 228600}" indent="0">'
        '<a:spcBef><a:spcPts val="600"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{1800 if level == 1 else 1600}">{_scheme("tx1")}{_font("mn")}</a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 6)
    )
    other = f'<a:lvl1pPr><a:defRPr sz="1400">{_scheme("tx1")}{_font("mn")}</a:defRPr></a:lvl1pPr>'
    return (
        f"<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr>{_scheme('bg1')}<a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}"
        f"{shapes}</p:spTree></p:cSld><p:clrMap {MAP}/><p:sldLayoutIdLst>{names}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(name: str) -> str:
    bar = bar_xml(PANEL if name == COVER else RULE, 2)
    shapes = "".join(spot_xml(spot, at) for at, spot in enumerate(LAYOUTS[name], start=3))
    return (
        f'<p:sldLayout {SPACES} type="{TYPES[name]}" preserve="1"><p:cSld name="{name}"><p:spTree>{GROUP}{bar}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _theme(accent: str) -> str:
    colours = (INK, "#ffffff", INK_SOFT, SHADES[0], accent, *SERIES[1:], BETTER, WORSE, accent, INK_SOFT)
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:{name}>'
        for name, colour in zip(COLOURS, colours, strict=True)
    )
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = _scheme("phClr")
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{SCHEMAS}/drawingml/2006/main" name="Outturn"><a:themeElements>'
        f'<a:clrScheme name="Outturn">{scheme}</a:clrScheme><a:fontScheme name="Outturn">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Outturn"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _scheme(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def _font(kind: str) -> str:
    return f'<a:latin typeface="+{kind}-lt"/>'
