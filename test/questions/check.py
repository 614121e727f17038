"""Recomputes the answers of the hand-written questions and reports what is wrong with them.

    python3 test/questions/check.py --wdkg DIR --facts DIR [--write]

A program is a list of paths; a path is a start entity and steps: `P57` from subject to objects,
`^P57` from object to subjects. The answers are the intersection of what the paths reach, over the
Wikidata subset (`--wdkg`) and the project's own facts (`--facts`), with symmetric relations closed
and retracted facts left out, as in the graph that the extension packs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
STEP = re.compile(r"^\^?P\d+$")
HOPS = {"one-hop": 1, "two-hop": 2, "three-hop": 3, "ambiguous": 1}
"""Steps that the single path of each question of a file has."""
KEYS = ["id", "question", "entities", "program", "answers"]


class InputError(Exception):
    """Bad input; the message names the file, the place and what to do."""


@dataclass
class Graph:
    """Names by entity id, and targets by (entity, step)."""

    names: dict[str, set[str]]
    edges: dict[tuple[str, str], set[str]]


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
    names: dict[str, set[str]] = {}
    rows = [row for row in gzip_rows(wdkg / "entities.tsv.gz") if row[0] != "qid"]
    for path in sorted(facts.glob("*entities.tsv")):
        rows.extend(facts_rows(path, 2))
    for row in rows:
        aliases = row[2].split("|") if len(row) > 2 else []
        names.setdefault(row[0], {name.casefold() for name in [row[1], *aliases] if name})
    retracted = {(row[0], row[1], row[2]) for row in facts_rows(facts / "retract.tsv", 3)}
    symmetric = {row[0] for row in facts_rows(facts / "symmetric.tsv", 1)}
    triples = {(row[0], row[1], row[2]) for row in gzip_rows(wdkg / "triples.tsv.gz")}
    for path in sorted(facts.glob("[a-z]-*.tsv")):
        if not path.name.endswith("entities.tsv"):
            triples.update((row[0], row[1], row[2]) for row in facts_rows(path, 3) if row[2][0] not in "^+-")
    edges: dict[tuple[str, str], set[str]] = defaultdict(set)
    for head, prop, tail in triples - retracted:
        edges[(head, prop)].add(tail)
        edges[(tail, f"^{prop}")].add(head)
        if prop in symmetric:
            edges[(tail, prop)].add(head)
            edges[(head, f"^{prop}")].add(tail)
    return Graph(names, edges)


def answers(graph: Graph, program: list[list[str]]) -> set[str]:
    """The entities that every path of the program reaches."""
    reached: list[set[str]] = []
    for start, *steps in program:
        frontier = {start}
        for step in steps:
            frontier = set().union(*(graph.edges.get((entity, step), set()) for entity in frontier))
        reached.append(frontier)
    return set.intersection(*reached)


def shape_problems(row: dict[str, Any], kind: str) -> Iterator[str]:
    """What is wrong with a question as it stands, whatever the graph says."""
    if list(row) != KEYS:
        yield f"the keys are {list(row)}, not {KEYS}"
        return
    program: list[list[str]] = row["program"]
    if not program or any(len(path) < 2 for path in program):
        yield "a path needs a start and at least one step"
        return
    if not re.fullmatch(rf"{kind}-\d{{3}}", row["id"]):
        yield f"the id is not {kind}-NNN"
    if row["entities"] != list(dict.fromkeys(path[0] for path in program)):
        yield "the entities are not the starts of the program"
    for step in (step for path in program for step in path[1:] if not STEP.match(step)):
        yield f"{step} is not a step"
    if kind in HOPS and [len(path) - 1 for path in program] != [HOPS[kind]]:
        yield f"not one path of {HOPS[kind]} steps"
    if kind == "conjunctive" and len(program) < 2:
        yield "a conjunction needs two paths"
    if bool(row["answers"]) == (kind == "unanswerable"):
        yield "an answerable question without answers, or an unanswerable one with some"


def read(path: Path) -> list[dict[str, Any]]:
    """The questions of a file; raises InputError on a line that is no JSON object."""
    found: list[dict[str, Any]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"{path}:{number}: not JSON ({error}); one object a line") from error
        if not isinstance(row, dict):
            raise InputError(f"{path}:{number}: not a JSON object; one object a line")
        found.append(row)
    return found


def check_file(graph: Graph, path: Path, seen: dict[str, str], write: bool) -> int:
    """Prints the problems of one file and counts unnamed starts; returns how many problems.

    `seen` maps ids and questions met so far to their id; `write` replaces answers that differ.
    """
    problems, unnamed = 0, 0
    rows = read(path)
    for row in rows:
        found = list(shape_problems(row, path.stem))
        if list(row) == KEYS:
            for text in (row["id"], row["question"].casefold()):
                if text in seen:
                    found.append(f"repeats the id or the question of {seen[text]}")
                seen[text] = row["id"]
            ids = {*row["entities"], *row["answers"], *(p[0] for p in row["program"])}
            found.extend(f"{i} is not in the graph" for i in sorted(ids - graph.names.keys()))
            now = sorted(answers(graph, row["program"]))
            if now != row["answers"]:
                found.append(f"answers {row['answers']}, the graph says {now}")
                if write:
                    row["answers"] = now
            text = row["question"].casefold()
            unnamed += sum(not any(n in text for n in graph.names.get(e, ())) for e in row["entities"])
        for problem in found:
            print(f"{path.name}: {row.get('id', '?')}: {problem}")
        problems += len(found)
    if write:
        lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(rows)} questions, {problems} problems, {unnamed} unnamed starts")
    return problems


def main() -> int:
    """Runs the checks; returns the exit status: 0 clean, 1 problems, 2 bad input."""
    parser = argparse.ArgumentParser(description="Check the hand-written questions against the graph.")
    parser.add_argument("--wdkg", type=Path, required=True, help="folder of the Wikidata subset")
    parser.add_argument("--facts", type=Path, required=True, help="folder of the project's own facts")
    parser.add_argument("--write", action="store_true", help="replace answers that differ")
    options = parser.parse_args()
    try:
        graph = load(options.wdkg, options.facts)
        seen: dict[str, str] = {}
        total = sum(check_file(graph, path, seen, options.write) for path in sorted(HERE.glob("*.jsonl")))
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
