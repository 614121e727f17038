"""Averages the weights of runs from one checkpoint (Wortsman et al. 2022): ``python -m hoplens_training.average CHECKPOINT … --out FILE``.

Runs that differ by their seed alone end in one basin: the mean of their weights answers as well as the runs or better, and costs no more than one.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch


class AverageError(ValueError):
    """The checkpoints are not of one model."""


def average(checkpoints: Sequence[dict[str, Any]], names: Sequence[str]) -> dict[str, Any]:
    """The mean of every weight, as a checkpoint. Raises AverageError where relations or shapes differ, naming the file."""
    first = checkpoints[0]
    for other, name in zip(checkpoints[1:], names[1:], strict=True):
        if other["relations"] != first["relations"]:
            raise AverageError(f"{name} was trained on other relations than {names[0]}: average runs over one graph pack.")
        for weight, value in first["model"].items():
            if other["model"].get(weight, torch.empty(0)).shape != value.shape:
                raise AverageError(f"{name} has no weight {weight} of the shape that {names[0]} has: average runs of one model.")
    mean = {
        weight: torch.stack([c["model"][weight].double() for c in checkpoints]).mean(0).to(value.dtype) if value.is_floating_point() else value
        for weight, value in first["model"].items()
    }
    return {"model": mean, "relations": first["relations"]}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    state = average([torch.load(path, weights_only=True, map_location="cpu") for path in args.checkpoints], [str(path) for path in args.checkpoints])
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, args.out)


if __name__ == "__main__":
    main()
