import type { Pack } from './packFile';
import type { SectionEncoding } from './packHeader';
import type { PackWriter } from './packWriter';
import { offsetsFromPlanes, planes } from './planes';

/** Many strings in two sections, `name` (UTF-8, joined) and `name/length` (byte lengths, in planes); each is decoded when it is asked for. */
export class StringTable {
  readonly #text: Buffer;

  /** @param offsets where each string begins in `bytes`, and where the last one ends */
  constructor(readonly bytes: Uint8Array, readonly offsets: Uint32Array) {
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws PackError when a section is missing or damaged */
  static read(pack: Pack, name: string): StringTable {
    return new StringTable(pack.section(name), offsetsFromPlanes(pack.section(`${name}/length`)));
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

  /** The string at an index; empty outside. */
  at(index: number): string {
    const start = this.offsets[index] ?? 0;
    const end = this.offsets[index + 1] ?? start;
    return start === end ? '' : this.text(start, end);
  }

  /** The text between two places in `bytes`. */
  text(start: number, end: number): string {
    return this.#text.toString('utf8', start, end);
  }

  /** @param encoding of the text: `raw` where it is needed at once and inflating it would be felt */
  write(writer: PackWriter, name: string, encoding: SectionEncoding = 'deflate'): void {
    const lengths = Uint32Array.from({ length: this.length }, (_, k) => (this.offsets[k + 1] ?? 0) - (this.offsets[k] ?? 0));
    writer.add(name, this.bytes, encoding).add(`${name}/length`, planes(lengths));
  }
}
