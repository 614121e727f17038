"""Recomputes the answers of the hand-written questions and reports what is wrong with them.

    python3 test/questions/check.py --wdkg DIR --facts DIR [--write]

A program is a list of paths; a path is a start entity and steps: `P57` from subject to objects,
`^P57` from object to subjects. The answers are the intersection of what the paths reach, or what
the operation of the row (operations.py) makes of them, over the Wikidata subset (`--wdkg`) and the
project's own facts (`--facts`), with symmetric relations closed and retracted facts left out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph import Graph, InputError, load
from operations import FIELDS, HELD, Outcome, outcome

HERE = Path(__file__).resolve().parent
ID = re.compile(r"^(Q\d+|HL-\d+)$")
STEP = re.compile(r"^\^?P\d+$")
HOPS = {"one-hop": 1, "two-hop": 2, "three-hop": 3, "three-hop-2": 3, "ambiguous": 1}
"""Steps that the single path of each question of a file has."""
KEYS = ["id", "question", "entities", "program", "answers"]
OPERATION_KEYS = ["id", "question", "complexity", "entities", "program", "operation", "answers"]
UNKNOWN_KEYS = ["id", "question", "unknown", "entities", "program", "answers"]
"""Of an unanswerable question whose entity the graph lacks."""
OPTIONAL = {"type", "attribute", "order"}
"""Fields that narrow an operation further, wherever they make sense."""


def keys_of(row: dict[str, Any], kind: str) -> list[str]:
    """The keys that a row should have, in order."""
    if kind == "unanswerable" and "unknown" in row:
        return UNKNOWN_KEYS
    return OPERATION_KEYS if kind in ("operations", "held") else KEYS


def shape_problems(row: dict[str, Any], kind: str) -> Iterator[str]:
    """What is wrong with a question as it stands, whatever the graph says."""
    if list(row) != keys_of(row, kind):
        yield f"the keys are {list(row)}, not {keys_of(row, kind)}"
        return
    if not re.fullmatch(rf"{kind}-\d{{3}}", row["id"]):
        yield f"the id is not {kind}-NNN"
    if "unknown" in row:
        if row["entities"] or row["program"] or row["answers"]:
            yield "an unknown entity has no id, no path and no answer"
        return
    program: list[list[str]] = row["program"]
    bare = kind == "operations" and row["complexity"] in ("comparison", "yes-no")
    if not program or any(len(path) < (1 if bare else 2) for path in program):
        yield "a path needs a start and at least one step"
        return
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
    if kind in ("operations", "held"):
        yield from operation_problems(row)


def operation_problems(row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the operation of a question as it is written down."""
    name = row["operation"].get("name")
    if name == "held":
        if row["operation"].keys() - {"name"} != HELD.get(row["complexity"]) or any(len(path) != 2 for path in row["program"]):
            yield f"held has the fields {sorted(row['operation'])} for {row['complexity']}, over paths of one step"
        return
    if name not in FIELDS or row["complexity"] != name:
        yield f"the operation is {name}, the complexity {row['complexity']}; both are one of {', '.join(FIELDS)}"
        return
    fields = row["operation"].keys() - {"name"}
    if not FIELDS[name] <= fields <= FIELDS[name] | OPTIONAL:
        yield f"{name} has the fields {sorted(fields)}, not {sorted(FIELDS[name])}"
    paths = len(row["program"])
    if (name == "comparison" and paths != 2) or (name in ("difference", "yes-no") and paths < 2):
        yield f"{name} over {paths} paths"


def computed(graph: Graph, row: dict[str, Any]) -> Outcome:
    """The answers that the graph gives to a question, and what makes them doubtful."""
    if "unknown" in row:
        known = any(row["unknown"].casefold() in names for names in graph.names.values())
        return Outcome([], [f"the graph has an entity called {row['unknown']}"] if known else [])
    if "operation" in row:
        return outcome(graph, row["operation"], row["program"])
    valued = [path for path in row["program"] if tuple(path) in graph.literals]
    reached = set.intersection(*(graph.follow(path) for path in row["program"]))
    return Outcome(sorted(reached), [f"{path} is a value of the graph" for path in valued])


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
        if list(row) == keys_of(row, path.stem):
            for text in (row["id"], row["question"].casefold()):
                if text in seen:
                    found.append(f"repeats the id or the question of {seen[text]}")
                seen[text] = row["id"]
            outcome_now = computed(graph, row)
            found.extend(outcome_now.problems)
            now = outcome_now.answers
            ids = {*row["entities"], *(i for i in row["answers"] if ID.match(i))}
            found.extend(f"{i} is not in the graph" for i in sorted(ids - graph.names.keys()))
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
