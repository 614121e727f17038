import pc from 'picocolors';
import { chainText } from '../answering/summary';
import type { Explanation, Path, ScoredNode } from '../protocol';

const PATH_COLOURS = [pc.blue, pc.yellow, pc.magenta, pc.cyan] as const;

const number = (score: number): string => score.toFixed(2);

/** One explanation for a terminal: spans with ids, plan, hops, intersection and answers; in colour where the terminal has it. */
export function explanationText(told: Explanation): string {
  const lines = [pc.bold(marked(told))];
  for (const path of told.paths) lines.push(...pathLines(told, path));
  if (told.intersection !== null) {
    lines.push(`  ${pc.dim('intersection')}  ${told.intersection.rows.filter((row) => row.minimum > 0.01).slice(0, 4).map((row) => `${row.label} ${pc.dim(`min(${row.scores.map(number).join(', ')}) =`)} ${number(row.minimum)}`).join(' · ')}`);
  }
  if (told.answers.length === 0) lines.push(`  ${pc.red('no answer in the graph')}  ${pc.dim(told.summary)}`);
  else {
    lines.push(`  ${pc.green('→')} ${told.answers.slice(0, 5).map((answer) => `${pc.green(pc.bold(answer.label))} ${pc.dim(idOf(answer))} ${number(answer.score)}`).join(' · ')}${told.answers.length > 5 ? pc.dim(` · ${String(told.answers.length - 5)} more`) : ''}`);
    for (const proof of told.answers[0]?.proofs ?? []) {
      const edge = proof[0];
      if (edge === undefined) continue;
      const start = told.paths.flatMap((path) => told.mentions[path.mention]?.candidates.map((candidate) => candidate.label) ?? []).find((label) => label === edge.subject.label || label === edge.object.label);
      lines.push(`    ${pc.dim(chainText(proof, start ?? edge.subject.label))}`);
    }
  }
  lines.push(`  ${pc.dim(`${planText(told)} · ${told.millis.total.toFixed(1)} ms`)}`);
  return lines.join('\n');
}

const idOf = (node: ScoredNode): string => (node.id === '' ? '' : node.id);

function planText(told: Explanation): string {
  return told.plan === null ? 'no plan' : `${told.plan.name} ${number(told.plan.scores[told.plan.name])}`;
}

/** The question with the ids of the mentions that lead to the answer. */
function marked(told: Explanation): string {
  let text = '';
  let at = 0;
  const leading = told.paths.map((path, k) => ({ mention: told.mentions[path.mention], colour: PATH_COLOURS[k % PATH_COLOURS.length] ?? pc.blue }));
  for (const { mention, colour } of leading.sort((a, b) => (a.mention?.start ?? 0) - (b.mention?.start ?? 0))) {
    if (mention === undefined) continue;
    const best = mention.candidates[0];
    text += told.question.slice(at, mention.start) + colour(told.question.slice(mention.start, mention.end)) + pc.dim(`‹${best?.id ?? '?'}›`);
    at = mention.end;
  }
  return text + told.question.slice(at);
}

function pathLines(told: Explanation, path: Path): string[] {
  const mention = told.mentions[path.mention];
  const best = mention?.candidates[0];
  const colour = PATH_COLOURS[told.paths.indexOf(path) % PATH_COLOURS.length] ?? pc.blue;
  const lines = [`  ${colour('●')} ${best?.label ?? mention?.text ?? ''} ${pc.dim(`${best?.id ?? ''} ${best?.description ?? ''}`)} ${number(best?.score ?? 0)}`];
  for (const [k, hop] of path.hops.entries()) {
    const relations = hop.relations.slice(0, 3).map((relation) => `${relation.inverse ? '←' : '→'} ${relation.label} ${number(relation.score)}`);
    const entities = hop.entities.slice(0, 3).map((entity) => `${entity.label} ${number(entity.score)}`);
    lines.push(`    ${pc.dim(`hop ${String(k + 1)}`)}  ${relations.join(pc.dim(' · '))}  ${pc.dim(`⇒ ${String(hop.entityCount)}${hop.truncated ? '+' : ''}:`)} ${entities.join(', ')}`);
  }
  return lines;
}
