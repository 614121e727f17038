import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []);

describe('localisation', () => {
  it('lists every string of the client in the bundle, and no other', () => {
    const source = readdirSync(join(root, 'extension/src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(root, 'extension/src', name), 'utf8')).join('\n');
    const used = new Set([...source.matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map((match) => match[1]));
    expect(new Set(Object.keys(json('l10n/bundle.l10n.json') as object))).toEqual(used);
  });
  it('has a text for every placeholder of package.json, and uses every text', () => {
    const used = new Set(strings(json('package.json')).flatMap((text) => /^%([\w.]+)%$/.exec(text)?.[1] ?? []));
    expect(new Set(Object.keys(json('package.nls.json') as object))).toEqual(used);
  });
});

describe('package.json', () => {
  it('declares exactly the commands that are registered', () => {
    const { contributes } = json('package.json') as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
    const registered = [...readFileSync(join(root, 'extension/src/commands/index.ts'), 'utf8').matchAll(/registerCommand\('([\w.]+)'/g)].map((match) => match[1]);
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(registered.sort());
  });
});
