"""Reads a small pack written by hand here, byte by byte as server/src/graph/packWriter.ts does."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path

import numpy as np
import pytest

from hoplens_training.pack import MAGIC, NAMED, VERSION, PackError, read_pack


def planes(values: list[int]) -> bytes:
    return np.array(values, dtype="<u4").view(np.uint8).reshape(-1, 4).T.tobytes()


def strings(texts: list[str]) -> dict[str, bytes]:
    encoded = [text.encode() for text in texts]
    return {"": b"".join(encoded), "/length": planes([len(text) for text in encoded])}


def write(path: Path) -> Path:
    tables = {
        "entity/name": ["HL-1"],
        "entity/label": ["Padmé", "Natalie Portman", "human"],
        "entity/aliases": ["a\nb", "", ""],
        "literal": ["time\n^1981-06-09T00:00:00Z/11"],
        "relation": ["P175\nperformer\nwho plays\nplayed by", "P31\nis a\n", "P569\nborn\n"],
    }
    sections = {name + part: raw for name, texts in tables.items() for part, raw in strings(texts).items()}
    sections |= {
        "entity/number": planes([NAMED, 37876, 5]), "entity/nameNode": np.array([0], dtype="<u4").tobytes(),
        # performer: 0→1; is a: 0→2, 1→2 (subjects as differences); born: 1→3, a literal.
        "edge/relationStart": np.array([0, 1, 3, 4], dtype="<u4").tobytes(),
        "edge/subject": planes([0, 0, 1, 1]), "edge/object": planes([1, 2, 2, 3]),
    }
    body, entries = b"", []
    for k, (name, raw) in enumerate(sections.items()):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        stored = raw if k % 2 else packer.compress(raw) + packer.flush()
        check = hashlib.sha256(stored).hexdigest()[:16]
        entries.append({"name": name, "offset": 8192 + len(body), "length": len(stored), "checksum": check,
                        "encoding": "raw" if k % 2 else "deflate"})
        body += stored + bytes(-len(stored) % 8)
    header = json.dumps({"provenance": {}, "sections": entries}).encode().ljust(8192 - 16)
    start = MAGIC + bytes([VERSION]) + len(header).to_bytes(4, "little") + hashlib.sha256(header).digest()[:4]
    path.write_bytes(start + header + body)
    return path


def test_reads_nodes_names_and_both_directions(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path / "small.hlpack"))
    assert pack.ids == ["HL-1", "Q37876", "Q5"]
    assert pack.labels[:3] == ["Padmé", "Natalie Portman", "human"] and len(pack.labels) == 4
    assert pack.aliases(0) == ["a", "b"] and pack.aliases(1) == [] and pack.aliases(3) == []
    assert pack.relation_ids == ["P175", "P31", "P569"] and pack.relation_aliases[0] == ["played by"]
    rows = [
        [(int(pack.edge_relation[e]), int(pack.edge_node[e])) for e in range(pack.row_start[n], pack.row_start[n + 1])]
        for n in range(4)
    ]
    assert rows == [[(0, 1), (2, 2)], [(1, 0), (2, 2), (4, 3)], [(3, 0), (3, 1)], []]
    starts, types = pack.types
    assert [types[starts[n] : starts[n + 1]].tolist() for n in range(4)] == [[2], [2], [], []]


DAMAGE = [(3, "not a graph pack"), (7, "version"), (40, "header"), (8192, "checksum")]


@pytest.mark.parametrize(("at", "message"), DAMAGE)
def test_refuses_what_is_damaged(tmp_path: Path, at: int, message: str) -> None:
    path = write(tmp_path / "bad.hlpack")
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    with pytest.raises(PackError, match=message):
        read_pack(path)


def test_refuses_a_missing_section(tmp_path: Path) -> None:
    path = write(tmp_path / "bad.hlpack")
    content = path.read_bytes()
    header = content[16:8192].replace(b'"edge/object"', b'"edge/absent"')
    path.write_bytes(content[:12] + hashlib.sha256(header).digest()[:4] + header + content[8192:])
    with pytest.raises(PackError, match="lacks the section edge/object"):
        read_pack(path)
