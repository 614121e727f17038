/** How things are counted: part of every report, so that no number stands without it. */
export const RULES: readonly string[] = [
  'Every question with gold answers counts in the denominator of Hits@1 and F1; one that could not be answered is wrong. Questions without gold answers are run and not judged.',
  'Hits@1: the top answer is gold. Answers with the same score count in their share (two tied, one of them gold: 0.5).',
  'Loose: where the row names the gold fact, any object of its entity and relation is right, because the question fits all of them. Strict: only the answers that the file lists.',
  'F1: the set of answers returned against the set that the file lists; an answer that is listed twice counts once.',
  'Ids are compared by id; anything else by label or alias, numbers by amount without their unit, dates by the coarser precision of the two, "true" and "yes" alike.',
  'A gold list that is empty (or "none") says that there is no answer: declining is right, any answer is wrong.',
  'Ambiguous questions are not left out: gold among answers that are equally right by the graph counts in its share, and otherwise as a miss with the cause "ambiguous".',
  'Gold entity: the same question with the gold entities given, over the questions whose gold entities are in the graph; the gap is what linking them costs.',
  'Hard: the gold entity has five or more relation-direction groups. The control knows the gold entity and answers with its relation that is asked most often, without reading the question.',
];
