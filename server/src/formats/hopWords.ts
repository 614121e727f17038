/** "1 hop", "2 hops": a class of questions as every format names it. */
export function hopWords(hops: number): string {
  return `${String(hops)} hop${hops === 1 ? '' : 's'}`;
}
