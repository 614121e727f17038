import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draw } from './draw';
import { traceSchema } from './trace';

const read = (file: string): string => readFileSync(join('docs', 'figures', file), 'utf8');
const trace = traceSchema.parse(JSON.parse(read('intersection.json')));

describe('the figure of docs/method.md', () => {
  it('is drawn from the trace beside it', () => {
    expect(read('intersection.svg')).toBe(draw(trace));
  });

  it('shows the minimum of what the paths reach', () => {
    for (const { scores, minimum } of trace.rows) expect(minimum).toBe(Math.min(...scores));
    expect(trace.rows[0]?.id).toBe(trace.answers[0]?.id);
  });

  it('escapes what could be markup', () => {
    expect(draw({ ...trace, question: 'a <b> & "c"' })).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  });
});
