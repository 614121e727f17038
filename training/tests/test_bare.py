"""No bundle tells where it was made."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from hoplens_training.bare import strip
from hoplens_training.dataset import REPOSITORY

TRACE = 'File "/home/someone/heads.py", line 1, in forward'


def test_remarks_go_and_what_is_computed_stays(tmp_path: Path) -> None:
    node = helper.make_node("Add", ["x", "x"], ["y"], doc_string=TRACE)
    node.metadata_props.add(key="stack_trace", value=TRACE)
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [2], doc_string=TRACE) for name in "xy"]
    graph = helper.make_graph([node], "twice", ends[:1], ends[1:], doc_string=TRACE)
    graph.metadata_props.add(key="stack_trace", value=TRACE)
    path = tmp_path / "twice.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10), str(path))
    assert b"someone" in path.read_bytes()
    strip(path)
    assert b"someone" not in path.read_bytes()
    (doubled,) = onnxruntime.InferenceSession(str(path)).run(None, {"x": np.array([1, 2], dtype=np.float32)})
    assert doubled.tolist() == [2, 4]


@pytest.mark.parametrize("name", ["encoder", "heads", "vectors"])
def test_the_shipped_bundle_tells_no_path(name: str) -> None:
    assert b'File "' not in (REPOSITORY / "media" / "model" / f"{name}.onnx").read_bytes()
