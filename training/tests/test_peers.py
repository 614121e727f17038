"""The peers' own parts on the small graph of the parity test."""

from __future__ import annotations

import numpy as np
import pytest

from hoplens_training.dataset import Dataset, Question
from hoplens_training.heads import FEATURES, MEET, ONE, SLOTS, TWO
from hoplens_training.peers import Operator, first_entity, hits, hops_of
from tests.parity import small_graph

GRAPH = small_graph()
NODE = GRAPH.pack.node_of


def asking(**slots: str) -> np.ndarray:
    """Relation scores of one span: certain of one directed relation at each slot ("director", or "^director" for its inverse)."""
    scores = np.full((SLOTS, GRAPH.directed_count), -50.0)
    for slot, name in slots.items():
        scores[int(slot[1:]), 2 * GRAPH.pack.relation_ids.index(name.lstrip("^")) + name.startswith("^")] = 0.0
    return scores


def test_operator_follows_every_edge_of_a_relation_and_normalises() -> None:
    operator = Operator.of(GRAPH)
    x, r = np.zeros(GRAPH.node_count), np.zeros(GRAPH.directed_count)
    x[NODE["Spielberg"]] = 1.0
    r[2 * GRAPH.pack.relation_ids.index("director") + 1] = 1.0
    reached = operator.follow(x, r)
    assert {GRAPH.pack.labels[k] for k in np.flatnonzero(reached)} == {"Jaws", "Hook", "Lincoln"}
    assert reached.sum() == pytest.approx(1.0)
    assert operator.follow(x, np.zeros(GRAPH.directed_count)).sum() == 0


def test_operator_answers_by_two_hops_and_by_the_minimum() -> None:
    operator = Operator.of(GRAPH)
    two = operator.answer([NODE["Jaws"]], [asking(**{f"s{TWO[0]}": "director", f"s{TWO[1]}": "born in"})], np.array([0, 1, 0, 0, 0.0]))
    assert max(two, key=lambda node: two[node]) == NODE["Cincinnati"]
    paths = [asking(**{f"s{MEET[0]}": "^director"}), asking(**{f"s{MEET[0]}": "^cast"})]
    met = operator.answer([NODE["Spielberg"], NODE["Williams"]], paths, np.array([0, 0, 0, 1, 0.0]))
    assert max(met, key=lambda node: met[node]) == NODE["Hook"]
    assert NODE["Popeye"] not in met or met[NODE["Popeye"]] < 1e-6


def test_operator_spreads_over_relations_that_the_entity_lacks() -> None:
    """The trap of a softmax a hop: certain of a relation that is not there, what little is left decides."""
    found = Operator.of(GRAPH).answer([NODE["Jaws"]], [asking(**{f"s{ONE[0]}": "country"})], np.array([1, 0, 0, 0, 0.0]))
    assert NODE["United States"] not in found
    assert sum(found.values()) == pytest.approx(1.0)


def test_the_linker_takes_the_longest_span_and_the_most_linked_entity() -> None:
    data = Dataset(
        [Question("a", (3,), "t"), Question("b", (4,), "t")], np.zeros(9, dtype=np.int32), np.array([0, 9, 9]),
        np.array([[1, 2], [3, 6], [7, 8]], dtype=np.int32), np.array([0, 3, 3]), np.array([1, 9, 5, 7, 2], dtype=np.int32),
        np.arange(5 * FEATURES, dtype=np.uint8).reshape(5, FEATURES), np.array([0, 1, 4, 5]), [np.array([3]), np.array([4])],
    )
    one = first_entity(data)
    assert one.candidates.tolist() == [5]
    assert one.spans.tolist() == [[3, 6]]
    assert one.span_start.tolist() == [0, 1, 1]
    assert one.features[0].tolist() == data.features[2].tolist()
    assert hits(data, {0: {3: 0.5, 8: 0.5}}) == 0.25


def test_the_name_of_a_set_says_its_hops() -> None:
    assert [hops_of(name) for name in ("one-hop", "two-hop", "report-3-hop", "conjunctive")] == [1, 2, 3, 1]
