"""Crisp sets and what operations make of them, on a graph of five nodes written by hand."""

from __future__ import annotations

import numpy as np

from hoplens_training import sets
from hoplens_training.cues import ordinal_of, year_of
from hoplens_training.values import quantity_value, time_value

# Nodes 0..3 have attribute 4 (a date) and, but for 3, attribute 6 (a length): groups in node order.
NODE_GROUP = np.array([0, 2, 4, 6, 7], dtype=np.int32)
RELATION = np.array([4, 6, 4, 6, 4, 6, 4], dtype=np.int32)
VALUES = np.array([1990.5, 10.0, 1985.0, 30.0, 1990.0, 20.0, 2001.0])
KINDS = np.array([0, 0, 0, 0, 1, 0, 2, 0], dtype=np.int8)
MEMBERS = np.array([0, 1, 2, 3], dtype=np.int32)
NEVER = (np.zeros(0, dtype=np.int32), np.zeros(0), np.zeros(0))
HELD = (np.array([2, 1, 2], dtype=np.int32), np.array([1880.0, 1889.5, 1893.0]), np.array([1889.5, 1893.0, np.inf]))
FACTS = 8


def stamped(*gold: int) -> np.ndarray:
    stamp = np.zeros(4, dtype=np.int32)
    stamp[list(gold)] = 7
    return stamp


def test_extremes_take_the_ranked_member_of_each_attribute() -> None:
    attribute, share, greatest, least = sets.extremes(MEMBERS, 1, NEVER, FACTS, stamped(1), 7, NODE_GROUP, RELATION, VALUES)
    assert attribute.tolist() == [4, 6] and share.tolist() == [1.0, 0.75]
    assert greatest.tolist() == [0.0, 1.0] and least.tolist() == [1.0, 0.0]
    _, _, second, _ = sets.extremes(MEMBERS, 2, NEVER, FACTS, stamped(0), 7, NODE_GROUP, RELATION, VALUES)
    assert second.tolist() == [1.0, 0.0]


def test_years_part_a_set_in_three() -> None:
    attribute, share, agreement = sets.by_year(MEMBERS, 1990, NEVER, FACTS, stamped(0, 1), 7, NODE_GROUP, RELATION, VALUES, KINDS)
    assert attribute.tolist() == [4] and share.tolist() == [1.0]
    assert agreement[:, 0].tolist() == [0.5, 1.0, 0.0]


def test_periods_of_facts_are_one_more_attribute() -> None:
    attribute, share, agreement = sets.by_year(MEMBERS, 1889, HELD, FACTS, stamped(1), 7, NODE_GROUP, RELATION, VALUES, KINDS)
    assert attribute.tolist() == [4, FACTS] and share.tolist() == [1.0, 0.75]
    assert agreement[:, 1].tolist() == [0.5, 0.0, 0.0]
    _, _, later = sets.by_year(MEMBERS, 2026, HELD, FACTS, stamped(2), 7, NODE_GROUP, RELATION, VALUES, KINDS)
    assert later[0, 1] == 1.0 and np.isclose(later[1, 1], 2 / 3)
    attribute, _, last, first = sets.extremes(MEMBERS, 1, HELD, FACTS, stamped(2), 7, NODE_GROUP, RELATION, VALUES)
    assert attribute.tolist() == [4, 6, FACTS] and last[2] == 1.0 and first[2] == 1.0
    _, _, _, second = sets.extremes(MEMBERS, 2, HELD, FACTS, stamped(1), 7, NODE_GROUP, RELATION, VALUES)
    assert second[2] == 1.0


def test_a_period_of_unknown_start_is_in_years_and_has_no_rank() -> None:
    held = (np.array([0, 1, 2], dtype=np.int32), np.array([-np.inf, 1900.0, 1950.0]), np.array([1890.0, 1910.0, np.inf]))
    _, _, _, first = sets.extremes(MEMBERS, 1, held, FACTS, stamped(1), 7, NODE_GROUP, RELATION, VALUES)
    assert first[2] == 1.0
    _, _, agreement = sets.by_year(MEMBERS, 1880, held, FACTS, stamped(0), 7, NODE_GROUP, RELATION, VALUES, KINDS)
    assert agreement[:, 1].tolist() == [1.0, 0.0, 0.0]


def test_comparisons_know_which_of_two_has_the_greater_value() -> None:
    candidates = np.array([0, 1], dtype=np.int32)
    span, start, end = np.array([0, 1], dtype=np.int32), np.array([1, 4], dtype=np.int32), np.array([2, 6], dtype=np.int32)
    left, right, attribute, greater, lesser, first = sets.comparisons(
        candidates, span, start, end, stamped(0), 7, 10, NODE_GROUP, RELATION, VALUES
    )
    assert (left.tolist(), right.tolist(), attribute.tolist()) == ([0, 0], [1, 1], [4, 6])
    assert greater.tolist() == [1.0, 0.0] and lesser.tolist() == [0.0, 1.0] and first.tolist() == [1.0, 0.0]


def test_meeting_and_difference_of_two_groups() -> None:
    edges = np.array([1, 3, 5, 7, 2, 3, 4, 5, 9], dtype=np.int32)
    assert sets.meet(edges, 0, 4, 4, 9, 10).tolist() == [3, 5]
    assert sets.minus(edges, 0, 4, 4, 9, 10).tolist() == [1, 7]


def test_cues_and_values() -> None:
    assert ordinal_of("the second largest city") == 2 and ordinal_of("its 3rd film") == 3 and ordinal_of("the largest") == 1
    assert year_of("films released in 1994?") == 1994 and year_of("over 12,000 people") == 0
    assert time_value("^1969-07-20T00:00:00Z/11") == 1969 + 6 / 12 + 19 / 372 and time_value("^-0044-03-15T00:00:00Z/11") < 0
    assert quantity_value("+82.6[82.5,82.7]Q11573") == (82.6, "Q11573") and quantity_value("+1.5e3") == (1500.0, "")
