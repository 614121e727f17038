"""Programs: the paths that a question's candidates can take through the graph, and how well each agrees with the answer.

A program of k hops is (candidate, directed relation 1 … k). Its agreement is the share of gold answers among the objects that it
reaches, |gold ∩ N| / |N| (without the 1/|N|, hubs take the credit). Everything here is known before the model speaks, touches only the
frontier's edges, and is compiled; the model only scores what exists. A walk back over the edge that it came by does not count.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]


@njit(cache=True, nogil=True)
def _contains(nodes: Ints, lo: int, hi: int, node: int) -> bool:
    end = hi
    while lo < hi:
        mid = (lo + hi) >> 1
        if nodes[mid] < node:
            lo = mid + 1
        else:
            hi = mid
    return lo < end and nodes[lo] == node


@njit(cache=True, nogil=True)
def _hits(edge_node: Ints, lo: int, hi: int, gold: Ints, stamp: Ints, mark: int) -> int:
    """|gold ∩ edge_node[lo:hi]|: from whichever side is smaller."""
    found = 0
    if hi - lo > 16 * len(gold):
        for g in gold:
            if _contains(edge_node, lo, hi, g):
                found += 1
    else:
        for edge in range(lo, hi):
            if stamp[edge_node[edge]] == mark:
                found += 1
    return found


@njit(cache=True, nogil=True)
def one_hop(
    candidates: Ints, gold: Ints, stamp: Ints, mark: int,
    node_group: Ints, group_relation: Ints, group_start: Ints, edge_node: Ints,
) -> tuple[Ints, Ints, Floats, Ints]:
    """Every (candidate, relation) that exists: candidate index, directed relation, agreement, group index."""
    total = 0
    for node in candidates:
        total += node_group[node + 1] - node_group[node]
    owner = np.empty(total, dtype=np.int32)
    relation = np.empty(total, dtype=np.int32)
    agreement = np.empty(total, dtype=np.float32)
    group = np.empty(total, dtype=np.int32)
    at = 0
    for c in range(len(candidates)):
        node = candidates[c]
        for g in range(node_group[node], node_group[node + 1]):
            lo, hi = group_start[g], group_start[g + 1]
            owner[at] = c
            relation[at] = group_relation[g]
            group[at] = g
            agreement[at] = _hits(edge_node, lo, hi, gold, stamp, mark) / (hi - lo)
            at += 1
    return owner, relation, agreement, group


@njit(cache=True, nogil=True)
def _spread(lo: int, hi: int, limit: int) -> int:
    """Stride that visits at most ``limit`` of the edges, evenly."""
    return max(1, (hi - lo + limit - 1) // limit)


@njit(cache=True, nogil=True)
def two_hop(
    candidates: Ints, gold: Ints, stamp: Ints, mark: int, limit: int, most: int, near: Ints, near_mark: int,
    node_group: Ints, group_relation: Ints, group_start: Ints, edge_node: Ints,
    size: Floats, hit: Floats, lead: Ints,
) -> tuple[Ints, Ints, Ints, Floats, Ints]:
    """Every (candidate, r1, r2) over at most ``limit`` objects a group: owner, r1, r2, agreement, and whether an object reached lies one
    step from a gold answer (``near[node] == near_mark``), for the third hop. ``size``/``hit``/``lead`` are scratch, one cell a relation."""
    owner = np.empty(most, dtype=np.int32)
    first = np.empty(most, dtype=np.int32)
    second = np.empty(most, dtype=np.int32)
    agreement = np.empty(most, dtype=np.float32)
    leads = np.empty(most, dtype=np.int32)
    touched = np.empty(len(size), dtype=np.int32)
    at = 0
    for c in range(len(candidates)):
        node = candidates[c]
        for g in range(node_group[node], node_group[node + 1]):
            lo, hi = group_start[g], group_start[g + 1]
            back = group_relation[g] ^ 1
            count = 0
            for edge in range(lo, hi, _spread(lo, hi, limit)):
                mid = edge_node[edge]
                for g2 in range(node_group[mid], node_group[mid + 1]):
                    r2 = group_relation[g2]
                    lo2, hi2 = group_start[g2], group_start[g2 + 1]
                    reached = hi2 - lo2
                    found = _hits(edge_node, lo2, hi2, gold, stamp, mark)
                    if r2 == back:
                        reached -= 1
                        if stamp[node] == mark:
                            found -= 1
                        if reached == 0:
                            continue
                    if size[r2] == 0:
                        touched[count] = r2
                        count += 1
                        lead[r2] = 0
                    size[r2] += reached
                    hit[r2] += found
                    if lead[r2] == 0:
                        for e2 in range(lo2, min(hi2, lo2 + 30)):
                            if near[edge_node[e2]] == near_mark:
                                lead[r2] = 1
                                break
            for k in range(count):
                r2 = touched[k]
                if at < most:
                    owner[at] = c
                    first[at] = group_relation[g]
                    second[at] = r2
                    agreement[at] = hit[r2] / size[r2]
                    leads[at] = lead[r2]
                    at += 1
                size[r2] = 0
                hit[r2] = 0
    return owner[:at], first[:at], second[:at], agreement[:at], leads[:at]


@njit(cache=True, nogil=True)
def _group_of(node: int, relation: int, node_group: Ints, group_relation: Ints) -> int:
    for g in range(node_group[node], node_group[node + 1]):
        if group_relation[g] == relation:
            return g
    return -1


@njit(cache=True, nogil=True)
def _only_home(start: int, g1: int, second: int, limit: int, node_group: Ints, group_relation: Ints, group_start: Ints, edge_node: Ints) -> bool:
    """Whether two hops by other than the edge they came by lead back to the start and nowhere else."""
    if second == group_relation[g1] ^ 1:
        return False
    lo, hi = group_start[g1], group_start[g1 + 1]
    for edge in range(lo, hi, _spread(lo, hi, limit)):
        g2 = _group_of(edge_node[edge], second, node_group, group_relation)
        if g2 < 0:
            continue
        for edge2 in range(group_start[g2], group_start[g2 + 1]):
            if edge_node[edge2] != start:
                return False
    return True


@njit(cache=True, nogil=True)
def third_hop(
    node: Ints, first: Ints, second: Ints, gold: Ints, stamp: Ints, mark: int, limit: int, most: int,
    node_group: Ints, group_relation: Ints, group_start: Ints, edge_node: Ints, size: Floats, hit: Floats,
) -> tuple[Ints, Ints, Floats]:
    """Extends two-hop programs (start node, r1, r2) by every third relation: index of the two-hop program, r3, agreement.

    Back at its start the walk goes on only where two hops lead nowhere else ("the father of the spouse of X's spouse").
    """
    owner = np.empty(most, dtype=np.int32)
    third = np.empty(most, dtype=np.int32)
    agreement = np.empty(most, dtype=np.float32)
    touched = np.empty(len(size), dtype=np.int32)
    at = 0
    for p in range(len(node)):
        g1 = _group_of(node[p], first[p], node_group, group_relation)
        lo, hi = group_start[g1], group_start[g1 + 1]
        count = 0
        seen = 0
        home = _only_home(node[p], g1, second[p], limit, node_group, group_relation, group_start, edge_node)
        for edge in range(lo, hi, _spread(lo, hi, limit)):
            mid = edge_node[edge]
            g2 = _group_of(mid, second[p], node_group, group_relation)
            if g2 < 0:
                continue
            lo2, hi2 = group_start[g2], group_start[g2 + 1]
            for edge2 in range(lo2, hi2, _spread(lo2, hi2, limit)):
                end = edge_node[edge2]
                if (end == node[p] and not home) or seen >= 4 * limit:
                    continue
                seen += 1
                for g3 in range(node_group[end], node_group[end + 1]):
                    r3 = group_relation[g3]
                    lo3, hi3 = group_start[g3], group_start[g3 + 1]
                    reached = hi3 - lo3
                    found = _hits(edge_node, lo3, hi3, gold, stamp, mark)
                    if r3 == second[p] ^ 1:
                        reached -= 1
                        if stamp[mid] == mark:
                            found -= 1
                        if reached == 0:
                            continue
                    if size[r3] == 0:
                        touched[count] = r3
                        count += 1
                    size[r3] += reached
                    hit[r3] += found
        for k in range(count):
            r3 = touched[k]
            if at < most:
                owner[at] = p
                third[at] = r3
                agreement[at] = hit[r3] / size[r3]
                at += 1
            size[r3] = 0
            hit[r3] = 0
    return owner[:at], third[:at], agreement[:at]


@njit(cache=True, nogil=True)
def follow(
    start: int, path: Ints, most: int, seen: Ints, mark: int, node_group: Ints, group_relation: Ints, group_start: Ints, edge_node: Ints,
) -> tuple[Ints, int]:
    """Exact follow of one path without the walk straight back; each frontier is cut at ``most``. ``seen`` is scratch, one cell a node.

    Returns the last frontier, and the mark last used.
    """
    frontier = np.empty(1, dtype=np.int32)
    frontier[0] = start
    before = frontier
    for hop in range(len(path)):
        mark += 1
        if hop > 0 and path[hop] == path[hop - 1] ^ 1:
            for node in before:
                seen[node] = mark
        reached = np.empty(most, dtype=np.int32)
        count = 0
        for node in frontier:
            group = _group_of(int(node), int(path[hop]), node_group, group_relation)
            if group < 0:
                continue
            for edge in range(group_start[group], group_start[group + 1]):
                following = edge_node[edge]
                if seen[following] != mark and count < most:
                    seen[following] = mark
                    reached[count] = following
                    count += 1
        before = frontier
        frontier = reached[:count]
    return frontier, mark
