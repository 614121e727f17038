import { table } from './markdown';
import { isByHand } from './sets';
import type { Results } from './shape';

/** What each cause says, in a line; docs/causes.md says how it is decided. */
const MEANING: Readonly<Record<string, string>> = {
  'entity-not-in-graph': 'the graph does not hold the gold entity',
  'fact-missing': 'no path of up to three hops, and no meeting of two, leads from the gold entities to a gold answer',
  'mention-missed': 'no span was found over the words that name the gold entity',
  'span-wrong': 'another span was taken than the gold one',
  'not-a-candidate': 'the span is there, the gold entity is not among its candidates',
  'ranked-too-low': 'the gold entity is a candidate, and another won',
  'wrong-hops': 'a chain of another length leads to the answer',
  'wrong-paths': 'a chain was taken for an intersection, the other way round, or other paths met',
  'wrong-relation': 'the right number of hops, over another relation',
  'wrong-operation': 'the right set, and something else was to be done with it',
  ambiguous: 'gold is among answers that are equally right by what the graph says',
  declined: 'no answer was given, though gold has one that the graph holds',
  'answered-anyway': 'an answer was given, though gold says that there is none',
};

/** The causes of error over the diagnosed sets, most frequent first: a column each, the questions by hand as one. */
export function causesTable(results: Results): string {
  const columns = new Map<string, Map<string, number>>();
  for (const [name, { report }] of Object.entries(results.sets)) {
    if (report.byCause.length === 0) continue;
    const column = isByHand(name) ? 'by hand' : name;
    const counts = columns.get(column) ?? new Map<string, number>();
    for (const { cause, n } of report.byCause) counts.set(cause, (counts.get(cause) ?? 0) + n);
    columns.set(column, counts);
  }
  if (columns.size === 0) return 'Not measured.';
  const total = (cause: string): number => [...columns.values()].reduce((sum, counts) => sum + (counts.get(cause) ?? 0), 0);
  const causes = Object.keys(MEANING).filter((cause) => total(cause) > 0).sort((a, b) => total(b) - total(a));
  const row = (name: string, meaning: string, of: (counts: ReadonlyMap<string, number>) => number): (string | number)[] => {
    const each = [...columns.values()].map(of);
    return [name, meaning, each.reduce((sum, n) => sum + n, 0), ...each];
  };
  const rest = causes.slice(10);
  return table(['cause', 'what went wrong first', 'all', ...columns.keys()], [
    ...causes.slice(0, 10).map((cause) => row(cause, MEANING[cause] ?? '', (counts) => counts.get(cause) ?? 0)),
    ...(rest.length === 0 ? [] : [row('rest', rest.join(', '), (counts) => rest.reduce((sum, cause) => sum + (counts.get(cause) ?? 0), 0))]),
    row('**sum**', '', (counts) => [...counts.values()].reduce((sum, n) => sum + n, 0)),
  ], [0, 1]);
}
