"""Cuts batches from a data set and lists their programs (compiled, in a background thread while the model works on the batch before)."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from . import meetings, programs
from .cues import ordinal_of, year_of
from .dataset import Dataset, Question
from .graph import Graph
from .times import fact_times
from .values import group_values

#: Objects of a group that a two-hop or three-hop program visits, in training as in serving.
HOP_LIMIT = 30
#: Groups larger than this are met from the other side (see meetings.py).
MEET_LIMIT = 300
MOST_TWO_HOP = 60_000
MOST_MEETINGS = 30_000
MOST_MET_SETS = 4_000
PAD = 0
#: Plans of questions made with an operation start so ("op:count").
OPERATION = "op:"
LISTED_ONE_IN = 12
#: The plan of questions of which nobody says whether the graph holds the fact, and what declining one is worth beside an answer that is surely right (1).
ASKED = "op:asked"
DECLINING = 0.3
#: Power of a set's agreement where the question's answers are known to be complete: listing a set that also holds others is worth little, or "X's, but not Y's"
#: would be answered well enough by listing X's. SimpleQuestions gives one of many answers: there a share is a share.
COMPLETE_POWER = 3.0


@dataclass(frozen=True)
class Target:
    """What an operation of one question may have to give, and what its words say: the answer that is no node, the ordinal, the year; ``listed``: operations are
    listed for it."""

    value: str
    ordinal: int
    year: int
    listed: bool


@dataclass
class Batch:
    """One batch as tensors. ``*_row`` is the question of a thing, other integers index within the batch."""

    index: list[int]
    ids: Tensor
    mask: Tensor
    spans: Tensor
    span_row: Tensor
    features: Tensor
    owner: Tensor
    """Span of each candidate."""
    nodes: Tensor
    type_owner: Tensor
    type_ids: Tensor
    one_candidate: Tensor
    one_relation: Tensor
    one_agreement: Tensor
    two_candidate: Tensor
    two_first: Tensor
    two_second: Tensor
    two_agreement: Tensor
    two_leads: Tensor
    incidence_cell: Tensor
    incidence_program: Tensor
    cell_span: Tensor
    cell_object: Tensor
    met: Tensor
    """Cells that meet, a set a row [sets, 4]; −1: none."""
    met_gold: Tensor
    declining: Tensor
    """What giving no answer is worth: 1 for a question that was made to have none in the graph, less for one of which nobody knows, else 0 [B]."""
    power: Tensor
    """The power that agreements are raised to [B]."""
    gold: list[np.ndarray]
    targets: list[Target]


class Assembler:
    """Makes batches over one graph. Not thread-safe: its scratch arrays (one cell a node) are its own."""

    def __init__(self, graph: Graph, types: tuple[np.ndarray, np.ndarray]) -> None:
        self.graph = graph
        self.type_start, self.type_ids = types
        self.values, self.kinds = group_values(graph)
        self.times = fact_times(graph)
        n, d = graph.node_count, graph.directed_count
        self.stamp = np.zeros(n, dtype=np.int32)
        self.near = np.zeros(n, dtype=np.int32)
        self.where = np.zeros(n, dtype=np.int32)
        self.size = np.zeros(d, dtype=np.float32)
        self.hit = np.zeros(d, dtype=np.float32)
        self.lead = np.zeros(d, dtype=np.int32)
        self.mark = 0
        # The third hop runs in the model's thread while this one makes the next batch: scratch of its own.
        self.stamp3 = np.zeros(n, dtype=np.int32)
        self.size3 = np.zeros(d, dtype=np.float32)
        self.hit3 = np.zeros(d, dtype=np.float32)
        self.mark3 = 0
        self.seen = np.zeros(n, dtype=np.int32)
        self.seen_mark = 0

    def remark(self, gold: np.ndarray) -> int:
        """Stamps the gold answers for the third hop; returns the mark."""
        self.mark3 += 1
        self.stamp3[gold] = self.mark3
        return self.mark3

    def mark_gold(self, gold: np.ndarray) -> int:
        """Stamps the gold answers and what lies one step from them; returns the mark."""
        self.mark += 1
        self.stamp[gold] = self.mark
        g = self.graph
        for node in gold[:40]:
            lo, hi = g.row_start[node], min(g.row_start[node + 1], g.row_start[node] + 3000)
            self.near[g.edge_node[lo:hi]] = self.mark
        return self.mark

    def make(self, data: Dataset, index: list[int]) -> Batch:
        g = self.graph
        arrays = (g.node_group, g.group_relation, g.group_start, g.edge_node)
        parts: dict[str, list[np.ndarray]] = {}

        def put(name: str, values: np.ndarray) -> None:
            parts.setdefault(name, []).append(values)

        length = max(int(data.token_start[i + 1] - data.token_start[i]) for i in index)
        ids = np.full((len(index), length), PAD, dtype=np.int64)
        mask = np.zeros((len(index), length), dtype=np.float32)
        span_base = candidate_base = program_base = cell_base = 0
        gold: list[np.ndarray] = []
        targets: list[Target] = []
        for row, i in enumerate(index):
            tokens = data.tokens[data.token_start[i] : data.token_start[i + 1]]
            ids[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1.0
            s0, s1 = data.span_start[i], data.span_start[i + 1]
            c0, c1 = data.candidate_start[s0], data.candidate_start[s1]
            spans = data.spans[s0:s1]
            nodes = data.candidates[c0:c1]
            owner = np.repeat(np.arange(s1 - s0, dtype=np.int32), np.diff(data.candidate_start[s0 : s1 + 1]))
            mark = self.mark_gold(data.answers[i])
            gold.append(data.answers[i])
            targets.append(target_of(data.questions[i], i))
            one_owner, one_rel, one_agree, group = programs.one_hop(nodes, data.answers[i], self.stamp, mark, *arrays)
            two = programs.two_hop(
                nodes, data.answers[i], self.stamp, mark, HOP_LIMIT, MOST_TWO_HOP, self.near, mark, *arrays, self.size, self.hit, self.lead
            )
            start, end = np.ascontiguousarray(spans[:, 0]), np.ascontiguousarray(spans[:, 1])
            objects, met = meetings.meetings(
                nodes, owner, start, end, one_owner, one_rel, group, MEET_LIMIT, MOST_MEETINGS, self.where, mark, *arrays
            )
            cell, cell_span, cell_object, met_cells, is_gold = meetings.cells(
                objects, owner[one_owner[met]], start, end, self.stamp, mark, MOST_MET_SETS
            )
            put("spans", spans)
            put("span_row", np.full(len(spans), row, dtype=np.int32))
            put("features", data.features[c0:c1])
            put("owner", owner + span_base)
            put("nodes", nodes)
            for k, node in enumerate(nodes):
                kinds = self.type_ids[self.type_start[node] : self.type_start[node + 1]][:6]
                put("type_owner", np.full(len(kinds), candidate_base + k, dtype=np.int32))
                put("type_ids", kinds)
            put("one_candidate", one_owner + candidate_base)
            put("one_relation", one_rel)
            put("one_agreement", one_agree)
            put("two_candidate", two[0] + candidate_base)
            put("two_first", two[1])
            put("two_second", two[2])
            put("two_agreement", two[3])
            put("two_leads", two[4])
            put("incidence_cell", cell + cell_base)
            put("incidence_program", met + program_base)
            put("cell_span", cell_span + span_base)
            put("cell_object", cell_object)
            put("met", np.where(met_cells >= 0, met_cells + cell_base, -1))
            put("met_gold", is_gold)
            span_base += len(spans)
            candidate_base += len(nodes)
            program_base += len(one_owner)
            cell_base += len(cell_span)

        def tensor(name: str) -> Tensor:
            joined = np.concatenate(parts[name])
            if joined.dtype == np.float32:
                return torch.from_numpy(joined)
            if joined.dtype == np.uint8:
                return torch.from_numpy(joined.astype(np.float32) / 255.0)
            return torch.from_numpy(joined.astype(np.int64))

        worth = torch.tensor([declining(data.questions[i].plan) for i in index])
        power = torch.tensor([COMPLETE_POWER if data.questions[i].complete else 1.0 for i in index])
        fields = {name: tensor(name) for name in parts}
        return Batch(index=index, ids=torch.from_numpy(ids), mask=torch.from_numpy(mask), gold=gold, targets=targets, declining=worth,
                     power=power, **fields)


def declining(plan: str) -> float:
    """What it is worth to give no answer to a question of this plan."""
    return 1.0 if plan == "none" else DECLINING if plan == ASKED else 0.0


def target_of(question: Question, index: int) -> Target:
    """Operations are listed for the questions made with one and for one in ``LISTED_ONE_IN`` of the others; for the rest they count as wrong, which they
    nearly always are, and cost nothing."""
    listed = question.plan.startswith(OPERATION) or index % LISTED_ONE_IN == 0
    return Target(question.value, ordinal_of(question.text), year_of(question.text), listed)


def stream(assembler: Assembler, data: Dataset, order: list[list[int]]) -> Iterator[Batch]:
    """Batches in the given order, made two ahead in a thread of its own. An error in the thread is raised here."""
    ready: queue.Queue[Batch | BaseException | None] = queue.Queue(maxsize=2)

    def work() -> None:
        try:
            for index in order:
                ready.put(assembler.make(data, index))
            ready.put(None)
        except BaseException as error:  # handed over, not hidden
            ready.put(error)

    threading.Thread(target=work, daemon=True).start()
    while (item := ready.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        yield item


def shuffled(data: Dataset, size: int, rng: np.random.Generator) -> list[list[int]]:
    """An epoch's order: batches of questions of similar length, in random order."""
    length = np.diff(data.token_start) + rng.random(len(data)) * 4
    teaches = [bool(len(answers)) or q.plan == "none" or q.value != "" for answers, q in zip(data.answers, data.questions, strict=True)]
    usable = np.array([i for i in rng.permutation(len(data)) if data.span_start[i + 1] > data.span_start[i] and teaches[i]])
    blocks = np.array_split(usable, max(1, len(usable) // (size * 40)))
    batches: list[list[int]] = []
    for block in blocks:
        block = block[np.argsort(length[block], kind="stable")]
        batches.extend([block[k : k + size].tolist() for k in range(0, len(block), size)])
    return [batches[k] for k in rng.permutation(len(batches))]
