"""The graph as training sees it: one directed adjacency and its groups (node, directed relation) → objects.

Directed relation ``2·r`` follows relation r from subject to object, ``2·r + 1`` the other way, as in the TypeScript graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from numba import njit

from .pack import Pack, read_pack

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Graph:
    """Arrays that the compiled kernels take. ``group_*`` tile the adjacency: group g of node n has g in
    ``node_group[n]:node_group[n+1]``, relation ``group_relation[g]`` and edges ``group_start[g]:group_start[g+1]``."""

    pack: Pack
    row_start: Ints
    edge_relation: Ints
    edge_node: Ints
    node_group: Ints
    group_relation: Ints
    group_start: Ints

    @property
    def node_count(self) -> int:
        return len(self.row_start) - 1

    @property
    def directed_count(self) -> int:
        return 2 * len(self.pack.relation_ids)

    def objects(self, node: int, directed: int) -> Ints:
        """The objects of one group, sorted; empty when the node lacks the relation."""
        first, last = self.edges(node, directed)
        return self.edge_node[first:last]

    def edges(self, node: int, directed: int) -> tuple[int, int]:
        """The edges of one group, half-open; (0, 0) when the node lacks the relation."""
        lo, hi = self.node_group[node], self.node_group[node + 1]
        at = lo + np.searchsorted(self.group_relation[lo:hi], directed)
        if at >= hi or self.group_relation[at] != directed:
            return 0, 0
        return int(self.group_start[at]), int(self.group_start[at + 1])


@njit(cache=True)
def _groups(row_start: Ints, edge_relation: Ints) -> tuple[Ints, Ints, Ints]:
    count = 0
    nodes = len(row_start) - 1
    for node in range(nodes):
        for edge in range(row_start[node], row_start[node + 1]):
            if edge == row_start[node] or edge_relation[edge] != edge_relation[edge - 1]:
                count += 1
    node_group = np.zeros(nodes + 1, dtype=np.int32)
    relation = np.zeros(count, dtype=np.int32)
    start = np.zeros(count + 1, dtype=np.int32)
    at = 0
    for node in range(nodes):
        node_group[node] = at
        for edge in range(row_start[node], row_start[node + 1]):
            if edge == row_start[node] or edge_relation[edge] != edge_relation[edge - 1]:
                relation[at] = edge_relation[edge]
                start[at] = edge
                at += 1
    node_group[nodes] = at
    start[at] = len(edge_relation)
    return node_group, relation, start


def open_graph(path: Path) -> Graph:
    """Reads a pack and derives the group table. Raises what :func:`read_pack` raises for a file that is not a pack."""
    return from_pack(read_pack(path))


def from_pack(pack: Pack) -> Graph:
    """The graph of a pack that was read."""
    row_start = np.ascontiguousarray(pack.row_start, dtype=np.int32)
    edge_relation = np.ascontiguousarray(pack.edge_relation, dtype=np.int32)
    edge_node = np.ascontiguousarray(pack.edge_node, dtype=np.int32)
    node_group, group_relation, group_start = _groups(row_start, edge_relation)
    return Graph(pack, row_start, edge_relation, edge_node, node_group, group_relation, group_start)
