"""Measures: Hits@1 strict (ties in expectation) and loose, entity accuracy, HARD, the control that never reads the question, plan given, minimum off."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from .batches import Assembler, stream
from .dataset import Dataset
from .graph import Graph
from .readout import Answered, Follower, read_out
from .reasoning import Model

HARD_GROUPS = 5
TIE = 1e-6


def strict(objects: dict[int, float], gold: set[int]) -> float:
    """Share of gold among the objects tied at the top score: Hits@1 in expectation."""
    if not objects:
        return 0.0
    top = max(objects.values())
    tied = [o for o, s in objects.items() if s >= top * (1 - TIE)]
    return sum(o in gold for o in tied) / len(tied)


@dataclass
class Report:
    """Counts over a set; every question is in the denominator."""

    n: int = 0
    hits: float = 0.0
    hits_strict: float = 0.0
    entity: float = 0.0
    entity_n: int = 0
    recall: float = 0.0
    hard_n: int = 0
    hard_hits: float = 0.0
    plans: dict[str, int] = field(default_factory=dict)

    def add(self, answered: Answered, gold: set[int], loose_gold: set[int], entities: tuple[int, ...], linked: bool, hard: bool) -> None:
        self.n += 1
        hit = strict(answered.objects, loose_gold)
        self.hits += hit
        self.hits_strict += strict(answered.objects, gold)
        if entities:
            self.entity_n += 1
            self.recall += linked
            self.entity += any(e in entities for e in answered.entities)
        if hard:
            self.hard_n += 1
            self.hard_hits += hit
        self.plans[answered.plan] = self.plans.get(answered.plan, 0) + 1

    def summary(self) -> dict[str, Any]:
        def share(a: float, b: int) -> float | None:
            return round(a / b, 4) if b else None

        return {
            "n": self.n, "hits1": share(self.hits, self.n), "hits1Strict": share(self.hits_strict, self.n),
            "entityAccuracy": share(self.entity, self.entity_n), "mentionRecall": share(self.recall, self.entity_n),
            "hard": {"n": self.hard_n, "hits1": share(self.hard_hits, self.hard_n)}, "plans": self.plans,
        }


def evaluate(
    model: Model, graph: Graph, assembler: Assembler, data: Dataset, type_row: torch.Tensor, forced: str | None = None, meet: bool = True,
    threshold: float = 0.0,
) -> dict[str, Any]:
    """Runs a set, in fp32. Questions without any mention count as wrong; so do those declined, because the graph probably (1 − threshold) does not hold the
    answer: 0 declines nothing."""
    model.eval()
    report = Report()
    follower = Follower(graph)
    order = [list(range(k, min(k + 64, len(data)))) for k in range(0, len(data), 64)]
    order = [[i for i in block if data.span_start[i + 1] > data.span_start[i]] for block in order]
    seen = 0
    with torch.no_grad():
        for batch in stream(assembler, data, [b for b in order if b]):
            scores = model(batch, assembler, type_row, half=False)
            for row, answered in enumerate(read_out(follower, batch, scores, forced, meet)):
                if answered.none > 1 - threshold:
                    answered = dataclasses.replace(answered, objects={})
                i = batch.index[row]
                q = data.questions[i]
                gold = set(q.answers)
                loose = gold
                hard = False
                if q.triple is not None:
                    loose = {int(o) for o in graph.objects(q.triple[0], q.triple[1])} or gold
                    hard = int(graph.node_group[q.triple[0] + 1] - graph.node_group[q.triple[0]]) >= HARD_GROUPS
                s0, s1 = data.span_start[i], data.span_start[i + 1]
                found = data.candidates[data.candidate_start[s0] : data.candidate_start[s1]]
                linked = bool(np.isin(np.array(q.gold_entities, dtype=np.int64), found).any())
                report.add(answered, gold, loose, q.gold_entities, linked, hard)
                seen += 1
    for _ in range(len(data) - seen):
        report.add(Answered({}, "", (), -1, 1.0), set(), set(), (), False, False)
    return report.summary()
