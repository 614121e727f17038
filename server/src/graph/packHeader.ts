import { createHash } from 'node:crypto';
import type { Provenance } from './knowledgeGraph';
import { PackError } from './packError';

/*
 * The graph pack: one file, little-endian.
 *
 *   0 … 7    "HLPACK\0" and a version byte
 *   8 … 11   u32 length n of the header
 *   12 … 15  first four bytes of the header's SHA-256
 *   16 …     header, JSON in UTF-8
 *   …        sections, each at a multiple of 8
 */
const MAGIC = 'HLPACK\0';
export const PACK_VERSION = 2;
export const HEADER_AT = 16;

/** What a section holds. Its meaning is known to whoever writes and reads it. */
export type SectionType = 'u8' | 'u16' | 'u32' | 'f32';
export type SectionData = Uint8Array | Uint16Array | Uint32Array | Float32Array;
/** `raw` sections are used in place; `deflate` ones (RFC 1951) are inflated when they are first asked for. */
export type SectionEncoding = 'raw' | 'deflate';

/** A line of the table of sections. Lengths in bytes; the checksum is the first 16 hex digits of the SHA-256 of the stored bytes. */
export interface SectionEntry {
  readonly name: string;
  readonly type: SectionType;
  readonly offset: number;
  readonly length: number;
  readonly rawLength: number;
  readonly encoding: SectionEncoding;
  readonly checksum: string;
}

export interface PackHeader {
  readonly provenance: Provenance;
  readonly sections: readonly SectionEntry[];
}

export function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

export function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

export function typeOf(data: SectionData): SectionType {
  if (data instanceof Uint8Array) return 'u8';
  if (data instanceof Uint16Array) return 'u16';
  return data instanceof Uint32Array ? 'u32' : 'f32';
}

/** Everything before the first section, given the length that the header is to be filled up to with spaces. */
export function encodeHeader(header: PackHeader, length: number): Buffer {
  const bytes = Buffer.alloc(HEADER_AT + length, ' ');
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt8(PACK_VERSION, MAGIC.length);
  bytes.writeUInt32LE(length, 8);
  bytes.write(JSON.stringify(header), HEADER_AT, 'utf8');
  createHash('sha256').update(bytes.subarray(HEADER_AT)).digest().copy(bytes, 12, 0, 4);
  return bytes;
}

/** Reads and checks the header of a pack's bytes. @throws PackError naming the file, what is wrong and the remedy */
export function decodeHeader(path: string, bytes: Uint8Array): PackHeader {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fail = (what: string): never => {
    throw new PackError(`${path} ${what}. Choose another file (hoplens.graph.path or --graph), or build it again with "npm run pack" or "hoplens import".`);
  };
  if (view.length < HEADER_AT || view.toString('latin1', 0, MAGIC.length) !== MAGIC) return fail('is not a HopLens graph pack');
  const version = view.readUInt8(MAGIC.length);
  if (version !== PACK_VERSION) return fail(`is a graph pack of version ${String(version)}, and this HopLens reads version ${String(PACK_VERSION)}`);
  const end = HEADER_AT + view.readUInt32LE(8);
  if (end > view.length) return fail('is cut short: its header is incomplete');
  const stored = view.subarray(HEADER_AT, end);
  if (!createHash('sha256').update(stored).digest().subarray(0, 4).equals(view.subarray(12, 16))) return fail('is damaged: the checksum of its header differs');
  const header: unknown = JSON.parse(stored.toString('utf8'));
  if (!isHeader(header)) return fail('has a header that lacks its provenance or sections');
  for (const entry of header.sections) {
    if (entry.offset + entry.length > view.length) return fail(`is cut short: section ${entry.name} ends at byte ${String(entry.offset + entry.length)} of ${String(view.length)}`);
  }
  return header;
}

function isHeader(value: unknown): value is PackHeader {
  return typeof value === 'object' && value !== null && 'provenance' in value && 'sections' in value && Array.isArray(value.sections);
}
