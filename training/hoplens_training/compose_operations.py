"""Questions with operations composed from the relations' phrases and ``phrases/attributes.tsv``, beside the wordings written whole (generate_operations.py).

A set is said in the words of the phrase book ("films directed by {x}", "person born in {y}"), the operation around it, so that every relation is counted and
every attribute compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from .dataset import Question
from .generate import Generator, many, scaled
from .generate_operations import LEAST_SHARE, MOST_COUNTED, ORDINALS, Operator
from .graph import Ints
from .phrasebook import FOLDER, read_rows

#: Where something lies, or comes from.
PLACES = ("P17", "P131", "P30", "P276", "P495", "P206")
#: How a date of something is said.
DATED = {
    "P577": ("released", "published", "that came out", "from", "made", ""),
    "P571": ("founded", "established", "created", "formed", ""),
    "P569": ("born", "who were born", ""),
    "P570": ("who died", "that died"),
    "P580": ("that started", "that began", ""),
    "P585": ("held", "that took place", "from", ""),
    "P1619": ("opened", "that opened"),
    "P2031": ("active from", "who started"),
    "P576": ("dissolved", "that ended"),
}
_WHICH = re.compile(r"^(?:which|what)\s+(\w+s)\s+(did|do|does|are|were|have|has|was|is)?\b", re.IGNORECASE)


def read_attributes() -> dict[tuple[str, str], dict[str, list[str]]]:
    """(attribute, way) → kind (adjective, comparative, verb) → phrases."""
    phrases: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for _, row in read_rows(FOLDER / "attributes.tsv"):
        phrases[(row["attribute"], row["way"])][row["kind"]].append(row["phrase"])
    return phrases


class Composer:
    """Draws composed questions with operations."""

    def __init__(self, operator: Operator) -> None:
        self.o = operator
        self.g: Generator = operator.g
        known = {pid: d for (pid, _) in read_attributes() if (d := operator.attribute(pid)) is not None}
        self.phrases = {(known[pid], way): kinds for (pid, way), kinds in read_attributes().items() if pid in known}
        self.ways = list(self.phrases)

    def some_set(self, member: int | None) -> tuple[str, str, dict[str, int], Ints] | None:
        """A set with its words: (class word, the rest or a whole noun phrase in the plural, names, members). ``member``: one that it must hold."""
        g = self.g
        if member is None:
            first = int(g.rng.choice(g.phrased))
            edge = g.walker.edge(first)
        else:
            lo, hi = g.graph.node_group[member], g.graph.node_group[member + 1]
            ways = [int(d) ^ 1 for d in g.graph.group_relation[lo:hi] if g.phrases(int(d) ^ 1, "question")]
            if not ways:
                return None
            first = int(g.rng.choice(ways))
            start = g.walker.neighbour(member, first ^ 1)
            edge = None if start is None else (start, member)
        if edge is None or edge[0] >= g.entity_count:
            return None
        x, other = edge
        members = g.graph.objects(x, first)
        form = g.condition(first)
        if form is None:
            return None
        words, names = form[1], {"x": x}
        if g.chance(0.3) and other < g.entity_count:
            lo, hi = g.graph.node_group[other], g.graph.node_group[other + 1]
            options = [int(d) ^ 1 for d in g.graph.group_relation[lo:hi] if int(d) ^ 1 != first and g.phrases(int(d) ^ 1, form[0])]
            if options:
                second = int(g.rng.choice(options))
                y = g.walker.neighbour(other, second ^ 1)
                if y is not None and y != x and y < g.entity_count:
                    members = np.intersect1d(members, g.graph.objects(y, second))
                    names["y"] = y
                    words += " and " + g.pick(g.phrases(second, form[0])).replace("{x}", "{y}")
        if form[0] == "verb":
            words = "that " + words
        return g.head(first), words, names, np.setdiff1d(members, list(names.values()))

    def plural(self, head: str) -> str:
        return head[:-1] + "ies" if head.endswith("y") else head + ("es" if head.endswith(("s", "x", "ch")) else "s")

    def count(self) -> Question | None:
        g = self.g
        if g.chance(0.45):
            return self.counted_relation()
        found = self.some_set(None)
        if found is None:
            return None
        head, words, names, members = found
        if not 1 <= len(members) <= MOST_COUNTED or (len(members) == 1 and g.chance(0.7)):
            return None
        bare = words.removeprefix("that ")
        text = g.pick((f"how many {self.plural(head)} {bare}", f"how many {self.plural(head)} {words} are there", f"number of {self.plural(head)} {words}",
                       f"count the {self.plural(head)} {words}", f"what is the number of {self.plural(head)} {words}"))
        return self.o.finish(text, names, members, "op:count", str(len(members)))

    def counted_relation(self) -> Question | None:
        """"which films did {x} direct" → "how many films did {x} direct"; "children of {x}" → "how many children of {x} are there"."""
        g = self.g
        directed = int(g.rng.choice(g.phrased))
        edge = g.walker.edge(directed)
        if edge is None or edge[0] >= g.entity_count:
            return None
        members = g.graph.objects(edge[0], directed)
        if not 1 <= len(members) <= MOST_COUNTED or (len(members) == 1 and g.chance(0.7)):
            return None
        nouns = g.phrases(directed, "nouns")
        asked = [text for text in g.phrases(directed, "question") if _WHICH.match(text)]
        if asked and (not nouns or g.chance(0.6)):
            text = re.sub(r"^(?:which|what)\b", "how many", g.pick(asked), flags=re.IGNORECASE)
        elif nouns:
            text = g.pick(("how many {n} are there", "number of {n}", "count {n}", "what is the number of {n}")).replace("{n}", g.pick(nouns))
        else:
            return None
        return self.o.finish(text, {"x": edge[0]}, members, "op:count", str(len(members)))

    def extreme(self) -> Question | None:
        g = self.g
        attribute, way = self.ways[int(g.rng.integers(len(self.ways)))]
        kinds = self.phrases[(attribute, way)]
        having = self.o.having(attribute)
        if len(having) < 2:
            return None
        found = self.some_set(int(g.rng.choice(having)))
        if found is None:
            return None
        head, words, names, members = found
        if not 2 <= len(members) <= 3000:
            return None
        values = np.array([self.o.value(int(node), attribute) for node in members])
        known = ~np.isnan(values)
        if known.sum() < max(2, LEAST_SHARE * len(members)):
            return None
        ordered = np.sort(values[known])
        rank = int(g.rng.integers(2, 6)) if g.chance(0.2) and kinds["adjective"] else 1
        if rank > len(ordered):
            return None
        answers = members[values == (ordered[-rank] if way == "max" else ordered[rank - 1])]
        if len(answers) != 1:
            return None
        nth = "" if rank == 1 else g.pick(ORDINALS[rank]) + " "
        bare = words.removeprefix("that ")
        if kinds["adjective"] and (rank > 1 or g.chance(0.7)):
            adjective = nth + g.pick(kinds["adjective"])
            many_ = self.plural(head)
            text = g.pick((f"what is the {adjective} {head} {words}", f"which {head} {bare} is the {adjective}", f"{adjective} {head} {words}",
                           f"which is the {adjective} {head} {words}", f"which of the {many_} {words} is the {adjective}",
                           f"name the {adjective} {head} {words}", f"who is the {adjective} {head} {words}", f"the {adjective} of all {many_} {words}"))
        elif kinds["verb"]:
            verb = g.pick(kinds["verb"])
            many_ = self.plural(head)
            text = g.pick((f"which {head} {words} {verb}", f"which of the {many_} {words} {verb}", f"of the {many_} {words}, which {verb}"))
        else:
            return None
        if "first" in text.split() and rank > 1:
            return None
        return self.o.finish(text, names, answers, "op:extreme")

    def place_of(self, node: int) -> tuple[int, int] | None:
        """A place that something lies in, and the relation from the place to it."""
        options = [d for pid in PLACES if (d := self.g.relation_index.get(pid)) is not None and len(self.g.graph.objects(node, 2 * d))]
        if not options:
            return None
        relation = 2 * int(self.g.rng.choice(options))
        place = self.g.walker.neighbour(node, relation)
        return None if place is None or place >= self.g.entity_count else (place, relation ^ 1)

    def of_class(self, node: int) -> tuple[dict[str, int], Ints, str] | None:
        """A class that people name, and often a place: "river in {y}"; names, members and words."""
        g = self.g
        instance_of = 2 * g.relation_index.get("P31", -1)
        kinds = g.graph.objects(node, instance_of) if instance_of >= 0 else np.empty(0, dtype=np.int32)
        if len(kinds) == 0:
            return None
        kind = int(g.rng.choice(kinds))
        if kind >= g.entity_count or len(g.graph.pack.labels[kind].split(" ")) > 3:
            return None
        members = g.graph.objects(kind, instance_of ^ 1)
        place = self.place_of(node) if g.chance(0.75) else None
        if place is None:
            return {"x": kind}, members, g.pick(("{x}", "{x} in the world", "{x} on earth", "{x} of all"))
        where = "{y:demonym} {x}" if place[0] in g.demonym and g.chance(0.3) else g.pick(("{x} in {y}", "{x} in {y}", "{x} in {y}", "{x} of {y}", "{y} {x}"))
        return {"x": kind, "y": place[0]}, np.intersect1d(members, g.graph.objects(place[0], place[1])), where

    def extreme_of_class(self) -> Question | None:
        """"what is the longest river in {y}", "the third largest city in {y}"."""
        g = self.g
        attribute, way = self.ways[int(g.rng.integers(len(self.ways)))]
        adjectives = self.phrases[(attribute, way)]["adjective"]
        having = self.o.having(attribute)
        found = self.of_class(int(g.rng.choice(having))) if len(having) > 1 and adjectives else None
        if found is None or not 2 <= len(found[1]) <= 3000:
            return None
        names, members, words = found
        values = np.array([self.o.value(int(node), attribute) for node in members])
        ordered = np.sort(values[~np.isnan(values)])
        rank = int(g.rng.integers(2, 6)) if g.chance(0.25) else 1
        if len(ordered) < max(2, rank, LEAST_SHARE * len(members)):
            return None
        answers = members[values == (ordered[-rank] if way == "max" else ordered[rank - 1])]
        adjective = g.pick(adjectives)
        if len(answers) != 1 or (rank > 1 and "first" in adjective):
            return None
        said = ("" if rank == 1 else g.pick(ORDINALS[rank]) + " ") + adjective + " " + words
        text = g.pick((f"what is the {said}", f"what is the {said}", f"which is the {said}", f"name the {said}", said, f"the {said}", f"what's the {said}",
                       f"do you know the {said}", f"which {words} is the {adjective}" if rank == 1 else f"find the {said}"))
        return self.o.finish(text, names, answers, "op:extreme")

    def count_of_class(self) -> Question | None:
        """"how many lakes are there in {y}"."""
        g = self.g
        d = g.relation_index.get(g.pick(PLACES))
        edge = None if d is None else g.walker.edge(2 * d)
        found = None if edge is None else self.of_class(edge[0])
        if found is None or "y" not in found[0] or not 1 <= len(found[1]) <= MOST_COUNTED or (len(found[1]) == 1 and g.chance(0.7)):
            return None
        names, members, words = found
        plural = words.replace("{x}", "{x}s")
        text = g.pick((f"how many {plural} are there", f"how many {plural}", f"number of {plural}", f"count the {plural}"))
        if " in {y}" in plural and g.chance(0.5):
            text = g.pick(("how many {x}s are in {y}", "how many {x}s does {y} have", "how many {x}s are there in {y}"))
        return self.o.finish(text, names, members, "op:count", str(len(members)))

    def compare(self) -> Question | None:
        g = self.g
        attribute, way = self.ways[int(g.rng.integers(len(self.ways)))]
        kinds = self.phrases[(attribute, way)]
        pair = self.o.alike(attribute)
        if pair is None or not (kinds["comparative"] or kinds["verb"] or kinds["adjective"]):
            return None
        x, y, a, b = pair
        who = g.pick(("which", "who", "which one"))
        if kinds["comparative"] and g.chance(0.6):
            said = "is " + g.pick(kinds["comparative"])
        elif kinds["verb"]:
            said = g.pick(kinds["verb"])
        else:
            said = "is the " + g.pick(kinds["adjective"] or kinds["comparative"])
        text = g.pick((f"{who} {said}, {{x}} or {{y}}", f"{who} {said}: {{x}} or {{y}}", f"{{x}} or {{y}}, {who} {said}", f"{who} of {{x}} and {{y}} {said}",
                       f"between {{x}} and {{y}}, {who} {said}", f"{{x}} or {{y}}: {who} {said}", f"{who} {said} {{x}} or {{y}}"))
        return self.o.finish(text, {"x": x, "y": y}, np.array([x if (a > b) == (way == "max") else y]), "op:compare")

    def greater(self) -> Question | None:
        g = self.g
        attribute, way = self.ways[int(g.rng.integers(len(self.ways)))]
        kinds = self.phrases[(attribute, way)]
        pair = self.o.alike(attribute)
        if pair is None or not kinds["comparative"]:
            return None
        x, y, a, b = pair
        more = g.pick(kinds["comparative"])
        text = g.pick((f"is {{x}} {more} than {{y}}", f"was {{x}} {more} than {{y}}", f"is it true that {{x}} is {more} than {{y}}",
                       f"{{x}} is {more} than {{y}}", f"is {{x}} the {more} one, compared to {{y}}"))
        truth = "true" if (a > b) == (way == "max") else "false"
        return self.o.finish(text, {"x": x, "y": y}, np.array([x]), "op:greater", truth)

    def check(self) -> Question | None:
        """Yes or no from a noun or a verb phrase: "is {y} the director of {x}", "was {y} born in {x}"."""
        g = self.g
        directed = int(g.rng.choice(g.phrased))
        edge = g.walker.edge(directed)
        if edge is None or max(edge) >= g.entity_count or edge[0] == edge[1]:
            return None
        x, y = edge
        truth = g.chance(0.5)
        if not truth:
            other = g.walker.edge(directed)
            if other is None or other[1] >= g.entity_count or other[1] in g.graph.objects(x, directed) or other[1] == x:
                return None
            y = other[1]
        noun, verbs = g.noun(directed), g.phrases(directed, "verb")
        forms: list[str] = []
        if noun:
            said = noun if noun.split(" ")[0] in ("the", "a", "an") or noun.startswith("{x}") else f"the {noun}"
            forms = [f"is {{y}} {said}", f"was {{y}} {said}", f"{{y}} is {said}, right", f"is it true that {{y}} is {said}"]
        forms += [f"is it true that {{y}} {verb}" for verb in verbs[:6]]
        for verb in verbs:
            head, _, rest = verb.partition(" ")
            if head in ("was", "is", "are", "were", "has", "had", "did", "does"):
                forms += [f"{head} {{y}} {rest}"] * 2
            else:
                forms += [f"has {{y}} {head} {rest}", f"did {{y}} {base_form(head)} {rest}", f"did {{y}} {base_form(head)} {rest}"]
        return None if not forms else self.o.finish(g.pick(forms), {"x": x, "y": y}, np.array([x]), "op:check", "true" if truth else "false")

    def by_year(self) -> Question | None:
        """"films directed by {x} released in 1994", "people born in {x} after 1900"."""
        g = self.g
        pid = g.pick(tuple(DATED))
        attribute = self.o.attribute(pid)
        having = self.o.having(attribute) if attribute is not None else np.empty(0, dtype=np.int32)
        member = int(g.rng.choice(having)) if len(having) > 1 else None
        found = None if member is None else self.some_set(member)
        if found is None or attribute is None or not 2 <= len(found[3]) <= 3000:
            return None
        head, words, names, members = found
        years = np.floor(np.array([self.o.value(int(node), attribute) for node in members]))
        known = ~np.isnan(years)
        if known.sum() < max(2, LEAST_SHARE * len(members)):
            return None
        way = g.pick(("in", "in", "before", "after"))
        year = int(g.rng.choice(years[known])) + (0 if way == "in" else int(g.rng.integers(1, 5)) * (1 if way == "before" else -1))
        keep = years == year if way == "in" else years < year if way == "before" else years > year
        if not 0 < keep.sum() < known.sum() or not 1000 <= year < 2100:
            return None
        many_, said = self.plural(head), g.pick(DATED[pid])
        bare = words.removeprefix("that ")
        when = f"{way} {year}" if way != "after" or g.chance(0.6) else f"later than {year}"
        text = g.pick((f"which {many_} {words} {said} {when}", f"{many_} {words} {said} {when}", f"which {head} {bare} {when}", f"{many_} {words} {when}",
                       f"list {many_} {words} that were {said} {when}", f"which {many_} {said} {when} {bare}", f"what {many_} {bare} {when}"))
        return self.o.finish(text, names, members[keep], "op:year")

    def difference(self) -> Question | None:
        """"films directed by {x} but not starring {y}"."""
        g = self.g
        first = int(g.rng.choice(g.phrased))
        edge = g.walker.edge(first)
        if edge is None or max(edge) >= g.entity_count:
            return None
        x, other = edge
        lo, hi = g.graph.node_group[other], g.graph.node_group[other + 1]
        options = [int(d) ^ 1 for d in g.graph.group_relation[lo:hi] if int(d) ^ 1 != first and g.condition(int(d) ^ 1) is not None]
        if not options:
            return None
        second = int(g.rng.choice(options))
        y = g.walker.neighbour(other, second ^ 1)
        one, two = g.condition(first), g.condition(second)
        if y is None or y == x or y >= g.entity_count or one is None or two is None:
            return None
        answers = np.setdiff1d(np.setdiff1d(g.graph.objects(x, first), g.graph.objects(y, second)), [x, y])
        if not 0 < len(answers) <= 40:
            return None
        words, without = one[1], two[1].replace("{x}", "{y}")
        head = g.head(first)
        many_ = self.plural(head)
        if two[0] == "modifier":
            lacks = g.pick((f"but not {without}", f"not {without}", f"that are not {without}", f"excluding those {without}", f"except the ones {without}"))
        else:
            verb, _, rest = without.partition(" ")
            helps = verb in ("was", "is", "are", "were", "has", "had")
            negated = f"{verb} not {rest}" if helps else f"{g.pick(('did not', 'does not', 'do not'))} {base_form(verb)} {rest}"
            lacks = g.pick((f"but {negated}", f"that {negated}", f"but never {without}", f"and {negated}", f"excluding those that {without}"))
        if one[0] == "verb":
            text = g.pick((f"which {head} {words} {lacks}", f"what {many_} {words} {lacks}", f"{many_} that {words} {lacks}", f"who {words} {lacks}"))
        else:
            text = g.pick((f"which {many_} {words} {lacks}", f"{many_} {words} {lacks}", f"list the {many_} {words} {lacks}", f"{head} {words} {lacks}"))
        return self.o.finish(text, {"x": x, "y": y}, answers, "op:difference")

    def questions(self, scale: float) -> Iterator[Question]:
        """All kinds in their shares."""
        draws = ((self.count, 3000), (self.count_of_class, 1000), (self.extreme, 3500), (self.extreme_of_class, 3500), (self.compare, 2500),
                 (self.greater, 1200), (self.check, 4000), (self.by_year, 1800), (self.difference, 1800))
        for draw, count in draws:
            yield from many(draw, scaled(count, scale))


_IRREGULAR = {
    "wrote": "write", "won": "win", "led": "lead", "built": "build", "sang": "sing", "held": "hold", "made": "make", "got": "get", "took": "take",
    "gave": "give",
    "went": "go", "came": "come", "became": "become", "founded": "found", "found": "find", "flows": "flow", "died": "die", "lies": "lie", "fought": "fight",
    "taught": "teach", "began": "begin", "drew": "draw", "ran": "run", "wore": "wear", "spoke": "speak", "speaks": "speak", "owns": "own", "plays": "play",
    "shares": "share", "belongs": "belong", "borders": "border", "married": "marry", "studied": "study", "starred": "star", "married to": "marry",
}


#: Endings of a past tense whose base form keeps its e.
_SILENT_E = (
    "ated", "uced", "osed", "ided", "ired", "ived", "aced", "ined", "ured", "ised", "ized", "ased", "oved", "oted", "uted", "iled", "aged", "eted", "oked",
)


def base_form(verb: str) -> str:
    """"directed" → "direct": good enough for a question made of a verb phrase; what it cannot turn stays."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ied"):
        return verb[:-3] + "y"
    if verb.endswith(_SILENT_E):
        return verb[:-1]
    if verb.endswith("ed"):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb
