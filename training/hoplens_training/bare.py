"""Takes out of an ONNX file what the exporter notes of its making: stack traces with the paths of this machine, which nobody needs and which would make two
exports of the same weights differ."""

from __future__ import annotations

from pathlib import Path

import onnx


def strip(path: Path) -> None:
    """Rewrites the file without the metadata and remarks of its nodes, values, constants and graphs; what it computes stays the same."""
    model = onnx.load(str(path))
    del model.metadata_props[:]
    _strip_graph(model.graph)
    for function in model.functions:
        del function.metadata_props[:]
        _strip_nodes(function.node)
    onnx.save(model, str(path))


def _strip_graph(graph: onnx.GraphProto) -> None:
    del graph.metadata_props[:]
    graph.ClearField("doc_string")
    for part in (*graph.input, *graph.output, *graph.value_info, *graph.initializer):
        del part.metadata_props[:]
        part.ClearField("doc_string")
    _strip_nodes(graph.node)


def _strip_nodes(nodes: list[onnx.NodeProto]) -> None:
    for node in nodes:
        del node.metadata_props[:]
        node.ClearField("doc_string")
        for attribute in node.attribute:
            if attribute.HasField("g"):
                _strip_graph(attribute.g)
