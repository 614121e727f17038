import type { Explanation, PictureFormat } from '../../server/src/protocol';
import type { Host } from './host';
import { picture, type Palette } from './model/picture';

/** Pixels of the PNG for each CSS pixel. */
const SCALE = 2;
const PATHS = ['blue', 'yellow', 'purple', 'orange', 'red'] as const;

/** Sends the drawing of an explanation to be saved. @throws Error where the browser cannot draw it */
export async function savePicture(explanation: Explanation, format: PictureFormat, host: Host): Promise<void> {
  const { svg, width, height } = picture(explanation, palette());
  const data = format === 'svg' ? svg : await rasterised(svg, width, height);
  host.post({ type: 'savePicture', name: explanation.question, format, data });
}

/** The theme's colours as they are now. */
function palette(): Palette {
  const style = getComputedStyle(document.body);
  const colour = (name: string, otherwise: string): string => style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const foreground = colour('foreground', style.color);
  return {
    foreground, background: colour('editor-background', style.backgroundColor), quiet: colour('descriptionForeground', foreground), answer: colour('charts-green', foreground),
    paths: PATHS.map((name) => colour(`charts-${name}`, foreground)),
  };
}

/** A PNG in base64. */
async function rasterised(svg: string, width: number, height: number): Promise<string> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser cannot draw the picture as PNG. Save it as SVG.');
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
