"""Reads a graph pack (server/src/graph/packFile.ts) as numpy arrays: the nodes and directed adjacency of TypeScript."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

MAGIC = b"HLPACK\0"
VERSION = 2
HEADER_AT = 16
#: From here on a number of an id is a place in the table of names (server/src/graph/idTable.ts).
NAMED = 2**31
#: Relations whose objects are an entity's types, as in packedGraph.ts.
TYPE_RELATIONS = ("P31", "P106", "instance of", "type")


class PackError(ValueError):
    """A file that is no pack, or a damaged one."""


@dataclass(frozen=True)
class Pack:
    """Entities are nodes 0 … entity_count − 1, literals follow; ``types`` is (start [N + 1], ids)."""

    ids: list[str]
    labels: list[str]
    relation_ids: list[str]
    relation_labels: list[str]
    relation_descriptions: list[str]
    relation_aliases: list[list[str]]
    row_start: npt.NDArray[np.int32]
    edge_relation: npt.NDArray[np.int32]
    edge_node: npt.NDArray[np.int32]
    types: tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]
    node_of: dict[str, int]
    raw_aliases: list[str]
    literals: list[str]
    """Kind and value of each literal node, a line each (server/src/graph/literalText.ts)."""
    held: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 5), dtype=np.int64))
    """When facts held, a row a period: relation, subject, object, and the literal nodes of start and end (−1: open); as in server/src/graph/heldFacts.ts."""

    @property
    def entity_count(self) -> int:
        return len(self.ids)

    def aliases(self, node: int) -> list[str]:
        """Other names of an entity; none for a literal."""
        if node >= len(self.raw_aliases) or not self.raw_aliases[node]:
            return []
        return self.raw_aliases[node].split("\n")


class _Sections:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path.read_bytes()
        if self.data[: len(MAGIC)] != MAGIC or self.data[len(MAGIC)] != VERSION:
            raise PackError(f"{path} is not a graph pack of version {VERSION}: build it with scripts/pack.mjs")
        end = HEADER_AT + int.from_bytes(self.data[8:12], "little")
        stored = self.data[HEADER_AT:end]
        if len(self.data) < end or hashlib.sha256(stored).digest()[:4] != self.data[12:16]:
            raise PackError(f"{path} is damaged or cut short: the checksum of its header differs. Build it again")
        header: dict[str, Any] = json.loads(stored)
        self.entries = {entry["name"]: entry for entry in header["sections"]}

    def raw(self, name: str) -> bytes:
        entry = self.entries.get(name)
        if entry is None:
            raise PackError(f"{self.path} lacks the section {name}: build it again")
        stored = self.data[entry["offset"] : entry["offset"] + entry["length"]]
        if hashlib.sha256(stored).hexdigest()[:16] != entry["checksum"]:
            raise PackError(f"{self.path}: the checksum of section {name} differs: build it again")
        return zlib.decompress(stored, -15) if entry["encoding"] == "deflate" else stored

    def u32(self, name: str) -> npt.NDArray[np.uint32]:
        return np.frombuffer(self.raw(name), dtype="<u4")

    def planes(self, name: str) -> npt.NDArray[np.int64]:
        parts = np.frombuffer(self.raw(name), dtype=np.uint8).reshape(4, -1).astype(np.int64)
        numbers: npt.NDArray[np.int64] = parts[0] | parts[1] << 8 | parts[2] << 16 | parts[3] << 24
        return numbers

    def strings(self, name: str) -> list[str]:
        joined = self.raw(name)
        at = np.concatenate([[0], np.cumsum(self.planes(f"{name}/length"))]).tolist()
        return [joined[a:b].decode() for a, b in pairwise(at)]

    def held(self) -> npt.NDArray[np.int64]:
        """Rows of relation, subject, object, start, end; none where the pack has no such sections."""
        if "held/relation" not in self.entries:
            return np.zeros((0, 5), dtype=np.int64)
        columns = [self.u32(f"held/{name}").astype(np.int32).astype(np.int64) for name in ("relation", "subject", "object", "from", "to")]
        return np.stack(columns, 1)

    def ids(self) -> list[str]:
        """Ids in node order: ``Q`` and the number, or a name."""
        names = self.strings("entity/name")
        return [names[n - NAMED] if n >= NAMED else f"Q{n}" for n in self.planes("entity/number").tolist()]


def _literal_label(key: str) -> str:
    return key.split("\n", 1)[-1].lstrip("^+").split("T00:00")[0]


def read_pack(path: Path) -> Pack:
    """Reads the whole pack. Raises PackError for a file that is no pack, FileNotFoundError for none."""
    s = _Sections(path)
    ids = s.ids()
    literals = s.strings("literal")
    relations = [r.split("\n") for r in s.strings("relation")]
    entity_count, node_count = len(ids), len(ids) + len(literals)
    start = s.u32("edge/relationStart").astype(np.int64)
    relation = np.repeat(np.arange(len(relations), dtype=np.int64), np.diff(start))
    total = np.concatenate([[0], np.cumsum(s.planes("edge/subject"))])
    # Differences within a relation: take off what had been summed before the relation began.
    subject = total[1:] - total[start[:-1]][relation]
    objects = s.planes("edge/object")
    back = objects < entity_count
    source = np.concatenate([subject, objects[back]])
    directed = np.concatenate([2 * relation, 2 * relation[back] + 1])
    target = np.concatenate([objects, subject[back]])
    order = np.lexsort((target, directed, source))
    source, directed, target = source[order], directed[order], target[order]
    row_start = np.searchsorted(source, np.arange(node_count + 1)).astype(np.int32)
    kinds = {2 * k for k, r in enumerate(relations) if r[0] in TYPE_RELATIONS}
    typed = np.isin(directed, list(kinds))
    type_start = np.searchsorted(source[typed], np.arange(node_count + 1))
    return Pack(
        ids, s.strings("entity/label") + [_literal_label(key) for key in literals],
        [r[0] for r in relations], [r[1] for r in relations], [r[2] for r in relations], [r[3:] for r in relations],
        row_start, directed.astype(np.int32), target.astype(np.int32), (type_start, target[typed].astype(np.int32)),
        {id_: node for node, id_ in enumerate(ids)}, s.strings("entity/aliases"), literals, s.held(),
    )
