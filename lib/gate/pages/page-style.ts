import { createHash } from "node:crypto";

/** The one style a page may have; nothing else is loaded or run on it. */
export interface PageStyle {
  css: string;
  policy: string;
}

/** The desk's colours, light and dark by the guest's own setting. */
const COMMON = `
:root{color-scheme:light dark;--background:#f6f7f6;--surface:#fff;--foreground:#17201b;--muted:#5c6660;--border:#e2e6e3;
--field:#cdd4cf;--accent:#067d41;--accent-hover:#056a37;--on-accent:#fff;--soft:#fdeae8;--on-soft:#8f1f19;
--hint:#fdf1d8;--on-hint:#744600}
@media (prefers-color-scheme:dark){:root{--background:#0f1311;--surface:#171c19;--foreground:#edf1ee;--muted:#9aa69f;
--border:#2a322d;--field:#3a443e;--accent:#1bc46c;--accent-hover:#3ad484;--on-accent:#04170c;--soft:#3b1a18;
--on-soft:#f7a9a3;--hint:#35280f;--on-hint:#f3c877}}
*{box-sizing:border-box}
body{margin:0;background:var(--background);color:var(--foreground);line-height:1.5;
font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
font-size:16px;font-variant-numeric:tabular-nums}
main{max-width:30rem;margin:0 auto;padding:max(1.5rem,8vh) 1rem 2rem}
.mark{display:flex;align-items:center;gap:.5rem;margin:0 0 1rem}
.mark span{color:var(--muted)}
.mark svg{width:1.75rem;height:1.75rem;fill:#07c160}
.mark g{stroke:#fff;stroke-width:2.4;stroke-linecap:round}
.mark circle{fill:#fff}
.card{background:var(--surface);border:1px solid var(--border);border-radius:.75rem;padding:1.5rem}
h1{margin:0;font-size:1.375rem;line-height:1.3;overflow-wrap:anywhere}
p{margin:.5rem 0 0}
.muted,dt,small{color:var(--muted)}
dl{margin:1.25rem 0;display:grid;grid-template-columns:auto 1fr;gap:.5rem 1.25rem}
dt,dd{margin:0;min-width:0;overflow-wrap:anywhere}
code{font:.8125rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace;word-break:break-all}
label{display:block;font-weight:600}
input{width:100%;margin:.25rem 0 0;padding:.625rem .75rem;font:inherit;color:inherit;background:var(--background);
border:1px solid var(--field);border-radius:.5rem}
button{width:100%;padding:.75rem 1rem;font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);
border:0;border-radius:.5rem;cursor:pointer}
button:hover{background:var(--accent-hover)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}
form{margin-top:1.25rem}
.help{margin:.25rem 0 1rem;font-size:.875rem}
.problem,.hint{margin:0 0 1rem;padding:.625rem .75rem;border-radius:.5rem}
.problem{background:var(--soft);color:var(--on-soft)}
.hint{background:var(--hint);color:var(--on-hint)}
small{display:block;margin-top:.75rem}
`;

/** The style of all pages with more to it, and the policy that names it. */
export function pageStyle(more = ""): PageStyle {
  const css = COMMON + more;
  const hash = createHash("sha256").update(css).digest("base64");
  const policy =
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; ` +
    "frame-ancestors 'none'";
  return { css, policy };
}
