"""Generates questions with their answers from the graph: one to three hops and intersections, in the wordings of the phrase book.

Four sources a plan, mixed so that no style tells the plan: patterns written whole, phrases composed by a small grammar, relation labels for the
relations without phrases, and real questions extended (their mention replaced by a phrase that leads to it, or a second condition added).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from .dataset import Question
from .graph import Graph
from .phrasebook import Book, Pattern, Step
from .walks import Walker
from .wording import DEMONYMS, name_of, style, typo

MOST_ANSWERS = 300
#: Relations that lead everywhere and make poor steps of a composed path.
DULL = frozenset({"P31", "P279", "P21", "P1889", "P460", "P910", "P1343", "P735", "P734", "P421", "P3494", "P2321", "P1001", "P361", "P527"})


class Generator:
    """Draws questions. One seed, one stream: the same pack, book and seed give the same questions."""

    def __init__(self, graph: Graph, book: Book, seed: int) -> None:
        self.graph = graph
        self.book = book
        self.rng = np.random.default_rng(seed)
        self.walker = Walker(graph, self.rng)
        pack = graph.pack
        self.relation_index = {pid: k for k, pid in enumerate(pack.relation_ids)}
        self.phrased = [d for d in range(graph.directed_count) if self.phrases(d, "question") and self.walker.count(d)]
        self.existing = [d for d in range(graph.directed_count) if self.walker.count(d)]
        self.demonym = {pack.node_of[i]: word for i, word in DEMONYMS.items() if i in pack.node_of}
        self.entity_count = pack.entity_count
        self._names: frozenset[str] | None = None

    # ── small helpers ──
    def step(self, directed: int) -> tuple[str, bool]:
        return self.graph.pack.relation_ids[directed >> 1], bool(directed & 1)

    def directed(self, step: Step) -> int | None:
        index = self.relation_index.get(step.property)
        return None if index is None else 2 * index + int(step.inverse)

    def phrases(self, directed: int, kind: str) -> list[str]:
        return self.book.get(self.step(directed), kind)

    def pick(self, items: Sequence[str]) -> str:
        return items[int(self.rng.integers(len(items)))]

    def chance(self, p: float) -> bool:
        return bool(self.rng.random() < p)

    def finish(self, text: str, names: dict[str, int], answers: np.ndarray, source: str, plan: str) -> Question | None:
        """Fills names in; None when a name is not usable or the answers are too many or none."""
        if not 0 < len(answers) <= MOST_ANSWERS:
            return None
        for variable, node in names.items():
            name: str | None
            if "{" + variable + ":demonym}" in text:
                name = self.demonym.get(node)
                text = text.replace("{" + variable + ":demonym}", name or "")
            else:
                name = name_of(self.graph, node, self.rng)
                if name is not None and self.chance(0.04):
                    name = typo(name, self.rng)
                text = text.replace("{" + variable + "}", name or "")
            if not name:
                return None
        if "{" in text or len(text) > 160:
            return None
        return Question(style(text, self.rng), tuple(int(a) for a in answers), source, tuple(names.values()), None, plan, complete=True)

    # ── one hop ──
    def label_question(self, directed: int) -> str:
        """A wording from the relation's own label or alias, for any relation."""
        pack = self.graph.pack
        r = directed >> 1
        names = [pack.relation_labels[r], *pack.relation_aliases[r]]
        name = names[0] if self.chance(0.6) else self.pick(names)
        forms: tuple[str, ...]
        if directed & 1:
            forms = (
                "what has {r} {x}", "which has {x} as {r}", "{r} {x}", "name something whose {r} is {x}", "what lists {x} as its {r}",
                "who or what has the {r} {x}", "things with {r} {x}", "what's an example of something with {r} {x}",
            )
        else:
            forms = (
                "what is the {r} of {x}", "what is {x}'s {r}", "{x} {r}", "{r} of {x}", "who is the {r} of {x}", "name the {r} of {x}",
                "which {r} does {x} have", "what {r} is {x}", "tell me the {r} of {x}", "what was the {r} of {x}",
            )
        return self.pick(forms).replace("{r}", name)

    def one_hop(self) -> Question | None:
        if self.chance(0.62):
            directed = int(self.rng.choice(self.phrased))
            text = self.pick(self.phrases(directed, "question"))
        else:
            directed = int(self.rng.choice(self.existing))
            text = self.label_question(directed)
        edge = self.walker.edge(directed)
        if edge is None or edge[0] >= self.entity_count:
            return None
        return self.finish(text, {"x": edge[0]}, self.graph.objects(edge[0], directed), "generated", "one-hop")

    def relation_statement(self) -> Question | None:
        """One hop from verb phrases and classes: "which film starred X", "name a person who was born in Y"."""
        directed = int(self.rng.choice(self.phrased))
        form = self.condition(directed)
        edge = self.walker.edge(directed)
        if form is None or edge is None or edge[0] >= self.entity_count:
            return None
        text = self.join(self.head(directed), [form])
        return self.finish(text, {"x": edge[0]}, self.graph.objects(edge[0], directed), "generated", "one-hop")

    def unanswerable(self) -> Question | None:
        """A question whose relation the entity lacks, though its namesakes in kind have it: the graph does not hold the answer."""
        directed = int(self.rng.choice(self.phrased))
        if self.step(directed)[0] in DULL:
            return None
        alike = self.walker.edge(directed)
        if alike is None or alike[0] >= self.entity_count:
            return None
        start, kinds = self.graph.pack.types
        types = kinds[start[alike[0]] : start[alike[0] + 1]]
        if len(types) == 0:
            return None
        instance_of = 2 * self.relation_index.get("P31", -1)
        node = self.walker.neighbour(int(self.rng.choice(types)), instance_of ^ 1) if instance_of >= 0 else None
        if node is None or node >= self.entity_count or len(self.graph.objects(node, directed)):
            return None
        return self.none(self.pick(self.phrases(directed, "question")) if self.chance(0.75) else self.label_question(directed), {"x": node})

    def none(self, text: str, names: dict[str, int]) -> Question | None:
        """A question without an answer in the graph."""
        question = self.finish(text, names, np.array([0]), "generated", "none")
        return None if question is None else dataclasses.replace(question, answers=(), plan="none")

    def unknown(self) -> Question | None:
        """A question about somebody whom the graph does not know: the first name of one person and the last name of another."""
        directed = int(self.rng.choice(self.phrased))
        edge, other = self.walker.edge(directed), self.walker.edge(directed)
        if edge is None or other is None or max(edge[0], other[0]) >= self.entity_count:
            return None
        first, last = (self.graph.pack.labels[node].split(" ") for node in (edge[0], other[0]))
        name = f"{first[0]} {last[-1]}"
        if len(first) != 2 or len(last) != 2 or name in self.known_names():
            return None
        question = self.none(self.pick(self.phrases(directed, "question")).replace("{x}", name), {})
        return question

    def known_names(self) -> frozenset[str]:
        """Every label of the graph."""
        if self._names is None:
            self._names = frozenset(self.graph.pack.labels)
        return self._names

    # ── chains ──
    def noun(self, directed: int) -> str | None:
        choices = self.phrases(directed, "noun")
        plural = self.phrases(directed, "nouns")
        if plural and self.chance(0.35):
            choices = plural
        return self.pick(choices) if choices else None

    def next_step(self, node: int, before: int) -> int | None:
        """A phrased relation of a node to go on with; seldom the way back, seldom a dull one."""
        lo, hi = self.graph.node_group[node], self.graph.node_group[node + 1]
        options = []
        for d in self.graph.group_relation[lo:hi]:
            directed = int(d)
            if not self.phrases(directed, "question") or (directed == before ^ 1 and not self.chance(0.3)):
                continue
            if self.step(directed)[0] in DULL and not self.chance(0.05):
                continue
            options.append(directed)
        return int(self.rng.choice(options)) if options else None

    def chain(self, hops: int) -> Question | None:
        first = int(self.rng.choice(self.phrased))
        if self.step(first)[0] in DULL and not self.chance(0.05):
            return None
        edge = self.walker.edge(first)
        if edge is None or edge[0] >= self.entity_count:
            return None
        start, node = edge
        path = [first]
        phrase = self.noun(first)
        for hop in range(1, hops):
            directed = self.next_step(node, path[-1])
            if directed is None or phrase is None:
                return None
            forms = self.phrases(directed, "question") if hop == hops - 1 else None
            outer = self.pick(forms) if forms else self.noun(directed)
            if outer is None:
                return None
            phrase = outer.replace("{x}", phrase)
            path.append(directed)
            following = self.walker.neighbour(node, directed)
            if following is None:
                return None
            node = following
        answers = self.walker.follow(start, tuple(path))
        if answers is None or phrase is None:
            return None
        return self.finish(phrase, {"x": start}, np.setdiff1d(answers, [start]), "generated", ("", "one-hop", "two-hop", "three-hop")[hops])

    # ── intersections ──
    def condition(self, directed: int) -> tuple[str, str] | None:
        """A verb phrase or a modifier for what a relation reaches: (kind, text)."""
        kinds = [k for k in ("verb", "modifier") if self.phrases(directed, k)]
        if not kinds:
            return None
        kind = self.pick(kinds)
        return kind, self.pick(self.phrases(directed, kind))

    def head(self, directed: int) -> str:
        """What is asked for: "film", "person" …, from the classes of the phrase book."""
        classes = self.phrases(directed, "class")
        return self.pick(classes) if classes else "thing"

    def join(self, head: str, conditions: list[tuple[str, str]]) -> str:
        """which film starring {x} was directed by {y}? In all orders and kinds that English has."""
        verbs = [t for k, t in conditions if k == "verb"]
        modifiers = [t for k, t in conditions if k == "modifier"]
        plural = head + ("es" if head.endswith(("s", "x", "ch")) else "s") if not head.endswith("y") else head[:-1] + "ies"
        ask = self.pick((f"which {head}", f"what {head}", f"which {plural}", f"what {plural}"))
        if verbs and modifiers:
            which = " ".join(modifiers) if self.chance(0.5) else " and ".join(modifiers)
            return self.pick((f"{ask} {which} {' and '.join(verbs)}", f"{ask} {which} {' and also '.join(verbs)}"))
        if verbs:
            who = self.pick(("who", ask, ask, f"name a {head} that", f"find the {head} that", f"list {plural} that"))
            return f"{who} {self.pick((' and ', ' and ', ' and also ', ', and ')).join(verbs)}"
        joined = self.pick((" and ", " ", " and ", ", ")).join(modifiers)
        return self.pick((f"{plural} {joined}", f"{ask} is {joined}", f"find {plural} {joined}", f"list the {plural} {joined}", f"{head} {joined}"))

    def intersection(self) -> Question | None:
        first = int(self.rng.choice(self.phrased))
        edge = self.walker.edge(first)
        if edge is None or edge[0] >= self.entity_count:
            return None
        x, node = edge
        if node >= self.entity_count:
            return None
        lo, hi = self.graph.node_group[node], self.graph.node_group[node + 1]
        options = [int(d) ^ 1 for d in self.graph.group_relation[lo:hi] if self.condition(int(d) ^ 1) is not None]
        if self.chance(0.8):
            options = [d for d in options if self.step(d)[0] not in DULL]
        if not options:
            return None
        second = int(self.rng.choice(options))
        y = self.walker.neighbour(node, second ^ 1)
        if y is None or y == x or y >= self.entity_count:
            return None
        one, two = self.graph.objects(x, first), self.graph.objects(y, second)
        answers = np.setdiff1d(np.intersect1d(one, two), [x, y])
        if len(answers) == len(one) and len(answers) == len(two) and not self.chance(0.3):
            return None
        a, b = self.condition(first), self.condition(second)
        if b is None:
            return None
        b = (b[0], b[1].replace("{x}", "{y}"))
        questions = self.phrases(first, "question")
        names = {"x": x, "y": y}
        conditions = [b] if a is None else [a, b]
        third = self.third_condition(node, (first, second), names, answers) if self.chance(0.3) else None
        if third is not None:
            condition, z, answers = third
            names["z"] = z
            conditions.append(condition)
        if questions and self.chance(0.35):
            asked = conditions[-1:] if third is None else conditions[-2:]
            text = self.pick(questions) + (" and " if asked[0][0] == "verb" else " ") + " and ".join(text for _, text in asked)
        elif a is not None:
            order = self.rng.permutation(len(conditions))
            text = self.join(self.head(first if self.chance(0.7) else second), [conditions[k] for k in order])
        else:
            return None
        return self.finish(text, names, answers, "generated", "intersection")

    def third_condition(
        self, node: int, used: tuple[int, int], names: dict[str, int], answers: np.ndarray,
    ) -> tuple[tuple[str, str], int, np.ndarray] | None:
        """One more condition that ``node`` meets, its entity, and the answers that meet it as well."""
        lo, hi = self.graph.node_group[node], self.graph.node_group[node + 1]
        options = [d for g in self.graph.group_relation[lo:hi] if (d := int(g) ^ 1) not in used and self.step(d)[0] not in DULL]
        options = [d for d in options if self.condition(d) is not None]
        if not options:
            return None
        directed = int(self.rng.choice(options))
        z, condition = self.walker.neighbour(node, directed ^ 1), self.condition(directed)
        if z is None or condition is None or z >= self.entity_count or z in names.values():
            return None
        left = np.setdiff1d(np.intersect1d(answers, self.graph.objects(z, directed)), [*names.values(), z])
        return ((condition[0], condition[1].replace("{x}", "{z}")), z, left) if len(left) else None

    # ── patterns written whole ──
    def from_pattern(self, pattern: Pattern, needed: bool = False) -> Question | None:
        """A question of a pattern, with entities drawn for it; None where none were found. ``needed``: of paths that meet each reaches more than all together,
        so that no path alone answers the question."""
        paths: list[tuple[str, tuple[int, ...]]] = []
        for variable, steps in pattern.paths:
            directed = tuple(d for s in steps if (d := self.directed(s)) is not None)
            if len(directed) != len(steps):
                return None
            paths.append((variable, directed))
        edge = self.walker.edge(paths[0][1][0])
        if edge is None or edge[0] >= self.entity_count:
            return None
        names = {paths[0][0]: edge[0]}
        demonym = "{" + paths[0][0] + ":demonym}"
        if demonym in pattern.text and edge[0] not in self.demonym:
            return None
        answers = self.walker.follow(edge[0], paths[0][1])
        if answers is None or len(answers) == 0:
            return None
        fewest = len(answers)
        if len(paths) > 1:
            target = int(self.rng.choice(answers))
            for variable, path in paths[1:]:
                start = self.walker.back(target, path)
                if start is None or start in names.values() or start >= self.entity_count:
                    return None
                if "{" + variable + ":demonym}" in pattern.text and start not in self.demonym:
                    return None
                names[variable] = start
                reached = self.walker.follow(start, path)
                if reached is None:
                    return None
                answers = np.intersect1d(answers, reached)
                fewest = min(fewest, len(reached))
            if needed and len(answers) == fewest:
                return None
        hops = max(len(p) for _, p in paths)
        plan = "intersection" if len(paths) > 1 else ("", "one-hop", "two-hop", "three-hop")[hops]
        return self.finish(pattern.text, names, np.setdiff1d(answers, list(names.values())), "pattern", plan)


def scaled(count: int, scale: float) -> int:
    """How many questions of a kind a run generates: a share of ``count``, a few at least; none at 0."""
    return max(20, int(count * scale)) if scale > 0 else 0


def many(draw: Callable[[], Question | None], count: int) -> Iterator[Question]:
    """Draws until ``count`` questions are made; gives up after 40 tries a question, so that a small graph ends too."""
    made = 0
    for _ in range(40 * count):
        if made == count:
            return
        question = draw()
        if question is not None:
            made += 1
            yield question


def patterned(generator: Generator, plan: str, count: int, testing: bool) -> Iterator[Question]:
    """Questions from the patterns of one plan, an equal share for each; ``testing`` takes the held-out wordings, and of paths that meet only what no path
    alone answers."""
    def name(p: Pattern) -> str:
        return "intersection" if len(p.paths) > 1 else ("", "one-hop", "two-hop", "three-hop")[len(p.paths[0][1])]

    pool = [p for p in generator.book.patterns if name(p) == plan and p.held_out == testing]
    if not pool:
        return
    rng = generator.rng
    dead: set[int] = set()
    misses = np.zeros(len(pool), dtype=np.int64)
    def draw() -> Question | None:
        k = int(rng.integers(len(pool)))
        if k in dead:
            return None
        for _ in range(8):
            question = generator.from_pattern(pool[k], needed=testing)
            if question is not None:
                return question
        misses[k] += 1
        if misses[k] > 12:
            dead.add(k)
        return None

    yield from many(draw, count)
