import type { Node } from './knowledgeGraph';
import type { StringTable } from './stringTable';

const COMBINING = /\p{M}/gu;

/** The form in which prefixes are compared: lower case, no diacritics, white space as one space, nothing before the first letter or digit. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(COMBINING, '').toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '').replace(/\s+/g, ' ');
}

/**
 * Entities one of whose names starts with a prefix, in node order (most-linked first). Goes over the names' bytes: plain ASCII names, nearly all, are never
 * decoded.
 *
 * @param aliases of each entity, separated by line feeds
 */
export function searchNames(prefix: string, limit: number, labels: StringTable, aliases: StringTable): Node[] {
  const wanted = folded(prefix);
  const found: Node[] = [];
  if (wanted === '') return found;
  const bytes = Buffer.from(wanted, 'utf8');
  for (let node = 0; node < labels.length && found.length < limit; node++) {
    if (holds(labels, node, wanted, bytes) || holds(aliases, node, wanted, bytes)) found.push(node);
  }
  return found;
}

const LINE_FEED = 10;

/** Whether one of the lines of an entry starts with the prefix. */
function holds(table: StringTable, index: number, wanted: string, prefix: Uint8Array): boolean {
  const { bytes } = table;
  const end = table.offsets[index + 1] ?? 0;
  let at = table.offsets[index] ?? 0;
  while (at < end) {
    const begin = at;
    while (at < end && !isWord(bytes[at] ?? 0) && bytes[at] !== LINE_FEED) at++;
    let k = 0;
    while (k < prefix.length && at + k < end && lower(bytes[at + k] ?? 0) === prefix[k]) k++;
    if (k === prefix.length) return true;
    let line = at + k;
    const odd = (bytes[line] ?? 0) >= 0x80 || bytes[line] === 0x20;
    while (line < end && bytes[line] !== LINE_FEED) line++;
    // Only a byte outside ASCII, or a run of spaces, may still be equal once it is folded.
    if (odd && folded(table.text(begin, line)).startsWith(wanted)) return true;
    at = line + 1;
  }
  return false;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** ASCII letters and digits, and whatever is not ASCII. */
function isWord(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
