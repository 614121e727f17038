"""The operations on a graph of a few rivers: `python3 -m unittest discover -s test/questions`."""

from __future__ import annotations

import unittest
from typing import Any

from graph import Graph, read_periods
from operations import outcome
from values import compared, current_value

KM = "Q828224"
GRAPH = Graph(
    names={},
    edges={
        ("Q1", "^P17"): {"Q11", "Q12", "Q13", "Q14"},
        ("Q2", "^P17"): {"Q12"},
        **{(river, "P31"): {"Q400"} for river in ("Q11", "Q12", "Q13")},
        ("Q14", "P31"): {"Q500"},
        ("Q400", "P279"): {"Q4"},
    },
    literals={
        ("Q11", "P2043"): f"+100{KM}",
        ("Q12", "P2043"): f"+300{KM}",
        ("Q13", "P2043"): f"+200{KM}",
        ("Q14", "P2043"): f"+900{KM}",
        ("Q11", "P571"): "^1900-00-00T00:00:00Z/9",
        ("Q12", "P571"): "^1900-05-01T00:00:00Z/11",
    },
    periods=read_periods([["Q11", "P17", "Q1", "1900", "1918-11"], ["Q12", "P17", "Q1", "1919", ""], ["Q11", "P17", "Q1", "1940", "1945"]], {}),
)


class Operations(unittest.TestCase):
    def answers(self, operation: dict[str, Any], *program: list[str]) -> list[str]:
        found = outcome(GRAPH, operation, list(program))
        self.assertEqual(found.problems, [])
        return found.answers

    def test_count_and_type(self) -> None:
        self.assertEqual(self.answers({"name": "count"}, ["Q1", "^P17"]), ["4"])
        self.assertEqual(self.answers({"name": "count", "type": "Q4"}, ["Q1", "^P17"]), ["3"])
        self.assertEqual(self.answers({"name": "type", "type": "Q500"}, ["Q1", "^P17"]), ["Q14"])

    def test_greatest_least_and_rank(self) -> None:
        path = ["Q1", "^P17"]
        self.assertEqual(self.answers({"name": "maximum", "attribute": "P2043"}, path), ["Q14"])
        self.assertEqual(self.answers({"name": "maximum", "attribute": "P2043", "type": "Q4"}, path), ["Q12"])
        self.assertEqual(self.answers({"name": "minimum", "attribute": "P2043"}, path), ["Q11"])
        second = {"name": "ordinal", "attribute": "P2043", "order": "descending", "rank": 2, "type": "Q4"}
        self.assertEqual(self.answers(second, path), ["Q13"])

    def test_comparison_and_yes_no(self) -> None:
        longer = {"name": "comparison", "attribute": "P2043", "order": "descending"}
        self.assertEqual(self.answers(longer, ["Q11"], ["Q12"]), ["Q12"])
        asked = {"name": "yes-no", "attribute": "P2043", "order": "descending"}
        self.assertEqual(self.answers(asked, ["Q11"], ["Q12"]), ["false"])
        self.assertEqual(self.answers({"name": "yes-no"}, ["Q2", "^P17"], ["Q12"]), ["true"])
        self.assertEqual(self.answers({"name": "yes-no"}, ["Q2", "^P17"], ["Q13"]), ["false"])

    def test_difference(self) -> None:
        self.assertEqual(self.answers({"name": "difference"}, ["Q1", "^P17"], ["Q2", "^P17"]), ["Q11", "Q13", "Q14"])

    def test_when_a_fact_held(self) -> None:
        for operation, expected in (
            ({"from": 1918, "to": 1918}, ["Q11"]),
            ({"from": 1942, "to": 1942}, ["Q11", "Q12"]),
            ({"before": 1919}, ["Q11"]),
            ({"after": 1930}, ["Q11"]),
            ({"order": "ascending", "rank": 2}, ["Q12"]),
            ({"order": "descending", "rank": 1}, ["Q11"]),
        ):
            self.assertEqual(self.answers({"name": "held", **operation}, ["Q1", "^P17"]), expected)

    def test_doubts_are_reported(self) -> None:
        tie = outcome(GRAPH, {"name": "comparison", "attribute": "P571", "order": "ascending"}, [["Q11"], ["Q12"]])
        self.assertEqual(len(tie.problems), 1)
        useless = outcome(GRAPH, {"name": "type", "type": "Q400"}, [["Q1", "^P17"], ["Q2", "^P17"]])
        self.assertEqual(useless.problems, ["the type leaves nothing out"])
        alone = outcome(GRAPH, {"name": "maximum", "attribute": "P2043"}, [["Q2", "^P17"]])
        self.assertEqual(alone.problems, ["only 1 of 1 members have P2043"])


class Values(unittest.TestCase):
    def test_dates_compare_as_far_as_both_are_precise(self) -> None:
        self.assertEqual(compared("^1900-01-01T00:00:00Z/9", "^1900-05-01T00:00:00Z/11"), 0)
        self.assertEqual(compared("^1900-04-01T00:00:00Z/11", "^1900-05-01T00:00:00Z/11"), -1)
        self.assertEqual(compared("^-0044-01-01T00:00:00Z/9", "^1900-05-01T00:00:00Z/11"), -1)

    def test_current_value(self) -> None:
        self.assertEqual(current_value("P1082", ["+10", "+30", "+20"], ""), "+30")
        self.assertEqual(current_value("P2048", ["+1.8Q1", "+180Q2"], "Q2"), "+180Q2")
        self.assertEqual(current_value("P577", ["^1991-01-01T00:00:00Z/9", "^1990-03-01T00:00:00Z/11"], ""), "^1990-03-01T00:00:00Z/11")


if __name__ == "__main__":
    unittest.main()
