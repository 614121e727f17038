import { findNodeAtLocation, getNodeValue, type JSONPath, type Node } from 'jsonc-parser';
import type { OffsetMap, OffsetPiece } from './format';

/** A string of a JSON document with the place of its characters. */
export interface LocatedString {
  readonly text: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly offsets: OffsetMap;
}

/**
 * The decoded text of a JSON string literal, and where each of its characters stands: an escape (`\"`, `\u00e9`) is longer in the document than in the text.
 *
 * @param source the document
 * @param node a string node of jsonc-parser's tree over it
 */
export function locateString(source: string, node: Node): LocatedString {
  const offsets: OffsetPiece[] = [{ question: 0, document: node.offset + 1 }];
  const end = node.offset + node.length - 1;
  let length = 0;
  let at = node.offset + 1;
  while (at < end) {
    const escaped = source.charCodeAt(at) === 92;
    const width = escaped ? (source.charAt(at + 1) === 'u' ? 6 : 2) : 1;
    if (escaped) {
      // Right behind another escape there is a piece for this place already: this one takes its place.
      if (offsets.at(-1)?.question === length) offsets.pop();
      offsets.push({ question: length, document: at, width }, { question: length + 1, document: at + width });
    }
    at += width;
    length++;
  }
  return { text: String(getNodeValue(node)), range: { start: node.offset + 1, end }, offsets };
}

/** The node at a path below another, or undefined. */
export function below(node: Node, ...path: JSONPath): Node | undefined {
  return findNodeAtLocation(node, path);
}

/** The strings of an array node; other items are left out. */
export function strings(node: Node | undefined): string[] {
  return (node?.children ?? []).flatMap((child) => (child.type === 'string' ? [String(child.value)] : []));
}

/** The value of a string node; undefined for any other or none. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined;
}

/** Strings, numbers and truth values of an array node, or of the one value that stands in its place, as texts. */
export function texts(node: Node | undefined): string[] {
  const items = node?.type === 'array' ? node.children ?? [] : node === undefined ? [] : [node];
  return items.flatMap((child) => {
    const value: unknown = child.value;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
  });
}

/** The text of a string or number node; empty for any other or none. */
export function textOf(node: Node | undefined): string {
  return texts(node)[0] ?? '';
}
