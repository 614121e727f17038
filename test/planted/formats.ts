import { ENTITY_CAUSES } from '../../server/src/protocol';
import * as json from './json';
import * as text from './lines';
import { PLANTED, type Planted, type Saying } from './questions';

/** A format as a file that holds every planted miss that it can say. */
export interface PlantedFormat {
  /** As the parser names it. */
  readonly format: string;
  readonly file: string;
  /** The editor's name of its language. */
  readonly language: string;
  readonly says: readonly Saying[];
  readonly write: (all: readonly Planted[]) => string;
  /** Which gold entities have a place: all, those whose title stands in the question, or none. */
  readonly places: 'all' | 'titles' | 'none';
  /** A file holds one question. */
  readonly single?: boolean;
}

const WITH_QUERY: readonly Saying[] = ['entity', 'elsewhere'];
const WITH_ANSWERS: readonly Saying[] = [...WITH_QUERY, 'answers'];
const IN_FULL: readonly Saying[] = ['entity', 'elsewhere', 'span', 'answers', 'none', 'truth'];

/**
 * What each format can say. Without gold entities only causes behind them can be planted, without gold answers only those of entities; "span wrong" takes a file
 * that says where its entities stand. MetaQA, PathQuestion, SimpleQuestions and KQA Pro cannot say that there is no answer.
 */
export const FORMATS: readonly PlantedFormat[] = [
  { format: 'plain text', file: 'planted.questions', language: 'hoplens-questions', places: 'none', says: ['answers', 'none', 'truth'], write: text.plainText },
  { format: 'Markdown list', file: 'planted.md', language: 'markdown', places: 'none', says: ['answers', 'none', 'truth'], write: text.markdown },
  { format: 'MetaQA', file: 'metaqa.txt', language: 'plaintext', places: 'all', says: ['entity', 'answers'], write: text.metaqa },
  { format: 'PathQuestion', file: 'pathquestion.txt', language: 'plaintext', places: 'titles', says: WITH_ANSWERS, write: text.pathQuestion },
  { format: 'SimpleQuestions', file: 'simplequestions.txt', language: 'plaintext', places: 'none', says: WITH_ANSWERS, write: text.simpleQuestions },
  { format: 'Mintaka', file: 'mintaka-planted.json', language: 'json', places: 'all', says: IN_FULL, write: json.mintaka },
  { format: 'QALD', file: 'qald.json', language: 'json', places: 'none', says: [...WITH_ANSWERS, 'none', 'truth'], write: json.qald },
  { format: 'LC-QuAD 2', file: 'lcquad2.json', language: 'json', places: 'none', says: WITH_QUERY, write: json.lcquad2 },
  { format: 'LC-QuAD 1', file: 'lcquad1.json', language: 'json', places: 'none', says: WITH_QUERY, write: json.lcquad1 },
  { format: 'WebQSP', file: 'webqsp.json', language: 'json', places: 'all', says: ['entity', 'elsewhere', 'span', 'answers', 'none'], write: json.webqsp },
  { format: 'ComplexWebQuestions', file: 'complexwebquestions.json', language: 'json', places: 'titles', says: [...WITH_ANSWERS, 'none'], write: json.complexWebQuestions },
  { format: 'KQA Pro', file: 'kqapro.json', language: 'json', places: 'titles', says: [...WITH_ANSWERS, 'truth'], write: json.kqaPro },
  { format: 'RuBQ', file: 'rubq.json', language: 'json', places: 'none', says: [...WITH_ANSWERS, 'none'], write: json.rubq },
  { format: 'GrailQA', file: 'grailqa.json', language: 'json', places: 'titles', says: [...WITH_ANSWERS, 'none'], write: json.grailqa },
  { format: 'RoG JSON Lines', file: 'rog.jsonl', language: 'jsonl', places: 'titles', says: [...WITH_ANSWERS, 'none'], write: json.rog },
  { format: 'JSON', file: 'questions.json', language: 'json', places: 'all', says: IN_FULL, write: json.json },
  { format: 'JSON Lines', file: 'questions.jsonl', language: 'jsonl', places: 'all', says: IN_FULL, write: json.jsonLines },
  { format: 'table (CSV, TSV)', file: 'questions.csv', language: 'csv', places: 'none', says: [...WITH_ANSWERS, 'none', 'truth'], write: text.csv },
  { format: 'table (CSV, TSV)', file: 'questions.tsv', language: 'tsv', places: 'none', says: [...WITH_ANSWERS, 'none', 'truth'], write: text.tsv },
  { format: 'SPARQL', file: 'planted.rq', language: 'sparql', places: 'none', says: WITH_QUERY, write: text.sparql, single: true },
];

/** The misses that can be planted in a format. */
export function plantedIn({ says }: Pick<PlantedFormat, 'says'>): readonly Planted[] {
  return PLANTED.filter(({ needs }) => needs.every((need) => says.includes(need)));
}

/** The words at which the diagnostic of a miss stands, where the format gives them a place or the graph's names do; undefined: at the whole question. */
export function saidAt({ at, cause, words, entity }: Planted, { places }: Pick<PlantedFormat, 'places'>): string | undefined {
  const placed = places === 'all' || (places === 'titles' && words === entity.title);
  return at ?? (placed && ENTITY_CAUSES.includes(cause) ? words : undefined);
}

/** A format's files: one, or one a question. */
export function filesOf(format: PlantedFormat): readonly { readonly name: string; readonly text: string; readonly planted: readonly Planted[] }[] {
  const all = plantedIn(format);
  const { single, file, write } = format;
  return single === true ? all.map((one, k) => ({ name: k === 0 ? file : file.replace('.', `-${one.cause}.`), text: write([one]), planted: [one] })) : [{ name: file, text: write(all), planted: all }];
}
