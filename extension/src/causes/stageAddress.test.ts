import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../server/src/protocol';
import { queryOf, readAddress } from './stageAddress';

describe('the address of a virtual document', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(fc.string(), fc.nat(), fc.constantFrom(...STAGES), fc.string(), (uri, index, stage, id) => {
      expect(readAddress(queryOf({ uri, index, stage }))).toEqual({ uri, index, stage });
      expect(readAddress(queryOf({ uri, index, id }))).toEqual({ uri, index, id });
    }));
  });
  it('is none where it says something else', () => {
    for (const query of ['', '{', 'null', '[]', '{"uri":"a"}', '{"uri":"a","index":"0","stage":"tokens"}', '{"uri":"a","index":0,"stage":"all"}', '{"uri":1,"index":0,"id":"Q1"}']) expect(readAddress(query)).toBeUndefined();
  });
  it('is not taken in by anything', () => {
    fc.assert(fc.property(fc.json(), (text) => { readAddress(text); }));
  });
});
