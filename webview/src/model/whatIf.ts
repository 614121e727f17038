import type { Explanation, ForcedEntity, ForcedRelation, Forces, PlanName, Span } from '../../../server/src/protocol';

/** One thing that may be picked: what stands in the field, and what it means. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A mention whose entity may be given. */
export interface EntityField {
  readonly span: Span;
  readonly words: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}

/** A hop whose relation may be given; `mention` where several paths have such a hop. */
export interface RelationField {
  readonly hop: number;
  readonly mention: Span | null;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}

export interface WhatIfForm {
  readonly entities: readonly EntityField[];
  readonly relations: readonly RelationField[];
  readonly plan: PlanName | '';
}

const MOST_HOPS = 3;

/** A relation as it stands in a field: backwards with a caret, as SPARQL's property paths write it. */
export const relationText = ({ id, inverse }: { readonly id: string; readonly inverse: boolean }): string => `${inverse ? '^' : ''}${id}`;

/** Reads a relation from a field. */
export function readRelation(text: string): { readonly id: string; readonly inverse: boolean } {
  const trimmed = text.trim();
  return trimmed.startsWith('^') ? { id: trimmed.slice(1).trim(), inverse: true } : { id: trimmed, inverse: false };
}

const same = (a: Span | null | undefined, b: Span | null | undefined): boolean => (a ?? null) === (b ?? null) || (a?.start === b?.start && a?.end === b?.end);

/** What may be given for a question as it is drawn, with what is given now. Mentions on a path come first. */
export function whatIfForm(explanation: Explanation, forces: Forces): WhatIfForm {
  const { mentions, paths } = explanation;
  const onPath = new Set(paths.map(({ mention }) => mention));
  const order = [...onPath, ...mentions.map((_, index) => index).filter((index) => !onPath.has(index))];
  const entities = order.flatMap((index): EntityField[] => {
    const mention = mentions[index];
    if (mention === undefined) return [];
    const { start, end, text, candidates } = mention;
    return [{
      span: { start, end }, words: text, value: forces.entities?.find((one) => same(one, mention))?.id ?? '',
      choices: candidates.map(({ id, label, description }) => ({ value: id, label: description === '' ? label : `${label}, ${description}` })),
    }];
  });
  const many = paths.length > 1;
  const relations = paths.flatMap((path): RelationField[] => {
    const mention = mentions[path.mention];
    const span = many && mention !== undefined ? { start: mention.start, end: mention.end } : null;
    const hops = many ? path.hops.length : Math.min(MOST_HOPS, path.hops.length + 1);
    return Array.from({ length: hops }, (_, k): RelationField => {
      const given = forces.relations?.find((one) => one.hop === k + 1 && same(one.mention, span));
      return {
        hop: k + 1, mention: span, label: span === null ? `hop ${k + 1}` : `hop ${k + 1} from ${mention?.text ?? ''}`, value: given === undefined ? '' : relationText(given),
        choices: (path.hops[k]?.relations ?? []).map((relation) => ({ value: relationText(relation), label: `${relation.inverse ? '← ' : '→ '}${relation.label}` })),
      };
    });
  });
  return { entities, relations, plan: forces.plan ?? '' };
}

/** What a form gives: fields that are empty are left to the model. Null where all are. */
export function forcesOf(form: WhatIfForm): Forces | null {
  const entities = form.entities.flatMap(({ span, value }): ForcedEntity[] => (value.trim() === '' ? [] : [{ ...span, id: value.trim() }]));
  const relations = form.relations.flatMap(({ hop, mention, value }): ForcedRelation[] => (value.trim() === '' ? [] : [{ hop, ...readRelation(value), ...(mention === null ? {} : { mention }) }]));
  if (entities.length === 0 && relations.length === 0 && form.plan === '') return null;
  return { ...(entities.length === 0 ? {} : { entities }), ...(relations.length === 0 ? {} : { relations }), ...(form.plan === '' ? {} : { plan: form.plan }) };
}

/** A relation of a hop (from 0) of a path, as the panel draws it. */
export interface RelationPlace {
  readonly path: number;
  readonly hop: number;
  readonly relation: { readonly id: string; readonly inverse: boolean };
}

const isField = ({ mentions, paths }: Explanation, { hop, mention }: RelationField, place: RelationPlace): boolean =>
  hop === place.hop + 1 && (mention === null || same(mention, mentions[paths[place.path]?.mention ?? -1]));

/** Whether this relation is given at its hop. */
export function isGiven(explanation: Explanation, forces: Forces, place: RelationPlace): boolean {
  return whatIfForm(explanation, forces).relations.some((field) => isField(explanation, field, place) && field.value === relationText(place.relation));
}

/** What is given once a relation is given at its hop besides, in the place of another one there; or no more, where it was. Null: nothing is. */
export function withRelation(explanation: Explanation, forces: Forces, place: RelationPlace): Forces | null {
  const form = whatIfForm(explanation, forces);
  const text = isGiven(explanation, forces, place) ? '' : relationText(place.relation);
  return forcesOf({ ...form, relations: form.relations.map((field) => (isField(explanation, field, place) ? { ...field, value: text } : field)) });
}

/** What is given, in words, with the labels that the explanations know: "Paris is Q167646", "hop 1 is director (P57) backwards", "two hops". */
export function forceTexts(question: string, forces: Forces, told: readonly Explanation[]): readonly string[] {
  const label = (id: string): string => told.flatMap(({ mentions }) => mentions.flatMap(({ candidates }) => candidates)).find((one) => one.id === id)?.label ?? '';
  const relation = (id: string): string => told.flatMap(({ paths }) => paths).flatMap(({ hops }) => hops.flatMap((hop) => hop.relations)).find((one) => one.id === id)?.label ?? '';
  const named = (id: string, name: string): string => (name === '' ? id : `${name} (${id})`);
  return [
    ...(forces.entities ?? []).map(({ start, end, id }) => `“${question.slice(start, end)}” is ${named(id, label(id))}`),
    ...(forces.relations ?? []).map(({ hop, id, inverse, mention }) => `hop ${hop}${mention === undefined ? '' : ` from “${question.slice(mention.start, mention.end)}”`} follows ${named(id, relation(id))}${inverse ? ' backwards' : ''}`),
    ...(forces.plan === undefined ? [] : [`the plan is ${PLAN_LABELS[forces.plan]}`]),
  ];
}

export const PLAN_LABELS: Readonly<Record<PlanName, string>> = { 'one-hop': 'one hop', 'two-hop': 'two hops', 'three-hop': 'three hops', intersection: 'intersection' };

/** The name of a plan, or nothing. */
export const readPlan = (text: string): PlanName | '' => (['one-hop', 'two-hop', 'three-hop', 'intersection'] as const).find((name) => name === text) ?? '';
