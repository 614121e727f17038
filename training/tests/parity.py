"""One question over one small graph, scored by training's code: what ``test/parity/question.json`` holds, and what serving must give as well.

``python -m tests.parity`` writes the file anew; test_parity.py and server/src/answering/parity.test.ts both check against it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from hoplens_training.batches import Assembler
from hoplens_training.dataset import Dataset, Question
from hoplens_training.graph import Graph, _groups
from hoplens_training.heads import CHOICES, OPERATIONS, SLOTS, Gate
from hoplens_training.pack import Pack
from hoplens_training.reasoning import Model, Scores
from hoplens_training.times import POINT_IN_TIME

FILE = Path(__file__).resolve().parents[2] / "test" / "parity" / "question.json"
PLANS = ("one-hop", "two-hop", "three-hop")

TRIPLES = [
    ["Jaws", "director", "Spielberg"], ["Hook", "director", "Spielberg"], ["Lincoln", "director", "Spielberg"], ["Alien", "director", "Scott"],
    ["Hook", "genre", "fantasy"], ["Popeye", "genre", "fantasy"], ["Alien", "genre", "horror"],
    ["Hook", "cast", "Williams"], ["Lincoln", "cast", "Day-Lewis"], ["Jaws", "cast", "Dreyfuss"], ["Popeye", "cast", "Williams"],
    ["Spielberg", "born in", "Cincinnati"], ["Dreyfuss", "born in", "New York"], ["Williams", "born in", "Chicago"], ["Robbie Williams", "born in", "Stoke"],
    ["Cincinnati", "country", "United States"], ["Chicago", "country", "United States"], ["Stoke", "country", "United Kingdom"],
]
LITERALS: list[tuple[str, str, int]] = [
    ("Jaws", "released", 1975), ("Hook", "released", 1991), ("Lincoln", "released", 2012), ("Alien", "released", 1979), ("Popeye", "released", 1980),
]
#: When facts held: subject, relation, object, first and last year (none: it still does). What falls into a year, before or after it is one film each: a
#: set that holds others as well counts for its share in training, and lists all of them when serving.
HELD: list[tuple[str, str, str, int, int | None]] = [
    ("Hook", "cast", "Williams", 1991, 1992), ("Popeye", "cast", "Williams", 1980, 1980), ("Lincoln", "director", "Spielberg", 2011, None),
    ("Hook", "director", "Spielberg", 1985, 1986), ("Hook", "director", "Spielberg", 1991, 1991),
]
SPANS = [(1, 2), (3, 4), (6, 7)]
CANDIDATES = [["fantasy"], ["Spielberg"], ["Williams", "Robbie Williams"]]


def small_graph() -> Graph:
    """Entities in order of appearance, literals behind them."""
    ids = list(dict.fromkeys(name for s, _, o in TRIPLES for name in (s, o)))
    years = [year for *_, year in LITERALS] + [year for *_, first, last in HELD for year in (first, last) if year is not None]
    literals = [f"time\n^{year}-01-01T00:00:00Z/9" for year in years]
    relations = [*dict.fromkeys([r for _, r, _ in TRIPLES] + [r for _, r, _ in LITERALS]), POINT_IN_TIME]
    node, place = {name: k for k, name in enumerate(ids)}, {name: k for k, name in enumerate(relations)}
    edges = [(node[s], 2 * place[r], node[o]) for s, r, o in TRIPLES] + [(node[o], 2 * place[r] + 1, node[s]) for s, r, o in TRIPLES]
    edges += [(node[s], 2 * place[r], len(ids) + k) for k, (s, r, _) in enumerate(LITERALS)]
    source, directed, target = (np.array(column, dtype=np.int32) for column in zip(*sorted(edges), strict=True))
    count = len(ids) + len(literals)
    row_start = np.searchsorted(source, np.arange(count + 1)).astype(np.int32)
    empty = np.zeros(count + 1, dtype=np.int64)
    labels = ids + [str(year) for year in years]

    def literal(year: int | None) -> int:
        return -1 if year is None else len(ids) + years.index(year)

    held = np.array([(place[r], node[s], node[o], literal(first), literal(last)) for s, r, o, first, last in HELD])
    pack = Pack(ids, labels, relations, relations, [""] * len(relations), [[] for _ in relations], row_start, directed, target,
                (empty, np.zeros(0, dtype=np.int32)), node, [""] * len(ids), literals, held)
    return Graph(pack, row_start, directed, target, *_groups(row_start, directed))


class _Fixed(nn.Module):
    """Says the same of every question."""

    def __init__(self, *said: Tensor) -> None:
        super().__init__()
        self.said = said

    def forward(self, *_: Any) -> Any:
        return self.said

    def states(self, *_: Any) -> Any:
        """In the place of an encoder."""
        return self.said[0]


def said_by_the_model(graph: Graph) -> dict[str, Any]:
    """Raw scores drawn once: what both sides are given."""
    rng = np.random.default_rng(5)
    names = [f"{way}{r}" for r in graph.pack.relation_ids for way in ("", "^")]
    spans = len(SPANS)
    return {
        "relation": [[{name: round(float(rng.normal(0, 2)), 4) for name in names} for _ in range(SLOTS)] for _ in range(spans)],
        "candidate": [[round(float(rng.normal()), 4) for _ in names_] for names_ in CANDIDATES],
        "meet": [round(float(rng.normal()), 4) for _ in range(spans)],
        "plan": [round(float(rng.normal()), 4) for _ in CHOICES],
        "operation": [round(float(rng.normal()), 4) for _ in OPERATIONS],
    }


def score(graph: Graph, said: dict[str, Any], question: str) -> tuple[Scores, Any]:
    """Training's own forward pass over the one question, with the encoder and the heads replaced by what they are said to say."""
    node = graph.pack.node_of
    candidates = [node[name] for names in CANDIDATES for name in names]
    sizes = [len(names) for names in CANDIDATES]
    data = Dataset(
        [Question(question, (node["Hook"],), "parity", (), None, "op:parity")], np.arange(8, dtype=np.int32), np.array([0, 8]),
        np.array(SPANS, dtype=np.int32), np.array([0, len(SPANS)]), np.array(candidates, dtype=np.int32),
        np.zeros((len(candidates), 16), dtype=np.uint8), np.concatenate([[0], np.cumsum(sizes)]), [np.array([node["Hook"]], dtype=np.int32)],
    )
    assembler = Assembler(graph, graph.pack.types)
    model = Model(len(graph.pack.relation_ids), 1)
    names = [f"{way}{r}" for r in graph.pack.relation_ids for way in ("", "^")]
    relation = torch.tensor([[[row[name] for name in names] for row in slots] for slots in said["relation"]])
    zeros = torch.zeros(len(candidates))
    raw = torch.tensor([value for values in said["candidate"] for value in values])
    nothing = torch.zeros(len(SPANS))
    model.encoder = _Fixed(torch.zeros(1, 8, 384))  # type: ignore[assignment]
    model.heads = _Fixed(  # type: ignore[assignment]
        torch.zeros(len(SPANS), SLOTS, 8), relation, nothing, torch.tensor(said["meet"]), raw, zeros, zeros,
        torch.tensor([said["plan"]]), torch.tensor([said["operation"]]),
    )
    model.gate = Gate()
    with torch.no_grad():
        for parameter in model.gate.parameters():
            parameter.zero_()
        model.eval()
        batch = assembler.make(data, [0])
        return model(batch, assembler, torch.full((graph.node_count,), 0, dtype=torch.int64), half=False), batch


def measured(graph: Graph, said: dict[str, Any], question: str) -> dict[str, Any]:
    """Probabilities by name: programs of every chain, meeting objects, operations."""
    scores, batch = score(graph, said, question)
    relations = graph.pack.relation_ids
    named = ["^" * (d & 1) + relations[d >> 1] for d in range(graph.directed_count)]
    chains = {}
    for name, chain in zip(PLANS, scores.chains, strict=True):
        start = [graph.pack.labels[int(batch.nodes[c])] for c in chain.candidate]
        steps = chain.relations.T.tolist()
        chains[name] = {" / ".join([a, *(named[d] for d in path)]): float(p) for a, path, p in zip(start, steps, chain.probability, strict=True)}
    mass: dict[str, float] = {}
    for first, value in zip(batch.met[:, 0].tolist(), scores.meeting.mass.tolist(), strict=True):
        label = graph.pack.labels[int(batch.cell_object[first])]
        mass[label] = mass.get(label, 0.0) + value
    total = sum(mass.values())
    return {
        "gate": dict(zip(CHOICES, torch.exp(scores.gate)[0].tolist(), strict=True)), "chains": chains, "meeting": {k: v / total for k, v in mass.items()},
        "choice": dict(zip(OPERATIONS, torch.exp(scores.operated.choice)[0].tolist(), strict=True)),
        # How much of each operation falls to the gold answer (Hook).
        "operations": dict(zip(OPERATIONS[1:], scores.operated.likelihood[0].tolist(), strict=True)),
    }


def rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return round(value, 6)


QUESTION = "which fantasy films by Spielberg in 1991 star Williams"


def main() -> None:
    """Writes the file."""
    graph = small_graph()
    said = said_by_the_model(graph)
    mentions = [{"from": start, "to": end, "candidates": names} for (start, end), names in zip(SPANS, CANDIDATES, strict=True)]
    expected = rounded(measured(graph, said, QUESTION))
    facts = {"triples": TRIPLES, "literals": LITERALS, "held": HELD}
    whole = {"question": QUESTION, "gold": "Hook", **facts, "mentions": mentions, "said": said, "expected": expected}
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(whole, indent=1) + "\n")


if __name__ == "__main__":
    main()
