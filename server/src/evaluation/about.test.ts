import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitOf, splitOf } from './about';

describe('splitOf', () => {
  it('reads the split from the name of a file', () => {
    expect(['mintaka_dev_a.jsonl', 'qald-9-test.json', 'train.txt', 'latest.json', 'devices.tsv'].map(splitOf)).toEqual(['dev', 'test', 'train', '', '']);
  });
});

describe('commitOf', () => {
  it('reads a branch, a packed branch and a bare commit, and nothing outside a repository', () => {
    const root = mkdtempSync(join(tmpdir(), 'hoplens-git-'));
    try {
      expect(commitOf(root)).toBe('');
      mkdirSync(join(root, '.git', 'refs', 'heads'), { recursive: true });
      writeFileSync(join(root, '.git', 'HEAD'), 'ref: refs/heads/main\n');
      writeFileSync(join(root, '.git', 'packed-refs'), '# pack-refs\n0123456789abcdef refs/heads/main\n');
      expect(commitOf(root)).toBe('012345678');
      writeFileSync(join(root, '.git', 'refs', 'heads', 'main'), 'fedcba9876543210\n');
      expect(commitOf(root)).toBe('fedcba987');
      writeFileSync(join(root, '.git', 'HEAD'), 'aaaaaaaaaaaaaaaa\n');
      expect(commitOf(root)).toBe('aaaaaaaaa');
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
