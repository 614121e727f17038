"""Questions with their candidates, as flat arrays that a batch is cut from.

The candidates come from the product's own lexicon (``scripts/candidates.mjs``), the only implementation there is, so that what is trained is what is
served. Gold spans, entities and relations are carried for measuring only; the loss sees ``answers``.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from .encoder import pretrained_folder
from .heads import FEATURES

MAX_TOKENS = 64
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Question:
    """One question with its gold answers as graph nodes; ``gold_entities``, ``triple`` and ``plan`` only measure."""

    text: str
    answers: tuple[int, ...]
    source: str
    gold_entities: tuple[int, ...] = ()
    triple: tuple[int, int, int] | None = None
    plan: str = ""
    value: str = ""
    """An answer that is no node: a number as ``repr`` of an integer, ``true`` or ``false``."""
    complete: bool = False
    """Whether the answers are all that there are, as those of generated questions: a set that holds others besides is then a wrong one."""


@dataclass
class Dataset:
    """Flat arrays. Question i has tokens ``token_start[i]:token_start[i+1]``, spans ``span_start[i]:…`` and so on."""

    questions: list[Question]
    tokens: npt.NDArray[np.int32]
    token_start: npt.NDArray[np.int64]
    spans: npt.NDArray[np.int32]
    span_start: npt.NDArray[np.int64]
    candidates: npt.NDArray[np.int32]
    features: npt.NDArray[np.uint8]
    candidate_start: npt.NDArray[np.int64]
    """Per SPAN: span s has candidates ``candidate_start[s]:candidate_start[s+1]``."""
    answers: list[npt.NDArray[np.int32]]

    def __len__(self) -> int:
        return len(self.questions)

    @property
    def owner(self) -> npt.NDArray[np.int64]:
        """The span of each candidate."""
        return np.repeat(np.arange(len(self.spans)), np.diff(self.candidate_start))

    def keeping(self, keep: npt.NDArray[np.bool_]) -> Dataset:
        """The same questions with some of their candidates; a span that keeps none is no mention any more. ``keep``: a truth value for each candidate."""
        counts = np.bincount(self.owner[keep], minlength=len(self.spans))
        full = counts > 0
        before = np.concatenate([[0], np.cumsum(full)])
        return replace(
            self, spans=self.spans[full], span_start=before[self.span_start], candidates=self.candidates[keep], features=self.features[keep],
            candidate_start=np.concatenate([[0], np.cumsum(counts[full])]),
        )


def tokenizer() -> Tokenizer:
    """MiniLM's tokenizer without its padding and truncation."""
    result = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    result.no_padding()
    result.no_truncation()
    return result


def run_lexicon(graph: Path, texts: Sequence[str], cache: Path) -> Path:
    """Runs the product's lexicon over questions; returns the JSON-lines file, from the cache when the same questions met the same pack and code."""
    cache, graph = cache.resolve(), graph.resolve()
    cache.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(graph.read_bytes())
    for source in sorted((REPOSITORY / "server" / "src" / "graph" / "lexicon").glob("*.ts")):
        digest.update(source.read_bytes())
    for text in texts:
        digest.update(text.encode() + b"\n")
    out = cache / f"candidates-{digest.hexdigest()[:20]}.jsonl"
    if out.exists():
        return out
    questions = out.with_suffix(".in")
    questions.write_text("".join(json.dumps({"question": text}) + "\n" for text in texts))
    subprocess.run(
        ["node", "scripts/candidates.mjs", "--graph", str(graph), "--in", str(questions), "--out", str(out.with_suffix(".tmp"))],
        cwd=REPOSITORY, check=True,
    )
    out.with_suffix(".tmp").rename(out)
    questions.unlink()
    return out


def build(questions: Iterable[Question], graph: Path, cache: Path) -> Dataset:
    """Tokenises and links. A span whose words fall past MAX_TOKENS is dropped."""
    rows = list(questions)
    lines = run_lexicon(graph, [q.text for q in rows], cache)
    bert = tokenizer()
    tokens: list[int] = []
    token_start, span_start, candidate_start = [0], [0], [0]
    spans: list[tuple[int, int]] = []
    candidates = array("i")
    features = bytearray()
    with lines.open() as handle:
        for line in handle:
            row = json.loads(line)
            encoded = bert.encode(row["words"], is_pretokenized=True)
            ids = encoded.ids[:MAX_TOKENS]
            first: dict[int, int] = {}
            last: dict[int, int] = {}
            for at, word in enumerate(encoded.word_ids[:MAX_TOKENS]):
                if word is not None:
                    first.setdefault(word, at)
                    last[word] = at + 1
            tokens.extend(ids)
            token_start.append(len(tokens))
            for start, end, found in row["mentions"]:
                words = [w for w in range(start, end) if w in first]
                if not words or not found:
                    continue
                spans.append((first[words[0]], last[words[-1]]))
                for node, *values in found:
                    candidates.append(node)
                    features.extend(values)
                candidate_start.append(len(candidates))
            span_start.append(len(spans))
    return Dataset(
        rows,
        np.array(tokens, dtype=np.int32), np.array(token_start),
        np.array(spans, dtype=np.int32).reshape(-1, 2), np.array(span_start),
        np.array(candidates, dtype=np.int32), np.frombuffer(bytes(features), dtype=np.uint8).reshape(-1, FEATURES), np.array(candidate_start),
        [np.array(sorted(set(q.answers)), dtype=np.int32) for q in rows],
    )
