import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from '../../protocol';
import { SidecarError } from './sidecarError';
import { compareCorrections, correctionLine, readCorrection, type StoredCorrection } from './storedCorrection';

/** The version that is read and written: media/schemas/corrections.v1.json. */
export const SIDECAR_VERSION = 1;
/** What is put behind a question file's name. */
export const SIDECAR_SUFFIX = '.hoplens.json';

/** A correction with its place in the sidecar. */
export interface PlacedCorrection {
  readonly correction: StoredCorrection;
  readonly range: Span;
}

/** A line of the list that is no correction we understand: kept as it is, and said to be so. */
export interface NotUnderstood {
  readonly value: unknown;
  readonly range: Span;
  readonly why: string;
}

/** What a sidecar holds. */
export interface Sidecar {
  readonly corrections: readonly PlacedCorrection[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** Fields of the file that we do not know: they are kept. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Line breaks as the file has them. */
  readonly lineBreak: '\n' | '\r\n';
}

export const EMPTY_SIDECAR: Sidecar = { corrections: [], notUnderstood: [], extra: {}, lineBreak: '\n' };

/**
 * Reads a sidecar's text. A trailing comma is forgiven; a comment is not, because it would be lost when the file is written again.
 *
 * @param path its path, for messages
 * @throws SidecarError where it is no JSON, holds the marks of an unfinished merge, or has another version
 */
export function parseSidecar(path: string, text: string): Sidecar {
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const fail = (offset: number, length: number, what: string): never => {
    throw new SidecarError(path, { start: offset, end: offset + length }, source.slice(0, offset).split('\n').length, what);
  };
  const marks = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(source);
  if (marks !== null) return fail(marks.index, marks[0].length, 'this merge is unfinished. Keep the lines of both sides and take the marks (<<<<<<<, =======, >>>>>>>) away.');
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true, disallowComments: true });
  const [error] = errors;
  if (error !== undefined) return fail(error.offset, error.length, `not JSON (${printParseErrorCode(error.error)}). Correct the line, or restore the file from version control.`);
  if (root?.type !== 'object') return fail(0, 1, 'a file of corrections is an object: { "version": 1, "corrections": [] }.');
  const version = findNodeAtLocation(root, ['version']);
  if (version === undefined || typeof version.value !== 'number') return fail(root.offset, 1, 'no version. Write "version": 1 into the file.');
  if (version.value !== SIDECAR_VERSION) {
    return fail(version.offset, version.length, `version ${String(version.value)} of corrections is not known here (this HopLens knows ${String(SIDECAR_VERSION)}). Update HopLens; the file is left as it is.`);
  }
  const list = findNodeAtLocation(root, ['corrections']);
  if (list !== undefined && list.type !== 'array') return fail(list.offset, list.length, '"corrections" is a list.');
  return {
    ...readList(list?.children ?? []),
    extra: Object.fromEntries((root.children ?? []).flatMap((property): [string, unknown][] => {
      const [name, value] = property.children ?? [];
      return name === undefined || value === undefined || name.value === 'version' || name.value === 'corrections' ? [] : [[String(name.value), getNodeValue(value)]];
    })),
    lineBreak: source.includes('\r\n') ? '\r\n' : '\n',
  };
}

function readList(items: readonly Node[]): Pick<Sidecar, 'corrections' | 'notUnderstood'> {
  const corrections: PlacedCorrection[] = [];
  const notUnderstood: NotUnderstood[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    if (item.type === 'null') continue;
    const value: unknown = getNodeValue(item);
    // The same line twice is what a merge of both sides leaves behind.
    const line = JSON.stringify(value);
    if (seen.has(line)) continue;
    seen.add(line);
    const range = { start: item.offset, end: item.offset + item.length };
    const read = readCorrection(value);
    if (typeof read === 'string') notUnderstood.push({ value, range, why: read });
    else corrections.push({ correction: read, range });
  }
  return { corrections, notUnderstood };
}

/**
 * The text of a sidecar: a correction a line, sorted by what it speaks of. The list ends with `null`, so that every correction's line ends in a comma and two
 * people's lines can stand together as they are.
 */
export function sidecarText({ corrections, notUnderstood, extra, lineBreak }: Sidecar): string {
  const lines = corrections.map(({ correction }) => correction).sort(compareCorrections).map(correctionLine);
  const others = notUnderstood.map(({ value }) => JSON.stringify(value)).sort();
  const head = [['version', SIDECAR_VERSION] as const, ...Object.entries(extra)].map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  return ['{', ...head, '  "corrections": [', ...[...lines, ...others].map((line) => `    ${line},`), '    null', '  ]', '}', ''].join(lineBreak);
}
