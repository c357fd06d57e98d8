import type { Buffer } from "node:buffer";

const EVIDENCE_LENGTH = 512;
/** Far more than is kept, so that taking secrets out never draws a cut one into sight. */
const EVIDENCE_REACH = 64 * 1024;
const REDACTED = "[redacted]";
/** Values under names that end so are hidden even when nobody knows them yet, as a cut-off answer. */
const SECRET_FIELD =
  /((?:_token|_ticket|auth(?:orization)?_code|secret)\\?"?\s*[:=]\s*\\?"?)[^"&\s\\]+/gi;

/**
 * Takes the given secrets out of a text, also in the forms a server may echo them in: percent
 * encoded or JSON escaped.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret === "") continue;
    const escaped = JSON.stringify(secret).slice(1, -1);
    const form = new URLSearchParams({ s: secret }).toString().slice(2);
    for (const shape of new Set([secret, encodeURIComponent(secret), form, escaped])) {
      clean = clean.replaceAll(shape, REDACTED);
    }
  }
  return clean.replaceAll(SECRET_FIELD, `$1${REDACTED}`);
}

/** The beginning of an answer, at most 512 printable characters, without the secrets. */
export function evidenceOf(bytes: Buffer, secrets: readonly string[]): string {
  const text = redact(bytes.subarray(0, EVIDENCE_REACH).toString("utf8"), secrets);
  return text.slice(0, EVIDENCE_LENGTH).replaceAll(/[^\P{C}\n]|\uFFFD/gu, ".");
}
