"""Weights on the int8 grid: what is trained is what is served."""

from __future__ import annotations

import torch

from hoplens_training.grid import STEPS, GridLinear, on_grid, step_of, straight_through


def test_the_grid_keeps_what_lies_on_it_and_moves_nothing_further_than_half_a_step() -> None:
    weights = torch.randn(7, 33, generator=torch.Generator().manual_seed(3))
    weights[2] = 0.0
    served = on_grid(weights)
    assert torch.equal(on_grid(served), served)
    assert bool(((served - weights).abs() <= step_of(weights) * 0.5001).all())
    whole = served / step_of(weights)
    assert float((whole - whole.round()).abs().max()) < 1e-4 and float(whole.abs().max()) <= STEPS + 1e-3


def test_the_gradient_passes_the_grid_by() -> None:
    weights = torch.randn(4, 5, generator=torch.Generator().manual_seed(1)).requires_grad_()
    (straight_through(weights) * torch.arange(20.0).view(4, 5)).sum().backward()  # type: ignore[no-untyped-call]
    assert weights.grad is not None and torch.allclose(weights.grad, torch.arange(20.0).view(4, 5))


def test_training_and_measuring_multiply_by_the_same_weights_and_see_new_ones() -> None:
    layer, x = GridLinear(16, 8), torch.randn(3, 16, generator=torch.Generator().manual_seed(2))
    for _ in range(2):
        trained = layer(x)
        with torch.no_grad():
            assert torch.allclose(layer(x), trained, atol=1e-6)
            layer.weight += 0.3 * torch.randn_like(layer.weight)
