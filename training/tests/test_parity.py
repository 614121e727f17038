"""Training gives what test/parity/question.json says; serving is held to the same file (server/src/answering/parity.test.ts)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .parity import FILE, measured, small_graph


def same(found: Any, expected: Any) -> None:
    if isinstance(expected, dict):
        assert found.keys() == expected.keys()
        for key, value in expected.items():
            same(found[key], value)
    else:
        assert found == pytest.approx(expected, abs=1e-5)


def test_training_scores_the_question_as_written_down() -> None:
    file = json.loads(FILE.read_text())
    same(measured(small_graph(), file["said"], file["question"]), file["expected"])
