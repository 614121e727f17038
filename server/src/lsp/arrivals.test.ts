import { describe, expect, it } from 'vitest';
import { Documents } from '../documents/documents';
import { Arrivals } from './arrivals';

const URI = 'file:///long.jsonl';
/** Long enough to be read in slices. */
const LONG = Array.from({ length: 3000 }, (_, k) => JSON.stringify({ question: `Who wrote the book number ${String(k)}?` })).join('\n');

/** Documents with the version that the editor has of each. */
function begun(versions: Map<string, number>): { readonly documents: Documents; readonly arrivals: Arrivals } {
  const arrivals: Arrivals = new Arrivals((uri) => !versions.has(uri) || documents.get(uri)?.version === versions.get(uri));
  const documents = new Documents({ onChanged: (uri) => { arrivals.look(uri); } });
  return { documents, arrivals };
}

describe('Arrivals', () => {
  it('lets a request wait until a long text was read', async () => {
    const { documents, arrivals } = begun(new Map([[URI, 1]]));
    documents.update({ uri: URI, version: 1, text: LONG });
    expect(documents.get(URI)).toBeUndefined();
    await arrivals.wait(URI);
    expect(documents.get(URI)?.entries).toHaveLength(3000);
  });
  it('waits for the text as it is now, not for the one before', async () => {
    const versions = new Map([[URI, 1]]);
    const { documents, arrivals } = begun(versions);
    documents.update({ uri: URI, version: 1, text: '{"question":"Who?"}' });
    versions.set(URI, 2);
    documents.update({ uri: URI, version: 2, text: LONG });
    await arrivals.wait(URI);
    expect(documents.get(URI)).toMatchObject({ version: 2 });
  });
  it('keeps nobody waiting for a document that is closed', async () => {
    const versions = new Map([[URI, 1]]);
    const { documents, arrivals } = begun(versions);
    documents.update({ uri: URI, version: 1, text: LONG });
    const waiting = arrivals.wait(URI);
    documents.close(URI);
    versions.delete(URI);
    arrivals.look(URI);
    await waiting;
    await arrivals.wait('file:///never-open.jsonl');
    expect(documents.get(URI)).toBeUndefined();
  });
});
