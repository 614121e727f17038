import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pack, PackWriter } from './packFile';

/** For tests: the pack that a writer makes, through a file and back. */
export function throughFile(writer: PackWriter): Pack {
  const folder = mkdtempSync(join(tmpdir(), 'hoplens-pack-'));
  try {
    writer.write(join(folder, 'test.hlpack'));
    return Pack.open(join(folder, 'test.hlpack'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** For tests: a writer without sections. */
export function emptyWriter(): PackWriter {
  return new PackWriter({ name: 'test', date: '', sources: [], entities: 0, edges: 0, pageUrl: '' });
}
