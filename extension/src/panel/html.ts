/** What the panel's page is made of: addresses that the webview may load, and a fresh nonce. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The webview's own origin, for the content policy. */
  readonly source: string;
  readonly nonce: string;
  readonly title: string;
  readonly language: string;
}

/**
 * The page of the panel. Nothing may be loaded but our one script and one style sheet; the toolkit's components add style elements, which carry the nonce that
 * they read from the `csp-nonce` property.
 */
export function panelHtml({ script, style, source, nonce, title, language }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source} 'nonce-${nonce}'; img-src ${source} data:; font-src ${source}`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
  <meta property="csp-nonce" content="${nonce}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${escapeHtml(style)}">
  <title>${escapeHtml(title)}</title>
</head>
<body>
  <script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text inside an attribute in double quotes, or between tags. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
