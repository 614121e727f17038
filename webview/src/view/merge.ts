import { pathClass } from './pieces';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 1000;
const HEIGHT = 34;

/** The drawing between lanes and table: one curve a path, from its lane to the middle where they meet. */
export function mergeDrawing(paths: readonly number[]): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [['class', 'merge'], ['viewBox', `0 0 ${WIDTH} ${HEIGHT}`], ['preserveAspectRatio', 'none'], ['aria-hidden', 'true']] as const) drawing.setAttribute(name, value);
  paths.forEach((path, k) => {
    const from = (WIDTH * (2 * k + 1)) / (2 * paths.length);
    const curve = document.createElementNS(SVG, 'path');
    curve.setAttribute('class', `merge-line ${pathClass(path)}`);
    curve.setAttribute('d', `M ${from} 0 C ${from} ${HEIGHT * 0.75}, ${WIDTH / 2} ${HEIGHT * 0.25}, ${WIDTH / 2} ${HEIGHT}`);
    drawing.append(curve);
  });
  return drawing;
}
