import type { OffsetPiece, ParsedQuestion } from './format';
import { jsonFormat } from './jsonFormat';
import { below, stringOf, textOf } from './jsonStrings';
import { questionOf } from './questionOf';
import { withEntitiesOf } from './sparqlIds';

/** Some rows say that there is no question in words. */
const NOTHING = /^\s*(?:n\/?a|none|null|nan)?\s*$/i;

/** LC-QuAD 1: a list of `{_id, corrected_question, intermediary_question, sparql_query}` over DBpedia. */
export const lcquad1 = jsonFormat({
  name: 'LC-QuAD 1',
  marks: [/"corrected_question"\s*:/, /"sparql_query"\s*:/],
  read: (source, item) => questionOf(source, below(item, 'corrected_question'), {
    id: textOf(below(item, '_id')), query: stringOf(below(item, 'sparql_query')), goldAnswers: null,
    complexity: textOf(below(item, 'sparql_template_id')),
  }),
});

/** LC-QuAD 2: a list of `{question, paraphrased_question, NNQT_question, sparql_wikidata, uid}`. The question may be null: then the paraphrase, then the template without its braces. */
export const lcquad2 = jsonFormat({
  name: 'LC-QuAD 2',
  marks: [/"NNQT_question"\s*:/, /"sparql_wikidata"\s*:/],
  read(source, item) {
    const known = { id: textOf(below(item, 'uid')), query: stringOf(below(item, 'sparql_wikidata')), goldAnswers: null, complexity: stringOf(below(item, 'subgraph')) ?? '' };
    const given = [below(item, 'question'), below(item, 'paraphrased_question')].filter((node) => !NOTHING.test(stringOf(node) ?? '')).flatMap((node) => questionOf(source, node, known));
    return given.length > 0 ? given.slice(0, 1) : questionOf(source, below(item, 'NNQT_question'), {}).map((question) => withEntitiesOf(known.query ?? '', { ...withoutBraces(question), id: known.id, complexity: known.complexity }));
  },
});

/** `What is the {capital} of {France}`: the braces are taken out; as they mark entities and relations alike, they are not taken for spans of entities. */
function withoutBraces(question: ParsedQuestion): ParsedQuestion {
  const pieces: OffsetPiece[] = [];
  let text = '';
  for (let at = 0; at < question.text.length; at++) {
    const letter = question.text.charAt(at);
    if (letter === '{' || letter === '}') continue;
    pieces.push({ question: text.length, ...placeOf(question.offsets, at) });
    text += letter;
  }
  return { ...question, text, offsets: pieces };
}

function placeOf(offsets: readonly OffsetPiece[], at: number): { readonly document: number; readonly width?: number } {
  const piece = offsets.findLast((one) => one.question <= at);
  if (piece === undefined) return { document: at };
  const width = piece.question === at ? piece.width : undefined;
  return { document: piece.document + at - piece.question, ...(width === undefined ? {} : { width }) };
}
