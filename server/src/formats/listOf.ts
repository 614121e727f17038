/** Several values in one cell. */
const SEPARATOR = /\s*[|;]\s*/;
const IDS = /^[QPL]\d+(?:[\s,]+[QPL]\d+)+$/;

/** The values of a cell: a list as JSON or Python writes it, values separated by `|` or `;`, or ids separated by commas or blanks. */
export function listOf(cell: string): string[] {
  const text = cell.trim();
  if (text === '') return [];
  const listed = text.startsWith('[') && text.endsWith(']') ? jsonList(text) ?? pythonList(text) : undefined;
  if (listed !== undefined) return listed;
  return (IDS.test(text) ? text.split(/[\s,]+/) : text.split(SEPARATOR)).filter((value) => value !== '');
}

function jsonList(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** `['Q90', "L'Aquila", 3, True]`, as pandas writes a list into a table; undefined where it is something else in brackets. */
function pythonList(text: string): string[] | undefined {
  const item = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?|True|False))\s*(?:,|\]$)/y;
  const values: string[] = [];
  item.lastIndex = 1;
  while (item.lastIndex < text.length) {
    const match = item.exec(text);
    if (match === null) return undefined;
    const [, single, double, bare] = match;
    values.push(bare?.toLowerCase() ?? (single ?? double ?? '').replace(/\\(.)/g, '$1'));
  }
  return values;
}
