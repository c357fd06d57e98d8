import { html, raw } from "hono/html";
import type { Guest } from "@/lib/gate/pages/guest";
import { pageStyle } from "@/lib/gate/pages/page-style";
import type { PageStyle } from "@/lib/gate/pages/page-style";

/** What a guest sees. */
export interface Page {
  status: number;
  body: string;
  /** What the page may do: nothing but have its style. */
  policy: string;
  headers?: Readonly<Record<string, string>>;
}

/** Why a form is shown again. */
export interface Refusal {
  status: 403 | 429;
  text: string;
  headers?: Page["headers"];
}

/** Escaped by the tag, or a promise of it. */
export type Markup = ReturnType<typeof html>;

const PLAIN = pageStyle();

/** The ring of a code, as the desk's own sign. */
const SIGN = raw(
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><g>' +
    Array.from({ length: 12 }, (_, tick) => tick * 30)
      .map((angle) => `<path d="M16 5.6v3.2" transform="rotate(${angle} 16 16)"/>`)
      .join("") +
    '</g><circle cx="16" cy="16" r="3.6"/></svg>',
);

/** A whole page around its card: static, without a script and without anything from elsewhere. */
export function pageOf(
  guest: Guest,
  status: number,
  title: string,
  card: Markup,
  headers?: Page["headers"],
): Promise<Page> {
  const body = html`<div class="card">${card}</div>`;
  return pageAround(guest, PLAIN, { status, title, body, headers });
}

/** The same around anything, in a style of its own. */
export async function pageAround(
  { locale }: Guest,
  { css, policy }: PageStyle,
  { status, title, body, headers }: Omit<Page, "policy" | "body"> & { title: string; body: Markup },
): Promise<Page> {
  const markup = await html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Mintdesk 码台</title>
        ${raw(`<style>${css}</style>`)}
      </head>
      <body>
        <main>
          <p class="mark">${SIGN}<b>码台</b> <span>Mintdesk</span></p>
          ${body}
        </main>
      </body>
    </html>`;
  return { status, body: String(markup), policy, headers };
}
