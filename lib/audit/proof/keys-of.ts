import type { KeyObject } from "node:crypto";
import { keyIdOf, readPublicKey } from "@/lib/audit/proof/public-key";

/**
 * Keys under the ids they really have. With one known from elsewhere, itself or by its id, no other counts; a key that
 * cannot be read is left out.
 */
export function keysOf(
  publicKeys: readonly string[],
  known: string | undefined,
): ReadonlyMap<string, KeyObject> {
  const found = new Map(publicKeys.flatMap(named));
  if (known === undefined) return found;
  const only = named(known);
  if (only.length > 0) return new Map(only);
  const id = known.trim().toLowerCase();
  return new Map([...found].filter(([keyId]) => keyId === id));
}

function named(text: string): [string, KeyObject][] {
  try {
    const key = readPublicKey(text);
    return [[keyIdOf(key), key]];
  } catch {
    return [];
  }
}
