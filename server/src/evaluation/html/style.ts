/** The look of a report: VS Code's colours where they are, dark and light of its own elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; --own-fg: #1f2328; --own-bg: #ffffff; --own-muted: #59636e; --own-line: #d1d9e0; --own-accent: #0a5fb4; --own-soft: #eef2f6; --own-good: #1a7f37; --own-bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --own-fg: #d8dee4; --own-bg: #16191d; --own-muted: #9198a1; --own-line: #3d444d; --own-accent: #58a6ff; --own-soft: #22272e; --own-good: #57ab5a; --own-bad: #f47067; } }
:root {
  --fg: var(--vscode-foreground, var(--own-fg)); --bg: var(--vscode-editor-background, var(--own-bg)); --muted: var(--vscode-descriptionForeground, var(--own-muted));
  --line: var(--vscode-panel-border, var(--own-line)); --accent: var(--vscode-charts-blue, var(--own-accent)); --link: var(--vscode-textLink-foreground, var(--own-accent));
  --soft: var(--vscode-editorWidget-background, var(--own-soft)); --good: var(--vscode-charts-green, var(--own-good)); --bad: var(--vscode-charts-red, var(--own-bad));
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1120px; padding: 20px 28px 60px; color: var(--fg); background: var(--bg); font: 14px/1.5 var(--vscode-font-family, system-ui, sans-serif); }
h1 { font-size: 22px; font-weight: 600; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 16px; font-weight: 600; margin: 32px 0 10px; }
a { color: var(--link); }
.note, .gold, .lead { color: var(--muted); }
.gold { display: block; font-size: 12px; }
.lead { margin: 0 0 16px; }
.bar-actions { display: flex; flex-wrap: wrap; gap: 6px; margin: 12px 0; }
button { font: inherit; padding: 3px 10px; border: 1px solid var(--vscode-button-border, var(--line)); border-radius: 3px; background: var(--vscode-button-secondaryBackground, var(--soft)); color: var(--vscode-button-secondaryForeground, var(--fg)); cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground, var(--line)); }
button:focus-visible, a:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder, var(--accent)); outline-offset: 2px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 10px; }
.tile { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 10px 12px; display: flex; flex-direction: column; }
.tile b { font-size: 24px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.tile .note { font-size: 12px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(380px, 1fr)); gap: 0 40px; align-items: start; }
svg { width: 100%; height: auto; max-width: 560px; display: block; }
svg.calibration { max-width: 400px; }
svg text { fill: var(--fg); font-size: 13px; }
svg .tick { fill: var(--muted); font-size: 11px; }
svg .track { fill: var(--soft); }
svg .bar { fill: var(--accent); opacity: 0.85; }
svg .count { fill: var(--muted); opacity: 0.6; }
svg .dot { fill: var(--fg); }
svg .grid { stroke: var(--line); stroke-width: 0.5; }
svg .diagonal { stroke: var(--muted); stroke-dasharray: 4 3; }
svg a:hover .name { text-decoration: underline; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--muted); font-weight: 500; font-size: 12px; }
.numbers td, .numbers thead th { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.numbers tbody th { font-weight: 400; }
.numbers thead th:first-child { text-align: left; }
meter { width: 60px; margin-left: 8px; }
meter::-webkit-meter-bar { background: var(--soft); border-color: var(--line); }
meter::-webkit-meter-optimum-value { background: var(--accent); }
.rows { table-layout: fixed; font-size: 13px; }
.rows td { overflow-wrap: anywhere; }
.rows th:nth-child(1) { width: 27%; } .rows th:nth-child(2) { width: 13%; } .rows th:nth-child(3) { width: 22%; }
.group { border-top: 1px solid var(--line); padding: 6px 0; }
.group summary { cursor: pointer; }
.group summary::first-letter { text-transform: uppercase; }
.count, .score { color: var(--muted); font-variant-numeric: tabular-nums; }
.fixed > summary, .right > summary { color: var(--good); }
.broken > summary { color: var(--bad); }
.about { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 4px 24px; margin: 0; }
.about div { display: flex; gap: 10px; } .about dt { color: var(--muted); flex: 0 0 70px; } .about dd { margin: 0; overflow-wrap: anywhere; }
.rules li { margin-bottom: 4px; }
`;
