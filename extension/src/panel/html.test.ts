import { describe, expect, it } from 'vitest';
import { escapeHtml, panelHtml } from './html';

const page = panelHtml({ script: 'https://w/webview.js', style: 'https://w/webview.css?a=1&b=2', source: 'https://w', nonce: 'abc123', title: '<Panel>', language: 'en' });

describe('panelHtml', () => {
  it('allows nothing by default, scripts only with the nonce, and no inline or evaluated script', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy.startsWith("default-src 'none'; script-src 'nonce-abc123';")).toBe(true);
    expect(policy).not.toMatch(/unsafe|\*|https?:(?!\/\/w)|connect-src/);
  });
  it('gives the nonce to its one script', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('<script nonce="abc123" src="https://w/webview.js">');
  });
  it('escapes what it is given', () => {
    expect(page).toContain('<title>&lt;Panel&gt;</title>');
    expect(page).toContain('webview.css?a=1&amp;b=2');
    expect(escapeHtml('"&<>')).toBe('&quot;&amp;&lt;&gt;');
  });
});
