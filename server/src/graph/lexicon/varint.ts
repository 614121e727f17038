/*
 * Small unsigned numbers in few bytes: seven bits a byte, the lowest first, the high bit set where more follow (LEB128). Counts and differences of sorted
 * numbers take one or two bytes so, and inflate fast.
 */

/** Encodes unsigned 32-bit numbers. */
export function encodeVarints(values: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (let value of values) {
    while (value > 127) {
      bytes.push((value & 127) | 128);
      value >>>= 7;
    }
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

/** Undoes {@link encodeVarints}; a number that the bytes end inside is left out. */
export function decodeVarints(bytes: Uint8Array): Uint32Array {
  let count = 0;
  for (let k = 0; k < bytes.length; k++) if ((bytes[k] ?? 0) < 128) count++;
  const values = new Uint32Array(count);
  for (let k = 0, at = 0; at < count; at++) {
    let value = bytes[k++] ?? 0;
    if (value > 127) {
      value &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        byte = bytes[k++] ?? 0;
        value |= (byte & 127) << shift;
      }
    }
    values[at] = value;
  }
  return values;
}

/** Running totals: `[0, c0, c0 + c1, …]`, the form in which counts are indexed. */
export function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let k = 0; k < counts.length; k++) starts[k + 1] = (starts[k] ?? 0) + (counts[k] ?? 0);
  return starts;
}
