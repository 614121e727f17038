/** Data sets for language models hold a graph beside each question: `"graph": [[head, relation, tail], …]`. */
const KEY = /"graph"\s*:\s*\[/g;
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [34, 92, 91, 93];

/**
 * A JSON text with the inside of every inline graph put away behind one string of the same length: all offsets stay, and a parser need not build a tree of a million
 * edges. (Blanks would not do: jsonc-parser gathers them letter by letter.) A graph that does not end stays as it is.
 */
export function withoutGraphs(json: string): string {
  const parts: string[] = [];
  let at = 0;
  KEY.lastIndex = 0;
  for (let key = KEY.exec(json); key !== null; key = KEY.exec(json)) {
    const from = key.index + key[0].length;
    const to = endOf(json, from);
    if (to === undefined) break;
    // Two quotes at least must fit in.
    if (to - from >= 2) {
      parts.push(json.slice(at, from), '"', 'x'.repeat(to - from - 2), '"');
      at = to;
    }
    KEY.lastIndex = to;
  }
  return at === 0 ? json : parts.join('') + json.slice(at);
}

/** Where the bracket closes whose inside starts at `from`; undefined where none does. */
function endOf(json: string, from: number): number | undefined {
  let depth = 1;
  let quoted = false;
  for (let at = from; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at;
  }
  return undefined;
}
