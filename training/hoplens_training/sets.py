"""Crisp sets and what operations make of them, compiled: members of a path, of two paths that meet or differ, their greatest and least values, their years.

The results are known before the model speaks; the model only weighs the sets, the attributes and the operations.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

from .programs import _contains, _group_of

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Floats64 = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.int8]


@njit(cache=True, nogil=True)
def meet(edge_node: Ints, lo1: int, hi1: int, lo2: int, hi2: int, most: int) -> Ints:
    """The members that two groups share, at most ``most``: the smaller is looked up in the larger."""
    if hi1 - lo1 > hi2 - lo2:
        lo1, hi1, lo2, hi2 = lo2, hi2, lo1, hi1
    out = np.empty(min(most, hi1 - lo1), dtype=np.int32)
    at = 0
    for edge in range(lo1, hi1):
        if at < most and _contains(edge_node, lo2, hi2, edge_node[edge]):
            out[at] = edge_node[edge]
            at += 1
    return out[:at]


@njit(cache=True, nogil=True)
def minus(edge_node: Ints, lo1: int, hi1: int, lo2: int, hi2: int, most: int) -> Ints:
    """The members of the first group that the second lacks, at most ``most``."""
    out = np.empty(min(most, hi1 - lo1), dtype=np.int32)
    at = 0
    for edge in range(lo1, hi1):
        if at < most and not _contains(edge_node, lo2, hi2, edge_node[edge]):
            out[at] = edge_node[edge]
            at += 1
    return out[:at]


@njit(cache=True, nogil=True)
def shares_any(few: Ints, members: Ints) -> bool:
    """Whether any of a few nodes is a member; neither need be sorted."""
    for node in members:
        for one in few:
            if one == node:
                return True
    return False


@njit(cache=True, nogil=True)
def held_when(
    members: Ints, before: Ints, directed: Ints, seen: Ints, mark: int, node_group: Ints, group_relation: Ints, group_start: Ints, edge_node: Ints,
    timed_edge: Longs, timed_start: Floats64, timed_end: Floats64,
) -> tuple[Ints, Floats64, Floats64]:
    """(member, start, end) of every period of the facts that lead to the members: over ``directed[k]`` from node ``before[k]``. ``seen`` is scratch, one cell a
    node. The same as server/src/answering/heldWhen.ts."""
    for node in members:
        seen[node] = mark
    owner = np.empty(len(timed_edge), dtype=np.int32)
    start = np.empty(len(timed_edge), dtype=np.float64)
    end = np.empty(len(timed_edge), dtype=np.float64)
    at = 0
    for k in range(len(before)):
        group = _group_of(int(before[k]), int(directed[k]), node_group, group_relation)
        if group < 0:
            continue
        row = np.searchsorted(timed_edge, group_start[group])
        while row < len(timed_edge) and timed_edge[row] < group_start[group + 1] and at < len(owner):
            node = edge_node[timed_edge[row]]
            if seen[node] == mark:
                owner[at] = node
                start[at] = timed_start[row]
                end[at] = timed_end[row]
                at += 1
            row += 1
    return owner[:at], start[:at], end[:at]


@njit(cache=True, nogil=True)
def _gather(
    members: Ints, held: tuple[Ints, Floats64, Floats64], held_attribute: int, node_group: Ints, group_relation: Ints, values: Floats64,
) -> tuple[Ints, Floats64, Floats64, Ints]:
    """(attribute, value, end, member) of every comparable value that the members have and, as the last attribute, of the periods of the facts that lead to
    them, sorted by attribute, then value. The end of what is no period is its value."""
    total = len(held[0])
    for node in members:
        total += node_group[node + 1] - node_group[node]
    attribute = np.empty(total, dtype=np.int32)
    value = np.empty(total, dtype=np.float64)
    until = np.empty(total, dtype=np.float64)
    owner = np.empty(total, dtype=np.int32)
    at = 0
    for node in members:
        for g in range(node_group[node], node_group[node + 1]):
            if not np.isnan(values[g]):
                attribute[at] = group_relation[g]
                value[at] = until[at] = values[g]
                owner[at] = node
                at += 1
    for k in range(len(held[0])):
        attribute[at] = held_attribute
        owner[at] = held[0][k]
        value[at] = held[1][k]
        until[at] = held[2][k]
        at += 1
    order = np.argsort(value[:at], kind="mergesort")
    order = order[np.argsort(attribute[:at][order], kind="mergesort")]
    return attribute[:at][order], value[:at][order], until[:at][order], owner[:at][order]


@njit(cache=True, nogil=True)
def _differ(owner: Ints) -> bool:
    """Whether they are not all the same."""
    return bool(np.any(owner != owner[0]))


@njit(cache=True, nogil=True)
def extremes(
    members: Ints, rank: int, held: tuple[Ints, Floats64, Floats64], held_attribute: int, stamp: Ints, mark: int, node_group: Ints, group_relation: Ints,
    values: Floats64,
) -> tuple[Ints, Floats, Floats, Floats]:
    """Per attribute that at least two members have: attribute, the share of the members that have it (of periods: their number beside that of the members,
    at most 1), and the share of gold answers (``stamp[node] == mark``)
    among the members with the ``rank``-th greatest and the ``rank``-th least value."""
    attribute, value, _, owner = _gather(members, held, held_attribute, node_group, group_relation, values)
    n = len(attribute)
    out = np.empty(n, dtype=np.int32)
    share = np.empty(n, dtype=np.float32)
    greatest = np.empty(n, dtype=np.float32)
    least = np.empty(n, dtype=np.float32)
    at = 0
    lo = 0
    while lo < n:
        hi = lo + 1
        while hi < n and attribute[hi] == attribute[lo]:
            hi += 1
        # A period whose start is not known has no rank; such values come first.
        unknown = 0
        while lo + unknown < hi and np.isinf(value[lo + unknown]):
            unknown += 1
        have = hi - lo
        lo += unknown
        if hi - lo >= rank and _differ(owner[lo:hi]):
            out[at] = attribute[lo]
            share[at] = min(1.0, have / len(members))
            for way in range(2):
                pivot = value[hi - rank] if way == 0 else value[lo + rank - 1]
                found = 0
                size = 0
                for k in range(lo, hi):
                    if value[k] == pivot:
                        size += 1
                        found += stamp[owner[k]] == mark
                if way == 0:
                    greatest[at] = found / size
                else:
                    least[at] = found / size
            at += 1
        lo = hi
    return out[:at], share[:at], greatest[:at], least[:at]


@njit(cache=True, nogil=True)
def by_year(
    members: Ints, year: int, held: tuple[Ints, Floats64, Floats64], held_attribute: int, stamp: Ints, mark: int, node_group: Ints, group_relation: Ints,
    values: Floats64, kinds: Bytes,
) -> tuple[Ints, Floats, Floats]:
    """Per attribute that is a date: attribute, the share of the members that have it, and [3, n] the share of gold answers among those in, before and after
    the year. A period is in every year that it touches, and before or after one by its start; each counts by itself where a member has several."""
    attribute, value, until, owner = _gather(members, held, held_attribute, node_group, group_relation, values)
    n = len(attribute)
    out = np.empty(n, dtype=np.int32)
    share = np.empty(n, dtype=np.float32)
    agreement = np.zeros((3, n), dtype=np.float32)
    at = 0
    lo = 0
    while lo < n:
        hi = lo + 1
        while hi < n and attribute[hi] == attribute[lo]:
            hi += 1
        if attribute[lo] == held_attribute or kinds[attribute[lo]] == 1:
            size = np.zeros(3, dtype=np.float32)
            found = np.zeros(3, dtype=np.float32)
            for k in range(lo, hi):
                its = np.floor(value[k])
                gold = stamp[owner[k]] == mark
                if its <= year <= np.floor(until[k]):
                    size[0] += 1
                    found[0] += gold
                if its != year and not np.isinf(its):
                    size[1 if its < year else 2] += 1
                    found[1 if its < year else 2] += gold
            out[at] = attribute[lo]
            share[at] = min(1.0, (hi - lo) / len(members))
            for when in range(3):
                if size[when] > 0:
                    agreement[when, at] = found[when] / size[when]
            at += 1
        lo = hi
    return out[:at], share[:at], agreement[:, :at]


@njit(cache=True, nogil=True)
def comparisons(
    candidates: Ints, span: Ints, span_start: Ints, span_end: Ints, stamp: Ints, mark: int, most: int,
    node_group: Ints, group_relation: Ints, values: Floats64,
) -> tuple[Ints, Ints, Ints, Floats, Floats, Floats]:
    """Pairs of candidates of disjoint spans, the earlier first, that share an attribute: their indices, the attribute, the share of gold in the one with the
    greater and the lesser value, and whether the first has the greater one (1, 0; equal: 0.5)."""
    left = np.empty(most, dtype=np.int32)
    right = np.empty(most, dtype=np.int32)
    attribute = np.empty(most, dtype=np.int32)
    greater = np.empty(most, dtype=np.float32)
    lesser = np.empty(most, dtype=np.float32)
    first = np.empty(most, dtype=np.float32)
    at = 0
    for a in range(len(candidates)):
        for b in range(len(candidates)):
            if candidates[a] == candidates[b] or span_end[span[a]] > span_start[span[b]]:
                continue
            g2 = node_group[candidates[b]]
            end2 = node_group[candidates[b] + 1]
            for g in range(node_group[candidates[a]], node_group[candidates[a] + 1]):
                if np.isnan(values[g]):
                    continue
                while g2 < end2 and group_relation[g2] < group_relation[g]:
                    g2 += 1
                if g2 >= end2:
                    break
                if group_relation[g2] != group_relation[g] or np.isnan(values[g2]) or at == most:
                    continue
                left[at] = a
                right[at] = b
                attribute[at] = group_relation[g]
                gold_a = 1.0 if stamp[candidates[a]] == mark else 0.0
                gold_b = 1.0 if stamp[candidates[b]] == mark else 0.0
                if values[g] == values[g2]:
                    first[at] = 0.5
                    greater[at] = lesser[at] = 0.5 * (gold_a + gold_b)
                elif values[g] > values[g2]:
                    first[at] = 1.0
                    greater[at], lesser[at] = gold_a, gold_b
                else:
                    first[at] = 0.0
                    greater[at], lesser[at] = gold_b, gold_a
                at += 1
    return left[:at], right[:at], attribute[:at], greater[:at], lesser[:at], first[:at]
