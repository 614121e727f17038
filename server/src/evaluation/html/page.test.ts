import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../protocol';
import { compareRuns } from '../compareRuns';
import { row, runWith, wrongRow } from '../testing';
import { html } from './markup';
import { reportPage } from './page';

const host = { cspSource: 'vscode-resource:', nonce: 'n0nce', script: 'vscode-resource:/report.js' };

describe('html', () => {
  it('lets no text become markup', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const written = html`<p title="${text}">${text}</p>`.text;
      expect(written.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/<(?!p |\/p>)|"(?! ?>|[^"]*">)/);
    }));
    expect(html`${'<script>'}${html`<b>`}${3}${null}`.text).toBe('&lt;script&gt;<b>3');
  });
});

describe('reportPage', () => {
  const rows = [row(0, { complexity: 'count' }), wrongRow(1, { text: '<img src=x onerror=alert(1)>' }), ...Array.from({ length: 80 }, (_, k) => wrongRow(k + 2, { cause: 'ambiguous' }))];

  it('stands alone without script or request, and says what was measured and how', () => {
    const page = reportPage(runWith(rows));
    expect(page).not.toMatch(/<script|https?:|url\(|<img|data-index/);
    expect(page).toContain('default-src &#39;none&#39;');
    for (const part of ['Hits@1', 'dev', 'commit abc', 'machine × 2', 'declining is right', 'Ambiguous questions are not left out', 'id="group-ambiguous"', 'calibration', '&lt;img src=x']) expect(page, part).toContain(part);
  });

  it('holds a part of the rows in the editor and lets in its own script only', () => {
    const page = reportPage(runWith(rows), { host });
    expect(page).toContain('<script nonce="n0nce" src="vscode-resource:/report.js">');
    expect(page).toContain(`script-src &#39;nonce-n0nce&#39;`);
    expect(page).not.toContain('unsafe');
    expect(page).not.toMatch(/ style="| on\w+="/);
    expect(page).toContain('data-more="ambiguous" data-offset="50">Show more (30 left)');
  });

  it('shows two runs side by side', () => {
    const before = runWith([wrongRow(0), row(1)]);
    const after = runWith([row(0), wrongRow(1)]);
    const page = reportPage(after, { comparison: compareRuns(before, after) });
    expect(page).toContain('id="change-broken"');
    expect(page).toContain('1 / 1 / 0 / 0');
    expect(page).toContain('<p>model, commit abc. 2 questions');
  });

  it('says of two runs what differs between them', () => {
    const before = runWith([wrongRow(0)]);
    const after = runWith([row(0)]);
    const corrected = { ...after, about: { ...after.about, model: 'other', setting: 'with 1 correction of the sidecar' } };
    const page = reportPage(corrected, { comparison: compareRuns(before, corrected) });
    expect(page).toContain('<p>model, commit abc → other, commit abc; nothing set → with 1 correction of the sidecar. 1 questions');
    expect(page).toContain('Setting: with 1 correction of the sidecar.');
  });

  it('has no tile for what the file cannot be measured by', () => {
    const page = reportPage(runWith([row(0)]));
    expect(page).not.toMatch(/class="name">(?:Relation|No answer|Hard)</);
    expect(reportPage(runWith([row(0, { relationRight: true, control: 0, hard: true }), row(1, { goldAnswers: [] })]))).toMatch(/>Relation<.*>No answer<.*>Hard</s);
  });

  it('names every group that it lists', () => {
    const page = reportPage(runWith(CAUSES.map((cause, k) => wrongRow(k, { cause }))));
    for (const cause of CAUSES) expect(page).toContain(`href="#group-${cause}"`);
  });
});
