"""A restored checkpoint says what the shipped bundle says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch

from hoplens_training.dataset import REPOSITORY, tokenizer
from hoplens_training.heads import FEATURES, TYPE_WIDTH
from hoplens_training.reasoning import Model
from hoplens_training.restore import RestoreError, restore
from hoplens_training.texts import encode_texts

BUNDLE = REPOSITORY / "media" / "model"
QUESTIONS = [
    "who directed the film that stars Sigourney Weaver",
    "Which river flows through Dresden?",
    "films by Ridley Scott with Harrison Ford",
    "when was the author of Momo born",
]
LABELS = ["director", "cast member", "place of birth", "date of birth", "author", "located in", "tributary", "country", "spouse", "starred actors"]


@pytest.fixture(scope="module")
def checkpoint() -> dict[str, Any]:
    return restore(BUNDLE)


@pytest.fixture(scope="module")
def model(checkpoint: dict[str, Any]) -> Model:
    result = Model(len(checkpoint["relations"]), 1)
    result.load_state_dict(checkpoint["model"])
    return result.eval()


def session(name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(str(BUNDLE / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])


def test_every_weight_of_the_model_is_there(checkpoint: dict[str, Any], model: Model) -> None:
    assert set(checkpoint["model"]) == set(model.state_dict())
    assert len(set(checkpoint["relations"])) == len(checkpoint["relations"]) > 100


@torch.no_grad()
def test_probabilities_agree_with_the_shipped_sessions(model: Model) -> None:
    bert = tokenizer()
    texts = encode_texts(model.encoder, bert, [label for label in LABELS for _ in range(3)]).view(-1, 3, 384)
    ours = model.relations.text(texts)
    theirs, _ = session("vectors").run(None, {"relation_texts": texts.numpy(), "type_texts": np.ones((1, 384), dtype=np.float32)})
    assert np.abs(ours.numpy() - theirs).max() < 1e-3
    encoder, heads = session("encoder"), session("heads")
    outputs = [o.name for o in heads.get_outputs()]
    rng = np.random.default_rng(3)
    for text in QUESTIONS:
        ids = np.array([bert.encode(text).ids])
        mask = np.ones(ids.shape, dtype=np.float32)
        hidden = torch.from_numpy(encoder.run(None, {"ids": ids, "mask": mask})[0])
        mine = model.encoder(torch.from_numpy(ids), torch.from_numpy(mask))
        # The weights are the same, and so is the arithmetic but for its order.
        assert float((mine - hidden).abs().max()) < 1e-3
        spans = np.array([[ids.shape[1] - 3, ids.shape[1] - 1], [1, 2]])
        inputs = {
            "mask": mask, "span_row": np.zeros(2, dtype=np.int64), "spans": spans, "features": rng.random((3, FEATURES), dtype=np.float32),
            "owner": np.array([0, 0, 1]), "types": rng.standard_normal((3, TYPE_WIDTH), dtype=np.float32), "relations": theirs,
        }
        served = dict(zip(outputs, heads.run(None, {"hidden": hidden.numpy(), **inputs}), strict=True))
        attention, relation, *others, plan, operation = model.heads(mine, *(torch.from_numpy(v) for v in inputs.values()))
        slots = served["attention"].shape[1]
        relations = torch.softmax(relation[:, :slots], -1), torch.softmax(torch.from_numpy(served["relation"]), -1)
        assert np.abs(attention[:, :slots].numpy() - served["attention"]).max() < 1e-3
        assert float((relations[0] - relations[1]).abs().max()) < 1e-3
        for name, value in zip(("span", "meet", "name", "fit", "prior", "plan", "operation"), (*others, plan, operation), strict=True):
            assert np.abs(value.numpy() - served[name]).max() < 1e-2, name


def test_a_bundle_that_lacks_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text('{"residuals": [], "slots": 7}')
    with pytest.raises(FileNotFoundError, match=r"encoder\.onnx"):
        restore(tmp_path)


def test_a_bundle_of_another_shape_is_refused(tmp_path: Path) -> None:
    for file in BUNDLE.iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "model.json").unlink()
    (tmp_path / "model.json").write_text((BUNDLE / "model.json").read_text().replace('"slots": ', '"slots": 1'))
    with pytest.raises(RestoreError, match=r"heads\.slot"):
        restore(tmp_path)
