import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromPlanes, offsetsFromPlanes, planes } from './planes';

it('planes are undone, for every 32-bit number', () => {
  fc.assert(fc.property(fc.uint32Array(), (values) => {
    expect(fromPlanes(planes(values))).toEqual(values);
  }));
});

it('planes put the lowest bytes first', () => {
  expect([...planes(Uint32Array.of(0x04030201, 0x08070605))]).toEqual([1, 5, 2, 6, 3, 7, 4, 8]);
});

it('lengths become offsets, one longer', () => {
  expect([...offsetsFromPlanes(planes(Uint32Array.of(3, 0, 70000)))]).toEqual([0, 3, 3, 70003]);
  expect([...offsetsFromPlanes(new Uint8Array())]).toEqual([0]);
});
