/** The question of a tool's input, for the user to see before the server checks it; empty where there is none. */
export function questionIn(input: unknown): string {
  return typeof input === 'object' && input !== null && 'question' in input && typeof input.question === 'string' ? input.question : '';
}

/** Text as a block of code in Markdown, with a fence longer than any inside: nothing in it is markup or a link. */
export function asCode(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
