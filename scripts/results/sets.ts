import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ParsedQuestion } from '../../server/src/formats/format';
import { parseQuestions } from '../../server/src/formats/parseQuestions';
import type { PlanName } from '../../server/src/protocol';

/** A set of questions that is measured. */
export interface QuestionSet {
  readonly name: string;
  /** The file's name, and what a reader must know of its gold answers. */
  readonly file: string;
  readonly what: string;
  readonly split: string;
  /** The plan that its questions ask for: also measured with it given, and where it is the intersection with the minimum switched off. */
  readonly plan?: PlanName;
  /** Its misses get their cause. */
  readonly diagnosed: boolean;
  readonly questions: readonly ParsedQuestion[];
}

/** Stands for a gold answer that a file lost: nothing equals it, so that the question counts as wrong. */
const LOST = '(a gold answer that the file does not hold)';

const row = z.looseObject({ id: z.union([z.string(), z.number()]).default(''), question: z.string(), qe: z.array(z.unknown()).default([]), ans: z.array(z.string()).default([]) });
const mintaka = row.extend({ complexity: z.string(), answerType: z.string(), raw_answer: z.array(z.union([z.string(), z.number(), z.boolean()])).nullable() });
const rubq = row.extend({ tags: z.array(z.string()) });

/** A row as the command line's reader takes it. */
interface PlainRow {
  readonly id: string | number;
  readonly question: string;
  readonly entities: readonly string[];
  readonly answers: readonly string[];
  readonly complexity: string;
  readonly triple?: unknown;
}

function base({ id, question, qe, ans }: z.infer<typeof row>): PlainRow {
  return { id, question, entities: qe.filter((entity) => typeof entity === 'string'), answers: ans, complexity: '' };
}

/** How the rows of each data set become questions with their real gold answers. */
const CONVERT: Readonly<Record<string, (found: unknown) => PlainRow>> = {
  simpleq_valid_answerable: (found) => ({ ...base(row.parse(found)), triple: row.parse(found)['triple'] }),
  wwq_dev_a: (found) => {
    const plain = base(row.parse(found));
    return plain.answers.length > 0 ? plain : { ...plain, answers: [LOST] };
  },
  mintaka_dev_a: (found) => {
    const { complexity, answerType, raw_answer: raw, ...rest } = mintaka.parse(found);
    const plain = base(rest);
    // The file lists what is to be counted; the answer to "How many" is the number of these.
    const answers = complexity === 'count' && answerType === 'entity' ? [String(plain.answers.length)] : plain.answers.length > 0 ? plain.answers : (raw ?? [LOST]).map(String);
    return { ...plain, complexity, answers };
  },
  rubq2_dev: (found) => {
    const { tags, ...rest } = rubq.parse(found);
    const plain = base(rest);
    const none = tags.includes('no-answer');
    return { ...plain, complexity: none ? 'no answer' : plain.answers.length > 0 ? 'entity' : 'value (lost)', answers: none || plain.answers.length > 0 ? plain.answers : [LOST] };
  },
};

const DATA: readonly Omit<QuestionSet, 'questions'>[] = [
  { name: 'simpleq_valid_answerable', file: 'simpleq_valid_answerable.jsonl.gz', split: 'valid', diagnosed: true, what: 'SimpleQuestions on Wikidata, those whose fact is in the graph; one hop' },
  { name: 'wwq_dev_a', file: 'wwq_dev_a.jsonl.gz', split: 'dev (first part)', diagnosed: true, what: 'WikiWebQuestions; 11 questions whose answers (dates, codes) the file lost count as wrong' },
  { name: 'mintaka_dev_a', file: 'mintaka_dev_a.jsonl.gz', split: 'dev (first part)', diagnosed: true, what: 'Mintaka, all nine complexities; numbers, dates and yes/no by value; of the 96 "how many" questions with a list, the answer is the length of the list' },
  { name: 'rubq2_dev', file: 'rubq2_dev.jsonl.gz', split: 'dev', diagnosed: false, what: 'RuBQ 2.0, machine-translated; 125 questions whose answers (values) the file lost count as wrong, 100 have no answer in Wikidata: declining is right' },
];

/** The data sets of a folder, as `questions/NAME.jsonl.gz`. */
export function dataSets(folder: string): QuestionSet[] {
  return DATA.map((set) => {
    const convert = CONVERT[set.name] ?? ((found: unknown) => base(row.parse(found)));
    const text = gunzipSync(readFileSync(join(folder, 'questions', set.file))).toString('utf8');
    const lines = text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.stringify(convert(JSON.parse(line))));
    return { ...set, questions: parseQuestions(`${set.name}.jsonl`, lines.join('\n')).questions };
  });
}

const HAND: readonly { readonly name: string; readonly plan?: PlanName }[] = [
  { name: 'one-hop', plan: 'one-hop' }, { name: 'ambiguous', plan: 'one-hop' }, { name: 'two-hop', plan: 'two-hop' }, { name: 'three-hop', plan: 'three-hop' },
  { name: 'three-hop-2', plan: 'three-hop' },
  { name: 'conjunctive', plan: 'intersection' }, { name: 'operations' }, { name: 'held' }, { name: 'unanswerable' },
];

const BY_HAND = 'by hand: ';

/** The files of test/questions, and the example file that is opened first. */
export function handSets(root: string): QuestionSet[] {
  const hand = HAND.map(({ name, plan }): QuestionSet => {
    const file = join('test', 'questions', `${name}.jsonl`);
    const given = plan === undefined ? {} : { plan };
    return { name: `${BY_HAND}${name}`, file, split: 'test', diagnosed: true, what: 'written by hand over the graph, never trained on (test/questions/README.md)', ...given, questions: parseQuestions(file, readFileSync(join(root, file), 'utf8')).questions };
  });
  const examples = join('examples', 'first-fifty.questions');
  return [...hand, { name: 'first fifty', file: examples, split: '', diagnosed: false, what: 'examples that ship, looked at while the model was made', questions: parseQuestions(examples, readFileSync(join(root, examples), 'utf8')).questions }];
}

export const isByHand = (name: string): boolean => name.startsWith(BY_HAND);
export const HELD_OUT = 'held-out wordings: ';
/** Questions of training/questions that were kept out of training. */
const ASKED = 'as people ask';
const PLAN_OF: Readonly<Record<string, PlanName>> = { 'one-hop': 'one-hop', 'two-hop': 'two-hop', 'three-hop': 'three-hop', intersection: 'intersection' };
const generated = z.looseObject({ plan: z.string() });

/** Generated questions in wordings that no run trains on, a set for each plan or operation; `text` is what hoplens_training.held_out wrote. */
export function heldOutSets(text: string): QuestionSet[] {
  const byPlan = new Map<string, string[]>();
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const name = generated.parse(JSON.parse(line)).plan;
    byPlan.set(name, [...(byPlan.get(name) ?? []), line]);
  }
  return [...byPlan].map(([name, lines]) => {
    const plan = PLAN_OF[name];
    const given = plan === undefined ? {} : { plan };
    if (name === 'asked') {
      return { name: ASKED, file: 'training/questions', split: 'one in eight', diagnosed: false, what: 'written by us as people ask, with conditions that no graph can check; any of several namesakes counts; 2,200 others like them were trained on, these not', questions: parseQuestions('asked.jsonl', lines.join('\n')).questions };
    }
    return { name: `${HELD_OUT}${name}`, file: 'hoplens_training.held_out', split: 'held-out wordings', diagnosed: false, what: 'generated from the graph; the wordings are in no training set, the facts may be', ...given, questions: parseQuestions('generated.jsonl', lines.join('\n')).questions };
  });
}
