"""Operations over what the paths reach: count, maximum and minimum with ordinals, comparison, difference, yes/no, years.

The likeliest sets of a question (chains; pairs of one-hop paths that meet) are taken as they are, crisp; each operation's result over each is known before the
model speaks, and the model weighs sets, attributes and operations: Σ P(operation) Σ_set w(set) Σ_attribute p(attribute | set)·agreement. Nothing but the
answer is supervised. An attribute weighs exp(score)·(share of the members that have it): the mass that survives, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from . import programs, sets
from .batches import Assembler, Batch
from .heads import OPERATIONS
from .rows import row_softmax, row_sum

#: Chain programs of a plan, one-hop programs of a span that may meet, and pairs of them, that are taken as sets. The same when serving.
CHAIN_SETS = 6
SPAN_PROGRAMS = 4
PAIR_SETS = 12
#: Members of a set that an operation looks at.
MOST_MEMBERS = 3000
#: Candidates of a span that are compared or looked for, best first.
COMPARED = 4
LOOKED_FOR = 8
MOST_COMPARISONS = 4000
TINY = 1e-9
EXTRA = 4
#: Members with the start and the end of the periods of the facts that lead to them.
Held = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass
class SetSource:
    """What the sets come from: the chains' (row, candidate, relations, probability, agreement), p(candidate, relation | span) of the one-hop programs and their
    spans, u of the spans, scores of the candidates, attribute scores [S, D] and the log-probabilities of the plans."""

    chains: list[tuple[Tensor, Tensor, Tensor, Tensor, Tensor]]
    reach: Tensor
    one_span: Tensor
    meet: Tensor
    candidate: Tensor
    attribute: Tensor
    gate: Tensor


@dataclass
class Operated:
    """``choice``: log-probabilities of the operations [B, 13]; ``likelihood``: probability that each but the first gives the gold answer [B, 12]."""

    choice: Tensor
    likelihood: Tensor


class _Entries:
    """Columns that grow while questions are listed."""

    def __init__(self) -> None:
        self.columns: dict[str, list[np.ndarray]] = {}

    def add(self, **values: np.ndarray) -> None:
        for name, column in values.items():
            self.columns.setdefault(name, []).append(column)

    def ints(self, name: str) -> Tensor:
        return torch.from_numpy(np.concatenate(self.columns[name]).astype(np.int64)) if name in self.columns else torch.zeros(0, dtype=torch.int64)

    def floats(self, name: str) -> Tensor:
        return torch.from_numpy(np.concatenate(self.columns[name]).astype(np.float32)) if name in self.columns else torch.zeros(0)


def _top(score: np.ndarray, lo: int, hi: int, count: int) -> np.ndarray:
    return lo + np.argsort(-score[lo:hi], kind="stable")[:count]


class _Lister:
    """Lists sets, results and comparisons of the questions of one batch."""

    def __init__(self, batch: Batch, assembler: Assembler, source: SetSource, training: bool) -> None:
        self.batch, self.assembler, self.training = batch, assembler, training
        g = assembler.graph
        self.arrays = (g.node_group, g.group_relation, g.group_start, g.edge_node)
        self.chains = [tuple(t.detach().numpy() for t in chain) for chain in source.chains]
        self.rows = np.arange(len(batch.ids) + 1)
        self.chain_bounds = [np.searchsorted(chain[0], self.rows) for chain in self.chains]
        self.reach = source.reach.detach().numpy()
        self.score = source.candidate.detach().numpy()
        self.u = source.meet.detach().numpy()
        self.nodes = batch.nodes.numpy().astype(np.int32)
        self.owner = batch.owner.numpy()
        self.spans = batch.spans.numpy().astype(np.int32)
        self.span_bounds = np.searchsorted(batch.span_row.numpy(), self.rows)
        self.one_span = self.owner[batch.one_candidate.numpy()]
        self.one_bounds = np.searchsorted(self.one_span, np.arange(len(self.spans) + 1))
        self.candidate_bounds = np.searchsorted(self.owner, np.arange(len(self.spans) + 1))
        self.sets, self.attributes, self.years, self.checks = _Entries(), _Entries(), _Entries(), _Entries()
        self.differences, self.comparisons = _Entries(), _Entries()
        self.count = 0

    def list_row(self, row: int) -> None:
        """Everything of one question."""
        gold = self.batch.gold[row]
        mark = self.assembler.remark(gold)
        for kind in range(3):
            self._chain_sets(row, kind, mark)
        self._pair_sets(row, mark, gold)
        if self.span_bounds[row + 1] - self.span_bounds[row] > 1:
            self._comparisons(row, mark)

    def _chain_sets(self, row: int, kind: int, mark: int) -> None:
        _, candidate, relations, probability, agreement = self.chains[kind]
        lo, hi = int(self.chain_bounds[kind][row]), int(self.chain_bounds[kind][row + 1])
        chosen = _top(probability, lo, hi, CHAIN_SETS)
        if self.training:
            # Sets that hold the answer are looked at too, or the model would never learn that they are the right ones.
            holding = lo + np.flatnonzero(agreement[lo:hi] > 0)
            chosen = np.union1d(chosen, holding[np.argsort(-probability[holding], kind="stable")[:EXTRA]])
        for p in chosen:
            start = int(self.nodes[candidate[p]])
            path = np.ascontiguousarray(relations[:, p]).astype(np.int32)
            members = self._follow(start, path)
            span = int(self.owner[candidate[p]])
            # The hop before the last is followed again where times are known: few graphs have any.
            before = self._follow(start, path[:-1]) if len(self.assembler.times.edge) else members[:0]
            held = self._held(members, before, np.full(len(before), path[-1], dtype=np.int32))
            self._set(row, kind, int(p), -1, span, span, members, held, mark)
            self._check(row, span, members)

    def _follow(self, start: int, path: np.ndarray) -> np.ndarray:
        frontier, self.assembler.seen_mark = programs.follow(start, path, MOST_MEMBERS, self.assembler.seen, self.assembler.seen_mark, *self.arrays)
        return frontier

    def _held(self, members: np.ndarray, before: np.ndarray, directed: np.ndarray) -> Held:
        """When the facts held that lead to the members from these nodes, over these relations."""
        times = self.assembler.times
        self.assembler.seen_mark += 1
        found: Held = sets.held_when(members, before, directed, self.assembler.seen, self.assembler.seen_mark, *self.arrays, times.edge, times.start, times.end)
        return found

    def _set(self, row: int, kind: int, p: int, q: int, left: int, right: int, members: np.ndarray, held: Held, mark: int) -> None:
        """One set with its results."""
        target, g, a = self.batch.targets[row], self.assembler.graph, self.assembler
        if len(members) == 0:
            return
        one = np.array([1])
        self.sets.add(row=one * row, kind=one * kind, p=one * p, q=one * q, count=one * float(target.value == str(len(members))))
        common = (held, g.directed_count, a.stamp3, mark, g.node_group, g.group_relation, a.values)
        if len(members) > 1:
            attribute, share, greatest, least = sets.extremes(members, target.ordinal, *common)
            attribute[attribute == g.directed_count] = a.times.attribute
            n = np.ones(len(attribute), dtype=np.int64)
            self.attributes.add(set=n * self.count, left=n * left, right=n * right, attribute=attribute, share=share, greatest=greatest, least=least)
        if target.year:
            attribute, share, agreement = sets.by_year(members, target.year, *common, a.kinds)
            attribute[attribute == g.directed_count] = a.times.attribute
            n = np.ones(len(attribute), dtype=np.int64)
            self.years.add(set=n * self.count, left=n * left, right=n * right, attribute=attribute, share=share, within=agreement[0], before=agreement[1],
                           after=agreement[2])
        self.count += 1

    def _check(self, row: int, span: int, members: np.ndarray) -> None:
        """Whether another span names a member: for the set just added."""
        if len(members) == 0:
            return
        others = [s for s in range(self.span_bounds[row], self.span_bounds[row + 1]) if self._disjoint(s, span)]
        hits = np.zeros(len(others), dtype=np.float32)
        for k, s in enumerate(others):
            lo, hi = self.candidate_bounds[s], self.candidate_bounds[s + 1]
            hits[k] = float(sets.shares_any(self.nodes[_top(self.score, lo, hi, LOOKED_FOR)], members))
        n = np.ones(len(others), dtype=np.int64)
        self.checks.add(set=n * (self.count - 1), span=np.array(others, dtype=np.int64), hit=hits)

    def _disjoint(self, a: int, b: int) -> bool:
        return bool(self.spans[a, 1] <= self.spans[b, 0] or self.spans[b, 1] <= self.spans[a, 0])

    def _pair_sets(self, row: int, mark: int, gold: np.ndarray) -> None:
        """Pairs of one-hop paths of disjoint spans: what they share, and what the first has alone."""
        batch = self.batch
        chosen: list[tuple[float, int, int]] = []
        best: dict[int, np.ndarray] = {}
        for s in range(self.span_bounds[row], self.span_bounds[row + 1]):
            lo, hi = self.one_bounds[s], self.one_bounds[s + 1]
            top = _top(self.reach, lo, hi, SPAN_PROGRAMS)
            if self.training:
                holding = lo + np.flatnonzero(batch.one_agreement.numpy()[lo:hi] > 0)
                top = np.union1d(top, holding[np.argsort(-self.reach[holding], kind="stable")[:2]])
            best[s] = top
        for s, first in best.items():
            for t, second in best.items():
                if self.spans[s, 1] > self.spans[t, 0]:
                    continue
                weight = float(self.u[s] + self.u[t])
                chosen += [(weight + float(np.log(min(self.reach[p], self.reach[q]) + TINY)), int(p), int(q)) for p in first for q in second]
        chosen.sort(key=lambda item: -item[0])
        g = self.assembler.graph
        candidate, relation = batch.one_candidate.numpy(), batch.one_relation.numpy()
        met = apart = tried = 0
        for _, p, q in chosen:
            if met >= PAIR_SETS or tried >= 8 * PAIR_SETS:
                break
            tried += 1
            (lo1, hi1), (lo2, hi2) = (self._range(int(self.nodes[candidate[one]]), int(relation[one])) for one in (p, q))
            shared = sets.meet(g.edge_node, lo1, hi1, lo2, hi2, MOST_MEMBERS)
            if len(shared) == 0:
                continue
            met += 1
            ends = np.array([p, q])
            held = self._held(shared, self.nodes[candidate[ends]], relation[ends].astype(np.int32))
            self._set(row, 3, p, q, int(self.one_span[p]), int(self.one_span[q]), shared, held, mark)
            rest = sets.minus(g.edge_node, lo1, hi1, lo2, hi2, MOST_MEMBERS)
            if len(rest) and len(rest) + len(shared) < MOST_MEMBERS:
                apart += 1
                one_ = np.array([1])
                self.differences.add(row=one_ * row, p=one_ * p, q=one_ * q, agreement=one_ * float(np.isin(rest, gold).mean()))

    def _range(self, node: int, directed: int) -> tuple[int, int]:
        """The edges of a group that exists."""
        g = self.assembler.graph
        group = programs._group_of(node, directed, g.node_group, g.group_relation)
        return int(g.group_start[group]), int(g.group_start[group + 1])

    def _comparisons(self, row: int, mark: int) -> None:
        s0, s1 = self.span_bounds[row], self.span_bounds[row + 1]
        chosen = np.concatenate([_top(self.score, self.candidate_bounds[s], self.candidate_bounds[s + 1], COMPARED) for s in range(s0, s1)])
        g, a = self.assembler.graph, self.assembler
        starts, ends = np.ascontiguousarray(self.spans[s0:s1, 0]), np.ascontiguousarray(self.spans[s0:s1, 1])
        left, right, attribute, greater, lesser, first = sets.comparisons(
            self.nodes[chosen], (self.owner[chosen] - s0).astype(np.int32), starts, ends, a.stamp3, mark, MOST_COMPARISONS,
            g.node_group, g.group_relation, a.values,
        )
        n = np.ones(len(left), dtype=np.int64)
        self.comparisons.add(row=n * row, left=chosen[left], right=chosen[right], attribute=attribute, greater=greater, lesser=lesser, first=first)


def operate(batch: Batch, assembler: Assembler, source: SetSource, words: Tensor, training: bool) -> Operated:
    """Likelihood of every operation for the questions whose operations are listed; 0 for the rest. ``words`` [B, 13]: what the words say of the operation."""
    rows = len(batch.ids)
    lister = _Lister(batch, assembler, source, training)
    listed = [row for row in range(rows) if batch.targets[row].listed]
    for row in listed:
        lister.list_row(row)
    found: dict[str, Tensor] = {}
    possible: dict[str, Tensor] = {}
    weight, set_row = _set_weights(lister.sets, source, rows)

    def put(name: str, row: Tensor, values: Tensor) -> None:
        found[name] = row_sum(values, row, rows)
        possible[name] = row_sum(torch.ones(len(row)), row, rows).clamp_max(1)

    put("count", set_row, weight * lister.sets.floats("count"))
    for entries, names in ((lister.attributes, (("maximum", "greatest"), ("minimum", "least"))),
                           (lister.years, (("in-year", "within"), ("before-year", "before"), ("after-year", "after")))):
        which = entries.ints("set")
        score = 0.5 * (source.attribute[entries.ints("left"), entries.ints("attribute")] + source.attribute[entries.ints("right"), entries.ints("attribute")])
        share = row_softmax(score + torch.log(entries.floats("share") + TINY), which, max(1, len(weight)))
        for name, column in names:
            put(name, set_row[which], weight[which] * share * entries.floats(column))
    apart = lister.differences
    mass = _pair_mass(source, apart.ints("p"), apart.ints("q"), apart.ints("row"), rows)
    put("difference", apart.ints("row"), mass * apart.floats("agreement") ** batch.power[apart.ints("row")])
    truth = torch.tensor([float(target.value == "true") for target in batch.targets])
    judged = torch.tensor([float(target.value in ("true", "false")) for target in batch.targets])

    def judge(name: str, row: Tensor, yes: Tensor) -> None:
        """A probability of yes a question, against the answer; 0 for a question that is not answered by yes or no."""
        exists = row_sum(torch.ones(len(row)), row, rows).clamp_max(1)
        found[name] = (yes * truth + (1 - yes) * (1 - truth)) * judged * exists
        possible[name] = exists

    looked = lister.checks
    in_set, in_row = looked.ints("set"), set_row[looked.ints("set")]
    named = row_softmax(source.meet[looked.ints("span")], in_set, max(1, len(weight))) * weight[in_set]
    judge("check", in_row, row_sum(named * looked.floats("hit"), in_row, rows) / (row_sum(named, in_row, rows) + TINY))
    pairs = lister.comparisons
    their_row, share = pairs.ints("row"), _comparison_shares(pairs, batch, source, rows)
    put("greater", their_row, share * pairs.floats("greater"))
    put("lesser", their_row, share * pairs.floats("lesser"))
    first = row_sum(share * pairs.floats("first"), their_row, rows)
    judge("check-greater", their_row, first)
    judge("check-lesser", their_row, 1 - first)

    likelihood = torch.stack([found[name] for name in OPERATIONS[1:]], -1)
    allowed = torch.stack([torch.ones(rows), *(possible[name] for name in OPERATIONS[1:])], -1)
    unlisted = torch.ones(rows)
    unlisted[listed] = 0.0
    allowed = torch.maximum(allowed, unlisted[:, None])
    return Operated(torch.log_softmax(words + (1.0 - allowed) * -10000.0, -1), likelihood)


def _set_weights(entries: _Entries, source: SetSource, rows: int) -> tuple[Tensor, Tensor]:
    """w(set): the plan's probability among the plans that list, times the program's; a pair weighs exp(u_i + u_j)·min(p_i, p_j) among the pairs."""
    kind, row, p, q = (entries.ints(name) for name in ("kind", "row", "p", "q"))
    plans = torch.softmax(source.gate[:, :4], -1)
    weight = torch.zeros(len(row))
    for k, chain in enumerate(source.chains):
        mine = (kind == k).nonzero()[:, 0]
        weight = weight.index_add(0, mine, plans[row[mine], k] * chain[3][p[mine]])
    mine = (kind == 3).nonzero()[:, 0]
    mass = _pair_mass(source, p[mine], q[mine], row[mine], rows)
    weight = weight.index_add(0, mine, plans[row[mine], 3] * mass)
    return weight, row


def _pair_mass(source: SetSource, p: Tensor, q: Tensor, row: Tensor, rows: int) -> Tensor:
    logit = torch.log(torch.minimum(source.reach[p], source.reach[q]) + TINY)
    return row_softmax(logit + source.meet[source.one_span[p]] + source.meet[source.one_span[q]], row, rows)


def _comparison_shares(pairs: _Entries, batch: Batch, source: SetSource, rows: int) -> Tensor:
    """p(two candidates, attribute): what both of them have, by how well either is meant and the attribute is asked for."""
    left, right, attribute = pairs.ints("left"), pairs.ints("right"), pairs.ints("attribute")
    a, b = batch.owner[left], batch.owner[right]
    logit = source.candidate[left] + source.candidate[right] + source.meet[a] + source.meet[b]
    return row_softmax(logit + source.attribute[a, attribute] + source.attribute[b, attribute], pairs.ints("row"), rows)
