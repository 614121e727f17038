import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Provenance } from './knowledgeGraph';
import { PackError } from './packError';
import { Pack, PackWriter, rewritePack, type SharedPack } from './packFile';

const PROVENANCE: Provenance = { name: 'test', date: '2020-01', sources: [{ name: 'nobody', licence: 'CC0-1.0' }], entities: 1, edges: 2, pageUrl: '' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoplens-pack-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name = 'pack'): string {
  const path = join(folder, `${name}.hlpack`);
  new PackWriter(PROVENANCE)
    .add('bytes', Uint8Array.of(1, 2, 3))
    .add('numbers', Uint32Array.from({ length: 500 }, (_, k) => k % 7))
    .add('floats', Float32Array.of(0.5, -1.25), 'raw')
    .write(path);
  return path;
}

describe('a pack file', () => {
  it('gives back what was written, aligned and in shared memory', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.uint8Array(), fc.constantFrom('raw' as const, 'deflate' as const))), (sections) => {
      const writer = new PackWriter(PROVENANCE);
      for (const [name, bytes, encoding] of sections) writer.add(name, bytes, encoding);
      const path = join(folder, 'property.hlpack');
      const size = writer.write(path);
      expect(readFileSync(path).length).toBe(size);
      const pack = Pack.open(path);
      const wanted = new Map(sections.map(([name, bytes]) => [name, bytes]));
      expect(pack.names()).toEqual([...wanted.keys()]);
      for (const [name, bytes] of wanted) {
        const section = pack.section(name);
        expect([...section]).toEqual([...bytes]);
        expect(section.byteOffset % 8).toBe(0);
        expect(section.buffer).toBeInstanceOf(SharedArrayBuffer);
      }
    }));
  });

  it('keeps types and provenance', () => {
    const pack = Pack.open(written());
    expect(pack.provenance).toEqual(PROVENANCE);
    expect([...pack.f32('floats')]).toEqual([0.5, -1.25]);
    expect(pack.u32('numbers')).toHaveLength(500);
    expect(() => pack.u32('floats')).toThrow(/section floats: it holds f32 where u32 was expected/);
  });

  it('is the same bytes for the same sections, and leaves no temporary file', () => {
    expect(readFileSync(written('one'))).toEqual(readFileSync(written('two')));
    expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('leaves the old pack whole, and no temporary file, when it cannot be put in place', () => {
    const inTheWay = mkdtempSync(join(folder, 'directory-'));
    writeFileSync(join(inTheWay, 'old'), 'old');
    expect(() => new PackWriter(PROVENANCE).add('bytes', Uint8Array.of(1)).write(inTheWay)).toThrow();
    expect(readFileSync(join(inTheWay, 'old'), 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a pack file that is none, or damaged', () => {
  it.each([
    ['is not there', undefined, /cannot be read: ENOENT.*Check the path/],
    ['is empty', Buffer.alloc(0), /is not a HopLens graph pack/],
    ['is something else', Buffer.from('PK\u0003\u0004 some archive or other'), /is not a HopLens graph pack/],
  ])('that %s is refused', (_, content, message) => {
    const path = join(folder, 'bad.hlpack');
    rmSync(path, { force: true });
    if (content !== undefined) writeFileSync(path, content);
    expect(() => Pack.open(path)).toThrow(PackError);
    expect(() => Pack.open(path)).toThrow(message);
  });

  it('of another version is refused with both versions', () => {
    const bytes = readFileSync(written());
    bytes[7] = 99;
    const path = join(folder, 'version.hlpack');
    writeFileSync(path, bytes);
    expect(() => Pack.open(path)).toThrow(/version 99, and this HopLens reads version 2/);
  });

  it('cut short anywhere is refused when it is opened', () => {
    const bytes = readFileSync(written());
    const path = join(folder, 'short.hlpack');
    fc.assert(fc.property(fc.nat(bytes.length - 1), (length) => {
      writeFileSync(path, bytes.subarray(0, length));
      expect(() => Pack.open(path)).toThrow(PackError);
    }));
  });

  it('with any bit turned is noticed, except in the padding between sections', () => {
    const bytes = readFileSync(written());
    const path = join(folder, 'flipped.hlpack');
    const read = (): unknown => {
      const pack = Pack.open(path);
      return pack.names().map((name) => [name, [...pack.section(name)]]);
    };
    writeFileSync(path, bytes);
    const whole = read();
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(at) ^ (1 << bit), at);
      writeFileSync(path, copy);
      try {
        expect(read()).toEqual(whole);
        expect(bytes.readUInt8(at)).toBe(0);
      } catch (error) {
        if (!(error instanceof PackError)) throw error;
        expect(error.message).toContain(path);
      }
    }), { numRuns: 400 });
  });

  it('names the section that is damaged or missing, and the remedy', () => {
    const bytes = readFileSync(written());
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    const path = join(folder, 'last.hlpack');
    writeFileSync(path, bytes);
    const pack = Pack.open(path);
    expect(pack.section('bytes')).toHaveLength(3);
    expect(() => pack.section('floats')).toThrow(/last\.hlpack is damaged in section floats: its checksum differs\. Copy the file again, or build it again/);
    expect(() => pack.section('lexicon/words')).toThrow(/lacks the section lexicon\/words\. Build the pack again/);
  });
});

describe('rewritePack', () => {
  it('replaces and adds sections and takes over the others as they are stored', () => {
    const from = Pack.open(written('old'));
    const path = join(folder, 'new.hlpack');
    rewritePack(from, path, { bytes: Uint8Array.of(9), 'vectors/relation': Float32Array.of(1, 2) });
    const pack = Pack.open(path);
    expect(pack.names()).toEqual(['bytes', 'numbers', 'floats', 'vectors/relation']);
    expect([...pack.section('bytes')]).toEqual([9]);
    expect([...pack.f32('vectors/relation')]).toEqual([1, 2]);
    expect(pack.stored('numbers').bytes).toEqual(from.stored('numbers').bytes);
    expect(pack.stored('floats').entry.encoding).toBe('raw');
  });

  it('may write over the pack that it reads', () => {
    const path = written('same');
    rewritePack(Pack.open(path), path, { extra: Uint8Array.of(1) });
    expect(Pack.open(path).names()).toEqual(['bytes', 'numbers', 'floats', 'extra']);
  });
});

it('a shared pack arrives in another thread without a copy of its memory', () => {
  const pack = Pack.open(written());
  pack.section('numbers').fill(3);
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(pack.share());
  const message = receiveMessageOnPort(port2) as { message: SharedPack };
  port1.close();
  const attached = Pack.attach(message.message);
  expect(attached.section('numbers')[0]).toBe(3);
  pack.section('numbers').fill(4);
  expect(attached.section('numbers')[0]).toBe(4);
  expect(attached.section('bytes')).toHaveLength(3);
});
