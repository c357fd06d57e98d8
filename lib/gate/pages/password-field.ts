import { html } from "hono/html";
import type { Guest } from "@/lib/gate/pages/guest";
import type { Markup } from "@/lib/gate/pages/page";

/** The field of a password; its help gives way to the problem with the id `problem` above it. */
export function passwordField({ words, door }: Guest, maxLength: number, isWrong: boolean): Markup {
  return html`<label for="password">${words(`${door}.page.password`)}</label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="off"
      required
      maxlength="${maxLength}"
      aria-describedby="${isWrong ? "problem" : "password-help"}"
    />
    <p class="muted help" id="password-help">${words(`${door}.page.passwordHelp`)}</p>`;
}
