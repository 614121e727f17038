"""Writes generated questions in wordings that no run trains on, operations included, as JSON lines that ``hoplens evaluate`` reads; see training/README.md."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from . import sources
from .dataset import Question
from .graph import Graph, open_graph

SEED = 99


def answer_texts(graph: Graph, question: Question) -> list[str]:
    """Gold answers as the evaluation compares them: ids, literal values, or the number, ``true`` or ``false`` that an operation gives."""
    if question.value:
        return [question.value]
    pack = graph.pack
    return [pack.ids[node] if node < pack.entity_count else pack.literals[node - pack.entity_count].split("\n", 1)[-1] for node in question.answers]


def row(graph: Graph, name: str, number: int, question: Question) -> dict[str, Any]:
    """One question as a line; ``entities`` and ``plan`` are for measuring only."""
    return {
        "id": f"{name}-{number:03d}", "question": question.text, "answers": answer_texts(graph, question), "plan": name,
        "entities": [graph.pack.ids[node] for node in question.gold_entities if node < graph.pack.entity_count],
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    graph = open_graph(args.graph)
    lines = [
        json.dumps(row(graph, name, number, question), ensure_ascii=False)
        for name, questions in sources.held_out_questions(graph, args.seed).items()
        for number, question in enumerate(questions, 1)
    ]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
