/** exp(logit) over their sum; empty for none. */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const masses = logits.map((logit) => Math.exp(logit - top));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}
