"""Times the fp32 PyTorch pipeline question by question, for the benchmark beside the shipped int8 pipeline (bench/answer.ts).

Counts what the product counts: tokens, programs, model and read-out of one question at a time; the lexicon runs beforehand, in the product's own code.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch

from . import sources
from .dataset import build
from .graph import open_graph
from .readout import Follower, read_out
from .train import Run


def main() -> None:
    """Prints one JSON line: {"p50": ms, "p99": ms, "n": questions}."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--cache", type=Path, default=Path("cache"))
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    graph = open_graph(args.graph)
    run = Run(graph, args.checkpoint.parent, 1)
    run.load(args.checkpoint)
    run.model.eval()
    data = build([q for path in args.questions for q in sources.read_questions(path, graph, path.stem)], args.graph, args.cache)
    follower = Follower(graph)
    millis: list[float] = []
    with torch.no_grad():
        for repeat in range(2):
            millis.clear()
            for i in range(len(data)):
                if data.span_start[i + 1] == data.span_start[i]:
                    continue
                began = time.perf_counter()
                batch = run.assembler.make(data, [i])
                read_out(follower, batch, run.model(batch, run.assembler, run.type_row, half=False))
                millis.append(1000 * (time.perf_counter() - began))
            print(f"pass {repeat + 1} done", flush=True)
    print(json.dumps({"p50": round(float(np.percentile(millis, 50)), 2), "p99": round(float(np.percentile(millis, 99)), 2), "n": len(millis)}))


if __name__ == "__main__":
    main()
