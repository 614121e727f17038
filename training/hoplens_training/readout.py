"""From programs to answers: what the shipped pipeline does, for measuring the model in training.

An object's score is the probability of all programs that reach it, without the 1/|N| of the loss (the indicator read-out): an answer is not
less right for having company.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from . import programs
from .batches import Batch
from .graph import Graph
from .heads import PLANS
from .reasoning import Scores

#: Programs of a plan that are followed to their objects.
FOLLOWED = 40
MOST_OBJECTS = 3000


@dataclass
class Answered:
    """One question's outcome: objects with scores, the plan of the best answer, and the entities and first relation behind it."""

    objects: dict[int, float]
    plan: str
    entities: tuple[int, ...]
    relation: int
    none: float
    """Probability that the graph does not hold the answer: of listing, and of no plan."""


class Credit:
    """Adds up what each object is given, and keeps what gave it most: (share, plan, entity, first relation)."""

    def __init__(self) -> None:
        self.total: dict[int, float] = defaultdict(float)
        self.best: dict[int, tuple[float, str, int, int]] = {}

    def add(self, obj: int, share: float, plan: str, entity: int, relation: int) -> None:
        self.total[obj] += share
        if obj not in self.best or share > self.best[obj][0]:
            self.best[obj] = (share, plan, entity, relation)


class Follower:
    """Exact follow of programs over one graph, with its scratch."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._seen = np.zeros(graph.node_count, dtype=np.int32)
        self._mark = 0

    def objects(self, start: int, path: tuple[int, ...]) -> np.ndarray:
        """What a path reaches, without the walk straight back; cut at MOST_OBJECTS a hop."""
        g = self.graph
        steps = np.array(path, dtype=np.int32)
        found, self._mark = programs.follow(
            start, steps, MOST_OBJECTS, self._seen, self._mark, g.node_group, g.group_relation, g.group_start, g.edge_node
        )
        return found


def read_out(follower: Follower, batch: Batch, scores: Scores, forced: str | None = None, meet: bool = True) -> list[Answered]:
    """Answers of every question of a batch. ``forced`` gives the plan; ``meet=False`` switches the minimum off (intersections answer by one path)."""
    rows = len(batch.ids)
    gates = np.exp(scores.gate.numpy())
    listing = np.exp(scores.operated.choice[:, 0].numpy())
    results: list[Answered] = []
    chains = [(b.row.numpy(), b.candidate.numpy(), b.relations.numpy(), b.probability.numpy()) for b in scores.chains]
    bounds = [np.searchsorted(c[0], np.arange(rows + 1)) for c in chains]
    mass, meet_row = scores.meeting.mass.numpy(), scores.meeting.row.numpy()
    meet_bounds = np.searchsorted(meet_row, np.arange(rows + 1))
    nodes = batch.nodes.numpy()
    cell_object, cell_span = batch.cell_object.numpy(), batch.cell_span.numpy()
    met = batch.met.numpy()
    for row in range(rows):
        gate = gates[row].copy()
        if not meet:
            gate[3] = 0.0
        if forced is not None:
            gate = np.array([*(float(name == forced) for name in PLANS), 0.0])
        credit = Credit()
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
                reached = follower.objects(start, tuple(int(r) for r in relations[:, p]))
                for obj in reached:
                    # The mention's own entity is no answer to a question about it, unless the path leads to nothing else.
                    if k > 0 and obj == start and len(reached) > 1:
                        continue
                    credit.add(int(obj), share, PLANS[k], start, int(relations[0, p]))
        lo, hi = meet_bounds[row], meet_bounds[row + 1]
        if gate[3] >= 1e-3 and lo < hi:
            sets: dict[tuple[int, ...], float] = defaultdict(float)
            objects: dict[int, float] = defaultdict(float)
            for p in range(lo, hi):
                key = tuple(int(cell_span[cell]) for cell in met[p] if cell >= 0)
                sets[key] = max(sets[key], float(mass[p]))
                objects[int(cell_object[met[p, 0]])] += float(mass[p])
            whole = sum(sets.values()) + 1e-12
            for obj, value in objects.items():
                credit.add(obj, gate[3] * value / whole, PLANS[3], -1, -1)
        if credit.total:
            answer = max(credit.total, key=credit.total.__getitem__)
            _, plan, entity, relation = credit.best[answer]
            entities = (entity,) if entity >= 0 else carriers(batch, scores, meet_bounds[row], meet_bounds[row + 1], answer)
            results.append(Answered(dict(credit.total), plan, entities, relation, float(listing[row] * gate[4])))
        else:
            results.append(Answered({}, "", (), -1, 1.0))
    return results


def carriers(batch: Batch, scores: Scores, lo: int, hi: int, answer: int) -> tuple[int, ...]:
    """The entities whose paths meet at the answer: of the set of spans with most mass there, each span's heaviest candidate."""
    cell_object = batch.cell_object.numpy()
    met = batch.met.numpy()[lo:hi]
    here = np.flatnonzero(cell_object[met[:, 0]] == answer)
    if len(here) == 0:
        return ()
    heaviest = met[here[np.argmax(scores.meeting.mass.numpy()[lo:hi][here])]]
    cell, program = batch.incidence_cell.numpy(), batch.incidence_program.numpy()
    reach = scores.meeting.reach.numpy()
    found = []
    for one in heaviest[heaviest >= 0]:
        mine = program[cell == one]
        found.append(int(batch.nodes[batch.one_candidate[int(mine[np.argmax(reach[mine])])]]))
    return tuple(found)
