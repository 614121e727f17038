import { percent, table } from './markdown';
import type { Results } from './shape';

const BEGIN = '<!-- numbers: written by scripts/results.mjs -->';
const END = '<!-- end of the numbers -->';

/** The card with its block of numbers replaced. @throws Error where the block's marks are missing */
export function cardWith(card: string, results: Results): string {
  const [begin, end] = [card.indexOf(BEGIN), card.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/model-card.md lacks the lines ${BEGIN} and ${END}: put them where the numbers belong.`);
  return `${card.slice(0, begin + BEGIN.length)}\n${numbers(results)}\n${card.slice(end)}`;
}

function numbers(results: Results): string {
  const rows = Object.entries(results.sets).map(([name, { report: r }]) => [name, r.n, percent(r.hits1), percent(r.hits1Strict), percent(r.entityAccuracy), r.confidence.error === null ? null : r.confidence.error.toFixed(3)]);
  return `
${results.modelName}, fingerprint ${results.model}; measured at commit ${results.commit} on ${results.date}. Trained on: ${results.trainedOn.join('; ')}.

${table(['set', 'n', 'Hits@1', 'strict', 'entity', 'ECE'], rows)}
`;
}
