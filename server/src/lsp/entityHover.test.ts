import { expect, it } from 'vitest';
import type { EntityCard } from '../protocol';
import { entityMarkdown } from './entityHover';

const value = (label: string) => ({ id: 'Q9', label, score: 1 });
const CARD: EntityCard = {
  id: 'Q90', label: 'Paris', description: 'capital of <France>', aliases: ['City of Light'], types: ['city', 'capital'], url: 'https://example.org/Q90',
  facts: [
    { relation: { id: 'P17', label: 'country', inverse: false }, values: [value('France')], count: 1 },
    { relation: { id: 'P19', label: 'place of birth', inverse: true }, values: ['A', 'B', 'C', 'D'].map(value), count: 40 },
  ],
};

it('names the entity, with aliases and facts in both directions, escaped', () => {
  expect(entityMarkdown(CARD)).toBe('**Paris** `Q90` · city, capital\n\ncapital of \\<France\\>\n\nalso City of Light\n\n- country: France\n- ← place of birth: A, B, C and 37 more\n\n[Open page](https://example.org/Q90)');
});

it('leaves out what there is not', () => {
  expect(entityMarkdown({ ...CARD, description: '', aliases: [], types: [], facts: [], url: '' })).toBe('**Paris** `Q90`');
});
