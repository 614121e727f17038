import type { EdgeColumns } from './adjacency';
import type { Pack } from './packFile';
import type { PackWriter } from './packWriter';
import { fromPlanes, planes } from './planes';

/** Writes edges sorted by relation, subject, object. Subjects rise within a relation: their differences compress to a third. */
export function writeEdges(writer: PackWriter, { relationStart, subject, object }: EdgeColumns): void {
  const rise = subject.slice();
  for (let r = 0; r + 1 < relationStart.length; r++) {
    for (let k = (relationStart[r + 1] ?? 0) - 1; k > (relationStart[r] ?? 0); k--) rise[k] = (subject[k] ?? 0) - (subject[k - 1] ?? 0);
  }
  writer.add('edge/relationStart', relationStart).add('edge/subject', planes(rise)).add('edge/object', planes(object));
}

/** @throws PackError when a section is missing or damaged */
export function readEdges(pack: Pack): EdgeColumns {
  const relationStart = pack.u32('edge/relationStart');
  const subject = fromPlanes(pack.section('edge/subject'));
  for (let r = 0; r + 1 < relationStart.length; r++) {
    const end = relationStart[r + 1] ?? 0;
    let before = 0;
    for (let k = relationStart[r] ?? 0; k < end; k++) subject[k] = before += subject[k] ?? 0;
  }
  return { relationStart, subject, object: fromPlanes(pack.section('edge/object')) };
}
