import type { Node } from './knowledgeGraph';
import type { Pack } from './packFile';
import type { PackWriter } from './packWriter';
import { fromPlanes, planes } from './planes';
import { StringTable } from './stringTable';

/** Numbers from here on are places in the table of names. */
const NAMED = 2 ** 31;
const NUMBERED = /^Q([1-9]\d{0,9})$/;

/** The number of an id such as `Q2263`, or undefined for an id of another form (a title, `HL-12`). */
function numberOf(id: string): number | undefined {
  const number = Number(NUMBERED.exec(id)?.[1] ?? Number.NaN);
  return number < NAMED ? number : undefined;
}

/**
 * Ids of entities, both ways. Wikidata's are kept as numbers; others as names, sorted. The way from an id to its node is a hash table of bare integers, built
 * at the first look-up: a Map of strings would take longer than the rest of opening together.
 */
export class IdTable {
  #slots: Uint32Array | undefined;

  /** @param nodeOfName the node of each name, in the names' order */
  private constructor(readonly numbers: Uint32Array, readonly names: StringTable, readonly nodeOfName: Uint32Array) {}

  static build(ids: readonly string[]): IdTable {
    const nodes = [...ids.keys()].filter((node) => numberOf(ids[node] ?? '') === undefined);
    nodes.sort((a, b) => compare(ids[a] ?? '', ids[b] ?? ''));
    const numbers = Uint32Array.from(ids, (id) => numberOf(id) ?? 0);
    for (const [place, node] of nodes.entries()) numbers[node] = NAMED + place;
    return new IdTable(numbers, StringTable.build(nodes.map((node) => ids[node] ?? '')), Uint32Array.from(nodes));
  }

  /** @throws PackError when a section is missing or damaged */
  static read(pack: Pack): IdTable {
    return new IdTable(fromPlanes(pack.section('entity/number')), StringTable.read(pack, 'entity/name'), pack.u32('entity/nameNode'));
  }

  write(writer: PackWriter): void {
    writer.add('entity/number', planes(this.numbers));
    this.names.write(writer, 'entity/name');
    writer.add('entity/nameNode', this.nodeOfName);
  }

  get length(): number {
    return this.numbers.length;
  }

  /** The id of an entity; empty outside. */
  idOf(node: Node): string {
    const number = this.numbers[node];
    if (number === undefined) return '';
    return number >= NAMED ? this.names.at(number - NAMED) : `Q${String(number)}`;
  }

  nodeOf(id: string): Node | undefined {
    const number = numberOf(id);
    return number === undefined ? this.#nodeOfName(id) : this.#nodeOfNumber(number);
  }

  #nodeOfName(id: string): Node | undefined {
    let low = 0;
    let high = this.names.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = compare(this.names.at(middle), id);
      if (order === 0) return this.nodeOfName[middle];
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  #nodeOfNumber(number: number): Node | undefined {
    const slots = (this.#slots ??= this.#hash());
    const mask = slots.length - 1;
    for (let slot = slotOf(number, slots); ; slot = (slot + 1) & mask) {
      const node = (slots[slot] ?? 0) - 1;
      if (node < 0) return undefined;
      if (this.numbers[node] === number) return node;
    }
  }

  /** Open addressing (Knuth 6.4), node + 1 in each slot, at most half full. */
  #hash(): Uint32Array {
    const { numbers } = this;
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * numbers.length + 2)));
    const mask = slots.length - 1;
    for (let node = 0; node < numbers.length; node++) {
      const number = numbers[node] ?? 0;
      if (number >= NAMED) continue;
      let slot = slotOf(number, slots);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = node + 1;
    }
    return slots;
  }
}

/** Fibonacci hashing (Knuth 6.4): the high bits of a product, which spreads neighbouring numbers. `slots` holds a power of two. */
function slotOf(number: number, slots: Uint32Array): number {
  return Math.imul(number, 0x9e3779b1) >>> (Math.clz32(slots.length) + 1);
}

/** Order by UTF-16 code units: what the names are sorted and searched by. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
