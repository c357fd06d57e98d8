import { html } from "hono/html";
import type { Markup } from "@/lib/gate/pages/page";

const LETTER_WIDTH = 15;
const GAP = 90;
const LINE_HEIGHT = 22;
const TILE_HEIGHT = 150;

/** The room's name and the time across the whole page, on every printed one too. Without it no picture of it is one of ours. */
export function watermark(name: string, time: string): Markup {
  const width = Math.max([...name].length, [...time].length) * LETTER_WIDTH + GAP;
  return html`<svg class="watermark" aria-hidden="true">
    <defs>
      <pattern
        id="watermark"
        width="${width}"
        height="${TILE_HEIGHT}"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-24)"
      >
        <text x="0" y="${LINE_HEIGHT}">${name}</text>
        <text x="0" y="${2 * LINE_HEIGHT}">${time}</text>
      </pattern>
    </defs>
    <rect width="100%" height="100%" fill="url(#watermark)" />
  </svg>`;
}
