import type { Gate } from "@/lib/gate/gate";
import type { Guest } from "@/lib/gate/pages/guest";
import { awayPage, gonePage, tooManyPage } from "@/lib/gate/pages/notice-pages";
import type { Page } from "@/lib/gate/pages/page";
import { log } from "@/lib/log";

/**
 * Looks something up for a guest, within the limits of the gate: it, or the page that says why not. For everything
 * that is not there, or not any more, that is one and the same page.
 */
export async function admit<Found>(
  { limits }: Gate,
  guest: Guest,
  look: () => Promise<Found | undefined>,
): Promise<{ found: Found } | { refusal: Page }> {
  const wait =
    (await limits.addresses.count(guest.key)) || (await limits.misses.waitFor(guest.key));
  if (wait > 0) return { refusal: await tooManyPage(guest, wait) };
  let found: Found | undefined;
  try {
    found = await look();
  } catch (error) {
    log.warn({ err: error, door: guest.door }, "what a guest asked for could not be looked up");
    return { refusal: await awayPage(guest) };
  }
  if (found !== undefined) return { found };
  const missesWait = await limits.misses.count(guest.key);
  return { refusal: missesWait > 0 ? await tooManyPage(guest, missesWait) : await gonePage(guest) };
}
