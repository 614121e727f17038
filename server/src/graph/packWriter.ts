import { closeSync, fsyncSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Provenance } from './knowledgeGraph';
import { align, checksum, encodeHeader, HEADER_AT, type SectionData, type SectionEncoding, type SectionEntry, type SectionType, typeOf } from './packHeader';

/** What is copied from: a pack that is open (packFile.ts). */
export interface PackSections {
  readonly provenance: Provenance;
  names(): readonly string[];
  /** A section as it lies in the file. @throws PackError when it is missing or damaged */
  stored(name: string): { readonly entry: SectionEntry; readonly bytes: Uint8Array };
}

/** A section as it will lie in the file. */
interface Stored {
  readonly type: SectionType;
  readonly rawLength: number;
  readonly encoding: SectionEncoding;
  readonly bytes: Uint8Array;
}

/** Collects sections and writes them as one pack. The same sections give the same bytes. */
export class PackWriter {
  readonly #sections = new Map<string, Stored>();

  constructor(readonly provenance: Provenance) {}

  /**
   * Adds a section, or replaces the one of that name in its place.
   *
   * @param encoding `raw` for what is read in place as soon as the pack opens; `deflate` (the default) where that saves a twentieth
   */
  add(name: string, data: SectionData, encoding: SectionEncoding = 'deflate'): this {
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const deflated = encoding === 'deflate' ? deflateRawSync(raw, { level: 9 }) : raw;
    const small = deflated.length < raw.length * 0.95;
    this.#sections.set(name, { type: typeOf(data), rawLength: raw.length, encoding: small ? 'deflate' : 'raw', bytes: small ? deflated : raw });
    return this;
  }

  /** Takes over a section of another pack as it is stored there. @throws PackError when it is missing or damaged */
  copy(pack: PackSections, name: string): this {
    const { entry, bytes } = pack.stored(name);
    this.#sections.set(name, { type: entry.type, rawLength: entry.rawLength, encoding: entry.encoding, bytes });
    return this;
  }

  /**
   * Writes the file: to a temporary file beside it, synced, then renamed, so that an interrupted import leaves the old pack whole.
   *
   * @returns its size in bytes
   * @throws what the file system throws; the temporary file is then removed
   */
  write(path: string): number {
    const place = (headerLength: number): SectionEntry[] => {
      let offset = align(HEADER_AT + headerLength);
      return [...this.#sections].map(([name, { bytes, ...section }]) => {
        const entry = { name, ...section, offset, length: bytes.length, checksum: checksum(bytes) };
        offset = align(offset + bytes.length);
        return entry;
      });
    };
    // The offsets stand in the header, and its length moves them: leave room for their digits.
    const { provenance } = this;
    const room = Buffer.byteLength(JSON.stringify({ provenance, sections: place(0) })) + 16 * this.#sections.size;
    const entries = place(room);
    const last = entries.at(-1);
    const size = last === undefined ? HEADER_AT + room : last.offset + last.length;
    const temporary = `${path}.${String(process.pid)}.tmp`;
    try {
      const file = openSync(temporary, 'w');
      try {
        writeAll(file, encodeHeader({ provenance, sections: entries }, room), 0);
        for (const entry of entries) writeAll(file, this.#sections.get(entry.name)?.bytes ?? new Uint8Array(), entry.offset);
        // An empty last section may begin past what was written.
        ftruncateSync(file, size);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    return size;
  }
}

/** The file system may take less than it is given. */
function writeAll(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}

/**
 * Writes a pack with the sections of an old one and some replaced or added (the vectors of a model, a lexicon).
 *
 * @param sections by name; a section that is already there is replaced
 * @returns the size of the new file in bytes
 * @throws PackError when a section of the old pack is damaged
 */
export function rewritePack(from: PackSections, to: string, sections: Readonly<Record<string, SectionData>>): number {
  const writer = new PackWriter(from.provenance);
  for (const name of from.names()) writer.copy(from, name);
  for (const [name, data] of Object.entries(sections)) writer.add(name, data);
  return writer.write(to);
}
