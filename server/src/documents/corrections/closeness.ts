/**
 * How much of two texts is the same: 1 − edit distance / length of the longer (Levenshtein 1966), over UTF-16 units without regard to case.
 *
 * @param atLeast below this the answer is not needed and 0 is returned, mostly without the work
 */
export function closeness(left: string, right: string, atLeast = 0): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const most = Math.floor((1 - atLeast) * longest);
  if (Math.abs(a.length - b.length) > most) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return 0;
    row = next;
  }
  const found = 1 - (row[b.length] ?? 0) / longest;
  return found >= atLeast ? found : 0;
}
