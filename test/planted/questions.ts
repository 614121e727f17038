import type { CauseName } from '../../server/src/protocol';

/**
 * What a format must be able to say for a miss to be planted in it:
 * - `entity`: gold entities, by id or by title;
 * - `elsewhere`: a gold entity whose title is not what stands in the question;
 * - `span`: where any gold entity stands, whatever its title;
 * - `answers`: gold answers; `none`: that there is none; `truth`: yes or no.
 */
export type Saying = 'entity' | 'elsewhere' | 'span' | 'answers' | 'none' | 'truth';

/** An entity of the shipped graph (or of none), by id and title. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** A question of our own that the shipped model misses, with what its file says and the cause that must be found. */
export interface Planted {
  readonly cause: CauseName;
  readonly question: string;
  readonly entity: Named;
  /** The words of the question that the file marks as the entity. */
  readonly words: string;
  /** Empty: there is no answer. */
  readonly answers: readonly Named[];
  /** In the place of answers. */
  readonly truth?: boolean;
  /** How gold is reached from the entity, in one hop. */
  readonly relation: { readonly id: string; readonly label: string; readonly inverse?: boolean };
  readonly needs: readonly Saying[];
  /** The words at which the diagnostic stands; without, at the whole question. */
  readonly at?: string;
  /** Taking the gold entity puts it right: an answer that is shown then. */
  readonly fixed?: string;
}

/** Every cause, most of them in ways that any data set can hold. All are true of what the graph holds but for the planted mistake. */
export const PLANTED: readonly Planted[] = [
  {
    cause: 'ranked-too-low', question: 'What language is spoken in Jordan?', entity: { id: 'Q41421', title: 'Michael Jordan' }, words: 'Jordan', answers: [{ id: 'Q1860', title: 'English' }],
    relation: { id: 'P1412', label: 'languages spoken, written or signed' }, needs: ['entity', 'elsewhere'], at: 'Jordan', fixed: 'English',
  },
  {
    cause: 'ranked-too-low', question: 'Who directed King Kong?', entity: { id: 'Q309048', title: 'King Kong' }, words: 'King Kong', answers: [{ id: 'Q446427', title: 'Merian C. Cooper' }],
    relation: { id: 'P57', label: 'director' }, needs: ['answers'], at: 'King Kong', fixed: 'Merian C. Cooper',
  },
  {
    cause: 'entity-not-in-graph', question: 'Who painted the Qwertzberg Triptych?', entity: { id: 'Q999999999', title: 'Qwertzberg Triptych' }, words: 'Qwertzberg Triptych', answers: [{ id: 'Q762', title: 'Leonardo da Vinci' }],
    relation: { id: 'P170', label: 'creator' }, needs: ['entity'],
  },
  {
    cause: 'fact-missing', question: 'Who directed Inception?', entity: { id: 'Q25188', title: 'Inception' }, words: 'Inception', answers: [{ id: 'Q999999998', title: 'Nobody of Qwertzberg' }],
    relation: { id: 'P57', label: 'director' }, needs: ['answers'],
  },
  {
    cause: 'mention-missed', question: 'Who directed Her?', entity: { id: 'Q788822', title: 'Her' }, words: 'Her', answers: [{ id: 'Q259913', title: 'Spike Jonze' }],
    relation: { id: 'P57', label: 'director' }, needs: ['entity'], at: 'Her',
  },
  {
    cause: 'span-wrong', question: 'Where was Albert Einstein born?', entity: { id: 'Q937', title: 'Albert Einstein' }, words: 'Where was', answers: [{ id: 'Q3012', title: 'Ulm' }],
    relation: { id: 'P19', label: 'place of birth' }, needs: ['span'], at: 'Where was',
  },
  {
    cause: 'not-a-candidate', question: 'What is the capital of France?', entity: { id: 'Q692', title: 'William Shakespeare' }, words: 'France', answers: [{ id: 'Q189288', title: 'Stratford-upon-Avon' }],
    relation: { id: 'P19', label: 'place of birth' }, needs: ['entity', 'elsewhere'],
  },
  {
    cause: 'wrong-hops', question: 'Where was the author of Hamlet born?', entity: { id: 'Q41567', title: 'Hamlet' }, words: 'Hamlet', answers: [{ id: 'Q692', title: 'William Shakespeare' }],
    relation: { id: 'P50', label: 'author' }, needs: ['answers'],
  },
  {
    cause: 'wrong-paths', question: 'Who did Natalie Portman play in Star Wars?', entity: { id: 'Q462', title: 'Star Wars' }, words: 'Star Wars', answers: [{ id: 'Q38222', title: 'George Lucas' }],
    relation: { id: 'P57', label: 'director' }, needs: ['answers'],
  },
  {
    cause: 'wrong-relation', question: 'Who directed Forrest Gump?', entity: { id: 'Q134773', title: 'Forrest Gump' }, words: 'Forrest Gump', answers: [{ id: 'Q313537', title: 'Alan Silvestri' }],
    relation: { id: 'P86', label: 'composer' }, needs: ['answers'],
  },
  {
    cause: 'wrong-operation', question: 'How many members do The Beatles have?', entity: { id: 'Q1299', title: 'The Beatles' }, words: 'The Beatles',
    answers: [{ id: 'Q1203', title: 'John Lennon' }, { id: 'Q2599', title: 'Paul McCartney' }, { id: 'Q2632', title: 'Ringo Starr' }, { id: 'Q2643', title: 'George Harrison' }],
    relation: { id: 'P463', label: 'member of', inverse: true }, needs: ['answers'],
  },
  {
    cause: 'wrong-operation', question: 'Who founded Microsoft?', entity: { id: 'Q2283', title: 'Microsoft' }, words: 'Microsoft', answers: [], truth: true,
    relation: { id: 'P112', label: 'founded by' }, needs: ['truth'],
  },
  {
    cause: 'ambiguous', question: 'What is the official language of Switzerland?', entity: { id: 'Q39', title: 'Switzerland' }, words: 'Switzerland', answers: [{ id: 'Q188', title: 'German' }],
    relation: { id: 'P37', label: 'official language' }, needs: ['answers'],
  },
  {
    cause: 'declined', question: 'Who is the mother of the Eiffel Tower?', entity: { id: 'Q243', title: 'Eiffel Tower' }, words: 'Eiffel Tower', answers: [{ id: 'Q142', title: 'France' }],
    relation: { id: 'P17', label: 'country' }, needs: ['answers'],
  },
  {
    cause: 'answered-anyway', question: 'Who composed The Magic Flute?', entity: { id: 'Q5064', title: 'The Magic Flute' }, words: 'The Magic Flute', answers: [],
    relation: { id: 'P86', label: 'composer' }, needs: ['none'],
  },
];
