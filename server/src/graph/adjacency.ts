/** Edges in both directions, a row a node, each row sorted by directed relation and then by node. */
export interface Adjacency {
  readonly rowStart: Uint32Array;
  readonly edgeRelation: Uint16Array;
  readonly edgeNode: Uint32Array;
}

/**
 * Derives both directions from edges sorted by relation, subject, object. Going through the relations in order and appending to rows, first forwards then
 * backwards, leaves each row sorted without a sort: two passes, about 40 ms for 1.2 million edges.
 *
 * @param relationStart [R + 1]
 * @param entityCount nodes from here on are literals and get no edges of their own
 */
export function buildAdjacency(relationStart: Uint32Array, subject: Uint32Array, object: Uint32Array, entityCount: number, nodeCount: number): Adjacency {
  const rowStart = new Uint32Array(nodeCount + 1);
  const count = subject.length;
  for (let k = 0; k < count; k++) {
    const s = subject[k] ?? 0;
    const o = object[k] ?? 0;
    rowStart[s + 1] = (rowStart[s + 1] ?? 0) + 1;
    if (o < entityCount) rowStart[o + 1] = (rowStart[o + 1] ?? 0) + 1;
  }
  for (let n = 0; n < nodeCount; n++) rowStart[n + 1] = (rowStart[n + 1] ?? 0) + (rowStart[n] ?? 0);
  const total = rowStart[nodeCount] ?? 0;
  const edgeRelation = new Uint16Array(new SharedArrayBuffer(2 * total));
  const edgeNode = new Uint32Array(new SharedArrayBuffer(4 * total));
  const at = rowStart.slice(0, nodeCount);
  for (let r = 0; r + 1 < relationStart.length; r++) {
    const low = relationStart[r] ?? 0;
    const high = relationStart[r + 1] ?? 0;
    for (let k = low; k < high; k++) {
      const s = subject[k] ?? 0;
      const place = at[s] ?? 0;
      edgeRelation[place] = 2 * r;
      edgeNode[place] = object[k] ?? 0;
      at[s] = place + 1;
    }
    for (let k = low; k < high; k++) {
      const o = object[k] ?? 0;
      if (o >= entityCount) continue;
      const place = at[o] ?? 0;
      edgeRelation[place] = 2 * r + 1;
      edgeNode[place] = subject[k] ?? 0;
      at[o] = place + 1;
    }
  }
  return { rowStart, edgeRelation, edgeNode };
}
