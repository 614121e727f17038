import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentCorrections } from '../documents/corrections/correctionText';
import type { OpenDocument } from '../documents/documents';
import { answerText, shownMentions, type QuestionEntry } from '../documents/questionEntry';
import { formatNamed } from '../formats/parseQuestions';
import type { DocumentQuestion, DocumentQuestionsResult } from '../protocol';

/** A document's questions with their mentions, as the client draws and lists them; version −1 where the document is not open or an older text was read. */
export function documentQuestions(document: OpenDocument | undefined, source: TextDocument | undefined, minimumScore: number): DocumentQuestionsResult {
  if (document === undefined || source === undefined) return { version: -1, format: '', pinnable: false, questions: [] };
  return {
    version: document.version,
    format: document.format,
    pinnable: formatNamed(document.format)?.pinnable ?? false,
    questions: document.entries.map((entry, index): DocumentQuestion => ({
      index, text: entry.question.text, line: source.positionAt(entry.question.range.start).line, range: entry.question.range, state: stateOf(entry),
      mentions: shownMentions(entry).map(({ mention: { start, end }, range, best, score, pinned }) => ({ range, span: { start, end }, id: best.id, label: best.label, score, pinned })),
      corrections: documentCorrections(entry), answer: answerText(entry, minimumScore),
    })),
  };
}

function stateOf({ error, linked, asked }: QuestionEntry): DocumentQuestion['state'] {
  if (error !== undefined) return 'failed';
  if (linked === undefined) return 'waiting';
  return asked ? 'answered' : 'linked';
}
