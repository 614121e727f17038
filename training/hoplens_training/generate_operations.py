"""Generates questions with operations, in the wordings of ``phrases/operations-*.tsv``, with the answers that the graph gives.

Each draw starts from what the operation needs (a member that has the attribute, an edge of the path), so that rare attributes are asked as well as common ones.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np

from .cues import ordinal_of, year_of
from .dataset import Question
from .generate import Generator, many
from .graph import Ints
from .phrasebook import Operation, Step
from .values import group_values

#: A set whose members mostly lack the attribute says little about its greatest or least.
LEAST_SHARE = 0.3
MOST_COUNTED = 60
ORDINALS = {2: ("second", "2nd"), 3: ("third", "3rd"), 4: ("fourth", "4th"), 5: ("fifth", "5th")}


class Operator:
    """Draws questions with operations from a generator's graph, book and seed."""

    def __init__(self, generator: Generator) -> None:
        self.g = generator
        self.values, self.kinds = group_values(generator.graph)
        graph = generator.graph
        self.owner = np.repeat(np.arange(graph.node_count, dtype=np.int32), np.diff(graph.node_group))
        self._having: dict[int, Ints] = {}
        self._reachable: dict[tuple[int, int], Ints] = {}

    # ── values ──
    def having(self, attribute: int) -> Ints:
        """The nodes that have a comparable value of an attribute."""
        if attribute not in self._having:
            mine = (self.g.graph.group_relation == attribute) & ~np.isnan(self.values)
            self._having[attribute] = np.unique(self.owner[mine])
        return self._having[attribute]

    def reachable(self, attribute: int, last: int) -> Ints:
        """Those of them that the step ``last`` leads to: what a path that ends in it may ask the attribute of."""
        key = (attribute, last)
        if key not in self._reachable:
            ends = np.unique(self.owner[self.g.graph.group_relation == last ^ 1])
            self._reachable[key] = np.intersect1d(self.having(attribute), ends)
        return self._reachable[key]

    def value(self, node: int, attribute: int) -> float:
        """NaN where the node lacks it."""
        graph = self.g.graph
        lo, hi = graph.node_group[node], graph.node_group[node + 1]
        at = lo + int(np.searchsorted(graph.group_relation[lo:hi], attribute))
        return float(self.values[at]) if at < hi and graph.group_relation[at] == attribute else float("nan")

    def directed(self, steps: tuple[Step, ...]) -> tuple[int, ...] | None:
        found = tuple(d for s in steps if (d := self.g.directed(s)) is not None)
        return found if len(found) == len(steps) else None

    def attribute(self, pid: str) -> int | None:
        index = self.g.relation_index.get(pid)
        return None if index is None or self.kinds[2 * index] == 0 else 2 * index

    # ── sets ──
    def sets(self, operation: Operation, member: int | None) -> tuple[dict[str, int], list[Ints]] | None:
        """Starts of the paths, through ``member`` (any edge of the first path where none is given), and what each reaches."""
        names: dict[str, int] = {}
        reached: list[Ints] = []
        for variable, steps in operation.paths:
            path = self.directed(steps)
            if path is None:
                return None
            if member is None:
                edge = self.g.walker.edge(path[0])
                start = None if edge is None else edge[0]
            else:
                start = self.g.walker.back(member, path)
            if start is None or start >= self.g.entity_count or start in names.values():
                return None
            objects = self.objects(start, path)
            if objects is None or len(objects) == 0:
                return None
            names[variable] = start
            reached.append(objects)
            if member is None:
                member = int(self.g.rng.choice(objects))
        return names, reached

    def objects(self, start: int, path: tuple[int, ...]) -> Ints | None:
        """One hop of any size (countries, classes), or a path as the walker follows it."""
        return self.g.graph.objects(start, path[0]) if len(path) == 1 else self.g.walker.follow(start, path)

    def finish(self, text: str, names: dict[str, int], answers: Ints, plan: str, value: str = "") -> Question | None:
        question = self.g.finish(text, names, answers if value == "" else np.array([0]), "operation", plan)
        if question is None:
            return None
        return question if value == "" else dataclasses.replace(question, answers=(), value=value)

    # ── the operations ──
    def count(self, operation: Operation) -> Question | None:
        found = self.sets(operation, None)
        if found is None:
            return None
        names, reached = found
        members = reached[0] if len(reached) == 1 else np.intersect1d(reached[0], reached[1])
        members = np.setdiff1d(members, list(names.values()))
        if not 1 <= len(members) <= MOST_COUNTED or (len(members) == 1 and self.g.chance(0.7)):
            return None
        return self.finish(operation.text, names, members, "op:count", str(len(members)))

    def check(self, operation: Operation) -> Question | None:
        found = self.sets(operation, None)
        path = self.directed(operation.paths[0][1])
        if found is None or path is None:
            return None
        names, (members, *_) = found
        truth = self.g.chance(0.5)
        if truth:
            other = int(self.g.rng.choice(members))
        else:
            # Someone or something of the same kind that the path does not reach.
            edge = self.g.walker.edge(path[-1])
            if edge is None or edge[1] in members:
                return None
            other = edge[1]
        if other >= self.g.entity_count or other in names.values():
            return None
        return self.finish(operation.text, {**names, "y": other}, members, "op:check", "true" if truth else "false")

    def difference(self, operation: Operation) -> Question | None:
        found = self.sets(operation, None)
        if found is None or len(found[1]) != 2:
            return None
        names, (one, two) = found
        answers = np.setdiff1d(np.setdiff1d(one, two), list(names.values()))
        if len(answers) > 40:
            return None
        return self.finish(operation.text, names, answers, "op:difference")

    def valued(self, operation: Operation) -> tuple[dict[str, int], Ints, np.ndarray] | None:
        """Names, the members that have the attribute and their values, sorted from least to greatest."""
        attribute = self.attribute(operation.attribute)
        path = self.directed(operation.paths[0][1])
        if attribute is None or path is None or len(self.reachable(attribute, path[-1])) < 2:
            return None
        found = self.sets(operation, int(self.g.rng.choice(self.reachable(attribute, path[-1]))))
        if found is None:
            return None
        names, reached = found
        members = reached[0] if len(reached) == 1 else np.intersect1d(reached[0], reached[1])
        if not 2 <= len(members) <= 3000:
            return None
        values = np.array([self.value(int(node), attribute) for node in members])
        known = ~np.isnan(values)
        if known.sum() < max(2, LEAST_SHARE * len(members)):
            return None
        order = np.argsort(values[known], kind="stable")
        return names, members[known][order], values[known][order]

    def extreme(self, operation: Operation) -> Question | None:
        found = self.valued(operation)
        if found is None:
            return None
        names, members, values = found
        rank = 1
        text = operation.text
        if "{nth}" in text:
            rank = int(self.g.rng.integers(2, 6))
            if rank > len(members):
                return None
            text = text.replace("{nth}", self.g.pick(ORDINALS[rank]))
        elif ordinal_of(text) > 1:
            return None
        pivot = values[-rank] if operation.kind == "max" else values[rank - 1]
        answers = members[values == pivot]
        if len(answers) > 1:
            return None
        question = self.finish(text, names, answers, "op:extreme")
        return question if question is not None and ordinal_of(question.text) == rank else None

    def by_year(self, operation: Operation) -> Question | None:
        found = self.valued(operation)
        if found is None:
            return None
        names, members, values = found
        years = np.floor(values)
        year = int(self.g.rng.choice(years))
        if operation.kind == "before":
            year += int(self.g.rng.integers(1, 5))
        elif operation.kind == "after":
            year -= int(self.g.rng.integers(1, 5))
        keep = years == year if operation.kind == "in" else years < year if operation.kind == "before" else years > year
        if not 0 < keep.sum() < len(members):
            return None
        question = self.finish(operation.text.replace("{year}", str(year)), names, members[keep], "op:year")
        return question if question is not None and year_of(question.text) == year else None

    def alike(self, attribute: int, wanted: int | None = None) -> tuple[int, int, float, float] | None:
        """Two entities that share a class (``wanted``, or any) with values of the attribute that differ."""
        start, kinds = self.g.graph.pack.types
        having = self.having(attribute)
        instance_of = self.g.relation_index.get("P31")
        if wanted is not None and instance_of is not None:
            having = self.reachable_of_class(attribute, wanted, 2 * instance_of)
        if len(having) < 2:
            return None
        first = int(self.g.rng.choice(having))
        mine = kinds[start[first] : start[first + 1]]
        if wanted is not None and wanted not in mine:
            return None
        for _ in range(30):
            second = int(self.g.rng.choice(having))
            if second == first or not np.isin(kinds[start[second] : start[second + 1]], mine if wanted is None else [wanted]).any():
                continue
            a, b = self.value(first, attribute), self.value(second, attribute)
            return (first, second, a, b) if np.floor(a) != np.floor(b) else None
        return None

    def reachable_of_class(self, attribute: int, kind: int, instance_of: int) -> Ints:
        """The members of a class that have an attribute."""
        key = (attribute, -1 - kind)
        if key not in self._reachable:
            self._reachable[key] = np.intersect1d(self.having(attribute), self.g.graph.objects(kind, instance_of ^ 1))
        return self._reachable[key]

    def two(self, operation: Operation) -> tuple[int, int, float, float] | None:
        """Two entities as a row of ``operations-compare.tsv`` or ``-greater.tsv`` asks for them."""
        attribute = self.attribute(operation.attribute)
        wanted = self.g.graph.pack.node_of.get(operation.of_class)
        if attribute is None or (operation.of_class != "*" and wanted is None):
            return None
        return self.alike(attribute, wanted)

    def compare(self, operation: Operation) -> Question | None:
        found = self.two(operation)
        if found is None:
            return None
        x, y, a, b = found
        answer = x if (a > b) == (operation.kind == "max") else y
        return self.finish(operation.text, {"x": x, "y": y}, np.array([answer]), "op:compare")

    def greater(self, operation: Operation) -> Question | None:
        found = self.two(operation)
        if found is None:
            return None
        x, y, a, b = found
        return self.finish(operation.text, {"x": x, "y": y}, np.array([x]), "op:greater", "true" if (a > b) == (operation.kind == "max") else "false")

    def questions(self, name: str, count: int, testing: bool) -> Iterator[Question]:
        """Questions of one file of the book, an equal share for each wording that the graph can answer."""
        pool = [operation for operation in self.g.book.operations[name] if operation.held_out == testing]
        draw = {"count": self.count, "check": self.check, "difference": self.difference, "extreme": self.extreme, "compare": self.compare,
                "greater": self.greater, "year": self.by_year}[name]
        misses = np.zeros(len(pool), dtype=np.int64)

        def one() -> Question | None:
            k = int(self.g.rng.integers(len(pool)))
            if misses[k] > 12:
                return None
            for _ in range(12):
                question = draw(pool[k])
                if question is not None:
                    return question
            misses[k] += 1
            return None

        if pool:
            yield from many(one, count)
