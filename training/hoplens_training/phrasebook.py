"""The phrase book: how people say relations (``phrases/relations-*.tsv``) and composed questions (``phrases/patterns-*.tsv``)."""

from __future__ import annotations

import csv
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "phrases"
#: One wording in this many is kept out of training, to test wordings never seen.
HELD_OUT_ONE_IN = 12


@dataclass(frozen=True)
class Step:
    """One step of a path: a property, followed forwards or (``^P57``) backwards."""

    property: str
    inverse: bool


@dataclass(frozen=True)
class Pattern:
    """A question with its plan: per variable (x, y, z) the steps to follow; with several, the paths meet."""

    text: str
    paths: tuple[tuple[str, tuple[Step, ...]], ...]
    held_out: bool


@dataclass(frozen=True)
class Operation:
    """A question with an operation: what is done (``count``, ``check``, ``difference``, ``max``, ``min``, ``in``, ``before``, ``after``), the attribute that it
    compares, the paths of its sets as in :class:`Pattern`, and for comparisons the class of both (``*``: any)."""

    text: str
    kind: str
    attribute: str
    paths: tuple[tuple[str, tuple[Step, ...]], ...]
    of_class: str
    held_out: bool


@dataclass
class Book:
    """``phrases[(property, inverse)][kind]`` → wordings with ``{x}``; kinds are those of phrases/README.md."""

    phrases: dict[tuple[str, bool], dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    patterns: list[Pattern] = field(default_factory=list)
    operations: dict[str, list[Operation]] = field(default_factory=lambda: defaultdict(list))
    """By file: count, check, difference, extreme, compare, greater, year."""

    def get(self, step: tuple[str, bool], kind: str) -> list[str]:
        return self.phrases[step][kind] if step in self.phrases else []


def held_out(text: str) -> bool:
    """Whether a wording is kept for testing: by its hash, so that it never changes sides."""
    return zlib.crc32(text.encode()) % HELD_OUT_ONE_IN == 0


def parse_plan(plan: str) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """``x/^P161/P58 & y/P19`` → per variable its steps. Raises ValueError naming the plan when it does not parse."""
    paths = []
    for part in plan.split("&"):
        variable, *steps = part.strip().split("/")
        if variable not in ("x", "y", "z", "w") or not steps or not all(s.lstrip("^").startswith("P") for s in steps):
            raise ValueError(f"plan {plan!r} does not parse: a path is written x/P57/^P161")
        paths.append((variable, tuple(Step(s.lstrip("^"), s.startswith("^")) for s in steps)))
    return tuple(paths)


def parse_operation(name: str, plan: str, text: str) -> Operation:
    """A row of ``operations-NAME.tsv`` (phrases/README.md says how its plan is written). Raises ValueError naming the plan when it does not parse."""
    if name == "count":
        return Operation(text, "count", "", parse_plan(plan), "", held_out(text))
    if name == "check":
        return Operation(text, "check", "", parse_plan(plan.split("?")[0]), "", held_out(text))
    if name == "difference":
        return Operation(text, "difference", "", parse_plan(plan.replace(" - ", " & ")), "", held_out(text))
    kind, attribute, rest = plan.split(" ", 2)
    if kind not in ("max", "min", "in", "before", "after") or not attribute.startswith("P"):
        raise ValueError(f"plan {plan!r} does not parse: it begins with max, min, in, before or after and an attribute")
    if name in ("compare", "greater"):
        return Operation(text, kind, attribute, (), rest, held_out(text))
    return Operation(text, kind, attribute, parse_plan(rest), "", held_out(text))


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a TSV with their line numbers."""
    with path.open(newline="") as handle:
        yield from enumerate(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE), 2)


def read_book(folder: Path = FOLDER) -> Book:
    """Reads every TSV of the folder. Raises ValueError naming file and line on a bad row."""
    book = Book()
    for path in sorted(folder.glob("relations-*.tsv")):
        for number, row in read_rows(path):
            if row["direction"] not in ("forward", "inverse") or not row["phrase"]:
                raise ValueError(f"{path.name}:{number}: direction must be forward or inverse and the phrase not empty")
            book.phrases[(row["property"], row["direction"] == "inverse")][row["kind"]].append(row["phrase"])
    for path in sorted(folder.glob("patterns-*.tsv")):
        for number, row in read_rows(path):
            try:
                paths = parse_plan(row["plan"])
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
            # A wording that stands for many (an optional column) is drawn as often as its weight says.
            weight = int(row.get("weight") or 1)
            book.patterns += [Pattern(row["pattern"], paths, held_out(row["pattern"]))] * weight
    for path in sorted(folder.glob("operations-*.tsv")):
        name = path.stem.removeprefix("operations-")
        for number, row in read_rows(path):
            try:
                book.operations[name].append(parse_operation(name, row["plan"], row["pattern"]))
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
    return book
