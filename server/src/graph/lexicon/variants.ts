const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'];
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx'];

/** Groups of words that stand for each other in names. */
const EQUAL: readonly (readonly string[])[] = [
  ['saint', 'st', 'sainte', 'ste'], ['mount', 'mt'], ['doctor', 'dr'], ['mister', 'mr'], ['junior', 'jr'], ['senior', 'sr'], ['versus', 'vs', 'v'],
  ['brothers', 'bros'], ['company', 'co'], ['incorporated', 'inc'], ['corporation', 'corp'], ['limited', 'ltd'], ['and', 'n'], ['volume', 'vol'], ['part', 'pt'],
  ['fort', 'ft'], ['lieutenant', 'lt'], ['general', 'gen'], ['sergeant', 'sgt'], ['captain', 'capt'], ['department', 'dept'], ['television', 'tv'],
  ['theatre', 'theater'], ['centre', 'center'], ['colour', 'color'], ['grey', 'gray'], ['harbour', 'harbor'], ['okay', 'ok'],
];

const table = new Map<string, string[]>();
const relate = (group: readonly string[]): void => {
  for (const word of group) {
    const others = group.filter(other => other !== word && other !== '');
    table.set(word, [...(table.get(word) ?? []), ...others]);
  }
};
EQUAL.forEach(relate);
for (let n = 1; n <= 20; n++) {
  const digits = String(n);
  const ending = n === 1 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th';
  relate([ORDINALS[n] ?? '', `${digits}${ending}`]);
  // "I", "V" and "X" are letters more often than numbers.
  const roman = ROMAN[n] ?? '';
  relate(roman.length > 1 ? [digits, ONES[n] ?? '', roman] : [digits, ONES[n] ?? '']);
}

/**
 * Other forms in which a name may hold a word: singular and plural, number words, digits and Roman numerals, common abbreviations.
 *
 * @param word a normalised word
 * @returns normalised words, the likeliest first, without the word itself; whether a name holds them is for the vocabulary to say
 */
export function variantsOf(word: string): string[] {
  const found = [...(table.get(word) ?? [])];
  if (/^[a-z]{3,}$/.test(word)) {
    if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
    if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.push(word.slice(0, -2));
    if (/[^s]s$/.test(word)) found.push(word.slice(0, -1));
    else if (word.endsWith('y')) found.push(`${word.slice(0, -1)}ies`, `${word}s`);
    else if (/(?:s|x|z|ch|sh)$/.test(word)) found.push(`${word}es`);
    else found.push(`${word}s`);
    if (word.endsWith('men')) found.push(`${word.slice(0, -3)}man`);
    else if (word.endsWith('man')) found.push(`${word.slice(0, -3)}men`);
  }
  return found.filter((other, at) => other !== word && found.indexOf(other) === at);
}
