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
def meetings(
    candidates: Ints, span: Ints, span_start: Ints, span_end: Ints,
    owner: Ints, relation: Ints, group: Ints, limit: int, most: int, where: Ints, where_mark: int,
    node_group: Ints, group_relation: Ints, group_start: Ints, edge_node: Ints,
) -> tuple[Ints, Ints]:
    """Where one-hop programs of DIFFERENT, disjoint spans meet: (object, program) incidences, of objects that two spans reach.

    Groups of at most ``limit`` objects are listed; a larger one (a hub's) is met from the other side: each object listed by another span looks
    whether the hub is its neighbour. So the work is that of the smaller side. ``where`` is scratch, one cell a node.
    """
    objects = np.empty(most, dtype=np.int32)
    programs = np.empty(most, dtype=np.int32)
    at = 0
    hubs = 0
    for p in range(len(owner)):
        lo, hi = group_start[group[p]], group_start[group[p] + 1]
        if hi - lo > limit:
            where[candidates[owner[p]]] = where_mark
            hubs += 1
            continue
        for edge in range(lo, hi):
            if at < most:
                objects[at] = edge_node[edge]
                programs[at] = p
                at += 1
    if hubs > 0:
        listed = np.unique(objects[:at])
        for node in listed:
            if node_group[node + 1] == node_group[node]:
                continue
            if group_start[node_group[node + 1]] - group_start[node_group[node]] > 2000:
                continue
            for g in range(node_group[node], node_group[node + 1]):
                back = group_relation[g] ^ 1
                for edge in range(group_start[g], group_start[g + 1]):
                    hub = edge_node[edge]
                    if where[hub] != where_mark:
                        continue
                    for p in range(len(owner)):
                        if candidates[owner[p]] == hub and relation[p] == back:
                            size = group_start[group[p] + 1] - group_start[group[p]]
                            if size > limit and at < most:
                                objects[at] = node
                                programs[at] = p
                                at += 1
    objects, programs = objects[:at], programs[:at]
    order = np.argsort(objects, kind="mergesort")
    keep = np.zeros(at, dtype=np.bool_)
    lo = 0
    while lo < at:
        hi = lo + 1
        while hi < at and objects[order[hi]] == objects[order[lo]]:
            hi += 1
        meets = False
        first = span[owner[programs[order[lo]]]]
        low_end, high_start = span_end[first], span_start[first]
        for k in range(lo + 1, hi):
            s = span[owner[programs[order[k]]]]
            low_end = min(low_end, span_end[s])
            high_start = max(high_start, span_start[s])
        meets = high_start >= low_end
        if meets:
            for k in range(lo, hi):
                keep[order[k]] = True
        lo = hi
    kept = order[keep[order]]
    return objects[kept], programs[kept]


#: Paths that meet in one intersection, at most; and spans that reach an object for more than two of them to be tried (a hub's objects are met by pairs).
MOST_MET = 4
MOST_REACHING = 8


@njit(cache=True, nogil=True)
def cells(
    objects: Ints, program_span: Ints, span_start: Ints, span_end: Ints, stamp: Ints, mark: int, most: int,
) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Turns incidences (sorted by object; ``program_span[k]`` is the span of incidence k's program) into cells (object, span) and the sets of two to
    ``MOST_MET`` cells of disjoint spans whose element-wise minimum is taken.

    Returns: cell of each incidence; span of each cell; object of each cell; and per set its cells [n, 4] (−1: none), and whether the object is gold. Sets
    on gold objects are kept first when there are more than ``most``.
    """
    n = len(objects)
    cell_of = np.empty(n, dtype=np.int32)
    cell_span = np.empty(n, dtype=np.int32)
    cell_object = np.empty(n, dtype=np.int32)
    count = 0
    lo = 0
    while lo < n:
        hi = lo
        first = count
        while hi < n and objects[hi] == objects[lo]:
            found = -1
            for c in range(first, count):
                if cell_span[c] == program_span[hi]:
                    found = c
                    break
            if found < 0:
                cell_span[count] = program_span[hi]
                cell_object[count] = objects[lo]
                found = count
                count += 1
            cell_of[hi] = found
            hi += 1
        lo = hi
    members = np.full((most, MOST_MET), -1, dtype=np.int32)
    is_gold = np.empty(most, dtype=np.int32)
    chosen = np.empty(MOST_MET, dtype=np.int32)
    at = 0
    for only_gold in (True, False):
        lo = 0
        while lo < count:
            hi = lo + 1
            while hi < count and cell_object[hi] == cell_object[lo]:
                hi += 1
            gold = stamp[cell_object[lo]] == mark
            if gold == only_gold:
                largest = MOST_MET if hi - lo <= MOST_REACHING else 2
                # All sets in order, depth first: ``chosen[:size]`` is the one that is being extended.
                size = 0
                following = lo
                while size > 0 or following < hi:
                    if following == hi or size == largest:
                        size -= 1
                        following = chosen[size] + 1
                        continue
                    apart = True
                    for k in range(size):
                        s, t = cell_span[chosen[k]], cell_span[following]
                        apart = apart and (span_end[s] <= span_start[t] or span_end[t] <= span_start[s])
                    if apart:
                        chosen[size] = following
                        size += 1
                        if size > 1 and at < most:
                            members[at, :size] = chosen[:size]
                            is_gold[at] = 1 if gold else 0
                            at += 1
                    following += 1
            lo = hi
    return cell_of, cell_span[:count], cell_object[:count], members[:at], is_gold[:at]


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
