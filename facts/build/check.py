"""Checks the facts supplement against the graph that it supplements.

    python3 facts/build/check.py --wdkg DIR

Every id exists, every trailing comment names what the ids name, no fact is stated already or
twice, literals parse, new entities do not shadow old ones, not-names and retractions point at
something that is there. Prints counts a domain; exits with 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from wdkg import (
    DATE,
    ENTITY_ID,
    FACTS,
    LOCAL_PREFIX,
    FactsError,
    Graph,
    Row,
    entity_rows,
    fact_files,
    held_files,
    is_literal,
    literal_problem,
    load,
    rows,
    show_literal,
)

SEPARATOR = " · "


def fact_problems(row: Row, graph: Graph) -> list[str]:
    """What is wrong with one fact row, apart from duplicates."""
    if len(row.cells) != 4:
        return [f"{len(row.cells)} columns, 4 expected: head, property, tail, labels"]
    head, prop, tail, comment = row.cells
    ends = (head,) if is_literal(tail) else (head, tail)
    unknown = [f"{identifier} is not in the graph" for identifier in ends if identifier not in graph.entities]
    if prop not in graph.relations:
        unknown.append(f"{prop} is in neither the graph's relations nor relations.tsv")
    if unknown:
        return unknown
    problems: list[str] = []
    shown = tail
    if is_literal(tail):
        problem = literal_problem(tail)
        if problem:
            problems.append(f"{tail}: {problem}")
        else:
            shown = show_literal(tail)
    else:
        shown = graph.label(tail)
    expected = SEPARATOR.join((graph.label(head), graph.label(prop), shown))
    if comment != expected:
        problems.append(f"the labels say '{comment}', the ids say '{expected}'")
    if graph.stated(head, prop, tail):
        problems.append(f"the graph states this already: {expected}")
    return problems


def held_problems(row: Row, graph: Graph, gone: set[tuple[str, ...]]) -> list[str]:
    """What is wrong with one row that says when a fact held; the fact itself may be new."""
    if len(row.cells) != 6:
        return [f"{len(row.cells)} columns, 6 expected: head, property, tail, from, to, labels"]
    head, prop, tail, first, last, comment = row.cells
    unknown = [f"{end} is not in the graph" for end in (head, tail) if end not in graph.entities]
    if prop not in graph.relations:
        unknown.append(f"{prop} is in neither the graph's relations nor relations.tsv")
    if unknown:
        return unknown
    dates = [date for date in (first, last) if date]
    problems = [f"'{date}' is no date: 1969, 1969-07 or 1969-07-20" for date in dates if not DATE.match(date)]
    if not dates:
        problems.append("neither from nor to is given")
    elif not problems and len(dates) == 2 and _year(first) > _year(last):
        problems.append(f"it ends ({last}) before it begins ({first})")
    if row.cells[:3] in gone:
        problems.append("the fact is taken back in retract.tsv")
    expected = SEPARATOR.join((graph.label(head), graph.label(prop), graph.label(tail)))
    if comment != expected:
        problems.append(f"the labels say '{comment}', the ids say '{expected}'")
    return problems


def _year(date: str) -> int:
    """The year of a date that parses."""
    return int(("-" if date.startswith("-") else "") + date.removeprefix("-").split("-")[0])


def entity_problems(row: Row, base: Graph) -> list[str]:
    """What is wrong with one row of an entities table; `base` is the graph without the supplement."""
    if len(row.cells) != 5:
        return [f"{len(row.cells)} columns, 5 expected: id, label, aliases, description, types"]
    identifier, label, _, description, types = row.cells
    problems: list[str] = []
    if not ENTITY_ID.match(identifier):
        problems.append(f"'{identifier}' is neither a Q id nor a local {LOCAL_PREFIX}0000 id")
    if identifier in base.entities:
        problems.append(f"{identifier} is in the graph: {base.entities[identifier].label}")
    if not label or not description:
        problems.append("a label and a description are needed")
    problems += [f"type {t} is not in the graph" for t in types.split() if t not in base.entities]
    return problems


def alias_problems(row: Row, graph: Graph) -> list[str]:
    """What is wrong with one row of not-names."""
    if len(row.cells) != 2:
        return [f"{len(row.cells)} columns, 2 expected: id, alias"]
    identifier, alias = row.cells
    entity = graph.entities.get(identifier)
    if entity is None:
        return [f"{identifier} is not in the graph"]
    if alias not in entity.aliases:
        return [f"'{alias}' is not an alias of {identifier} {entity.label}"]
    return []


def name_problems(row: Row, graph: Graph) -> list[str]:
    """What is wrong with one row of names: further names of an entity of the graph."""
    if len(row.cells) != 2:
        return [f"{len(row.cells)} columns, 2 expected: id, name"]
    identifier, name = row.cells
    entity = graph.entities.get(identifier)
    if entity is None:
        return [f"{identifier} is not in the graph"]
    return [f"{identifier} has the name '{name}' already"] if name in (entity.label, *entity.aliases) else []


def retract_problems(row: Row, graph: Graph) -> list[str]:
    """What is wrong with one retraction."""
    if len(row.cells) != 4 or not row.cells[3]:
        return ["4 columns expected: head, property, tail, why"]
    head, prop, tail = row.cells[:3]
    if (head, prop, tail) in graph.triples or tail in graph.literal_facts.get((head, prop), set()):
        return []
    return [f"the graph does not state {head} {prop} {tail}"]


def relation_problems(row: Row, base: Graph, symmetric: bool) -> list[str]:
    """What is wrong with one row of relations or of symmetric (which only names known ones)."""
    identifier, label = (*row.cells, "")[:2]
    known = base.relations.get(identifier)
    if symmetric:
        return [] if known == label else [f"{identifier} is '{known}' in the graph, not '{label}'"]
    if len(row.cells) != 4:
        return ["4 columns expected: property, label, aliases, description"]
    return [f"{identifier} is in the graph: {known}"] if known else []


def check(graph: Graph, base: Graph) -> tuple[list[str], Counter[str]]:
    """All problems as `file:line: what`, and the count of facts a file."""
    problems: list[str] = []

    def report(row: Row, found: list[str]) -> None:
        problems.extend(f"{row.where}: {text}" for text in found)

    counts: Counter[str] = Counter()
    seen: dict[tuple[str, ...], Row] = {}
    for path in fact_files():
        for row in rows(path):
            counts[path.stem] += 1
            report(row, fact_problems(row, graph))
            key = row.cells[:3]
            turned = (key[2], key[1], key[0]) if len(key) == 3 and key[1] in graph.symmetric else key
            first = seen.get(key) or seen.get(turned)
            if first is not None:
                report(row, [f"stated already in {first.where}"])
            seen.setdefault(key, row)
    gone = {row.cells[:3] for row in rows(FACTS / "retract.tsv")}
    for path in held_files():
        periods: set[tuple[str, ...]] = set()
        for row in rows(path):
            counts[path.stem] += 1
            report(row, held_problems(row, graph, gone))
            if row.cells[:5] in periods:
                report(row, ["stands twice"])
            periods.add(row.cells[:5])
    entities: dict[str, Row] = {}
    for row in entity_rows():
        report(row, entity_problems(row, base))
        if row.cells[0] in entities:
            report(row, [f"{row.cells[0]} stands in {entities[row.cells[0]].where} too"])
        entities.setdefault(row.cells[0], row)
    for row in rows(FACTS / "not-names.tsv"):
        report(row, alias_problems(row, base))
    for row in rows(FACTS / "names" / "names.tsv"):
        report(row, name_problems(row, base))
    for row in rows(FACTS / "retract.tsv"):
        report(row, retract_problems(row, base))
    for row in rows(FACTS / "relations.tsv"):
        report(row, relation_problems(row, base, symmetric=False))
    for row in rows(FACTS / "symmetric.tsv"):
        report(row, relation_problems(row, graph, symmetric=True))
    return problems, counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wdkg", type=Path, required=True, help="folder of the graph's tables")
    folder: Path = parser.parse_args().wdkg
    try:
        graph = load(folder)
    except FactsError as error:
        print(error, file=sys.stderr)
        return 2
    base = load(folder, with_supplement=False)
    problems, counts = check(graph, base)
    for problem in problems:
        print(problem, file=sys.stderr)
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")
    for name in ("entities", "b-entities", "not-names", "names/names", "relations", "symmetric", "retract"):
        path = FACTS / f"{name}.tsv"
        if path.is_file():
            print(f"{sum(1 for _ in rows(path)):6} rows of {name}.tsv")
    print(f"{counts.total():6} facts, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
