import { buildLexicon } from './build';
import type { NamedEntity } from './namedEntity';
import { Lexicon } from './lexicon';

/** A few entities for the tests of this folder; an entity's index is its node. */
export const ENTITIES: readonly NamedEntity[] = [
  { label: 'Natalie Portman', aliases: ['Neta-Lee Hershlag'], degree: 120 },
  { label: 'Star Wars', aliases: ['SW'], degree: 300 },
  { label: 'Star Wars', aliases: ['A New Hope'], degree: 90 },
  { label: 'Germany', aliases: ['German'], degree: 5000 },
  { label: 'The Godfather Part II', aliases: [], degree: 70 },
  { label: 'National Basketball Association', aliases: [], degree: 400 },
  { label: "Schindler's List", aliases: [], degree: 60 },
  { label: "Conan O'Brien", aliases: [], degree: 40 },
  { label: 'Béla Fleck', aliases: [], degree: 12 },
  { label: 'J. K. Rowling', aliases: [], degree: 80 },
  { label: 'star', aliases: [], degree: 50 },
  { label: 'Simon & Garfunkel', aliases: [], degree: 45 },
  { label: 'Ronald Reagan', aliases: [], degree: 150 },
  { label: 'The Twilight Saga: New Moon', aliases: [], degree: 33 },
  { label: 'New Moon', aliases: [], degree: 5 },
  { label: '!!!', aliases: [], degree: 9 },
  { label: 'Isabella of Neville', aliases: [], degree: 3 },
  { label: 'the', aliases: [], degree: 2 },
  { label: 'Los Angeles Lakers', aliases: [], degree: 210 },
  { label: 'Москва', aliases: ['東京'], degree: 11 },
  { label: 'George W. Lucas', aliases: [], degree: 7 },
  { label: 'From Me to You', aliases: [], degree: 6 },
  { label: "It's All Over", aliases: [], degree: 4 },
];

/** The lexicon of some entities. */
export function lexiconFor(entities: readonly NamedEntity[]): Lexicon {
  const sections = buildLexicon(entities);
  return Lexicon.open(name => {
    const bytes = sections.get(name);
    if (bytes === undefined) throw new Error(`no section ${name}`);
    return bytes;
  });
}
