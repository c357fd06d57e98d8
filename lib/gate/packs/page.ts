import { html, raw } from "hono/html";
import type { Guest } from "@/lib/gate/packs/guest";
import { PAGE_STYLE } from "@/lib/gate/packs/page-style";

/** What a guest sees. */
export interface Page {
  status: number;
  body: string;
  headers?: Readonly<Record<string, string>>;
}

/** Escaped by the tag, or a promise of it. */
export type Markup = ReturnType<typeof html>;

const STYLE = raw(`<style>${PAGE_STYLE}</style>`);

/** The ring of a code, as the desk's own sign. */
const SIGN = raw(
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><g>' +
    Array.from({ length: 12 }, (_, tick) => tick * 30)
      .map((angle) => `<path d="M16 5.6v3.2" transform="rotate(${angle} 16 16)"/>`)
      .join("") +
    '</g><circle cx="16" cy="16" r="3.6"/></svg>',
);

/** A whole page around its card: static, without a script and without anything from elsewhere. */
export async function pageOf(
  { locale }: Guest,
  status: number,
  title: string,
  card: Markup,
  headers?: Page["headers"],
): Promise<Page> {
  const body = await html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Mintdesk 码台</title>
        ${STYLE}
      </head>
      <body>
        <main>
          <p class="mark">${SIGN}<b>码台</b> <span>Mintdesk</span></p>
          <div class="card">${card}</div>
        </main>
      </body>
    </html>`;
  return { status, body: String(body), headers };
}
