/** Colours of the figure: one a path, one for what they share. */
export const COLOURS = { ink: '#1f2430', soft: '#667085', rule: '#d0d5dd', page: '#ffffff', paths: ['#2563a8', '#a3531b', '#6b4fa0', '#3a7d44'], meet: '#177245' } as const;
const FONT = 'ui-sans-serif, system-ui, -apple-system, Segoe UI, sans-serif';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const attributes = (of: Readonly<Record<string, string | number>>): string => Object.entries(of).map(([name, value]) => ` ${name}="${typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value)}"`).join('');

export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of text with its baseline at y. */
export function text(x: number, y: number, content: string, { size = 13, fill = COLOURS.ink, weight = 400, anchor = 'start' }: TextStyle = {}): string {
  return `<text${attributes({ x, y, 'font-size': size, fill, 'font-weight': weight, 'text-anchor': anchor })}>${escaped(content)}</text>`;
}

export function box(x: number, y: number, width: number, height: number, style: { readonly fill?: string; readonly stroke?: string; readonly opacity?: number; readonly radius?: number } = {}): string {
  return `<rect${attributes({ x, y, width: Math.max(0, width), height, rx: style.radius ?? 3, fill: style.fill ?? 'none', stroke: style.stroke ?? 'none', opacity: style.opacity ?? 1 })}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string = COLOURS.rule): string {
  return `<line${attributes({ x1, y1, x2, y2, stroke, 'stroke-width': 1.2 })}/>`;
}

/** A probability as a bar on a pale track, its number behind it. */
export function bar(x: number, y: number, width: number, value: number, fill: string): string {
  return [box(x, y - 9, width, 10, { fill: COLOURS.rule, opacity: 0.45 }), box(x, y - 9, width * Math.min(1, value), 10, { fill }), text(x + width + 6, y, value.toFixed(3), { size: 11, fill: COLOURS.soft })].join('');
}

/** Cuts a text to a number of characters. */
export const cut = (content: string, most: number): string => (content.length <= most ? content : `${content.slice(0, most - 1)}…`);

/** A whole figure; `title` and `description` are read aloud. */
export function figure(width: number, height: number, title: string, description: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img" font-family="${FONT}">
<title>${escaped(title)}</title>
<desc>${escaped(description)}</desc>
${box(0, 0, width, height, { fill: COLOURS.page, radius: 0 })}
${parts.join('\n')}
</svg>
`;
}
