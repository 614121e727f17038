"""Measures a checkpoint on the dev sets and on the questions written by hand; see training/README.md."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from . import sources
from .dataset import REPOSITORY, Dataset, Question, build
from .evaluate import HARD_GROUPS, evaluate
from .export import THRESHOLD
from .graph import Graph, open_graph
from .train import Run

HAND = REPOSITORY / "test" / "questions"


def only_gold(data: Dataset) -> Dataset:
    """The gold-entity condition: only the gold entities stay candidates. A question whose gold entity is no candidate keeps none and counts as wrong."""
    question = np.searchsorted(data.span_start, data.owner, side="right") - 1
    gold = [set(q.gold_entities) for q in data.questions]
    return data.keeping(np.array([int(node) in gold[q] for node, q in zip(data.candidates, question, strict=True)], dtype=bool))


def control(graph: Graph, data: Dataset, asked: list[Question]) -> dict[str, float]:
    """The gold entity's relation that the training questions ask most often, without reading the question: Hits@1 where any object of the gold fact counts."""
    frequency = np.bincount([q.triple[1] for q in asked if q.triple is not None], minlength=graph.directed_count)
    hits: list[float] = []
    hard: list[float] = []
    for q in data.questions:
        if q.triple is None:
            continue
        node, directed, _ = q.triple
        lo, hi = graph.node_group[node], graph.node_group[node + 1]
        relations = graph.group_relation[lo:hi]
        if len(relations) == 0:
            hits.append(0.0)
            continue
        guess = int(relations[np.argmax(frequency[relations])])
        answers, gold = graph.objects(node, guess), graph.objects(node, directed)
        hit = float(np.isin(answers, gold).mean())
        hits.append(hit)
        if hi - lo >= HARD_GROUPS:
            hard.append(hit)
    return {"hits1": round(float(np.mean(hits)), 4), "hard": round(float(np.mean(hard)), 4)}


def report(run: Run, graph_path: Path, data: Path, cache: Path, threshold: float, only: list[str]) -> dict[str, Any]:
    """Every set end to end and with the gold entity given; the composed ones with the plan given and without the minimum. ``threshold``: as the product's;
    ``only``: sets whose name holds one of these, all where there is none."""
    graph = run.graph

    def measured(questions: Dataset, forced: str | None = None, meet: bool = True) -> dict[str, Any]:
        return evaluate(run.model, graph, run.assembler, questions, run.type_row, forced, meet, threshold)

    results: dict[str, Any] = {}
    asked = sources.read_questions(data / "simpleq_train_answerable.jsonl.gz", graph, "simpleq")

    def measure(name: str, questions: Dataset, forced: str | None = None) -> None:
        row: dict[str, Any] = {"endToEnd": measured(questions)}
        row["goldEntity"] = measured(only_gold(questions))
        if forced is not None:
            row["planGiven"] = measured(questions, forced=forced)
        if forced == "intersection":
            row["noIntersection"] = measured(questions, meet=False)
        if any(q.triple for q in questions.questions):
            row["control"] = control(graph, questions, asked)
        results[name] = row
        print(name, json.dumps(row), flush=True)

    for name, questions, plan in measured_sets(graph, data):
        if not only or any(part in name for part in only):
            measure(name, build(questions, graph_path, cache), plan)
    return results


def measured_sets(graph: Graph, data: Path) -> Iterator[tuple[str, list[Question], str | None]]:
    """Name, questions and, for those made for one, the plan: data sets, those written by hand, those in held-out wordings."""
    for name in ("simpleq_valid_answerable", "wwq_dev_a", "mintaka_dev_a"):
        yield name, sources.read_questions(data / f"{name}.jsonl.gz", graph, name), None
    plans = {
        "one-hop": "one-hop", "ambiguous": "one-hop", "two-hop": "two-hop", "three-hop": "three-hop", "three-hop-2": "three-hop", "conjunctive": "intersection",
    }
    for name, plan in plans.items():
        yield f"by hand: {name}", sources.read_questions(HAND / f"{name}.jsonl", graph, name), plan
    for name, questions in sources.held_out_questions(graph, 99).items():
        yield f"held-out wordings: {name}", questions, name


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--relations", choices=("text", "ids"), default="text", help="as the checkpoint was trained")
    parser.add_argument("--threshold", type=float, default=THRESHOLD, help="a question is declined where the graph probably (1 - threshold) lacks its answer")
    parser.add_argument("--only", nargs="*", default=[], help="sets whose name holds one of these")
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    args = parser.parse_args()
    graph = open_graph(args.graph)
    run = Run(graph, args.checkpoint.parent, 1)
    run.load(args.checkpoint)
    run.model.relations.by_text = args.relations == "text"
    results = report(run, args.graph, args.data, args.cache, args.threshold, args.only)
    args.out.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
