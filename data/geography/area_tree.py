"""Knows how lookups become one tree: neighbourhoods in wards or localities, districts, forces, the country."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.domain.street.crime import DIVIDED, Level
from data.geography.joined import MERGED, AreaChange, JoinedArea, joined_areas, joined_codes

COUNTRY, COUNTRY_NAME = "england-and-wales", "England and Wales"
ELSEWHERE = "elsewhere"  # the last part of the code of what lies in no locality
#: Last parts of codes that no locality may have.
RESERVED = frozenset({"", ELSEWHERE, Level.NO_LOCATION, Level.OUTSIDE, Level.UNKNOWN})
INVENTED = "X"  # how the codes of the made-up county begin; no real code does


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was loaded: areas code -> (name, level), links (inner, level) -> outer, and the rest."""

    areas: Mapping[str, tuple[str, Level]]
    links: Mapping[tuple[str, str], str]
    changes: tuple[AreaChange, ...] = ()
    people: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    localities: tuple[tuple[str, str, str, str], ...] = ()  # partnership, code, name, slug
    roots: Mapping[str, str] = field(default_factory=dict)  # partnership -> code of its area


@dataclass(slots=True)
class Node:
    """One place of the tree, by code."""

    code: str
    name: str
    level: Level
    parent: str
    force: str = ""
    people: int | None = None
    year: str = ""


@dataclass(slots=True)
class Tree:
    """Places in reading order, what each lists one step in, and the wider places of every leaf."""

    nodes: dict[str, Node] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    within: dict[str, list[str]] = field(default_factory=dict)


def grow(given: Gathered) -> Tree:
    """Return the tree over every neighbourhood that the lookups place in a district of a force."""
    leaves = _leaves(given)
    tree = Tree()
    for code in sorted(leaves, key=lambda code: (leaves[code].chain[::-1], given_name(given, leaves[code], code))):
        _add_leaf(tree, given, code, leaves[code])
    _list_children(tree)
    _add_shared_csps(tree, given, leaves)
    _add_localities(tree, given)
    _count_people(tree, given)
    return tree


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A neighbourhood with the codes of its ward, district and force, as far as they are known."""

    name: str
    chain: tuple[str, ...]


def given_name(given: Gathered, leaf: "_Leaf", code: str) -> str:
    return leaf.name or given.areas.get(code, (code, Level.LSOA))[0]


def chain_of(given: Gathered, code: str) -> tuple[str, ...]:
    """Return ward, district and force of a neighbourhood ("" where not known)."""
    ward = given.links.get((code, Level.WARD), "")
    district = given.links.get((ward or code, Level.DISTRICT), "")
    return ward, district, force_of(given, district)


def force_of(given: Gathered, district: str) -> str:
    csp = given.links.get((district, Level.CSP), "")
    return given.links.get((csp or district, Level.FORCE), "")


def _leaves(given: Gathered) -> dict[str, _Leaf]:
    """Neighbourhoods of today, and as one those that cannot be told apart through time, each with its chain."""
    chains = {area: _common([chain_of(given, code) for code in area.new]) for area in joined_areas(given.changes)}
    # What lies in two districts is no place: its parts of today stand for themselves.
    joined = {area: chain for area, chain in chains.items() if chain[1] and chain[2]}
    changed = {item.old for item in given.changes} | set(joined_codes(joined))
    today = [code for code, (_, level) in given.areas.items() if level == Level.LSOA and code not in changed]
    leaves = {code: _Leaf(given.areas[code][0], chain_of(given, code)) for code in today}
    leaves |= {area.code: _Leaf(f"{area.name}{DIVIDED}", chain) for area, chain in joined.items()}
    return {code: leaf for code, leaf in leaves.items() if leaf.chain[1] and leaf.chain[2]}


def _common(chains: list[tuple[str, ...]]) -> tuple[str, ...]:
    """What all the parts of a joined neighbourhood share."""
    return tuple(codes[0] if len(set(codes)) == 1 else "" for codes in zip(*chains, strict=True))


def _add_leaf(tree: Tree, given: Gathered, code: str, leaf: _Leaf) -> None:
    ward, district, force = leaf.chain
    outer = [item for item in (ward, district, force) if item]
    if force and not code.startswith(INVENTED):
        outer.append(COUNTRY)
    tree.nodes[code] = Node(code, leaf.name or code, Level.LSOA, outer[0], force)
    tree.within[code] = outer
    for inner, wider in zip(outer, [*outer[1:], ""], strict=True):
        if inner not in tree.nodes:
            tree.nodes[inner] = _outer_node(given, inner, wider, force)


def _outer_node(given: Gathered, code: str, wider: str, force: str) -> Node:
    if code == COUNTRY:
        return Node(COUNTRY, COUNTRY_NAME, Level.COUNTRY, "")
    name, level = given.areas[code]
    return Node(code, usual_name(name) or code, level, wider, force)


def usual_name(name: str) -> str:
    """A name as it is spoken: "London, City of" is City of London."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and first.endswith(" of") else name


def _list_children(tree: Tree) -> None:
    for node in sorted(tree.nodes.values(), key=lambda node: node.name):
        if node.parent:
            tree.children[node.parent].append(node.code)


def _add_shared_csps(tree: Tree, given: Gathered, leaves: Mapping[str, _Leaf]) -> None:
    """A community safety partnership over several districts is a place of its own, beside the districts."""
    districts: dict[str, list[str]] = defaultdict(list)
    for node in list(tree.nodes.values()):
        if node.level == Level.DISTRICT and (csp := given.links.get((node.code, Level.CSP))):
            districts[csp].append(node.code)
    shared = {csp: inner for csp, inner in districts.items() if len(inner) > 1}
    of_district = {district: csp for csp, inner in shared.items() for district in inner}
    for csp, inner in shared.items():
        force = tree.nodes[inner[0]].force
        tree.nodes[csp] = Node(csp, given.areas[csp][0], Level.CSP, force, force)
        tree.children[csp] = sorted(inner, key=lambda code: tree.nodes[code].name)
    for code, leaf in leaves.items():
        if csp := of_district.get(leaf.chain[1]):
            tree.within[code].append(csp)


def _add_localities(tree: Tree, given: Gathered) -> None:
    by_owner: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for owner, code, name, slug in given.localities:
        by_owner[owner].append((code, name, slug))
    for owner, members in by_owner.items():
        root = tree.nodes.get(given.roots.get(owner, ""))
        if root is not None:
            _divide(tree, owner, root, members)


def _divide(tree: Tree, owner: str, root: Node, members: Iterable[tuple[str, str, str]]) -> None:
    """List *root* by its localities; what lies in none of them is a place too, so that totals add up."""
    inside = [code for code, outer in tree.within.items() if root.code in outer]
    slugs = {code: slug for code, _, slug in members}
    names = {slug: name for _, name, slug in members}
    used: dict[str, list[str]] = defaultdict(list)
    for leaf in inside:
        slug = slugs.get(leaf) or next((slugs[code] for code in tree.within[leaf] if code in slugs), ELSEWHERE)
        used[slug].append(leaf)
    for slug in sorted(used, key=lambda slug: (slug == ELSEWHERE, names.get(slug, ""))):
        level, name = (Level.LOCALITY, names[slug]) if slug in names else (Level.REST, elsewhere_in(root.name))
        code = f"{owner}/{slug}"
        tree.nodes[code] = Node(code, name, level, root.code, root.force)
        tree.children[code] = sorted(used[slug], key=lambda leaf: tree.nodes[leaf].name)
        for leaf in used[slug]:
            tree.within[leaf].append(code)
            tree.nodes[leaf].parent = code
    tree.children[root.code] = [f"{owner}/{slug}" for slug in used]


def elsewhere_in(name: str) -> str:
    return f"Elsewhere in {name}"


def _count_people(tree: Tree, given: Gathered) -> None:
    """Give every place its published population, or the sum of its neighbourhoods' when all are known."""
    known = _neighbourhood_people(tree, given)
    sums: dict[str, list[tuple[int, str] | None]] = defaultdict(list)
    for leaf, outer in tree.within.items():
        for code in outer:
            if leaf in known:
                sums[code].append(known[leaf])
    for code, node in tree.nodes.items():
        if code in known:
            node.people, node.year = known[code] or (None, "")
        elif code in given.people:
            node.people, node.year = given.people[code]
        elif sums[code] and None not in sums[code]:
            found = [item for item in sums[code] if item]
            node.people, node.year = sum(people for people, _ in found), found[0][1]


def _neighbourhood_people(tree: Tree, given: Gathered) -> dict[str, tuple[int, str] | None]:
    """People of each neighbourhood, everyone once; None where nobody says.

    Of what was merged or joined: of all its parts of today, else of all of 2011.
    """
    merged: dict[str, list[str]] = defaultdict(list)
    for item in given.changes:
        if item.kind == MERGED:
            merged[item.new].append(item.old)
    joined = {area.code: area for area in joined_areas(given.changes)}
    return {leaf: _people_of(given, leaf, joined.get(leaf), merged) for leaf in tree.within}


def _people_of(
    given: Gathered, leaf: str, area: JoinedArea | None, merged: Mapping[str, list[str]]
) -> tuple[int, str] | None:
    """Those of one neighbourhood."""
    if area is not None:
        return _sum(given, area.new) or _sum(given, area.old)
    return given.people.get(leaf) or _sum(given, merged.get(leaf, ()))


def _sum(given: Gathered, codes: Iterable[str]) -> tuple[int, str] | None:
    """The people of all of *codes*; None where one is not known, or there is none."""
    found = [given.people.get(code) for code in codes]
    known = [item for item in found if item is not None]
    return (sum(people for people, _ in known), known[0][1]) if known and len(known) == len(found) else None
