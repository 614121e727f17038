"""How relations are answered that were held out of all training (``python -m hoplens_training.held_out_relations``).

Ten of the sixty relations that people ask most are taken out of every source: their edges, the real questions that ask them, and whatever would be made of
them. If the edges stayed the model would learn that they are wrong. A model is trained from the pretrained encoder without them, and answers the
SimpleQuestions that ask them over the whole graph, where a relation's label text is all that it knows.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from . import sources
from .dataset import Question, build
from .evaluate import evaluate
from .graph import Graph, from_pack, open_graph
from .train import Run

COMMONEST = 60
HELD_OUT = 10
#: Fewer groups (relation and direction) leave little to choose from: those questions prove little.
LEAST_GROUPS = 4


def chosen(graph: Graph, data: Path, seed: int) -> list[str]:
    """Ids of the relations that are held out: drawn from those that SimpleQuestions asks most often."""
    known = set(graph.pack.relation_ids)
    asked = Counter(row["triple"][1] for row in sources.read_rows(data / "simpleq_train_answerable.jsonl.gz"))
    commonest = [pid for pid, _ in sorted(asked.items(), key=lambda item: (-item[1], item[0])) if pid in known][:COMMONEST]
    return sorted(np.random.default_rng(seed).choice(commonest, HELD_OUT, replace=False).tolist())


def without(graph: Graph, relations: list[str]) -> Graph:
    """The same nodes and relations, without the edges of these relations."""
    index = {pid: r for r, pid in enumerate(graph.pack.relation_ids)}
    keep = ~np.isin(graph.edge_relation >> 1, [index[pid] for pid in relations])
    row_start = np.concatenate([[0], np.cumsum(keep)])[graph.row_start].astype(np.int32)
    pack = dataclasses.replace(graph.pack, row_start=row_start, edge_relation=graph.edge_relation[keep], edge_node=graph.edge_node[keep])
    return from_pack(pack)


def asking(data: Path, relations: list[str]) -> frozenset[str]:
    """Texts of the real questions that ask any of the relations, by their annotations: only to keep them out."""
    held = set(relations)
    texts = set()
    for name in ("simpleq_train.jsonl.gz", "simpleq_train_answerable.jsonl.gz", "wwq_train.jsonl.gz"):
        for row in sources.read_rows(data / name):
            named = {row["triple"][1]} if "triple" in row else set(re.findall(r"P\d+", row.get("sparql", "")))
            if named & held:
                texts.add(row["question"])
    return frozenset(texts)


def tested(graph: Graph, data: Path, relations: list[str]) -> list[Question]:
    """The validation questions that ask one of the relations of an entity with enough groups."""
    held = {r for r, pid in enumerate(graph.pack.relation_ids) if pid in set(relations)}
    questions = sources.read_questions(data / "simpleq_valid_answerable.jsonl.gz", graph, "simpleq")
    return [q for q in questions if q.triple is not None and q.triple[1] >> 1 in held]


def groups_of(graph: Graph, question: Question) -> int:
    """How many groups the entity that is asked of has."""
    if question.triple is None:
        return 0
    node = question.triple[0]
    return int(graph.node_group[node + 1] - graph.node_group[node])


def main() -> None:
    """Command line; see training/README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    parser.add_argument("--scale", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1, help="chooses the relations, and draws the questions where --draw does not")
    parser.add_argument("--draw", type=int, help="another seed for the questions: for a further step of training")
    parser.add_argument("--start", type=Path, help="checkpoint of a run without the same relations to go on from")
    parser.add_argument("--epochs", type=float, default=1.0)
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="where the encoder is computed: cuda for a GPU")
    args = parser.parse_args()
    draw = args.seed if args.draw is None else args.draw
    torch.manual_seed(draw)
    torch.set_num_threads(args.threads)
    whole = open_graph(args.graph)
    relations = chosen(whole, args.data, args.seed)
    part, out = without(whole, relations), asking(args.data, relations)
    questions = [q for q in sources.training_questions(part, args.data, draw, args.scale) if q.text not in out]
    print(f"held out {relations}; {len(questions)} questions to learn from", flush=True)
    data = build(questions, args.graph, args.cache)
    usable = int(sum(data.span_start[1:] > data.span_start[:-1]))
    run = Run(part, args.out, int(args.epochs * (usable // 64)), args.rate, args.device)
    run.resume(args.start)
    run.train(data, 64, draw)
    over = Run(whole, args.out, 1, device=args.device)
    over.load(args.out / "checkpoint.pt")
    asked = tested(whole, args.data, relations)
    hard = [q for q in asked if groups_of(whole, q) >= LEAST_GROUPS]
    report = {
        "relations": relations, "seed": args.seed, "draw": draw, "questions": len(questions), "steps": run.steps,
        "all": evaluate(over.model, whole, over.assembler, build(asked, args.graph, args.cache), over.type_row),
        f"atLeast{LEAST_GROUPS}Groups": evaluate(over.model, whole, over.assembler, build(hard, args.graph, args.cache), over.type_row),
    }
    (args.out / "report.json").write_text(json.dumps(report, indent=1) + "\n")
    print(json.dumps(report), flush=True)


if __name__ == "__main__":
    main()
