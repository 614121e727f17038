"""Loaders of other graphs' questions: what is read, what is not, and a split that does not leak. The sentences are our own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from hoplens_training.other_graphs import FormatError, Row, metaqa, pathquestion, prepare, split, worldcup


def written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def test_metaqa_loses_its_brackets_and_keeps_the_entity(tmp_path: Path) -> None:
    rows = list(metaqa(written(tmp_path / "q.txt", "whose film is [The Long Sea] again\tAnn Lee|Bo\n"), 1))
    assert rows == [Row("metaqa-1-1", "whose film is The Long Sea again", ["The Long Sea"], ["Ann Lee", "Bo"], "one-hop")]


def test_worldcup_reads_two_paths_as_an_intersection(tmp_path: Path) -> None:
    paths = "North_Club#has#Ann#<end>#Ann*Keeper#is_inverse#Ann#<end>#Ann"
    rows = list(worldcup(written(tmp_path / "WC-C.txt", f"who keeps for North_Club ?\tAnn\t{paths}\tAnn/Bo_Li/\trest\n")))
    assert rows == [Row("WC-C-1", "who keeps for North Club?", ["North_Club", "Keeper"], ["Ann", "Bo_Li"], "intersection")]
    chain = list(worldcup(written(tmp_path / "WC-P2.txt", "land of Bo_Li ?\tPeru\tBo_Li#in#Club#at#Peru\tPeru/\n")))
    assert (chain[0].plan, chain[0].qe) == ("two-hop", ["Bo_Li"])


def test_pathquestion_reads_answers_with_parentheses_and_counts_hops(tmp_path: Path) -> None:
    path = "ann_lee#spouse#bo#parents#cy#place_of_birth#rome_(italy)#<end>#rome_(italy)"
    rows = list(pathquestion(written(tmp_path / "PQ.txt", f"birthplace of ann_lee 's in-law ?\trome_(italy)(rome_(italy)/oslo/)\t{path}\n")))
    assert rows == [Row("PQ-1", "birthplace of ann lee's in-law?", ["ann_lee"], ["rome_(italy)", "oslo"], "three-hop")]


@pytest.mark.parametrize(("read", "line"), [
    (lambda path: metaqa(path, 2), "no brackets\tA\n"), (worldcup, "too\tfew\n"), (pathquestion, "q\tanswer without list\ta#b#c\n"), (pathquestion, "q\n"),
])
def test_a_bad_line_is_named(tmp_path: Path, read: object, line: str) -> None:
    assert callable(read)
    with pytest.raises(FormatError, match=r"q\.txt:1"):
        list(read(written(tmp_path / "q.txt", line)))


def test_wordings_of_one_question_stay_together_and_shares_are_kept() -> None:
    rows = [Row(f"{k}-{wording}", f"w{wording} {k}", [f"e{k}"], [f"a{k}"], "one-hop") for k in range(2000) for wording in range(3)]
    parts = split(rows)
    assert sum(map(len, parts.values())) == len(rows)
    assert 0.75 < len(parts["train"]) / len(rows) < 0.85
    seen = {name: {row.qe[0] for row in part} for name, part in parts.items()}
    assert not seen["train"] & seen["report"]
    assert not seen["train"] & seen["select"]
    assert not seen["select"] & seen["report"]
    assert split(reversed(rows)) == parts


def test_a_set_is_written_as_json_lines(tmp_path: Path) -> None:
    for hops in (1, 2, 3):
        with gzip.open(tmp_path / f"{hops}-hop-qa_dev.txt.gz", "wt") as handle:
            handle.writelines(f"what of [E{k}]\tA{k}\n" for k in range(50))
    counts = prepare("metaqa", tmp_path, tmp_path / "out")
    lines = (tmp_path / "out" / "train.jsonl").read_text().splitlines()
    assert len(lines) == sum(n for name, n in counts.items() if name.endswith("train"))
    assert set(json.loads(lines[0])) == {"id", "question", "qe", "ans", "plan"}
    assert counts["3-hop report"] == len((tmp_path / "out" / "report-3-hop.jsonl").read_text().splitlines())
