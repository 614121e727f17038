import { bar, box, COLOURS, cut, figure, line, text } from './svg';
import type { FigureTrace } from './trace';

const WIDTH = 960;
const MARGIN = 28;
/** Width of a character of the question, set in a fixed pitch by placing each word. */
const PITCH = 10.4;

const colourOf = (path: number): string => COLOURS.paths[path] ?? COLOURS.ink;

/** Draws one answered question: mentions and resolution, a lane a path, the minimum, the answer. Every number is the trace's. */
export function draw(trace: FigureTrace): string {
  const lane = (WIDTH - 2 * MARGIN) / trace.paths.length;
  const description = `${trace.question} ${trace.paths.map((path) => `From ${trace.mentions[path.mention]?.candidates[0]?.label ?? ''} over ${path.relations[0]?.label ?? ''}: ${String(path.entityCount)} results.`).join(' ')} Both reach ${trace.answers[0]?.label ?? ''}.`;
  return figure(WIDTH, 726, `How "${trace.question}" is answered`, description, [
    heading(34, '1', 'Mentions and resolution: every span competes, with every entity that it may name'), ...question(trace, 74),
    heading(194, '2', 'Each mention follows a path of its own: attention over the words, relations that exist, what they reach'),
    ...trace.paths.flatMap((_, k) => pathLane(trace, k, MARGIN + k * lane, 214, lane - 24)),
    heading(498, '3', `Element-wise minimum over ${String(trace.rowCount)} entities: only what both paths reach keeps its score`), ...minima(trace, 524),
    heading(670, '4', 'Plan and answer'), ...answer(trace, 700),
  ]);
}

function heading(y: number, number: string, title: string): string {
  return `<circle cx="${String(MARGIN + 9)}" cy="${String(y - 5)}" r="10" fill="${COLOURS.ink}"/>${text(MARGIN + 9, y - 1, number, { size: 12, fill: COLOURS.page, weight: 600, anchor: 'middle' })}${text(MARGIN + 28, y, title, { size: 14, weight: 600 })}`;
}

function question(trace: FigureTrace, y: number): string[] {
  const at = (offset: number): number => MARGIN + offset * PITCH;
  const words = trace.words.map(({ start, end, text: word }) => text((at(start) + at(end)) / 2, y, word, { size: 17, anchor: 'middle' }));
  const leading = trace.paths.flatMap(({ mention }, k) => {
    const own = trace.mentions[mention];
    if (own === undefined) return [];
    const [x, width, colour] = [at(own.start) - 3, (own.end - own.start) * PITCH + 6, colourOf(k)];
    return [
      box(x, y - 20, width, 28, { fill: colour, opacity: 0.12 }), box(x, y - 20, width, 28, { stroke: colour }), text(x, y + 26, `takes part ${own.score.toFixed(3)}`, { size: 11, fill: colour }),
    ];
  });
  const others = trace.mentions.filter((_, k) => !trace.paths.some(({ mention }) => mention === k));
  const listed = trace.paths.flatMap(({ mention }, k) => (trace.mentions[mention]?.candidates ?? []).map((candidate, row) => {
    const x = MARGIN + 500 + k * 200;
    return [text(x, y - 10 + row * 17, cut(candidate.label, 20), { size: 12, fill: row === 0 ? colourOf(k) : COLOURS.soft, weight: row === 0 ? 600 : 400 }), text(x + 188, y - 10 + row * 17, candidate.score.toFixed(3), { size: 11, fill: COLOURS.soft, anchor: 'end' })].join('');
  }));
  const rest = others.map(({ text: words, candidateCount, score }) => `"${words}" (${String(candidateCount)}): ${score.toFixed(3)}`).join('   ');
  return [...leading, ...words, ...listed, text(MARGIN, y + 62, 'Other spans, with the number of their candidates and the probability that a path starts there:', { size: 11, fill: COLOURS.soft }), text(MARGIN, y + 79, cut(rest, 150), { size: 11, fill: COLOURS.soft })];
}

function pathLane(trace: FigureTrace, k: number, x: number, y: number, width: number): string[] {
  const path = trace.paths[k];
  const start = trace.mentions[path?.mention ?? -1]?.candidates[0];
  if (path === undefined || start === undefined) return [];
  const colour = colourOf(k);
  const step = width / trace.words.length;
  const label = width * 0.5;
  return [
    text(x, y + 10, `from ${start.label} (${start.id})`, { weight: 600, fill: colour }),
    ...trace.words.map(({ text: word }, w) => `${box(x + w * step, y + 22, step - 3, 20, { fill: colour, opacity: 0.04 + 0.9 * (path.attention[w] ?? 0) })}${text(x + (w + 0.5) * step - 1, y + 36, cut(word, 8), { size: 10, anchor: 'middle' })}`),
    text(x, y + 64, 'relation', { size: 11, fill: COLOURS.soft }),
    ...path.relations.map(({ label: name, inverse, score }, row) => `${text(x, y + 82 + row * 17, cut(`${name}${inverse ? ' (backwards)' : ''}`, 30), { size: 12 })}${bar(x + label, y + 82 + row * 17, width - label - 44, score, colour)}`),
    text(x, y + 160, `reached: ${String(path.entityCount)} with these and other relations`, { size: 11, fill: COLOURS.soft }),
    ...path.entities.map(({ label: name, score }, row) => `${text(x, y + 178 + row * 17, cut(name, 30), { size: 12 })}${bar(x + label, y + 178 + row * 17, width - label - 44, score, colour)}`),
  ];
}

function minima(trace: FigureTrace, y: number): string[] {
  const column = 205;
  const left = (k: number): number => MARGIN + 260 + k * column;
  const heads = [...trace.paths.map(({ mention }, k) => text(left(k), y, `on the path of ${cut(trace.mentions[mention]?.text ?? '', 18)}`, { size: 11, fill: colourOf(k) })), text(left(trace.paths.length), y, 'minimum', { size: 11, fill: COLOURS.meet, weight: 600 })];
  const rows = trace.rows.map(({ label, scores, minimum }, row) => [
    text(MARGIN, y + 20 + row * 20, cut(label, 36), { weight: row === 0 ? 600 : 400 }), ...scores.map((score, k) => bar(left(k), y + 20 + row * 20, column - 60, score, colourOf(k))),
    bar(left(scores.length), y + 20 + row * 20, column - 60, minimum, COLOURS.meet),
  ].join(''));
  return [...heads, line(MARGIN, y + 5, WIDTH - MARGIN, y + 5), ...rows];
}

function answer(trace: FigureTrace, y: number): string[] {
  const plans = Object.entries(trace.plan).map(([name, score]) => `${name} ${score.toFixed(3)}`).join('   ');
  const [first] = trace.answers;
  return [
    text(MARGIN, y, `plan: ${plans}`, { size: 12, fill: COLOURS.soft }),
    text(WIDTH - MARGIN, y, first === undefined ? 'no answer' : `${first.label} (${first.id})  ${first.score.toFixed(3)}`, { size: 15, weight: 600, fill: COLOURS.meet, anchor: 'end' }),
  ];
}
