"""A linker that is trained for itself, as a peer: ``python -m hoplens_training.linker --graph PACK --data FOLDER --out FOLDER``.

The same encoder and the same scores of spans and candidates as the whole model, from the pretrained encoder on, but learned from GOLD ENTITIES and knowing
nothing of relations: each candidate of a question is an entity that it names or is not (binary cross-entropy). ``peers --linker`` sets what it links, with
our reasoning over it, beside ours, which learns to link from answers alone.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from . import sources
from .batches import Batch, stream
from .dataset import Dataset, Question, build
from .graph import open_graph
from .reasoning import Scores
from .train import Run

#: Candidates from this probability on are linked; where there is none, the likeliest.
LINKED = 0.5


class Objective:
    """The loss of a batch of one data set."""

    def __init__(self, questions: list[Question]) -> None:
        self.gold = [np.array(q.gold_entities, dtype=np.int64) for q in questions]

    def __call__(self, batch: Batch, scores: Scores) -> tuple[Tensor, Tensor]:
        """Summed cross-entropy of each question's candidates [B], and which questions have a gold entity among them [B]."""
        row = batch.span_row[batch.owner]
        nodes = batch.nodes.numpy()
        named = torch.from_numpy(np.concatenate([np.isin(nodes[row.numpy() == k], self.gold[i]) for k, i in enumerate(batch.index)])).float()
        each = nn.functional.binary_cross_entropy_with_logits(scores.candidate, named, reduction="none")
        zero = torch.zeros(len(batch.index))
        return zero.index_add(0, row, each), zero.index_add(0, row, named) > 0


def link(run: Run, data: Dataset) -> Dataset:
    """Keeps the candidates that the linker takes for entities: of each span the likeliest, of spans that overlap one, from :data:`LINKED` on or the best."""
    run.model.eval()
    keep = np.zeros(len(data.candidates), dtype=bool)
    usable = [i for i in range(len(data)) if data.span_start[i + 1] > data.span_start[i]]
    with torch.no_grad():
        for batch in stream(run.assembler, data, [usable[k : k + 32] for k in range(0, len(usable), 32)]):
            probability = torch.sigmoid(run.model(batch, run.assembler, run.type_row, half=False).candidate).numpy()
            done = 0
            for i in batch.index:
                lo, hi = data.span_start[i], data.span_start[i + 1]
                first, last = int(data.candidate_start[lo]), int(data.candidate_start[hi])
                taken = chosen(data.spans[lo:hi], data.candidate_start[lo : hi + 1] - first, probability[done : done + last - first])
                keep[[first + c for c in taken]] = True
                done += last - first
    return data.keeping(keep)


def chosen(spans: npt.NDArray[np.int32], start: npt.NDArray[np.int64], probability: npt.NDArray[np.float32]) -> list[int]:
    """Candidates that are linked, likeliest first. ``spans`` [S, 2] half-open, ``start`` [S + 1] of their candidates, ``probability`` [C]."""
    best = sorted((lo + int(np.argmax(probability[lo:hi])) for lo, hi in pairwise(start.tolist())), key=lambda c: -float(probability[c]))
    span = np.searchsorted(start, best, side="right") - 1
    taken: list[int] = []
    places: list[tuple[int, int]] = []
    for c, s in zip(best, span, strict=True):
        lo, hi = int(spans[s, 0]), int(spans[s, 1])
        if (not taken or probability[c] >= LINKED) and all(hi <= a or lo >= b for a, b in places):
            taken.append(c)
            places.append((lo, hi))
    return taken


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    parser.add_argument("--scale", type=float, default=0.2, help="size of the generated part")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="where the encoder is computed: cuda for a GPU")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    graph = open_graph(args.graph)
    questions = [q for q in sources.training_questions(graph, args.data, args.seed, args.scale) if q.gold_entities]
    data = build(questions, args.graph, args.cache)
    usable = int(sum(data.span_start[1:] > data.span_start[:-1]))
    run = Run(graph, args.out, usable // 64, device=args.device)
    run.resume(None)
    run.train(data, 64, args.seed, Objective(data.questions))


if __name__ == "__main__":
    main()
