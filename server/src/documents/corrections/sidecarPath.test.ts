import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isSidecar, pathOf, questionFileOf, sidecarOf } from './sidecarPath';

describe('the place of a sidecar', () => {
  it('is beside the question file, whatever its name', () => {
    const uri = pathToFileURL('/a b/ä#1.questions').href;
    expect(sidecarOf(uri)).toBe('/a b/ä#1.questions.hoplens.json');
    expect(questionFileOf(`${uri}.hoplens.json`)).toBe(uri);
    expect([isSidecar(uri), isSidecar(`${uri}.hoplens.json`)]).toEqual([false, true]);
  });
  it('is none for what is no file on this machine', () => {
    for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/a/b.json', 'file:///a%ZZ']) expect([pathOf(uri), sidecarOf(uri)]).toEqual([undefined, undefined]);
  });
});
