import type { GoldEntity } from '../protocol';
import type { ParsedQuestion } from './format';
import { titled } from './goldNames';
import { hopWords } from './hopWords';
import { lineFormat } from './lineFormat';
import { firstLine, type Line } from './lines';
import { spanOfWords } from './questionOf';

/** `question <TAB> answer <TAB> entity#relation#entity…` */
const LINE = /^([^\t]*[^\t\s])[ ]*\t([^\t]+)\t([^\t#]+#[^\t]+)(?:\t([^\t]*))?/;
/** Between the paths of a question with several conditions. */
const AND = '*';
const END = '#<end>';

/**
 * PathQuestion and WorldCup2014: `question <TAB> answer <TAB> path`, where the answer may have all of them behind it in brackets (`a(a/b/)`) or, in WorldCup2014, in the
 * column after the path. A path is `entity#relation#entity#…#<end>#answer`; several that meet are joined by `*`. Titles are the ids.
 */
export const pathQuestion = lineFormat({
  name: 'PathQuestion',
  detects: ({ path }, text) => /\.(?:txt|tsv)$/i.test(path) && LINE.test(firstLine(text) ?? ''),
  parseLine,
  expected: 'a question, its answer and the path to it (entity#relation#entity), separated by tabs',
});

function parseLine({ text: line, start }: Line): ParsedQuestion | undefined {
  const match = LINE.exec(line);
  if (match === null) return undefined;
  const [, whole = '', answer = '', path = '', all] = match;
  const text = whole.trimStart();
  const at = start + whole.length - text.length;
  const paths = path.split(AND).map((one) => (one.split(END)[0] ?? '').split('#'));
  // Entities and relations take turns.
  const hops = Math.max(...paths.map((steps) => Math.floor((steps.length - 1) / 2)));
  return {
    text, range: { start: at, end: at + text.length }, offsets: [{ question: 0, document: at }], pins: [], id: '',
    gold: paths.flatMap(([head = '']) => goldEntity(text, head)), goldAnswers: answersOf(answer, all), hops, complexity: paths.length > 1 ? 'intersection' : hopWords(hops),
  };
}

function goldEntity(question: string, title: string): GoldEntity[] {
  return title === '' ? [] : [titled(title, spanOfWords(question, title))];
}

function answersOf(answer: string, all: string | undefined): string[] {
  const listed = all ?? /^.*?\((.*\/)\)$/.exec(answer)?.[1];
  const answers = (listed ?? '').split('/').filter((one) => one !== '');
  return answers.length > 0 ? answers : [answer];
}
