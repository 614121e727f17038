"""Trains the model: ``python -m hoplens_training.train --graph PACK --data FOLDER --out FOLDER``. Resumes from the last checkpoint by itself."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from . import sources
from .batches import Assembler, Batch, shuffled, stream
from .dataset import Dataset, build, tokenizer
from .evaluate import evaluate
from .graph import Graph, open_graph
from .grid import on_grid
from .reasoning import Model, Scores, loss
from .texts import encode_texts, relation_texts

ENCODER_RATE = 1e-4
HEAD_RATE = 1e-3
WARM_UP = 150
REFRESH_RELATIONS = 150
REFRESH_TYPES = 600
REPORT = 50
CHECKPOINT = 400

#: The loss of each question of a batch [B], and which of them can teach [B].
Objective = Callable[[Batch, Scores], tuple[Tensor, Tensor]]


class Run:
    """One training run: graph, model, optimiser and where they are kept. ``device`` computes the encoder, which is most of the work ("cuda": a GPU)."""

    def __init__(self, graph: Graph, out: Path, steps: int, rate: float = 1.0, device: str = "cpu") -> None:
        self.graph = graph
        self.out = out
        self.steps = steps
        self.step = 0
        self.bert = tokenizer()
        type_start, type_ids = graph.pack.types
        kinds = np.unique(type_ids)
        self.type_row = torch.full((graph.node_count,), -1, dtype=torch.int64)
        self.type_row[torch.from_numpy(kinds.astype(np.int64))] = torch.arange(len(kinds))
        self.type_labels = [graph.pack.labels[k] for k in kinds]
        self.assembler = Assembler(graph, (type_start, type_ids))
        self.model = Model(len(graph.pack.relation_ids), len(kinds))
        self.model.encoder.to(device)
        encoder = [p for p in self.model.encoder.parameters() if p.requires_grad]
        ours = set(map(id, self.model.encoder.parameters()))
        heads = [p for p in self.model.parameters() if id(p) not in ours]
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder, "lr": rate * ENCODER_RATE}, {"params": heads, "lr": rate * HEAD_RATE}], betas=(0.9, 0.98), weight_decay=0.01
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda s: min(1.0, (s + 1) / WARM_UP) * max(0.02, 1.0 - s / steps)
        )

    def refresh(self, relations: bool, types: bool, half: bool = True) -> None:
        """Encodes label texts anew with the encoder as it is now; ``half`` in bfloat16, as it trains."""
        if relations:
            texts = encode_texts(self.model.encoder, self.bert, relation_texts(self.graph.pack), half=half)
            self.model.relation_texts.copy_(texts.view(-1, 3, 384))
        if types:
            self.model.type_texts.copy_(encode_texts(self.model.encoder, self.bert, self.type_labels, half=half))

    def save(self) -> None:
        """Checkpoint, written aside and renamed."""
        self.out.mkdir(parents=True, exist_ok=True)
        state = {
            "model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(), "schedule": self.schedule.state_dict(), "step": self.step,
            "relations": self.graph.pack.relation_ids,
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").rename(self.out / "checkpoint.pt")

    def resume(self, start: Path | None) -> None:
        """Goes on from this run's checkpoint, or starts with the weights of another (``start``)."""
        path = self.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True, map_location="cpu")
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.schedule.load_state_dict(state["schedule"])
            self.step = state["step"]
        elif start is not None:
            self.load(start)

    def load(self, checkpoint: Path) -> None:
        """Takes the weights of a checkpoint for measuring or export. The graph may have other relations and types than the one it was trained on: what was
        learned by id is kept by id, and label texts are encoded anew."""
        state = torch.load(checkpoint, weights_only=True, map_location="cpu")
        weights = state["model"]
        own = self.model.state_dict()
        known = state.get("relations", self.graph.pack.relation_ids)
        place = {pid: k for k, pid in enumerate(known)}
        by_id = torch.zeros_like(own["relations.by_id"])
        for k, pid in enumerate(self.graph.pack.relation_ids):
            if pid in place:
                by_id[2 * k : 2 * k + 2] = weights["relations.by_id"][2 * place[pid] : 2 * place[pid] + 2]
        weights = {**weights, "relations.by_id": by_id, "relation_texts": own["relation_texts"], "type_texts": own["type_texts"]}
        self.model.load_state_dict(weights)
        # Checkpoints of before the grid hold the frozen tables as they were pretrained.
        for table in (self.model.encoder.words, self.model.encoder.positions):
            table.weight.data = on_grid(table.weight.data)
        self.refresh(True, True, half=False)

    def train(self, data: Dataset, batch_size: int, seed: int, objective: Objective | None = None) -> None:
        """Epochs until ``steps`` are done; prints loss, the share of questions that can teach, and time left. ``objective``: another loss than the answers'."""
        began, done = time.time(), self.step
        window: list[tuple[float, float]] = []
        epoch = 0
        self.refresh(True, True)
        while self.step < self.steps:
            rng = np.random.default_rng(seed + epoch)
            epoch += 1
            order = shuffled(data, batch_size, rng)
            if self.step >= len(order) * epoch:
                continue
            for batch in stream(self.assembler, data, order[max(0, self.step - len(order) * (epoch - 1)) :]):
                self.model.train()
                if self.step % REFRESH_RELATIONS == 0 and self.step:
                    self.refresh(True, self.step % REFRESH_TYPES == 0)
                scores = self.model(batch, self.assembler, self.type_row)
                each, usable = loss(scores) if objective is None else objective(batch, scores)
                total = (each * usable).sum() / usable.sum().clamp_min(1)
                self.optimiser.zero_grad(set_to_none=True)
                torch.autograd.backward(total)
                torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                self.optimiser.step()
                self.schedule.step()
                self.step += 1
                window.append((float(total.detach()), float(usable.float().mean())))
                if self.step % REPORT == 0:
                    spent = time.time() - began
                    left = spent / (self.step - done) * (self.steps - self.step)
                    means = np.mean(window, 0)
                    window.clear()
                    print(f"step {self.step}/{self.steps} loss {means[0]:.4f} answerable {means[1]:.3f} "
                          f"{spent / 60:.1f} min, {left / 60:.0f} min left", flush=True)
                if self.step % CHECKPOINT == 0:
                    self.save()
                if self.step >= self.steps:
                    break
        self.refresh(True, True)
        self.save()


def main() -> None:
    """Command line; see training/README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder with questions/ (see data/README.md)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--scale", type=float, default=1.0, help="size of the generated part; 0: none")
    parser.add_argument("--passes", type=int, default=1, help="over the real questions")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates; smaller when starting from a trained checkpoint")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="where the encoder is computed: cuda for a GPU")
    parser.add_argument("--start", type=Path, help="checkpoint of another run to start from")
    parser.add_argument("--relations", choices=("text", "ids"), default="text", help="ids: a peer that knows relations by their id alone")
    parser.add_argument("--corrections", type=Path, nargs="*", default=[], help="rows of `hoplens export-corrections`")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    graph = open_graph(args.graph)
    questions = sources.training_questions(graph, args.data, args.seed, args.scale, args.passes, args.corrections)
    print(json.dumps(sources.split_by_source(questions)), flush=True)
    data = build(questions, args.graph, args.cache)
    usable = int(sum(data.span_start[1:] > data.span_start[:-1]))
    run = Run(graph, args.out, int(args.epochs * (usable // args.batch)), args.rate, args.device)
    run.model.relations.by_text = args.relations == "text"
    run.resume(args.start)
    run.train(data, args.batch, args.seed)
    for name, held in sources.held_out_questions(graph, 99).items():
        print(name, json.dumps(evaluate(run.model, graph, run.assembler, build(held, args.graph, args.cache), run.type_row)), flush=True)


if __name__ == "__main__":
    main()
