"""Other ways to answer the same questions, in the same run: ``python -m hoplens_training.peers --graph PACK --checkpoint FILE --questions FILE … --out FILE``.

All peers share the weights of the reasoning, so that a row differs from ours by the one thing that its name says; only the linker has weights of its own.

* ``ours``: the read-out of ``readout.py``; ``gold entities``: only those of ``qe`` are candidates.
* ``no intersection``: the minimum is switched off. ``product``: the product of what the paths reach, in place of its minimum.
* ``popular first``: the longest span and its most-linked entity are taken before anything is followed; then as ours.
* ``linker first``: a linker trained for itself, from gold entities (``linker.py``; ``--linker``), takes the entities before anything is followed; then as ours.
* ``pipeline``: the same entity, then the relation whose label is nearest to the question by the pretrained encoder's text vectors: nothing is learned.
* ``operator``: following as Cohen et al. (2020) wrote it: softmax over all relations at each hop, x' = M_objᵀ(M_subj x ⊙ M_rel r), normalised at every
  hop, hops mixed by weights; several gold entities meet by the element-wise minimum (Sen et al. 2021). Gold entities are given to it, as in the papers.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from .batches import Batch, stream
from .dataset import Dataset, build, tokenizer
from .encoder import load_pretrained
from .evaluate import strict
from .graph import Graph, open_graph
from .heads import MEET, ONE, THREE, TWO
from .linker import link
from .readout import Follower, read_out
from .reasoning import Scores
from .report import only_gold
from .rows import row_sum
from .sources import read_questions
from .texts import encode_texts
from .train import Run

Doubles = npt.NDArray[np.float64]
#: Node numbers of answers with their scores.
Found = dict[int, float]


def first_entity(data: Dataset) -> Dataset:
    """Keeps one candidate a question: of the longest span (the first of several) the most-linked entity, which has the smallest node number."""
    keep = np.zeros(len(data.candidates), dtype=bool)
    for lo, hi in pairwise(data.span_start):
        if lo < hi:
            length = data.spans[lo:hi, 1] - data.spans[lo:hi, 0]
            span = lo + int(np.argmax(length))
            c0, c1 = int(data.candidate_start[span]), int(data.candidate_start[span + 1])
            keep[c0 + int(np.argmin(data.candidates[c0:c1]))] = True
    return data.keeping(keep)


def with_product(batch: Batch, scores: Scores) -> Scores:
    """The product in place of the element-wise minimum; the gate is left as it is."""
    meeting = scores.meeting
    cell = row_sum(meeting.reach.index_select(0, batch.incidence_program), batch.incidence_cell, len(batch.cell_span))
    there = batch.met >= 0
    product = torch.where(there, cell[batch.met.clamp_min(0)], torch.ones(1, 1)).prod(1)
    mass = meeting.mass * product / meeting.minimum.clamp_min(1e-12)
    return dataclasses.replace(scores, meeting=dataclasses.replace(meeting, mass=mass, minimum=product))


@dataclass(frozen=True)
class Operator:
    """The sparse reified operator: the subject, relation and object of every directed triple."""

    subject: npt.NDArray[np.int64]
    relation: npt.NDArray[np.int64]
    object: npt.NDArray[np.int64]
    nodes: int

    @staticmethod
    def of(graph: Graph) -> Operator:
        subject = np.repeat(np.arange(graph.node_count), np.diff(graph.row_start))
        return Operator(subject, graph.edge_relation.astype(np.int64), graph.edge_node.astype(np.int64), graph.node_count)

    def follow(self, x: Doubles, r: Doubles) -> Doubles:
        """x' = M_objᵀ(M_subj x ⊙ M_rel r), normalised; all zero where nothing is left."""
        reached: Doubles = np.bincount(self.object, x[self.subject] * r[self.relation], self.nodes).astype(np.float64)
        total = float(reached.sum())
        return reached / total if total > 0 else reached

    def answer(self, start: list[int], relation: list[Doubles], plan: Doubles) -> Found:
        """``relation``: scores [slots, directed] of each starting entity's span; ``plan``: weights of one, two and three hops and of the intersection."""
        steps = [np.exp(r - r.max(-1, keepdims=True)) for r in relation]
        steps = [s / s.sum(-1, keepdims=True) for s in steps]
        first = [self._at(node) for node in start]
        total = np.zeros(self.nodes)
        for weight, slots in zip(plan[:3], (ONE, TWO, THREE), strict=True):
            if weight < 0.01:
                continue
            reached = first[0]
            for slot in slots:
                reached = self.follow(reached, steps[0][slot])
            total += weight * reached
        if len(start) > 1 and plan[3] >= 0.01:
            met = np.minimum.reduce([self.follow(x, s[MEET[0]]) for x, s in zip(first, steps, strict=True)])
            total += plan[3] * met / max(float(met.sum()), 1e-12)
        best = np.argsort(-total, kind="stable")[:50]
        return {int(node): float(total[node]) for node in best if total[node] > 0}

    def _at(self, node: int) -> Doubles:
        x = np.zeros(self.nodes)
        x[node] = 1.0
        return x


class Pipeline:
    """Longest span, most-linked entity, nearest relation by text; one hop, or as many as ``hops`` says."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.encoder = load_pretrained().eval()
        self.bert = tokenizer()
        labels = self._unit(graph.pack.relation_labels)
        self.vectors = np.repeat(labels, 2, axis=0)

    def _unit(self, texts: list[str]) -> npt.NDArray[np.float32]:
        vectors = encode_texts(self.encoder, self.bert, texts)
        result: npt.NDArray[np.float32] = torch.nn.functional.normalize(vectors, dim=-1).numpy()
        return result

    def answer(self, question: str, node: int, hops: int = 1) -> Found:
        """Follows the nearest relation that each frontier has, ``hops`` times."""
        near = self.vectors @ self._unit([question])[0]
        frontier = [node]
        for _ in range(hops):
            g = self.graph
            had = np.unique(np.concatenate([g.group_relation[g.node_group[n] : g.node_group[n + 1]] for n in frontier[:200]] or [np.zeros(0, dtype=np.int32)]))
            if len(had) == 0:
                return {}
            relation = int(had[np.argmax(near[had])])
            frontier = sorted({int(o) for n in frontier[:200] for o in g.objects(n, relation)} - {node})
        return dict.fromkeys(frontier, 1.0)


def run_set(run: Run, graph: Graph, data: Dataset, change: Callable[[Batch, Scores], Scores] | None = None, meet: bool = True) -> dict[int, Found]:
    """Answers by question, through the read-out."""
    run.model.eval()
    follower = Follower(graph)
    found: dict[int, Found] = {}
    usable = [i for i in range(len(data)) if data.span_start[i + 1] > data.span_start[i]]
    with torch.no_grad():
        for batch in stream(run.assembler, data, [usable[k : k + 32] for k in range(0, len(usable), 32)]):
            scores = run.model(batch, run.assembler, run.type_row)
            for row, answered in enumerate(read_out(follower, batch, scores if change is None else change(batch, scores), meet=meet)):
                found[batch.index[row]] = answered.objects
    return found


def run_operator(run: Run, graph: Graph, gold: Dataset) -> dict[int, Found]:
    """The papers' operator from the gold entities: one start a span, its best candidate."""
    run.model.eval()
    operator = Operator.of(graph)
    found: dict[int, Found] = {}
    usable = [i for i in range(len(gold)) if gold.span_start[i + 1] > gold.span_start[i]]
    with torch.no_grad():
        for batch in stream(run.assembler, gold, [[i] for i in usable]):
            scores: Scores = run.model(batch, run.assembler, run.type_row)
            starts: dict[int, int] = {}
            for c in np.argsort(-scores.candidate.numpy(), kind="stable"):
                starts.setdefault(int(batch.nodes[c]), int(batch.owner[c]))
            relation = [scores.relation[span].double().numpy() for span in starts.values()]
            found[batch.index[0]] = operator.answer(list(starts), relation, np.exp(scores.gate[0].double().numpy()))
    return found


def hits(data: Dataset, found: dict[int, Found]) -> float:
    """Hits@1, ties in expectation, every question in the denominator."""
    return round(float(np.mean([strict(found.get(i, {}), set(q.answers)) for i, q in enumerate(data.questions)])), 4)


def compare(run: Run, graph: Graph, data: Dataset, pipeline: Pipeline, hops: int, linker: Run | None) -> dict[str, float]:
    """Hits@1 of every peer on one set."""
    linked, gold = first_entity(data), only_gold(data)
    starts = {i: int(linked.candidates[linked.span_start[i]]) for i in range(len(data)) if linked.span_start[i + 1] > linked.span_start[i]}
    return {
        "n": len(data),
        "ours": hits(data, run_set(run, graph, data)),
        "gold entities": hits(data, run_set(run, graph, gold)),
        "no intersection": hits(data, run_set(run, graph, data, meet=False)),
        "product": hits(data, run_set(run, graph, data, with_product)),
        "popular first": hits(data, run_set(run, graph, linked)),
        **({} if linker is None else {"linker first": hits(data, run_set(run, graph, link(linker, data)))}),
        "pipeline": hits(data, {i: pipeline.answer(data.questions[i].text, node, hops) for i, node in starts.items()}),
        "operator": hits(data, run_operator(run, graph, gold)),
    }


def hops_of(name: str) -> int:
    """How many hops the pipeline is told to take: the name of the set says it."""
    return 3 if name.startswith("three") or "3-hop" in name else 2 if name.startswith("two") or "2-hop" in name else 1


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True, help="JSON lines with gold answers and entities")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--linker", type=Path, help="checkpoint of hoplens_training.linker")
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    parser.add_argument("--most", type=int, default=500, help="questions of a set, from its beginning")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    graph = open_graph(args.graph)
    run = Run(graph, args.checkpoint.parent, 1)
    run.load(args.checkpoint)
    linker = None
    if args.linker is not None:
        linker = Run(graph, args.linker.parent, 1)
        linker.load(args.linker)
    pipeline = Pipeline(graph)
    results: dict[str, Any] = {}
    for path in args.questions:
        name = path.name.split(".")[0]
        data = build(read_questions(path, graph, name)[: args.most], args.graph, args.cache)
        results[name] = compare(run, graph, data, pipeline, hops_of(name), linker)
        print(name, json.dumps(results[name]), flush=True)
        args.out.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
