"""Held-out relations: their edges are gone, and nothing else."""

from __future__ import annotations

import dataclasses

import numpy as np

from hoplens_training.graph import from_pack
from hoplens_training.held_out_relations import without
from hoplens_training.pack import Pack


def small() -> Pack:
    """Four nodes, three relations: 0 −r0→ 1, 0 −r1→ 2, 1 −r2→ 3, in both directions."""
    edges = sorted([(0, 0, 1), (1, 1, 0), (0, 2, 2), (2, 3, 0), (1, 4, 3), (3, 5, 1)])
    source, relation, node = (np.array(column, dtype=np.int32) for column in zip(*edges, strict=True))
    return Pack(
        ids=["Q0", "Q1", "Q2", "Q3"], labels=["a", "b", "c", "d"], relation_ids=["P0", "P1", "P2"],
        relation_labels=["", "", ""], relation_descriptions=["", "", ""],
        relation_aliases=[[], [], []], row_start=np.searchsorted(source, np.arange(5)).astype(np.int32), edge_relation=relation, edge_node=node,
        types=(np.zeros(5, dtype=np.int64), np.zeros(0, dtype=np.int32)), node_of={}, raw_aliases=["", "", "", ""], literals=[],
    )


def test_only_the_edges_of_the_held_out_relations_go() -> None:
    graph = from_pack(small())
    part = without(graph, ["P1"])
    for node in range(4):
        for directed in range(6):
            expected = [] if directed >> 1 == 1 else graph.objects(node, directed).tolist()
            assert part.objects(node, directed).tolist() == expected
    assert part.directed_count == graph.directed_count
    assert dataclasses.replace(part.pack, row_start=graph.row_start, edge_relation=graph.edge_relation, edge_node=graph.edge_node) == graph.pack
