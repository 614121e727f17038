"""The mean of checkpoints, and what cannot be averaged."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from hoplens_training.average import AverageError, average


def checkpoint(value: float, relations: tuple[str, ...] = ("P19", "P20"), width: int = 2) -> dict[str, Any]:
    return {"model": {"weight": torch.full((width,), value), "count": torch.tensor(3)}, "relations": list(relations), "step": 7}


def test_weights_are_the_mean_and_counts_the_first() -> None:
    mean = average([checkpoint(1.0), checkpoint(2.0), checkpoint(6.0)], ["a", "b", "c"])
    assert mean["model"]["weight"].tolist() == [3.0, 3.0]
    assert mean["model"]["count"] == 3
    assert set(mean) == {"model", "relations"}


def test_of_one_checkpoint_the_mean_is_itself() -> None:
    assert torch.equal(average([checkpoint(0.1)], ["a"])["model"]["weight"], checkpoint(0.1)["model"]["weight"])


@pytest.mark.parametrize("other", [checkpoint(1.0, ("P19",)), checkpoint(1.0, width=3)])
def test_checkpoints_of_other_models_are_refused_by_name(other: dict[str, Any]) -> None:
    with pytest.raises(AverageError, match=r"second\.pt"):
        average([checkpoint(1.0), other], ["first.pt", "second.pt"])
