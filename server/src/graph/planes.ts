/**
 * The bytes of many numbers, lowest bytes first, then the second … (the "shuffle" filter of HDF5): the high bytes, nearly constant, then compress to nothing.
 */
export function planes(values: Uint32Array): Uint8Array {
  const out = new Uint8Array(values.length * 4);
  for (let plane = 0; plane < 4; plane++) {
    for (let k = 0; k < values.length; k++) out[plane * values.length + k] = ((values[k] ?? 0) >>> (8 * plane)) & 255;
  }
  return out;
}

/** Undoes {@link planes}. */
export function fromPlanes(bytes: Uint8Array): Uint32Array {
  const count = bytes.length / 4;
  const out = new Uint32Array(count);
  for (let k = 0; k < count; k++) {
    out[k] = ((bytes[k] ?? 0) | ((bytes[count + k] ?? 0) << 8) | ((bytes[2 * count + k] ?? 0) << 16) | ((bytes[3 * count + k] ?? 0) << 24)) >>> 0;
  }
  return out;
}

/** Undoes {@link planes} of lengths and sums them: `[0, a, a + b, …]`, one longer. */
export function offsetsFromPlanes(bytes: Uint8Array): Uint32Array {
  const lengths = fromPlanes(bytes);
  const offsets = new Uint32Array(lengths.length + 1);
  let sum = 0;
  for (let k = 0; k < lengths.length; k++) offsets[k + 1] = sum += lengths[k] ?? 0;
  return offsets;
}
