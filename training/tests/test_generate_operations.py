"""Generated questions with operations have the answers that the graph gives."""

from __future__ import annotations

import dataclasses

import pytest

from hoplens_training.compose_operations import base_form
from hoplens_training.dataset import Question
from hoplens_training.generate import Generator
from hoplens_training.generate_operations import Operator
from hoplens_training.graph import Graph
from hoplens_training.phrasebook import Book, parse_operation

from .parity import small_graph

PIDS = {"director": "P57", "cast": "P161", "born in": "P19", "country": "P17", "released": "P577", "genre": "P136"}


def graph_with_ids() -> Graph:
    """The small graph with properties as the phrase book names them."""
    graph = small_graph()
    return dataclasses.replace(graph, pack=dataclasses.replace(graph.pack, relation_ids=[PIDS.get(name, name) for name in graph.pack.relation_ids]))


def drawn(name: str, plan: str, text: str) -> list[Question]:
    """Questions of one row of the book over the small graph; a wording may be held out, so both sides are drawn."""
    graph = graph_with_ids()
    book = Book()
    book.operations[name] = [parse_operation(name, plan, text)]
    operator = Operator(Generator(graph, book, 4))
    return [q for testing in (False, True) for q in operator.questions(name, 20, testing)]


def test_counts_what_the_path_reaches() -> None:
    questions = drawn("count", "x/^P57", "how many films did {x} direct")
    spielberg = small_graph().pack.node_of["Spielberg"]
    assert {q.value for q in questions if spielberg in q.gold_entities} == {"3"} and all(q.answers == () for q in questions)


def test_takes_the_extreme_member() -> None:
    graph = small_graph()
    texts = {(q.text.lower().rstrip("?"), graph.pack.labels[q.answers[0]]) for q in drawn("extreme", "max P577 x/^P57", "latest film of {x}")}
    assert {answer for text, answer in texts if text.endswith("spielberg")} == {"Lincoln"}


def test_answers_yes_and_no() -> None:
    values = {q.value for q in drawn("check", "x/P57 ? y", "was {x} directed by {y}")}
    assert values == {"true", "false"}


def test_takes_one_path_away_from_another() -> None:
    graph = small_graph()
    questions = drawn("difference", "x/^P57 - y/^P161", "films by {x} without {y}")
    named = {q.text.lower(): {graph.pack.labels[a] for a in q.answers} for q in questions}
    hook = [answers for text, answers in named.items() if "robbie" not in text and "williams" in text and "spielberg" in text]
    assert hook and all(answers == {"Jaws", "Lincoln"} for answers in hook)


def test_a_plan_that_does_not_parse_is_named() -> None:
    with pytest.raises(ValueError, match="most P1 x/P2"):
        parse_operation("extreme", "most P1 x/P2", "?")


def test_base_forms() -> None:
    assert [base_form(v) for v in ("directed", "wrote", "carried", "produced", "starred", "plays")] == ["direct", "write", "carry", "produce", "star", "play"]
