import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { FormatProblem, ParsedQuestion, QuestionFormat } from './format';
import { withoutGraphs } from './inlineGraph';
import { below } from './jsonStrings';

/** So much of a file is looked at to tell its format; a record is seldom longer. */
const LOOKED_AT = 200_000;
/** Where data sets keep their list when the document is an object. */
export const LIST_KEYS = ['questions', 'Questions', 'data', 'items', 'results'];

/** What distinguishes one JSON data set from another. */
export interface JsonShape {
  readonly name: string;
  /** All must occur near the beginning of the file. */
  readonly marks: readonly RegExp[];
  /** The questions of one item of the list; none where it holds none. */
  readonly read: (source: string, item: Node) => ParsedQuestion[];
}

/** A format of JSON, whose items may also come one by one. */
export interface JsonFormat extends QuestionFormat {
  /** Whether a text is an item of this data set, or begins with some. */
  owns(text: string): boolean;
  readonly read: JsonShape['read'];
}

/** A format whose file is one JSON document with a list of questions; read with a parser that keeps offsets and goes on after an error. */
export function jsonFormat({ name, marks, read }: JsonShape): JsonFormat {
  const owns = (text: string): boolean => {
    const head = text.slice(0, LOOKED_AT);
    return marks.every((mark) => mark.test(head));
  };
  return {
    name,
    owns,
    read,
    block: true,
    pieces: 'items',
    detects: ({ path }, text) => /\.json$/i.test(path) && owns(text),
    parse(text) {
      const errors: ParseError[] = [];
      const tree = parseTree(withoutGraphs(text), errors);
      const problems = errors.map((error): FormatProblem => ({
        range: { start: error.offset, end: error.offset + Math.max(1, error.length) },
        message: `Not JSON here: ${printParseErrorCode(error.error)}. Correct the file; what could be read is annotated.`,
      }));
      return { format: name, questions: itemsOf(tree).flatMap((item) => read(text, item)), problems };
    },
  };
}

/** The items of the document's list. */
function itemsOf(tree: Node | undefined): readonly Node[] {
  if (tree === undefined) return [];
  if (tree.type === 'array') return tree.children ?? [];
  const list = LIST_KEYS.map((key) => below(tree, key)).find((node) => node?.type === 'array');
  return list?.children ?? [];
}
