"""Real questions made into longer ones, so that a person's wording is not a sign of one hop.

The mention of a real question is found from its ANSWER: a name in the question of an entity next to the answer. It is replaced by a phrase that leads to
it ("where was [the director of Alien] born"), or a second condition is added behind it ("what film did X direct [starring Y]"). The same makes three hops of
the two-hop patterns.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import numpy as np

from .dataset import Question
from .generate import DULL, Generator

_AT_END = re.compile(r"[?.!\s]+$")


class Extender:
    """Draws extended questions, from real one-hop questions and from two-hop patterns."""

    def __init__(self, generator: Generator) -> None:
        self.g = generator
        self.two_hop = [p for p in generator.book.patterns if len(p.paths) == 1 and len(p.paths[0][1]) == 2 and "{x}" in p.text and not p.held_out]

    def mention(self, question: Question) -> tuple[int, int, int, tuple[int, ...]] | None:
        """(start, end, entity, directed relations to the answer) of the longest name in the question that stands next to its answer."""
        graph = self.g.graph
        text = question.text.lower()
        best: tuple[int, int, int] | None = None
        for answer in question.answers[:1]:
            lo, hi = graph.row_start[answer], min(graph.row_start[answer + 1], graph.row_start[answer] + 400)
            for node in np.unique(graph.edge_node[lo:hi]):
                if node >= self.g.entity_count:
                    continue
                label = graph.pack.labels[node].lower()
                at = text.find(label) if len(label) > 3 else -1
                if at >= 0 and (best is None or len(label) > best[1] - best[0]):
                    best = (at, at + len(label), int(node))
        if best is None:
            return None
        answer = question.answers[0]
        lo, hi = graph.row_start[answer], graph.row_start[answer + 1]
        ways = {int(d) ^ 1 for d in graph.edge_relation[lo:hi][graph.edge_node[lo:hi] == best[2]]}
        return (*best, tuple(sorted(ways)))

    def nested(self, questions: list[Question], count: int) -> Iterator[Question]:
        """Two-hop questions: the mention becomes a phrase that leads to it."""
        g, rng = self.g, self.g.rng
        made = 0
        for k in rng.permutation(len(questions)):
            if made == count:
                return
            found = self.mention(questions[k])
            if found is None or len(found[3]) != 1:
                continue
            start, end, entity, (last,) = found
            leading = self.leading(entity, last)
            if leading is None:
                continue
            first, x, phrase = leading
            answers = g.walker.follow(x, (first, last))
            if answers is None:
                continue
            text = questions[k].text
            question = g.finish(text[:start] + phrase + text[end:], {"x": x}, np.setdiff1d(answers, [x]), "extended", "two-hop")
            if question is not None:
                made += 1
                yield question

    def leading(self, entity: int, following: int) -> tuple[int, int, str] | None:
        """(directed relation, from where, noun phrase with {x}) of a step that leads to an entity, and is not the way back of the step that follows."""
        g = self.g
        lo, hi = g.graph.node_group[entity], g.graph.node_group[entity + 1]
        options = [int(d) ^ 1 for d in g.graph.group_relation[lo:hi]]
        options = [d for d in options if g.phrases(d, "noun") and g.step(d)[0] not in DULL and d != following ^ 1]
        if not options:
            return None
        first = int(g.rng.choice(options))
        x, phrase = g.walker.neighbour(entity, first ^ 1), g.noun(first)
        return None if x is None or x >= g.entity_count or phrase is None else (first, x, phrase)

    def deepened(self) -> Question | None:
        """One three-hop question: {x} of a two-hop pattern becomes a phrase that leads to it ("in which country was [the author of Emma] born")."""
        g = self.g
        pattern = self.two_hop[int(g.rng.integers(len(self.two_hop)))]
        path = tuple(d for s in pattern.paths[0][1] if (d := g.directed(s)) is not None)
        edge = g.walker.edge(path[0]) if len(path) == 2 else None
        leading = self.leading(edge[0], path[0]) if edge is not None and edge[0] < g.entity_count else None
        if leading is None:
            return None
        first, x, phrase = leading
        answers = g.walker.follow(x, (first, *path))
        if answers is None:
            return None
        return g.finish(pattern.text.replace("{x}", phrase), {"x": x}, np.setdiff1d(answers, [x]), "extended", "three-hop")

    def second_condition(self, questions: list[Question], count: int) -> Iterator[Question]:
        """Intersections: a condition that the answer also meets is added behind a question with several answers."""
        g, rng = self.g, self.g.rng
        made = 0
        for k in rng.permutation(len(questions)):
            if made == count:
                return
            found = self.mention(questions[k])
            if found is None or len(found[3]) != 1:
                continue
            start, end, entity, (way,) = found
            answer = questions[k].answers[0]
            objects = g.graph.objects(entity, way)
            if len(objects) < 2 or answer >= g.entity_count:
                continue
            lo, hi = g.graph.node_group[answer], g.graph.node_group[answer + 1]
            options = [int(d) ^ 1 for d in g.graph.group_relation[lo:hi] if g.step(int(d))[0] not in DULL]
            options = [d for d in options if g.condition(d) is not None and d != way]
            if not options:
                continue
            second = int(rng.choice(options))
            y = g.walker.neighbour(answer, second ^ 1)
            condition = g.condition(second)
            if y is None or y == entity or y >= g.entity_count or condition is None:
                continue
            answers = np.setdiff1d(np.intersect1d(objects, g.graph.objects(y, second)), [entity, y])
            text = questions[k].text
            text = _AT_END.sub("", text[:start] + "{x}" + text[end:])
            text += (" and " if condition[0] == "verb" else " ") + condition[1].replace("{x}", "{y}")
            question = g.finish(text, {"x": entity, "y": y}, answers, "extended", "intersection")
            if question is not None:
                made += 1
                yield question

    def swapped(self, questions: list[Question], count: int) -> Iterator[Question]:
        """Questions without an answer: the mention becomes something of the same kind that the graph does not know this of."""
        g, rng = self.g, self.g.rng
        start, kinds = g.graph.pack.types
        instance_of = 2 * g.relation_index.get("P31", -1)
        made = 0
        for k in rng.permutation(len(questions)):
            if made == count or instance_of < 0:
                return
            found = self.mention(questions[k])
            if found is None or not found[3]:
                continue
            low, high, entity, ways = found
            types = kinds[start[entity] : start[entity + 1]]
            other = g.walker.neighbour(int(rng.choice(types)), instance_of ^ 1) if len(types) else None
            if other is None or other >= g.entity_count or any(len(g.graph.objects(other, way)) for way in ways):
                continue
            text = questions[k].text
            question = g.none(text[:low] + "{x}" + text[high:], {"x": other})
            if question is not None:
                made += 1
                yield dataclasses.replace(question, source="extended")
