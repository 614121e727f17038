"""From programs to answers: what the shipped pipeline does, for measuring the model in training.

An object's score is the probability of all programs that reach it, without the 1/|N| of the loss (the indicator read-out): an answer is not
less right for having company.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from .batches import Batch
from .graph import Graph
from .heads import PLANS
from .reasoning import Scores

#: Programs of a plan that are followed to their objects.
FOLLOWED = 40
MOST_OBJECTS = 3000


@dataclass
class Answered:
    """One question's outcome: objects with scores, the plan of the best answer, and the entity and first relation behind it."""

    objects: dict[int, float]
    plan: str
    entity: int
    relation: int
    gate: tuple[float, ...]


def objects_of(graph: Graph, start: int, path: tuple[int, ...]) -> np.ndarray:
    """Exact follow of one program, without the walk straight back; cut at MOST_OBJECTS."""
    frontier = np.array([start], dtype=np.int32)
    before = frontier
    for hop, directed in enumerate(path):
        parts = [graph.objects(int(node), directed) for node in frontier[:MOST_OBJECTS]]
        following = np.unique(np.concatenate(parts)) if parts else frontier[:0]
        if hop > 0 and directed == path[hop - 1] ^ 1:
            following = np.setdiff1d(following, before)
        before, frontier = frontier, following
    return frontier[:MOST_OBJECTS]


def read_out(graph: Graph, batch: Batch, scores: Scores, forced: str | None = None, meet: bool = True) -> list[Answered]:
    """Answers of every question of a batch. ``forced`` gives the plan; ``meet=False`` switches the minimum off (intersections answer by one path)."""
    rows = len(batch.ids)
    gates = np.exp(scores.gate.numpy())
    results: list[Answered] = []
    chains = [(b.row.numpy(), b.candidate.numpy(), b.relations.numpy(), b.probability.numpy()) for b in scores.chains]
    bounds = [np.searchsorted(c[0], np.arange(rows + 1)) for c in chains]
    mass, meet_row = scores.meeting.mass.numpy(), scores.meeting.row.numpy()
    meet_bounds = np.searchsorted(meet_row, np.arange(rows + 1))
    nodes = batch.nodes.numpy()
    cell_object, cell_span = batch.cell_object.numpy(), batch.cell_span.numpy()
    left, right = batch.pair_left.numpy(), batch.pair_right.numpy()
    for row in range(rows):
        gate = gates[row].copy()
        if not meet:
            gate[3] = 0.0
        if forced is not None:
            gate = np.array([*(float(name == forced) for name in PLANS), 0.0])
        total: dict[int, float] = defaultdict(float)
        best: dict[int, tuple[float, str, int, int]] = {}

        def credit(obj: int, p: float, plan: str, entity: int, relation: int) -> None:
            total[obj] += p
            if obj not in best or p > best[obj][0]:
                best[obj] = (p, plan, entity, relation)

        for k, (_, candidate, relations, probability) in enumerate(chains):
            lo, hi = bounds[k][row], bounds[k][row + 1]
            if gate[k] < 1e-3 or lo == hi:
                continue
            top = lo + np.argsort(-probability[lo:hi], kind="stable")[:FOLLOWED]
            for p in top:
                share = gate[k] * float(probability[p])
                if share < 1e-4:
                    break
                start = int(nodes[candidate[p]])
                for obj in objects_of(graph, start, tuple(int(r) for r in relations[:, p])):
                    credit(int(obj), share, PLANS[k], start, int(relations[0, p]))
        lo, hi = meet_bounds[row], meet_bounds[row + 1]
        if gate[3] >= 1e-3 and lo < hi:
            pairs: dict[tuple[int, int], float] = defaultdict(float)
            objects: dict[int, float] = defaultdict(float)
            for p in range(lo, hi):
                key = (int(cell_span[left[p]]), int(cell_span[right[p]]))
                pairs[key] = max(pairs[key], float(mass[p]))
                objects[int(cell_object[left[p]])] += float(mass[p])
            whole = sum(pairs.values()) + 1e-12
            for obj, value in objects.items():
                credit(obj, gate[3] * value / whole, PLANS[3], -1, -1)
        if total:
            answer = max(total, key=lambda o: total[o])
            _, plan, entity, relation = best[answer]
            results.append(Answered(dict(total), plan, entity, relation, tuple(gate)))
        else:
            results.append(Answered({}, "", -1, -1, tuple(gate)))
    return results
