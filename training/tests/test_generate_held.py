"""Questions about when facts held have the answers that the graph's periods give."""

from __future__ import annotations

from hoplens_training.dataset import Question
from hoplens_training.generate import Generator
from hoplens_training.generate_held import Holder, past
from hoplens_training.generate_operations import Operator
from hoplens_training.phrasebook import Book, parse_operation
from hoplens_training.times import fact_times

from .parity import HELD, small_graph
from .test_generate_operations import graph_with_ids


def drawn(plan: str, text: str) -> list[Question]:
    """Questions of one wording; it may be held out, so both sides are drawn."""
    book = Book()
    book.operations["held"] = [parse_operation("held", plan, text)]
    holder = Holder(Operator(Generator(graph_with_ids(), book, 4)))
    return [q for testing in (False, True) for q in holder.questions(20, testing)]


def answers(questions: list[Question]) -> dict[str, set[str]]:
    labels = small_graph().pack.labels
    return {q.text.lower().rstrip("?"): {labels[a] for a in q.answers} for q in questions}


def test_times_stand_at_both_ends_of_a_fact_by_their_start() -> None:
    graph = graph_with_ids()
    times = fact_times(graph)
    assert len(times.edge) == 2 * len(HELD) and times.edge.tolist() == sorted(times.edge)
    labels = [graph.pack.labels[node] for node in graph.edge_node[times.edge]]
    starts = [start for label, start in zip(labels, times.start, strict=True) if label == "Spielberg"]
    assert sorted(starts) == [1985.0, 1991.0, 2011.0] and max(times.end) == float("inf")


def test_asks_for_those_whose_fact_held_in_the_year() -> None:
    found = answers(drawn("in P585 x/^P161", "what had {x} in it in {year}"))
    assert found and all(films <= {"Hook", "Popeye"} for films in found.values())
    assert all(films == {"Popeye"} for text, films in found.items() if text.endswith("1980"))


def test_asks_for_the_first_where_there_is_a_choice() -> None:
    found = answers(drawn("min P585 x/^P161", "first film with {x}"))
    assert {tuple(films) for text, films in found.items() if text.endswith("williams")} == {("Popeye",)}
    # Lincoln and Hook are dated, Jaws is not: two of three are enough, and Hook began first.
    assert {tuple(films) for films in answers(drawn("min P585 x/^P57", "what did {x} direct first")).values()} <= {("Hook",)}


def test_says_it_in_the_past() -> None:
    assert past("who does {x} play for") == "who did {x} play for" and past("what is his basis") == "what was his basis"
