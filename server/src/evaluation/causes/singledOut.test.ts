import { describe, expect, it } from 'vitest';
import { smallField } from '../../answering/smallGraph';
import { goldAnswersOf } from '../goldMatch';
import { searchPaths } from './search';
import { singledOut } from './singledOut';

const FIELD = smallField(
  [['alps', 'peak', 'blanc'], ['alps', 'peak', 'rosa'], ['alps', 'peak', 'dom'], ['hills', 'peak', 'mole']],
  [['blanc', 'height', '+4806', 'quantity'], ['rosa', 'height', '+4634', 'quantity'], ['dom', 'height', '+4545', 'quantity'],
    ['blanc', 'climbed', '^1786-08-08T00:00:00Z/11', 'time'], ['rosa', 'climbed', '^1855-08-01T00:00:00Z/11', 'time'], ['dom', 'climbed', '^1858-09-11T00:00:00Z/11', 'time']],
);
const answers = (...ids: readonly string[]) => ids.map((id) => ({ id, label: id, score: 1 }));

function asked(question: string, gold: readonly string[], given = answers('blanc', 'rosa', 'dom')) {
  const known = goldAnswersOf(FIELD.graph, gold);
  const [path] = searchPaths(FIELD, [FIELD.graph.nodeOf('alps') ?? -1], known).paths;
  if (path === undefined) throw new Error('nothing leads there');
  return singledOut(FIELD, question, given, known, path);
}

describe('singledOut', () => {
  it('finds an extreme and a place in an order, where the words ask for one', () => {
    expect(asked('What is the highest peak of the Alps?', ['blanc'])).toBe('maximum');
    expect(asked('What is the second highest peak of the Alps?', ['rosa'])).toBe('maximum');
    expect(asked('What is the lowest peak of the Alps?', ['dom'])).not.toBeNull();
    expect(asked('Name a peak of the Alps', ['blanc'])).toBeNull();
  });
  it('finds the members of a year or a decade, and only exactly them', () => {
    expect(asked('Which peaks were climbed in the 1850s?', ['rosa', 'dom'])).toBe('in-year');
    expect(asked('Which peaks were climbed in 1858?', ['dom'])).toBe('in-year');
    expect(asked('Which peaks were climbed in the 1850s?', ['rosa'])).toBeNull();
  });
  it('says nothing where the answers given are of another set, or gold is all of it', () => {
    expect(asked('What is the highest peak of the Alps?', ['blanc'], answers('mole'))).toBeNull();
    expect(asked('What is the highest peak of the Alps?', ['blanc', 'rosa', 'dom'])).toBeNull();
  });
});
