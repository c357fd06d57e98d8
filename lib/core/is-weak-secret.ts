/** Chance gives fewer than one time in a billion. */
const FEWEST_KINDS = 16;

/**
 * Whether 32 bytes look chosen rather than drawn: few different ones, a pattern, or nothing but text. It
 * catches examples and slips of the hand; no test can tell that a number was really drawn by lot.
 */
export function isWeakSecret(bytes: Uint8Array): boolean {
  const steps = [...bytes].map((byte, at) => (byte - (bytes[at - 1] ?? 0) + 256) % 256);
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return isText || new Set(bytes).size < FEWEST_KINDS || new Set(steps).size < FEWEST_KINDS;
}
