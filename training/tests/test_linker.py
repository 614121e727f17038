"""What the linker takes of its candidates, and that candidates can be taken away."""

from __future__ import annotations

import numpy as np

from hoplens_training.dataset import Dataset, Question
from hoplens_training.heads import FEATURES
from hoplens_training.linker import chosen

SPANS = np.array([[1, 2], [1, 4], [5, 6]], dtype=np.int32)
START = np.array([0, 2, 3, 5])


def probabilities(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_of_spans_that_overlap_the_likelier_is_linked_and_one_entity_a_span() -> None:
    assert chosen(SPANS, START, probabilities(0.6, 0.7, 0.9, 0.8, 0.55)) == [2, 3]


def test_unlikely_candidates_are_linked_only_where_nothing_else_is() -> None:
    assert chosen(SPANS, START, probabilities(0.1, 0.2, 0.3, 0.4, 0.1)) == [3]
    assert chosen(SPANS, START, probabilities(0.1, 0.2, 0.9, 0.4, 0.1)) == [2]


def test_a_span_without_candidates_is_no_mention_any_more() -> None:
    data = Dataset(
        [Question(text, (3,), "t") for text in "abc"], np.zeros(9, dtype=np.int32), np.array([0, 3, 6, 9]), SPANS, np.array([0, 1, 1, 3]),
        np.arange(5, dtype=np.int32), np.arange(5 * FEATURES, dtype=np.uint8).reshape(5, FEATURES), START, [np.array([3])] * 3,
    )
    kept = data.keeping(np.array([False, True, False, True, True]))
    assert kept.spans.tolist() == [[1, 2], [5, 6]]
    assert kept.span_start.tolist() == [0, 1, 1, 2]
    assert kept.candidates.tolist() == [1, 3, 4]
    assert kept.candidate_start.tolist() == [0, 1, 3]
    assert kept.features[:, 0].tolist() == [FEATURES, 3 * FEATURES, 4 * FEATURES]
