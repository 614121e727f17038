import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOOL_NAMES } from '../protocol';
import { inputSchemaOf } from './inputSchema';
import { TOOLS } from './tools';

interface Contributed {
  readonly name: string;
  readonly modelDescription: string;
  readonly inputSchema: unknown;
}
const { contributes } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly contributes: { readonly languageModelTools: readonly Contributed[] } };

describe('the tools', () => {
  it('are the same in the protocol and in package.json: names, descriptions and schemas', () => {
    expect(TOOLS.map(({ name }) => name)).toEqual(TOOL_NAMES);
    expect(contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({ name, modelDescription, inputSchema })))
      .toEqual(TOOLS.map((tool) => ({ name: tool.name, modelDescription: tool.description, inputSchema: inputSchemaOf(tool) })));
  });
});
