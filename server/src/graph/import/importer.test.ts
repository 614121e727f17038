import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFacts } from './addFacts';
import { readFactTables } from './factTables';
import { ImportError } from './graphSource';
import { readTriples } from './triples';
import { readWdkg } from './wdkg';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoplens-import-'));
  mkdirSync(join(folder, 'facts', 'names'), { recursive: true });
  const gz = (name: string, rows: readonly (readonly string[])[]): void => {
    writeFileSync(join(folder, name), gzipSync(rows.map((row) => row.join(name.endsWith('csv.gz') ? ',' : '\t')).join('\n')));
  };
  const entity = (id: string, label: string, aliases = '', quality = '1'): string[] => [id, label, aliases, 'a description', '', '1', 'source', quality];
  gz('entities.tsv.gz', [
    ['qid', 'label', 'aliases', 'description', 'types', 'degree', 'label_source', 'label_quality'],
    entity('Q1', 'Ann', 'Annie|"Ann|queen'), entity('Q2', 'Bob'), entity('Q3', 'a form', '', '4'), entity('Q4', 'No label defined'), entity('Q5', 'human'), entity('Q6', 'Film'), entity('Q7', 'Zed'),
  ]);
  gz('relations.tsv.gz', [['pid', 'label', 'aliases', 'description', 'count'], ['P26', 'spouse', 'wife|husband', 'see \\"partner\\"', '2'], ['P31', 'instance of', 'is a', '', '9'], ['P175', 'performer', '', '', '1']]);
  gz('triples.tsv.gz', [['Q1', 'P26', 'Q2', 'a,b'], ['Q1', 'P31', 'Q5', 'a'], ['Q6', 'P31', 'Q5', 'a']]);
  gz('literals.tsv.gz', [['Q1', 'P1082', '+5', 'quantity'], ['Q1', 'P1082', '+9', 'quantity'], ['Q2', 'P1082', '+7', 'quantity'], ['Q2', 'P569', '^1900-01-01T00:00:00Z/9', 'time']]);
  gz('qualifiers.csv.gz', [['Q6', 'P161', 'Q2', 'P453', 'Q7']]);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function facts(file: string, ...rows: string[]): void {
  writeFileSync(join(folder, 'facts', file), `# a comment\n${rows.map((row) => row.replaceAll(' | ', '\t')).join('\n')}\n`);
}

function source(): ReturnType<typeof addFacts> {
  return addFacts(readWdkg(folder), readFactTables(join(folder, 'facts')));
}

describe('readWdkg', () => {
  it('reads entities with their names cleaned, leaving out those without a label', () => {
    const { entities, relations } = readWdkg(folder);
    expect(entities.map(({ id, label, aliases }) => [id, label, aliases])).toEqual([['Q1', 'Ann', ['Annie', 'queen']], ['Q2', 'Bob', []], ['Q5', 'human', []], ['Q6', 'Film', []], ['Q7', 'Zed', []]]);
    expect(relations[0]).toEqual({ id: 'P26', label: 'spouse', aliases: ['wife', 'husband'], description: 'see "partner"' });
  });

  it('reads triples, facts of qualifiers and literals', () => {
    const { triples, literals } = readWdkg(folder);
    expect(triples.map((triple) => triple.join(' '))).toEqual(['Q1 P26 Q2', 'Q1 P31 Q5', 'Q6 P31 Q5', 'Q7 P175 Q2', 'Q6 P674 Q7']);
    expect(literals).toHaveLength(4);
  });

  it('names a file that is missing, and a row that is too short', () => {
    expect(() => readWdkg(join(folder, 'elsewhere'))).toThrow(/entities\.tsv\.gz cannot be read: ENOENT/);
    writeFileSync(join(folder, 'triples.tsv.gz'), gzipSync('Q1\tP26\tQ2\n\nQ1 P26\n'));
    expect(() => readWdkg(folder)).toThrow(/triples\.tsv\.gz:3: 1 columns instead of 3/);
  });
});

describe('addFacts', () => {
  it('works without any table', () => {
    const { triples, literals } = source();
    expect(triples).toHaveLength(5);
    expect(literals.map((row) => row.slice(0, 3).join(' '))).toEqual(['Q1 P1082 +9', 'Q2 P1082 +7', 'Q2 P569 ^1900-01-01T00:00:00Z/9']);
  });

  it('adds entities with their types, relations, names and facts', () => {
    facts('b-entities.tsv', 'HL-1 | Cy | C.|Cyrus | a cat | Q5', 'Q1 | another Ann |  |  | Q5');
    facts('relations.tsv', 'P1082 | population | inhabitants | ');
    facts('names/names.tsv', 'Q2 | Bobby', 'Q2 | Bob');
    facts('a-people.tsv', 'HL-1 | P26 | Q7 | Cy · spouse · Zed', 'HL-1 | P1082 | +3');
    const { entities, relations, triples, literals } = source();
    expect(entities.find(({ id }) => id === 'HL-1')).toEqual({ id: 'HL-1', label: 'Cy', aliases: ['C.', 'Cyrus'], description: 'a cat' });
    expect(entities.find(({ id }) => id === 'Q1')?.label).toBe('Ann');
    expect(entities.find(({ id }) => id === 'Q2')?.aliases).toEqual(['Bobby']);
    expect(relations.at(-1)?.label).toBe('population');
    expect(triples.slice(-3)).toEqual([['HL-1', 'P26', 'Q7'], ['HL-1', 'P31', 'Q5'], ['Q1', 'P31', 'Q5']]);
    expect(literals.at(-1)).toEqual(['HL-1', 'P1082', '+3', 'quantity']);
  });

  it('closes symmetric relations, and takes back both directions of one', () => {
    facts('symmetric.tsv', 'P26 | spouse');
    expect(source().triples.map((triple) => triple.join(' '))).toContain('Q2 P26 Q1');
    facts('retract.tsv', 'Q2 | P26 | Q1 | divorced');
    const spouses = source().triples.filter(([, property]) => property === 'P26');
    expect(spouses).toEqual([]);
  });

  it('states the facts of a pair of inverse properties from both ends', () => {
    facts('relations.tsv', 'P166 | award received', 'P1346 | winner');
    facts('inverse.tsv', 'P166 | P1346');
    facts('a-people.tsv', 'Q1 | P166 | Q7', 'Q7 | P1346 | Q2');
    expect(source().triples.map((triple) => triple.join(' '))).toEqual(expect.arrayContaining(['Q7 P1346 Q1', 'Q2 P166 Q7']));
    facts('retract.tsv', 'Q7 | P1346 | Q1 | never');
    expect(source().triples.map((triple) => triple.join(' '))).not.toContain('Q1 P166 Q7');
  });

  it('takes back literals before it chooses the current one', () => {
    facts('retract.tsv', 'Q1 | P1082 | +9 | not the latest');
    expect(source().literals.find(([id]) => id === 'Q1')?.[2]).toBe('+5');
  });

  it('puts our literals in the place of theirs', () => {
    facts('relations.tsv', 'P1082 | population');
    facts('a-facts.tsv', 'Q1 | P1082 | +6');
    expect(source().literals.filter(([id]) => id === 'Q1')).toEqual([['Q1', 'P1082', '+6', 'quantity']]);
  });

  it('takes away aliases that are no names', () => {
    facts('not-names.tsv', 'Q1 | queen');
    expect(source().entities[0]?.aliases).toEqual(['Annie']);
  });

  it('refuses a fact about what does not exist, naming file and id', () => {
    facts('a-facts.tsv', 'Q1 | P31 | Q77');
    expect(source).toThrow(ImportError);
    expect(source).toThrow(/a-facts\.tsv: Q77 \(in "Q1 P31 Q77"\) is not in the graph/);
    facts('a-facts.tsv', 'Q1 | P99 | Q2');
    expect(source).toThrow(/P99/);
  });

  it('reads when facts held, adds those that the graph lacks, and says symmetric ones both ways', () => {
    facts('symmetric.tsv', 'P26 | spouse');
    facts('held-lives.tsv', 'Q1 | P26 | Q2 | 1950 | 1962-03', 'Q5 | P175 | Q7 | 1999 | ');
    const { triples, times } = source();
    expect(triples.map((triple) => triple.join(' '))).toContain('Q5 P175 Q7');
    expect(times?.map(({ subject, relation, object, from, to }) => [subject, relation, object, from, to].join(' '))).toEqual([
      'Q1 P26 Q2 ^1950-01-01T00:00:00Z/9 ^1962-03-01T00:00:00Z/10', 'Q2 P26 Q1 ^1950-01-01T00:00:00Z/9 ^1962-03-01T00:00:00Z/10', 'Q5 P175 Q7 ^1999-01-01T00:00:00Z/9 ',
    ]);
  });

  it('takes each end of a fact as the tables say it', () => {
    facts('symmetric.tsv', 'P26 | spouse');
    facts('held-lives.tsv', 'Q1 | P26 | Q2 | 1950 | 1962', 'Q2 | P26 | Q1 | 1950-05 | 1962');
    expect(source().times).toHaveLength(2);
  });

  it('refuses a period without dates, and one that does not parse', () => {
    facts('held-lives.tsv', 'Q1 | P26 | Q2 |  | ');
    expect(source).toThrow(/held-lives\.tsv: "Q1 P26 Q2" held from "" to ""/);
    facts('held-lives.tsv', 'Q1 | P26 | Q2 | 1962 | 1950');
    expect(source).toThrow(/the earlier one first/);
    facts('held-lives.tsv', 'Q1 | P26 | Q2 | June 1950 | ');
    expect(source).toThrow(/held from "June 1950" to ""\. Write dates as 1969/);
  });

  it('reads demonyms', () => {
    facts('demonyms.tsv', 'Q5 | Human|Humanish');
    expect(readFactTables(join(folder, 'facts')).demonyms.get('Q5')).toEqual(['Human', 'Humanish']);
  });
});

describe('readTriples', () => {
  const read = (text: string): ReturnType<typeof readTriples> => {
    writeFileSync(join(folder, 'kb.txt'), text);
    return readTriples(join(folder, 'kb.txt'));
  };

  it('reads lines separated by bars or tabs, titles as ids', () => {
    const bars = read('Heat|directed_by|Michael Mann\nHeat|release_year|1995\n');
    expect(bars.triples).toEqual([['Heat', 'directed_by', 'Michael Mann'], ['Heat', 'release_year', '1995']]);
    expect(bars.entities.map(({ id, label }) => [id, label])).toEqual([['Heat', 'Heat'], ['Michael Mann', 'Michael Mann'], ['1995', '1995']]);
    const tabs = read('Watford_FC\tplaysInClub_inverse\tX_Y\r\nX_Y\tplaysInClub\tWatford_FC\n');
    expect(tabs.triples).toEqual([['X_Y', 'playsInClub', 'Watford_FC'], ['X_Y', 'playsInClub', 'Watford_FC']]);
    expect(tabs.relations).toEqual([{ id: 'playsInClub', label: 'plays in club', aliases: [], description: '' }]);
    expect(tabs.entities[0]).toMatchObject({ id: 'Watford_FC', label: 'Watford FC' });
  });

  it('reads from when to when a fact held', () => {
    const { triples, times } = read('Lima\tmayor\tAda\t1990\t1994\nLima\tmayor\tBo\t1994-05\t\nBo\tmayor_inverse\tOslo\t\t2001\nLima\tin\tPeru\n');
    expect(triples).toHaveLength(4);
    expect(times?.map(({ subject, object, from, to }) => [subject, object, from, to])).toEqual([
      ['Lima', 'Ada', '^1990-01-01T00:00:00Z/9', '^1994-01-01T00:00:00Z/9'], ['Lima', 'Bo', '^1994-05-01T00:00:00Z/10', ''], ['Oslo', 'Bo', '', '^2001-01-01T00:00:00Z/9'],
    ]);
    expect(() => read('a\tb\tc\t1994\t1990\n')).toThrow(/kb\.txt:1: the fact ends \(1990\) before it begins \(1994\)/);
    expect(read('a|b|c\t\n').triples).toEqual([['a', 'b', 'c']]);
    expect(() => read('a\tb\tc\tsoon\t\n')).toThrow(/kb\.txt:1: "soon " are no dates/);
  });

  it('names the line that is no triple', () => {
    expect(() => read('a|b|c\na|b\n')).toThrow(/kb\.txt:2: not a triple/);
    expect(() => read('a||c\n')).toThrow(/kb\.txt:1/);
    expect(() => read('a|b|c|d\n')).toThrow(/kb\.txt:1/);
    expect(() => read('\n')).toThrow(/holds no triples/);
    expect(() => readTriples(join(folder, 'none.txt'))).toThrow(/none\.txt cannot be read: ENOENT/);
  });
});
