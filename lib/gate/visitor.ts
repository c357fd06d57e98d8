import { createHmac, createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { deriveKey } from "@/lib/core/secret-box";
import { addDays, beijingDay, startOfDay } from "@/lib/quota/beijing-day";

/** A key object: making one of its bytes for every scan would cost more than all the rest of an answer. */
let ofToday: { masterSecret: string; untilMs: number; key: KeyObject } | null = null;

/**
 * A number that tells the repeats of a visitor from others, and nothing else: the key is another one every
 * day, so neither an address nor yesterday's visitor can be found from it.
 */
export function visitorOf(masterSecret: string, address: string, userAgent: string): bigint {
  return createHmac("sha256", keyOfToday(masterSecret))
    .update(`${address}\n${userAgent}`)
    .digest()
    .readBigInt64BE(0);
}

function keyOfToday(masterSecret: string): KeyObject {
  const nowMs = Date.now();
  if (ofToday === null || ofToday.untilMs <= nowMs || ofToday.masterSecret !== masterSecret) {
    const day = beijingDay(new Date(nowMs));
    const key = createSecretKey(deriveKey(masterSecret, `visitors of ${day}`));
    ofToday = { masterSecret, untilMs: startOfDay(addDays(day, 1)).getTime(), key };
  }
  return ofToday.key;
}
