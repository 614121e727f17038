"""Sums, maxima and softmax over ragged rows."""

from __future__ import annotations

import torch
from torch import Tensor


def row_max(values: Tensor, row: Tensor, rows: int) -> Tensor:
    """Maximum of each row's values [rows]; −1e4 for a row without any."""
    return torch.full((rows,), -1e4, dtype=values.dtype).scatter_reduce(0, row, values, "amax")


def row_sum(values: Tensor, row: Tensor, rows: int) -> Tensor:
    return torch.zeros(rows, dtype=values.dtype).index_add(0, row, values)


def row_softmax(logits: Tensor, row: Tensor, rows: int) -> Tensor:
    """Softmax within each row; rows may be ragged."""
    top = row_max(logits.detach(), row, rows)
    weights = torch.exp(logits - top.index_select(0, row))
    return weights / row_sum(weights, row, rows).index_select(0, row)
