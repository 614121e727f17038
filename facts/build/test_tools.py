"""Tests of the facts tools: `python3 -m unittest discover -s facts/build -p 'test_*.py'`."""

from __future__ import annotations

import unittest
from pathlib import Path

import check
import resolve
from wdkg import Entity, Graph, Row, literal_problem, show_literal


def small_graph() -> Graph:
    """Two Parises, a painting, and what `creator` usually has at its ends."""
    graph = Graph(relations={"P170": "creator", "P276": "location", "P26": "spouse", "P571": "inception"})
    graph.symmetric = {"P26"}
    graph.entities = {
        "Q1": Entity("Mona Lisa", ("La Gioconda",), "painting", ("Q100",), 3),
        "Q2": Entity("Leonardo da Vinci", ("Leonardo",), "painter", ("Q5",), 9),
        "Q3": Entity("Paris", (), "capital of France", ("Q515",), 90),
        "Q4": Entity("Paris", (), "prince of Troy", ("Q5",), 2),
        "Q5": Entity("human"),
        "Q6": Entity("Leonardo", (), "ship", ("Q200",), 50),
        "Q7": Entity("Another painting", (), "painting", ("Q100",), 2),
        "Q8": Entity("Lisa", (), "woman", ("Q5",), 1),
    }
    graph.triples = {("Q7", "P170", "Q2"), ("Q7", "P276", "Q3"), ("Q2", "P26", "Q8")}
    graph.literal_facts[("Q7", "P571")].add("^1503-01-01T00:00:00Z/9")
    return graph


class Literals(unittest.TestCase):
    def test_a_date_goes_there_and_back_at_its_precision(self) -> None:
        for written in ("1452-04-15", "1452-04", "1452", "-44-03-15"):
            value = resolve.literal(written)
            assert value is not None
            self.assertIsNone(literal_problem(value))
            self.assertEqual(show_literal(value), written)

    def test_what_is_no_date_or_quantity_is_refused(self) -> None:
        self.assertIsNotNone(literal_problem("^1452-13-15T00:00:00Z/11"))
        self.assertIsNotNone(literal_problem("^1452-01-15T00:00:00Z/12"))
        self.assertIsNotNone(literal_problem("+1.2.3"))
        self.assertIsNone(literal_problem("+170Q174728"))


class Stated(unittest.TestCase):
    def test_a_symmetric_relation_is_stated_from_either_end(self) -> None:
        graph = small_graph()
        self.assertTrue(graph.stated("Q8", "P26", "Q2"))
        self.assertFalse(graph.stated("Q2", "P170", "Q7"))

    def test_a_literal_is_stated_by_its_value(self) -> None:
        graph = small_graph()
        self.assertTrue(graph.stated("Q7", "P571", "^1503-01-01T00:00:00Z/9"))
        self.assertFalse(graph.stated("Q7", "P571", "^1504-01-01T00:00:00Z/9"))


class Choosing(unittest.TestCase):
    def test_the_usual_type_decides_between_equal_labels(self) -> None:
        graph = small_graph()
        names = resolve.index(graph)
        chosen = resolve.choose("Paris", "P276", False, graph, names)
        assert chosen is not None
        self.assertEqual(chosen.identifier, "Q3")

    def test_an_exact_label_wins_but_the_rival_is_shown(self) -> None:
        graph = small_graph()
        chosen = resolve.choose("leonardo", "P170", False, graph, resolve.index(graph))
        assert chosen is not None
        self.assertEqual(chosen.identifier, "Q6")
        self.assertIn("Q2", chosen.notes[0])

    def test_a_line_becomes_rows_and_reports_what_is_unknown(self) -> None:
        graph = small_graph()
        facts, notes = resolve.resolve_line(
            "La Gioconda | P170 | Leonardo da Vinci ; Nobody", graph, resolve.index(graph)
        )
        self.assertEqual(facts, [("Q1", "P170", "Q2")])
        self.assertTrue(any(note.startswith("? Nobody") for note in notes))


class Checking(unittest.TestCase):
    def problems(self, *cells: str) -> list[str]:
        return check.fact_problems(Row(Path("a-test.tsv"), 1, cells), small_graph())

    def test_a_right_row_passes(self) -> None:
        labels = "Mona Lisa · creator · Leonardo da Vinci"
        self.assertEqual(self.problems("Q1", "P170", "Q2", labels), [])

    def test_a_wrong_id_is_caught_by_its_label(self) -> None:
        found = self.problems("Q1", "P170", "Q4", "Mona Lisa · creator · Leonardo da Vinci")
        self.assertIn("Paris", found[0])

    def test_unknown_ids_and_stated_facts_are_caught(self) -> None:
        self.assertIn("Q99", self.problems("Q99", "P170", "Q2", "")[0])
        stated = self.problems("Q7", "P170", "Q2", "Another painting · creator · Leonardo da Vinci")
        self.assertIn("states this already", stated[0])


class Held(unittest.TestCase):
    LABELS = "Leonardo da Vinci · spouse · Lisa"

    def problems(self, first: str, last: str, labels: str = LABELS) -> list[str]:
        row = Row(Path("held-lives.tsv"), 1, ("Q2", "P26", "Q8", first, last, labels))
        return check.held_problems(row, small_graph(), set())

    def test_a_right_row_passes_and_may_be_open(self) -> None:
        self.assertEqual(self.problems("1495-04", "1499"), [])
        self.assertEqual(self.problems("1495", ""), [])

    def test_dates_and_their_order_are_checked(self) -> None:
        for first, last in (("1495-13", ""), ("April 1495", ""), ("", ""), ("1499", "1495")):
            self.assertEqual(len(self.problems(first, last)), 1)

    def test_wrong_labels_and_facts_taken_back_are_caught(self) -> None:
        self.assertIn("the labels say", self.problems("1495", "", "Leonardo · spouse · Lisa")[0])
        row = Row(Path("held-lives.tsv"), 1, ("Q2", "P26", "Q8", "1495", "", self.LABELS))
        self.assertIn("taken back", check.held_problems(row, small_graph(), {row.cells[:3]})[0])


if __name__ == "__main__":
    unittest.main()
