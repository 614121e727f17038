"""Generates questions about when facts held: "who was the {x} in 1970", "the first {x}", "who did {x} play for before 2003"; in the wordings of
``phrases/operations-held.tsv`` and in those of the phrase book with a year added. The answers are who or what the facts with those times lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from .cues import ordinal_of, year_of
from .dataset import Question
from .generate import many
from .generate_operations import ORDINALS, Operator
from .graph import Ints
from .phrasebook import Operation
from .times import fact_times

#: What still holds is asked of up to this year.
LATEST = 2025
_PAST = {"does": "did", "do": "did", "is": "was", "are": "were", "has": "had", "plays": "played"}
_WHEN = {
    "in": ("in {year}", "in {year}", "during {year}", "in the year {year}"), "before": ("before {year}", "prior to {year}"),
    "after": ("after {year}", "later than {year}"),
}


def past(text: str) -> str:
    """"who does {x} play for" → "who did {x} play for"."""
    return re.sub(r"\b(?:does|do|is|are|has|plays)\b", lambda match: _PAST[match.group()], text)


class Holder:
    """Draws questions about when facts held from an operator's graph, book and seed."""

    def __init__(self, operator: Operator) -> None:
        self.o, self.g = operator, operator.g
        graph = self.g.graph
        self.times = fact_times(graph)
        source = np.searchsorted(graph.row_start, self.times.edge, side="right") - 1
        self.start_node = source.astype(np.int64)
        self.directed = graph.edge_relation[self.times.edge].astype(np.int64)
        self.reached = graph.edge_node[self.times.edge].astype(np.int64)
        self.rows = {d: np.flatnonzero(self.directed == d) for d in np.unique(self.directed).tolist()}
        self.phrased = [d for d in self.rows if self.g.phrases(d, "question")]
        counts = np.sqrt([len(self.rows[d]) for d in self.phrased])
        self.share = counts / counts.sum() if self.phrased else counts

    def some_row(self, directed: int) -> int | None:
        """A period of a fact of this relation; every start the same chance, so that a prize of a hundred years is not asked a hundred times as often."""
        rows = self.rows.get(directed)
        if rows is None or len(rows) == 0:
            return None
        starts = np.unique(self.start_node[rows])
        return int(self.g.rng.choice(rows[self.start_node[rows] == self.g.rng.choice(starts)]))

    def periods(self, node: int, directed: int) -> tuple[Ints, np.ndarray, np.ndarray]:
        """Who or what the facts of a node over a relation lead to, with start and end, by start."""
        mine = (self.start_node == node) & (self.directed == directed)
        order = np.argsort(self.times.start[mine], kind="stable")
        return self.reached[mine][order].astype(np.int32), self.times.start[mine][order], self.times.end[mine][order]

    def kept(self, node: int, directed: int, kind: str, year: int) -> Ints:
        """Those whose fact held in, or began before or after the year."""
        members, start, end = self.periods(node, directed)
        first, last = np.floor(start), np.floor(end)
        keep = (first <= year) & (year <= last) if kind == "in" else np.isfinite(first) & (first < year) if kind == "before" else first > year
        return np.unique(members[keep])

    def some_year(self, row: int, kind: str) -> int:
        first, last = self.times.start[row], self.times.end[row]
        last = min(last, LATEST)
        first = last if np.isinf(first) else min(first, last)
        year = int(self.g.rng.integers(int(np.floor(first)), int(np.floor(last)) + 1))
        return year + (0 if kind == "in" else int(self.g.rng.integers(1, 6)) * (1 if kind == "before" else -1))

    def of_year(self, text: str, row: int, kind: str) -> Question | None:
        node, directed = int(self.start_node[row]), int(self.directed[row])
        year = self.some_year(row, kind)
        answers = self.kept(node, directed, kind, year)
        reached = self.g.graph.objects(node, directed)
        if node >= self.g.entity_count or not 0 < len(answers) <= 12 or len(reached) < 2 or not 1000 <= year < 2100:
            return None
        question = self.o.finish(text.replace("{year}", str(year)), {"x": node}, answers, "op:held")
        return question if question is not None and year_of(question.text) == year else None

    def written(self, operation: Operation) -> Question | None:
        """A wording written whole."""
        path = self.o.directed(operation.paths[0][1])
        row = None if path is None else self.some_row(path[-1])
        if row is None:
            return None
        if operation.kind in ("in", "before", "after"):
            return self.of_year(operation.text, row, operation.kind)
        return self.ranked(operation, row)

    def ranked(self, operation: Operation, row: int) -> Question | None:
        """The first, the third, the last, where there are two to choose from."""
        node = int(self.start_node[row])
        members, start, _ = self.periods(node, int(self.directed[row]))
        text, rank = operation.text, 1
        if "{nth}" in text:
            rank = int(self.g.rng.integers(2, 6))
            text = text.replace("{nth}", self.g.pick(ORDINALS[rank]))
        if rank > len(members) or len(np.unique(members)) < 2 or node >= self.g.entity_count or np.isinf(start).any():
            return None
        # Of a list that is dated in part nobody knows who came first.
        if len(np.unique(members)) < 0.6 * len(self.g.graph.objects(node, int(self.directed[row]))):
            return None
        pivot = start[-rank] if operation.kind == "max" else start[rank - 1]
        answers = np.unique(members[start == pivot])
        question = self.o.finish(text, {"x": node}, answers, "op:held") if len(answers) == 1 else None
        return question if question is not None and ordinal_of(question.text) == rank else None

    def composed(self) -> Question | None:
        """A question of the phrase book with a year: "in 2003 who did {x} play for"."""
        if not self.phrased:
            return None
        directed = int(self.g.rng.choice(self.phrased, p=self.share))
        row = self.some_row(directed)
        if row is None:
            return None
        kind = self.g.pick(("in", "in", "in", "before", "after"))
        when = self.g.pick(_WHEN[kind])
        asked, noun = past(self.g.pick(self.g.phrases(directed, "question"))).rstrip("?"), self.g.noun(directed)
        forms = [f"{asked} {when}", f"{asked} {when}", f"{when} {asked}", f"{when}, {asked}"]
        if noun:
            forms.append(f"{noun} {when}")
        if noun and noun.split(" ")[0] in ("the", "a", "an"):
            forms += [f"who was {noun} {when}", f"what was {noun} {when}"]
        return self.of_year(self.g.pick(forms), row, kind)

    def questions(self, count: int, testing: bool) -> Iterator[Question]:
        """An equal share for each wording written whole; for training as many again, composed."""
        pool = [operation for operation in self.g.book.operations["held"] if operation.held_out == testing]

        def one() -> Question | None:
            return self.written(pool[int(self.g.rng.integers(len(pool)))])

        if pool and len(self.times.edge):
            yield from many(one, count)
        if not testing and len(self.times.edge):
            yield from many(self.composed, count)
