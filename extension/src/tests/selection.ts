/** Questions of one file that are to be run; null: all of them. */
export type Selection = ReadonlyMap<string, ReadonlySet<number> | null>;

/** A part of what a run includes or leaves out. */
export type Chosen = { readonly uri: string; readonly indices: readonly number[] | null };

/**
 * What a run asks for, as questions of files.
 *
 * @param included files, parts and questions; a file that is included as a whole makes its questions superfluous
 * @param excluded the same, left out
 * @param all the indices of a file: needed only where a part of a whole file is left out
 */
export function selectionOf(included: readonly Chosen[], excluded: readonly Chosen[], all: (uri: string) => readonly number[]): Selection {
  const selection = new Map<string, Set<number> | null>();
  for (const { uri, indices } of included) {
    const known = selection.get(uri);
    if (indices === null || known === null) selection.set(uri, null);
    else selection.set(uri, new Set([...(known ?? []), ...indices]));
  }
  for (const { uri, indices } of excluded) {
    const known = selection.get(uri);
    if (known === undefined) continue;
    if (indices === null) {
      selection.delete(uri);
      continue;
    }
    const out = new Set(indices);
    const left = new Set([...(known ?? all(uri))].filter((index) => !out.has(index)));
    if (left.size === 0) selection.delete(uri);
    else selection.set(uri, left);
  }
  return selection;
}
