/** The first place of a rising list, between `low` and `high`, that is not below a number; `high` where all are. */
export function firstFrom(list: Uint32Array, least: number, low = 0, high = list.length): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Orders numbers upwards, infinite ones too: their difference would be no number. */
export function rising(a = 0, b = 0): number {
  return a < b ? -1 : Number(a > b);
}
