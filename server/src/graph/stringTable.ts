import type { Pack, PackWriter } from './packFile';

/** Many strings in two sections, `name` (UTF-8, joined) and `name/at` (offsets); each is decoded when it is asked for. */
export class StringTable {
  readonly #decoder = new TextDecoder();

  constructor(readonly bytes: Uint8Array, readonly offsets: Uint32Array) {}

  static read(pack: Pack, name: string): StringTable {
    return new StringTable(pack.section(name), pack.u32(`${name}/at`));
  }

  static build(strings: readonly string[]): StringTable {
    const encoded = strings.map((text) => Buffer.from(text, 'utf8'));
    const offsets = new Uint32Array(strings.length + 1);
    for (const [k, text] of encoded.entries()) offsets[k + 1] = (offsets[k] ?? 0) + text.length;
    return new StringTable(Buffer.concat(encoded), offsets);
  }

  get length(): number {
    return this.offsets.length - 1;
  }

  /** The string at an index; empty outside. TextDecoder does not read shared memory, so the few bytes are copied. */
  at(index: number): string {
    const start = this.offsets[index] ?? 0;
    const end = this.offsets[index + 1] ?? start;
    return start === end ? '' : this.#decoder.decode(this.bytes.slice(start, end));
  }

  write(writer: PackWriter, name: string): void {
    writer.add(name, this.bytes).add(`${name}/at`, this.offsets);
  }
}
