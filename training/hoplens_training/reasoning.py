"""From scores to the loss: every plan is a distribution over programs that exist in the graph, and plans are mixed by a gate.

A chain of k hops: softmax over programs of (candidate + Σ relation scores), the log-linear form of the papers' follow with surviving mass: what has
no edge has no program. Intersection (Sen et al. 2021): each span's one-hop programs give y_i(o); the element-wise minimum over two to four disjoint
spans is what all of them reach; a set of spans weighs exp(Σ u_i), so the model decides how many take part, and the mass that survives is normalised
once. The loss is −log of the probability that the answer drawn is gold: nothing but the answer is supervised.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from . import programs
from .batches import HOP_LIMIT, Assembler, Batch
from .encoder import load_pretrained
from .heads import ATTRIBUTE, MEET, ONE, OPERATIONS, THREE, TWO, Gate, Heads, RelationVectors, TypeVectors
from .meetings import MOST_MET
from .operate import Operated, SetSource, operate
from .rows import row_max, row_softmax, row_sum

TINY = 1e-9
#: Two-hop programs that are extended to a third hop: the best by score, and in training some that lead towards the answer.
BEAM = 48
LEADS = 16
#: Weight of the exploration of difference in the loss, and the power of the prior there.
EXPLORING = 0.3
FLATTER = 0.1


@dataclass
class Branch:
    """One chain plan over a batch: programs with their question, logit and probability; ``relations`` [k, programs]."""

    row: Tensor
    candidate: Tensor
    relations: Tensor
    logit: Tensor
    probability: Tensor
    agreement: Tensor


@dataclass
class Meeting:
    """The intersection plan: mass of each set of cells, exp(Σ u_i)·min, and its question."""

    row: Tensor
    mass: Tensor
    minimum: Tensor
    weight: Tensor
    reach: Tensor
    """p(candidate, relation | span) of every one-hop program."""


@dataclass
class Scores:
    """All that the model said of a batch."""

    attention: Tensor
    relation: Tensor
    candidate: Tensor
    chains: list[Branch]
    meeting: Meeting
    gate: Tensor
    """Log-probabilities of the plans and of no answer [B, 5]."""
    likelihood: Tensor
    """Probability that each choice is right [B, 5]: that a plan's answer is gold; for "none", 1 where there is no gold."""
    operated: Operated


class Model(nn.Module):
    """Encoder, heads and vectors. ``refresh`` re-encodes the label texts and must be called before the first batch and now and then in training."""

    relation_texts: Tensor
    type_texts: Tensor

    def __init__(self, relation_count: int, type_count: int) -> None:
        super().__init__()
        self.encoder = load_pretrained()
        self.heads = Heads()
        self.relations = RelationVectors(relation_count)
        self.types = TypeVectors()
        self.gate = Gate()
        self.register_buffer("relation_texts", torch.zeros(relation_count, 3, 384))
        self.register_buffer("type_texts", torch.zeros(type_count, 384))

    def forward(self, batch: Batch, assembler: Assembler, type_row: Tensor, half: bool = True) -> Scores:
        """Scores one batch; ``half`` runs the encoder in bfloat16. ``type_row`` maps a node to its row of ``type_texts`` (−1: no such type)."""
        hidden = self.encoder.states(batch.ids, batch.mask, half)
        rows = len(batch.ids)
        kinds = self.types(self.type_texts)[type_row[batch.type_ids]]
        count = len(batch.owner)
        types = torch.zeros(count, kinds.shape[1]).index_add(0, batch.type_owner, kinds)
        types = types / torch.bincount(batch.type_owner, minlength=count).clamp_min(1)[:, None]
        vectors = self.relations(self.relation_texts)
        attention, relation, span, meet, name, fit, prior, plan, operation = self.heads(
            hidden, batch.mask, batch.span_row, batch.spans, batch.features, batch.owner, types, vectors
        )
        candidate = span[batch.owner] + name + fit + prior
        candidate_row = batch.span_row[batch.owner]

        flat = relation.reshape(-1)
        slots, directed = relation.shape[1], relation.shape[2]

        def scored(span: Tensor, slot: int, step: Tensor) -> Tensor:
            """relation[span, slot, step]; through a flat index, whose backward is far faster."""
            picked: Tensor = flat.index_select(0, (span * slots + slot) * directed + step)
            return picked

        def chain(owner: Tensor, places: tuple[int, ...], steps: list[Tensor], agreement: Tensor) -> Branch:
            logit = candidate.index_select(0, owner)
            span = batch.owner[owner]
            for slot, step in zip(places, steps, strict=True):
                logit = logit + scored(span, slot, step)
            row = candidate_row[owner]
            return Branch(row, owner, torch.stack(steps), logit, row_softmax(logit, row, rows), agreement)

        one = chain(batch.one_candidate, ONE, [batch.one_relation], batch.one_agreement)
        two = chain(batch.two_candidate, TWO, [batch.two_first, batch.two_second], batch.two_agreement)
        owner3, first3, second3, third3, agreement3 = self.extend(batch, assembler, relation.detach(), candidate.detach())
        three = chain(owner3, THREE, [first3, second3, third3], agreement3)

        path = candidate.index_select(0, batch.one_candidate) + scored(batch.owner[batch.one_candidate], MEET[0], batch.one_relation)
        reach = row_softmax(path, batch.owner[batch.one_candidate], len(batch.spans))
        cell = row_sum(reach.index_select(0, batch.incidence_program), batch.incidence_cell, len(batch.cell_span))
        there, member = batch.met >= 0, batch.met.clamp_min(0).reshape(-1)
        # No path gives an object more than 1: what is not there never is the least.
        minimum = torch.where(there, cell.index_select(0, member).view(-1, MOST_MET), torch.full((1, 1), 2.0)).amin(1)
        weight = (meet.index_select(0, batch.cell_span[member]).view(-1, MOST_MET) * there).sum(1)
        met_row = batch.span_row[batch.cell_span[batch.met[:, 0]]]
        top = row_max(weight.detach(), met_row, rows)
        mass = torch.exp(weight - top[met_row]) * minimum
        total = row_sum(mass, met_row, rows)
        gold_mass = row_sum(mass * batch.met_gold, met_row, rows)
        meeting = Meeting(met_row, mass, minimum, weight, reach)

        listed = [row_sum(b.probability * b.agreement ** batch.power[b.row], b.row, rows) for b in (one, two, three)]
        likelihood = torch.stack([*listed, gold_mass / (total + TINY), batch.declining], -1)
        fit_features, possible = self.fit(batch, [one, two, three], meeting, relation, rows)
        gate = self.gate(plan, fit_features, possible)
        source = SetSource([(b.row, b.candidate, b.relations, b.probability, b.agreement) for b in (one, two, three)], reach,
                           batch.owner[batch.one_candidate], meet, candidate,
                           relation[:, ATTRIBUTE[0]], gate)
        operated = operate(batch, assembler, source, operation, self.training)
        return Scores(attention, relation, candidate, [one, two, three], meeting, gate, likelihood, operated)

    @staticmethod
    def fit(batch: Batch, chains: list[Branch], meeting: Meeting, relation: Tensor, rows: int) -> tuple[Tensor, Tensor]:
        """How well each plan fits: best logit, best probability or minimum, words, and regret: how much better than the best one-hop program the asked
        relation would score if the entity had it. [B, 10] without gradient, and which choices exist [B, 5]."""
        with torch.no_grad():
            best = [row_max(b.logit, b.row, rows) for b in chains]
            best.append(row_max(torch.log(meeting.minimum + TINY) + meeting.weight, meeting.row, rows))
            sure = [row_max(b.probability, b.row, rows).clamp_min(0) for b in chains]
            sure.append(row_max(meeting.minimum, meeting.row, rows).clamp_min(0))
            possible = torch.stack([*((b > -9e3).float() for b in best), torch.ones(rows)], -1)
            scaled = [torch.where(b > -9e3, b / 10.0, torch.zeros(rows)).clamp(-4, 4) for b in best]
            words = batch.mask.sum(1) / 20.0
            one = chains[0]
            span = batch.owner[one.candidate]
            wanted = relation[:, ONE[0]].amax(-1)
            had = relation[span, ONE[0], one.relations[0]]
            is_best = one.logit >= best[0].index_select(0, one.row) - 1e-6
            regret = row_max(torch.where(is_best, wanted.index_select(0, span) - had, torch.full_like(had, -1e4)), one.row, rows)
            regret = torch.where(regret > -9e3, regret / 5.0, torch.zeros(rows))
            return torch.stack([*scaled, *sure, words, regret], -1), possible

    def extend(self, batch: Batch, assembler: Assembler, relation: Tensor, candidate: Tensor) -> tuple[Tensor, ...]:
        """Third hops of the best two-hop programs of each question, and in training of some that lead towards the answer."""
        owner = batch.two_candidate
        span = batch.owner[owner]
        score = candidate[owner] + relation[span, THREE[0], batch.two_first] + relation[span, THREE[1], batch.two_second]
        row = batch.span_row[span].numpy()
        bounds = np.searchsorted(row, np.arange(len(batch.ids) + 1))
        g = assembler.graph
        arrays = (g.node_group, g.group_relation, g.group_start, g.edge_node)
        out: list[list[np.ndarray]] = [[], [], [], [], []]
        first, second = batch.two_first.numpy(), batch.two_second.numpy()
        for k in range(len(batch.ids)):
            lo, hi = int(bounds[k]), int(bounds[k + 1])
            if lo == hi:
                continue
            chosen = lo + torch.topk(score[lo:hi], min(BEAM, hi - lo)).indices.numpy()
            if self.training:
                leads = lo + np.flatnonzero(batch.two_leads[lo:hi].numpy())
                if len(leads) > LEADS:
                    leads = np.random.default_rng(k).choice(leads, LEADS, replace=False)
                chosen = np.union1d(chosen, leads)
            mark = assembler.remark(batch.gold[k])
            start = batch.nodes[owner[chosen]].numpy().astype(np.int32)
            index, third, agreement = programs.third_hop(
                start, first[chosen].astype(np.int32), second[chosen].astype(np.int32), batch.gold[k], assembler.stamp3, mark,
                HOP_LIMIT, 20_000, *arrays, assembler.size3, assembler.hit3,
            )
            picked = chosen[index]
            for column, values in zip(out, (owner[picked].numpy(), first[picked], second[picked], third, agreement), strict=True):
                column.append(values)
        if not out[0]:
            empty = torch.zeros(0, dtype=torch.int64)
            return empty, empty, empty, empty, torch.zeros(0)
        joined = [torch.from_numpy(np.concatenate(column)) for column in out]
        return joined[0].long(), joined[1].long(), joined[2].long(), joined[3].long(), joined[4].float()


def loss(scores: Scores) -> tuple[Tensor, Tensor]:
    """−log Σ_operation P(operation)·P(gold | operation), where listing is Σ_plan g(plan)·P(gold | plan), with some of :func:`_explored` added; and which
    questions can be answered at all (the others teach nothing)."""
    listed = (torch.exp(scores.gate) * scores.likelihood).sum(-1)
    each = torch.cat([listed[:, None], scores.operated.likelihood], -1)
    total = (torch.exp(scores.operated.choice) * each).sum(-1)
    answerable = (scores.likelihood.sum(-1) > 1e-7) | (scores.operated.likelihood.sum(-1) > 1e-7)
    return -torch.log(total + 1e-8) + EXPLORING * _explored(scores.operated.choice, each), answerable


def _explored(choice: Tensor, each: Tensor) -> Tensor:
    """Keeps difference alive. Its gradient is in proportion to its probability, and listing X's is nearly right for "X's that are not Y's" long before the two
    paths are known: what is never chosen would never be learned. So where the difference gives the answer, listing and difference are also drawn
    towards their posterior under a flatter prior (as in deterministic annealing, Ueda and Nakano 1998), which does not vanish. No other takes part.
    """
    two = [0, OPERATIONS.index("difference")]
    prior, gives = choice[:, two], each[:, two].detach()
    posterior = torch.softmax(FLATTER * prior.detach() + torch.log(gives + TINY), -1)
    return -(posterior * prior).sum(-1) * (gives[:, 1] > 0.05)
