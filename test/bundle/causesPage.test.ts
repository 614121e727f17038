import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../server/src/protocol';

describe('docs/causes.md', () => {
  const page = readFileSync('docs/causes.md', 'utf8');
  it('has a section with an example for every cause, under its very name: the diagnostics link there', () => {
    const sections = page.split(/^## /m).slice(1).map((section) => [section.split('\n', 1)[0], section] as const);
    expect(sections.map(([title]) => title).filter((title) => CAUSES.some((cause) => cause === title))).toEqual([...CAUSES]);
    for (const [title, section] of sections) if (CAUSES.some((cause) => cause === title)) expect(section, title).toMatch(/^> /m);
  });
  it('ships', () => {
    expect(readFileSync('scripts/package.mjs', 'utf8')).toContain("'docs/causes.md'");
    expect(readFileSync('.vscodeignore', 'utf8')).toContain('!docs/causes.md');
  });
});
