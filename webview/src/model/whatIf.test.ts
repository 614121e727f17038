import { describe, expect, it } from 'vitest';
import { chain, intersection, status } from '../../preview/fixtures';
import { drawn, EMPTY, reduce, shownIn, withoutWhatIf } from './panelState';
import { forcesOf, forceTexts, isGiven, readRelation, relationText, whatIfForm, withRelation } from './whatIf';

describe('whatIfForm', () => {
  it('offers the candidates of each mention, those on a path first, and the relations of each hop with one more hop', () => {
    const form = whatIfForm(chain, {});
    expect(form.entities[0]?.words).toBe('Vienna');
    expect(form.entities[0]?.choices[0]?.value).toBe(chain.mentions[chain.paths[0]?.mention ?? 0]?.candidates[0]?.id);
    expect(form.relations.map(({ hop, mention }) => [hop, mention])).toEqual([[1, null], [2, null], [3, null]]);
    expect(form.relations[0]?.choices[0]?.value).toMatch(/^\^P\d+$/);
    expect(form.relations[2]?.choices).toEqual([]);
  });
  it('asks for one hop of each path where paths meet', () => {
    expect(whatIfForm(intersection, {}).relations.every(({ hop, mention }) => hop === 1 && mention !== null)).toBe(true);
  });
  it('comes back from what it gives', () => {
    const { entities: [entity], relations: [relation] } = whatIfForm(intersection, {});
    const forces = { entities: [{ ...entity!.span, id: 'Q7' }], relations: [{ hop: 1, id: 'P50', inverse: true, mention: relation!.mention! }], plan: 'two-hop' as const };
    expect(forcesOf(whatIfForm(intersection, forces))).toEqual(forces);
    expect(forcesOf(whatIfForm(intersection, {}))).toBeNull();
  });
});

describe('withRelation', () => {
  const [here, there] = [{ path: 0, hop: 1, relation: { id: 'P17', inverse: true } }, { path: 0, hop: 1, relation: { id: 'P31', inverse: false } }];
  it('gives a relation at its hop besides what is given, in the place of another one, and takes it back', () => {
    const one = withRelation(chain, { plan: 'two-hop' }, here)!;
    expect(one).toEqual({ plan: 'two-hop', relations: [{ hop: 2, id: 'P17', inverse: true }] });
    expect([isGiven(chain, one, here), isGiven(chain, one, there), isGiven(chain, one, { ...here, hop: 0 })]).toEqual([true, false, false]);
    expect(withRelation(chain, one, there)).toEqual({ plan: 'two-hop', relations: [{ hop: 2, id: 'P31', inverse: false }] });
    expect(withRelation(chain, one, here)).toEqual({ plan: 'two-hop' });
    expect(withRelation(chain, { relations: [{ hop: 2, id: 'P17', inverse: true }] }, here)).toBeNull();
  });
  it('gives it for the path of its own mention where several paths meet', () => {
    const { start, end } = intersection.mentions[intersection.paths[1]!.mention]!;
    const one = withRelation(intersection, {}, { path: 1, hop: 0, relation: { id: 'P161', inverse: true } })!;
    expect(one).toEqual({ relations: [{ hop: 1, id: 'P161', inverse: true, mention: { start, end } }] });
    expect(isGiven(intersection, one, { path: 0, hop: 0, relation: { id: 'P161', inverse: true } })).toBe(false);
  });
});

it('writes and reads relations with their direction', () => {
  for (const one of [{ id: 'P57', inverse: true }, { id: 'P57', inverse: false }]) expect(readRelation(` ${relationText(one)} `)).toEqual(one);
});

it('says in words what is given', () => {
  const mention = chain.mentions[0]!;
  expect(forceTexts(chain.question, { entities: [{ start: mention.start, end: mention.end, id: 'Q0' }], relations: [{ hop: 2, id: 'P17', inverse: true }], plan: 'one-hop' }, [chain]))
    .toEqual(['“Vienna” is Q0', 'hop 2 follows country (P17) backwards', 'the plan is one hop']);
});

describe('a state with something given', () => {
  const result = { uri: 'file:///q', version: 1, index: 0, explanation: chain };
  const shown = reduce(EMPTY, { type: 'explanation', result, status });
  const given = { type: 'whatIf', uri: 'file:///q', index: 0, forces: { plan: 'one-hop' }, explanation: intersection, message: '' } as const;
  it('draws that answer, keeps the own one, and goes back', () => {
    const now = shownIn(reduce(shown, given))!;
    expect([drawn(now), now.result.explanation]).toEqual([intersection, chain]);
    expect(withoutWhatIf(reduce(shown, given))).toEqual(shown);
  });
  it('draws the own answer where the other cannot be had, and ignores another question’s', () => {
    expect(drawn(shownIn(reduce(shown, { ...given, explanation: null, message: 'Q0 is no entity' }))!)).toBe(chain);
    expect(reduce(shown, { ...given, index: 1 })).toBe(shown);
  });
});
