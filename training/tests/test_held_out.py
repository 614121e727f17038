"""What is written for measuring: answers as the evaluation compares them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from hoplens_training.dataset import Question
from hoplens_training.graph import Graph
from hoplens_training.held_out import answer_texts, row

PACK: Any = SimpleNamespace(ids=["Q1", "Q2"], entity_count=2, literals=["time\n^1452-04-15T00:00:00Z/11"])
GRAPH = cast(Graph, SimpleNamespace(pack=PACK))


def test_entities_are_ids_and_literals_their_values() -> None:
    assert answer_texts(GRAPH, Question("q", (1, 2), "generated")) == ["Q2", "^1452-04-15T00:00:00Z/11"]


def test_a_value_goes_before_the_set_that_it_was_made_of() -> None:
    assert answer_texts(GRAPH, Question("q", (), "operation", value="3")) == ["3"]


def test_a_row_has_what_the_command_line_reads() -> None:
    question = Question("Who wrote it?", (0,), "generated", gold_entities=(1, 2))
    assert row(GRAPH, "one-hop", 7, question) == {"id": "one-hop-007", "question": "Who wrote it?", "answers": ["Q1"], "plan": "one-hop", "entities": ["Q2"]}
