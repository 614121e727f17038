"""When the facts behind edges held: what "the president in 1970" is taken over. The same as server/src/graph/factTimes.ts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .graph import Graph
from .values import time_value

#: The relation that the words of a question are compared with.
POINT_IN_TIME = "P585"


@dataclass(frozen=True)
class FactTimes:
    """Rows sorted by edge (a place in the adjacency, both directions of a fact), then by start; years as :func:`time_value` gives them, infinite where open.
    ``attribute``: the directed relation of a point in time, −1 where the graph has none."""

    edge: npt.NDArray[np.int64]
    start: npt.NDArray[np.float64]
    end: npt.NDArray[np.float64]
    attribute: int


def _edge_of(graph: Graph, node: int, directed: int, other: int) -> int:
    """The edge from a node over a relation to another; −1 where there is none."""
    first, last = graph.edges(node, directed)
    edge = first + int(np.searchsorted(graph.edge_node[first:last], other))
    return edge if edge < last and graph.edge_node[edge] == other else -1


def fact_times(graph: Graph) -> FactTimes:
    """Finds the edges of the facts that held for a time."""
    pack = graph.pack
    rows: list[tuple[int, float, float]] = []

    def year(node: int, unknown: float) -> float:
        return unknown if node < 0 else time_value(pack.literals[node - pack.entity_count].partition("\n")[2])

    if POINT_IN_TIME not in pack.relation_ids:
        return FactTimes(np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0), -1)
    for relation, subject, other, first, last in pack.held.tolist():
        start, end = year(first, -np.inf), year(last, np.inf)
        for edge in (_edge_of(graph, subject, 2 * relation, other), _edge_of(graph, other, 2 * relation + 1, subject)):
            if edge >= 0 and not np.isnan(start + end):
                rows.append((edge, start, end))
    rows.sort(key=lambda row: row[:2])
    edges, starts, ends = np.array([row[0] for row in rows], dtype=np.int64), np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    return FactTimes(edges, starts.astype(np.float64), ends.astype(np.float64), 2 * pack.relation_ids.index(POINT_IN_TIME))
