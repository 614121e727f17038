import { type NameNode, NameTrie } from './nameTrie';
import { SimilarNames } from './similarNames';
import { Spelling } from './spelling';
import { decodeVarints, startsOf } from './varint';
import { Vocabulary } from './vocabulary';

/** Gives the bytes of a section of the pack; throws when it is missing or damaged. */
export type SectionReader = (name: string) => Uint8Array;

function wide<T>(bytes: Uint8Array, width: number, view: (buffer: ArrayBufferLike, offset: number, length: number) => T): T {
  const aligned = bytes.byteOffset % width === 0 ? bytes : bytes.slice();
  return view(aligned.buffer, aligned.byteOffset, aligned.byteLength / width);
}

const u32 = (bytes: Uint8Array): Uint32Array => wide(bytes, 4, (buffer, offset, length) => new Uint32Array(buffer, offset, length));
const u16 = (bytes: Uint8Array): Uint16Array => wide(bytes, 2, (buffer, offset, length) => new Uint16Array(buffer, offset, length));

/** All names of a graph, open for look-up. */
export class Lexicon {
  readonly vocabulary: Vocabulary;
  readonly names: NameTrie;
  readonly spelling: Spelling;
  readonly similar: SimilarNames;
  /** log2(1 + degree) / 16 of each entity, as 0 … 255. */
  readonly degree: Uint8Array;
  /** The vocabulary's ids of the letters a to z: a name's middle initials. */
  readonly initials: readonly number[];

  private constructor(read: SectionReader) {
    this.vocabulary = new Vocabulary(read('lexicon/words'), startsOf(decodeVarints(read('lexicon/wordLengths'))));
    this.spelling = new Spelling(this.vocabulary, u32(read('lexicon/wordsReversed')));
    this.names = new NameTrie({
      wordDifferences: decodeVarints(read('lexicon/trieWords')),
      childCounts: decodeVarints(read('lexicon/trieChildren')),
      postingCounts: decodeVarints(read('lexicon/triePostings')),
      entity: u32(read('lexicon/postingEntity')),
      ordinal: u16(read('lexicon/postingName')),
    }, this.vocabulary.size);
    this.degree = read('lexicon/degree');
    this.similar = new SimilarNames(this);
    this.initials = 'abcdefghijklmnopqrstuvwxyz'.split('').map(letter => this.vocabulary.idOf(letter)).filter(id => id >= 0);
  }

  /**
   * Opens the lexicon of a pack.
   *
   * @param read gives the bytes of the sections that `buildLexicon` made; what it throws is passed on
   */
  static open(read: SectionReader): Lexicon {
    return new Lexicon(read);
  }

  /** A name as the lexicon compares it (normalised words, a space between them). */
  nameText(name: NameNode): string {
    return this.names.words(name).map(word => this.vocabulary.wordOf(word)).join(' ');
  }
}
