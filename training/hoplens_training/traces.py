"""Writes what the fp32 model says of questions, step by step, to set beside the shipped int8 pipeline: ``scripts/results.mjs --checkpoint``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from . import sources
from .dataset import build
from .graph import Graph, open_graph
from .heads import CHOICES, PLANS
from .reasoning import Scores
from .train import Run

#: Programs of each plan that are written, likeliest first.
TOP = 10


def step(graph: Graph, directed: int) -> str:
    """A directed relation as its id, with ``^`` for backwards."""
    return ("^" if directed & 1 else "") + graph.pack.relation_ids[directed >> 1]


def trace(graph: Graph, nodes: np.ndarray, scores: Scores, one: tuple[np.ndarray, np.ndarray]) -> dict[str, Any]:
    """The plan's probabilities and the likeliest programs of one question; ``one`` has candidate and relation of the one-hop programs, which also meet."""
    def listed(candidate: np.ndarray, relations: np.ndarray, probability: np.ndarray) -> list[dict[str, Any]]:
        # An entity may stand at several spans: the likeliest of its programs counts.
        best: dict[tuple[str, ...], float] = {}
        for p in np.argsort(-probability, kind="stable"):
            best.setdefault((graph.pack.ids[nodes[candidate[p]]], *(step(graph, int(r)) for r in relations[:, p])), float(probability[p]))
            if len(best) == TOP:
                break
        return [{"start": start, "relations": path, "p": round(p, 6)} for (start, *path), p in best.items()]

    programs = {
        name: listed(chain.candidate.numpy(), chain.relations.numpy(), chain.probability.numpy()) for name, chain in zip(PLANS, scores.chains, strict=False)
    }
    programs["intersection"] = listed(one[0], one[1][None, :], scores.meeting.reach.numpy())
    return {"plan": dict(zip(CHOICES, torch.exp(scores.gate[0]).tolist(), strict=True)), "programs": programs}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--each", type=int, default=10, help="questions of each file, from its start")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    graph = open_graph(args.graph)
    run = Run(graph, args.checkpoint.parent, 1)
    run.load(args.checkpoint)
    run.model.eval()
    data = build([q for path in args.questions for q in sources.read_questions(path, graph, path.stem)[: args.each]], args.graph, args.cache)
    lines = []
    with torch.no_grad():
        for i, question in enumerate(data.questions):
            if data.span_start[i + 1] == data.span_start[i]:
                continue
            batch = run.assembler.make(data, [i])
            scores = run.model(batch, run.assembler, run.type_row, half=False)
            row = trace(graph, batch.nodes.numpy(), scores, (batch.one_candidate.numpy(), batch.one_relation.numpy()))
            lines.append(json.dumps({"question": question.text, **row}, ensure_ascii=False))
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
