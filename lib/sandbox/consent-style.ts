/** Of the authorisation page, which loads nothing else. */
export const CONSENT_STYLE = `
:root {
  --ground: #f4f5f4; --sheet: #fff; --ink: #1b1f1d; --soft: #5a635e; --line: #d9dedb;
  --accent: #0b6b45; --on-accent: #fff; --banner: #fdf3d8; --banner-ink: #5c4500;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121514; --sheet: #1b1f1d; --ink: #edf1ef; --soft: #a3aea8; --line: #343b37;
    --accent: #4fd69c; --on-accent: #06281a; --banner: #3a2f10; --banner-ink: #f6dfa0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 24px 16px; background: var(--ground); color: var(--ink);
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
main {
  max-width: 520px; margin: 0 auto; padding: 24px; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 12px;
}
h1 { margin: 20px 0 8px; font-size: 22px; line-height: 1.35; }
h1 [lang=en] { display: block; color: var(--soft); font-size: 15px; font-weight: 400; }
p { margin: 0 0 16px; }
code { font: 14px/1.4 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.line { display: block; }
.banner {
  margin: 0; padding: 10px 14px; border-radius: 8px; font-size: 14px;
  background: var(--banner); color: var(--banner-ink);
}
fieldset { margin: 0 0 20px; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; margin-bottom: 6px; font-weight: 600; }
legend [lang=en], .choice [lang=en] { color: var(--soft); font-weight: 400; }
.list { max-height: 260px; overflow: auto; }
.choice {
  display: flex; align-items: center; gap: 10px; min-height: 44px; padding: 6px 12px;
  border: 1px solid var(--line); border-radius: 8px; margin-bottom: 6px; cursor: pointer;
}
.choice input { width: 18px; height: 18px; margin: 0; flex: none; accent-color: var(--accent); }
.tag { margin-left: auto; color: var(--soft); font-size: 13px; white-space: nowrap; }
button {
  width: 100%; min-height: 48px; border: 0; border-radius: 8px; cursor: pointer;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { margin: 12px 0 0; color: var(--soft); font-size: 14px; text-align: center; }
`;
