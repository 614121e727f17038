import type { Node } from 'jsonc-parser';
import type { GoldEntity } from '../protocol';
import type { ParsedQuestion } from './format';
import { locateString } from './jsonStrings';
import { withEntitiesOf } from './sparqlIds';

/** What a format knows of a question besides its text. */
export interface Known extends Partial<Pick<ParsedQuestion, 'gold' | 'goldAnswers' | 'id' | 'complexity' | 'hops'>> {
  /** A SPARQL query: its entities are gold, where nothing better is known. */
  readonly query?: string | undefined;
}

/** The question of a string node; none for any other node or for blank text. */
export function questionOf(source: string, node: Node | undefined, { query, ...known }: Known): ParsedQuestion[] {
  if (node?.type !== 'string') return [];
  const located = locateString(source, node);
  if (located.text.trim() === '') return [];
  const question = { gold: [], goldAnswers: null, id: '', complexity: '', ...located, pins: [], ...known };
  return [query === undefined || question.gold.length > 0 ? question : withEntitiesOf(query, question)];
}

/** The place of a mention that a format gives by its words: the first occurrence that stands as a whole, in any case; null where there is none. */
export function spanOfWords(question: string, words: string): GoldEntity['span'] {
  if (words.trim() === '') return null;
  const [text, sought] = [question.toLowerCase(), words.toLowerCase()];
  // A text whose lower case is longer (İ) cannot be searched by offset.
  if (text.length !== question.length) return null;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + sought.length)];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return { start: at, end: at + sought.length };
  }
  const anywhere = text.indexOf(sought);
  return anywhere < 0 ? null : { start: anywhere, end: anywhere + sought.length };
}
