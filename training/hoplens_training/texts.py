"""Text vectors of relations and types, by the encoder that is being trained: mean-pooled, without gradient, refreshed now and then."""

from __future__ import annotations

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from .encoder import Encoder
from .pack import Pack

MOST_ALIASES = 4


def relation_texts(pack: Pack) -> list[str]:
    """Three texts a relation, in a row: label; label with its first aliases; description (the label where there is none)."""
    rows: list[str] = []
    for label, aliases, description in zip(pack.relation_labels, pack.relation_aliases, pack.relation_descriptions, strict=True):
        rows += [label, ", ".join([label, *aliases[:MOST_ALIASES]]), description or label]
    return rows


def encode_texts(encoder: Encoder, bert: Tokenizer, texts: list[str], batch: int = 128, half: bool = True) -> Tensor:
    """Mean of the hidden states of each text's tokens [N, 384]; batches are of similar length; ``half`` computes in bfloat16.
    The encoder's mode is kept."""
    training = encoder.training
    encoder.eval()
    encoded = [e.ids[:32] for e in bert.encode_batch(texts)]
    order = np.argsort([len(ids) for ids in encoded], kind="stable")
    out = torch.zeros(len(texts), 384)
    with torch.no_grad():
        for at in range(0, len(order), batch):
            rows = order[at : at + batch]
            length = max(len(encoded[k]) for k in rows)
            ids = torch.zeros(len(rows), length, dtype=torch.int64)
            mask = torch.zeros(len(rows), length)
            for row, k in enumerate(rows):
                ids[row, : len(encoded[k])] = torch.tensor(encoded[k])
                mask[row, : len(encoded[k])] = 1.0
            hidden = encoder.states(ids, mask, half) * mask[:, :, None]
            out[torch.from_numpy(rows)] = hidden.sum(1) / mask.sum(1, keepdim=True)
    encoder.train(training)
    return out
