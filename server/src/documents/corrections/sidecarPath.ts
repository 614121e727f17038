import { fileURLToPath } from 'node:url';
import { SIDECAR_SUFFIX } from './sidecarFile';

/** The path of a document that is a file on this machine; undefined for any other (untitled, virtual). */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The sidecar of a document. */
export function sidecarOf(uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : `${path}${SIDECAR_SUFFIX}`;
}

/** Whether a document is itself a sidecar: it holds no questions. */
export function isSidecar(uri: string): boolean {
  return uri.endsWith(SIDECAR_SUFFIX);
}

/** The document that a sidecar belongs to. */
export function questionFileOf(sidecar: string): string {
  return sidecar.slice(0, -SIDECAR_SUFFIX.length);
}
