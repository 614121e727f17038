import type { ParsedQuestion } from './format';
import { hopWords } from './hopWords';
import { lineFormat } from './lineFormat';
import { linesOf, type Line } from './lines';

const LINE = /^([^\t[]*)\[([^\]\t]+)\]([^\t]*)\t(\S.*)$/;
/** So many lines are looked at to tell the format. */
const LOOKED_AT = 5;

/** MetaQA: `what movies did [X] act in<TAB>A|B`; the brackets are the gold span, their text the gold entity's title, the answers titles. */
export const metaqa = lineFormat({
  name: 'MetaQA',
  detects({ path }, text) {
    if (!/\.(?:txt|tsv)$/i.test(path)) return false;
    let seen = 0;
    let matching = 0;
    for (const line of linesOf(text)) {
      if (line.text.trim() === '') continue;
      if (LINE.test(line.text)) matching++;
      else if (seen === 0) return false;
      if (++seen === LOOKED_AT) break;
    }
    // One broken line is to be reported, not to make the file another format.
    return matching > 0 && matching >= seen - 1;
  },
  parseLine,
  expected: 'one [entity] in brackets, a tab and the answers separated by "|"',
});

function parseLine({ text, start }: Line, path: string): ParsedQuestion | undefined {
  const match = LINE.exec(text);
  if (match === null) return undefined;
  const [, before = '', title = '', after = '', answers = ''] = match;
  const open = before.length;
  const close = open + 1 + title.length;
  const titleStart = { question: open, document: start + open + 1 };
  return {
    text: before + title + after,
    range: { start, end: start + close + 1 + after.length },
    offsets: [...(open === 0 ? [] : [{ question: 0, document: start }]), titleStart, { question: open + title.length, document: start + close + 1 }],
    gold: [{ id: title, label: title, span: { start: open, end: open + title.length } }],
    goldAnswers: answers.trimEnd().split('|'), pins: [], id: '', ...hopsOf(path),
  };
}

/** How many hops the questions have where the file or its folder is called `2-hop`, as MetaQA's are. */
function hopsOf(path: string): Pick<ParsedQuestion, 'complexity' | 'hops'> {
  const count = /(?<!\d)([1-3])[-_ ]?hop/i.exec(path)?.[1];
  return count === undefined ? { complexity: '' } : { complexity: hopWords(Number(count)), hops: Number(count) };
}
