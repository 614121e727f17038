"""The phrase book reads, and its plans parse."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoplens_training.phrasebook import Step, parse_plan, read_book


def test_plan_of_a_chain() -> None:
    assert parse_plan("x/^P161/P58") == (("x", (Step("P161", True), Step("P58", False))),)


def test_plan_of_an_intersection() -> None:
    assert [variable for variable, _ in parse_plan("x/^P175 & y/P674")] == ["x", "y"]


@pytest.mark.parametrize("plan", ["", "x", "q/P1", "x/57", "x/P1 & y"])
def test_bad_plans_are_named(plan: str) -> None:
    with pytest.raises(ValueError, match="does not parse"):
        parse_plan(plan)


def test_bad_rows_name_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "relations-1.tsv").write_text("property\tdirection\tkind\tphrase\nP1\tsideways\tnoun\tthe {x}\n")
    with pytest.raises(ValueError, match=r"relations-1\.tsv:2"):
        read_book(tmp_path)


def test_the_book_itself() -> None:
    book = read_book()
    assert len(book.phrases) > 150
    assert len(book.patterns) > 2000
    for pattern in book.patterns:
        for variable, _ in pattern.paths:
            assert "{" + variable in pattern.text, pattern.text
