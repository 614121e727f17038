// Explanations to look at, for screenshots and view-model tests only: plausible labels and facts, some ids and all scores made up.
import type { Candidate, EntityCard, Explanation, Hop, MatchKind, Mention, RelationScore, ScoredNode, ServerStatus, Word } from '../../server/src/protocol';

const node = (id: string, label: string, score: number): ScoredNode => ({ id, label, score });
const relation = (id: string, label: string, score: number, inverse = false): RelationScore => ({ id, label, inverse, score });
const wordsOf = (question: string): Word[] => [...question.matchAll(/[\p{L}\p{N}']+|[^\s\p{L}\p{N}]/gu)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));

function candidate(id: string, label: string, description: string, score: number, parts: readonly [number, number, number, number], match: MatchKind = 'label'): Candidate {
  const [name, fit, relationPart, prior] = parts;
  return { id, label, description, types: [], match, name: label, score, parts: { name, fit, relation: relationPart, prior } };
}

function mention(question: string, text: string, score: number, candidates: readonly Candidate[], candidateCount = candidates.length): Mention {
  const start = question.indexOf(text);
  return { start, end: start + text.length, text, score, candidates, candidateCount };
}

function hop(weight: number, relations: readonly RelationScore[], entities: readonly ScoredNode[], attention: readonly number[], counts: { readonly relations?: number; readonly entities?: number; readonly truncated?: boolean } = {}): Hop {
  return { weight, relations, relationCount: counts.relations ?? relations.length, entities, entityCount: counts.entities ?? entities.length, truncated: counts.truncated ?? false, attention };
}

const PADME = node('Q51789', 'Padmé Amidala', 0.94);
const ROLE = 'Who did Natalie Portman play in Star Wars?';

/** Two paths that meet in one entity. */
export const intersection: Explanation = {
  question: ROLE,
  words: wordsOf(ROLE),
  mentions: [
    mention(ROLE, 'Natalie Portman', 0.99, [candidate('Q37876', 'Natalie Portman', 'Israeli-American actress', 0.99, [4.1, 2.2, 3.6, 1.2]), candidate('Q20645861', 'Natalie Portman', 'song by Justin Simien', 0.01, [4.1, -1.4, -30, -0.8])]),
    mention(ROLE, 'Star Wars', 0.96, [
      candidate('Q17738', 'Star Wars: Episode IV – A New Hope', '1977 film directed by George Lucas', 0.61, [3.2, 1.9, 2.8, 1.6], 'alias'),
      candidate('Q462', 'Star Wars', 'American epic space-opera media franchise', 0.34, [3.9, 0.8, 2.3, 2.1]),
      candidate('Q165713', 'Star Wars: Episode II – Attack of the Clones', '2002 film directed by George Lucas', 0.03, [1.1, 1.9, 2.9, 1.4], 'partial'),
      candidate('Q54317', 'Star Wars', '1983 arcade game', 0.01, [3.9, -0.9, -0.4, 0.2]),
      candidate('Q837131', 'Strategic Defense Initiative', 'proposed missile defense system', 0, [2.0, -2.4, -30, 0.6], 'alias'),
    ], 14),
    mention(ROLE, 'play', 0.03, [candidate('Q25379', 'play', 'form of literature intended for theatrical performance', 0.8, [3.0, -2.0, -3.1, 0.9])]),
  ],
  operation: null,
  plan: { name: 'intersection', scores: { 'one-hop': 0.07, 'two-hop': 0.02, 'three-hop': 0.001, intersection: 0.89 }, none: 0.019 },
  paths: [
    { mention: 0, hops: [hop(0.98,
      [relation('P175', 'performer', 0.93, true), relation('P161', 'cast member', 0.05, true), relation('P725', 'voice actor', 0.01, true), relation('P674', 'characters', 0.004), relation('P106', 'occupation', 0.002), relation('P57', 'director', 0.002, true), relation('P162', 'producer', 0.001, true), relation('P166', 'award received', 0.0005)],
      [node('Q51789', 'Padmé Amidala', 0.97), node('Q2914690', 'Nina Sayers', 0.95), node('Q734914', 'Evey Hammond', 0.95), node('Q1196310', 'Jane Foster', 0.94), node('Q26707479', 'Mathilda Lando', 0.94), node('Q3334', 'Alice Ayres', 0.93), node('Q3335', 'Anne Boleyn', 0.05), node('Q3336', 'Lena', 0.03), node('Q3337', 'Sam', 0.02)],
      [0.2, 0.02, 0.01, 0.01, 0.62, 0.1, 0.02, 0.02, 0], { relations: 15 })] },
    { mention: 1, hops: [hop(0.95,
      [relation('P1441', 'present in work', 0.88, true), relation('P674', 'characters', 0.07), relation('P161', 'cast member', 0.02), relation('P179', 'part of the series', 0.006), relation('P840', 'narrative location', 0.004), relation('P136', 'genre', 0.002), relation('P166', 'award received', 0.001)],
      [node('Q51789', 'Padmé Amidala', 0.94), node('Q51746', 'Luke Skywalker', 0.94), node('Q51797', 'Leia Organa', 0.94), node('Q51802', 'Han Solo', 0.93), node('Q12206942', 'Darth Vader', 0.93), node('Q1189328', 'R2-D2', 0.92), node('Q17306', 'C-3PO', 0.92), node('Q51730', 'Obi-Wan Kenobi', 0.91)],
      [0.24, 0.02, 0.01, 0.01, 0.35, 0.3, 0.04, 0.03, 0], { relations: 44, entities: 31 })] },
  ],
  intersection: { paths: [0, 1], rowCount: 39, rows: [
    { ...PADME, scores: [0.97, 0.94], minimum: 0.94 },
    { ...node('Q2914690', 'Nina Sayers', 0), scores: [0.95, 0], minimum: 0 },
    { ...node('Q734914', 'Evey Hammond', 0), scores: [0.95, 0], minimum: 0 },
    { ...node('Q51746', 'Luke Skywalker', 0), scores: [0, 0.94], minimum: 0 },
    { ...node('Q51797', 'Leia Organa', 0), scores: [0, 0.94], minimum: 0 },
    { ...node('Q51802', 'Han Solo', 0), scores: [0, 0.93], minimum: 0 },
  ] },
  answers: [{ ...PADME, proofs: [
    [{ subject: PADME, relation: { id: 'P175', label: 'performer' }, object: node('Q37876', 'Natalie Portman', 1) }],
    [{ subject: PADME, relation: { id: 'P1441', label: 'present in work' }, object: node('Q17738', 'Star Wars: Episode IV – A New Hope', 1) }],
  ] }],
  summary: 'Followed performer backwards from Natalie Portman (9 characters) and present in work backwards from Star Wars: Episode IV – A New Hope (31); one is in both.',
  millis: { mentions: 0.3, model: 1.9, hops: 0.4, rest: 0.3, total: 2.9 },
};

const CHAIN = 'In which countries do the rivers that flow through Vienna rise?';
const danube = node('Q1653', 'Danube', 0.96);
const wien = node('Q697188', 'Wien', 0.91);
const proof = (river: ScoredNode, country: ScoredNode): Explanation['answers'][number]['proofs'] => [[
  { subject: river, relation: { id: 'P206', label: 'located next to body of water' }, object: node('Q1741', 'Vienna', 1) },
  { subject: river, relation: { id: 'P885', label: 'origin of the watercourse' }, object: country },
]];
const countries = [node('Q183', 'Germany', 0.91), node('Q40', 'Austria', 0.88), node('Q39', 'Switzerland', 0.21), node('Q213', 'Czech Republic', 0.12)];

/** One entity, two hops, several answers, a frontier that was cut. */
export const chain: Explanation = {
  question: CHAIN,
  words: wordsOf(CHAIN),
  mentions: [mention(CHAIN, 'Vienna', 0.97, [candidate('Q1741', 'Vienna', 'capital of and state in Austria', 0.98, [4.2, 1.7, 3.0, 2.4]), candidate('Q842999', 'Vienna', 'town in Fairfax County, Virginia', 0.02, [4.2, 1.1, 0.4, 0.3])])],
  operation: null,
  plan: { name: 'two-hop', scores: { 'one-hop': 0.12, 'two-hop': 0.81, 'three-hop': 0.03, intersection: 0.01 }, none: 0.03 },
  paths: [{ mention: 0, hops: [
    hop(0.04, [relation('P206', 'located next to body of water', 0.9, true), relation('P403', 'mouth of the watercourse', 0.04, true), relation('P131', 'located in the administrative territorial entity', 0.03, true), relation('P17', 'country', 0.01), relation('P36', 'capital', 0.01, true), relation('P150', 'contains', 0.005), relation('P190', 'twinned administrative body', 0.002)],
      [danube, wien, node('Q697189', 'Liesing', 0.9), node('Q697190', 'Donaukanal', 0.4)], [0.02, 0.04, 0.1, 0.02, 0.02, 0.38, 0.03, 0.2, 0.12, 0.03, 0.04, 0], { relations: 96, entities: 2000, truncated: true }),
    hop(0.97, [relation('P885', 'origin of the watercourse', 0.72), relation('P17', 'country', 0.24), relation('P205', 'basin country', 0.03)], countries, [0.05, 0.05, 0.4, 0.02, 0.02, 0.05, 0.02, 0.04, 0.02, 0.03, 0.3, 0]),
  ] }],
  intersection: null,
  answers: countries.map((country, k) => ({ ...country, proofs: proof(k === 1 ? wien : danube, country) })),
  summary: 'Followed located next to body of water backwards from Vienna (at least 2,000 entities) and origin of the watercourse from those; 4 answers.',
  millis: { mentions: 0.4, model: 2.2, hops: 1.8, rest: 0.2, total: 4.6 },
};

const NONE = 'What did the lighthouse keeper of Vega have for breakfast?';

/** The graph does not hold the answer. */
export const noAnswer: Explanation = {
  question: NONE,
  words: wordsOf(NONE),
  mentions: [mention(NONE, 'Vega', 0.41, [candidate('Q3427', 'Vega', 'star in the constellation Lyra', 0.52, [3.9, -1.2, -4.2, 1.1]), candidate('Q499478', 'Vega', 'municipality in Nordland, Norway', 0.46, [3.9, 0.1, -5.5, 0.7])]), mention(NONE, 'lighthouse', 0.08, [candidate('Q39715', 'lighthouse', 'structure designed to emit light to aid navigation', 0.9, [3.1, -1, -4, 1])])],
  operation: null,
  plan: { name: 'one-hop', scores: { 'one-hop': 0.08, 'two-hop': 0.03, 'three-hop': 0.01, intersection: 0.02 }, none: 0.86 },
  paths: [{ mention: 0, hops: [hop(0.6, [relation('P31', 'instance of', 0.22), relation('P59', 'constellation', 0.2), relation('P47', 'shares border with', 0.11)], [node('Q523', 'star', 0.2), node('Q10484', 'Lyra', 0.18)], [0.08, 0.04, 0.06, 0.22, 0.2, 0.04, 0.2, 0.04, 0.04, 0.08, 0], { relations: 31 })] }],
  intersection: null,
  answers: [],
  summary: 'The graph holds nothing that this question asks of Vega; the nearest relations are instance of (0.22) and constellation (0.20).',
  millis: { mentions: 0.3, model: 1.8, hops: 0.2, rest: 0.1, total: 2.4 },
};

export const status: ServerStatus = { state: 'ready', graph: 'Wikidata extract, 336,640 entities', model: 'hoplens-base 1.0, int8', message: '', lastMillis: 2.9 };

export const card: EntityCard = {
  id: 'Q51789', label: 'Padmé Amidala', description: 'fictional character in the Star Wars films', aliases: ['Queen Amidala', 'Padmé Naberrie', 'Senator Amidala'], types: ['fictional human', 'film character'], url: 'https://www.wikidata.org/wiki/Q51789',
  facts: [
    { relation: { id: 'P175', label: 'performer', inverse: false }, values: [node('Q37876', 'Natalie Portman', 1)], count: 1 },
    { relation: { id: 'P1441', label: 'present in work', inverse: false }, values: [node('Q165713', 'Star Wars: Episode II – Attack of the Clones', 1), node('Q42051', 'Star Wars: Episode III – Revenge of the Sith', 1), node('Q17738', 'Star Wars: Episode IV – A New Hope', 1)], count: 7 },
    { relation: { id: 'P26', label: 'spouse', inverse: false }, values: [node('Q12206942', 'Darth Vader', 1)], count: 1 },
    { relation: { id: 'P25', label: 'mother', inverse: true }, values: [node('Q51746', 'Luke Skywalker', 1), node('Q51797', 'Leia Organa', 1)], count: 2 },
    { relation: { id: 'P570', label: 'date of death', inverse: false }, values: [{ id: '', label: '19 BBY', score: 1, value: '19 BBY' }], count: 1 },
  ],
};

const HIGHEST = 'What is the second highest mountain of Austria?';
const mountains = [node('Q15375', 'Großglockner', 0.97), node('Q211117', 'Wildspitze', 0.96), node('Q693545', 'Weißkugel', 0.95), node('Q694044', 'Glocknerwand', 0.92), node('Q699021', 'Großvenediger', 0.9)] as const;
const HEIGHTS = ['3,798 m', '3,768 m', '3,739 m', '3,721 m', '3,657 m'] as const;

/** An operation: the second of the greatest by an attribute. */
export const highest: Explanation = {
  question: HIGHEST,
  words: wordsOf(HIGHEST),
  mentions: [mention(HIGHEST, 'Austria', 0.96, [candidate('Q40', 'Austria', 'country in Central Europe', 0.99, [4, 1, 3, 2])])],
  plan: { name: 'one-hop', scores: { 'one-hop': 0.93, 'two-hop': 0.03, 'three-hop': 0.01, intersection: 0.02 }, none: 0.01 },
  paths: [{ mention: 0, hops: [hop(0.95, [relation('P17', 'country', 0.94, true), relation('P30', 'continent', 0.02)], mountains, [0.1, 0.02, 0.02, 0.1, 0.2, 0.3, 0.06, 0.15, 0.05], { entities: 45 })] }],
  intersection: null,
  operation: {
    name: 'maximum', attribute: { id: 'P2044', label: 'elevation above sea level', score: 0.98 }, ordinal: 2, year: null,
    scores: { list: 0.05, count: 0.01, maximum: 0.93, minimum: 0.004, greater: 0.001, lesser: 0.001, difference: 0.001, check: 0.001, 'check-greater': 0, 'check-lesser': 0, 'in-year': 0.002, 'before-year': 0, 'after-year': 0 },
    inputs: mountains.map((one, k) => ({ ...one, read: HEIGHTS[k] ?? '', kept: k === 1 })), inputCount: 45,
  },
  answers: [{ ...mountains[1], score: 0.88, proofs: [] }],
  summary: 'Followed country backwards from Austria (45 results) and took the second greatest by elevation above sea level.',
  millis: { mentions: 0.3, model: 2, hops: 0.5, rest: 0.2, total: 3 },
};
