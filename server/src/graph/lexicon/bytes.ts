/** Order of two words of a vocabulary by their bytes. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => compareArrays(a, b);

/** Order of two names by their words' ids; a name stands before those that it begins. */
export const compareWords = (a: Uint32Array, b: Uint32Array): number => compareArrays(a, b);

function compareArrays(a: Uint8Array | Uint32Array, b: Uint8Array | Uint32Array): number {
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) {
    const difference = (a[k] ?? 0) - (b[k] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The bytes of all parts, one after another. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
