"""Walks over the graph for the generator: starts of a relation, exact follow of a path, meetings of two paths."""

from __future__ import annotations

import numpy as np

from .graph import Graph, Ints

#: A frontier larger than this is no question that a person asks.
MOST_FRONTIER = 1500


class Walker:
    """Samples and follows. Directed relations are those of :class:`Graph`."""

    def __init__(self, graph: Graph, rng: np.random.Generator) -> None:
        self.graph = graph
        self.rng = rng
        degree = np.diff(graph.row_start)
        self._source = np.repeat(np.arange(graph.node_count, dtype=np.int32), degree)
        self._order = np.argsort(graph.edge_relation, kind="stable")
        self._bounds = np.searchsorted(graph.edge_relation[self._order], np.arange(graph.directed_count + 1))
        self._starts: dict[int, Ints] = {}

    def count(self, directed: int) -> int:
        """How many edges a directed relation has."""
        return int(self._bounds[directed + 1] - self._bounds[directed])

    def edge(self, directed: int) -> tuple[int, int] | None:
        """A random edge (from, to) of a directed relation; half of the time from a start drawn evenly, so that hubs do not rule."""
        lo, hi = self._bounds[directed], self._bounds[directed + 1]
        if lo == hi:
            return None
        if self.rng.random() < 0.5:
            if directed not in self._starts:
                self._starts[directed] = np.unique(self._source[self._order[lo:hi]])
            start = int(self.rng.choice(self._starts[directed]))
            objects = self.graph.objects(start, directed)
            return start, int(self.rng.choice(objects))
        edge = self._order[int(self.rng.integers(lo, hi))]
        return int(self._source[edge]), int(self.graph.edge_node[edge])

    def follow(self, start: int, path: tuple[int, ...]) -> Ints | None:
        """Everything that a path reaches, without walking back over the edge it came by; None when a frontier grows too large."""
        frontier = np.array([start], dtype=np.int32)
        before = frontier
        for hop, directed in enumerate(path):
            reached = [self.graph.objects(int(node), directed) for node in frontier]
            if sum(len(r) for r in reached) > MOST_FRONTIER:
                return None
            following = np.unique(np.concatenate(reached)) if reached else np.empty(0, dtype=np.int32)
            if hop > 0 and directed == path[hop - 1] ^ 1:
                following = np.setdiff1d(following, before)
            before, frontier = frontier, following
            if len(frontier) == 0:
                break
        return frontier

    def neighbour(self, node: int, directed: int) -> int | None:
        """A random object of one group, or None."""
        objects = self.graph.objects(node, directed)
        return int(self.rng.choice(objects)) if len(objects) else None

    def back(self, node: int, path: tuple[int, ...]) -> int | None:
        """A start from which ``path`` leads to ``node``: walked from the end."""
        at: int | None = node
        for directed in reversed(path):
            if at is None:
                return None
            at = self.neighbour(at, directed ^ 1)
        return at
