import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentCorrections } from '../documents/corrections/correctionText';
import type { OpenDocument } from '../documents/documents';
import { answerText, shownMentions, type QuestionEntry } from '../documents/questionEntry';
import { formatNamed } from '../formats/parseQuestions';
import { MOST_QUESTIONS, type DocumentQuestion, type DocumentQuestionsResult, type DocumentSummary, type QuestionsWanted } from '../protocol';
import { questionAt, questionsIn } from './positions';

/** What the client knows of a document as a whole; version −1 where it is not open. */
export function documentSummary(document: OpenDocument | undefined): DocumentSummary {
  if (document === undefined) return { version: -1, format: '', pinnable: false, count: 0 };
  const { version, format, entries } = document;
  return { version, format, pinnable: formatNamed(format)?.pinnable ?? false, count: entries.length };
}

/** The questions that are wanted with their mentions, as the client draws and lists them; version −1 where the document is not open or an older text was read. */
export function documentQuestions(document: OpenDocument | undefined, source: TextDocument | undefined, wanted: QuestionsWanted, minimumScore: number): DocumentQuestionsResult {
  if (document === undefined || source === undefined) return { version: -1, questions: [] };
  return {
    version: document.version,
    questions: chosen(document, source, wanted).map(({ entry, index }): DocumentQuestion => ({
      index, text: entry.question.text, line: source.positionAt(entry.question.range.start).line, range: entry.question.range, state: stateOf(entry),
      mentions: shownMentions(entry).map(({ mention: { start, end }, range, best, score, pinned }) => ({ range, span: { start, end }, id: best.id, label: best.label, score, pinned })),
      corrections: documentCorrections(entry), answer: answerText(entry, minimumScore),
    })),
  };
}

function chosen(document: OpenDocument, source: TextDocument, wanted: QuestionsWanted): readonly { readonly entry: QuestionEntry; readonly index: number }[] {
  if ('span' in wanted) return questionsIn(document, wanted.span).slice(0, MOST_QUESTIONS);
  if ('offset' in wanted) {
    const found = questionAt(document, source, source.positionAt(wanted.offset));
    return found === undefined ? [] : [found];
  }
  const entry = document.entries[wanted.index];
  return entry === undefined ? [] : [{ entry, index: wanted.index }];
}

function stateOf({ error, linked, asked }: QuestionEntry): DocumentQuestion['state'] {
  if (error !== undefined) return 'failed';
  if (linked === undefined) return 'waiting';
  return asked ? 'answered' : 'linked';
}
