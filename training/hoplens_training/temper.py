"""Tempers what the words say of "the graph does not hold it": ``python -m hoplens_training.temper --checkpoint A --share 0.2 --out B``.

The real questions without an answer are few beside the wordings that people have, and several runs learn them by heart: "who did X play in Y" was refused
whatever X and Y were. How well the plans fit the graph is learned from all questions, and keeps its weight.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .heads import CHOICES

#: The last layer of the words' part of the gate (``Heads.plan``).
LAST = "heads.plan.3."


def tempered(weights: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The same weights, with the words' logit of "none" multiplied by ``share``."""
    none = CHOICES.index("none")
    result = dict(weights)
    for name in (LAST + "weight", LAST + "bias"):
        result[name] = weights[name].clone()
        result[name][none] *= share
    return result


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=True)
    torch.save({"model": tempered(state["model"], args.share), "relations": state["relations"]}, args.out)


if __name__ == "__main__":
    main()
