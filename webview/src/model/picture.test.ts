import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chain, highest, intersection, noAnswer } from '../../preview/fixtures';
import { picture } from './picture';

const COLOURS = { background: '#000', foreground: '#fff', quiet: '#888', answer: '#0f0', paths: ['#00f', '#ff0'] };

describe('picture', () => {
  it('shows the question, the answer with its proof, and every path in its colour', () => {
    const { svg, width, height } = picture(intersection, COLOURS);
    for (const text of [intersection.question, 'Padmé Amidala', 'Natalie Portman', '← performer', 'Hop 1', '#00f', '#ff0']) expect(svg).toContain(text);
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${String(width)}" height="${String(height)}"`));
  });
  it('stands alone: no class, no variable, nothing that is loaded', () => {
    for (const told of [chain, noAnswer, highest]) expect(picture(told, COLOURS).svg).not.toMatch(/class=|var\(|href|<style|<script|foreignObject|url\(/);
  });
  it('escapes whatever a graph holds', () => {
    fc.assert(fc.property(fc.string(), (question) => {
      const { svg } = picture({ ...chain, question: `<${question}` }, COLOURS);
      expect(svg.replace(/<\/?(?:svg|title|rect|text)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
    }));
  });
});
