/** Edges in both directions, a row a node, each row sorted by directed relation and then by node. */
export interface Adjacency {
  readonly rowStart: Uint32Array;
  readonly edgeRelation: Uint16Array;
  readonly edgeNode: Uint32Array;
}

/** Edges once, sorted by relation, subject, object: those of relation r are `relationStart[r] … relationStart[r + 1]`. */
export interface EdgeColumns {
  readonly relationStart: Uint32Array;
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
}

/**
 * Derives both directions from edges kept once. Going through the relations in order and appending to rows, first forwards then backwards, leaves each row
 * sorted without a sort: two passes. Keeping both directions in the file would cost more to inflate than this does.
 *
 * @param entityCount nodes from here on are literals and get no edges of their own
 * @returns arrays in shared memory
 */
export function buildAdjacency({ relationStart, subject, object }: EdgeColumns, entityCount: number, nodeCount: number): Adjacency {
  // Counts are kept one place ahead of their row, so that the filling below turns the starts of rows into their ends: the same as the starts of the next.
  const rowStart = new Uint32Array(new SharedArrayBuffer(4 * (nodeCount + 2))).subarray(0, nodeCount + 2);
  for (let k = 0; k < subject.length; k++) {
    const s = (subject[k] ?? 0) + 2;
    rowStart[s] = (rowStart[s] ?? 0) + 1;
    const o = object[k] ?? 0;
    if (o < entityCount) rowStart[o + 2] = (rowStart[o + 2] ?? 0) + 1;
  }
  for (let n = 2; n < rowStart.length; n++) rowStart[n] = (rowStart[n] ?? 0) + (rowStart[n - 1] ?? 0);
  const total = rowStart[nodeCount + 1] ?? 0;
  const edgeRelation = new Uint16Array(new SharedArrayBuffer(2 * total));
  const edgeNode = new Uint32Array(new SharedArrayBuffer(4 * total));
  for (let r = 0; r + 1 < relationStart.length; r++) {
    const low = relationStart[r] ?? 0;
    const high = relationStart[r + 1] ?? 0;
    for (let k = low; k < high; k++) {
      const s = (subject[k] ?? 0) + 1;
      const place = rowStart[s] ?? 0;
      rowStart[s] = place + 1;
      edgeRelation[place] = 2 * r;
      edgeNode[place] = object[k] ?? 0;
    }
    for (let k = low; k < high; k++) {
      const o = object[k] ?? 0;
      if (o >= entityCount) continue;
      const place = rowStart[o + 1] ?? 0;
      rowStart[o + 1] = place + 1;
      edgeRelation[place] = 2 * r + 1;
      edgeNode[place] = subject[k] ?? 0;
    }
  }
  return { rowStart: rowStart.subarray(0, nodeCount + 1), edgeRelation, edgeNode };
}
