"""The compiled kernels against a plain reading of their definition, on random small graphs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from hoplens_training import meetings, programs
from hoplens_training.graph import _groups


class Small:
    """A random graph of 30 nodes and 4 relations in both directions, with its groups."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        triples = {(int(s), int(r), int(o)) for s, r, o in rng.integers(0, [30, 4, 30], (80, 3)) if s != o}
        edges = sorted({(s, 2 * r, o) for s, r, o in triples} | {(o, 2 * r + 1, s) for s, r, o in triples})
        self.edges = edges
        source = np.array([e[0] for e in edges])
        self.row_start = np.searchsorted(source, np.arange(31)).astype(np.int32)
        self.edge_relation = np.array([e[1] for e in edges], dtype=np.int32)
        self.edge_node = np.array([e[2] for e in edges], dtype=np.int32)
        self.groups = _groups(self.row_start, self.edge_relation)
        self.arrays = (*self.groups, self.edge_node)

    def objects(self, node: int, directed: int) -> set[int]:
        return {o for s, d, o in self.edges if s == node and d == directed}


@pytest.mark.parametrize("seed", range(8))
def test_one_hop_lists_every_group_with_its_share_of_gold(seed: int) -> None:
    small = Small(seed)
    gold = np.array([1, 2, 3, 4, 5, 6], dtype=np.int32)
    stamp = np.zeros(30, dtype=np.int32)
    stamp[gold] = 1
    nodes = np.array([0, 7, 9], dtype=np.int32)
    owner, relation, agreement, _ = programs.one_hop(nodes, gold, stamp, 1, *small.arrays)
    found = {(int(c), int(r)): float(a) for c, r, a in zip(owner, relation, agreement, strict=True)}
    expected = {
        (c, d): len(objects & set(gold.tolist())) / len(objects)
        for c, node in enumerate(nodes.tolist())
        for d in range(8)
        if (objects := small.objects(node, d))
    }
    assert found == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(8))
def test_two_hop_counts_every_walk_but_the_one_straight_back(seed: int) -> None:
    small = Small(seed)
    gold = np.array([2, 3, 11, 12, 13], dtype=np.int32)
    stamp, near = np.zeros(30, dtype=np.int32), np.zeros(30, dtype=np.int32)
    stamp[gold] = 1
    nodes = np.array([0, 5], dtype=np.int32)
    scratch = (np.zeros(8, dtype=np.float32), np.zeros(8, dtype=np.float32), np.zeros(8, dtype=np.int32))
    owner, first, second, agreement, _ = programs.two_hop(nodes, gold, stamp, 1, 1000, 10_000, near, 1, *small.arrays, *scratch)
    found = {(int(c), int(a), int(b)): float(x) for c, a, b, x in zip(owner, first, second, agreement, strict=True)}
    expected: dict[tuple[int, int, int], float] = {}
    for c, node in enumerate(nodes.tolist()):
        for d1 in range(8):
            for d2 in range(8):
                walks = [o for m in small.objects(node, d1) for o in small.objects(m, d2) if not (d2 == d1 ^ 1 and o == node)]
                if walks:
                    expected[(c, d1, d2)] = sum(o in set(gold.tolist()) for o in walks) / len(walks)
    assert found == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(12))
def test_third_hop_goes_on_from_the_start_only_where_two_hops_lead_nowhere_else(seed: int) -> None:
    small = Small(seed)
    gold = np.array([2, 3, 11, 12, 13], dtype=np.int32)
    stamp = np.zeros(30, dtype=np.int32)
    stamp[gold] = 1
    two = [(n, a, b) for n in range(30) for a in range(8) for b in range(8) if any(small.objects(m, b) for m in small.objects(n, a))]
    node, first, second = (np.array(column, dtype=np.int32) for column in zip(*two, strict=True))
    scratch = (np.zeros(8, dtype=np.float32), np.zeros(8, dtype=np.float32))
    owner, third, agreement = programs.third_hop(node, first, second, gold, stamp, 1, 1000, 100_000, *small.arrays, *scratch)
    found = {(*two[p], int(r)): float(x) for p, r, x in zip(owner, third, agreement, strict=True)}
    expected: dict[tuple[int, int, int, int], float] = {}
    for n, a, b in two:
        walks = [(m, end) for m in small.objects(n, a) for end in small.objects(m, b)]
        home = b != a ^ 1 and all(end == n for _, end in walks)
        for c in range(8):
            ends = [o for m, end in walks if end != n or home for o in small.objects(end, c) if not (c == b ^ 1 and o == m)]
            if ends:
                expected[(n, a, b, c)] = sum(o in set(gold.tolist()) for o in ends) / len(ends)
    assert found == pytest.approx(expected)


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_meetings_do_not_depend_on_what_counts_as_a_hub(limit: int) -> None:
    for seed in range(6):
        small = Small(seed)
        nodes = np.array([0, 5, 9], dtype=np.int32)
        span = np.array([0, 1, 1], dtype=np.int32)
        start, end = np.array([0, 3], dtype=np.int32), np.array([2, 4], dtype=np.int32)
        gold, stamp, where = np.array([1], dtype=np.int32), np.zeros(30, dtype=np.int32), np.zeros(30, dtype=np.int32)
        owner, relation, _, group = programs.one_hop(nodes, gold, stamp, 1, *small.arrays)
        objects, met = meetings.meetings(nodes, span, start, end, owner, relation, group, limit, 10_000, where, 1, *small.arrays)
        found = {(int(o), int(nodes[owner[p]]), int(relation[p])) for o, p in zip(objects, met, strict=True)}
        reached = [(o, int(nodes[c]), int(r)) for c, r in zip(owner, relation, strict=True) for o in small.objects(int(nodes[c]), int(r))]
        left = {o for o, node, _ in reached if node == 0}
        right = {o for o, node, _ in reached if node != 0}
        everything = {t for t in reached if t[0] in left & right}
        # A hub met only by another hub is not listed: both sides larger than the limit stay out.
        assert found <= everything
        if limit == 1000:
            assert found == everything


def test_cells_pair_disjoint_spans_and_keep_gold_first() -> None:
    objects = np.array([4, 4, 4, 8, 8], dtype=np.int32)
    span = np.array([0, 1, 1, 0, 2], dtype=np.int32)
    start, end = np.array([0, 2, 1], dtype=np.int32), np.array([2, 3, 3], dtype=np.int32)
    stamp = np.zeros(10, dtype=np.int32)
    stamp[8] = 1
    cell, cell_span, cell_object, met, gold = meetings.cells(objects, span, start, end, stamp, 1, 10)
    assert cell.tolist() == [0, 1, 1, 2, 3]
    assert cell_span.tolist() == [0, 1, 0, 2]
    assert cell_object.tolist() == [4, 4, 8, 8]
    # Spans 0 and 2 overlap: only object 4 has a pair.
    assert (met.tolist(), gold.tolist()) == ([[0, 1, -1, -1]], [0])


def test_cells_meet_in_all_sets_of_two_to_four_disjoint_spans() -> None:
    start, end = np.arange(0, 10, 2, dtype=np.int32), np.arange(2, 12, 2, dtype=np.int32)
    objects, span = np.zeros(5, dtype=np.int32), np.arange(5, dtype=np.int32)
    stamp = np.zeros(1, dtype=np.int32)
    found = meetings.cells(objects, span, start, end, stamp, 1, 1000)[3]
    expected = {c for size in (2, 3, 4) for c in itertools.combinations(range(5), size)}
    assert {tuple(c for c in row if c >= 0) for row in found.tolist()} == expected
    assert len(found) == len(expected)
    # Two that overlap never meet; many that reach one object meet by pairs only.
    end[0] = 3
    apart = meetings.cells(objects, span, start, end, stamp, 1, 1000)[3]
    assert {tuple(c for c in row if c >= 0) for row in apart.tolist()} == {c for c in expected if not {0, 1} <= set(c)}
    many = np.arange(9, dtype=np.int32)
    met = meetings.cells(np.zeros(9, dtype=np.int32), many, 2 * many, 2 * many + 2, stamp, 1, 1000)[3]
    assert len(met) == 36
