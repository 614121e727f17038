import type { EvaluationReport } from '../../protocol';
import { html, percent, type Markup } from './markup';

/** One bar of {@link bars}: a share in [0, 1], with what stands at its end. */
export interface Bar {
  readonly name: string;
  readonly share: number;
  readonly text: string;
  /** Where a click leads within the page; empty: nowhere. */
  readonly target?: string;
}

const WIDTH = 560;
const ROW = 26;
const LABEL = 170;

/** Horizontal bars with their names to the left. */
export function bars(all: readonly Bar[], title: string): Markup {
  const room = WIDTH - LABEL - 90;
  return html`<svg class="bars" viewBox="0 0 ${WIDTH} ${all.length * ROW}" role="img" aria-label="${title}">${all.map((bar, k) => {
    const drawn = html`<text class="name" x="${LABEL - 8}" y="${k * ROW + 17}" text-anchor="end">${bar.name}</text><rect class="track" x="${LABEL}" y="${k * ROW + 5}" width="${room}" height="16" rx="3"/><rect class="bar" x="${LABEL}" y="${k * ROW + 5}" width="${Math.round(room * bar.share * 10) / 10}" height="16" rx="3"/><text class="value" x="${LABEL + room + 8}" y="${k * ROW + 17}">${bar.text}</text>`;
    return bar.target === undefined ? html`<g>${drawn}</g>` : html`<a href="#${bar.target}">${drawn}</a>`;
  })}</svg>`;
}

const SIDE = 300;
const FOOT = 70;
const LEFT = 44;

/** The reliability diagram: how often the top answer is right against its score; below it, how many questions each bin holds. On the diagonal a score of 0.8 is right eight times in ten. */
export function calibration({ bins, error }: EvaluationReport['confidence']): Markup {
  const most = Math.max(1, ...bins.map((bin) => bin.n));
  const x = (value: number): number => Math.round(10 * (LEFT + value * SIDE)) / 10;
  const y = (value: number): number => Math.round(10 * (10 + (1 - value) * SIDE)) / 10;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return html`<svg class="calibration" viewBox="0 0 ${LEFT + SIDE + 20} ${SIDE + FOOT + 40}" role="img" aria-label="Confidence against correctness; expected calibration error ${error === null ? 'none' : error.toFixed(3)}">
${ticks.map((tick) => html`<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}"/><text class="tick" x="${LEFT - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text><text class="tick" x="${x(tick)}" y="${SIDE + 26}" text-anchor="middle">${tick}</text>`)}
<line class="diagonal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>
${bins.map((bin) => (bin.n === 0 ? html`` : html`<rect class="bar" x="${x(bin.from) + 2}" y="${y(bin.right)}" width="${SIDE / bins.length - 4}" height="${Math.round(10 * bin.right * SIDE) / 10}"><title>Score ${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}: ${bin.n} questions, right ${percent(bin.right)} %, score ${percent(bin.score)} % on average</title></rect><circle class="dot" cx="${x(bin.score)}" cy="${y(bin.right)}" r="3.5"/>`))}
${bins.map((bin) => html`<rect class="count" x="${x(bin.from) + 2}" y="${SIDE + 36}" width="${SIDE / bins.length - 4}" height="${Math.max(bin.n > 0 ? 1 : 0, (bin.n / most) * FOOT)}"/>`)}
</svg>`;
}
