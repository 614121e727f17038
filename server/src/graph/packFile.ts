import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Provenance } from './knowledgeGraph';
import { PackError } from './packError';

/*
 * The graph pack: one file.
 *
 *   0        8         12            12 + n
 *   HLPACK   u32 n     JSON header   sections, each at a multiple of 8
 *   + version byte
 *
 * The header lists the sections with place, lengths, encoding and a checksum (SHA-256, 16 hex digits) of the stored bytes. Sections are inflated when first asked for, so that opening
 * costs what the first answer needs.
 */
const MAGIC = 'HLPACK\0';
export const PACK_VERSION = 1;

interface SectionEntry {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly rawLength: number;
  readonly deflated: boolean;
  readonly checksum: string;
}

interface Header {
  readonly provenance: Provenance;
  readonly sections: readonly SectionEntry[];
}

function isHeader(value: unknown): value is Header {
  return typeof value === 'object' && value !== null && 'provenance' in value && 'sections' in value && Array.isArray(value.sections);
}

/** Collects sections and writes them: to a temporary file, synced, then renamed, so that an interrupted import leaves the old pack whole. */
export class PackWriter {
  readonly #sections: { readonly name: string; readonly raw: Uint8Array }[] = [];

  constructor(readonly provenance: Provenance) {}

  /** Adds or replaces a section. */
  add(name: string, data: Uint8Array | Uint16Array | Uint32Array | Float32Array): this {
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const at = this.#sections.findIndex((section) => section.name === name);
    if (at >= 0) this.#sections[at] = { name, raw };
    else this.#sections.push({ name, raw });
    return this;
  }

  /** Writes the file; throws what the file system throws. Returns its size in bytes. */
  write(path: string): number {
    const stored = this.#sections.map(({ name, raw }) => {
      const deflated = deflateRawSync(raw, { level: 9 });
      return deflated.length < raw.length * 0.95 ? { name, raw, bytes: deflated, deflated: true } : { name, raw, bytes: raw, deflated: false };
    });
    const place = (headerLength: number): SectionEntry[] => {
      let offset = align(MAGIC.length + 1 + 4 + headerLength);
      return stored.map(({ name, raw, bytes, deflated }) => {
        const entry = { name, offset, length: bytes.length, rawLength: raw.length, deflated, checksum: checksum(bytes) };
        offset = align(offset + bytes.length);
        return entry;
      });
    };
    const encode = (sections: readonly SectionEntry[]): Buffer => Buffer.from(JSON.stringify({ provenance: this.provenance, sections } satisfies Header));
    // The offsets are part of the header, whose length moves the offsets: leave room once.
    const room = encode(place(0)).length + 16 * stored.length;
    const sections = place(room);
    const header = Buffer.alloc(room, ' ');
    encode(sections).copy(header);
    const start = Buffer.alloc(MAGIC.length + 1 + 4);
    start.write(MAGIC, 'latin1');
    start.writeUInt8(PACK_VERSION, MAGIC.length);
    start.writeUInt32LE(room, MAGIC.length + 1);
    const temporary = `${path}.${String(process.pid)}.tmp`;
    const file = openSync(temporary, 'w');
    let size = 0;
    try {
      writeSync(file, start, 0, start.length, 0);
      writeSync(file, header, 0, header.length, start.length);
      for (const [k, entry] of sections.entries()) {
        const bytes = stored[k]?.bytes ?? new Uint8Array();
        writeSync(file, bytes, 0, bytes.length, entry.offset);
        size = entry.offset + bytes.length;
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    return size;
  }
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

/** A pack opened for reading. The file's bytes lie in shared memory, so that a worker's view costs nothing. */
export class Pack {
  readonly provenance: Provenance;
  readonly #entries: ReadonlyMap<string, SectionEntry>;
  readonly #sections = new Map<string, Uint8Array>();

  private constructor(readonly path: string, readonly bytes: Uint8Array, header: Header) {
    this.provenance = header.provenance;
    this.#entries = new Map(header.sections.map((entry) => [entry.name, entry]));
  }

  /**
   * Opens a pack file.
   *
   * @throws PackError when it is no pack, of another version, cut short or damaged
   */
  static open(path: string): Pack {
    let content: Buffer;
    try {
      content = readFileSync(path);
    } catch (error) {
      throw new PackError(`The graph pack ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path (hoplens.graph.path or --graph).`);
    }
    return new Pack(path, content, readHeader(path, content));
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** A section's bytes, 8-byte aligned, in shared memory. @throws PackError when it is missing or its checksum differs */
  section(name: string): Uint8Array {
    const known = this.#sections.get(name);
    if (known !== undefined) return known;
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new PackError(`${this.path} lacks the section ${name}. Build the pack again with this version of HopLens.`);
    const stored = this.bytes.subarray(entry.offset, entry.offset + entry.length);
    if (checksum(stored) !== entry.checksum) throw new PackError(`${this.path} is damaged: the checksum of section ${name} differs. Copy or build the file again.`);
    const raw = new Uint8Array(new SharedArrayBuffer(entry.rawLength));
    raw.set(entry.deflated ? inflateRawSync(stored) : stored);
    this.#sections.set(name, raw);
    return raw;
  }

  u32(name: string): Uint32Array {
    const raw = this.section(name);
    return new Uint32Array(raw.buffer, raw.byteOffset, raw.byteLength / 4);
  }

  u16(name: string): Uint16Array {
    const raw = this.section(name);
    return new Uint16Array(raw.buffer, raw.byteOffset, raw.byteLength / 2);
  }

  f32(name: string): Float32Array {
    const raw = this.section(name);
    return new Float32Array(raw.buffer, raw.byteOffset, raw.byteLength / 4);
  }
}

/** Reads and checks the header. @throws PackError naming what is wrong and the remedy */
function readHeader(path: string, bytes: Buffer): Header {
  const fail = (what: string): never => {
    throw new PackError(`${path} ${what}. Choose another file (hoplens.graph.path or --graph), or build it again with "npm run pack" or "hoplens import".`);
  };
  const start = MAGIC.length + 1 + 4;
  if (bytes.length < start || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return fail('is not a HopLens graph pack');
  const version = bytes.readUInt8(MAGIC.length);
  if (version !== PACK_VERSION) return fail(`is a graph pack of version ${String(version)}, and this HopLens reads version ${String(PACK_VERSION)}`);
  const end = start + bytes.readUInt32LE(MAGIC.length + 1);
  if (end > bytes.length) return fail('is cut short: its header is incomplete');
  let header: unknown;
  try {
    header = JSON.parse(bytes.toString('utf8', start, end));
  } catch {
    return fail('has a damaged header');
  }
  if (!isHeader(header)) return fail('has a damaged header');
  for (const entry of header.sections) if (entry.offset + entry.length > bytes.length) return fail(`is cut short: section ${entry.name} ends past the file`);
  return header;
}

/** A new pack with the sections of an old one and some replaced or added (the vectors of a model, the lexicon). */
export function rewritePack(from: Pack, to: string, sections: Readonly<Record<string, Uint8Array | Uint16Array | Uint32Array | Float32Array>>): number {
  const writer = new PackWriter(from.provenance);
  for (const name of from.names()) writer.add(name, from.section(name));
  for (const [name, data] of Object.entries(sections)) writer.add(name, data);
  return writer.write(to);
}
