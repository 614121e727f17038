"""Reads the graph that the questions are about: the Wikidata subset with the project's own facts."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from values import current_value, unit


class InputError(Exception):
    """Bad input; the message names the file, the place and what to do."""


@dataclass
class Graph:
    """Names by entity id, targets by (entity, step), and the one current literal by (entity, property)."""

    names: dict[str, set[str]]
    edges: dict[tuple[str, str], set[str]]
    literals: dict[tuple[str, str], str]
    periods: dict[tuple[str, str, str], list[tuple[float, float]]] = field(default_factory=dict)
    """When facts held, by (start, step, what it leads to): years, infinite where open."""

    def follow(self, path: list[str]) -> set[str]:
        """The entities that a path reaches: a start and steps, `P57` to objects, `^P57` to subjects."""
        start, *steps = path
        frontier = {start}
        for step in steps:
            frontier = set().union(*(self.edges.get((entity, step), set()) for entity in frontier))
        return frontier


def gzip_rows(path: Path) -> Iterator[list[str]]:
    """The cells of each line of a gzipped TSV table; raises InputError when it is missing."""
    if not path.is_file():
        raise InputError(f"{path}: not found; pass the graph's folder with --wdkg")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def facts_rows(path: Path, cells: int) -> Iterator[list[str]]:
    """The cells of each line of a facts table, `#` lines skipped; raises InputError on a short line."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            text = line.rstrip("\n")
            if not text or text.startswith("#"):
                continue
            row = text.split("\t")
            if len(row) < cells:
                raise InputError(f"{path}:{number}: {len(row)} cells, at least {cells} wanted")
            yield row


def load(wdkg: Path, facts: Path) -> Graph:
    """The graph with the facts of the supplement; raises InputError when a folder is not one."""
    if not (facts / "symmetric.tsv").is_file():
        raise InputError(f"{facts}: no symmetric.tsv; pass the facts folder with --facts")
    retracted = {(row[0], row[1], row[2]) for row in facts_rows(facts / "retract.tsv", 3)}
    dated = [row for path in sorted(facts.glob("held-*.tsv")) for row in facts_rows(path, 5)]
    ours = [(row[0], row[1], row[2]) for row in dated]
    ours += [(row[0], row[1], row[2]) for path in sorted(facts.glob("[a-z]-*.tsv")) if not path.name.endswith("entities.tsv") for row in facts_rows(path, 3)]
    triples = {(row[0], row[1], row[2]) for row in gzip_rows(wdkg / "triples.tsv.gz")}
    triples.update(fact for fact in ours if not is_literal(fact[2]))
    backwards = read_backwards(facts)
    edges: dict[tuple[str, str], set[str]] = defaultdict(set)
    for head, prop, tail in triples - retracted:
        edges[(head, prop)].add(tail)
        edges[(tail, f"^{prop}")].add(head)
        back = backwards.get(prop)
        if back is not None:
            edges[(tail, back)].add(head)
            edges[(head, f"^{back}")].add(tail)
    close_classes(edges, facts / "classes.tsv")
    return Graph(read_names(wdkg, facts), edges, read_literals(wdkg, ours, retracted), read_periods(dated, backwards))


def read_backwards(facts: Path) -> dict[str, str]:
    """What says a property from its other end: itself for a symmetric one, another for one of a pair."""
    back = {row[0]: row[0] for row in facts_rows(facts / "symmetric.tsv", 1)}
    for one, other, *_ in facts_rows(facts / "inverse.tsv", 2):
        back.update({one: other, other: one})
    return back


def read_periods(dated: list[list[str]], backwards: dict[str, str]) -> dict[tuple[str, str, str], list[tuple[float, float]]]:
    """When facts held, from both of their ends."""
    periods: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    said = {tuple(row[:3]) for row in dated}
    for head, prop, tail, first, last, *_ in dated:
        period = (decimal(first, float("-inf")), decimal(last, float("inf")))
        back = backwards.get(prop)
        turned = [(tail, back, head)] if back and (tail, back, head) not in said else []
        for start, step, end in [(head, prop, tail), *turned]:
            periods[(start, step, end)].append(period)
            periods[(end, f"^{step}", start)].append(period)
    return periods


def decimal(date: str, unknown: float) -> float:
    """A date as years: 1969-07-20 is 1969 and 6/12 and 19/372; `unknown` for none."""
    if not date:
        return unknown
    sign, parts = (-1 if date.startswith("-") else 1), [int(part) for part in date.removeprefix("-").split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return sign * year + (month - 1) / 12 + (day - 1) / 372


def close_classes(edges: dict[tuple[str, str], set[str]], table: Path) -> None:
    """Makes instances of subclasses (three steps at most) instances of the classes that people name, as the importer does (closeClasses.ts)."""
    rows = [(row[0], row[2].split() if len(row) > 2 else []) for row in facts_rows(table, 2)]
    added: dict[str, set[str]] = {}
    for name, also in rows:
        below = {name, *also}
        frontier = set(below)
        for _ in range(3):
            frontier = set().union(*(edges.get((one, "^P279"), set()) for one in frontier)) - below
            below |= frontier
        added[name] = set().union(*(edges.get((one, "^P31"), set()) for one in below)) - edges.get((name, "^P31"), set()) - {name}
    for name, members in added.items():
        for member in members:
            edges[(member, "P31")].add(name)
            edges[(name, "^P31")].add(member)


def is_literal(tail: str) -> bool:
    """Whether the object of a fact is a date, a quantity, a place or a string and no entity."""
    return tail[0] in '^+-@"'


def read_names(wdkg: Path, facts: Path) -> dict[str, set[str]]:
    """Label and aliases by entity id, in lower case."""
    rows = [row for row in gzip_rows(wdkg / "entities.tsv.gz") if row[0] != "qid"]
    for path in sorted(facts.glob("*entities.tsv")):
        rows.extend(facts_rows(path, 2))
    names: dict[str, set[str]] = {}
    for row in rows:
        aliases = row[2].split("|") if len(row) > 2 else []
        names.setdefault(row[0], {name.casefold() for name in [row[1], *aliases] if name})
    return names


def read_literals(wdkg: Path, ours: list[tuple[str, str, str]], retracted: set[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    """The value of a property that a person would be told; one of ours goes before the extract's."""
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    units: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    replaced = {(head, prop) for head, prop, tail in ours if is_literal(tail)}
    for row in gzip_rows(wdkg / "literals.tsv.gz"):
        key, value = (row[0], row[1]), row[2]
        if key not in replaced and (*key, value) not in retracted and value[0] in "^+-":
            values[key].append(value)
            units[row[1]][unit(value)] += 1
    found: dict[tuple[str, str], str] = {}
    for key, group in values.items():
        counts = units[key[1]]
        found[key] = current_value(key[1], group, max(counts, key=counts.__getitem__))
    for head, prop, tail in ours:
        if tail[0] in "^+-":
            found.setdefault((head, prop), tail)
    return found
