import type { Explanation, Path } from '../../../server/src/protocol';
import { chainsOf, type Chain, linkText } from './chain';
import { startLabel } from './intersection';
import { score } from './numbers';

/** The colours of the drawing, resolved: a file has no theme. `paths` in the order of the paths, around again after the last. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  readonly answer: string;
  readonly paths: readonly string[];
}

/** A drawing: SVG text and its size in CSS pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 28;
const COLUMN = 330;
const GAP = 26;
const LINE = 21;
const RELATIONS = 3;
const ENTITIES = 5;
/** Mean width of a letter at 13 px; names are cut by it because an SVG does not wrap. */
const LETTER = 7;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const cut = (text: string, width: number): string => {
  const letters = Array.from(text);
  const most = Math.max(1, Math.floor(width / LETTER));
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
};

/** The explanation as a picture of its own: question, answers, the proof of the best, and each path with its hops. Shapes and text only, so that any program can open it. */
export function picture(explanation: Explanation, colours: Palette): Picture {
  const { question, answers, paths, operation } = explanation;
  const width = 2 * MARGIN + Math.max(2, paths.length) * COLUMN + (Math.max(2, paths.length) - 1) * GAP;
  const inner = width - 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;
  const line = (text: string, options: { readonly x?: number; readonly size?: number; readonly fill?: string; readonly bold?: boolean; readonly room?: number } = {}): void => {
    const { x = MARGIN, size = 13, fill = colours.foreground, bold = false, room = inner } = options;
    parts.push(`<text x="${x}" y="${y + size}" font-size="${size}"${bold ? ' font-weight="600"' : ''} fill="${escaped(fill)}">${escaped(cut(text, (room * 13) / size))}</text>`);
    y += Math.round(size * 1.6);
  };
  line(question, { size: 15, fill: colours.quiet });
  line(answers.length === 0 ? 'No answer in this graph' : answers.slice(0, 5).map(({ label, id }) => (id === '' ? label : `${label} ${id}`)).join(', ') + (answers.length > 5 ? ` and ${answers.length - 5} more` : ''), { size: 22, bold: true });
  const best = answers[0];
  if (best !== undefined) {
    line(`score ${score(best.score)}`, { fill: colours.answer });
    for (const chain of chainsOf(explanation, best)) line(chainLine(chain));
  }
  if (operation !== null) line(`${operation.name}${operation.attribute === null ? '' : ` by ${operation.attribute.label}`} over ${operation.inputCount.toLocaleString('en-US')}`, { fill: colours.quiet });
  line(explanation.summary, { fill: colours.quiet });
  y += 10;
  const top = y;
  let bottom = y;
  for (const [k, path] of paths.entries()) {
    y = top;
    drawPath(path, k, colours.paths[k % Math.max(1, colours.paths.length)] ?? colours.foreground);
    bottom = Math.max(bottom, y);
  }
  const height = bottom + MARGIN;
  return {
    width, height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"><title>${escaped(question)}</title><rect width="${width}" height="${height}" fill="${escaped(colours.background)}"/>${parts.join('')}</svg>`,
  };

  function drawPath(path: Path, index: number, colour: string): void {
    const x = MARGIN + index * (COLUMN + GAP);
    parts.push(`<rect x="${x}" y="${y}" width="${COLUMN}" height="3" fill="${escaped(colour)}"/>`);
    y += 8;
    line(startLabel(explanation, index), { x, size: 15, bold: true, room: COLUMN });
    for (const [k, hop] of path.hops.entries()) {
      line(`Hop ${k + 1}`, { x, size: 11, fill: colours.quiet });
      for (const relation of hop.relations.slice(0, RELATIONS)) row(x, `${relation.inverse ? '←' : '→'} ${relation.label}`, relation.score, colour);
      line(`reached ${hop.truncated ? 'at least ' : ''}${hop.entityCount.toLocaleString('en-US')}`, { x, size: 11, fill: colours.quiet });
      for (const entity of hop.entities.slice(0, ENTITIES)) row(x, entity.label, entity.score, colour);
      y += 8;
    }
  }

  function row(x: number, name: string, value: number, colour: string): void {
    const bar = 80;
    const from = x + COLUMN - bar - 44;
    const middle = y + LINE / 2;
    const share = Math.min(1, Math.max(0, value));
    parts.push(`<text x="${x}" y="${middle + 4}" font-size="13" fill="${escaped(colours.foreground)}">${escaped(cut(name, from - x - 8))}</text>`,
      `<rect x="${from}" y="${middle - 3}" width="${bar}" height="6" rx="3" fill="${escaped(colour)}" fill-opacity="0.2"/>`,
      `<rect x="${from}" y="${middle - 3}" width="${(bar * share).toFixed(1)}" height="6" rx="3" fill="${escaped(colour)}"/>`,
      `<text x="${x + COLUMN}" y="${middle + 4}" font-size="12" text-anchor="end" fill="${escaped(colours.foreground)}">${escaped(score(value))}</text>`);
    y += LINE;
  }
}

const chainLine = ({ nodes, links }: Chain): string => nodes.map(({ node }, k) => {
  const link = links[k];
  return link === undefined ? node.label : `${node.label} ${link.forward ? `— ${linkText(link)} →` : `← ${linkText(link)} —`} `;
}).join('');
