const LONGEST = 60;

/** A file name from a question: letters, digits and hyphens only, so that it is one on every system. */
export function fileName(question: string, ending: string): string {
  const words = question.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.join('-').slice(0, LONGEST).replace(/-+$/, '');
  return `${name === '' ? 'hoplens' : name}.${ending}`;
}
