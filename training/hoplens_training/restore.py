"""Makes a checkpoint from a shipped int8 bundle: ``python -m hoplens_training.restore --bundle ../media/model --out restored.pt``.

Whoever has only the repository can so go on training from the shipped model (``--start restored.pt``). The ONNX graphs hold the weights: those with a name by
it, the others by the bias that is added to their product. The int8 weights are those that it was trained with.
"""

from __future__ import annotations

import argparse
import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from .heads import KEY_WIDTH, OPERATIONS, RELATION_WIDTH, SLOTS
from .reasoning import Model

Floats = npt.NDArray[np.float32]

#: Constants that the exporter folded and gave no name of ours.
SLOT_VECTORS = "heads.slot"
DIRECTION = "relations.direction"
MIX = "relations.mix"
#: Where a bundle has no operations, they start as they were served: the list, by this logit.
LIST_LOGIT = 4.0
#: Products lie at most this many nodes above the bias.
DEPTH = 4


class RestoreError(ValueError):
    """A bundle that lacks what the model needs; the message names the weight."""


@dataclass(frozen=True)
class _Onnx:
    """One ONNX graph: its constants, who makes what, and its nodes."""

    values: dict[str, npt.NDArray[Any]]
    maker: dict[str, onnx.NodeProto]
    nodes: list[onnx.NodeProto]

    def value(self, name: str) -> Floats | None:
        """A constant as floats, also where it is stored in eight bits (``eight_bits.py``); None for what is computed."""
        for stem in (name, name.removesuffix("_floats")):
            if f"{stem}_int8" in self.values:
                result: Floats = self.values[f"{stem}_int8"].astype(np.float32) * self.values[f"{stem}_step"]
                return result
        return self.values[name].astype(np.float32) if name in self.values else None

    def product(self, name: str) -> Floats | None:
        """The constant matrix of the product that ``name`` comes from, as [out, in]."""
        for _ in range(DEPTH):
            node = self.maker.get(name)
            if node is None:
                return None
            if node.op_type == "MatMul":
                matrix = self.value(node.input[1])
                return None if matrix is None else matrix.T
            name = node.input[0]
        return None


def _open(path: Path) -> _Onnx:
    graph = onnx.load(str(path)).graph
    values = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    return _Onnx(values, {out: node for node in graph.node for out in node.output}, list(graph.node))


def _weights(graph: _Onnx) -> dict[str, Floats]:
    """Everything with a name of ours, and each matrix under the name of its bias."""
    found: dict[str, Floats] = {}
    for name in graph.values:
        value = graph.value(stem := name.removesuffix("_int8"))
        if value is not None and not name.endswith("_step"):
            found[stem] = value
    for node in graph.nodes:
        if node.op_type != "Add":
            continue
        for bias, other in (tuple(node.input), tuple(node.input)[::-1]):
            matrix = graph.product(other) if bias.endswith(".bias") and bias in graph.values else None
            if matrix is not None:
                found[bias.removesuffix("bias") + "weight"] = matrix
    return found


def _one_of_shape(graph: _Onnx, shape: tuple[int, ...], name: str) -> Floats:
    """The only constant of a shape, without its batch axis."""
    fitting = [v for k, v in graph.values.items() if v.shape == shape and not k.endswith("_step")]
    if len(fitting) != 1:
        raise RestoreError(f"{name}: {len(fitting)} constants of shape {shape} instead of one. The bundle was exported by other code: export it again")
    result: Floats = fitting[0][0].astype(np.float32)
    return result


def _fit(name: str, found: Floats, own: Tensor) -> Tensor:
    """A weight in the model's shape. A bundle of before may have fewer slots: those that it lacks stay as the model makes them."""
    value = torch.from_numpy(np.ascontiguousarray(found))
    if value.shape == own.shape:
        return value
    if name in ("heads.slot", "heads.slot_query.weight", "heads.slot_query.bias") and value.shape[1:] == own.shape[1:] and len(value) < len(own):
        result = own.clone()
        result[: len(value)] = value
        return result
    raise RestoreError(f"{name} has shape {tuple(value.shape)} in the bundle and {tuple(own.shape)} in the model. Restore it with the code that exported it")


def _residuals(rows: list[dict[str, Any]]) -> Tensor:
    """What was learned by id [2R, 192], in the order of the manifest."""
    table = np.zeros((2 * len(rows), RELATION_WIDTH), dtype=np.float32)
    for k, row in enumerate(rows):
        for way in range(2):
            table[2 * k + way] = np.frombuffer(base64.b64decode(row["values"][way]), dtype=np.int8).astype(np.float32) * row["scale"]
    return torch.from_numpy(table)


def restore(bundle: Path, seed: int = 1) -> dict[str, Any]:
    """The checkpoint of a bundle folder, as ``train.py --start`` reads it. Relations are those that the bundle learned something of by id.

    Raises RestoreError when a weight is missing or of another shape, FileNotFoundError for a file that is not there.
    """
    torch.manual_seed(seed)
    manifest = json.loads((bundle / "model.json").read_text())
    rows: list[dict[str, Any]] = manifest["residuals"]
    model = Model(len(rows), 1)
    own = model.state_dict()
    encoder, heads, vectors = (_open(bundle / f"{name}.onnx") for name in ("encoder", "heads", "vectors"))
    found: dict[str, Floats] = {f"encoder.{k}": v for k, v in _weights(encoder).items()}
    # "X.weight_Transposed" is the exporter's name for X.weight [in, out].
    found |= {f"heads.{k}": v for k, v in _weights(heads).items() if "_Transposed" not in k}
    found |= _weights(vectors)
    found[SLOT_VECTORS] = _one_of_shape(heads, (1, int(manifest["slots"]), 384), SLOT_VECTORS)
    found[DIRECTION] = _one_of_shape(vectors, (1, 2, 384), DIRECTION)
    found[MIX] = np.log(_one_of_shape(vectors, (1, 3, 1), MIX)[:, 0])
    gate = manifest["gate"]
    for name, key in (("hidden.weight", "hidden"), ("hidden.bias", "hiddenBias"), ("out.weight", "out"), ("out.bias", "outBias")):
        found[f"gate.{name}"] = np.array(gate[key], dtype=np.float32)

    state: dict[str, Tensor] = {}
    for name, start in own.items():
        if name == "relations.by_id":
            state[name] = _residuals(rows)
        elif name in ("relation_texts", "type_texts", "heads.prior_mask"):
            state[name] = start
        elif name in found:
            state[name] = _fit(name, found[name], start)
        elif name.startswith("heads.operation."):
            state[name] = start
        else:
            raise RestoreError(f"{bundle} lacks {name}: it is no whole bundle, or other code exported it")
    if "heads.operation.0.bias" not in found:
        bias = torch.zeros(len(OPERATIONS))
        bias[0] = LIST_LOGIT
        state["heads.operation.3.bias"] = bias
    return {"model": state, "relations": [row["id"] for row in rows]}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, required=True, help="folder with model.json, encoder.onnx, heads.onnx and vectors.onnx")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--seed", type=int, default=1, help="for weights that an older bundle lacks")
    args = parser.parse_args()
    checkpoint = restore(args.bundle, args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(checkpoint, args.out)
    parameters = sum(t.numel() for t in checkpoint["model"].values())
    print(f"wrote {args.out}: {parameters / 1e6:.1f} million weights, {len(checkpoint['relations'])} relations, {SLOTS} slots of {KEY_WIDTH}")


if __name__ == "__main__":
    main()
