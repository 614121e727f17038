/**
 * How much of two texts is the same: 1 − edit distance / length of the longer (Levenshtein 1966), over UTF-16 units without regard to case.
 *
 * @param atLeast below this the answer is not needed and 0 is returned, mostly without the work
 */
export function closeness(left: string, right: string, atLeast = 0): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const most = Math.floor((1 - atLeast) * longest + 1e-9);
  const distance = distanceWithin(a, b, most);
  const found = distance === undefined ? 0 : 1 - distance / longest;
  return found >= atLeast ? found : 0;
}

/** The edit distance of two texts where it is at most `most`, looking only at the band of the table that it can pass through (Ukkonen 1985). */
function distanceWithin(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let [m, n] = [a.length, b.length];
  while (m > from && n > from && a.charCodeAt(m - 1) === b.charCodeAt(n - 1)) {
    m--;
    n--;
  }
  m -= from;
  n -= from;
  const far = most + 1;
  let row = Uint16Array.from({ length: n + 1 }, (_, j) => Math.min(j, far));
  let next = new Uint16Array(n + 1);
  for (let i = 1; i <= m; i++) {
    const first = Math.max(1, i - most);
    const last = Math.min(n, i + most);
    next[first - 1] = first === 1 ? Math.min(i, far) : far;
    let least = next[first - 1] ?? far;
    const unit = a.charCodeAt(from + i - 1);
    for (let j = first; j <= last; j++) {
      const same = unit === b.charCodeAt(from + j - 1) ? 0 : 1;
      // Above the band's end of the row before there is nothing.
      const above = j === i + most ? far : (row[j] ?? far) + 1;
      const value = Math.min(far, above, (next[j - 1] ?? far) + 1, (row[j - 1] ?? far) + same);
      next[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return undefined;
    [row, next] = [next, row];
  }
  const distance = row[n] ?? far;
  return distance > most ? undefined : distance;
}
