"""Where one-hop paths of different mentions meet, compiled: incidences of objects and programs, and the sets of two to four spans that reach an object."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

Ints = npt.NDArray[np.int32]


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
