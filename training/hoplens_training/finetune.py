"""Trains on your own graph and question-answer pairs, from a checkpoint: ``python -m hoplens_training.finetune --graph PACK --questions train.jsonl …``.

The same run as ``train.py``: resumable, answers alone are learned from. At every checkpoint the questions of ``--select`` are answered, and the best weights
are kept as ``best.pt``; the questions of ``--report`` are answered once, at the end, by those.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .batches import Assembler
from .dataset import Dataset, Question, build
from .evaluate import evaluate
from .graph import Graph, open_graph
from .report import only_gold
from .sources import read_questions
from .train import Run

BEST = "best.pt"
SCORES = "selection.json"
#: Questions of the selection set that are answered at each checkpoint.
MOST_SELECTED = 600


class FinetuneError(ValueError):
    """Questions that cannot be learned from; the message says what to change."""


class SelectingRun(Run):
    """A run that answers the selection questions whenever it saves, and keeps the best weights beside the last."""

    def __init__(self, graph: Graph, out: Path, steps: int, rate: float, select: Dataset, device: str) -> None:
        super().__init__(graph, out, steps, rate, device)
        self.select = select
        # The batches of training are made in a thread of their own while these are answered.
        self.selector = Assembler(graph, (graph.pack.types[0], graph.pack.types[1]))

    def save(self) -> None:
        super().save()
        self.refresh(True, True, half=False)
        score = evaluate(self.model, self.graph, self.selector, self.select, self.type_row)["hits1"]
        kept = self.scores()
        best = max(kept.values(), default=-1.0)
        kept[str(self.step)] = score
        (self.out / SCORES).write_text(json.dumps(kept) + "\n")
        print(f"step {self.step}: selection Hits@1 {score:.4f}{' (best)' if score > best else ''}", flush=True)
        if score > best:
            shutil.copyfile(self.out / "checkpoint.pt", self.out / BEST)

    def scores(self) -> dict[str, float]:
        """Hits@1 on the selection questions by step, of this run so far."""
        path = self.out / SCORES
        result: dict[str, float] = json.loads(path.read_text()) if path.exists() else {}
        return result


def readable(path: Path, graph: Graph, most: int | None = None) -> list[Question]:
    """The questions of a file. Raises FinetuneError where no answer is in the graph: ids are then those of another graph."""
    questions = read_questions(path, graph, path.stem)
    if not any(q.answers for q in questions):
        raise FinetuneError(f"{path}: no answer of its {len(questions)} questions is in the graph. \"ans\" takes ids as `hoplens inspect` shows them")
    return questions if most is None else questions[:most]


def measure(run: Run, graph: Graph, data: Dataset) -> dict[str, Any]:
    """End to end, with the gold entities given, and without the minimum."""
    row = {
        "endToEnd": evaluate(run.model, graph, run.assembler, data, run.type_row),
        "goldEntity": evaluate(run.model, graph, run.assembler, only_gold(data), run.type_row),
        "noIntersection": evaluate(run.model, graph, run.assembler, data, run.type_row, meet=False),
    }
    return row


def main() -> None:
    """Command line; see training/README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True, help="pack made by `hoplens import`")
    parser.add_argument("--questions", type=Path, required=True, help="JSON lines: question, ans (ids); qe only measures")
    parser.add_argument("--select", type=Path, required=True, help="questions that decide which checkpoint is kept")
    parser.add_argument("--report", type=Path, nargs="*", default=[], help="questions that are only measured")
    parser.add_argument("--start", type=Path, required=True, help="checkpoint to start from (hoplens_training.restore makes one of a bundle)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=0.5, help="factor on the learning rates")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="where the encoder is computed: cuda for a GPU")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)
    torch.set_num_threads(args.threads)
    graph = open_graph(args.graph)
    data = build(readable(args.questions, graph), args.graph, args.cache)
    select = build(readable(args.select, graph, MOST_SELECTED), args.graph, args.cache)
    reports = {path.stem: build(readable(path, graph), args.graph, args.cache) for path in args.report}
    print(f"{len(data)} questions to learn from, {len(select)} to select by, {sum(map(len, reports.values()))} to report", flush=True)
    run = SelectingRun(graph, args.out, args.steps, args.rate, select, args.device)
    run.resume(args.start)
    if run.step < args.steps:
        run.train(data, args.batch, args.seed)
    run.load(args.out / BEST)
    results = {name: measure(run, graph, questions) for name, questions in reports.items()}
    for name, row in results.items():
        print(name, json.dumps(row), flush=True)
    (args.out / "report.json").write_text(json.dumps({"selection": run.scores(), "seed": args.seed, **results}, indent=1) + "\n")


if __name__ == "__main__":
    main()
