"""The operator of Cohen et al. (2020) in SciPy, for bench/follow.bench.ts: PACK QUERIES.json RESULT.json."""

from __future__ import annotations

import json
import platform
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy
from scipy import sparse

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
from hoplens_training.pack import read_pack

BATCH = 8
Vector = npt.NDArray[np.float64]


def digest(y: Vector) -> list[float]:
    """Count, sum and hash-weighted sum of what is not zero, as in followScipy.ts."""
    nodes = np.flatnonzero(y)
    weight = ((nodes.astype(np.uint64) * 2654435761) & 0xFFFFFFFF).astype(np.float64) / 4294967296
    return [len(nodes), float(y[nodes].sum()), float((y[nodes] * weight).sum())]


def main(pack_path: str, queries_path: str, result_path: str) -> None:
    pack = read_pack(Path(pack_path))
    nodes, edges, directed = len(pack.row_start) - 1, len(pack.edge_node), 2 * len(pack.relation_ids)
    start, ones = np.arange(edges + 1), np.ones(edges)
    subjects = np.repeat(np.arange(nodes), np.diff(pack.row_start))
    m_subj = sparse.csr_array((ones, subjects, start), shape=(edges, nodes))
    m_rel = sparse.csr_array((ones, pack.edge_relation, start), shape=(edges, directed))
    m_obj_t = sparse.csr_array((ones, pack.edge_node, start), shape=(edges, nodes)).T.tocsr()

    def follow(x: Vector, r: Vector) -> Vector:
        result: Vector = m_obj_t @ ((m_subj @ x) * (m_rel @ r))
        return result

    def vectors(query: dict[str, Any]) -> tuple[Vector, Vector]:
        x = np.zeros(nodes)
        x[query["nodes"]] = query["scores"]
        return x, np.asarray(query["relations"], dtype=np.float64)

    kinds = []
    for queries in json.loads(Path(queries_path).read_text()):
        follow(*vectors(queries[0]))
        millis, digests, batched = [], [], []
        for query in queries:
            x, r = vectors(query)
            began = time.perf_counter()
            y = follow(x, r)
            millis.append(1000 * (time.perf_counter() - began))
            digests.append(digest(y))
        for k in range(0, len(queries) - BATCH + 1, BATCH):
            stacked = [vectors(query) for query in queries[k : k + BATCH]]
            xs = np.ascontiguousarray(np.stack([x for x, _ in stacked], axis=1))
            rs = np.ascontiguousarray(np.stack([r for _, r in stacked], axis=1))
            began = time.perf_counter()
            follow(xs, rs)
            batched.append(1000 * (time.perf_counter() - began) / BATCH)
        kinds.append({"millis": millis, "digests": digests, "batched": batched, "batch": BATCH})
    versions = f"Python {platform.python_version()}, SciPy {scipy.__version__}, NumPy {np.__version__}"
    Path(result_path).write_text(json.dumps({"versions": versions, "kinds": kinds}))


if __name__ == "__main__":
    main(*sys.argv[1:])
