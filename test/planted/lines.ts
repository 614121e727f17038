import type { Planted } from './questions';

const ids = ({ answers }: Planted): string => answers.map(({ id }) => id).join(', ');
const titles = ({ answers }: Planted): string[] => answers.map(({ title }) => title);
const expected = (planted: Planted): string => (planted.truth === undefined ? planted.answers.length === 0 ? 'none' : ids(planted) : String(planted.truth));

/** `question => Q90, Q84`, with a comment above. */
export function plainText(all: readonly Planted[]): string {
  return `# Planted: each question is missed\r\n${all.map((one) => `${one.question} => ${expected(one)}`).join('\r\n')}`;
}

/** The same as items of a Markdown list, tasks and numbers. */
export function markdown(all: readonly Planted[]): string {
  return `# Planted questions\n\nEach is missed.\n\n${all.map((one, k) => `${k % 2 === 0 ? '- [ ]' : `${String(k)}.`} ${one.question} => ${expected(one)}`).join('\n')}\n`;
}

/** `question with [title]<TAB>A|B` */
export function metaqa(all: readonly Planted[]): string {
  return all.map((one) => `${one.question.replace(one.words, `[${one.words}]`)}\t${titles(one).join('|')}\n`).join('');
}

/** `question<TAB>answer(a/b/)<TAB>head#relation#answer#<end>#answer` */
export function pathQuestion(all: readonly Planted[]): string {
  return all.map((one) => {
    const [first = ''] = titles(one);
    return `${one.question}\t${first}(${titles(one).join('/')}/)\t${one.entity.title}#${one.relation.label}#${first}#<end>#${first}\r\n`;
  }).join('');
}

/** `entity<TAB>property<TAB>answer<TAB>question`, one answer. */
export function simpleQuestions(all: readonly Planted[]): string {
  return all.map(({ entity, relation, answers, question }) => `${entity.id}\t${relation.inverse === true ? 'R' : 'P'}${relation.id.slice(1)}\t${answers[0]?.id ?? ''}\t${question}\n`).join('');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const cells = (one: Planted): string => (one.truth === undefined ? one.answers.map(({ id }) => id).join('|') : String(one.truth));

/** Every cell in quotes, rows ended as Excel ends them. */
export function csv(all: readonly Planted[]): string {
  return ['id,question,entities,answers', ...all.map((one) => [one.cause, quoted(one.question), one.entity.id, quoted(cells(one))].join(','))].join('\r\n');
}

export function tsv(all: readonly Planted[]): string {
  return ['answers\tentities\tnl_question', ...all.map((one) => `${cells(one)}\t${one.entity.id}\t${one.question}`)].join('\n');
}

/** The query behind a question. */
export function queryOf({ entity, relation }: Planted): string {
  return relation.inverse === true ? `SELECT ?x WHERE { ?x wdt:${relation.id} wd:${entity.id} }` : `SELECT ?x WHERE { wd:${entity.id} wdt:${relation.id} ?x }`;
}

/** One question a file: a comment above its query. */
export function sparql([one]: readonly Planted[]): string {
  return one === undefined ? '' : `# ${one.question}\n${queryOf(one).replace('{ ', '{\n  ').replace(' }', '\n}')}\n`;
}
