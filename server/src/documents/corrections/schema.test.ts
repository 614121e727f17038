import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORRECTION_KINDS } from '../../protocol';
import { SIDECAR_VERSION } from './sidecarFile';
import { correctionLine, readCorrection } from './storedCorrection';

interface Schema {
  readonly properties: { readonly version: { readonly const: number } };
  readonly definitions: { readonly correction: { readonly required: readonly string[]; readonly properties: Readonly<Record<string, unknown>> & { readonly kind: { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] } } } };
}
const { properties, definitions: { correction } } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../media/schemas/corrections.v1.json'), 'utf8')) as Schema;

describe('the JSON schema', () => {
  it('knows this version, every kind and every field that is written', () => {
    expect(properties.version.const).toBe(SIDECAR_VERSION);
    expect(correction.properties.kind.enum).toEqual(CORRECTION_KINDS);
    expect(correction.properties.kind.enumDescriptions).toHaveLength(CORRECTION_KINDS.length);
    const full = Object.fromEntries(Object.keys(correction.properties).map((field) => [field, field === 'kind' ? 'entity' : field.endsWith('Occurrence') ? 2 : field]));
    const read = readCorrection(full);
    if (typeof read === 'string') throw new Error(read);
    expect(read.extra).toEqual({});
    expect(Object.keys(JSON.parse(correctionLine(read)) as object).sort()).toEqual(Object.keys(correction.properties).sort());
  });
  it('asks for what is asked for when a correction is read', () => {
    for (const field of correction.required) {
      const rest = Object.entries({ id: 'a', question: 'q', mention: 'm', kind: 'none' }).filter(([name]) => name !== field);
      expect(readCorrection(Object.fromEntries(rest))).toContain(`"${field}"`);
    }
    expect(readCorrection({ id: 'a', question: 'q', mention: 'm', kind: 'alias' })).toContain('"entity"');
  });
});
