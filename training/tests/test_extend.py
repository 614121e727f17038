"""Patterns made longer: what a mention is replaced by leads to it, and the answers are those of the whole path."""

from __future__ import annotations

from hoplens_training.dataset import Question
from hoplens_training.extend import Extender
from hoplens_training.generate import Generator, many
from hoplens_training.phrasebook import Book, Pattern, parse_plan

from .parity import small_graph
from .test_generate_operations import graph_with_ids


def deepened() -> list[Question]:
    """Three hops from one two-hop pattern and one phrase for the step that leads to its mention."""
    book = Book()
    book.patterns = [Pattern("in which country was {x} born", parse_plan("x/P19/P17"), False), Pattern("never this {x}", parse_plan("x/P19/P17"), True)]
    book.phrases["P161", False]["noun"] = ["the star of {x}"]
    return list(many(Extender(Generator(graph_with_ids(), book, 3)).deepened, 40))


def test_a_two_hop_pattern_becomes_three_hops() -> None:
    questions, nodes = deepened(), small_graph().pack.node_of
    assert questions and {q.plan for q in questions} == {"three-hop"}
    for q in questions:
        assert "star of" in q.text.lower() and q.text.lower().startswith("in which country")
        assert set(q.answers) == {nodes["United States"]} and set(q.gold_entities) <= {nodes["Hook"], nodes["Jaws"], nodes["Popeye"]}


def test_held_out_wordings_stay_held_out() -> None:
    assert not any("never" in q.text.lower() for q in deepened())
