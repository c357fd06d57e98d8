import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deriveKey } from "@/lib/core/secret-box";
import type { Runtime } from "@/lib/runtime";

/** How long a browser is remembered, in milliseconds. */
export const DEVICE_LIFE_MS = 180 * 24 * 60 * 60 * 1000;
const ID_BYTES = 16;
const SHAPE = /^([\w-]{22})\.([\w-]{43})$/;

/** What a browser keeps that has signed in to this account: it opens nothing, but strangers cannot use up its tries. */
export function newDevice(runtime: Runtime, email: string): string {
  const id = randomBytes(ID_BYTES).toString("base64url");
  return `${id}.${markOf(runtime, email, id).toString("base64url")}`;
}

/** The number of the browser if it has signed in to this account before, else null. */
export function knownDevice(runtime: Runtime, email: string, device: string): string | null {
  const [, id, mark] = SHAPE.exec(device) ?? [];
  if (!id || !mark) return null;
  const given = Buffer.from(mark, "base64url");
  const expected = markOf(runtime, email, id);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

function markOf(runtime: Runtime, email: string, id: string): Buffer {
  const key = deriveKey(runtime.env.MINTDESK_SECRET, "sign-in device");
  return createHmac("sha256", key).update(`${id}|${email}`).digest();
}
