import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from './modelError';

/** Version of the bundle's layout; another one is refused. */
export const BUNDLE_VERSION = 2;

/** Small weights that are not worth a session: the gate's fit part (see answering/plan.ts). Row-major [out][in]. */
export interface GateWeights {
  readonly hidden: readonly (readonly number[])[];
  readonly hiddenBias: readonly number[];
  readonly out: readonly (readonly number[])[];
  readonly outBias: readonly number[];
}

/** What training learned of one relation by its id, beyond its text: int8 a direction, base64, times `scale`. Used where id and label agree. */
export interface RelationResidual {
  readonly id: string;
  readonly label: string;
  readonly scale: number;
  readonly values: readonly [string, string];
}

/** `model.json`. */
export interface ModelManifest {
  readonly name: string;
  readonly version: number;
  readonly maximumHops: number;
  readonly relationWidth: number;
  readonly typeWidth: number;
  readonly features: number;
  readonly gate: GateWeights;
  readonly residuals: readonly RelationResidual[];
  /** Temperature and threshold of the final score, fitted on held-out questions. */
  readonly calibration: { readonly minimumScore: number };
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  readonly trainedOn: readonly string[];
  readonly measured: Readonly<Record<string, unknown>>;
  /** How often the training questions ask each relation (`^P57`: backwards), for the control of `evaluate`; may be missing. */
  readonly relationFrequency?: Readonly<Record<string, number>>;
  /** Fingerprint of encoder and text heads: vectors made by another model are not used. */
  readonly fingerprint: string;
}

/** A bundle read and checked. */
export interface Bundle {
  readonly folder: string;
  readonly manifest: ModelManifest;
  readonly encoder: Uint8Array;
  readonly heads: Uint8Array;
  readonly vectors: Uint8Array;
  readonly tokenizer: unknown;
}

function isManifest(value: unknown): value is ModelManifest {
  return typeof value === 'object' && value !== null && 'version' in value && 'files' in value && 'gate' in value && 'name' in value && 'fingerprint' in value;
}

async function read(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file));
  } catch {
    throw new ModelError(`The model bundle ${folder} lacks ${file}. Point hoplens.model.path (or --model) at a folder with model.json, or reinstall the extension.`);
  }
}

/**
 * Reads what a bundle says of itself, without its weights.
 *
 * @throws ModelError when model.json is missing, no HopLens model, or of another version
 */
export async function readManifest(folder: string): Promise<ModelManifest> {
  const text = new TextDecoder().decode(await read(folder, 'model.json'));
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    throw new ModelError(`${join(folder, 'model.json')} is not JSON: ${String(error)}. Export the bundle again.`);
  }
  if (!isManifest(manifest)) throw new ModelError(`${join(folder, 'model.json')} is not a HopLens model: version, files, gate or fingerprint is missing. Export the bundle again.`);
  if (manifest.version !== BUNDLE_VERSION) {
    throw new ModelError(`The model bundle ${folder} has version ${String(manifest.version)}; this HopLens reads version ${String(BUNDLE_VERSION)}. Export it again with the matching training/.`);
  }
  return manifest;
}

/**
 * Reads a model bundle: a folder with model.json, encoder.onnx, heads.onnx, vectors.onnx and tokenizer.json.
 *
 * @throws ModelError when a file is missing, the version does not fit or a SHA-256 differs from the one in model.json
 */
export async function readBundle(folder: string): Promise<Bundle> {
  const manifest = await readManifest(folder);
  const load = async (file: string): Promise<Uint8Array> => {
    const bytes = await read(folder, file);
    const expected = manifest.files[file]?.sha256;
    const actual = createHash('sha256').update(bytes).digest('hex');
    if (expected !== actual) {
      throw new ModelError(`${join(folder, file)} is not the file that model.json names (SHA-256 ${actual.slice(0, 12)}…, expected ${(expected ?? 'none').slice(0, 12)}…). Export or install the bundle again.`);
    }
    return bytes;
  };
  const [encoder, heads, vectors, tokenizer] = await Promise.all([load('encoder.onnx'), load('heads.onnx'), load('vectors.onnx'), load('tokenizer.json')]);
  return { folder, manifest, encoder, heads, vectors, tokenizer: JSON.parse(new TextDecoder().decode(tokenizer)) };
}
