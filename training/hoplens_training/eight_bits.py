"""Stores the matrices of an ONNX graph in eight bits: each column (output channel) of a product's matrix, and each row of a table that is looked up, as
int8 with a step of its own. onnxruntime makes floats of them when it opens the graph, and of a table's rows when they are looked up; no activation is
rounded.

Weights that lie on the grid of ``grid.py`` are stored exactly.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from .grid import step_of

Floats = npt.NDArray[np.float32]
#: Smaller constants stay floats.
LEAST = 1 << 16


def store(source: Path, target: Path) -> None:
    """Writes the graph of ``source`` with its large matrices in eight bits, named ``X_int8`` and ``X_step``."""
    model = onnx.load(str(source))
    graph = model.graph
    constants = {t.name: t for t in graph.initializer}
    nodes: list[onnx.NodeProto] = []
    stored: set[str] = set()

    def quantised(name: str, axis: int) -> bool:
        """Replaces a constant by its integers and steps, one for each place of ``axis``; False where it is none or too small."""
        if name in stored:
            return True
        tensor = constants.get(name)
        if tensor is None or len(tensor.dims) != 2 or int(np.prod(tensor.dims)) < LEAST or tensor.data_type != TensorProto.FLOAT:
            return False
        matrix: Floats = numpy_helper.to_array(tensor)
        steps: Floats = step_of(torch.from_numpy(matrix if axis == 0 else matrix.T)).numpy()
        whole = np.round(matrix / (steps if axis == 0 else steps.T)).astype(np.int8)
        stored.add(name)
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(whole, f"{name}_int8"))
        graph.initializer.append(numpy_helper.from_array(steps if axis == 0 else steps[:, 0], f"{name}_step"))
        if axis == 1:
            nodes.append(helper.make_node("DequantizeLinear", [f"{name}_int8", f"{name}_step"], [f"{name}_floats"], axis=1))
        return True

    for node in graph.node:
        if node.op_type == "MatMul" and quantised(node.input[1], 1):
            node.input[1] = f"{node.input[1]}_floats"
            nodes.append(node)
        elif node.op_type == "Gather" and quantised(node.input[0], 0):
            table, places, out = node.input[0], node.input[1], node.output[0]
            nodes += [
                helper.make_node("Gather", [f"{table}_int8", places], [f"{out}_int8"], axis=0),
                helper.make_node("Gather", [f"{table}_step", places], [f"{out}_step"], axis=0),
                helper.make_node("Cast", [f"{out}_int8"], [f"{out}_whole"], to=TensorProto.FLOAT),
                helper.make_node("Mul", [f"{out}_whole", f"{out}_step"], [out]),
            ]
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(target))
