"""Hidden states come as floats in main memory, wherever the encoder is computed."""

from __future__ import annotations

import torch

from hoplens_training.encoder import WIDTH, load_pretrained


@torch.no_grad()
def test_states_are_floats_and_in_bfloat16_nearly_the_same() -> None:
    encoder = load_pretrained().eval()
    ids = torch.tensor([[101, 2040, 2626, 8429, 102], [101, 2040, 102, 0, 0]])
    mask = (ids > 0).float()
    exact, half = encoder.states(ids, mask, False), encoder.states(ids, mask, True)
    assert exact.shape == (2, 5, WIDTH)
    assert exact.dtype == half.dtype == torch.float32
    assert torch.equal(exact, encoder(ids, mask))
    assert (exact - half).abs().max() < 0.15
