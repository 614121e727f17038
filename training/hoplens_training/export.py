"""Exports a checkpoint to a model bundle: ``python -m hoplens_training.export --graph PACK --checkpoint FILE --out FOLDER``.

encoder.onnx holds the encoder's weights in int8, a step for each channel, as it was trained with them (``grid.py``); heads.onnx, small, holds floats;
vectors.onnx makes relation and type vectors from label texts; model.json names all of it.
"""

from __future__ import annotations

import argparse
import base64
import copy
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from .bare import strip
from .dataset import Question
from .eight_bits import store
from .encoder import WIDTH, Encoder, pretrained_folder
from .graph import open_graph
from .grid import STEPS, GridLinear, on_grid
from .heads import FEATURES, RELATION_WIDTH, SLOTS, TYPE_WIDTH, RelationVectors, TypeVectors
from .reasoning import Model
from .sources import read_questions
from .train import Run

BUNDLE_VERSION = 2
OPSET = 18
#: A question is declined where "the graph does not hold it" is likelier than 1 − this.
THRESHOLD = 0.15


class Vectors(nn.Module):
    """Label texts → vectors, without what was learned by id."""

    def __init__(self, relations: RelationVectors, types: TypeVectors) -> None:
        super().__init__()
        self.relations = relations
        self.types = types

    def forward(self, relation_texts: Tensor, type_texts: Tensor) -> tuple[Tensor, Tensor]:
        return self.relations.text(relation_texts), self.types(type_texts)


def served(encoder: Encoder) -> nn.Module:
    """A copy of the encoder whose layers hold the weights that they multiply by."""
    result = copy.deepcopy(encoder)
    for layer in result.modules():
        for name, part in list(layer.named_children()):
            if isinstance(part, GridLinear):
                plain = nn.Linear(part.in_features, part.out_features)
                plain.weight.data, plain.bias.data = on_grid(part.weight.data), part.bias.data
                setattr(layer, name, plain)
    return result.eval()


def export_onnx(model: Model, folder: Path) -> None:
    """Writes the three graphs. Shapes are dynamic in every axis that a question changes."""
    model.eval()
    encoder = served(model.encoder)
    b, t, s, c, d = (torch.export.Dim(name, min=1, max=4096) for name in ("b", "t", "s", "c", "d"))
    ids = torch.ones(2, 9, dtype=torch.int64)
    mask = torch.ones(2, 9)
    with tempfile.TemporaryDirectory() as name:
        raw = Path(name)
        torch.onnx.export(
            encoder, (ids, mask), raw / "encoder.onnx", input_names=["ids", "mask"], output_names=["hidden"], opset_version=OPSET,
            dynamic_shapes={"ids": {0: b, 1: t}, "mask": {0: b, 1: t}}, dynamo=True, external_data=False,
        )
        spans = torch.tensor([[1, 3], [4, 5], [2, 6]])
        owner = torch.tensor([0, 0, 1, 2, 2])
        inputs = (
            torch.randn(1, 9, WIDTH), torch.ones(1, 9), torch.zeros(3, dtype=torch.int64), spans, torch.rand(5, FEATURES), owner,
            torch.randn(5, TYPE_WIDTH), torch.randn(12, RELATION_WIDTH),
        )
        torch.onnx.export(
            model.heads, inputs, folder / "heads.onnx", opset_version=OPSET, dynamo=True, external_data=False,
            input_names=["hidden", "mask", "span_row", "spans", "features", "owner", "types", "relations"],
            output_names=["attention", "relation", "span", "meet", "name", "fit", "prior", "plan", "operation"],
            dynamic_shapes={
                "hidden": {1: t}, "mask": {1: t}, "span_row": {0: s}, "spans": {0: s}, "features": {0: c}, "owner": {0: c}, "types": {0: c},
                "relations": {0: d},
            },
        )
        vectors = Vectors(model.relations, model.types).eval()
        torch.onnx.export(
            vectors, (torch.randn(3, 3, WIDTH), torch.randn(5, WIDTH)), folder / "vectors.onnx", opset_version=OPSET, dynamo=True, external_data=False,
            input_names=["relation_texts", "type_texts"], output_names=["relations", "types"],
            dynamic_shapes={"relation_texts": {0: d}, "type_texts": {0: c}},
        )
        store(raw / "encoder.onnx", folder / "encoder.onnx")
    for name in ("encoder", "heads", "vectors"):
        strip(folder / f"{name}.onnx")


def residuals(model: Model, ids: list[str], labels: list[str]) -> list[dict[str, Any]]:
    """What was learned of each relation by its id: int8 with a scale of its own, both directions."""
    rows = []
    table = model.relations.by_id.detach().numpy().reshape(len(ids), 2, RELATION_WIDTH)
    for id_, label, values in zip(ids, labels, table, strict=True):
        top = float(np.abs(values).max())
        if top < 1e-6:
            continue
        scale = top / STEPS
        both = [base64.b64encode(np.round(v / scale).astype(np.int8).tobytes()).decode() for v in values]
        rows.append({"id": id_, "label": label, "scale": scale, "values": both})
    return rows


def relation_frequency(questions: list[Question], ids: list[str]) -> dict[str, int]:
    """How often the training questions ask each relation (``^P57``: backwards): what the control that never reads the question guesses by. Gold facts are read
    for this measure alone."""
    counts: dict[str, int] = {}
    for question in questions:
        if question.triple is not None:
            directed = question.triple[1]
            name = ("^" if directed & 1 else "") + ids[directed >> 1]
            counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def gate_weights(model: Model) -> dict[str, Any]:
    """The fit part of the gate, run in TypeScript."""
    gate = model.gate
    return {
        "hidden": gate.hidden.weight.tolist(), "hiddenBias": gate.hidden.bias.tolist(), "out": gate.out.weight.tolist(), "outBias": gate.out.bias.tolist(),
    }


def write_bundle(
    model: Model, ids: list[str], labels: list[str], folder: Path, name: str, trained_on: list[str], measured: dict[str, Any], frequency: dict[str, int]
) -> None:
    """Writes the whole bundle; model.json last, with the SHA-256 of every other file."""
    folder.mkdir(parents=True, exist_ok=True)
    export_onnx(model, folder)
    shutil.copyfile(pretrained_folder() / "tokenizer.json", folder / "tokenizer.json")
    files: dict[str, dict[str, Any]] = {}
    for file in ("encoder.onnx", "heads.onnx", "vectors.onnx", "tokenizer.json"):
        data = (folder / file).read_bytes()
        files[file] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    learned = residuals(model, ids, labels)
    fingerprint = hashlib.sha256(f"{files['encoder.onnx']['sha256']}{files['vectors.onnx']['sha256']}{json.dumps(learned)}".encode()).hexdigest()[:24]
    manifest = {
        "name": name, "version": BUNDLE_VERSION, "maximumHops": 3, "relationWidth": RELATION_WIDTH, "typeWidth": TYPE_WIDTH, "features": FEATURES,
        "slots": SLOTS, "gate": gate_weights(model), "residuals": learned, "calibration": {"minimumScore": THRESHOLD}, "files": files,
        "trainedOn": trained_on, "measured": measured, "fingerprint": fingerprint, "relationFrequency": frequency,
    }
    (folder / "model.json").write_text(json.dumps(manifest, indent=1) + "\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="folder of the question sets: counts how often each relation is asked, for the control")
    parser.add_argument("--name", default="hoplens-base 0.6, int8")
    parser.add_argument("--measured", type=Path, help="report of hoplens_training.report, kept in model.json")
    args = parser.parse_args()
    graph = open_graph(args.graph)
    run = Run(graph, args.checkpoint.parent, 1)
    run.load(args.checkpoint)
    measured = json.loads(args.measured.read_text()) if args.measured else {}
    asked = read_questions(args.data / "simpleq_train_answerable.jsonl.gz", graph, "simpleq") if args.data else []
    frequency = relation_frequency(asked, graph.pack.relation_ids)
    trained_on = ["SimpleQuestions on Wikidata, train (CC BY 3.0)", "WikiWebQuestions, train", "questions generated from the graph with our phrase book"]
    write_bundle(run.model, graph.pack.relation_ids, graph.pack.relation_labels, args.out, args.name, trained_on, measured, frequency)
    print(json.dumps({file.name: file.stat().st_size for file in sorted(args.out.iterdir())}))


if __name__ == "__main__":
    main()
