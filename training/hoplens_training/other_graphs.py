"""Question sets of other graphs as JSON lines, split: ``python -m hoplens_training.other_graphs metaqa FOLDER --out FOLDER``.

Reads MetaQA (Zhang et al. 2018), WorldCup2014 and PathQuestion (Zhou et al. 2018) as they were published and writes ``train``, ``select`` and ``report``
files of ``id, question, qe, ans, plan``. Brackets around entities and the underscores inside their names are removed: resolution is the model's own, and ``qe``
and ``plan`` only measure. The graphs themselves are read by ``hoplens import``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

SPLIT_SEED = 2014
#: Shares of training and selection; the rest is reported.
TRAIN, SELECT = 0.8, 0.1
#: Questions of a report file that are measured where there are more.
SAMPLE = 1000
PLANS = {1: "one-hop", 2: "two-hop", 3: "three-hop"}


@dataclass(frozen=True)
class Row:
    """One question: ``qe`` the entities that it names, ``ans`` its answers, both as ids (names) of the graph."""

    id: str
    question: str
    qe: list[str]
    ans: list[str]
    plan: str


class FormatError(ValueError):
    """A line that is not of its format; the message names file and line."""


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            if line.strip():
                yield number, line.rstrip("\r\n")


def plain(text: str) -> str:
    """Names as words: underscores to spaces, a lone space before the question mark and the possessive away."""
    return re.sub(r"\s+", " ", text.replace("_", " ")).replace(" 's", "'s").replace(" ?", "?").strip()


def metaqa(path: Path, hops: int) -> Iterator[Row]:
    """``what movies did [X] act in<TAB>A|B``: the bracketed name is the entity."""
    for number, line in _lines(path):
        question, _, answers = line.partition("\t")
        found = re.search(r"\[(.+?)\]", question)
        if found is None or not answers:
            raise FormatError(f"{path}:{number}: not MetaQA: [entity] in the question, a tab, answers separated by |")
        text = question[: found.start()] + found.group(1) + question[found.end() :]
        yield Row(f"metaqa-{hops}-{number}", text.strip(), [found.group(1)], answers.split("|"), PLANS[hops])


def worldcup(path: Path) -> Iterator[Row]:
    """``question<TAB>answer<TAB>paths<TAB>all answers/…``; paths ``entity#relation#…#<end>#answer`` joined by ``*``. Two paths meet."""
    for number, line in _lines(path):
        cells = line.split("\t")
        if len(cells) < 4:
            raise FormatError(f"{path}:{number}: {len(cells)} columns: question, answer, paths and all answers are needed")
        paths = [part.split("#") for part in cells[2].split("*")]
        entities = list(dict.fromkeys(steps[0] for steps in paths))
        hops = (len([s for s in paths[0] if s != "<end>"]) - 1) // 2
        plan = "intersection" if len(paths) > 1 else PLANS.get(hops, "three-hop")
        yield Row(f"{path.name.split('.')[0]}-{number}", plain(cells[0]), entities, [a for a in cells[3].split("/") if a], plan)


def pathquestion(path: Path) -> Iterator[Row]:
    """``question<TAB>answer(all/answers/)<TAB>entity#relation#…#<end>#answer``."""
    for number, line in _lines(path):
        cells = line.split("\t")
        if len(cells) < 3:
            raise FormatError(f"{path}:{number}: {len(cells)} columns: question, answers and path are needed")
        steps = cells[2].split("#")
        until = steps.index("<end>") if "<end>" in steps else len(steps)
        yield Row(f"{path.name.split('.')[0]}-{number}", plain(cells[0]), [steps[0]], _answers(cells[1], f"{path}:{number}"), PLANS[(until - 1) // 2])


def _answers(cell: str, where: str) -> list[str]:
    """``a(a/b/)``, where names may have parentheses of their own: the first answer is one of the list."""
    for at in (k for k, letter in enumerate(cell) if letter == "("):
        listed = [a for a in cell[at + 1 : -1].split("/") if a]
        if cell.endswith(")") and cell[:at] in listed:
            return listed
    raise FormatError(f"{where}: {cell!r} is not answer(all/answers/)")


def split(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Train, select and report by a fixed hash: the same on every machine, whatever the order of the file. Wordings of one question (the same entities and the
    same answers) stay together, or the report would ask what training has answered."""
    parts: dict[str, list[Row]] = {"train": [], "select": [], "report": []}
    for row in sorted(rows, key=lambda row: _share(row.id, row.question)):
        place = _share(*sorted(row.qe), "→", *sorted(row.ans))
        parts["train" if place < TRAIN else "select" if place < TRAIN + SELECT else "report"].append(row)
    return parts


def _share(*texts: str) -> float:
    """A number in [0, 1) that the texts decide."""
    digest = hashlib.sha256("\n".join((str(SPLIT_SEED), *texts)).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def write(rows: Iterable[Row], path: Path) -> None:
    """JSON lines."""
    path.write_text("".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows))


SETS: dict[str, list[tuple[str, str, Callable[[Path], Iterator[Row]]]]] = {
    "metaqa": [(f"{hops}-hop", f"{hops}-hop-qa_dev.txt.gz", partial(metaqa, hops=hops)) for hops in (1, 2, 3)],
    "worldcup2014": [("conjunctive", "WC-C.txt.gz", worldcup), ("two-hop", "WC-P2.txt.gz", worldcup)],
    "pathquestion": [("2H", "PQ-2H.txt.gz", pathquestion), ("3H", "PQ-3H.txt.gz", pathquestion)],
}


def prepare(name: str, folder: Path, out: Path) -> dict[str, int]:
    """Splits each part of a set by itself; writes ``train.jsonl`` and ``select.jsonl`` of all parts together, and ``report-PART.jsonl`` of at most SAMPLE.

    PathQuestion has a graph for each part, so that each part has files of its own (``2H/train.jsonl`` …).
    """
    out.mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    together: dict[str, list[Row]] = {"train": [], "select": []}
    for part, file, read in SETS[name]:
        parts = split(read(folder / file))
        target = out / part if name == "pathquestion" else out
        target.mkdir(parents=True, exist_ok=True)
        write(parts["report"][:SAMPLE], target / f"report-{part}.jsonl")
        counts |= {f"{part} {kind}": len(rows) for kind, rows in parts.items()}
        for kind, kept in together.items():
            kept += parts[kind]
            if name == "pathquestion":
                write(parts[kind], target / f"{kind}.jsonl")
    if name != "pathquestion":
        for kind, rows in together.items():
            write(rows, out / f"{kind}.jsonl")
    return counts


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=sorted(SETS))
    parser.add_argument("folder", type=Path, help="with the files as they were published")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    print(json.dumps(prepare(args.set, args.folder, args.out)))


if __name__ == "__main__":
    main()
