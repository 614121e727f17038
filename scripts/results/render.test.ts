import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardWith } from './modelCard';
import { readResults, readTables } from './read';
import { render } from './render';

const at = (file: string): string => join('docs', file);

describe('docs', () => {
  it('results.md says what the committed numbers say', () => {
    const page = render(readResults(at('results.json')), readTables(at('results-other.json')), readTables(at('results-peers.json')));
    expect(readFileSync(at('results.md'), 'utf8')).toBe(page);
  });

  it('the model card has the same numbers', () => {
    if (!existsSync(at('model-card.md'))) return;
    const card = readFileSync(at('model-card.md'), 'utf8');
    expect(card).toBe(cardWith(card, readResults(at('results.json'))));
  });
});
