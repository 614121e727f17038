"""Questions as people ask them, with their answers as names (``questions/asked-*.jsonl``): wordy, telegraphic, with conditions that no graph can check.

Written by us; no entity, relation or query is given, and nobody says whether the graph holds the fact. So to decline is worth something, too
(:data:`~hoplens_training.batches.DECLINING`): less than a path that leads to the answer alone, more than a set that happens to hold it among others.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from pathlib import Path

from .batches import ASKED
from .dataset import Question
from .graph import Graph
from .pack import Pack

FOLDER = Path(__file__).resolve().parents[1] / "questions"
#: One question in this many is kept out of training, to test.
HELD_OUT_ONE_IN = 8
#: A name of more entities than these says too little.
MOST_NAMESAKES = 8


class Names:
    """Entities by name, literals by value."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.labels: dict[str, list[int]] = defaultdict(list)
        self.aliases: dict[str, list[int]] = defaultdict(list)
        self.dates: dict[str, list[int]] = defaultdict(list)
        self.numbers: dict[str, list[int]] = defaultdict(list)
        for node in range(pack.entity_count):
            self.labels[pack.labels[node].casefold()].append(node)
            for alias in pack.aliases(node):
                self.aliases[alias.casefold()].append(node)
        for place, key in enumerate(pack.literals):
            kind, _, value = key.partition("\n")
            node = pack.entity_count + place
            if kind == "time":
                day = value.lstrip("^+").split("T")[0]
                for prefix in {day, day.rsplit("-", 1)[0], day.rsplit("-", 2)[0]}:
                    self.dates[prefix].append(node)
            elif kind == "quantity":
                self.numbers[value.lstrip("+").split("[")[0].split("Q")[0]].append(node)

    def entities(self, name: str) -> list[int]:
        """All that bear the name as their label, else as an alias; none where too many do. Wikipedia's titles say more than Wikidata's labels: "Jackson,
        Mississippi", "Portuguese language"."""
        for form in dict.fromkeys((name, name.removesuffix(" language"), name.split(",")[0])):
            found = self.labels.get(form.casefold()) or self.aliases.get(form.casefold())
            if found:
                return found if len(found) <= MOST_NAMESAKES else []
        return []

    def question(self, text: str, answers: list[str], kind: str) -> Question:
        """One question; of the plan "none" where the graph holds nothing that it could be answered by."""
        if kind == "yesno":
            return Question(text, (), "asked", plan=ASKED, value="true" if answers[0].lower() == "yes" else "false")
        if kind == "number":
            return Question(text, tuple(self.numbers.get(answers[0], [])), "asked", plan=ASKED, value=answers[0])
        found = [node for answer in answers for node in (self.dates.get(answer, []) if kind == "date" else self.entities(answer))]
        return Question(text, tuple(found), "asked", plan=ASKED if found else "none", value=answers[0] if kind == "date" else "", complete=kind == "entity")


def read_asked(graph: Graph, testing: bool, folder: Path = FOLDER) -> list[Question]:
    """Those to train on, or those to test on. Raises ValueError naming file and line for a row that does not say question, answers and type."""
    names = Names(graph.pack)
    questions = []
    for path in sorted(folder.glob("asked-*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            if not isinstance(row.get("question"), str) or not row.get("answers") or row.get("type") not in ("entity", "number", "yesno", "date"):
                raise ValueError(f"{path}:{number}: a row has question, answers and type (entity, number, yesno or date)")
            if (zlib.crc32(row["question"].encode()) % HELD_OUT_ONE_IN == 0) == testing:
                questions.append(names.question(row["question"], row["answers"], row["type"]))
    return questions
