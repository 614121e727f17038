import type { Correction, DocumentCorrection } from '../../protocol';
import { rangeInDocument } from '../../formats/format';
import type { QuestionEntry } from '../questionEntry';

/** What a correction says, in words, with who and when. */
export function correctionText({ kind, entity, label, mention, was, author, time }: Correction): string {
  const named = label === '' ? entity : `${label} (${entity})`;
  const what = {
    entity: `corrected to ${named}`, none: 'marked as no entity', alias: `a further name of ${named}`,
    span: was === '' ? `“${mention}” is one mention` : `the mention is “${mention}”, not “${was}”`,
  }[kind];
  return [what, author, time.slice(0, 10)].filter((part) => part !== '').join(', ');
}

/** The corrections that hold in a question, with their places in the document. */
export function documentCorrections({ question, corrected }: QuestionEntry): DocumentCorrection[] {
  return (corrected?.held ?? []).map(({ correction, span }) => ({
    id: correction.id, kind: correction.kind, span, range: rangeInDocument(question.offsets, span), text: correctionText(correction),
  }));
}
