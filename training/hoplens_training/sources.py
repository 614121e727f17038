"""The questions that a run trains on, and those that it measures: data sets by path, generated questions by seed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .asked import read_asked
from .compose_operations import Composer
from .dataset import Question
from .extend import Extender
from .generate import Generator, many, patterned, scaled
from .generate_held import Holder
from .generate_operations import Operator
from .graph import Graph
from .phrasebook import read_book

#: Generated questions with operations, by file of the phrase book.
OPERATION_QUESTIONS = {"count": 4000, "check": 4500, "difference": 2000, "extreme": 6000, "compare": 2500, "greater": 1500, "year": 2000}

#: Generated questions about when facts held: written whole, and as many composed.
HELD_QUESTIONS = 2500
#: How often a pass asks the questions that we wrote as people ask them.
ASKED_TIMES = 3

#: A query over statements and their qualifiers.
QUALIFIED = re.compile(r"\b(?:p|ps|pq):P\d")
#: SimpleQuestions without an answer in the graph, a pass: beside 19,481 with one.
LACKING = 2500


def read_rows(path: Path) -> Iterable[dict[str, Any]]:
    """JSON lines, gzipped or not. Raises ValueError naming file and line for a bad one."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{path}:{number}: not JSON: {error}") from error


def read_questions(path: Path, graph: Graph, source: str) -> list[Question]:
    """A question file of ``data/questions`` or ``test/questions``. Ids that the graph lacks are dropped from the gold; the question stays."""
    node_of = graph.pack.node_of
    relation = {pid: k for k, pid in enumerate(graph.pack.relation_ids)}
    questions = []
    for row in read_rows(path):
        gold = row.get("ans") or row.get("kg_answers") or row.get("answers") or []
        nodes = tuple(node_of[a] for a in gold if isinstance(a, str) and a in node_of)
        entities = tuple(node_of[e] for e in row.get("qe", row.get("entities", [])) if e in node_of)
        triple = None
        if "triple" in row:
            s, p, o = row["triple"]
            inverse = bool(row.get("inverse"))
            start = o if inverse else s
            if start in node_of and p in relation:
                triple = (node_of[start], 2 * relation[p] + int(inverse), node_of.get(s if inverse else o, -1))
        questions.append(Question(row["question"], nodes, source, entities, triple))
    return questions


def not_held(path: Path, answerable: Sequence[Question], graph: Graph, source: str) -> list[Question]:
    """Real questions of a file whose answer the graph does not hold: those that are not among the answerable ones though the graph knows every answer they
    give, or that give none. Where it does not know them, others of a list may well be there. A query over qualifiers does not run over triples: that a row
    with one has no answers says nothing of the graph ("what character did natalie portman play in star wars").
    """
    known = {q.text for q in answerable}
    nodes = graph.pack.node_of
    return [
        Question(row["question"], (), source, plan="none")
        for row in read_rows(path)
        if row["question"] not in known and all(answer in nodes for answer in row.get("ans", [])) and not QUALIFIED.search(row.get("sparql", ""))
    ]


def training_questions(
    graph: Graph, data: Path, seed: int, scale: float = 1.0, passes: int = 1, corrections: Sequence[Path] = (),
) -> list[Question]:
    """Everything a run learns from. ``scale`` shrinks the generated part for a quick run; ``corrections`` are rows of ``hoplens export-corrections``, of which
    those with answers teach."""
    book = read_book()
    g = Generator(graph, book, seed)
    simple = read_questions(data / "simpleq_train_answerable.jsonl.gz", graph, "simpleq")
    web = [q for q in read_questions(data / "wwq_train.jsonl.gz", graph, "wwq") if q.answers]
    # Without these a person's wording would be a sign that the graph holds the answer.
    lacking = not_held(data / "simpleq_train.jsonl.gz", simple, graph, "simpleq")
    web_lacking = not_held(data / "wwq_train.jsonl.gz", web, graph, "wwq")
    asked = read_asked(graph, testing=False)
    extend = Extender(g)

    def n(count: int) -> int:
        return scaled(count, scale)

    questions: list[Question] = []
    for _ in range(passes):
        few = [lacking[k] for k in g.rng.permutation(len(lacking))[:LACKING]]
        questions += [*simple, *web, *web, *web, *few, *web_lacking, *ASKED_TIMES * asked]
    questions += many(g.one_hop, n(15000))
    questions += many(g.relation_statement, n(3000))
    questions += many(g.unanswerable, n(4000))
    questions += many(g.unknown, n(800))
    questions += extend.swapped(simple, n(3000))
    questions += patterned(g, "one-hop", n(8000), testing=False)
    questions += patterned(g, "two-hop", n(15000), testing=False)
    questions += many(lambda: g.chain(2), n(8000))
    questions += extend.nested(simple, n(4000))
    questions += many(lambda: g.chain(3), n(3000))
    questions += patterned(g, "three-hop", n(11000), testing=False)
    questions += many(extend.deepened, n(4000))
    questions += patterned(g, "intersection", n(14000), testing=False)
    questions += many(g.intersection, n(8000))
    questions += extend.second_condition(simple, n(3000))
    operator = Operator(g)
    for name, count in OPERATION_QUESTIONS.items():
        questions += operator.questions(name, n(count), testing=False)
    questions += Composer(operator).questions(scale)
    questions += Holder(operator).questions(n(HELD_QUESTIONS), testing=False)
    for path in corrections:
        questions += [q for q in read_questions(path, graph, "corrections") if q.answers]
    return questions


def held_out_questions(graph: Graph, seed: int) -> dict[str, list[Question]]:
    """Generated questions in wordings never trained on, by plan."""
    g = Generator(graph, read_book(), seed)
    operator = Operator(g)
    plans = {plan: list(patterned(g, plan, 300, testing=True)) for plan in ("one-hop", "two-hop", "three-hop", "intersection")}
    operations = {name: list(operator.questions(name, 150, testing=True)) for name in OPERATION_QUESTIONS}
    return plans | operations | {"held": list(Holder(operator).questions(150, testing=True)), "asked": read_asked(graph, testing=True)}


def split_by_source(questions: list[Question]) -> dict[str, int]:
    """How many questions come from where."""
    names, counts = np.unique([f"{q.source}:{q.plan}" if q.plan else q.source for q in questions], return_counts=True)
    return {str(a): int(b) for a, b in zip(names, counts, strict=True)}
