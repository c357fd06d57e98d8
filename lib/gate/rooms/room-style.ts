import { pageStyle } from "@/lib/gate/pages/page-style";

/** For a list to be read, on a phone and on paper too. */
export const ROOM_STYLE = pageStyle(`
main{max-width:52rem;padding-top:1.5rem}
.card{padding:1.25rem;margin-bottom:1rem}
.head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline}
h2{margin:1.5rem 0 .5rem;font-size:1rem}
ol{list-style:none;margin:0;padding:0;background:var(--surface);border:1px solid var(--border);border-radius:.75rem}
li{padding:.75rem 1.25rem;overflow-wrap:anywhere}
li+li{border-top:1px solid var(--border)}
li p{margin:0;display:grid;grid-template-columns:4.5rem 1fr;gap:0 .75rem}
time{color:var(--muted)}
.facts,.changes{margin:.375rem 0 0 5.25rem;font-size:.875rem;gap:.125rem 1rem}
.changes dd span{color:var(--muted)}
.card .facts{margin:.75rem 0 0}
details{margin:.25rem 0 0 5.25rem;font-size:.875rem}
details .facts{margin-left:0}
.card details{margin:.5rem 0 0}
summary{color:var(--muted);cursor:pointer}
.badge{border-radius:.5rem;padding:.75rem 1rem;margin-top:1rem;background:var(--hint);color:var(--on-hint)}
.badge.good{background:var(--good);color:var(--on-good)}
.badge.bad{background:var(--soft);color:var(--on-soft);font-weight:600}
.badge p{margin:0}
.badge p+p{margin-top:.25rem}
.card .hint{margin:.75rem 0 0}
.ways{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;margin:1rem 0 0}
nav{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;margin-top:1rem}
body{position:relative;min-height:100vh}
.watermark{position:absolute;inset:0;width:100%;height:100%;pointer-events:none;z-index:1}
.watermark text{fill:var(--foreground);fill-opacity:.075;font-size:15px;print-color-adjust:exact}
:root{--good:#e3f5ea;--on-good:#05502a}
@media (prefers-color-scheme:dark){:root{--good:#12331f;--on-good:#8fe0b0}}
@media (max-width:30rem){li p{grid-template-columns:1fr}.facts,.changes,details{margin-left:0}
.changes,.facts{grid-template-columns:minmax(5rem,auto) 1fr}li{padding:.75rem 1rem}}
@media print{.watermark{position:fixed}nav,.ways,.noprint{display:none}li{break-inside:avoid}.watermark text{fill:#000;fill-opacity:.12}}
`);
