"""Small changes of wording that people make: case, punctuation, politeness, typos; names by label or alias; demonyms."""

from __future__ import annotations

import re

import numpy as np

from .graph import Graph

_DEMONYMS = """Q30 American|Q145 British|Q142 French|Q183 German|Q38 Italian|Q29 Spanish|Q159 Russian|Q17 Japanese|Q148 Chinese|Q668 Indian|Q16 Canadian
Q408 Australian|Q155 Brazilian|Q414 Argentine|Q96 Mexican|Q36 Polish|Q55 Dutch|Q31 Belgian|Q39 Swiss|Q40 Austrian|Q34 Swedish|Q20 Norwegian|Q35 Danish
Q33 Finnish|Q27 Irish|Q45 Portuguese|Q41 Greek|Q43 Turkish|Q28 Hungarian|Q213 Czech|Q218 Romanian|Q212 Ukrainian|Q884 South Korean|Q258 South African
Q79 Egyptian|Q801 Israeli|Q794 Iranian|Q843 Pakistani|Q298 Chilean|Q739 Colombian|Q664 New Zealand|Q189 Icelandic|Q403 Serbian|Q224 Croatian
Q1033 Nigerian|Q114 Kenyan|Q869 Thai|Q881 Vietnamese|Q928 Filipino|Q252 Indonesian|Q833 Malaysian|Q1028 Moroccan|Q241 Cuban|Q419 Peruvian"""
DEMONYMS = {entry.split(" ", 1)[0]: entry.split(" ", 1)[1] for entry in re.split(r"[|\n]", _DEMONYMS)}

_POLITE = ("can you tell me {q}", "do you know {q}", "tell me {q}", "I want to know {q}", "please tell me {q}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def usable_name(name: str) -> bool:
    """Whether a person would type this name: has letters, is neither tiny nor a sentence."""
    return 2 <= len(name) <= 60 and any(c.isalpha() for c in name) and not any(c in name for c in "{}|\t")


def name_of(graph: Graph, node: int, rng: np.random.Generator) -> str | None:
    """The label (four in five) or an alias of an entity; None when it has no usable name."""
    names = graph.pack.aliases(node)
    if names and rng.random() < 0.2:
        alias = names[int(rng.integers(len(names)))]
        if usable_name(alias) and len(alias) >= 3:
            return alias
    label = graph.pack.labels[node]
    label = re.sub(r"\s*\([^)]*\)$", "", label)
    return label if usable_name(label) else None


def typo(text: str, rng: np.random.Generator) -> str:
    """One letter dropped, doubled, swapped with the next or replaced, inside a word of five or more."""
    places = [m for m in re.finditer(r"[A-Za-z]{5,}", text)]
    if not places:
        return text
    word = places[int(rng.integers(len(places)))]
    at = int(rng.integers(word.start() + 1, word.end() - 1))
    kind = int(rng.integers(4))
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + _LETTERS[int(rng.integers(26))] + text[at + 1 :]


def style(text: str, rng: np.random.Generator) -> str:
    """One question as different people would type it."""
    text = re.sub(r"\s+", " ", text).strip()
    question = bool(re.match(r"(who|what|which|where|when|how|whose|whom|in|on|at|for|to|is|are|was|were|do|does|did|has|have|had|can|could)\b", text, re.I))
    asks = bool(re.match(r"(who|what|which|where|when|how|whose|whom)\b", text, re.I))
    if asks and rng.random() < 0.03:
        text = _POLITE[int(rng.integers(len(_POLITE)))].format(q=text[0].lower() + text[1:])
    text = text.rstrip("?. ")
    draw = rng.random()
    if draw < 0.45:
        text = text.lower()
    elif text:
        text = text[0].upper() + text[1:]
    if question and rng.random() < 0.6:
        text += "?"
    return text
