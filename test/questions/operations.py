"""What an operation over the entities that the paths reach answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

from graph import Graph
from values import ValueProblem, compared, year

FIELDS: dict[str, set[str]] = {
    "count": set(),
    "maximum": {"attribute"},
    "minimum": {"attribute"},
    "ordinal": {"attribute", "order", "rank"},
    "comparison": {"attribute", "order"},
    "difference": set(),
    "yes-no": set(),
    "type": {"type"},
    "time": {"attribute", "from", "to"},
    "held": set(),
}
"""The fields that an operation must have beside `name`; any may have a `type`, a yes-no also `attribute` and `order`, a held those of one of HELD."""
HELD: dict[str, set[str]] = {"in": {"from", "to"}, "before": {"before"}, "after": {"after"}, "ordinal": {"order", "rank"}}
"""The fields of a held, by the complexity of its question."""
TYPE_STEPS = ("P31", "P106")


@dataclass
class Outcome:
    """The answers, and what makes them doubtful: a tie, values that cannot be compared, members without a value."""

    answers: list[str]
    problems: list[str]
    valued: int = 0
    members: int = 0


def has_type(graph: Graph, entity: str, wanted: str) -> bool:
    """Whether an entity is an instance (or by occupation) of a class or of one below it."""
    seen: set[str] = set()
    frontier = set().union(*(graph.edges.get((entity, step), set()) for step in TYPE_STEPS))
    while frontier - seen:
        if wanted in frontier:
            return True
        seen |= frontier
        frontier = set().union(*(graph.edges.get((kind, "P279"), set()) for kind in frontier))
    return False


def ranked(graph: Graph, members: set[str], attribute: str, greatest: bool) -> list[str]:
    """The members that have the attribute, best first; raises ValueProblem where two cannot be compared."""
    valued = sorted(e for e in members if (e, attribute) in graph.literals)
    sign = -1 if greatest else 1

    def better(one: str, other: str) -> int:
        return sign * compared(graph.literals[(one, attribute)], graph.literals[(other, attribute)])

    return sorted(valued, key=cmp_to_key(better))


def at_rank(graph: Graph, members: set[str], attribute: str, greatest: bool, rank: int) -> Outcome:
    """The member at a rank, counted from 1; a problem where it shares its place or nobody stands there."""
    order = ranked(graph, members, attribute, greatest)
    if len(order) < max(rank, 2):
        return Outcome([], [f"only {len(order)} of {len(members)} members have {attribute}"])
    tied = [
        other
        for other in (order[rank - 2 : rank - 1] if rank > 1 else []) + order[rank : rank + 1]
        if compared(graph.literals[(other, attribute)], graph.literals[(order[rank - 1], attribute)]) == 0
    ]
    return Outcome([order[rank - 1]], [f"ties with {other}" for other in tied], len(order), len(members))


def outcome(graph: Graph, operation: dict[str, Any], program: list[list[str]]) -> Outcome:
    """What the operation answers over the program's paths."""
    if operation["name"] == "held":
        return held(graph, operation, program)
    reached = [graph.follow(path) for path in program]
    problems: list[str] = []
    if "type" in operation:
        typed = {e for e in reached[0] if has_type(graph, e, operation["type"])}
        if operation["name"] == "type" and not set.intersection(*reached) - typed:
            problems.append("the type leaves nothing out")
        reached[0] = typed
    try:
        found = applied(graph, operation, reached)
    except ValueProblem as problem:
        return Outcome([], [str(problem)])
    return Outcome(found.answers, problems + found.problems, found.valued, found.members)


def held(graph: Graph, operation: dict[str, Any], program: list[list[str]]) -> Outcome:
    """Of what every path reaches, those whose fact (of any of the paths, of one step each) held then."""
    members = set.intersection(*(graph.follow(path) for path in program))
    periods = sorted(
        (first, last, member) for start, step in program for member in members for first, last in graph.periods.get((start, step, member), [])
    )
    if "rank" in operation:
        order = periods if operation["order"] == "ascending" else periods[::-1]
        rank = operation["rank"]
        if len(order) < rank or float("-inf") in (first for first, _, _ in order):
            return Outcome([], ["too few periods, or one of unknown start"])
        start = order[rank - 1][0]
        return Outcome(sorted({member for first, _, member in order if first == start}), [], len(periods), len(members))
    if "before" in operation:
        kept = {member for first, _, member in periods if float("-inf") < first and int(first) < operation["before"]}
    elif "after" in operation:
        kept = {member for first, _, member in periods if int(max(first, -1e6)) > operation["after"]}
    else:
        kept = {member for first, last, member in periods if first < operation["to"] + 1 and last >= operation["from"]}
    return Outcome(sorted(kept), ["the time leaves nothing out"] if kept == members else [], len(periods), len(members))


def applied(graph: Graph, operation: dict[str, Any], reached: list[set[str]]) -> Outcome:
    """The operation over what each path reached; raises ValueProblem for values that cannot be compared."""
    name, attribute = operation["name"], operation.get("attribute", "")
    greatest = operation.get("order") == "descending"
    if name == "comparison":
        return at_rank(graph, set().union(*reached), attribute, greatest, 1)
    if name == "yes-no" and attribute:
        first = at_rank(graph, set().union(*reached), attribute, greatest, 1)
        return Outcome(["true" if set(first.answers) <= reached[0] else "false"], first.problems)
    members = set.intersection(*reached)
    if name == "yes-no":
        return Outcome(["true" if members else "false"], [])
    if name == "difference":
        left = reached[0].difference(*reached[1:])
        same = left == reached[0]
        return Outcome(sorted(left), ["nothing is taken away"] if same else [])
    if name == "count":
        return Outcome([str(len(members))], [])
    if name == "type":
        return Outcome(sorted(members), [])
    if name == "time":
        years = {e: year(graph.literals[(e, attribute)]) for e in members if (e, attribute) in graph.literals}
        within = sorted(e for e, y in years.items() if operation["from"] <= y <= operation["to"])
        problems = ["the time leaves nothing out"] if len(within) == len(members) else []
        return Outcome(within, problems, len(years), len(members))
    rank = operation.get("rank", 1)
    return at_rank(graph, members, attribute, greatest if name == "ordinal" else name == "maximum", rank)
