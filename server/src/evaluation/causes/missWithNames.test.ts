import { describe, expect, it } from 'vitest';
import type { NameStanding } from '../../protocol';
import type { EntityMiss } from './entityMiss';
import { missWithNames } from './missWithNames';

const NAME: NameStanding = { name: 'Bard', fate: 'no words', span: null, bearers: 1, place: 1, why: 'not in the question' };
const miss = (own: EntityMiss['own'], names: readonly NameStanding[] = []): EntityMiss => ({ cause: own === null ? 'not-a-candidate' : 'ranked-too-low', span: null, own, winner: null, margin: null, why: null, taken: null, names });
const STANDING = { id: 'Q1', label: 'One', rank: 2, score: 0.1, parts: { name: 0, fit: 0, relation: 0, prior: 0 } };

describe('missWithNames', () => {
  it('asks for names only where the entity is no candidate', async () => {
    let asked = 0;
    const names = () => { asked++; return Promise.resolve([NAME]); };
    expect(await missWithNames(() => null, names)).toBeNull();
    expect(await missWithNames((given) => miss(STANDING, given), names)).toMatchObject({ cause: 'ranked-too-low' });
    expect(asked).toBe(0);
    expect(await missWithNames((given) => miss(null, given), names)).toMatchObject({ cause: 'not-a-candidate', names: [NAME] });
    expect(asked).toBe(1);
  });
});
