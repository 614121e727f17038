"""The graph and the supplement as the facts tools see them.

`Graph` holds labels, aliases, descriptions, types, relations and every stated fact of a
Wikidata subset folder (`entities.tsv.gz`, `triples.tsv.gz`, `literals.tsv.gz`,
`relations.tsv.gz`), with the entities and relations of the supplement added.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FACTS = Path(__file__).resolve().parent.parent
"""The folder of the supplement's tables."""

LOCAL_PREFIX = "HL-"
"""Ids that are ours, for things whose Wikidata id we do not know for sure."""

ENTITY_ID = re.compile(r"^(Q\d+|HL-\d{4})$")
PROPERTY_ID = re.compile(r"^P\d+$")
DATE = re.compile(r"^-?\d{1,6}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
TIME = re.compile(r"^\^(-?)(\d{4,})-(\d\d)-(\d\d)T00:00:00Z/(\d+)$")
QUANTITY = re.compile(r"^[+-]\d+(\.\d+)?(\[[+-]\d+(\.\d+)?,[+-]\d+(\.\d+)?\])?(Q\d+)?$")


class FactsError(Exception):
    """Bad input; the message names the file, the line and what to do."""


@dataclass(frozen=True)
class Row:
    """One line of a TSV table, with the place it came from."""

    path: Path
    line: int
    cells: tuple[str, ...]

    @property
    def where(self) -> str:
        return f"{self.path.name}:{self.line}"


@dataclass
class Entity:
    """An entity as the resolver and the checker need it."""

    label: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    types: tuple[str, ...] = ()
    degree: int = 0


@dataclass
class Graph:
    """Entities, relations and stated facts; `literal_facts` is keyed by subject and property."""

    entities: dict[str, Entity] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)
    symmetric: set[str] = field(default_factory=set)
    triples: set[tuple[str, str, str]] = field(default_factory=set)
    literal_facts: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def stated(self, head: str, prop: str, tail: str) -> bool:
        """Whether the graph already states the fact: literally, or turned for a symmetric relation.

        A date or quantity counts as stated only when the same property has the very same value.
        """
        if is_literal(tail):
            return tail in self.literal_facts.get((head, prop), set())
        if (head, prop, tail) in self.triples:
            return True
        return prop in self.symmetric and (tail, prop, head) in self.triples

    def label(self, identifier: str) -> str:
        """The label of an entity or relation; raises KeyError when unknown."""
        if PROPERTY_ID.match(identifier):
            return self.relations[identifier]
        return self.entities[identifier].label


def is_literal(value: str) -> bool:
    """Whether a fact's tail is a date or a quantity rather than an entity id."""
    return value.startswith(("^", "+", "-"))


def literal_problem(value: str) -> str | None:
    """What is wrong with a literal's syntax or calendar, or None."""
    time = TIME.match(value)
    if time:
        month, day, precision = int(time[3]), int(time[4]), int(time[5])
        if precision not in (6, 7, 8, 9, 10, 11):
            return f"precision {precision} is not one of 6…11"
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return "no such month or day"
        return None
    if QUANTITY.match(value):
        return None
    return "neither a date ^YYYY-MM-DDT00:00:00Z/11 nor a quantity +1.5Q11573"


def show_literal(value: str) -> str:
    """A literal as a person writes it: `1452-04-15`, `1503`, `1.7 Q11573`."""
    time = TIME.match(value)
    if not time:
        return re.sub(r"(\d)(Q\d+)$", r"\1 \2", value.removeprefix("+"))
    parts = [time[1] + time[2].lstrip("0"), time[3], time[4]]
    return "-".join(parts[: {11: 3, 10: 2}.get(int(time[5]), 1)])


def rows(path: Path) -> Iterator[Row]:
    """The rows of a supplement table; `#` lines and empty lines are skipped."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            text = line.rstrip("\n")
            if text and not text.startswith("#"):
                yield Row(path, number, tuple(text.split("\t")))


def entity_rows() -> Iterator[Row]:
    """Rows of every `entities.tsv` and `*-entities.tsv` of the supplement."""
    for path in sorted(FACTS.glob("*entities.tsv")):
        yield from rows(path)


def fact_files() -> list[Path]:
    """The fact tables: `a-*.tsv`, `b-*.tsv`, without the entity tables."""
    return sorted(p for p in FACTS.glob("[ab]-*.tsv") if not p.name.endswith("entities.tsv"))


def held_files() -> list[Path]:
    """The tables that say when facts held: `held-*.tsv`."""
    return sorted(FACTS.glob("held-*.tsv"))


def _table(folder: Path, name: str) -> Iterator[list[str]]:
    path = folder / name
    if not path.is_file():
        raise FactsError(f"{path}: not found; pass the folder that holds the graph with --wdkg")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def load(folder: Path, *, with_supplement: bool = True) -> Graph:
    """Reads the graph folder, and the supplement's entities and relations beside it.

    Raises FactsError when a file is missing.
    """
    graph = Graph()
    for row in _table(folder, "entities.tsv.gz"):
        if row[0] != "qid":
            aliases = tuple(a for a in row[2].split("|") if a)
            graph.entities[row[0]] = Entity(row[1], aliases, row[3], tuple(row[4].split()))
    for row in _table(folder, "relations.tsv.gz"):
        if row[0] != "pid":
            graph.relations[row[0]] = row[1]
    degree: Counter[str] = Counter()
    for row in _table(folder, "triples.tsv.gz"):
        graph.triples.add((row[0], row[1], row[2]))
        degree[row[0]] += 1
        degree[row[2]] += 1
    for identifier, count in degree.items():
        if identifier in graph.entities:
            graph.entities[identifier].degree = count
    for row in _table(folder, "literals.tsv.gz"):
        graph.literal_facts[(row[0], row[1])].add(row[2])
    if with_supplement:
        _add_supplement(graph)
    return graph


def _add_supplement(graph: Graph) -> None:
    for row in entity_rows():
        cells = [*row.cells, "", "", "", ""]
        aliases = tuple(a for a in cells[2].split("|") if a)
        # setdefault: an id that the graph has too is the checker's to report, not ours to hide.
        graph.entities.setdefault(cells[0], Entity(cells[1], aliases, cells[3], tuple(cells[4].split())))
    for row in rows(FACTS / "relations.tsv"):
        graph.relations.setdefault(row.cells[0], row.cells[1])
    for row in rows(FACTS / "symmetric.tsv"):
        graph.symmetric.add(row.cells[0])
