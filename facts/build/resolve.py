"""Turns facts written with names into rows written with ids.

    python3 facts/build/resolve.py --wdkg DIR < names.txt >> facts/a-domain.tsv

Each line of `names.txt` is `head | property | tail ; tail ; …`. A head or tail is a label, an
alias, or an id (`Q2263`); a property is an id; a tail of a date property is `1452-04-15`, `1452`
or `-44-03-15`; a quantity is `+170Q174728`. The choice prefers the exact label, then what the
property usually has at that end (by type), then the highest degree. Facts that the graph or the
supplement states already are dropped. Stderr lists what was not found (`?`), what was chosen
among several (`~`, with the rivals) and what has come by an alias (`a`); read it before the rows are kept.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from wdkg import (
    ENTITY_ID,
    FactsError,
    Graph,
    fact_files,
    is_literal,
    literal_problem,
    load,
    rows,
    show_literal,
)

DATE = re.compile(r"^(-?)(\d{1,4})(?:-(\d\d))?(?:-(\d\d))?$")
USUAL = 0.02
"""A type is usual at one end of a property when at least this share of its facts has it there."""


def fold(name: str) -> str:
    """A name for lookup: no case, one kind of apostrophe and dash, single spaces."""
    plain = name.replace("’", "'").replace("–", "-").replace("—", "-")
    return " ".join(plain.casefold().split())


@dataclass
class Names:
    """From folded names to ids, and the usual types at each end of each property."""

    labels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    usual: dict[tuple[str, bool], set[str]] = field(default_factory=dict)


def index(graph: Graph) -> Names:
    """Builds the name index and the usual types from the graph."""
    names = Names()
    for identifier, entity in graph.entities.items():
        names.labels[fold(entity.label)].append(identifier)
        for alias in entity.aliases:
            names.aliases[fold(alias)].append(identifier)
    totals: Counter[tuple[str, bool]] = Counter()
    types: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    for head, prop, tail in graph.triples:
        for identifier, at_head in ((head, True), (tail, False)):
            key = (prop, at_head)
            totals[key] += 1
            entity_or_none = graph.entities.get(identifier)
            if entity_or_none is not None:
                types[key].update(set(entity_or_none.types))
    for key, counts in types.items():
        names.usual[key] = {t for t, n in counts.items() if n >= USUAL * totals[key]}
    return names


@dataclass(frozen=True)
class Choice:
    """The chosen id, and what a reviewer should know about the choice."""

    identifier: str
    notes: tuple[str, ...]


def describe(identifier: str, graph: Graph) -> str:
    entity = graph.entities[identifier]
    return f"{identifier} {entity.label} ({entity.description[:60]}; {entity.degree})"


def choose(name: str, prop: str, at_head: bool, graph: Graph, names: Names) -> Choice | None:
    """The entity meant by a name at one end of a property, or None when no name fits."""
    if ENTITY_ID.match(name):
        return Choice(name, ()) if name in graph.entities else None
    folded = fold(name)
    exact = set(names.labels.get(folded, ()))
    found = exact | set(names.aliases.get(folded, ()))
    if not found:
        return None
    usual = names.usual.get((prop, at_head), set())

    def rank(identifier: str) -> tuple[bool, bool, int]:
        entity = graph.entities[identifier]
        return (identifier in exact, bool(usual & set(entity.types)), entity.degree)

    ordered = sorted(found, key=rank, reverse=True)
    best = ordered[0]
    if best not in exact and usual and graph.entities[best].types and not rank(best)[1]:
        return None  # an alias of something of another kind: far likelier a nickname than the thing meant
    rivals = [c for c in ordered[1:] if rank(c)[:2] == rank(best)[:2] or rank(c)[1]]
    notes: list[str] = []
    if rivals:
        shown = "; ".join(describe(c, graph) for c in rivals[:4])
        notes.append(f"~ {name} = {describe(best, graph)} | not {shown}")
    elif best not in exact:
        notes.append(f"a {name} = {describe(best, graph)}")
    return Choice(best, tuple(notes))


def literal(text: str) -> str | None:
    """The KGTK form of a written date or quantity, or None when it is neither."""
    date = DATE.match(text)
    if date:
        year, month, day = date[1] + date[2].zfill(4), date[3], date[4]
        precision = 11 if day else 10 if month else 9
        return f"^{year}-{month or '01'}-{day or '01'}T00:00:00Z/{precision}"
    return text if is_literal(text) and literal_problem(text) is None else None


def resolve_line(line: str, graph: Graph, names: Names) -> tuple[list[tuple[str, str, str]], list[str]]:
    """The facts of one written line, and the notes for the reviewer."""
    parts = [p.strip() for p in line.split("|")]
    if len(parts) != 3 or parts[1] not in graph.relations:
        return [], [f"? not `head | property | tail` with a known property: {line}"]
    head = choose(parts[0], parts[1], True, graph, names)
    if head is None:
        return [], [f"? {parts[0]} (head of {parts[1]})"]
    facts: list[tuple[str, str, str]] = []
    notes = list(head.notes)
    for written in (t.strip() for t in parts[2].split(" ; ")):
        value = literal(written)
        if value is None:
            tail = choose(written, parts[1], False, graph, names)
            if tail is None:
                notes.append(f"? {written} ({parts[0]} {parts[1]})")
                continue
            notes += tail.notes
            value = tail.identifier
        facts.append((head.identifier, parts[1], value))
    return facts, notes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wdkg", type=Path, required=True, help="folder of the graph's tables")
    folder: Path = parser.parse_args().wdkg
    try:
        graph = load(folder)
    except FactsError as error:
        print(error, file=sys.stderr)
        return 2
    names = index(graph)
    known = {row.cells[:3] for path in fact_files() for row in rows(path)}
    noted: set[str] = set()
    written = dropped = 0
    for line in sys.stdin:
        text = line.split("#")[0].strip()
        if not text:
            continue
        facts, notes = resolve_line(text, graph, names)
        for note in notes:
            if note not in noted:
                print(note, file=sys.stderr)
            noted.add(note)
        for fact in facts:
            turned = (fact[2], fact[1], fact[0]) if fact[1] in graph.symmetric else fact
            if graph.stated(*fact) or fact in known or turned in known:
                dropped += 1
                continue
            known.add(fact)
            head, prop, tail = fact
            shown = show_literal(tail) if is_literal(tail) else graph.label(tail)
            print(*fact, f"{graph.label(head)} · {graph.label(prop)} · {shown}", sep="\t")
            written += 1
    print(f"{written} written, {dropped} stated already", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
