"""The heads: everything that scores spans, candidates, relations and plans from the encoder's hidden states.

One decoder serves every path. A slot is a place in a plan: hop 1 of one hop; hops 1–2 of two; hops 1–3 of three; the one hop of a path that meets
others (Rigel-Intersect's parallel paths, Sen et al. 2021); the attribute that an operation compares. Each slot attends over the words outside the
span, pools them to a query, and scores
every directed relation by its label text: a relation never seen in training scores at once.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from .encoder import WIDTH
from .grid import straight_through

SLOTS = 8
ONE, TWO, THREE, MEET, ATTRIBUTE = (0,), (1, 2), (3, 4, 5), (6,), (7,)
PLANS = ("one-hop", "two-hop", "three-hop", "intersection")
#: The gate chooses among the plans and "the graph does not hold it".
CHOICES = (*PLANS, "none")
#: What is done with what the paths reach; "list" takes it as it is. The same order in server/src/answering/operations.ts.
OPERATIONS = (
    "list", "count", "maximum", "minimum", "greater", "lesser", "difference", "check", "check-greater", "check-lesser", "in-year", "before-year", "after-year",
)
RELATION_WIDTH = 192
TYPE_WIDTH = 64
KEY_WIDTH = 96
FEATURES = 16
FIT_FEATURES = 10
#: Which of the lexicon's features are the prior (log-degree and rank among namesakes); the rest say how well the name fits.
PRIOR_FEATURES = (7, 8, 9)


class RelationVectors(nn.Module):
    """Text vectors of the relations [R, 3, 384] (label, label with aliases, description) → directed vectors [2R, 192], row 2r forward, 2r+1 inverse.

    LayerNorm(text) + MLP(text, direction) + a residual by id, zero at the start and dropped for 30% of the relations in training, so that the text
    has to carry the meaning. Without the text (``by_text``) a relation is its id and nothing else: the peer that shows what the text is worth.
    """

    def __init__(self, relation_count: int) -> None:
        super().__init__()
        self.by_text = True
        self.mix = nn.Parameter(torch.tensor([1.0, 0.5, 0.0]))
        self.base = nn.Linear(WIDTH, RELATION_WIDTH)
        self.norm = nn.LayerNorm(RELATION_WIDTH)
        self.direction = nn.Parameter(torch.randn(2, WIDTH) * 0.5)
        self.mlp = nn.Sequential(nn.Linear(2 * WIDTH, 384), nn.GELU(), nn.Linear(384, RELATION_WIDTH))
        self.by_id = nn.Parameter(torch.zeros(2 * relation_count, RELATION_WIDTH))

    def text(self, texts: Tensor) -> Tensor:
        """The part that comes from the text alone: what a relation unknown in training has. [R, 3, 384] → [2R, 192]."""
        mixed = (torch.softmax(self.mix, 0)[None, :, None] * texts).sum(1)
        mixed = mixed / mixed.norm(dim=-1, keepdim=True).clamp_min(1e-6) * math.sqrt(WIDTH) * 0.5
        both = mixed[:, None, :].expand(-1, 2, -1)
        way = self.direction[None] + torch.zeros_like(both)
        out: Tensor = self.norm(self.base(both)) + self.mlp(torch.cat([both, way], -1))
        return out.flatten(0, 1)

    def forward(self, texts: Tensor) -> Tensor:
        # Both directions of a relation share a step.
        residual: Tensor = straight_through(self.by_id.view(-1, 2 * RELATION_WIDTH)).view(-1, RELATION_WIDTH)
        if not self.by_text:
            return residual
        if self.training:
            residual = residual * (torch.rand(len(residual) // 2, 1).repeat_interleave(2, 0) > 0.3)
        return self.text(texts) + residual


class Heads(nn.Module):
    """Hidden states and spans → scores. Shapes: T tokens, S spans, C candidates, D directed relations; B questions in training, one when serving."""

    prior_mask: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.span = nn.Sequential(nn.Linear(3 * WIDTH, WIDTH), nn.GELU())
        self.span_score = nn.Linear(WIDTH, 1)
        self.meet_score = nn.Linear(WIDTH, 1)
        self.key = nn.Linear(WIDTH, KEY_WIDTH)
        self.slot_query = nn.Linear(WIDTH, SLOTS * KEY_WIDTH)
        self.slot = nn.Parameter(torch.randn(SLOTS, WIDTH) * 0.3)
        self.query_base = nn.Linear(WIDTH, RELATION_WIDTH)
        self.query_norm = nn.LayerNorm(RELATION_WIDTH)
        self.query_mlp = nn.Sequential(nn.Linear(2 * WIDTH, 384), nn.GELU(), nn.Dropout(0.1), nn.Linear(384, RELATION_WIDTH))
        self.span_to_query = nn.Linear(WIDTH, WIDTH)
        self.type_query = nn.Linear(2 * WIDTH, TYPE_WIDTH)
        self.name = nn.Sequential(nn.Linear(FEATURES, 32), nn.GELU(), nn.Linear(32, 1))
        self.prior = nn.Sequential(nn.Linear(FEATURES, 16), nn.GELU(), nn.Linear(16, 1))
        self.plan_attention = nn.Linear(WIDTH, 1)
        self.plan = nn.Sequential(nn.Linear(2 * WIDTH, 128), nn.GELU(), nn.Dropout(0.1), nn.Linear(128, len(CHOICES)))
        self.operation = nn.Sequential(nn.Linear(2 * WIDTH, 128), nn.GELU(), nn.Dropout(0.1), nn.Linear(128, len(OPERATIONS)))
        mask = torch.zeros(FEATURES)
        mask[list(PRIOR_FEATURES)] = 1.0
        self.register_buffer("prior_mask", mask)

    def forward(
        self, hidden: Tensor, mask: Tensor, span_row: Tensor, spans: Tensor, features: Tensor, owner: Tensor, types: Tensor, relations: Tensor
    ) -> tuple[Tensor, ...]:
        """hidden [B, T, 384], mask [B, T]; spans [S, 2] token ranges of question span_row [S]; features [C, 16] and types [C, 64] of the candidates of
        span owner [C]; relations [D, 192].

        Returns raw scores: attention [S, 8, T] (sums to 1), relation [S, 8, D], span [S], meet [S], name [C], fit [C], prior [C], plan [B, 5],
        operation [B, 13].
        """
        states = hidden[span_row]
        places = torch.arange(hidden.shape[1], device=hidden.device)[None, :]
        inside = ((places >= spans[:, :1]) & (places < spans[:, 1:])).to(hidden.dtype)
        mean = (states * inside[:, :, None]).sum(1) / inside.sum(1, keepdim=True)
        rows = torch.arange(spans.shape[0], device=hidden.device)
        span = self.span(torch.cat([states[rows, spans[:, 0]], states[rows, spans[:, 1] - 1], mean], -1))

        keys = self.key(hidden)[span_row]
        queries = self.slot_query(span).view(-1, SLOTS, KEY_WIDTH)
        logits = queries @ keys.transpose(1, 2) / math.sqrt(KEY_WIDTH)
        hide = (1.0 - mask[span_row] * (1.0 - inside)) * -10000.0
        attention = torch.softmax(logits + hide[:, None, :], -1)
        pooled = attention @ states
        context = self.slot[None] + self.span_to_query(span)[:, None, :]
        query = self.query_norm(self.query_base(pooled)) + self.query_mlp(torch.cat([pooled, context], -1))
        relation = query @ relations.T / math.sqrt(RELATION_WIDTH)

        around = torch.cat([span, pooled[:, 0]], -1)
        fit = (self.type_query(around)[owner] * types).sum(-1) / math.sqrt(TYPE_WIDTH)
        name = self.name(features * (1.0 - self.prior_mask)).squeeze(-1)
        prior = self.prior(features * self.prior_mask).squeeze(-1)

        weights = torch.softmax(self.plan_attention(hidden).squeeze(-1) + (1.0 - mask) * -10000.0, -1)
        text = torch.cat([hidden[:, 0], (weights[:, :, None] * hidden).sum(1)], -1)
        return (
            attention, relation, self.span_score(span).squeeze(-1), self.meet_score(span).squeeze(-1), name, fit, prior, self.plan(text),
            self.operation(text),
        )


class TypeVectors(nn.Module):
    """Text vectors of type labels [Y, 384] → [Y, 64]; a candidate's vector is the mean of its types'."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, TYPE_WIDTH)
        self.norm = nn.LayerNorm(TYPE_WIDTH)

    def forward(self, texts: Tensor) -> Tensor:
        texts = texts / texts.norm(dim=-1, keepdim=True).clamp_min(1e-6) * math.sqrt(WIDTH) * 0.5
        result: Tensor = self.norm(self.project(texts))
        return result


class Gate(nn.Module):
    """Chooses the plan, or that the graph holds no answer, from what the words say and how well each plan FITS the graph (the fit features of
    ``reasoning.py``, [B, 10]).

    In training the words' part is dropped for a third of the questions: a gate that only reads learns to tell a template from a person.
    """

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(FIT_FEATURES, 24)
        self.out = nn.Linear(24, len(CHOICES))

    def forward(self, text: Tensor, fit: Tensor, possible: Tensor) -> Tensor:
        """Returns log-probabilities [B, 5]; a plan that the graph does not allow has about −1e4."""
        if self.training:
            text = text * (torch.rand(len(text), 1) > 0.33)
        logits = text + self.out(torch.tanh(self.hidden(fit)))
        return torch.log_softmax(logits + (1.0 - possible) * -10000.0, -1)
