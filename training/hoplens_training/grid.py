"""Weights on an int8 grid: quantisation-aware training of the weights (Jacob et al. 2018, weights only).

Each row of a matrix has a step of its own, its greatest value / 127, and every weight is a whole multiple of it. The model is trained, measured and
exported with the weights that it is served with, so that nothing is lost by storing them in eight bits; products are of floats, in training and when
serving.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

STEPS = 127


def step_of(weights: Tensor) -> Tensor:
    """The step of each row: [rows, columns] → [rows, 1]."""
    return (weights.abs().amax(-1, keepdim=True) / STEPS).clamp_min(1e-12)


def on_grid(weights: Tensor) -> Tensor:
    """The nearest weights on the grid, row by row; idempotent."""
    step = step_of(weights)
    return torch.round(weights / step) * step


def straight_through(weights: Tensor) -> Tensor:
    """The weights on the grid, with the gradient of the weights themselves (Bengio et al. 2013)."""
    return weights + (on_grid(weights) - weights).detach()


class GridLinear(nn.Linear):
    """A linear layer that multiplies by its weights on the grid. Training moves the weights beneath it."""

    _served: tuple[int, Tensor] | None = None

    def forward(self, x: Tensor) -> Tensor:
        if torch.is_grad_enabled():
            return nn.functional.linear(x, straight_through(self.weight), self.bias)
        # Measuring asks for the same weights again and again.
        version = self.weight._version
        if self._served is None or self._served[0] != version:
            self._served = (version, on_grid(self.weight))
        return nn.functional.linear(x, self._served[1], self.bias)
