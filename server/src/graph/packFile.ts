import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Provenance } from './knowledgeGraph';
import { PackError } from './packError';
import { checksum, decodeHeader, type SectionEntry, type SectionType } from './packHeader';

export { PACK_VERSION } from './packHeader';
export { PackWriter, rewritePack } from './packWriter';

/** A pack as it is sent to a worker: shared memory is passed by reference, so that the worker's copy costs nothing. */
export interface SharedPack {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly inflated: ReadonlyMap<string, Uint8Array>;
}

/** A pack opened for reading. The file and what is inflated of it lie in shared memory. */
export class Pack {
  readonly provenance: Provenance;
  readonly #entries: ReadonlyMap<string, SectionEntry>;
  readonly #sections: Map<string, Uint8Array>;

  private constructor(readonly path: string, readonly bytes: Uint8Array, sections: Map<string, Uint8Array>) {
    const header = decodeHeader(path, bytes);
    this.provenance = header.provenance;
    this.#entries = new Map(header.sections.map((entry) => [entry.name, entry]));
    this.#sections = sections;
  }

  /**
   * Opens a pack file. Sections are checked and inflated when they are first asked for, so that opening costs what the first answer needs.
   *
   * @throws PackError when it cannot be read, is no pack, of another version, cut short, or its header is damaged
   */
  static open(path: string): Pack {
    return new Pack(path, readShared(path), new Map());
  }

  /** A pack that another thread opened. */
  static attach(shared: SharedPack): Pack {
    return new Pack(shared.path, shared.bytes, new Map(shared.inflated));
  }

  share(): SharedPack {
    return { path: this.path, bytes: this.bytes, inflated: new Map(this.#sections) };
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** A section's entry and its bytes as stored, checked. @throws PackError when it is missing or damaged */
  stored(name: string): { readonly entry: SectionEntry; readonly bytes: Uint8Array } {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new PackError(`${this.path} lacks the section ${name}. Build the pack again with this version of HopLens.`);
    const bytes = this.bytes.subarray(entry.offset, entry.offset + entry.length);
    if (checksum(bytes) !== entry.checksum) throw this.#damaged(name, 'its checksum differs');
    return { entry, bytes };
  }

  /** A section's bytes, 8-byte aligned, in shared memory. @throws PackError when it is missing or damaged */
  section(name: string): Uint8Array {
    const known = this.#sections.get(name);
    if (known !== undefined) return known;
    const { entry, bytes } = this.stored(name);
    let raw = bytes;
    if (entry.encoding === 'deflate') {
      const inflated = inflateRawSync(bytes, { chunkSize: entry.rawLength + 64 });
      if (inflated.length !== entry.rawLength) throw this.#damaged(name, `it inflates to ${String(inflated.length)} bytes instead of ${String(entry.rawLength)}`);
      raw = new Uint8Array(new SharedArrayBuffer(entry.rawLength));
      raw.set(inflated);
    }
    this.#sections.set(name, raw);
    return raw;
  }

  /** A section of 32-bit numbers. @throws PackError when it is missing, damaged or holds something else */
  u32(name: string): Uint32Array {
    const raw = this.#typed(name, 'u32');
    return new Uint32Array(raw.buffer, raw.byteOffset, raw.byteLength / 4);
  }

  /** A section of 16-bit numbers. @throws PackError when it is missing, damaged or holds something else */
  u16(name: string): Uint16Array {
    const raw = this.#typed(name, 'u16');
    return new Uint16Array(raw.buffer, raw.byteOffset, raw.byteLength / 2);
  }

  /** A section of 32-bit floats. @throws PackError when it is missing, damaged or holds something else */
  f32(name: string): Float32Array {
    const raw = this.#typed(name, 'f32');
    return new Float32Array(raw.buffer, raw.byteOffset, raw.byteLength / 4);
  }

  #typed(name: string, type: SectionType): Uint8Array {
    const raw = this.section(name);
    const held = this.#entries.get(name)?.type;
    if (held !== type) throw this.#damaged(name, `it holds ${String(held)} where ${type} was expected`);
    return raw;
  }

  #damaged(name: string, what: string): PackError {
    return new PackError(`${this.path} is damaged in section ${name}: ${what}. Copy the file again, or build it again with "npm run pack" or "hoplens import".`);
  }
}

/** Reads a whole file into shared memory. */
function readShared(path: string): Uint8Array {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
      let done = 0;
      while (done < bytes.length) {
        const read = readSync(file, bytes, done, bytes.length - done, done);
        if (read === 0) break;
        done += read;
      }
      return bytes.subarray(0, done);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new PackError(`The graph pack ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path (hoplens.graph.path or --graph).`);
  }
}
