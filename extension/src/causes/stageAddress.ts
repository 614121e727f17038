import { STAGES, type StageName } from '../../../server/src/protocol';

/** Scheme of the virtual documents that show what lies between a question and its answer. */
export const STAGE_SCHEME = 'hoplens-stage';

/** What a virtual document shows: one stage of a question, or why an entity or relation (`id`) did not come in. */
export type StageAddress = { readonly uri: string; readonly index: number } & ({ readonly stage: StageName } | { readonly id: string });

/** The query of a virtual document's uri. */
export function queryOf(address: StageAddress): string {
  return JSON.stringify(address);
}

/** Reads the query of a virtual document; undefined where it is none (a uri may come from anywhere). */
export function readAddress(query: string): StageAddress | undefined {
  let value: unknown;
  try {
    value = JSON.parse(query);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('uri' in value) || typeof value.uri !== 'string' || !('index' in value) || typeof value.index !== 'number') return undefined;
  const { uri, index } = value;
  if ('id' in value && typeof value.id === 'string') return { uri, index, id: value.id };
  const stage = 'stage' in value ? STAGES.find((name) => name === value.stage) : undefined;
  return stage === undefined ? undefined : { uri, index, stage };
}
