"""Tempering touches the words' logit of "none" and nothing else."""

from __future__ import annotations

import torch

from hoplens_training.heads import Heads
from hoplens_training.temper import LAST, tempered


def test_only_the_logit_of_none_is_scaled() -> None:
    heads = Heads()
    weights = {f"heads.{name}": value for name, value in heads.state_dict().items()}
    assert weights[LAST + "weight"].shape[0] == 5
    text = torch.randn(3, weights["heads.plan.0.weight"].shape[1])
    heads.eval()
    before = heads.plan(text)
    changed = tempered(weights, 0.2)
    heads.load_state_dict({name.removeprefix("heads."): value for name, value in changed.items()})
    after = heads.plan(text)
    assert torch.allclose(after[:, :4], before[:, :4]) and torch.allclose(after[:, 4], 0.2 * before[:, 4], atol=1e-6)
    assert all(torch.equal(weights[name], changed[name]) for name in weights if not name.startswith(LAST))
