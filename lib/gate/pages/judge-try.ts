import type { IncomingMessage } from "node:http";
import type { Guest } from "@/lib/gate/pages/guest";
import type { Tries } from "@/lib/gate/pages/open-tries";
import type { Refusal } from "@/lib/gate/pages/page";
import { readBody } from "@/lib/gate/read-body";
import { verifyPassword } from "@/lib/people/hash-password";

/** A form of one password, every character of it encoded. */
const BODY_MAX_BYTES = 4 * 1024;

/** What somebody tries to get by a form, with its password if it has one. */
export interface Tried {
  id: string;
  passwordHash: string | null;
}

/** Why a guest does not get it: too many tries (429) or a wrong password (403); null when they do. */
export async function judgeTry(
  guest: Guest,
  { id, passwordHash }: Tried,
  tries: Tries,
  incoming: IncomingMessage,
): Promise<Refusal | null> {
  const { words, door } = guest;
  // Before anything that costs: comparing a password takes a core and 46 MiB.
  const wait = await tries.count(guest, id);
  if (wait > 0) {
    const text = words(`${door}.page.tooMany.text`, { seconds: wait });
    return { status: 429, text, headers: { "Retry-After": String(wait) } };
  }
  if (passwordHash === null || (await isPassword(incoming, passwordHash))) return null;
  return { status: 403, text: words(`${door}.page.wrongPassword`) };
}

async function isPassword(incoming: IncomingMessage, hash: string): Promise<boolean> {
  const body = await readBody(incoming, BODY_MAX_BYTES);
  const password = new URLSearchParams(body ?? "").get("password")?.trim() ?? "";
  return password !== "" && (await verifyPassword(password, hash));
}
