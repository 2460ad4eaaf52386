// Colours and measures of every surface. Red, amber and neutral grey only: nothing of ours may look like a seal of
// approval. Text keeps 4.5:1 and lines 3:1 on their ground, light and dark.
((honmono) => {
  'use strict';
  if (honmono.tokens) return;

  const css = `
:host { all: initial !important; --ground: #fff; --text: #1f1f1f; --soft: #5c5f66; --line: #8a8d93; --rule: #dcdde0; --accent: #5c5f66; --tint: #f4f4f5; }
.surface [data-level=notice] { --accent: #5c5f66; --tint: #f4f4f5; }
:host([data-level=danger]), .surface [data-level=danger] { --accent: #b3261e; --tint: #fdecea; }
:host([data-level=warning]), .surface [data-level=warning] { --accent: #8a5300; --tint: #fdf3df; }
:host([data-theme=dark]) { --ground: #26272b; --text: #ececee; --soft: #b4b7be; --line: #85888f; --rule: #45474d; --accent: #b4b7be; --tint: #313338; }
:host([data-theme=dark]) [data-level=notice] { --accent: #b4b7be; --tint: #313338; }
:host([data-theme=dark][data-level=danger]), :host([data-theme=dark]) [data-level=danger] { --accent: #ff9b92; --tint: #43211f; }
:host([data-theme=dark][data-level=warning]), :host([data-theme=dark]) [data-level=warning] { --accent: #f2b95c; --tint: #3d3018; }
:host([data-theme=dark]) .surface { color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.surface { color-scheme: light; font: 13px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif; color: var(--text); background: var(--ground); text-align: start; overflow-wrap: anywhere; }
.icon { flex: none; color: var(--accent); vertical-align: -3px; }
.level { font-weight: 700; color: var(--accent); white-space: nowrap; }
.brand { color: var(--soft); font-size: 11px; font-weight: 400; white-space: nowrap; }
.soft { color: var(--soft); }
.domain { font-weight: 700; }
.point { font-size: 11px; font-weight: 400; margin-inline-end: 3px; }
mark { background: var(--tint); color: var(--accent); font-weight: 700; text-decoration: underline; text-underline-offset: 3px; padding: 0 1px; border-radius: 2px; }
p, ul, dl, dd, h2, pre { margin: 0; padding: 0; }
a { color: inherit; text-underline-offset: 2px; }
.button { display: inline-flex; align-items: center; min-height: 28px; min-width: 28px; padding: 2px 12px; font: inherit; color: var(--text); background: var(--ground); border: 1px solid var(--line); border-radius: 6px; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--tint); }
.button.first { color: var(--ground); background: var(--accent); border-color: var(--accent); font-weight: 600; }
.button.quiet { border-color: transparent; background: none; text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (forced-colors: active) { .surface, .button { border: 1px solid CanvasText; } .icon, .level, mark { color: CanvasText; } .button.first { color: ButtonText; background: ButtonFace; } }
@media (prefers-reduced-motion: no-preference) { .fade { animation: fade 90ms ease-out; } @keyframes fade { from { opacity: .3; } } }
`;
  honmono.tokens = { css };
})(globalThis.honmono);
