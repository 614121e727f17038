import type { ForcedEntity, ForcedRelation, Forces, PlanName } from '../../../server/src/protocol';
import { isRecord, isSpan } from './shapes';

const PLANS: readonly PlanName[] = ['one-hop', 'two-hop', 'three-hop', 'intersection'];

/** Reads what the panel wants given; undefined where it is not well formed. Whether the graph knows the ids, the server says. */
export function readForces(value: unknown): Forces | undefined {
  if (!isRecord(value)) return undefined;
  const { entities = [], relations = [], plan } = value;
  if (!Array.isArray(entities) || !Array.isArray(relations) || !entities.every(isEntity) || !relations.every(isRelation)) return undefined;
  const known = PLANS.find((name) => name === plan);
  if (plan !== undefined && known === undefined) return undefined;
  return { entities, relations, ...(known === undefined ? {} : { plan: known }) };
}

function isEntity(value: unknown): value is ForcedEntity {
  return isSpan(value) && 'id' in value && typeof value.id === 'string';
}

function isRelation(value: unknown): value is ForcedRelation {
  return isRecord(value) && typeof value['hop'] === 'number' && typeof value['id'] === 'string' && typeof value['inverse'] === 'boolean' && (value['mention'] === undefined || isSpan(value['mention']));
}
