"""Questions as people ask them: names become nodes, and what nothing answers teaches declining."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hoplens_training.asked import FOLDER, Names, read_asked
from hoplens_training.batches import ASKED, declining

from .parity import small_graph


def test_names_become_nodes() -> None:
    pack = small_graph().pack
    question = Names(pack).question("Who made Jaws, by the way?", ["spielberg"], "entity")
    assert [pack.labels[node] for node in question.answers] == ["Spielberg"] and question.plan == ASKED and question.complete
    assert Names(pack).entities("Stoke, England") == Names(pack).entities("stoke") != []
    assert Names(pack).question("Who made Cats?", ["Tom Hooper"], "entity").plan == "none"


def test_values_become_values() -> None:
    names = Names(small_graph().pack)
    assert names.question("Is it?", ["No"], "yesno").value == "false"
    assert names.question("How many?", ["3"], "number").value == "3"
    assert {names.pack.labels[node] for node in names.question("When?", ["1991"], "date").answers} == {"1991"}


def test_declining_is_worth_less_than_a_sure_answer() -> None:
    assert declining("none") == 1.0 and 0 < declining(ASKED) < 1 == declining("none") and declining("op:count") == 0.0


def test_reads_our_questions_each_on_one_side() -> None:
    graph = small_graph()
    train, test = read_asked(graph, testing=False), read_asked(graph, testing=True)
    lines = [json.loads(line)["question"] for path in FOLDER.glob("asked-*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(train) + len(test) == len(lines) == len(set(lines)) and 0.08 < len(test) / len(lines) < 0.17
    assert not {q.text for q in train} & {q.text for q in test}


def test_a_bad_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "asked-x.jsonl").write_text('{"question": "Who?", "answers": [], "type": "entity"}\n')
    with pytest.raises(ValueError, match=r"asked-x\.jsonl:1"):
        read_asked(small_graph(), testing=True, folder=tmp_path)
