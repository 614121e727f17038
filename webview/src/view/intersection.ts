import type { Explanation } from '../../../server/src/protocol';
import { div, sign, span, type Child } from '../dom';
import { intersectionView, type IntersectionView, type MeetingRow } from '../model/intersection';
import { fold } from '../model/lane';
import { score } from '../model/numbers';
import { nodeThing } from '../model/things';
import { dataGrid, gridRow } from '../toolkit';
import type { Actions } from './actions';
import { entityName, folded, idText, meter, pathClass, section } from './pieces';

const OPEN_ROWS = 8;

/** The intersection: entities against paths, the minimum last; what a path missed is folded below with the path that missed it. */
export function intersectionPart(explanation: Explanation, actions: Actions): HTMLElement | null {
  const view = intersectionView(explanation);
  if (view === null) return null;
  const met = fold(view.met, view.met.length, OPEN_ROWS);
  const out = view.fellOut.length + view.unsent;
  return section('intersection', 'Intersection', `the lowest of the ${view.columns.length} scores`,
    view.met.length === 0 ? div('quiet', 'No entity was reached by every path.') : table('Entities that every path reached', view, met.open, actions),
    met.folded.length === 0 ? null : folded('met', `${met.folded.length} more on every path`, actions, table('More entities that every path reached', view, met.folded, actions)),
    out === 0 ? null : folded('fell out', `${out.toLocaleString('en-US')} fell out: some path did not reach them`, actions,
      table('Entities that some path did not reach', view, view.fellOut, actions),
      view.unsent === 0 ? null : div('quiet', `and ${view.unsent.toLocaleString('en-US')} more with lower scores`)));
}

function table(name: string, view: IntersectionView, rows: readonly MeetingRow[], actions: Actions): HTMLElement {
  const columns = `minmax(0, 1.6fr) ${view.columns.map(() => 'minmax(0, 1fr) ').join('')}minmax(0, 1fr)`;
  const header = gridRow(['entity', ...view.columns.map(({ path, label }) => span(`column ${pathClass(path)}`, sign('dot', ''), label)), 'lowest'], columns, { header: true });
  const body = rows.map(({ row, missing, isAnswer }) => gridRow([
    [entityName(row, actions), ' ', idText(row.id)],
    ...row.scores.map((value, k): Child => (missing.includes(k) ? span('quiet', 'not reached') : cell(value, view.columns[k]?.path ?? k))),
    missing.length > 0 ? span('quiet', '–') : cell(row.minimum, null),
  ], columns, { className: `${isAnswer ? 'wins' : ''}${missing.length > 0 ? ' out' : ''}`, things: nodeThing(row) }));
  return dataGrid(name, columns, [header, ...body]);
}

const cell = (value: number, path: number | null): HTMLElement => span(`cell-bar ${pathClass(path)}`, meter(value), span('number', score(value)));
