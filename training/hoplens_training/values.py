"""What a literal says as a number: what maxima, comparisons and years are taken over. The same as server/src/graph/literalValue.ts."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import numpy.typing as npt

from .graph import Graph

Floats64 = npt.NDArray[np.float64]

_TIME = re.compile(r"^\^?([+-]?)(\d+)-(\d\d)-(\d\d)T")
_QUANTITY = re.compile(r"^\+?(-?[\d.]+)(?:e([+-]?\d+))?(?:\[[^\]]*\])?(Q\d+)?$", re.IGNORECASE)


def time_value(value: str) -> float:
    """A date as years: 1969-07-20 → 1969 + 6/12 + 19/372; NaN for what is no date. Unknown months and days count as the first."""
    match = _TIME.match(value)
    if match is None:
        return float("nan")
    sign, year, month, day = match.groups()
    return (-1 if sign == "-" else 1) * int(year) + max(0, int(month) - 1) / 12 + max(0, int(day) - 1) / 372


def quantity_value(value: str) -> tuple[float, str]:
    """A quantity's number and its unit (``Q11573``; empty for a bare number); NaN for what is no quantity."""
    match = _QUANTITY.match(value)
    if match is None:
        return float("nan"), ""
    number, exponent, unit = match.groups()
    return float(number) * 10.0 ** int(exponent or 0), unit or ""


def group_values(graph: Graph) -> tuple[Floats64, npt.NDArray[np.int8]]:
    """Per group (node, directed relation): the value of its first literal, NaN where it leads to entities or to text; and per directed relation its kind: 1
    dates, 2 quantities, 0 neither. A quantity in another unit than the commonest of its relation is not comparable: NaN."""
    pack = graph.pack
    first = graph.edge_node[graph.group_start[:-1]].astype(np.int64) - pack.entity_count
    values = np.full(len(graph.group_relation), np.nan)
    kinds = np.zeros(graph.directed_count, dtype=np.int8)
    units: dict[int, Counter[str]] = {}
    found: list[tuple[int, int, float, str]] = []
    for group in np.flatnonzero(first >= 0).tolist():
        kind, _, text = pack.literals[int(first[group])].partition("\n")
        relation = int(graph.group_relation[group])
        if kind == "time":
            values[group] = time_value(text)
            kinds[relation] = 1
        elif kind == "quantity":
            number, unit = quantity_value(text)
            found.append((group, relation, number, unit))
            units.setdefault(relation, Counter())[unit] += 1
            kinds[relation] = 2
    usual = {relation: counter.most_common(1)[0][0] for relation, counter in units.items()}
    for place, relation, number, unit in found:
        if unit == usual[relation]:
            values[place] = number
    return values, kinds
