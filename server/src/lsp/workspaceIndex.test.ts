import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import { WorkspaceFiles, type WorkspaceFilesParams } from '../protocol';
import { entityAt, referencesTo } from './references';
import { opened } from './testing';
import { WorkspaceIndex } from './workspaceIndex';
import { workspaceSymbols } from './workspaceSymbols';

const OPEN = 'file:///open.questions';
const PORTMAN = 'Who did Natalie Portman play?';
const { document, source } = opened(OPEN, `${PORTMAN}\n`, { [PORTMAN]: { mentions: [mention(PORTMAN, 'Natalie Portman', 0.9, [candidate('Q37876', 0.95, { label: 'Natalie Portman' })])] } });
const documents = { get: (uri: string) => (uri === OPEN ? document : undefined), uris: [OPEN] };
const { signal } = new AbortController();
let folder = '';
let uris: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoplens-index-'));
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return pathToFileURL(join(folder, name)).href;
  };
  uris = [
    await write('gold.json', JSON.stringify([{ question: 'Is she Portman?', questionEntity: [{ name: 'Q37876', entityType: 'entity', label: 'Natalie Portman', mention: 'Portman', span: [7, 14] }], answer: { answerType: 'boolean', answer: [true] }, complexityType: 'yesno' }])),
    await write('pins.questions', 'Where was [Natalie](Q37876) born?\nWhere was Marie Curie born?\n'), await write('other.json', '{"a": 1}'), 'file:///nowhere/gone.json',
  ];
});
afterAll(() => rm(folder, { recursive: true }));

/** An index that was told the files of the workspace. */
function index(): WorkspaceIndex {
  let told: ((params: WorkspaceFilesParams) => void) | undefined;
  const connection = { onNotification: (method: string, handler: (params: WorkspaceFilesParams) => void) => { if (method === WorkspaceFiles) told = handler; } };
  const made = new WorkspaceIndex({ connection, documents, text: (uri) => (uri === OPEN ? source : undefined) });
  told?.({ uris });
  return made;
}

describe('references', () => {
  it('finds an entity where it is linked, gold or pinned, in files that are open and that are not', async () => {
    const found = await referencesTo('Q37876', index(), [OPEN], signal);
    expect(found.map(({ uri, range }) => [uri.split('/').at(-1), range.start.line, range.start.character])).toEqual([['open.questions', 0, 8], ['gold.json', 0, expect.any(Number)], ['pins.questions', 0, 11]]);
  });
  it('starts from a mention', () => {
    const services = { documents, text: () => source };
    expect(entityAt(services, OPEN, { line: 0, character: 12 })).toBe('Q37876');
    expect(entityAt(services, OPEN, { line: 0, character: 1 })).toBeUndefined();
  });
});

describe('workspace symbols', () => {
  const names = async (query: string): Promise<string[]> => (await workspaceSymbols(query, index(), [OPEN], signal)).map(({ name, containerName }) => `${name} (${containerName ?? ''})`);

  it('finds entities by name and id, and questions by their words', async () => {
    expect(await names('portman')).toEqual(expect.arrayContaining(['Natalie Portman (Q37876, open.questions)', 'Natalie Portman (Q37876, gold.json)', `${PORTMAN} (open.questions)`]));
    expect(await names('q37876')).toHaveLength(3);
    expect(await names('born curie')).toEqual(['Where was Marie Curie born? (pins.questions)']);
    expect(await names(' ')).toEqual([]);
  });

  it('reads a file again that changed, and stops when it is withdrawn', async () => {
    const one = index();
    expect(await workspaceSymbols('xylophone', one, [], signal)).toEqual([]);
    await writeFile(join(folder, 'pins.questions'), 'Who plays the xylophone?\n');
    await utimes(join(folder, 'pins.questions'), new Date(), new Date(Date.now() + 5000));
    expect(await workspaceSymbols('xylophone', one, [], signal)).toHaveLength(1);
    await expect(workspaceSymbols('xylophone', one, [], AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
